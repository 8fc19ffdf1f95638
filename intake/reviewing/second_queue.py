"""The pile of decided cases that wait for a second look: nothing in it tells how they were decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.doorkeeping import access
from intake.lifecycle import State
from intake.reviewing.queue_rows import QueueRow, rows_of
from intake.reviewing.second_reviews import not_by, still_wanted
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import now
from intake.tables.cases import Case
from intake.tables.reviewing import SecondReview

_UNDO: Final = dt.timedelta(seconds=10)
"""Until then the decision may be taken back, and the lot with it."""


def second_page(
    service: Service,
    session: Session,
    actor: Actor,
    asked: Sequence[ColumnElement[bool]],
    *,
    cursor: str | None,
    limit: int,
) -> tuple[tuple[QueueRow, ...], str | None]:
    """Second looks the actor may give, the longest waiting first; where the next page begins."""
    if not access.permits(actor, "second_review.give") or actor.person_id is None:
        return (), None
    query = _open(select(SecondReview), actor.person_id).where(*asked)
    since, _, second_id = (cursor or "").partition(".")
    if second_id:
        moment = dt.datetime.fromtimestamp(int(since, 16) / 1_000_000, dt.UTC)
        later = and_(SecondReview.drawn_at == moment, SecondReview.id > second_id)
        query = query.where(or_(SecondReview.drawn_at > moment, later))
    found = list(session.scalars(query.order_by(SecondReview.drawn_at, SecondReview.id).limit(limit + 1)))
    shown = found[:limit]
    rows = rows_of(service, session, actor, [one.case_id for one in shown])
    holders = {one.claimed_by for one in shown if one.claimed_by}
    people = session.execute(select(Person.id, Person.name).where(Person.id.in_(holders)))
    names = {person_id: name for person_id, name in people}  # noqa: C416 - dict() takes a result for a mapping
    told = tuple(_told(row, one, actor, names) for row, one in zip(rows, shown, strict=True))
    if len(found) <= limit:
        return told, None
    last = shown[-1]
    return told, f"{int(last.drawn_at.timestamp() * 1_000_000):x}.{last.id}"


def count_second(session: Session, actor: Actor) -> int:
    """How many second looks the actor may give."""
    if not access.permits(actor, "second_review.give") or actor.person_id is None:
        return 0
    wanted = _open(select(func.count(SecondReview.id)), actor.person_id)
    return session.scalar(wanted.where(access.visible_cases(actor))) or 0


def _open(query: Select[Any], person_id: str) -> Select[Any]:
    return query.join(Case, Case.id == SecondReview.case_id).where(
        *still_wanted(), *not_by(person_id), SecondReview.drawn_at <= now() - _UNDO
    )


def _told(row: QueueRow, one: SecondReview, actor: Actor, names: dict[str, str]) -> QueueRow:
    held = one.claimed_until is not None and one.claimed_until > now()
    return replace(
        row,
        state=State.CHECKED.value,
        deadline=None,
        working_days_left=None,
        for_senior=False,
        claimed_by=names.get(one.claimed_by or "") if held else None,
        claimed_until=one.claimed_until if held else None,
        mine=held and one.claimed_by == actor.person_id,
        second=one.id,
    )
