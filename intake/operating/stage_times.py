"""How long each stage of the work took, counted in the database, so that any process can tell.

A histogram of few buckets: one row a stage and bucket. A transaction that records holds these rows until
it commits, so it should do little else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Final

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from intake.tables.work import StageTime

BOUNDS: Final = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, inf)
"""Upper bounds of the buckets, in seconds."""
_SUM: Final = -1.0
_MICROSECONDS: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class StageHistogram:
    """A stage's times: how many fell into each bucket of ``BOUNDS``, and their sum in seconds."""

    stage: str
    counts: tuple[int, ...]
    seconds: float


def record(session: Session, stage: str, seconds: float) -> None:
    """Count one run of ``stage`` that took ``seconds``. For several stages take ``record_all``."""
    record_all(session, {stage: seconds})


def record_all(session: Session, times: Mapping[str, float]) -> None:
    """Count one run of each stage, always in one order: two that record at once must not deadlock."""
    added: list[tuple[str, float, int]] = []
    for stage, seconds in times.items():
        added.append((stage, _SUM, round(max(0.0, seconds) * _MICROSECONDS)))
        added.append((stage, BOUNDS[bisect_left(BOUNDS, seconds)], 1))
    values = [{"stage": stage, "bound": bound, "count": count} for stage, bound, count in sorted(added)]
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    insert = dialect.insert(StageTime)
    session.execute(
        insert.on_conflict_do_update(
            index_elements=[StageTime.stage, StageTime.bound],
            set_={"count": StageTime.count + insert.excluded.count},
        ),
        values,
    )


def histograms(session: Session) -> list[StageHistogram]:
    """Every stage's times so far."""
    told: dict[str, dict[float, int]] = {}
    for stage, bound, count in session.execute(select(StageTime.stage, StageTime.bound, StageTime.count)):
        told.setdefault(stage, {})[bound] = count
    return [
        StageHistogram(
            stage, tuple(buckets.get(bound, 0) for bound in BOUNDS), buckets.get(_SUM, 0) / _MICROSECONDS
        )
        for stage, buckets in sorted(told.items())
    ]
