"""Is the renewal filed inside its window?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ocr.types import DocumentKind
from ocr.values.dates import PartialDate
from validators.answers import Question
from validators.case import Case, is_certain, stated
from validators.codes import Code
from validators.papers import Value
from validators.policy import Window
from validators.spans import inside, span_of
from validators.verdict import CheckResult, Evidence


@dataclass(frozen=True, slots=True)
class _Expiry:
    """One telling of the expiry: by the portal or register (``value`` is ``None``), or by the form."""

    span: PartialDate
    value: Value | None
    evidence: Evidence

    @property
    def is_readable(self) -> bool:
        return self.value is None or self.value.is_readable

    @property
    def is_certain(self) -> bool:
        return self.value is None or is_certain(self.value)


def renewal_window(case: Case) -> Iterator[CheckResult]:
    """The submission lies between the window's first day and the expiry day, both included.

    The expiry is told by the entitlement, the register or the recognition form, as the pack says; two
    that disagree are unknown. Worse mistake: sending somebody away whose window is open.
    """
    rule = case.pack.policy.window
    question = case.question("renewal-window", rule)
    if rule is None:
        yield question.not_applicable(Code.NOT_ASKED, "本业务没有续期办理期。")
        return
    told = _expiries(case, rule.value)
    evidence = [expiry.evidence for expiry in told]
    readable = [expiry for expiry in told if expiry.is_readable]
    if not readable:
        words = "没有可靠的待遇到期日，须与登记核对。"
        yield question.unknown(Code.WINDOW_UNCLEAR, words, evidence=evidence)
        return
    if any(_differ(a.span, b.span) for a in told for b in told):
        shown = "、".join(sorted({expiry.span.iso for expiry in told}))
        words = f"待遇到期日前后不一致（{shown}），须与登记核对。"
        yield question.unknown(Code.WINDOW_CONFLICT, words, evidence=evidence)
        return
    yield _judge(case, question, rule.value, readable, evidence)


def _expiries(case: Case, window: Window) -> list[_Expiry]:
    told: list[_Expiry] = []
    if "entitlement" in window.told_by:
        told += [_stated(day) for day in _days_known(case)]
    if "recognition_form" in window.told_by:
        forms = case.of_kind(DocumentKind.RECOGNITION_FORM)
        values = [v for form in forms for v in form.values("valid_until")]
        told += [_Expiry(span, v, v.evidence) for v in values if (span := span_of(v)) is not None]
    return told


def _days_known(case: Case) -> list[dt.date]:
    entitlement = case.application.entitlement
    days = [entitlement.valid_until] if entitlement and entitlement.valid_until else []
    entry = case.register.find(case.application.applicant.id_number) if case.register else None
    if entry is not None and entry.valid_until is not None:
        days.append(entry.valid_until)
    return days


def _stated(day: dt.date) -> _Expiry:
    span = PartialDate(day.year, day.month, day.day)
    return _Expiry(span, None, stated("entitlement.valid_until", day.isoformat()))


def _differ(one: PartialDate, other: PartialDate) -> bool:
    return one.latest < other.earliest or other.latest < one.earliest


def _judge(
    case: Case, question: Question, window: Window, told: list[_Expiry], evidence: list[Evidence]
) -> CheckResult:
    span = max((expiry.span for expiry in told), key=lambda s: s.day is not None)
    before, after = dt.timedelta(days=window.days_before), dt.timedelta(days=window.days_after)
    certain = any(expiry.is_certain and expiry.span == span for expiry in told)
    opens, closes = span.earliest - before, span.latest + after
    on = PartialDate(case.on.year, case.on.month, case.on.day)
    surely = inside(on, span.latest - before, span.earliest + after)
    if surely:
        words = f"待遇 {span.iso} 到期，申请日 {case.on.isoformat()} 在办理期（{opens.isoformat()} 起）内。"
        return question.met(Code.WINDOW_OPEN, words, evidence=evidence)
    if not certain or opens <= case.on <= closes:
        words = f"待遇到期日读为 {span.iso}，不能确定申请日是否在办理期内，须与登记核对。"
        return question.unknown(Code.WINDOW_UNCLEAR, words, evidence=evidence)
    if case.on < opens:
        return question.unmet(
            Code.WINDOW_EARLY,
            f"待遇 {span.iso} 到期，{opens.isoformat()} 起方可申请，现在尚早。",
            evidence=evidence,
            remedy=f"尚未到办理时间，请于 {opens.isoformat()} 至 {closes.isoformat()} 之间申请。",
        )
    return question.unmet(
        Code.WINDOW_EXPIRED,
        f"待遇已于 {span.iso} 到期，申请日 {case.on.isoformat()} 已过办理期。",
        evidence=evidence,
        remedy="待遇已到期，不能续期，请重新申请门诊慢特病资格认定。",
    )
