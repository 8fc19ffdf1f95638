"""The reviewers' queue: which cases wait, filtered, in pages, with counts.

Each state is walked along its index by itself and the walks are put together here: no database orders a
hundred thousand cases for fifty.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, cast

from sqlalchemy import ColumnElement, and_, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from intake.actors import Actor, Role
from intake.clock import calendar_of, china_day
from intake.doorkeeping import access
from intake.lifecycle import State
from intake.reviewing.labels import disease_label
from intake.reviewing.queue_filters import (
    RUNNING,
    Filter,
    Pile,
    Sort,
    filter_conditions,
    pile_conditions,
    states_of,
)
from intake.reviewing.queue_rows import QueueRow, rows_of, shown_name
from intake.reviewing.review import WAITING
from intake.reviewing.second_queue import count_second, second_page
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case
from validators.pack import load_packs
from validators.workdays import add_working_days

__all__ = ["MOST_LISTED", "Filter", "Pile", "QueuePage", "QueueRow", "Sort", "counts", "queue", "shown_name"]

MOST_LISTED = 200
COUNTED: Final = tuple(pile for pile in Pile if pile is not Pile.ALL)
"""Piles with a count: nobody waits for all there ever was to be counted."""
_EPOCH: Final = dt.datetime.fromtimestamp(0, dt.UTC)


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue; ``next`` is ``None`` on the last. ``counts`` are of every pile, unfiltered."""

    rows: tuple[QueueRow, ...]
    next: str | None
    counts: Mapping[Pile, int]


def queue(
    service: Service, actor: Actor, wanted: Filter, *, cursor: str | None = None, limit: int = 50
) -> QueuePage:
    """The cases of one pile that the actor sees, in the order wanted. ``cursor`` as given back."""
    access.check(actor, "review.view")
    limit = max(1, min(limit, MOST_LISTED))
    near = _near(service)
    diseases = _disease_labels(service, wanted.disease) if wanted.disease else ()
    with service.database.reading() as session:
        asked = [access.visible_cases(actor), *filter_conditions(session, wanted, diseases)]
        if wanted.pile is Pile.SECOND:
            rows, following = second_page(service, session, actor, asked, cursor=cursor, limit=limit)
            return QueuePage(rows, following, _counts(session, actor, near))
        asked += pile_conditions(wanted.pile, actor, near)
        found = _walked(session, wanted, asked, cursor, limit + 1)
        rows = rows_of(service, session, actor, [case_id for _, case_id in found[:limit]])
        following = _cursor(*found[limit - 1]) if len(found) > limit else None
        return QueuePage(rows, following, _counts(session, actor, near))


def first_waiting(service: Service, actor: Actor, wanted: Filter, limit: int) -> tuple[str, ...]:
    """The ids of the first cases nobody has, in the order wanted, whatever pile is looked at."""
    access.check(actor, "review.view")
    wanted = replace(wanted, pile=Pile.UNCLAIMED)
    diseases = _disease_labels(service, wanted.disease) if wanted.disease else ()
    with service.database.reading() as session:
        asked = [access.visible_cases(actor), *filter_conditions(session, wanted, diseases)]
        asked += pile_conditions(wanted.pile, actor, _near(service))
        return tuple(case_id for _, case_id in _walked(session, wanted, asked, None, limit))


def counts(service: Service, actor: Actor) -> Mapping[Pile, int]:
    """How many cases are in each pile, for those who see only that."""
    access.check(actor, "review.view")
    with service.database.reading() as session:
        return _counts(session, actor, _near(service))


Key = dt.datetime | dt.date


def _walked(
    session: Session, wanted: Filter, asked: Sequence[ColumnElement[bool]], cursor: str | None, limit: int
) -> list[tuple[Key, str]]:
    """The keys and ids of the first ``limit`` cases behind the cursor, over all states of the pile."""
    by_day = wanted.sort is Sort.DEADLINE and wanted.pile is not Pile.RETURNED  # the clock of those stands
    column = cast(InstrumentedAttribute[Key], Case.deadline if by_day else Case.submitted_at)
    newest = wanted.sort is Sort.NEWEST
    order = (column.desc(), Case.id.desc()) if newest else (column, Case.id)
    behind = _behind(column, cursor, newest=newest)
    walks = []
    for state in states_of(wanted.pile):
        query = select(column, Case.id).where(Case.state == state, column.is_not(None), behind, *asked)
        walks.append([(row[0], row[1]) for row in session.execute(query.order_by(*order).limit(limit))])
    return list(islice(heapq.merge(*walks, reverse=newest), limit))


def _behind(column: InstrumentedAttribute[Key], cursor: str | None, *, newest: bool) -> ColumnElement[bool]:
    """What comes behind a cursor; one that nobody gave out begins at the start."""
    written, _, case_id = (cursor or "").partition(".")
    try:
        number = int(written, 16)
        key: Key = (
            dt.date.fromordinal(number)
            if column is Case.deadline
            else dt.datetime.fromtimestamp(number / 1_000_000, dt.UTC)
        )
    except (ValueError, OverflowError, OSError):
        return true()
    if newest:
        return and_(column <= key, or_(column < key, and_(column == key, Case.id < case_id)))
    return and_(column >= key, or_(column > key, and_(column == key, Case.id > case_id)))


def _cursor(key: Key, case_id: str) -> str:
    if isinstance(key, dt.datetime):
        return f"{(key - _EPOCH) // dt.timedelta(microseconds=1):x}.{case_id}"
    return f"{key.toordinal():x}.{case_id}"


def _near(service: Service) -> dt.date:
    """The last day that counts as near."""
    days, calendar = service.settings.deadline_warning_days, calendar_of(service.settings)
    today = china_day(now())
    return add_working_days(today, days, calendar).date if days else today


def _disease_labels(service: Service, name: str) -> tuple[str, ...]:
    """What cases of a disease are labelled with: lists of different places may name it differently."""
    return tuple(dict.fromkeys(disease_label(service, pack, name) for pack in (None, *load_packs())))


def _counts(session: Session, actor: Actor, near: dt.date) -> dict[Pile, int]:
    """Three counts along indexes; none opens a row."""
    seen = access.visible_cases(actor)
    live = Case.state.in_((*WAITING, State.IN_REVIEW, State.RETURNED))
    grouped = select(Case.state, Case.for_senior, func.count()).where(live, seen)
    told: dict[tuple[str, bool], int] = {}
    for state, for_senior, count in session.execute(grouped.group_by(Case.state, Case.for_senior)):
        told[(state, bool(for_senior))] = count
    waiting = {flag: sum(told.get((state, flag), 0) for state in WAITING) for flag in (False, True)}
    reviewed = told.get((State.IN_REVIEW, False), 0) + told.get((State.IN_REVIEW, True), 0)
    own = select(func.count()).where(Case.claimed_by == actor.person_id, Case.state == State.IN_REVIEW, seen)
    mine = session.scalar(own) or 0 if actor.person_id else 0
    due = select(func.count()).where(Case.state.in_(RUNNING), Case.deadline <= near, seen)
    return {
        Pile.UNCLAIMED: waiting[False] + (waiting[True] if actor.role is Role.SENIOR else 0),
        Pile.MINE: mine,
        Pile.OTHERS: reviewed - mine,
        Pile.SENIOR: waiting[True],
        Pile.STUCK: told.get((State.STUCK, False), 0) + told.get((State.STUCK, True), 0),
        Pile.RETURNED: told.get((State.RETURNED, False), 0) + told.get((State.RETURNED, True), 0),
        Pile.NEAR_DEADLINE: session.scalar(due) or 0,
        Pile.SECOND: count_second(session, actor),
    }
