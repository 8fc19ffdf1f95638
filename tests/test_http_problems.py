"""Whatever is wrong with a call, the answer is a problem: one shape, all faults, nothing echoed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import MutableMapping
from typing import Any

import httpx2
import pytest
from http_server import CASE, Door, door  # noqa: F401
from starlette.types import Message, Receive, Scope, Send

from api.http.envelope import BODY_BYTES, Envelope

NUMBER = "430503196703124514"


@pytest.fixture(scope="module")
def client(door: Door) -> httpx2.Client:  # noqa: F811
    """A portal's client."""
    return door.client(per_minute=100_000)


@pytest.mark.parametrize(
    ("method", "path", "given", "status", "code"),
    [
        ("GET", "/nowhere", {}, 404, "API-003"),
        ("GET", "/v1/nowhere", {}, 404, "API-003"),
        ("GET", f"/v1/{NUMBER}", {}, 404, "API-003"),
        ("PUT", "/v1/cases", {"json": CASE}, 405, "API-004"),
        ("GET", "/v1/cases/%00", {}, 404, "CASE-101"),
        ("GET", f"/v1/cases/{NUMBER}", {}, 404, "CASE-101"),
        ("GET", f"/v1/cases/{'0' * 32}", {}, 404, "CASE-101"),
        ("POST", f"/v1/cases/{'0' * 32}/submit", {}, 404, "CASE-101"),
        (
            "POST",
            "/v1/cases",
            {"content": b"{", "headers": {"Content-Type": "application/json"}},
            400,
            "API-001",
        ),
        (
            "POST",
            "/v1/cases",
            {"content": b"\xff", "headers": {"Content-Type": "application/json"}},
            400,
            "API-007",
        ),
        ("POST", "/v1/cases", {"content": b"{}"}, 415, "API-006"),
        ("POST", "/v1/cases", {"content": b"{}", "headers": {"Content-Type": "text/xml"}}, 415, "API-006"),
        ("POST", "/v1/cases", {}, 422, "API-002"),
        ("POST", "/v1/cases", {"json": []}, 422, "API-002"),
        ("POST", "/v1/cases", {"json": CASE | {"external_id": "a\x00b"}}, 422, "API-002"),
        ("POST", "/v1/cases", {"json": CASE | {"diseases": ["\ud800"]}}, 422, "API-002"),
        ("POST", "/v1/cases", {"json": CASE | {"diseases": [[[["x"] * 9] * 9] * 9] * 9}}, 422, "API-002"),
        ("POST", "/v1/cases", {"json": CASE | {"policy": "no-such"}}, 422, "CASE-103"),
        ("POST", "/v1/cases", {"json": CASE | {"submitted_on": "2999-01-01"}}, 422, "CASE-102"),
        ("POST", "/v1/cases", {"json": CASE, "headers": {"Idempotency-Key": "a b"}}, 400, "API-020"),
        ("POST", "/v1/cases", {"json": CASE | {"channel": "x" * (BODY_BYTES + 1)}}, 413, "API-005"),
        ("GET", "/v1/cases?limit=0", {}, 422, "API-002"),
        ("GET", "/v1/cases?limit=201", {}, 422, "API-002"),
        ("GET", "/v1/cases?cursor=%00", {}, 422, "API-002"),
        ("GET", "/v1/cases?state=nowhere", {}, 422, "API-002"),
        ("GET", "/v1/cases?external_id=%00", {}, 422, "API-002"),
        ("GET", "/v1/policies/nowhere", {}, 404, "API-050"),
        ("GET", "/v1/policies/shaoyang-renewal?on=1990-01-01", {}, 404, "API-050"),
        ("GET", "/v1/policies?on=yesterday", {}, 422, "API-002"),
        ("GET", "/v1/entitlements/expiring?cursor=2025-13-45_" + "0" * 32, {}, 422, "API-052"),
    ],
)
def test_trouble_is_a_problem(
    client: httpx2.Client, method: str, path: str, given: dict[str, Any], status: int, code: str
) -> None:
    if "json" in given:  # the client itself refuses half characters
        body = json.dumps(given["json"]).encode()
        headers = {"Content-Type": "application/json"} | given.get("headers", {})
        given = {"content": body, "headers": headers}
    answer = client.request(method, path, **given)
    told = answer.json()
    assert (answer.status_code, told["code"]) == (status, code), answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["status"] == status
    assert told["request_id"] == answer.headers["x-request-id"]
    assert told["detail"]
    assert told["remedy"]
    assert told["errors"]
    assert NUMBER not in answer.text


def test_all_faults_at_once_by_their_paths_and_without_values(client: httpx2.Client) -> None:
    body = {
        "policy": 5,
        "applicant": {"name": ["刘某某"], "insurance": NUMBER, "extra": 1},
        "diseases": "高血压",
        "submitted_on": NUMBER,
        "chanel": "x",
    }
    answer = client.post("/v1/cases", json=body)
    found = {fault["where"]: fault["code"] for fault in answer.json()["errors"]}
    assert found == {
        "policy": "API-103",
        "applicant.name": "API-103",
        "applicant.id_number": "API-101",
        "applicant.insurance": "API-103",
        "applicant.extra": "API-102",
        "diseases": "API-103",
        "submitted_on": "API-103",
        "channel": "API-101",
        "chanel": "API-102",
    }
    assert NUMBER not in answer.text
    assert "刘某某" not in answer.text


def test_a_personal_number_as_a_name_of_a_field_is_masked(client: httpx2.Client) -> None:
    answer = client.post("/v1/cases", json=CASE | {NUMBER: 1})
    assert answer.json()["errors"][0]["where"] == "430***********4514"


def test_every_answer_carries_the_headers(client: httpx2.Client) -> None:
    for path in ("/v1/policies", "/v1/nowhere", "/healthz", "/docs", "/nowhere"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "server" not in headers
    assert client.get("/v1/policies").headers["cache-control"] == "no-store"


def test_a_request_id_is_taken_over_unless_it_is_odd(client: httpx2.Client) -> None:
    given = client.get("/healthz", headers={"X-Request-Id": "portal-000127"})
    assert given.headers["x-request-id"] == "portal-000127"
    odd = client.get("/healthz", headers={"X-Request-Id": "刘某某".encode()})
    assert len(odd.headers["x-request-id"]) == 24


def test_another_method_is_told_which_there_are(client: httpx2.Client) -> None:
    assert client.delete("/v1/cases").headers["allow"] == "GET, POST"


def test_without_a_key_or_with_a_wrong_one(door: Door) -> None:  # noqa: F811
    for headers in ({}, {"Authorization": "Bearer msk_aaaaaaaa_bbb"}, {"Authorization": "Basic eDp5"}):
        answer = httpx2.get(f"{door.url}/v1/cases", headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_bug_is_told_by_a_number_and_logged_without_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise RuntimeError(f"cannot read {NUMBER} of 刘某某")

    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    class App:
        state = object()

    scope: Scope = {"type": "http", "method": "GET", "path": "/v1/x", "headers": [], "app": App()}
    asyncio.run(Envelope(broken)(scope, receive, send))
    told = json.loads(sent[1]["body"])
    assert (sent[0]["status"], told["code"]) == (500, "API-500")
    assert told["incident"] in told["remedy"]
    logged = capsys.readouterr()
    assert NUMBER not in str(sent) + logged.out + logged.err
    assert "刘某某" not in str(sent) + logged.out + logged.err
    assert told["incident"] in logged.out + logged.err


def test_the_log_holds_no_addresses(door: Door, client: httpx2.Client) -> None:  # noqa: F811
    client.get(f"/v1/cases?external_id={NUMBER}")
    client.get(f"/v1/{NUMBER}")
    log = door.log.read_text(encoding="utf-8")
    assert '"route": "/v1/cases"' in log
    assert NUMBER not in log


@pytest.mark.parametrize(
    ("path", "code"),
    [("/v1/cases", "ACC-001"), ("/v1/webhooks", "ACC-001"), ("/v1/session/password", "ACC-001")],
)
def test_a_stranger_is_told_so_before_the_body_is_read(door: Door, path: str, code: str) -> None:  # noqa: F811
    for body in (b"{", b"", b"\xff"):
        answer = httpx2.post(f"{door.url}{path}", content=body, headers={"Content-Type": "application/json"})
        assert (answer.status_code, answer.json()["code"]) == (401, code)
