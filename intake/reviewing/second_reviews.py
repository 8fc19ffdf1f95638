"""A second look at a share of what was decided, by somebody who did not decide it and does not know how.

Which cases is drawn by lot in the transaction of the decision; undoing takes it back. What the second
reviewer says changes nothing of the case: it is kept beside the decision and counted. A case that was handed
in again after its return needs no second look any more.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, cast

from sqlalchemy import CursorResult, delete, exists, or_, select, update
from sqlalchemy.orm import Session

from intake import cases
from intake.actors import Actor
from intake.case_views import newest_verdict
from intake.doorkeeping import access
from intake.faults import Fault
from intake.lifecycle import State
from intake.refusals.access import PEOPLE_ONLY
from intake.refusals.base import Refused
from intake.refusals.cases import NO_SUCH_CASE
from intake.refusals.review import NO_SUCH_SECOND, NOT_BY_THE_SAME, NOT_GIVEN, SECOND_INVALID, SECOND_TAKEN
from intake.reviewing.review import lease_end
from intake.reviewing.second_choices import MOST_WORDS, OPINIONS
from intake.safekeeping import audit
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import now
from intake.tables.cases import Case, Decision, FieldCorrection
from intake.tables.reviewing import SecondReview

_LOTS: Final = 1_000_000
_DECIDED: Final = (State.APPROVED, State.REJECTED, State.RETURNED)


@dataclass(frozen=True, slots=True)
class SecondClaim:
    """A second look held by a person until a moment."""

    id: str
    case_id: str
    until: dt.datetime


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the second reviewer would have decided: ``approve``, ``return`` or ``reject``."""

    choice: str
    reasons: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Both decisions, told once the second is given."""

    id: str
    case_id: str
    first: str
    first_by: str
    first_reasons: tuple[str, ...]
    first_words: str
    second: str
    second_by: str
    reasons: tuple[str, ...]
    words: str
    agrees: bool
    given_at: dt.datetime


def draw(session: Session, percent: float, case: Case, decision: Decision) -> bool:
    """Cast the lot over a decision, in its transaction. Whether it was drawn."""
    if secrets.randbelow(_LOTS) >= percent / 100 * _LOTS:
        return False
    session.add(
        SecondReview(
            case_id=case.id,
            decision_id=decision.id,
            region=case.region,
            policy_id=case.policy_id,
            round=case.round,
            first_by=decision.person_id,
            first=decision.decision,
            drawn_at=decision.at,
        )
    )
    session.flush()
    return True


def take_back(session: Session, decision_id: str) -> None:
    """A decision that was undone needs no second look; in the transaction of undoing."""
    session.execute(delete(SecondReview).where(SecondReview.decision_id == decision_id))


def of_case(service: Service, actor: Actor, case_id: str) -> str | None:
    """The second look at this case that the actor holds and has not given; ``None``: there is none.

    For the page of a case: where this gives an id, the page shows the blind form in place of the decision.
    """
    if actor.person_id is None or not access.permits(actor, "second_review.give"):
        return None
    with service.database.reading() as session:
        wanted = select(SecondReview.id).where(
            SecondReview.case_id == case_id,
            SecondReview.claimed_by == actor.person_id,
            SecondReview.given_at.is_(None),
        )
        return session.scalars(wanted.order_by(SecondReview.drawn_at.desc())).first()


def claim(service: Service, actor: Actor, second_id: str) -> SecondClaim:
    """Take a second look upon oneself, or renew one's own. Raises ``Refused``."""
    person_id = _giver(actor)
    with service.database.writing() as session:
        row, case = _find(session, actor, second_id)
        if _took_part(session, row, person_id):
            raise Refused(NOT_BY_THE_SAME)
        until = lease_end(service)
        free = or_(
            SecondReview.claimed_by.is_(None),
            SecondReview.claimed_by == person_id,
            SecondReview.claimed_until < now(),
        )
        taken = session.execute(
            update(SecondReview)
            .where(SecondReview.id == row.id, SecondReview.given_at.is_(None), free)
            .values(claimed_by=person_id, claimed_until=until)
            .execution_options(synchronize_session=False)
        )
        if cast(CursorResult[Any], taken).rowcount != 1:
            raise Refused(SECOND_TAKEN)
        audit.append(session, actor.id, "second_review.claim", f"case:{case.id}", {"second": row.id})
        return SecondClaim(row.id, case.id, until)


def release(service: Service, actor: Actor, second_id: str) -> None:
    """Give a second look back. Raises ``Refused``."""
    with _held(service, actor, second_id) as (session, row, case):
        row.claimed_by = row.claimed_until = None
        audit.append(session, actor.id, "second_review.release", f"case:{case.id}", {"second": row.id})


def give(service: Service, actor: Actor, second_id: str, opinion: Opinion) -> Compared:
    """Say what one would have decided; then both decisions are told. Raises ``Refused`` with every fault."""
    with _held(service, actor, second_id) as (session, row, case):
        faults = _faults(service, session, case, opinion)
        if faults:
            raise Refused(SECOND_INVALID, faults)
        words = opinion.words.strip().encode()
        row.second, row.second_by = opinion.choice, actor.person_id
        row.reasons = list(opinion.reasons)
        row.words_sealed = service.sealer.seal(words, about(SecondReview.words_sealed, row.id))
        row.given_at, row.claimed_by, row.claimed_until = now(), None, None
        row.agrees = row.second == row.first
        told = {"second": row.id, "agrees": row.agrees}
        audit.append(session, actor.id, "second_review.give", f"case:{case.id}", told)
        return _compared(service, session, row)


def compared(service: Service, actor: Actor, second_id: str) -> Compared:
    """Both decisions, for whoever gave the second and for seniors. Raises ``Refused``."""
    access.check(actor, "second_review.give")
    with service.database.reading() as session:
        row, _ = _find(session, actor, second_id, given=True)
        if row.second_by != actor.person_id and not access.permits(actor, "second_review.compare"):
            raise Refused(SECOND_TAKEN)
        return _compared(service, session, row)


def still_wanted() -> tuple[Any, ...]:
    """That a drawn case stands as it was decided: conditions on ``SecondReview`` joined to ``Case``."""
    return (
        SecondReview.given_at.is_(None),
        Case.round == SecondReview.round,
        Case.state.in_(_DECIDED),
        Case.erased_at.is_(None),
    )


def not_by(person_id: str) -> tuple[Any, ...]:
    """That a person took no part in what is looked at again."""
    return (
        SecondReview.first_by != person_id,
        ~exists().where(Decision.case_id == SecondReview.case_id, Decision.person_id == person_id),
        ~exists().where(
            FieldCorrection.case_id == SecondReview.case_id, FieldCorrection.person_id == person_id
        ),
    )


def _giver(actor: Actor) -> str:
    access.check(actor, "second_review.give")
    if actor.person_id is None:
        raise Refused(PEOPLE_ONLY)
    return actor.person_id


def _find(
    session: Session, actor: Actor, second_id: str, *, given: bool = False, lock: bool = False
) -> tuple[SecondReview, Case]:
    wanted = select(SecondReview).where(SecondReview.id == second_id)
    row = session.scalars(wanted.with_for_update() if lock else wanted).first()
    if row is None:
        raise Refused(NO_SUCH_SECOND)
    try:
        case = cases.find(session, actor, row.case_id)
    except Refused as refused:
        raise Refused(NO_SUCH_SECOND) if refused.refusal is NO_SUCH_CASE else refused from None
    if given:
        if row.given_at is None:
            raise Refused(NOT_GIVEN)
        return row, case
    if row.given_at is not None:
        raise Refused(SECOND_TAKEN)
    if case.round != row.round or case.state not in _DECIDED:
        raise Refused(NO_SUCH_SECOND)
    return row, case


def _took_part(session: Session, row: SecondReview, person_id: str) -> bool:
    wanted = select(SecondReview.id).where(SecondReview.id == row.id, *not_by(person_id))
    return session.scalar(wanted) is None


@contextmanager
def _held(service: Service, actor: Actor, second_id: str) -> Iterator[tuple[Session, SecondReview, Case]]:
    """The row, locked, which the actor holds; a lease that ran out holds while nobody else took it."""
    person_id = _giver(actor)
    with service.database.writing() as session:
        row, case = _find(session, actor, second_id, lock=True)
        if row.claimed_by != person_id:
            raise Refused(SECOND_TAKEN)
        yield session, row, case


def _faults(service: Service, session: Session, case: Case, opinion: Opinion) -> list[Fault]:
    verdict = newest_verdict(service, session, case.id)
    found = {check.code for check in verdict.checks} if verdict else set()
    code = SECOND_INVALID.code
    faults = [
        Fault(code, f"reasons[{n}]", "这个理由不在本案的检查结论中", "请从检查结论的代码中选择。")
        for n, one in enumerate(opinion.reasons)
        if one not in found
    ]
    if opinion.choice not in OPINIONS:
        faults.append(Fault(code, "decision", "没有选择意见", "请选择通过、退回补正或不予通过。"))
    if len(opinion.words) > MOST_WORDS:
        faults.append(Fault(code, "words", f"说明不能超过 {MOST_WORDS} 个字", "请写得简短一些。"))
    return faults


def _compared(service: Service, session: Session, row: SecondReview) -> Compared:
    decision = session.get(Decision, row.decision_id)
    people = select(Person.id, Person.name).where(Person.id.in_((row.first_by, row.second_by)))
    names = {person_id: name for person_id, name in session.execute(people)}  # noqa: C416
    assert row.second is not None and row.given_at is not None  # noqa: PT018 - of a given one
    return Compared(
        id=row.id,
        case_id=row.case_id,
        first=row.first,
        first_by=names.get(row.first_by, ""),
        first_reasons=tuple(decision.reasons) if decision else (),
        first_words=_opened(service, decision.words_sealed, about(Decision.words_sealed, decision.id))
        if decision
        else "",
        second=row.second,
        second_by=names.get(row.second_by or "", ""),
        reasons=tuple(row.reasons),
        words=_opened(service, row.words_sealed, about(SecondReview.words_sealed, row.id)),
        agrees=bool(row.agrees),
        given_at=row.given_at,
    )


def _opened(service: Service, sealed: bytes | None, place: str) -> str:
    return service.sealer.open(sealed, place).decode() if sealed else ""
