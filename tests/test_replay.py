"""Stored cases under another version: who would change route and why; under their own, the same digest."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import ENGINE, NAME, NUMBER, application, discharge, refused, sound_application, sound_renewal
from stored_cases import Read, store

from api import cli
from api.json_output import encoded, reading_json, verdicts_json
from intake.facts import Facts, facts_bytes, facts_from
from intake.replay import NotReplayed, Replayed, Selection, replay, select_cases
from intake.service import Service
from intake.stored import StoredOtherwise
from intake.tables.cases import StoredVerdict
from ocr.types import Reading
from validators.check import check_case
from validators.pack import PACKS, Pack, load_pack, pack_in_force
from validators.register import InsuredPerson, Qualification, RegisterAnswers, Silent
from validators.verdict import Route

D = dt.date
ENDS = RegisterAnswers(entitlements=(Qualification("高血压病3级", None, D(2025, 12, 10)),))
RENEWAL = application("shaoyang-renewal")
DAYS_BEFORE = "days_before: 30"


@pytest.fixture
def later(tmp_path: Path) -> Pack:
    """Shaoyang's renewal as it might be next year: the window opens 10 days before the end."""
    written = (PACKS / "shaoyang-renewal" / "pack.yaml").read_text(encoding="utf-8")
    assert written.count(DAYS_BEFORE) == 1
    folder = tmp_path / "shaoyang-renewal"
    folder.mkdir()
    (folder / "pack.yaml").write_text(written.replace(DAYS_BEFORE, "days_before: 10"), encoding="utf-8")
    return load_pack(folder / "pack.yaml")


def read(answers: RegisterAnswers | None = ENDS, **more: object) -> Read:
    return Read(application("shaoyang-renewal", **more), tuple(sound_renewal()), ENGINE, answers)


def replayed(
    service: Service, pack: Pack | None, selection: Selection | None = None, processes: int | None = None
) -> list[Replayed | NotReplayed]:
    with service.database.reading() as session:
        ids = select_cases(session, selection or Selection(), pack)
    return [one for some in replay(service.settings, ids, pack, processes=processes) for one in some]


def test_facts_come_back_as_they_were_kept() -> None:
    answers = RegisterAnswers((InsuredPerson(NAME, NUMBER),), Silent("未答复"), (), None)
    facts = Facts(RENEWAL, answers)
    assert facts_from(facts_bytes(facts)) == facts
    with pytest.raises(StoredOtherwise):
        facts_from(b"V1" + facts_bytes(facts)[2:])


@pytest.mark.parametrize("processes", [1, 2])
def test_under_its_own_pack_every_case_gives_its_own_digest(service: Service, processes: int) -> None:
    sound = Read(application(), tuple(sound_application()), ENGINE)
    broken = Read(application(), (refused(), discharge()), ENGINE)
    store(service, [read(), read(None), sound, broken] * 3)
    found = replayed(service, None, processes=processes)
    assert len(found) == 12
    assert all(isinstance(one, Replayed) and one.same_pack and one.same_digest for one in found)


def test_who_would_change_route_and_why(service: Service, later: Pack) -> None:
    number, _ = store(service, [read(), read(None)])
    moved, same = replayed(service, later)
    assert isinstance(moved, Replayed)
    assert isinstance(same, Replayed)
    # the end is 2025-12-10; 10 days before is 2025-11-30, after the submission on 2025-11-20
    assert (moved.case, moved.route_before, moved.route) == (
        number, Route.READY_FOR_REVIEW, Route.NEEDS_CORRECTION,
    )  # fmt: skip
    (why,) = moved.changed
    assert (why.id, why.before, why.after) == ("renewal-window", "met", "unmet")
    assert "2025-11-30" in why.message
    assert not moved.same_pack
    assert (same.changes_route, same.changed) == (False, ())


def test_registers_are_not_asked_again(make_service: Callable[..., Service]) -> None:
    """The address of the register is one where nobody listens; what it answered then is used."""
    service = make_service(register_persons="https://127.0.0.1:9/persons")
    store(service, [read(RegisterAnswers(persons=(InsuredPerson(NAME, NUMBER),)))])
    (one,) = replayed(service, None)
    assert isinstance(one, Replayed)
    assert one.same_digest


def test_nothing_is_written(service: Service, later: Pack) -> None:
    store(service, [read()])
    before = Path(service.settings.home / "menshen.db").stat().st_mtime_ns
    replayed(service, later)
    with service.database.reading() as session:
        assert session.query(StoredVerdict).count() == 1
    assert Path(service.settings.home / "menshen.db").stat().st_mtime_ns == before


def test_which_cases(service: Service) -> None:
    first, second = store(service, [read(), read(submitted_on=D(2025, 11, 25))])
    store(service, [Read(application(), tuple(sound_application()), ENGINE)])
    pack = pack_in_force(D(2025, 11, 20), policy="shaoyang-renewal")

    def cases(selection: Selection, pack: Pack | None = None) -> int:
        with service.database.reading() as session:
            return len(select_cases(session, selection, pack))

    assert cases(Selection()) == 3
    assert cases(Selection(), pack) == 2  # another policy's cases say nothing about this one
    assert cases(Selection(policy="shaoyang-application")) == 1
    assert cases(Selection((first,)), pack) == 1
    assert cases(Selection((first, second, "nobody"))) == 2
    assert cases(Selection(since=D(2025, 11, 21))) == 1


def test_the_newest_verdict_of_a_case_is_the_one_that_counts(service: Service) -> None:
    from intake import judge  # noqa: PLC0415
    from intake.tables.cases import Case  # noqa: PLC0415

    store(service, [read()])
    with service.database.writing() as session:
        case = session.query(Case).one()
        facts = Facts(RENEWAL, None)
        pack = pack_in_force(RENEWAL.submitted_on, policy="shaoyang-renewal")
        verdict = check_case(case.case_no, RENEWAL, sound_renewal(), ENGINE, pack)
        judge.keep(service, session, case, verdict, facts, cause="corrected")
    (one,) = replayed(service, None)
    assert isinstance(one, Replayed)
    assert one.route_before is Route.NEEDS_ATTENTION
    assert one.same_digest


def test_what_another_version_wrote_is_told_and_stops_nothing(service: Service) -> None:
    from intake.safekeeping.sealed_columns import about  # noqa: PLC0415

    store(service, [read(), read()])
    with service.database.writing() as session:
        row = session.query(StoredVerdict).order_by(StoredVerdict.id).first()
        assert row is not None
        row.verdict_sealed = service.sealer.seal(b"V9", about(StoredVerdict.verdict_sealed, row.id))
    found = replayed(service, None)
    assert sorted(type(one).__name__ for one in found) == ["NotReplayed", "Replayed"]


def run(*arguments: str) -> int:
    return cli.main(["policy", "replay", *arguments])


@pytest.fixture
def here(service: Service, monkeypatch: pytest.MonkeyPatch) -> Service:
    """The service as the command line finds it."""
    monkeypatch.setenv("MENSHEN_HOME", str(service.settings.home))
    monkeypatch.setenv("MENSHEN_BROKER_URL", str(service.settings.broker_url))
    return service


def test_the_command_as_json(here: Service, later: Pack, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (number, _) = store(here, [read(), read(None)])
    assert run(str(later.path), "--all", "--json") == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert told["schema"] == "menshen.replay/1"
    assert told["policy"]["sha256"] == later.sha256
    assert {(one["before"], one["after"]): one["cases"] for one in told["routes"]} == {
        ("ready_for_review", "needs_correction"): 1,
        ("needs_attention", "needs_attention"): 1,
    }
    (changed,) = told["changed"]
    assert changed["case"] == number
    assert [check["id"] for check in changed["checks"]] == ["renewal-window"]


def test_the_command_in_words(here: Service, later: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    (number,) = store(here, [read()])
    assert run(str(later.path), number) == 0
    told = capsys.readouterr().out
    assert f"{number}：材料齐全，可交审核 → 需申请人补正" in told
    assert "续期时间：符合 → 不符合" in told
    assert "共 1 件，去向改变 1 件。" in told
    assert NUMBER not in told
    assert run("own", "--all") == 0
    assert "政策包与原来相同的 1 件中，结论摘要一致 1 件。" in capsys.readouterr().out


def test_a_case_that_is_not_there_and_a_digest_that_does_not_come_back(here: Service) -> None:
    assert run("own", "N-nobody") == 3
    store(here, [read()])
    with here.database.writing() as session:
        session.query(StoredVerdict).update({"digest": "0" * 64})
    assert run("own", "--all") == 5
    assert run("own") == 2


@pytest.mark.parametrize("kind", ["reading.json", "verdict.json"])
def test_folders_without_a_server(
    kind: str, tmp_path: Path, later: Pack, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    folder = tmp_path / "case-01"
    folder.mkdir()
    (folder / "case.yaml").write_text(
        f"policy: shaoyang-renewal\nsubmitted_on: 2025-11-20\n"
        f"applicant: {{name: {NAME}, id_number: '{NUMBER}', insured_place: 邵阳市, insurance: employee}}\n"
        "diseases: [高血压病3级]\nentitlement: {disease: 高血压病3级, valid_until: 2025-12-10}\n",
        encoding="utf-8",
    )
    papers = tuple(sound_renewal())
    pack = pack_in_force(RENEWAL.submitted_on, policy="shaoyang-renewal")
    verdict = check_case("case-01", RENEWAL, papers, ENGINE, pack)
    told = reading_json(Reading(papers, ENGINE)) if kind == "reading.json" else verdicts_json([verdict])
    (folder / kind).write_bytes(encoded(told))
    assert run(str(later.path), str(folder), "--json") == 0
    (changed,) = json.loads(capfdbinary.readouterr().out)["changed"]
    assert (changed["before"], changed["after"]) == ("ready_for_review", "needs_correction")
    (folder / kind).write_text("{}", encoding="utf-8")
    assert run(str(later.path), str(folder)) == 3
    (folder / kind).unlink()
    assert run(str(later.path), str(folder)) == 3
