"""Values that papers print without a label: the hospital in the head, a title beside a signature, the
number on a card, the table of diagnoses; and the ticked category of a filing form.

Each filler looks only where the labelled reading found nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from ocr.buyers import fill_in_buyer
from ocr.claims import fill_in_claims
from ocr.department_in_head import department_before_bed, department_in_head, department_of_clinic
from ocr.filing_category import fill_in_category
from ocr.first_sentence import told_in_first_sentence
from ocr.front_page import read_coded_table, read_diagnosis_table
from ocr.layout import Run, same_row
from ocr.letterhead import hospital_at_top, hospital_in_head, hospital_under_seal, second_name_in_head
from ocr.loose_insurance import fill_in_insurance
from ocr.narrated import without_told_elsewhere
from ocr.notices import fill_in_notice
from ocr.numbered_table import read_numbered_table
from ocr.on_cards import fill_in_card
from ocr.opinions import fill_in_opinions
from ocr.panels import fill_in_panel
from ocr.parse import SURELY_A_NAME
from ocr.parsed import Parsed
from ocr.particulars import (
    department_behind_hospital,
    doctor_in_row,
    fill_in_particulars,
    insurance_alone,
    phone_told_own,
)
from ocr.printed_levels import level_behind_hospital, level_in_head
from ocr.reading_order import rows_of
from ocr.reliance import LOOSELY
from ocr.schema import FIELDS
from ocr.school_table import read_school_table
from ocr.settled_names import settle_names
from ocr.sheet_fields import Sheet
from ocr.signers import (
    name_behind_doctor,
    name_in_brackets,
    names_in_pair,
    title_before_name,
    title_beside_physician,
    title_in_label,
)
from ocr.soap import fill_in_assessments
from ocr.strips import strip_of
from ocr.titled_columns import names_under_titles
from ocr.told_again import name_told_again
from ocr.types import DocumentKind as K
from ocr.values.id_number import find_id_numbers
from ocr.values.masked_id import find_masked_ids
from ocr.values.names import looks_like_name, normalise_name
from ocr.values.text import fold
from ocr.visit_table import fill_in_visit_table
from ocr.visits_in_margin import fill_in_visits_in_margin

_MEDICAL = frozenset(
    {K.DIAGNOSIS_CERTIFICATE, K.DISCHARGE_SUMMARY, K.INPATIENT_FRONT_PAGE, K.OUTPATIENT_RECORD, K.LAB_REPORT,
     K.EXAM_REPORT, K.PATHOLOGY_REPORT, K.PRESCRIPTION, K.REFERRAL_LETTER, K.MEDICAL_INVOICE, K.UNKNOWN}
)  # fmt: skip
_TITLED = frozenset(
    {K.APPLICATION_FORM, K.DIAGNOSIS_CERTIFICATE, K.DISCHARGE_SUMMARY, K.OUTPATIENT_RECORD,
     K.RECOGNITION_FORM, K.COMMITMENT_LETTER, K.REFERRAL_LETTER, K.PRESCRIPTION, K.EXAM_REPORT,
     K.PATHOLOGY_REPORT, K.UNKNOWN}
)  # fmt: skip
_SIGNED = frozenset({K.DIAGNOSIS_CERTIFICATE, K.DISCHARGE_SUMMARY, K.OUTPATIENT_RECORD, K.REFERRAL_LETTER})
_CODED = frozenset({K.DIAGNOSIS_CERTIFICATE, K.DISCHARGE_SUMMARY, K.OUTPATIENT_RECORD, K.MEDICAL_INVOICE})
"""Papers other than the front page that may list diagnoses with their codes in a table."""
_NUMBERED = frozenset(
    {
        K.ID_CARD_FRONT,
        K.ID_SELFIE,
        K.SOCIAL_SECURITY_CARD,
        K.RESIDENCE_PERMIT,
        K.HOUSEHOLD_REGISTER,
        K.INSURANCE_VOUCHER,
    }
)
_ON_SCREENS = frozenset({K.INSURANCE_VOUCHER, K.RECOGNITION_FORM})
"""Papers that telephones show, the person's name alone over the number."""
_INSURANCE_CODES = {"1": "employee", "2": "resident", "3": "resident"}
LARGER = 1.25
_RELATIVES = re.compile(r"家庭成员|家庭共济|亲情|亲属|家属|被?监护|被授权|被?绑定|配偶|子女|父母")


def fill_in(sheet: Sheet) -> None:
    """Add to the sheet what stands on it without a label of its own."""
    if sheet.kind in (K.RECOGNITION_FORM, K.COMMITMENT_LETTER) and sheet.lacks("hospital_name"):
        hospital_at_top(sheet)
    fill_in_notice(sheet)
    fill_in_card(sheet)
    without_told_elsewhere(sheet)
    if sheet.kind in _MEDICAL:
        _fill_medical(sheet)
    if sheet.kind in _TITLED and sheet.lacks("physician_title"):
        title_beside_physician(sheet)
    if sheet.kind in (K.RECOGNITION_FORM, K.APPLICATION_FORM):
        fill_in_panel(sheet)
        fill_in_opinions(sheet)
    if sheet.kind is K.APPLICATION_FORM and sheet.lacks("hospital_name"):
        hospital_at_top(sheet)
    if sheet.kind is K.APPLICATION_FORM:
        department_behind_hospital(sheet)
    if sheet.kind in (K.RECOGNITION_FORM, K.APPLICATION_FORM, K.REMOTE_FILING_FORM):
        fill_in_insurance(sheet)
        phone_told_own(sheet)
    if sheet.lacks("hospital_level"):
        level_behind_hospital(sheet)
    if sheet.kind in _NUMBERED and sheet.lacks("id_number"):
        _number_anywhere(sheet)
    if sheet.kind in _ON_SCREENS and sheet.lacks("patient_name"):
        _name_over_number(sheet)
    if sheet.kind is K.REMOTE_FILING_FORM:
        fill_in_category(sheet)
    if "claimed_disease" in FIELDS[sheet.kind].values():
        fill_in_claims(sheet)
    settle_names(sheet.kind, sheet.found, frozenset(slot.concept for slot in sheet.slots))


def _fill_medical(sheet: Sheet) -> None:
    fill_in_particulars(sheet)
    told_in_first_sentence(sheet)
    doctor_in_row(sheet)
    insurance_alone(sheet)
    department_in_head(sheet)
    if sheet.lacks("hospital_name"):
        hospital_in_head(sheet)
        second_name_in_head(sheet)
    if sheet.lacks("hospital_name") and sheet.seals:
        hospital_under_seal(sheet)
    department_behind_hospital(sheet)
    if sheet.lacks("hospital_level"):
        level_behind_hospital(sheet)
    if sheet.lacks("hospital_level"):
        level_in_head(sheet)
    if sheet.kind in _TITLED and sheet.lacks("physician_title"):
        title_in_label(sheet)
    if sheet.kind in _TITLED and sheet.lacks("physician_title"):
        title_before_name(sheet)
    if sheet.kind is K.MEDICAL_INVOICE:
        fill_in_buyer(sheet)
        _sex_alone(sheet)
        _name_beside_sex(sheet)
        department_before_bed(sheet)
        department_of_clinic(sheet)
        name_told_again(sheet)
    if sheet.kind in _CODED:
        _diagnosis_table(
            sheet,
            read_coded_table(sheet.runs)
            or read_school_table(sheet.runs)
            or (read_numbered_table(sheet.slots, sheet.runs) if sheet.lacks("diagnosis") else []),
        )
    if sheet.kind is K.OUTPATIENT_RECORD:
        fill_in_visit_table(sheet)
        fill_in_visits_in_margin(sheet)
        fill_in_assessments(sheet)
        department_of_clinic(sheet)
    if sheet.kind in _SIGNED:
        _names_of_signers(sheet)
    name_behind_doctor(sheet)
    if sheet.kind is K.INPATIENT_FRONT_PAGE:
        _diagnosis_table(sheet, read_diagnosis_table(sheet.runs) or read_coded_table(sheet.runs))
        if sheet.lacks("insurance_type"):
            _coded_insurance(sheet)


def _names_of_signers(sheet: Sheet) -> None:
    """Who signed, where no label says so, or several side by side over their names."""
    names_under_titles(sheet)
    if sheet.kind is K.DISCHARGE_SUMMARY and sheet.lacks("physician_name"):
        names_in_pair(sheet)
    if sheet.lacks("physician_name"):
        name_in_brackets(sheet)


def _diagnosis_table(sheet: Sheet, table: Sequence[tuple[Run, Parsed]]) -> None:
    """A table's diagnoses in place of those read behind labels, unless those are more."""
    if table and len(table) >= len(sheet.found.get("diagnosis", [])):
        sheet.found.pop("diagnosis", None)
        for run, parsed in table:
            sheet.add("diagnosis", parsed.value, run, parsed.start, parsed.end)


def _coded_insurance(sheet: Sheet) -> None:
    """医疗付费方式 as the code of the front page: 1 职工, 2 居民, 3 新农合 (卫医政发〔2011〕84号)."""
    for slot in sheet.slots:
        for strip in slot.strips[:1] if slot.concept == "insurance" else ():
            code = re.match(r"\s*[\[□]?\s*0?([123①②③])(?![\d.、])", strip.text)
            if code:
                chars = strip.chars[code.start(1) : code.end(1)]
                run = Run("".join(c.text for c in chars), chars, None, vertical=False)
                sheet.add("insurance_type", _INSURANCE_CODES[fold(code.group(1))], run)
                return


def _number_anywhere(sheet: Sheet) -> None:
    """A valid number on a card, on one run or over the end of one; not that of a relative on a screen."""
    starred = [m for r in sheet.runs for m in find_masked_ids(r.text)]
    related = [r for r in sheet.runs if _RELATIVES.search(r.text)]
    screen = sheet.kind is K.INSURANCE_VOUCHER
    for run in sheet.runs:
        others = screen and any(same_row(r, run) for r in related)
        for number in () if others else find_id_numbers(run.text):
            if screen and not all(m.agrees_with(number.number) for m in starred):
                continue
            bound = LOOSELY if screen and related else 1.0
            sheet.add("id_number", number.number, run, number.start, number.end, most=bound)
            return
    if screen and (starred or related):
        return
    strip = strip_of(sheet.runs)
    for number in find_id_numbers(strip.text.replace("\n", " ")):
        chars = tuple(c for c in strip.chars[number.start : number.end] if c.text != "\n")
        joined = Run("".join(c.text for c in chars), chars, None, vertical=False)
        sheet.add("id_number", number.number, joined)
        return


def _name_beside_sex(sheet: Sheet) -> None:
    """A surely read name right before the one 男 or 女 of a bill without a label for either: 李建国  男."""
    alone = [run for run in sheet.runs if run.text.strip() in ("男", "女")]
    if not sheet.lacks("patient_name") or len(alone) != 1 or "姓名" in "".join(r.text for r in sheet.runs):
        return
    left = [
        r for r in sheet.runs if same_row(r, alone[0]) and r.box[2] <= alone[0].box[0] + alone[0].height / 2
    ]
    nearest = max(left, key=lambda r: r.box[2], default=None)
    name = normalise_name(nearest.text) if nearest else None
    if nearest and name and looks_like_name(name) >= SURELY_A_NAME:
        sheet.add("patient_name", name, nearest, most=LOOSELY)


def _sex_alone(sheet: Sheet) -> None:
    """男 or 女 by itself, once on a bill: cashiers' printers set it across its label too."""
    alone = [run for run in sheet.runs if run.text.strip() in ("男", "女")]
    if sheet.lacks("sex") and len(alone) == 1:
        sheet.add("sex", alone[0].text.strip(), alone[0], most=LOOSELY)


def _name_over_number(sheet: Sheet) -> None:
    """On a screen, the name alone on its line with the number, starred or not, under it or beside it.

    A screen that shows no number there shows the name in larger type than its words.
    """
    numbers = [r for r in sheet.runs if find_masked_ids(r.text) or find_id_numbers(r.text)]
    numbers += [row[0] for row in rows_of(sheet.runs) if find_masked_ids("".join(r.text for r in row))]
    named = [
        (n, r) for r in sheet.runs if (n := normalise_name(r.text)) and looks_like_name(n) >= SURELY_A_NAME
    ]
    for number in numbers:
        for name, run in named:
            near = -2.5 * number.height <= run.box[1] - number.box[1] <= 0.5 * number.height
            if near and run is not number:
                sheet.add("patient_name", name, run)
                insurance_alone(sheet)
                return
    if sheet.kind is not K.INSURANCE_VOUCHER:
        return
    usual = median(r.height for r in sheet.runs) if sheet.runs else 0.0
    large = [(n, r) for n, r in named if r.height > LARGER * usual and r.box[1] < 0.4 * sheet.height]
    if len(large) == 1:
        sheet.add("patient_name", large[0][0], large[0][1], most=LOOSELY)
