"""The same call twice is done once: by key, by caller, through crashes, on SQLite and PostgreSQL."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable

import httpx2
import pytest
from http_server import CASE, Door, door  # noqa: F401
from sqlalchemy import func, select

from intake import cases, idempotency
from intake.actors import SYSTEM, Actor, Role
from intake.case_requests import CaseRequest
from intake.case_views import CaseView
from intake.doorkeeping.clients import KeyRequest, authenticate, create_key
from intake.idempotency import Answer, Claim
from intake.refusals import Refused
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case, IdempotentAnswer

DAY = dt.timedelta(days=1)
ASKED = b"POST /v1/cases {}"


def _post(client: httpx2.Client, key: str, **changed: object) -> httpx2.Response:
    return client.post("/v1/cases", json=CASE | changed, headers={"Idempotency-Key": key})


def test_the_same_key_and_body_get_the_same_answer(door: Door) -> None:  # noqa: F811
    client = door.client("same")
    first, second = _post(client, "k"), _post(client, "k")
    assert (second.status_code, second.content) == (first.status_code, first.content)
    assert second.headers["location"] == first.headers["location"]
    assert "idempotent-replayed" not in first.headers
    assert second.headers["idempotent-replayed"] == "true"
    assert len(client.get("/v1/cases").json()["cases"]) == 1


def test_the_same_key_with_another_body_is_refused(door: Door) -> None:  # noqa: F811
    client = door.client("reused")
    _post(client, "k")
    other = _post(client, "k", diseases=["糖尿病"])
    assert (other.status_code, other.json()["code"]) == (422, "API-021")


def test_keys_of_two_clients_do_not_meet(door: Door) -> None:  # noqa: F811
    one, two = door.client("one"), door.client("two")
    assert _post(one, "k").json()["id"] != _post(two, "k").json()["id"]


def test_a_refused_call_leaves_its_key_free(door: Door) -> None:  # noqa: F811
    client = door.client("refused")
    assert _post(client, "k", policy="no-such").status_code == 422
    assert _post(client, "k").status_code == 201


def test_many_at_once_make_one_case(door: Door) -> None:  # noqa: F811
    client, answers = door.client("crowd"), list[httpx2.Response]()
    threads = [threading.Thread(target=lambda: answers.append(_post(client, "k"))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert len({answer.json()["id"] for answer in answers if answer.status_code == 201}) == 1
    for answer in answers:
        if answer.status_code == 409:
            assert (answer.json()["code"], int(answer.headers["retry-after"])) == ("API-022", 2)
    assert len(client.get("/v1/cases").json()["cases"]) == 1


def test_submitting_and_withdrawing_take_keys_too(door: Door) -> None:  # noqa: F811
    client = door.client("steps")
    case = _post(client, "k").json()["id"]
    first = client.post(f"/v1/cases/{case}/withdraw", headers={"Idempotency-Key": "w"})
    second = client.post(f"/v1/cases/{case}/withdraw", headers={"Idempotency-Key": "w"})
    assert (first.content, second.headers["idempotent-replayed"]) == (second.content, "true")
    other = client.post(f"/v1/cases/{case}/submit", headers={"Idempotency-Key": "w"})
    assert other.json()["code"] == "API-021"


@pytest.fixture(params=["sqlite", "postgres"])
def kept(request: pytest.FixtureRequest, make_service: Callable[..., Service]) -> Service:
    """A service on SQLite, and one on PostgreSQL."""
    if request.param == "sqlite":
        return make_service()
    return make_service(database_url=request.getfixturevalue("postgres_url"))


def _actor(service: Service, name: str = "portal") -> Actor:
    return authenticate(service, create_key(service, SYSTEM, KeyRequest(name, Role.PORTAL)).key)


def test_while_the_first_runs_the_second_waits_and_after_the_lease_takes_over(kept: Service) -> None:
    actor, began = _actor(kept), now()
    first = idempotency.claim(kept, actor, "k", ASKED, at=began)
    assert isinstance(first, Claim)
    with pytest.raises(Refused) as running:
        idempotency.claim(kept, actor, "k", ASKED, at=began + idempotency.LEASE)
    assert running.value.refusal.code == "API-022"
    second = idempotency.claim(kept, actor, "k", ASKED, at=began + idempotency.LEASE * 2)
    assert isinstance(second, Claim)
    with pytest.raises(Refused), kept.database.writing() as session:
        idempotency.record(session, kept, first, Answer(201, b"late"))
    with kept.database.writing() as session:
        idempotency.record(session, kept, second, Answer(201, b"{}"))
    assert idempotency.claim(kept, actor, "k", ASKED) == Answer(201, b"{}")


def test_a_first_call_that_comes_back_late_makes_no_second_case(kept: Service) -> None:
    actor, request = _actor(kept), CaseRequest.model_validate(CASE)

    def answer(view: CaseView) -> Answer:
        return Answer(201, json.dumps({"id": view.id}).encode())

    first = idempotency.claim(kept, actor, "k", ASKED, at=now() - 2 * idempotency.LEASE)
    second = idempotency.claim(kept, actor, "k", ASKED)
    assert isinstance(first, Claim)
    assert isinstance(second, Claim)
    made = cases.open_case(kept, actor, request, recorded=idempotency.recorder(kept, second, answer))
    with pytest.raises(Refused):
        cases.open_case(kept, actor, request, recorded=idempotency.recorder(kept, first, answer))
    with kept.database.reading() as session:
        assert session.scalars(select(Case.id)).all() == [made.id]
    told = idempotency.claim(kept, actor, "k", ASKED)
    assert isinstance(told, Answer)
    assert json.loads(told.body) == {"id": made.id}


def test_keys_are_forgotten_after_a_day_and_kept_only_as_hashes(kept: Service) -> None:
    actor, began = _actor(kept), now()
    claim = idempotency.claim(kept, actor, "key-of-430503196703124514", ASKED, at=began)
    assert isinstance(claim, Claim)
    with kept.database.writing() as session:
        idempotency.record(session, kept, claim, Answer(201, b"the answer"))
    with kept.database.reading() as session:
        row = session.scalars(select(IdempotentAnswer)).one()
        assert "430503196703124514" not in row.key_hash + row.request_hash
        assert row.answer_sealed is not None
        assert b"the answer" not in row.answer_sealed
    assert idempotency.forget_old(kept, began + DAY) == 0
    anew = idempotency.claim(kept, actor, "key-of-430503196703124514", b"other", at=began + DAY * 1.01)
    assert isinstance(anew, Claim)
    idempotency.release(kept, anew)
    idempotency.claim(kept, actor, "another", ASKED, at=began)
    assert idempotency.forget_old(kept, began + DAY * 1.01) == 1
    with kept.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(IdempotentAnswer)) == 0
