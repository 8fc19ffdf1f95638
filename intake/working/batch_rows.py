"""The rows of a batch: one a case, and one a file that belongs to none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.bulk.found import CaseFound, Leftover
from intake.faults import Fault
from intake.lifecycle import DECIDED, State, move
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.tables.base import new_id
from intake.tables.cases import Case
from intake.tables.work import BatchRow


def known_rows(session: Session, batch_id: str) -> dict[int, str]:
    """The states of a batch's rows by their numbers."""
    rows = session.execute(select(BatchRow.number, BatchRow.state).where(BatchRow.batch_id == batch_id))
    return {row.number: row.state for row in rows}


def row_of(service: Service, batch_id: str, case: CaseFound, state: str, case_id: str | None) -> BatchRow:
    """A new row for a case."""
    return _row(service, batch_id, case.number, case.row, case.label, state, case_id)


def unused_row(service: Service, batch_id: str, number: int, unused: Leftover) -> BatchRow:
    """A new row for a file that belongs to no case; its path is its label, sealed as every label."""
    row = _row(service, batch_id, number, 0, unused.path, "unused", None)
    row.problems_sealed = _problems(service, row.id, [replace(unused.fault, where="")], None)
    return row


def settle(
    service: Service,
    actor: Actor,
    batch_id: str,
    case: CaseFound,
    case_id: str | None,
    faults: Sequence[Fault],
) -> None:
    """Write what came of a case into its row; one refused after it was opened is withdrawn with that."""
    state = "refused" if faults else "taken"
    with service.database.writing() as session:
        if faults and case_id is not None:
            _withdraw(session, actor, case_id)
        wanted = select(BatchRow).where(BatchRow.batch_id == batch_id, BatchRow.number == case.number)
        row = session.scalars(wanted).first()
        if row is None:
            row = row_of(service, batch_id, case, state, case_id)
            session.add(row)
        row.state = state
        if faults:
            row.problems_sealed = _problems(service, row.id, faults, case.external_id)


def _withdraw(session: Session, actor: Actor, case_id: str) -> None:
    case = session.get_one(Case, case_id, with_for_update=True)
    if State(case.state) not in (*DECIDED, State.WITHDRAWN):  # its hospital may have withdrawn it itself
        move(session, case_id, State.WITHDRAWN, since=(State(case.state),), actor=actor.id)


def _problems(service: Service, row_id: str, faults: Sequence[Fault], external_id: str | None) -> bytes:
    told = {"problems": [asdict(fault) for fault in faults], "external_id": external_id}
    plain = json.dumps(told, ensure_ascii=False).encode()
    return service.sealer.seal(plain, about(BatchRow.problems_sealed, row_id))


def _row(
    service: Service, batch_id: str, number: int, line: int, label: str, state: str, case_id: str | None
) -> BatchRow:
    row_id = new_id()
    sealed = service.sealer.seal(label.encode("utf-8", "replace"), about(BatchRow.label_sealed, row_id))
    return BatchRow(
        id=row_id,
        batch_id=batch_id,
        number=number,
        row=line,
        label_sealed=sealed,
        case_id=case_id,
        state=state,
    )
