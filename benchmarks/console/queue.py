"""How long the queue takes with 100,000 cases in it and as many decided behind it.

    python -m benchmarks.console.queue [--waiting 100000] [--decided 100000] [--rounds 7] [--only sqlite]

Every look is asked ``--rounds`` times in this process, on SQLite and on PostgreSQL, after one that warms up;
told are the median and the longest. A look is the whole answer: rows opened and named, counts of every pile.
Filling is not in the time told. Prints a table in Markdown.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.console.fill import Filled
from benchmarks.console.looks import Look, measure
from intake.actors import Actor, Role
from intake.reviewing import review_queue
from intake.reviewing.queue_search import search
from intake.reviewing.review_queue import Filter, Pile, Sort
from intake.service import Service

LIMIT_MS = 200.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 1 where a look took longer than 200 ms in the median."""
    return measure(__doc__ or "", ("look", "rows"), looks, arguments, limit_ms=LIMIT_MS)


def looks(service: Service, filled: Filled) -> dict[str, Look]:
    """What is asked, by name; each gives how many rows came."""
    anybody = Actor("person:x", Role.SENIOR, (), None, filled.people[0], "审核员")
    region = Actor("person:y", Role.REVIEWER, ("430500",), None, filled.people[1], "审核员")
    plain = Filter()
    wanted: dict[str, tuple[Actor, Filter]] = {
        **{f"pile {pile}": (anybody, Filter(pile=pile)) for pile in Pile},
        "of one region": (region, plain),
        "nearest deadline": (anybody, replace(plain, sort=Sort.DEADLINE)),
        "newest": (anybody, replace(plain, sort=Sort.NEWEST)),
        "policy and channel": (anybody, replace(plain, policy="yichun-renewal", channel="counter")),
        "region of none": (anybody, replace(plain, region="110000")),
        "policy of another region": (anybody, replace(plain, policy="yichun-renewal", region="430500")),
        "disease": (anybody, replace(plain, disease=filled.disease)),
        "hospital of many": (anybody, replace(plain, hospital=filled.hospital)),
        "hospital of few": (anybody, replace(plain, hospital=filled.rare_hospital)),
        "finding of many": (anybody, replace(plain, finding="MAT-001")),
        "disease, hospital, route": (
            anybody,
            replace(plain, disease=filled.disease, hospital=filled.hospital, route="needs_attention"),
        ),
    }
    for typed in (filled.id_number, f"{filled.id_number[:3]}***{filled.id_number[-4:]}", filled.name):
        who = search(service, anybody, typed)
        wanted[f"search by {who.by}"] = (anybody, Filter(pile=Pile.ALL, who=who))
    who = search(service, anybody, filled.case_no)
    wanted["search by case number"] = (anybody, Filter(pile=Pile.ALL, who=who))
    found: dict[str, Look] = {
        name: (lambda one=one: len(review_queue.queue(service, *one).rows)) for name, one in wanted.items()
    }
    deep = "60." + "f" * 32
    cursor = review_queue.queue(service, anybody, plain).next or deep
    found["second page"] = lambda: len(review_queue.queue(service, anybody, plain, cursor=cursor).rows)
    return found


if __name__ == "__main__":
    sys.exit(main())
