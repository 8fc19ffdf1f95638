"""How long the queue takes with 100,000 cases in it and as many decided behind it.

    python -m benchmarks.console.queue [--waiting 100000] [--decided 100000] [--rounds 7] [--only sqlite]

Every look is asked ``--rounds`` times in this process, on SQLite and on PostgreSQL, after one that warms up;
told are the median and the longest. A look is the whole answer: rows opened and named, counts of every pile.
Filling is not in the time told. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from benchmarks.console.databases import KINDS, throw_away
from benchmarks.console.fill import Filled, fill
from intake.actors import Actor, Role
from intake.reviewing import review_queue
from intake.reviewing.queue_search import search
from intake.reviewing.review_queue import Filter, Pile, Sort
from intake.service import Service

LIMIT_MS = 200.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 1 where a look took longer than 200 ms in the median."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waiting", type=int, default=100_000)
    parser.add_argument("--decided", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", choices=KINDS)
    told = parser.parse_args(arguments)
    print(f"{told.waiting:,} in the queue, {told.decided:,} decided\n")
    print("| database | look | rows | median ms | longest ms |\n|---|---|---|---|---|")
    slow = False
    for kind in (told.only,) if told.only else KINDS:
        with throw_away(kind) as service:
            filled = fill(service, told.waiting, told.decided)
            for name, look in looks(service, filled).items():
                rows, spent = _timed(look, told.rounds)
                slow = slow or statistics.median(spent) > LIMIT_MS
                print(f"| {kind} | {name} | {rows} | {statistics.median(spent):.0f} | {max(spent):.0f} |")
    return int(slow)


def looks(service: Service, filled: Filled) -> dict[str, Callable[[], int]]:
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
    found: dict[str, Callable[[], int]] = {
        name: (lambda one=one: len(review_queue.queue(service, *one).rows)) for name, one in wanted.items()
    }
    deep = "60." + "f" * 32
    cursor = review_queue.queue(service, anybody, plain).next or deep
    found["second page"] = lambda: len(review_queue.queue(service, anybody, plain, cursor=cursor).rows)
    return found


def _timed(look: Callable[[], int], rounds: int) -> tuple[int, list[float]]:
    rows, spent = look(), []
    for _ in range(rounds):
        began = time.perf_counter()
        look()
        spent.append((time.perf_counter() - began) * 1000)
    return rows, spent


if __name__ == "__main__":
    sys.exit(main())
