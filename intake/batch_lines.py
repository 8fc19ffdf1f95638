"""The cases of a batch as its hospital reads them: in piles, some at a time, with their findings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.batches import find_batch, own_batches
from intake.bulk.results import reason
from intake.cases import application_of
from intake.doorkeeping import access
from intake.lifecycle import State
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.stored import summary_from
from intake.tables.cases import Case, StoredVerdict
from intake.tables.work import Batch, BatchFile, BatchRow
from validators.verdict import Route


class Pile(StrEnum):
    """Where the cases of a batch lie, by who has to do something next."""

    MEND = "mend"
    REFUSED = "refused"
    READING = "reading"
    REVIEW = "review"
    DONE = "done"


_AT_WORK: Final = (State.OPEN, State.QUEUED, State.READING)
_TAKEN: Final = BatchRow.state.in_(("taken", "opened"))
_OF: Final[Mapping[Pile, ColumnElement[bool]]] = {
    Pile.REFUSED: BatchRow.state.in_(("refused", "unused")),
    Pile.READING: and_(_TAKEN, Case.state.in_(_AT_WORK)),
    Pile.MEND: and_(
        _TAKEN,
        or_(
            Case.state == State.RETURNED,
            and_(Case.state == State.CHECKED, Case.route == Route.NEEDS_CORRECTION.value),
        ),
    ),
    Pile.REVIEW: and_(
        _TAKEN,
        or_(
            Case.state.in_((State.IN_REVIEW, State.STUCK)),
            and_(Case.state == State.CHECKED, Case.route != Route.NEEDS_CORRECTION.value),
        ),
    ),
    Pile.DONE: and_(_TAKEN, Case.state.in_((State.APPROVED, State.REJECTED, State.WITHDRAWN))),
}


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One case of a batch, or a file that belongs to none (``row`` 0). ``label`` is the folder's or row's
    name as the hospital wrote it; ``corrections`` are sentences for the applicant, ``reasons`` for the
    hospital, of a case that was not taken."""

    number: int
    row: int
    label: str
    state: str
    case_id: str | None
    case_no: str | None
    route: str | None
    name: str
    id_number: str
    corrections: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BatchLines:
    """A stretch of lines in the order of the hand-in; ``counts`` are of the whole batch, by pile."""

    lines: tuple[BatchLine, ...]
    counts: Mapping[Pile, int]
    more: bool


def batch_lines(
    service: Service, actor: Actor, batch_id: str, pile: Pile | None = None, *, skip: int = 0, limit: int = 50
) -> BatchLines:
    """Lines of one pile, or of all. Raises ``Refused`` where the batch is not the actor's."""
    access.check(actor, "batch.view")
    wanted = (
        select(BatchRow, Case)
        .outerjoin(Case, Case.id == BatchRow.case_id)
        .where(BatchRow.batch_id == batch_id)
        .order_by(BatchRow.number)
        .offset(skip)
        .limit(limit + 1)
    )
    if pile is not None:
        wanted = wanted.where(_OF[pile])
    with service.database.reading() as session:
        find_batch(session, actor, batch_id)
        found = session.execute(wanted).all()
        counts = {one: _count(session, batch_id, one) for one in Pile}
        lines = tuple(_line(service, session, row, case) for row, case in found[:limit])
    return BatchLines(lines, counts, len(found) > limit)


def files_there(service: Service, actor: Actor, batch_id: str) -> tuple[tuple[str, int], ...]:
    """Path and size of what has arrived of a batch, so that an upload that was cut goes on where it stopped.
    Raises ``Refused``."""
    access.check(actor, "batch.view")
    with service.database.reading() as session:
        find_batch(session, actor, batch_id)
        rows = session.scalars(
            select(BatchFile).where(BatchFile.batch_id == batch_id).order_by(BatchFile.id)
        ).all()
    opened = service.sealer.open
    return tuple(
        (opened(row.name_sealed, about(BatchFile.name_sealed, row.id)).decode(), row.size) for row in rows
    )


def batch_of(service: Service, actor: Actor, case_id: str) -> str | None:
    """The batch a case came with, where that is the actor's; ``None`` for one handed in by itself."""
    with service.database.reading() as session:
        batch_id = session.scalar(
            select(Case.batch_id).where(Case.id == case_id, access.visible_cases(actor))
        )
        known = batch_id and session.scalar(select(Batch.id).where(Batch.id == batch_id, own_batches(actor)))
    return known or None


def _count(session: Session, batch_id: str, pile: Pile) -> int:
    rows = select(func.count()).select_from(BatchRow).outerjoin(Case, Case.id == BatchRow.case_id)
    return session.scalar(rows.where(BatchRow.batch_id == batch_id, _OF[pile])) or 0


def _line(service: Service, session: Session, row: BatchRow, case: Case | None) -> BatchLine:
    sealer = service.sealer
    label = sealer.open(row.label_sealed, about(BatchRow.label_sealed, row.id)) if row.label_sealed else b""
    told: dict[str, Any] = {}
    if row.problems_sealed:
        told = json.loads(sealer.open(row.problems_sealed, about(BatchRow.problems_sealed, row.id)))
    stated = application_of(service, case) if case is not None and case.erased_at is None else None
    taken = case is not None and row.state in ("taken", "opened")
    return BatchLine(
        number=row.number,
        row=row.row,
        label=label.decode(),
        state=case.state if case is not None and taken else row.state,
        case_id=case.id if case is not None and taken else None,
        case_no=case.case_no if case is not None and taken else None,
        route=case.route if case is not None and taken else None,
        name=stated.applicant.name if stated else "",
        id_number=stated.applicant.id_number if stated else "",
        corrections=_corrections(service, session, case) if case is not None and taken else (),
        reasons=tuple(reason(**one) for one in told.get("problems", [])),
    )


def _corrections(service: Service, session: Session, case: Case) -> tuple[str, ...]:
    """What is to be mended by the verdict on what was handed in last."""
    if case.erased_at is not None or case.state in _AT_WORK:
        return ()
    newest = (
        select(StoredVerdict)
        .where(StoredVerdict.case_id == case.id, StoredVerdict.round == case.round)
        .order_by(StoredVerdict.number.desc())
        .limit(1)
    )
    row = session.scalars(newest).first()
    if row is None or not row.summary_sealed:
        return ()
    summary = service.sealer.open(row.summary_sealed, about(StoredVerdict.summary_sealed, row.id))
    return tuple(one.message for one in summary_from(summary))
