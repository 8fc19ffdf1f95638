"""Beside a case: what happened to it, in order, and the audit of it, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from api.console.admin.audit_words import ACTS
from api.console.desk_view import policy_title
from api.words import FIELDS, plain
from intake.lifecycle import State
from intake.reviewing.applicant_history import Act, Kindred, OtherCase
from intake.reviewing.review_view import PastDecision, ReviewedCase, Step

_DECIDED: Final = {"approve": State.APPROVED, "return": State.RETURNED, "reject": State.REJECTED}
_DECISIONS: Final = {"approve": "通过", "return": "退回补正", "reject": "不予通过", "pass": "转复核"}
_STEPS: Final = {
    State.OPEN: "开始受理",
    State.QUEUED: "提交材料",
    State.READING: "开始识别",
    State.CHECKED: "检查完成",
    State.IN_REVIEW: "领取审核",
    State.APPROVED: "通过",
    State.RETURNED: "退回补正",
    State.REJECTED: "不予通过",
    State.WITHDRAWN: "申请人撤回",
    State.STUCK: "识别停滞",
}
_AT_ONCE: Final = dt.timedelta(seconds=2)
"""A decision and its step are written in one transaction."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened. ``sort``: ``step``, ``decision`` or ``correction``."""

    at: dt.datetime
    sort: str
    what: str
    by: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Kin:
    """Another case as it is listed; ``shared``: which papers stand in both."""

    id: str
    case_no: str
    policy: str
    state: str
    who: str
    diseases: str
    submitted_on: dt.date
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """The part of the page that is asked for when somebody opens it."""

    earlier: tuple[Kin, ...]
    alike: tuple[Kin, ...]
    elsewhere: int
    happened: tuple[Happened, ...]
    audited: tuple[Happened, ...]


def beside(found: ReviewedCase, kin: Kindred, acts: Sequence[Act]) -> Beside:
    """What is shown beside the case; the newest of everything first."""
    happened = [*_steps(found), *_decisions(found), *_corrections(found)]
    return Beside(
        earlier=tuple(_kin(one) for one in kin.earlier),
        alike=tuple(_kin(one) for one in kin.alike),
        elsewhere=kin.elsewhere,
        happened=tuple(sorted(happened, key=lambda one: one.at, reverse=True)),
        audited=tuple(
            Happened(one.at, "act", ACTS.get(one.action, one.action), _who(one.by)) for one in acts
        ),
    )


def _steps(found: ReviewedCase) -> Iterator[Happened]:
    before = ""
    for step in found.steps:
        if not any(_same(step, one) for one in found.decisions):
            by = found.names.get(step.actor.removeprefix("person:"), _who(step.actor))
            yield Happened(step.at, "step", _step_words(before, step.state), by)
        before = step.state


def _step_words(before: str, state: str) -> str:
    if before == State.IN_REVIEW and state in (State.CHECKED, State.STUCK):
        return "放回队列"
    if before in _DECIDED.values() and state == State.IN_REVIEW:
        return "撤销决定"
    return _STEPS[State(state)]


def _same(step: Step, decision: PastDecision) -> bool:
    passed = decision.decision == "pass" and step.state in (State.CHECKED, State.STUCK)
    right = passed or step.state == _DECIDED.get(decision.decision)
    return right and abs(step.at - decision.at) < _AT_ONCE


def _decisions(found: ReviewedCase) -> Iterator[Happened]:
    for one in found.decisions:
        yield Happened(one.at, "decision", _DECISIONS[one.decision], one.by, plain(one.words))


def _corrections(found: ReviewedCase) -> Iterator[Happened]:
    for one in found.corrections:
        field = FIELDS.get(one.field, one.field)
        words = f"{plain(one.file)} 第 {one.page} 页"
        yield Happened(one.at, "correction", f"更正{field}", found.names.get(one.person_id, ""), words)


def _who(actor: str) -> str:
    if actor.startswith("client:"):
        return "提交方"
    return {"system": "系统"}.get(actor, "工作人员" if actor.startswith("person:") else actor)


def _kin(one: OtherCase) -> Kin:
    return Kin(
        id=one.id,
        case_no=one.case_no,
        policy=policy_title(one.policy_id),
        state=one.state,
        who=f"{one.applicant} {one.id_number}",
        diseases="、".join(plain(disease) for disease in one.diseases),
        submitted_on=one.submitted_on,
        shared=tuple(dict.fromkeys(f"{plain(file)}：{what}" for file, what in one.shared)),
    )
