"""A corpus by seed: which template, which draw, which difficulty; files and truth in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.reading.browser import Browser
from benchmarks.reading.degrade.wear import DIFFICULTIES, wear
from benchmarks.reading.drawing import draw
from benchmarks.reading.template import Template
from benchmarks.reading.truth import PageTruth

CLOSE_UP = 1600
"""A photo is taken from so near that the sheet's long side has about this many pixels, or more."""
FINEST = 300
SCANS_SMALL = 600
"""Papers narrower than this (CSS pixels) are scanned at 200 dpi at least."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One page to be made."""

    name: str
    template: str
    seed: int
    difficulty: str


@dataclass(frozen=True, slots=True)
class Made:
    """One page made: its file, and what stands on it."""

    path: Path
    truth: PageTruth


def plan(templates: Sequence[str], pages: int, seed: int) -> list[Plan]:
    """Every template in turn; at each round of the templates the next difficulty."""
    names = sorted(templates)
    plans = []
    for n in range(pages):
        template = names[n % len(names)]
        round_ = n // len(names)
        difficulty = DIFFICULTIES[(round_ + n % len(names)) % len(DIFFICULTIES)]
        plans.append(Plan(f"{n:04d}", template, seed * 100_000 + n, difficulty))
    return plans


def make(
    plans: Sequence[Plan],
    templates: Mapping[str, Template],
    folder: Path,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Iterator[Made]:
    """Draw and wear every page of the plan, one at a time. Raises ``browser.NoBrowser``."""
    folder.mkdir(parents=True, exist_ok=True)
    with Browser() as browser:
        for n, wanted in enumerate(plans):
            template = templates[wanted.template]
            pixels, truth = draw(browser, wanted.template, template, wanted.seed, dpi=_dpi(template, wanted))
            rng = np.random.default_rng(wanted.seed)
            picture = wear(pixels, replace(truth, page=wanted.name), wanted.difficulty, rng)
            path = folder / f"{wanted.name}.{picture.suffix}"
            path.write_bytes(picture.data)
            picture.truth.write(path.with_suffix(".json"))
            progress(n + 1, len(plans))
            yield Made(path, picture.truth)


def _dpi(template: Template, wanted: Plan) -> int | None:
    if wanted.difficulty == "clean":
        return 200 if template.width < SCANS_SMALL else None
    long_side = max(template.width, template.height) / 96
    return min(FINEST, max(175, round(CLOSE_UP / long_side)))
