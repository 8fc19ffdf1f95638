"""Which pages of a file have been read, and which jobs left pages unread."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.tables.cases import CaseFile, PageReadings
from intake.tables.work import Job


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
