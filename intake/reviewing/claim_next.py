"""The next case for a reviewer: the first that waits and that nobody else takes meanwhile."""

from __future__ import annotations

from typing import Final

from intake.actors import Actor
from intake.refusals.base import Refused
from intake.refusals.cases import NO_SUCH_CASE
from intake.refusals.review import FOR_SENIOR, NOT_WAITING, TAKEN
from intake.reviewing.review import Claim, claim
from intake.reviewing.review_queue import Filter, first_waiting
from intake.service import Service

_TRIED: Final = 20
"""More reviewers than that seldom press the key within one moment; then all look again."""
_LOOKS: Final = 3
_GONE: Final = (TAKEN, NOT_WAITING, FOR_SENIOR, NO_SUCH_CASE)


def claim_next(service: Service, actor: Actor, wanted: Filter) -> Claim | None:
    """Claims the first waiting case of a filter in its order; ``None`` where none waits. Raises ``Refused``
    where the actor may claim nothing at all."""
    for _ in range(_LOOKS):
        waiting = first_waiting(service, actor, wanted, _TRIED)
        for case_id in waiting:
            try:
                return claim(service, actor, case_id)
            except Refused as refused:
                if refused.refusal not in _GONE:
                    raise
        if len(waiting) < _TRIED:
            return None
    return None
