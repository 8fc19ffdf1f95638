"""Whether the service can work: its database, broker, vault, sweeper, and every group of workers that the
settings ask for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from functools import partial
from typing import Final

from redis.exceptions import RedisError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from intake.service import Service
from intake.working.groups import GROUPS, size
from intake.working.heartbeats import SWEEPER, counted

FRESH_SECONDS: Final = 1.0
MOST_SECONDS: Final = 3.0
"""A part that takes longer to answer is taken for away."""


class Health:
    """Asks every part, at most once a second however many ask; one a process. Thread-safe."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(8, thread_name_prefix="menshen-health")
        self._asked_at = float("-inf")
        self._told: Mapping[str, bool] = {}

    def parts(self) -> Mapping[str, bool]:
        """Every part by name, and whether it answers; blocks for a few seconds at most."""
        with self._lock:
            if time.monotonic() - self._asked_at > FRESH_SECONDS:
                self._told = self._ask()
                self._asked_at = time.monotonic()
            return self._told

    def close(self) -> None:
        """Let go of the threads."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _ask(self) -> dict[str, bool]:
        ends = time.monotonic() + MOST_SECONDS
        asked: dict[str, Callable[[], bool]] = {
            "database": self._database,
            "broker": self._broker,
            "vault": self._service.vault.reachable,
            "sweeper": partial(self._heard, SWEEPER),
        }
        groups = (name for name in GROUPS if size(self._service.settings, name))
        asked |= {_part(name): partial(self._heard, name) for name in groups}
        running = {name: self._pool.submit(ask) for name, ask in asked.items()}
        told = {}
        for name, future in running.items():
            try:
                told[name] = future.result(max(0.0, ends - time.monotonic()))
            except TooLong:
                told[name] = False
        return told

    def _database(self) -> bool:
        try:
            with self._service.database.reading() as session:
                return bool(session.scalar(text("SELECT 1")))
        except SQLAlchemyError:
            return False

    def _heard(self, kind: str) -> bool:
        try:
            return counted(self._service.broker).get(kind, 0) > 0
        except (RedisError, OSError):
            return False

    def _broker(self) -> bool:
        try:
            return bool(self._service.broker.ping())
        except (RedisError, OSError):
            return False


def _part(group: str) -> str:
    """A group of workers by the name of the setting that asks for it."""
    return f"{group.removesuffix('s')}_workers"
