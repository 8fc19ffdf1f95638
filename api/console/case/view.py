"""A case as the page shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from api.console.case.checks import CheckView, GroupView, check_views, groups_of
from api.console.case.drawn import Places
from api.console.case.facts import Facts, facts_of
from api.console.case.papers import PaperView, Sheet, papers_of, sheets_of
from api.console.desk_view import policy_title
from api.words import plain, printable
from intake.actors import Actor, Role
from intake.clock import ClockView
from intake.doorkeeping import access
from intake.lifecycle import State
from intake.reviewing.decisions import UNDO_SECONDS
from intake.reviewing.queue_rows import shown_name
from intake.reviewing.review_view import Holder, PastDecision, ReviewedCase
from ocr.values.id_number import mask
from validators.verdict import Outcome

_WAITING: Final = frozenset({State.CHECKED, State.STUCK})
DECISIONS: Final = {"approve": "通过", "return": "退回补正", "reject": "不予通过", "pass": "转复核"}


@dataclass(frozen=True, slots=True)
class Standing:
    """Who has the case and what the actor may do about it now. ``holder``: somebody else who holds it;
    ``claimable``: it may be taken; ``held``: the actor has it; ``why_not``: why nothing may be decided."""

    held: bool
    until: dt.datetime | None
    claimable: bool
    holder: Holder | None
    may_reject: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Undoable:
    """A decision of the actor's own that can still be taken back."""

    decision: str
    until: dt.datetime


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything on the page but what is asked for later (history, audit)."""

    id: str
    case_no: str
    policy: str
    name: str
    number: str
    unmasked: bool
    agent: str
    insured_place: str
    insurance: str
    diseases: tuple[str, ...]
    state: str
    route: str | None
    revision: int
    round: int
    submitted_on: dt.date
    for_senior: bool
    clock: ClockView
    standing: Standing
    undoable: Undoable | None
    passed: PastDecision | None
    sheets: tuple[Sheet, ...]
    checks: tuple[CheckView, ...]
    groups: tuple[GroupView, ...]
    papers: tuple[PaperView, ...]
    facts: Facts
    suggested: str
    refused_files: tuple[str, ...]

    @property
    def open_checks(self) -> tuple[CheckView, ...]:
        """Mandatory checks that are unmet or unknown."""
        return tuple(one for one in self.checks if one.wanting and not one.advisory)

    @property
    def hints(self) -> tuple[CheckView, ...]:
        """Advisory checks that are unmet or unknown."""
        return tuple(one for one in self.checks if one.wanting and one.advisory)

    @property
    def unknown(self) -> tuple[CheckView, ...]:
        """What could not be told, advisory or not."""
        return tuple(one for one in self.checks if one.outcome is Outcome.UNKNOWN)

    @property
    def needs_words(self) -> bool:
        """Whether approving must be reasoned."""
        return self.route != "ready_for_review" or bool(self.open_checks)


def case_page(found: ReviewedCase, actor: Actor) -> CasePage:
    """The case for the page; numbers are masked unless ``found.unmasked``."""
    show = printable if found.unmasked else plain
    view, applicant = found.view, found.application.applicant
    results = found.verdict.checks if found.verdict else ()
    documents = found.verdict.documents if found.verdict else ()
    places = Places(found.pages, documents, results)
    checks = check_views(results, places, show)
    full = access.permits(actor, "case.view_unmasked")
    corrections = found.verdict.corrections if found.verdict else ()
    return CasePage(
        id=view.id,
        case_no=view.case_no,
        policy=policy_title(view.policy_id),
        name=printable(shown_name(applicant.name, full=full)),
        number=applicant.id_number if found.unmasked else mask(applicant.id_number),
        unmasked=found.unmasked,
        agent=printable(shown_name(applicant.agent.name, full=full)) if applicant.agent else "",
        insured_place=show(applicant.insured_place or ""),
        insurance={"employee": "职工", "resident": "居民"}.get(applicant.insurance or "", ""),
        diseases=tuple(show(one) for one in found.application.diseases),
        state=view.state,
        route=view.route,
        revision=view.revision,
        round=view.round,
        submitted_on=view.submitted_on,
        for_senior=found.for_senior,
        clock=found.clock,
        standing=_standing(found, actor),
        undoable=_undoable(found.decisions, view.state),
        passed=next((one for one in reversed(found.decisions) if one.decision == "pass"), None)
        if found.for_senior
        else None,
        sheets=sheets_of(found, places, checks, show),
        checks=checks,
        groups=tuple(groups_of(checks)),
        papers=papers_of(found, places, show),
        facts=facts_of(found, places, show),
        suggested="\n".join(show(one.message) for one in corrections),
        refused_files=tuple(show(one.name) for one in view.files if one.refused and one.state != "replaced"),
    )


def _standing(found: ReviewedCase, actor: Actor) -> Standing:
    state, holder = State(found.view.state), found.holder
    may = access.permits(actor, "case.claim") and actor.is_person
    held = may and state is State.IN_REVIEW and holder is not None and holder.mine
    lapsed = holder is not None and holder.until <= _now()
    other = holder if holder is not None and not holder.mine and not lapsed else None
    senior_only = found.for_senior and actor.role is not Role.SENIOR
    free = state in _WAITING or (state is State.IN_REVIEW and lapsed)
    return Standing(
        held=held,
        until=holder.until if held and holder else None,
        claimable=may and free and not held and not senior_only,
        holder=other,
        may_reject=access.permits(actor, "case.reject"),
        why_not=_why_not(state, may=may, senior_only=senior_only),
    )


def _why_not(state: State, *, may: bool, senior_only: bool) -> str:
    if not may:
        return "您可以查看本案，不能作决定。"
    if senior_only and state in _WAITING:
        return "本案已转复核，由复核人员决定。"
    return {
        State.QUEUED: "材料正在排队识别，完成后可以审核。",
        State.READING: "材料正在识别，完成后可以审核。",
        State.OPEN: "申请人还没有提交。",
        State.RETURNED: "已退回申请人补正，补交后再审核。",
        State.APPROVED: "本案已通过。",
        State.REJECTED: "本案已不予通过。",
        State.WITHDRAWN: "申请人已撤回。",
        State.STUCK: "材料没有识别成功：可以重新识别，或领取后看原件决定。",
        State.IN_REVIEW: "上次领取已到期，可以领取。",
    }.get(state, "")


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _undoable(decisions: Sequence[PastDecision], state: str) -> Undoable | None:
    if not decisions or state not in (State.APPROVED, State.RETURNED, State.REJECTED):
        return None
    last = decisions[-1]
    until = last.at + dt.timedelta(seconds=UNDO_SECONDS)
    return Undoable(last.decision, until) if last.mine and until > _now() else None
