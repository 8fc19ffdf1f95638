#!/bin/sh
# Makes the secrets that docker-compose.yml mounts, once; what is there already stays. Needs openssl.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
chmod 700 secrets
cd secrets

random() { openssl rand -hex 24; }
keep() { # name, text: containers run as other users and read the file; the folder is closed to this host's
    [ -e "$1" ] || { printf '%s' "$2" > "$1.new" && chmod 444 "$1.new" && mv "$1.new" "$1"; }
}

keep master_key "$(openssl rand -base64 32)"
keep database_password "$(random)"
keep database_url "postgresql+psycopg://menshen:$(cat database_password)@database:5432/menshen"
keep broker_password "$(random)"
keep broker_url "redis://:$(cat broker_password)@broker:6379/0"
keep objects_key "$(openssl rand -hex 10)"
keep objects_secret "$(random)"
keep objects_s3.json "{\"identities\": [{\"name\": \"menshen\", \"credentials\": [{\"accessKey\": \"$(cat objects_key)\", \"secretKey\": \"$(cat objects_secret)\"}], \"actions\": [\"Read\", \"Write\", \"List\", \"Tagging\"]}]}"
keep grafana_password "$(random)"
keep metrics_key "none-yet"
echo "deploy/secrets is ready. Keep a copy of master_key elsewhere: without it no original can be opened."
