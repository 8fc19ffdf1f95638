"""Working days after the national calendar: holidays, and weekends worked in exchange (调休).

A period in days is counted after 民法典 art. 201: the day on which it begins does not count, the next is
the first; 行政许可法 art. 82: time limits are in working days, without statutory holidays. So a period of
n working days ends with the n-th working day after the day it began.

The State Council publishes a year's arrangement in the November before. For a year not yet published,
weekends and the holidays whose date the law fixes (元旦, 劳动节, 国庆节) are days of rest, every other day
is worked, and answers that rest on such days are ``estimated``.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass, field

import chinese_calendar
from chinese_calendar import constants

_PUBLISHED = range(min(constants.holidays).year, max(constants.holidays).year + 1)
_FIXED = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Month and day of holidays by solar date: 全国年节及纪念日放假办法, as in force since 2025-01-01."""
_COLUMNS = ("date", "kind")
_KINDS = {"workday": True, "工作日": True, "holiday": False, "休息日": False}
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a period; ``estimated`` where it rests on a year not yet published."""

    date: dt.date
    estimated: bool


@dataclass(frozen=True, slots=True)
class DayCount:
    """A number of working days; ``estimated`` where it rests on a year not yet published."""

    days: int
    estimated: bool


@dataclass(frozen=True, slots=True)
class CalendarFault:
    """One thing wrong in an override table: the ``line`` of the file (from 1), and what, in Chinese."""

    line: int
    message: str


class CalendarRefused(ValueError):
    """An override table cannot be used; ``faults`` holds everything that is wrong with it."""

    code = "CAL-001"

    def __init__(self, faults: tuple[CalendarFault, ...]) -> None:
        listed = "；".join(f"第 {fault.line} 行{fault.message}" for fault in faults)
        super().__init__(f"工作日调整表有误：{listed}。")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The national calendar with ``overrides`` on top: ``True`` for a day worked, ``False`` for rest."""

    overrides: Mapping[dt.date, bool] = field(default_factory=dict)

    def is_working_day(self, day: dt.date) -> bool:
        """Whether ``day`` is worked.

        >>> [NATIONAL.is_working_day(dt.date(2025, 10, day)) for day in (8, 9, 11)]
        [False, True, True]
        """
        if day in self.overrides:
            return self.overrides[day]
        if day.year in _PUBLISHED:
            return bool(chinese_calendar.is_workday(day))
        return day.weekday() < 5 and (day.month, day.day) not in _FIXED

    def is_estimated(self, day: dt.date) -> bool:
        """Whether the answer for ``day`` may change when its year is published."""
        return day not in self.overrides and day.year not in _PUBLISHED


NATIONAL = WorkCalendar()
"""The calendar as published, without overrides."""


def add_working_days(start: dt.date, days: int, calendar: WorkCalendar = NATIONAL) -> Deadline:
    """The last day of a period of ``days`` working days that began on ``start``, which does not count.

    None at all end on ``start`` itself. Raises ``ValueError`` for a negative number.

    >>> add_working_days(dt.date(2025, 9, 30), 1)
    Deadline(date=datetime.date(2025, 10, 9), estimated=False)
    """
    if days < 0:
        raise ValueError("a period cannot have a negative number of days")
    day, estimated = start, False
    while days:
        day += _DAY
        estimated = estimated or calendar.is_estimated(day)
        days -= calendar.is_working_day(day)
    return Deadline(day, estimated)


def working_days_between(start: dt.date, end: dt.date, calendar: WorkCalendar = NATIONAL) -> DayCount:
    """How many working days lie after ``start``, up to and with ``end``; negative where ``end`` is earlier.

    >>> working_days_between(dt.date(2025, 9, 30), dt.date(2025, 10, 11)).days
    3
    >>> working_days_between(dt.date(2025, 10, 11), dt.date(2025, 9, 30)).days
    -3
    """
    first, last = sorted((start, end))
    days = [first + _DAY * n for n in range(1, (last - first).days + 1)]
    count = sum(map(calendar.is_working_day, days))
    return DayCount(count if start <= end else -count, any(map(calendar.is_estimated, days)))


def read_overrides(text: str) -> WorkCalendar:
    """A calendar from a table ``date,kind,note,source``, with ``kind`` ``workday`` or ``holiday``.

    Lines that begin with ``#`` and empty ones are skipped. Raises ``CalendarRefused`` with every fault.
    """
    lines = [(n, line) for n, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1) if line.strip()]
    lines = [(n, line) for n, line in lines if not line.lstrip().startswith("#")]
    rows = list(csv.reader(io.StringIO("\n".join(line for _, line in lines))))
    header = [name.strip() for name in rows[0]] if rows else []
    absent = [name for name in _COLUMNS if name not in header]
    if absent:
        raise CalendarRefused((CalendarFault(lines[0][0] if lines else 1, f"缺少列 {'、'.join(absent)}"),))
    at, kind = header.index("date"), header.index("kind")
    overrides: dict[dt.date, bool] = {}
    faults: list[CalendarFault] = []
    for (number, _), row in zip(lines[1:], rows[1:], strict=False):
        cells = [cell.strip() for cell in row] + [""] * len(header)
        problem = _enter(overrides, cells[at], cells[kind])
        if problem:
            faults.append(CalendarFault(number, problem))
    if faults:
        raise CalendarRefused(tuple(faults))
    return WorkCalendar(overrides)


def _enter(overrides: dict[dt.date, bool], written: str, kind: str) -> str | None:
    try:
        day = dt.datetime.strptime(written, "%Y-%m-%d").date()
    except ValueError:
        return "日期须写作 2027-02-06"
    if kind not in _KINDS:
        return "类别只能是 workday（工作日）或 holiday（休息日）"
    if overrides.setdefault(day, _KINDS[kind]) != _KINDS[kind]:
        return "与前面的行对同一天的说法不同"
    return None
