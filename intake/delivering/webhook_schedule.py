"""What becomes of a delivery after an attempt: pure rules, no clock, no network."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from enum import StrEnum
from http import HTTPStatus
from typing import Final

STANDARD: Final = (5.0, 300.0, 1800.0, 7200.0, 18_000.0, 36_000.0, 50_400.0, 72_000.0, 86_400.0)
"""Seconds to wait after the first attempt, the second, …: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h,
24 h, three days and three hours in all. Source: the example schedule of the Standard Webhooks
specification, with its last steps for longer outages."""

MOST_ATTEMPTS: Final = len(STANDARD) + 1
JITTER: Final = 0.2
"""A wait is lengthened by up to this share, so that many deliveries do not come back at one moment."""

LONGEST_PAUSE: Final = 86_400.0
"""An endpoint may ask (Retry-After) for this many seconds of quiet, not more."""

LONGEST_REST: Final = 300.0
_GRACE: Final = 3600.0


class Trouble(StrEnum):
    """Why a delivery was not taken."""

    ADDRESS = "address"  # points to where nothing may be sent
    NAME = "name"  # the host's name does not resolve
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    PROTOCOL = "protocol"  # what came back is no HTTP
    STATUS = "status"  # an answer other than 2xx
    LOST = "lost"  # the sender ended before it could note the answer
    DISABLED = "disabled"


class DeliveryState(StrEnum):
    """Where a delivery stands."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an attempt brought: a status, or a trouble where there was none. ``pause`` is Retry-After's
    seconds."""

    status: int | None = None
    trouble: Trouble | None = None
    pause: float | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """What to do: the delivery's state, seconds until the next attempt, and the endpoint's lot:
    ``disable`` it, or let it ``rest`` for some seconds because others would fare the same."""

    state: DeliveryState
    wait: float = 0.0
    error: Trouble | None = None
    disable: bool = False
    rest: float | None = None


def waits(first: float) -> tuple[float, ...]:
    """The waits in seconds where the first is ``first``: shorter than usual, all shrink with it; longer,
    none is below it.

    >>> waits(5) == STANDARD, waits(0.05)[:3], waits(60)[:3]
    (True, (0.05, 3.0, 18.0), (60, 300.0, 1800.0))
    """
    shrunk = min(first / STANDARD[0], 1.0)
    return tuple(max(round(one * shrunk, 6), first) for one in STANDARD)


def lifetime(first: float) -> dt.timedelta:
    """After this long a delivery is given up, even if the endpoint rested and was hardly ever tried."""
    return dt.timedelta(seconds=sum(waits(first)) * (1 + JITTER) + _GRACE)


def decide(answer: Answer, *, attempts: int, failures: int, first: float, chance: float) -> Next:
    """``attempts`` counts this one; ``failures`` is how often in a row the endpoint did not answer before;
    ``chance`` is 0–1."""
    if answer.status is not None and HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        return Next(DeliveryState.DELIVERED)
    if answer.status == HTTPStatus.GONE:
        return Next(DeliveryState.GIVEN_UP, error=Trouble.STATUS, disable=True)
    trouble = answer.trouble or Trouble.STATUS
    rest = _rest(answer, failures, first)
    if attempts >= MOST_ATTEMPTS:
        return Next(DeliveryState.GIVEN_UP, error=trouble, rest=rest)
    wait = waits(first)[attempts - 1] * (1 + JITTER * chance)
    return Next(DeliveryState.WAITING, max(wait, _pause(answer)), trouble, rest=rest)


def _rest(answer: Answer, failures: int, first: float) -> float | None:
    """An endpoint that is not there, or asks for quiet, is left alone: not every waiting event must find
    out for itself."""
    if answer.status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        return max(_pause(answer), min(first, LONGEST_REST))
    if answer.status is not None:
        return None
    return float(min(first * 2 ** min(failures, 20), LONGEST_REST))


def _pause(answer: Answer) -> float:
    asked = answer.status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
    return min(answer.pause or 0.0, LONGEST_PAUSE) if asked else 0.0


def retry_after(header: str | None, now: dt.datetime) -> float | None:
    """Seconds that a Retry-After header asks for, as a number or a date (RFC 9110, 10.2.3); ``None`` where
    it says neither.

    >>> retry_after("120", dt.datetime.now(dt.UTC)), retry_after("soon", dt.datetime.now(dt.UTC))
    (120.0, None)
    """
    if header is None:
        return None
    if header.isascii() and header.isdigit():
        return float(min(int(header[:12]), int(LONGEST_PAUSE)))
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return max((moment - now).total_seconds(), 0.0)
