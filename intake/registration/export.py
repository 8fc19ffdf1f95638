"""Registration records of approved cases as one caller may have them; every export is in the audit log
before a byte of it goes out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from intake import cases
from intake.actors import Actor
from intake.case_views import newest_verdict
from intake.clock import CHINA, china_day, pack_of
from intake.doorkeeping import access
from intake.entitlements import period
from intake.lifecycle import State
from intake.refusals import Refused
from intake.refusals.cases import ERASED
from intake.refusals.registration import (
    DAYS_REVERSED,
    JUST_APPROVED,
    NO_RULES,
    NOT_APPROVED,
    TOO_MANY_CASES,
)
from intake.registration.filling import ApprovedCase, registration_records
from intake.registration.record import RegistrationRecord, Unregistered
from intake.reviewing.decisions import UNDO_SECONDS
from intake.safekeeping import audit
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import now
from intake.tables.cases import Case, Decision

MOST_EXPORTED: Final = 2000
"""Cases in one export: more would be minutes of unsealing, and no more than a bureau approves in a month."""
_AT_ONCE: Final = 50
_DAY: Final = dt.timedelta(days=1)
_ERASED_WHY: Final = "个人信息已依法清除"
_NO_RECORD_WHY: Final = "所办业务不认定病种，不产生备案记录"
_NO_RULES_WHY: Final = "案件所依据的政策版本已不在本系统中"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which approved cases: of a policy, of a region and all under it, decided between two days of China,
    both included. ``None`` is any."""

    policy: str | None = None
    region: str | None = None
    decided_from: dt.date | None = None
    decided_to: dt.date | None = None


def registration_of(
    service: Service, actor: Actor, case_id: str, form: str
) -> tuple[RegistrationRecord | Unregistered, ...]:
    """The records of one case, one a disease; audited as exported in ``form``. Raises ``Refused``."""
    access.check(actor, "export.registration")
    with service.database.writing() as session:
        case = cases.find(session, actor, case_id)
        if case.erased_at is not None:
            raise Refused(ERASED)
        if State(case.state) is not State.APPROVED:
            raise Refused(NOT_APPROVED)
        if case.decided_at is None or case.decided_at >= _still_undone():
            raise Refused(JUST_APPROVED, retry_after=UNDO_SECONDS)
        audit.append(session, actor.id, "registration.export", f"case:{case.id}", {"cases": 1, "form": form})
    with service.database.reading() as session:
        found = tuple(_records(service, session, cases.find(session, actor, case_id)))
    if any(isinstance(one, Unregistered) and one.why == _NO_RULES_WHY for one in found):
        raise Refused(NO_RULES)
    return found


def registrations(
    service: Service, actor: Actor, wanted: Wanted, form: str
) -> Iterator[RegistrationRecord | Unregistered]:
    """The records of all cases ``wanted`` that the actor may know of, by the time of decision; a case that
    gives none is named. Audited before the first. Raises ``Refused``."""
    access.check(actor, "export.registration")
    if wanted.decided_from and wanted.decided_to and wanted.decided_to < wanted.decided_from:
        raise Refused(DAYS_REVERSED, (DAYS_REVERSED.fault("decided_to"),))
    with service.database.writing() as session:
        ids = session.scalars(_approved(actor, wanted).limit(MOST_EXPORTED + 1)).all()
        if len(ids) > MOST_EXPORTED:
            raise Refused(TOO_MANY_CASES)
        detail = {
            "cases": len(ids),
            "form": form,
            "policy": wanted.policy,
            "region": wanted.region,
            "decided_from": wanted.decided_from.isoformat() if wanted.decided_from else None,
            "decided_to": wanted.decided_to.isoformat() if wanted.decided_to else None,
        }
        audit.append(session, actor.id, "registration.export", "registrations", detail)
    return _pages(service, actor, ids)


def _pages(service: Service, actor: Actor, ids: Sequence[str]) -> Iterator[RegistrationRecord | Unregistered]:
    for first in range(0, len(ids), _AT_ONCE):
        with service.database.reading() as session:
            found = [
                record
                for case_id in ids[first : first + _AT_ONCE]
                for record in _records(service, session, cases.find(session, actor, case_id))
            ]
        yield from found


def _approved(actor: Actor, wanted: Wanted) -> Select[str]:
    chosen = select(Case.id).where(
        access.visible_cases(actor), Case.state == State.APPROVED, Case.decided_at < _still_undone()
    )
    if wanted.policy is not None:
        chosen = chosen.where(Case.policy_id == wanted.policy)
    if wanted.region is not None:
        chosen = chosen.where(access.in_regions(Case.region, (wanted.region,)))
    if wanted.decided_from is not None:
        chosen = chosen.where(Case.decided_at >= _midnight(wanted.decided_from))
    if wanted.decided_to is not None:
        chosen = chosen.where(Case.decided_at < _midnight(wanted.decided_to + _DAY))
    return chosen.order_by(Case.decided_at, Case.id)


def _still_undone() -> dt.datetime:
    """An approval of this moment or later may yet be taken back: the registry must not hear of it before."""
    return now() - dt.timedelta(seconds=UNDO_SECONDS)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), CHINA)


def _records(service: Service, session: Session, case: Case) -> Sequence[RegistrationRecord | Unregistered]:
    """The case's records, or why it has none."""
    if case.erased_at is not None:
        return [Unregistered(case.case_no, _ERASED_WHY)]
    try:
        pack = pack_of(case.policy_id, case.policy_version)
    except LookupError:
        return [Unregistered(case.case_no, _NO_RULES_WHY)]
    if case.decided_at is None:  # it was decided when the export began: a colleague has just taken it back
        return [Unregistered(case.case_no, NOT_APPROVED.message.rstrip("。"))]
    decided_on = china_day(case.decided_at)
    first, last = period(pack, decided_on)
    verdict = newest_verdict(service, session, case.id)
    approved = ApprovedCase(
        case_no=case.case_no,
        application=cases.application_of(service, case),
        documents=verdict.documents if verdict else (),
        decided_on=decided_on,
        valid_from=first,
        valid_until=last,
        decided_by=_decider(session, case),
        channel=case.channel,
    )
    return registration_records(approved, pack) or [Unregistered(case.case_no, _NO_RECORD_WHY)]


def _decider(session: Session, case: Case) -> str:
    wanted = select(Person.name).join(Decision, Decision.person_id == Person.id)
    newest = wanted.where(Decision.case_id == case.id).order_by(Decision.id.desc()).limit(1)
    return session.scalar(newest) or ""
