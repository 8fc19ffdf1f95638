"""The job ``read``: some pages of one file, read once by one engine and kept with their images."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from intake.case_views import file_name
from intake.coverage import covered
from intake.lifecycle import State, move, touch
from intake.operating import stage_times
from intake.pipeline import PageImage, Reader
from intake.safekeeping.erasure import doom
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.vault import Received
from intake.service import Service
from intake.stored_pages import reading_bytes
from intake.tables.base import new_id, now
from intake.tables.cases import Case, CaseFile, PageReadings, StoredObject
from intake.tables.cases import PageImage as PageImageRow
from intake.working import jobs
from intake.working.jobs import Claimed
from ocr.page import PageReading
from ocr.refusals import FileRefused
from ocr.types import Engine, FileFacts

_READ_IN: Final = (State.QUEUED, State.READING, State.STUCK)
"""Where one file of a case could not be read, the others are: then only the one is to be tried again."""


class GaveWay(Exception):
    """The case moved on (withdrawn, a newer round): there is nothing left to do for this job."""


@dataclass(frozen=True, slots=True)
class _Read:
    facts: FileFacts | None
    refused: str | None
    pages: tuple[PageReading, ...]
    images: tuple[PageImage, ...]
    seconds: float


def read(service: Service, reader: Reader, claimed: Claimed) -> None:
    """Read the job's pages and end it; the last one of a round calls for the check. Raises ``GaveWay``."""
    engine = engine_digest(reader.engine.info)
    with service.database.writing() as session:
        file = _begin(session, claimed)
        if _already_read(session, file, engine, claimed):
            _finish(session, claimed)
            return
        kept = session.get_one(StoredObject, file.object_id)
    came = _read_pages(reader, service.vault.read(kept, service.sealer), file_name(service, file), claimed)
    stored = [(image, service.vault.store(image.jpeg)) for image in came.images]
    row = _row(service, file, engine, claimed, came)
    with service.database.writing() as session:
        _finish(session, claimed)
        _replace(session, row)
        _keep_images(service, session, file.id, stored)
        _learn(session, file, came)
        for _ in came.pages:
            stage_times.record(session, "read_page", came.seconds / len(came.pages))


def _read_pages(reader: Reader, data: bytes, name: str, claimed: Claimed) -> _Read:
    began = time.perf_counter()
    first, last = claimed.first_page or 1, claimed.last_page
    try:
        came = reader.read_pages(data, name, first=first, last=last, keep_images=True)
    except FileRefused as refused:
        return _Read(None, refused.refusal.code, (), (), time.perf_counter() - began)
    return _Read(came.facts, None, came.pages, came.images, time.perf_counter() - began)


def _row(service: Service, file: CaseFile, engine: str, claimed: Claimed, came: _Read) -> PageReadings:
    row_id = new_id()
    plain = reading_bytes(came.facts, came.refused, came.pages)
    return PageReadings(
        id=row_id,
        file_id=file.id,
        engine=engine,
        first_page=claimed.first_page or 1,
        last_page=claimed.last_page or (came.facts.pages if came.facts else 1),
        reading_sealed=service.sealer.seal(plain, about(PageReadings.reading_sealed, row_id)),
    )


def engine_digest(engine: Engine) -> str:
    """What names an engine: its models and version. Pages read by the same one are not read again."""
    told = json.dumps([engine.name, engine.version, dict(sorted(engine.models.items()))])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _begin(session: Session, claimed: Claimed) -> CaseFile:
    """The file to read; the case is ``reading`` from its first job on. Raises ``GaveWay``."""
    case = case_of_round(session, claimed, _READ_IN)
    if State(case.state) is State.QUEUED:
        move(session, case.id, State.READING, since=(State.QUEUED,), actor="system")
    return session.get_one(CaseFile, claimed.file_id)


def case_of_round(
    session: Session, claimed: Claimed, states: Collection[State] = (State.QUEUED, State.READING)
) -> Case:
    """The job's case, locked, in one of ``states`` and still in the job's round. Raises ``GaveWay``."""
    case = session.get(Case, claimed.case_id, with_for_update=True)
    if case is None or case.erased_at or case.round != claimed.round:
        raise GaveWay
    if State(case.state) not in states:
        raise GaveWay
    return case


def _already_read(session: Session, file: CaseFile, engine: str, claimed: Claimed) -> bool:
    rows = session.scalars(
        select(PageReadings).where(PageReadings.file_id == file.id, PageReadings.engine == engine)
    )
    return covered(rows, claimed.first_page or 1, claimed.last_page or file.pages)


def _replace(session: Session, row: PageReadings) -> None:
    """Keep a reading in place of a shorter one by the same engine from the same page on."""
    shorter = delete(PageReadings).where(
        PageReadings.file_id == row.file_id,
        PageReadings.engine == row.engine,
        PageReadings.first_page == row.first_page,
    )
    session.execute(shorter)
    session.add(row)


def _finish(session: Session, claimed: Claimed) -> None:
    """End the job; the last one of its round calls for the check."""
    case = case_of_round(session, claimed, _READ_IN)
    jobs.finish(session, claimed)
    jobs.call_for_check(session, case.id, claimed.round, claimed.queue)
    touch(session, case.id)


def _keep_images(
    service: Service, session: Session, file_id: str, stored: Sequence[tuple[PageImage, Received]]
) -> None:
    session.add_all(received.row(service.sealer) for _, received in stored)
    session.flush()
    pages = [image.page for image, _ in stored]
    of_pages = select(PageImageRow.page, PageImageRow.object_id).where(
        PageImageRow.file_id == file_id, PageImageRow.page.in_(pages)
    )
    there = {row.page: row.object_id for row in session.execute(of_pages)}
    for image, received in stored:
        if image.page in there:  # another engine read the file before
            session.execute(
                update(PageImageRow)
                .where(PageImageRow.file_id == file_id, PageImageRow.page == image.page)
                .values(width=image.width, height=image.height, object_id=received.object_id)
            )
        else:
            session.add(
                PageImageRow(
                    file_id=file_id,
                    page=image.page,
                    width=image.width,
                    height=image.height,
                    object_id=received.object_id,
                )
            )
    session.flush()
    doom(session, service.sealer, there.values(), now())  # nothing else would lead an erasure to them


def _learn(session: Session, file: CaseFile, came: _Read) -> None:
    """What the reader found out of a file that the first look could not tell."""
    told: dict[str, object] = {}
    if came.refused:
        told["refused"] = came.refused
    if came.facts and not file.pages:
        told |= {"pages": came.facts.pages, "media_type": came.facts.media_type}
    if told:
        session.execute(update(CaseFile).where(CaseFile.id == file.id).values(**told))
