"""Which cases are counted: those first handed in within a period, of a region, under a policy."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, String, and_, cast, func
from sqlalchemy.orm import InstrumentedAttribute, Session

from intake.actors import Actor
from intake.clock import CHINA
from intake.doorkeeping import access
from intake.tables.cases import Case

_DAY: Final = dt.timedelta(days=1)
LONGEST: Final = dt.timedelta(days=3 * 366)
"""Of a period. More would be counted from years that nobody compares."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Days of China from ``first`` to ``last``, both counted; ``region`` takes in what lies within it."""

    first: dt.date
    last: dt.date
    region: str | None = None
    policy: str | None = None

    @property
    def days(self) -> int:
        """How many days the period has."""
        return (self.last - self.first).days + 1


def cohort(actor: Actor, wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    """The cases of the period that the actor may count."""
    return (within(Case.first_submitted_at, wanted), *_of(actor, wanted))


def decided_then(actor: Actor, wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    """The cases decided in the period, whenever they were handed in."""
    return (within(Case.decided_at, wanted), *_of(actor, wanted))


def _of(actor: Actor, wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    return (access.counted_cases(actor), *narrowed(Case.region, Case.policy_id, wanted))


def narrowed(region: Any, policy_id: Any, wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    """That a row is of the region and policy wanted."""
    found: list[ColumnElement[bool]] = []
    if wanted.region:
        found.append(access.in_regions(region, (wanted.region,)))
    if wanted.policy:
        found.append(policy_id == wanted.policy)
    return tuple(found)


def within(column: InstrumentedAttribute[Any], wanted: Wanted) -> ColumnElement[bool]:
    """That a moment lies in the period."""
    begin = dt.datetime.combine(wanted.first, dt.time(), CHINA)
    end = dt.datetime.combine(wanted.last + _DAY, dt.time(), CHINA)
    return and_(column >= begin, column < end)


def day_of(session: Session, column: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """The day in China of a moment, to group by; ``as_day`` takes what comes of it."""
    if session.get_bind().dialect.name == "sqlite":
        return func.date(column, "+8 hours", type_=String)
    return cast(func.timezone("Asia/Shanghai", column), Date)


def as_day(given: str | dt.date) -> dt.date:
    """SQLite gives days as text."""
    return dt.date.fromisoformat(given) if isinstance(given, str) else given
