"""What the database tells of the service in numbers, for the metrics: few indexed queries, no names."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from intake.lifecycle import State
from intake.operating.stage_times import StageHistogram, histograms
from intake.tables.cases import Case, CaseFile, CheckFinding, StoredVerdict
from intake.tables.delivery import Delivery, Event
from intake.tables.safekeeping import AuditEntry, DataKey
from intake.tables.work import Batch, Job, Upload
from intake.working.jobs import QUEUES

_SETTLED: Final = dt.timedelta(minutes=2)
"""No transaction is open for so long: rows with ids older than this are all there."""
_UNDECIDED: Final = (State.QUEUED, State.READING, State.CHECKED, State.IN_REVIEW, State.STUCK)
_EVERY: Final = 10**12
_ZONE: Final = ZoneInfo("Asia/Shanghai")

Counts = Mapping[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Tallies:
    """The service in numbers at one moment; ages in seconds, 0 where nothing waits."""

    jobs: Counts
    """By queue and state; done ones are not counted."""
    queue_ages: Mapping[str, float]
    """By queue, how long the longest due work has been due."""
    cases: Counts
    batches: Counts
    review_age: float
    """How long ago the case came in that waits for a person longest."""
    deadlines: Counts
    """``near`` (a warning went out) and ``overdue``, of cases that wait for us."""
    verdicts: Counts
    findings: Counts
    refused_files: Counts
    stages: Sequence[StageHistogram]
    uploads: int
    deliveries: Counts
    delivery_age: float
    outbox_age: float
    key_age: float
    keys: int
    audit_entries: int


class Tally:
    """Counts rows that are only added. All of them once a process, afterwards only the new ones."""

    def __init__(self, ids: InstrumentedAttribute[str], *by: InstrumentedAttribute[str]) -> None:
        self._ids = ids
        self._by = by
        self._settled: Counter[tuple[str, ...]] = Counter()
        self._until: str | None = None

    def count(self, session: Session, moment: dt.datetime) -> Counts:
        """How many rows there are by each value of the columns."""
        until = _first_id(moment - _SETTLED)
        recent = self._rows(session, self._ids >= until)
        if self._until is None:
            self._settled = self._rows(session) - recent
        else:
            self._settled += self._rows(session, self._ids >= self._until, self._ids < until)
        self._until = until
        return self._settled + recent

    def _rows(self, session: Session, *where: ColumnElement[bool]) -> Counter[tuple[str, ...]]:
        if not where:
            return _grouped(session, *self._by)
        # the limit keeps SQLite from walking the whole index of the groups, and filtering by id there
        new = select(*self._by).where(*where).limit(_EVERY).subquery()
        return _grouped(session, *new.columns)


class Counting:
    """Keeps what a process has counted already. One a process; not for two threads at once."""

    def __init__(self) -> None:
        self._verdicts = Tally(StoredVerdict.id, StoredVerdict.route)
        self._findings = Tally(CheckFinding.id, CheckFinding.check_id, CheckFinding.outcome)

    def tallies(self, session: Session, moment: dt.datetime) -> Tallies:
        """Everything, in one transaction."""
        waiting = select(func.min(Job.due_at)).where(Job.state == "waiting")
        due = {queue: session.scalar(waiting.where(Job.queue == queue)) for queue in QUEUES}
        checked = select(func.min(Case.submitted_at)).where(Case.state == State.CHECKED)
        unsent = select(func.min(Delivery.due_at)).where(Delivery.state == "waiting")
        untold = select(func.min(Event.due_at)).where(Event.fanned_out.is_(False))
        sealing = DataKey.purpose == "seal", DataKey.retired_at.is_(None)
        return Tallies(
            jobs=_jobs(session),
            queue_ages={queue: _age(moment, since) for queue, since in due.items()},
            cases=_grouped(session, Case.state),
            batches=_grouped(session, Batch.state),
            review_age=_age(moment, session.scalar(checked)),
            deadlines=_deadlines(session, moment.astimezone(_ZONE).date()),
            verdicts=self._verdicts.count(session, moment),
            findings=self._findings.count(session, moment),
            refused_files=_grouped(session, CaseFile.refused, where=(CaseFile.refused.is_not(None),)),
            stages=histograms(session),
            uploads=session.scalar(select(func.count(Upload.id)).where(Upload.state == "open")) or 0,
            deliveries=_grouped(session, Delivery.state),
            delivery_age=_age(moment, session.scalar(unsent)),
            outbox_age=_age(moment, session.scalar(untold)),
            key_age=_age(moment, session.scalar(select(func.max(DataKey.created_at)).where(*sealing))),
            keys=session.scalar(select(func.count(DataKey.id)).where(*sealing)) or 0,
            audit_entries=session.scalar(select(func.max(AuditEntry.seq))) or 0,
        )


def _jobs(session: Session) -> Counts:
    undone = (Job.queue.in_(QUEUES), Job.state.in_(("waiting", "running", "dead")))
    return _grouped(session, Job.queue, Job.state, where=undone)


def _deadlines(session: Session, today: dt.date) -> Counts:
    ours = Case.state.in_(_UNDECIDED)
    overdue = select(func.count()).select_from(Case).where(ours, Case.deadline < today)
    near = (
        select(func.count())
        .select_from(Case)
        .where(ours, Case.deadline >= today, Case.deadline_warned_at.is_not(None))
    )
    return {("near",): session.scalar(near) or 0, ("overdue",): session.scalar(overdue) or 0}


def _grouped(
    session: Session,
    *by: InstrumentedAttribute[Any] | ColumnElement[Any],
    where: Sequence[ColumnElement[bool]] = (),
) -> Counter[tuple[str, ...]]:
    rows = session.execute(select(*by, func.count()).where(*where).group_by(*by))
    return Counter({tuple(row[:-1]): row[-1] for row in rows})


def _age(moment: dt.datetime, since: dt.datetime | None) -> float:
    return 0.0 if since is None else max(0.0, (moment - since).total_seconds())


def _first_id(moment: dt.datetime) -> str:
    """Below every id made from ``moment`` on (``intake.tables.base.new_id``)."""
    return f"{int(moment.timestamp() * 1000):012x}"
