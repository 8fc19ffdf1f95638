"""The service at a glance, for people: what waits and since when, what is stuck, how much room there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from redis.exceptions import RedisError
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from intake.actors import Actor
from intake.doorkeeping import access
from intake.lifecycle import State
from intake.service import Service
from intake.settings import MEGABYTE
from intake.tables.base import now
from intake.tables.cases import Case
from intake.tables.delivery import Delivery, Event
from intake.tables.safekeeping import AuditEntry, DataKey
from intake.tables.work import Batch, Job, Upload
from intake.working.heartbeats import counted
from intake.working.jobs import QUEUES

UNDER_WAY = (State.QUEUED, State.READING, State.CHECKED, State.IN_REVIEW, State.STUCK)


@dataclass(frozen=True, slots=True)
class QueueGlance:
    """One queue of work: how many jobs wait and run, and since when the longest due one has been due."""

    name: str
    waiting: int
    running: int
    since: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Glance:
    """Everything at one moment, of all regions. ``free_bytes`` is the room where files come in, of which
    ``least_bytes`` is never touched; ``processes`` by kind, ``None`` where the broker does not answer."""

    at: dt.datetime
    queues: tuple[QueueGlance, ...]
    cases: Mapping[State, int]
    stuck_batches: int
    uploads: int
    unsent: int
    unsent_since: dt.datetime | None
    given_up: int
    processes: Mapping[str, int] | None
    database: str
    vault: str
    free_bytes: int
    least_bytes: int
    audit_entries: int
    key_made_at: dt.datetime | None


def glance(service: Service, actor: Actor) -> Glance:
    """How the service fares now; a few indexed counts. Raises ``Refused``."""
    access.check(actor, "administration.view")
    try:
        processes: Mapping[str, int] | None = counted(service.broker)
    except (RedisError, OSError):
        processes = None
    moment = now()
    with service.database.reading() as session:
        unsent, since = session.execute(
            select(func.count(), func.min(Delivery.due_at)).where(Delivery.state == "waiting")
        ).one()
        untold = session.scalar(select(func.count(Event.id)).where(Event.fanned_out.is_(False))) or 0
        sealing = DataKey.purpose == "seal", DataKey.retired_at.is_(None)
        return Glance(
            at=moment,
            queues=tuple(_queue(session, name, moment) for name in QUEUES),
            cases=_cases(session),
            stuck_batches=_count(session, Batch.id, Batch.state == "stuck"),
            uploads=_count(session, Upload.id, Upload.state == "open"),
            unsent=unsent + untold,
            unsent_since=since if since and since < moment else None,
            given_up=_count(session, Delivery.id, Delivery.state == "given_up"),
            processes=processes,
            database="SQLite" if service.database.is_sqlite else "PostgreSQL",
            vault="folder" if service.vault.folder is not None else "s3",
            free_bytes=service.vault.free_bytes(),
            least_bytes=int(service.settings.min_free_mb * MEGABYTE),
            audit_entries=session.scalar(select(func.max(AuditEntry.seq))) or 0,
            key_made_at=session.scalar(select(func.max(DataKey.created_at)).where(*sealing)),
        )


def _queue(session: Session, name: str, moment: dt.datetime) -> QueueGlance:
    by_state = select(Job.state, func.count(), func.min(Job.due_at)).where(
        Job.queue == name, Job.state.in_(("waiting", "running"))
    )
    rows = {state: (count, due) for state, count, due in session.execute(by_state.group_by(Job.state))}
    waiting, since = rows.get("waiting", (0, None))
    running, _ = rows.get("running", (0, None))
    return QueueGlance(name, waiting, running, since if since and since < moment else None)


def _cases(session: Session) -> dict[State, int]:
    by_state = select(Case.state, func.count()).where(Case.state.in_(UNDER_WAY)).group_by(Case.state)
    found = {State(state): count for state, count in session.execute(by_state)}
    return {state: found.get(state, 0) for state in UNDER_WAY}


def _count(session: Session, ids: InstrumentedAttribute[str], where: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count(ids)).where(where)) or 0
