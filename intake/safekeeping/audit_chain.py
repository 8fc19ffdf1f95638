"""Whether the audit log is as it was written, asked for at the console."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from intake.actors import Actor
from intake.doorkeeping import access
from intake.safekeeping import audit
from intake.safekeeping.audit import FIRST, ChainBroken
from intake.service import Service
from intake.tables.safekeeping import AuditEntry

NEWEST: Final = 500


@dataclass(frozen=True, slots=True)
class ChainState:
    """``count`` entries hold, up to ``broken``, if any. ``whole``: from the first entry on. ``last`` is the
    newest entry's hash: noted elsewhere it shows later whether the end was cut off."""

    count: int
    broken: ChainBroken | None
    whole: bool
    last: str


def newest_holds(service: Service, actor: Actor) -> ChainState:
    """Whether the newest entries hold together; a glance, at every look at the log. Raises ``Refused``."""
    access.check(actor, "audit.view")
    with service.database.reading() as session:
        newest = select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(NEWEST + 1)
        rows = session.scalars(newest).all()[::-1]
    whole = len(rows) <= NEWEST
    held, count = (FIRST, 0) if whole else (rows[0].hash, 0)
    before = 0 if whole else rows[0].seq
    for row in rows if whole else rows[1:]:
        if broken := audit.fault_of(row, before + 1, held):
            return ChainState(count, broken, whole, rows[-1].hash)
        held, before, count = row.hash, row.seq, count + 1
    return ChainState(count, None, whole, held)


def check_chain(service: Service, actor: Actor) -> ChainState:
    """Walk the whole log, however long that takes; that it was done stands in the log. Raises ``Refused``."""
    access.check(actor, "audit.view")
    with service.database.reading() as session:
        count, broken = audit.verify(session)
        last = audit.last_hash(session)
    with service.database.writing() as session:
        told = {"entries": count, "broken": broken.seq if broken else None}
        audit.append(session, actor.id, "audit.verify", "audit_log", told)
    return ChainState(count, broken, True, last)
