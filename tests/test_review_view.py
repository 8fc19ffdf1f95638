"""What a reviewer sees: evidence, numbers masked or not, page images and originals; and what is audited."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from review_world import (
    YICHUN,
    Browser,
    a_paper,
    add_person,
    browse,
    checked_case,
    client_actor,
    key_of,
    signed_in,
)
from sqlalchemy import func, select

from intake.actors import Role
from intake.case_views import CaseView
from intake.service import Service
from intake.tables.cases import StoredObject
from intake.tables.safekeeping import AuditEntry

NUMBER, MASKED = "430503196703124514", "430***********4514"


@pytest.fixture
def checked(service: Service) -> CaseView:
    """A checked case of the portal 湘医保 in Shaoyang."""
    return checked_case(service)


@pytest.fixture
def reviewer(service: Service) -> Browser:
    add_person(service, "reviewer", Role.REVIEWER)
    return signed_in(service, "reviewer")


def audited(service: Service) -> list[tuple[str, dict[str, Any]]]:
    """What people looked at."""
    looks = ("image.view", "original.view", "case.view_unmasked")
    with service.database.reading() as session:
        rows = session.scalars(
            select(AuditEntry).where(AuditEntry.action.in_(looks)).order_by(AuditEntry.seq)
        )
        return [(row.action, row.detail) for row in rows]


def test_the_whole_case_with_numbers_masked(service: Service, checked: CaseView, reviewer: Browser) -> None:
    answer = reviewer.http.get(f"/v1/review/cases/{checked.id}")
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert NUMBER not in answer.text
    assert told["application"]["applicant"] == {
        "name": "李建国",
        "id_number": MASKED,
        "insured_place": "邵阳市大祥区",
        "insurance": "employee",
        "relation": "self",
        "agent": None,
    }
    assert told["verdict"]["documents"][0]["sha256"] == checked.files[0].sha256
    assert told["verdict"]["digest"]
    assert "lines" not in told["verdict"]["documents"][0]["pages"][0]
    evidence = [one for check in told["verdict"]["checks"] for one in check["evidence"] if one["box"]]
    assert evidence
    assert told["pages"][0]["width"] > 0
    assert [step["state"] for step in told["steps"]] == ["queued", "reading", "checked"]
    assert told["clock"]["deadline"] == checked.deadline.isoformat() if checked.deadline else None
    assert (told["holder"], told["unmasked"]) == (None, False)
    assert audited(service) == []


def test_unmasking_is_allowed_to_some_and_audited(
    service: Service, checked: CaseView, reviewer: Browser
) -> None:
    add_person(service, "auditor", Role.AUDITOR)
    auditor = signed_in(service, "auditor")
    path = f"/v1/review/cases/{checked.id}"
    masked = auditor.http.get(path)
    assert masked.json()["application"]["applicant"]["name"] == "李**"
    refused = auditor.http.get(path, params={"unmasked": "true"})
    assert (refused.status_code, refused.json()["code"]) == (403, "ACC-004")
    assert audited(service) == []
    told = reviewer.http.get(path, params={"unmasked": "true"}).json()
    assert told["application"]["applicant"]["id_number"] == NUMBER
    assert told["unmasked"] is True
    assert audited(service) == [("case.view_unmasked", {})]


def test_a_page_image_is_streamed_and_audited(service: Service, checked: CaseView, reviewer: Browser) -> None:
    told = reviewer.http.get(f"/v1/review/cases/{checked.id}").json()["pages"][0]
    answer = reviewer.http.get(told["url"])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/jpeg"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    with Image.open(io.BytesIO(answer.content)) as image:
        width, height = image.size
    assert abs(width / height - told["width"] / told["height"]) < 0.01
    assert audited(service) == [("image.view", {"file": checked.files[0].id, "page": 1})]


def test_an_original_comes_back_bit_for_bit(service: Service, checked: CaseView, reviewer: Browser) -> None:
    file = checked.files[0]
    answer = reviewer.http.get(f"/v1/review/cases/{checked.id}/files/{file.id}/original")
    assert answer.content == a_paper().read_bytes()
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-disposition"] == f'attachment; filename="{file.id}"'
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert audited(service) == [("original.view", {"file": file.id})]


def test_a_look_that_cannot_be_audited_is_no_look(
    service: Service, checked: CaseView, reviewer: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError

    monkeypatch.setattr("intake.reviewing.review_view.audit.append", full)
    file = checked.files[0].id
    for path in (f"files/{file}/pages/1.jpg", f"files/{file}/original"):
        assert reviewer.http.get(f"/v1/review/cases/{checked.id}/{path}").status_code == 500
    unmasked = reviewer.http.get(f"/v1/review/cases/{checked.id}", params={"unmasked": "true"})
    assert unmasked.status_code == 500
    assert NUMBER not in unmasked.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("files/{file}/pages/2.jpg", 404),
        ("files/{file}/pages/0.jpg", 422),
        ("files/{zero}/pages/1.jpg", 404),
        ("files/nonsense/pages/1.jpg", 404),
        ("files/{zero}/original", 404),
    ],
)
def test_what_is_not_there(
    service: Service, checked: CaseView, reviewer: Browser, path: str, status: int
) -> None:
    file = path.format(file=checked.files[0].id, zero="0" * 32)
    assert reviewer.http.get(f"/v1/review/cases/{checked.id}/{file}").status_code == status
    assert audited(service) == []


def test_a_file_is_found_only_in_its_own_case(service: Service, checked: CaseView, reviewer: Browser) -> None:
    other = checked_case(service)
    for path in (f"files/{other.files[0].id}/pages/1.jpg", f"files/{other.files[0].id}/original"):
        assert reviewer.http.get(f"/v1/review/cases/{checked.id}/{path}").status_code == 404


def test_an_object_that_is_lost_is_an_error_and_not_half_a_page(
    service: Service, checked: CaseView, reviewer: Browser
) -> None:
    with service.database.reading() as session:
        paths = session.scalars(select(StoredObject.path)).all()
        assert session.scalar(select(func.count()).select_from(StoredObject)) == 2
    for path in paths:
        service.vault.delete(path)
    file = checked.files[0].id
    for path in (f"files/{file}/pages/1.jpg", f"files/{file}/original"):
        assert reviewer.http.get(f"/v1/review/cases/{checked.id}/{path}").status_code == 503


def test_a_region_away_and_a_portal_see_nothing(service: Service, checked: CaseView) -> None:
    add_person(service, "there", Role.SENIOR, [YICHUN])
    there = signed_in(service, "there")
    base = f"/v1/review/cases/{checked.id}"
    file = checked.files[0].id
    missing = there.http.get(f"/v1/review/cases/{'0' * 32}").json()
    for path in ("", f"/files/{file}/pages/1.jpg", f"/files/{file}/original"):
        answer = there.http.get(base + path)
        assert answer.status_code == 404
        told = answer.json()
        assert {**told, "request_id": ""} == {**missing, "request_id": ""}
    own = client_actor(service)
    key = key_of(service, own.name)
    headers = {"Authorization": f"Bearer {key}"}
    for path in ("", f"/files/{file}/pages/1.jpg"):
        assert browse(service).get(base + path, headers=headers).status_code == 403
    assert audited(service) == []


def test_reviewing_from_claim_to_undo_over_http(
    service: Service, checked: CaseView, reviewer: Browser
) -> None:
    base = f"/v1/review/cases/{checked.id}"
    assert reviewer.http.get("/v1/review/queue").json()["counts"]["unclaimed"] == 1
    claim = reviewer.ask("POST", f"{base}/claim").json()
    change = {"file_id": checked.files[0].id, "page": 1, "field": "sex", "values": ["女"]}
    body = {"revision": claim["revision"], "changes": [change]}
    judged = reviewer.ask("POST", f"{base}/corrections", json=body)
    assert judged.status_code == 200, judged.text
    told = {"decision": "return", "revision": judged.json()["revision"], "reasons": ["NONE-001"]}
    refused = reviewer.ask("POST", f"{base}/decision", json=told)
    assert (refused.status_code, refused.json()["errors"][0]["where"]) == (422, "reasons[0]")
    done = reviewer.ask("POST", f"{base}/decision", json=told | {"reasons": []})
    assert (done.status_code, done.json()["state"]) == (200, "returned")
    assert reviewer.ask("POST", f"{base}/undo").status_code == 200
    shown = reviewer.http.get(base).json()
    assert shown["corrections"] == [{"file": "id-front.jpg", "page": 1, "field": "sex", "value": "女"}]
    assert shown["holder"]["mine"] is True
    assert reviewer.ask("POST", f"{base}/release").status_code == 204
    assert reviewer.ask("POST", f"{base}/retry").json()["code"] == "CASE-107"
    assert reviewer.http.request("POST", f"{base}/claim").status_code == 403, "no CSRF token"
