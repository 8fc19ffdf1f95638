"""What a person decides of a case: approved, returned to the applicant, rejected, or passed to a senior.

The step, the decision, the entitlement, the deadline, the portal's event and the audit entry are written
together. For ``UNDO_SECONDS`` the event is held back and the person may take the decision back as if it had
not been.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from intake import cases, entitlements, events
from intake.actors import Actor
from intake.case_views import newest_verdict
from intake.clock import china_day, set_deadline
from intake.doorkeeping import access
from intake.faults import Fault
from intake.figures import reading
from intake.lifecycle import State, WrongState, move
from intake.refusals.base import Refused
from intake.refusals.review import DECISION_INVALID, FILES_CAME, TOO_LATE
from intake.reviewing import second_reviews
from intake.reviewing.review import Claim, held, lease_end, put_back
from intake.safekeeping import audit
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.tables.base import new_id, now
from intake.tables.cases import Case, CaseFile, Decision
from validators.verdict import Outcome, Route, Verdict

UNDO_SECONDS: Final = 10
MOST_WORDS: Final = 2000


class Choice(StrEnum):
    """What may be decided."""

    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"
    PASS = "pass"  # noqa: S105 - to a senior


_STATES: Final = {
    Choice.APPROVE: State.APPROVED,
    Choice.RETURN: State.RETURNED,
    Choice.REJECT: State.REJECTED,
}


@dataclass(frozen=True, slots=True)
class DecisionRequest:
    """``reasons`` are codes of the case's findings; ``words`` are for the applicant (of ``pass``: for the
    senior). ``revision`` is that of the case as it was seen."""

    choice: Choice
    revision: int
    reasons: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """Where the case stands now, and until when the decision can be taken back (``None``: it cannot)."""

    state: State
    revision: int
    undo_until: dt.datetime | None


def decide(service: Service, actor: Actor, case_id: str, request: DecisionRequest) -> Decided:
    """Decide a case the actor holds. Raises ``Refused`` with everything that is wrong."""
    access.check(actor, "case.reject" if request.choice is Choice.REJECT else "case.decide")
    with service.database.writing() as session:
        case = held(session, actor, case_id, revision=request.revision)
        verdict = newest_verdict(service, session, case.id)
        words = request.words.strip()
        if not words and request.choice is Choice.RETURN and verdict:
            words = "\n".join(one.message for one in verdict.corrections)
        faults = _faults(request, words, verdict)
        if faults:
            raise Refused(DECISION_INVALID, faults)
        row = _keep(service, session, actor, case, request, words)
        at = row.at
        if request.choice is Choice.PASS:
            put_back(session, case.id, actor, for_senior=True)
        else:
            _carry_out(service, session, actor, case, request.choice, verdict, at)
            second_reviews.draw(session, service.settings.second_review_percent, case, row)
            if request.choice is not Choice.RETURN:
                reading.count(service, session, case, row, verdict, sign=1)
        detail = {"reasons": list(request.reasons), "round": case.round, "route": case.route}
        audit.append(session, actor.id, f"case.{request.choice}", f"case:{case.id}", detail)
        session.refresh(case)
        undo = None if request.choice is Choice.PASS else at + dt.timedelta(seconds=UNDO_SECONDS)
        return Decided(State(case.state), case.revision, undo)


def undo(service: Service, actor: Actor, case_id: str) -> Claim:
    """Take one's own decision back within ``UNDO_SECONDS``; the case is held again. Raises ``Refused``."""
    access.check(actor, "case.decide")
    with service.database.writing() as session:
        case = cases.find(session, actor, case_id, lock=True)
        latest = select(Decision).where(Decision.case_id == case.id).order_by(Decision.id.desc()).limit(1)
        row = session.scalars(latest).first()
        if row is None or row.person_id != actor.person_id or row.decision == Choice.PASS:
            raise Refused(TOO_LATE)
        if session.scalar(
            _files_since(case, row.at)
        ):  # nobody has read them, and they would be decided on unseen
            raise Refused(FILES_CAME)
        if now() - row.at > dt.timedelta(seconds=UNDO_SECONDS) or not events.take_back(session, case.id):
            raise Refused(TOO_LATE)
        until = lease_end(service)
        try:
            move(
                session,
                case.id,
                State.IN_REVIEW,
                since=(_STATES[Choice(row.decision)],),
                actor=actor.id,
                claimed_by=actor.person_id,
                claimed_until=until,
                decided_at=None,
            )
        except WrongState as error:  # the applicant has handed in again
            raise Refused(TOO_LATE) from error
        entitlements.revoke_approval(session, case.id)
        second_reviews.take_back(session, row.id)
        if row.decision != Choice.RETURN:
            verdict = newest_verdict(service, session, case.id)
            reading.count(service, session, case, row, verdict, sign=-1)
        session.delete(row)
        session.refresh(case)
        set_deadline(session, case, service.settings)
        audit.append(session, actor.id, "case.undo", f"case:{case.id}", {"decision": row.decision})
        return Claim(case.id, case.revision, until)


def _files_since(case: Case, decided: dt.datetime) -> Select[int]:
    """How many files came after a case was returned."""
    came = CaseFile.case_id == case.id, CaseFile.round > case.round, CaseFile.received_at > decided
    return select(func.count()).where(*came)


def _keep(
    service: Service, session: Session, actor: Actor, case: Case, request: DecisionRequest, words: str
) -> Decision:
    row_id, at = new_id(), now()
    row = Decision(
        id=row_id,
        case_id=case.id,
        person_id=actor.person_id,
        decision=request.choice,
        reasons=list(request.reasons),
        words_sealed=service.sealer.seal(words.encode(), about(Decision.words_sealed, row_id)),
        round=case.round,
        at=at,
    )
    session.add(row)
    session.flush()
    return row


def _carry_out(
    service: Service,
    session: Session,
    actor: Actor,
    case: Case,
    choice: Choice,
    verdict: Verdict | None,
    at: dt.datetime,
) -> None:
    values: dict[str, Any] = {"claimed_by": None, "claimed_until": None, "for_senior": False}
    if choice is not Choice.RETURN:
        values["decided_at"] = at
    move(session, case.id, _STATES[choice], since=(State.IN_REVIEW,), actor=actor.id, **values)
    session.refresh(case)
    set_deadline(session, case, service.settings)
    if choice is Choice.APPROVE:
        application = cases.application_of(service, case)
        entitlements.record_approval(
            session, service.sealer, case, application, verdict.documents if verdict else (), china_day(at)
        )
    type_ = events.RETURNED if choice is Choice.RETURN else events.DECIDED
    events.record(session, type_, case, hold_seconds=UNDO_SECONDS, decision=choice)


def _faults(request: DecisionRequest, words: str, verdict: Verdict | None) -> list[Fault]:
    found = {check.code for check in verdict.checks} if verdict else set()
    faults = [
        _fault(f"reasons[{number}]", "这个理由不在本案的检查结论中", "请从检查结论的代码中选择。")
        for number, code in enumerate(request.reasons)
        if code not in found
    ]
    if len(words) > MOST_WORDS:
        faults.append(_fault("words", f"说明不能超过 {MOST_WORDS} 个字", "请写得简短一些。"))
    if not words and request.choice is not Choice.APPROVE:
        faults.append(_fault("words", "缺少说明", _WORDS_FOR[request.choice]))
    if request.choice is Choice.APPROVE and not words and not _all_met(verdict):
        faults.append(_fault("words", "有检查未符合或无法判断，通过须说明理由", "请写明人工核对的依据。"))
    return faults


_WORDS_FOR: Final = {
    Choice.RETURN: "请写明申请人需要补正什么。",
    Choice.REJECT: "请写明不予通过的理由和依据。",
    Choice.PASS: "请写明需要复核什么。",
}


def _all_met(verdict: Verdict | None) -> bool:
    return (
        verdict is not None
        and verdict.route is Route.READY_FOR_REVIEW
        and not any(
            check.outcome in (Outcome.UNMET, Outcome.UNKNOWN)
            for check in verdict.checks
            if not check.advisory
        )
    )


def _fault(where: str, message: str, remedy: str) -> Fault:
    return Fault(DECISION_INVALID.code, where, message, remedy)
