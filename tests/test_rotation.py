"""Rotating keys while others write, stopped anywhere, and the master key above them."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from rows import row
from sqlalchemy import func, select, update

from intake.database import Database
from intake.safekeeping import audit
from intake.safekeeping.master_keys import MasterKeys, encoded
from intake.safekeeping.migrate import migrate
from intake.safekeeping.rotation import change_master, keys_used, rotate
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.sealing import SealBroken, Sealer, key_of
from intake.safekeeping.vault import Vault
from intake.settings import SettingsRefused
from intake.tables.access import Client
from intake.tables.base import new_id, now
from intake.tables.cases import Case, IdempotentAnswer, StoredObject
from intake.tables.delivery import Endpoint
from intake.tables.safekeeping import DataKey

MASTER = bytes(range(32))
AT_ONCE = dt.timedelta(0)


@pytest.fixture
def sealer(any_database: Database) -> Sealer:
    made = Sealer(any_database, MASTER)
    made.load()
    return made


def add_case(database: Database, sealer: Sealer, plain: bytes) -> str:
    case_id = new_id()
    sealed = sealer.seal(plain, about(Case.application_sealed, case_id))
    with database.writing() as session:
        session.add(
            row(
                Case,
                id=case_id,
                case_no=case_id,
                application_sealed=sealed,
                name_hash=sealer.look_up("刘秀英"),
            )
        )
    return case_id


def sealed_case(database: Database, case_id: str) -> bytes:
    with database.reading() as session:
        return session.scalars(select(Case.application_sealed).where(Case.id == case_id)).one()


def opened_case(database: Database, sealer: Sealer, case_id: str) -> bytes:
    return sealer.open(sealed_case(database, case_id), about(Case.application_sealed, case_id))


def seal_keys(database: Database) -> list[tuple[str, bool]]:
    """The sealing keys and whether each is retired."""
    query = select(DataKey.id, DataKey.retired_at).where(DataKey.purpose == "seal").order_by(DataKey.id)
    with database.reading() as session:
        return [(row.id, row.retired_at is not None) for row in session.execute(query)]


def test_everything_is_sealed_anew_and_opens_as_before(
    any_database: Database, sealer: Sealer, tmp_path: Path
) -> None:
    vault = Vault(str(tmp_path / "vault"), tmp_path / "spool")
    cases = {add_case(any_database, sealer, str(number).encode()): number for number in range(60)}
    stored = vault.store(b"a page").row(sealer)
    answer = about(IdempotentAnswer.answer_sealed, "client", "k" * 64)
    with any_database.writing() as session:
        session.add(stored)
        sealed = sealer.seal(b"{}", answer)
        session.add(row(IdempotentAnswer, client_id="client", key_hash="k" * 64, answer_sealed=sealed))
    old, look_up = key_of(sealed_case(any_database, next(iter(cases)))), sealer.look_up("刘秀英")

    told = []
    rotated = rotate(any_database, sealer, "person:1", told=told.append, late=AT_ONCE)

    assert (rotated.resealed, rotated.broken, rotated.retired, rotated.resumed) == (62, 0, 1, False)
    assert seal_keys(any_database) == [(old, True), (rotated.key_id, False)]
    assert {one.column for one in told} >= {"cases.application_sealed", "objects.key_sealed"}
    with any_database.reading() as session:
        assert keys_used(session) == {rotated.key_id}
        page = session.get_one(StoredObject, stored.id)
        sealed_answer = session.scalars(select(IdempotentAnswer.answer_sealed)).one()
        assert audit.verify(session) == (1, None)
    other = Sealer(any_database, MASTER)
    assert all(
        opened_case(any_database, other, case_id) == str(number).encode() for case_id, number in cases.items()
    )
    assert vault.read(page, other) == b"a page"
    assert sealed_answer is not None
    assert other.open(sealed_answer, answer) == b"{}"
    assert other.look_up("刘秀英") == look_up


def test_what_others_write_meanwhile_with_the_old_key_is_caught(
    any_database: Database, sealer: Sealer
) -> None:
    for number in range(40):
        add_case(any_database, sealer, str(number).encode())
    stale = Sealer(any_database, MASTER)  # a process that hears of the new key last of all
    stale.load()
    written: list[str] = []

    def write_on(seconds: float) -> None:
        if len(written) < 10:
            written.append(add_case(any_database, stale, b"late"))
        time.sleep(min(seconds, 0.01))

    rotated = rotate(any_database, sealer, "system", pause=write_on, late=dt.timedelta(seconds=1))
    assert len(written) == 10
    with any_database.reading() as session:
        assert keys_used(session) == {rotated.key_id}
    assert all(opened_case(any_database, sealer, case_id) == b"late" for case_id in written)


def test_a_value_changed_between_reading_and_writing_is_not_put_back(
    any_database: Database, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = add_case(any_database, sealer, b"before")
    other = Sealer(any_database, MASTER)
    other.load()
    really = sealer.open

    def opened_while_another_writes(sealed: bytes, place: str) -> bytes:
        plain = really(sealed, place)
        if plain == b"before":
            with any_database.writing() as session:
                session.execute(update(Case).values(application_sealed=other.seal(b"after", place)))
        return plain

    monkeypatch.setattr(sealer, "open", opened_while_another_writes)
    rotated = rotate(any_database, sealer, "system", late=AT_ONCE, pause=lambda _: None)
    monkeypatch.undo()
    assert opened_case(any_database, sealer, case_id) == b"after"
    assert rotated.retired == 0  # the old key is still in use: the next run retires it
    again = rotate(any_database, sealer, "system", late=AT_ONCE)
    assert (again.resumed, again.key_id, again.resealed, again.retired) == (True, rotated.key_id, 1, 1)
    assert opened_case(any_database, sealer, case_id) == b"after"


def test_a_value_that_does_not_open_keeps_its_key_and_is_told(any_database: Database, sealer: Sealer) -> None:
    case_id, sound = add_case(any_database, sealer, b"x"), add_case(any_database, sealer, b"y")
    with any_database.writing() as session:
        broken = sealer.seal(b"x", "elsewhere")
        session.execute(update(Case).where(Case.id == case_id).values(application_sealed=broken))
    rotated = rotate(any_database, sealer, "system", late=AT_ONCE)
    assert (rotated.resealed, rotated.broken, rotated.retired) == (1, 1, 0)
    assert opened_case(any_database, sealer, sound) == b"y"
    with pytest.raises(SealBroken):
        opened_case(any_database, sealer, case_id)


def test_a_value_written_late_opens_and_is_caught_by_the_next_rotation(
    any_database: Database, sealer: Sealer
) -> None:
    stale = Sealer(any_database, MASTER)
    stale.load()
    first = rotate(any_database, sealer, "system", late=AT_ONCE)
    assert first.retired == 1
    case_id = add_case(any_database, stale, b"very late")
    assert key_of(sealed_case(any_database, case_id)) != first.key_id
    assert opened_case(any_database, Sealer(any_database, MASTER), case_id) == b"very late"
    second = rotate(any_database, sealer, "system", late=AT_ONCE)
    assert key_of(sealed_case(any_database, case_id)) == second.key_id


def test_a_key_retired_long_ago_is_destroyed(any_database: Database, sealer: Sealer) -> None:
    case_id = add_case(any_database, sealer, b"x")
    first = rotate(any_database, sealer, "system", late=AT_ONCE)
    with any_database.writing() as session:
        long_ago = now() - dt.timedelta(days=8)
        session.execute(update(DataKey).where(DataKey.retired_at.is_not(None)).values(retired_at=long_ago))
    second = rotate(any_database, sealer, "system", late=AT_ONCE)
    assert (second.retired, second.destroyed) == (1, 1)
    assert seal_keys(any_database) == [(first.key_id, True), (second.key_id, False)]
    assert opened_case(any_database, Sealer(any_database, MASTER), case_id) == b"x"


def test_two_rotations_at_once_end_with_everything_under_one_key(any_database: Database) -> None:
    first = Sealer(any_database, MASTER)
    cases = [add_case(any_database, first, b"x") for _ in range(50)]
    failures: list[BaseException] = []

    def run() -> None:
        try:
            rotate(any_database, Sealer(any_database, MASTER), "system", late=dt.timedelta(seconds=0.5))
        except BaseException as error:  # noqa: BLE001 - told by the assertion below
            failures.append(error)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    fresh = Sealer(any_database, MASTER)
    assert all(opened_case(any_database, fresh, case_id) == b"x" for case_id in cases)
    with any_database.reading() as session:
        assert keys_used(session) == {key_id for key_id, retired in seal_keys(any_database) if not retired}


_ROTATING = """
import datetime, pathlib, sys
from intake.database import Database
from intake.safekeeping.master_keys import MasterKeys
from intake.safekeeping.rotation import change_master, rotate
from intake.safekeeping.sealing import Sealer
home = pathlib.Path(sys.argv[2])
database, masters = Database(sys.argv[1]), MasterKeys(None, home)
sealer = Sealer(database, masters.read)
while True:
    change_master(database, sealer, masters, "system")
    rotate(database, sealer, "system", late=datetime.timedelta(0), pause=lambda s: None,
           told=lambda progress: print(progress, flush=True))
"""


@pytest.mark.parametrize("after", [0.02, 0.05, 0.1, 0.2, 0.3])
def test_killed_anywhere_every_value_opens_and_the_next_run_finishes(tmp_path: Path, after: float) -> None:
    database = Database(f"sqlite:///{tmp_path / 'm.db'}")
    migrate(database)
    masters = MasterKeys(None, tmp_path)
    sealer = Sealer(database, masters.read)
    cases = [add_case(database, sealer, str(number).encode()) for number in range(60)]
    url = database.engine.url.render_as_string()
    rotating = subprocess.Popen(
        [sys.executable, "-c", _ROTATING, url, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert rotating.stdout is not None
    assert rotating.stdout.readline()  # it is at work
    time.sleep(after)
    rotating.send_signal(signal.SIGKILL)
    rotating.communicate()

    survivor = Sealer(database, MasterKeys(None, tmp_path).read)
    assert [opened_case(database, survivor, one) for one in cases] == [str(n).encode() for n in range(60)]
    change_master(database, survivor, masters, "system")
    rotated = rotate(database, survivor, "system", late=AT_ONCE)
    with database.reading() as session:
        assert keys_used(session) == {rotated.key_id}
        assert audit.verify(session)[1] is None
    assert len(masters.read()) == 1
    assert not [path.name for path in tmp_path.iterdir() if path.name.endswith(".partial")] or after >= 0


def test_the_master_key_in_a_file_changes_and_running_processes_go_on(
    any_database: Database, tmp_path: Path
) -> None:
    masters = MasterKeys(None, tmp_path)
    running, sealer = Sealer(any_database, masters.read), Sealer(any_database, masters.read)
    case_id = add_case(any_database, running, b"x")
    before = masters.read()
    assert change_master(any_database, sealer, masters, "person:1") == 2
    after = masters.read()
    assert len(after) == 1
    assert after != before
    assert opened_case(any_database, running, case_id) == b"x"
    rotated = rotate(any_database, sealer, "system", late=AT_ONCE)  # a key the running process has not seen
    assert opened_case(any_database, running, case_id) == b"x"
    running.load()
    assert key_of(running.seal(b"", "")) == rotated.key_id
    assert opened_case(any_database, Sealer(any_database, masters.read), case_id) == b"x"
    with pytest.raises(SettingsRefused):
        Sealer(any_database, before[0]).load()


def test_a_change_of_the_master_key_stopped_before_the_database_goes_on_with_the_same_key(
    any_database: Database, tmp_path: Path
) -> None:
    masters = MasterKeys(None, tmp_path)
    sealer = Sealer(any_database, masters.read)
    case_id = add_case(any_database, sealer, b"x")
    fresh = os.urandom(32)
    masters.write((fresh, *masters.read()))  # as far as the first step
    assert opened_case(any_database, Sealer(any_database, masters.read), case_id) == b"x"
    change_master(any_database, Sealer(any_database, masters.read), masters, "system")
    assert masters.read() == (fresh,)
    assert opened_case(any_database, Sealer(any_database, masters.read), case_id) == b"x"


def test_a_master_key_from_the_settings_needs_both_while_it_changes(
    any_database: Database, tmp_path: Path
) -> None:
    fresh = os.urandom(32)
    case_id = add_case(any_database, Sealer(any_database, MASTER), b"x")
    alone = MasterKeys(encoded(fresh), tmp_path)
    with pytest.raises(SettingsRefused) as refused:
        change_master(any_database, Sealer(any_database, MASTER), alone, "system")
    assert refused.value.faults[0].code == "SET-012"
    both = MasterKeys(f"{encoded(fresh)},{encoded(MASTER)}", tmp_path)
    assert change_master(any_database, Sealer(any_database, both.read), both, "system") == 2
    assert opened_case(any_database, Sealer(any_database, fresh), case_id) == b"x"
    assert not (tmp_path / "master.key").exists()


def test_the_webhook_secret_of_an_endpoint_without_an_old_one_is_no_trouble(
    any_database: Database, sealer: Sealer
) -> None:
    """A sealed column that is empty stays empty."""
    endpoint_id = new_id()
    with any_database.writing() as session:
        session.add(row(Client, id="c"))
        session.flush()
        sealed = sealer.seal(b"whsec_", about(Endpoint.secret_sealed, endpoint_id))
        session.add(row(Endpoint, id=endpoint_id, client_id="c", secret_sealed=sealed))
    assert rotate(any_database, sealer, "system", late=AT_ONCE).resealed == 1
    with any_database.reading() as session:
        assert session.scalar(select(func.count()).where(Endpoint.old_secret_sealed.is_(None))) == 1
