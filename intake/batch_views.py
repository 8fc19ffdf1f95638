"""What is told of a batch: how far it is, counted afresh from its rows and cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.refusals.batches import BATCH_ERASED, BATCH_STUCK, SENDER_DISABLED
from intake.tables.cases import Case
from intake.tables.work import Batch, BatchFile, BatchRow


@dataclass(frozen=True, slots=True)
class BatchView:
    """How far a batch is. ``found`` counts the cases in it so far, ``stated`` what its manifest says;
    ``problems`` are faults of the whole. ``states`` counts its cases by state, ``routes`` by route."""

    id: str
    state: str
    external_id: str | None
    created_at: dt.datetime
    done_at: dt.datetime | None
    files: int
    bytes: int
    stated: int | None
    found: int
    taken: int
    refused: int
    finished: int
    states: Mapping[str, int]
    routes: Mapping[str, int]
    problems: tuple[Mapping[str, Any], ...]


_UNFINISHED: Final = ("open", "queued", "reading")


def view_of(session: Session, batch: Batch) -> BatchView:
    """A batch counted."""
    held = select(func.count(), func.coalesce(func.sum(BatchFile.size), 0))
    files, size = session.execute(held.where(BatchFile.batch_id == batch.id)).one()
    by_row = (
        select(BatchRow.state, func.count()).where(BatchRow.batch_id == batch.id).group_by(BatchRow.state)
    )
    rows: dict[str, int] = {row.state: row[1] for row in session.execute(by_row)}
    refused = select(BatchRow.case_id).where(BatchRow.batch_id == batch.id, BatchRow.state == "refused")
    by_case = select(Case.state, Case.route, func.count()).where(
        Case.batch_id == batch.id, Case.id.not_in(refused.where(BatchRow.case_id.is_not(None)))
    )
    states: dict[str, int] = {}
    routes: dict[str, int] = {}
    for state, route, count in session.execute(by_case.group_by(Case.state, Case.route)):
        states[state] = states.get(state, 0) + count
        if route:
            routes[route] = routes.get(route, 0) + count
    return BatchView(
        id=batch.id,
        state=batch.state,
        external_id=batch.external_id,
        created_at=batch.created_at,
        done_at=batch.done_at,
        files=files,
        bytes=size,
        stated=batch.stated_cases,
        found=sum(count for state, count in rows.items() if state != "unused"),
        taken=rows.get("taken", 0),
        refused=rows.get("refused", 0),
        finished=sum(count for state, count in states.items() if state not in _UNFINISHED),
        states=states,
        routes=routes,
        problems=(*batch.problems, *_stuck(batch)),
    )


def _stuck(batch: Batch) -> list[dict[str, str]]:
    """Why nothing goes on, where nothing else says so."""
    told = {problem["code"] for problem in batch.problems}
    if batch.state != "stuck" or told & {BATCH_ERASED.code, SENDER_DISABLED.code}:
        return []
    return [asdict(BATCH_STUCK.fault())]
