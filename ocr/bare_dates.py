"""Dates by themselves on a page, whether a label asks for them, and those of signatures on forms."""

from __future__ import annotations

import re

from ocr.labels import find_labels
from ocr.layout import Run, same_row
from ocr.reliance import UNLABELLED
from ocr.sheet_fields import Sheet
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates
from ocr.values.text import fold

_APPLICANT = re.compile(r"(申请人|参保人员?|本人|备案人|申请者)(\(?(签名|签字|签章|盖章)|.{0,2}[:：])")
_TIME = re.compile(r"^\s?\d\d[-:：.]\d\d[-:：.]\d\d$")
_DATED = re.compile(r"日期|时间|日$|年月|期限|有效|起始|复诊|随访|预约|批号")
_UNKNOWN_DATE = re.compile(r"(?:日期|时间|年月|期限|有效期)[:：]?$")
HEAD = 0.1
"""Part of a page's height above which no date of a signature stands."""
_SIGNER = re.compile(r"(?:医师|医生|专家|审核人|经办人|负责人)[(（]?(?:签名|签字|签章)[)）]?[:：]")
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}")


def bare_date(text: str) -> str | None:
    """The date, where the text is nothing else: no 复诊2026-01-15, no 至2026年12月31日, no 批号."""
    text = text.lstrip("—–_＿ ")
    dates = find_dates(text)
    if len(dates) != 1:
        return None
    date, start, end = dates[0]
    rest = text[:start] + _TIME.sub("", text[end:])
    return None if re.sub(r"日期|[\s:：,，.。()（）|盖公章年月日期时分\d]", "", rest) else date.iso


def dated_by_label(sheet: Sheet) -> set[int]:
    """The characters (by identity) that a label of a date or period lays claim to."""
    dated = [
        s
        for s in sheet.slots
        if s.concept.endswith("_date") or s.concept.startswith("valid") or s.concept == "birth"
    ]
    return {id(c) for slot in dated for strip in slot.strips[:1] for c in strip.chars}


def is_labelled(sheet: Sheet, run: Run) -> bool:
    """Whether the run left on the row ends with a label of a date: the date is that label's, known or not."""
    left = [
        r for r in sheet.runs if r is not run and same_row(r, run) and r.box[2] <= run.box[0] + run.height
    ]
    if not left:
        return False
    nearest = max(left, key=lambda r: r.box[2])
    hits = find_labels(nearest.text)
    known = bool(hits) and not nearest.text[hits[-1].end :].strip() and bool(_DATED.search(hits[-1].word))
    return known or bool(_UNKNOWN_DATE.search(fold(nearest.text)))


def dates_beside_signatures(sheet: Sheet) -> None:
    """Bare dates on a form: each signer's; the applicant's is the application's where no label gives one."""
    labelled = dated_by_label(sheet)
    for run in sheet.runs:
        date = bare_date(run.text)
        if not date or any(id(c) in labelled for c in run.chars) or is_labelled(sheet, run):
            continue
        if run.box[1] < HEAD * sheet.height or _CLOCK.search(run.text):
            continue  # of a print, not of a hand
        beside = [r for r in sheet.runs if same_row(r, run) and _APPLICANT.search(fold(r.text))]
        own = sheet.kind is not K.RECOGNITION_FORM and bool(beside) and sheet.lacks("application_date")
        name = "application_date" if own else "sign_date"
        if all(f.value != date for f in sheet.found.get(name, [])):
            sheet.add(name, date, run, most=UNLABELLED)


def dates_behind_signatures(sheet: Sheet) -> None:
    """The date that ends the line of a signature: 医师签章：唐莹（副主任医师） 2024年4月21日."""
    labelled = dated_by_label(sheet)
    for run in sheet.runs:
        dates = find_dates(run.text)[-1:] if _SIGNER.search(fold(run.text)) else []
        for date, start, end in dates:
            bare = not run.text[end:].strip(" 。.") and run.text[start - 1 : start].isspace()
            claimed = any(id(c) in labelled for c in run.chars[start:end])
            if bare and not claimed and all(f.value != date.iso for f in sheet.found.get("sign_date", [])):
                sheet.add("sign_date", date.iso, run, start, end, most=UNLABELLED)
