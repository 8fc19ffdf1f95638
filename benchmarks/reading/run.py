"""Reads a corpus with one reader in a process of its own, so that its memory is its own."""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from benchmarks.reading.characters import errors
from benchmarks.reading.corpus import Made
from benchmarks.reading.matching import PageScore, score
from benchmarks.reading.peers import READERS, Peruser
from benchmarks.reading.peruse import Perused, peak_megabytes


@dataclass(frozen=True, slots=True)
class PageRun:
    """One page read by one reader; ``score`` only where the reader gives fields."""

    page: str
    difficulty: str
    score: PageScore | None
    character_errors: int
    characters: int
    core_seconds: float


@dataclass(frozen=True, slots=True)
class Run:
    """A corpus read by one reader. ``peak_mb``: of the reading process; children of it apart."""

    reader: str
    pages: tuple[PageRun, ...]
    peak_mb: float

    @property
    def scores(self) -> list[PageScore]:
        """The field scores of pages that have any."""
        return [p.score for p in self.pages if p.score is not None]


class _Here:
    reader: Peruser


def _start(name: str) -> None:
    _Here.reader = READERS[name]()


def _peruse(made: Made) -> Perused:
    return _Here.reader.peruse(made.path)


def _peak() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return max(peak_megabytes(), children)


def read_all(name: str, pages: Sequence[Made], progress: Callable[[str, int, int], None]) -> Run:
    """Every page read by the reader of that name, scored as it comes."""
    spawn = multiprocessing.get_context("spawn")
    done = []
    with ProcessPoolExecutor(1, mp_context=spawn, initializer=_start, initargs=(name,)) as process:
        for n, (made, read) in enumerate(zip(pages, process.map(_peruse, pages), strict=True)):
            truth = made.truth
            wrong, of = errors(truth, read.lines)
            scored = score(truth, read.documents) if read.documents else None
            done.append(PageRun(truth.page, truth.difficulty, scored, wrong, of, read.core_seconds))
            progress(name, n + 1, len(pages))
        peak = process.submit(_peak).result()
    return Run(name, tuple(done), peak)
