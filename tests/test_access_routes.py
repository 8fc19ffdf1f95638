"""Every route, asked by every role, of the own and of another client and region.

The routes come from the application: one without a row in ``ROUTES`` fails the test.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from review_world import (
    CASE,
    SHAOYANG,
    YICHUN,
    Browser,
    checked_case,
    client_actor,
    key_of,
    person_actor,
)
from rows import row as row_of
from sqlalchemy import select
from starlette.routing import BaseRoute
from starlette.testclient import TestClient

from api.http.app import bare_app, create_app
from intake import cases
from intake.actors import SYSTEM, Actor, Role
from intake.case_requests import CaseRequest
from intake.doorkeeping import access, clients, sessions
from intake.reviewing import saved_views
from intake.service import Service
from intake.tables.access import AccessKey
from intake.tables.cases import Case
from intake.tables.reviewing import SecondReview

Object = Literal["case", "second", "view", "endpoint", "batch", "upload", "person", "key", "client"]
OPEN, KNOWN, SESSION = "open", "known", "session"
"""For everybody; for whoever is known; for whoever has a session, complete or not. Else an action."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a route asks for; ``endless``: it answers as long as it may, so only refusals are asked for."""

    action: str
    of: Object | None = None
    body: dict[str, Any] = field(default_factory=dict)
    endless: bool = False


CASE_, REVIEW = "/v1/cases/{case_id}", "/v1/review/cases/{case_id}"
SECOND = "/v1/review/second/{second_id}"
HOOK, BATCH = "/v1/webhooks/{endpoint_id}", "/v1/batches/{batch_id}"
CHANGE = {"file_id": "0" * 32, "page": 1, "field": "sex", "values": ["女"]}
ERASURE = {"id_number": "430503196703124514", "reference": "QC-1"}
SPAN = {"since": "2025-11-20T08:00:00+08:00", "until": "2025-11-20T09:00:00+08:00"}
TUS_HEADERS = {
    "Tus-Resumable": "1.0.0",
    "Upload-Offset": "0",
    "Content-Type": "application/offset+octet-stream",
}
TUS = "/v1/uploads/{upload_id}"
ROUTES: dict[tuple[str, str], Row] = {
    ("GET", "/"): Row(OPEN),
    ("GET", "/healthz"): Row(OPEN),
    ("GET", "/readyz"): Row(OPEN),
    ("GET", "/metrics"): Row("metrics.view"),
    ("GET", "/v1/openapi.json"): Row(OPEN),
    ("POST", "/v1/session"): Row(OPEN),
    ("GET", "/v1/session/oidc"): Row(OPEN),
    ("GET", "/v1/session/oidc/callback"): Row(OPEN),
    ("GET", "/v1/session"): Row(SESSION),
    ("DELETE", "/v1/session"): Row(SESSION),
    ("POST", "/v1/session/code"): Row(SESSION),
    ("POST", "/v1/session/factor"): Row(SESSION),
    ("POST", "/v1/session/factor/confirm"): Row(SESSION),
    ("POST", "/v1/session/factor/remove"): Row(SESSION),
    ("POST", "/v1/session/password"): Row(SESSION),
    ("GET", "/v1/policies"): Row("policy.view"),
    ("GET", "/v1/policies/{policy_id}"): Row("policy.view"),
    ("POST", "/v1/precheck"): Row("precheck"),
    ("POST", "/v1/precheck/id-card"): Row("id_card.read"),
    ("POST", "/v1/cases"): Row("case.open"),
    ("GET", "/v1/cases"): Row("case.view"),
    ("GET", CASE_): Row("case.view", "case"),
    ("GET", f"{CASE_}/events"): Row("case.view", "case", endless=True),
    ("POST", f"{CASE_}/files"): Row("case.add_file", "case"),
    ("POST", f"{CASE_}/submit"): Row("case.submit", "case"),
    ("POST", f"{CASE_}/apply-code"): Row("apply.invite", "case"),
    ("POST", f"{CASE_}/withdraw"): Row("case.withdraw", "case"),
    ("GET", "/v1/entitlements/expiring"): Row("entitlement.view"),
    ("POST", "/v1/entitlements/import"): Row("entitlement.import"),
    ("POST", "/v1/erasures"): Row("retention.erase", body=ERASURE),
    ("GET", f"{REVIEW}/registration"): Row("export.registration", "case"),
    ("GET", f"{REVIEW}/registration.csv"): Row("export.registration", "case"),
    ("GET", f"{REVIEW}/registration.xlsx"): Row("export.registration", "case"),
    ("GET", "/v1/review/registrations.json"): Row("export.registration"),
    ("GET", "/v1/review/registrations.csv"): Row("export.registration"),
    ("GET", "/v1/review/registrations.xlsx"): Row("export.registration"),
    ("GET", "/v1/review/queue"): Row("review.view"),
    ("POST", "/v1/review/search"): Row("review.view", body={"text": "430***4514"}),
    ("GET", "/v1/review/views"): Row("view.save"),
    ("POST", "/v1/review/views"): Row("view.save", body={"name": "本周", "wanted": "pile=mine"}),
    ("DELETE", "/v1/review/views/{view_id}"): Row("view.save", "view"),
    ("POST", f"{SECOND}/claim"): Row("second_review.give", "second"),
    ("POST", f"{SECOND}/release"): Row("second_review.give", "second"),
    ("POST", f"{SECOND}/opinion"): Row("second_review.give", "second", {"decision": "approve"}),
    ("GET", SECOND): Row("second_review.give", "second"),
    ("GET", REVIEW): Row("review.view", "case"),
    ("POST", f"{REVIEW}/claim"): Row("case.claim", "case"),
    ("POST", f"{REVIEW}/renew"): Row("case.claim", "case"),
    ("POST", f"{REVIEW}/release"): Row("case.claim", "case"),
    ("POST", f"{REVIEW}/corrections"): Row("fields.correct", "case", {"revision": 1, "changes": [CHANGE]}),
    ("POST", f"{REVIEW}/decision"): Row("case.decide", "case", {"decision": "approve", "revision": 1}),
    ("POST", f"{REVIEW}/undo"): Row("case.decide", "case"),
    ("POST", f"{REVIEW}/retry"): Row("stuck.retry", "case"),
    ("GET", f"{REVIEW}/files/{{file_id}}/pages/{{page}}.jpg"): Row("image.view", "case"),
    ("GET", f"{REVIEW}/files/{{file_id}}/original"): Row("image.view", "case"),
    ("GET", "/v1/webhooks"): Row("webhook.view"),
    ("POST", "/v1/webhooks"): Row("webhook.manage"),
    ("GET", HOOK): Row("webhook.view", "endpoint"),
    ("PATCH", HOOK): Row("webhook.manage", "endpoint", {"enabled": True}),
    ("GET", f"{HOOK}/deliveries"): Row("webhook.view", "endpoint"),
    ("POST", f"{HOOK}/replay"): Row(
        "webhook.replay",
        "endpoint",
        SPAN,
    ),
    ("POST", f"{HOOK}/rotate-secret"): Row("webhook.manage", "endpoint"),
    ("POST", f"{HOOK}/test"): Row("webhook.manage", "endpoint"),
    ("DELETE", HOOK): Row("webhook.manage", "endpoint"),
    ("GET", "/v1/batches"): Row("batch.view"),
    ("POST", "/v1/batches"): Row("batch.open"),
    ("GET", BATCH): Row("batch.view", "batch"),
    ("POST", f"{BATCH}/files"): Row("batch.open", "batch"),
    ("POST", f"{BATCH}/submit"): Row("batch.open", "batch"),
    ("GET", f"{BATCH}/results"): Row("batch.view", "batch"),
    ("GET", f"{BATCH}/results.csv"): Row("batch.view", "batch"),
    ("GET", f"{BATCH}/results.xlsx"): Row("batch.view", "batch"),
    ("OPTIONS", "/v1/uploads/"): Row(OPEN),
    ("OPTIONS", "/v1/uploads"): Row(OPEN),
    ("OPTIONS", TUS): Row(OPEN),
    ("POST", "/v1/uploads/"): Row("case.add_file"),
    ("POST", "/v1/uploads"): Row("case.add_file"),
    ("POST", TUS): Row("case.add_file", "upload"),
    ("HEAD", TUS): Row("case.add_file", "upload"),
    ("PATCH", TUS): Row("case.add_file", "upload"),
    ("DELETE", TUS): Row("case.add_file", "upload"),
    ("GET", "/v1/people"): Row("people.manage"),
    ("POST", "/v1/people"): Row("people.manage"),
    ("GET", "/v1/people/{person_id}"): Row("people.manage", "person"),
    ("PATCH", "/v1/people/{person_id}"): Row("people.manage", "person", {"name": "张敏"}),
    ("POST", "/v1/people/{person_id}/reset"): Row("people.manage", "person"),
    ("GET", "/v1/keys"): Row("key.manage"),
    ("POST", "/v1/keys"): Row("key.manage"),
    ("DELETE", "/v1/keys/{key_id}"): Row("key.manage", "key"),
    ("PATCH", "/v1/clients/{client_id}"): Row("key.manage", "client", {"enabled": True}),
    ("GET", "/v1/audit"): Row("audit.view"),
}


def routes_of(found: list[BaseRoute]) -> Iterator[tuple[str, str]]:
    """Methods and paths, those of included routers and those left out of the documentation too."""
    for route in found:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from routes_of(inner.routes)
        elif hasattr(route, "methods"):
            methods = set(route.methods)
            if not isinstance(route, APIRoute):
                methods.discard("HEAD")  # Starlette adds it to every GET of its own
            yield from ((method, route.path) for method in sorted(methods))


def test_every_route_has_a_row() -> None:
    there = set(routes_of(bare_app().routes))
    pages = {(method, path) for method, path in there if path == "/docs" or path.startswith("/docs/")}
    assert {method for method, _ in pages} <= {"GET", "HEAD"}
    # those of the console are asked for in test_console_access, the applicant's in test_apply
    console = {(method, path) for method, path in there if path.startswith(("/console", "/apply"))}
    assert there - pages - console == set(ROUTES)


@dataclass(frozen=True, slots=True)
class Caller_:  # noqa: N801 - the door has a Caller of its own
    """Somebody who asks."""

    actor: Actor | None
    http: TestClient
    csrf: str = ""

    def ask(self, method: str, path: str, body: dict[str, Any]) -> Any:
        headers = dict(TUS_HEADERS) if path.startswith("/v1/uploads") else {}
        if method == "POST" and path.startswith("/v1/uploads/") and not path.endswith("/"):
            headers["X-HTTP-Method-Override"] = "PATCH"
        more: dict[str, Any] = {"json": body} if body else {}
        return Browser(self.http, self.csrf).ask(
            method, path, headers=headers, follow_redirects=False, **more
        )


@dataclass(frozen=True, slots=True)
class World:
    """A portal 甲 with a case in Shaoyang, an endpoint and an upload, a hospital with a batch; who asks."""

    service: Service
    callers: dict[str, Caller_]
    owners: dict[str, str | None]
    ids: dict[str, str]
    case_region: str = SHAOYANG

    def sees(self, actor: Actor, of: Object) -> bool:
        """Whether an object is the actor's to know of."""
        if of in ("person", "key", "client"):
            return actor.covers(SHAOYANG)
        if of == "view":
            return actor.person_id == self.owners["view"]
        if of in ("case", "second") and actor.role not in (Role.PORTAL, Role.HOSPITAL):
            return actor.role is not Role.ADMINISTRATOR and actor.covers(self.case_region)
        return actor.client_id is not None and actor.client_id == self.owners[of]


def key_caller(app: FastAPI, name: str, role: Role, *regions: str) -> Caller_:
    http, service = TestClient(app, raise_server_exceptions=False), app.state.service
    key = key_of(service, name, role, regions)
    http.headers["Authorization"] = f"Bearer {key}"
    return Caller_(clients.authenticate(service, key), http)


def person_caller(app: FastAPI, login: str, role: Role, *regions: str, **more: Any) -> Caller_:
    http, service = TestClient(app, raise_server_exceptions=False), app.state.service
    actor = person_actor(service, login, role, regions, **more)
    assert actor.person_id
    with service.database.writing() as session:
        began = sessions.begin(session, service.settings, actor.person_id, complete=True)
    http.cookies["menshen_session"] = began.token
    return Caller_(actor, http, began.csrf)


@pytest.fixture
def world(make_service: Callable[..., Service]) -> World:
    service = make_service(calls_per_minute=100_000, webhook_private=True, apply_page=True)
    app = create_app(service)
    callers = {"nobody": Caller_(None, TestClient(app, raise_server_exceptions=False))}
    callers["portal 甲"] = key_caller(app, "甲", Role.PORTAL)
    callers["portal 乙"] = key_caller(app, "乙", Role.PORTAL)
    callers["hospital"] = key_caller(app, "医院", Role.HOSPITAL)
    callers["hospital 丙"] = key_caller(app, "医院丙", Role.HOSPITAL)
    callers["hospital person"] = person_caller(app, "h1", Role.HOSPITAL, hospital="医院")
    for place, region in (("here", SHAOYANG), ("there", YICHUN)):
        callers[f"auditor key {place}"] = key_caller(app, f"审计{place}", Role.AUDITOR, region)
        for role in (Role.REVIEWER, Role.SENIOR, Role.CLERK, Role.AUDITOR, Role.ADMINISTRATOR):
            callers[f"{role} {place}"] = person_caller(app, f"{role}-{place}", role, region)
    ids = _objects(service, callers["portal 甲"], callers["hospital"])
    portal, hospital = callers["portal 甲"].actor, callers["hospital"].actor
    assert portal
    assert hospital
    owners = {"case": portal.client_id, "endpoint": portal.client_id, "upload": portal.client_id}
    reviewer = callers["reviewer here"].actor
    assert reviewer
    ids["view_id"] = saved_views.save_view(service, reviewer, "本周", "pile=mine").id
    owners |= {"batch": hospital.client_id, "view": reviewer.person_id}
    return World(service, callers, owners, ids)


def _objects(service: Service, portal: Caller_, hospital: Caller_) -> dict[str, str]:
    """What the others must not know of; the ids, by the names that paths give them."""
    case = checked_case(service, portal.actor)
    person = person_actor(service, "zhang.min", Role.CLERK, [SHAOYANG])
    key_of(service, "邵阳门户", Role.PORTAL, [SHAOYANG])
    client = client_actor(service, "邵阳门户")
    endpoint = portal.ask("POST", "/v1/webhooks", {"url": "https://127.0.0.1/hook"})
    batch = hospital.ask("POST", "/v1/batches", {"external_id": "B-1"})
    fresh = cases.open_case(service, portal.actor or SYSTEM, CaseRequest.model_validate(CASE))
    stated = (
        f"case {base64.b64encode(fresh.id.encode()).decode()},filename {base64.b64encode(b'a.jpg').decode()}"
    )
    headers = {"Tus-Resumable": "1.0.0", "Upload-Length": "10", "Upload-Metadata": stated}
    upload = portal.http.post("/v1/uploads/", headers=headers)
    for made in (endpoint, batch, upload):
        assert made.status_code in (201, 202), made.text
    with service.database.reading() as session:
        key = session.scalars(select(AccessKey.id).where(AccessKey.client_id == client.client_id)).one()
    return {
        "case_id": case.id,
        "file_id": case.files[0].id,
        "page": "1",
        "policy_id": case.policy_id,
        "endpoint_id": endpoint.json()["id"],
        "batch_id": batch.json()["id"],
        "upload_id": upload.headers["location"].rsplit("/", 1)[1],
        "second_id": _second(service, person.person_id or ""),
        "person_id": person.person_id or "",
        "key_id": key,
        "client_id": client.client_id or "",
    }


def _second(service: Service, decided_by: str) -> str:
    """A decided case drawn for a second look."""
    with service.database.writing() as session:
        decided = row_of(Case, case_no="MS20251120-SECOND", region=SHAOYANG, state="approved", round=1)
        session.add(decided)
        session.flush()
        drawn = row_of(SecondReview, case_id=decided.id, region=SHAOYANG, round=1, first_by=decided_by)
        session.add(drawn)
        session.flush()
        return drawn.id


NOTHING = "0" * 32


def expected(world: World, caller: Caller_, row: Row) -> int | None:
    """The refusal that must come; ``None`` where the call must get past who may what."""
    if row.action == OPEN:
        return None
    if caller.actor is None or (row.action == SESSION and not caller.actor.is_person):
        return 401
    if row.action not in (KNOWN, SESSION) and not access.permits(caller.actor, row.action):
        return 403
    if row.of is not None and not world.sees(caller.actor, row.of):
        return 404
    return None


def test_every_route_of_every_role(world: World) -> None:
    wrong = []
    for (method, path), row in ROUTES.items():
        if row.action == SESSION and method == "DELETE":
            continue  # it would end the callers' sessions: tests of signing in ask it
        for name, caller in world.callers.items():
            wanted = expected(world, caller, row)
            if row.endless and wanted is None:
                continue
            answer = caller.ask(method, path.format_map(world.ids), row.body)
            fits = answer.status_code == wanted if wanted else answer.status_code not in (401, 403)
            if wanted is None and row.of:
                fits = fits and answer.status_code != 404
            if answer.status_code == 500 or not fits:
                wrong.append((method, path, name, wanted, answer.status_code, answer.text[:150]))
    assert wrong == [], "\n".join(map(str, wrong))


def test_others_things_answer_like_things_that_do_not_exist(world: World) -> None:
    wrong = []
    names = {"case": "case_id", "endpoint": "endpoint_id", "batch": "batch_id", "upload": "upload_id"}
    names |= {
        "second": "second_id",
        "view": "view_id",
        "person": "person_id",
        "key": "key_id",
        "client": "client_id",
    }
    for (method, path), row in ROUTES.items():
        if row.of is None:
            continue
        for name, caller in world.callers.items():
            if expected(world, caller, row) != 404:
                continue
            answers = [
                caller.ask(method, path.format_map(world.ids | changed), row.body)
                for changed in ({}, {names[row.of]: NOTHING})
            ]
            told = [(one.status_code, one.text.replace(_request_id(one), "")) for one in answers]
            if told[0] != told[1]:
                wrong.append((method, path, name, told))
    assert wrong == [], "\n".join(map(str, wrong))


def _request_id(answer: Any) -> str:
    return str(answer.headers["x-request-id"])


def test_a_wrong_way_of_proving_who_one_is_is_no_way_in(world: World) -> None:
    portal = world.callers["portal 甲"].http.headers["Authorization"]
    reviewer = world.callers["reviewer here"]
    cookie = reviewer.http.cookies["menshen_session"]
    tries: list[dict[str, str]] = [
        {"Authorization": portal + "x"},
        {"Authorization": portal.replace("Bearer", "Basic")},
        {"Authorization": f"Bearer {cookie}"},
        {"Cookie": f"menshen_session={portal.removeprefix('Bearer ')}"},
        {"Cookie": f"menshen_session={cookie}", "Authorization": "Bearer x"},
        {"Cookie": f"__Host-menshen_session={cookie}"},
    ]
    http = world.callers["nobody"].http
    for (method, path), row in ROUTES.items():
        if row.action in (OPEN, SESSION) or row.endless:
            continue
        world.service.broker.flushall()  # strangers' calls are limited
        for headers in tries:
            http.cookies.clear()
            answer = http.request(
                method, path.format_map(world.ids), headers={"Tus-Resumable": "1.0.0"} | headers
            )
            assert answer.status_code == 401, (method, path, headers)


def test_counts_and_lists_hold_nothing_of_others(world: World) -> None:
    for name in ("portal 乙", "hospital 丙", "hospital person", "clerk there", "auditor there"):
        caller = world.callers[name]
        assert caller.ask("GET", "/v1/cases", {}).json()["cases"] == [], name
    assert world.callers["portal 甲"].ask("GET", "/v1/cases", {}).json()["cases"] != []
    for name in ("portal 乙", "hospital 丙"):
        caller = world.callers[name]
        assert world.ids["endpoint_id"] not in caller.ask("GET", "/v1/webhooks", {}).text
        assert world.ids["batch_id"] not in caller.ask("GET", "/v1/batches", {}).text
    for name in ("reviewer there", "senior there"):
        told = world.callers[name].ask("GET", "/v1/review/queue", {}).json()
        assert (told["rows"], set(told["counts"].values())) == ([], {0})
    there = world.callers["administrator there"]
    assert "zhang.min" not in there.ask("GET", "/v1/people", {}).text
    assert "邵阳门户" not in there.ask("GET", "/v1/keys", {}).text
    assert world.callers["auditor there"].ask("GET", "/v1/audit", {}).json()["entries"] == []
    looked = world.callers["reviewer here"].ask("GET", REVIEW.format_map(world.ids) + "?unmasked=true", {})
    assert looked.status_code == 200
    assert world.callers["auditor there"].ask("GET", "/v1/audit", {}).json()["entries"] == []
    assert len(world.callers["auditor here"].ask("GET", "/v1/audit", {}).json()["entries"]) == 1
