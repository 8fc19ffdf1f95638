"""How long the server takes to draw the queue's page with 100,000 cases in it.

    python -m benchmarks.console.page [--waiting 100000] [--decided 100000] [--rounds 7] [--only sqlite]

The whole answer as a signed-in reviewer's browser gets it (session, counts, rows, template), from the
application in this process, without a network. ``part``: what htmx asks for when the queue changed. Each is
asked ``--rounds`` times after two that warm up; told are the median and the longest, and the median of this
process's own time at work, which other programs on the machine do not lengthen. Prints a table in Markdown.
"""

from __future__ import annotations

import argparse
import logging
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import structlog
from sqlalchemy import text
from starlette.testclient import TestClient

from api.console.queue.address import PREFIX, Look
from api.http.app import create_app
from benchmarks.console.databases import KINDS, throw_away
from benchmarks.console.fill import Filled, fill
from benchmarks.console.queue import LIMIT_MS
from intake.actors import Actor, Role
from intake.doorkeeping import sessions
from intake.reviewing import review_queue
from intake.reviewing.queue_search import search
from intake.reviewing.review_queue import Filter, Pile, Sort
from intake.service import Service

PART = {"HX-Request": "true"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure; 1 where a page took longer than 200 ms in the median."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waiting", type=int, default=100_000)
    parser.add_argument("--decided", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", choices=KINDS)
    told = parser.parse_args(arguments)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    print(f"{told.waiting:,} in the queue, {told.decided:,} decided\n")
    print("| database | page | kB | median ms | longest ms | at work ms |\n|---|---|---|---|---|---|")
    slow = False
    for kind in (told.only,) if told.only else KINDS:
        with throw_away(kind) as service:
            filled = fill(service, told.waiting, told.decided)
            _settle(service)
            for name, page in pages(service, filled).items():
                size, spent, worked = _timed(page, told.rounds)
                slow = slow or statistics.median(spent) > LIMIT_MS
                times = (statistics.median(spent), max(spent), statistics.median(worked))
                row = (kind, name, str(size // 1000), *(f"{one:.0f}" for one in times))
                print("| " + " | ".join(row) + " |", flush=True)
    return int(slow)


def pages(service: Service, filled: Filled) -> Mapping[str, Callable[[], int]]:
    """What is asked for, by name; each gives the bytes of its answer."""
    person_id = filled.people[0]
    actor = Actor(f"person:{person_id}", Role.REVIEWER, (), None, person_id, "审核员")
    with service.database.writing() as session:
        began = sessions.begin(session, service.settings, person_id, complete=True)
    calm = service.settings.model_copy(update={"calls_per_minute": 1_000_000})
    http = TestClient(create_app(replace(service, settings=calm)), cookies={"menshen_session": began.token})
    name = search(service, actor, filled.name)
    second = review_queue.queue(service, actor, Filter()).next or ""
    addresses = {
        **{f"pile {pile}": Look(Filter(pile=pile)).address() for pile in Pile},
        "nearest deadline": Look(Filter(sort=Sort.DEADLINE)).address(),
        "newest": Look(Filter(sort=Sort.NEWEST)).address(),
        "second page": Look(Filter()).later(second),
        "disease": Look(Filter(disease=filled.disease)).address(),
        "hospital of many": Look(Filter(hospital=filled.hospital)).address(),
        "finding of many": Look(Filter(finding="MAT-001")).address(),
        "search by name": Look(Filter(pile=Pile.ALL, who=name)).address(),
        "the form that narrows": f"{PREFIX}/filters",
    }

    def asked(address: str, headers: Mapping[str, str]) -> int:
        answer = http.get(address, headers=dict(headers))
        assert answer.status_code == 200, answer.text
        return len(answer.content)

    found: dict[str, Callable[[], int]] = {
        name: (lambda one=one: asked(one, {})) for name, one in addresses.items()
    }
    found["part unclaimed"] = lambda: asked(PREFIX, PART)
    return found


def _settle(service: Service) -> None:
    """As after a night: PostgreSQL reads an index alone only once its visibility map is written."""
    if service.database.engine.dialect.name == "postgresql":
        with service.database.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))


def _timed(page: Callable[[], int], rounds: int) -> tuple[int, list[float], list[float]]:
    size, spent, worked = max(page(), page()), [], []
    for _ in range(rounds):
        began, work = time.perf_counter(), time.process_time()
        page()
        spent.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - work) * 1000)
    return size, spent, worked


if __name__ == "__main__":
    sys.exit(main())
