"""A case's whole way with registers connected: asked once, kept sealed, not asked again for a correction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import NAME, NUMBER
from review_world import checked_case, person_actor

from api import cli
from intake.actors import SYSTEM
from intake.case_views import newest_verdict
from intake.judge import last_facts
from intake.registers.take_in import take_in
from intake.reviewing import review
from intake.reviewing.corrections import FieldChange, correct
from intake.service import Service
from intake.tables.cases import Case, StoredVerdict
from validators.register import InsuredPerson, RegisterAnswers, Silent
from validators.verdict import CheckResult


def on_record(service: Service, case_id: str) -> CheckResult:
    with service.database.reading() as session:
        verdict = newest_verdict(service, session, case_id)
    assert verdict is not None
    return next(check for check in verdict.checks if check.id == "identity-on-record")


def answers(service: Service, case_id: str) -> RegisterAnswers | None:
    with service.database.reading() as session:
        facts = last_facts(service, session, session.get_one(Case, case_id))
    assert facts is not None
    return facts.answers


@pytest.mark.parametrize(
    ("name", "outcome", "code"), [(NAME, "met", "ID-030"), ("李健国", "unknown", "ID-034")]
)
def test_the_register_is_asked_and_its_answer_kept(
    make_service: Callable[..., Service], name: str, outcome: str, code: str
) -> None:
    service = make_service(register_persons="table")
    take_in(service.database, service.sealer, "persons", f"姓名,身份证号\n{name},{NUMBER}".encode(), SYSTEM)
    case = checked_case(service)
    told = on_record(service, case.id)
    assert (told.outcome, told.code) == (outcome, code)
    held = answers(service, case.id)
    assert held is not None
    assert held.persons == (InsuredPerson(name, NUMBER),)
    with service.database.reading() as session:
        sealed = session.query(StoredVerdict.facts_sealed).scalar()
    assert sealed[:1] == b"\x01"
    assert NUMBER.encode() not in sealed


def test_a_case_is_checked_though_the_register_is_down_and_a_correction_does_not_ask_again(
    make_service: Callable[..., Service],
) -> None:
    service = make_service(register_persons="http://127.0.0.1:9/persons", register_seconds=0.5)
    case = checked_case(service)
    assert on_record(service, case.id).code == "REG-001"
    held = answers(service, case.id)
    assert held is not None
    assert held.persons == Silent("连不上登记系统")
    me = person_actor(service, "me")
    revision = review.claim(service, me, case.id).revision
    change = FieldChange(case.files[0].id, 1, "patient_name", ("李建国",))
    correct(service, me, case.id, [change], revision=revision)
    assert answers(service, case.id) == held


def test_registers_are_taken_in_and_listed_by_command(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MENSHEN_HOME", str(service.settings.home))
    monkeypatch.setenv("MENSHEN_BROKER_URL", str(service.settings.broker_url))
    monkeypatch.setenv("MENSHEN_REGISTER_PERSONS", "table")
    sheet = tmp_path / "参保.csv"
    sheet.write_text(f"姓名,身份证号\n{NAME},{NUMBER}\n乙,123\n", encoding="utf-8")
    assert cli.main(["registers", "import", "persons", str(sheet)]) == 3
    told = capsys.readouterr().err
    assert "新增 1，更新 0，未变 0" in told
    assert "第 3 行 id_number：不是有效的身份证号" in told
    ends = f"姓名,身份证号,病种,地区,结束日期\n{NAME},{NUMBER},冠心病,430503,2025-12-31\n"
    sheet.write_text(ends, encoding="utf-8")
    assert cli.main(["registers", "import", "entitlements", str(sheet)]) == 0
    assert cli.main(["registers", "list"]) == 0
    listed = capsys.readouterr().out
    assert [line.split() for line in listed.splitlines() if "登记" in line][1:3] == [
        ["参保登记", "本机的表", "1", "项"],
        ["待遇登记", "本机的表", "1", "项"],
    ]
