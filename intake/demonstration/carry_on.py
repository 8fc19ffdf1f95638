"""What demo people do with samples that have been checked: claim, approve, return, reject, pass on."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from intake.actors import Actor, Role
from intake.case_views import newest_verdict
from intake.demonstration.hand_in import demo_person
from intake.demonstration.plan import Act
from intake.lifecycle import State
from intake.refusals.base import Refused
from intake.reviewing import decisions, review, second_reviews
from intake.reviewing.decisions import Choice, DecisionRequest
from intake.reviewing.second_reviews import Opinion
from intake.service import Service
from intake.tables.cases import Case
from intake.tables.reviewing import SecondReview
from validators.verdict import Outcome, Route, Verdict

_CHOICES: Final = {
    Act.APPROVE: Choice.APPROVE,
    Act.RETURN: Choice.RETURN,
    Act.REJECT: Choice.REJECT,
    Act.PASS: Choice.PASS,
}
_WORDS: Final = {
    Act.APPROVE: "已对照原件核对。",
    Act.RETURN: "",
    Act.REJECT: "参保地不在本市，请向参保地的医保经办机构申请。",
    Act.PASS: "请复核出具材料的医院。",
}
_BY_SENIOR: Final = frozenset({Act.REJECT, Act.CLAIM_BY_SENIOR})


def carry_on(service: Service, case_id: str, act: Act) -> bool:
    """Do what was planned with a case; whether there is nothing more to wait for.

    What its verdict does not allow is left undone: then the case waits in the queue like any other. So is
    what somebody else took first.
    """
    with service.database.reading() as session:
        case = session.get_one(Case, case_id)
        if State(case.state) in (State.OPEN, State.QUEUED, State.READING):
            return False
        verdict = newest_verdict(service, session, case_id)
    if State(case.state) is not State.CHECKED or verdict is None or act is Act.LEAVE:
        return True
    actor = demo_person(service, Role.SENIOR if act in _BY_SENIOR else Role.REVIEWER)
    try:
        if act in _CHOICES and _fits(act, verdict):
            _decide(service, actor, case_id, act, verdict)
        elif act not in _CHOICES:
            review.claim(service, actor, case_id)
    except Refused:  # the newcomer at the console was faster
        return True
    return True


def look_again(service: Service) -> int:
    """The senior gives the second looks that were drawn from the reviewer's approvals; how many."""
    senior = demo_person(service, Role.SENIOR)
    wanted = select(SecondReview).where(
        SecondReview.given_at.is_(None),
        SecondReview.first == Choice.APPROVE,
        SecondReview.first_by != senior.person_id,
    )
    with service.database.reading() as session:
        drawn = [one.id for one in session.scalars(wanted.limit(2))]
    for second_id in drawn:
        try:
            second_reviews.claim(service, senior, second_id)
            second_reviews.give(service, senior, second_id, Opinion("approve", (), "同意。"))
        except Refused:
            continue
    return len(drawn)


def _fits(act: Act, verdict: Verdict) -> bool:
    if act is Act.APPROVE:
        return verdict.route is Route.READY_FOR_REVIEW
    return act is not Act.RETURN or bool(verdict.corrections)


def _decide(service: Service, actor: Actor, case_id: str, act: Act, verdict: Verdict) -> None:
    claim = review.claim(service, actor, case_id)
    unmet = (one.code for one in verdict.checks if one.outcome is Outcome.UNMET and not one.advisory)
    reasons = tuple(dict.fromkeys(unmet)) if act is not Act.APPROVE else ()
    decisions.decide(
        service, actor, case_id, DecisionRequest(_CHOICES[act], claim.revision, reasons, _WORDS[act])
    )
