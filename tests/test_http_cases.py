"""A case through the HTTP door: opened, given files, submitted, withdrawn, listed; policies."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest
from http_server import CASE, Door, door, make_door, new_case  # noqa: F401

from intake.actors import Role

SAMPLE = next(Path("samples/cases").glob("*/*.jpg"), None)


def test_the_way_of_a_case(door: Door) -> None:  # noqa: F811
    client = door.client("way")
    opened = client.post("/v1/cases", json=CASE | {"external_id": "way-1"})
    case = opened.json()
    assert opened.status_code == 201
    assert opened.headers["location"] == f"/v1/cases/{case['id']}"
    assert case["state"] == "open"
    assert case["external_id"] == "way-1"
    assert {"id_card_front", "id_card_back"} <= {kind for m in case["materials"] for kind in m["kinds"]}

    assert client.post(f"/v1/cases/{case['id']}/submit").json()["code"] == "CASE-106"
    data = _picture()
    files = {"file": ("出院小结.jpg", data)}
    given = client.post(f"/v1/cases/{case['id']}/files", files=files, data={"kind": "discharge_summary"})
    added = given.json()
    assert given.status_code == 201, given.text
    assert added["sha256"] == hashlib.sha256(data).hexdigest()
    assert (added["media_type"], added["pages"], added["duplicate"]) == ("image/jpeg", 1, False)
    again = client.post(f"/v1/cases/{case['id']}/files", files={"file": ("another.jpg", data)}).json()
    assert (again["duplicate"], again["first"]) == (True, {"id": added["id"], "name": "出院小结.jpg"})

    for _ in range(2):
        submitted = client.post(f"/v1/cases/{case['id']}/submit")
        assert (submitted.status_code, submitted.json()["state"]) == (202, "queued")
    late = client.post(f"/v1/cases/{case['id']}/files", files={"file": ("late.jpg", data + b"x")})
    assert (late.status_code, late.json()["code"]) == (409, "CASE-105")
    shown = client.get(f"/v1/cases/{case['id']}").json()
    assert [file["name"] for file in shown["files"]] == ["出院小结.jpg"]
    assert shown["progress"] == {"files": 1, "read": 0, "jobs": 1, "jobs_done": 0}
    assert dt.date.fromisoformat(shown["deadline"]) > dt.date.fromisoformat(shown["submitted_at"][:10])
    for _ in range(2):
        assert client.post(f"/v1/cases/{case['id']}/withdraw").json()["state"] == "withdrawn"
    assert client.post(f"/v1/cases/{case['id']}/submit").json()["code"] == "CASE-107"


def test_the_same_on_postgresql_and_an_object_store(
    make_door: Callable[..., Door],  # noqa: F811
    postgres_url: str,
    s3_vault_url: str,
) -> None:
    client = make_door(database_url=postgres_url, vault_url=s3_vault_url).client()
    case = new_case(client, external_id="elsewhere")
    data = _picture()
    added = client.post(f"/v1/cases/{case}/files", files={"file": ("a.jpg", data)}).json()
    assert added["sha256"] == hashlib.sha256(data).hexdigest()
    assert client.post(f"/v1/cases/{case}/submit").json()["state"] == "queued"
    assert client.post("/v1/cases", json=CASE | {"external_id": "elsewhere"}).json()["code"] == "CASE-114"
    assert client.get("/v1/cases/%00").status_code == 404


def test_an_answer_unchanged_is_not_sent_again(door: Door) -> None:  # noqa: F811
    client = door.client("tagged")
    case = new_case(client)
    for path in (f"/v1/cases/{case}", "/v1/policies", "/v1/policies/yichun-renewal"):
        first = client.get(path)
        second = client.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (second.status_code, second.content) == (304, b"")
    tag = client.get(f"/v1/cases/{case}").headers["etag"]
    client.post(f"/v1/cases/{case}/withdraw")
    assert client.get(f"/v1/cases/{case}", headers={"If-None-Match": tag}).status_code == 200


def test_what_is_anothers_is_as_if_it_were_not(door: Door) -> None:  # noqa: F811
    mine, other = door.client("mine"), door.client("other")
    case = new_case(mine, external_id="same")
    nowhere = "f" * 32
    calls = [
        ("GET", "", {}),
        ("GET", "/events", {}),
        ("POST", "/submit", {}),
        ("POST", "/withdraw", {}),
        ("POST", "/files", {"files": {"file": ("a.jpg", b"x")}}),
    ]
    for method, tail, given in calls:
        theirs = other.request(method, f"/v1/cases/{case}{tail}", **given)
        nothing = other.request(method, f"/v1/cases/{nowhere}{tail}", **given)
        assert theirs.status_code == nothing.status_code == 404
        assert _without_id(theirs) == _without_id(nothing)
    assert other.get("/v1/cases").json() == {"cases": [], "next": None}
    assert other.get("/v1/cases?external_id=same").json()["cases"] == []
    assert new_case(other, external_id="same") != case
    assert mine.get(f"/v1/cases/{case}").json()["state"] == "open"


def test_a_role_without_the_right_is_told_so(door: Door) -> None:  # noqa: F811
    auditor = door.client("auditor", Role.AUDITOR)
    refused = auditor.post("/v1/cases", json=CASE)
    assert (refused.status_code, refused.json()["code"]) == (403, "ACC-004")
    elsewhere = door.client("elsewhere", regions=("360900",)).post("/v1/cases", json=CASE)
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (403, "CASE-104")


def test_the_list_goes_page_by_page_and_names_the_next(door: Door) -> None:  # noqa: F811
    client = door.client("lister")
    cases = [new_case(client, external_id=f"list-{number}") for number in range(5)]
    client.post(f"/v1/cases/{cases[0]}/withdraw")
    found, path, pages = list[str](), "/v1/cases?limit=2&state=open&state=withdrawn", 0
    while path:
        answer = client.get(path)
        pages += 1
        found += [case["id"] for case in answer.json()["cases"]]
        path = answer.links["next"]["url"] if "next" in answer.links else ""
        assert bool(path) == bool(answer.json()["next"])
    assert (found, pages) == (cases[::-1], 3)
    withdrawn = client.get("/v1/cases?state=withdrawn").json()["cases"]
    assert [case["id"] for case in withdrawn] == [cases[0]]
    by_number = client.get("/v1/cases", params={"external_id": "list-3"}).json()["cases"]
    assert [case["id"] for case in by_number] == [cases[3]]


def test_names_of_files_show_no_personal_numbers(door: Door) -> None:  # noqa: F811
    client = door.client("masked")
    case = new_case(client)
    client.post(f"/v1/cases/{case}/files", files={"file": ("430503196703124514.jpg", _picture())})
    answer = client.get(f"/v1/cases/{case}")
    assert answer.json()["files"][0]["name"] == "430***********4514.jpg"
    assert "430503196703124514" not in answer.text


def test_policies_in_force_with_their_sources(door: Door) -> None:  # noqa: F811
    client = door.client("policies")
    listed = client.get("/v1/policies").json()["policies"]
    assert [policy["id"] for policy in listed] == [
        "shangrao-application",
        "shaoyang-application",
        "shaoyang-remote-filing",
        "shaoyang-renewal",
        "yichun-renewal",
    ]
    policy = client.get("/v1/policies/shaoyang-renewal?on=2025-11-20").json()
    assert policy["rules"]["decision_working_days"]["value"] == policy["decision_working_days"] == 20
    assert policy["rules"]["window"]["value"]["days_before"] > 0
    assert policy["information"]["benefits"]["value"]["居民"] == "70%"
    assert any(row["name"].startswith("高血压") for row in policy["catalogue"]["diseases"])
    values = [*policy["rules"].values(), *policy["information"].values(), *policy["materials"]]
    assert {value["source"] for value in values} <= set(policy["sources"])
    assert client.get("/v1/policies?on=1990-01-01").json()["policies"] == []


def test_the_service_says_whether_it_can_work(door: Door) -> None:  # noqa: F811
    assert httpx2.get(f"{door.url}/healthz").json() == {"status": "ok"}
    ready = httpx2.get(f"{door.url}/readyz")
    assert (ready.status_code, ready.json()["ready"]) == (503, False)
    here = {"database": True, "broker": True, "vault": True}
    away = dict.fromkeys(("sweeper", "precheck_workers", "case_workers", "bulk_workers"), False)
    assert ready.json()["parts"] == here | away


def test_metrics_are_for_this_machine_and_for_auditors(door: Door) -> None:  # noqa: F811
    address = f"{door.url}/metrics"
    assert b"menshen_http_requests_total{" in httpx2.get(address).content
    assert httpx2.get(address, headers={"X-Forwarded-For": "203.0.113.7"}).status_code == 401
    assert httpx2.get(f"{door.url}/metrics", headers={"Host": "evil.example"}).status_code == 401
    assert door.client("meter-portal").get("/metrics").status_code == 403
    assert door.client("meter-auditor", Role.AUDITOR).get("/metrics").status_code == 200


def _without_id(answer: httpx2.Response) -> dict[str, object]:
    return {name: value for name, value in answer.json().items() if name != "request_id"}


def _picture() -> bytes:
    assert SAMPLE is not None, pytest.fail("no sample picture")
    return SAMPLE.read_bytes()
