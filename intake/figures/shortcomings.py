"""What goes wrong: why cases are returned, and what is found in the papers of which hospital."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Integer, String, and_, cast, func, select
from sqlalchemy.orm import Session, aliased

from intake.actors import Actor
from intake.figures.asked import Wanted, cohort
from intake.reviewing.labels import FINDING, HOSPITAL
from intake.tables.cases import Case, Decision
from intake.tables.reviewing import CaseLabel

MOST_REASONS: Final = 12
MOST_HOSPITALS: Final = 15
_TOP: Final = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """A finding's code and in how many returns it was given as a reason."""

    code: str
    returns: int


@dataclass(frozen=True, slots=True)
class Returns:
    """How many times cases of the period were returned, of how many cases, and why; the commonest first.
    ``without``: returns in words alone."""

    returns: int
    cases: int
    without: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Hospital:
    """A hospital whose papers stand in ``cases`` cases; in ``faulty`` of them something is not met. ``top``
    are the commonest codes there with their cases: of the case, not always of this hospital's own paper."""

    name: str
    cases: int
    faulty: int
    top: tuple[tuple[str, int], ...]


def returns(session: Session, actor: Actor, wanted: Wanted) -> Returns:
    """Why cases of the period were returned, whenever that was."""
    returned = (Decision.decision == "return", *cohort(actor, wanted))
    joined = select(func.count(), func.count(Decision.case_id.distinct())).join(
        Case, Case.id == Decision.case_id
    )
    total, cases = session.execute(joined.where(*returned)).one()
    reasons = cast(Decision.reasons, String)
    grouped = select(reasons, func.count()).join(Case, Case.id == Decision.case_id)
    counted, without = Counter[str](), 0
    for written, count in session.execute(grouped.where(*returned).group_by(reasons)):
        codes = set(json.loads(written))
        without += 0 if codes else count
        for code in codes:
            counted[code] += count
    commonest = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return Returns(total, cases, without, tuple(Reason(*one) for one in commonest[:MOST_REASONS]))


def hospitals(session: Session, actor: Actor, wanted: Wanted) -> tuple[Hospital, ...]:
    """The hospitals in whose cases most is not met."""
    named = aliased(CaseLabel)
    found = (
        select(CaseLabel.case_id)
        .where(CaseLabel.case_id == named.case_id, CaseLabel.kind == FINDING)
        .exists()
    )
    grouped = session.execute(
        select(named.label, func.count(), func.sum(cast(found, Integer)))
        .join(Case, Case.id == named.case_id)
        .where(named.kind == HOSPITAL, *cohort(actor, wanted))
        .group_by(named.label)
    )
    # put in order here: SQLite would look for the findings once more to order by them
    rows = sorted(grouped, key=lambda one: (-one[2], one[0]))[:MOST_HOSPITALS]
    top = _top(session, actor, wanted, [row[0] for row in rows])
    return tuple(Hospital(name, cases, int(bad), top.get(name, ())) for name, cases, bad in rows)


def _top(
    session: Session, actor: Actor, wanted: Wanted, names: list[str]
) -> dict[str, tuple[tuple[str, int], ...]]:
    named, finding = aliased(CaseLabel), aliased(CaseLabel)
    rows = session.execute(
        select(named.label, finding.label, func.count())
        .join(Case, Case.id == named.case_id)
        .join(finding, and_(finding.case_id == named.case_id, finding.kind == FINDING))
        .where(named.kind == HOSPITAL, named.label.in_(names), *cohort(actor, wanted))
        .group_by(named.label, finding.label)
    )
    found: dict[str, list[tuple[str, int]]] = {}
    for name, code, count in rows:
        found.setdefault(name, []).append((code, count))
    return {
        name: tuple(sorted(codes, key=lambda one: (-one[1], one[0]))[:_TOP]) for name, codes in found.items()
    }
