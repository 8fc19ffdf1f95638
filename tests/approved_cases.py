"""Approved cases without a page being read, for tests of what comes after the decision."""

from __future__ import annotations

import datetime as dt
from typing import Any

from review_world import CASE, client_actor
from sqlalchemy import update

from intake import cases
from intake.actors import Actor
from intake.case_requests import CaseRequest
from intake.service import Service
from intake.tables.cases import Case

DECIDED = dt.datetime(2025, 12, 1, 2, tzinfo=dt.UTC)
"""10 o'clock in China."""


def approved_case(
    service: Service, actor: Actor | None = None, *, at: dt.datetime = DECIDED, **stated: Any
) -> str:
    """A case that was approved at a moment; its id."""
    request = CaseRequest.model_validate(CASE | stated)
    view = cases.open_case(service, actor or client_actor(service), request)
    set_case(service, view.id, state="approved", decided_at=at)
    return view.id


def set_case(service: Service, case_id: str, **values: Any) -> None:
    """Give a case's row other values, past its life's rules."""
    with service.database.writing() as session:
        session.execute(update(Case).where(Case.id == case_id).values(**values))
