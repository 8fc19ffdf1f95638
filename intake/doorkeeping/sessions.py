"""Sessions of people who sign in: rows in the database, known by the hash of a cookie's value.

A session ends at its end, after idling, at sign-out, when its person is disabled or reset, and, but for
the one in use, when the password changes. Until every factor is given it is incomplete and opens nothing
but the second step, for ten minutes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from intake.actors import Actor, Role
from intake.database import Database
from intake.service import Service
from intake.service_settings import ServiceSettings
from intake.tables.access import Client, Person, SignedIn
from intake.tables.base import new_id, now

INCOMPLETE_LASTS: Final = dt.timedelta(minutes=10)
_SEEN_EVERY: Final = dt.timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class NewSession:
    """A session just begun. ``token`` goes into the cookie and is nowhere else; ``csrf`` into the page."""

    id: str
    token: str
    csrf: str
    complete: bool
    expires_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """A session that holds. ``actor`` is its person; it may act only where ``complete``, and
    not where ``once``: it began with a password that was handed out, good for choosing another."""

    id: str
    actor: Actor
    csrf: str
    complete: bool
    expires_at: dt.datetime
    once: bool = False


def begin(
    session: Session, settings: ServiceSettings, person_id: str, *, complete: bool, once: bool = False
) -> NewSession:
    """Begin a session under a new id, in the caller's transaction."""
    token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
    lasts = dt.timedelta(hours=settings.session_hours) if complete else INCOMPLETE_LASTS
    row = SignedIn(
        id=new_id(),
        token_hash=_hash(token),
        person_id=person_id,
        csrf=csrf,
        complete=complete,
        password_once=once,
        expires_at=now() + lasts,
    )
    session.add(row)
    session.flush()
    return NewSession(row.id, token, csrf, complete, row.expires_at)


def may_act(session: Session, person: Person) -> bool:
    """Whether a person may sign in and act: neither they nor the hospital they belong to are disabled."""
    client = session.get(Client, person.client_id) if person.client_id else None
    return person.disabled_at is None and (client is None or client.disabled_at is None)


def find(service: Service, token: str, *, seen: bool = True) -> Standing | None:
    """The session a cookie's value stands for; ``None`` where there is none, or no longer.

    ``seen``: the person is at work, and the session idles from now on.
    """
    moment, settings = now(), service.settings
    idle = dt.timedelta(minutes=settings.idle_minutes)
    with service.database.reading() as session:
        row = session.execute(
            select(SignedIn, Person)
            .join(Person, Person.id == SignedIn.person_id)
            .outerjoin(Client, Client.id == Person.client_id)
            .where(
                SignedIn.token_hash == _hash(token),
                SignedIn.expires_at > moment,
                SignedIn.seen_at > moment - idle,
                Person.disabled_at.is_(None),
                Client.disabled_at.is_(None),  # of a hospital's person
            )
        ).one_or_none()
    if row is None:
        return None
    signed_in, person = row
    if seen and moment - signed_in.seen_at > min(_SEEN_EVERY, idle / 4):
        _seen(service.database, signed_in.id, moment)
    return Standing(
        id=signed_in.id,
        actor=person_actor(person),
        csrf=signed_in.csrf,
        complete=signed_in.complete,
        expires_at=signed_in.expires_at,
        once=signed_in.password_once,
    )


def end(session: Session, session_id: str) -> None:
    """End one session."""
    session.execute(delete(SignedIn).where(SignedIn.id == session_id))


def end_all(session: Session, person_id: str, *, but: str | None = None) -> None:
    """End every session of a person, ``but`` one."""
    session.execute(delete(SignedIn).where(SignedIn.person_id == person_id, SignedIn.id != (but or "")))


def drop_ended(service: Service, moment: dt.datetime) -> int:
    """Remove the rows of sessions that have run out; for the sweeper. How many."""
    idle = moment - dt.timedelta(minutes=service.settings.idle_minutes)
    ended = or_(SignedIn.expires_at < moment, SignedIn.seen_at < idle)
    with service.database.reading() as session:
        if session.scalar(select(SignedIn.id).where(ended).limit(1)) is None:
            return 0
    with service.database.writing() as session:
        gone = session.scalars(delete(SignedIn).where(ended).returning(SignedIn.id))
        return len(gone.all())


def person_actor(person: Person) -> Actor:
    """Who acts when a person does."""
    return Actor(
        id=f"person:{person.id}",
        role=Role(person.role),
        regions=tuple(person.regions),
        client_id=person.client_id,
        person_id=person.id,
        name=person.name,
    )


def _seen(database: Database, session_id: str, moment: dt.datetime) -> None:
    with database.writing() as session:
        session.execute(update(SignedIn).where(SignedIn.id == session_id).values(seen_at=moment))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
