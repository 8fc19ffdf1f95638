"""``menshen demo --serve``: a console with samples in it, on a home of its own that leaves nothing behind."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from processes import STARTED, Up, all_gone, command, descendants, environment
from review_world import SAMPLES, SHAOYANG, work_off
from services import free_port, wait_for

from intake.actors import Actor, Role
from intake.cases import view
from intake.clock import calendar_of, china_day
from intake.demonstration import carry_on, hand_in
from intake.demonstration.hand_in import days_back, demo_person
from intake.demonstration.plan import ACTS, NEAR, Act, planned
from intake.doorkeeping.demo_people import demo_people
from intake.figures.asked import Wanted
from intake.figures.gather import figures
from intake.reviewing.review_queue import Filter, Pile, queue
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case
from validators.workdays import NATIONAL, working_days_between

SLOW = 2 * STARTED
ROLES = {"reviewer", "senior", "clerk", "hospital", "auditor", "administrator"}


@pytest.fixture
def demo(make_service: Callable[..., Service]) -> Service:
    """A service with demo people in it, as the demo sets it."""
    service = make_service(second_review_percent=100)
    demo_people(service)
    return service


def in_hand(service: Service, name: str) -> tuple[str, Act]:
    """A sample handed in, not yet read; what is planned with it."""
    [one] = [one for one in planned(SAMPLES) if one.name == name]
    return hand_in.hand_in(service, one), one.act


def left(service: Service, case_id: str) -> int:
    with service.database.reading() as session:
        deadline = session.get_one(Case, case_id).deadline
    assert deadline
    return working_days_between(china_day(now()), deadline, calendar_of(service.settings)).days


def test_every_planned_sample_is_there() -> None:
    every = planned(SAMPLES)
    assert len(every) == len(list(SAMPLES.glob("*/case.yaml")))
    assert {*ACTS, *NEAR} <= {one.name for one in every}
    assert [one.name for one in planned(SAMPLES, 3)] == [one.name for one in every[:3]]
    assert {one.act for one in every} == set(Act)


@pytest.mark.parametrize("day", [dt.date(2025, 11, 25), dt.date(2025, 10, 9), dt.date(2025, 11, 23)])
def test_a_period_set_back_has_its_working_days(day: dt.date) -> None:
    for working_days in (0, 1, 5, 20):
        start = day - dt.timedelta(days=days_back(day, working_days, NATIONAL))
        assert working_days_between(start, day).days == working_days


def test_samples_come_to_what_was_planned(demo: Service) -> None:
    approved, act = in_hand(demo, "shaoyang-application-01-sound-digital")
    assert act is Act.APPROVE
    again, _ = in_hand(demo, "shaoyang-application-01-sound-digital")
    assert again == approved  # a second run of it hands nothing in twice
    assert not carry_on.carry_on(demo, approved, act)  # not yet read
    returned, back = in_hand(demo, "shaoyang-application-05-no-report")
    near, _ = in_hand(demo, "shaoyang-application-06-hospital-without-level")
    work_off(demo)
    for case_id, one in ((approved, act), (returned, back), (near, Act.CLAIM)):
        assert carry_on.carry_on(demo, case_id, one)
    reviewer = demo_person(demo, Role.REVIEWER)
    states = [view(demo, reviewer, case_id).state for case_id in (approved, returned, near)]
    assert states == ["approved", "returned", "in_review"]
    assert left(demo, near) == NEAR["shaoyang-application-06-hospital-without-level"]
    assert [row.id for row in queue(demo, reviewer, Filter(pile=Pile.MINE)).rows] == [near]
    assert [row.id for row in queue(demo, reviewer, Filter(pile=Pile.NEAR_DEADLINE)).rows] == [near]
    assert carry_on.look_again(demo) == 1
    today = china_day(now())
    told = figures(demo, Actor("s", Role.SENIOR, (SHAOYANG,)), Wanted(today - dt.timedelta(days=60), today))
    assert (told.received, told.waits.decided, told.returns.returns) == (3, 1, 1)
    assert (told.second.drawn, told.second.given, told.second.agreed) == (2, 1, 1)
    assert told.reading


def test_an_approval_that_the_verdict_does_not_bear_is_left_to_people(demo: Service) -> None:
    case_id, _ = in_hand(demo, "shaoyang-application-05-no-report")
    work_off(demo)
    assert carry_on.carry_on(demo, case_id, Act.APPROVE)
    assert view(demo, demo_person(demo, Role.REVIEWER), case_id).state == "checked"


@contextmanager
def serving(place: Path, *arguments: str, **settings: object) -> Iterator[Up]:
    """``menshen demo --serve`` in a folder of its own; whatever is left of it at the end is killed."""
    port, log = free_port(), place / "log"
    here = place / "here"
    here.mkdir()
    (here / "menshen.toml").write_text('database_url = "sqlite:////nowhere/of/others.db"\n')
    env = environment(place / "untouched", port, **settings) | {"TMPDIR": str(place)}
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command("demo", "--serve", "--most", "2", *arguments),
            env=env, cwd=here, stdout=stream, stderr=stream, start_new_session=True,
        )  # fmt: skip
    running = Up(place, port, process, log)
    try:
        yield running
    finally:
        for pid in [process.pid, *(pid for pid, _ in descendants(process.pid))]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        process.wait(30)


def states(home: Path) -> list[str]:
    """Where the cases of a home stand that another process works on."""
    with closing(sqlite3.connect(home / "menshen.db", timeout=30)) as database:
        return [state for (state,) in database.execute("SELECT state FROM cases")]


def test_a_console_with_samples_that_leaves_nothing_behind() -> None:
    with tempfile.TemporaryDirectory(prefix="d") as folder:  # unix sockets want a short path
        place = Path(folder)
        with serving(place, database_url="sqlite:////nowhere/at/all.db") as running:
            wait_for(running.answers, SLOW)
            wait_for(lambda: "demo-administrator" in running.said(), SLOW)
            said = running.said()
            assert f"http://127.0.0.1:{running.port}/console" in said
            assert all(f"demo-{role}" in said for role in ROLES)
            [home] = place.glob("menshen-demo-*")
            wait_for(lambda: len(states(home)) == 2, SLOW)
            wait_for(lambda: not {"open", "queued", "reading"} & set(states(home)), SLOW)
            everything = [pid for pid, _ in descendants(running.process.pid)]
            assert running.interrupt() == 0
            all_gone(everything)
        assert sorted(one.name for one in place.iterdir()) == ["here", "log"]


def test_a_folder_with_other_things_in_it_is_not_used(tmp_path: Path) -> None:
    kept = tmp_path / "home"
    kept.mkdir()
    (kept / "menshen.db").write_bytes(b"of somebody")
    with serving(tmp_path, "--home", str(kept)) as running:
        assert running.process.wait(SLOW) == 2
        assert "UP-008" in running.said()
    assert [one.name for one in kept.iterdir()] == ["menshen.db"]
