"""Work that the readers gave up, for those who keep the service running: case numbers and causes, nothing of
what stands on papers; and its being tried again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.batches import try_again
from intake.cases import MOST_WOKEN, queue_of, requeue
from intake.doorkeeping import access
from intake.doorkeeping.grants import manages
from intake.lifecycle import State
from intake.refusals import Refused
from intake.refusals.batches import NO_SUCH_BATCH
from intake.refusals.cases import NO_SUCH_CASE
from intake.safekeeping import audit
from intake.service import Service
from intake.tables.access import Client
from intake.tables.cases import Case
from intake.tables.work import Batch, Job
from intake.working import jobs
from intake.working.queue import wake

LISTED: Final = 100


@dataclass(frozen=True, slots=True)
class DeadJob:
    """A job nobody tries any more. ``error``: a type's name or a code; ``lease`` where a worker was lost."""

    kind: str
    error: str
    attempts: int
    at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class StuckCase:
    """A case whose jobs came to nothing."""

    id: str
    case_no: str
    region: str
    policy_id: str
    channel: str
    jobs: tuple[DeadJob, ...]


@dataclass(frozen=True, slots=True)
class StuckBatch:
    """A hand-in that was not taken apart to its end. ``sender`` is the hospital's or portal's name;
    ``problems`` are codes."""

    id: str
    sender: str
    created_at: dt.datetime
    problems: tuple[str, ...]
    jobs: tuple[DeadJob, ...]


@dataclass(frozen=True, slots=True)
class StuckWork:
    """What is stuck, oldest first, ``LISTED`` of each at most; the counts are of all."""

    cases: tuple[StuckCase, ...]
    all_cases: int
    batches: tuple[StuckBatch, ...]
    all_batches: int


def stuck_work(service: Service, actor: Actor) -> StuckWork:
    """What is stuck in the actor's regions. Raises ``Refused``."""
    access.check(actor, "work.view")
    here = _in_reach(actor)
    with service.database.reading() as session:
        rows = session.scalars(select(Case).where(here).order_by(Case.id).limit(LISTED)).all()
        dead = _dead(session, [row.id for row in rows])
        cases = tuple(
            StuckCase(row.id, row.case_no, row.region, row.policy_id, row.channel, dead.get(row.id, ()))
            for row in rows
        )
        counted = session.scalar(select(func.count()).select_from(Case).where(here)) or 0
        batches = _batches(session, actor)
    return StuckWork(cases, counted, batches[:LISTED], len(batches))


def retry_case(service: Service, actor: Actor, case_id: str) -> str:
    """The readers try a case again; with one that is not stuck nothing is done. Its number. Raises
    ``Refused``."""
    access.check(actor, "work.retry")
    with service.database.writing() as session:
        wanted = select(Case).where(Case.id == case_id, access.in_regions(Case.region, actor.regions))
        case = session.scalars(wanted.with_for_update()).first()
        if case is None:
            raise Refused(NO_SUCH_CASE)
        created = requeue(session, case, actor) if case.state == State.STUCK else 0
        number, queue = case.case_no, queue_of(case)
    wake(service.settings, queue, min(created, MOST_WOKEN))
    return number


def retry_batch(service: Service, actor: Actor, batch_id: str) -> None:
    """The workers go on with a batch where they stopped; with one that goes on already nothing is done.
    Raises ``Refused``."""
    access.check(actor, "work.retry")
    with service.database.writing() as session:
        batch = session.scalars(select(Batch).where(Batch.id == batch_id).with_for_update()).first()
        if batch is None or not _sent_from_here(session, actor, batch):
            raise Refused(NO_SUCH_BATCH)
        if batch.state == "stuck":
            try_again(session, batch)
            audit.append(session, actor.id, "work.retry", f"batch:{batch.id}")
    wake(service.settings, jobs.BULK)


def _in_reach(actor: Actor) -> ColumnElement[bool]:
    return (Case.state == State.STUCK) & access.in_regions(Case.region, actor.regions)


def _dead(session: Session, case_ids: list[str]) -> dict[str, tuple[DeadJob, ...]]:
    wanted = select(Job).where(Job.case_id.in_(case_ids), Job.state == "dead").order_by(Job.done_at, Job.id)
    found: dict[str, tuple[DeadJob, ...]] = {}
    for job in session.scalars(wanted):
        found[job.case_id or ""] = (*found.get(job.case_id or "", ()), _told(job))
    return found


def _batches(session: Session, actor: Actor) -> tuple[StuckBatch, ...]:
    found = []
    for batch in session.scalars(select(Batch).where(Batch.state == "stuck").order_by(Batch.id)):
        if not _sent_from_here(session, actor, batch):
            continue
        client = session.get(Client, batch.client_id) if batch.client_id else None
        dead = session.scalars(select(Job).where(Job.batch_id == batch.id, Job.state == "dead"))
        codes = tuple(dict.fromkeys(str(one["code"]) for one in batch.problems))
        told = tuple(map(_told, dead))
        found.append(StuckBatch(batch.id, client.name if client else "", batch.created_at, codes, told))
    return tuple(found)


def _sent_from_here(session: Session, actor: Actor, batch: Batch) -> bool:
    """Whether the actor looks after the sender; a clerk's batch is for whoever looks after all regions."""
    client = session.get(Client, batch.client_id) if batch.client_id else None
    return manages(actor, client.regions if client else ())


def _told(job: Job) -> DeadJob:
    return DeadJob(job.kind, job.error or "", job.attempts, job.done_at)
