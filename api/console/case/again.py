"""What a correction changed, in words."""

from __future__ import annotations

from dataclasses import dataclass

from api.words import CHECKS, FIELDS, OUTCOMES, ROUTES, plain
from intake.reviewing.corrections import JudgedAgain
from validators.verdict import Outcome, Route
from validators.verdict_change import ChangedCheck


@dataclass(frozen=True, slots=True)
class Turned:
    """A check that says something else now; an outcome is empty where there was or is none."""

    name: str
    before: str
    after: str
    tone: str
    message: str


@dataclass(frozen=True, slots=True)
class Changed:
    """``route_before`` is empty where the case still goes the same way."""

    field: str
    route_before: str
    route: str
    checks: tuple[Turned, ...]


def changed(field: str, judged: JudgedAgain) -> Changed:
    """The difference that correcting ``field`` made."""
    moved = judged.route_before != judged.route
    return Changed(
        field=FIELDS.get(field, field),
        route_before=ROUTES[Route(judged.route_before)] if moved else "",
        route=ROUTES[Route(judged.route)],
        checks=tuple(_turned(one) for one in judged.changed),
    )


def _turned(one: ChangedCheck) -> Turned:
    return Turned(
        name=CHECKS.get(one.id, one.id),
        before=OUTCOMES[one.before] if one.before else "",
        after=OUTCOMES[one.after] if one.after else "",
        tone={Outcome.MET: "good", Outcome.UNMET: "bad", Outcome.UNKNOWN: "doubt"}.get(
            one.after or Outcome.NOT_APPLICABLE, "quiet"
        ),
        message=plain(one.message),
    )
