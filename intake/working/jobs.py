"""Work as rows: leases, attempts, fencing tokens, back-off, and an end for what will not succeed.

A message of the broker says only "there is work in this queue"; which, the database says. So a lost
message costs time, a doubled one nothing, and a worker killed at any point leaves a lease that runs out.
Every result is written in the transaction that finishes its job under the token of its claim: a worker
that was thought dead and comes back late is fenced off.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, cast

from sqlalchemy import CursorResult, and_, func, or_, select, update
from sqlalchemy.orm import Session

from intake.coverage import unread_jobs
from intake.database import Database
from intake.lifecycle import State, WrongState, move
from intake.tables.base import now
from intake.tables.cases import Case
from intake.tables.work import Batch, Job

CASES: Final = "cases"
BULK: Final = "bulk"
QUEUES: Final = (CASES, BULK)
"""Queues whose work stands in the database. (Prechecks have none: nothing of them is kept.)"""
MOST_WAIT: Final = dt.timedelta(hours=1)


class Fenced(Exception):
    """The claim has passed to somebody else; nothing of this attempt may be kept."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job in hand: what it is, and the token that lets its result be written."""

    id: str
    kind: str
    queue: str
    token: int
    attempt: int
    round: int
    case_id: str | None
    batch_id: str | None
    file_id: str | None
    first_page: int | None
    last_page: int | None


def claim_next(
    database: Database, queues: Iterable[str], worker: str, *, lease_seconds: float, max_attempts: int
) -> Claimed | None:
    """Take the oldest due job of the first of ``queues`` that has one; ``None`` where there is none.

    A job whose lease ran out is due again. One that was tried ``max_attempts`` times is buried instead,
    and its case becomes ``stuck``.
    """
    for queue in queues:
        while True:
            with database.writing() as session:
                job = session.scalars(_due(queue, now()).limit(1).with_for_update(skip_locked=True)).first()
                if job is None:
                    break
                if job.attempts < max_attempts:
                    return _taken(job, worker, lease_seconds)
            _bury_spent(database, job, max_attempts)
    return None


def _bury_spent(database: Database, spent: Job, max_attempts: int) -> None:
    """Bury a job that was seen to be spent, if it still is once its case is locked."""
    with database.writing() as session:
        _lock_case(session, spent.case_id)
        still = _due(spent.queue, now()).where(Job.id == spent.id, Job.attempts >= max_attempts)
        job = session.scalars(still.with_for_update()).first()
        if job is not None:
            bury(session, job, job.error or "lease")


def _due(queue: str, at: dt.datetime) -> Any:
    waiting = and_(Job.state == "waiting", Job.due_at <= at)
    abandoned = and_(Job.state == "running", Job.lease_until < at)
    return select(Job).where(Job.queue == queue, or_(waiting, abandoned)).order_by(Job.due_at, Job.id)


def _taken(job: Job, worker: str, lease_seconds: float) -> Claimed:
    job.state = "running"
    job.attempts += 1
    job.token += 1
    job.worker = worker
    job.lease_until = now() + dt.timedelta(seconds=lease_seconds)
    return Claimed(
        id=job.id,
        kind=job.kind,
        queue=job.queue,
        token=job.token,
        attempt=job.attempts,
        round=job.round,
        case_id=job.case_id,
        batch_id=job.batch_id,
        file_id=job.file_id,
        first_page=job.first_page,
        last_page=job.last_page,
    )


def renew(database: Database, claimed: Claimed, lease_seconds: float) -> bool:
    """Hold on to a job for longer; false where it is somebody else's by now."""
    with database.writing() as session:
        until = now() + dt.timedelta(seconds=lease_seconds)
        return _held(session, claimed, lease_until=until)


def finish(session: Session, claimed: Claimed) -> None:
    """The job is done, in the transaction that writes its result. Raises ``Fenced``."""
    if not _held(session, claimed, state="done", lease_until=None, done_at=now(), error=None):
        raise Fenced(claimed.id)


def fail(
    database: Database, claimed: Claimed, error: str, *, retry_seconds: float, max_attempts: int
) -> bool:
    """The attempt came to nothing: wait twice as long as before, with some chance, or bury the job.

    ``error`` is a type's name or a code, never a message that may hold what stood on a page. True where
    the job will be tried again.
    """
    with database.writing() as session:
        _lock_case(session, claimed.case_id)
        job = session.get(Job, claimed.id, with_for_update=True)
        if job is None or job.token != claimed.token or job.state != "running":
            return False
        job.error = error
        if job.attempts >= max_attempts:
            bury(session, job, error)
            return False
        wait = min(dt.timedelta(seconds=retry_seconds * 2 ** (job.attempts - 1)), MOST_WAIT)
        job.state, job.lease_until = "waiting", None
        job.due_at = now() + wait * random.uniform(0.8, 1.2)  # noqa: S311 - spreads retries, hides nothing
        return True


def let_go(database: Database, claimed: Claimed) -> None:
    """Give a job back unharmed: the worker is going down, and the attempt shall not count."""
    with database.writing() as session:
        _held(session, claimed, state="waiting", lease_until=None, attempts=Job.attempts - 1)


def _lock_case(session: Session, case_id: str | None) -> None:
    """Whoever locks a case and its jobs locks the case first: two that wait for each other are cut off."""
    if case_id:
        session.execute(select(Case.id).where(Case.id == case_id).with_for_update())


def bury(session: Session, job: Job, error: str) -> None:
    """Stop trying: the job is dead, and its case, which is locked, waits, visibly, for a person."""
    job.state, job.lease_until, job.error, job.done_at = "dead", None, error, now()
    if job.case_id:
        try:
            move(session, job.case_id, State.STUCK, since=(State.QUEUED, State.READING), actor="system")
        except WrongState:
            return  # withdrawn, or stuck already
    if job.batch_id:
        going = update(Batch).where(Batch.id == job.batch_id, Batch.state.in_(("queued", "running")))
        session.execute(going.values(state="stuck"))


def free_leases(database: Database, worker_prefix: str) -> int:
    """Jobs held by workers that are known to be gone (of this host, at its start) are due at once."""
    with database.writing() as session:
        held = update(Job).where(Job.state == "running", Job.worker.startswith(worker_prefix))
        changed = session.execute(held.values(state="waiting", lease_until=None))
        return cast(CursorResult[Any], changed).rowcount


def count_due(database: Database, queue: str) -> int:
    """How many jobs of a queue could be worked on now."""
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(_due(queue, now()).subquery())) or 0


def count_unfinished(database: Database) -> int:
    """How many jobs wait or run, of all queues."""
    with database.reading() as session:
        counted = select(func.count()).select_from(Job).where(Job.state.in_(("waiting", "running")))
        return session.scalar(counted) or 0


def retry_dead(session: Session, case_id: str, round_: int) -> int:
    """A person tries again: the dead jobs of a case's round are due, and those that gave way unread, their
    attempts forgotten. How many."""
    unread = [job.id for job in unread_jobs(session, case_id, round_)]
    mine = update(Job).where(Job.case_id == case_id, Job.round == round_)
    dead = mine.where(or_(Job.state == "dead", Job.id.in_(unread)))
    changed = session.execute(dead.values(state="waiting", attempts=0, due_at=now(), done_at=None))
    return cast(CursorResult[Any], changed).rowcount


def read_again(session: Session, case_id: str, round_: int) -> int:
    """The jobs of a round that gave way unread are due again; their attempts count on. How many."""
    unread = [job.id for job in unread_jobs(session, case_id, round_)]
    again = update(Job).where(Job.id.in_(unread)).values(state="waiting", due_at=now(), done_at=None)
    return cast(CursorResult[Any], session.execute(again)).rowcount


def call_for_check(session: Session, case_id: str, round_: int, queue: str) -> bool:
    """Once every file of a round is read its case is to be checked; true where that was called for now.

    The case is locked: of two jobs that end together, the second sees the first's end. The check keeps the
    case's place in the queue: behind the pages of all later cases, no case would be done before the last.
    """
    of_round = select(func.count()).where(Job.case_id == case_id, Job.round == round_)
    reading = and_(Job.kind == "read", Job.state != "done")
    checking = and_(Job.kind == "check", Job.state != "done")
    if session.scalar(of_round.where(or_(reading, checking))):
        return False
    since = session.scalar(
        select(func.min(Job.created_at)).where(Job.case_id == case_id, Job.round == round_)
    )
    session.add(Job(kind="check", queue=queue, case_id=case_id, round=round_, due_at=since or now()))
    return True


def _held(session: Session, claimed: Claimed, **values: Any) -> bool:
    mine = update(Job).where(Job.id == claimed.id, Job.token == claimed.token, Job.state == "running")
    return cast(CursorResult[Any], session.execute(mine.values(**values))).rowcount == 1
