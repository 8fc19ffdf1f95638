"""Is the claimed disease open to the applicant?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ocr.types import DocumentKind
from ocr.values.id_number import age_on, is_valid
from validators.answers import Question
from validators.case import FORMS, Case, is_certain, stated
from validators.catalogue import Catalogue, Likeness, Match, Support
from validators.certainty import NAME_CERTAIN
from validators.codes import Code
from validators.disease_row import Disease
from validators.papers import Paper, Value
from validators.verdict import CheckResult, Evidence

K = DocumentKind
_CLAIMING = tuple(kind for kind in (K.APPLICATION_FORM, K.RECOGNITION_FORM) if kind in FORMS)
_LIST_MARKS = re.compile(r"[、，,；;/\n]|(?<!合)并(?!发)|以及|及(?!其)|和")
_GROWN = 18


@dataclass(frozen=True, slots=True)
class Claim:
    """A disease as claimed: as the portal states it (``value`` is ``None``) or as read on a form."""

    text: str
    match: Match
    value: Value | None

    @property
    def evidence(self) -> Evidence:
        """Where it is claimed."""
        return self.value.evidence if self.value else stated("diseases", self.text)

    @property
    def is_sure(self) -> bool:
        """Whether the words are surely those: stated, or read without doubt."""
        return self.value is None or self.value.is_certain(NAME_CERTAIN)


def claims_of(case: Case, catalogue: Catalogue) -> tuple[Claim, ...]:
    """What is claimed: the stated diseases; where none is stated, those of the forms."""
    texts = list(case.application.diseases)
    entitlement = case.application.entitlement
    if not texts and entitlement and entitlement.disease:
        texts.append(entitlement.disease)
    made = tuple(
        Claim(part, catalogue.match(part), None) for text in texts for part in _parts(text, catalogue)
    )
    return made or claims_on_forms(case, catalogue)


def claims_on_forms(case: Case, catalogue: Catalogue) -> tuple[Claim, ...]:
    """What the forms claim, one entry a disease."""
    values = [v for paper in case.of_kind(*_CLAIMING) for v in paper.values("claimed_disease")]
    return tuple(Claim(part, catalogue.match(part), v) for v in values for part in _parts(v.text, catalogue))


def disease_listed(case: Case) -> Iterator[CheckResult]:
    """Each claimed disease stands in the list, and is open to the insurance and the age.

    Worse mistake: refusing a listed disease for its wording. A near or misread name is unknown; unmet
    is only what resembles no name of the list (nor, where names of the list are unidentified, of
    another list).
    """
    rule, catalogue = case.pack.policy.catalogue, case.pack.catalogue
    question = case.question("disease-listed", rule)
    if rule is None or catalogue is None:
        yield question.not_applicable(Code.NOT_ASKED, "本业务不申报病种。")
        return
    claims = claims_of(case, catalogue)
    if not claims:
        yield question.unknown(Code.DISEASE_UNREAD, "申请和表格上都没有读到申报的病种，须核对原图。")
    for claim in claims:
        yield _listed(case, question, claim)
    yield from _forms_differ(case, question, claims, catalogue)
    yield from _several_on_one_form(case, catalogue)


def _listed(case: Case, question: Question, claim: Claim) -> CheckResult:
    match, text = claim.match, claim.text
    if match.likeness is Likeness.LISTED:
        if claim.value is not None and not claim.value.is_readable:
            words = f"申报病种读为“{text}”，把握不足，须核对原图。"
            return question.unknown(Code.DISEASE_UNREAD, words, subject=text, evidence=[claim.evidence])
        return _open_to(case, question, claim)
    if match.likeness is Likeness.NEAR:
        rows = "、".join(f"“{row.name}”" for row in match.rows)
        words = f"申报病种“{text}”与目录中的{rows}相近但不相同，须核对。"
        return question.unknown(Code.DISEASE_NEAR, words, subject=text, evidence=[claim.evidence])
    elsewhere = any(c.match(text).likeness is Likeness.LISTED for c in case.pack.other_catalogues)
    complete = case.pack.policy.catalogue is not None and case.pack.policy.catalogue.value.complete
    if (elsewhere and not complete) or not claim.is_sure:
        words = f"未在目录中找到“{text}”，但不能排除属于目录病种，须核对。"
        return question.unknown(Code.DISEASE_NEAR, words, subject=text, evidence=[claim.evidence])
    return question.unmet(
        Code.DISEASE_NOT_LISTED,
        f"“{text}”不在门诊慢特病病种目录内。",
        subject=text,
        evidence=[claim.evidence],
        remedy=f"“{text}”不在可申报的病种之内，请核对病种名称，按目录中的名称申报。",
    )


def _open_to(case: Case, question: Question, claim: Claim) -> CheckResult:
    """The first row open to the applicant's insurance and age makes it met."""
    answers = [_row_open_to(case, question, claim, row) for row in claim.match.rows]
    order = ["met", "unknown", "unmet"]
    return min(answers, key=lambda answer: order.index(answer.outcome.value))


def _row_open_to(case: Case, question: Question, claim: Claim, row: Disease) -> CheckResult:
    subject, evidence = claim.text, [claim.evidence]
    insurance, sure = _insurance(case)
    if row.insurance == "resident" and insurance != "resident":
        if insurance is None or not sure or not claim.is_sure:
            words = f"“{row.name}”只对居民医保开放，未能确定病种或参保类型，须核对。"
            return question.unknown(
                Code.DISEASE_CLOSED_TO_INSURANCE, words, subject=subject, evidence=evidence
            )
        return question.unmet(
            Code.DISEASE_CLOSED_TO_INSURANCE,
            f"“{row.name}”只对居民医保开放，申请人为职工医保。",
            subject=subject,
            remedy=f"“{row.name}”只对居民医保参保人员开放，请核对参保类型和病种。",
            evidence=evidence,
        )
    number = case.application.applicant.id_number.upper()
    age = age_on(number, case.on) if is_valid(number, case.on) else None
    if row.age_rule and (age is None or not row.admits_age(age)):
        return _closed_to_age(case, question, claim, row, age)
    words = f"“{claim.text}”在目录内（{row.name}）。"
    return question.met(Code.DISEASE_LISTED, words, subject=subject, evidence=evidence)


def _closed_to_age(
    case: Case, question: Question, claim: Claim, row: Disease, age: int | None
) -> CheckResult:
    """Unmet by the ages of the bureau's own list, or where a disease of children by its very name is
    claimed by a grown-up; the ages of the shipped lists are not adopted."""
    subject, evidence = claim.text, [claim.evidence]
    own = case.pack.catalogue is not None and case.pack.catalogue.name == "own"
    children = age is not None and age >= _GROWN and "儿童" in row.name
    if age is not None and (own or children) and claim.is_sure:
        limit = "为儿童病种" if children else f"限{row.ages_in_words}"
        return question.unmet(
            Code.DISEASE_CLOSED_TO_AGE,
            f"“{row.name}”{limit}，申请人在提交日 {case.on.isoformat()} 已满 {age} 周岁。",
            subject=subject,
            remedy=f"“{row.name}”{limit}，请核对病种和身份证号。",
            evidence=evidence,
        )
    told = f"{age} 周岁" if age is not None else "未能确定"
    adopted = "" if own else "，尚未采用"
    words = f"“{row.name}”有年龄范围（{row.ages_in_words}{adopted}），申请人年龄{told}，须核对。"
    return question.unknown(Code.DISEASE_CLOSED_TO_AGE, words, subject=subject, evidence=evidence)


def _insurance(case: Case) -> tuple[str | None, bool]:
    """The kind of insurance, where told by one voice, and whether it is stated or surely read."""
    if case.application.applicant.insurance:
        return case.application.applicant.insurance, True
    values = [v for p in case.of_kind(*FORMS) for v in p.values("insurance_type") if v.is_readable]
    told = {v.text for v in values}
    return (told.pop(), any(map(is_certain, values))) if len(told) == 1 else (None, False)


def _forms_differ(
    case: Case, question: Question, claims: tuple[Claim, ...], catalogue: Catalogue
) -> Iterator[CheckResult]:
    """A form, or the current qualification, that names another disease than the application states.

    A recognition form may name several; one of them is enough.
    """
    rows = {row for claim in claims for row in claim.match.rows}
    names = "、".join(f"“{c.text}”" for c in claims)
    read = claims_on_forms(case, catalogue)
    for claim in read:
        beside = [c for c in read if c.value and claim.value and c.value.paper is claim.value.paper]
        shared = any(rows.intersection(c.match.rows) for c in beside)
        recognised = claim.value is not None and claim.value.paper.kind is K.RECOGNITION_FORM
        named = any(catalogue.supports([claim.text], row) is Support.SUPPORTS for row in rows)
        agrees = named or rows.intersection(claim.match.rows) or (recognised and shared)
        if rows and not agrees and claim not in claims and claim.value is not None:
            yield _differs(question, claim, claim.value.paper, names)
    entitlement = case.application.entitlement
    held = catalogue.match(entitlement.disease) if entitlement and entitlement.disease else None
    if held and held.likeness is Likeness.LISTED and rows and not rows.intersection(held.rows):
        words = f"申请的{names}与现有资格的病种不一致，须与登记核对。"
        yield question.unknown(Code.DISEASE_DIFFERS, words, evidence=[stated("diseases", names)])


def _differs(question: Question, claim: Claim, paper: Paper, names: str) -> CheckResult:
    words = f"{paper.label}填写的病种“{claim.text}”与申请的{names}不一致"
    evidence = [claim.evidence, stated("diseases", names)]
    if claim.match.likeness is Likeness.LISTED and claim.is_sure:
        return question.unmet(
            Code.DISEASE_DIFFERS,
            f"{words}。",
            subject=paper.file,
            remedy=f"{words}，请核对后改为一致。",
            evidence=evidence,
        )
    words = f"{words}，可能误读，须核对原图。"
    return question.unknown(Code.DISEASE_DIFFERS, words, subject=paper.file, evidence=evidence)


def _several_on_one_form(case: Case, catalogue: Catalogue) -> Iterator[CheckResult]:
    rule = case.pack.policy.one_disease_per_form
    if rule is None or not rule.value:
        return
    question = case.question("disease-listed", rule)
    for paper in case.of_kind(K.APPLICATION_FORM):
        claims = [c for c in claims_on_forms(case, catalogue) if c.value and c.value.paper is paper]
        rows = {c.match.rows for c in claims if c.match.likeness is Likeness.LISTED}
        if len(rows) > 1:
            names = "、".join(c.text for c in claims)
            if not all(c.is_sure for c in claims):
                words = f"{paper.label}读到多个病种（{names}），可能误读，须核对原图。"
                evidence = [c.evidence for c in claims]
                yield question.unknown(
                    Code.DISEASES_ON_ONE_FORM, words, subject=paper.file, evidence=evidence
                )
                continue
            yield question.unmet(
                Code.DISEASES_ON_ONE_FORM,
                f"{paper.label}填写了多个病种（{names}）。",
                subject=paper.file,
                remedy="请每个病种单独填写一张申请表。",
                evidence=[c.evidence for c in claims],
            )


def _parts(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The diseases in one entry; a name that holds a mark itself stays whole."""
    if catalogue.match(text).likeness is Likeness.LISTED and not re.search(r"[、，,；;]", text):
        return (text,)
    parts = tuple(part.strip() for part in _LIST_MARKS.split(text) if part.strip())
    whole = len(parts) < 2 or any(catalogue.match(part).likeness is Likeness.NONE for part in parts)
    return (text,) if whole else parts
