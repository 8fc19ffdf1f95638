"""Server-sent events of a case: the view at once, every change, an end."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from http_server import Door, door, new_case  # noqa: F401

from api.http.watching import STREAMS_EACH, Watching
from intake.lifecycle import State, move
from intake.refusals import Refused
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
    assert httpx2.get(f"{door.url}/healthz", timeout=2).status_code == 200
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
