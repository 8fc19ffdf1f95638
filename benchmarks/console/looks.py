"""Looks at a filled database, each timed over several rounds, as a table in Markdown."""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from benchmarks.console.databases import KINDS, throw_away
from benchmarks.console.fill import Filled, fill
from intake.service import Service

Look: TypeAlias = Callable[[], int | str]
"""One look; what it tells stands in the table's second column but one."""


def measure(
    description: str,
    heads: tuple[str, str],
    looks_at: Callable[[Service, Filled], Mapping[str, Look]],
    arguments: Sequence[str] | None,
    *,
    limit_ms: float,
) -> int:
    """Print median and longest of every look, on every kind of database; 1 where a median is over the limit.

    ``heads``: what a look is called, and what it tells.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--waiting", type=int, default=100_000)
    parser.add_argument("--decided", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", choices=KINDS)
    told = parser.parse_args(arguments)
    print(f"{told.waiting:,} in the queue, {told.decided:,} decided\n")
    print(f"| database | {heads[0]} | {heads[1]} | median ms | longest ms |\n|---|---|---|---|---|")
    slow = False
    for kind in (told.only,) if told.only else KINDS:
        with throw_away(kind) as service:
            filled = fill(service, told.waiting, told.decided)
            for name, look in looks_at(service, filled).items():
                rows, spent = _timed(look, told.rounds)
                slow = slow or statistics.median(spent) > limit_ms
                print(f"| {kind} | {name} | {rows} | {statistics.median(spent):.0f} | {max(spent):.0f} |")
    return int(slow)


def _timed(look: Look, rounds: int) -> tuple[int | str, list[float]]:
    rows, spent = look(), []
    for _ in range(rounds):
        began = time.perf_counter()
        look()
        spent.append((time.perf_counter() - began) * 1000)
    return rows, spent
