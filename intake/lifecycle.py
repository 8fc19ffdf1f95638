"""Which states a case may go through, and the one function that moves it.

``open`` → ``queued`` → ``reading`` → ``checked`` → ``in_review`` → ``approved`` | ``returned`` |
``rejected``. The table below is also rows of ``legal_transitions``, to which every recorded step refers:
a change that is not in it fails in the database, whoever tries.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final, cast

from sqlalchemy import Connection, CursorResult, insert, select, update
from sqlalchemy.orm import Session

from intake.tables.base import now
from intake.tables.cases import Case, CaseStep, LegalTransition


class State(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    QUEUED = "queued"
    READING = "reading"
    CHECKED = "checked"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    STUCK = "stuck"


LEGAL: Final[frozenset[tuple[State, State]]] = frozenset(
    {
        (State.OPEN, State.QUEUED),
        (State.RETURNED, State.QUEUED),
        (State.CHECKED, State.QUEUED),  # mended by its sender before anybody reviews it
        (State.STUCK, State.QUEUED),  # a person tries again
        (State.QUEUED, State.READING),
        (State.READING, State.CHECKED),
        (State.QUEUED, State.STUCK),
        (State.READING, State.STUCK),
        (State.CHECKED, State.IN_REVIEW),
        (State.STUCK, State.IN_REVIEW),  # a person judges what the readers could not
        (State.IN_REVIEW, State.CHECKED),  # released, or the lease ran out
        (State.IN_REVIEW, State.STUCK),
        (State.IN_REVIEW, State.APPROVED),
        (State.IN_REVIEW, State.RETURNED),
        (State.IN_REVIEW, State.REJECTED),
        # undone within seconds, by the person who decided
        (State.APPROVED, State.IN_REVIEW),
        (State.RETURNED, State.IN_REVIEW),
        (State.REJECTED, State.IN_REVIEW),
        *(
            (state, State.WITHDRAWN)
            for state in (
                State.OPEN,
                State.QUEUED,
                State.READING,
                State.CHECKED,
                State.IN_REVIEW,
                State.RETURNED,
                State.STUCK,
            )
        ),
    }
)
DECIDED: Final = frozenset({State.APPROVED, State.REJECTED})
TAKES_FILES: Final = frozenset({State.OPEN, State.RETURNED})


class WrongState(Exception):
    """The case is not where the change begins; ``state`` is where it was seen."""

    def __init__(self, state: State | None) -> None:
        super().__init__(f"the case is {state or 'gone'}")
        self.state = state


def move(
    session: Session,
    case_id: str,
    wanted: State,
    *,
    since: Iterable[State],
    actor: str,
    **values: Any,
) -> State:
    """Compare and set: the case goes to ``wanted`` if it stands in one of ``since``; other columns with it.

    Gives the state it came from. Raises ``WrongState`` where it stands elsewhere, or where somebody else
    moved it at the same moment.
    """
    allowed = frozenset(since)
    row = session.execute(
        select(Case.state, Case.revision).where(Case.id == case_id).with_for_update()
    ).one_or_none()
    if row is None or State(row.state) not in allowed:
        raise WrongState(State(row.state) if row else None)
    before, revision = State(row.state), row.revision + 1
    changed = session.execute(
        update(Case)
        .where(Case.id == case_id, Case.state == before, Case.revision == row.revision)
        .values(state=wanted, revision=revision, **values)
    )
    if cast(CursorResult[Any], changed).rowcount != 1:
        raise WrongState(before)
    session.add(
        CaseStep(
            case_id=case_id, revision=revision, from_state=before, to_state=wanted, actor=actor, at=now()
        )
    )
    session.flush()
    return before


def touch(session: Session, case_id: str) -> None:
    """Count a change that is no step, so that whoever watches the case sees it."""
    session.execute(update(Case).where(Case.id == case_id).values(revision=Case.revision + 1))


def missing_transitions(connection: Connection) -> tuple[tuple[State, State], ...]:
    """The pairs of ``LEGAL`` that the database's table lacks."""
    rows = connection.execute(select(LegalTransition.from_state, LegalTransition.to_state))
    there = {(row.from_state, row.to_state) for row in rows}
    return tuple(pair for pair in sorted(LEGAL) if (pair[0].value, pair[1].value) not in there)


def write_legal_transitions(connection: Connection) -> None:
    """Bring the table of the database to ``LEGAL``. One process at a time: two would write the same rows."""
    missing = missing_transitions(connection)
    if missing:
        rows = [{"from_state": first.value, "to_state": then.value} for first, then in missing]
        connection.execute(insert(LegalTransition), rows)
