"""Keys that seal, and the audit log that tells who looked."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy.orm import Mapped, mapped_column

from intake.tables.base import Table, new_id, now


class DataKey(Table):
    """A key that seals, itself sealed under the master key. ``purpose``: ``seal`` or ``look_up``."""

    __tablename__ = "data_keys"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    purpose: Mapped[str]
    wrapped: Mapped[bytes]
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    retired_at: Mapped[dt.datetime | None]


class AuditEntry(Table):
    """One act, chained to the one before by its hash. ``detail`` never holds personal data."""

    __tablename__ = "audit_log"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[dt.datetime] = mapped_column(index=True)
    actor: Mapped[str] = mapped_column(index=True)
    action: Mapped[str] = mapped_column(index=True)
    subject: Mapped[str] = mapped_column(index=True)
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)
    previous_hash: Mapped[str]
    hash: Mapped[str]
