"""Signing in: a password, then where there is one a second factor; each guess counted before it is tried.

An unknown login, a wrong password and a locked account give one answer after the same work, so that nobody
learns who has an account.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.doorkeeping import attempts, passwords, second_factor, sessions
from intake.doorkeeping.second_factor import Enrolment
from intake.doorkeeping.sessions import NewSession, Standing
from intake.faults import Fault
from intake.refusals.access import (
    FACTOR_REQUIRED,
    NO_PENDING_FACTOR,
    SESSION_OVER,
    WEAK_PASSWORD,
    WRONG_CODE,
    WRONG_PASSWORD,
    WRONG_SIGN_IN,
)
from intake.refusals.base import Refused
from intake.safekeeping import audit
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import now

Needs = Literal["code", "enrolment"]


@dataclass(frozen=True, slots=True)
class SignedInNow:
    """A session begun. ``needs`` says what is missing until it is complete."""

    session: NewSession
    name: str
    role: str
    needs: Needs | None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A second factor taken into use. ``session`` is new, ``recovery`` are codes shown this once."""

    session: NewSession
    recovery: tuple[str, ...]


def sign_in(service: Service, login: str, password: str, address: str) -> SignedInNow:
    """Sign in with a password. Raises ``Refused`` (``WRONG_SIGN_IN``, ``TOO_MANY_SIGN_INS``)."""
    attempts.check_address(service, address)
    passwords.check_room()  # before the guess counts
    person = _counted(service, _by_login(service, login))
    known = person.password_hash if person else None
    if not passwords.fits(password, known) or person is None:
        attempts.count_failure(service, address)
        raise Refused(WRONG_SIGN_IN)
    fresh = passwords.hash_of(password) if passwords.outdated(person.password_hash or "") else None
    with service.database.writing() as session:
        person = _reload(session, person.id)
        if not sessions.may_act(session, person):
            raise Refused(WRONG_SIGN_IN)
        if fresh:
            person.password_hash = fresh
        return begin(service, session, person, once=person.password_once)


def begin(
    service: Service, session: Session, person: Person, *, strong: bool = False, once: bool = False
) -> SignedInNow:
    """Begin a session for a person whose first factor is proven; ``strong`` where the second is as well,
    ``once`` where it was a password that had been handed out."""
    needs: Needs | None = None
    if not strong:
        if second_factor.in_use(service.sealer, person):
            needs = "code"
        elif service.settings.second_factor:
            needs = "enrolment"
    if needs is None:
        _forget_failures(person)
        audit.append(session, f"person:{person.id}", "session.begin", f"person:{person.id}")
    else:  # its own count taken back; wrong codes go on adding up
        person.failures = max(0, person.failures - 1)
        person.locked_until = None
    began = sessions.begin(session, service.settings, person.id, complete=needs is None, once=once)
    return SignedInNow(began, person.name, person.role, needs)


def missing(service: Service, standing: Standing) -> Needs | None:
    """What a session still waits for; ``None`` where it is complete."""
    if standing.complete:
        return None
    with service.database.reading() as session:
        person = session.get_one(Person, standing.actor.person_id)
        return "code" if second_factor.in_use(service.sealer, person) else "enrolment"


def give_code(service: Service, standing: Standing, code: str, address: str) -> NewSession:
    """Complete a session with a code: it begins anew under another id. Raises ``Refused``."""
    attempts.check_address(service, address)
    person = _counted(service, standing.actor.person_id)
    if person is not None:
        with service.database.writing() as session:
            person = _reload(session, person.id)
            if second_factor.in_use(service.sealer, person) and second_factor.accept(
                session, service.sealer, person, code
            ):
                session.refresh(person)
                return _completed(service, session, standing, person)
    attempts.count_failure(service, address)
    raise Refused(WRONG_CODE)


def enrol(service: Service, standing: Standing, password: str) -> Enrolment:
    """A new secret for the person's phone; asks for the password again. Raises ``Refused``."""
    if missing(service, standing) == "code":  # asked before the password is tried, or a right one, which
        raise Refused(SESSION_OVER)  # clears the count of wrong guesses, would let codes be guessed for ever
    person = _proven(service, standing, password)
    with service.database.writing() as session:
        person = _reload(session, person.id)
        if not standing.complete and second_factor.in_use(service.sealer, person):
            raise Refused(SESSION_OVER)  # the first factor alone must not replace the second
        return second_factor.enrol(service.sealer, person)


def confirm(service: Service, standing: Standing, code: str, address: str) -> Confirmed:
    """Take the new secret into use; ends the person's other sessions. Raises ``Refused``."""
    attempts.check_address(service, address)
    person = _counted(service, standing.actor.person_id)
    if person is not None:
        with service.database.writing() as session:
            person = _reload(session, person.id)
            if not second_factor.pending(service.sealer, person):
                raise Refused(NO_PENDING_FACTOR)
            if not standing.complete and second_factor.in_use(service.sealer, person):
                raise Refused(SESSION_OVER)
            codes = second_factor.confirm(session, service.sealer, person, code)
            if codes is not None:
                audit.append(session, standing.actor.id, "person.enrol_factor", f"person:{person.id}")
                sessions.end_all(session, person.id)
                return Confirmed(_completed(service, session, standing, person), codes)
    attempts.count_failure(service, address)
    raise Refused(WRONG_CODE)


def remove_factor(service: Service, standing: Standing, password: str) -> None:
    """Take the person's own second factor away. Raises ``Refused``."""
    person = _proven(service, standing, password)
    if service.settings.second_factor:
        raise Refused(FACTOR_REQUIRED)
    with service.database.writing() as session:
        second_factor.remove(_reload(session, person.id))
        audit.append(session, standing.actor.id, "person.remove_factor", f"person:{person.id}")


def change_password(service: Service, standing: Standing, old: str, new: str) -> NewSession:
    """Change one's own password: every session ends, and this one begins anew. Raises ``Refused``."""
    person = _proven(service, standing, old)
    passwords.check_strength(new, person.login)
    if new == old:
        fault = Fault(WEAK_PASSWORD.code, "new_password", "新密码不能与原密码相同", WEAK_PASSWORD.remedy)
        raise Refused(WEAK_PASSWORD, [fault])
    kept = passwords.hash_of(new)
    with service.database.writing() as session:
        person = _reload(session, person.id)
        person.password_hash, person.password_once = kept, False
        sessions.end_all(session, person.id)
        audit.append(session, standing.actor.id, "person.change_password", f"person:{person.id}")
        return sessions.begin(session, service.settings, person.id, complete=True)


def sign_out(service: Service, standing: Standing) -> None:
    """End this session."""
    with service.database.writing() as session:
        sessions.end(session, standing.id)
        audit.append(session, standing.actor.id, "session.end", standing.actor.id)


def _completed(service: Service, session: Session, standing: Standing, person: Person) -> NewSession:
    _forget_failures(person)
    sessions.end(session, standing.id)
    audit.append(session, standing.actor.id, "session.begin", standing.actor.id)
    return sessions.begin(session, service.settings, person.id, complete=True, once=standing.once)


def _proven(service: Service, standing: Standing, password: str) -> Person:
    """The session's person, who has just given the password again."""
    passwords.check_room()
    person = _counted(service, standing.actor.person_id)
    if not passwords.fits(password, person.password_hash if person else None) or person is None:
        raise Refused(WRONG_PASSWORD)
    with service.database.writing() as session:
        person = _reload(session, person.id)
        _forget_failures(person)
        return person


def _by_login(service: Service, login: str) -> str | None:
    with service.database.reading() as session:
        return session.scalar(select(Person.id).where(Person.login == login.strip().lower()))


def _counted(service: Service, person_id: str | None) -> Person | None:
    """Count one guess before it is tried, so that a hundred at once are no more than a hundred in a row.

    ``None`` where the account is locked, disabled, or not there.
    """
    settings, moment = service.settings, now()
    with service.database.writing() as session:  # for an unknown login as well: the same work
        person = session.get(Person, person_id, with_for_update=True) if person_id else None
        if person is None or not sessions.may_act(session, person):
            return None
        if person.locked_until is not None and person.locked_until > moment:
            return None
        person.failures = person.failures + 1 if person.locked_until is None else 1
        person.locked_until = None
        if person.failures >= settings.login_failures:
            person.locked_until = moment + dt.timedelta(minutes=settings.lock_minutes)
            audit.append(session, "system", "person.lock", f"person:{person.id}")
        return person


def _forget_failures(person: Person) -> None:
    person.failures = 0
    person.locked_until = None


def _reload(session: Session, person_id: str) -> Person:
    return session.get_one(Person, person_id, with_for_update=True)
