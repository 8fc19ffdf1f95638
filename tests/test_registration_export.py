"""Registration records handed out: to whom, of which cases, in which form, and what the audit log says."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from approved_cases import DECIDED, approved_case, set_case
from openpyxl import load_workbook
from review_world import CASE, SHAOYANG, YICHUN, YICHUN_CASE, Browser, add_person, client_actor, signed_in
from sqlalchemy import select

from api.cli import main
from intake import cases
from intake.actors import SYSTEM, Role
from intake.case_requests import CaseRequest
from intake.refusals import Refused
from intake.registration import RegistrationRecord, Unregistered, export
from intake.registration.export import Wanted, registrations
from intake.reviewing.decisions import UNDO_SECONDS
from intake.service import Service
from intake.tables.base import now
from intake.tables.safekeeping import AuditEntry

DAY = dt.timedelta(days=1)


@pytest.fixture
def reviewer(service: Service) -> Browser:
    """A reviewer of Shaoyang who has signed in."""
    add_person(service, "zhou.min", Role.REVIEWER, [SHAOYANG])
    return signed_in(service, "zhou.min")


def exports(service: Service) -> list[tuple[str, dict[str, Any]]]:
    """What the audit log says of exports."""
    with service.database.reading() as session:
        rows = session.scalars(select(AuditEntry).order_by(AuditEntry.seq))
        return [(row.subject, row.detail) for row in rows if row.action == "registration.export"]


def exported(service: Service, **wanted: Any) -> list[str]:
    """Case numbers of a batch."""
    return [one.case_no for one in registrations(service, SYSTEM, Wanted(**wanted), "json")]


def test_one_case_in_three_forms_each_audited(service: Service, reviewer: Browser) -> None:
    case_id = approved_case(service)
    path = f"/v1/review/cases/{case_id}/registration"
    told = reviewer.ask("GET", path).json()
    assert (told["schema"], told["interface"]) == ("menshen.registration/1", "2503")
    (record,) = told["records"]
    assert record["record"]["opsp_dise_name"] == "高血压病3级"
    assert record["record"]["begndate"] == "2025-12-01"
    assert record["approval"]["人员姓名"] == "李建国"
    assert {"psn_no", "diag_dr_codg"} <= {gap["field"] for gap in record["missing"]}
    assert all(gap["why"] for gap in record["missing"])
    assert told["without_record"] == []

    table = reviewer.ask("GET", f"{path}.csv")
    assert table.headers["content-type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert rows[1][:3] == ["case_no", "psn_no", "insutype"]
    assert "430503196703124514" in rows[2]
    sheet = load_workbook(io.BytesIO(reviewer.ask("GET", f"{path}.xlsx").content))["2503"]
    assert [cell.value or "" for cell in sheet[3]] == rows[2]
    assert exports(service) == [
        (f"case:{case_id}", {"cases": 1, "form": form}) for form in ("json", "csv", "xlsx")
    ]


def test_only_an_approved_case_has_a_record(service: Service, reviewer: Browser) -> None:
    request = CaseRequest.model_validate(CASE)
    opened = cases.open_case(service, client_actor(service), request).id
    answer = reviewer.ask("GET", f"/v1/review/cases/{opened}/registration")
    assert (answer.status_code, answer.json()["code"]) == (409, "REG-101")
    erased = approved_case(service)
    set_case(service, erased, erased_at=now())
    assert reviewer.ask("GET", f"/v1/review/cases/{erased}/registration").status_code == 410
    elsewhere = approved_case(service, **YICHUN_CASE)
    assert reviewer.ask("GET", f"/v1/review/cases/{elsewhere}/registration.csv").status_code == 404
    assert exports(service) == []


def test_an_approval_that_may_be_taken_back_is_not_exported_yet(service: Service, reviewer: Browser) -> None:
    seconds = dt.timedelta(seconds=1)
    fresh = approved_case(service, at=now() - (UNDO_SECONDS - 5) * seconds)
    settled = approved_case(service, at=now() - (UNDO_SECONDS + 1) * seconds)
    answer = reviewer.ask("GET", f"/v1/review/cases/{fresh}/registration")
    assert (answer.status_code, answer.json()["code"]) == (409, "REG-105")
    assert answer.headers["retry-after"] == str(UNDO_SECONDS)
    assert reviewer.ask("GET", f"/v1/review/cases/{settled}/registration").status_code == 200
    assert exported(service) == [cases.view(service, SYSTEM, settled).case_no]


def test_a_batch_holds_what_is_asked_for_and_the_reviewer_may_see(
    service: Service, reviewer: Browser
) -> None:
    late = dt.datetime(2025, 12, 31, 15, 59, tzinfo=dt.UTC)  # the last minute of the year in China
    ids = {
        "first": approved_case(service),
        "late": approved_case(service, at=late),
        "new": approved_case(service, at=late + dt.timedelta(minutes=1)),
        "yichun": approved_case(service, **YICHUN_CASE),
        "filing": approved_case(service, policy="shaoyang-remote-filing", diseases=[]),
    }
    no = {name: cases.view(service, SYSTEM, case_id).case_no for name, case_id in ids.items()}
    assert sorted(exported(service)) == sorted(no.values())
    assert exported(service, decided_from=dt.date(2025, 12, 2), decided_to=dt.date(2025, 12, 31)) == [
        no["late"]
    ]
    assert exported(service, decided_from=dt.date(2026, 1, 1)) == [no["new"]]
    assert exported(service, region="360000") == exported(service, policy="yichun-renewal") == [no["yichun"]]

    asked = "?region=430500&decided_to=2025-12-31"
    told = reviewer.ask("GET", f"/v1/review/registrations.json{asked}").json()
    assert [record["case_no"] for record in told["records"]] == [no["first"], no["late"]]
    assert [one["case_no"] for one in told["without_record"]] == [no["filing"]]
    rows = list(
        csv.reader(
            io.StringIO(reviewer.ask("GET", "/v1/review/registrations.csv").content.decode("utf-8-sig"))
        )
    )
    assert {row[0] for row in rows[2:]} == {no[name] for name in ("first", "late", "new", "filing")}
    sheet = load_workbook(io.BytesIO(reviewer.ask("GET", "/v1/review/registrations.xlsx").content))["2503"]
    assert sheet.max_row == len(rows)
    assert [detail["cases"] for _, detail in exports(service)][-3:] == [3, 4, 4]
    assert exports(service)[-3][1]["decided_to"] == "2025-12-31"
    assert reviewer.ask("GET", f"/v1/review/registrations.json?region={YICHUN}").json()["records"] == []


def test_too_many_cases_are_refused_and_none_left_out_silently(
    service: Service, monkeypatch: pytest.MonkeyPatch, reviewer: Browser
) -> None:
    monkeypatch.setattr(export, "MOST_EXPORTED", 2)
    monkeypatch.setattr(export, "_AT_ONCE", 1)
    for days in range(3):
        approved_case(service, at=DECIDED + days * DAY)
    answer = reviewer.ask("GET", "/v1/review/registrations.xlsx")
    assert (answer.status_code, answer.json()["code"]) == (422, "REG-102")
    assert len(exported(service, decided_from=dt.date(2025, 12, 2))) == 2
    with pytest.raises(Refused):
        exported(service, decided_from=dt.date(2025, 12, 2), decided_to=dt.date(2025, 12, 1))


def test_a_case_whose_policy_is_gone_is_named_in_a_batch(service: Service, reviewer: Browser) -> None:
    good, gone = approved_case(service), approved_case(service)
    set_case(service, gone, policy_version="1999-01-01")
    found = list(registrations(service, SYSTEM, Wanted(), "json"))
    assert {type(one) for one in found} == {RegistrationRecord, Unregistered}
    assert reviewer.ask("GET", f"/v1/review/cases/{gone}/registration").json()["code"] == "REG-103"
    assert reviewer.ask("GET", f"/v1/review/cases/{good}/registration").status_code == 200


def test_the_same_on_postgresql(make_service: Callable[..., Service], postgres_url: str) -> None:
    service = make_service(database_url=postgres_url)
    approved_case(service)
    approved_case(service, at=DECIDED + 40 * DAY)
    assert len(exported(service, region="430500", decided_to=dt.date(2025, 12, 1))) == 1


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
def test_the_command_writes_a_file_for_its_owner_alone(
    service: Service, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approved_case(service)
    monkeypatch.setenv("MENSHEN_HOME", str(service.settings.home))
    out = tmp_path / f"备案.{form}"
    asked = ["registrations", "--from", "2025-12-01", "--to", "2025-12-01", "--out", str(out)]
    assert main(asked) == 0
    assert out.stat().st_mode & 0o777 == 0o600
    data = out.read_bytes()
    assert data[:2] == b"PK" if form == "xlsx" else "李建国".encode() in data
    assert exports(service)[-1][1]["cases"] == 1
    assert main(["registrations", "--out", str(tmp_path / "a.txt")]) == 2
