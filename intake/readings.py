"""What was read of a file, put together from the spans of its jobs, and which jobs left pages unread.

While workers are replaced, two engines may each have read a part of one file: the engine asked for comes
first, another's pages fill what it has not read. A page counts once, however many spans hold it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.stored import reading_from
from intake.tables.cases import CaseFile, PageReadings
from intake.tables.work import Job
from ocr.page import PageReading
from ocr.types import FileFacts


@dataclass(frozen=True, slots=True)
class FileReading:
    """A file as read. ``refused`` is the code of its refusal; ``whole``: no page is missing."""

    facts: FileFacts | None
    refused: str | None
    pages: tuple[PageReading, ...]
    whole: bool


def reading_of(service: Service, session: Session, file: CaseFile, engine: str) -> FileReading:
    """Everything read of a file, by ``engine`` (its digest) before any other."""
    rows = session.scalars(
        select(PageReadings).where(PageReadings.file_id == file.id).order_by(PageReadings.created_at.desc())
    ).all()
    first = engine if any(row.engine == engine for row in rows) else rows[0].engine if rows else engine
    used = sorted((row for row in rows if row.engine == first), key=lambda row: row.first_page)
    if not covered(used, 1, file.pages):
        used += [row for row in rows if row.engine != first]
    facts: FileFacts | None = None
    refused = file.refused
    pages: dict[int, PageReading] = {}
    for row in used:
        plain = service.sealer.open(row.reading_sealed, about(PageReadings.reading_sealed, row.id))
        read = reading_from(plain)
        facts = facts or read.facts
        refused = refused or read.refused
        for page in read.pages:
            pages.setdefault(page.page.number, page)
    ordered = tuple(pages[number] for number in sorted(pages))
    return FileReading(facts, refused, ordered, covered(used, 1, file.pages))


def covered(rows: Iterable[PageReadings], first: int, last: int) -> bool:
    """Whether these rows together hold pages ``first`` to ``last`` (0: their number is not known)."""
    reached = first
    for row in sorted(rows, key=lambda row: row.first_page):
        if row.first_page <= reached:
            reached = max(reached, row.last_page + 1)
    return reached > max(first, last)


def unread_jobs(session: Session, case_id: str, round_: int) -> Sequence[Job]:
    """The jobs of a round that ended though no engine has read their pages of a file that can be opened."""
    jobs = session.execute(
        select(Job, CaseFile)
        .join(CaseFile, CaseFile.id == Job.file_id)
        .where(
            Job.case_id == case_id,
            Job.round == round_,
            Job.kind == "read",
            Job.state == "done",
            CaseFile.refused.is_(None),
        )
        .order_by(Job.id)
    ).all()
    rows: defaultdict[str, list[PageReadings]] = defaultdict(list)
    of_case = select(PageReadings).join(CaseFile, CaseFile.id == PageReadings.file_id)
    for row in session.scalars(of_case.where(CaseFile.case_id == case_id)):
        rows[row.file_id].append(row)
    return [
        job
        for job, file in jobs
        if not covered(rows[file.id], job.first_page or 1, job.last_page or file.pages)
    ]
