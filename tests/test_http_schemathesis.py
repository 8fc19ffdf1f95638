"""Generated calls against a running door: never a 500, never an answer that is not in the document."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
import schemathesis
from http_server import Door, running_door
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.http.app import bare_app
from intake.actors import SYSTEM, Role
from intake.doorkeeping import people

CHECKS = [
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "3"))
"""Calls generated for each operation."""
schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
schema = schemathesis.openapi.from_dict(bare_app().openapi()).exclude(
    path_regex=r"^/v1/cases/\{case_id\}/events$"
)


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory, redis_server: str) -> Iterator[Door]:
    """A door that waits no longer than it must for workers that are not there."""
    home = tmp_path_factory.mktemp("door")
    with running_door(home, broker_url=redis_server, precheck_seconds=1) as running:
        yield running


@pytest.fixture(scope="module")
def callers(door: Door) -> dict[str, dict[str, str]]:
    """What callers send to be known: a hospital's key, and the sessions of people who may do more."""
    return {
        "hospital": {"Authorization": f"Bearer {door.key('generated', Role.HOSPITAL, per_minute=1_000_000)}"},
        "senior": _signed_in(door, Role.SENIOR),
        "administrator": _signed_in(door, Role.ADMINISTRATOR),
    }


def _signed_in(door: Door, role: Role) -> dict[str, str]:
    passphrase = people.generated_password()
    people.add(door.service, SYSTEM, people.PersonRequest(role.value, "赵敏", role, password=passphrase))
    answer = httpx2.post(f"{door.url}/v1/session", json={"login": role.value, "password": passphrase})
    (cookie,) = answer.cookies.items()
    return {"Cookie": "=".join(cookie), "X-CSRF-Token": answer.json()["csrf"]}


def _caller(path: str) -> str:
    if path.startswith("/v1/review"):
        return "senior"
    managed = path.startswith(("/v1/people", "/v1/keys", "/v1/clients", "/v1/audit"))
    return "administrator" if managed else "hospital"


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)
def test_generated_calls(case: Any, door: Door, callers: dict[str, dict[str, str]]) -> None:
    answer = case.call(base_url=door.url, headers=callers[_caller(case.path)], timeout=30)
    assert answer.status_code < 500 or answer.status_code == 503, answer.text  # 503: no workers here
    case.validate_response(answer, checks=CHECKS)


def test_no_call_before_was_an_incident(door: Door) -> None:
    log = door.log.read_text(encoding="utf-8")
    assert "http.answered" in log
    assert "http.incident" not in log
