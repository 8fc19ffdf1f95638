"""An example's papers and statement, as the reader and the portal would give them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from dateutil.relativedelta import relativedelta

from ocr.types import (
    Document,
    DocumentKind,
    Face,
    Field,
    FieldValue,
    Marks,
    Page,
    Quality,
    Refusal,
    Seal,
    Signature,
    Source,
    TextLine,
)
from validators.application import Application
from validators.case import FORMS, RECORDS, REPORTS
from validators.example_shapes import Example, ExamplePaper
from validators.policy import Policy

K = DocumentKind
NAME, NUMBER = "李建国", "430503196703124514"
"""The invented applicant of examples that name nobody."""
_DATE_FIELDS = {
    K.DISCHARGE_SUMMARY: "discharge_date",
    K.INPATIENT_FRONT_PAGE: "discharge_date",
    K.OUTPATIENT_RECORD: "visit_date",
    K.DIAGNOSIS_CERTIFICATE: "issue_date",
    K.APPLICATION_FORM: "application_date",
    K.REMOTE_FILING_FORM: "application_date",
}
_BOX = (100.0, 100.0, 400.0, 130.0)
_SELFIE = Face(1, (100, 100, 580, 700), 0.95)


def application_of(example: Example, policy: Policy) -> Application:
    """The portal's statement."""
    person = example.applicant
    applicant = {
        "name": person.name or NAME,
        "id_number": person.id_number or NUMBER,
        "insured_place": person.insured_place or f"{policy.region.province}{policy.region.name}",
        "insurance": person.insurance or "employee",
        "relation": "agent" if person.agent else "self",
        "agent": person.agent,
    }
    return Application.model_validate(
        {
            "policy": policy.id,
            "submitted_on": example.submitted_on,
            "applicant": applicant,
            "diseases": example.diseases,
            "category": example.category,
            "entitlement": example.entitlement,
        }
    )


def documents_of(example: Example, policy: Policy) -> tuple[Document, ...]:
    """The papers; two of one kind are numbered in their file names."""
    names: dict[str, int] = {}
    made = []
    for paper in example.papers:
        stem = paper.file or f"{paper.kind.value}.jpg"
        names[stem] = names.get(stem, 0) + 1
        name = stem if names[stem] == 1 else f"{names[stem]}-{stem}"
        made.append(_document(example, policy, paper, name))
    return tuple(made)


def _document(example: Example, policy: Policy, paper: ExamplePaper, name: str) -> Document:
    sha256 = hashlib.sha256(f"{example.name}/{name}".encode()).hexdigest()
    if paper.refused:
        return Document(name, sha256, None, Refusal("FILE-005", "文件损坏。", "请重新上传。"))
    fields: dict[str, tuple[Field, ...]] = {}
    for field, value in _values(example, policy, paper):
        made = Field(value, str(value), paper.confidence, 1, _BOX, Source.OCR)
        fields[field] = (*fields.get(field, ()), made)
    seals = tuple(Seal(text, "red", "round", 1, (900, 1500, 1200, 1800), 0.95) for text in paper.seals)
    places = [True] * paper.signatures + [False] * paper.unsigned
    signed = tuple(Signature("physician", p, 1, (600, 1500, 800, 1560), 0.95) for p in places)
    faces = (_SELFIE,) if paper.kind is K.ID_SELFIE else ()
    pages = tuple(_page(paper, number) for number in range(1, paper.pages + 1))
    marks = Marks(seals=seals, signatures=signed, faces=faces)
    return Document(name, sha256, "image/jpeg", None, paper.kind, paper.kind_confidence, pages, fields, marks)


def _page(paper: ExamplePaper, number: int) -> Page:
    texts = (paper.text or "一页清楚的文字").splitlines() if number == 1 else [f"续页第 {number} 页的文字"]
    lines = tuple(
        TextLine(text, ((0, y), (900, y), (900, y + 30), (0, y + 30)), paper.confidence)
        for y, text in ((60.0 * index, text.strip()) for index, text in enumerate(texts))
    )
    measures = {"card": 0.99} if paper.kind is K.ID_SELFIE else {}
    return Page(number, 1600, 2200, Source.OCR, 0, Quality(paper.findings, measures), lines)


def _values(example: Example, policy: Policy, paper: ExamplePaper) -> Iterator[tuple[str, FieldValue]]:
    """The fields: what is written, else what stands on a sound paper of the applicant's."""
    held: dict[str, tuple[str, ...]] = dict(_usual(example, policy, paper))
    if paper.date:
        held[_DATE_FIELDS.get(paper.kind, "report_date")] = (paper.date,)
    if paper.title:
        held["physician_title"] = paper.title
    if paper.diagnosis:
        held["diagnosis"] = paper.diagnosis
    held |= {name: values or () for name, values in paper.fields.items()}
    for name, values in held.items():
        for value in values:
            yield name, int(value) if name == "age" and value.isdigit() else value
    for row in paper.items:
        yield "test_items", row


def _usual(example: Example, policy: Policy, paper: ExamplePaper) -> Iterator[tuple[str, tuple[str, ...]]]:
    stated = application_of(example, policy).applicant
    who = stated.agent if paper.agents and stated.agent else stated
    if paper.kind is K.UNKNOWN:
        return
    if paper.kind is K.ID_CARD_BACK:
        until = example.submitted_on + relativedelta(years=10)
        yield from (("issuing_authority", ("公安局",)), ("valid_until", (until.isoformat(),)))
        return
    yield "patient_name", (who.name,)
    if paper.kind in (K.ID_CARD_FRONT, K.ID_SELFIE, K.SOCIAL_SECURITY_CARD) or paper.kind in FORMS:
        yield "id_number", (who.id_number,)
    if paper.kind in FORMS:
        yield "insured_place", (stated.insured_place or "",)
        yield "claimed_disease", example.diseases
    if paper.kind in (K.AUTHORIZATION_LETTER, K.COMMITMENT_LETTER) and stated.agent:
        yield "agent_name", (stated.agent.name,)
    medical = paper.kind in RECORDS | REPORTS | {K.APPLICATION_FORM, K.REFERRAL_LETTER}
    hospital, level = paper.hospital or example.hospital, paper.level or example.level
    if medical and hospital:
        yield "hospital_name", (hospital,)
    if level and (medical or paper.level):
        yield "hospital_level", (level,)
