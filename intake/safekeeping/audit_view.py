"""The audit log as auditors and administrators read it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import literal, select

from intake.actors import Actor
from intake.doorkeeping import access
from intake.service import Service
from intake.tables.cases import Case
from intake.tables.safekeeping import AuditEntry

MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Entries, newest first; ``next`` is the cursor of the following page."""

    entries: tuple[AuditEntry, ...]
    next: int | None


def entries(
    service: Service,
    actor: Actor,
    *,
    cursor: int | None = None,
    limit: int = 50,
    by: str | None = None,
    action: str | None = None,
    subject: str | None = None,
) -> AuditPage:
    """Entries the actor may see: all, or with regions of its own those about cases there."""
    access.check(actor, "audit.view")
    limit = max(1, min(limit, MOST_LISTED))
    query = select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(limit + 1)
    if actor.regions:
        known = select(literal("case:").concat(Case.id)).where(access.visible_cases(actor))
        query = query.where(AuditEntry.subject.in_(known))
    for column, wanted in (
        (AuditEntry.actor, by),
        (AuditEntry.action, action),
        (AuditEntry.subject, subject),
    ):
        if wanted:
            query = query.where(column == wanted)
    if cursor is not None:
        query = query.where(AuditEntry.seq < cursor)
    with service.database.reading() as session:
        found = session.scalars(query).all()
    return AuditPage(tuple(found[:limit]), found[limit - 1].seq if len(found) > limit else None)
