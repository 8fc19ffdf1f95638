"""How likely each kind of paper is by all the words of a page, as learnt from drawn papers.

Titles and telling words are lists that somebody thought of (``ocr/kinds.py``); papers whose title nobody
thought of still speak of what they are in all their labels and sentences. Multinomial logistic regression
over the runs of two to four characters that stand on the page, each counted once and weighed by how few
layouts use it; learnt by ``benchmarks/reading/learn_kinds.py`` from the layouts of the develop half.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from ocr.types import DocumentKind
from ocr.values.text import fold

LENGTHS = (2, 3, 4)
"""Characters of a run: 2 to tell 处方 from 票据, 4 to tell 认定申请 from 认定意见."""
SCALE = 10.0
"""The weights are learnt for runs that weigh so much together (Euclidean)."""
ENOUGH = 70
"""Known runs on a page, from which on its words are trusted in full; of fewer, in proportion."""
_BETWEEN = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")


@dataclass(frozen=True)
class KindWeights:
    """``runs``: run → row; ``rarity`` (runs,); ``weights`` (runs + 1, kinds), the last row added to all."""

    runs: Mapping[str, int]
    kinds: tuple[DocumentKind, ...]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]


def runs_of(lines: Iterable[str]) -> set[str]:
    """The runs of two to four characters within the words of some lines of text."""
    found: set[str] = set()
    for line in lines:
        for word in _BETWEEN.split(fold(line)):
            for length in LENGTHS:
                found.update(word[i : i + length] for i in range(len(word) - length + 1))
    return found


def likely_kinds(lines: Iterable[str]) -> dict[DocumentKind, float]:
    """For each kind 0–1, how likely a page of this text is of it; of few words the sum is less than 1."""
    learnt = _learnt()
    rows = [row for run in runs_of(lines) if (row := learnt.runs.get(run)) is not None]
    if not rows:
        return {}
    values = learnt.rarity[rows] * (SCALE / float(np.linalg.norm(learnt.rarity[rows])))
    odds = values @ learnt.weights[rows] + learnt.weights[-1]
    shares = np.exp(odds - odds.max())
    shares *= min(1.0, len(rows) / ENOUGH) / shares.sum()
    return dict(zip(learnt.kinds, shares.tolist(), strict=True))


@cache
def _learnt() -> KindWeights:
    """What was learnt, from this package: read once a process."""
    with as_file(files("ocr.vocabulary").joinpath("kind_weights.npz")) as path, np.load(path) as stored:
        runs = stored["runs"].tobytes().decode("utf-8").split("\n")
        kinds = tuple(DocumentKind(k) for k in stored["kinds"].tobytes().decode("utf-8").split("\n"))
        weights = stored["weights"].astype(np.float32) * stored["step"].astype(np.float32)
        rarity = stored["rarity"].astype(np.float32)
    return KindWeights({run: row for row, run in enumerate(runs)}, kinds, rarity, weights)
