"""A hospital's hand-in: opened, its files taken in, handed to the workers, counted.

Taking it apart into cases is a job of the queue ``bulk`` (``intake.working.batch_job``); what came of each
case is in ``intake.batch_results``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from intake.actors import Actor, Role
from intake.batch_views import BatchView, view_of
from intake.bulk.columns import title
from intake.bulk.limits import DEFAULT_LIMITS
from intake.bulk.rows import PATHS
from intake.bulk.statement import shaped_defaults
from intake.doorkeeping import access
from intake.faults import Fault
from intake.refusals import Refused
from intake.refusals.batches import (
    BATCH_CLOSED,
    BATCH_EMPTY,
    BATCH_ERASED,
    BATCH_FILE_EMPTY,
    BATCH_INVALID,
    BATCH_TOO_LARGE,
    NO_SUCH_BATCH,
    TOO_MANY_BATCH_FILES,
    UNKNOWN_DEFAULT,
)
from intake.refusals.cases import EXTERNAL_ID_PERSONAL, NO_POLICY, VAULT_DOWN
from intake.refusals.uploads import STILL_FINISHING
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.vault import Received, VaultError
from intake.service import Service
from intake.settings import MEGABYTE
from intake.tables.base import new_id, now
from intake.tables.work import Batch, BatchFile, Job, Upload
from intake.working import jobs
from intake.working.queue import wake
from ocr.values.id_number import find_id_numbers
from validators.pack import load_packs

MOST_FILES: Final = 50_000


def open_batch(
    service: Service,
    actor: Actor,
    *,
    external_id: str | None = None,
    options: Mapping[str, Any] | None = None,
    recorded: Callable[[Session, BatchView], None] | None = None,
) -> BatchView:
    """A batch without files. ``options``: ``defaults`` for what manifest and ``case.yaml`` leave out,
    ``channel``, ``request`` (``find_unfinished``). Raises ``Refused`` with everything wrong."""
    access.check(actor, "batch.open")
    faults = [*_number_faults(external_id), *_default_faults((options or {}).get("defaults") or {})]
    if faults:
        raise Refused(BATCH_INVALID, faults)
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


def _number_faults(external_id: str | None) -> list[Fault]:
    if external_id is None or not find_id_numbers(external_id):
        return []
    return [EXTERNAL_ID_PERSONAL.fault("external_id")]


def _default_faults(defaults: Mapping[str, str]) -> list[Fault]:
    """What of ``defaults`` no case could be opened with."""
    faults = [UNKNOWN_DEFAULT.fault(f"defaults.{name[:40]}") for name in defaults if name not in PATHS]
    packs = load_packs()
    shaped, wrong = shaped_defaults(defaults, packs, DEFAULT_LIMITS)
    if shaped.get("policy") not in {None, *(pack.policy.id for pack in packs)}:
        faults.append(NO_POLICY.fault("defaults.policy"))
    column_of = {title(name): name for name in PATHS}
    return faults + [
        Fault(one.code, f"defaults.{column_of.get(one.where, one.where)}", one.message, one.remedy)
        for one in wrong
    ]


def find_unfinished(service: Service, actor: Actor, request: str) -> tuple[str, int] | None:
    """The actor's batch that is still open and was opened with ``request`` in its options, and how many
    files it has: what a call that was cut left behind."""
    held = select(func.count()).where(BatchFile.batch_id == Batch.id).scalar_subquery()
    wanted = select(Batch.id, held).where(
        own_batches(actor), Batch.state == "open", Batch.options["request"].as_string() == request
    )
    with service.database.reading() as session:
        row = session.execute(wanted.order_by(Batch.id).limit(1)).first()
        return (row[0], row[1]) if row else None


def find_batch(session: Session, actor: Actor, batch_id: str, *, lock: bool = False) -> Batch:
    """The batch, if it is the actor's; others' are as if they did not exist. Raises ``Refused``."""
    wanted = select(Batch).where(Batch.id == batch_id, own_batches(actor))
    batch = session.scalars(wanted.with_for_update() if lock else wanted).first()
    if batch is None:
        raise Refused(NO_SUCH_BATCH)
    return batch


def own_batches(actor: Actor) -> ColumnElement[bool]:
    """The condition every query on batches carries: a client's are its people's too."""
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


def submit_batch(
    service: Service,
    actor: Actor,
    batch_id: str,
    *,
    recorded: Callable[[Session, BatchView], None] | None = None,
) -> BatchView:
    """Hand a batch to the workers; one that is ``stuck`` is tried again, from where it stopped. Otherwise a
    second call changes nothing. Raises ``Refused``."""
    access.check(actor, "batch.open")
    with service.database.writing() as session:
        batch = find_batch(session, actor, batch_id, lock=True)
        if batch.state == "open":
            whole = select(Upload.id).where(Upload.batch_id == batch_id, Upload.state == "open")
            if session.scalars(whole.where(Upload.offset == Upload.length)).first() is not None:
                raise Refused(STILL_FINISHING, retry_after=2)  # acknowledged, and not yet in the batch
            if session.scalars(select(BatchFile.id).where(BatchFile.batch_id == batch_id)).first() is None:
                raise Refused(BATCH_EMPTY)
            batch.state = "queued"
            session.add(Job(kind="batch", queue=jobs.BULK, batch_id=batch_id))
        elif batch.state == "stuck":
            try_again(session, batch)
        session.flush()
        view = view_of(session, batch)
        if recorded:
            recorded(session, view)
    wake(service.settings, jobs.BULK)
    return view


def try_again(session: Session, batch: Batch) -> None:
    """A stuck batch, locked by the caller, goes on where it stopped. Raises ``Refused``."""
    if session.scalars(select(BatchFile.id).where(BatchFile.batch_id == batch.id)).first() is None:
        raise Refused(BATCH_ERASED)
    batch.state, batch.problems = "queued", []  # they are told anew
    dead = update(Job).where(Job.batch_id == batch.id, Job.kind == "batch", Job.state == "dead")
    again = dead.values(state="waiting", attempts=0, due_at=now(), done_at=None, error=None)
    if not session.execute(again.returning(Job.id)).all():
        session.add(Job(kind="batch", queue=jobs.BULK, batch_id=batch.id))


def view_batch(service: Service, actor: Actor, batch_id: str) -> BatchView:
    """How far the batch is. Raises ``Refused``."""
    access.check(actor, "batch.view")
    with service.database.reading() as session:
        return view_of(session, find_batch(session, actor, batch_id))


def list_batches(service: Service, actor: Actor, *, cursor: str | None, limit: int) -> tuple[BatchView, ...]:
    """The actor's batches, newest first, from before ``cursor``."""
    access.check(actor, "batch.view")
    wanted = select(Batch).where(own_batches(actor)).order_by(Batch.id.desc()).limit(max(1, min(limit, 200)))
    if cursor:
        wanted = wanted.where(Batch.id < cursor)
    with service.database.reading() as session:
        return tuple(view_of(session, batch) for batch in session.scalars(wanted))
