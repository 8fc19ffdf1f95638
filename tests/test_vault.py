"""The vault: what comes back, what is noticed, what is left behind; in a folder and in an S3 store."""

from __future__ import annotations

import errno
import hashlib
import os
import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.database import Database
from intake.safekeeping.pieces import PIECE
from intake.safekeeping.sealing import Sealer
from intake.safekeeping.vault import ObjectLost, Received, TooManyBytes, Vault, VaultError
from intake.tables.cases import StoredObject


@pytest.fixture
def sealer(sqlite_database: Database) -> Sealer:
    made = Sealer(sqlite_database, bytes(32))
    made.load()
    return made


@pytest.fixture(params=["folder", "s3"])
def vault(request: pytest.FixtureRequest, tmp_path: Path) -> Vault:
    url = str(tmp_path / "vault") if request.param == "folder" else request.getfixturevalue("s3_vault_url")
    return Vault(url, tmp_path / "spool")


@pytest.fixture
def folder(tmp_path: Path) -> Vault:
    return Vault(str(tmp_path / "vault"), tmp_path / "spool")


def put(vault: Vault, data: bytes, step: int = 70_001) -> Received:
    with vault.receive(len(data)) as receiver:
        for start in range(0, len(data), step):
            receiver.write(memoryview(data)[start : start + step])
        received = receiver.finish()
        vault.keep(received)
    return received


def bytes_of(size: int) -> bytes:
    return hashlib.shake_128(str(size).encode()).digest(size)


def tamper(vault: Vault, row: StoredObject, change: slice, by: bytes) -> None:
    assert vault.folder is not None
    place = vault.folder / row.path
    data = bytearray(place.read_bytes())
    data[change] = by
    place.write_bytes(data)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 17, 5_000_000])
def test_what_was_kept_comes_back(vault: Vault, sealer: Sealer, size: int) -> None:
    data = bytes_of(size)
    received = put(vault, data)
    assert (received.size, received.sha256) == (size, hashlib.sha256(data).hexdigest())
    row = received.row(sealer)
    assert vault.read(row, sealer) == data
    assert all(len(piece) <= PIECE for piece in vault.pieces(row, sealer))
    assert [path for path, _ in vault.listed()] == [received.path]
    assert list(vault.spool.iterdir()) == []


def test_nothing_on_disk_is_readable_and_no_name_tells_anything(folder: Vault, sealer: Sealer) -> None:
    text = "刘秀英 430503196703124514 ".encode() * 20_000
    received = put(folder, text)
    assert folder.folder is not None
    for place in folder.folder.rglob("*"):
        if place.is_file():
            assert b"4305031967" not in place.read_bytes()
            assert "刘秀英".encode()[:6] not in place.read_bytes()
            assert received.sha256 not in str(place)


def test_one_byte_too_many_is_noticed_before_it_is_kept(folder: Vault) -> None:
    with folder.receive(10) as receiver:
        receiver.write(b"0123456789")
        with pytest.raises(TooManyBytes):
            receiver.write(b"x")
    assert list(folder.spool.iterdir()) == []
    assert list(folder.listed()) == []


def test_who_leaves_half_way_leaves_nothing(folder: Vault) -> None:
    def leave() -> None:
        with folder.receive(PIECE * 4) as receiver:
            receiver.write(bytes(PIECE * 3))
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        leave()
    assert list(folder.spool.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "by"),
    [
        pytest.param(slice(0, 1), b"\xff", id="a byte of the first piece"),
        pytest.param(slice(-1, None), b"\xff\xfe", id="the last byte, and one more"),
        pytest.param(slice(-1, None), b"", id="the last byte gone"),
        pytest.param(slice(-(17 + 16), None), b"", id="the last piece gone"),
        pytest.param(slice(PIECE + 16, 2 * (PIECE + 16)), b"", id="a middle piece gone"),
        pytest.param(slice(0, None), b"", id="everything gone"),
    ],
)
def test_changed_bytes_are_never_given_out_whole(
    folder: Vault, sealer: Sealer, change: slice, by: bytes
) -> None:
    row = put(folder, bytes_of(2 * PIECE + 17)).row(sealer)
    tamper(folder, row, change, by)
    with pytest.raises(ObjectLost):
        folder.read(row, sealer)


def test_two_pieces_that_changed_places_are_noticed(folder: Vault, sealer: Sealer) -> None:
    row = put(folder, bytes_of(3 * PIECE)).row(sealer)
    assert folder.folder is not None
    place, whole = folder.folder / row.path, PIECE + 16
    data = place.read_bytes()
    place.write_bytes(data[whole : 2 * whole] + data[:whole] + data[2 * whole :])
    with pytest.raises(ObjectLost):
        folder.read(row, sealer)


def test_bytes_put_behind_the_last_piece_are_noticed_or_ignored(folder: Vault, sealer: Sealer) -> None:
    data = bytes_of(PIECE)
    row = put(folder, data).row(sealer)
    assert folder.folder is not None
    with (folder.folder / row.path).open("ab") as stream:
        stream.write(bytes(100))
    assert folder.read(row, sealer) == data


def test_one_objects_bytes_under_anothers_path_do_not_open(folder: Vault, sealer: Sealer) -> None:
    one, other = put(folder, b"a" * 99).row(sealer), put(folder, b"b" * 99).row(sealer)
    assert folder.folder is not None
    shutil.copyfile(folder.folder / one.path, folder.folder / other.path)
    with pytest.raises(ObjectLost):
        folder.read(other, sealer)


def test_an_object_that_is_gone_is_said_so_and_can_be_deleted_again(vault: Vault, sealer: Sealer) -> None:
    row = put(vault, b"x").row(sealer)
    vault.delete(row.path)
    vault.delete(row.path)
    with pytest.raises(ObjectLost):
        vault.read(row, sealer)
    assert list(vault.listed()) == []


def test_a_store_that_is_away_is_said_so_and_nothing_is_lost(
    tmp_path: Path, s3_vault_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    vault = Vault(s3_vault_url, tmp_path / "spool")
    assert not vault.reachable()
    with vault.receive(5) as receiver:
        receiver.write(b"abcde")
        received = receiver.finish()
        with pytest.raises(VaultError):
            vault.keep(received)
        assert received.spooled.exists()
    assert list(vault.spool.iterdir()) == []


def test_a_store_that_answers_is_reachable(vault: Vault) -> None:
    assert vault.reachable()
    assert vault.free_bytes() > 0


@pytest.fixture
def little_room() -> Iterator[None]:
    """No file of this process may grow beyond 300 kB: writing on fails as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("little_room")
@pytest.mark.parametrize("size", [300_001, 299_990, 5_000_000])
def test_a_full_disk_is_said_so_and_nothing_stays(folder: Vault, size: int) -> None:
    with pytest.raises(VaultError):
        put(folder, bytes(size))
    assert list(folder.spool.iterdir()) == []
    assert list(folder.listed()) == []


def test_the_spool_and_the_vault_may_be_on_two_disks(
    folder: Vault, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.replace

    def across(source: Path, target: Path) -> None:
        if source.parent != target.parent:
            raise OSError(errno.EXDEV, "another device")
        really(source, target)

    monkeypatch.setattr(os, "replace", across)
    data = bytes_of(PIECE + 1)
    row = put(folder, data).row(sealer)
    assert folder.read(row, sealer) == data
    assert list(folder.spool.iterdir()) == []


def test_an_objects_key_belongs_to_its_row(folder: Vault, sealer: Sealer) -> None:
    one, other = put(folder, b"a").row(sealer), put(folder, b"b").row(sealer)
    assert len({put(folder, b"same").key for _ in range(3)}) == 3
    moved = StoredObject(id=one.id, path=one.path, size=one.size, key_sealed=other.key_sealed)
    with pytest.raises(Exception, match="open"):
        folder.read(moved, sealer)
