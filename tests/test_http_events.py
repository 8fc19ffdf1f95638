"""Server-sent events of a case: the view at once, every change, an end."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from http_server import Door, door, new_case  # noqa: F401

from api.http.watching import STANDING_SECONDS, STREAMS_EACH, Watching
from intake.actors import SYSTEM, Role
from intake.doorkeeping.clients import revoke_key
from intake.lifecycle import State, move
from intake.refusals import Refused
from intake.refusals.access import BAD_KEY
from intake.service import Service


def _events(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    told: dict[str, Any] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if name == "data":
            told["data"] = json.loads(value)
        elif name in ("id", "event", "retry"):
            told[name] = value
        elif not line and "data" in told:
            yield told
            told = {}


def test_the_view_at_once_each_change_and_an_end(door: Door) -> None:  # noqa: F811
    client = door.client("watcher")
    case = new_case(client)
    with client.stream("GET", f"/v1/cases/{case}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        assert stream.headers["cache-control"] == "no-store"
        events = _events(stream.iter_lines())
        first = next(events)
        assert (first["event"], first["id"], first["data"]["state"]) == ("case", "1", "open")
        assert first["data"] == client.get(f"/v1/cases/{case}").json()
        client.post(f"/v1/cases/{case}/files", files={"file": ("a.txt", b"x")})
        assert [len(next(events)["data"]["files"])] == [1]
        threading.Timer(0.3, client.post, (f"/v1/cases/{case}/withdraw",)).start()
        last = next(events)
        assert last["data"]["state"] == "withdrawn"
        assert list(events) == []

    seen = {"Last-Event-ID": last["id"]}
    assert client.get(f"/v1/cases/{case}/events", headers=seen).status_code == 204
    (again,) = _events(client.get(f"/v1/cases/{case}/events").iter_lines())
    assert again["data"]["state"] == "withdrawn"
    odd = client.get(f"/v1/cases/{case}/events", headers={"Last-Event-ID": "9" * 5000})
    assert odd.status_code == 200


def test_what_was_seen_before_a_break_is_not_sent_again(door: Door) -> None:  # noqa: F811
    client = door.client("returner")
    case = new_case(client)
    with client.stream("GET", f"/v1/cases/{case}/events", headers={"Last-Event-ID": "1"}) as stream:
        with door.service.database.writing() as session:
            move(session, case, State.WITHDRAWN, since=[State.OPEN], actor="system")
        told = list(_events(stream.iter_lines()))
    assert [event["data"]["state"] for event in told] == ["withdrawn"]


def test_a_stream_whose_client_leaves_is_let_go(door: Door) -> None:  # noqa: F811
    client = door.client("leaver")
    case = new_case(client)
    for _ in range(3):
        with client.stream("GET", f"/v1/cases/{case}/events") as stream:
            next(_events(stream.iter_lines()))
    assert httpx2.get(f"{door.url}/healthz", timeout=20).status_code == 200
    assert "Traceback" not in door.log.read_text(encoding="utf-8")


def test_one_client_holds_only_so_many_streams(service: Service) -> None:
    watching = Watching(service)
    places = [watching.bell(f"{number:032x}", "client:a") for number in range(STREAMS_EACH)]
    for place in places:
        place.__enter__()
    with pytest.raises(Refused) as refused:
        watching.check_room("client:a")
    assert refused.value.refusal.code == "API-032"
    watching.check_room("client:b")
    places[0].__exit__(None, None, None)
    watching.check_room("client:a")


def test_a_stream_ends_soon_after_its_key_is_revoked(door: Door) -> None:  # noqa: F811
    key = door.key("revoked")
    client = httpx2.Client(base_url=door.url, headers={"Authorization": f"Bearer {key}"}, timeout=30)
    case = new_case(client)
    with client.stream("GET", f"/v1/cases/{case}/events") as stream:
        events = _events(stream.iter_lines())
        next(events)
        revoke_key(door.service, SYSTEM, key.split("_")[1])
        began = time.monotonic()
        assert list(events) == []
    assert time.monotonic() - began < 3 * STANDING_SECONDS


def test_a_change_is_not_told_to_who_may_act_no_longer(service: Service) -> None:
    """Streams of one credential share one look; a revoked one is found out within seconds."""
    asked = []

    def refuse() -> None:
        asked.append(1)
        raise Refused(BAD_KEY)

    async def look() -> list[bool]:
        watching = Watching(service)
        return [await watching.stands("a", refuse) for _ in range(5)]

    assert asyncio.run(look()) == [False] * 5
    assert len(asked) == 1


def test_an_auditor_cannot_find_out_a_portals_own_numbers(door: Door) -> None:  # noqa: F811
    portal, auditor = door.client("numbering"), door.client("auditing", Role.AUDITOR)
    new_case(portal, external_id="XYB-1")
    assert len(portal.get("/v1/cases?external_id=XYB-1").json()["cases"]) == 1
    assert auditor.get("/v1/cases?external_id=XYB-1").json()["cases"] == []
    assert auditor.get("/v1/cases").json()["cases"] != []
