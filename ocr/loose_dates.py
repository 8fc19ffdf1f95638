"""Dates that papers print without a label: beside a signature, at the foot, in a sentence, in a photo.

No date is ever taken from the time of printing, sampling or receiving, nor made up.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ocr.acts_dated import fill_in_acts
from ocr.bare_dates import (
    application_signed,
    bare_date,
    date_behind_signer,
    date_in_head,
    dated_by_label,
    dates_behind_signatures,
    dates_beside_signatures,
    is_labelled,
)
from ocr.bill_dates import fill_in_bill_dates
from ocr.form_stays import DASH_BETWEEN, fill_in_stay, with_end_below
from ocr.layout import Run, same_row
from ocr.periods import SIGNED_FORMS, fill_in_periods
from ocr.reliance import HALF, LOOSELY
from ocr.rights_table import fill_in_rights
from ocr.schema import FIELDS
from ocr.sheet_fields import Sheet
from ocr.signed_before_issue import fill_in_signed_before_issue
from ocr.strips import Strip
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates
from ocr.values.text import fold
from ocr.visits import fill_in_attended, fill_in_visits

_FOOT_DATE: Mapping[K, str] = {
    K.DIAGNOSIS_CERTIFICATE: "issue_date",
    K.DISCHARGE_SUMMARY: "sign_date",
    K.AUTHORIZATION_LETTER: "sign_date",
    K.COMMITMENT_LETTER: "sign_date",
    K.WORK_POSTING_LETTER: "issue_date",
    K.REFERRAL_LETTER: "issue_date",
    K.OUTPATIENT_RECORD: "visit_date",
    K.PRESCRIPTION: "issue_date",
    K.LAB_REPORT: "report_date",
    K.EXAM_REPORT: "report_date",
    K.PATHOLOGY_REPORT: "report_date",
    K.UNKNOWN: "sign_date",
}
_SIGNED = re.compile(r"签\s*[名字章]")
"""In a form's cell the date beside a place to sign is the signer's, not the paper's."""
EARLIEST_PHOTO = 2020
FRAME = 0.5
"""A cell as high as this part of the page is the frame of the whole paper."""
_LOWER_PARTS = {
    **dict.fromkeys((K.LAB_REPORT, K.EXAM_REPORT, K.PATHOLOGY_REPORT), 0.6),
    **dict.fromkeys((K.DISCHARGE_SUMMARY, K.UNKNOWN), 0.4),
}
"""Above this part of the page's height a date without a label is not that of the foot."""
SLIP, SLIP_OF_BILLS = 1.3, 2.0
"""Text heights that a value may stand above or below its label on a form printed into by another printer."""


_SLIP_TITLE = re.compile(r"出院证(?:明[书单]?)?$")
_SIGNED_BY_WARDS = frozenset(
    {
        K.DISCHARGE_SUMMARY,
        K.DIAGNOSIS_CERTIFICATE,
        K.OUTPATIENT_RECORD,
        K.PRESCRIPTION,
        K.REFERRAL_LETTER,
        K.UNKNOWN,
    }
)
_TO = re.compile(
    r"(?:\s?\d{1,2}[:：时](?:\d{1,2}分?)?(?:[:：]\d\d)?)?[\s起日:：]*(?:至|到|[-—–~～|/一])+[\s:：]*"
)
"""What stands between the ends of a stay: 2021-03-01 ~ 2021-03-06."""
_STAY_LABEL = re.compile(
    r"住院(?:起止)?(?:时间|日期)|住院(?:起止|期间)|(?:入出|出入)院(?:起止)?(?:时间|日期)"
)
"""Labels that ask for both ends of a stay: what stood between the dates may have been lost."""
_LOST_START = re.compile(r"[^\n]*\d[^\n]*?[日号\s:：]*[至到][\s:：]*")
"""A first day of a stay that was misread, and what leads to the last: 2820-03-12日到 2024-03-19."""
_ONE_STRING = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d{6})(?P<last>(?:19|20)\d{6})(?!\d)")
"""A stay whose dash was lost: 2023031120230318."""


def fill_in_dates(sheet: Sheet) -> None:
    """Add to the sheet the dates and periods that stand on it without a label of their own."""
    if "discharge_date" in FIELDS[sheet.kind].values() and sheet.lacks("discharge_date"):
        _end_of_stay(sheet)
    if sheet.kind in (K.APPLICATION_FORM, K.RECOGNITION_FORM):
        fill_in_stay(sheet)
    if sheet.kind is K.ID_SELFIE:
        _date_in_photo(sheet)
    fill_in_rights(sheet)
    fill_in_periods(sheet)
    if sheet.kind is K.APPLICATION_FORM:
        date_in_head(sheet)
    if sheet.kind in SIGNED_FORMS:
        application_signed(sheet)
        dates_beside_signatures(sheet)
        dates_behind_signatures(sheet)
    if sheet.kind is K.OUTPATIENT_RECORD and sheet.lacks("visit_date"):
        fill_in_visits(sheet)
        fill_in_attended(sheet)
    fill_in_acts(sheet)
    foot = "issue_date" if _is_a_slip(sheet) else _FOOT_DATE.get(sheet.kind)
    if foot and sheet.lacks(foot):
        _date_at_foot(sheet, foot)
    if foot and sheet.kind in _SIGNED_BY_WARDS and sheet.lacks(foot, "sign_date"):
        date_behind_signer(sheet, foot)
    fill_in_signed_before_issue(sheet)
    if sheet.kind is K.MEDICAL_INVOICE:
        fill_in_bill_dates(sheet)


def _is_a_slip(sheet: Sheet) -> bool:
    """Whether a paper on leaving is the slip that a patient gets, 出院证: issued, and no record signed."""
    return sheet.kind is K.DISCHARGE_SUMMARY and any(
        _SLIP_TITLE.search(fold(r.text)) for r in sheet.runs if r.box[1] < sheet.height / 3
    )


def _end_of_stay(sheet: Sheet) -> None:
    """The second date behind a label of the stay: 住院时间：2021-01-22至2021-02-03."""
    for slot in sheet.slots:
        for printed in slot.strips if slot.concept == "admission_date" else ():
            strip = with_end_below(sheet, slot.label, printed)
            if _stay_in_one_string(sheet, strip):
                return
            dates = find_dates(DASH_BETWEEN.sub("至", strip.text))[:2]
            if len(dates) == 1 and _LOST_START.fullmatch(strip.text[: dates[0][1]]):
                date, start, end = dates[0]
                chars = strip.chars[start:end]
                run = Run("".join(c.text for c in chars), chars, None, vertical=False)
                sheet.add("discharge_date", date.iso, run, most=LOOSELY)
                return
            between = strip.text[dates[0][2] : dates[1][1]] if len(dates) == 2 else ""
            of_a_stay = _STAY_LABEL.fullmatch(slot.word) and between.isspace() and "\n" not in between
            if not _TO.fullmatch(between) and not of_a_stay:
                continue
            (first, _, _), (last, start, end) = dates
            if (first.day is None) == (last.day is None) and first <= last:
                chars = strip.chars[start:end]
                run = Run("".join(c.text for c in chars), chars, None, vertical=False)
                sheet.add("discharge_date", last.iso, run)
            return


def _stay_in_one_string(sheet: Sheet, strip: Strip) -> bool:
    found = _ONE_STRING.search(strip.text)
    dates = [d for part in ("first", "last") for d, _, _ in find_dates(found[part])] if found else []
    if found is None or len(dates) < 2 or dates[0] > dates[1]:
        return False
    for name, part, date in zip(("admission_date", "discharge_date"), ("first", "last"), dates, strict=True):
        if sheet.lacks(name):
            chars = strip.chars[found.start(part) : found.end(part)]
            sheet.add(name, date.iso, Run("".join(c.text for c in chars), chars, None, vertical=False))
    return True


def fill_in_shifted_dates(sheet: Sheet) -> None:
    """Dates that a printer set beside the line of their label: pre-printed forms slip by most of a line.

    Only where the label's own row gave nothing, and only a run that is a date and no other label's.
    """
    fields = FIELDS[sheet.kind]
    claimed = dated_by_label(sheet)
    slip = SLIP_OF_BILLS if sheet.kind is K.MEDICAL_INVOICE else SLIP
    for slot in sheet.slots:
        name = fields.get(slot.concept)
        if name is None or not slot.concept.endswith("_date") or not sheet.lacks(name):
            continue
        for run in sheet.runs:
            date = bare_date(run.text) if _slipped_from(slot.label, run, slip) else None
            if date and not any(id(c) in claimed for c in run.chars) and not is_labelled(sheet, run):
                sheet.add(name, date, run, most=LOOSELY)
                break


def _slipped_from(label: Run, run: Run, slip: float) -> bool:
    height = label.height
    rise = (run.box[1] + run.box[3] - label.box[1] - label.box[3]) / 2
    return abs(rise) <= slip * height and -2 * height <= run.box[0] - label.box[2] <= 3 * height


def _date_at_foot(sheet: Sheet, name: str) -> None:
    """The last run of the page that is nothing but a date and belongs to no label of another.

    On a report it stands in the lower part: devices' labels and old films have dates as well.
    """
    highest = 0.0 if name == "issue_date" else _LOWER_PARTS.get(sheet.kind, 0.0) * sheet.height
    for run in reversed(sheet.runs):
        if run.box[1] < highest:
            continue
        date = bare_date(run.text)
        if date and not is_labelled(sheet, run) and not _is_before_the_end(sheet, date):
            most = HALF if len(date) == len("2024-02") else LOOSELY  # an edge or a stamp hid the day
            sheet.add("sign_date" if _is_a_signers(sheet, run) else name, date, run, most=most)
            return


def _is_before_the_end(sheet: Sheet, date: str) -> bool:
    """Whether a date on a discharge paper is of something done in the ward: nobody signs before the end."""
    ends = [str(f.value) for f in sheet.found.get("discharge_date", [])]
    return sheet.kind is K.DISCHARGE_SUMMARY and any(date < end[: len(date)] for end in ends)


def _is_a_signers(sheet: Sheet, date: Run) -> bool:
    """Whether a date is that of the place to sign beside it, in a cell of theirs and no frame of the page."""
    box = date.cell_box
    if date.cell is None or (box is not None and box[3] - box[1] > FRAME * sheet.height):
        return False
    return any(same_row(r, date) and _SIGNED.search(r.text) for r in sheet.runs)


def _date_in_photo(sheet: Sheet) -> None:
    """The newest full date that is not on the card: a newspaper's or the camera's stamp."""
    dated = [
        (date, run, start, end)
        for run in sheet.runs
        for date, start, end in find_dates(run.text)
        if date.day is not None
        and date.year >= EARLIEST_PHOTO
        and not re.search(r"出生|有效|-长期", run.text)
    ]
    if dated:
        date, run, start, end = max(dated, key=lambda d: d[0].iso)
        sheet.add("photo_date", date.iso, run, start, end)
