"""The audit log as auditors and administrators read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, literal, or_, select, true
from sqlalchemy.orm import Session

from intake.actors import Actor, Role
from intake.doorkeeping import access
from intake.doorkeeping.grants import manages
from intake.service import Service
from intake.tables.access import AccessKey, Client, Person
from intake.tables.cases import Case
from intake.tables.delivery import Endpoint
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
    """Entries the actor may see, newest first. Raises ``Refused``."""
    access.check(actor, "audit.view")
    limit = max(1, min(limit, MOST_LISTED))
    query = select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(limit + 1)
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
        found = session.scalars(query.where(visible_entries(session, actor))).all()
    return AuditPage(tuple(found[:limit]), found[limit - 1].seq if len(found) > limit else None)


def visible_entries(session: Session, actor: Actor) -> ColumnElement[bool]:
    """The condition every query on the log carries. Without regions of its own an actor sees all; with them,
    what was done to cases there, and an administrator what was done to the accounts it looks after."""
    if not actor.regions:
        return true()
    cases = select(literal("case:").concat(Case.id)).where(access.in_regions(Case.region, actor.regions))
    seen = AuditEntry.subject.in_(cases)
    if actor.role is not Role.ADMINISTRATOR:
        return seen
    return or_(seen, AuditEntry.subject.in_(_accounts(session, actor)))


def _accounts(session: Session, actor: Actor) -> list[str]:
    """What the log calls the people, clients, keys and endpoints that an administrator looks after."""
    clients = {one.id for one in session.scalars(select(Client)) if manages(actor, one.regions)}
    people = [
        one.id
        for one in session.scalars(select(Person))
        if manages(actor, one.regions) and (one.client_id is None or one.client_id in clients)
    ]
    keys = session.scalars(select(AccessKey.id).where(AccessKey.client_id.in_(clients)))
    endpoints = session.scalars(select(Endpoint.id).where(Endpoint.client_id.in_(clients)))
    named: dict[str, Iterable[str]] = {
        "person": people,
        "client": clients,
        "key": keys,
        "endpoint": endpoints,
    }
    return [f"{kind}:{one}" for kind, ids in named.items() for one in ids]
