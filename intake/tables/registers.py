"""Registers of the bureau that were taken in as tables: insured persons, hospitals, physicians."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intake.tables.base import Table, new_id, now


class RegisterEntry(Table):
    """One entry of the register ``register`` (``persons``, ``hospitals``, ``physicians``), sealed whole.

    ``key_hash`` is the keyed hash of what names it (a person's number, a hospital's name, a physician's
    name with the hospital), ``name_hash`` that of its name alone. ``taken_in_at`` is the last time it stood
    in a table that was taken in.
    """

    __tablename__ = "register_entries"
    __table_args__ = (
        UniqueConstraint("register", "key_hash"),
        Index("ix_register_entries_name", "register", "name_hash"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    register: Mapped[str]
    key_hash: Mapped[str]
    name_hash: Mapped[str]
    entry_sealed: Mapped[bytes]
    taken_in_at: Mapped[dt.datetime] = mapped_column(default=now)
