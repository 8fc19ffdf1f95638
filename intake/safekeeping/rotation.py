"""Changes the keys while the service works: the key that seals, or the master key above it.

A new sealing key is made; then every sealed value is sealed anew in small batches, each written only if it
is still what it was. Processes that have not heard of the new key go on with the old one for up to half a
minute: what they wrote is found by a later pass. An old key is retired once no value refers to it; it stays
readable for a week, for a value written late, and is destroyed by the first rotation after that. Stopped
half-way, the next run goes on where this one was.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Column, LargeBinary, and_, delete, func, select, tuple_, update
from sqlalchemy import Table as SqlTable
from sqlalchemy.orm import InstrumentedAttribute, Session

from intake.database import Database
from intake.faults import Fault
from intake.safekeeping import audit
from intake.safekeeping.master_keys import KEY_BYTES, MasterKeys
from intake.safekeeping.sealed_columns import SEALED, about
from intake.safekeeping.sealing import FRESH_SECONDS, SealBroken, Sealer, lock_keys
from intake.settings import SettingsRefused
from intake.tables.base import now
from intake.tables.safekeeping import DataKey

BATCH_BYTES: Final = 1_000_000
"""About how much one batch seals: it holds SQLite's write lock for some milliseconds."""
MOST_ROWS: Final = 500
LATE: Final = dt.timedelta(seconds=FRESH_SECONDS + 10)
"""How long after a key was made somebody may still be writing with the one before."""
DESTROYED_AFTER: Final = dt.timedelta(days=7)


_ONE_MASTER: Final = Fault(
    "SET-012",
    "master_key",
    "更换主密钥时须同时写明新旧两把",
    "请把各进程的 MENSHEN_MASTER_KEY 设为“新密钥,旧密钥”并重启，再运行本命令；完成后去掉旧密钥。",
)


@dataclass(frozen=True, slots=True)
class Progress:
    """After a batch: the column, how many values of it were sealed anew in this pass, and the pass."""

    column: str
    resealed: int
    number: int


@dataclass(frozen=True, slots=True)
class Rotated:
    """What a rotation did. ``broken`` values do not open: they keep their key, which is then not retired.
    ``resumed``: it went on with an earlier one."""

    key_id: str
    resealed: int
    broken: int
    retired: int
    destroyed: int
    resumed: bool


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A value to be sealed anew: its row's primary key, and its bytes."""

    key: tuple[str, ...]
    value: bytes


def rotate(
    database: Database,
    sealer: Sealer,
    actor: str,
    *,
    told: Callable[[Progress], None] = lambda progress: None,
    pause: Callable[[float], None] = time.sleep,
    late: dt.timedelta = LATE,
) -> Rotated:
    """Seal everything under a new key, and retire the old ones. ``actor`` stands in the audit log.

    ``pause`` waits between batches, as long as each took, so that writers get their turn.
    """
    key_id, resumed = _newest(database, sealer)
    sealer.load()
    resealed = broken = 0
    number = 0
    while True:
        number += 1
        settled = _settled(database, key_id, late)  # asked before the pass: nothing old comes after it
        done, broken = _pass(database, sealer, key_id, number, told, pause)
        resealed += done
        if settled is None:
            break
        pause(settled)
    with database.reading() as session:
        used = keys_used(session)
    with database.writing() as session:
        retired, destroyed = _retire(session, key_id, used)
        detail = {"resealed": resealed, "broken": broken, "retired": retired, "destroyed": destroyed}
        audit.append(session, actor, "key.rotate", f"key:{key_id}", detail)
    return Rotated(key_id, resealed, broken, retired, destroyed, resumed)


def change_master(database: Database, sealer: Sealer, masters: MasterKeys, actor: str) -> int:
    """Seal every key under a new master key; the values under them stay. How many keys there are.

    Where the key stands in a file, a new one is made and put before the old; once the database is sealed
    with it, the old is taken out. Where the settings give the key, they must give both, the new one first.
    At every moment the file, or the settings, hold a key that opens the database. Stopped half-way, the
    next run goes on with the same new key. Raises ``SettingsRefused``.
    """
    if masters.file is None and len(masters.read()) < 2:
        raise SettingsRefused((_ONE_MASTER,))
    with _alone(masters.home):
        keys = masters.read()
        if masters.file is not None and len(keys) == 1:
            keys = (secrets.token_bytes(KEY_BYTES), *keys)
            masters.write(keys)
        with database.writing() as session:
            count = sealer.rewrap(session)
            audit.append(session, actor, "master_key.change", "master_key", {"keys": count})
        if masters.file is not None:
            masters.write(keys[:1])
    return count


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Two that change the key file at once wait for each other."""
    with (home / "master.lock").open("a") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        yield


def _newest(database: Database, sealer: Sealer) -> tuple[str, bool]:
    """The key to seal with: a new one, or that of a rotation that was stopped half-way."""
    with database.writing() as session:
        lock_keys(session)  # two that rotate at once make one key
        there = list(
            session.scalars(
                select(DataKey.id)
                .where(DataKey.purpose == "seal", DataKey.retired_at.is_(None))
                .order_by(DataKey.id)
            )
        )
        if len(there) > 1:
            return there[-1], True
        return sealer.new_key(session), False


def _settled(database: Database, key_id: str, late: dt.timedelta) -> float | None:
    """How many seconds until everybody seals with the key; nothing if that is so."""
    with database.reading() as session:
        made = session.scalars(select(DataKey.created_at).where(DataKey.id == key_id)).one()
    left = (made + late - now()).total_seconds()
    return left if left > 0 else None


def _pass(
    database: Database,
    sealer: Sealer,
    key_id: str,
    number: int,
    told: Callable[[Progress], None],
    pause: Callable[[float], None],
) -> tuple[int, int]:
    """Seal anew whatever stands under another key. How many, and how many do not open."""
    resealed = broken = 0
    for attribute in SEALED:
        of_column = 0
        for batch in _batches(database, attribute, key_id):
            began = time.monotonic()
            fresh = []
            for one in batch:
                try:
                    fresh.append((one, _anew(sealer, attribute, one)))
                except SealBroken:
                    broken += 1
            of_column += _write(database, attribute, fresh)
            told(Progress(_name(attribute), of_column, number))
            pause(time.monotonic() - began)
        resealed += of_column
    return resealed, broken


def _anew(sealer: Sealer, attribute: InstrumentedAttribute[Any], one: _Sealed) -> bytes:
    place = about(attribute, *one.key)
    return sealer.seal(sealer.open(one.value, place), place)


def _batches(
    database: Database, attribute: InstrumentedAttribute[Any], key_id: str
) -> Iterator[list[_Sealed]]:
    """The values not under ``key_id``, in the order of their rows."""
    table, column = _place(attribute)
    keys = list(table.primary_key.columns)
    after: tuple[str, ...] | None = None
    most = 20
    while True:
        query = select(*keys, column).where(column.is_not(None), _key_in(column) != bytes.fromhex(key_id))
        if after is not None:
            query = query.where(tuple_(*keys) > after)
        with database.reading() as session:
            rows = session.execute(query.order_by(*keys).limit(most)).all()
        if not rows:
            return
        batch = [_Sealed(tuple(row[:-1]), row[-1]) for row in rows]
        yield batch
        after = batch[-1].key
        size = sum(len(one.value) for one in batch) // len(batch)
        most = max(1, min(MOST_ROWS, BATCH_BYTES // size))


def _write(
    database: Database, attribute: InstrumentedAttribute[Any], fresh: list[tuple[_Sealed, bytes]]
) -> int:
    """Put each value in the place of the one it was made from, if that still stands there."""
    table, column = _place(attribute)
    keys = list(table.primary_key.columns)
    written = 0
    with database.writing() as session:
        for one, sealed in fresh:
            same_row = and_(*(key == part for key, part in zip(keys, one.key, strict=True)))
            changed = session.connection().execute(
                update(table).where(same_row, column == one.value).values({column: sealed})
            )
            written += changed.rowcount
    return written


def _retire(session: Session, key_id: str, used: set[str]) -> tuple[int, int]:
    """Retire older keys nothing refers to, destroy those retired long ago."""
    moment = now()
    retired = destroyed = 0
    for row in session.scalars(select(DataKey).where(DataKey.purpose == "seal", DataKey.id < key_id)):
        if row.id in used:
            continue
        if row.retired_at is None:
            row.retired_at = moment
            retired += 1
        elif row.retired_at < moment - DESTROYED_AFTER:
            session.execute(delete(DataKey).where(DataKey.id == row.id))
            destroyed += 1
    return retired, destroyed


def keys_used(session: Session) -> set[str]:
    """The ids of the keys that sealed values refer to."""
    used: set[str] = set()
    for attribute in SEALED:
        _, column = _place(attribute)
        found = session.scalars(select(_key_in(column)).where(column.is_not(None)).distinct())
        used |= {bytes(one).hex() for one in found}
    return used


def _key_in(column: Column[Any]) -> Any:
    return func.substr(column, 2, 16, type_=LargeBinary)


def _place(attribute: InstrumentedAttribute[Any]) -> tuple[SqlTable, Column[Any]]:
    column = attribute.property.columns[0]
    return column.table, column


def _name(attribute: InstrumentedAttribute[Any]) -> str:
    return str(attribute.property.columns[0])
