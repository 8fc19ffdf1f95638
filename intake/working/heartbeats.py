"""Which processes are alive: each says so every few seconds, by the broker's clock.

Run as ``python -m intake.working.heartbeats KIND…`` it is the health check of a container: status 0 where a
process of this host and one of these kinds was heard of lately.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
from typing import Final, cast

from redis import Redis
from redis.exceptions import RedisError

from intake.service import Service

_log = logging.getLogger(__name__)
WORKER_KINDS: Final = ("precheck", "cases", "bulk")
SWEEPER: Final = "sweeper"
BEAT_SECONDS: Final = 3.0
HEARD_SECONDS: Final = 12.0
"""Who was not heard of for so long is taken for gone."""
_KEY: Final = "menshen:alive"


def beat(service: Service, kind: str) -> None:
    """Say that this process is alive and can work. Raises ``redis.exceptions.RedisError``."""
    now = _now(service.broker)
    with service.broker.pipeline(transaction=False) as pipeline:
        pipeline.zadd(_KEY, {_member(kind, str(os.getpid())): now})
        pipeline.zremrangebyscore(_KEY, 0, now - HEARD_SECONDS)
        pipeline.execute()


def forget_here(broker: Redis, kind: str) -> None:
    """Forget what earlier processes of this host and kind said: they are gone when new ones start."""
    try:
        stale = [member for member in _members(broker) if member.startswith(_member(kind, ""))]
        if stale:
            broker.zrem(_KEY, *stale)
    except RedisError as error:
        _log.info("heartbeats of before run out by themselves: %s", type(error).__name__)


def keep_beating(service: Service, kind: str, stop: threading.Event) -> None:
    """Beat until ``stop``, in the caller's thread; a broker that is away is waited for."""
    while not stop.is_set():
        try:
            beat(service, kind)
        except RedisError as error:
            _log.info("no heartbeat: %s", type(error).__name__)
        stop.wait(BEAT_SECONDS)


def counted(broker: Redis) -> dict[str, int]:
    """How many processes of each kind were heard of lately. Raises ``redis.exceptions.RedisError``."""
    kinds = [member.partition(" ")[0] for member in _members(broker)]
    return {kind: kinds.count(kind) for kind in kinds}


def alive_workers(service: Service) -> int:
    """How many worker processes can take work, models loaded; 0 where the broker does not answer."""
    try:
        alive = counted(service.broker)
    except RedisError:
        return 0
    return sum(alive.get(kind, 0) for kind in WORKER_KINDS)


def heard_here(broker: Redis, kinds: tuple[str, ...]) -> bool:
    """Whether a process of this host and one of ``kinds`` is alive."""
    starts = tuple(_member(kind, "") for kind in kinds)
    return any(member.startswith(starts) for member in _members(broker))


def _members(broker: Redis) -> list[str]:
    since = _now(broker) - HEARD_SECONDS
    found = cast(list[bytes], broker.zrangebyscore(_KEY, since, "+inf"))
    return [member.decode() for member in found]


def _member(kind: str, process: str) -> str:
    return f"{kind} {socket.gethostname()} {process}"


def _now(broker: Redis) -> float:
    seconds, micro = broker.time()
    return seconds + micro / 1e6


if __name__ == "__main__":
    from intake.service_settings import load_service_settings

    place = Redis.from_url(load_service_settings().broker, socket_connect_timeout=3, socket_timeout=3)
    sys.exit(0 if heard_here(place, tuple(sys.argv[1:])) else 1)
