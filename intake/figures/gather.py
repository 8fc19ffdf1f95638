"""All figures of a period at once, for whoever may see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from intake.actors import Actor
from intake.doorkeeping import access
from intake.figures.asked import Wanted
from intake.figures.counts import Day, Part, Waits, days, parts, waits
from intake.figures.reading import FieldReading, by_field
from intake.figures.second_looks import Agreement, second_looks
from intake.figures.shortcomings import Hospital, Returns, hospitals, returns
from intake.service import Service
from validators.verdict import Route


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of a period. ``states`` counts the cases first handed in then by where they stand now,
    ``first_routes`` by what their first check found."""

    wanted: Wanted
    days: tuple[Day, ...]
    policies: tuple[Part, ...]
    channels: tuple[Part, ...]
    states: Mapping[str, int]
    first_routes: Mapping[str, int]
    waits: Waits
    returns: Returns
    hospitals: tuple[Hospital, ...]
    reading: tuple[FieldReading, ...]
    second: Agreement

    @property
    def received(self) -> int:
        """Cases first handed in within the period."""
        return sum(self.states.values())

    @property
    def checked(self) -> int:
        """Of these, those that were read and checked."""
        return sum(self.first_routes.values())

    @property
    def ready(self) -> int:
        """Of these, those in which the first check found everything in order."""
        return self.first_routes.get(Route.READY_FOR_REVIEW, 0)


def figures(service: Service, actor: Actor, wanted: Wanted) -> Figures:
    """The figures of a period. Raises ``Refused``."""
    access.check(actor, "figures.view")
    with service.database.reading() as session:
        found = parts(session, actor, wanted)
        return Figures(
            wanted=wanted,
            days=days(session, actor, wanted),
            policies=found.policies,
            channels=found.channels,
            states=found.states,
            first_routes=found.first_routes,
            waits=waits(service, session, actor, wanted),
            returns=returns(session, actor, wanted),
            hospitals=hospitals(session, actor, wanted),
            reading=by_field(session, actor, wanted),
            second=second_looks(session, actor, wanted),
        )
