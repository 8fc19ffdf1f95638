"""Which cases of the queue are wanted, as conditions that its indexes can serve."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from intake.actors import Actor, Role
from intake.doorkeeping import access
from intake.lifecycle import State
from intake.reviewing.labels import DISEASE, FINDING, HOSPITAL
from intake.reviewing.queue_search import Who, condition_of
from intake.reviewing.review import WAITING
from intake.tables.cases import Case
from intake.tables.reviewing import CaseLabel

RUNNING: Final = (State.QUEUED, State.READING, *WAITING, State.IN_REVIEW)
_FEW: Final = 3000
"""A label of so few cases leads to them; one of more is looked for along the way, which is met soon."""


class Pile(StrEnum):
    """A part of the queue. ``second``: decided cases that wait for a second look; ``all``: every case that
    was handed in, whatever became of it."""

    UNCLAIMED = "unclaimed"
    MINE = "mine"
    OTHERS = "others"
    SENIOR = "senior"
    STUCK = "stuck"
    RETURNED = "returned"
    NEAR_DEADLINE = "near_deadline"
    SECOND = "second"
    ALL = "all"


class Sort(StrEnum):
    """In which order: longest waiting, nearest deadline or newest first."""

    WAITING = "waiting"
    DEADLINE = "deadline"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to list. ``region`` takes in what lies within it; ``finding`` is a code whose check is not met.

    ``disease`` is a name, ``hospital`` that of a hospital whose papers stand in the case. ``sort`` is
    longest waiting first where none is given.
    """

    pile: Pile = Pile.UNCLAIMED
    region: str | None = None
    policy: str | None = None
    disease: str | None = None
    channel: str | None = None
    hospital: str | None = None
    route: str | None = None
    finding: str | None = None
    who: Who | None = None
    sort: Sort = Sort.WAITING


def states_of(pile: Pile) -> tuple[State, ...]:
    """The states in which the cases of a pile stand; each is walked along the index by itself."""
    return {
        Pile.UNCLAIMED: WAITING,
        Pile.MINE: (State.IN_REVIEW,),
        Pile.OTHERS: (State.IN_REVIEW,),
        Pile.SENIOR: WAITING,
        Pile.STUCK: (State.STUCK,),
        Pile.RETURNED: (State.RETURNED,),
        Pile.NEAR_DEADLINE: RUNNING,
        Pile.SECOND: (State.APPROVED, State.REJECTED, State.RETURNED),
        Pile.ALL: tuple(state for state in State if state is not State.OPEN),
    }[pile]


def pile_conditions(pile: Pile, actor: Actor, near: dt.date) -> list[ColumnElement[bool]]:
    """What is asked of a pile's cases beside their state."""
    own = Case.claimed_by == actor.person_id if actor.person_id else Case.id.is_(None)
    if pile is Pile.UNCLAIMED:
        return [] if actor.role is Role.SENIOR else [~Case.for_senior]
    further: dict[Pile, list[ColumnElement[bool]]] = {
        Pile.MINE: [own],
        Pile.OTHERS: [~own],
        Pile.SENIOR: [Case.for_senior.is_(True)],
        Pile.NEAR_DEADLINE: [Case.deadline <= near],
    }
    return further.get(pile, [])


def filter_conditions(
    session: Session, wanted: Filter, disease_labels: tuple[str, ...]
) -> list[ColumnElement[bool]]:
    """What is asked of the cases whatever pile they are in. ``disease_labels``: what the disease may be
    hashed to."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.who:
        conditions.append(condition_of(wanted.who))
    if wanted.region:
        conditions.append(access.in_regions(Case.region, (wanted.region,)))
    for column, value in (
        (Case.policy_id, wanted.policy),
        (Case.channel, wanted.channel),
        (Case.route, wanted.route),
    ):
        if value:
            conditions.append(column == value)
    for kind, labels in (
        (DISEASE, disease_labels if wanted.disease else ()),
        (HOSPITAL, (wanted.hospital,) if wanted.hospital else ()),
        (FINDING, (wanted.finding,) if wanted.finding else ()),
    ):
        if labels:
            conditions.append(_labelled(session, kind, labels))
    return conditions


def _labelled(session: Session, kind: str, labels: tuple[str, ...]) -> ColumnElement[bool]:
    """That a case bears one of these labels, asked the way that is short for how many bear it."""
    bearing = and_(CaseLabel.kind == kind, CaseLabel.label.in_(labels))
    some = select(CaseLabel.case_id).where(bearing).limit(_FEW).subquery()
    count = session.scalar(select(func.count()).select_from(some)) or 0
    if count < _FEW:
        return Case.id.in_(select(CaseLabel.case_id).where(bearing))
    return or_(
        *(
            exists().where(CaseLabel.case_id == Case.id, CaseLabel.kind == kind, CaseLabel.label == label)
            for label in labels
        )
    )
