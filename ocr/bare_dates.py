"""Dates by themselves on a page, whether a label asks for them, and those of signatures on forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ocr.geometry import meet, overlap
from ocr.labels import find_labels
from ocr.layout import Run, same_row
from ocr.opinions import head_of
from ocr.parse import parse_names
from ocr.reliance import LOOSELY
from ocr.sheet_fields import Sheet
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates
from ocr.values.text import fold

_APPLICANT = re.compile(
    r"(申请人|参保人员?|本人|备案人|申请者)(\([^()]{2,8}\))?(\(?(签名|签字|签章|盖章)|.{0,2}[:：])"
)
_APPLICANTS_OWN = re.compile(
    r"(?:本人|申请人|参保人员?|申请者)(?:(?![医专局]|经办|审[核批查]|[复初]审|复核|核准|受理|负责|单位|中心|代[办理]).){0,60}签[名字章]"
)
_APPLICANT_OR_AGENT = re.compile(
    r"申[请报]人[(/或、]{1,2}或?(?:代[办理]人|监护人|家属|委托人)\)?\(?签[名字章]"
)
"""申请人（代办人）签字: either may sign, and it is the application that is dated."""
_OFFICIAL = re.compile(
    r"(?:经办|审核|复核|审批|核准|受理|初审|复审)(?:人|人员|机构)?(?:签[名字章])?[:：]"
    r"|(?:医|医?疗)保障?(?:局|事务中心|服务中心|中心)|保险(?:事业|基金)?(?:管理|服务|经办)*(?:局|中心|处|所)|经办机构"
)
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{0,16}(?:保障|保险)(?:局|(?:事务|服务|管理|事业|经办|基金|结算)*(?:中心|处|所|局))(?:[(（][^()（）]{0,6}[)）])?"
)
_MEDICAL = re.compile(r"医师|医生|专家|主任|医院|医疗机构|申请人|参保人|本人|代办")
"""Who signs on a form besides the bureau's own people."""
_TIME = re.compile(r"^\s?\d\d[-:：.]\d\d[-:：.]\d\d$")
_DATED = re.compile(r"日期|时间|日$|年月|期限|有效|起始|复诊|随访|预约|批号")
_UNKNOWN_DATE = re.compile(r"(?:日期|时间|年月|期限|有效期)[:：]?$")
_COLUMN = re.compile(r"[\u4e00-\u9fff]{2,8}(?:日期|时间|年月)")
UNDER = 2.6
"""Text heights between a column's head and its first row, and between rows, at most."""
ABOVE = 4.5
"""Text heights above a date within which the place to sign stands that it belongs to."""
HEAD = 0.1
"""Part of a page's height above which no date of a signature stands."""
_SIGNER = re.compile(r"(?:医师|医生|专家|审核人|经办人|负责人)[(（]?(?:签名|签字|签章)[)）]?[:：]")
_SIGNS = frozenset({"physician", "reporter", "chief"})
_NAME_TO_DATE = re.compile(r"[\s/／,，、()（）|]*(?:(?:副?主任|主治|住院)?中?医师)?[\s/／,，、()（）|]*")
_HOURS = re.compile(r"\s*(?:\d{1,2}\s?[:：时点]\s?\d{0,2}(?:\s?[:：分]\s?\d{0,2}秒?)?)?\s*")
FILLED_IN = 0.15
"""Part of the page's height above which a form is dated in its head."""
LOWER = 0.4
"""Above this part of the page's height nobody signs."""
_VALID = re.compile(r"\s?[(（][^()（）]{0,8}(?:[有无]效|盖章|公章)[)）]")
"""A note behind the date of a certificate: （未盖公章无效）."""
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}")


def bare_date(text: str) -> str | None:
    """The date, where the text is nothing else: no 复诊2026-01-15, no 至2026年12月31日, no 批号."""
    text = text.lstrip("—–_＿ ")
    dates = find_dates(text)
    if len(dates) != 1:
        return None
    date, start, end = dates[0]
    rest = text[:start] + _TIME.sub("", _VALID.sub("", text[end:]))
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


def is_under_label(sheet: Sheet, run: Run) -> bool:
    """Whether the run stands in the column of a head that asks for dates: 确诊日期, 开始日期.

    Other dates may stand between the two.
    """
    at = run
    while True:
        over = [
            r
            for r in sheet.runs
            if 0 < at.box[1] - r.box[1] < UNDER * at.height
            and not same_row(r, at)
            and overlap(r.box[0], r.box[2], at.box[0], at.box[2])
            > 0.4 * min(r.box[2] - r.box[0], at.box[2] - at.box[0])
        ]
        if not over:
            return False
        at = max(over, key=lambda r: r.box[1])
        if not bare_date(at.text):
            return bool(_COLUMN.fullmatch(fold(at.text)))


def date_behind_signer(sheet: Sheet, name: str) -> None:
    """The date that stands right behind the last signer's name: 医师：张三 2024年3月15日, 张三/2024-03-15."""
    for date, run in behind_signers(sheet):
        sheet.add(name, date, run, most=LOOSELY)
        return


def behind_signers(sheet: Sheet) -> Iterator[tuple[str, Run]]:
    """Full dates right behind a signer's name in the lower part of the page, the last signer's first."""
    signers = [s for s in sheet.slots if s.concept in _SIGNS and s.label.box[1] > LOWER * sheet.height]
    for slot in reversed(signers):
        for strip in slot.strips[:1]:
            dates = find_dates(strip.text)
            names = parse_names(strip.text[: dates[0][1]]) if len(dates) == 1 else []
            if not names or dates[0][0].day is None:
                continue
            date, start, end = dates[0]
            if _NAME_TO_DATE.fullmatch(strip.text[names[-1].end : start]) and _HOURS.fullmatch(
                strip.text[end:]
            ):
                chars = strip.chars[start:end]
                yield date.iso, Run("".join(c.text for c in chars), chars, None, vertical=False)


def date_in_head(sheet: Sheet) -> None:
    """The one bare date in the head of an application, where it was filled in, set right under the title."""
    if not sheet.lacks("application_date") or any(s.concept == "application_date" for s in sheet.slots):
        return
    dated = [
        (date, run)
        for run in sheet.runs
        if run.box[1] < FILLED_IN * sheet.height
        and not _CLOCK.search(run.text)
        and (date := bare_date(run.text))
        and not is_labelled(sheet, run)
    ]
    if len(dated) == 1 and "日" in dated[0][1].text:  # what a printer stamps has none
        sheet.add("application_date", *dated[0], most=LOOSELY)


def dates_beside_signatures(sheet: Sheet) -> None:
    """Bare dates on a form: each signer's; the applicant's is the application's where no label gives one.

    Those of a bureau's own people are left out: they come after what was applied for, and on a recognition
    form are the day it was issued.
    """
    labelled = dated_by_label(sheet)
    told = [f.box for name, found in sheet.found.items() if _is_of_dates(name) for f in found]
    for run in sheet.runs:
        date = bare_date(run.text)
        if not date or any(id(c) in labelled for c in run.chars) or is_labelled(sheet, run):
            continue
        if run.box[1] < HEAD * sheet.height or _CLOCK.search(run.text):
            continue  # of a print, not of a hand
        if is_under_label(sheet, run) or any(meet(run.box, box) for box in told):
            continue
        name = _name_of(sheet, run)
        if name and all(f.value != date for f in sheet.found.get(name, [])):
            sheet.add(name, date, run, most=LOOSELY)


def _is_of_dates(name: str) -> bool:
    return name.endswith("_date") or name.startswith("valid")


def _name_of(sheet: Sheet, run: Run) -> str | None:
    """The field of a bare date, by who signs beside it; ``None`` where no field takes it."""
    row = [fold(r.text) for r in sheet.runs if r is not run and same_row(r, run)]
    row = row or _office_above(sheet, run)
    if not any(_OFFICIAL.search(t) or _MEDICAL.search(t) for t in row):
        row = [*row, head_of(sheet, run)]
    if any(_OFFICIAL.search(t) for t in row) and not any(_MEDICAL.search(t) for t in row):
        issued = sheet.kind is K.RECOGNITION_FORM and sheet.lacks("issue_date")
        return "issue_date" if issued else None
    if sheet.kind is not K.RECOGNITION_FORM and sheet.lacks("application_date"):
        beside = any(_APPLICANT.search(t) for t in row)
        if beside or (sheet.kind is K.APPLICATION_FORM and _signed_above(sheet, run)):
            return "application_date"
    return "sign_date"


def _office_above(sheet: Sheet, run: Run) -> list[str]:
    """The office that a letter ends with, alone on the line over its date."""
    over = [
        r
        for r in sheet.runs
        if 0 < run.box[1] - r.box[1] < UNDER * run.height
        and r.cell == run.cell
        and overlap(r.box[0], r.box[2], run.box[0], run.box[2]) > 0
    ]
    return [text for r in over if _OFFICE.fullmatch(text := fold(r.text))]


def _signed_above(sheet: Sheet, run: Run) -> bool:
    """Whether the applicant's place to sign is the nearest one over a date, in its cell or left of it."""
    over = [
        r
        for r in sheet.runs
        if 0 < run.box[1] - r.box[1] < ABOVE * run.height
        and not same_row(r, run)
        and r.box[0] < run.box[2]
        and (run.cell is None or r.cell is None or r.cell == run.cell)
        and re.search(r"签[名字章]|盖章|意见|审核", r.text)
    ]
    return bool(over) and bool(_APPLICANT.search(fold(max(over, key=lambda r: r.box[1]).text)))


def application_signed(sheet: Sheet) -> None:
    """The date labelled 日期 beside the applicant's name is the application's, where no label gives one."""
    if sheet.kind is not K.APPLICATION_FORM or not sheet.lacks("application_date"):
        return
    for field in sheet.found.get("sign_date", []):
        run = next((r for r in sheet.runs if meet(r.box, field.box)), None)
        row = [r for r in sheet.runs if run and same_row(r, run) and r.cell == run.cell]
        told = "".join(fold(r.text) for r in sorted(row, key=lambda r: r.box[0]))
        if _APPLICANTS_OWN.search(told) or _APPLICANT_OR_AGENT.search(told):
            sheet.found["application_date"] = [field]
            sheet.found["sign_date"] = [f for f in sheet.found["sign_date"] if f is not field]
            return


def dates_behind_signatures(sheet: Sheet) -> None:
    """The date that ends the line of a signature: 医师签章：唐莹（副主任医师） 2024年4月21日."""
    labelled = dated_by_label(sheet)
    for run in sheet.runs:
        dates = find_dates(run.text)[-1:] if _SIGNER.search(fold(run.text)) else []
        for date, start, end in dates:
            bare = not run.text[end:].strip(" 。.") and run.text[start - 1 : start].isspace()
            claimed = any(id(c) in labelled for c in run.chars[start:end])
            if bare and not claimed and all(f.value != date.iso for f in sheet.found.get("sign_date", [])):
                sheet.add("sign_date", date.iso, run, start, end, most=LOOSELY)
