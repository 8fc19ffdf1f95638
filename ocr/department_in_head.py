"""The department without a label: in the head (心血管内科 15床), or behind its clinic (专家门诊(眼科))."""

from __future__ import annotations

import re

from ocr.institutions import parse_departments
from ocr.layout import Run, same_row
from ocr.reliance import LOOSELY
from ocr.sheet_fields import Sheet
from ocr.types import DocumentKind as K
from ocr.types import FieldValue
from ocr.values.text import fold

PAPERS = frozenset(
    {K.DISCHARGE_SUMMARY, K.OUTPATIENT_RECORD, K.INPATIENT_FRONT_PAGE, K.PRESCRIPTION, K.MEDICAL_INVOICE}
)
HEAD, BILLS_HEAD = 0.19, 0.3
"""So much of the page's height is its head, and a bill's, which is short."""
_ALONE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,12}科)(?:[一二三四五六七八九十\d]{0,2}(?:病?[区房]|门诊))?(?:[\s+,，/]?\d{1,3}(?:[-+]\d{1,2})?床)?"
)
_OFFICES = re.compile(
    r"医务|医保|医教|病案|质控|财务|检验|药剂|放射|影像|超声|病理|护理|信息|统计|档案|收费|门诊部|防保|预防|[专本分]科$"
    r"|学科|大学|附属|[省市县]"
)
"""Offices and what serves all wards, words that end alike (专科, 本科, 学科), and how a hospital's name
begins (某大学附属眼耳鼻喉科|医院)."""


_OF_A_CLINIC = re.compile(
    r"[\u4e00-\u9fff]{0,8}门诊(?:诊查费|挂号费?)?[(](?P<name>[\u4e00-\u9fff]{1,10}科)[)]?"
)
"""What was registered for, as tickets print it: 专家门诊(眼科), 冠心病专病门诊(心血管内科)."""


def department_of_clinic(sheet: Sheet) -> None:
    """Add the one department that stands in brackets behind a clinic, where no label gave any."""
    if not sheet.lacks("department", "ward"):
        return
    found: dict[FieldValue, Run] = {}
    for run in sheet.runs:
        clinic = _OF_A_CLINIC.fullmatch(fold(run.text))
        told = parse_departments(clinic["name"]) if clinic and not _OFFICES.search(clinic["name"]) else []
        if told:
            found.setdefault(told[0].value, run)
    if len(found) == 1:
        value, run = next(iter(found.items()))
        sheet.add("department", value, run, most=LOOSELY)


_BEFORE_A_BED = re.compile(
    r"(?:^|(?<=[\s\]】)）]))(?:病[区室]|科[室别])?(?P<name>[\u4e00-\u9fff]{1,12}科)(?:\s+\d{1,3}\s?床(?=\s|$)|$)"
)
_BED = re.compile(r"\d{1,3}\s?床")
"""On the row of a bill's patient: 李建国 男 48岁 住院号[1234567] 心血管内科 25床."""


def department_before_bed(sheet: Sheet) -> None:
    """Add the department named right before the bed in a bill's head, where no label gave any."""
    if not sheet.lacks("department", "ward"):
        return
    for run in sheet.runs:
        told = _BEFORE_A_BED.search(run.text) if run.box[3] < BILLS_HEAD * sheet.height else None
        if told is None or (
            told.end() == len(run.text) and not told[0].endswith("床") and not _bed_follows(sheet, run)
        ):
            continue
        if found := [] if _OFFICES.search(told["name"]) else parse_departments(told["name"]):
            sheet.add("department", found[0].value, run, *told.span("name"), most=LOOSELY)
            return


def _bed_follows(sheet: Sheet, run: Run) -> bool:
    """Whether the next run of the row is a bed: 25床."""
    right = [
        r for r in sheet.runs if r is not run and same_row(r, run) and r.box[0] >= run.box[2] - run.height / 2
    ]
    return bool(right) and _BED.match(min(right, key=lambda r: r.box[0]).text) is not None


def department_in_head(sheet: Sheet) -> None:
    """Add the one department that stands alone on its run in the head, where no label gave any."""
    if sheet.kind not in PAPERS or not sheet.lacks("department", "ward", "discharge_department"):
        return
    found: dict[FieldValue, Run] = {}
    for run in sheet.runs:
        text = fold(run.text)
        head = BILLS_HEAD if sheet.kind is K.MEDICAL_INVOICE else HEAD
        alone = _ALONE.fullmatch(text) if run.box[3] < head * sheet.height else None
        told = parse_departments(run.text) if alone and not _OFFICES.search(alone["name"]) else []
        if told:
            found.setdefault(told[0].value, run)
    if len(found) == 1:
        value, run = next(iter(found.items()))
        sheet.add("department", value, run, most=LOOSELY)
