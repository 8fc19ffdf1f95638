"""Who holds a case for review: claimed with a lease, renewed, released, freed when the lease ran out.

Two people never hold one case: a claim is the step to ``in_review``, compared and set in the database.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from intake import cases
from intake.actors import SYSTEM, Actor, Role
from intake.doorkeeping import access
from intake.lifecycle import State, WrongState, move
from intake.refusals.access import PEOPLE_ONLY
from intake.refusals.base import Refused
from intake.refusals.review import CHANGED, FOR_SENIOR, NOT_WAITING, NOT_YOURS, TAKEN
from intake.safekeeping import audit
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case, CaseStep

WAITING: Final = (State.CHECKED, State.STUCK)
"""From where a person takes a case."""
_FREED_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True)
class Claim:
    """A case held by a person until a moment; decisions name the ``revision`` they were made on."""

    case_id: str
    revision: int
    until: dt.datetime


def claim(service: Service, actor: Actor, case_id: str) -> Claim:
    """Take a case for review; one's own is renewed. Raises ``Refused`` where somebody else has it."""
    person_id = _reviewer(actor)
    with service.database.writing() as session, _in_right_state():
        case = cases.find(session, actor, case_id, lock=True)
        if State(case.state) is State.IN_REVIEW:
            if case.claimed_by == person_id:
                return _renewed(service, session, case)
            if case.claimed_until is not None and case.claimed_until > now():
                raise Refused(TAKEN)
            put_back(session, case.id, SYSTEM)
        if case.for_senior and actor.role is not Role.SENIOR:
            raise Refused(FOR_SENIOR)
        until = lease_end(service)
        move(
            session,
            case.id,
            State.IN_REVIEW,
            since=WAITING,
            actor=actor.id,
            claimed_by=person_id,
            claimed_until=until,
        )
        audit.append(session, actor.id, "case.claim", f"case:{case.id}")
        session.refresh(case)
        return Claim(case.id, case.revision, until)


def renew(service: Service, actor: Actor, case_id: str) -> Claim:
    """Hold on to a claimed case for another lease. Raises ``Refused``."""
    _reviewer(actor)
    with service.database.writing() as session:
        return _renewed(service, session, held(session, actor, case_id))


def release(service: Service, actor: Actor, case_id: str) -> None:
    """Give a claimed case back to the queue. Raises ``Refused``."""
    _reviewer(actor)
    with service.database.writing() as session, _in_right_state():
        case = held(session, actor, case_id)
        put_back(session, case.id, actor)
        audit.append(session, actor.id, "case.release", f"case:{case.id}")


def free_claims(service: Service, moment: dt.datetime) -> int:
    """Put cases whose lease has run out back into the queue; for the sweeper. How many."""
    ran_out = (Case.state == State.IN_REVIEW, Case.claimed_until < moment)
    with service.database.reading() as session:
        found = session.scalars(select(Case.id).where(*ran_out).limit(_FREED_AT_ONCE)).all()
    freed = 0
    for case_id in found:
        with service.database.writing() as session:
            wanted = select(Case.id).where(Case.id == case_id, *ran_out).with_for_update()
            if session.scalar(wanted) is not None:
                put_back(session, case_id, SYSTEM)
                freed += 1
    return freed


def held(session: Session, actor: Actor, case_id: str, *, revision: int | None = None) -> Case:
    """The case, locked, which the actor holds; as of ``revision`` where one is given. Raises ``Refused``.

    A lease that has run out still holds while nobody else has taken the case.
    """
    case = cases.find(session, actor, case_id, lock=True)
    if State(case.state) is not State.IN_REVIEW or case.claimed_by != actor.person_id:
        raise Refused(NOT_YOURS)
    if revision is not None and case.revision != revision:
        raise Refused(CHANGED)
    return case


def put_back(session: Session, case_id: str, actor: Actor, *, for_senior: bool | None = None) -> None:
    """From ``in_review`` back to where the case was taken from. Raises ``WrongState``."""
    came_from = session.scalar(
        select(CaseStep.from_state)
        .where(
            CaseStep.case_id == case_id,
            CaseStep.to_state == State.IN_REVIEW,
            CaseStep.from_state.in_(WAITING),
        )
        .order_by(CaseStep.revision.desc())
        .limit(1)
    )
    values = {"claimed_by": None, "claimed_until": None}
    passed = {} if for_senior is None else {"for_senior": for_senior}
    wanted = State(came_from or State.CHECKED)
    move(session, case_id, wanted, since=(State.IN_REVIEW,), actor=actor.id, **values, **passed)


def lease_end(service: Service) -> dt.datetime:
    """Until when a case claimed now is held."""
    return now() + dt.timedelta(minutes=service.settings.claim_minutes)


def _renewed(service: Service, session: Session, case: Case) -> Claim:
    until = lease_end(service)
    session.execute(update(Case).where(Case.id == case.id).values(claimed_until=until))
    return Claim(case.id, case.revision, until)


def _reviewer(actor: Actor) -> str:
    access.check(actor, "case.claim")
    if actor.person_id is None:
        raise Refused(PEOPLE_ONLY)
    return actor.person_id


@contextmanager
def _in_right_state() -> Iterator[None]:
    try:
        yield
    except WrongState as error:
        raise Refused(NOT_WAITING) from error
