"""Entries of the registers as they are kept: sealed JSON, found by keyed hash."""

from __future__ import annotations

from typing import Final, TypeAlias

from pydantic import TypeAdapter
from sqlalchemy import delete
from sqlalchemy.orm import Session

from intake.safekeeping.sealed_columns import about
from intake.safekeeping.sealing import Sealer
from intake.tables.base import new_id
from intake.tables.registers import RegisterEntry
from ocr.values.text import fold
from validators.hospital_names import canonical
from validators.hospitals import Hospital
from validators.near_misses import plain_name, plain_number
from validators.register import InsuredPerson, Physician

Entry: TypeAlias = InsuredPerson | Hospital | Physician
PERSONS: Final = "persons"
HOSPITALS: Final = "hospitals"
PHYSICIANS: Final = "physicians"
_SHAPES: Final[dict[str, TypeAdapter[Entry]]] = {
    PERSONS: TypeAdapter(InsuredPerson),
    HOSPITALS: TypeAdapter(Hospital),
    PHYSICIANS: TypeAdapter(Physician),
}


def key_of(register: str, entry: Entry) -> str:
    """What names an entry within its register, in its comparable form."""
    if isinstance(entry, InsuredPerson):
        return plain_number(entry.id_number)
    if isinstance(entry, Hospital):
        return canonical(fold(entry.name))
    return f"{plain_name(entry.name)}|{canonical(fold(entry.hospital))}"


def key_hash(sealer: Sealer, register: str, key: str) -> str:
    """The keyed hash of a comparable key."""
    return sealer.look_up(f"register:{register}:{key}")


def name_hash(sealer: Sealer, register: str, name: str) -> str:
    """The keyed hash of a name as it is compared."""
    return sealer.look_up(f"register:{register}:name:{plain_name(name)}")


def row_of(sealer: Sealer, register: str, entry: Entry) -> RegisterEntry:
    """A new row for ``entry``."""
    row_id = new_id()
    return RegisterEntry(
        id=row_id,
        register=register,
        key_hash=key_hash(sealer, register, key_of(register, entry)),
        name_hash=name_hash(sealer, register, entry.name),
        entry_sealed=sealed(sealer, register, row_id, entry),
    )


def sealed(sealer: Sealer, register: str, row_id: str, entry: Entry) -> bytes:
    """An entry sealed for the row with this id."""
    return sealer.seal(_SHAPES[register].dump_json(entry), about(RegisterEntry.entry_sealed, row_id))


def entry_of(sealer: Sealer, row: RegisterEntry) -> Entry:
    """The entry of a row. Raises ``SealBroken``."""
    plain = sealer.open(row.entry_sealed, about(RegisterEntry.entry_sealed, row.id))
    return _SHAPES[row.register].validate_json(plain)


def delete_person(session: Session, sealer: Sealer, id_number: str) -> int:
    """Take a person out of the register of insured persons, on their request; how many entries."""
    hashed = key_hash(sealer, PERSONS, plain_number(id_number))
    gone = session.scalars(
        delete(RegisterEntry)
        .where(RegisterEntry.register == PERSONS, RegisterEntry.key_hash == hashed)
        .returning(RegisterEntry.id)
    )
    return len(gone.all())
