"""Keys that seal: what opens where, what does not, the master key, and the table of sealed columns."""

from __future__ import annotations

import base64
import os
import stat
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import LargeBinary, func, select, text

from intake.database import Database
from intake.safekeeping import sealing
from intake.safekeeping.master_keys import MasterKeys, decoded, encoded
from intake.safekeeping.migrate import migrate
from intake.safekeeping.sealed_columns import SEALED, about
from intake.safekeeping.sealing import SealBroken, Sealer, key_of
from intake.settings import SettingsRefused
from intake.tables import Table
from intake.tables.cases import Case, IdempotentAnswer, StoredVerdict
from intake.tables.safekeeping import DataKey

MASTER = bytes(range(32))


@pytest.fixture
def sealer(any_database: Database) -> Sealer:
    made = Sealer(any_database, MASTER)
    made.load()
    return made


@pytest.fixture(scope="module")
def one_sealer(tmp_path_factory: pytest.TempPathFactory) -> Sealer:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('sealing') / 'm.db'}")
    migrate(database)
    made = Sealer(database, MASTER)
    made.load()
    return made


@given(plain=st.binary(max_size=2000), place=st.text(max_size=60))
def test_what_is_sealed_opens_where_it_was_sealed(one_sealer: Sealer, plain: bytes, place: str) -> None:
    sealed = one_sealer.seal(plain, place)
    assert one_sealer.open(sealed, place) == plain
    assert len(sealed) == 1 + 16 + 12 + len(plain) + 16


@given(plain=st.binary(min_size=8, max_size=200), at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_any_changed_bit_breaks_the_seal(one_sealer: Sealer, plain: bytes, at: int, bit: int) -> None:
    sealed = bytearray(one_sealer.seal(plain, "a"))
    sealed[at % len(sealed)] ^= 1 << bit
    with pytest.raises(SealBroken):
        one_sealer.open(bytes(sealed), "a")


def test_a_value_moved_to_another_row_or_column_does_not_open(sealer: Sealer) -> None:
    sealed = sealer.seal(b"x", about(Case.application_sealed, "1"))
    for elsewhere in (about(Case.application_sealed, "2"), about(StoredVerdict.verdict_sealed, "1"), ""):
        with pytest.raises(SealBroken):
            sealer.open(sealed, elsewhere)


@pytest.mark.parametrize("size", [0, 1, 16, 17, 28, 29, 44])
def test_a_value_cut_short_does_not_open(sealer: Sealer, size: int) -> None:
    with pytest.raises(SealBroken):
        sealer.open(sealer.seal(b"abc", "a")[:size], "a")


def test_equal_values_look_different_sealed_and_equal_hashed(sealer: Sealer) -> None:
    assert sealer.seal(b"x", "a") != sealer.seal(b"x", "a")
    assert sealer.look_up("刘秀英") == sealer.look_up("刘秀英") != sealer.look_up("刘秀兰")


def test_another_process_opens_and_finds_what_this_one_sealed(any_database: Database) -> None:
    here, there = Sealer(any_database, MASTER), Sealer(any_database, MASTER)
    assert there.open(here.seal(b"x", "a"), "a") == b"x"
    assert there.look_up("a") == here.look_up("a")


def test_a_new_key_reaches_a_process_that_opens(any_database: Database) -> None:
    here, there = Sealer(any_database, MASTER), Sealer(any_database, MASTER)
    old = here.seal(b"x", "a")
    there.load()
    with any_database.writing() as session:
        fresh = here.new_key(session)
    here.load()
    sealed = here.seal(b"y", "a")
    assert key_of(sealed) == fresh != key_of(old)
    assert there.open(sealed, "a") == b"y"
    assert there.open(old, "a") == b"x"


def test_the_newest_key_is_newest_though_the_clock_went_back(any_database: Database) -> None:
    sealer = Sealer(any_database, MASTER)
    sealer.load()
    with any_database.writing() as session:
        ahead = "f" * 31 + "0"
        session.add(DataKey(id=ahead, purpose="seal", wrapped=sealer.wrapped(ahead, os.urandom(32))))
        session.flush()
        fresh = sealer.new_key(session)
    sealer.load()
    assert key_of(sealer.seal(b"", "")) == fresh == "f" * 31 + "1"


def test_processes_that_start_at_once_make_one_set_of_keys(any_database: Database) -> None:
    sealers = [Sealer(any_database, MASTER) for _ in range(8)]
    ready = threading.Barrier(len(sealers))

    def start(sealer: Sealer) -> None:
        ready.wait()
        sealer.load()

    threads = [threading.Thread(target=start, args=(sealer,)) for sealer in sealers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with any_database.reading() as session:
        assert session.scalar(select(func.count()).select_from(DataKey)) == 2
    assert len({sealer.look_up("x") for sealer in sealers}) == 1


def test_a_wrong_master_key_is_said_and_opens_nothing(any_database: Database) -> None:
    Sealer(any_database, MASTER).load()
    with pytest.raises(SettingsRefused) as refused:
        Sealer(any_database, b"\0" * 32).load()
    assert [fault.code for fault in refused.value.faults] == ["SET-011"]


def test_no_key_stands_in_the_clear_in_the_database(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'm.db'}")
    migrate(database)
    sealer = Sealer(database, MASTER)
    sealer.load()
    with database.reading() as session:
        wrapped = list(session.scalars(select(DataKey.wrapped)))
    assert all(len(one) == 12 + 32 + 16 for one in wrapped)
    assert MASTER not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_the_key_file_is_made_once_and_only_for_its_owner(tmp_path: Path) -> None:
    keys = MasterKeys(None, tmp_path)
    first = keys.read()
    assert keys.read() == first
    assert len(first) == 1
    assert len(first[0]) == 32
    assert stat.S_IMODE((tmp_path / "master.key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["master.key"]


def test_starts_at_once_agree_on_one_key_file(tmp_path: Path) -> None:
    ready, seen = threading.Barrier(8), set[tuple[bytes, ...]]()

    def start() -> None:
        ready.wait()
        seen.add(MasterKeys(None, tmp_path).read())

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 1


@pytest.mark.parametrize(
    "written",
    ["", "   ", "abc", "not base64!", base64.b64encode(b"x" * 31).decode(), encoded(MASTER) + ",abc"],
)
def test_a_master_key_that_is_none_is_refused(written: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused) as refused:
        MasterKeys(written, tmp_path).read()
    assert refused.value.faults[0].code == "SET-010"
    assert "x" * 31 not in str(refused.value)


def test_two_master_keys_stand_beside_each_other_while_one_replaces_the_other() -> None:
    other = os.urandom(32)
    assert decoded(f"{encoded(other)},{encoded(MASTER)}\n") == (other, MASTER)
    assert decoded(f"{encoded(other)}\n{encoded(MASTER)}\n") == (other, MASTER)


def test_every_sealed_column_of_the_tables_is_in_the_one_list() -> None:
    in_tables = {
        str(column)
        for table in Table.metadata.tables.values()
        for column in table.columns
        if column.name.endswith("_sealed")
    }
    listed = [str(attribute.property.columns[0]) for attribute in SEALED]
    assert set(listed) == in_tables
    assert len(listed) == len(set(listed))


def test_bytes_in_the_tables_are_sealed_or_wrapped() -> None:
    binary = {
        str(column)
        for table in Table.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary) and not column.name.endswith("_sealed")
    }
    assert binary == {"data_keys.wrapped"}


def test_what_a_value_is_about_names_its_place() -> None:
    assert about(Case.application_sealed, "7") == "cases.application_sealed:7"
    assert about(IdempotentAnswer.answer_sealed, "c", "k") == "idempotent_answers.answer_sealed:c:k"
    with pytest.raises(ValueError, match="primary key"):
        about(IdempotentAnswer.answer_sealed, "c")
    with pytest.raises(KeyError):
        about(Case.state, "7")


def test_a_key_asked_for_anew_inside_many_transactions_waits_for_none(
    any_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealer = Sealer(any_database, os.urandom(32))
    sealer.load()
    monkeypatch.setattr(sealing, "FRESH_SECONDS", -1.0)  # every sealing asks
    together = threading.Barrier(20)

    def work() -> bytes:
        together.wait()
        with any_database.reading() as session:
            session.execute(text("SELECT 1"))
            return sealer.seal(b"x", "about")

    began = time.monotonic()
    with ThreadPoolExecutor(20) as pool:
        sealed = [one.result() for one in [pool.submit(work) for _ in range(20)]]
    assert {sealer.open(one, "about") for one in sealed} == {b"x"}
    assert time.monotonic() - began < 15  # a pool waited for gives up after 30 s
