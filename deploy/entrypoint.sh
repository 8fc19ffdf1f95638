#!/bin/sh
# Secrets come as files: /run/secrets/MENSHEN_… and AWS_… become variables of the process, and of it alone
# (a variable in the compose file would stand in `docker inspect`).
set -eu
folder=${MENSHEN_SECRETS_FOLDER:-/run/secrets}
for file in "$folder"/MENSHEN_* "$folder"/AWS_*; do
    [ -r "$file" ] || continue
    value=$(cat "$file")
    export "$(basename "$file")=$value"
done
exec "$@"
