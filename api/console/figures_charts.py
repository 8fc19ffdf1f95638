"""Columns over time as places on a drawing: widths in percent of it, heights in pixels, so that the page can
draw it at any width without a script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from intake.figures.counts import Day

HEIGHT: Final = 180
"""Of the columns, in pixels."""
_MOST_DAYS: Final = 62
_MOST_WEEKS: Final = 371
_NAMES: Final = 6
"""How many names fit below the columns on a phone and are still read."""


@dataclass(frozen=True, slots=True)
class Column:
    """A day, week or month. ``x`` and ``width`` in percent of the drawing; ``received`` and ``decided``
    are heights in pixels; ``name`` is shown below where ``named``, ``words`` when pointed at."""

    x: float
    width: float
    received: float
    decided: float
    name: str
    named: bool
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """A level to read heights by: pixels from the top, and what it stands for."""

    y: float
    count: int


@dataclass(frozen=True, slots=True)
class Columns:
    """The drawing. ``step``: what one column is, 日, 周 or 月."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    step: str


@dataclass(frozen=True, slots=True)
class _Bucket:
    name: str
    received: int
    decided: int


def columns_of(days: Sequence[Day]) -> Columns:
    """A column a day; a week or a month where days were too many to tell apart."""
    step, start, name = _steps(len(days))
    buckets: dict[dt.date, _Bucket] = {}
    for day in days:
        first = start(day.day)
        before = buckets.get(first, _Bucket(name(first), 0, 0))
        buckets[first] = _Bucket(before.name, before.received + day.received, before.decided + day.decided)
    top = _top(max((max(one.received, one.decided) for one in buckets.values()), default=0))
    wide = 100 / max(1, len(buckets))
    every = -(-len(buckets) // _NAMES)
    columns = tuple(
        Column(
            x=round(number * wide, 3),
            width=round(wide, 3),
            received=round(one.received / top * HEIGHT, 1),
            decided=round(one.decided / top * HEIGHT, 1),
            name=one.name,
            named=number % every == 0,
            words=f"{one.name}：收件 {one.received}，办结 {one.decided}",
        )
        for number, one in enumerate(buckets.values())
    )
    lines = tuple(Line(HEIGHT - HEIGHT * part / 4, top * part // 4) for part in range(5))
    return Columns(columns, lines, step)


def _steps(days: int) -> tuple[str, Callable[[dt.date], dt.date], Callable[[dt.date], str]]:
    if days <= _MOST_DAYS:
        return "日", lambda day: day, lambda day: f"{day:%m-%d}"
    if days <= _MOST_WEEKS:
        return "周", lambda day: day - dt.timedelta(days=day.weekday()), lambda day: f"{day:%m-%d} 起"
    return "月", lambda day: day.replace(day=1), lambda day: f"{day:%Y-%m}"


def _top(most: int) -> int:
    """A round number not below ``most`` that can be quartered.

    >>> [_top(most) for most in (0, 3, 4, 7, 41, 900)]
    [4, 4, 4, 8, 80, 1200]
    """
    unit = 4
    while True:
        for factor in (1, 2, 3, 5, 10):
            if unit * factor >= most:
                return unit * factor
        unit *= 10
