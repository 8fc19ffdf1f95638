"""How many calls a minute and cases a day a caller may make, counted in the broker.

Where the broker does not answer, each process counts for itself until it does: a caller gets at most as
many times the limit as there are processes, and is never turned away because of us.
"""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

import structlog
from limits import RateLimitItem, RateLimitItemPerDay, RateLimitItemPerMinute
from limits.storage import MemoryStorage, RedisStorage, Storage
from limits.strategies import FixedWindowRateLimiter, MovingWindowRateLimiter
from redis import RedisError
from sqlalchemy import select

from intake.actors import Actor
from intake.refusals import Refused
from intake.refusals.http import DAILY_QUOTA, TOO_MANY_CALLS
from intake.service import Service
from intake.tables.access import Client

STRANGERS_PER_MINUTE: Final = 120
"""Calls a minute from one address that show no valid key or session."""
_AGAIN_SECONDS: Final = 5.0
_FRESH_SECONDS: Final = 30.0
_HERE: Final = ZoneInfo("Asia/Shanghai")
_log = structlog.get_logger("menshen.quotas")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Standing:
    """What is left of a limit: calls, and the seconds until the window has room again."""

    limit: int
    remaining: int
    reset_seconds: float


@dataclass(frozen=True, slots=True)
class _Limits:
    per_minute: int
    cases_per_day: int
    read_at: float


class Quotas:
    """Counts calls and cases; one a process. Thread-safe; blocks, so not for an event loop's thread."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._shared = RedisStorage("redis://", connection_pool=service.broker.connection_pool)
        self._own = MemoryStorage()
        self._down_until = float("-inf")
        self._lock = threading.Lock()
        self._limits: dict[str, _Limits] = {}

    def count_call(self, actor: Actor) -> Standing:
        """One more call of ``actor``. Raises ``Refused`` with the seconds to wait."""
        owner = actor.client_id if actor.client_id and not actor.is_person else actor.id
        item = RateLimitItemPerMinute(self._limits_of(actor).per_minute)
        return self._hit(item, "calls", owner)

    def count_stranger(self, address: str) -> Standing:
        """One more call from an address without a valid key. Raises ``Refused``.

        Addresses are personal data: the broker holds keyed hashes of them.
        """
        hashed = self._service.sealer.look_up(f"address:{address}")
        return self._hit(RateLimitItemPerMinute(STRANGERS_PER_MINUTE), "strangers", hashed)

    def check_cases(self, actor: Actor, on: dt.datetime | None = None) -> None:
        """Whether ``actor`` may open one more case today (Asia/Shanghai). Raises ``Refused``."""
        item, moment = self._daily(actor), on or dt.datetime.now(_HERE)
        day = moment.astimezone(_HERE).date()
        if not self._counted(
            lambda storage: FixedWindowRateLimiter(storage).test(item, "cases", _owner(actor), str(day))
        ):
            midnight = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), _HERE)
            raise Refused(DAILY_QUOTA, retry_after=(midnight - moment).total_seconds())

    def count_case(self, actor: Actor, on: dt.datetime | None = None) -> None:
        """One more case was opened."""
        item, moment = self._daily(actor), on or dt.datetime.now(_HERE)
        day = str(moment.astimezone(_HERE).date())
        self._counted(lambda storage: FixedWindowRateLimiter(storage).hit(item, "cases", _owner(actor), day))

    def _daily(self, actor: Actor) -> RateLimitItem:
        # Two days: the window must outlive the day that its key names.
        return RateLimitItemPerDay(self._limits_of(actor).cases_per_day, 2)

    def _hit(self, item: RateLimitItem, *who: str) -> Standing:
        def hit(storage: Storage) -> Standing:
            taken = MovingWindowRateLimiter(storage).hit(item, *who)
            standing = _standing(storage, item, *who)
            return standing if taken else Standing(standing.limit, -1, standing.reset_seconds)

        standing = self._counted(hit)
        if standing.remaining < 0:
            raise Refused(TOO_MANY_CALLS, retry_after=standing.reset_seconds)
        return standing

    def _counted(self, ask: Callable[[Storage], T]) -> T:
        if time.monotonic() >= self._down_until:
            try:
                return ask(self._shared)
            except (RedisError, OSError) as error:
                self._down_until = time.monotonic() + _AGAIN_SECONDS
                _log.warning("quotas.counting_alone", error=type(error).__name__)
        return ask(self._own)

    def _limits_of(self, actor: Actor) -> _Limits:
        settings, now = self._service.settings, time.monotonic()
        plain = _Limits(settings.calls_per_minute, settings.cases_per_day, now)
        if actor.client_id is None:
            return plain
        known = self._limits.get(actor.client_id)
        if known is not None and now - known.read_at < _FRESH_SECONDS:
            return known
        query = select(Client.per_minute, Client.cases_per_day).where(Client.id == actor.client_id)
        with self._service.database.reading() as session:
            row = session.execute(query).one_or_none()
        if row is not None:
            per_minute = row.per_minute if row.per_minute is not None else plain.per_minute
            per_day = row.cases_per_day if row.cases_per_day is not None else plain.cases_per_day
            plain = _Limits(per_minute, per_day, now)
        with self._lock:
            self._limits[actor.client_id] = plain
        return plain


def _owner(actor: Actor) -> str:
    return actor.client_id or actor.id


def _standing(storage: Storage, item: RateLimitItem, *who: str) -> Standing:
    stats = MovingWindowRateLimiter(storage).get_window_stats(item, *who)
    return Standing(item.amount, max(0, stats.remaining), max(0.0, stats.reset_time - time.time()))
