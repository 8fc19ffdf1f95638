"""Erasure on request: nothing personal is left, skeleton and audit trail are, crashes harm nothing."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builders import NAME, NUMBER, OTHER_NAME, OTHER_NUMBER
from personal_cases import Filed, a_batch, a_service, count, in_vault, opened
from sqlalchemy import func, select

from intake.actors import Actor, Role
from intake.database import Database
from intake.entitlements import Holder, row_of
from intake.lifecycle import State
from intake.refusals import Refused
from intake.safekeeping import audit, erasure
from intake.safekeeping.doomed import finish_doomed
from intake.safekeeping.retention import Erased, RetentionPolicy, apply_retention, erase_person
from intake.safekeeping.sealed_columns import SEALED, about
from intake.safekeeping.vault import VaultError
from intake.service import Service
from intake.tables import Table
from intake.tables.base import new_id, now
from intake.tables.cases import (
    Case,
    CaseFile,
    CaseStep,
    CheckFinding,
    Decision,
    PageImage,
    StoredObject,
)
from intake.tables.delivery import Event
from intake.tables.safekeeping import AuditEntry
from intake.tables.work import Batch, BatchRow, Job

ADMINISTRATOR = Actor("person:admin", Role.ADMINISTRATOR, person_id="admin")
S = State


@pytest.fixture
def kept(sqlite_database: Database, tmp_path: Path) -> Service:
    """A service on SQLite without a broker, with one client and one reviewer."""
    return a_service(sqlite_database, tmp_path)


@pytest.fixture
def kept_anywhere(any_database: Database, tmp_path: Path) -> Service:
    """The same, once on SQLite and once on PostgreSQL."""
    return a_service(any_database, tmp_path)


def test_nothing_of_the_person_is_left_and_all_of_the_others(kept_anywhere: Service) -> None:
    batch_id, batch_path = a_batch(kept_anywhere)
    filed = Filed(kept_anywhere, batch_id=batch_id)
    other = Filed(kept_anywhere, name=OTHER_NAME, number=OTHER_NUMBER, batch_id=batch_id)
    register = row_of(
        kept_anywhere.sealer, Holder(NAME, NUMBER, "糖尿病"), source="register", region="430500"
    )
    with kept_anywhere.database.writing() as session:
        session.add(register)
    before = opened(kept_anywhere)
    assert NUMBER in before

    erased = erase_person(kept_anywhere, ADMINISTRATOR, NUMBER.lower(), reference="2025-17")

    told = opened(kept_anywhere)
    assert NAME not in told
    assert NUMBER not in told
    assert told.count(OTHER_NUMBER) == before.count(OTHER_NUMBER) > 9
    assert in_vault(kept_anywhere) == set(other.paths)
    assert batch_path not in in_vault(kept_anywhere)
    assert count(kept_anywhere, StoredObject) == len(other.paths)
    assert erased == Erased(
        (filed.id,),
        {
            "cases": 1, "files": 1, "page_readings": 1, "page_images": 1, "jobs": 1, "field_corrections": 1,
            "imprints": 1, "uploads": 1, "upload_parts": 1, "verdicts": 1, "decisions": 1, "batch_rows": 1,
            "entitlements": 2, "objects": 4, "idempotent_answers": 1, "case_labels": 1,
            "second_reviews": 1,
        },
    )  # fmt: skip


def test_the_skeleton_and_the_trail_stay(kept_anywhere: Service) -> None:
    filed = Filed(kept_anywhere)
    erase_person(kept_anywhere, ADMINISTRATOR, NUMBER, reference="2025-17")
    with kept_anywhere.database.reading() as session:
        case = session.get_one(Case, filed.id)
        assert (case.state, case.region, case.submitted_on) == ("approved", "430500", dt.date(2025, 11, 20))
        assert case.erased_at is not None
        assert (case.name_hash, case.id_number_hash, case.external_id, case.claimed_by) == (
            "",
            "",
            None,
            None,
        )
        assert case.revision == 3
        assert (
            kept_anywhere.sealer.open(case.application_sealed, about(Case.application_sealed, case.id)) == b""
        )
        (decision,) = session.scalars(select(Decision)).all()
        assert (decision.decision, decision.reasons) == ("approve", ["ID-001"])
        (event,) = session.scalars(select(Event)).all()
        assert event.payload["data"] == {"case": filed.id, "external_id": None}
        assert audit.verify(session) == (2, None)
        entries = session.scalars(select(AuditEntry).order_by(AuditEntry.seq)).all()
        assert [(e.actor, e.action, e.subject) for e in entries] == [
            ("person:admin", "case.erase", f"case:{filed.id}"),
            ("person:admin", "person.erase", "person"),
        ]
        assert entries[0].detail["erased"]["files"] == 1
        assert all(e.detail["reference"] == "2025-17" for e in entries)
        assert not any(word in str(e.detail) for e in entries for word in (NAME, NUMBER))
    assert count(kept_anywhere, CheckFinding, case_id=filed.id) == 1
    assert count(kept_anywhere, CaseStep, case_id=filed.id) == 1


def test_a_second_request_finds_nothing(kept: Service) -> None:
    Filed(kept)
    erase_person(kept, ADMINISTRATOR, NUMBER)
    assert erase_person(kept, ADMINISTRATOR, NUMBER) == Erased((), {})


def test_an_undecided_case_is_refused_whole_unless_forced(kept_anywhere: Service) -> None:
    decided = Filed(kept_anywhere)
    undecided = [Filed(kept_anywhere, S.IN_REVIEW), Filed(kept_anywhere, S.RETURNED)]
    with pytest.raises(Refused) as caught:
        erase_person(kept_anywhere, ADMINISTRATOR, NUMBER)
    assert caught.value.refusal.code == "ERA-101"
    assert {fault.where for fault in caught.value.faults} == {f"N{case.id}" for case in undecided}
    assert count(kept_anywhere, Case, erased_at=None) == 3
    assert in_vault(kept_anywhere) >= set(decided.paths)

    erased = erase_person(kept_anywhere, ADMINISTRATOR, NUMBER, force=True)

    assert set(erased.cases) == {decided.id, *(case.id for case in undecided)}
    assert NUMBER not in opened(kept_anywhere)
    assert count(kept_anywhere, Case, state="withdrawn") == 2
    assert count(kept_anywhere, CaseStep, to_state="withdrawn", actor="person:admin") == 2


def test_a_batch_that_is_being_taken_apart_is_waited_for(kept: Service) -> None:
    batch_id, path = a_batch(kept, "running")
    filed = Filed(kept, batch_id=batch_id)
    with pytest.raises(Refused, match="ERA-102"):
        erase_person(kept, ADMINISTRATOR, NUMBER, force=True)
    assert in_vault(kept) == {path, *filed.paths}
    found = apply_retention(kept, RetentionPolicy(decided_days=1, batch_days=1))
    assert (found.cases, found.waiting) == ((), 1)


def test_a_batch_that_is_stuck_blocks_nobody_and_says_that_its_bytes_are_gone(kept: Service) -> None:
    batch_id, path = a_batch(kept, "stuck")
    filed = Filed(kept, batch_id=batch_id)
    unused = new_id()
    with kept.database.writing() as session:
        label = kept.sealer.seal(f"{NAME}.jpg".encode(), about(BatchRow.label_sealed, unused))
        session.add(
            BatchRow(id=unused, batch_id=batch_id, number=2, row=0, label_sealed=label, state="unused")
        )
    assert erase_person(kept, ADMINISTRATOR, NUMBER, reference="2025-18", force=True).cases == (filed.id,)
    assert path not in in_vault(kept)
    assert NAME not in opened(kept)
    with kept.database.reading() as session:
        batch = session.get_one(Batch, batch_id)
        assert (batch.state, [one["code"] for one in batch.problems]) == ("stuck", ["BATCH-110"])


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.ADMINISTRATOR, Role.SYSTEM}])
def test_only_administrators_erase(kept: Service, role: Role) -> None:
    Filed(kept)
    with pytest.raises(Refused, match="ACC-004"):
        erase_person(kept, Actor("x", role), NUMBER)
    assert count(kept, Case, erased_at=None) == 1


def test_a_number_that_is_none_is_refused(kept: Service) -> None:
    with pytest.raises(Refused, match="ERA-103"):
        erase_person(kept, ADMINISTRATOR, "430503196703124512")


def test_a_crash_between_commit_and_deletion_leaves_nothing_behind(
    kept_anywhere: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed = Filed(kept_anywhere)

    def unreachable(path: str) -> None:
        raise VaultError("down")

    with monkeypatch.context() as broken:
        broken.setattr(kept_anywhere.vault, "delete", unreachable)
        assert erase_person(kept_anywhere, ADMINISTRATOR, NUMBER).bytes_left
    assert in_vault(kept_anywhere) == set(filed.paths)
    assert count(kept_anywhere, Case, erased_at=None) == 0
    with kept_anywhere.database.reading() as session:
        for row in session.scalars(select(StoredObject)):
            assert row.doomed_at is not None
            with pytest.raises(ValueError, match="AESGCM"):
                kept_anywhere.vault.read(row, kept_anywhere.sealer)  # its key is gone already

    assert finish_doomed(kept_anywhere, objects=1) == len(filed.paths)
    assert in_vault(kept_anywhere) == set()
    assert count(kept_anywhere, StoredObject) == 0
    assert finish_doomed(kept_anywhere) == 0


def test_a_worker_that_finishes_meanwhile_leaves_nothing(kept_anywhere: Service) -> None:
    """A reading written while the erasure waits for its case is erased too, picture and all."""
    filed = Filed(kept_anywhere, S.READING)
    picture = kept_anywhere.vault.store(NAME.encode())
    with ThreadPoolExecutor(1) as pool:
        with kept_anywhere.database.writing() as session:
            case = session.get_one(Case, filed.id, with_for_update=True)
            (job,) = session.scalars(select(Job).with_for_update())
            erasing = pool.submit(erase_person, kept_anywhere, ADMINISTRATOR, NUMBER, force=True)
            time.sleep(0.3)  # the erasure stands at the case by now
            job.done_at = now()
            session.add(picture.row(kept_anywhere.sealer))
            session.flush()
            image = PageImage(file_id=filed.file_id, page=2, width=1, height=1, object_id=picture.object_id)
            session.add(image)
            case.checked_at = now()
        assert erasing.result(30).counts["page_images"] == 2
    assert in_vault(kept_anywhere) == set()
    assert NUMBER not in opened(kept_anywhere)


def test_what_was_deleted_before_a_crash_is_not_done_again(
    kept: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed = Filed(kept)
    delete: Callable[[str], None] = kept.vault.delete
    done: list[str] = []

    def second_fails(path: str) -> None:
        if done:
            raise VaultError("down")
        done.append(path)
        delete(path)

    with monkeypatch.context() as broken:
        broken.setattr(kept.vault, "delete", second_fails)
        assert erase_person(kept, ADMINISTRATOR, NUMBER).bytes_left
    assert count(kept, StoredObject) == len(filed.paths) - 1
    assert finish_doomed(kept) == len(filed.paths) - 1


def test_an_object_that_another_row_needs_is_not_doomed(kept: Service) -> None:
    filed, other = Filed(kept), Filed(kept, name=OTHER_NAME, number=OTHER_NUMBER)
    with kept.database.writing() as session:
        shared = session.get_one(CaseFile, other.file_id)
        shared.object_id = session.get_one(CaseFile, filed.file_id).object_id
    erase_person(kept, ADMINISTRATOR, NUMBER)
    with kept.database.reading() as session:
        row = session.get_one(StoredObject, session.get_one(CaseFile, other.file_id).object_id)
        assert kept.vault.read(row, kept.sealer) == f"{NAME} {NUMBER}".encode()


def test_every_table_that_goes_with_a_case_is_named() -> None:
    """A new table must be put into one of the two lists, and so be thought about."""
    roots = {"cases", "files", "objects", "batches", "uploads", "verdicts", "events"}
    referring = {
        table.name
        for table in Table.metadata.tables.values()
        if roots & {key.column.table.name for key in table.foreign_keys}
    }
    assert referring <= erasure.EMPTIED | erasure.KEPT <= Table.metadata.tables.keys()
    assert not erasure.EMPTIED & erasure.KEPT


def test_every_sealed_column_was_filled_here(kept: Service) -> None:
    """So that ``opened`` looks into all that a person's case may fill."""
    batch_id, _ = a_batch(kept)
    Filed(kept, batch_id=batch_id)
    apart = {"people", "endpoints", "register_entries"}
    with kept.database.reading() as session:
        empty = {
            str(column.property.columns[0])
            for column in SEALED
            if column.property.columns[0].table.name not in apart
            and not session.scalar(select(func.count()).select_from(column.class_).where(column.is_not(None)))
        }
    assert empty == set()
