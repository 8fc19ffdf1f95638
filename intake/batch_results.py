"""What came of each case of a batch, as the rows of its result table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import func, select

from intake.actors import Actor
from intake.batches import find_batch
from intake.bulk.results import ResultRow, reason
from intake.cases import application_of
from intake.doorkeeping import access
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.stored import summary_from
from intake.tables.cases import Case, StoredVerdict
from intake.tables.work import BatchRow
from validators.verdict import Correction

_AT_ONCE: Final = 500


def results(service: Service, actor: Actor, batch_id: str) -> Iterator[ResultRow]:
    """The rows in the order of the hand-in. Raises ``Refused`` before the first."""
    access.check(actor, "batch.view")
    with service.database.reading() as session:
        find_batch(session, actor, batch_id)
    return _rows(service, batch_id)


def _rows(service: Service, batch_id: str) -> Iterator[ResultRow]:
    last = 0
    while True:
        newest = (
            select(StoredVerdict.case_id, func.max(StoredVerdict.number).label("number"))
            .group_by(StoredVerdict.case_id)
            .subquery()
        )
        wanted = (
            select(BatchRow, Case, StoredVerdict)
            .outerjoin(Case, Case.id == BatchRow.case_id)
            .outerjoin(newest, newest.c.case_id == Case.id)
            .outerjoin(
                StoredVerdict,
                (StoredVerdict.case_id == Case.id) & (StoredVerdict.number == newest.c.number),
            )
            .where(BatchRow.batch_id == batch_id, BatchRow.number > last)
            .order_by(BatchRow.number)
            .limit(_AT_ONCE)
        )
        with service.database.reading() as session:
            found = session.execute(wanted).all()
        for row, case, verdict in found:
            yield _result(service, row, case, verdict)
        if len(found) < _AT_ONCE:
            return
        last = found[-1][0].number


def _result(service: Service, row: BatchRow, case: Case | None, verdict: StoredVerdict | None) -> ResultRow:
    sealer = service.sealer
    label = sealer.open(row.label_sealed, about(BatchRow.label_sealed, row.id)) if row.label_sealed else b""
    refused: dict[str, Any] = {}
    if row.problems_sealed:
        refused = json.loads(sealer.open(row.problems_sealed, about(BatchRow.problems_sealed, row.id)))
    corrections: tuple[Correction, ...] = ()
    if verdict is not None and verdict.summary_sealed:
        summary = sealer.open(verdict.summary_sealed, about(StoredVerdict.summary_sealed, verdict.id))
        corrections = summary_from(summary)
    names: tuple[str, ...] = ()
    if case is not None and not case.erased_at:
        names = (application_of(service, case).applicant.name,)
    problems: list[dict[str, str]] = refused.get("problems", [])
    return ResultRow(
        row=row.row,
        label=label.decode(),
        state=case.state if case and row.state == "taken" else row.state,
        external_id=case.external_id if case else refused.get("external_id"),
        case_no=case.case_no if case else None,
        route=case.route if case else None,
        corrections=tuple(one.message for one in corrections),
        codes=(*(one["code"] for one in problems), *(one.code for one in corrections)),
        reasons=tuple(reason(**one) for one in problems),
        names=names,
    )
