"""The job ``batch``: a hand-in taken apart into cases, each opened, filled and submitted on its own.

It may be cut at any point and is taken up where it stopped: a case's row is written in the transaction that
opens the case, files are taken in once by their bytes, a submission twice is one. After some seconds the job
ends and leaves the rest to a new one, so that no hand-in holds a worker for long.
"""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import PurePath
from typing import BinaryIO, Final

from pydantic import ValidationError
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from intake.actors import Actor, Role
from intake.bulk.archive import list_archive
from intake.bulk.folders import take_apart
from intake.bulk.found import CaseFound, EntryRefused, HandIn, Listing, PackedFile
from intake.bulk.limits import BulkLimits
from intake.bulk.scans import with_scans
from intake.case_requests import CaseRequest
from intake.case_views import CaseView
from intake.cases import open_case, submit
from intake.doorkeeping.quotas import Quotas
from intake.faults import Fault, faults_of
from intake.files import add_file
from intake.lifecycle import State
from intake.opening.guard import open_guarded
from intake.operating.pressure import DISK_WAIT
from intake.refusals import Refused
from intake.refusals.batches import BATCH_NO_ROOM, BATCH_WAITS, SENDER_DISABLED
from intake.refusals.cases import CASE_INVALID, FILE_TOO_LARGE, VAULT_DOWN
from intake.refusals.http import DAILY_QUOTA, DISK_LOW
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.vault import TooManyBytes
from intake.service import Service
from intake.settings import MEGABYTE
from intake.tables.access import Client, Person
from intake.tables.base import now
from intake.tables.cases import Case, StoredObject
from intake.tables.work import Batch, BatchFile, BatchRow, Job
from intake.working import jobs
from intake.working.batch_rows import known_rows, row_of, settle, unused_row
from intake.working.jobs import Claimed
from intake.working.kept_splits import SliceOver, kept_splits
from intake.working.reading_job import GaveWay
from ocr.types import DocumentKind, RawPage

_log = logging.getLogger(__name__)
SLICE_SECONDS: Final = 60.0
_CHUNK: Final = 256 * 1024
_ZIP: Final = b"PK\x03\x04"
_MOST_UNUSED: Final = 1000
"""Files without a case that the result names; how many there are, the batch's problems say."""
_KINDS: Final = frozenset(kind.value for kind in DocumentKind)
_WAITS: Final = {DAILY_QUOTA: BATCH_WAITS, DISK_LOW: BATCH_NO_ROOM}
"""What a hand-in waits for by itself, and how its problems tell it."""


def take_in(service: Service, claimed: Claimed) -> None:
    """Take apart as many cases as fit into a slice of time. Raises ``GaveWay``, ``jobs.Fenced``.

    Where the sender was disabled, the batch becomes ``stuck``: once enabled, it is submitted again. Where
    the day's quota is used up or the disk is low, it waits and goes on by itself: what was acknowledged is
    not handed in twice.
    """
    began = time.monotonic()
    with service.database.reading() as session:
        batch = session.get(Batch, claimed.batch_id)
        if batch is None or batch.state not in ("queued", "running"):
            raise GaveWay
        actor = _actor(session, batch)
        known = known_rows(session, batch.id)
    if actor is None:
        return _stop(service, claimed, batch.id)

    def over() -> bool:
        return time.monotonic() - began > SLICE_SECONDS

    try:
        hand_in = _hand_in(service, batch, over)
    except SliceOver:
        return _go_on(service, claimed, batch.id)
    _begin(service, batch.id, hand_in)
    quotas = Quotas(service)
    for case in hand_in.cases:
        if known.get(case.number) in ("taken", "refused"):
            continue
        try:
            _take_case(service, actor, quotas, batch, case)
        except Refused as refused:
            if refused.refusal not in _WAITS:
                raise
            return _go_on(service, claimed, batch.id, refused)
        if over():
            return _go_on(service, claimed, batch.id)
    _end(service, claimed, batch.id, hand_in)


def _go_on(service: Service, claimed: Claimed, batch_id: str, waits: Refused | None = None) -> None:
    """End this slice and leave the rest to a new job: at once, or within the hour where something ``waits``
    (a quota may be raised before the day is over, a disk cleared), which the batch's problems then tell."""
    with service.database.writing() as session:
        jobs.finish(session, claimed)
        later = Job(kind="batch", queue=jobs.BULK, batch_id=batch_id)
        if waits is not None:
            later.due_at = now() + min(dt.timedelta(seconds=waits.retry_after or 0), jobs.MOST_WAIT)
            batch = session.get_one(Batch, batch_id, with_for_update=True)
            batch.problems = [*batch.problems, asdict(_WAITS[waits.refusal].fault())]
        session.add(later)


def _stop(service: Service, claimed: Claimed, batch_id: str) -> None:
    """The batch cannot go on for its sender: a person sees it, and may submit it again."""
    with service.database.writing() as session:
        jobs.finish(session, claimed)
        batch = session.get_one(Batch, batch_id, with_for_update=True)
        batch.state = "stuck"
        batch.problems = [*batch.problems, asdict(SENDER_DISABLED.fault())]


def _end(service: Service, claimed: Claimed, batch_id: str, hand_in: HandIn) -> None:
    """Every case has its row; the files that belong to none get theirs."""
    after = max((case.number for case in hand_in.cases), default=0) + 1
    with service.database.writing() as session:
        jobs.finish(session, claimed)
        done = update(Batch).where(Batch.id == batch_id, Batch.state == "running")
        session.execute(done.values(state="done" if hand_in.cases else "refused", done_at=now()))
        for number, unused in enumerate(hand_in.leftovers[:_MOST_UNUSED], after):
            session.add(unused_row(service, batch_id, number, unused))


def _actor(session: Session, batch: Batch) -> Actor | None:
    """On whose behalf cases are opened: with the rights they have now, ``None`` where they were disabled."""
    if batch.client_id and (client := session.get(Client, batch.client_id)) and not client.disabled_at:
        return Actor(f"client:{client.id}", Role(client.role), tuple(client.regions), client.id)
    if batch.person_id and (person := session.get(Person, batch.person_id)) and not person.disabled_at:
        return Actor(
            f"person:{person.id}", Role(person.role), tuple(person.regions), person.client_id, person.id
        )
    return None


def _hand_in(service: Service, batch: Batch, over: Callable[[], bool]) -> HandIn:
    limits = BulkLimits(
        files_per_case=service.settings.max_files, entry_bytes=service.settings.max_scan_bytes
    )
    listing = _listing(service, batch.id, limits)
    hand_in = take_apart(listing, defaults=batch.options.get("defaults") or {}, limits=limits)
    return with_scans(hand_in, lambda scan: _scan_pages(service, scan), kept_splits(service, batch, over))


def _listing(service: Service, batch_id: str, limits: BulkLimits) -> Listing:
    """The batch's files: those inside its one zip, or all that were uploaded."""
    with service.database.reading() as session:
        rows = session.execute(
            select(BatchFile, StoredObject)
            .join(StoredObject, StoredObject.id == BatchFile.object_id)
            .where(BatchFile.batch_id == batch_id)
            .order_by(BatchFile.id)
        ).all()
    if len(rows) == 1:
        stream = service.vault.open(rows[0][1], service.sealer)
        if stream.peek(4)[:4] == _ZIP and not _name(service, rows[0][0]).lower().endswith(".xlsx"):
            return list_archive(stream, limits)
    files = []
    for file, kept in rows:
        path = _name(service, file).replace("\\", "/").strip("/")
        opener = _Opener(service, kept)
        files.append(PackedFile(path, PurePath(path).name, file.size, opener))
    return Listing(tuple(sorted(files, key=lambda one: one.path)))


class _Opener:
    """Opens one kept file."""

    def __init__(self, service: Service, kept: StoredObject) -> None:
        self._service, self._kept = service, kept

    def __call__(self) -> BinaryIO:
        return self._service.vault.open(self._kept, self._service.sealer)


def _name(service: Service, file: BatchFile) -> str:
    return service.sealer.open(file.name_sealed, about(BatchFile.name_sealed, file.id)).decode()


def _scan_pages(service: Service, scan: PackedFile) -> Iterable[RawPage]:
    with scan.open() as stream:
        data = stream.read(service.settings.max_scan_bytes + 1)
    return open_guarded(data, scan.name, service.settings.scan_limits).pages


def _begin(service: Service, batch_id: str, hand_in: HandIn) -> None:
    told = [asdict(fault) for fault in hand_in.faults]
    with service.database.writing() as session:
        begun = update(Batch).where(Batch.id == batch_id, Batch.state.in_(("queued", "running")))
        session.execute(begun.values(state="running", stated_cases=hand_in.stated_cases, problems=told))


def _take_case(service: Service, actor: Actor, quotas: Quotas, batch: Batch, case: CaseFound) -> None:
    """One case: opened with its row, filled, submitted; or refused with every reason. Raises ``Refused``
    where it can be taken later: the vault is away, the disk low, the day's quota used up."""
    faults: Sequence[Fault] = case.faults
    case_id = None
    if case.stated is not None and not faults:
        try:
            case_id, state = _opened(service, actor, quotas, batch, case)
            if state == State.OPEN:  # else an earlier attempt got as far as submitting it
                kinds = case.stated.get("files") or {}
                for file in case.files:
                    _take_file(service, actor, case_id, file, kinds.get(file.name))
                submit(service, actor, case_id)
        except EntryRefused as refused:
            faults = (refused.fault,)
        except Refused as refused:
            if refused.refusal is VAULT_DOWN or refused.refusal in _WAITS:
                raise
            faults = refused.faults or (refused.refusal.fault(),)
        except ValidationError as error:
            faults = faults_of(error, CaseRequest.model_fields, {}, CASE_INVALID.code)
    settle(service, actor, batch.id, case, case_id, faults)


def _opened(service: Service, actor: Actor, quotas: Quotas, batch: Batch, case: CaseFound) -> tuple[str, str]:
    """The case's id and state; those of an earlier attempt, if there was one."""
    with service.database.reading() as session:
        wanted = (
            select(Case.id, Case.state)
            .join(BatchRow, BatchRow.case_id == Case.id)
            .where(BatchRow.batch_id == batch.id, BatchRow.number == case.number)
        )
        if there := session.execute(wanted).first():
            return there.id, there.state

    def recorded(session: Session, view: CaseView) -> None:
        session.add(row_of(service, batch.id, case, "opened", view.id))

    quotas.check_cases(actor)
    stated = {name: value for name, value in (case.stated or {}).items() if name != "files"}
    channel = batch.options.get("channel", "hospital")
    request = CaseRequest.model_validate({**stated, "channel": channel, "external_id": case.external_id})
    opened = open_case(service, actor, request, batch_id=batch.id, recorded=recorded)
    quotas.count_case(actor)
    return opened.id, opened.state


def _take_file(service: Service, actor: Actor, case_id: str, file: PackedFile, kind: str | None) -> None:
    """``kind`` is what the hospital says the file is: a hint, so one that is not known is let go.

    The attack: an archive within its ratio unfolds to more than the disk holds, and every door is shut.
    """
    if service.vault.free_bytes() - (file.size or 0) < service.settings.min_free_mb * MEGABYTE:
        raise Refused(DISK_LOW, retry_after=DISK_WAIT)
    with service.vault.receive(service.settings.file_bytes) as receiver, file.open() as stream:
        try:
            while chunk := stream.read(_CHUNK):
                receiver.write(chunk)
        except TooManyBytes as error:
            raise Refused(FILE_TOO_LARGE, (FILE_TOO_LARGE.fault(file.name),)) from error
        known = kind if kind in _KINDS else None
        add_file(service, actor, case_id, receiver.finish(), file.name, known, nobody_waits=True)
