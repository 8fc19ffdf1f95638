"""A person's own views of the queue: a name, and what stands in the address behind the ``?``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.doorkeeping import access
from intake.refusals.access import PEOPLE_ONLY
from intake.refusals.base import Refused
from intake.refusals.review import NO_SUCH_VIEW, TOO_MANY_VIEWS, VIEW_INVALID
from intake.service import Service
from intake.tables.reviewing import SavedView

MOST_VIEWS: Final = 30
MOST_LETTERS: Final = 20
KEPT: Final = (
    "pile",
    "region",
    "policy",
    "disease",
    "channel",
    "hospital",
    "route",
    "finding",
    "who",
    "sort",
)
"""What a view keeps of an address, in this order."""
_LONGEST: Final = 600
_UNWELCOME: Final = re.compile(r"[\x00-\x1f\x7f]|\d{15}")
"""Control characters, and what may be somebody's number."""


@dataclass(frozen=True, slots=True)
class View:
    """A saved view; ``wanted`` is the part of the address that shows it."""

    id: str
    name: str
    wanted: str


def saved_views(service: Service, actor: Actor) -> tuple[View, ...]:
    """The actor's views, oldest first."""
    person_id = _person(actor)
    wanted = select(SavedView).where(SavedView.person_id == person_id).order_by(SavedView.id)
    with service.database.reading() as session:
        return tuple(View(one.id, one.name, one.wanted) for one in session.scalars(wanted))


def save_view(service: Service, actor: Actor, name: str, wanted: str) -> View:
    """Keep a view; one of that name is replaced. Raises ``Refused``."""
    person_id, name = _person(actor), name.strip()
    pairs = [(key, value) for key, value in parse_qsl(wanted.lstrip("?")) if key in KEPT]
    kept = urlencode(sorted(pairs, key=lambda pair: KEPT.index(pair[0])))
    if not 1 <= len(name) <= MOST_LETTERS or _UNWELCOME.search(name) or len(kept) > _LONGEST:
        raise Refused(VIEW_INVALID, (VIEW_INVALID.fault("name"),))
    with service.database.writing() as session:
        row = session.scalars(
            select(SavedView).where(SavedView.person_id == person_id, SavedView.name == name)
        ).first()
        if row is None:
            if _count(session, person_id) >= MOST_VIEWS:
                raise Refused(TOO_MANY_VIEWS)
            row = SavedView(person_id=person_id, name=name, wanted=kept)
            session.add(row)
        row.wanted = kept
        session.flush()
        return View(row.id, row.name, row.wanted)


def drop_view(service: Service, actor: Actor, view_id: str) -> None:
    """Delete one of the actor's views. Raises ``Refused``."""
    person_id = _person(actor)
    with service.database.writing() as session:
        row = session.get(SavedView, view_id)
        if row is None or row.person_id != person_id:
            raise Refused(NO_SUCH_VIEW)
        session.delete(row)


def _count(session: Session, person_id: str) -> int:
    return session.scalar(select(func.count(SavedView.id)).where(SavedView.person_id == person_id)) or 0


def _person(actor: Actor) -> str:
    access.check(actor, "view.save")
    if actor.person_id is None:
        raise Refused(PEOPLE_ONLY)
    return actor.person_id
