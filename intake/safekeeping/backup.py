"""Backup of a running service into a folder, and restore into an empty one.

The database is copied first, at one moment; then the objects its rows name. Objects never change, so the
two agree however long copying takes. Everything stays sealed: without the master key a backup tells nothing,
and the key is only in it where that was asked for. The manifest is written last: a folder without one is no
backup.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select

from intake.database import Database
from intake.faults import Fault
from intake.safekeeping.database_copy import BackupRefused, copied, is_empty, put_in
from intake.safekeeping.master_keys import FILE_NAME, MasterKeys
from intake.safekeeping.migrate import migrate
from intake.safekeeping.pieces import opened
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.sealing import Sealer, opens
from intake.safekeeping.vault import ObjectLost, Vault
from intake.service import Service
from intake.service_settings import ServiceSettings
from intake.tables.base import now
from intake.tables.cases import StoredObject
from intake.tables.safekeeping import DataKey

SCHEMA: Final = "menshen.backup/1"
_MANIFEST: Final = "manifest.json"
_OBJECTS: Final = "vault"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. ``lost``: objects that the vault does not hold, though their rows say so.
    ``key_id`` and ``key_wrapped``: a data key, by which a master key is tried."""

    schema: str
    program: str
    made_at: str
    kind: str
    database: str
    database_sha256: str
    objects: int
    bytes: int
    lost: list[str]
    key_id: str
    key_wrapped: str
    master_key: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """So many objects of so many."""

    done: int
    total: int


Told = Callable[[Progress], None]


def backup(
    service: Service, folder: Path, *, with_master_key: bool = False, told: Told = lambda progress: None
) -> Manifest:
    """Copy the running service into ``folder``, which is empty or not there. Raises ``BackupRefused``,
    ``SettingsRefused``, ``VaultError``."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if any(folder.iterdir()):
        raise BackupRefused(Fault("BACKUP-001", str(folder), "文件夹不是空的", "请另选一个空文件夹。"))
    with copied(service.database, folder) as (copy, seen):
        key_id, wrapped = seen.execute(select(DataKey.id, DataKey.wrapped).limit(1)).one()
        count, size, lost = _copy_objects(service, seen, folder / _OBJECTS, told)
    if with_master_key:
        MasterKeys(None, folder).write(_masters(service.settings).read())
    manifest = Manifest(
        schema=SCHEMA,
        program=version("menshen"),
        made_at=now().isoformat(timespec="seconds"),
        kind=service.database.engine.dialect.name,
        database=copy.name,
        database_sha256=_sha256(copy),
        objects=count,
        bytes=size,
        lost=lost,
        key_id=key_id,
        key_wrapped=base64.b64encode(wrapped).decode(),
        master_key=with_master_key,
    )
    os.sync()
    partial = folder / f"{_MANIFEST}.partial"
    partial.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1), encoding="utf-8")
    os.replace(partial, folder / _MANIFEST)
    os.sync()
    return manifest


def restore(settings: ServiceSettings, folder: Path, *, told: Told = lambda progress: None) -> Manifest:
    """Put a backup where ``settings`` say, which must be empty. Broken off, it can be begun again. The
    tables are brought to this version, and every object is opened once.

    Raises ``BackupRefused``, ``SettingsRefused``, ``VaultError``.
    """
    manifest = _read_manifest(folder)
    settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = Database(settings.database)
    try:
        _fits(manifest, folder, database)
        masters = _key_in_place(settings, manifest, folder)
        vault = Vault(settings.vault_url or str(settings.home / "vault"), settings.spool)
        _restore_objects(vault, folder / _OBJECTS, manifest.objects, told)
        put_in(database, folder / manifest.database)
        migrate(database)
        _verify(database, vault, Sealer(database, masters.read), set(manifest.lost))
    finally:
        database.close()
    return manifest


def _copy_objects(service: Service, seen: Connection, folder: Path, told: Told) -> tuple[int, int, list[str]]:
    """Copy every object the database names, opening each on the way. How many, their bytes, and the ids of
    those the vault does not hold (and that were not deleted since the database was copied)."""
    rows = list(seen.execute(select(StoredObject.id, StoredObject.path, StoredObject.size)))
    count = size = 0
    lost: list[str] = []
    for number, row in enumerate(rows, 1):
        sealed_key = seen.scalars(select(StoredObject.key_sealed).where(StoredObject.id == row.id)).one()
        key = service.sealer.open(sealed_key, about(StoredObject.key_sealed, row.id))
        place = folder / row.path
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            with place.open("xb") as stream:
                for _ in opened(key, row.id, row.size, _kept(service.vault.sealed(row.path), stream)):
                    pass
            count, size = count + 1, size + row.size
        except ObjectLost:
            place.unlink()
            if _still_wanted(service.database, row.id):
                lost.append(row.id)
        told(Progress(number, len(rows)))
    return count, size, lost


def _kept(stream: Iterator[bytes], file: Any) -> Iterator[bytes]:
    for chunk in stream:
        file.write(chunk)
        yield chunk


def _still_wanted(database: Database, object_id: str) -> bool:
    """Whether the object has its row still: erasing deletes both, while we copy."""
    with database.reading() as session:
        row = session.get(StoredObject, object_id)
        return row is not None and getattr(row, "doomed_at", None) is None


def _read_manifest(folder: Path) -> Manifest:
    try:
        manifest = Manifest(**json.loads((folder / _MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        remedy = "请核对路径；没有做完的备份不能恢复。"
        raise BackupRefused(Fault("BACKUP-004", str(folder), "这里没有完整的备份", remedy)) from error
    copy = folder / manifest.database
    if manifest.schema != SCHEMA or not copy.is_file() or _sha256(copy) != manifest.database_sha256:
        remedy = "请改用另一份备份。"
        raise BackupRefused(Fault("BACKUP-004", str(folder), "备份与其清单不符", remedy))
    return manifest


def _fits(manifest: Manifest, folder: Path, database: Database) -> None:
    if manifest.kind != database.engine.dialect.name:
        message = f"备份来自 {manifest.kind}，设置的数据库是 {database.engine.dialect.name}"
        raise BackupRefused(Fault("BACKUP-005", str(folder), message, "请设置同一种数据库后再恢复。"))
    if not is_empty(database):
        remedy = "请恢复到新的主目录或新建的数据库。"
        raise BackupRefused(Fault("BACKUP-006", "database_url", "数据库不是空的", remedy))


def _key_in_place(settings: ServiceSettings, manifest: Manifest, folder: Path) -> MasterKeys:
    """The master key that opens the backup: of the settings, the home or the backup itself."""
    masters = _masters(settings)
    in_backup = folder / FILE_NAME
    if masters.file is not None and not masters.file.exists() and in_backup.is_file():
        masters.write(MasterKeys(None, folder).read())
    there = masters.file is None or masters.file.exists()
    wrapped = base64.b64decode(manifest.key_wrapped)
    if not there or not any(opens(master, manifest.key_id, wrapped) for master in masters.read()):
        remedy = f"请把备份时的主密钥放到主目录的 {FILE_NAME}，或设为 MENSHEN_MASTER_KEY，再恢复。"
        raise BackupRefused(Fault("BACKUP-007", "master_key", "没有能打开这份备份的主密钥", remedy))
    return masters


def _restore_objects(vault: Vault, folder: Path, total: int, told: Told) -> None:
    """Put back what the backup holds; what is there from a restore broken off is left as it is."""
    there = {path for path, _ in vault.listed()}
    places = sorted(place for place in folder.rglob("*") if place.is_file()) if folder.is_dir() else []
    for number, place in enumerate(places, 1):
        path = place.relative_to(folder).as_posix()
        if path not in there:
            spooled = vault.spool / place.name
            shutil.copyfile(place, spooled)
            vault.put_back(path, spooled)
        told(Progress(number, total))


def _verify(database: Database, vault: Vault, sealer: Sealer, lost: set[str]) -> None:
    """Open every object once."""
    with database.reading() as session:
        rows = list(session.scalars(select(StoredObject)))
    broken = []
    for row in rows:
        try:
            for _ in vault.pieces(row, sealer):
                pass
        except ObjectLost:
            broken.append(row.id)
    if set(broken) - lost:
        message = f"{len(set(broken) - lost)} 个文件缺失或已损坏"
        remedy = "其余内容已恢复；请从另一份备份补回 vault 中的文件。"
        raise BackupRefused(Fault("BACKUP-009", "vault", message, remedy))


def _masters(settings: ServiceSettings) -> MasterKeys:
    given = settings.master_key.get_secret_value() if settings.master_key else None
    return MasterKeys(given, settings.home)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
