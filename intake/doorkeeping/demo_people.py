"""People for trying out, one of each role, and the hospital that one of them belongs to."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from intake.actors import SYSTEM, Actor, Role
from intake.doorkeeping import clients
from intake.doorkeeping.people import PersonRequest, add, by_login, generated_password, reset
from intake.refusals.base import Refused
from intake.service import Service
from intake.tables.access import Person

_DEMO_HOSPITAL: Final = "演示医院"
DEMO_NAMES: Final = {
    Role.REVIEWER: "审核人员（演示）",
    Role.SENIOR: "复核人员（演示）",
    Role.CLERK: "窗口人员（演示）",
    Role.HOSPITAL: "医院人员（演示）",
    Role.AUDITOR: "审计人员（演示）",
    Role.ADMINISTRATOR: "管理员（演示）",
}


def demo_people(service: Service) -> list[tuple[str, str, str]]:
    """One person of each role for trying out: login, password and role.

    Passwords are made anew at every start, so that no installation has one that is known elsewhere.
    """
    made = []
    for role, name in DEMO_NAMES.items():
        login = f"demo-{role}"
        try:
            person_id = by_login(service, login)
        except Refused:
            client_id = demo_hospital(service).client_id if role is Role.HOSPITAL else None
            request = PersonRequest(login, name, role, (), client_id, generated_password())
            person_id = add(service, SYSTEM, request).id
        made.append((login, reset(service, SYSTEM, person_id, once=False), role.value))
    return made


def demo_hospital(service: Service) -> Actor:
    """The hospital for trying out, which has no key; as it acts."""
    return clients.create_client(service, SYSTEM, clients.KeyRequest(_DEMO_HOSPITAL, Role.HOSPITAL))


def only_demo_people(service: Service) -> bool:
    """Whether nobody but people for trying out has been entered, disabled ones counted."""
    demo = [f"demo-{role}" for role in DEMO_NAMES]
    with service.database.reading() as session:
        return session.scalars(select(Person.id).where(Person.login.not_in(demo)).limit(1)).first() is None
