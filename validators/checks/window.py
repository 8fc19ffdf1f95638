"""Is the renewal filed inside its window?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from ocr.types import DocumentKind
from ocr.values.dates import PartialDate
from ocr.values.id_number import birth_date, is_valid
from validators.answers import Question
from validators.case import Case, is_certain, stated
from validators.checks.disease import claims_of
from validators.checks.registered import entitled, entitlement_doubt
from validators.codes import Code
from validators.papers import Paper, Value
from validators.policy import Validity, Window
from validators.spans import span_of
from validators.validity import last_day_for
from validators.verdict import CheckResult, Evidence

_ENDS = {"month_end": "月末", "quarter_end": "季末", "year_end": "年末"}


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
    doubt = entitlement_doubt(case, question) if "entitlement" in rule.value.told_by else None
    if doubt is not None:
        yield doubt
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
        validity = case.pack.policy.validity
        if validity is not None and validity.adopted:
            told += [e for form in forms if (e := _counted(case, form, validity.value)) is not None]
    return told


def _counted(case: Case, form: Paper, validity: Validity) -> _Expiry | None:
    """The end of a qualification whose form tells its beginning alone; an unlimited one gives nothing."""
    starts = form.values("valid_from")
    span = span_of(starts[0]) if len(starts) == 1 and not form.values("valid_until") else None
    if span is None or span.day is None:
        return None
    number = case.application.applicant.id_number.upper()
    born = birth_date(number) if is_valid(number, case.on) else None
    ends = {
        last_day_for(validity, name, case.pack.catalogue, span.earliest, born) for name in _diseases(case)
    }
    last = ends.pop() if len(ends) == 1 else None
    return (
        _Expiry(PartialDate(last.year, last.month, last.day), starts[0], starts[0].evidence) if last else None
    )


def _diseases(case: Case) -> tuple[str, ...]:
    """The diseases claimed, as written; one empty name where none was read."""
    claims = claims_of(case, case.pack.catalogue) if case.pack.catalogue else ()
    return tuple(claim.text for claim in claims) or ("",)


def _days_known(case: Case) -> list[dt.date]:
    entitlement = case.application.entitlement
    days = [entitlement.valid_until] if entitlement and entitlement.valid_until else []
    return days + [one.valid_until for one in entitled(case) if one.valid_until is not None]


def _stated(day: dt.date) -> _Expiry:
    span = PartialDate(day.year, day.month, day.day)
    return _Expiry(span, None, stated("entitlement.valid_until", day.isoformat()))


def _differ(one: PartialDate, other: PartialDate) -> bool:
    return one.latest < other.earliest or other.latest < one.earliest


def _judge(
    case: Case, question: Question, window: Window, told: list[_Expiry], evidence: list[Evidence]
) -> CheckResult:
    span = max((expiry.span for expiry in told), key=lambda s: s.day is not None)
    certain = any(expiry.is_certain and expiry.span == span for expiry in told)
    number = case.application.applicant.id_number.upper()
    born = birth_date(number) if is_valid(number, case.on) else None
    if window.until_age is not None and born is None:
        words = "不能由身份证号得出出生日期，待遇到期日须与登记核对。"
        return question.unknown(Code.WINDOW_UNCLEAR, words, evidence=evidence)
    first, last = (window.expiry(day, born) for day in (span.earliest, span.latest))
    opens, closes = window.opens(first), window.closes(last)
    surely = window.opens(last) <= case.on <= window.closes(first)
    sum_ = _sum(case.on, window, span, last)
    until, on = span.iso if last == span.latest else last.isoformat(), case.on.isoformat()
    if surely and not window.taken_on(case.on):
        return _counter_closed(case, question, window, evidence)
    if surely:
        words = f"待遇 {until} 到期，申请日 {on} 在办理期（{opens.isoformat()} 起）内（{sum_}）。"
        return question.met(Code.WINDOW_OPEN, words, evidence=evidence)
    if not certain or opens <= case.on <= closes:
        words = f"待遇到期日读为 {until}，不能确定申请日是否在办理期内（{sum_}），须与登记核对。"
        return question.unknown(Code.WINDOW_UNCLEAR, words, evidence=evidence)
    if case.on < opens:
        return question.unmet(
            Code.WINDOW_EARLY,
            f"待遇 {until} 到期，{opens.isoformat()} 起方可申请，现在尚早（{sum_}）。",
            evidence=evidence,
            remedy=f"尚未到办理时间，请于 {opens.isoformat()} 至 {closes.isoformat()} 之间申请。",
        )
    return question.unmet(
        Code.WINDOW_EXPIRED,
        f"待遇已于 {until} 到期，申请日 {on} 已过办理期（{sum_}）。",
        evidence=evidence,
        remedy="待遇已到期，不能续期，请重新申请门诊慢特病资格认定。",
    )


def _counter_closed(case: Case, question: Question, window: Window, evidence: list[Evidence]) -> CheckResult:
    """Inside the window, on a day on which applications are not taken."""
    months = "、".join(f"{month} 月" for month in window.open_months or ())
    days = f"{window.open_days[0]} 日至 {window.open_days[1]} 日" if window.open_days else ""
    when = (months or "每月") + days
    return question.unmet(
        Code.WINDOW_EARLY,
        f"申请日 {case.on.isoformat()} 不在受理日（{when}）内。",
        evidence=evidence,
        remedy=f"请于受理日（{when}）、待遇到期前申请。",
    )


def _sum(on: dt.date, window: Window, span: PartialDate, last: dt.date) -> str:
    """The arithmetic: how the expiry was moved, and how the window's ends follow from it."""
    moved = (
        f"{span.iso} 所在{_ENDS[window.expires]} {last.isoformat()}" if window.expires != "as_told" else ""
    )
    if window.until_age is not None:
        moved = f"到期日按不晚于满 {window.until_age} 周岁前一日取 {last.isoformat()}"
    before = f"{last.isoformat()} − {window.before_in_words} = {window.opens(last).isoformat()}"
    after = window.after_in_words
    end = f"{last.isoformat()} + {after} = {window.closes(last).isoformat()}" if after else ""
    left = (last - on).days
    distance = f"申请日距到期日 {left} 天" if left >= 0 else f"申请日在到期日后 {-left} 天"
    return "；".join(part for part in (moved, before, end, distance) if part)
