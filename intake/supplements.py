"""A case mended by whoever handed it in, while nobody has begun to review it.

What comes in after a submission belongs to the next round: until that is submitted, the verdict, and a
reviewer who was quicker, see the case as it was handed in. Submitting is the step ``checked`` → ``queued``,
compared and set like a reviewer's claim, so that of the two one wins.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from intake.actors import Actor, Role
from intake.lifecycle import TAKES_FILES, State
from intake.tables.cases import Case, CaseFile
from validators.verdict import Route


def takes_files(actor: Actor, case: Case) -> bool:
    """Whether ``actor``, who may know of the case, may add papers to it now."""
    return State(case.state) in TAKES_FILES or may_supplement(actor, case)


def may_supplement(actor: Actor, case: Case) -> bool:
    """Whether a checked case may be mended by ``actor`` before anybody reviews it: it is to be corrected, no
    reviewer has it or has passed it on, and it is the hospital's or the clerk's own."""
    waits = State(case.state) is State.CHECKED and case.claimed_by is None and not case.for_senior
    return waits and case.route == Route.NEEDS_CORRECTION.value and _own(actor, case)


def _own(actor: Actor, case: Case) -> bool:
    if actor.role is Role.HOSPITAL:
        return actor.client_id is not None and case.client_id == actor.client_id
    return actor.role is Role.CLERK and case.opened_by == actor.id


def of_round(round_: int) -> ColumnElement[bool]:
    """The files that a submission is judged on: handed in by then, and nothing in their place by then."""
    kept = or_(CaseFile.replaced_round.is_(None), CaseFile.replaced_round > round_)
    return and_(CaseFile.round <= round_, kept)


def waits_to_be_submitted(session: Session, case: Case) -> bool:
    """Whether something has come in, or was replaced, since the case was last submitted."""
    since = or_(CaseFile.round > case.round, CaseFile.replaced_round > case.round)
    return bool(session.scalar(select(func.count()).where(CaseFile.case_id == case.id, since)))
