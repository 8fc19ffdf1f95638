"""A hand-in in one call, made twice: the same key and bytes are one batch, also after a cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from review_world import key_of
from sqlalchemy import delete, func, select, update
from starlette.testclient import TestClient

from api.http.app import create_app
from intake import batches, idempotency
from intake.actors import Role
from intake.idempotency import LEASE
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import IdempotentAnswer
from intake.tables.work import Batch, BatchFile, Job

PATH = "/v1/batches"
KEY = {"Idempotency-Key": "hand-in-1"}
FILES = [("file", (f"{name}.jpg", name.encode() * 100)) for name in "abc"]


@pytest.fixture(params=["sqlite", "postgres"])
def anywhere(request: pytest.FixtureRequest, make_service: Callable[..., Service]) -> Service:
    """A service on each database."""
    return make_service(
        database_url=None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    )


@pytest.fixture
def http(anywhere: Service) -> Iterator[TestClient]:
    """A hospital at the door."""
    key = key_of(anywhere, "大祥区人民医院", Role.HOSPITAL)
    with TestClient(create_app(anywhere), raise_server_exceptions=False) as client:
        client.headers["Authorization"] = f"Bearer {key}"
        yield client


def counts(service: Service) -> tuple[int, int, int]:
    """Batches, their files, their jobs."""
    with service.database.reading() as session:
        found = [session.scalar(select(func.count()).select_from(t)) or 0 for t in (Batch, BatchFile, Job)]
        return (found[0], found[1], found[2])


def test_twice_is_once(anywhere: Service, http: TestClient) -> None:
    first = http.post(PATH, files=FILES, data={"external_id": "B-1"}, headers=KEY)
    second = http.post(PATH, files=FILES, data={"external_id": "B-1"}, headers=KEY)
    assert first.status_code == second.status_code == 202, first.text
    assert first.content == second.content
    assert second.headers["idempotent-replayed"] == "true"
    assert (first.json()["state"], first.json()["files"], first.json()["external_id"]) == ("queued", 3, "B-1")
    assert counts(anywhere) == (1, 3, 1)
    for changed in (
        {"files": FILES[:2], "data": {"external_id": "B-1"}},
        {"files": FILES, "data": {"external_id": "B-2"}},
        {"files": [("file", ("a.jpg", b"other")), *FILES[1:]], "data": {"external_id": "B-1"}},
    ):
        other: Any = http.post(PATH, headers=KEY, **changed)
        assert (other.status_code, other.json()["code"]) == (422, "API-021")
    assert counts(anywhere) == (1, 3, 1)
    http.post(PATH, files=FILES)
    http.post(PATH, files=FILES)
    assert counts(anywhere) == (3, 9, 3)


class CutError(Exception):
    """Where the process was killed; nothing is put in order after it, the key stays taken."""


@pytest.mark.parametrize("cut_at", [0, 1, 2, 3])
def test_a_batch_left_open_is_finished_by_the_next_call(
    anywhere: Service, http: TestClient, monkeypatch: pytest.MonkeyPatch, cut_at: int
) -> None:
    """Cut before the first file, between files, and before the hand-over."""
    with monkeypatch.context() as patch:
        calls = 0
        real_add, real_submit = batches.add_batch_file, batches.submit_batch

        def cut(real: Callable[..., Any], *given: Any, **named: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls > cut_at:
                raise CutError
            return real(*given, **named)

        patch.setattr(batches, "add_batch_file", lambda *g, **n: cut(real_add, *g, **n))
        patch.setattr(batches, "submit_batch", lambda *g, **n: cut(real_submit, *g, **n))
        patch.setattr(idempotency, "release", lambda *_: None)
        assert http.post(PATH, files=FILES, headers=KEY).status_code == 500
    assert counts(anywhere) == (1, cut_at, 0)
    assert http.post(PATH, files=FILES, headers=KEY).json()["code"] == "API-022"  # it may still be at work
    with anywhere.database.writing() as session:
        session.execute(update(IdempotentAnswer).values(created_at=now() - LEASE * 2))
    answer = http.post(PATH, files=FILES, headers=KEY)
    assert (answer.status_code, answer.json()["files"]) == (202, 3), answer.text
    assert counts(anywhere) == (1, 3, 1)
    assert http.post(PATH, files=FILES, headers=KEY).content == answer.content


def test_a_call_that_was_taken_for_dead_adds_nothing_more(
    anywhere: Service, http: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = batches.add_batch_file

    def overtaken(service: Service, *given: Any, **named: Any) -> str:
        with service.database.writing() as session:
            session.execute(delete(IdempotentAnswer))
        return real(service, *given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(batches, "add_batch_file", overtaken)
        answer = http.post(PATH, files=FILES, headers=KEY)
    assert (answer.status_code, answer.json()["code"]) == (409, "API-022")
    assert counts(anywhere) == (1, 0, 0)


def test_keys_of_others_do_not_meet(anywhere: Service, http: TestClient) -> None:
    mine = http.post(PATH, files=FILES, headers=KEY).json()["id"]
    other = {"Authorization": f"Bearer {key_of(anywhere, '另一家医院', Role.HOSPITAL)}"}
    theirs = http.post(PATH, files=FILES, headers=KEY | other).json()["id"]
    assert mine != theirs


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"defaults": {"polcy": "shaoyang-renewal"}}, ["defaults.polcy"]),
        ({"defaults": {"policy": "nowhere"}}, ["defaults.policy"]),
        ({"defaults": {"submitted_on": "gestern"}, "external_id": "430503196703124514"},
         ["external_id", "defaults.submitted_on"]),
    ],
)  # fmt: skip
def test_what_no_case_could_be_opened_with_is_refused_at_once(
    service: Service, body: dict[str, Any], where: list[str]
) -> None:
    key = key_of(service, "大祥区人民医院", Role.HOSPITAL)
    http = TestClient(create_app(service))
    answer = http.post(PATH, json=body, headers={"Authorization": f"Bearer {key}"})
    assert answer.status_code == 422
    assert [one["where"] for one in answer.json()["errors"]] == where
    assert counts(service) == (0, 0, 0)
    good = {"defaults": {"policy": "shaoyang-renewal", "submitted_on": "2025-11-20"}, "external_id": "B-1"}
    assert http.post(PATH, json=good, headers={"Authorization": f"Bearer {key}"}).status_code == 202


def test_an_empty_file_and_a_long_number_leave_no_batch_behind(anywhere: Service, http: TestClient) -> None:
    empty = http.post(PATH, files=[*FILES, ("file", ("d.jpg", b""))])
    assert (empty.status_code, empty.json()["code"]) == (422, "BATCH-106")
    long = http.post(PATH, files=FILES, data={"external_id": "x" * 101})
    assert (long.status_code, long.json()["errors"][0]["where"]) == (422, "external_id")
    assert counts(anywhere) == (0, 0, 0)
