"""Amounts and spans of time as an officer writes them in a standard.

>>> parse_period("2 years").months, parse_period("6个月").months, parse_period("90 天").days
(24, 6, 90)
>>> parse_amount("707 μmol/L").unit, parse_amount("-2.5").value
('μmol/L', Decimal('-2.5'))
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from dateutil.relativedelta import relativedelta

from ocr.values.quantities import normalise_unit
from ocr.values.text import clean

_PERIOD = re.compile(r"(\d{1,3})\s*(years?|年|months?|个?月|days?|天|日|weeks?|周)")
_AMOUNT = re.compile(r"([-+]?\d+(?:\.\d+)?)\s*(.*)")


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time: whole months, or days."""

    months: int = 0
    days: int = 0

    def before(self, day: dt.date) -> dt.date:
        """The day that lies this span before ``day``; a month's missing day becomes its last."""
        return day - relativedelta(months=self.months, days=self.days)

    def after(self, day: dt.date) -> dt.date:
        """The day that lies this span after ``day``."""
        return day + relativedelta(months=self.months, days=self.days)

    def __str__(self) -> str:
        if self.days:
            return f"{self.days} 天"
        return f"{self.months // 12} 年" if self.months % 12 == 0 else f"{self.months} 个月"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; ``None`` for a number without one (a T score, a count)."""

    value: Decimal
    unit: str | None = None

    def __str__(self) -> str:
        return f"{self.value.normalize():f} {self.unit}" if self.unit else f"{self.value.normalize():f}"


def parse_period(text: str) -> Period:
    """``2 years``, ``6 months``, ``90 days``, ``2 年``, ``6 个月`` …; raises ``ValueError``."""
    match = _PERIOD.fullmatch(clean(str(text)).strip())
    if match is None or int(match[1]) == 0:
        raise ValueError(f"not a span of time: {text!r}")
    number, unit = int(match[1]), match[2]
    if unit.startswith("year") or unit == "年":
        return Period(months=12 * number)
    if unit.startswith("month") or unit.endswith("月"):
        return Period(months=number)
    return Period(days=number * (7 if unit.startswith("week") or unit == "周" else 1))


def parse_amount(text: str) -> Amount:
    """``707 μmol/L``, ``-2.5``, ``0.4 cm``; raises ``ValueError``."""
    match = _AMOUNT.fullmatch(clean(str(text)).strip())
    if match is None:
        raise ValueError(f"not an amount: {text!r}")
    unit = (normalise_unit(match[2]) or _counted(match[2])) if match[2] else None
    if match[2] and unit is None:
        raise ValueError(f"not a unit: {match[2]!r}")
    return Amount(Decimal(match[1]), unit)


def _counted(unit: str) -> str | None:
    """Chinese words for what is counted."""
    return unit if unit in ("岁", "年", "月", "天", "周", "级", "分", "枚", "处", "支") else None
