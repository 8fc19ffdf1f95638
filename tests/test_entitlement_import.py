"""The register of entitlements taken in over HTTP and by the command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from review_world import SHAOYANG, YICHUN, Browser, add_person, signed_in
from sqlalchemy import func, select

from api.cli import main
from api.http import entitlements
from intake.actors import Role
from intake.service import Service
from intake.tables.cases import EntitlementRecord

HEAD = "姓名,身份证号,病种,地区,开始日期,结束日期\n"
GOOD = "李建国,430503196703124514,高血压病3级,430503,2024-01-01,2025-12-31\n"
TABLE = HEAD + GOOD + "王秀英,430503197205061229,糖尿病,430503,,2025-12-31\n王秀英,,糖尿病,430503,,明年\n"
CSV = {"Content-Type": "text/csv; charset=utf-8"}
PATH = "/v1/entitlements/import"


@pytest.fixture
def senior(service: Service) -> Iterator[Browser]:
    """A senior of Shaoyang who has signed in, at an application that has started (forms need it)."""
    add_person(service, "zhao.ping", Role.SENIOR, [SHAOYANG])
    browser = signed_in(service, "zhao.ping")
    with browser.http:
        yield browser


def held(service: Service) -> int:
    with service.database.reading() as session:
        return session.scalar(select(func.count()).select_from(EntitlementRecord)) or 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_every_bad_row_is_named_and_the_good_ones_are_taken(
    service: Service, senior: Browser, encoding: str
) -> None:
    answer = senior.ask("POST", PATH, content=TABLE.encode(encoding), headers=CSV)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["added"], told["changed"], told["unchanged"]) == (1, 0, 0)
    assert [(one["code"], one["where"]) for one in told["faults"]] == [
        ("ENT-003", "第 3 行 id_number"),
        ("ENT-002", "第 4 行 id_number"),
        ("ENT-006", "第 4 行 valid_until"),
    ]
    assert "王秀英" not in answer.text
    assert "430503197205061229" not in answer.text
    again = senior.ask("POST", PATH, files={"file": ("登记.csv", TABLE.encode(encoding))}).json()
    assert (again["added"], again["unchanged"], held(service)) == (0, 1, 1)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "ENT-102"),
        ("姓名,病种\n李建国,糖尿病\n", "ENT-101"),
        ("\x81\xff\xff", "ENT-101"),
        (HEAD + GOOD * 50_001, "API-005"),
    ],
)
def test_what_is_no_table_is_refused_as_a_whole(
    service: Service, senior: Browser, body: str, code: str
) -> None:
    answer = senior.ask(
        "POST", PATH, content=body.encode("latin-1" if "\xff" in body else "utf-8"), headers=CSV
    )
    assert answer.json()["code"] == code
    assert held(service) == 0


def test_a_table_of_too_many_rows_and_one_too_large(
    service: Service, senior: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = HEAD + "甲,1,乙,2,,3\n" * 50_001
    answer = senior.ask("POST", PATH, files={"file": ("a.csv", long.encode())})
    assert (answer.status_code, [one["code"] for one in answer.json()["errors"]]) == (422, ["ENT-009"])
    monkeypatch.setattr(entitlements, "TABLE_BYTES", 100)
    large = senior.ask("POST", PATH, files={"file": ("a.csv", b"x" * 101)})
    assert (large.status_code, large.json()["code"]) == (413, "CASE-111")
    assert senior.ask("POST", PATH, json={}).status_code == 415
    assert held(service) == 0


def test_another_regions_rows_are_refused(service: Service) -> None:
    add_person(service, "qian.wen", Role.SENIOR, [YICHUN])
    told = (
        signed_in(service, "qian.wen").ask("POST", PATH, content=(HEAD + GOOD).encode(), headers=CSV).json()
    )
    assert (told["added"], [one["code"] for one in told["faults"]]) == (0, ["ENT-005"])


def test_the_command_names_bad_rows_and_says_so_by_its_status(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MENSHEN_HOME", str(service.settings.home))
    table = tmp_path / "登记.csv"
    table.write_text(TABLE, encoding="utf-8")
    assert main(["registers", "import", "entitlements", str(table)]) == 3
    told = capsys.readouterr().err
    assert "新增 1" in told
    assert "第 3 行" in told
    table.write_text(HEAD + GOOD, encoding="utf-8")
    assert main(["registers", "import", "entitlements", str(table)]) == 0
    assert main(["registers", "import", "entitlements", str(tmp_path / "none.csv")]) == 2
    assert held(service) == 1
