"""Entries of a record booklet: each visit opens with its date, and often its department, on a line by itself.

2024年11月5日                      肝病科
发现…，查体：…。诊断：…
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.institutions import parse_departments, parse_hospitals
from ocr.layout import Run, same_row
from ocr.reliance import LOOSELY
from ocr.sheet_fields import Sheet
from ocr.values.dates import find_dates

_ATTENDED = re.compile(
    r"已(?:就诊|接诊|看诊|诊|完成|结束|取号|签到)|(?:就诊|问诊|接诊|诊疗)(?:已)?(?:完成|结束)|复诊|初诊|上午|下午"
)
"""What a telephone prints behind the time of a visit that took place."""
_TOOK_PLACE = re.compile(r"已|完成|结束")
_TO_COME = re.compile(r"预约|下次|待就诊|未就诊|候诊|提醒|[建拟]议?于?[^,，。]{0,4}复诊")
"""Beside a time: a visit that is still to come."""
BESIDE = 2.0
"""Text heights from such a word to the time it tells of, at most."""
_PERSON = re.compile(r"[\u4e00-\u9fff·]{2,6}\s+[男女]\s+\d{1,3}\s?岁\s")
"""Name, sex and age, with which a line begins that goes on with the department and the time of the visit."""
_TIME = re.compile(r"\d{1,2}[:：时]\d{0,2}(?:[:：分]\d{0,2})?秒?")
_DEPARTMENT = re.compile(r"[\u4e00-\u9fff]{1,14}(?:科|门诊|中心)")
BELOW = 2.5
"""Text heights under its date within which an entry's text begins."""
ALIGNED = 2.5


def fill_in_visits(sheet: Sheet) -> None:
    """The dates and departments that open entries; none where a label gives the day of the visit."""
    for run in sheet.runs:
        dates = find_dates(run.text)
        if len(dates) != 1 or not _opens_entry(run, sheet.runs):
            continue
        date, start, end = dates[0]
        rest = _TIME.sub("", run.text[:start] + run.text[end:]).strip(" :：,，;；")
        beside = [r for r in sheet.runs if r is not run and same_row(r, run)]
        if date.day is None or not all(_is_department(t) for t in [rest] if t):
            continue
        if not all(_is_department(r.text) or _is_hospital(r.text) for r in beside) or len(beside) > 2:
            continue
        sheet.add("visit_date", date.iso, run, start, end)
        for other in beside:
            if _is_department(other.text):
                _add_department(sheet, other, opened=True)
        if rest:
            _add_department(sheet, run.part(run.text.index(rest)) or run)


def fill_in_attended(sheet: Sheet) -> None:
    """The day of a visit that a telephone shows by itself, with its hour and 已就诊 behind it."""
    for run in sheet.runs:
        dates = find_dates(run.text)
        if len(dates) != 1 or not sheet.lacks("visit_date"):
            continue
        date, start, end = dates[0]
        rest = run.text[end:]
        headed = _PERSON.match(run.text) is not None or (
            not run.text[:start].strip() and _follows(run, sheet)
        )
        alone = headed or (not run.text[:start].strip() and _ATTENDED.fullmatch(_TIME.sub("", rest).strip()))
        if alone and date.day is not None and _TIME.search(rest) and not _is_to_come(run, sheet.runs):
            sure = _TOOK_PLACE.search(rest) is not None
            sheet.add("visit_date", date.iso, run, start, end, most=1.0 if sure else LOOSELY)


def _is_to_come(run: Run, runs: Sequence[Run]) -> bool:
    """Whether an appointment is told of in this line or right over, under or beside it."""
    near = (
        r
        for r in runs
        if run.box[1] - BESIDE * run.height < r.box[3] and r.box[1] < run.box[3] + BESIDE * run.height
    )
    return any(_TO_COME.search(r.text) for r in near)


def _follows(run: Run, sheet: Sheet) -> bool:
    """Whether the same row begins with a person's name, sex and age."""
    return any(
        same_row(r, run) and r.box[2] <= run.box[0] and _PERSON.match(r.text + " ") for r in sheet.runs
    )


def _add_department(sheet: Sheet, run: Run, *, opened: bool = False) -> None:
    """The department of an entry; further ones only where they stand beside the dates, each once."""
    told = parse_departments(run.text)
    known = {f.value for f in sheet.found.get("department", [])}
    if told and told[0].value not in known and (opened or not known):
        sheet.add("department", told[0].value, run)


def _is_hospital(text: str) -> bool:
    """Whether a text is a hospital's name and nothing else, with or without its campus in brackets."""
    found = parse_hospitals(text)
    return bool(found) and found[0].start == 0 and found[0].end == len(text.rstrip())


def _is_department(text: str) -> bool:
    return _DEPARTMENT.fullmatch(text.strip()) is not None


def _opens_entry(run: Run, runs: Sequence[Run]) -> bool:
    """Whether a run stands first on its row with a text set under it, at the same margin."""
    if any(r is not run and same_row(r, run) and r.box[0] < run.box[0] for r in runs):
        return False
    margin = ALIGNED * run.height
    return any(
        0 <= r.box[1] - run.box[3] + 0.5 * run.height <= BELOW * run.height
        and abs(r.box[0] - run.box[0]) <= margin
        for r in runs
    )
