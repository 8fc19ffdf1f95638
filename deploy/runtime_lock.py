"""Takes the development tools out of the lock: ``python deploy/runtime_lock.py < lock.txt > runtime.txt``.

Every entry of the lock says by whom it is wanted (``# via``); what only development wants is left out, the
rest is passed on as it stands, hashes included. Standard library only: it runs before anything is installed.
"""

from __future__ import annotations

import re
import sys

_NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==")
_ROOT = "menshen (pyproject.toml)"


def entries(lock: str) -> dict[str, str]:
    """Each entry's whole text under its name."""
    found: dict[str, str] = {}
    name = ""
    for line in lock.splitlines(keepends=True):
        if match := _NAME.match(line):
            name = match[1]
            found[name] = ""
        if name:
            found[name] += line
    return found


def wanted_by(entry: str) -> set[str]:
    """Who wants an entry: names of others, or the project itself."""
    comments = [line.strip().removeprefix("#").strip() for line in entry.splitlines() if "#" in line[:6]]
    return {comment.removeprefix("via").strip() for comment in comments} - {""}


def runtime(lock: str) -> str:
    """The part of a lock that the program itself needs."""
    found = entries(lock)
    wanted = {name: wanted_by(entry) for name, entry in found.items()}
    needed = {_ROOT}
    while more := {name for name, by in wanted.items() if by & needed} - needed:
        needed |= more
    return "".join(entry for name, entry in found.items() if name in needed)


if __name__ == "__main__":
    sys.stdout.write(runtime(sys.stdin.read()))
