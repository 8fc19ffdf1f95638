"""Beside a case: the same person's other cases, the same papers in other people's, and the audit of the case.

Only cases that the actor may see are told of; of what lies elsewhere, how many there are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake import cases, imprints
from intake.actors import Actor
from intake.bulk.masking import mask_numbers
from intake.case_views import newest_verdict
from intake.cases import application_of
from intake.doorkeeping import access
from intake.reviewing.queue_rows import shown_name
from intake.reviewing.review_view import names_of
from intake.reviewing.second_blind import is_blind
from intake.service import Service
from intake.tables.cases import Case, Imprint
from intake.tables.safekeeping import AuditEntry

MOST_TOLD: Final = 20
MOST_ENTRIES: Final = 200


@dataclass(frozen=True, slots=True)
class OtherCase:
    """Another case; name and number masked. ``shared``: which papers of this case stand in it too, as
    (file, what it is recognised by); empty for a case of the same person."""

    id: str
    case_no: str
    policy_id: str
    state: str
    applicant: str
    id_number: str
    diseases: tuple[str, ...]
    submitted_on: dt.date
    decided_at: dt.datetime | None
    shared: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Kindred:
    """``earlier``: other cases of the same person; ``alike``: other people's with the same papers.
    ``elsewhere`` counts those of both sorts that the actor may not see."""

    earlier: tuple[OtherCase, ...]
    alike: tuple[OtherCase, ...]
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Act:
    """One entry of the audit log about a case. ``by`` is a name, or an actor's id."""

    at: dt.datetime
    by: str
    action: str
    detail: Mapping[str, Any]


def kindred(service: Service, actor: Actor, case_id: str) -> Kindred:
    """The cases that have to do with this one. Raises ``Refused``."""
    access.check(actor, "review.view")
    with service.database.reading() as session:
        case = cases.find(session, actor, case_id)
        if case.erased_at is not None:
            return Kindred((), (), 0)
        same_person = (
            Case.id_number_hash == case.id_number_hash,
            Case.id != case.id,
            Case.erased_at.is_(None),
        )
        seen = access.visible_cases(actor)
        earlier = session.scalars(
            select(Case).where(*same_person, seen).order_by(Case.id.desc()).limit(MOST_TOLD)
        ).all()
        hidden = session.scalar(select(func.count()).where(*same_person, ~seen)) or 0
        shared = _shared(service, session, case)
        others = select(Case).where(Case.id.in_(shared), Case.erased_at.is_(None))
        alike = session.scalars(others.where(seen).order_by(Case.id.desc()).limit(MOST_TOLD)).all()
        hidden += session.scalar(select(func.count()).select_from(others.where(~seen).subquery())) or 0
        return Kindred(
            tuple(_told(service, one) for one in earlier),
            tuple(_told(service, one, tuple(shared[one.id])) for one in alike),
            hidden,
        )


def acts(service: Service, actor: Actor, case_id: str) -> tuple[Act, ...]:
    """Who did what to the case, newest first; nothing to whoever holds a second look at it. Raises
    ``Refused``."""
    access.check(actor, "case.view_audit")
    with service.database.reading() as session:
        case = cases.find(session, actor, case_id)
        if is_blind(session, actor, case.id):
            return ()
        wanted = select(AuditEntry).where(AuditEntry.subject == f"case:{case.id}")
        rows = session.scalars(wanted.order_by(AuditEntry.seq.desc()).limit(MOST_ENTRIES)).all()
        names = names_of(session, (row.actor.removeprefix("person:") for row in rows))
        return tuple(
            Act(row.at, names.get(row.actor.removeprefix("person:"), row.actor), row.action, row.detail)
            for row in rows
        )


def _shared(service: Service, session: Session, case: Case) -> dict[str, list[tuple[str, str]]]:
    """Other people's cases with papers of this one, by id: which papers."""
    verdict = newest_verdict(service, session, case.id)
    if verdict is None:
        return {}
    marks = imprints.marks_of(service, application_of(service, case), verdict.documents)
    rows: Sequence[Any] = session.execute(
        select(Imprint.case_id, Imprint.mark)
        .join(Case, Case.id == Imprint.case_id)
        .where(
            Imprint.mark.in_(marks),
            Case.id != case.id,
            Case.id_number_hash != case.id_number_hash,
        )
        .limit(MOST_TOLD * 5)
    ).all()
    found: dict[str, list[tuple[str, str]]] = {}
    for case_id, mark in rows:
        found.setdefault(case_id, []).append(marks[mark])
    return found


def _told(service: Service, case: Case, shared: tuple[tuple[str, str], ...] = ()) -> OtherCase:
    stated = application_of(service, case)
    return OtherCase(
        id=case.id,
        case_no=case.case_no,
        policy_id=case.policy_id,
        state=case.state,
        applicant=shown_name(stated.applicant.name, full=False),
        id_number=mask_numbers(stated.applicant.id_number),
        diseases=tuple(stated.diseases),
        submitted_on=case.submitted_on,
        decided_at=case.decided_at,
        shared=shared,
    )
