"""Dates that the end of a line broke in two: 出院2025-05-|26, 2024|年05月14日."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.layout import Run, right_of, same_row
from ocr.strips import Strip
from ocr.values.dates import find_dates

BEGUN_DATE = re.compile(r"(?:19|20)\d\d\s?(?:[-/.年]\s?(?:\d{1,2}\s?(?:[-/.月]\s?\d?)?)?)?")
"""A date up to any of its characters but the last."""
_REST = re.compile(r"\s*[-/.年月日\d]{1,8}(?![-/.年月\d])")
_TO = re.compile(r"[至到~～—–]+")
LINE = 1.2
"""Text heights between the lines of one value, at most."""


def lacks_its_day(value: object, raw: str) -> bool:
    """Whether a date is a month in figures alone, as print never leaves it: a stamp or an edge hid the day.

    >>> lacks_its_day("2024-02", "2024-02"), lacks_its_day("2024-02", "2024年2月")
    (True, False)
    """
    return re.fullmatch(r"\d{4}-\d\d", str(value)) is not None and "月" not in raw


def whole_date(begun: Run, runs: Sequence[Run], *, period: bool = False) -> Strip | None:
    """The date that ``begun`` holds the beginning of, with its rest at the head of the next line.

    ``period``: what begins is the second date of a period, 2024年5月15日至2027年5.

    The rest stands left of its beginning, where the lines of that paragraph begin.
    """
    if not _begins_a_date(begun.text, period=period) or right_of(runs, begun):
        return None
    row = [r for r in runs if same_row(r, begun)]
    under = [
        r
        for r in runs
        if -0.4 * begun.height < r.box[1] - begun.box[3] < LINE * begun.height
        and r.box[0] < begun.box[0]
        and _begins_where(r, row)
    ]
    for run in sorted(under, key=lambda r: -r.box[0]):
        rest = _REST.match(run.text)
        if rest is None:
            continue
        text = begun.text.rstrip() + rest.group()
        chars = begun.chars[: len(begun.text.rstrip())] + run.chars[: rest.end()]
        dates = find_dates(text)
        if len(dates) == 1 + period and dates[-1][0].day is not None and dates[-1][2] == len(text):
            return Strip(text, chars)
    return None


def _begins_a_date(text: str, *, period: bool) -> bool:
    if not period:
        return BEGUN_DATE.fullmatch(text.strip()) is not None
    last = _TO.split(text.strip())
    return len(last) == 2 and bool(find_dates(last[0])) and BEGUN_DATE.fullmatch(last[1].strip()) is not None


def _begins_where(run: Run, row: Sequence[Run]) -> bool:
    return any(abs(run.box[0] - r.box[0]) < run.height for r in row)
