"""What a second reviewer sees of a case: everything that was read and judged, nothing of the decision."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.clock import ClockView
from intake.lifecycle import State
from intake.tables.reviewing import SecondReview

if TYPE_CHECKING:
    from intake.reviewing.review_view import ReviewedCase

_NO_CLOCK: Final = ClockView(None, None, stopped=False, overdue=False, estimated=False)


def is_blind(session: Session, actor: Actor, case_id: str) -> bool:
    """Whether the actor holds a second look at the case that is not given yet."""
    if actor.person_id is None:
        return False
    wanted = select(SecondReview.id).where(
        SecondReview.case_id == case_id,
        SecondReview.claimed_by == actor.person_id,
        SecondReview.given_at.is_(None),
    )
    return session.scalar(wanted.limit(1)) is not None


def blinded(found: ReviewedCase) -> ReviewedCase:
    """The case as it stood before anybody decided on it in this round.

    Corrections of fields stay: they are what the papers say, and the checks rest on them.
    """
    checked = [place for place, step in enumerate(found.steps) if step.state == State.CHECKED]
    before = len(found.steps)
    for place in reversed(checked):
        before = place + 1
        if place == 0 or found.steps[place - 1].state != State.IN_REVIEW:
            break
    round_ = found.view.round
    return replace(
        found,
        view=replace(found.view, state=State.CHECKED.value, decided_at=None, decision=None, deadline=None),
        for_senior=False,
        decisions=tuple(one for one in found.decisions if one.round < round_),
        steps=found.steps[:before],
        clock=_NO_CLOCK,
        holder=None,
    )
