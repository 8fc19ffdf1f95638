"""Searching the audit log as people ask: by a case's number, a person, an act, a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from intake.actors import Actor
from intake.case_requests import HERE
from intake.doorkeeping import access
from intake.safekeeping.audit_view import visible_entries
from intake.service import Service
from intake.tables.access import AccessKey, Client, Person
from intake.tables.base import Table
from intake.tables.cases import Case
from intake.tables.delivery import Endpoint
from intake.tables.safekeeping import AuditEntry

LISTED: Final = 50
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is sought; empty words and no days: everything. ``who`` is a name or login of a person, a system's
    name, or ``system`` for the service itself; days are days in China, the last one included."""

    case_no: str = ""
    who: str = ""
    action: str = ""
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One entry with its ids put into words. ``subject_kind`` is what stood before the colon (``case``)."""

    seq: int
    at: dt.datetime
    actor: str
    action: str
    subject_kind: str
    subject: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AuditLines:
    """Entries, newest first; ``next`` is the cursor of the following page."""

    lines: tuple[AuditLine, ...]
    next: int | None


def search(service: Service, actor: Actor, wanted: Wanted, *, cursor: int | None = None) -> AuditLines:
    """The entries sought that the actor may see; a case or person unknown gives none. Raises ``Refused``."""
    access.check(actor, "audit.view")
    with service.database.reading() as session:
        conditions = [visible_entries(session, actor), *_sought(session, wanted)]
        if cursor is not None:
            conditions.append(AuditEntry.seq < cursor)
        rows = session.scalars(
            select(AuditEntry).where(*conditions).order_by(AuditEntry.seq.desc()).limit(LISTED + 1)
        ).all()
        names = _names(session, rows[:LISTED])
    lines = tuple(_line(row, names) for row in rows[:LISTED])
    return AuditLines(lines, lines[-1].seq if len(rows) > LISTED else None)


def _sought(session: Session, wanted: Wanted) -> Iterable[ColumnElement[bool]]:
    if number := wanted.case_no.strip().upper():
        ids = session.scalars(select(Case.id).where(Case.case_no == number))
        yield AuditEntry.subject.in_([f"case:{one}" for one in ids])
    if who := wanted.who.strip():
        yield AuditEntry.actor.in_(_called(session, who))
    if wanted.action:
        yield AuditEntry.action == wanted.action
    if wanted.first:
        yield AuditEntry.at >= _midnight(wanted.first)
    if wanted.last:
        yield AuditEntry.at < _midnight(wanted.last) + _DAY


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), HERE)


def _called(session: Session, who: str) -> list[str]:
    """The actors that bear a name."""
    people = select(Person.id).where(or_(Person.login == who.lower(), Person.name == who))
    clients = select(Client.id).where(Client.name == who)
    found = [f"person:{one}" for one in session.scalars(people)]
    found += [f"client:{one}" for one in session.scalars(clients)]
    return [*found, "system"] if who in ("system", "系统") else found


def _names(session: Session, rows: Iterable[AuditEntry]) -> dict[str, str]:
    """What the ids of some entries are called: ``person:…`` → a name, ``case:…`` → its number."""
    ids: dict[str, set[str]] = {}
    for row in rows:
        for told in (row.actor, row.subject):
            kind, _, one = told.partition(":")
            ids.setdefault(kind, set()).add(one)
    found: dict[str, str] = {}
    for kind, table, name in (
        ("person", Person, Person.name),
        ("client", Client, Client.name),
        ("case", Case, Case.case_no),
        ("key", AccessKey, AccessKey.prefix),
    ):
        found |= _called_by(session, kind, table, name, ids.get(kind, set()))
    owners = select(Endpoint.id, Client.name).join(Client, Client.id == Endpoint.client_id)
    wanted = owners.where(Endpoint.id.in_(ids.get("endpoint", set())))
    return found | {f"endpoint:{one}": name for one, name in session.execute(wanted)}


def _called_by(
    session: Session, kind: str, table: type[Table], name: InstrumentedAttribute[str], ids: set[str]
) -> dict[str, str]:
    identity: Any = table.id  # type: ignore[attr-defined]  # every table asked for has one
    rows = session.execute(select(identity, name).where(identity.in_(ids))) if ids else ()
    return {f"{kind}:{one}": words for one, words in rows}


def _line(row: AuditEntry, names: Mapping[str, str]) -> AuditLine:
    kind, _, told = row.subject.partition(":")
    return AuditLine(
        seq=row.seq,
        at=row.at,
        actor=names.get(row.actor, row.actor),
        action=row.action,
        subject_kind=kind,
        subject=names.get(row.subject, told),
        detail=row.detail,
    )
