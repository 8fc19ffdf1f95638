"""Working names turned into the contract's, once all of a page is gathered."""

from __future__ import annotations

import re
from dataclasses import replace

from ocr.reliance import LOOSELY, bounded
from ocr.schema import WITH_TWO_HOMES
from ocr.settled_diseases import NAMES, settled_diseases
from ocr.sheet_fields import Found
from ocr.signers import without_cut_names
from ocr.types import DocumentKind as K
from ocr.types import Field

_ISSUED = frozenset(
    {K.DIAGNOSIS_CERTIFICATE, K.PRESCRIPTION, K.REFERRAL_LETTER, K.WORK_POSTING_LETTER, K.MEDICAL_INVOICE}
)
"""Papers whose 日期 is the day they were issued."""
CHOSEN = 0.85
"""Confidence that the hospital chosen for treatment is the one that gave its opinion on the form."""
_WARD_OF_DEPARTMENT = re.compile(
    r"科|中心$|ICU|^(?:[内外骨妇儿]|神内|神外|普外|心内|消化|呼吸)[一二三四五六七八九十]$"
)
"""What a ward's name must hold to tell the department: 心血管内科二病区, 骨一, not 12病区."""
_SUSPECTED = re.compile(r"[?？]|待[查排诊]|可能|考虑|疑似?|不除外")
_DISPUTED = {
    K.DISCHARGE_SUMMARY: frozenset({"sign_date", "issue_date", "physician_title"}),
    K.INPATIENT_FRONT_PAGE: frozenset({"physician_name", "insurance_type"}),
    K.WORK_POSTING_LETTER: frozenset({"phone", "valid_from", "valid_until"}),
}
"""Fields of which careful readers of a paper of the kind do not agree: whether the one date at the foot is
the signer's or the report's and whether a title beside a signer's name is told for itself or is a place of
the ward, which of a front page's six doctors count and whether its code of payment says how somebody is
insured, whether a posting letter's telephone is the employee's and its term the paper's."""
_DAYS = ("admission_date", "discharge_date", "visit_date", "report_date", "issue_date", "sign_date")
SLACK = 5
"""Years that an age may be told too high by: in years begun, by the old count, or misread by a little."""
_SPARES = (
    ("diagnosis", "plain_diagnosis"),
    ("diagnosis", "settled_disease"),
    ("diagnosis", "admission_diagnosis"),
    ("report_date", "plain_date"),
    ("report_date", "exam_date"),
    ("address", "registered_address"),
    ("address", "other_address"),
    ("issue_date", "registered_bill"),
    ("issue_date", "filled_date"),
    ("visit_date", "registered_visit"),
)
"""Field, and the working name whose values stand in where the field has none."""


def _doubted(value: Field) -> Field:
    return replace(value, confidence=bounded(value.confidence, LOOSELY))


def _add_further(found: Found, name: str, working: str) -> None:
    """A second home or telephone beside the first, where it is another: told with less trust, since readers
    who want one take the first."""
    kept = found.get(name, [])
    if kept:
        others = [f for f in found.pop(working, []) if all(f.value != k.value for k in kept)]
        kept += [_doubted(f) for f in others]


def _add_clinical(found: Found) -> None:
    """What the clinic took the disease for, behind the tissue's verdict; alone where none was read.

    Where no label of pathology gives the verdict, that of an examination does: 诊断意见.
    """
    plain, clinical = found.pop("plain_verdict", []), found.pop("clinical_diagnosis", [])
    if plain and not found.get("diagnosis"):
        found["diagnosis"] = plain
    verdict = found.get("diagnosis", [])
    if not verdict and clinical:
        found["diagnosis"] = clinical
    for value in clinical if verdict else ():
        if not _SUSPECTED.search(str(value.value)) and all(v.value != value.value for v in verdict):
            verdict.append(replace(value, confidence=bounded(value.confidence, LOOSELY)))


def _without_a_childs(found: Found) -> None:
    """Leave out a day of birth long after what the patient's age tells: that of the child just born."""
    ages = [int(str(f.value)) for f in found.get("age", []) if str(f.value).isdigit()]
    days = [str(f.value) for name in _DAYS for f in found.get(name, [])]
    if not ages or not days:
        return
    latest = max(int(day[:4]) for day in days) - min(ages) + SLACK
    kept = [f for f in found.get("birth_date", []) if int(str(f.value)[:4]) <= latest]
    if kept or "birth_date" not in found:
        return
    del found["birth_date"]


def settle_names(kind: K, found: Found, labels: frozenset[str] = frozenset()) -> None:
    """Turn working names into the contract's: fall-backs for a diagnosis, department and report date.

    ``labels``: concepts whose labels stand on the page. A diagnosis on admission does not stand in where
    the one on discharge is printed and was not read.
    """
    if kind in WITH_TWO_HOMES:
        _add_further(found, "address", "registered_address")
        _add_further(found, "address", "further_address")
        _add_further(found, "phone", "further_phone")
    if kind is K.INPATIENT_FRONT_PAGE and found.get("address"):
        _add_further(found, "address", "registered_address")
    _add_clinical(found)
    for name, spare in _SPARES:
        values = found.pop(spare, [])
        unread = spare in ("admission_diagnosis", "plain_diagnosis") and "discharge_diagnosis" in labels
        if values and not found.get(name) and not unread:
            found[name] = [_doubted(f) for f in values] if spare == "registered_address" else values
    _without_a_childs(found)
    if found.get("physician_name"):
        found["physician_name"] = without_cut_names(found["physician_name"])
    if kind in _ISSUED and found.get("sign_date"):
        signed = found.pop("sign_date")
        if not found.get("issue_date"):
            found["issue_date"] = signed[:1]
    for name in _DISPUTED.get(kind, frozenset()) & found.keys():
        found[name] = [_doubted(f) for f in found[name]]
    for name in NAMES & found.keys():
        found[name] = settled_diseases(kind, found[name])
    chosen = found.pop("chosen_hospital", [])
    if chosen and not found.get("hospital_name"):
        # where the patient wants to be treated is often, not always, where the opinion was written
        found["hospital_name"] = [
            replace(f, confidence=CHOSEN if f.confidence is None else min(f.confidence, CHOSEN))
            for f in chosen[:1]
        ]
    wards = [w for w in found.pop("ward", []) if _WARD_OF_DEPARTMENT.search(str(w.value))]
    if wards and not found.get("department"):
        found["department"] = [replace(w, confidence=bounded(w.confidence, LOOSELY)) for w in wards[:1]]
    departments = found.pop("discharge_department", [])
    if departments:
        found["department"] = departments
