"""The OpenAPI document is current and complete, and is read without any other host."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from http_server import Door, door  # noqa: F401

from api.commands.openapi import document_text

WRITTEN = Path("docs/openapi.json")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The document as the application tells it now."""
    told: dict[str, Any] = json.loads(document_text())
    return told


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def test_the_document_in_the_repository_is_current() -> None:
    assert WRITTEN.read_text(encoding="utf-8") == document_text(), "run: menshen openapi -o docs/openapi.json"


def test_every_call_of_the_contract_is_there(document: dict[str, Any]) -> None:
    calls = {name for name, _ in _operations(document)}
    assert calls >= {
        "POST /v1/cases",
        "POST /v1/cases/{case_id}/files",
        "POST /v1/cases/{case_id}/submit",
        "POST /v1/cases/{case_id}/withdraw",
        "GET /v1/cases/{case_id}",
        "GET /v1/cases/{case_id}/events",
        "POST /v1/precheck",
        "POST /v1/uploads/",
        "POST /v1/batches",
        "GET /v1/batches/{batch_id}",
        "GET /v1/batches/{batch_id}/results.csv",
        "GET /v1/batches/{batch_id}/results.xlsx",
        "GET /v1/policies",
        "GET /v1/policies/{policy_id}",
        "GET /v1/entitlements/expiring",
        "POST /v1/webhooks",
        "GET /v1/review/queue",
        "GET /healthz",
        "GET /readyz",
        "GET /metrics",
    }


def test_every_call_is_described_in_chinese_with_its_refusals(document: dict[str, Any]) -> None:
    for name, operation in _operations(document):
        assert CHINESE.search(operation.get("summary", "")), name
        assert CHINESE.search(operation.get("description", "")), name
        assert operation["tags"], name
        if name.split()[1].startswith("/v1/") and not name.startswith("OPTIONS"):
            assert "422" in operation["responses"], name
            for status, response in operation["responses"].items():
                if status[0] in "45":
                    assert "application/problem+json" in response["content"], (name, status)


def test_calls_that_need_a_key_say_so(document: dict[str, Any]) -> None:
    assert {"key", "session"} <= set(document["components"]["securitySchemes"])
    for name, operation in _operations(document):
        if name.split()[1].startswith(
            ("/v1/cases", "/v1/batches", "/v1/webhooks", "/v1/review", "/v1/policies")
        ):
            assert {"key": []} in operation["security"], name


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    for reference in set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document))):
        assert reference in document["components"]["schemas"]


def test_what_is_sent_is_described_field_by_field(document: dict[str, Any]) -> None:
    for name in ("NewCase", "Applicant", "Agent", "Entitlement", "CaseAnswer", "FileAnswer", "PolicyAnswer"):
        schema = document["components"]["schemas"][name]
        for field, words in schema["properties"].items():
            assert CHINESE.search(words.get("description", "")) or "$ref" in words, (name, field)


def test_the_pages_ask_no_other_host(door: Door) -> None:  # noqa: F811
    page = httpx2.get(f"{door.url}/docs")
    assert page.status_code == 200
    assert httpx2.get(door.url).headers["location"] == "/console"
    policy = page.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "http" not in policy
    parts = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(parts) == 4
    for part in parts:
        assert part.startswith("/docs/")
        answer = httpx2.get(f"{door.url}{part}")
        assert (answer.status_code, answer.headers["x-content-type-options"]) == (200, "nosniff")
    assert "<script>" not in page.text
    assert httpx2.get(f"{door.url}/docs/../pyproject.toml").status_code == 404
    assert httpx2.get(f"{door.url}/v1/openapi.json").json()["info"]["title"].startswith("门审")
