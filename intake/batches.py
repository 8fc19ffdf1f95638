"""A hospital's hand-in: opened, its files taken in, handed to the workers, counted.

Taking it apart into cases is a job of the queue ``bulk`` (``intake.working.batch_job``); what came of each
case is in ``intake.batch_results``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from intake.actors import Actor, Role
from intake.doorkeeping import access
from intake.refusals import Refused
from intake.refusals.batches import (
    BATCH_CLOSED,
    BATCH_EMPTY,
    BATCH_FILE_EMPTY,
    BATCH_TOO_LARGE,
    NO_SUCH_BATCH,
    TOO_MANY_BATCH_FILES,
)
from intake.refusals.cases import VAULT_DOWN
from intake.refusals.uploads import STILL_FINISHING
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.vault import Received, VaultError
from intake.service import Service
from intake.settings import MEGABYTE
from intake.tables.base import new_id
from intake.tables.cases import Case
from intake.tables.work import Batch, BatchFile, BatchRow, Job, Upload
from intake.working import jobs
from intake.working.queue import wake

MOST_FILES: Final = 50_000


@dataclass(frozen=True, slots=True)
class BatchView:
    """How far a batch is. ``found`` counts the cases in it so far, ``stated`` what its manifest says;
    ``problems`` are faults of the whole. ``states`` counts its cases by state, ``routes`` by route."""

    id: str
    state: str
    external_id: str | None
    created_at: dt.datetime
    done_at: dt.datetime | None
    files: int
    bytes: int
    stated: int | None
    found: int
    taken: int
    refused: int
    finished: int
    states: Mapping[str, int]
    routes: Mapping[str, int]
    problems: tuple[Mapping[str, Any], ...]


def open_batch(
    service: Service,
    actor: Actor,
    *,
    external_id: str | None = None,
    options: Mapping[str, Any] | None = None,
    recorded: Callable[[Session, BatchView], None] | None = None,
) -> BatchView:
    """A batch without files. ``options``: ``defaults`` for what manifest and ``case.yaml`` leave out,
    ``channel``. Raises ``Refused``."""
    access.check(actor, "batch.open")
    batch = Batch(
        id=new_id(),
        client_id=actor.client_id,
        person_id=actor.person_id,
        external_id=external_id,
        options=dict(options or {}),
    )
    with service.database.writing() as session:
        session.add(batch)
        session.flush()
        view = view_of(session, batch)
        if recorded:
            recorded(session, view)
    return view


def find_batch(session: Session, actor: Actor, batch_id: str, *, lock: bool = False) -> Batch:
    """The batch, if it is the actor's; others' are as if they did not exist. Raises ``Refused``."""
    wanted = select(Batch).where(Batch.id == batch_id, _own(actor))
    batch = session.scalars(wanted.with_for_update() if lock else wanted).first()
    if batch is None:
        raise Refused(NO_SUCH_BATCH)
    return batch


def _own(actor: Actor) -> ColumnElement[bool]:
    if actor.role is Role.SYSTEM:
        return Batch.id == Batch.id
    if actor.client_id is not None:
        return Batch.client_id == actor.client_id
    return Batch.person_id == actor.person_id


def admit(service: Service, actor: Actor, batch_id: str, size: int) -> None:
    """Raises ``Refused`` where so many more bytes would not be taken in now."""
    access.check(actor, "batch.open")
    if size == 0:
        raise Refused(BATCH_FILE_EMPTY)
    with service.database.reading() as session:
        _taking(service, session, actor, batch_id, size)


def _taking(
    service: Service, session: Session, actor: Actor, batch_id: str, size: int, *, lock: bool = False
) -> Batch:
    batch = find_batch(session, actor, batch_id, lock=lock)
    if batch.state != "open":
        raise Refused(BATCH_CLOSED)
    held = select(func.count(), func.coalesce(func.sum(BatchFile.size), 0))
    count, there = session.execute(held.where(BatchFile.batch_id == batch_id)).one()
    if count >= MOST_FILES:
        raise Refused(TOO_MANY_BATCH_FILES)
    if there + size > service.settings.max_batch_mb * MEGABYTE:
        raise Refused(BATCH_TOO_LARGE)
    return batch


def add_batch_file(
    service: Service,
    actor: Actor,
    batch_id: str,
    received: Received,
    filename: str,
    *,
    recorded: Callable[[Session, str], None] | None = None,
) -> str:
    """Keep a file of a batch; durable when this returns. Its id. Raises ``Refused``."""
    admit(service, actor, batch_id, received.size)
    try:
        service.vault.keep(received)
    except VaultError as error:
        raise Refused(VAULT_DOWN, retry_after=5) from error
    file_id = new_id()
    name = service.sealer.seal(filename.encode("utf-8", "replace"), about(BatchFile.name_sealed, file_id))
    with service.database.writing() as session:
        _taking(service, session, actor, batch_id, received.size, lock=True)
        session.add(received.row(service.sealer))
        session.flush()
        session.add(
            BatchFile(
                id=file_id,
                batch_id=batch_id,
                object_id=received.object_id,
                name_sealed=name,
                size=received.size,
            )
        )
        if recorded:
            recorded(session, file_id)
    return file_id


def submit_batch(service: Service, actor: Actor, batch_id: str) -> BatchView:
    """Hand a batch to the workers. A second call changes nothing. Raises ``Refused``."""
    access.check(actor, "batch.open")
    with service.database.writing() as session:
        batch = find_batch(session, actor, batch_id, lock=True)
        if batch.state == "open":
            whole = select(Upload.id).where(Upload.batch_id == batch_id, Upload.state == "open")
            if session.scalars(whole.where(Upload.offset == Upload.length)).first() is not None:
                raise Refused(STILL_FINISHING, retry_after=2)  # acknowledged, and not yet in the batch
            if session.scalars(select(BatchFile.id).where(BatchFile.batch_id == batch_id)).first() is None:
                raise Refused(BATCH_EMPTY)
            session.execute(update(Batch).where(Batch.id == batch_id).values(state="queued"))
            session.add(Job(kind="batch", queue=jobs.BULK, batch_id=batch_id))
            session.flush()
            session.refresh(batch)
        view = view_of(session, batch)
    wake(service.settings, jobs.BULK)
    return view


def view_batch(service: Service, actor: Actor, batch_id: str) -> BatchView:
    """How far the batch is. Raises ``Refused``."""
    access.check(actor, "batch.view")
    with service.database.reading() as session:
        return view_of(session, find_batch(session, actor, batch_id))


def list_batches(service: Service, actor: Actor, *, cursor: str | None, limit: int) -> tuple[BatchView, ...]:
    """The actor's batches, newest first, from before ``cursor``."""
    access.check(actor, "batch.view")
    wanted = select(Batch).where(_own(actor)).order_by(Batch.id.desc()).limit(max(1, min(limit, 200)))
    if cursor:
        wanted = wanted.where(Batch.id < cursor)
    with service.database.reading() as session:
        return tuple(view_of(session, batch) for batch in session.scalars(wanted))


_UNFINISHED: Final = ("open", "queued", "reading")


def view_of(session: Session, batch: Batch) -> BatchView:
    """A batch counted."""
    held = select(func.count(), func.coalesce(func.sum(BatchFile.size), 0))
    files, size = session.execute(held.where(BatchFile.batch_id == batch.id)).one()
    by_row = (
        select(BatchRow.state, func.count()).where(BatchRow.batch_id == batch.id).group_by(BatchRow.state)
    )
    rows: dict[str, int] = {row.state: row[1] for row in session.execute(by_row)}
    by_case = select(Case.state, Case.route, func.count()).where(Case.batch_id == batch.id)
    states: dict[str, int] = {}
    routes: dict[str, int] = {}
    for state, route, count in session.execute(by_case.group_by(Case.state, Case.route)):
        states[state] = states.get(state, 0) + count
        if route:
            routes[route] = routes.get(route, 0) + count
    return BatchView(
        id=batch.id,
        state=batch.state,
        external_id=batch.external_id,
        created_at=batch.created_at,
        done_at=batch.done_at,
        files=files,
        bytes=size,
        stated=batch.stated_cases,
        found=sum(rows.values()),
        taken=rows.get("taken", 0),
        refused=rows.get("refused", 0),
        finished=sum(count for state, count in states.items() if state not in _UNFINISHED),
        states=states,
        routes=routes,
        problems=tuple(batch.problems),
    )
