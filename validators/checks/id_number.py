"""Are the identity numbers numbers at all?"""

from __future__ import annotations

from collections.abc import Iterator

from ocr.types import Source
from ocr.values.id_number import birth_date, is_valid
from ocr.values.masked_id import find_masked_ids
from validators.answers import Question
from validators.case import STATED_FILE, Case, is_certain, stated
from validators.codes import Code
from validators.papers import Value
from validators.persons import shown_number
from validators.verdict import CheckResult


def id_number_valid(case: Case) -> Iterator[CheckResult]:
    """Check character, birth date and province of the stated and of every read number (GB 11643-1999).

    The stated number is no reading: an invalid one is unmet. A read one is more likely misread, so it
    is unmet only where it was never a picture (a text layer).
    """
    question = case.question("id-number-valid")
    number = case.application.applicant.id_number.upper()
    evidence = [stated("id_number", number)]
    problems: list[CheckResult] = []
    if not is_valid(number, case.on):
        problems.append(
            question.unmet(
                Code.NUMBER_INVALID,
                f"申请填写的身份证号 {shown_number(number)} 无效：{_fault(case, number)}。",
                remedy="请核对申请中填写的身份证号，改正后重新提交。",
                subject=STATED_FILE,
                evidence=evidence,
            )
        )
    for paper in case.opened:
        for value in paper.values("id_number", "id_number_unverified"):
            if (problem := _read_number_problem(case, question, value)) is not None:
                problems.append(problem)
            else:
                evidence.append(value.evidence)
    yield from problems
    if not problems:
        yield question.met(Code.NUMBER_VALID, "身份证号的校验码、出生日期和地区码有效。", evidence=evidence)


def _read_number_problem(case: Case, question: Question, value: Value) -> CheckResult | None:
    text = value.text.upper()
    if not is_whole(value) or len(text) == 15 or is_valid(text, case.on):
        return None
    words = f"{value.paper.label}上的身份证号 {shown_number(text)} 校验不通过"
    if value.field.source is Source.TEXT_LAYER and is_certain(value):
        return question.unmet(
            Code.NUMBER_INVALID,
            f"{words}。",
            subject=value.paper.file,
            evidence=[value.evidence],
            remedy=f"请核对{value.paper.label}上的身份证号，请出具单位更正。",
        )
    return question.unknown(
        Code.NUMBER_MISREAD,
        f"{words}，可能误读，须核对原图。",
        subject=value.paper.file,
        evidence=[value.evidence],
    )


def _fault(case: Case, number: str) -> str:
    if len(number) != 18:
        return "应为 18 位"
    born = birth_date(number) if number[:17].isdigit() else None
    if born is None:
        return "其中的出生日期不存在"
    return "其中的出生日期晚于申请日" if born > case.on else "校验码或地区码不对"


def is_whole(value: Value) -> bool:
    """Whether a number is complete: 18 characters, or the 15 of old records, none masked."""
    return len(value.text) in (15, 18) and not find_masked_ids(value.text)
