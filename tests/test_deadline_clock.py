"""The deadline clock: pure arithmetic by table and property, then the stored deadline and the warning."""

from __future__ import annotations

import datetime as dt
import doctest
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from intake import clock
from intake.clock import (
    CHINA,
    Move,
    calendar_of,
    china_day,
    clock_of,
    clock_view,
    decision_days,
    set_deadline,
    timeline,
)
from intake.database import Database
from intake.lifecycle import State, move
from intake.safekeeping import audit
from intake.service_settings import ServiceSettings
from intake.settings import SettingsRefused
from intake.tables.base import new_id
from intake.tables.cases import Case, CaseStep
from intake.tables.safekeeping import AuditEntry
from validators.workdays import NATIONAL, WorkCalendar, add_working_days, working_days_between

D = dt.date
S = State


def at(day: D, hour: int = 10) -> dt.datetime:
    """An hour of a day in China."""
    return dt.datetime.combine(day, dt.time(hour), CHINA)


def line(*moves: tuple[State, D]) -> clock.Timeline:
    """The timeline of moves made at ten in the morning."""
    return timeline(Move(state, at(day)) for state, day in moves)


SUBMITTED = (S.QUEUED, D(2025, 11, 20))  # a Thursday
RETURNED = (S.RETURNED, D(2025, 11, 27))  # four working days used: 21, 24, 25, 26
BACK = (S.QUEUED, D(2025, 12, 8))


@pytest.mark.parametrize(
    ("moves", "today", "deadline", "left", "stopped", "overdue"),
    [
        ((), D(2025, 11, 20), None, None, False, False),
        ((SUBMITTED,), D(2025, 11, 20), D(2025, 12, 18), 20, False, False),
        ((SUBMITTED,), D(2025, 11, 22), D(2025, 12, 18), 19, False, False),
        ((SUBMITTED,), D(2025, 12, 18), D(2025, 12, 18), 0, False, False),
        ((SUBMITTED,), D(2025, 12, 19), D(2025, 12, 18), -1, False, True),
        ((SUBMITTED,), D(2025, 12, 20), D(2025, 12, 18), -1, False, True),
        ((SUBMITTED, RETURNED), D(2025, 11, 27), None, 16, True, False),
        ((SUBMITTED, RETURNED), D(2026, 11, 27), None, 16, True, False),
        ((SUBMITTED, RETURNED, BACK), D(2025, 12, 8), D(2025, 12, 30), 16, False, False),
        ((SUBMITTED, RETURNED, BACK), D(2025, 12, 9), D(2025, 12, 30), 15, False, False),
        # returned and back the same day: that day alone is not counted
        (
            (SUBMITTED, RETURNED, (S.QUEUED, D(2025, 11, 27))),
            D(2025, 11, 28), D(2025, 12, 19), 15, False, False,
        ),
        # returned on the day it came
        ((SUBMITTED, (S.RETURNED, D(2025, 11, 20))), D(2025, 11, 25), None, 20, True, False),
        # returned twice: 4 days used, then 9, 10, 11 December
        ((SUBMITTED, RETURNED, BACK, (S.RETURNED, D(2025, 12, 12))), D(2025, 12, 20), None, 13, True, False),
        # returned when it was already late
        ((SUBMITTED, (S.RETURNED, D(2025, 12, 23))), D(2025, 12, 24), None, -2, True, True),
        # decided in time, and late
        ((SUBMITTED, (S.APPROVED, D(2025, 12, 18))), D(2026, 3, 1), D(2025, 12, 18), None, False, False),
        ((SUBMITTED, (S.REJECTED, D(2025, 12, 19))), D(2026, 3, 1), D(2025, 12, 18), None, False, True),
        # withdrawn while the applicant had it
        ((SUBMITTED, RETURNED, (S.WITHDRAWN, D(2025, 12, 1))), D(2026, 3, 1), None, None, False, False),
        # undone: as if it had never been
        (
            (SUBMITTED, RETURNED, (S.IN_REVIEW, D(2025, 11, 27))),
            D(2025, 11, 28), D(2025, 12, 18), 14, False, False,
        ),
        (
            (SUBMITTED, (S.APPROVED, D(2025, 12, 18)), (S.IN_REVIEW, D(2025, 12, 18))),
            D(2025, 12, 18), D(2025, 12, 18), 0, False, False,
        ),
        # stuck and tried again: the clock does not care
        (
            (SUBMITTED, (S.STUCK, D(2025, 11, 21)), (S.QUEUED, D(2025, 11, 25))),
            D(2025, 11, 25), D(2025, 12, 18), 17, False, False,
        ),
    ],
)  # fmt: skip
def test_the_clock(
    moves: tuple[tuple[State, D], ...],
    today: D,
    deadline: D | None,
    left: int | None,
    stopped: bool,
    overdue: bool,
) -> None:
    view = clock_of(line(*moves), working_days=20, today=today)
    assert (view.deadline, view.working_days_left) == (deadline, left)
    assert (view.stopped, view.overdue, view.estimated) == (stopped, overdue, False)


def test_days_are_those_of_china() -> None:
    late_evening = dt.datetime(2025, 11, 20, 16, 30, tzinfo=dt.UTC)
    assert china_day(late_evening) == D(2025, 11, 21)
    view = clock_of(timeline([Move(S.QUEUED, late_evening)]), working_days=20, today=D(2025, 11, 21))
    assert view.deadline == D(2025, 12, 19)


def test_a_deadline_past_the_published_years_is_estimated() -> None:
    last = max(year for year in range(2024, 2100) if not NATIONAL.is_estimated(D(year, 7, 1)))
    view = clock_of(line((S.QUEUED, D(last, 12, 20))), working_days=20, today=D(last, 12, 21))
    assert view.estimated
    assert view.deadline is not None
    assert view.deadline.year == last + 1


DAYS = st.dates(D(2025, 1, 1), D(2026, 6, 30))


@given(DAYS, st.lists(st.integers(0, 25), min_size=1, max_size=7), st.integers(1, 40))
def test_time_with_the_applicant_is_never_counted(start: D, gaps: list[int], limit: int) -> None:
    """What was left when the case was returned is left when it comes back, however long that took."""
    moves, day = [(S.QUEUED, start)], start
    for number, gap in enumerate(gaps):
        day += dt.timedelta(days=gap)
        moves.append((S.QUEUED if number % 2 else S.RETURNED, day))
    view = clock_of(line(*moves), working_days=limit, today=day)
    if view.stopped:
        month = day + dt.timedelta(days=30)
        assert clock_of(line(*moves), working_days=limit, today=month) == view
        back = clock_of(line(*moves, (S.QUEUED, month)), working_days=limit, today=month)
        assert (back.working_days_left, back.overdue) == (view.working_days_left, view.overdue)
    else:
        before = clock_of(line(*moves[:-1]), working_days=limit, today=day)
        assert (view.working_days_left, view.overdue) == (before.working_days_left, before.overdue)


@given(DAYS, st.integers(1, 40), st.integers(0, 80))
def test_without_a_return_the_clock_is_plain_counting(start: D, limit: int, later: int) -> None:
    today = start + dt.timedelta(days=later)
    view = clock_of(line((S.QUEUED, start)), working_days=limit, today=today)
    assert view.deadline == add_working_days(start, limit).date
    assert view.working_days_left == limit - working_days_between(start, today).days


def test_the_limit_is_the_packs() -> None:
    assert decision_days("shaoyang-renewal", "2025-03-01") == 20
    with pytest.raises(LookupError):
        decision_days("shaoyang-renewal", "1999-01-01")


def a_case(database: Database, *moves: tuple[State, D]) -> str:
    """A case that made these moves, at ten in the morning, with its deadline stored after each."""
    case_id = new_id()
    with database.writing() as session:
        case = Case(
            id=case_id, case_no=f"SY{case_id}", channel="counter", policy_id="shaoyang-renewal",
            policy_version="2025-03-01", region="430500", business="renewal", submitted_on=D(2025, 11, 20),
            application_sealed=b"", name_hash="", id_number_hash="",
        )  # fmt: skip
        session.add(case)
        session.flush()
        for state, day in moves:
            for step in _way(State(case.state), state):
                move(session, case_id, step, since=list(State), actor="system")
                session.refresh(case)
                newest = select(CaseStep).where(
                    CaseStep.revision == case.revision, CaseStep.case_id == case_id
                )
                session.scalars(newest).one().at = at(day)
            set_deadline(session, case, ServiceSettings())
    return case_id


def _way(before: State, after: State) -> list[State]:
    if after in {S.RETURNED, S.APPROVED} and before == S.QUEUED:
        return [S.READING, S.CHECKED, S.IN_REVIEW, after]
    return [after]


def test_the_stored_deadline_follows_the_steps(any_database: Database) -> None:
    case_id = a_case(any_database, SUBMITTED)
    with any_database.reading() as session:
        assert session.get_one(Case, case_id).deadline == D(2025, 12, 18)
    returned = a_case(any_database, SUBMITTED, RETURNED)
    back = a_case(any_database, SUBMITTED, RETURNED, BACK)
    with any_database.reading() as session:
        assert session.get_one(Case, returned).deadline is None
        case = session.get_one(Case, back)
        assert case.deadline == D(2025, 12, 30)
        steps = session.scalars(select(CaseStep).where(CaseStep.case_id == back)).all()
        assert clock_view(case, reversed(steps), D(2025, 12, 9)).working_days_left == 15


def test_who_is_near_is_warned_of_once(any_database: Database) -> None:
    near = a_case(any_database, SUBMITTED)
    late = a_case(any_database, (S.QUEUED, D(2025, 11, 10)))
    a_case(any_database, (S.QUEUED, D(2025, 12, 1)))  # far
    a_case(any_database, SUBMITTED, RETURNED)  # stopped
    a_case(any_database, SUBMITTED, (S.APPROVED, D(2025, 12, 1)))  # decided
    a_case(any_database)  # never submitted
    today = D(2025, 12, 15)

    found = clock.warn(any_database, today, within=3)

    assert [(one.case_id, one.working_days_left) for one in found] == [(late, -5), (near, 3)]
    assert clock.warn(any_database, today, within=3) == ()
    with any_database.reading() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action == "deadline.warn")).all()
        assert [entry.subject for entry in entries] == [f"case:{late}", f"case:{near}"]
        assert audit.verify(session) == (2, None)
        assert session.get_one(Case, near).deadline_warned_at is not None


def test_a_day_before_the_margin_nobody_is_warned_of(sqlite_database: Database) -> None:
    a_case(sqlite_database, SUBMITTED)
    assert clock.warn(sqlite_database, D(2025, 12, 12), within=3) == ()
    assert len(clock.warn(sqlite_database, D(2025, 12, 13), within=4)) == 1


def test_a_deadline_that_moved_is_warned_of_anew(sqlite_database: Database) -> None:
    case_id = a_case(sqlite_database, SUBMITTED)
    assert len(clock.warn(sqlite_database, D(2025, 12, 17))) == 1
    rest = WorkCalendar({D(2025, 12, 17): False, D(2025, 12, 18): False})
    assert clock.refresh_deadlines(sqlite_database, rest) == 1
    assert clock.refresh_deadlines(sqlite_database, rest) == 0
    with sqlite_database.reading() as session:
        assert session.get_one(Case, case_id).deadline == D(2025, 12, 22)
    assert len(clock.warn(sqlite_database, D(2025, 12, 19), calendar=rest)) == 1


def test_many_are_warned_of_in_one_go(sqlite_database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "_BATCH", 2)
    made = {a_case(sqlite_database, SUBMITTED) for _ in range(5)}
    assert {one.case_id for one in clock.warn(sqlite_database, D(2025, 12, 17))} == made


def test_sweepers_at_the_same_time_warn_once(any_database: Database) -> None:
    made = {a_case(any_database, SUBMITTED) for _ in range(4)}
    with ThreadPoolExecutor(3) as pool:
        sweeps = [pool.submit(clock.warn, any_database, D(2025, 12, 17)) for _ in range(3)]
        found = [one.case_id for sweep in sweeps for one in sweep.result()]
    assert sorted(found) == sorted(made)
    with any_database.reading() as session:
        assert audit.verify(session) == (4, None)


def test_the_operators_table_is_read_again_once_it_changed(tmp_path: Path) -> None:
    table = tmp_path / "workdays.csv"
    settings = ServiceSettings(workdays=table)
    with pytest.raises(SettingsRefused, match="读不了"):
        calendar_of(settings)
    table.write_text("date,kind\n2027-02-05,rest\n", encoding="utf-8")
    with pytest.raises(SettingsRefused, match="第 2 行"):
        calendar_of(settings)
    table.write_text("date,kind\n2027-02-05,holiday\n", encoding="utf-8")
    os.utime(table, ns=(1, 1))
    assert not calendar_of(settings).is_working_day(D(2027, 2, 5))
    assert calendar_of(ServiceSettings()).is_working_day(D(2027, 2, 5))


def test_examples_run() -> None:
    assert doctest.testmod(clock).failed == 0
