"""The audit log: every way to change it afterwards is found, and many writers make one chain."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from intake.database import Database
from intake.safekeeping import audit
from intake.safekeeping.audit import ChainBroken
from intake.tables.safekeeping import AuditEntry


def filled(database: Database, count: int = 6) -> None:
    for number in range(count):
        with database.writing() as session:
            audit.append(session, "person:1", "image.view", f"file:{number}", {"page": number, "why": "审核"})


def verified(database: Database) -> tuple[int, ChainBroken | None]:
    with database.reading() as session:
        return audit.verify(session)


def test_an_untouched_log_holds(any_database: Database) -> None:
    assert verified(any_database) == (0, None)
    filled(any_database)
    assert verified(any_database) == (6, None)


def change(**values: object) -> Callable[[Session], object]:
    return lambda session: session.execute(update(AuditEntry).where(AuditEntry.seq == 3).values(**values))


def remove(seq: int) -> Callable[[Session], object]:
    return lambda session: session.execute(delete(AuditEntry).where(AuditEntry.seq == seq))


def forge(session: Session) -> None:
    """Change an entry and give it the hash it then ought to have: the next one tells."""
    entry = session.get_one(AuditEntry, 3)
    entry.actor = "person:2"
    entry.hash = audit.entry_hash(entry)


@pytest.mark.parametrize(
    ("attack", "held", "broken"),
    [
        (change(actor="person:2"), 2, ChainBroken(3, "changed")),
        (change(action="image.list"), 2, ChainBroken(3, "changed")),
        (change(subject="file:9"), 2, ChainBroken(3, "changed")),
        (change(detail={"page": 9, "why": "审核"}), 2, ChainBroken(3, "changed")),
        (change(hash="0" * 64), 2, ChainBroken(3, "changed")),
        (change(previous_hash="0" * 64), 2, ChainBroken(3, "unlinked")),
        (forge, 3, ChainBroken(4, "unlinked")),
        (remove(1), 0, ChainBroken(1, "gap")),
        (remove(3), 2, ChainBroken(3, "gap")),
    ],
)
def test_every_change_is_found_at_the_first_entry_it_touches(
    any_database: Database, attack: Callable[[Session], object], held: int, broken: ChainBroken
) -> None:
    filled(any_database)
    with any_database.writing() as session:
        attack(session)
    assert verified(any_database) == (held, broken)


def test_an_act_that_is_rolled_back_leaves_no_entry(any_database: Database) -> None:
    def fail() -> None:
        with any_database.writing() as session:
            audit.append(session, "system", "case.approve", "case:1")
            raise RuntimeError

    filled(any_database, 2)
    with pytest.raises(RuntimeError):
        fail()
    filled(any_database, 1)
    assert verified(any_database) == (3, None)


def test_several_entries_in_one_transaction_follow_each_other(any_database: Database) -> None:
    with any_database.writing() as session:
        for _ in range(3):
            audit.append(session, "system", "case.erase", "case:1")
    assert verified(any_database) == (3, None)


def test_many_writers_at_once_make_one_chain(any_database: Database) -> None:
    failures: list[Exception] = []

    def write() -> None:
        try:
            filled(any_database, 10)
        except Exception as error:  # noqa: BLE001 - told by the assertion below
            failures.append(error)

    threads = [threading.Thread(target=write) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert verified(any_database) == (60, None)
