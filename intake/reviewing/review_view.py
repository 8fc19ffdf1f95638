"""What a person sees of a case: everything that was read and judged, page images and originals.

Every read of an image, an original or unmasked numbers is in the audit log before a byte of it goes out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake import cases
from intake.actors import Actor
from intake.case_views import CaseView, file_name, newest_verdict, view_of
from intake.clock import ClockView, calendar_of, china_day, clock_view
from intake.doorkeeping import access
from intake.judge import Corrected, corrections_of
from intake.refusals.base import Refused
from intake.refusals.cases import ERASED, NO_SUCH_FILE
from intake.refusals.review import NO_SUCH_PAGE
from intake.reviewing.second_blind import blinded, is_blind
from intake.safekeeping import audit
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import now
from intake.tables.cases import Case, CaseFile, CaseStep, Decision, PageImage, StoredObject
from validators.application import Application
from validators.verdict import Verdict


@dataclass(frozen=True, slots=True)
class PageView:
    """A page image there is; boxes are in its ``width`` × ``height`` pixels."""

    file_id: str
    file: str
    page: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PastDecision:
    """A decision, or a passing on to a senior. ``mine``: by whoever looks at it now."""

    decision: str
    by: str
    mine: bool
    reasons: tuple[str, ...]
    words: str
    round: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Step:
    """A state the case came to."""

    state: str
    actor: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the case."""

    name: str
    until: dt.datetime
    mine: bool


@dataclass(frozen=True, slots=True)
class ReviewedCase:
    """A case with all its evidence. ``unmasked``: numbers may be shown in full. ``names``: who the actors of
    ``steps`` and ``corrections`` are, by the ids of people."""

    view: CaseView
    region: str
    for_senior: bool
    application: Application
    verdict: Verdict | None
    pages: tuple[PageView, ...]
    corrections: tuple[Corrected, ...]
    decisions: tuple[PastDecision, ...]
    steps: tuple[Step, ...]
    clock: ClockView
    holder: Holder | None
    unmasked: bool
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Bytes:
    """An image or original on its way out."""

    media_type: str
    size: int
    pieces: Iterator[bytes]


def reviewed(service: Service, actor: Actor, case_id: str, *, unmasked: bool = False) -> ReviewedCase:
    """A case as a reviewer sees it; ``unmasked`` is allowed to some and always audited.

    Whoever holds a second look at it sees nothing of the decision.
    """
    access.check(actor, "review.view")
    if unmasked:
        access.check(actor, "case.view_unmasked")
        with service.database.writing() as session:
            case = cases.find(session, actor, case_id)
            audit.append(session, actor.id, "case.view_unmasked", f"case:{case.id}")
    with service.database.reading() as session:
        case = cases.find(session, actor, case_id)
        steps = session.scalars(
            select(CaseStep).where(CaseStep.case_id == case.id).order_by(CaseStep.revision)
        ).all()
        calendar = calendar_of(service.settings)
        corrections = corrections_of(service, session, case.id)
        people = (
            *(one.actor.removeprefix("person:") for one in steps),
            *(one.person_id for one in corrections),
        )
        found = ReviewedCase(
            view=view_of(service, session, actor, case),
            region=case.region,
            for_senior=case.for_senior,
            application=cases.application_of(service, case),
            verdict=newest_verdict(service, session, case.id),
            pages=_pages(service, session, case),
            corrections=corrections,
            decisions=_decisions(service, session, actor, case),
            steps=tuple(Step(one.to_state, one.actor, one.at) for one in steps),
            clock=clock_view(case, steps, china_day(now()), calendar=calendar),
            holder=_holder(session, actor, case),
            unmasked=unmasked,
            names=names_of(session, people),
        )
        return blinded(found) if is_blind(session, actor, case.id) else found


def page_image(service: Service, actor: Actor, case_id: str, file_id: str, page: int) -> Bytes:
    """A page's image, upright (JPEG). Raises ``Refused`` and ``VaultError``."""
    access.check(actor, "image.view")
    with service.database.writing() as session:
        case, file = _file(session, actor, case_id, file_id)
        wanted = (PageImage.file_id == file.id, PageImage.page == page)
        stored = session.scalars(select(StoredObject).join(PageImage).where(*wanted)).first()
        if stored is None:
            raise Refused(NO_SUCH_PAGE)
        audit.append(session, actor.id, "image.view", f"case:{case.id}", {"file": file.id, "page": page})
    return _opened(service, stored, "image/jpeg")


def original(service: Service, actor: Actor, case_id: str, file_id: str) -> Bytes:
    """A file as it was handed in. Raises ``Refused`` and ``VaultError``."""
    access.check(actor, "image.view")
    with service.database.writing() as session:
        case, file = _file(session, actor, case_id, file_id)
        stored = session.get_one(StoredObject, file.object_id)
        audit.append(session, actor.id, "original.view", f"case:{case.id}", {"file": file.id})
    return _opened(service, stored, file.media_type)


def _file(session: Session, actor: Actor, case_id: str, file_id: str) -> tuple[Case, CaseFile]:
    case = cases.find(session, actor, case_id)
    if case.erased_at is not None:
        raise Refused(ERASED)
    wanted = select(CaseFile).where(CaseFile.id == file_id, CaseFile.case_id == case.id)
    file = session.scalars(wanted).first()
    if file is None:
        raise Refused(NO_SUCH_FILE)
    return case, file


def _opened(service: Service, stored: StoredObject, media_type: str) -> Bytes:
    """The first piece is read before the answer begins: a lost object is an error and not half a page."""
    pieces = service.vault.pieces(stored, service.sealer)
    first = next(pieces)
    return Bytes(media_type, stored.size, chain((first,), pieces))


def _pages(service: Service, session: Session, case: Case) -> tuple[PageView, ...]:
    rows = session.execute(
        select(PageImage, CaseFile)
        .join(CaseFile, CaseFile.id == PageImage.file_id)
        .where(CaseFile.case_id == case.id)
        .order_by(CaseFile.id, PageImage.page)
    )
    return tuple(
        PageView(file.id, file_name(service, file), image.page, image.width, image.height)
        for image, file in rows
    )


def names_of(session: Session, people: Iterable[str]) -> Mapping[str, str]:
    """The names of people by their ids."""
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(set(people))))
    return {person_id: name for person_id, name in rows}  # noqa: C416 - dict() takes a result for a mapping


def _decisions(service: Service, session: Session, actor: Actor, case: Case) -> tuple[PastDecision, ...]:
    rows = session.execute(
        select(Decision, Person.name)
        .join(Person, Person.id == Decision.person_id)
        .where(Decision.case_id == case.id)
        .order_by(Decision.id)
    )
    return tuple(
        PastDecision(
            decision=row.decision,
            by=name,
            mine=row.person_id == actor.person_id,
            reasons=tuple(row.reasons),
            words=_words(service, row),
            round=row.round,
            at=row.at,
        )
        for row, name in rows
    )


def _words(service: Service, row: Decision) -> str:
    if not row.words_sealed:  # erased
        return ""
    return service.sealer.open(row.words_sealed, about(Decision.words_sealed, row.id)).decode()


def _holder(session: Session, actor: Actor, case: Case) -> Holder | None:
    if case.claimed_by is None or case.claimed_until is None:
        return None
    person = session.get_one(Person, case.claimed_by)
    return Holder(person.name, case.claimed_until, case.claimed_by == actor.person_id)
