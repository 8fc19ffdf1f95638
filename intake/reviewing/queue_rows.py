"""The rows of the queue: what a reviewer sees of a case before opening it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.bulk.masking import mask_numbers
from intake.cases import application_of
from intake.clock import ENDED, calendar_of, china_day
from intake.doorkeeping import access
from intake.lifecycle import State
from intake.reviewing.labels import HOSPITAL
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import now
from intake.tables.cases import Case, CheckFinding, StoredVerdict
from intake.tables.reviewing import CaseLabel
from validators.workdays import working_days_between


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One case in the queue. ``findings`` are codes of what is unmet or unknown, mandatory ones.

    ``working_days_left`` is 0 on the last day and negative after it; ``None`` where no clock runs.
    ``id_number`` is masked. ``claimed_by`` is a name, ``claimed_until`` when the lease ends. ``second`` is
    the id of a second look where the row is one; its ``state`` tells nothing of the decision then.
    """

    id: str
    case_no: str
    applicant: str
    id_number: str
    policy_id: str
    region: str
    channel: str
    diseases: tuple[str, ...]
    hospitals: tuple[str, ...]
    state: str
    route: str | None
    round: int
    revision: int
    submitted_at: dt.datetime | None
    deadline: dt.date | None
    working_days_left: int | None
    claimed_by: str | None
    claimed_until: dt.datetime | None
    mine: bool
    for_senior: bool
    findings: tuple[str, ...]
    second: str | None = None


def rows_of(service: Service, session: Session, actor: Actor, ids: Sequence[str]) -> tuple[QueueRow, ...]:
    """The rows of cases in the order of ``ids``; what the actor may see was asked before."""
    found = {one.id: one for one in session.scalars(select(Case).where(Case.id.in_(ids)))}
    findings = _findings(session, ids)
    hospitals = _hospitals(session, ids)
    names = _names(session, found.values())
    days = _DaysLeft(service)
    full = access.permits(actor, "case.view_unmasked")
    rows = []
    for case in (found[case_id] for case_id in ids):
        person, diseases = _applicant(service, case, full=full)
        rows.append(
            QueueRow(
                id=case.id,
                case_no=case.case_no,
                applicant=person[0],
                id_number=person[1],
                policy_id=case.policy_id,
                region=case.region,
                channel=case.channel,
                diseases=diseases,
                hospitals=hospitals.get(case.id, ()),
                state=case.state,
                route=case.route,
                round=case.round,
                revision=case.revision,
                submitted_at=case.submitted_at,
                deadline=case.deadline,
                working_days_left=days.of(case),
                claimed_by=names.get(case.claimed_by or ""),
                claimed_until=case.claimed_until,
                mine=case.claimed_by is not None and case.claimed_by == actor.person_id,
                for_senior=case.for_senior,
                findings=findings.get(case.id, ()),
            )
        )
    return tuple(rows)


def shown_name(name: str, *, full: bool) -> str:
    """A person's name, or only its first character.

    >>> shown_name("李建国", full=False)
    '李**'
    """
    return name if full else name[:1] + "*" * (len(name) - 1)


def _applicant(service: Service, case: Case, *, full: bool) -> tuple[tuple[str, str], tuple[str, ...]]:
    """Name, masked number and diseases; nothing of a case that was erased."""
    if case.erased_at is not None:
        return ("", ""), ()
    stated = application_of(service, case)
    person = stated.applicant
    return (shown_name(person.name, full=full), mask_numbers(person.id_number)), tuple(stated.diseases)


def _findings(session: Session, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Codes of what is not met in the verdict that holds, on what was handed in last."""
    newest = (
        select(StoredVerdict.case_id, func.max(StoredVerdict.number).label("number"))
        .join(Case, (Case.id == StoredVerdict.case_id) & (Case.round == StoredVerdict.round))
        .where(StoredVerdict.case_id.in_(ids))
        .group_by(StoredVerdict.case_id)
        .subquery()
    )
    holds = select(StoredVerdict.id).join(
        newest, (StoredVerdict.case_id == newest.c.case_id) & (StoredVerdict.number == newest.c.number)
    )
    verdicts = session.scalars(holds).all()
    query = select(CheckFinding.case_id, CheckFinding.code).where(
        CheckFinding.verdict_id.in_(verdicts),
        CheckFinding.outcome.in_(("unmet", "unknown")),
        ~CheckFinding.advisory,
    )
    found: dict[str, dict[str, None]] = {}
    for case_id, code in session.execute(query.order_by(CheckFinding.id)):
        found.setdefault(case_id, {})[code] = None
    return {case_id: tuple(codes) for case_id, codes in found.items()}


def _hospitals(session: Session, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    wanted = CaseLabel.case_id.in_(ids), CaseLabel.kind == HOSPITAL
    found: dict[str, list[str]] = {}
    for case_id, name in session.execute(select(CaseLabel.case_id, CaseLabel.label).where(*wanted)):
        found.setdefault(case_id, []).append(name)
    return {case_id: tuple(sorted(names)) for case_id, names in found.items()}


def _names(session: Session, cases: Iterable[Case]) -> dict[str, str]:
    holders = {one.claimed_by for one in cases if one.claimed_by}
    people = session.execute(select(Person.id, Person.name).where(Person.id.in_(holders)))
    return {person_id: name for person_id, name in people}  # noqa: C416 - dict() takes a result for a mapping


class _DaysLeft:
    """Working days until a deadline, each deadline counted once."""

    def __init__(self, service: Service) -> None:
        calendar = calendar_of(service.settings)
        self._count = partial(working_days_between, china_day(now()), calendar=calendar)
        self._known: dict[dt.date, int] = {}

    def of(self, case: Case) -> int | None:
        """As ``intake.clock.ClockView`` tells it."""
        if case.deadline is None or State(case.state) in ENDED:
            return None
        if case.deadline not in self._known:
            self._known[case.deadline] = self._count(case.deadline).days
        return self._known[case.deadline]
