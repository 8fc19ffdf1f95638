"""The audit log: who did what to which case, each entry chained to the one before by its hash.

The hash is SHA-256 over the entry's canonical JSON with the previous hash in it, so that an entry changed,
removed or slipped in breaks the chain from there on. Entries hold ids and codes, never personal data.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from intake.tables.base import now
from intake.tables.safekeeping import AuditEntry

FIRST: Final = "0" * 64
_LOCK: Final = 0x4D656E7368656E  # one writer at a time on PostgreSQL, held to the end of the transaction


@dataclass(frozen=True, slots=True)
class ChainBroken:
    """The first entry that does not fit the chain, and why: ``gap``, ``changed``, ``unlinked``."""

    seq: int
    why: str


def append(
    session: Session, actor: str, action: str, subject: str, detail: Mapping[str, Any] | None = None
) -> None:
    """Add one entry in the caller's transaction: it is there if and only if the act is.

    ``action`` is ``noun.verb`` (``image.view``, ``case.approve``), ``subject`` an id (``case:<id>``).
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    last = session.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(1)).first()
    entry = AuditEntry(
        seq=last.seq + 1 if last else 1,
        at=now(),
        actor=actor,
        action=action,
        subject=subject,
        detail=dict(detail or {}),
        previous_hash=last.hash if last else FIRST,
    )
    entry.hash = entry_hash(entry)
    session.add(entry)
    session.flush()


def entry_hash(entry: AuditEntry) -> str:
    """The hash an entry ought to have."""
    told = {
        "seq": entry.seq,
        "at": entry.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        "actor": entry.actor,
        "action": entry.action,
        "subject": entry.subject,
        "detail": entry.detail,
        "previous": entry.previous_hash,
    }
    canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def verify(session: Session) -> tuple[int, ChainBroken | None]:
    """Walk the whole chain: how many entries hold, and the first that does not."""
    previous, count = FIRST, 0
    for entry in session.scalars(
        select(AuditEntry).order_by(AuditEntry.seq).execution_options(yield_per=1000)
    ):
        if broken := fault_of(entry, count + 1, previous):
            return count, broken
        previous, count = entry.hash, entry.seq
    return count, None


def fault_of(entry: AuditEntry, seq: int, previous: str) -> ChainBroken | None:
    """Why an entry does not fit where number ``seq`` follows the entry with the hash ``previous``."""
    if entry.seq != seq:
        return ChainBroken(seq, "gap")
    if entry.previous_hash != previous:
        return ChainBroken(entry.seq, "unlinked")
    return ChainBroken(entry.seq, "changed") if entry.hash != entry_hash(entry) else None


def last_hash(session: Session) -> str:
    """The newest entry's hash. Kept elsewhere, it shows later whether the end of the log was cut off."""
    return session.scalar(select(AuditEntry.hash).order_by(AuditEntry.seq.desc()).limit(1)) or FIRST
