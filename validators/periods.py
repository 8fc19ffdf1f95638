"""Lengths of time as a pack writes them (``24个月``, ``90天``, ``2年``, ``本年度``, ``不限``); periods' ends.

English is understood too (``6 months``, ``2 years``, ``this year``, ``any``).
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import Annotated, Literal, TypeAlias

from dateutil.relativedelta import relativedelta
from pydantic import BeforeValidator, Field

PERIOD = r"^(\d{1,4} ?(天|日|个月|月|年|days?|months?|years?)|本年度|不限|this year|any)$"
PeriodText: TypeAlias = Annotated[
    str,
    BeforeValidator(lambda held: held.strip() if isinstance(held, str) else held),
    Field(pattern=PERIOD, description="时间长度：24个月、90天、2年、本年度、不限"),
]
End: TypeAlias = Literal["as_told", "month_end", "quarter_end", "year_end"]
"""Where a period really ends: on the day told, or on the last day of its month, quarter or year."""

_DAY = dt.timedelta(days=1)
_NUMBERED = re.compile(r"(\d+) ?(\D+)")


def first_day(period: str, on: dt.date) -> dt.date | None:
    """The first day of a look-back that ends on ``on``; ``None`` where there is no limit.

    >>> on = dt.date(2025, 11, 20)
    >>> [str(first_day(text, on)) for text in ("24个月", "90天", "本年度", "不限")]
    ['2023-11-20', '2025-08-22', '2025-01-01', 'None']
    """
    if period in ("不限", "any"):
        return None
    if period in ("本年度", "this year"):
        return dt.date(on.year, 1, 1)
    return on - _length(period)


def in_words(period: str, on: dt.date) -> str:
    """The look-back with its arithmetic: what is taken from the submission day, and what comes out.

    >>> in_words("24个月", dt.date(2025, 11, 20))
    '提交日 2025-11-20 − 24个月 = 2023-11-20'
    """
    first = first_day(period, on)
    if first is None:
        return "不限时间"
    if period in ("本年度", "this year"):
        return f"提交日 {on.isoformat()} 所在年度自 {first.isoformat()} 起"
    return f"提交日 {on.isoformat()} − {period} = {first.isoformat()}"


def end_of(day: dt.date, end: End) -> dt.date:
    """The last day of the month, quarter or year of ``day``; ``day`` itself for ``as_told``.

    >>> [end_of(dt.date(2025, 5, 7), end).isoformat() for end in ("month_end", "quarter_end", "year_end")]
    ['2025-05-31', '2025-06-30', '2025-12-31']
    """
    if end == "as_told":
        return day
    month = {"month_end": day.month, "quarter_end": (day.month + 2) // 3 * 3, "year_end": 12}[end]
    return dt.date(day.year, month, monthrange(day.year, month)[1])


def birthday(born: dt.date, age: int) -> dt.date:
    """The day on which somebody completes ``age`` years; for 29 February, 1 March in common years.

    >>> birthday(dt.date(2008, 2, 29), 18)
    datetime.date(2026, 3, 1)
    """
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return dt.date(born.year + age, 3, 1)


def last_day_after(start: dt.date, *, years: int = 0, months: int = 0) -> dt.date:
    """The last day of a period that begins on ``start`` itself.

    >>> last_day_after(dt.date(2025, 3, 1), years=2)
    datetime.date(2027, 2, 28)
    """
    return start + relativedelta(years=years, months=months) - _DAY


def _length(period: str) -> relativedelta:
    match = _NUMBERED.fullmatch(period)
    if match is None:
        raise ValueError(f"not a period: {period}")
    number, unit = int(match[1]), match[2]
    if unit in ("天", "日") or unit.startswith("day"):
        return relativedelta(days=number)
    if unit in ("个月", "月") or unit.startswith("month"):
        return relativedelta(months=number)
    return relativedelta(years=number)
