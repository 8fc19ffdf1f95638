"""Labels for cases that were opened before there were labels."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from intake.case_views import newest_verdict
from intake.cases import application_of
from intake.reviewing.labels import label_application, label_verdict, pack_of_case
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case

_AT_ONCE: Final = 100


def label_older(service: Service) -> int:
    """Label cases that were opened before there were labels; for the sweeper. How many."""
    with service.database.writing() as session:
        wanted = select(Case).where(Case.labelled_at.is_(None)).limit(_AT_ONCE)
        found = session.scalars(wanted.with_for_update(skip_locked=True)).all()
        for case in found:
            case.labelled_at = now()
            if case.erased_at is not None:
                continue
            label_application(service, session, case, application_of(service, case), pack_of_case(case))
            verdict = newest_verdict(service, session, case.id)
            if verdict is not None:
                label_verdict(session, case, verdict)
        return len(found)
