"""Hands a sample in as a portal, a counter or a hospital would."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from intake import cases, files
from intake.actors import SYSTEM, Actor, Role
from intake.case import open_case
from intake.case_requests import CaseRequest
from intake.clock import calendar_of, china_day, decision_days, set_deadline
from intake.demonstration.plan import Planned
from intake.doorkeeping import clients, demo_people, people, sessions
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import now
from intake.tables.cases import Case, CaseStep
from validators.workdays import WorkCalendar, add_working_days

_PORTAL: Final = "样例门户"
_DAY: Final = dt.timedelta(days=1)


def hand_in(service: Service, planned: Planned) -> str:
    """The sample as a case that was submitted some days ago; its id. One that is here already stays."""
    sender = _sender(service, planned.channel)
    known = _known(service, planned.name)
    if known is not None and known.submitted_at is not None:
        return known.id
    opened = open_case(planned.folder)
    stated = opened.application.model_dump(mode="json", exclude_none=True, exclude={"files"})
    stated |= {"channel": planned.channel, "external_id": planned.name}
    case_id = known.id if known else cases.open_case(service, sender, CaseRequest.model_validate(stated)).id
    for path in opened.files:
        _add(service, sender, case_id, path, opened.application.files.get(path.name))
    cases.submit(service, sender, case_id)
    with service.database.writing() as session:
        _set_back(service, session, case_id, planned)
    return case_id


def demo_person(service: Service, role: Role) -> Actor:
    """The demo person of a role, as it acts. Raises ``Refused`` where there is none."""
    person_id = people.by_login(service, f"demo-{role}")
    with service.database.reading() as session:
        return sessions.person_actor(session.get_one(Person, person_id))


def _sender(service: Service, channel: str) -> Actor:
    if channel == "counter":
        return demo_person(service, Role.CLERK)
    if channel == "hospital":
        return demo_people.demo_hospital(service)
    return clients.create_client(service, SYSTEM, clients.KeyRequest(_PORTAL, Role.PORTAL))


def _known(service: Service, name: str) -> Case | None:
    with service.database.reading() as session:
        return session.scalars(select(Case).where(Case.external_id == name)).first()


def _add(service: Service, sender: Actor, case_id: str, path: Path, kind: str | None) -> None:
    data = path.read_bytes()
    with service.vault.receive(len(data)) as receiver:
        receiver.write(data)
        files.add_file(service, sender, case_id, receiver.finish(), path.name, kind, nobody_waits=True)


def _set_back(service: Service, session: Session, case_id: str, planned: Planned) -> None:
    """Every moment of the case some whole days earlier, and the deadline that follows from it."""
    case = session.get_one(Case, case_id)
    calendar = calendar_of(service.settings)
    today = china_day(now())
    if planned.left is None:
        back = days_back(today, planned.ago, calendar)
    else:
        limit = decision_days(case.policy_id, case.policy_version)
        back = days_back(add_working_days(today, planned.left, calendar).date, limit, calendar)
        back -= (add_working_days(today, planned.left, calendar).date - today).days
    earlier = dt.timedelta(days=back)
    for step in session.scalars(select(CaseStep).where(CaseStep.case_id == case_id)):
        step.at -= earlier
    moments = {name: getattr(case, name) for name in ("created_at", "submitted_at", "first_submitted_at")}
    changed = {name: at - earlier for name, at in moments.items() if at is not None}
    session.execute(update(Case).where(Case.id == case_id).values(**changed))
    session.flush()
    session.refresh(case)
    set_deadline(session, case, service.settings)


def days_back(day: dt.date, working_days: int, calendar: WorkCalendar) -> int:
    """How many days before ``day`` a period began that had so many working days up to and with ``day``.

    >>> days_back(dt.date(2025, 11, 25), 3, WorkCalendar())
    5
    """
    start = day
    while working_days:
        working_days -= calendar.is_working_day(start)
        start -= _DAY
    return (day - start).days
