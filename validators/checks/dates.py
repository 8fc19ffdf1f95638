"""When are the papers of, and do their dates follow each other?"""

from __future__ import annotations

from collections.abc import Iterator

from ocr.types import DocumentKind
from ocr.values.dates import PartialDate
from ocr.values.id_number import birth_date, is_valid
from validators.answers import Question
from validators.case import Case, is_certain
from validators.codes import Code
from validators.papers import Paper, Value
from validators.spans import span_of
from validators.verdict import CheckResult, Evidence

K = DocumentKind
_TELLING: dict[DocumentKind, tuple[str, ...]] = {
    K.DISCHARGE_SUMMARY: ("discharge_date", "report_date", "issue_date"),
    K.INPATIENT_FRONT_PAGE: ("discharge_date", "report_date"),
    K.OUTPATIENT_RECORD: ("visit_date", "report_date", "issue_date", "sign_date"),
    K.DIAGNOSIS_CERTIFICATE: ("issue_date", "report_date", "sign_date", "visit_date"),
}
"""Which dates tell a paper's age, best first; the first one that was read counts."""
_REPORT_DATES = ("report_date", "issue_date", "visit_date", "sign_date")
_ORDER = ("birth_date", "admission_date", "discharge_date", "sign_date")
"""Dates of one paper in the order in which they must follow."""
_PAST = (
    "application_date",
    "visit_date",
    "admission_date",
    "discharge_date",
    "report_date",
    "issue_date",
    "sign_date",
    "birth_date",
)
_SLACK_DAYS = 7
"""A summary is often signed some days before the discharge it plans; within this it is only doubtful."""
DATE_WORDS = {
    "birth_date": "出生日期",
    "admission_date": "入院日期",
    "discharge_date": "出院日期",
    "sign_date": "签署日期",
    "application_date": "申请日期",
    "visit_date": "就诊日期",
    "report_date": "报告日期",
    "issue_date": "开具日期",
}


def date_order(case: Case) -> Iterator[CheckResult]:
    """Birth ≤ admission ≤ discharge ≤ signing on each paper, and nothing later than the submission.

    A laboratory report may well be older than the discharge, so dates are compared within one paper
    only. Worse mistake: failing a paper for a misread digit, so a break needs two sure dates.
    """
    question = case.question("date-order")
    problems: list[CheckResult] = []
    evidence: list[Evidence] = []
    for paper in case.opened:
        dated = _dated(paper)
        evidence += [value.evidence for value, _ in dated]
        problems += [p for p in (_future(case, question, dated), _order(case, question, dated)) if p]
    yield from problems
    if problems:
        return
    if evidence:
        yield question.met(Code.ORDER_SOUND, "各份材料的日期先后合理，且不晚于申请日。", evidence=evidence)
    elif case.pack.policy.look_back is not None:
        yield question.unknown(Code.ORDER_DOUBTFUL, "各份材料上都没有读到日期，须核对原图。")
    else:
        yield question.not_applicable(Code.NOT_ASKED, "材料上没有需要比较的日期。")


def dates_of_age(paper: Paper) -> tuple[tuple[Value, PartialDate], ...]:
    """The dates that tell how old a paper is, with their spans."""
    for name in _TELLING.get(paper.kind, _REPORT_DATES):
        found = [(v, span) for v in paper.values(name) if (span := span_of(v)) is not None]
        if found:
            return tuple(found)
    return ()


def _dated(paper: Paper) -> list[tuple[Value, PartialDate]]:
    return [(v, span) for v in paper.values(*_PAST) if (span := span_of(v)) is not None]


def _future(case: Case, question: Question, dated: list[tuple[Value, PartialDate]]) -> CheckResult | None:
    late = [(v, span) for v, span in dated if span.earliest > case.on]
    if not late:
        return None
    value, span = next(((v, s) for v, s in late if is_certain(v)), late[0])
    days = (span.earliest - case.on).days
    what = f"{value.paper.label}的{DATE_WORDS[value.name]} {value.text}"
    words = f"{what} 晚于申请日 {case.on.isoformat()} {days} 天"
    if is_certain(value):
        return question.unmet(
            Code.IN_THE_FUTURE,
            f"{words}。",
            subject=value.paper.file,
            evidence=[value.evidence],
            remedy=f"请核对{value.paper.label}的{DATE_WORDS[value.name]}，如有误请出具单位更正。",
        )
    return question.unknown(
        Code.ORDER_DOUBTFUL,
        f"{words}，可能误读，须核对原图。",
        subject=value.paper.file,
        evidence=[value.evidence],
    )


def _order(case: Case, question: Question, dated: list[tuple[Value, PartialDate]]) -> CheckResult | None:
    ordered = [(v, s) for name in _ORDER for v, s in dated if v.name == name]
    for index, (early, early_span) in enumerate(ordered):
        for late, late_span in ordered[index + 1 :]:
            if late.name != early.name and late_span.latest < early_span.earliest:
                return _broken(question, early, early_span, late, late_span)
    number = case.application.applicant.id_number.upper()
    born = birth_date(number) if is_valid(number, case.on) else None
    before = next((v for v, s in dated if born and v.name != "birth_date" and s.latest < born), None)
    if before is not None:
        what = f"{before.paper.label}的{DATE_WORDS[before.name]} {before.text}"
        words = f"{what} 早于身份证号中的出生日期，须核对原图。"
        return question.unknown(
            Code.ORDER_DOUBTFUL, words, subject=before.paper.file, evidence=[before.evidence]
        )
    return None


def _broken(
    question: Question, early: Value, early_span: PartialDate, late: Value, late_span: PartialDate
) -> CheckResult:
    paper = early.paper
    days = (early_span.earliest - late_span.latest).days
    first, second = f"{DATE_WORDS[late.name]} {late.text}", f"{DATE_WORDS[early.name]} {early.text}"
    words = f"{paper.label}的{first} 早于{second}（相差 {days} 天）"
    evidence = [early.evidence, late.evidence]
    slight = late.name == "sign_date" and (early_span.earliest - late_span.latest).days <= _SLACK_DAYS
    if is_certain(early) and is_certain(late) and not slight:
        return question.unmet(
            Code.ORDER_BROKEN,
            f"{words}，先后矛盾。",
            subject=paper.file,
            evidence=evidence,
            remedy=f"请核对{paper.label}的日期，如有误请出具单位更正。",
        )
    return question.unknown(
        Code.ORDER_DOUBTFUL, f"{words}，可能误读，须核对原图。", subject=paper.file, evidence=evidence
    )
