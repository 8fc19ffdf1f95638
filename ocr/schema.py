"""Which fields each kind of paper carries, and which label concept fills which field there.

The field names are the contract's. A paper's fields are limited to what papers of its kind state about
the patient, so that a hospital's own telephone or a technician's name never becomes the patient's.
"""

from __future__ import annotations

from collections.abc import Mapping

from ocr.types import DocumentKind as K
from ocr.vocabulary import read_vocabulary

_PERSON = {"name": "patient_name", "sex": "sex", "age": "age", "birth": "birth_date", "id": "id_number"}
_CONTACT = {
    "phone": "phone",
    "address": "address",
    "registered_address": "registered_address",
    "other_address": "other_address",
    "workplace": "other_address",
}
_INSURED = {"insured_place": "insured_place", "insurance": "insurance_type", "card_number": "card_number"}
_AGENT = {"agent": "agent_name", "agent_id": "agent_id_number"}
_HOSPITAL = {
    "hospital": "hospital_name",
    "level": "hospital_level",
    "department": "department",
    "ward": "ward",
}
_DOCTOR = {"physician": "physician_name", "title": "physician_title"}
_NUMBERS = {"record_number": "record_number"}
_PERIOD = {"validity": "validity", "valid_from": "valid_from", "valid_until": "valid_until"}
_CARD_BACK = {**_PERIOD, "authority": "issuing_authority"}
_STAY = {"admission_date": "admission_date", "discharge_date": "discharge_date"}

_MEDICAL = {
    **_PERSON,
    **_CONTACT,
    **_HOSPITAL,
    **_DOCTOR,
    **_NUMBERS,
    "insurance": "insurance_type",
    "sign_date": "sign_date",
    "card_number": "card_number",
    "ethnicity": "ethnicity",
}
_REPORT = {
    **_PERSON,
    **_HOSPITAL,
    **_NUMBERS,
    "report_number": "report_number",
    "report_date": "report_date",
    "exam_date": "exam_date",
    "recorded_date": "exam_date",
    "sign_date": "plain_date",
    "ethnicity": "ethnicity",
    "diagnosis": "diagnosis",
    "insurance": "insurance_type",
    "card_number": "card_number",
    "phone": "phone",
    "address": "address",
    "ordering": "physician_name",
    "reporter": "physician_name",
    "physician": "physician_name",
}
_SENT_OUT = {"other_hospital": "chosen_hospital"}
"""Papers of laboratories that work for hospitals name the hospital that sent the sample."""

FIELDS: Mapping[K, Mapping[str, str]] = {
    K.APPLICATION_FORM: {
        **_PERSON, **_CONTACT, **_INSURED, **_AGENT, **_HOSPITAL, **_DOCTOR, **_NUMBERS,
        "other_hospital": "chosen_hospital",
        "disease": "claimed_disease", "diagnosis": "diagnosis", "ethnicity": "ethnicity",
        "discharge_diagnosis": "diagnosis", "application_date": "application_date",
        "sign_date": "sign_date", "visit_date": "visit_date", **_PERIOD, **_STAY,
    },
    K.RECOGNITION_FORM: {
        **_PERSON, **_CONTACT, **_INSURED, **_HOSPITAL, **_DOCTOR, **_PERIOD, **_NUMBERS, **_STAY,
        "other_hospital": "chosen_hospital", "ethnicity": "ethnicity", "visit_date": "visit_date",
        "disease": "claimed_disease", "diagnosis": "diagnosis", "issue_date": "issue_date",
        "discharge_diagnosis": "diagnosis",
        "sign_date": "sign_date", "authority": "issuing_authority",
        "application_date": "application_date", "reporter": "physician_name",
    },
    K.DIAGNOSIS_CERTIFICATE: {
        **_MEDICAL, **_STAY, "diagnosis": "diagnosis", "discharge_diagnosis": "diagnosis",
        "finding": "diagnosis", "visit_date": "visit_date", "issue_date": "issue_date",
        "reporter": "physician_name", "application_date": "sign_date",
        "disease": "claimed_disease", "insured_place": "insured_place",
    },
    K.DISCHARGE_SUMMARY: {
        **_MEDICAL, **_STAY, "discharge_diagnosis": "diagnosis", "diagnosis": "plain_diagnosis",
        "admission_diagnosis": "admission_diagnosis", "discharge_department": "discharge_department",
        "chief": "physician_name", "reporter": "physician_name",
        "recorded_date": "sign_date", "application_date": "sign_date", "issue_date": "issue_date",
    },
    K.INPATIENT_FRONT_PAGE: {
        **_MEDICAL, **_STAY, "discharge_diagnosis": "diagnosis",
        "discharge_department": "discharge_department", "chief": "physician_name",
    },
    K.OUTPATIENT_RECORD: {
        **_MEDICAL, **_PERIOD, "diagnosis": "diagnosis", "visit_date": "visit_date",
        "disease": "claimed_disease", "registered_date": "registered_visit", "issue_date": "issue_date",
        "reporter": "physician_name",
    },
    K.LAB_REPORT: {**_REPORT, **_SENT_OUT},
    K.EXAM_REPORT: {**_REPORT, "finding": "diagnosis", "report_maker": "physician_name"},
    K.PATHOLOGY_REPORT: {
        **_REPORT, **_SENT_OUT, "pathology": "diagnosis", "diagnosis": "clinical_diagnosis",
        "finding": "plain_verdict", "report_maker": "physician_name",
    },
    K.PRESCRIPTION: {
        **_MEDICAL, **_PERIOD, "diagnosis": "diagnosis", "visit_date": "visit_date",
        "issue_date": "issue_date", "disease": "claimed_disease", "insured_place": "insured_place",
    },
    K.MEDICAL_INVOICE: {
        **_PERSON, **_HOSPITAL, **_NUMBERS, **_STAY, **_AGENT, "insurance": "insurance_type",
        "validity": "validity", "discharge_department": "discharge_department",
        "issue_date": "issue_date", "visit_date": "visit_date", "sign_date": "sign_date",
        "card_number": "card_number", "registered_date": "registered_bill",
        "insured_place": "insured_place", "phone": "phone",
        "physician": "physician_name", "ordering": "physician_name",
        "diagnosis": "plain_diagnosis", "disease": "settled_disease",
        "discharge_diagnosis": "diagnosis", "admission_diagnosis": "admission_diagnosis",
    },
    K.ID_CARD_FRONT: {**_PERSON, "ethnicity": "ethnicity", "address": "address", **_CARD_BACK},
    K.ID_CARD_BACK: {**_CARD_BACK, "id": "id_number"},
    K.ID_SELFIE: {**_PERSON, "ethnicity": "ethnicity", "address": "address"},
    K.SOCIAL_SECURITY_CARD: {
        **_PERSON, "card_number": "card_number", "issue_date": "issue_date", **_PERIOD,
        "authority": "issuing_authority", "insured_place": "insured_place", "ethnicity": "ethnicity",
    },
    K.INSURANCE_VOUCHER: {**_PERSON, **_INSURED},
    K.AUTHORIZATION_LETTER: {
        **_PERSON, **_CONTACT, **_INSURED, **_AGENT, **_PERIOD, "principal": "patient_name",
        "ethnicity": "ethnicity", "disease": "claimed_disease", "sign_date": "sign_date",
    },
    K.COMMITMENT_LETTER: {
        **_PERSON, **_CONTACT, **_AGENT, **_INSURED, **_HOSPITAL, **_DOCTOR, **_NUMBERS,
        "sign_date": "sign_date", "disease": "claimed_disease", "diagnosis": "diagnosis",
        "ethnicity": "ethnicity",
    },
    K.REMOTE_FILING_FORM: {
        **_PERSON, **_CONTACT, **_INSURED, **_AGENT, **_PERIOD, **_HOSPITAL,
        "other_hospital": "chosen_hospital", "diagnosis": "diagnosis",
        "application_date": "application_date", "sign_date": "sign_date", "disease": "claimed_disease",
        "ethnicity": "ethnicity",
    },
    K.RESIDENCE_PERMIT: {
        **_PERSON, "ethnicity": "ethnicity", "address": "address", **_PERIOD,
        "registered_address": "registered_address",
        "issue_date": "issue_date", "authority": "issuing_authority", "card_number": "card_number",
    },
    K.HOUSEHOLD_REGISTER: {
        **_PERSON, "ethnicity": "ethnicity", "address": "address", "issue_date": "issue_date",
        "authority": "issuing_authority",
    },
    K.WORK_POSTING_LETTER: {
        **_PERSON, "phone": "phone", "address": "address", **_PERIOD, "issue_date": "issue_date",
        "sign_date": "sign_date", "department": "department", "ethnicity": "ethnicity", **_INSURED,
    },
    K.REFERRAL_LETTER: {
        **_MEDICAL, **_INSURED, **_PERIOD, **_STAY, "diagnosis": "diagnosis",
        "discharge_diagnosis": "diagnosis", "issue_date": "issue_date",
        "visit_date": "visit_date", "application_date": "filled_date", "chief": "physician_name",
    },
    K.UNKNOWN: {
        **_MEDICAL, **_INSURED, **_STAY, "diagnosis": "diagnosis",
        "admission_diagnosis": "admission_diagnosis", "discharge_diagnosis": "diagnosis",
    },
}  # fmt: skip
"""Kind → concept → field. Working names outside the contract are settled in
``ocr.fallbacks``."""

WITH_TWO_HOMES = frozenset(
    {K.APPLICATION_FORM, K.RECOGNITION_FORM, K.REMOTE_FILING_FORM, K.COMMITMENT_LETTER, K.RESIDENCE_PERMIT}
)
"""Papers that state a second home or telephone of the patient's under labels of their own."""

_GLUED = {name: frozenset(words.split()) for name, words in read_vocabulary("glued.yaml").items()}
SET_CLOSE = _GLUED["set_close"]
"""Labels that count without colon or space on pages that print values right behind labels."""
CARDS = frozenset({K.ID_CARD_FRONT, K.ID_CARD_BACK, K.ID_SELFIE, K.SOCIAL_SECURITY_CARD, K.RESIDENCE_PERMIT})
GLUED: Mapping[K, frozenset[str]] = {
    **dict.fromkeys(CARDS, _GLUED["card"]),
    K.INPATIENT_FRONT_PAGE: _GLUED["front_page"],
    K.PRESCRIPTION: _GLUED["prescription"],
}
"""Labels that such papers print without anything between them and the value."""
