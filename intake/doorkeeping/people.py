"""People who sign in: added, changed, disabled and reset by administrators."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from intake.actors import PERSON_ROLES, Actor, Role
from intake.doorkeeping import passwords, second_factor, sessions
from intake.doorkeeping.grants import check_regions, manages, region_faults
from intake.faults import Fault
from intake.refusals.access import (
    LAST_ADMINISTRATOR,
    NO_SUCH_PERSON,
    OWN_ACCOUNT,
    PERSON_INVALID,
    SAME_LOGIN,
)
from intake.refusals.base import Refused
from intake.safekeeping import audit
from intake.service import Service
from intake.tables.access import Client, Person
from intake.tables.base import new_id, now

_LOGIN: Final = re.compile(r"[a-z0-9][a-z0-9._@-]{1,63}", re.ASCII)
_MOST_NAME: Final = 50
_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class PersonRequest:
    """A person to add. ``client_id`` is the hospital's client for role ``hospital``, else ``None``.

    Without ``password`` the person signs in through OpenID Connect only; ``once``: it is handed out, and good
    for choosing another.
    """

    login: str
    name: str
    role: Role
    regions: tuple[str, ...] = ()
    client_id: str | None = None
    password: str | None = None
    once: bool = False


@dataclass(frozen=True, slots=True)
class PersonChange:
    """What to change of a person; ``None`` leaves it as it is."""

    name: str | None = None
    role: Role | None = None
    regions: tuple[str, ...] | None = None
    enabled: bool | None = None


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as administrators see them."""

    id: str
    login: str
    name: str
    role: Role
    regions: tuple[str, ...]
    client_id: str | None
    has_password: bool
    second_factor: bool
    locked_until: dt.datetime | None
    created_at: dt.datetime
    disabled_at: dt.datetime | None


def add(service: Service, actor: Actor, request: PersonRequest) -> PersonView:
    """Add a person. Raises ``Refused`` with everything that is wrong."""
    login = request.login.strip().lower()
    check_regions(actor, request.regions)
    if request.password is not None:
        passwords.check_strength(request.password, login)
    kept = passwords.hash_of(request.password) if request.password is not None else None
    try:
        with service.database.writing() as session:
            faults = _faults(session, actor, request, login)
            if faults:
                raise Refused(PERSON_INVALID, faults)
            if session.scalar(select(Person.id).where(Person.login == login)):
                raise Refused(SAME_LOGIN)
            person = Person(
                id=new_id(),
                login=login,
                name=request.name.strip(),
                role=request.role,
                regions=list(request.regions),
                client_id=request.client_id,
                password_hash=kept,
                password_once=request.once and kept is not None,
            )
            session.add(person)
            session.flush()
            audit.append(session, actor.id, "person.add", subject(person), {"role": person.role})
            return view_of(service, person)
    except IntegrityError as error:  # two administrators adding one login at the same moment
        raise Refused(SAME_LOGIN) from error


def list_people(service: Service, actor: Actor) -> list[PersonView]:
    """Everybody the actor looks after, by login."""
    with service.database.reading() as session:
        rows = session.scalars(select(Person).order_by(Person.login))
        return [view_of(service, person) for person in rows if _manages(session, actor, person)]


def person(service: Service, actor: Actor, person_id: str) -> PersonView:
    """One person. Raises ``Refused`` (``NO_SUCH_PERSON``)."""
    with service.database.reading() as session:
        return view_of(service, managed(session, actor, person_id))


def by_login(service: Service, login: str) -> str:
    """The id of the person with this login. Raises ``Refused`` (``NO_SUCH_PERSON``)."""
    with service.database.reading() as session:
        found = session.scalar(select(Person.id).where(Person.login == login.strip().lower()))
    if found is None:
        raise Refused(NO_SUCH_PERSON)
    return found


def change(service: Service, actor: Actor, person_id: str, wanted: PersonChange) -> PersonView:
    """Change name, role, regions, or whether the person may sign in; sessions end where rights change.

    Nobody changes their own role or regions or disables themselves, and one administrator always stays.
    """
    with service.database.writing() as session:
        person = managed(session, actor, person_id)
        rights = wanted.role is not None or wanted.regions is not None or wanted.enabled is False
        if rights and actor.person_id == person.id:
            raise Refused(OWN_ACCOUNT)
        leaves = wanted.enabled is False or wanted.role not in {None, Role.ADMINISTRATOR}
        if leaves and person.role == Role.ADMINISTRATOR and _administrators(session) <= {person.id}:
            raise Refused(LAST_ADMINISTRATOR)
        _apply(session, actor, person, wanted)
        if rights:
            sessions.end_all(session, person.id)
        told = {
            name: value
            for name, value in (
                ("role", wanted.role),
                ("regions", wanted.regions and list(wanted.regions)),
                ("enabled", wanted.enabled),
            )
            if value is not None
        }
        audit.append(session, actor.id, "person.change", subject(person), told)
        return view_of(service, person)


def reset(service: Service, actor: Actor, person_id: str, *, once: bool = True) -> str:
    """Give the person a new password, shown once; lock and second factor go, every session ends. ``once``: it
    is good for choosing another."""
    password = generated_password()
    kept = passwords.hash_of(password)
    with service.database.writing() as session:
        person = managed(session, actor, person_id)
        person.password_hash, person.password_once = kept, once
        person.failures, person.locked_until = 0, None
        second_factor.remove(person)
        sessions.end_all(session, person.id)
        audit.append(session, actor.id, "person.reset", subject(person))
    return password


def generated_password() -> str:
    """A password of 79 random bits that is easy to read out."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(16))
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def _apply(session: Session, actor: Actor, person: Person, wanted: PersonChange) -> None:
    request = PersonRequest(
        login=person.login,
        name=wanted.name if wanted.name is not None else person.name,
        role=wanted.role or Role(person.role),
        regions=wanted.regions if wanted.regions is not None else tuple(person.regions),
        client_id=person.client_id,
    )
    check_regions(actor, request.regions)
    faults = _faults(session, actor, request, person.login)
    if faults:
        raise Refused(PERSON_INVALID, faults)
    person.name, person.role, person.regions = request.name.strip(), request.role, list(request.regions)
    if wanted.enabled is not None:
        person.disabled_at = None if wanted.enabled else person.disabled_at or now()


def _faults(session: Session, actor: Actor, request: PersonRequest, login: str) -> list[Fault]:
    faults = []
    if not _LOGIN.fullmatch(login):
        faults.append(_fault("login", "账号须为 2 至 64 个小写字母、数字或 . _ @ -", "请另取账号。"))
    if not 1 <= len(request.name.strip()) <= _MOST_NAME:
        faults.append(_fault("name", f"姓名须为 1 至 {_MOST_NAME} 个字", "请填写姓名。"))
    if request.role not in PERSON_ROLES:
        faults.append(_fault("role", "没有这个人员角色", f"只能是 {'、'.join(sorted(PERSON_ROLES))} 之一。"))
    faults.extend(region_faults(request.regions, PERSON_INVALID.code))
    if (request.role is Role.HOSPITAL) != (request.client_id is not None):
        faults.append(_fault("client_id", "医院人员须属于一家医院，其他人员不属于", "请核对 client_id。"))
    elif request.client_id is not None:
        client = session.get(Client, request.client_id)
        if client is None or client.role != Role.HOSPITAL or not manages(actor, client.regions):
            faults.append(_fault("client_id", "没有这家医院", "请先为医院建立密钥。"))
    return faults


def _administrators(session: Session) -> set[str]:
    """Who may manage people everywhere today; the rows are locked, so that two cannot disable each other."""
    rows = session.scalars(
        select(Person)
        .where(Person.role == Role.ADMINISTRATOR, Person.disabled_at.is_(None))
        .order_by(Person.id)
        .with_for_update()
    )
    return {person.id for person in rows}


def managed(session: Session, actor: Actor, person_id: str) -> Person:
    """The row of a person the actor looks after. Raises ``Refused`` (``NO_SUCH_PERSON``)."""
    person = session.get(Person, person_id)
    if person is None or not _manages(session, actor, person):
        raise Refused(NO_SUCH_PERSON)
    return person


def _manages(session: Session, actor: Actor, person: Person) -> bool:
    """Whether the actor looks after the person, and after the hospital whose cases that person sees."""
    client = session.get(Client, person.client_id) if person.client_id else None
    return manages(actor, person.regions) and (client is None or manages(actor, client.regions))


def subject(person: Person) -> str:
    """What the audit log calls a person."""
    return f"person:{person.id}"


def _fault(where: str, message: str, remedy: str) -> Fault:
    return Fault(PERSON_INVALID.code, where, message, remedy)


def view_of(service: Service, person: Person) -> PersonView:
    """A person's row as administrators see it."""
    locked = person.locked_until if person.locked_until and person.locked_until > now() else None
    return PersonView(
        id=person.id,
        login=person.login,
        name=person.name,
        role=Role(person.role),
        regions=tuple(person.regions),
        client_id=person.client_id,
        has_password=person.password_hash is not None,
        second_factor=second_factor.in_use(service.sealer, person),
        locked_until=locked,
        created_at=person.created_at,
        disabled_at=person.disabled_at,
    )
