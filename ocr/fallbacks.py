"""Values that papers print without a label: the hospital in the head, the date at the foot, a title beside
a signature, the number on a card; and the ticked category of a filing form.

Each filler looks only where the labelled reading found nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ocr.front_page import read_diagnosis_table
from ocr.layout import Run, same_row
from ocr.parse import SURELY_A_NAME, parse_titles
from ocr.slots import Slot, strip_of
from ocr.types import DocumentKind as K
from ocr.types import Field, FieldValue, Source
from ocr.values.dates import find_dates
from ocr.values.hospital_names import find_hospital_names
from ocr.values.hospital_levels import normalise as normalise_level
from ocr.values.id_number import find_id_numbers
from ocr.values.names import looks_like_name, normalise_name
from ocr.values.text import fold
from ocr.values.ticks import ticked_options

Found = dict[str, list[Field]]
_MEDICAL = frozenset(
    {K.DIAGNOSIS_CERTIFICATE, K.DISCHARGE_SUMMARY, K.INPATIENT_FRONT_PAGE, K.OUTPATIENT_RECORD, K.LAB_REPORT,
     K.EXAM_REPORT, K.PATHOLOGY_REPORT, K.PRESCRIPTION, K.REFERRAL_LETTER, K.MEDICAL_INVOICE}
)  # fmt: skip
_TITLED = frozenset({K.APPLICATION_FORM, K.DIAGNOSIS_CERTIFICATE, K.DISCHARGE_SUMMARY, K.OUTPATIENT_RECORD,
                     K.RECOGNITION_FORM, K.REFERRAL_LETTER, K.PRESCRIPTION})  # fmt: skip
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
}
_ISSUED = frozenset({K.DIAGNOSIS_CERTIFICATE, K.PRESCRIPTION, K.REFERRAL_LETTER, K.WORK_POSTING_LETTER})
"""Papers whose 日期 is the day they were issued."""
_WITH_PERIODS = frozenset({K.WORK_POSTING_LETTER, K.AUTHORIZATION_LETTER, K.REFERRAL_LETTER})
_SIGNED_FORMS = frozenset({K.RECOGNITION_FORM, K.APPLICATION_FORM, K.REMOTE_FILING_FORM})
_APPLICANT = re.compile(r"(申请人|参保人员?|本人|备案人|申请者)(\(?(签名|签字|签章|盖章)|.{0,2}[:：])")
_NUMBERED = frozenset(
    {K.ID_CARD_FRONT, K.ID_SELFIE, K.SOCIAL_SECURITY_CARD, K.RESIDENCE_PERMIT, K.HOUSEHOLD_REGISTER}
)
_CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "settled_retirement": ("异地安置退休", "安置退休"),
    "long_residence": ("异地长期居住", "长期居住"),
    "posted_work": ("常驻异地工作", "常驻工作", "异地工作"),
    "referral": ("异地转诊", "转诊就医", "转诊转院", "转诊人员"),
    "temporary": ("临时外出", "其他临时", "临时就医", "急诊抢救"),
}
CHOSEN = 0.6
"""Confidence that the hospital chosen for treatment is the one that gave its opinion on the form."""
BARE_TITLE = "医师"
"""Also the word for any physician (医师签名): a title only behind the label 职称."""
_TITLE_AND_NAME = re.compile(
    r"(?P<before>[\u4e00-\u9fff·]{2,4})?[\s/]*(?P<title>(?:副?主任|主治|住院)(?:中)?医师)[\s:：]*(?P<after>[\u4e00-\u9fff·]{2,4})?"
)
_BARE_DATE = re.compile(r"^[^\u4e00-\u9fff]{0,3}(?:[\d〇○零一二三四五六七八九十OoＯ]|二[〇○零O])")


def fill_in(
    kind: K,
    runs: Sequence[Run],
    slots: Sequence[Slot],
    found: Found,
    page: int,
    source: Source,
    height: int,
) -> None:
    """Add to ``found`` what stands on the page without a label of its own."""

    def add(name: str, value: FieldValue, run: Run, start: int, end: int) -> None:
        part = run.part(start, end) or run
        found.setdefault(name, []).append(Field(value, part.text, part.confidence, page, part.box, source))

    if kind in _MEDICAL and not found.get("hospital_name"):
        _hospital_in_head(runs, height, add)
    if kind in _TITLED and not found.get("physician_title"):
        _title_beside_physician(runs, slots, add)
    if kind in _MEDICAL and not found.get("physician_title"):
        _title_before_name(runs, found, add)
    if kind in _MEDICAL and not found.get("hospital_level"):
        _level_in_head(runs, height, add)
    if kind in _NUMBERED and not found.get("id_number"):
        _number_anywhere(runs, add)
    if kind is K.INPATIENT_FRONT_PAGE:
        table = read_diagnosis_table(runs)
        if len(table) >= len(found.get("diagnosis", [])):
            found.pop("diagnosis", None)
            for run, parsed in table:
                add("diagnosis", parsed.value, run, parsed.start, parsed.end)
    if kind is K.REMOTE_FILING_FORM:
        _ticked_category(runs, found, add)
    _settle_aliases(kind, found)
    if kind in _WITH_PERIODS and not (found.get("valid_from") or found.get("valid_until")):
        _period_in_prose(runs, add)
    if kind in _SIGNED_FORMS:
        _dates_beside_signatures(kind, runs, slots, found, add)
    foot = _FOOT_DATE.get(kind)
    if foot and not found.get(foot):
        _date_at_foot(runs, slots, foot, add)


Add = Callable[[str, FieldValue, Run, int, int], None]


def _hospital_in_head(runs: Sequence[Run], height: int, add: Add) -> None:
    """The hospital named in the upper third, in the largest type; else the last one named on the page."""
    named = [(r, h) for r in runs for h in find_hospital_names(r.text) if not h.second]
    head = [(r, h) for r, h in named if r.box[1] < height / 3 and len(r.text) <= len(h.name) + 16]
    if head:
        run, name = max(head, key=lambda rh: (round(rh[0].height / 6), -rh[0].box[1]))
    elif named and len(named[-1][0].text) <= len(named[-1][1].name) + 6:
        run, name = named[-1]
    else:
        return
    add("hospital_name", name.name, run, name.start, name.end)


def _title_beside_physician(runs: Sequence[Run], slots: Sequence[Slot], add: Add) -> None:
    """A title printed behind a physician's name, or alone on the row of the signature or right under it."""
    for slot in slots:
        if slot.concept != "physician":
            continue
        for strip in slot.strips[:1]:
            for title in (t for t in parse_titles(strip.text) if t.value != BARE_TITLE):
                chars = strip.chars[title.start : title.end]
                add("physician_title", title.value, Run(str(title.value), chars, None, False), 0, len(chars))
                return
        for run in runs:
            beside = same_row(slot.label, run) or 0 <= run.box[1] - slot.label.box[3] < 2 * slot.label.height
            if beside and run.box[2] > slot.label.box[0] and len(run.text) <= 8:
                for title in (t for t in parse_titles(run.text) if t.value != BARE_TITLE):
                    add("physician_title", title.value, run, title.start, title.end)
                    return


def _title_before_name(runs: Sequence[Run], found: Found, add: Add) -> None:
    """主治医师吕若男 or 吕若男 副主任医师, alone on its run: the signer with the title."""
    for run in runs:
        match = _TITLE_AND_NAME.fullmatch(run.text.strip())
        name = normalise_name(match["after"] or match["before"]) if match else None
        if match and name and looks_like_name(name) >= SURELY_A_NAME:
            add("physician_title", match["title"], run, 0, len(run.text))
            if not found.get("physician_name"):
                add("physician_name", name, run, 0, len(run.text))
            return


def _level_in_head(runs: Sequence[Run], height: int, add: Add) -> None:
    """A grade printed by itself in the upper third (三级甲等医院), never one that a rule demands."""
    for run in runs:
        if run.box[1] < height / 3 and len(run.text) <= 12 and not re.search(r"及以上|以上", run.text):
            level = normalise_level(run.text.strip("()（）【】 "))
            if level:
                add("hospital_level", level, run, 0, len(run.text))
                return


def _number_anywhere(runs: Sequence[Run], add: Add) -> None:
    for run in runs:
        for number in find_id_numbers(run.text):
            add("id_number", number.number, run, number.start, number.end)
            return
    strip = strip_of(runs)
    for number in find_id_numbers(strip.text.replace("\n", " ")):
        chars = tuple(c for c in strip.chars[number.start : number.end] if c.text != "\n")
        joined = Run("".join(c.text for c in chars), chars, None, vertical=False)
        add("id_number", number.number, joined, 0, len(joined.text))
        return


def _date_at_foot(runs: Sequence[Run], slots: Sequence[Slot], name: str, add: Add) -> None:
    """The last date that stands alone on the page and belongs to no label."""
    labelled = _dated_by_label(slots)
    for run in reversed(runs):
        if any(id(c) in labelled for c in run.chars) and len(run.text) > 14:
            continue
        dates = find_dates(run.text)
        if dates and (_BARE_DATE.match(run.text.strip()) or len(run.text) <= 14):
            date, start, end = dates[-1]
            if not re.search(r"打印|采|接收|送检|收到|出生", run.text[:start]):
                add(name, date.iso, run, start, end)
                return


def _period_in_prose(runs: Sequence[Run], add: Add) -> None:
    """自2025年1月1日至2026年12月31日 in a sentence, also over the end of a line."""
    strip = strip_of(runs)
    dates = find_dates(strip.text)
    for (first, start, stop), (last, begin, end) in pairwise(dates):
        if re.fullmatch(r"[\s起日]*(?:至|到|-{1,2}|—{1,2}|~)[\s]*", strip.text[stop:begin]):
            for name, value, s, e in (("valid_from", first, start, stop), ("valid_until", last, begin, end)):
                chars = tuple(c for c in strip.chars[s:e] if c.text != "\n")
                run = Run("".join(c.text for c in chars), chars, None, vertical=False)
                add(name, value.iso, run, 0, len(chars))
            return


def _dated_by_label(slots: Sequence[Slot]) -> set[int]:
    """The characters (by identity) that a label of a date or period lays claim to."""
    dated = [
        s
        for s in slots
        if s.concept.endswith("_date") or s.concept.startswith("valid") or s.concept == "birth"
    ]
    return {id(c) for slot in dated for strip in slot.strips[:1] for c in strip.chars}


def _dates_beside_signatures(
    kind: K, runs: Sequence[Run], slots: Sequence[Slot], found: Found, add: Add
) -> None:
    """Bare dates on a form: each signer's; the applicant's is the application's where no label gives one."""
    labelled = _dated_by_label(slots)
    for run in runs:
        dates = find_dates(run.text)
        if not dates or len(run.text) > 18 or any(id(c) in labelled for c in run.chars):
            continue
        date, start, end = dates[0]
        beside = [r for r in runs if same_row(r, run) and _APPLICANT.search(fold(r.text))]
        own = kind is not K.RECOGNITION_FORM and bool(beside) and not found.get("application_date")
        name = "application_date" if own else "sign_date"
        if all(f.value != date.iso for f in found.get(name, [])):
            add(name, date.iso, run, start, end)


def _ticked_category(runs: Sequence[Run], found: Found, add: Add) -> None:
    """The one ticked option of the filing form; none where several or none are plainly ticked."""
    found.pop("filing_category", None)
    ticked: dict[str, Run] = {}
    for run in runs:
        for option, state in ticked_options(run.text):
            if state:
                for category, words in _CATEGORIES.items():
                    if any(w in fold(option) for w in words):
                        ticked.setdefault(category, run)
    if len(ticked) == 1:
        category, run = next(iter(ticked.items()))
        add("filing_category", category, run, 0, len(run.text))


def _settle_aliases(kind: K, found: Found) -> None:
    """Turn working names into the contract's: fall-backs for a diagnosis, department and report date."""
    for name, spare in (
        ("diagnosis", "admission_diagnosis"),
        ("diagnosis", "clinical_diagnosis"),
        ("report_date", "exam_date"),
        ("address", "other_address"),
        ("report_number", "sample_number"),
    ):
        values = found.pop(spare, [])
        if values and not found.get(name):
            found[name] = values
    if kind in _ISSUED and found.get("sign_date"):
        signed = found.pop("sign_date")
        if not found.get("issue_date"):
            found["issue_date"] = signed[:1]
    chosen = found.pop("chosen_hospital", [])
    if chosen and not found.get("hospital_name"):
        # where the patient wants to be treated is often, not always, where the opinion was written
        found["hospital_name"] = [replace(f, confidence=min(f.confidence or 1.0, CHOSEN)) for f in chosen[:1]]
    departments = found.pop("discharge_department", [])
    if departments:
        found["department"] = departments
