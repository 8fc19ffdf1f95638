"""What follows an attempt, in tables."""

from __future__ import annotations

import datetime as dt
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.delivering.webhook_schedule import (
    JITTER,
    LONGEST_PAUSE,
    MOST_ATTEMPTS,
    STANDARD,
    Answer,
    DeliveryState,
    Trouble,
    decide,
    lifetime,
    retry_after,
    waits,
)

NOW = dt.datetime(2025, 11, 20, 8, 0, tzinfo=dt.UTC)


def after(answer: Answer, attempts: int = 1, failures: int = 0, first: float = 5, chance: float = 0):  # type: ignore[no-untyped-def]
    return decide(answer, attempts=attempts, failures=failures, first=first, chance=chance)


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_any_2xx_is_taken(status: int) -> None:
    assert after(Answer(status)).state is DeliveryState.DELIVERED


@pytest.mark.parametrize("status", [100, 199, 301, 302, 307, 308, 400, 401, 404, 408, 422, 500, 502])
def test_other_answers_are_tried_again_and_rest_nobody(status: int) -> None:
    found = after(Answer(status))
    assert (found.state, found.wait, found.error) == (DeliveryState.WAITING, 5, Trouble.STATUS)
    assert found.rest is None
    assert not found.disable


def test_410_disables() -> None:
    found = after(Answer(410))
    assert (found.state, found.disable) == (DeliveryState.GIVEN_UP, True)


def test_the_schedule_takes_three_days_and_ends() -> None:
    found = [after(Answer(500), attempts=n).wait for n in range(1, MOST_ATTEMPTS)]
    assert tuple(found) == STANDARD
    assert dt.timedelta(days=3) < dt.timedelta(seconds=sum(found)) < dt.timedelta(days=3, hours=6)
    assert after(Answer(500), attempts=MOST_ATTEMPTS).state is DeliveryState.GIVEN_UP
    assert after(Answer(trouble=Trouble.TIMEOUT), attempts=MOST_ATTEMPTS).state is DeliveryState.GIVEN_UP
    assert after(Answer(204), attempts=MOST_ATTEMPTS).state is DeliveryState.DELIVERED


@given(first=st.floats(0.05, 3600), chance=st.floats(0, 1), attempts=st.integers(1, MOST_ATTEMPTS - 1))
def test_waits_keep_their_bounds(first: float, chance: float, attempts: int) -> None:
    found = after(Answer(500), attempts=attempts, first=first, chance=chance).wait
    plain = waits(first)[attempts - 1]
    assert plain <= found <= plain * (1 + JITTER)
    assert sorted(waits(first)) == list(waits(first))
    assert lifetime(first).total_seconds() > sum(waits(first)) * (1 + JITTER)


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(("asked", "wait"), [(None, 5), (1.0, 5), (120.0, 120), (10.0**9, LONGEST_PAUSE)])
def test_retry_after_lengthens_the_wait(status: int, asked: float | None, wait: float) -> None:
    found = after(Answer(status, pause=asked))
    assert found.wait == wait
    assert found.rest == wait


def test_retry_after_means_nothing_beside_another_status() -> None:
    assert after(Answer(500, pause=9999)).wait == 5


@pytest.mark.parametrize(("failures", "rest"), [(0, 5), (1, 10), (3, 40), (6, 300), (10_000, 300)])
def test_an_endpoint_that_is_not_there_rests(failures: int, rest: float) -> None:
    assert after(Answer(trouble=Trouble.CONNECT), failures=failures).rest == rest


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("0", 0.0),
        ("90", 90.0),
        ("9" * 400, LONGEST_PAUSE),
        (format_datetime(NOW + dt.timedelta(seconds=30), usegmt=True), 30.0),
        (format_datetime(NOW - dt.timedelta(seconds=30), usegmt=True), 0.0),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("soon", None),
        ("", None),
    ],
)
def test_retry_after_is_read(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds
