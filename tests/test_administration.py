"""What administrators and auditors are shown beside pages: stuck work, registers, deliveries, the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from builders import application
from http_server import CASE
from review_world import SHAOYANG, YICHUN, a_paper, add_person, client_actor, hand_in, key_of, person_actor
from services import free_port
from sqlalchemy import update
from test_registers_http import Other, other  # noqa: F401 - a fixture
from webhook_cases import a_case, told

from intake import batches, cases
from intake.actors import SYSTEM, Actor, Role
from intake.case_requests import HERE, CaseRequest
from intake.delivering import webhook_endpoints, webhook_oversight, webhook_replay, webhooks
from intake.doorkeeping import clients, people
from intake.doorkeeping.people import PersonChange
from intake.lifecycle import State
from intake.operating.glance import glance
from intake.refusals import Refused
from intake.registers.ask import ask_registers
from intake.registers.standing import registers
from intake.registers.take_in import take_in
from intake.safekeeping import audit, audit_view
from intake.safekeeping.audit_chain import NEWEST, check_chain, newest_holds
from intake.safekeeping.audit_search import Wanted, search
from intake.service import Service
from intake.tables.safekeeping import AuditEntry
from intake.tables.work import Batch, Job
from intake.working import jobs, stuck_work

MakeService = Callable[..., Service]


def keeper(service: Service, login: str = "guan", *regions: str, role: Role = Role.ADMINISTRATOR) -> Actor:
    return person_actor(service, login, role, regions)


def stuck_case(service: Service, client: Actor) -> str:
    """A case whose reading was given up after one attempt."""
    opened = cases.open_case(service, client, CaseRequest.model_validate(CASE))
    hand_in(service, client, opened.id, a_paper())
    cases.submit(service, client, opened.id)
    claimed = jobs.claim_next(service.database, (jobs.CASES,), "t/1", lease_seconds=30, max_attempts=1)
    assert claimed
    jobs.fail(service.database, claimed, "MemoryError", retry_seconds=1, max_attempts=1)
    return opened.id


def codes(call: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.refusal.code


def test_a_stuck_case_is_shown_without_names_and_read_again(make_service: MakeService) -> None:
    service = make_service()
    case_id = stuck_case(service, client_actor(service))
    here, there = keeper(service, "here", SHAOYANG), keeper(service, "there", YICHUN)
    found = stuck_work.stuck_work(service, here)
    (one,) = found.cases
    assert (one.id, found.all_cases, one.region[:4]) == (case_id, 1, SHAOYANG[:4])
    assert [(job.kind, job.error, job.attempts) for job in one.jobs] == [("read", "MemoryError", 1)]
    assert CASE["applicant"]["name"] not in repr(found)
    assert stuck_work.stuck_work(service, there).cases == ()
    assert codes(lambda: stuck_work.retry_case(service, there, case_id)) == "CASE-101"
    auditor = keeper(service, "shen", SHAOYANG, role=Role.AUDITOR)
    assert stuck_work.stuck_work(service, auditor).all_cases == 1
    assert codes(lambda: stuck_work.retry_case(service, auditor, case_id)) == "ACC-004"
    assert stuck_work.retry_case(service, here, case_id) == one.case_no
    assert cases.view(service, client_actor(service), case_id).state == State.QUEUED
    assert jobs.count_due(service.database, jobs.CASES) == 1
    stuck_work.retry_case(service, here, case_id)  # a second click does nothing
    assert jobs.count_due(service.database, jobs.CASES) == 1
    lines = search(service, keeper(service, "all"), Wanted(action="work.retry")).lines
    assert [(line.subject_kind, line.subject) for line in lines] == [("case", one.case_no)]


def test_a_stuck_batch_goes_on_for_whoever_looks_after_its_sender(make_service: MakeService) -> None:
    service = make_service()
    key_of(service, "大祥医院", Role.HOSPITAL, [SHAOYANG])
    hospital = client_actor(service, "大祥医院")
    batch = batches.open_batch(service, hospital, external_id="B-1")
    data = b"PK"
    with service.vault.receive(len(data)) as receiver:
        receiver.write(data)
        batches.add_batch_file(service, hospital, batch.id, receiver.finish(), "b.zip")
    batches.submit_batch(service, hospital, batch.id)
    with service.database.writing() as session:
        session.execute(update(Job).values(state="dead", error="lease", attempts=3))
        session.execute(update(Batch).values(state="stuck"))
    here, there = keeper(service, "here", SHAOYANG), keeper(service, "there", YICHUN)
    (one,) = stuck_work.stuck_work(service, here).batches
    assert (one.sender, [job.error for job in one.jobs]) == ("大祥医院", ["lease"])
    assert stuck_work.stuck_work(service, there).batches == ()
    missing = codes(lambda: stuck_work.retry_batch(service, here, "0" * 32))
    assert codes(lambda: stuck_work.retry_batch(service, there, batch.id)) == missing
    stuck_work.retry_batch(service, here, batch.id)
    stuck_work.retry_batch(service, here, batch.id)
    assert batches.view_batch(service, hospital, batch.id).state == "queued"
    assert jobs.count_due(service.database, jobs.BULK) == 1


def test_how_a_register_answered_is_known_to_other_processes(
    make_service: MakeService,
    other: Other,  # noqa: F811 - the fixture
) -> None:
    service = make_service(register_persons=other.url, register_hospitals="table")
    actor = keeper(service)
    take_in(service.database, service.sealer, "hospitals", "医院名称,等级\n大祥医院,二级\n".encode(), SYSTEM)
    before = {one.register: one for one in registers(service, actor)}
    assert [before[name].connected for name in ("persons", "hospitals", "physicians")] == [
        "http",
        "table",
        "off",
    ]
    assert (before["persons"].host, before["persons"].answered_at) == ("127.0.0.1", None)
    assert (before["hospitals"].rows, before["hospitals"].taken_in_at is not None) == (1, True)
    other.body = {"persons": []}
    ask_registers(service, application(), ())
    fine = registers(service, actor)[0]
    assert (fine.answered_at is not None, fine.failures, fine.paused_until) == (True, 0, None)
    other.status = 500
    for _ in range(4):  # the fourth is not put any more
        ask_registers(service, application(), ())
    down = registers(service, actor)[0]
    assert (down.failures, down.why) == (3, "登记系统答复状态 500")
    assert down.paused_until is not None
    assert down.answered_at == fine.answered_at


def test_a_broker_that_is_away_is_not_in_the_way_of_a_register(
    make_service: MakeService,
    other: Other,  # noqa: F811 - the fixture
) -> None:
    nowhere = f"redis://127.0.0.1:{free_port()}/0"
    service = make_service(register_persons=other.url, broker_url=nowhere)
    other.body = {"persons": []}
    assert ask_registers(service, application(), ()).persons == ()
    assert registers(service, keeper(service))[0].answered_at is None


def test_an_administrator_sees_whose_deliveries_fare_how(make_service: MakeService) -> None:
    service = make_service(webhook_private=True)
    key_of(service, "邵阳门户", Role.PORTAL, [SHAOYANG])
    portal = client_actor(service, "邵阳门户")
    url = f"https://127.0.0.1:{free_port()}/hook?token=1"
    made = webhook_endpoints.create(service, portal, url).endpoint
    case_id = a_case(service, portal)
    told(service, case_id)
    webhooks.fan_out(service)
    here, there = keeper(service, "here", SHAOYANG), keeper(service, "there", YICHUN)
    (one,) = webhook_oversight.overseen(service, here)
    assert (one.owner, one.endpoint.id, one.counts) == ("邵阳门户", made.id, {"waiting": 1})
    log = webhook_oversight.delivery_log(service, here, made.id)
    assert list(log.numbers) == [case_id]
    assert webhook_oversight.overseen(service, there) == ()
    for call in (webhook_oversight.one_overseen, webhook_oversight.delivery_log):
        assert codes(lambda call=call: call(service, there, made.id)) == "HOOK-101"  # type: ignore[misc]
    assert codes(lambda: webhook_oversight.overseen(service, portal)) == "ACC-004"
    webhook_replay.send_test(service, here, made.id)
    assert "webhook.test" in {line.action for line in search(service, here, Wanted()).lines}
    assert glance(service, here).unsent == 2


def test_the_log_is_sought_by_case_person_act_and_day(make_service: MakeService) -> None:
    service = make_service()
    client = client_actor(service)
    opened = cases.open_case(service, client, CaseRequest.model_validate(CASE))
    all_seeing, here = keeper(service, "all"), keeper(service, "here", SHAOYANG)
    person_id = add_person(service, "zhang.min", Role.CLERK, [SHAOYANG], password=None)
    people.change(service, here, person_id, PersonChange(name="张敏"))
    with service.database.writing() as session:
        audit.append(session, here.id, "image.view", f"case:{opened.id}", {"page": 1})
        moved = update(AuditEntry).where(AuditEntry.action == "image.view")
        session.execute(moved.values(at=dt.datetime(2025, 3, 1, 23, 59, tzinfo=HERE)))

    def found(actor: Actor = all_seeing, **wanted: object) -> list[str]:
        return [line.action for line in search(service, actor, Wanted(**wanted)).lines]  # type: ignore[arg-type]

    assert found(case_no=f" {opened.case_no.lower()} ") == ["image.view"]
    assert found(case_no="MS20250101-ABCDEF") == []
    assert found(who=here.name) == found(who="HERE") == ["image.view", "person.change"]
    assert found(who="湘医保") == [] == found(who="不存在")
    assert "person.add" in found(who="系统")
    day = dt.date(2025, 3, 1)
    assert found(first=day, last=day) == ["image.view"]
    assert found(last=day - dt.timedelta(days=1)) == []
    assert "image.view" not in found(first=day + dt.timedelta(days=1))
    line = search(service, all_seeing, Wanted(action="person.change")).lines[0]
    assert (line.actor, line.subject) == (here.name, "张敏")


def test_with_regions_one_reads_of_ones_own_only(make_service: MakeService) -> None:
    service = make_service()
    opened = cases.open_case(service, client_actor(service), CaseRequest.model_validate(CASE))
    here, there = keeper(service, "here", SHAOYANG), keeper(service, "there", YICHUN)
    auditor = keeper(service, "shen", SHAOYANG, role=Role.AUDITOR)
    person_id = add_person(service, "zhang.min", Role.CLERK, [SHAOYANG], password=None)
    key_of(service, "邵阳门户", Role.PORTAL, [SHAOYANG])
    with service.database.writing() as session:
        audit.append(session, "system", "image.view", f"case:{opened.id}", {})
    subjects = {line.subject_kind for line in search(service, here, Wanted()).lines}
    assert subjects == {"case", "person", "client", "key"}
    mine = {entry.subject for entry in audit_view.entries(service, here).entries}
    assert f"person:{person_id}" in mine
    assert {line.subject_kind for line in search(service, auditor, Wanted()).lines} == {"case"}
    others = {entry.subject for entry in audit_view.entries(service, there).entries}
    assert others == {there.id}  # that the account was made
    assert search(service, there, Wanted(case_no=opened.case_no)).lines == ()
    clerk = person_actor(service, "clerk", Role.CLERK)
    assert codes(lambda: search(service, clerk, Wanted())) == "ACC-004"


def test_pages_of_the_log_follow_each_other(make_service: MakeService) -> None:
    service = make_service()
    actor = keeper(service)
    with service.database.writing() as session:
        for number in range(70):
            audit.append(session, "system", "image.view", f"case:{number}", {})
    first = search(service, actor, Wanted(action="image.view"))
    second = search(service, actor, Wanted(action="image.view"), cursor=first.next)
    seen = [line.seq for line in (*first.lines, *second.lines)]
    assert (len(first.lines), len(seen), second.next) == (50, 70, None)
    assert seen == sorted(seen, reverse=True)


def test_a_change_among_the_newest_shows_at_once_and_an_older_one_when_walked(
    make_service: MakeService,
) -> None:
    service = make_service()
    actor = keeper(service)
    with service.database.writing() as session:
        for number in range(NEWEST + 20):
            audit.append(session, "system", "image.view", f"case:{number}", {})
    state = newest_holds(service, actor)
    assert (state.count, state.broken, state.whole) == (NEWEST, None, False)
    tamper(service, 3)
    assert newest_holds(service, actor).broken is None
    walked = check_chain(service, actor)
    assert walked.broken is not None
    assert (walked.broken.seq, walked.broken.why, walked.count) == (3, "changed", 2)
    assert "audit.verify" in {line.action for line in search(service, actor, Wanted()).lines}
    tamper(service, NEWEST + 10)
    seen = newest_holds(service, actor).broken
    assert seen is not None
    assert seen.seq == NEWEST + 10


def tamper(service: Service, seq: int) -> None:
    with service.database.writing() as session:
        session.execute(update(AuditEntry).where(AuditEntry.seq == seq).values(actor="person:0"))


def test_a_short_log_is_seen_whole(make_service: MakeService) -> None:
    service = make_service()
    actor = keeper(service)
    state = newest_holds(service, actor)
    assert (state.whole, state.broken) == (True, None)
    assert state.count == 1  # that the account was made
    tamper(service, 1)
    assert newest_holds(service, actor).broken is not None


def test_the_service_at_a_glance(make_service: MakeService) -> None:
    service = make_service()
    stuck_case(service, client_actor(service))
    told_now = glance(service, keeper(service))
    assert told_now.cases[State.STUCK] == 1
    assert {one.name: one.waiting for one in told_now.queues} == {"cases": 0, "bulk": 0}
    assert told_now.free_bytes > told_now.least_bytes
    assert told_now.database in ("SQLite", "PostgreSQL")
    stuck_work.retry_case(service, keeper(service, "g2"), next(iter(_stuck_ids(service))))
    again = glance(service, keeper(service, "g3"))
    assert {one.name: one.waiting for one in again.queues} == {"cases": 1, "bulk": 0}
    assert codes(lambda: glance(service, person_actor(service, "rev", Role.REVIEWER))) == "ACC-004"


def _stuck_ids(service: Service) -> list[str]:
    return [one.id for one in stuck_work.stuck_work(service, keeper(service, "g4")).cases]


def test_clients_are_listed_without_keys_too(make_service: MakeService) -> None:
    service = make_service()
    key_of(service, "甲", Role.PORTAL, [SHAOYANG])
    key_of(service, "乙", Role.PORTAL, [YICHUN])
    here = keeper(service, "here", SHAOYANG)
    assert [one.name for one in clients.list_clients(service, here)] == ["甲"]
