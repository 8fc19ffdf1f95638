"""How long personal data is kept, and its erasure on request: explicit, audited, safe against a crash.

The rows are emptied in one transaction, which marks the bytes as doomed and overwrites their keys; only
then does the vault let go of them. A crash in between leaves marks that ``finish_doomed`` goes on with.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select
from sqlalchemy.orm import Session

from intake.actors import SYSTEM, Actor
from intake.doorkeeping import access
from intake.entitlements import number_hash
from intake.lifecycle import State
from intake.refusals import Refused
from intake.refusals.retention import (
    BATCH_RUNNING,
    ELSEWHERE_TOO,
    NUMBER_INVALID,
    REFERENCE_INVALID,
    STILL_UNDECIDED,
)
from intake.registers.entries import delete_person
from intake.safekeeping import audit
from intake.safekeeping.doomed import finish_doomed
from intake.safekeeping.erasure import FINAL, empty_batch, erase_case, lock_cases
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.sealing import Sealer
from intake.safekeeping.vault import VaultError
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case, CaseFile, CaseStep, EntitlementRecord, IdempotentAnswer
from intake.tables.work import Batch, BatchFile, Job, Upload
from ocr.values.id_number import find_id_numbers, is_valid

_log = logging.getLogger(__name__)
_LATE: Final = dt.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class RetentionPolicy:
    """Days that cases are kept; ``None`` keeps them for good.

    ``decided_days`` from the approval or rejection; ``abandoned_days`` from the withdrawal, or for a case
    never submitted from its last file; ``returned_days`` from the return of a case that never came back;
    ``batch_days`` from the end of a hand-in, for the bytes it came with: taken apart, given up by the
    workers, or never submitted (from its last upload).
    """

    decided_days: int | None = None
    abandoned_days: int | None = None
    returned_days: int | None = None
    batch_days: int | None = None


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased: ``cases`` by id, and ``counts`` of rows and objects by table. ``waiting``: cases
    left alone because their batch is still being taken apart. ``bytes_left``: the rows are empty and the
    keys gone, the vault could not be reached to delete the unreadable bytes; the sweeper does it."""

    cases: tuple[str, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    waiting: int = 0
    bytes_left: bool = False


def erase_person(
    service: Service, actor: Actor, id_number: str, *, reference: str = "", force: bool = False
) -> Erased:
    """Erase everything about the person with this number, on their request.

    All of it in one transaction, or nothing. ``reference`` is the request's own number, for the audit log.
    Cases filed for others as their agent are not found. Raises ``Refused``: the number or the reference is
    none, something lies outside the actor's regions, a case is undecided (every one is named) and ``force``
    is not set, or a batch is still being taken apart.
    """
    access.check(actor, "retention.erase")
    if not is_valid(id_number.strip().upper()):
        raise Refused(NUMBER_INVALID, (NUMBER_INVALID.fault("id_number"),))
    if find_id_numbers(reference):  # it goes into the audit log, which holds nothing personal
        raise Refused(REFERENCE_INVALID, (REFERENCE_INVALID.fault("reference"),))
    hashed, at = number_hash(service.sealer, id_number), now()
    answers = _answers_about(service, hashed)
    erased: Counter[str] = Counter()
    with service.database.writing() as session:
        cases = lock_cases(session, Case.id_number_hash == hashed)
        _refuse_elsewhere(session, actor, cases, hashed)
        _refuse_undecided(cases, force=force)
        for case in cases:
            counts = erase_case(session, service.sealer, case, actor=actor.id, at=at, force=force)
            _audit_case(session, actor, case.id, "request", counts, reference)
            erased += counts
        erased["entitlements"] += _delete_entitlements(session, hashed)
        erased["register_entries"] += delete_person(session, service.sealer, id_number)
        erased["idempotent_answers"] += _delete_answers(session, answers)
        detail = {"reference": reference, "cases": len(cases), "entitlements": erased["entitlements"]}
        audit.append(session, actor.id, "person.erase", "person", detail)
    return Erased(tuple(case.id for case in cases), dict(+erased), bytes_left=not _let_go(service))


def _let_go(service: Service) -> bool:
    """Have the vault let go of what was erased; where it cannot be reached, the sweeper goes on."""
    try:
        finish_doomed(service)
    except VaultError as error:
        _log.warning("erased bytes are left to the sweeper: %s", type(error).__name__)
        return False
    return True


def apply_retention(service: Service, policy: RetentionPolicy, *, at: dt.datetime | None = None) -> Erased:
    """Erase every case and hand-in that has been kept long enough; each case in a transaction of its own.

    Qualifications still in force stay: they are needed to remind their holders.
    """
    moment = at or now()
    erased: Counter[str] = Counter()
    done: list[str] = []
    waiting = 0
    for case_id in _overdue(service, policy, moment):
        try:
            erased += _erase_overdue(service, policy, case_id, moment)
            done.append(case_id)
        except Refused as refused:
            if refused.refusal is not BATCH_RUNNING:
                raise
            waiting += 1
    erased += _empty_batches(service, policy, moment)
    finish_doomed(service)
    return Erased(tuple(done), dict(+erased), waiting)


def _refuse_elsewhere(session: Session, actor: Actor, cases: Sequence[Case], hashed: str) -> None:
    held = select(EntitlementRecord.region).where(EntitlementRecord.id_number_hash == hashed)
    regions = {case.region for case in cases} | set(session.scalars(held))
    if not all(map(actor.covers, regions)):
        raise Refused(ELSEWHERE_TOO)


def _refuse_undecided(cases: Sequence[Case], *, force: bool) -> None:
    undecided = [case for case in cases if State(case.state) not in FINAL]
    if undecided and not force:
        raise Refused(STILL_UNDECIDED, tuple(STILL_UNDECIDED.fault(case.case_no) for case in undecided))


def _audit_case(
    session: Session, actor: Actor, case_id: str, why: str, counts: Mapping[str, int], reference: str = ""
) -> None:
    detail = {"why": why, "reference": reference, "erased": dict(+Counter(counts))}
    audit.append(session, actor.id, "case.erase", f"case:{case_id}", detail)


def _delete_entitlements(session: Session, hashed: str) -> int:
    gone = delete(EntitlementRecord).where(EntitlementRecord.id_number_hash == hashed)
    return len(session.execute(gone.returning(EntitlementRecord.id)).all())


def _answers_about(service: Service, hashed: str) -> list[tuple[str, str]]:
    """Keys of remembered answers that tell of the person's cases; opened outside any write lock."""
    with service.database.reading() as session:
        cases = session.execute(select(Case.id, Case.created_at).where(Case.id_number_hash == hashed)).all()
        if not cases:
            return []
        since = min(case.created_at for case in cases) - _LATE
        wanted = select(IdempotentAnswer).where(
            IdempotentAnswer.created_at >= since, IdempotentAnswer.answer_sealed.is_not(None)
        )
        ids = [case.id.encode() for case in cases]
        return [
            (row.client_id, row.key_hash)
            for row in session.scalars(wanted.execution_options(yield_per=500))
            if any(case_id in _answer(service.sealer, row) for case_id in ids)
        ]


def _answer(sealer: Sealer, row: IdempotentAnswer) -> bytes:
    place = about(IdempotentAnswer.answer_sealed, row.client_id, row.key_hash)
    return sealer.open(row.answer_sealed, place) if row.answer_sealed else b""


def _delete_answers(session: Session, keys: Sequence[tuple[str, str]]) -> int:
    for client_id, key_hash in keys:
        session.execute(
            delete(IdempotentAnswer).where(
                IdempotentAnswer.client_id == client_id, IdempotentAnswer.key_hash == key_hash
            )
        )
    return len(keys)


def _overdue(service: Service, policy: RetentionPolicy, at: dt.datetime) -> Sequence[str]:
    with service.database.reading() as session:
        wanted = _due(policy, at)
        return session.scalars(wanted.order_by(Case.id)).all() if wanted is not None else []


def _due(policy: RetentionPolicy, at: dt.datetime) -> Select[str] | None:
    """Ids of the cases that ``policy`` does not keep any longer."""
    last_step = select(func.max(CaseStep.at)).where(CaseStep.case_id == Case.id).scalar_subquery()
    last_file = select(func.max(CaseFile.received_at)).where(CaseFile.case_id == Case.id).scalar_subquery()
    began = func.coalesce(last_step, last_file, Case.created_at)
    rules = (
        (policy.decided_days, (State.APPROVED, State.REJECTED)),
        (policy.abandoned_days, (State.WITHDRAWN, State.OPEN)),
        (policy.returned_days, (State.RETURNED,)),
    )
    due = [
        and_(Case.state.in_(states), began < at - dt.timedelta(days=days))
        for days, states in rules
        if days is not None
    ]
    return select(Case.id).where(Case.erased_at.is_(None), or_(*due)) if due else None


def _erase_overdue(service: Service, policy: RetentionPolicy, case_id: str, at: dt.datetime) -> Counter[str]:
    with service.database.writing() as session:
        wanted = _due(policy, at)
        if wanted is None:
            return Counter()
        locked = lock_cases(session, and_(Case.id == case_id, Case.id.in_(wanted)))
        if not locked:  # it moved on since it was found
            return Counter()
        case = locked[0]
        counts = erase_case(
            session, service.sealer, case, actor=SYSTEM.id, at=at, force=True, entitlements=False
        )
        _audit_case(session, SYSTEM, case.id, "retention", counts)
        return counts


def _empty_batches(service: Service, policy: RetentionPolicy, at: dt.datetime) -> Counter[str]:
    erased: Counter[str] = Counter()
    if policy.batch_days is None:
        return erased
    old = and_(
        _ended() < at - dt.timedelta(days=policy.batch_days),
        Batch.state.not_in(("queued", "running")),
        or_(
            *(select(file).where(file == Batch.id).exists() for file in (BatchFile.batch_id, Upload.batch_id))
        ),
    )
    with service.database.reading() as session:
        batches = session.scalars(select(Batch.id).where(old)).all()
    for batch_id in batches:
        with service.database.writing() as session:
            locked = session.scalars(select(Batch).where(Batch.id == batch_id, old).with_for_update(of=Batch))
            batch = locked.first()
            if batch is None:  # it was submitted, or had bytes again, since it was found
                continue
            counts = empty_batch(session, service.sealer, batch, at)
            audit.append(session, SYSTEM.id, "batch.erase", f"batch:{batch_id}", dict(+counts))
        erased += counts
    return erased


def _ended() -> ColumnElement[dt.datetime]:
    """When a batch that is not being taken apart came to its end, or its last bytes came."""
    given_up = select(func.max(Job.done_at)).where(Job.batch_id == Batch.id).scalar_subquery()
    written = select(func.max(Upload.written_at)).where(Upload.batch_id == Batch.id).scalar_subquery()
    return func.coalesce(Batch.done_at, given_up, written, Batch.created_at)
