"""Many pages in one process: does its memory stay where it was after the first hundred?

    python -m benchmarks.reading.endurance [--pages 5000] [--first 100] [FILE…]

Files (the shipped samples by default) are read over and over. Prints resident memory as it goes, and exits
with 1 where it grew by more than a tenth after the first pages.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from intake.pipeline import Reader
from intake.settings import load_settings

SAMPLES = Path(__file__).parents[2] / "samples" / "documents"
ALLOWED = 0.10
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Standing:
    """Resident memory after so many pages, MB."""

    pages: int
    megabytes: float


def standings(reader: Reader, files: Sequence[Path], pages: int, every: int) -> Iterator[Standing]:
    """Read until ``pages`` pages are read; told after every so many."""
    done, told = 0, 0
    for path in itertools.cycle(files):
        documents = reader.read([path]).reading.documents
        done += max(1, sum(len(document.pages) for document in documents))
        if done >= told + every:
            told = done
            yield Standing(done, resident_megabytes())
        if done >= pages:
            return


def growth(found: Sequence[Standing], first: int) -> float:
    """By what share memory grew from its most in the first pages to its most in the rest."""
    early = max(s.megabytes for s in found if s.pages <= first or s is found[0])
    late = max((s.megabytes for s in found if s.pages > first), default=early)
    return late / early - 1


def resident_megabytes() -> float:
    """Memory that this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 2**20


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, print, judge."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading.endurance", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--first", type=int, default=100)
    told = parser.parse_args(arguments)
    files = told.files or sorted(p for p in SAMPLES.iterdir() if p.suffix != ".yaml")
    found = []
    for standing in standings(Reader(load_settings()), files, told.pages, max(1, told.first // 2)):
        found.append(standing)
        print(f"{standing.pages:>6} pages  {standing.megabytes:7.1f} MB", flush=True)
    grown = growth(found, told.first)
    print(f"grown by {grown:.1%} after the first {told.first} pages")
    return int(grown > ALLOWED)


if __name__ == "__main__":
    sys.exit(main())
