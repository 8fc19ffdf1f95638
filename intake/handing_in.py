"""Cases as those see them who hand them in at a desk: their own ones, with the person each is about."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from intake.actors import Actor
from intake.case_views import CaseView, view_of
from intake.cases import application_of, find
from intake.doorkeeping import access
from intake.service import Service
from intake.supplements import takes_files
from intake.tables.cases import Case
from validators.application import Application

MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A case and what was stated of its applicant; ``application`` is ``None`` once erased. ``takes_files``:
    the actor may add papers to it now."""

    case: CaseView
    application: Application | None
    takes_files: bool


def handed_in(service: Service, actor: Actor, case_id: str) -> HandedIn:
    """One case with everything the actor may see of it. Raises ``Refused``."""
    access.check(actor, "case.view")
    with service.database.reading() as session:
        case = find(session, actor, case_id)
        view = view_of(service, session, actor, case)
        return HandedIn(view, _stated(service, case), takes_files(actor, case))


def opened_by(
    service: Service, actor: Actor, *, case_no: str = "", limit: int = MOST_LISTED
) -> tuple[HandedIn, ...]:
    """The cases that ``actor`` opened, newest first, in brief; with ``case_no`` the one of that number,
    whoever of those opened it whose cases the actor may see. Raises ``Refused``."""
    access.check(actor, "case.view")
    wanted = select(Case).where(access.visible_cases(actor)).order_by(Case.id.desc()).limit(limit)
    wanted = wanted.where(Case.case_no == case_no if case_no else Case.opened_by == actor.id)
    with service.database.reading() as session:
        return tuple(
            HandedIn(
                view_of(service, session, actor, case, brief=True),
                _stated(service, case),
                takes_files(actor, case),
            )
            for case in session.scalars(wanted)
        )


def _stated(service: Service, case: Case) -> Application | None:
    return None if case.erased_at is not None else application_of(service, case)
