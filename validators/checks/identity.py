"""Is every paper the applicant's? Names and identity numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ocr.types import KIND_NAMES, DocumentKind
from ocr.values.id_number import is_valid
from ocr.values.id_number import sex as sex_of
from validators.answers import Question
from validators.case import FORMS, LETTERS, RECORDS, REPORTS, Case, is_certain, pictures_front
from validators.certainty import NAME_CERTAIN
from validators.checks.id_number import is_whole
from validators.codes import Code
from validators.papers import Paper, Value, labels
from validators.persons import Agreement, compare_names, compare_numbers, shown_number
from validators.verdict import CheckResult, Evidence

K = DocumentKind
_ID_PAPERS = frozenset({K.ID_CARD_FRONT, K.SOCIAL_SECURITY_CARD})
_MUST_NAME = RECORDS | FORMS | _ID_PAPERS | {K.RESIDENCE_PERMIT, K.WORK_POSTING_LETTER, K.REFERRAL_LETTER}
_FAMILY_PAPERS = frozenset({K.HOUSEHOLD_REGISTER, K.WORK_POSTING_LETTER, K.UNKNOWN})
"""Papers that name several people: somebody else's name on them says nothing."""
_NOT_ASKED = frozenset({K.ID_CARD_BACK, K.ID_SELFIE})
"""The back alone names nobody; the held card is asked about by ``id-selfie``."""


@dataclass(slots=True)
class _Tally:
    """What the papers say, gathered while they are gone through."""

    problems: list[CheckResult] = field(default_factory=list)
    named: list[Paper] = field(default_factory=list)
    unnamed: list[Paper] = field(default_factory=list)
    agreeing: list[Evidence] = field(default_factory=list)
    number_on_id_paper: bool = False


def identity_consistent(case: Case) -> Iterator[CheckResult]:
    """Name and number agree on every paper that carries them, and with the application.

    Worse mistake: another person's paper passing. So at least one ID paper must show the number, every
    record and form the name, and of the reports at least one; further reports without a readable name
    are only mentioned. One character that looks alike, a masked or invalid number, or a faulty page is
    doubt; a plainly different name (≥ 0.95) or valid number (≥ 0.9) is unmet.
    """
    question = case.question("identity-consistent", case.pack.policy.must_agree)
    tally = _Tally()
    for paper in case.opened:
        if paper in case.unsettled_cards:
            tally.problems.append(_unsettled(question, paper))
        elif (paper.kind not in _NOT_ASKED or pictures_front(paper)) and paper not in case.agents_cards:
            _go_through(case, question, paper, tally)
    yield from tally.problems
    yield from _gaps(case, question, tally)
    if tally.agreeing and not tally.problems:
        note = f"{labels(tally.unnamed)}未读出姓名，请留意。" if tally.unnamed else ""
        yield question.met(
            Code.IDENTITY_AGREES,
            f"{len(tally.named)} 份材料的姓名、身份证号与申请一致。{note}",
            evidence=tally.agreeing,
        )


def _go_through(case: Case, question: Question, paper: Paper, tally: _Tally) -> None:
    names = paper.values("patient_name")
    numbers = paper.values("id_number", "id_number_unverified")
    problem = _name_problem(case, question, paper, names) or _number_problem(case, question, paper, numbers)
    problem = problem or _sex_problem(case, question, paper)
    if problem is not None:
        tally.problems.append(problem)
        return
    agreeing_names = [v for v in names if v.is_readable and _names_patient(case, v)]
    agreeing_numbers = [v for v in numbers if v.is_readable and _bears_number(case, v)]
    tally.agreeing += [v.evidence for v in (*agreeing_names, *agreeing_numbers)]
    whole = any(is_whole(v) for v in agreeing_numbers)
    tally.number_on_id_paper |= whole and (paper.kind in _ID_PAPERS or pictures_front(paper))
    (tally.named if agreeing_names or whole else tally.unnamed).append(paper)


def _gaps(case: Case, question: Question, tally: _Tally) -> Iterator[CheckResult]:
    """Where positive evidence is wanting: the number on an ID paper, the name on records and forms."""
    if not tally.number_on_id_paper:
        yield question.unknown(Code.IDENTITY_UNREAD, "没有在身份证件上读出与申请一致的身份证号，须核对原图。")
    for paper in tally.unnamed:
        if paper.kind in _MUST_NAME:
            yield question.unknown(
                Code.IDENTITY_UNREAD,
                f"{paper.label}未能读出姓名，无法确认属于参保人。",
                subject=paper.file,
                evidence=[paper.evidence],
            )
    reports = [p for p in tally.unnamed if p.kind in REPORTS]
    if reports and not any(p.kind in REPORTS for p in tally.named):
        yield question.unknown(
            Code.IDENTITY_UNREAD,
            f"{labels(reports)}未能读出姓名，无法确认属于参保人。",
            subject=reports[0].file,
            evidence=[p.evidence for p in reports],
        )


def _names_patient(case: Case, value: Value) -> bool:
    return compare_names(value.text, case.application.applicant.name) in (Agreement.SAME, Agreement.PARTLY)


def _bears_number(case: Case, value: Value) -> bool:
    number = case.application.applicant.id_number
    return compare_numbers(value.text, number) in (Agreement.SAME, Agreement.PARTLY)


def _name_problem(
    case: Case, question: Question, paper: Paper, names: tuple[Value, ...]
) -> CheckResult | None:
    applicant = case.application.applicant
    others = [v for v in names if not _names_patient(case, v) and not _is_the_agents(case, paper, v)]
    agrees = len(others) < len(names)
    if not others or (agrees and paper.kind in _FAMILY_PAPERS | LETTERS):
        return None
    plain = [
        v
        for v in others
        if compare_names(v.text, applicant.name) is Agreement.DIFFERENT and v.is_certain(NAME_CERTAIN)
    ]
    if plain and not agrees and paper.kind not in _FAMILY_PAPERS | LETTERS:
        return _differs(
            question, paper, plain[0], f"姓名为“{plain[0].text}”，与申请的“{applicant.name}”不一致"
        )
    words = (
        f"{paper.label}上读到姓名“{others[0].text}”，与申请的“{applicant.name}”不同，可能误读，须核对原图。"
    )
    return question.unknown(
        Code.IDENTITY_DOUBTFUL, words, subject=paper.file, evidence=[v.evidence for v in others]
    )


def _is_the_agents(case: Case, paper: Paper, value: Value) -> bool:
    """Whether a name or a number is the agent's, on a paper that may bear it beside the patient's."""
    agent = case.application.applicant.agent
    if agent is None or not case.by_agent or paper.kind not in LETTERS | FORMS:
        return False
    agreements = compare_names(value.text, agent.name), compare_numbers(value.text, agent.id_number)
    return Agreement.SAME in agreements


def _unsettled(question: Question, paper: Paper) -> CheckResult:
    return question.unknown(
        Code.IDENTITY_DOUBTFUL,
        f"{paper.label}不能确定是参保人的还是代办人的，须核对原图。",
        subject=paper.file,
        evidence=[paper.evidence],
    )


def _number_problem(
    case: Case, question: Question, paper: Paper, numbers: tuple[Value, ...]
) -> CheckResult | None:
    applicant = case.application.applicant
    others = [v for v in numbers if not _bears_number(case, v) and not _is_the_agents(case, paper, v)]
    if not others or (len(others) < len(numbers) and paper.kind in _FAMILY_PAPERS | LETTERS):
        return None
    plain = [
        v
        for v in others
        if compare_numbers(v.text, applicant.id_number) is Agreement.DIFFERENT
        and is_certain(v)
        and is_valid(applicant.id_number.upper())
    ]
    if plain and len(others) == len(numbers) and paper.kind not in _FAMILY_PAPERS | LETTERS:
        shown = shown_number(plain[0].text)
        return _differs(
            question, paper, plain[0], f"身份证号为 {shown}，与申请的号码不一致", Code.NUMBER_DIFFERS
        )
    shown = shown_number(others[0].text)
    return question.unknown(
        Code.IDENTITY_DOUBTFUL,
        f"{paper.label}上读到的身份证号 {shown} 与申请的号码不同，可能误读，须核对原图。",
        subject=paper.file,
        evidence=[v.evidence for v in others],
    )


def _differs(
    question: Question, paper: Paper, value: Value, what: str, code: Code = Code.NAME_DIFFERS
) -> CheckResult:
    if paper.kind in _ID_PAPERS:
        code = Code.OTHER_PERSONS_CARD if code is Code.NAME_DIFFERS else code
        remedy = f"请提交参保人本人的{KIND_NAMES[paper.kind]}，并核对申请填写的姓名和身份证号。"
    else:
        # never the other's name or number: the paper may be another patient's
        remedy = f"{paper.label}的姓名或身份证号与申请不一致，请提交参保人本人的材料，或请出具单位更正。"
    return question.unmet(
        code, f"{paper.label}上的{what}。", remedy=remedy, subject=paper.file, evidence=[value.evidence]
    )


def _sex_problem(case: Case, question: Question, paper: Paper) -> CheckResult | None:
    """A sex that disagrees with the number's digit is a sign of a mixed-up paper, never proof."""
    number = case.application.applicant.id_number.upper()
    if paper.kind in _FAMILY_PAPERS or not is_valid(number):
        return None
    wrong = [v for v in paper.values("sex") if v.is_certain(NAME_CERTAIN) and v.text != sex_of(number)]
    if not wrong:
        return None
    return question.unknown(
        Code.SEX_DIFFERS,
        f"{paper.label}上的性别“{wrong[0].text}”与身份证号不符，须核对。",
        subject=paper.file,
        evidence=[v.evidence for v in wrong],
    )
