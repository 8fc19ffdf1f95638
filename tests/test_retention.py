"""Retention: what is kept how long, and what outlives it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from builders import NAME, NUMBER
from personal_cases import LONG_AGO, Filed, a_batch, a_service, count, in_vault
from sqlalchemy import select, update

from intake.actors import Actor, Role
from intake.database import Database
from intake.entitlements import Holder, row_of
from intake.lifecycle import State
from intake.safekeeping.retention import Erased, RetentionPolicy, apply_retention
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import (
    Case,
    CaseFile,
    CaseStep,
    EntitlementRecord,
)
from intake.tables.work import Batch, Job

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


@pytest.mark.parametrize(
    ("state", "days", "policy", "erased"),
    [
        (S.APPROVED, 400, RetentionPolicy(decided_days=365), True),
        (S.REJECTED, 400, RetentionPolicy(decided_days=365), True),
        (S.APPROVED, 364, RetentionPolicy(decided_days=365), False),
        (S.APPROVED, 400, RetentionPolicy(), False),
        (S.APPROVED, 400, RetentionPolicy(abandoned_days=30, returned_days=30), False),
        (S.WITHDRAWN, 40, RetentionPolicy(abandoned_days=30), True),
        (S.WITHDRAWN, 40, RetentionPolicy(decided_days=30), False),
        (S.OPEN, 40, RetentionPolicy(abandoned_days=30), True),
        (S.OPEN, 29, RetentionPolicy(abandoned_days=30), False),
        (S.RETURNED, 40, RetentionPolicy(decided_days=30, abandoned_days=30), False),
        (S.RETURNED, 40, RetentionPolicy(returned_days=30), True),
        (S.IN_REVIEW, 4000, RetentionPolicy(30, 30, 30, 30), False),
        (S.STUCK, 4000, RetentionPolicy(30, 30, 30, 30), False),
    ],
)
def test_what_is_kept_how_long(
    kept: Service, state: State, days: int, policy: RetentionPolicy, erased: bool
) -> None:
    filed = Filed(kept, state, at=now() - dt.timedelta(days=days))
    found = apply_retention(kept, policy)
    assert found.cases == ((filed.id,) if erased else ())
    assert (in_vault(kept) == set()) is erased
    assert count(kept, Case, erased_at=None) == (0 if erased else 1)


def test_retention_keeps_qualifications_in_force(kept_anywhere: Service) -> None:
    """Whoever was approved is to be reminded before it ends, however long ago the papers went."""
    filed = Filed(kept_anywhere)
    ended = row_of(
        kept_anywhere.sealer, Holder(NAME, NUMBER, "糖尿病"), case_id=filed.id, source="case",
        region="430500", valid_until=dt.date(2020, 1, 1),
    )  # fmt: skip
    with kept_anywhere.database.writing() as session:
        session.add(ended)
    apply_retention(kept_anywhere, RetentionPolicy(decided_days=365))
    with kept_anywhere.database.reading() as session:
        (row,) = session.scalars(select(EntitlementRecord)).all()
        assert row.valid_until == dt.date(2099, 12, 31)
    assert apply_retention(kept_anywhere, RetentionPolicy(decided_days=365)).cases == ()


def test_a_case_with_a_new_file_is_not_abandoned(kept: Service) -> None:
    filed = Filed(kept, S.OPEN)
    with kept.database.writing() as session:
        session.get_one(CaseFile, filed.file_id).received_at = now()
        for step in session.scalars(select(CaseStep)):
            session.delete(step)
    assert apply_retention(kept, RetentionPolicy(abandoned_days=30)).cases == ()


def test_a_hand_ins_bytes_go_and_its_count_stays(kept: Service) -> None:
    batch_id, path = a_batch(kept)
    running, running_path = a_batch(kept, "running")
    filed = Filed(kept, batch_id=batch_id, at=now())
    found = apply_retention(kept, RetentionPolicy(decided_days=365, batch_days=30))
    assert found.counts == {"batches": 1, "batch_rows": 1, "objects": 1}
    assert in_vault(kept) == {running_path, *filed.paths}
    assert path not in in_vault(kept)
    assert count(kept, Batch) == 2
    assert apply_retention(kept, RetentionPolicy(batch_days=30)) == Erased(())
    assert running


@pytest.mark.parametrize(
    ("state", "after", "code"), [("stuck", "stuck", "BATCH-110"), ("open", "refused", "BATCH-113")]
)
def test_the_bytes_of_a_hand_in_that_never_ended_go_too(
    kept: Service, state: str, after: str, code: str
) -> None:
    batch_id, path = a_batch(kept, state)
    with kept.database.writing() as session:
        batch = session.get_one(Batch, batch_id)
        batch.done_at, batch.created_at = None, LONG_AGO
        if state == "stuck":
            job = Job(kind="batch", queue="bulk", batch_id=batch_id, state="dead", done_at=now())
            session.add(job)
    assert path in in_vault(kept)
    if state == "stuck":  # given up only now, however long ago it came
        assert apply_retention(kept, RetentionPolicy(batch_days=30)) == Erased(())
        with kept.database.writing() as session:
            session.execute(update(Job).values(done_at=LONG_AGO))
    assert apply_retention(kept, RetentionPolicy(batch_days=30)).counts["batches"] == 1
    assert path not in in_vault(kept)
    with kept.database.reading() as session:
        batch = session.get_one(Batch, batch_id)
        assert (batch.state, [one["code"] for one in batch.problems]) == (after, [code])
