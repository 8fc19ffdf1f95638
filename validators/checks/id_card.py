"""Is the identity card still valid on the day of submission?"""

from __future__ import annotations

from collections.abc import Iterator

from ocr.types import DocumentKind
from validators.answers import Question
from validators.case import Case, is_certain
from validators.checks.materials import shows
from validators.codes import Code
from validators.papers import Paper, Value
from validators.spans import span_of
from validators.verdict import CheckResult

K = DocumentKind
_LONG = "长期"


def id_card_valid(case: Case) -> Iterator[CheckResult]:
    """The card's last day is the day of submission or later; 长期 never ends; the last day belongs.

    Worse mistake: telling the owner of a valid card that it has expired, so an expired card is unmet
    only on a sure reading. Where an agent files, a back that may be the agent's card is never unmet.
    """
    rule = case.pack.policy.id_card_valid
    question = case.question("id-card-valid", rule)
    backs = [p for p in case.opened if shows(case, p, K.ID_CARD_BACK)]
    if not backs:
        yield _without_back(case, question)
        return
    answers = [_judge(case, question, back) for back in backs]
    yield next((a for a in answers if a.outcome.value == "unmet"), None) or next(
        (a for a in answers if a.outcome.value == "unknown"), answers[0]
    )


def _without_back(case: Case, question: Question) -> CheckResult:
    asked = any(m.value.any_of == (K.ID_CARD_BACK,) for m in case.pack.policy.materials)
    if not asked and case.of_kind(K.SOCIAL_SECURITY_CARD):
        return question.not_applicable(Code.NOT_ASKED, "以社会保障卡代替身份证，不核对身份证有效期。")
    return question.unknown(Code.CARD_DATE_UNREAD, "没有看到身份证国徽面，无法核对有效期。")


def _judge(case: Case, question: Question, back: Paper) -> CheckResult:
    values = back.values("valid_until")
    evidence = [v.evidence for v in values]
    ends = {v.text for v in values if v.is_readable}
    if len(ends) != 1:
        words = f"{back.label}的有效期限未能读清，须核对原图。"
        return question.unknown(Code.CARD_DATE_UNREAD, words, subject=back.file, evidence=evidence)
    value = next(v for v in values if v.is_readable)
    span = span_of(value)
    if value.text == _LONG or (span is not None and span.earliest >= case.on):
        until = "为长期" if value.text == _LONG else f"至 {value.text}"
        words = f"身份证有效期{until}，申请日在有效期内。"
        return question.met(Code.CARD_VALID, words, subject=back.file, evidence=evidence)
    if span is not None and span.latest < case.on:
        return _expired(case, question, value)
    words = f"{back.label}的有效期限“{value.field.raw}”不完整，须核对原图。"
    return question.unknown(Code.CARD_DATE_UNREAD, words, subject=back.file, evidence=evidence)


def _expired(case: Case, question: Question, value: Value) -> CheckResult:
    paper = value.paper
    if not is_certain(value) or case.by_agent:
        words = f"{paper.label}的有效期限读为 {value.text}，已早于申请日，须核对原图和持证人。"
        return question.unknown(Code.CARD_DATE_UNREAD, words, subject=paper.file, evidence=[value.evidence])
    return question.unmet(
        Code.CARD_EXPIRED,
        f"身份证有效期至 {value.text}，申请日 {case.on.isoformat()} 已过期。",
        subject=paper.file,
        remedy="身份证已过期，请换领新证后重新上传身份证两面。",
        evidence=[value.evidence],
    )
