"""The job ``batch``: a hand-in taken apart into cases, each opened, filled and submitted on its own.

It may be cut at any point and is taken up where it stopped: a case's row is written in the transaction that
opens the case, files are taken in once by their bytes, a submission twice is one. After some seconds the job
ends and leaves the rest to a new one, so that no hand-in holds a worker for long.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterable, Sequence
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
from intake.cases import open_case, submit, withdraw
from intake.faults import Fault, faults_of
from intake.files import add_file
from intake.lifecycle import State
from intake.opening.guard import open_guarded
from intake.refusals import Refused
from intake.refusals.cases import CASE_INVALID, FILE_TOO_LARGE, VAULT_DOWN
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.vault import TooManyBytes
from intake.service import Service
from intake.tables.access import Client, Person
from intake.tables.base import new_id, now
from intake.tables.cases import Case, StoredObject
from intake.tables.work import Batch, BatchFile, BatchRow, Job
from intake.working import jobs
from intake.working.jobs import Claimed
from intake.working.reading_job import GaveWay
from ocr.types import RawPage

_log = logging.getLogger(__name__)
SLICE_SECONDS: Final = 60.0
_CHUNK: Final = 256 * 1024
_ZIP: Final = b"PK\x03\x04"


def take_in(service: Service, claimed: Claimed) -> None:
    """Take apart as many cases as fit into a slice of time. Raises ``GaveWay``, ``jobs.Fenced``."""
    began = time.monotonic()
    with service.database.reading() as session:
        batch = session.get(Batch, claimed.batch_id)
        if batch is None or batch.state not in ("queued", "running"):
            raise GaveWay
        actor = _actor(session, batch)
        known = _known(session, batch.id)
    hand_in = _hand_in(service, batch)
    if batch.state == "queued":
        _begin(service, batch.id, hand_in)
    for case in hand_in.cases:
        if known.get(case.number) in ("taken", "refused"):
            continue
        _take_case(service, actor, batch, case)
        if time.monotonic() - began > SLICE_SECONDS:
            with service.database.writing() as session:
                jobs.finish(session, claimed)
                session.add(Job(kind="batch", queue=jobs.BULK, batch_id=batch.id))
            return
    with service.database.writing() as session:
        jobs.finish(session, claimed)
        done = update(Batch).where(Batch.id == batch.id, Batch.state == "running")
        session.execute(done.values(state="done" if hand_in.cases else "refused", done_at=now()))


def _actor(session: Session, batch: Batch) -> Actor:
    """On whose behalf cases are opened: with the rights they have now."""
    if batch.client_id and (client := session.get(Client, batch.client_id)) and not client.disabled_at:
        return Actor(f"client:{client.id}", Role(client.role), tuple(client.regions), client.id)
    if batch.person_id and (person := session.get(Person, batch.person_id)) and not person.disabled_at:
        return Actor(
            f"person:{person.id}", Role(person.role), tuple(person.regions), person.client_id, person.id
        )
    raise GaveWay


def _known(session: Session, batch_id: str) -> dict[int, str]:
    rows = session.execute(select(BatchRow.number, BatchRow.state).where(BatchRow.batch_id == batch_id))
    return {row.number: row.state for row in rows}


def _hand_in(service: Service, batch: Batch) -> HandIn:
    limits = BulkLimits(
        files_per_case=service.settings.max_files, entry_bytes=service.settings.max_scan_bytes
    )
    listing = _listing(service, batch.id, limits)
    hand_in = take_apart(listing, defaults=batch.options.get("defaults") or {}, limits=limits)
    return with_scans(hand_in, lambda scan: _scan_pages(service, scan))


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
        begun = update(Batch).where(Batch.id == batch_id, Batch.state == "queued")
        session.execute(begun.values(state="running", stated_cases=hand_in.stated_cases, problems=told))


def _take_case(service: Service, actor: Actor, batch: Batch, case: CaseFound) -> None:
    """One case: opened with its row, filled, submitted; or refused with every reason."""
    faults: Sequence[Fault] = case.faults
    case_id = None
    if case.stated is not None and not faults:
        try:
            case_id, state = _opened(service, actor, batch, case)
            if state == State.OPEN:  # else an earlier attempt got as far as submitting it
                for file in case.files:
                    _take_file(service, actor, case_id, file)
                submit(service, actor, case_id)
        except EntryRefused as refused:
            faults = (refused.fault,)
        except Refused as refused:
            if refused.refusal is VAULT_DOWN:
                raise
            faults = refused.faults or (refused.refusal.fault(),)
        except ValidationError as error:
            faults = faults_of(error, CaseRequest.model_fields, {}, CASE_INVALID.code)
    if faults and case_id is not None:
        withdraw(service, actor, case_id)
    _settle(service, batch.id, case, case_id, faults)


def _opened(service: Service, actor: Actor, batch: Batch, case: CaseFound) -> tuple[str, str]:
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
        session.add(_row(service, batch.id, case, "opened", view.id))

    stated = {name: value for name, value in (case.stated or {}).items() if name != "files"}
    channel = batch.options.get("channel", "hospital")
    request = CaseRequest.model_validate({**stated, "channel": channel, "external_id": case.external_id})
    opened = open_case(service, actor, request, batch_id=batch.id, recorded=recorded)
    return opened.id, opened.state


def _row(service: Service, batch_id: str, case: CaseFound, state: str, case_id: str | None) -> BatchRow:
    row_id = new_id()
    label = service.sealer.seal(case.label.encode("utf-8", "replace"), about(BatchRow.label_sealed, row_id))
    return BatchRow(
        id=row_id,
        batch_id=batch_id,
        number=case.number,
        row=case.row,
        label_sealed=label,
        case_id=case_id,
        state=state,
    )


def _take_file(service: Service, actor: Actor, case_id: str, file: PackedFile) -> None:
    with service.vault.receive(service.settings.file_bytes) as receiver, file.open() as stream:
        try:
            while chunk := stream.read(_CHUNK):
                receiver.write(chunk)
        except TooManyBytes as error:
            raise Refused(FILE_TOO_LARGE, (FILE_TOO_LARGE.fault(file.name),)) from error
        add_file(service, actor, case_id, receiver.finish(), file.name, nobody_waits=True)


def _settle(
    service: Service, batch_id: str, case: CaseFound, case_id: str | None, faults: Sequence[Fault]
) -> None:
    """Write what came of a case into its row."""
    state = "refused" if faults else "taken"
    with service.database.writing() as session:
        wanted = select(BatchRow).where(BatchRow.batch_id == batch_id, BatchRow.number == case.number)
        row = session.scalars(wanted).first()
        if row is None:
            row = _row(service, batch_id, case, state, case_id)
            session.add(row)
        row.state = state
        if faults:
            told = json.dumps([asdict(fault) for fault in faults], ensure_ascii=False).encode()
            row.problems_sealed = service.sealer.seal(told, about(BatchRow.problems_sealed, row.id))
