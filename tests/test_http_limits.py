"""Limits per caller, daily quotas, and "later" before disk, memory or patience run out."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
from collections.abc import Callable
from typing import cast

import httpx2
import pytest
from http_server import CASE, Door, door, make_door, new_case  # noqa: F401
from services import free_port
from starlette.requests import Request
from starlette.types import Message

from api.http import upload_turns
from api.http.problems import neighbourhood
from api.http.shares import Shares
from intake.actors import Actor, Role
from intake.doorkeeping.quotas import STRANGERS_PER_MINUTE, Quotas
from intake.operating.pressure import Pressure
from intake.refusals import Refused
from intake.service import Service
from intake.settings import MEGABYTE
from intake.tables.work import Job

PORTAL = Actor(id="client:a", role=Role.PORTAL)
OTHER = Actor(id="client:b", role=Role.PORTAL)


def test_a_key_has_its_calls_a_minute_and_is_told_what_is_left(door: Door) -> None:  # noqa: F811
    client, other = door.client("metered", per_minute=3), door.client("metered too", per_minute=3)
    left = [client.get("/v1/cases").headers["ratelimit-remaining"] for _ in range(3)]
    assert left == ["2", "1", "0"]
    refused = client.get("/v1/cases")
    assert (refused.status_code, refused.json()["code"]) == (429, "API-030")
    assert 1 <= int(refused.headers["retry-after"]) <= 61
    assert other.get("/v1/cases").headers["ratelimit-limit"] == "3"


def test_a_second_key_of_a_client_shares_its_limit(door: Door) -> None:  # noqa: F811
    one = door.client("shared", per_minute=2)
    two = httpx2.Client(base_url=door.url, headers={"Authorization": f"Bearer {door.key('shared')}"})
    assert [client.get("/v1/cases").status_code for client in (one, two, one)] == [200, 200, 429]


def test_a_client_has_its_cases_a_day(door: Door) -> None:  # noqa: F811
    client = door.client("daily", cases_per_day=2)
    new_case(client)
    assert client.post("/v1/cases", json={}).status_code == 422  # not counted
    new_case(client)
    refused = client.post("/v1/cases", json=CASE)
    assert (refused.status_code, refused.json()["code"]) == (429, "API-031")
    assert 1 <= int(refused.headers["retry-after"]) <= 86_400
    assert client.get("/v1/cases").status_code == 200


def test_the_day_ends_at_midnight_in_china(make_service: Callable[..., Service]) -> None:
    quotas = Quotas(make_service(cases_per_day=3))
    evening = dt.datetime(2025, 11, 20, 15, 59, tzinfo=dt.UTC)
    for _ in range(3):
        quotas.check_cases(PORTAL, evening)
        quotas.count_case(PORTAL, evening)
    with pytest.raises(Refused) as refused:
        quotas.check_cases(PORTAL, evening)
    assert refused.value.retry_after == 60
    quotas.check_cases(OTHER, evening)
    quotas.check_cases(PORTAL, evening + dt.timedelta(minutes=1))


def test_strangers_are_counted_by_their_address(service: Service) -> None:
    quotas = Quotas(service)
    for _ in range(STRANGERS_PER_MINUTE):
        quotas.count_stranger("203.0.113.7")
    with pytest.raises(Refused):
        quotas.count_stranger("203.0.113.7")
    quotas.count_stranger("203.0.113.8")


@pytest.mark.parametrize(
    ("address", "counted"),
    [("203.0.113.7", "203.0.113.7"), ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"), ("", "unknown")],
)
def test_a_household_is_one_stranger(address: str, counted: str) -> None:
    assert neighbourhood(address) == counted


def test_after_many_wrong_keys_the_answer_is_429_but_known_keys_go_on(
    make_door: Callable[..., Door],  # noqa: F811
) -> None:
    guessed = make_door()
    client = guessed.client()
    with httpx2.Client(base_url=guessed.url, headers={"Authorization": "Bearer msk_x_y"}) as stranger:
        statuses = [stranger.get("/v1/cases").status_code for _ in range(STRANGERS_PER_MINUTE + 1)]
    assert statuses == [401] * STRANGERS_PER_MINUTE + [429]
    assert client.get("/v1/cases").status_code == 200


def test_without_a_broker_each_process_counts_alone(make_service: Callable[..., Service]) -> None:
    alone = Quotas(make_service(broker_url=f"redis://127.0.0.1:{free_port()}", calls_per_minute=2))
    assert [alone.count_call(PORTAL).remaining for _ in range(2)] == [1, 0]
    with pytest.raises(Refused):
        alone.count_call(PORTAL)


@pytest.mark.parametrize(
    ("given", "code"), [({"min_free_mb": 1e9}, "API-040"), ({"max_waiting_jobs": 1}, "API-042")]
)
def test_nothing_comes_in_where_there_is_no_room(
    make_service: Callable[..., Service], given: dict[str, float], code: str
) -> None:
    service = make_service(**given)
    with service.database.writing() as session:
        session.add_all([Job(kind="read", queue="cases", round=number) for number in range(2)])
    with pytest.raises(Refused) as refused:
        Pressure(service).check()
    assert refused.value.refusal.code == code
    assert refused.value.retry_after is not None


def test_so_many_files_at_once_and_no_more(make_service: Callable[..., Service]) -> None:
    pressure = Pressure(make_service(max_receiving=1))
    with pressure.taking_in(), pytest.raises(Refused) as refused, pressure.taking_in():
        raise AssertionError("both came in")
    assert refused.value.refusal.code == "API-041"
    with pressure.taking_in():
        assert pressure.receiving == 1
    assert pressure.receiving == 0


def test_a_full_disk_is_told_at_the_door_and_reading_goes_on(make_door: Callable[..., Door]) -> None:  # noqa: F811
    full = make_door(min_free_mb=1e9).client()
    refused = full.post("/v1/cases", json=CASE)
    assert (refused.status_code, refused.json()["code"]) == (503, "API-040")
    assert refused.headers["retry-after"] == "60"
    assert full.get("/v1/cases").status_code == 200


def test_one_client_holds_half_of_the_places_at_most(make_service: Callable[..., Service]) -> None:
    pressure = Pressure(make_service(max_receiving=4))
    with pressure.taking_in("client:a"), pressure.taking_in("client:a"):
        with pytest.raises(Refused) as refused, pressure.taking_in("client:a"):
            raise AssertionError("a third came in")
        assert refused.value.refusal.code == "API-041"
        with pressure.taking_in("client:b"):
            assert pressure.receiving == 3
    with pressure.taking_in("client:a"):
        assert pressure.receiving == 1


def test_what_is_announced_is_set_aside(
    make_service: Callable[..., Service], monkeypatch: pytest.MonkeyPatch
) -> None:
    service = make_service(min_free_mb=100)
    monkeypatch.setattr(service.vault, "free_bytes", lambda: 200 * MEGABYTE)
    pressure = Pressure(service)
    with pytest.raises(Refused) as refused, pressure.taking_in("client:a", 101 * MEGABYTE):
        raise AssertionError("it came in")
    assert (refused.value.refusal.code, refused.value.retry_after) == ("API-040", 60)
    with pressure.taking_in("client:a", 40 * MEGABYTE) as place:
        pressure.check_room(60 * MEGABYTE)
        with pytest.raises(Refused):
            pressure.check_room(61 * MEGABYTE)
        place.grow(20 * MEGABYTE)  # they are on the disk now, and no longer free
        pressure.check_room(80 * MEGABYTE)
    pressure.check_room(100 * MEGABYTE)


def test_who_announces_much_leaves_half_of_the_room_to_others(
    make_service: Callable[..., Service], monkeypatch: pytest.MonkeyPatch
) -> None:
    service = make_service(min_free_mb=0)
    monkeypatch.setattr(service.vault, "free_bytes", lambda: 100 * MEGABYTE)
    pressure = Pressure(service)
    with pressure.taking_in("client:a", 90 * MEGABYTE), pressure.taking_in("client:b", 50 * MEGABYTE):
        assert pressure.receiving == 2


@pytest.mark.parametrize("stated", [100 * MEGABYTE, None])
def test_the_disk_is_looked_at_while_bytes_come(
    make_service: Callable[..., Service], monkeypatch: pytest.MonkeyPatch, stated: int | None
) -> None:
    service = make_service(min_free_mb=100)
    free = 500 * MEGABYTE
    monkeypatch.setattr(service.vault, "free_bytes", lambda: free)
    with Pressure(service).taking_in("client:a", stated) as place:
        place.grow(5 * MEGABYTE)
        free = 99 * MEGABYTE
        place.grow(MEGABYTE)
        with pytest.raises(Refused) as refused:
            place.grow(3 * MEGABYTE)
    assert refused.value.refusal.code == "API-040"


def test_slow_files_of_one_caller_leave_threads_to_the_others() -> None:
    over, done = threading.Event(), list[str]()

    def slow() -> None:
        assert over.wait(20)
        done.append("a")

    async def come_in() -> None:
        shares = Shares(3, 2)
        async with asyncio.TaskGroup() as group:
            for _ in range(6):
                group.create_task(shares.run("client:a", slow))
            await asyncio.sleep(0.05)
            for _ in range(2):
                await asyncio.wait_for(shares.run("client:b", lambda: done.append("b")), 10)
            over.set()
        assert not shares._owners

    asyncio.run(come_in())
    assert done == ["b"] * 2 + ["a"] * 6


class _Dripping:
    """A request of which a byte comes now and then."""

    async def receive(self) -> Message:
        """One byte more."""
        await asyncio.sleep(0.02)
        return {"type": "http.request", "body": b"x", "more_body": True}


def test_a_resumable_upload_has_a_least_pace_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload_turns, "GRACE", 0.1)
    taken = bytearray()

    async def come_in() -> None:
        async for chunk in upload_turns.Turn().chunks(cast(Request, _Dripping())):
            taken.extend(chunk)

    with pytest.raises(upload_turns.Interrupted) as refused:
        asyncio.run(asyncio.wait_for(come_in(), 10))
    assert refused.value.refusal.code == "UPL-118"
    assert taken
