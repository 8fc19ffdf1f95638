"""Visits of a record sheet whose margin tells when and where: date, hour and department one over another.

就诊日期/科室 | 病情记录
2024.11.05    | 主诉：…
  09:20       | 病史：…
 肝病科       | 诊断：…
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.bare_dates import bare_date
from ocr.geometry import overlap
from ocr.institutions import parse_departments
from ocr.layout import Run
from ocr.sheet_fields import Sheet
from ocr.values.text import fold

_HEAD = re.compile(
    r"(?:就诊|门诊|就医|接诊)?(?:日期|时间)[/、与及和]?(?:就诊)?科[室别]|科[室别][/、与及和]?(?:就诊)?(?:日期|时间)"
    r"|就诊(?:日期|时间)"
)
_TIME = re.compile(r"\d{1,2}[:：时]\d{2}(?:[:：分]\d{2})?")
_DEPARTMENT = re.compile(r"[\u4e00-\u9fff]{1,14}(?:科|门诊|中心)")
NEAR = 2.2
"""Text heights from one line of an entry's margin to the next, at most."""
HIGHEST = 0.5
"""Part of the page's height in which the head of such a margin stands."""


def fill_in_visits_in_margin(sheet: Sheet) -> None:
    """Add each date that stands alone under such a head, and the departments under the dates."""
    for head in sheet.runs:
        if head.box[1] > HIGHEST * sheet.height or not _HEAD.fullmatch(fold(head.text)):
            continue
        under = sorted((r for r in sheet.runs if _is_under(head, r)), key=lambda r: r.box[1])
        for run in under:
            if (date := bare_date(run.text)) and len(date) == len("2024-11-05"):
                _add_once(sheet, "visit_date", date, run)
                _department_below(sheet, run, under)
        if under:
            return


def _is_under(head: Run, run: Run) -> bool:
    shared = overlap(head.box[0], head.box[2], run.box[0], run.box[2])
    return run.box[1] > head.box[3] - 0.3 * head.height and shared > 0.8 * (run.box[2] - run.box[0])


def _department_below(sheet: Sheet, date: Run, under: Sequence[Run]) -> None:
    """The department on one of the lines right under a date, with nothing but the hour between."""
    last = date
    for run in (r for r in under if r.box[1] > date.box[1]):
        if run.box[1] - last.box[3] > NEAR * date.height:
            return
        text = run.text.strip()
        if _DEPARTMENT.fullmatch(text):
            for told in parse_departments(text):
                _add_once(sheet, "department", str(told.value), run)
            return
        if not _TIME.fullmatch(text):
            return
        last = run


def _add_once(sheet: Sheet, name: str, value: str, run: Run) -> None:
    if all(f.value != value for f in sheet.found.get(name, [])):
        sheet.add(name, value, run)
