"""``/v1/webhooks`` through a real door: a portal registers, is told, looks, and asks again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from http_server import Door
from webhook_cases import a_case, told
from webhook_receivers import receiving

from intake.actors import Actor, Role
from intake.delivering.webhooks import deliver_due, fan_out
from intake.service import Service
from intake.tables.access import Client


@pytest.fixture
def hooked(make_door: Callable[..., Door]) -> Door:
    """A door that may send to loopback, on SQLite."""
    return make_door(webhook_private=True, webhook_seconds=1)


def actor_of(service: Service, name: str) -> Actor:
    with service.database.reading() as session:
        client = session.query(Client).filter_by(name=name).one()
    return Actor(id=f"client:{client.id}", role=Role(client.role), client_id=client.id)


def codes(answer: httpx2.Response) -> list[tuple[str, str]]:
    """What a problem names: code and place."""
    assert answer.headers["content-type"] == "application/problem+json"
    return [(one["code"], one["where"]) for one in answer.json()["errors"]]


def test_a_portal_registers_is_told_and_asks_again(hooked: Door) -> None:
    portal = hooked.client()
    with receiving() as receiver:
        answer = portal.post("/v1/webhooks", json={"url": receiver.url})
        assert answer.status_code == 201
        made: dict[str, Any] = answer.json()
        here = answer.headers["location"]
        assert here == f"/v1/webhooks/{made['id']}"
        event_id = told(hooked.service, a_case(hooked.service, actor_of(hooked.service, "portal")))
        fan_out(hooked.service)
        deliver_due(hooked.service)
        assert receiver.got[0].verified(made["secret"])["type"] == "case.received"

        for place in (here, "/v1/webhooks"):
            assert made["secret"] not in portal.get(place).text
        assert "secret" not in portal.get(here).json()
        (delivery,) = portal.get(f"{here}/deliveries").json()["deliveries"]
        assert (delivery["event"], delivery["state"], delivery["last_status"]) == (event_id, "delivered", 204)
        assert dt.datetime.fromisoformat(delivery["delivered_at"]).tzinfo is not None

        assert portal.post(f"{here}/replay", json={"event": event_id}).json() == {"events": 1}
        span = {"since": "2020-01-01T00:00:00+08:00", "until": "2100-01-01T00:00:00+08:00"}
        answer = portal.post(f"{here}/replay", json=span)
        assert (answer.status_code, answer.json()) == (202, {"events": 1})
        rotated = portal.post(f"{here}/rotate-secret").json()
        test = portal.post(f"{here}/test")
        assert test.status_code == 202
        deliver_due(hooked.service)
        assert receiver.ids() == [event_id, event_id, test.json()["event"]]
        assert receiver.got[2].verified(rotated["secret"]) == receiver.got[2].verified(made["secret"])

        page = portal.get(f"{here}/deliveries", params={"limit": 1})
        following = page.headers["link"].split(";")[0].strip("<>")
        assert portal.get(following).json()["next"] is None

        changed = portal.patch(here, json={"events": ["case.decided"], "enabled": False}).json()
        assert (changed["events"], changed["enabled"], changed["url"]) == (
            ["case.decided"],
            False,
            receiver.url,
        )
        assert portal.post(f"{here}/test").json()["code"] == "HOOK-104"
        assert portal.delete(here).status_code == 204
        assert portal.get(here).json()["code"] == "HOOK-101"
    assert "t0ken" not in hooked.log.read_text(encoding="utf-8")


def test_what_is_wrong_is_told_all_at_once(hooked: Door) -> None:
    portal = hooked.client()
    bad = portal.post("/v1/webhooks", json={"url": "https://u:p@portal.example:22/#x"})
    assert bad.status_code == 422
    assert [code for code, _ in codes(bad)] == ["HOOK-113", "HOOK-114", "HOOK-115"]
    assert "u:p" not in bad.text
    metadata = portal.post("/v1/webhooks", json={"url": "http://169.254.169.254/latest/meta-data"})
    assert codes(metadata) == [("HOOK-118", "url")]
    body = {"url": 5, "events": ["case.opened"], "secret": "mine"}
    assert {where for _, where in codes(portal.post("/v1/webhooks", json=body))} == {
        "url",
        "events[0]",
        "secret",
    }
    here = portal.post("/v1/webhooks", json={"url": "http://127.0.0.1:9009/"}).headers["location"]
    for body in (
        {},
        {"event": "0" * 32, "since": "2025-01-01T00:00:00Z", "until": "2025-01-02T00:00:00Z"},
        {"since": "2025-01-01T00:00:00Z"},
        {"since": "2025-01-01T00:00:00", "until": "2025-01-02T00:00:00"},
        {"since": "2025-01-02T00:00:00Z", "until": "2025-01-01T00:00:00Z"},
    ):
        assert portal.post(f"{here}/replay", json=body).status_code == 422
    for id_ in ("x", "%00", "0" * 32, "..%2Fcases", "é"):
        assert portal.get(f"/v1/webhooks/{id_}").status_code == 404
    for event in ("0" * 32, "x", "\x00"):
        assert portal.post(f"{here}/replay", json={"event": event}).status_code in (404, 422)


def test_other_clients_and_roles_stay_outside(hooked: Door) -> None:
    portal, other = hooked.client(), hooked.client("other", Role.HOSPITAL)
    here = portal.post("/v1/webhooks", json={"url": "http://127.0.0.1:9009/"}).headers["location"]
    nowhere = f"/v1/webhooks/{'0' * 32}"
    span = {"since": "2020-01-01T00:00:00Z", "until": "2100-01-01T00:00:00Z"}
    for method, path, body in (
        ("GET", "", None),
        ("PATCH", "", {"enabled": False}),
        ("PATCH", "", {"url": "https://127.0.0.1:22/"}),
        ("DELETE", "", None),
        ("POST", "/rotate-secret", None),
        ("POST", "/test", None),
        ("GET", "/deliveries", None),
        ("POST", "/replay", {"event": "0" * 32}),
        ("POST", "/replay", span),
    ):
        theirs = other.request(method, here + path, json=body)
        none = other.request(method, nowhere + path, json=body)
        assert (theirs.status_code, theirs.json()["code"]) == (404, "HOOK-101")
        assert theirs.json() | {"request_id": ""} == none.json() | {"request_id": ""}
    assert other.get("/v1/webhooks").json() == {"endpoints": []}
    auditor = hooked.client("auditor", Role.AUDITOR)
    assert auditor.get("/v1/webhooks").status_code == 403
    assert auditor.post("/v1/webhooks", json={"url": "http://127.0.0.1:9009/"}).status_code == 403
    assert httpx2.get(f"{hooked.url}/v1/webhooks").status_code == 401
    assert portal.get(here).json()["enabled"]
