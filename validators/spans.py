"""Days and months as written, compared as spans: surely before, surely not, or cannot tell."""

from __future__ import annotations

import datetime as dt

from dateutil.relativedelta import relativedelta

from ocr.values.dates import PartialDate, parse_date
from validators.papers import Value


def span_of(value: Value) -> PartialDate | None:
    """The date of a field (``YYYY-MM-DD``, or ``YYYY-MM`` for a month); ``None`` for 长期 and the like."""
    return parse_date(value.text)


def inside(date: PartialDate, first: dt.date, last: dt.date) -> bool | None:
    """Whether ``date`` lies in ``[first, last]``; a month only if all of it, or none of it, does.

    >>> inside(PartialDate(2025, 3), dt.date(2025, 3, 15), dt.date(2025, 12, 31)) is None
    True
    """
    if first <= date.earliest and date.latest <= last:
        return True
    return False if date.latest < first or date.earliest > last else None


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day of the month ``months`` earlier, or that month's last day.

    >>> months_before(dt.date(2025, 11, 20), 24), months_before(dt.date(2024, 2, 29), 12)
    (datetime.date(2023, 11, 20), datetime.date(2023, 2, 28))
    """
    return day - relativedelta(months=months)
