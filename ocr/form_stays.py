"""Stays in hospital that forms ask for in a cell: 近两年住院情况 | 2023.12.16—2023.12.31，共15天."""

from __future__ import annotations

import re

from ocr.geometry import overlap
from ocr.layout import Run
from ocr.reliance import LOOSELY
from ocr.schema import FIELDS
from ocr.sheet_fields import Sheet
from ocr.stays import find_stay
from ocr.strips import Strip, strip_of
from ocr.values.dates import find_dates
from ocr.values.text import fold

DASH_BETWEEN = re.compile(
    r"(?<=[-/.]\d\d)[-—–](?=(?:19|20)\d\d[-/.])|(?<=\d{8})[-—–|](?=(?:19|20)\d{6}(?!\d))"
)
"""A dash between two dates, as wide as those within them: 2023.12.16-2023.12.31."""
_TO = re.compile(r"[\s日]*(?:至|到|[-—–~～]{1,2})\s*")
_COUNTED = re.compile(r"\s*[日止]?\s*[,，(（]?\s*(?:共|计|住院)+\s*(?:住院)?\s*\d{1,3}\s*[天日]")
"""How many days it took stands behind the dates of a stay and of nothing else."""
_STAYS = re.compile(r"住院(?!费|号)")


_LEFT_OPEN = re.compile(
    r"\s*(?:\d{8}|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\s?\d{1,2}[:：]\d{2})?\s*(?:至|到|[-—–~～]{1,2})\s*"
)
"""The first day of a stay whose second one a narrow column of a bill sets on the next line."""
BELOW = 1.6
"""Text heights from a line to the one it goes on with, at most."""


def with_end_below(sheet: Sheet, label: Run, strip: Strip) -> Strip:
    """The strip with the one date below it that ends a stay broken off there: 20230225至 / 20230304."""
    if not _LEFT_OPEN.fullmatch(strip.text):
        return strip
    _, y0, x1, _ = strip.box(0, len(strip.text))
    under = [
        r
        for r in sheet.runs
        if 0 < r.box[1] - y0 < BELOW * label.height
        and label.box[0] - label.height < r.box[0] < x1
        and (found := find_dates(r.text))
        and found[0][1] == 0
    ]
    if len(under) != 1:
        return strip
    return Strip(strip.text + under[0].text, strip.chars + under[0].chars)


def fill_in_stay(sheet: Sheet) -> None:
    """Add both ends of the one stay told in a form's cell; nothing where several are listed.

    Where no cell tells one, the history may: 于2024年3月5日入我院心内科.
    """
    if not sheet.lacks("admission_date", "discharge_date"):
        return
    told = [(run, ends) for run in sheet.runs if (ends := _ends(sheet, run))]
    if not told:
        _told_in_history(sheet)
    if len(told) != 1:
        return
    run, ends = told[0]
    for name, (value, start, end) in zip(("admission_date", "discharge_date"), ends, strict=True):
        sheet.add(name, value, run, start, end)


def _told_in_history(sheet: Sheet) -> None:
    strip = strip_of(sheet.runs)
    for mention in find_stay(strip.text):
        if sheet.lacks(mention.field) and mention.field in FIELDS[sheet.kind].values():
            chars = tuple(c for c in strip.chars[mention.start : mention.end] if c.text != "\n")
            run = Run("".join(c.text for c in chars), chars, None, vertical=False)
            sheet.add(mention.field, mention.value, run, most=LOOSELY)


def _ends(sheet: Sheet, run: Run) -> list[tuple[str, int, int]]:
    dates = find_dates(DASH_BETWEEN.sub("至", run.text))
    if len(dates) != 2 or not _TO.fullmatch(run.text, dates[0][2], dates[1][1]):
        return []
    (first, _, _), (last, _, end) = dates
    if first.day is None or last.day is None or not first <= last:
        return []
    counted = _COUNTED.match(run.text, end) is not None
    return [(d.iso, s, e) for d, s, e in dates] if counted or _is_asked_for(sheet, run) else []


def _is_asked_for(sheet: Sheet, run: Run) -> bool:
    """Whether the cell left of the run's asks for stays."""
    box = run.cell_box
    if box is None:
        return False
    heads = [
        r
        for r in sheet.runs
        if r.cell != run.cell
        and r.cell_box is not None
        and r.cell_box[2] <= box[0] + run.height
        and overlap(r.cell_box[1], r.cell_box[3], run.box[1], run.box[3]) > 0
    ]
    return bool(_STAYS.search("".join(fold(r.text) for r in heads)))
