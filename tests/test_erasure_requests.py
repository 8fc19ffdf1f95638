"""Erasure as it is asked for: over HTTP, by the command; and retention as the settings say it."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Callable

import pytest
from approved_cases import approved_case, set_case
from review_world import CASE, SHAOYANG, YICHUN, Browser, add_person, client_actor, signed_in
from sqlalchemy import select

from api.cli import main
from intake import cases
from intake.actors import Role
from intake.case_requests import CaseRequest
from intake.safekeeping.vault import Vault, VaultError
from intake.service import Service
from intake.tables.cases import Case
from intake.tables.safekeeping import AuditEntry
from intake.working import duties

NUMBER = "430503196703124514"
ASKED = {"id_number": NUMBER, "reference": "QC-2025-0007"}


def administrator(service: Service, *regions: str) -> Browser:
    login = f"admin.{len(regions)}"
    add_person(service, login, Role.ADMINISTRATOR, regions)
    return signed_in(service, login)


def erased_cases(service: Service) -> set[str]:
    with service.database.reading() as session:
        return set(session.scalars(select(Case.id).where(Case.erased_at.is_not(None))))


def test_a_person_is_erased_and_only_counts_are_told(service: Service) -> None:
    case_id = approved_case(service)
    browser = administrator(service)
    answer = browser.ask("POST", "/v1/erasures", json=ASKED)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["cases"], told["erased"]["cases"], told["bytes_left"]) == (1, 1, False)
    assert NUMBER not in answer.text
    assert case_id not in answer.text
    assert erased_cases(service) == {case_id}
    assert browser.ask("POST", "/v1/erasures", json=ASKED).json()["cases"] == 0
    with service.database.reading() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action == "person.erase")).all()
        assert [entry.detail["reference"] for entry in entries] == ["QC-2025-0007"] * 2
        assert all(NUMBER not in str(entry.detail) for entry in entries)


def test_an_undecided_case_is_named_and_erased_only_by_force(service: Service) -> None:
    view = cases.open_case(service, client_actor(service), CaseRequest.model_validate(CASE))
    browser = administrator(service)
    answer = browser.ask("POST", "/v1/erasures", json=ASKED)
    assert (answer.status_code, answer.json()["code"]) == (409, "ERA-101")
    assert [one["where"] for one in answer.json()["errors"]] == [view.case_no]
    assert erased_cases(service) == set()
    assert browser.ask("POST", "/v1/erasures", json=ASKED | {"force": True}).json()["cases"] == 1


@pytest.mark.parametrize(
    ("changed", "code", "where"),
    [
        ({"id_number": "430503196703124511"}, "ERA-103", "id_number"),
        ({"reference": f"本人 {NUMBER}"}, "ERA-105", "reference"),
        ({"reference": ""}, "API-002", "reference"),
    ],
)
def test_what_is_wrong_with_a_request(
    service: Service, changed: dict[str, str], code: str, where: str
) -> None:
    answer = administrator(service).ask("POST", "/v1/erasures", json=ASKED | changed)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert [one["where"] for one in answer.json()["errors"]] == [where]
    assert NUMBER not in answer.text


def test_an_administrator_of_another_region_erases_nothing_here(service: Service) -> None:
    approved_case(service)
    answer = administrator(service, YICHUN).ask("POST", "/v1/erasures", json=ASKED)
    assert (answer.status_code, answer.json()["code"]) == (409, "ERA-104")
    assert erased_cases(service) == set()
    add_person(service, "admin.here", Role.ADMINISTRATOR, [SHAOYANG])
    assert signed_in(service, "admin.here").ask("POST", "/v1/erasures", json=ASKED).json()["cases"] == 1


def test_a_vault_that_is_away_leaves_unreadable_bytes_to_the_sweeper(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    from review_world import a_paper, hand_in  # noqa: PLC0415

    actor = client_actor(service)
    view = cases.open_case(service, actor, CaseRequest.model_validate(CASE))
    hand_in(service, actor, view.id, a_paper())
    real = Vault.delete

    def away(vault: Vault, path: str) -> None:
        raise VaultError("away")

    monkeypatch.setattr(Vault, "delete", away)
    answer = administrator(service).ask("POST", "/v1/erasures", json=ASKED | {"force": True})
    assert (answer.status_code, answer.json()["bytes_left"]) == (200, True)
    assert len(list(service.vault.listed())) == 1
    monkeypatch.setattr(Vault, "delete", real)
    (duty,) = (one for one in duties.duties(service.settings) if one.name == "objects.delete")
    assert duty.work(service) == 1
    assert list(service.vault.listed()) == []


def test_the_command_asks_on_standard_input(
    service: Service, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case_id = approved_case(service)
    monkeypatch.setenv("MENSHEN_HOME", str(service.settings.home))
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{NUMBER}\n"))
    assert main(["erase", "--reference", "QC-1"]) == 0
    told = capsys.readouterr()
    assert "1 个案件" in told.err
    assert NUMBER not in told.err + told.out
    assert erased_cases(service) == {case_id}
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n"))
    assert main(["erase", "--reference", "QC-2"]) == 3
    assert main(["erase", NUMBER, "--reference", "QC-3"]) == 2  # never as an argument


def test_the_sweeper_goes_by_every_setting(make_service: Callable[..., Service]) -> None:
    service = make_service(returned_days=30)
    returned, decided = approved_case(service), approved_case(service)
    long_ago = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
    set_case(service, returned, state="returned", created_at=long_ago)
    set_case(service, decided, created_at=long_ago)
    (duty,) = (one for one in duties.duties(service.settings) if one.name == "retention.apply")
    assert duty.work(service) == 1
    assert erased_cases(service) == {returned}
