"""Dates of a bill that no label gives, or one whose letters were misread.

Bills are printed into forms of the province by cashiers' printers, a line off or over the form's own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz.distance import Levenshtein

from ocr.bare_dates import bare_date, dated_by_label, is_labelled, is_under_label
from ocr.geometry import meet
from ocr.label_words import VOCABULARY
from ocr.layout import Run, same_row
from ocr.reliance import LOOSELY
from ocr.sheet_fields import Sheet
from ocr.strips import join_rows
from ocr.values.dates import find_dates
from ocr.values.text import fold

_CASHIER = re.compile(r"收[款费](?:单位|人|员)|开票[人员]|复核人?|审核")
_CASHIERS_DATE = re.compile(
    r"收[款费][人员]\s*[:：]\s*[A-Za-z0-9\u4e00-\u9fff]{1,10}\s{1,8}(?=(?:19|20)\d\d)"
)
_OF_PATIENT = ("patient_name", "sex", "record_number")
_OF_STAY = frozenset({"admission_date", "discharge_date"})
_FILLED_FORM = re.compile(r"(?P<y>20\d\d)[\s年]+(?P<m>[01]?\d)[\s月]+(?P<d>[0-3]?\d)(?!\d)")
"""Numbers printed over a form's 年 月 日, some of which the reader lost."""
_LABELS: Mapping[str, str] = {
    word + end: field
    for field, words in {
        "issue_date": "开票 收费 结算 缴费 交款 票据",
        "visit_date": "就诊 门诊 看诊",
        "admission_date": "入院",
        "discharge_date": "出院",
        "birth_date": "出生",
    }.items()
    for word in words.split()
    for end in ("日期", "时间")
}
"""What a bill's own labels of dates ask for."""
_CLOCK = re.compile(r"[0-2]?\d:[0-5]\d")
"""Hours and minutes, which programs stamp and nobody writes."""
_MISREAD = re.compile(r"(?P<label>[\u4e00-\u9fff]{3,5}):(?=(?:19|20)\d\d)")


def fill_in_bill_dates(sheet: Sheet) -> None:
    """Add the dates of a bill that stand on it without a label that was read."""
    _behind_misread_labels(sheet)
    for filler in (_date_over_form, _date_beside_cashier):
        if sheet.lacks("issue_date"):
            filler(sheet)
    for filler in (_only_date, _only_clocked_day, _only_day):
        if sheet.lacks("issue_date", "visit_date"):
            filler(sheet)


def _behind_misread_labels(sheet: Sheet) -> None:
    """A date behind a label with one character misread or lost, where only one of a bill's can be meant.

    开日期:2024-03-05 asks for the day of issue; what is listed, misread or not, was looked at before.
    """
    for run in sheet.runs:
        found = _MISREAD.match(fold(run.text))
        if found is None or found["label"] in VOCABULARY:
            continue
        fields = {f for word, f in _LABELS.items() if Levenshtein.distance(word, found["label"]) == 1}
        dates = find_dates(run.text)[:1]
        for name in fields if len(fields) == 1 and dates else ():
            date, start, end = dates[0]
            if sheet.lacks(name) and date.day is not None:
                sheet.add(name, date.iso, run, start, end, most=LOOSELY)


def _only_date(sheet: Sheet) -> None:
    """The one date of a bill that no label claims, with its 年 月 日; labels may ask for the stay's."""
    if any(s.concept.endswith("_date") and s.concept not in _OF_STAY for s in sheet.slots):
        return
    dated = [(bare_date(r.text), r) for r in sheet.runs if re.search(r"年.*月.*日", r.text)]
    claimed = dated_by_label(sheet)
    dated = [(d, r) for d, r in dated if not any(id(c) in claimed for c in r.chars)]
    found = {date: run for date, run in dated if date and not is_labelled(sheet, run)}
    if len(found) == 1:
        date, run = next(iter(found.items()))
        sheet.add("issue_date", date, run, most=LOOSELY)


def _only_clocked_day(sheet: Sheet) -> None:
    """The one day that a cashier's program stamped with the time, anywhere on the sheet: 2023-07-04 09:15.

    It stands by itself: behind 打印时间, 预约时间 or any other words it is the day of something else.
    """
    claimed = dated_by_label(sheet)
    stamped = [(bare_date(r.text), r) for r in sheet.runs if _CLOCK.search(fold(r.text))]
    found = {
        date: run
        for date, run in stamped
        if date
        and not any(id(c) in claimed for c in run.chars)
        and not (is_labelled(sheet, run) or is_under_label(sheet, run))
    }
    if len(found) == 1:
        date, run = next(iter(found.items()))
        sheet.add("issue_date", date, run, most=LOOSELY)


def _only_day(sheet: Sheet) -> None:
    """The one date of a bill on which no other stands, by itself on the patient's row: 李建国 女 2023-7-4."""
    dated = [run for run in sheet.runs if find_dates(run.text)]
    date = bare_date(dated[0].text) if len(dated) == 1 else None
    if not date or len(date) < len("2023-07-04"):
        return
    told = [f.box for name in _OF_PATIENT for f in sheet.found.get(name, [])]
    beside = any(meet(run.box, box) for run in sheet.runs if same_row(run, dated[0]) for box in told)
    if beside and not (is_labelled(sheet, dated[0]) or is_under_label(sheet, dated[0])):
        sheet.add("issue_date", date, dated[0], most=LOOSELY)


def _date_beside_cashier(sheet: Sheet) -> None:
    """The one bare date on the row of those who took the money: 收费单位：… 收款人：… 2023-03-03.

    On strips it ends the cashier's own line: 收费员：3684 2024.05.01 15:41:06.
    """
    cashiers = [r for r in sheet.runs if _CASHIER.search(fold(r.text))]
    for cashier in cashiers:
        behind = _CASHIERS_DATE.search(cashier.text)
        dates = find_dates(cashier.text[behind.end() :]) if behind else []
        if behind and len(dates) == 1 and dates[0][1] == 0:
            end = behind.end() + dates[0][2]
            sheet.add("issue_date", dates[0][0].iso, cashier, behind.end(), end, most=LOOSELY)
            return
    rows = [r for r in sheet.runs if any(r is not c and same_row(c, r) for c in cashiers)]
    dated = {date: r for r in rows if (date := bare_date(r.text)) and not is_labelled(sheet, r)}
    if len(dated) == 1:
        date, run = next(iter(dated.items()))
        sheet.add("issue_date", date, run)


def _date_over_form(sheet: Sheet) -> None:
    """The date at a bill's foot whose numbers a printer set over the form's own 年 月 日, as several runs."""
    low = [
        r for r in sheet.runs if r.box[1] > 0.6 * sheet.height and re.fullmatch(r"[\d\s年月日:：]+", r.text)
    ]
    for run in reversed(low):
        near = [run]
        for other in sorted((r for r in low if same_row(r, run)), key=lambda r: r.box[0]):
            if other.box[0] > near[-1].box[0] and other.box[0] - near[-1].box[2] < 4 * run.height:
                near.append(other)
        strip = join_rows([near])
        found = _FILLED_FORM.match(strip.text)
        dates = find_dates(f"{found['y']}-{found['m']:0>2}-{found['d']:0>2}") if found else []
        if found and dates and not is_labelled(sheet, near[0]):
            chars = tuple(c for c in strip.chars[: found.end("d")] if c.text.isdigit())
            joined = Run("".join(c.text for c in chars), chars, None, vertical=False)
            sheet.add("issue_date", dates[0][0].iso, joined, most=LOOSELY)
            return
