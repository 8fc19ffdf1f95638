"""The outbox: written with the change, thin, and fanned out once for each endpoint."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select, update
from webhook_cases import ID_NUMBER, NAME, a_case, a_client, told
from webhook_receivers import always

from intake import events
from intake.delivering.webhook_endpoints import change, create
from intake.delivering.webhooks import fan_out
from intake.lifecycle import State, move
from intake.service import Service
from intake.tables.base import now
from intake.tables.delivery import Delivery, Event

RESOLVE = always("8.8.8.8")
URL = "https://portal.example/hooks"


@pytest.fixture(params=["sqlite", "postgres"])
def hooked(request: pytest.FixtureRequest, make_service: Callable[..., Service]) -> Service:
    """A service on each database."""
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    return make_service(database_url=url)


def payload_of(service: Service, event_id: str) -> dict[str, Any]:
    with service.database.reading() as session:
        return session.get_one(Event, event_id).payload


def how_many(service: Service, table: Any = Delivery) -> int:
    with service.database.reading() as session:
        return session.scalars(select(func.count()).select_from(table)).one()


def test_the_payload_is_thin(hooked: Service) -> None:
    portal = a_client(hooked, "portal")
    case_id = a_case(hooked, portal, "XYB-2025-000127")
    with hooked.database.writing() as session:
        move(session, case_id, State.READING, since={State.QUEUED}, actor="system")
        move(session, case_id, State.CHECKED, since={State.READING}, actor="system", route="needs_correction")
        event_id = events.record(session, events.CHECKED, case_id, codes=["MAT-002"], round=1)
    payload = payload_of(hooked, event_id)
    assert payload["type"] == "case.checked"
    assert dt.datetime.fromisoformat(payload["timestamp"]).utcoffset() is not None
    assert set(payload) == {"type", "timestamp", "data"}
    data = payload["data"]
    assert data.pop("case_no").startswith("MS")
    assert data == {
        "codes": ["MAT-002"],
        "round": 1,
        "case": case_id,
        "external_id": "XYB-2025-000127",
        "state": "checked",
        "route": "needs_correction",
        "revision": 3,
        "policy": {"id": "shaoyang-renewal", "version": "2025-03-01"},
    }


def test_it_is_there_if_and_only_if_the_change_is(hooked: Service) -> None:
    case_id = a_case(hooked, a_client(hooked, "portal"))

    def fails_after_telling() -> None:
        with hooked.database.writing() as session:
            events.record(session, events.RECEIVED, case_id)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails_after_telling()
    assert how_many(hooked, Event) == 0


@pytest.mark.parametrize(
    "value",
    [NAME, ID_NUMBER, "13800138000", 13800138000, "两个字", "a b", {"a": 1}, 1.5, ["MAT-002", NAME], ""],
)
def test_a_fact_that_could_be_personal_is_a_bug(service: Service, value: object) -> None:
    case_id = a_case(service, a_client(service, "portal"))
    with service.database.writing() as session, pytest.raises(ValueError) as caught:  # noqa: PT011
        events.record(session, events.CHECKED, case_id, fact=value)
    assert not value or str(value) not in str(caught.value)


def test_another_type_is_a_bug(service: Service) -> None:
    case_id = a_case(service, None)
    with service.database.writing() as session, pytest.raises(ValueError, match="no such event"):
        events.record(session, "case.opened", case_id)


@pytest.mark.parametrize(
    ("external_id", "kept"),
    [
        ("XYB-2025-000127", True),
        ("202511200001234567", True),  # 18 digits, but no ID number
        (ID_NUMBER, False),
        (f"XYB-{ID_NUMBER}-1", False),
        (f"13812345678 {NAME}", False),
        (NAME, False),
        ("13812345678", False),
        ("XYB-8613812345678", False),
        ("430503670312451", False),
        ("a" * 101, False),
        ("xyb/2025:0001.7_b", True),
        (None, False),
    ],
)
def test_a_portals_number_that_is_an_id_number_is_not_repeated(
    service: Service, external_id: str | None, kept: bool
) -> None:
    event_id = told(service, a_case(service, a_client(service, "portal"), external_id))
    payload = payload_of(service, event_id)
    assert payload["data"]["external_id"] == (external_id if kept else None)
    assert ID_NUMBER not in json.dumps(payload)


def test_what_is_held_can_be_taken_back(hooked: Service) -> None:
    portal = a_client(hooked, "portal")
    create(hooked, portal, URL, resolve=RESOLVE)
    case_id = a_case(hooked, portal)
    told(hooked, case_id)
    with hooked.database.writing() as session:
        events.record(session, events.DECIDED, case_id, hold_seconds=10)
    assert fan_out(hooked) == 1  # the first; the decision waits
    with hooked.database.writing() as session:
        assert events.take_back(session, case_id) == 1
    assert how_many(hooked, Event) == 1
    with hooked.database.writing() as session:
        events.record(session, events.DECIDED, case_id, hold_seconds=10)
        session.execute(update(Event).where(Event.type == events.DECIDED).values(due_at=now()))
    with hooked.database.writing() as session:
        assert events.take_back(session, case_id) == 0
    assert fan_out(hooked) == 1


def test_each_endpoint_gets_what_it_subscribed_to_once(hooked: Service) -> None:
    portal, other = a_client(hooked, "portal"), a_client(hooked, "other")
    everything = create(hooked, portal, URL, resolve=RESOLVE).endpoint.id
    decided = create(hooked, portal, URL, ["case.decided"], resolve=RESOLVE).endpoint.id
    off = create(hooked, portal, URL, resolve=RESOLVE).endpoint.id
    change(hooked, portal, off, enabled=False)
    create(hooked, other, URL, resolve=RESOLVE)
    case_id = a_case(hooked, portal)
    received, end = told(hooked, case_id), told(hooked, case_id, events.DECIDED)
    told(hooked, a_case(hooked, None))  # a counter's case: nobody to tell
    assert [fan_out(hooked), fan_out(hooked)] == [3, 0]
    with hooked.database.reading() as session:
        pairs = session.execute(select(Delivery.event_id, Delivery.endpoint_id)).all()
        assert session.scalars(select(Event.id).where(Event.fanned_out.is_(False))).all() == []
    assert {tuple(pair) for pair in pairs} == {(received, everything), (end, everything), (end, decided)}


def test_many_at_once_make_no_pair_twice(hooked: Service) -> None:
    portal = a_client(hooked, "portal")
    for _ in range(2):
        create(hooked, portal, URL, resolve=RESOLVE)
    case_id = a_case(hooked, portal)
    with hooked.database.writing() as session:
        for _ in range(450):
            events.record(session, events.RECEIVED, case_id)
    made: list[int] = []
    threads = [threading.Thread(target=lambda: made.append(fan_out(hooked))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    fan_out(hooked)
    assert how_many(hooked) == 900
    assert sum(made) <= 900
