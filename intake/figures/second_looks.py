"""How often a second reviewer, who knows nothing of the first decision, would have decided the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.doorkeeping import access
from intake.figures.asked import Wanted, narrowed, within
from intake.tables.reviewing import SecondReview


@dataclass(frozen=True, slots=True)
class SecondLooks:
    """Second looks at decisions of one policy: ``drawn`` by lot, ``given``, and of these ``agreed``."""

    policy_id: str
    drawn: int
    given: int
    agreed: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Second looks by policy, and of those given how many by (first, second) decision."""

    policies: tuple[SecondLooks, ...]
    pairs: Mapping[tuple[str, str], int]

    @property
    def drawn(self) -> int:
        """Of every policy."""
        return sum(one.drawn for one in self.policies)

    @property
    def given(self) -> int:
        """Of every policy."""
        return sum(one.given for one in self.policies)

    @property
    def agreed(self) -> int:
        """Of every policy."""
        return sum(one.agreed for one in self.policies)


def second_looks(session: Session, actor: Actor, wanted: Wanted) -> Agreement:
    """The decisions of the period that were drawn, whenever somebody looked at them again."""
    by = (SecondReview.policy_id, SecondReview.first, SecondReview.second)
    rows = session.execute(
        select(*by, func.count())
        .where(
            within(SecondReview.drawn_at, wanted),
            access.in_regions(SecondReview.region, actor.regions),
            *narrowed(SecondReview.region, SecondReview.policy_id, wanted),
        )
        .group_by(*by)
    )
    return agreement_of((policy, first, second, count) for policy, first, second, count in rows)


def agreement_of(rows: Iterable[tuple[str, str, str | None, int]]) -> Agreement:
    """From how many were drawn by policy, first and second decision (``None``: not yet given).

    >>> rows = [("p", "approve", "approve", 3), ("p", "approve", "return", 1), ("p", "return", None, 2)]
    >>> found = agreement_of(rows)
    >>> found.drawn, found.given, found.agreed, found.pairs[("approve", "return")]
    (6, 4, 3, 1)
    """
    looks: dict[str, SecondLooks] = {}
    pairs: dict[tuple[str, str], int] = {}
    for policy_id, first, second, count in rows:
        before = looks.get(policy_id, SecondLooks(policy_id, 0, 0, 0))
        looks[policy_id] = SecondLooks(
            policy_id,
            before.drawn + count,
            before.given + (count if second else 0),
            before.agreed + (count if second == first else 0),
        )
        if second:
            pairs[first, second] = pairs.get((first, second), 0) + count
    ordered = sorted(looks.values(), key=lambda one: (-one.drawn, one.policy_id))
    return Agreement(tuple(ordered), pairs)
