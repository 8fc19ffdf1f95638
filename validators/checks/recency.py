"""Are the papers recent?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from ocr.types import DocumentKind
from validators.answers import Question
from validators.case import Case, is_certain
from validators.checks.applicability import claimed_one_of, rows_named
from validators.checks.dates import DATE_WORDS, dates_of_age
from validators.checks.disease import claims_of
from validators.codes import Code
from validators.demands import DiseaseAge, LookBack, PaperAge
from validators.papers import Paper, Value, kind_names
from validators.periods import first_day
from validators.spans import inside, span_of
from validators.verdict import CheckResult

Lengths = Mapping[DocumentKind, str]
Exceptions = tuple[DiseaseAge, ...]


def report_recent(case: Case) -> Iterator[CheckResult]:
    """At least one paper of each group lies inside the look-back, counted from the submission.

    The boundary day belongs; a date given by month must lie inside as a whole; an admission inside
    proves the discharge inside. A disease may have a look-back of its own; where it cannot be told which
    one holds, every one must agree. Worse mistake: calling a good report too old for a misread year, so
    unmet needs every paper of the group surely dated before the look-back.
    """
    rule = case.pack.policy.look_back
    question = case.question("report-recent", rule)
    if rule is None:
        yield question.not_applicable(Code.NOT_ASKED, "本业务不限定病历和报告的时间。")
        return
    exceptions = _exceptions(case, rule.value)
    for group in rule.value.aged():
        answers = [_group(case, question, _lengths(rule.value, group, one)) for one in exceptions]
        if len({answer.outcome for answer in answers}) == 1:
            yield answers[0]
            continue
        subject, name = _subject(group.kinds), kind_names(group.kinds)
        words = f"病种不同，{name}的时限不同，未能确定按哪一种，须由审核人员核对。"
        evidence = next(answer.evidence for answer in answers)
        yield question.unknown(Code.RECENCY_UNCLEAR, words, subject=subject, evidence=evidence)


def _exceptions(case: Case, demand: LookBack) -> tuple[Exceptions, ...]:
    """The exceptions for diseases that may hold, each way it may be; none is the general look-back.

    One disease may have several, for several kinds of paper: they hold together.
    """
    catalogue = case.pack.catalogue
    if catalogue is None or not demand.diseases:
        return ((),)
    claims = claims_of(case, catalogue)
    if not claims:
        return ((), *((one,) for one in demand.diseases))
    found: dict[Exceptions, None] = {}
    for claim in claims:
        answers = [(d, claimed_one_of(claim, rows_named(d.names, catalogue))) for d in demand.diseases]
        sure = tuple(d for d, answer in answers if answer)
        doubtful: list[Exceptions] = [(d,) for d, answer in answers if answer is None]
        found |= dict.fromkeys([sure] if sure else [(), *doubtful])
    return tuple(found)


def _lengths(demand: LookBack, group: PaperAge, exceptions: Exceptions) -> Lengths:
    """How far back each kind of the group counts; an exception that names the kind goes first."""
    lengths = {kind: group.each.get(kind) or group.within or demand.period for kind in group.kinds}
    for one in sorted(exceptions, key=lambda one: bool(one.kinds)):
        lengths |= {kind: one.within for kind in group.kinds if not one.kinds or kind in one.kinds}
    return lengths


def _group(case: Case, question: Question, lengths: Lengths) -> CheckResult:
    subject, name = _subject(tuple(lengths)), kind_names(tuple(lengths))
    papers = case.of_kind(*lengths)
    answers = [
        (paper, _is_recent(paper, first_day(lengths[paper.kind], case.on), case.on)) for paper in papers
    ]
    evidence = [v.evidence for p in papers for v, _ in dates_of_age(p)]
    for paper, recent in answers:
        if recent:
            return _met(case, question, paper, lengths[paper.kind], subject)
    if not papers:
        return question.unknown(Code.RECENCY_UNCLEAR, f"没有可供核对日期的{name}。", subject=subject)
    if all(recent is False for _, recent in answers):
        return _too_old(case, question, papers, lengths)
    words = f"{name}的日期没有读全或把握不足，不能确定是否在{_limits(lengths)}内，须核对原图。"
    return question.unknown(Code.RECENCY_UNCLEAR, words, subject=subject, evidence=evidence)


def _met(case: Case, question: Question, paper: Paper, length: str, subject: str) -> CheckResult:
    shown = [v for v, _ in dates_of_age(paper)] or list(paper.values("admission_date"))
    evidence = [v.evidence for v in shown] or [paper.evidence]
    first = first_day(length, case.on)
    if first is None or not shown:
        return question.met(Code.RECENT, f"已有{paper.label}，不限时间。", subject=subject, evidence=evidence)
    sum_ = _sum(case.on, shown[0])
    words = f"{paper.label}的日期 {shown[0].text} 在 {first.isoformat()} 至 {case.on.isoformat()} 之间"
    return question.met(Code.RECENT, f"{words}（{sum_}时限{length}）。", subject=subject, evidence=evidence)


def _too_old(case: Case, question: Question, papers: Sequence[Paper], lengths: Lengths) -> CheckResult:
    """Every paper is surely older; said of the one that is nearest to its limit."""
    dated = [(span.latest, v) for p in papers for v, span in dates_of_age(p)]
    latest, value = max(dated, key=lambda pair: pair[0])
    length = lengths[value.paper.kind]
    first = first_day(length, case.on) or case.on
    name, days = kind_names(tuple(lengths)), (case.on - latest).days
    sum_ = (
        f"提交日 {case.on.isoformat()} − {DATE_WORDS[value.name]} {latest.isoformat()} = {days} 天"
        f" > {(case.on - first).days} 天，即{length}"
    )
    return question.unmet(
        Code.TOO_OLD,
        f"{name}最近的日期为 {latest.isoformat()}，早于 {first.isoformat()}（{sum_}）。",
        subject=_subject(tuple(lengths)),
        remedy=f"请补交{_wanted(case.on, lengths)}。",
        evidence=[v.evidence for _, v in dated],
    )


def _is_recent(paper: Paper, first: dt.date | None, last: dt.date) -> bool | None:
    """Inside, surely before, or cannot tell."""
    if first is None:
        return True if paper.kind_is_sure else None
    dated = dates_of_age(paper)
    answers = [inside(span, first, last) for value, span in dated if value.is_readable]
    if answers and len(answers) == len(dated) and all(answers):
        return True
    admitted = [span for v in paper.values("admission_date") if v.is_readable and (span := span_of(v))]
    if not dated and admitted and all(inside(span, first, last) for span in admitted):
        return True
    old = all(span.latest < first and is_certain(value) for value, span in dated)
    return False if dated and old and paper.kind_is_sure else None


def _sum(on: dt.date, value: Value) -> str:
    span = span_of(value)
    if span is None or span.day is None:
        return ""
    what = f"提交日 {on.isoformat()} − {DATE_WORDS[value.name]} {span.iso}"
    return f"{what} = {(on - span.earliest).days} 天，"


def _wanted(on: dt.date, lengths: Lengths) -> str:
    """What to bring: one sentence where all kinds share a limit, else one part a limit."""
    by_length: dict[str, list[DocumentKind]] = {}
    for kind, length in lengths.items():
        by_length.setdefault(length, []).append(kind)
    parts = []
    for length, kinds in by_length.items():
        first = first_day(length, on)
        parts.append(f"{f' {first.isoformat()} 以后的' if first else ''}{kind_names(kinds)}")
    return "，或".join(parts)


def _limits(lengths: Lengths) -> str:
    return "或".join(f"近{length}" for length in dict.fromkeys(lengths.values()))


def _subject(kinds: Sequence[DocumentKind]) -> str:
    return "|".join(kind.value for kind in kinds)
