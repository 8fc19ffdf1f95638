"""Metrics: right whichever process answers, without names, and cheap."""

from __future__ import annotations

import datetime as dt
import re
import secrets
import threading
from collections.abc import Callable
from math import inf

import pytest
from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families
from rows import row
from sqlalchemy import select, update

from intake.database import Database
from intake.lifecycle import State
from intake.operating import stage_times
from intake.operating.metrics import Metrics, answered, exposition
from intake.operating.stage_times import BOUNDS, StageHistogram
from intake.operating.tallies import Counting
from intake.safekeeping import audit
from intake.service import Service
from intake.tables.access import Client
from intake.tables.base import new_id, now
from intake.tables.cases import Case, CaseFile, CheckFinding, StoredObject, StoredVerdict
from intake.tables.delivery import Delivery, Endpoint, Event
from intake.tables.work import Job, StageTime, Upload
from intake.working.heartbeats import beat
from intake.working.sweep import FAILURES

HOUR = dt.timedelta(hours=1)


def samples(text: bytes) -> dict[str, float]:
    """Every sample by ``name{label="value",…}``, labels in order."""
    told = {}
    for family in text_string_to_metric_families(text.decode()):
        for sample in family.samples:
            labels = ",".join(f'{name}="{value}"' for name, value in sorted(sample.labels.items()))
            told[f"{sample.name}{{{labels}}}" if labels else sample.name] = sample.value
    return told


def told_by(service: Service) -> dict[str, float]:
    """What a process that has just begun tells."""
    return samples(generate_latest(Metrics(service).registry))


def add_case(service: Service, state: State, **values: object) -> str:
    case_id = new_id()
    with service.database.writing() as session:
        session.add(row(Case, id=case_id, case_no=case_id, state=state, **values))
    return case_id


def add_verdict(
    service: Service, case_id: str, number: int, route: str, at: dt.datetime | None = None, **outcomes: str
) -> None:
    def made() -> str:
        return f"{int((at or now()).timestamp() * 1000):012x}{secrets.token_hex(10)}"

    verdict_id = made()
    with service.database.writing() as session:
        session.add(row(StoredVerdict, id=verdict_id, case_id=case_id, number=number, route=route))
        session.flush()
        for check, outcome in outcomes.items():
            given = {"check_id": check.replace("_", "-"), "outcome": outcome}
            session.add(row(CheckFinding, id=made(), verdict_id=verdict_id, case_id=case_id, **given))


@pytest.fixture(params=["sqlite", "postgres"])
def any_service(request: pytest.FixtureRequest, make_service: Callable[..., Service]) -> Service:
    if request.param == "sqlite":
        return make_service()
    return make_service(database_url=request.getfixturevalue("postgres_url"))


def test_an_idle_service_tells_zeros(any_service: Service) -> None:
    told = told_by(any_service)
    assert told["menshen_database_up"] == told["menshen_broker_up"] == 1
    assert told['menshen_queue_age_seconds{queue="cases"}'] == 0
    assert told['menshen_jobs{queue="bulk",state="dead"}'] == 0
    assert {told[f'menshen_cases{{state="{state}"}}'] for state in State} == {0}
    assert told["menshen_keys"] == 1
    assert told["menshen_free_bytes"] > 0
    assert told['menshen_processes{kind="cases"}'] == 0


def test_cases_work_and_deadlines(any_service: Service) -> None:
    today = now().astimezone(dt.timezone(8 * HOUR)).date()
    day = dt.timedelta(days=1)
    case_id = add_case(any_service, State.STUCK, deadline=today - day)
    add_case(any_service, State.CHECKED, submitted_at=now() - HOUR, deadline=today, deadline_warned_at=now())
    add_case(any_service, State.RETURNED, deadline=today - day)  # its clock stands still
    add_case(any_service, State.APPROVED, deadline=today - day)
    with any_service.database.writing() as session:
        for kind, state, due in (
            ("check", "waiting", now() - HOUR),
            ("read", "waiting", now() + HOUR),
            ("batch", "dead", now() - 9 * HOUR),
        ):
            session.add(row(Job, kind=kind, queue="cases", case_id=case_id, state=state, due_at=due))
        session.add(row(Upload, case_id=case_id))
        audit.append(session, "system", "case.open", "case:1")
    told = told_by(any_service)
    assert told['menshen_cases{state="stuck"}'] == told['menshen_cases{state="checked"}'] == 1
    assert told['menshen_jobs{queue="cases",state="waiting"}'] == 2
    assert told['menshen_jobs{queue="cases",state="dead"}'] == 1
    assert told['menshen_queue_age_seconds{queue="cases"}'] == pytest.approx(3600, abs=60)
    assert told['menshen_queue_age_seconds{queue="bulk"}'] == 0
    assert told["menshen_review_age_seconds"] == pytest.approx(3600, abs=60)
    assert told['menshen_deadlines{when="overdue"}'] == 1
    assert told['menshen_deadlines{when="near"}'] == 1
    assert told["menshen_uploads_open"] == 1
    assert told["menshen_audit_entries"] == 1


def test_outcomes_refusals_and_deliveries(any_service: Service) -> None:
    case_id = add_case(any_service, State.CHECKED)
    add_verdict(any_service, case_id, 1, "needs_attention", hospital_level="unknown", date_order="met")
    add_verdict(any_service, case_id, 2, "ready_for_review", hospital_level="met", date_order="met")
    with any_service.database.writing() as session:
        session.add(row(Client, id="c"))
        session.add(row(StoredObject, id="o"))
        session.flush()
        session.add(row(CaseFile, case_id=case_id, object_id="o", refused="FILE-003"))
        session.add(row(Endpoint, id="e", client_id="c"))
        session.add(row(Event, id="v", client_id="c", due_at=now() - HOUR))
        session.flush()
        session.add(row(Delivery, event_id="v", endpoint_id="e", due_at=now() - 2 * HOUR))
    told = told_by(any_service)
    assert told['menshen_verdicts_total{route="ready_for_review"}'] == 1
    assert told['menshen_findings_total{check="hospital-level",outcome="unknown"}'] == 1
    assert told['menshen_findings_total{check="date-order",outcome="met"}'] == 2
    assert told['menshen_files_refused_total{code="FILE-003"}'] == 1
    assert told['menshen_webhook_deliveries{state="waiting"}'] == 1
    assert told["menshen_webhook_age_seconds"] == pytest.approx(7200, abs=60)
    assert told["menshen_outbox_age_seconds"] == pytest.approx(3600, abs=60)


def test_a_process_that_counted_before_and_one_that_begins_tell_the_same(any_service: Service) -> None:
    counting = Counting()
    case_id = add_case(any_service, State.CHECKED)
    for number in range(1, 8):
        moment = now() + dt.timedelta(minutes=number)
        add_verdict(any_service, case_id, number, "needs_attention", at=moment, date_order="met")
        with any_service.database.reading() as session:
            told = [one.tallies(session, moment) for one in (counting, Counting())]
        assert [dict(one.findings) for one in told] == [{("date-order", "met"): number}] * 2
        assert [dict(one.verdicts) for one in told] == [{("needs_attention",): number}] * 2


def test_stage_times_are_a_histogram(any_service: Service) -> None:
    def record(times: int) -> None:
        for _ in range(times):
            with any_service.database.writing() as session:
                stage_times.record_all(session, {"read_page": 0.3, "check": 0.01})

    threads = [threading.Thread(target=record, args=(10,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with any_service.database.writing() as session:
        stage_times.record(session, "read_page", 4000)
    told = told_by(any_service)
    assert told['menshen_stage_seconds_bucket{le="0.25",stage="read_page"}'] == 0
    assert told['menshen_stage_seconds_bucket{le="0.5",stage="read_page"}'] == 40
    assert told['menshen_stage_seconds_bucket{le="300.0",stage="read_page"}'] == 40
    assert told['menshen_stage_seconds_bucket{le="+Inf",stage="read_page"}'] == 41
    assert told['menshen_stage_seconds_count{stage="read_page"}'] == 41
    assert told['menshen_stage_seconds_sum{stage="read_page"}'] == pytest.approx(4012)
    assert told['menshen_stage_seconds_bucket{le="0.01",stage="check"}'] == 40


def test_a_sum_of_years_fits(any_database: Database) -> None:
    with any_database.writing() as session:
        stage_times.record(session, "read_page", 1e8)
    with any_database.reading() as session:
        assert stage_times.histograms(session) == [
            StageHistogram("read_page", tuple(int(bound == inf) for bound in BOUNDS), 1e8)
        ]
        assert session.scalar(select(StageTime.count).where(StageTime.bound == -1)) == 10**14


def test_processes_alive_and_duties_that_failed(service: Service) -> None:
    beat(service, "cases")
    service.broker.hincrby(FAILURES, "webhooks.deliver", 3)
    told = told_by(service)
    assert told['menshen_processes{kind="cases"}'] == 1
    assert told['menshen_sweep_failures_total{duty="webhooks.deliver"}'] == 3


def test_without_broker_or_database_the_rest_is_told(make_service: Callable[..., Service]) -> None:
    service = make_service(broker_url="redis://127.0.0.1:9")
    told = told_by(service)
    assert told["menshen_broker_up"] == 0
    assert told["menshen_database_up"] == 1
    with service.database.writing() as session:
        session.connection().exec_driver_sql("DROP TABLE stage_times")
    told = told_by(service)
    assert told["menshen_database_up"] == 0
    assert told["menshen_free_bytes"] > 0


def test_the_database_is_asked_at_most_every_few_seconds(service: Service) -> None:
    add_case(service, State.OPEN)
    assert samples(exposition(service))['menshen_cases{state="open"}'] == 1
    with service.database.writing() as session:
        session.execute(update(Case).values(state="queued"))
    assert samples(exposition(service))['menshen_cases{state="open"}'] == 1
    assert told_by(service)['menshen_cases{state="queued"}'] == 1


def test_calls_are_counted_by_route_pattern(service: Service) -> None:
    answered("GET", "/v1/tried/{case_id}", 200, 0.02)  # a route that no other test of this process calls
    answered("GET", "/v1/tried/{case_id}", 404, 0.002)
    told = samples(exposition(service))
    labels = 'method="GET",route="/v1/tried/{case_id}"'
    assert told[f'menshen_http_requests_total{{{labels},status="404"}}'] == 1
    assert told[f"menshen_http_seconds_count{{{labels}}}"] == 2


def test_what_is_told_is_well_formed_and_every_series_is_ours(service: Service) -> None:
    text = exposition(service).decode()
    names = {family.name for family in text_string_to_metric_families(text)}
    assert len(names) >= 20
    assert all(re.fullmatch(r"menshen_[a-z_]+", name) for name in names)
