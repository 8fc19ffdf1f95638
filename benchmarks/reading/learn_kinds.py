"""Learns what words tell the kind of a paper, from the text of the develop half's layouts.

``python -m benchmarks.reading.learn_kinds`` leaves out one author's layouts after another and prints how many
of theirs are told rightly by the words that the others use, then learns from all and writes
``ocr/vocabulary/kind_weights.npz``. No page is drawn or read: the text is the layouts' own.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from benchmarks.reading.templates import develop
from ocr.likely_kinds import SCALE, runs_of

TARGET = Path(__file__).parents[2] / "ocr" / "vocabulary" / "kind_weights.npz"
DRAWS = 6
LEAST_LAYOUTS = 3
"""Layouts that must use a run: names of people and places are of one."""
KEPT = 6000
RIDGE = 1e-4
STEPS = 60
OWN = ("cards", "clinic", "discharge", "exam", "forms", "lab", "letters", "money")
"""Modules of one author, the reader's; the others are named for theirs."""
_INLINE = frozenset({"b", "i", "u", "span", "em", "strong", "font", "sup", "sub", "small"})
_UNSEEN = frozenset({"style", "script", "title"})

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Paper:
    """One draw of a layout: its author, its name, its kind and the runs on it."""

    author: str
    layout: str
    kind: str
    runs: frozenset[str]


class _Text(HTMLParser):
    """The text of a page, a line for each element that is not part of a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.text.append(re.sub(r"\s+", "", data))

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self.text.append("\n")


def papers() -> list[Paper]:
    """All layouts of the develop half, each drawn a few times."""
    found = []
    for module in iter_modules(develop.__path__):
        templates = getattr(import_module(f"{develop.__name__}.{module.name}"), "TEMPLATES", {})
        author = module.name.split("_")[0]
        for name, template in templates.items():
            for draw in range(DRAWS):
                page = _Text()
                page.feed(template.build(random.Random(1000 + draw)))
                runs = frozenset(runs_of("".join(page.text).split("\n")))
                found.append(Paper("own" if author in OWN else author, name, template.kind, runs))
    return found


@dataclass(frozen=True)
class Learnt:
    """Runs with their rarity, and their weights: shape (runs + 1, kinds), the last row for all pages."""

    runs: list[str]
    kinds: list[str]
    rarity: Floats
    weights: Floats


def learn(given: Sequence[Paper], kinds: list[str]) -> Learnt:
    """Logistic regression over all runs that several layouts use; then again over those that tell most."""
    layouts: dict[str, set[str]] = {}
    for paper in given:
        for run in paper.runs:
            layouts.setdefault(run, set()).add(paper.layout)
    runs = sorted(run for run, users in layouts.items() if len(users) >= LEAST_LAYOUTS)
    count = len({paper.layout for paper in given})
    rarity = np.log([(1 + count) / (1 + len(layouts[run])) for run in runs])
    weights = _fit(given, kinds, runs, rarity)
    telling = np.argsort(-np.abs(weights[:-1]).max(axis=1) * rarity)[:KEPT]
    kept = sorted(telling.tolist())
    runs, rarity = [runs[i] for i in kept], rarity[kept]
    return Learnt(runs, kinds, rarity, _fit(given, kinds, runs, rarity))


def _matrix(given: Sequence[Paper], runs: Sequence[str], rarity: Floats) -> sparse.csr_matrix:
    row_of = {run: n for n, run in enumerate(runs)}
    found = [(page, row_of[run]) for page, paper in enumerate(given) for run in paper.runs if run in row_of]
    pages, columns = np.array(found).T
    matrix = sparse.csr_matrix((rarity[columns], (pages, columns)), shape=(len(given), len(runs)))
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()) + 1e-9
    return sparse.csr_matrix(sparse.diags(SCALE / length) @ matrix)


def _fit(given: Sequence[Paper], kinds: list[str], runs: Sequence[str], rarity: Floats) -> Floats:
    """The weights of least loss; kinds of few layouts count for more than their share."""
    values = _matrix(given, runs, rarity)
    truth = np.eye(len(kinds))[[kinds.index(paper.kind) for paper in given]]
    share = Counter(paper.kind for paper in given)
    weight = np.array([share[paper.kind] ** -0.5 for paper in given])
    weight = (weight / weight.mean())[:, None]

    def loss(flat: Floats) -> tuple[float, Floats]:
        table = flat.reshape(len(runs) + 1, len(kinds))
        told = _shares(values @ table[:-1] + table[-1])
        cost = -(weight * truth * np.log(told + 1e-12)).sum() / len(given) + RIDGE * (table[:-1] ** 2).sum()
        slope = (told - truth) * weight / len(given)
        return float(cost), np.vstack([values.T @ slope + 2 * RIDGE * table[:-1], slope.sum(axis=0)]).ravel()

    start = np.zeros((len(runs) + 1) * len(kinds))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x).reshape(len(runs) + 1, len(kinds))


def _shares(odds: Floats) -> Floats:
    likely = np.exp(odds - odds.max(axis=1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=1, keepdims=True))


def told(learnt: Learnt, given: Sequence[Paper]) -> list[str]:
    """The likeliest kind of each paper."""
    odds = _matrix(given, learnt.runs, learnt.rarity) @ learnt.weights[:-1] + learnt.weights[-1]
    return [learnt.kinds[i] for i in odds.argmax(axis=1)]


def save(learnt: Learnt, target: Path) -> None:
    """Weights in steps of a 127th of the largest, one byte each."""
    step = np.abs(learnt.weights).max() / 127
    np.savez_compressed(
        target,
        runs=np.frombuffer("\n".join(learnt.runs).encode(), dtype=np.uint8),
        kinds=np.frombuffer("\n".join(learnt.kinds).encode(), dtype=np.uint8),
        rarity=learnt.rarity.astype(np.float16),
        weights=np.round(learnt.weights / step).astype(np.int8),
        step=np.float32(step),
    )


def main() -> None:
    """Prints what words tell of each author's papers, then learns from all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--authors", action="store_true", help="leave out one author after another first")
    wanted = parser.parse_args()
    all_papers = papers()
    kinds = sorted({paper.kind for paper in all_papers})
    for author in sorted({paper.author for paper in all_papers}) if wanted.authors else ():
        others = [p for p in all_papers if p.author != author]
        theirs = [p for p in all_papers if p.author == author]
        guesses = zip(told(learn(others, kinds), theirs), theirs, strict=True)
        right = sum(guess == paper.kind for guess, paper in guesses)
        print(f"{author}: {right} of {len(theirs)}", flush=True)
    learnt = learn(all_papers, kinds)
    save(learnt, TARGET)
    print(f"{len(learnt.runs)} runs, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
