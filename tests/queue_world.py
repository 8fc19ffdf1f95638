"""A queue worth looking at: invented cases in every pile, made by the service, then moved in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from review_world import checked_case
from sqlalchemy import select, update

from intake.actors import Actor
from intake.clock import china_day
from intake.lifecycle import State, move
from intake.reviewing import decisions, review
from intake.reviewing.decisions import Choice, DecisionRequest
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case
from intake.tables.reviewing import CaseLabel, SecondReview
from validators.workdays import add_working_days

PEOPLE: Final = (
    ("李建国", "430503196703124514", "高血压病3级", "xiangyibao"),
    ("王秀英", "430503195802104527", "糖尿病", "counter"),
    ("张伟明", "430503197105063817", "冠心病", "hospital"),
    ("陈桂兰", "430503196011230126", "高血压病3级", "nhsa-app"),
)
HOSPITAL: Final = "邵阳市中心医院"


def application(place: int) -> dict[str, Any]:
    """What one of the invented people applies for."""
    name, number, disease, channel = PEOPLE[place % len(PEOPLE)]
    person = {"name": name, "id_number": number, "insured_place": "邵阳市大祥区", "insurance": "employee"}
    return {"applicant": person, "diseases": [disease], "channel": channel}


def waiting_case(service: Service, place: int = 0, *, days_left: int | None = None, **changed: Any) -> str:
    """A checked case of one of the people, handed in ``place`` hours ago; its id."""
    case_id = checked_case(service, **application(place)).id
    values: dict[str, Any] = {"submitted_at": now() - dt.timedelta(hours=place)} | changed
    if days_left is not None:
        today = china_day(now())
        values["deadline"] = (
            add_working_days(today, days_left).date if days_left > 0 else today + dt.timedelta(days=days_left)
        )
    with service.database.writing() as session:
        session.execute(update(Case).where(Case.id == case_id).values(**values))
    return case_id


def moved(service: Service, case_id: str, *states: State, **values: Any) -> str:
    """The case after some steps."""
    with service.database.writing() as session:
        for state in states:
            move(session, case_id, state, since=tuple(State), actor="system")
        if values:
            session.execute(update(Case).where(Case.id == case_id).values(**values))
    return case_id


def label_hospital(service: Service, case_id: str) -> None:
    """The case bears a hospital, as one whose papers name it."""
    with service.database.writing() as session:
        session.add(CaseLabel(case_id=case_id, kind="hospital", label=HOSPITAL))


def every_pile(service: Service) -> Mapping[str, str]:
    """One case or two in every pile a reviewer sees; ids by what they are."""
    made = {
        "overdue": waiting_case(service, 0, days_left=-7),
        "near": waiting_case(service, 1, days_left=2),
        "far": waiting_case(service, 2, days_left=15),
        "returned": moved(service, waiting_case(service, 3), State.IN_REVIEW, State.RETURNED),
        "senior": moved(service, waiting_case(service, 4, days_left=9), for_senior=True),
    }
    stuck = waiting_case(service, 5, days_left=12)
    made["stuck"] = moved(service, stuck, State.IN_REVIEW, state=State.STUCK, route=None)
    label_hospital(service, made["near"])
    return made


def drawn_case(
    service: Service, first: Actor, choice: Choice = Choice.APPROVE, *, place: int = 0, words: str = "已核对"
) -> str:
    """A case decided by ``first`` and drawn for a second look, its ten seconds over; the look's id. The
    service draws every decision."""
    case_id = checked_case(service, **application(place)).id
    claim = review.claim(service, first, case_id)
    decisions.decide(service, first, case_id, DecisionRequest(choice, claim.revision, (), words))
    with service.database.writing() as session:
        row = session.scalars(select(SecondReview).where(SecondReview.case_id == case_id)).one()
        row.drawn_at -= dt.timedelta(seconds=30)
        return row.id
