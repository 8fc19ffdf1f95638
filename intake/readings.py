"""What was read of a file, put together from the spans of its jobs.

While workers are replaced, two engines may each have read a part of one file: the engine asked for comes
first, another's pages fill what it has not read. A page counts once, however many spans hold it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.coverage import covered
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.stored_pages import reading_from
from intake.tables.cases import CaseFile, PageReadings
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
