"""The deadline clock of a case: working days from submission, stopped while the applicant has it.

The day a case is handed in does not count (民法典 art. 201), nor does any day from the one on which it is
returned up to the one on which it comes back. Days are those of China, whose clock is UTC+8 all year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from intake.database import Database
from intake.faults import Fault
from intake.lifecycle import State
from intake.safekeeping import audit
from intake.service_settings import ServiceSettings
from intake.settings import SettingsRefused
from intake.tables.base import now
from intake.tables.cases import Case, CaseStep
from validators.pack import Pack, load_packs
from validators.workdays import (
    NATIONAL,
    CalendarRefused,
    WorkCalendar,
    add_working_days,
    read_overrides,
    working_days_between,
)

CHINA: Final = dt.timezone(dt.timedelta(hours=8), "Asia/Shanghai")
ENDED: Final = frozenset({State.APPROVED, State.REJECTED, State.WITHDRAWN})
_DAY: Final = dt.timedelta(days=1)
_BATCH: Final = 200


@dataclass(frozen=True, slots=True)
class Move:
    """A state that a case came to, and when."""

    state: State
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Timeline:
    """The days that matter to the clock, in China.

    ``started`` is the day of the first submission; ``stops`` are the days of return and of coming back
    (``None`` while the applicant has the case), ``ended`` the day of the decision or withdrawal.
    """

    started: dt.date | None = None
    stops: tuple[tuple[dt.date, dt.date | None], ...] = ()
    ended: dt.date | None = None

    @property
    def stopped(self) -> bool:
        """Whether the applicant has the case."""
        return self.ended is None and bool(self.stops) and self.stops[-1][1] is None


@dataclass(frozen=True, slots=True)
class ClockView:
    """The clock as people see it.

    ``deadline`` is the last day for a decision; ``None`` before submission and while stopped.
    ``working_days_left`` is 0 on the last day and negative after it; ``None`` before submission and once
    decided. ``estimated``: it rests on a year whose holidays are not yet published.
    """

    deadline: dt.date | None
    working_days_left: int | None
    stopped: bool
    overdue: bool
    estimated: bool


@dataclass(frozen=True, slots=True)
class Warned:
    """A case whose deadline is near, or past: then ``working_days_left`` is negative."""

    case_id: str
    deadline: dt.date
    working_days_left: int


def china_day(moment: dt.datetime) -> dt.date:
    """The day in China.

    >>> china_day(dt.datetime(2025, 11, 20, 16, 30, tzinfo=dt.UTC))
    datetime.date(2025, 11, 21)
    """
    return moment.astimezone(CHINA).date()


def timeline(moves: Iterable[Move]) -> Timeline:
    """The timeline of a case that made these moves, in order.

    A decision or return that is undone (back to ``in_review``) never happened.
    """
    started: dt.date | None = None
    ended: dt.date | None = None
    stops: list[tuple[dt.date, dt.date | None]] = []
    for move in moves:
        day, state = china_day(move.at), move.state
        if started is None and state == State.QUEUED:
            started = day
        ended = day if state in ENDED else None
        if state == State.RETURNED:
            stops.append((day, None))
        elif stops and stops[-1][1] is None and state == State.IN_REVIEW:
            stops.pop()
        elif stops and stops[-1][1] is None and state == State.QUEUED:
            stops[-1] = (stops[-1][0], day)
    return Timeline(started, tuple(stops), ended)


def clock_of(
    line: Timeline, *, working_days: int, today: dt.date, calendar: WorkCalendar = NATIONAL
) -> ClockView:
    """The clock of a case with a time limit of ``working_days``, as it stands on ``today``."""
    if line.started is None:
        return ClockView(None, None, stopped=False, overdue=False, estimated=False)
    open_stop = line.stops[-1][0] if line.stops and line.stops[-1][1] is None else None
    if open_stop is not None:
        return _stopped(line, line.started, open_stop, working_days, calendar)
    without = _without_stops(line.stops, calendar)
    deadline = add_working_days(line.started, working_days, without)
    until = line.ended or today
    left = working_days_between(until, deadline.date, without).days
    return ClockView(
        deadline.date,
        left if line.ended is None else None,
        stopped=False,
        overdue=until > deadline.date,
        estimated=deadline.estimated,
    )


def clock_view(
    case: Case, steps: Iterable[CaseStep], today: dt.date, *, calendar: WorkCalendar = NATIONAL
) -> ClockView:
    """The clock of ``case``, whose ``steps`` may come in any order; the time limit is its pack's."""
    limit = decision_days(case.policy_id, case.policy_version)
    return clock_of(timeline(moves_of(steps)), working_days=limit, today=today, calendar=calendar)


def moves_of(steps: Iterable[CaseStep]) -> tuple[Move, ...]:
    """The moves that ``steps`` record, in the order they were made."""
    return tuple(Move(State(s.to_state), s.at) for s in sorted(steps, key=lambda step: step.revision))


def pack_of(policy_id: str, policy_version: str) -> Pack:
    """The version of a pack under which a case was opened. Raises ``LookupError`` if it is not there."""
    for pack in load_packs():
        if pack.ref.id == policy_id and pack.ref.version == policy_version:
            return pack
    raise LookupError(f"no pack {policy_id} of {policy_version}")


def decision_days(policy_id: str, policy_version: str) -> int:
    """Working days the bureau has under one version of a pack. Raises ``LookupError``."""
    return pack_of(policy_id, policy_version).policy.decision_working_days.value


def set_deadline(session: Session, case: Case, settings: ServiceSettings) -> dt.date | None:
    """Store the deadline that follows from the case's steps, and give it.

    To be called in the transaction of every submission, return, decision and undoing, after its step is
    flushed. A deadline that changed is warned of anew.
    """
    return _set_deadline(session, case, calendar_of(settings))


def _set_deadline(session: Session, case: Case, calendar: WorkCalendar) -> dt.date | None:
    steps = session.scalars(select(CaseStep).where(CaseStep.case_id == case.id)).all()
    deadline = clock_view(case, steps, china_day(now()), calendar=calendar).deadline
    session.execute(
        update(Case)
        .where(Case.id == case.id, Case.deadline.is_distinct_from(deadline))
        .values(deadline=deadline, deadline_warned_at=None)
        .execution_options(synchronize_session=False)
    )
    session.refresh(case, ["deadline", "deadline_warned_at"])
    return deadline


def calendar_of(settings: ServiceSettings) -> WorkCalendar:
    """The national calendar with the operator's override table, if one is named; read again once it
    changed. Raises ``SettingsRefused``."""
    path = settings.workdays
    if path is None:
        return NATIONAL
    try:
        return _calendar(path, path.stat().st_mtime_ns)
    except (OSError, UnicodeDecodeError) as error:
        message, remedy = "工作日调整表读不了", "请核对路径和读取权限，并以 UTF-8 编码保存。"
        raise SettingsRefused((Fault("SET-014", "workdays", message, remedy),)) from error
    except CalendarRefused as error:
        remedy = "请对照 date,kind,note,source 改正这些行。"
        raise SettingsRefused((Fault("SET-014", "workdays", str(error), remedy),)) from error


@lru_cache(maxsize=4)
def _calendar(path: Path, changed_ns: int) -> WorkCalendar:
    return read_overrides(path.read_text(encoding="utf-8-sig"))


def refresh_deadlines(database: Database, calendar: WorkCalendar = NATIONAL) -> int:
    """Count the deadlines of all undecided cases anew, after the calendar changed. How many moved."""
    moved, after = 0, ""
    while True:
        with database.writing() as session:
            cases = session.scalars(_running().where(Case.id > after).order_by(Case.id).limit(_BATCH)).all()
            for case in cases:
                before = case.deadline
                moved += _set_deadline(session, case, calendar) != before
        if not cases:
            return moved
        after = cases[-1].id


def warn(
    database: Database,
    today: dt.date,
    *,
    within: int = 3,
    calendar: WorkCalendar = NATIONAL,
    actor: str = "system",
) -> tuple[Warned, ...]:
    """Mark every undecided case whose deadline is at most ``within`` working days away, or past.

    Each is marked once, with an entry in the audit log, whoever else runs this at the same time.
    """
    last = add_working_days(today, within, calendar).date
    near = _running().where(Case.deadline <= last, Case.deadline_warned_at.is_(None)).order_by(Case.deadline)
    found: list[Warned] = []
    while True:
        with database.writing() as session:
            cases = session.scalars(near.limit(_BATCH).with_for_update(skip_locked=True)).all()
            found += [_warned(session, case, today, calendar, actor) for case in cases]
        if not cases:
            return tuple(found)


def _warned(session: Session, case: Case, today: dt.date, calendar: WorkCalendar, actor: str) -> Warned:
    if case.deadline is None:
        raise ValueError("a case without a deadline cannot be warned of")
    case.deadline_warned_at = now()
    left = working_days_between(today, case.deadline, calendar).days
    detail = {"deadline": case.deadline.isoformat(), "working_days_left": left}
    audit.append(session, actor, "deadline.warn", f"case:{case.id}", detail)
    return Warned(case.id, case.deadline, left)


def _running() -> Select[Case]:
    """Cases that wait for a decision."""
    return select(Case).where(Case.erased_at.is_(None), Case.state.not_in(ENDED | {State.OPEN}))


def _stopped(
    line: Timeline, started: dt.date, returned: dt.date, working_days: int, calendar: WorkCalendar
) -> ClockView:
    """The clock as it stood when the case went to the applicant; that day is not used."""
    without = _without_stops(line.stops[:-1], calendar)
    used = working_days_between(started, max(started, returned - _DAY), without)
    left = working_days - used.days
    late = returned > add_working_days(started, working_days, without).date
    shown = left if line.ended is None else None
    return ClockView(None, shown, stopped=line.stopped, overdue=late, estimated=used.estimated)


def _without_stops(stops: Iterable[tuple[dt.date, dt.date | None]], calendar: WorkCalendar) -> WorkCalendar:
    """The calendar in which the days of ``stops``, both ends included, are days of rest."""
    rest = {
        first + _DAY * n: False
        for first, last in stops
        if last is not None
        for n in range((last - first).days + 1)
    }
    return WorkCalendar({**calendar.overrides, **rest}) if rest else calendar
