"""The registers as tables of the service's own database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, func, or_, select

from intake.database import Database
from intake.entitlements import holder_of, number_hash
from intake.registers.asking import Asked, RegisterDown
from intake.registers.entries import (
    HOSPITALS,
    PERSONS,
    PHYSICIANS,
    Entry,
    entry_of,
    key_hash,
    name_hash,
)
from intake.safekeeping.sealing import Sealer
from intake.tables.cases import EntitlementRecord
from intake.tables.registers import RegisterEntry
from validators.hospitals import Hospital, HospitalDirectory, with_registered
from validators.near_misses import difference_of_numbers, plain_name, plain_number
from validators.register import InsuredPerson, Physician, Qualification

_MOST: Final = 5000
"""Namesakes looked at; the commonest name of a city of millions has a few thousand bearers."""
_NOT_TAKEN_IN: Final = "登记表尚未导入"
_NONE: Final = HospitalDirectory({}, {})


class RegisterTable:
    """Asks the tables. Short reading transactions; nothing leaves the database in the clear."""

    def __init__(self, database: Database, sealer: Sealer) -> None:
        self._database = database
        self._sealer = sealer

    def persons(self, asked: Asked) -> Sequence[InsuredPerson]:
        """Who bears the number; if nobody does, namesakes with nearly the number."""
        number = key_hash(self._sealer, PERSONS, plain_number(asked.id_number))
        name = name_hash(self._sealer, PERSONS, asked.name)
        either = or_(RegisterEntry.key_hash == number, RegisterEntry.name_hash == name)
        found = [one for one in self._entries(PERSONS, either) if isinstance(one, InsuredPerson)]
        wanted = plain_number(asked.id_number)
        bearers = [one for one in found if plain_number(one.id_number) == wanted]
        return bearers or [
            one
            for one in found
            if plain_name(one.name) == plain_name(asked.name)
            and difference_of_numbers(asked.id_number, one.id_number)
        ]

    def entitlements(self, asked: Asked) -> Sequence[Qualification]:
        """Of the register taken in, and of the cases approved here."""
        hashed = number_hash(self._sealer, plain_number(asked.id_number))
        wanted = select(EntitlementRecord).where(EntitlementRecord.id_number_hash == hashed)
        with self._database.reading() as session:
            rows = session.scalars(wanted.order_by(EntitlementRecord.id)).all()
        return [
            Qualification(holder_of(self._sealer, row).disease, row.valid_from, row.valid_until)
            for row in rows
        ]

    def hospitals(self, asked: Asked) -> Sequence[Hospital]:
        """Every hospital that one of the names means, or may mean."""
        if not asked.hospitals:
            return ()
        held = self._entries(HOSPITALS, RegisterEntry.register == HOSPITALS)
        directory = with_registered(_NONE, [one for one in held if isinstance(one, Hospital)])
        found = (hospital for name in asked.hospitals for hospital in directory.look_up(name).hospitals)
        return list(dict.fromkeys(found))

    def physicians(self, asked: Asked) -> Sequence[Physician]:
        """The bearers of the names."""
        names = [name_hash(self._sealer, PHYSICIANS, name) for name in asked.physicians]
        found = self._entries(PHYSICIANS, RegisterEntry.name_hash.in_(names)) if names else []
        return [one for one in found if isinstance(one, Physician)]

    def _entries(self, register: str, which: ColumnElement[bool]) -> list[Entry]:
        """The entries; an empty register was never taken in, and cannot say that somebody is not in it."""
        wanted = select(RegisterEntry).where(RegisterEntry.register == register, which)
        any_row = select(func.count()).select_from(
            select(RegisterEntry.id).where(RegisterEntry.register == register).limit(1).subquery()
        )
        with self._database.reading() as session:
            rows = session.scalars(wanted.order_by(RegisterEntry.id).limit(_MOST)).all()
            if not rows and not session.scalar(any_row):
                raise RegisterDown(_NOT_TAKEN_IN)
        return [entry_of(self._sealer, row) for row in rows]
