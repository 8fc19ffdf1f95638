"""The reviewers' queue: which cases wait, oldest first, filtered, in pages, with counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select, true
from sqlalchemy.orm import Session, aliased

from intake.actors import Actor, Role
from intake.cases import application_of
from intake.clock import calendar_of, china_day
from intake.doorkeeping import access
from intake.lifecycle import State
from intake.reviewing.review import WAITING
from intake.service import Service
from intake.tables.access import Person
from intake.tables.base import now
from intake.tables.cases import Case, CheckFinding, StoredVerdict
from validators.workdays import add_working_days

_RUNNING = (State.QUEUED, State.READING, *WAITING, State.IN_REVIEW)
MOST_LISTED = 200


class Pile(StrEnum):
    """A part of the queue."""

    UNCLAIMED = "unclaimed"
    MINE = "mine"
    OTHERS = "others"
    SENIOR = "senior"
    STUCK = "stuck"
    RETURNED = "returned"
    NEAR_DEADLINE = "near_deadline"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to list. ``region`` takes in what lies within it; ``finding`` is a code whose check is not met."""

    pile: Pile = Pile.UNCLAIMED
    region: str | None = None
    policy: str | None = None
    channel: str | None = None
    route: str | None = None
    finding: str | None = None


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One case in the queue. ``findings`` are codes of what is unmet or unknown, mandatory ones."""

    id: str
    case_no: str
    applicant: str
    policy_id: str
    region: str
    channel: str
    state: str
    route: str | None
    round: int
    revision: int
    submitted_at: dt.datetime | None
    deadline: dt.date | None
    claimed_by: str | None
    mine: bool
    for_senior: bool
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue; ``next`` is ``None`` on the last. ``counts`` are of every pile, unfiltered."""

    rows: tuple[QueueRow, ...]
    next: str | None
    counts: Mapping[Pile, int]


def queue(
    service: Service, actor: Actor, wanted: Filter, *, cursor: str | None = None, limit: int = 50
) -> QueuePage:
    """The cases of one pile that the actor sees, the longest waiting first. ``cursor`` as given back."""
    access.check(actor, "review.view")
    limit = max(1, min(limit, MOST_LISTED))
    near = _near(service)
    conditions = [access.visible_cases(actor), _pile(wanted.pile, actor, near), *_filters(wanted)]
    query = select(Case).where(*conditions).order_by(Case.submitted_at, Case.id).limit(limit + 1)
    if cursor:
        query = query.where(_after(cursor))
    with service.database.reading() as session:
        found = list(session.scalars(query))
        rows = _rows(service, session, actor, found[:limit])
        counts = _counts(session, actor, near)
    return QueuePage(rows, _cursor(found[limit - 1]) if len(found) > limit else None, counts)


def _near(service: Service) -> dt.date:
    """The last day that counts as near."""
    days, calendar = service.settings.deadline_warning_days, calendar_of(service.settings)
    today = china_day(now())
    return add_working_days(today, days, calendar).date if days else today


def _pile(pile: Pile, actor: Actor, near: dt.date) -> ColumnElement[bool]:
    waiting = Case.state.in_(WAITING)
    reviewed = Case.state == State.IN_REVIEW
    own = Case.claimed_by == actor.person_id if actor.person_id else Case.id.is_(None)
    return {
        Pile.UNCLAIMED: waiting if actor.role is Role.SENIOR else and_(waiting, ~Case.for_senior),
        Pile.MINE: and_(reviewed, own),
        Pile.OTHERS: and_(reviewed, ~own),
        Pile.SENIOR: and_(waiting, Case.for_senior),
        Pile.STUCK: Case.state == State.STUCK,
        Pile.RETURNED: Case.state == State.RETURNED,
        Pile.NEAR_DEADLINE: and_(Case.state.in_(_RUNNING), Case.deadline <= near),
    }[pile]


def _filters(wanted: Filter) -> list[ColumnElement[bool]]:
    conditions = []
    if wanted.region:
        conditions.append(access.in_regions(Case.region, (wanted.region,)))
    for column, value in (
        (Case.policy_id, wanted.policy),
        (Case.channel, wanted.channel),
        (Case.route, wanted.route),
    ):
        if value:
            conditions.append(column == value)
    if wanted.finding:
        named = and_(CheckFinding.code == wanted.finding, _not_met(), _newest())
        conditions.append(exists().where(CheckFinding.case_id == Case.id, named))
    return conditions


def _not_met() -> ColumnElement[bool]:
    return CheckFinding.outcome.in_(("unmet", "unknown"))


def _newest() -> ColumnElement[bool]:
    """That a finding is of the verdict that holds: the newest, and on what was handed in last."""
    later = aliased(StoredVerdict)
    of_finding = aliased(StoredVerdict)
    now_at = aliased(Case)
    newer = exists().where(
        of_finding.id == CheckFinding.verdict_id,
        later.case_id == of_finding.case_id,
        later.number > of_finding.number,
    )
    of_earlier_round = exists().where(
        of_finding.id == CheckFinding.verdict_id,
        now_at.id == of_finding.case_id,
        now_at.round > of_finding.round,
    )
    return ~newer & ~of_earlier_round


def _after(cursor: str) -> ColumnElement[bool]:
    """What comes behind a cursor; one that nobody gave out begins at the start."""
    written, _, case_id = cursor.partition(".")
    try:
        moment = dt.datetime.fromtimestamp(int(written, 16) / 1_000_000, dt.UTC)
    except (ValueError, OverflowError, OSError):
        return true()
    return or_(Case.submitted_at > moment, and_(Case.submitted_at == moment, Case.id > case_id))


def _cursor(last: Case) -> str:
    assert last.submitted_at is not None
    since = last.submitted_at - dt.datetime.fromtimestamp(0, dt.UTC)
    return f"{since // dt.timedelta(microseconds=1):x}.{last.id}"


def _counts(session: Session, actor: Actor, near: dt.date) -> dict[Pile, int]:
    sums = [func.sum(case((_pile(pile, actor, near), 1), else_=0)) for pile in Pile]
    live = Case.state.in_((*_RUNNING, State.RETURNED))
    row = session.execute(select(*sums).where(access.visible_cases(actor), live)).one()
    return {pile: int(count or 0) for pile, count in zip(Pile, row, strict=True)}


def _rows(service: Service, session: Session, actor: Actor, found: list[Case]) -> tuple[QueueRow, ...]:
    ids = [one.id for one in found]
    findings: dict[str, list[str]] = {case_id: [] for case_id in ids}
    query = select(CheckFinding.case_id, CheckFinding.code).where(
        CheckFinding.case_id.in_(ids), _not_met(), ~CheckFinding.advisory, _newest()
    )
    for case_id, code in session.execute(query.order_by(CheckFinding.id)):
        findings[case_id].append(code)
    holders = {one.claimed_by for one in found if one.claimed_by}
    people = session.execute(select(Person.id, Person.name).where(Person.id.in_(holders)))
    names = {person_id: name for person_id, name in people}  # noqa: C416 - dict() takes a result for a mapping
    full = access.permits(actor, "case.view_unmasked")
    return tuple(
        QueueRow(
            id=one.id,
            case_no=one.case_no,
            applicant=shown_name(application_of(service, one).applicant.name, full=full),
            policy_id=one.policy_id,
            region=one.region,
            channel=one.channel,
            state=one.state,
            route=one.route,
            round=one.round,
            revision=one.revision,
            submitted_at=one.submitted_at,
            deadline=one.deadline,
            claimed_by=names.get(one.claimed_by or ""),
            mine=one.claimed_by is not None and one.claimed_by == actor.person_id,
            for_senior=one.for_senior,
            findings=tuple(dict.fromkeys(findings[one.id])),
        )
        for one in found
    )


def shown_name(name: str, *, full: bool) -> str:
    """A person's name, or only its first character.

    >>> shown_name("李建国", full=False)
    '李**'
    """
    return name if full else name[:1] + "*" * (len(name) - 1)
