"""``menshen up`` with real processes: it starts, mends what is killed, and stops without a trace."""

from __future__ import annotations

import base64
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import STARTED, Up, all_gone, command, descendants, environment, up
from services import free_port, wait_for
from sqlalchemy import select
from test_service_case import client, handed_in

from intake.cases import view
from intake.service import Service, open_service
from intake.service_settings import ServiceSettings
from intake.tables.work import Job
from intake.working.heartbeats import counted

ONE_WORKER = {"precheck_workers": 0, "case_workers": 1, "bulk_workers": 0}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that was never used; unix sockets want a short path."""
    return tmp_path / "h"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    """A service that several tests look at, the last of which ends it."""
    with up(tmp_path_factory.mktemp("s") / "h", **ONE_WORKER) as started:
        wait_for(started.answers, STARTED)
        yield started


def opened(home: Path) -> Service:
    return open_service(ServiceSettings(home=home))


def test_it_starts_mends_itself_stops_and_takes_up_what_was_in_flight(home: Path) -> None:
    with up(home, demo_people=True, **ONE_WORKER) as first:
        wait_for(first.answers, STARTED)
        wait_for(first.ready, STARTED)
        assert f"http://127.0.0.1:{first.port}" in first.said()
        assert "demo-reviewer" in first.said()
        _killed_and_back(first)
        service = opened(home)
        actor = client(service)
        case = handed_in(service, actor)
        wait_for(lambda: view(service, actor, case.id).state == "reading", STARTED)
        everything = [pid for pid, _ in descendants(first.process.pid)]
        assert first.interrupt() == 0
        all_gone(everything)
        assert not (home / "run" / "redis.sock").exists()
        service.database.close()

    service = opened(home)
    with service.database.reading() as session:
        assert "done" not in set(session.scalars(select(Job.state).where(Job.kind == "check")))
    with up(home, **ONE_WORKER) as second:
        wait_for(lambda: view(service, actor, case.id).state == "checked", STARTED)
        assert view(service, actor, case.id).route == "ready_for_review"
        assert second.interrupt() == 0
    service.database.close()


def _killed_and_back(running: Up) -> None:
    """Each is killed once, Redis alone and the others together; the service is whole again each time."""
    for words in (("redis.sock",), ("--only api", "--only sweeper", "--group cases")):
        _killed(running, words)
        wait_for(running.ready, STARTED)


def _killed(running: Up, words: tuple[str, ...]) -> None:
    found = [running.pids(word) for word in words]
    assert all(found), words
    for pids in found:
        os.kill(pids[0], signal.SIGKILL)
    all_gone([pid for pids in found for pid in pids])  # a worker's own children with it
    for word in words:
        wait_for(lambda word=word: running.pids(word) != [], STARTED)


def test_a_second_one_on_the_same_home_is_refused_with_words(running: Up) -> None:
    second = subprocess.run(
        command("up"),
        env=environment(running.home, free_port()),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert second.returncode == 2
    assert "UP-001" in second.stderr.decode()
    taken = subprocess.run(
        command("up"),
        env=environment(running.home.with_name("h2"), running.port),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert taken.returncode == 2
    assert "UP-002" in taken.stderr.decode()
    assert running.answers()


def test_nothing_outlives_a_supervisor_that_is_killed(running: Up) -> None:
    """The last of those that ask for ``running``."""
    wait_for(lambda: len(running.pids("--group", "cases")) == 2, STARTED)
    everything = [pid for pid, _ in descendants(running.process.pid)]
    running.process.kill()
    all_gone(everything)


def test_wrong_settings_stop_it_before_anything_starts(home: Path) -> None:
    wrong = subprocess.run(
        command("up"),
        env=environment(home, free_port(), job_seconds=2000, visibility_seconds=3600),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert wrong.returncode == 2
    assert "visibility_seconds" in wrong.stderr.decode()
    assert not (home / "menshen.db").exists()


def test_a_database_that_is_away_is_a_sentence(home: Path) -> None:
    away = subprocess.run(
        command("up"),
        env=environment(home, free_port(), database_url=f"postgresql+psycopg://127.0.0.1:{free_port()}/none"),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert away.returncode == 2
    assert "UP-006" in away.stderr.decode()
    assert "Traceback" not in away.stderr.decode()


def test_parts_apart_on_postgresql_redis_and_s3_as_compose_runs_them(
    tmp_path: Path, empty_postgres_url: str, broker_url: str, s3_vault_url: str
) -> None:
    """Each part has a home of its own, as on hosts of their own; they share what the settings name."""
    key, port = base64.b64encode(bytes(range(32))).decode(), free_port()
    shared = {"database_url": empty_postgres_url, "broker_url": broker_url, "vault_url": s3_vault_url}
    migrated = subprocess.run(
        command("migrate"),
        env=environment(tmp_path / "m", port, master_key=key, **shared),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert migrated.returncode == 0, migrated.stderr.decode()
    parts = (("api",), ("workers", "--group", "cases"), ("sweeper",))
    started = [
        subprocess.Popen(
            command("up", "--only", *part),
            env=environment(tmp_path / part[0], port, master_key=key, **shared, **ONE_WORKER),
            stderr=subprocess.DEVNULL,
        )
        for part in parts
    ]
    try:
        api = Up(tmp_path / "api", port, started[0], tmp_path / "log")
        wait_for(api.ready, STARTED)
        service = open_service(ServiceSettings(home=tmp_path / "t", master_key=key, **shared))
        actor = client(service)
        case = handed_in(service, actor)
        wait_for(lambda: view(service, actor, case.id).state == "checked", STARTED)
        assert view(service, actor, case.id).route == "ready_for_review"
        wait_for(lambda: counted(service.broker).keys() >= {"cases", "sweeper"}, STARTED)
        service.database.close()
    finally:
        for process in started:
            process.terminate()
        statuses = [process.wait(30) for process in started]
    assert statuses == [0, 0, 0]
