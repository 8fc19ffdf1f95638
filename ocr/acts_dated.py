"""Dates behind the bare word of what was done: 审核 2024-01-09 17:48 at a report's foot, 时间：… on a slip.

Sampling, receiving and printing are acts as well, and none of them is the day of the report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.layout import Run, same_row
from ocr.reliance import LOOSELY
from ocr.sheet_fields import Sheet
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates

REPORTS = frozenset({K.LAB_REPORT, K.EXAM_REPORT, K.PATHOLOGY_REPORT})
FAR = 6.0
"""Text heights between the word and its date, at most."""
_ACTS = ("报告|发布|签发|发报告", "审核|审定|审签|批准", "复核|核准|检验|检测")
"""What is done last to a report, by how surely its day is the report's."""
_CLOCK = re.compile(r"\s{0,2}\d{1,2}[:：]\d{2}")
_PAID = re.compile(r"\s*(?:时间|日期)\s*[:：]\s*")


def fill_in_acts(sheet: Sheet) -> None:
    """The day on which a report was released or checked, or a slip printed at the counter."""
    if sheet.kind in REPORTS and sheet.lacks("report_date", "plain_date"):
        for acts in _ACTS:
            if _add(sheet, "report_date", re.compile(rf"\s*(?:{acts})\s*[:：]?\s*"), timed=False):
                return
    if sheet.kind is K.MEDICAL_INVOICE and sheet.lacks("issue_date", "visit_date"):
        _add(sheet, "issue_date", _PAID, timed=True)


def _add(sheet: Sheet, name: str, word: re.Pattern[str], *, timed: bool) -> bool:
    """Add the one date behind the word, on its run or the next one; ``timed``: only with a time of day."""
    found: dict[str, tuple[Run, int, int]] = {}
    for run in sheet.runs:
        label = word.match(run.text)
        if label is None:
            continue
        told, at = (run, label.end()) if label.end() < len(run.text) else (_behind(run, sheet.runs), 0)
        dates = find_dates(told.text[at:]) if told else []
        if told is None or not dates or dates[0][1] > 0 or dates[0][0].day is None:
            continue
        date, start, end = dates[0]
        if not timed or _CLOCK.match(told.text[at + end :].lstrip(" .·")):
            found[date.iso] = (told, at + start, at + end)
    if len(found) != 1:
        return False
    iso, (run, start, end) = next(iter(found.items()))
    sheet.add(name, iso, run, start, end, most=LOOSELY)
    return True


def _behind(word: Run, runs: Sequence[Run]) -> Run | None:
    """The nearest text right of the word on its row, not far from it."""
    right = [
        r for r in runs if same_row(r, word) and -word.height < r.box[0] - word.box[2] < FAR * word.height
    ]
    return min((r for r in right if r is not word), key=lambda r: r.box[0], default=None)
