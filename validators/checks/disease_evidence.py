"""Do the papers show what the disease's own recognition standard asks?"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from validators.answers import Question
from validators.case import Case
from validators.catalogue import Catalogue, Likeness
from validators.checks import hospital
from validators.checks.dates import dates_of_age
from validators.checks.disease import Claim, claims_of
from validators.codes import Code
from validators.disease_row import Disease
from validators.evidence.dossier import Dossier
from validators.evidence.finding import Finding
from validators.evidence.judge import judge_standard
from validators.evidence.shapes import Standard
from validators.evidence.standards import standard_for
from validators.policy import Rule
from validators.verdict import CheckResult, Outcome

_ORDER = (Outcome.MET, Outcome.UNKNOWN, Outcome.UNMET)


def disease_evidence(case: Case) -> Iterator[CheckResult]:
    """Each claimed disease against the first of the pack's standards that has it; one result a disease.

    What the papers do not show is unknown and names the missing paper; only what they plainly contradict is
    unmet. A standard that is not adopted is shown for the reviewer with its tier and decides nothing. Worse
    mistake: refusing a patient for a report that was misread or only not handed in.

    Scr 812 and 790 μmol/L on two reports of 慢性肾功能衰竭(尿毒症期): met. Under an adopted standard, a
    certificate where 脑卒中 asks for the discharge summary: unmet.
    """
    catalogue, sets = case.pack.catalogue, case.pack.standards
    question = case.question("disease-evidence")
    if catalogue is None or not (sets or case.pack.policy.disease_support):
        yield question.not_applicable(Code.NOT_ASKED, "本业务不核对认定标准。")
        return
    claims = [claim for claim in claims_of(case, catalogue) if claim.match.rows]
    for claim in claims:
        beside = _beside(claim, claims)
        answers = [_of_row(case, catalogue, claim, row, beside) for row in claim.match.rows]
        yield min(answers, key=lambda answer: _ORDER.index(answer.outcome))
    if not claims:
        yield dataclasses.replace(question, advisory=True).unknown(
            Code.EVIDENCE_BY_PERSON, "没有读到申报的病种，认定标准须由审核人员核对。"
        )


def _beside(claim: Claim, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Names of the other diseases surely claimed with this one."""
    others = [c for c in claims if c is not claim and c.match.likeness is Likeness.LISTED and c.is_sure]
    rows = [row for other in others for row in other.match.rows if row not in claim.match.rows]
    return tuple(dict.fromkeys(row.name for row in rows))


def _of_row(
    case: Case, catalogue: Catalogue, claim: Claim, row: Disease, beside: tuple[str, ...]
) -> CheckResult:
    found = standard_for(case.pack.standards, (row.name, *row.aliases))
    if found is None:
        question = dataclasses.replace(case.question("disease-evidence"), advisory=True)
        words = f"“{row.name}”的认定标准未收录，须由审核人员核对。"
        return question.unknown(Code.EVIDENCE_BY_PERSON, words, subject=claim.text)
    index, standard = found
    question = _question(case, case.pack.policy.standards[index], index, standard)
    plain = dataclasses.replace(question, adopted=True)
    dossier = Dossier(
        case=case,
        catalogue=catalogue,
        row=row,
        claimed=claim.text,
        level_of=lambda paper, minimum: hospital.judge(case, plain, paper, minimum),
        dates_of=dates_of_age,
        beside=beside,
    )
    sure = claim.match.likeness is Likeness.LISTED and claim.is_sure
    return _result(question, claim, row, judge_standard(dossier, standard), sure=sure)


def _question(case: Case, rule: Rule[str], index: int, standard: Standard) -> Question:
    """The question with the standard's own sentence, source, date and tier."""
    held = case.pack.standards[index]
    standing = "" if rule.adopted else "，尚未采用"
    clause = (
        f"{standard.disease}：{standard.clause}（依据：{held.title}，{held.as_of}，"
        f"可信级别 {standard.tier or held.tier}{standing}）"
    )
    asked = case.question("disease-evidence", rule)
    return Question(asked.id, clause, advisory=asked.advisory or not rule.adopted, adopted=rule.adopted)


def _result(question: Question, claim: Claim, row: Disease, found: Finding, *, sure: bool) -> CheckResult:
    subject, evidence = claim.text, found.evidence
    shown = f"已符合：{'；'.join(found.shown)}。" if found.shown else ""
    if found.outcome is Outcome.MET and sure:
        words = f"“{row.name}”的认定标准均已见到。{shown}"
        return question.met(Code.EVIDENCE_MET, words, subject=subject, evidence=evidence)
    doubt = "" if sure else f"申报病种“{claim.text}”是否为“{row.name}”须先核对。"
    if found.outcome is Outcome.UNMET:
        against = f"不符合“{row.name}”的认定标准：{'；'.join(found.against)}。"
        code = Code.EVIDENCE_SUBSTITUTED if found.substituted else Code.EVIDENCE_CONTRADICTED
        if sure and question.adopted:
            remedy = f"“{row.name}”：{'；'.join(found.remedies)}。"
            return question.unmet(code, against + shown, remedy=remedy, subject=subject, evidence=evidence)
        standing = "" if question.adopted else "该标准尚未采用，不据此退件。"
        words = f"{doubt}{against}{standing}{shown}"
        return question.unknown(code, words, subject=subject, evidence=evidence)
    wanted = f"“{row.name}”的认定标准尚未见：{'；'.join(found.wanted)}。" if found.wanted else ""
    notes = f"{'；'.join(found.notes)}。" if found.notes else ""
    words = f"{doubt}{wanted}{notes}{shown}"
    return question.unknown(Code.EVIDENCE_LACKING, words, subject=subject, evidence=evidence)
