"""The sweeper: messages sent anew, orphans cleared, and one duty's trouble kept from the others."""

from __future__ import annotations

import datetime as dt
import os
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from redis import Redis
from services import free_port, wait_for
from sqlalchemy import select, update

from intake.database import Database
from intake.operating.health import Health
from intake.service import Service
from intake.tables.base import now
from intake.tables.work import Job
from intake.working import jobs, orphans
from intake.working.duties import duties
from intake.working.giving_back import give_back
from intake.working.heartbeats import SWEEPER, alive_workers, beat, counted, forget_here, heard_here
from intake.working.orphans import SPOOLED_SECONDS, VaultSearch, clear_spool
from intake.working.sweep import FAILURES, MOST_SENT, Duty, Sweeper, resend


def add_jobs(service: Service, count: int, queue: str = jobs.CASES, **values: Any) -> None:
    with service.database.writing() as session:
        session.add_all(Job(kind="check", queue=queue, **values) for _ in range(count))


def test_messages_that_are_missing_are_sent_and_no_more(service: Service) -> None:
    assert resend(service) == 0
    add_jobs(service, 3)
    add_jobs(service, 2, due_at=now() + dt.timedelta(hours=1))
    assert resend(service) == 3
    assert service.broker.llen("cases") == 3
    assert resend(service) == 0
    service.broker.delete("cases")  # a broker that lost everything
    assert resend(service) == 3


def test_a_lease_that_ran_out_is_told_of_again(service: Service) -> None:
    add_jobs(service, 1)
    claimed = jobs.claim_next(service.database, ("cases",), "gone/1", lease_seconds=30, max_attempts=5)
    assert claimed is not None
    assert resend(service) == 0
    with service.database.writing() as session:
        session.execute(update(Job).values(lease_until=now() - dt.timedelta(seconds=1)))
    assert resend(service) == 1


def test_thousands_of_jobs_do_not_flood_the_broker(service: Service) -> None:
    add_jobs(service, MOST_SENT + 50, jobs.BULK)
    assert resend(service) == MOST_SENT
    assert resend(service) == 0


def test_a_broker_that_is_away_is_for_the_next_time(make_service: Callable[..., Service]) -> None:
    service = make_service(broker_url=f"redis://127.0.0.1:{free_port()}")
    add_jobs(service, 1)
    failing = Duty("jobs.resend", 1, resend)
    assert Sweeper(service, [failing]).once(failing) is None


def test_a_failing_and_a_hanging_duty_harm_no_other(service: Service) -> None:
    done, hangs = threading.Event(), threading.Event()

    def fail(_: Service) -> int:
        raise ZeroDivisionError("张三")

    def hang(_: Service) -> int:
        hangs.wait(60)
        return 0

    def work(_: Service) -> int:
        done.set()
        return 1

    sweeper = Sweeper(
        service, [Duty("fails", 0.05, fail), Duty("hangs", 0.05, hang), Duty("works", 0.05, work)]
    )
    thread = threading.Thread(target=sweeper.run)
    thread.start()
    assert done.wait(10)
    wait_for(lambda: int(service.broker.hget(FAILURES, "fails") or 0) >= 2, 60)
    sweeper.stop()
    hangs.set()
    thread.join(20)
    assert not thread.is_alive()
    assert service.broker.hkeys(FAILURES) == [b"fails"]


def test_what_a_duty_says_in_its_error_is_not_logged(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Service) -> int:
        raise ValueError("李建国 430503196703124514")

    duty = Duty("fails", 1, fail)
    assert Sweeper(service, [duty]).once(duty) is None
    assert "ValueError" in caplog.text
    assert "李建国" not in caplog.text
    assert "430503196703124514" not in caplog.text


def test_one_sweeper_works_at_a_time_and_the_other_takes_over(service: Service) -> None:
    turns: list[str] = []

    def sweeper(name: str) -> tuple[Sweeper, threading.Thread]:
        def work(_: Service) -> int:
            turns.append(name)
            return 1

        made = Sweeper(service, [Duty("work", 0.05, work)])
        thread = threading.Thread(target=made.run)
        thread.start()
        return made, thread

    first, first_thread = sweeper("first")
    wait_for(lambda: turns != [], 60)
    second, second_thread = sweeper("second")
    before = len(turns)
    wait_for(lambda: len(turns) > before + 5, 60)
    assert set(turns) == {"first"}
    first.stop()
    first_thread.join(20)
    wait_for(lambda: "second" in turns, 60)
    second.stop()
    second_thread.join(20)


def test_every_duty_can_be_done_on_an_empty_service(
    any_database: Any, make_service: Callable[..., Service]
) -> None:
    service = make_service(database_url=any_database.engine.url.render_as_string(hide_password=False))
    every = duties(service.settings)
    sweeper = Sweeper(service, every)
    assert {duty.name: sweeper.once(duty) for duty in every} == {duty.name: 0 for duty in every}
    assert len({duty.name for duty in every}) == len(every)


def test_objects_without_a_row_go_and_others_stay(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    known, lost = service.vault.store(b"known"), service.vault.store(b"lost")
    with service.database.writing() as session:
        session.add(known.row(service.sealer))
    assert VaultSearch().step(service) == 0  # both are young
    monkeypatch.setattr(orphans, "UNCLAIMED", dt.timedelta(0))
    assert VaultSearch().step(service) == 1
    assert [path for path, _ in service.vault.listed()] == [known.path]
    assert lost.path != known.path


def test_what_is_not_ours_in_a_shared_place_stays(
    service: Service, make_service: Callable[..., Service], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orphans, "UNCLAIMED", dt.timedelta(0))
    ledger = service.settings.home / "vault" / "accounts" / "ledger.xlsx"
    ledger.parent.mkdir()
    ledger.write_bytes(b"somebody else's")
    service.vault.store(b"lost")
    assert VaultSearch().step(service) == 1
    assert ledger.exists()
    other = make_service(home=service.settings.home / "other", vault_url=str(service.settings.home / "vault"))
    service.vault.store(b"of the first, not yet in a row")
    assert VaultSearch().step(other) == 0


def test_a_search_goes_on_where_it_stopped_and_rests_at_the_end(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        service.vault.store(b"%d" % number)
    monkeypatch.setattr(orphans, "UNCLAIMED", dt.timedelta(0))
    search = VaultSearch()
    assert [search.step(service, objects=2) for _ in range(5)] == [2, 2, 1, 0, 0]
    service.vault.store(b"later")
    assert search.step(service) == 0  # not before tomorrow


def test_the_spool_is_cleared_of_what_nobody_writes_any_more(service: Service) -> None:
    old, young = service.settings.spool / "old", service.settings.spool / "young"
    for path in (old, young):
        path.write_bytes(b"x")
    long_ago = time.time() - SPOOLED_SECONDS - 1
    os.utime(old, (long_ago, long_ago))
    assert clear_spool(service.settings) == 1
    assert young.exists()
    assert not old.exists()


def test_who_was_heard_of_is_alive_and_who_was_not_is_gone(service: Service) -> None:
    assert alive_workers(service) == 0
    beat(service, "cases")
    beat(service, "sweeper")
    assert alive_workers(service) == 1
    assert counted(service.broker) == {"cases": 1, "sweeper": 1}
    assert heard_here(service.broker, ("cases",))
    assert not heard_here(service.broker, ("bulk",))
    forget_here(service.broker, "cases")
    assert alive_workers(service) == 0
    beat(service, "bulk")
    service.broker.zadd("menshen:alive", {"bulk elsewhere 1": 1.0})
    assert counted(service.broker) == {"bulk": 1, "sweeper": 1}


def test_without_a_broker_nobody_is_alive(make_service: Callable[..., Service]) -> None:
    service = make_service(broker_url=f"redis://127.0.0.1:{free_port()}")
    assert alive_workers(service) == 0
    forget_here(Redis.from_url(service.settings.broker), "cases")


def test_a_worker_that_goes_down_gives_back_what_it_has_and_nothing_else(any_database: Database) -> None:
    with any_database.writing() as session:
        session.add_all(Job(kind="check", queue=jobs.CASES) for _ in range(2))
    mine, other = (
        jobs.claim_next(any_database, ("cases",), name, lease_seconds=30, max_attempts=5)
        for name in ("host/h/cases/10/11", "host/h/cases/100/11")
    )
    assert mine is not None
    assert other is not None
    assert give_back(any_database, "host/h/cases/10/") == 1
    with any_database.reading() as session:
        rows = {job.id: (job.state, job.attempts) for job in session.scalars(select(Job))}
    assert rows == {mine.id: ("waiting", 0), other.id: ("running", 1)}
    assert not jobs.renew(any_database, mine, 30)
    again = jobs.claim_next(any_database, ("cases",), "b", lease_seconds=30, max_attempts=5)
    assert again is not None
    assert (again.id, again.token) == (mine.id, mine.token + 1)


def test_ready_names_every_group_that_is_asked_for(make_service: Callable[..., Service]) -> None:
    service = make_service(precheck_workers=0)
    beat(service, "cases")
    health = Health(service)
    parts = health.parts()
    here = {"database": True, "broker": True, "vault": True}
    assert parts == here | {"sweeper": False, "case_workers": True, "bulk_workers": False}
    health.close()
    beat(service, "bulk")
    beat(service, SWEEPER)
    fresh = Health(service)
    assert all(fresh.parts().values())
    fresh.close()
