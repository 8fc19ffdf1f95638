"""Where a second look stands for a person, and how often somebody's second looks agree."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select

from intake import cases
from intake.actors import Actor
from intake.doorkeeping import access
from intake.refusals.base import Refused
from intake.refusals.cases import NO_SUCH_CASE
from intake.refusals.review import NO_SUCH_SECOND, NOT_BY_THE_SAME
from intake.reviewing.second_reviews import not_by, still_wanted
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import now
from intake.tables.cases import Case
from intake.tables.reviewing import SecondReview


@dataclass(frozen=True, slots=True)
class SecondStanding:
    """``mine``: the actor has taken it and has not said anything yet; ``holder``: who else has it now;
    ``given``: it is done."""

    id: str
    case_id: str
    case_no: str
    drawn_at: dt.datetime
    mine: bool
    until: dt.datetime | None
    holder: str
    given: bool


@dataclass(frozen=True, slots=True)
class OwnTally:
    """How many second looks somebody gave, and in how many of them both decided alike."""

    given: int
    agreed: int


def second_standing(service: Service, actor: Actor, second_id: str) -> SecondStanding:
    """Where it stands; nothing of the decision. Raises ``Refused`` where it is not the actor's to see."""
    access.check(actor, "second_review.give")
    with service.database.reading() as session:
        row = session.get(SecondReview, second_id)
        if row is None:
            raise Refused(NO_SUCH_SECOND)
        try:
            case = cases.find(session, actor, row.case_id)
        except Refused as refused:
            raise Refused(NO_SUCH_SECOND) if refused.refusal is NO_SUCH_CASE else refused from None
        if row.given_at is None:
            this = select(SecondReview.id).join(Case, Case.id == SecondReview.case_id)
            this = this.where(SecondReview.id == row.id)
            if session.scalar(this.where(*still_wanted())) is None:
                raise Refused(NO_SUCH_SECOND)
            if session.scalar(this.where(*not_by(actor.person_id or ""))) is None:
                raise Refused(NOT_BY_THE_SAME)
        held = row.claimed_until is not None and row.claimed_until > now()
        mine = row.claimed_by is not None and row.claimed_by == actor.person_id
        by = select(Person.name).where(Person.id == row.claimed_by)
        return SecondStanding(
            id=row.id,
            case_id=case.id,
            case_no=case.case_no,
            drawn_at=row.drawn_at,
            mine=mine and row.given_at is None,
            until=row.claimed_until,
            holder=(session.scalar(by) or "") if held and not mine else "",
            given=row.given_at is not None,
        )


def own_tally(service: Service, actor: Actor) -> OwnTally:
    """The actor's second looks, counted."""
    access.check(actor, "second_review.give")
    given = select(func.count(SecondReview.id)).where(SecondReview.second_by == actor.person_id)
    with service.database.reading() as session:
        told = session.scalar(given) or 0
        return OwnTally(told, session.scalar(given.where(SecondReview.agrees.is_(True))) or 0)
