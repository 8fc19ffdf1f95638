"""Watching cases for changes: one look at the database for all who watch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final, TypeAlias

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from intake.database import Database
from intake.refusals import Refused
from intake.tables.cases import Case, CaseStep
from intake.tables.work import Job

_AT_ONCE = 500
QUEUE: Final = "queue"
"""Watched in place of a case: every step of every case."""
Mark: TypeAlias = tuple[int, int] | str


class CannotLook(Exception):
    """The database does not answer at the moment."""


def marks(database: Database, case_ids: Collection[str]) -> Mapping[str, Mark]:
    """Of each case that is there: its revision, and how many pieces of its work are done; of ``QUEUE`` the
    newest step.

    Two equal marks of a case mean that nothing was changed between them. Raises ``CannotLook``.
    """
    wanted, found = sorted(one for one in case_ids if one != QUEUE), dict[str, Mark]()
    try:
        if QUEUE in case_ids:
            found[QUEUE] = queue_mark(database)
        for start in range(0, len(wanted), _AT_ONCE):
            found |= _marks(database, wanted[start : start + _AT_ONCE])
    except DBAPIError as error:
        raise CannotLook(type(error).__name__) from error
    return found


def queue_mark(database: Database) -> str:
    """The newest step of any case, ``"0"`` where there is none: while it stays, nothing came or went."""
    with database.reading() as session:
        return session.scalar(select(func.max(CaseStep.id))) or "0"


def stands(ask: Callable[[], object]) -> bool:
    """Whether somebody who watches may go on: ``ask`` raises ``Refused`` where not. Raises ``CannotLook``."""
    try:
        ask()
    except Refused:
        return False
    except DBAPIError as error:
        raise CannotLook(type(error).__name__) from error
    return True


def _marks(database: Database, some: list[str]) -> dict[str, Mark]:
    counted = (
        select(Job.case_id, func.count())
        .where(Job.case_id.in_(some), Job.state == "done")
        .group_by(Job.case_id)
    )
    with database.reading() as session:
        done = {str(case_id): count for case_id, count in session.execute(counted)}
        rows = session.execute(select(Case.id, Case.revision).where(Case.id.in_(some)))
        return {row.id: (row.revision, done.get(row.id, 0)) for row in rows}
