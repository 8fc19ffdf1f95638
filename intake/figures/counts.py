"""How many cases came, by day, policy, channel and state, and how long they took to be decided."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.clock import calendar_of
from intake.figures.asked import Wanted, as_day, cohort, day_of, decided_then
from intake.lifecycle import State
from intake.service import Service
from intake.tables.cases import Case, StoredVerdict
from validators.verdict import Route
from validators.workdays import WorkCalendar

BANDS: Final = ((0, 0), (1, 1), (2, 3), (4, 5), (6, 10), (11, 15), (16, 20), (21, None))
"""Working days from first to last; ``None``: without end. 20 are the most a bureau may take."""
DECIDED: Final = (State.APPROVED, State.REJECTED)


@dataclass(frozen=True, slots=True)
class Day:
    """What happened on a day in China: ``received`` for the first time, ``decided``: approved or rejected."""

    day: dt.date
    received: int
    decided: int


@dataclass(frozen=True, slots=True)
class Part:
    """The cases of one policy or channel. ``checked``: read and checked at least once; ``ready``: of these,
    those whose first check found everything in order; ``returned``: standing with the applicant;
    ``withdrawn``: taken back by the applicant."""

    key: str
    received: int
    approved: int
    rejected: int
    returned: int
    withdrawn: int
    checked: int
    ready: int

    @property
    def open(self) -> int:
        """Neither decided, nor with the applicant, nor taken back."""
        return self.received - self.approved - self.rejected - self.returned - self.withdrawn

    @property
    def ready_share(self) -> float | None:
        """Of the checked ones; ``None`` where there are none."""
        return self.ready / self.checked if self.checked else None


@dataclass(frozen=True, slots=True)
class Waits:
    """Working days from the first submission to approval or rejection; days with the applicant are in them.

    ``median`` and ``nine_tenths`` are days within which half and nine tenths were decided, ``None`` without
    any; ``bands`` counts by ``BANDS``.
    """

    decided: int
    median: int | None
    nine_tenths: int | None
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """One grouping of the cohort."""

    policies: tuple[Part, ...]
    channels: tuple[Part, ...]
    states: Mapping[str, int]
    first_routes: Mapping[str, int]


def parts(session: Session, actor: Actor, wanted: Wanted) -> Parts:
    """The cases by policy, by channel, by where they stand, and by what their first check found."""
    by = (Case.policy_id, Case.channel, Case.state)
    found = session.execute(select(*by, func.count()).where(*cohort(actor, wanted)).group_by(*by)).all()
    first = session.execute(
        select(Case.policy_id, Case.channel, StoredVerdict.route, func.count())
        .join(StoredVerdict, (StoredVerdict.case_id == Case.id) & (StoredVerdict.number == 1))
        .where(*cohort(actor, wanted))
        .group_by(Case.policy_id, Case.channel, StoredVerdict.route)
    ).all()
    states, routes = Counter[str](), Counter[str]()
    for *_, state, count in found:
        states[state] += count
    for *_, route, count in first:
        routes[route] += count
    return Parts(_by(lambda row: row[0], found, first), _by(lambda row: row[1], found, first), states, routes)


def _by(key: Callable[[Any], str], found: Sequence[Any], first: Sequence[Any]) -> tuple[Part, ...]:
    states: dict[str, Counter[str]] = {}
    routes: dict[str, Counter[str]] = {}
    for row in found:
        states.setdefault(key(row), Counter())[row[2]] += row[3]
    for row in first:
        routes.setdefault(key(row), Counter())[row[2]] += row[3]
    made = [
        Part(
            key=one,
            received=counted.total(),
            approved=counted[State.APPROVED],
            rejected=counted[State.REJECTED],
            returned=counted[State.RETURNED],
            withdrawn=counted[State.WITHDRAWN],
            checked=routes.get(one, Counter()).total(),
            ready=routes.get(one, Counter())[Route.READY_FOR_REVIEW],
        )
        for one, counted in states.items()
    ]
    return tuple(sorted(made, key=lambda part: (-part.received, part.key)))


def days(session: Session, actor: Actor, wanted: Wanted) -> tuple[Day, ...]:
    """Every day of the period, those without a case too."""
    received = _a_day(session, Case.first_submitted_at, cohort(actor, wanted))
    decided = _a_day(session, Case.decided_at, decided_then(actor, wanted))
    every = (wanted.first + dt.timedelta(days=n) for n in range(wanted.days))
    return tuple(Day(day, received.get(day, 0), decided.get(day, 0)) for day in every)


def _a_day(session: Session, column: Any, conditions: Iterable[Any]) -> Mapping[dt.date, int]:
    day = day_of(session, column)
    rows = session.execute(select(day, func.count()).where(*conditions).group_by(day))
    return {as_day(found): count for found, count in rows}


def waits(service: Service, session: Session, actor: Actor, wanted: Wanted) -> Waits:
    """How long the cases of the period waited for their decision."""
    came, went = day_of(session, Case.first_submitted_at), day_of(session, Case.decided_at)
    ended = Case.state.in_(DECIDED) & Case.decided_at.is_not(None)
    rows = session.execute(
        select(came, went, func.count()).where(*cohort(actor, wanted), ended).group_by(came, went)
    )
    spans = Counter[tuple[dt.date, dt.date]]()
    for first, last, count in rows:
        spans[as_day(first), as_day(last)] += count
    worked = _worked(calendar_of(service.settings), {day for span in spans for day in span})
    counted = Counter[int]()
    for (first, last), count in spans.items():
        counted[max(0, worked[last] - worked[first])] += count
    return waits_of(counted)


def _worked(calendar: WorkCalendar, ends: Collection[dt.date]) -> Mapping[dt.date, int]:
    """Working days from the earliest of ``ends``, which does not count, up to each day until the latest."""
    if not ends:
        return {}
    first = min(ends)
    every = [first + dt.timedelta(days=n) for n in range((max(ends) - first).days + 1)]
    steps = (calendar.is_working_day(day) for day in every[1:])
    return dict(zip(every, accumulate(steps, initial=0), strict=True))


def waits_of(counted: Mapping[int, int]) -> Waits:
    """From how many cases took how many working days.

    >>> waits_of({0: 1, 2: 2, 12: 1})
    Waits(decided=4, median=2, nine_tenths=12, bands=(1, 0, 2, 0, 0, 1, 0, 0))
    """
    total = sum(counted.values())
    bands = tuple(
        sum(n for days, n in counted.items() if days >= first and (last is None or days <= last))
        for first, last in BANDS
    )
    return Waits(total, _within(counted, total, 5), _within(counted, total, 9), bands)


def _within(counted: Mapping[int, int], total: int, tenths: int) -> int | None:
    """The fewest days within which so many tenths were decided."""
    so_far = 0
    for days in sorted(counted):
        so_far += counted[days]
        if so_far * 10 >= total * tenths:
            return days
    return None
