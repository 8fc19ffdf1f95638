"""Every page of the console, asked for by every role and by people of another region.

The routes come from the application: one without a row in ``PAGES`` fails the test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

import pytest
from fastapi import FastAPI
from queue_world import drawn_case
from review_world import CASE, SHAOYANG, YICHUN, checked_case, client_actor, key_of, person_actor
from starlette.testclient import TestClient
from test_access_routes import routes_of

from api.console import statics
from api.http.app import bare_app, create_app
from intake import batches
from intake.actors import SYSTEM, Actor, Role
from intake.delivering import webhook_endpoints
from intake.doorkeeping import access, clients, sessions
from intake.service import Service
from validators.pack import load_packs

ANYBODY, HALF, SEATED = "anybody", "half", "seated"
"""For strangers too; for a session whose second factor is missing; for whoever has signed in. Else an action
of ``access.ALLOWED``."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a page asks for; ``of``: whose case its address names; ``form``: what a POST carries."""

    action: str
    of: str | None = None
    form: Mapping[str, str] = field(default_factory=dict)


SIGN_IN: Final = "/console/sign-in"
COUNTER: Final = "/console/counter"
HOSPITAL: Final = "/console/hospital"
ADMIN: Final = "/console/admin"
HOOK: Final = f"{ADMIN}/webhooks/{{endpoint_id}}"
SPAN: Final = {"since": "2025-11-20T08:00", "until": "2025-11-20T09:00"}
PERSON: Final = f"{ADMIN}/people/{{person_id}}"
CASES: Final = "/console/cases"
QUEUE: Final = "/console/queue"
SECOND: Final = "/console/second"
PAGES: Final[Mapping[tuple[str, str], Row]] = {
    ("GET", "/console"): Row(SEATED),
    ("GET", "/console/"): Row(SEATED),
    ("GET", "/console/static/{asked}/{path:path}"): Row(ANYBODY),
    ("GET", SIGN_IN): Row(ANYBODY),
    ("POST", SIGN_IN): Row(ANYBODY),
    ("GET", f"{SIGN_IN}/code"): Row(HALF),
    ("POST", f"{SIGN_IN}/code"): Row(HALF),
    ("GET", f"{SIGN_IN}/factor"): Row(HALF),
    ("POST", f"{SIGN_IN}/factor"): Row(HALF),
    ("POST", f"{SIGN_IN}/factor/confirm"): Row(HALF),
    ("POST", f"{SIGN_IN}/out"): Row(SEATED),
    ("GET", "/console/account"): Row(SEATED),
    ("GET", "/console/figures"): Row("figures.view"),
    ("GET", "/console/figures/export.csv"): Row("figures.view"),
    ("GET", "/console/figures/export.xlsx"): Row("figures.view"),
    ("POST", "/console/account/password"): Row(SEATED, form={"new_password": "a", "again": "b"}),
    ("GET", COUNTER): Row("counter.use"),
    ("GET", f"{COUNTER}/fields"): Row("counter.use"),
    ("POST", COUNTER): Row("counter.use"),
    ("GET", f"{COUNTER}/{{case_id}}"): Row("counter.use", "case"),
    ("GET", f"{COUNTER}/{{case_id}}/state"): Row("counter.use", "case"),
    ("POST", f"{COUNTER}/{{case_id}}/submit"): Row("counter.use", "case"),
    ("GET", f"{COUNTER}/{{case_id}}/receipt"): Row("counter.use", "case"),
    ("POST", f"{COUNTER}/{{case_id}}/apply-code"): Row("apply.invite", "case"),
    ("GET", HOSPITAL): Row("batch.open"),
    ("GET", f"{HOSPITAL}/manifest.xlsx"): Row("batch.open"),
    ("GET", f"{HOSPITAL}/separators"): Row("batch.open"),
    ("GET", f"{HOSPITAL}/separators.pdf"): Row("batch.open"),
    ("POST", f"{HOSPITAL}/separators"): Row("batch.open"),
    ("GET", f"{HOSPITAL}/batches/{{batch_id}}"): Row("batch.open"),
    ("POST", f"{HOSPITAL}/batches/{{batch_id}}/again"): Row("batch.open"),
    ("GET", f"{HOSPITAL}/cases/{{case_id}}"): Row("batch.open", "case"),
    ("GET", f"{HOSPITAL}/cases/{{case_id}}/state"): Row("batch.open", "case"),
    ("POST", f"{HOSPITAL}/cases/{{case_id}}/submit"): Row("batch.open", "case"),
    ("GET", ADMIN): Row("administration.view"),
    ("GET", f"{ADMIN}/people"): Row("people.view"),
    ("POST", f"{ADMIN}/people"): Row("people.manage"),
    ("GET", f"{ADMIN}/people/new"): Row("people.manage"),
    ("GET", PERSON): Row("people.view", "person"),
    ("POST", PERSON): Row("people.manage", "person", {"name": "张敏", "role": "clerk", "regions": "430500"}),
    ("POST", f"{PERSON}/disable"): Row("people.manage", "person"),
    ("POST", f"{PERSON}/enable"): Row("people.manage", "person"),
    ("POST", f"{PERSON}/unlock"): Row("people.manage", "person"),
    ("POST", f"{PERSON}/reset"): Row("people.manage", "person"),
    ("POST", f"{PERSON}/factor"): Row("people.manage", "person"),
    ("GET", f"{ADMIN}/keys"): Row("key.view"),
    ("POST", f"{ADMIN}/keys"): Row("key.manage"),
    ("GET", f"{ADMIN}/keys/new"): Row("key.manage"),
    ("POST", f"{ADMIN}/keys/{{key_id}}/revoke"): Row("key.manage", "key"),
    ("POST", f"{ADMIN}/keys/clients/{{client_id}}/disable"): Row("key.manage", "client"),
    ("POST", f"{ADMIN}/keys/clients/{{client_id}}/enable"): Row("key.manage", "client"),
    ("GET", f"{ADMIN}/webhooks"): Row("webhook.oversee"),
    ("GET", HOOK): Row("webhook.oversee", "endpoint"),
    ("POST", f"{HOOK}/test"): Row("webhook.oversee", "endpoint"),
    ("POST", f"{HOOK}/replay"): Row("webhook.oversee", "endpoint", {"event": "0" * 32}),
    ("POST", f"{HOOK}/replay-span"): Row("webhook.oversee", "endpoint", SPAN),
    ("GET", f"{ADMIN}/policies"): Row("administration.view"),
    ("GET", f"{ADMIN}/policies/diff"): Row("administration.view"),
    ("GET", f"{ADMIN}/policies/{{policy_id}}/{{version}}"): Row("administration.view"),
    ("GET", f"{ADMIN}/policies/{{policy_id}}/{{version}}/sign"): Row("administration.view"),
    ("GET", f"{ADMIN}/work"): Row("work.view"),
    ("POST", f"{ADMIN}/work/cases/{{case_id}}/retry"): Row("work.retry", "case"),
    ("POST", f"{ADMIN}/work/batches/{{batch_id}}/retry"): Row("work.retry", "batch"),
    ("GET", f"{ADMIN}/registers"): Row("administration.view"),
    ("GET", f"{ADMIN}/audit"): Row("audit.view"),
    ("POST", f"{ADMIN}/audit/verify"): Row("audit.view"),
    ("GET", f"{CASES}/next"): Row("review.view"),
    ("GET", f"{CASES}/{{case_id}}"): Row("review.view", "case"),
    ("GET", f"{CASES}/{{case_id}}/bar"): Row("review.view", "case"),
    ("POST", f"{CASES}/{{case_id}}/claim"): Row("case.claim", "case"),
    ("POST", f"{CASES}/{{case_id}}/release"): Row("case.claim", "case"),
    ("POST", f"{CASES}/{{case_id}}/decision"): Row(
        "case.decide", "case", {"decision": "pass", "revision": "1"}
    ),
    ("POST", f"{CASES}/{{case_id}}/undo"): Row("case.decide", "case"),
    ("GET", QUEUE): Row("review.view"),
    ("GET", f"{QUEUE}/filters"): Row("review.view"),
    ("GET", f"{QUEUE}/live"): Row("review.view"),
    ("POST", f"{QUEUE}/search"): Row("review.view", form={"text": CASE["applicant"]["name"]}),
    ("POST", f"{QUEUE}/next"): Row("case.claim"),
    ("POST", f"{QUEUE}/{{case_id}}/claim"): Row("case.claim", "case"),
    ("POST", f"{QUEUE}/{{case_id}}/release"): Row("case.claim", "case"),
    ("POST", f"{QUEUE}/views"): Row("view.save", form={"name": "我的视图"}),
    ("POST", f"{QUEUE}/views/{{view_id}}/drop"): Row("view.save"),
    ("GET", SECOND): Row("second_review.give"),
    ("POST", f"{SECOND}/next"): Row("second_review.give"),
    ("GET", f"{SECOND}/{{second_id}}"): Row("second_review.give", "second"),
    ("POST", f"{SECOND}/{{second_id}}/claim"): Row("second_review.give", "second"),
    ("POST", f"{SECOND}/{{second_id}}/release"): Row("second_review.give", "second"),
    ("POST", f"{SECOND}/{{second_id}}/opinion"): Row("second_review.give", "second"),
    ("GET", f"{CASES}/{{case_id}}/beside"): Row("review.view", "case"),
    ("POST", f"{CASES}/{{case_id}}/retry"): Row("stuck.retry", "case"),
    ("POST", f"{CASES}/{{case_id}}/fields"): Row(
        "fields.correct", "case", {"file_id": "x", "page": "1", "field": "sex", "revision": "1"}
    ),
}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at a browser; ``csrf`` empty for strangers."""

    actor: Actor | None
    http: TestClient
    csrf: str = ""

    def ask(
        self, method: str, path: str, form: Mapping[str, str], *, csrf: str | None = None
    ) -> tuple[int, str]:
        data = {**form, "csrf": self.csrf if csrf is None else csrf} if method == "POST" else None
        answer = self.http.request(method, path, data=data, follow_redirects=False)
        return answer.status_code, answer.headers.get("location", "") + answer.text


@dataclass(frozen=True, slots=True)
class World:
    """A case in Shaoyang; people of every role there and in Yichun; a stranger."""

    visitors: Mapping[str, Visitor]
    ids: Mapping[str, str]


def visitor(app: FastAPI, login: str, role: Role, *regions: str, complete: bool = True) -> Visitor:
    """A browser in which somebody has signed in."""
    http, service = TestClient(app, raise_server_exceptions=False), app.state.service
    more = {"hospital": "医院"} if role is Role.HOSPITAL else {}
    actor = person_actor(service, login, role, regions, **more)
    assert actor.person_id
    with service.database.writing() as session:
        began = sessions.begin(session, service.settings, actor.person_id, complete=complete)
    http.cookies["menshen_session"] = began.token
    return Visitor(actor, http, began.csrf)


@pytest.fixture
def world(make_service: Callable[..., Service]) -> World:
    service = make_service(calls_per_minute=100_000, webhook_private=True, second_review_percent=100)
    app = create_app(service)
    key_of(service, "医院", Role.HOSPITAL)
    case = checked_case(service)
    visitors = {"nobody": Visitor(None, TestClient(app, raise_server_exceptions=False))}
    visitors["half"] = visitor(app, "half", Role.SENIOR, SHAOYANG, complete=False)
    visitors["hospital"] = visitor(app, "h1", Role.HOSPITAL)
    for place, region in (("here", SHAOYANG), ("there", YICHUN)):
        for role in (Role.REVIEWER, Role.SENIOR, Role.CLERK, Role.AUDITOR, Role.ADMINISTRATOR):
            visitors[f"{role} {place}"] = visitor(app, f"{role}-{place}", role, region)
    ids = {"case_id": case.id, "file_id": case.files[0].id, "page": "1", "asked": statics.version()}
    ids["second_id"] = drawn_case(service, person_actor(service, "first", Role.SENIOR))
    return World(visitors, ids | looked_after(service) | {"view_id": "0" * 32, "batch_id": "0" * 32})


def looked_after(service: Service) -> dict[str, str]:
    """What the administrators of Shaoyang look after: a clerk, and a portal with its key."""
    person = person_actor(service, "zhang.min", Role.CLERK, [SHAOYANG])
    key_of(service, "邵阳门户", Role.PORTAL, [SHAOYANG])
    client = client_actor(service, "邵阳门户")
    keys = [one.id for one in clients.list_keys(service, SYSTEM) if one.client.id == client.client_id]
    ids = {"person_id": person.person_id or "", "client_id": client.client_id or "", "key_id": keys[0]}
    ids["endpoint_id"] = webhook_endpoints.create(service, client, "https://127.0.0.1/hook").endpoint.id
    ids["batch_id"] = batches.open_batch(service, client, external_id="B-1").id
    pack = load_packs()[0]
    return ids | {"policy_id": pack.policy.id, "version": pack.ref.version}


def test_every_page_has_a_row() -> None:
    there = {(method, path) for method, path in routes_of(bare_app().routes) if path.startswith("/console")}
    assert there == set(PAGES)


def test_every_page_refuses_whoever_may_not(world: World) -> None:
    for (method, path), row in PAGES.items():
        if row.action == ANYBODY:
            continue
        place = path.format(**world.ids)
        for name, one in world.visitors.items():
            if path.endswith("/sign-in/out") and name != "nobody":
                continue  # it would end the session that the other pages are asked with
            status, told = one.ask(method, place, row.form)
            expected = _expected(row, one, name)
            if row.action != HALF or one.actor is None:  # a wrong code or password is refused on these pages
                right = status in expected if expected else status not in (401, 403) and status < 500
                assert right, (method, path, name, status)
            if status == 303 and (one.actor is None or name == "half"):
                assert told.startswith(SIGN_IN), (method, path, name)
            if status in (403, 404):
                assert CASE["applicant"]["name"] not in told, (method, path, name)
                assert CASE["applicant"]["id_number"] not in told, (method, path, name)


def _expected(row: Row, one: Visitor, name: str) -> tuple[int, ...]:
    """The answers that are right for a visitor; empty: any that is no refusal."""
    if one.actor is None or (name == "half" and row.action != HALF):
        return (303,)
    if row.action in (SEATED, HALF):
        return ()
    if not access.permits(one.actor, row.action):
        return (403,)
    if row.of is not None and not one.actor.covers(SHAOYANG):
        return (404,)
    return ()


def test_what_others_look_after_answers_like_what_does_not_exist(world: World) -> None:
    there = world.visitors["administrator there"]
    for (method, path), row in PAGES.items():
        if not path.startswith(ADMIN) or row.of is None:
            continue
        kept = f"{row.of}_id"
        told = [
            there.ask(method, path.format(**(world.ids | changed)), row.form)
            for changed in ({}, {kept: "0" * 32})
        ]
        assert told[0][0] == told[1][0] == 404, (method, path)
        assert _plain(told[0][1], world.ids[kept]) == _plain(told[1][1], "0" * 32), (method, path)
    for path in ("people", "keys"):
        seen = there.ask("GET", f"{ADMIN}/{path}", {})[1]
        assert "zhang.min" not in seen
        assert "邵阳门户" not in seen


def _plain(page: str, asked: str) -> str:
    """A page without the number of its request and the address asked for."""
    return re.sub(r"编号 [0-9a-f-]+", "", page).replace(asked, "")


def test_nothing_is_changed_without_the_token(world: World) -> None:
    senior = world.visitors["senior here"]
    for (method, path), row in PAGES.items():
        if method == "POST" and row.action != ANYBODY:
            for wrong in ("", "x" * 32, world.visitors["reviewer here"].csrf):
                status, told = senior.ask(method, path.format(**world.ids), row.form, csrf=wrong)
                assert (status, "ACC-005" in told) == (403, True), (method, path)
