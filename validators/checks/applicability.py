"""Does a demand arise in a case at all?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ocr.values.id_number import age_on, is_valid
from validators.answers import Question
from validators.case import Case, is_certain
from validators.catalogue import Catalogue, Likeness
from validators.checks.disease import Claim, claims_of
from validators.codes import Code
from validators.disease_row import Disease
from validators.policy import Condition
from validators.verdict import CheckResult


def applies(case: Case, when: Condition) -> bool | None:
    """Whether all that ``when`` says holds; ``None`` where what was read leaves it open."""
    told = [
        case.applies(when),
        _insured_as(case, when.insurance),
        _of_age(case, when.age_from, when.age_below),
        _claims_one_of(case, when.diseases) if when.diseases else True,
        _claims_others(case, when.not_diseases) if when.not_diseases else True,
    ]
    return False if False in told else None if None in told else True


def unsettled(question: Question, subject: str | None = None) -> CheckResult:
    """The answer where it cannot be told whether a demand arises."""
    words = "未能确定参保类型、病种或年龄，无法判断此项要求是否适用，须由审核人员核对。"
    return question.unknown(Code.CONDITION_UNCLEAR, words, subject=subject)


def rows_named(names: Iterable[str], catalogue: Catalogue) -> frozenset[Disease]:
    """The rows of the list that a pack's names of diseases mean."""
    matches = [catalogue.match(name) for name in names]
    return frozenset(row for m in matches if m.likeness is Likeness.LISTED for row in m.rows)


def claimed_one_of(claim: Claim, rows: frozenset[Disease]) -> bool | None:
    """Whether a claim is of one of the rows; a near or unread name cannot tell."""
    if not rows.intersection(claim.match.rows):
        return None if claim.match.likeness is not Likeness.NONE and not _is_read(claim) else False
    sure = claim.match.likeness is Likeness.LISTED and _is_read(claim) and rows.issuperset(claim.match.rows)
    return True if sure else None


def _is_read(claim: Claim) -> bool:
    return claim.value is None or is_certain(claim.value)


def _insured_as(case: Case, wanted: str | None) -> bool | None:
    told = case.application.applicant.insurance
    return True if wanted is None else None if told is None else told == wanted


def _of_age(case: Case, at_least: int | None, below: int | None) -> bool | None:
    if at_least is None and below is None:
        return True
    number = case.application.applicant.id_number.upper()
    if not is_valid(number, case.on):
        return None
    age = age_on(number, case.on)
    if age is None:
        return None
    return (at_least is None or age >= at_least) and (below is None or age < below)


def _claims_one_of(case: Case, names: Sequence[str]) -> bool | None:
    answers = _answers(case, names)
    return True if True in answers else None if None in answers or not answers else False


def _claims_others(case: Case, names: Sequence[str]) -> bool | None:
    """Whether a disease beside the named ones is claimed; where nothing was read, it cannot be told."""
    answers = _answers(case, names)
    return True if False in answers else None if None in answers or not answers else False


def _answers(case: Case, names: Sequence[str]) -> list[bool | None]:
    catalogue = case.pack.catalogue
    if catalogue is None:
        return []
    rows = rows_named(names, catalogue)
    return [claimed_one_of(claim, rows) for claim in claims_of(case, catalogue)]
