"""Stays in hospital that forms ask for in a cell: 近两年住院情况 | 2023.12.16—2023.12.31，共15天."""

from __future__ import annotations

import re

from ocr.geometry import overlap
from ocr.layout import Run
from ocr.sheet_fields import Sheet
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


def fill_in_stay(sheet: Sheet) -> None:
    """Add both ends of the one stay told in a form's cell; nothing where several are listed."""
    if not sheet.lacks("admission_date", "discharge_date"):
        return
    told = [(run, ends) for run in sheet.runs if (ends := _ends(sheet, run))]
    if len(told) != 1:
        return
    run, ends = told[0]
    for name, (value, start, end) in zip(("admission_date", "discharge_date"), ends, strict=True):
        sheet.add(name, value, run, start, end)


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
