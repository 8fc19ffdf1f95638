"""Messages: what they hold, in which order they are taken, and that none is taken before its time."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from processes import STARTED
from redis import Redis
from services import wait_for

from intake.service_settings import ServiceSettings
from intake.working.groups import GROUPS, PRECHECK, size
from intake.working.jobs import BULK, CASES
from intake.working.queue import ask_precheck, hard_limits_below_visibility, make_app, wake

WORKER = Path(__file__).parent / "one_task_worker.py"


@pytest.fixture
def settings(tmp_path: Path, broker_url: str) -> ServiceSettings:
    return ServiceSettings(home=tmp_path, broker_url=broker_url)


@contextmanager
def worker(settings: ServiceSettings, log: Path, seconds: float, *more: str) -> Iterator[None]:
    log.touch()
    process = subprocess.Popen(
        [sys.executable, str(WORKER), str(settings.home), settings.broker, str(log), str(seconds), *more],
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(30)


def test_a_message_holds_a_queue_and_nothing_else(settings: ServiceSettings) -> None:
    assert wake(settings, CASES)
    assert ask_precheck(settings, "0" * 32)
    broker = Redis.from_url(settings.broker)
    for queue, argument in ((CASES, CASES), (PRECHECK, "0" * 32)):
        message = json.loads(broker.lpop(queue))
        arguments, named, _ = json.loads(base64.b64decode(message["body"]))
        assert (arguments, named) == ([argument], {})
        assert message["content-type"] == "application/json"


def test_prechecks_go_first_and_nothing_waits_in_a_busy_worker(
    settings: ServiceSettings, tmp_path: Path
) -> None:
    log, broker = tmp_path / "log", Redis.from_url(settings.broker)
    wake(settings, CASES, 3)
    with worker(settings, log, 1.0):
        wait_for(lambda: log.read_text().split() == [CASES], STARTED)
        assert broker.llen(CASES) == 2  # a worker with work in hand fetches no more
        ask_precheck(settings, "phone")
        wait_for(lambda: len(log.read_text().split()) == 4, STARTED)
    assert log.read_text().split() == [CASES, "phone", CASES, CASES]


def test_work_over_its_hard_limit_is_killed_and_the_next_is_done(
    settings: ServiceSettings, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    wake(settings, CASES, 2)
    with worker(settings, log, 300, "5"):
        wait_for(lambda: log.read_text().split() == [CASES, CASES], STARTED)


def test_bulk_workers_help_with_cases_only_when_no_bulk_work_waits(
    settings: ServiceSettings, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    wake(settings, CASES, 2)
    wake(settings, BULK, 2)
    with worker(settings, log, 0, "900", BULK):
        wait_for(lambda: len(log.read_text().split()) == 4, STARTED)
    assert log.read_text().split() == [BULK, BULK, CASES, CASES]


def test_no_group_but_bulk_takes_bulk_work() -> None:
    assert [name for name, group in GROUPS.items() if BULK in group.queues] == [BULK]
    assert GROUPS[CASES].queues[0] == GROUPS[PRECHECK].queues[0] == PRECHECK
    assert GROUPS[PRECHECK].niceness < GROUPS[CASES].niceness < GROUPS[BULK].niceness


def test_sizes_are_the_settings(tmp_path: Path) -> None:
    settings = ServiceSettings(home=tmp_path, precheck_workers=3, case_workers=4, bulk_workers=5)
    assert [size(settings, group) for group in GROUPS] == [3, 4, 5]


def test_limits_that_would_have_work_done_twice_are_refused_at_start(tmp_path: Path) -> None:
    loose = ServiceSettings(home=tmp_path).model_copy(update={"job_seconds": 1801})
    with pytest.raises(AssertionError, match="visibility"):
        hard_limits_below_visibility(loose)
    with pytest.raises(AssertionError, match="visibility"):
        make_app(loose)


def test_the_application_keeps_no_results_and_takes_json_only(settings: ServiceSettings) -> None:
    conf = make_app(settings).conf
    assert conf.result_backend is None
    assert conf.accept_content == ["json"]
    assert conf.task_acks_late is False
    assert conf.task_time_limit * 2 <= conf.broker_transport_options["visibility_timeout"]
    assert conf.worker_max_tasks_per_child == settings.worker_jobs
    assert conf.worker_max_memory_per_child == settings.worker_memory_mb * 1024
