"""How long the figures take with 100,000 cases and more.

    python -m benchmarks.console.figures [--waiting 100000] [--decided 100000] [--rounds 7] [--only sqlite]

Every period is asked ``--rounds`` times in this process, on SQLite and on PostgreSQL, after one that warms
up; told are the median and the longest: the whole answer of ``intake.figures``, then each part of it alone.
Filling is not in the time told. Prints a table in Markdown.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Sequence

from benchmarks.console.fill import Filled
from benchmarks.console.looks import Look, measure
from intake.actors import Actor, Role
from intake.clock import china_day
from intake.figures import counts, gather, reading, second_looks, shortcomings
from intake.figures.asked import Wanted
from intake.service import Service
from intake.tables.base import now

LIMIT_MS = 1000.0
ANYBODY = Actor("person:x", Role.SENIOR)
OF_A_REGION = Actor("person:y", Role.SENIOR, ("430500",))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 1 where an answer took longer than a second in the median."""
    return measure(__doc__ or "", ("figures", "cases"), looks, arguments, limit_ms=LIMIT_MS)


def looks(service: Service, _: Filled) -> dict[str, Look]:
    """What is asked, by name; each gives how many cases are in it."""
    today = china_day(now())
    week, month, year = (Wanted(today - dt.timedelta(days=days - 1), today) for days in (7, 30, 402))
    narrow = Wanted(year.first, year.last, "430500", "shaoyang-application")
    found: dict[str, Look] = {
        f"all figures, {name}": (lambda one=one, who=who: gather.figures(service, who, one).received)
        for name, who, one in (
            ("a week", ANYBODY, week),
            ("30 days", ANYBODY, month),
            ("402 days: every case", ANYBODY, year),
            ("402 days, somebody of one region", OF_A_REGION, year),
            ("402 days, one region and policy", ANYBODY, narrow),
        )
    }
    for name, part in (
        ("parts", counts.parts),
        ("days", counts.days),
        ("waits", lambda *given: counts.waits(service, *given)),
        ("returns", shortcomings.returns),
        ("hospitals", shortcomings.hospitals),
        ("reading", reading.by_field),
        ("second looks", second_looks.second_looks),
    ):
        found[f"402 days, {name} alone"] = lambda part=part: _alone(service, part, year)
    return found


def _alone(service: Service, part: Callable[..., object], wanted: Wanted) -> str:
    with service.database.reading() as session:
        part(session, ANYBODY, wanted)
    return ""


if __name__ == "__main__":
    sys.exit(main())
