"""What runs of characters tell, as learnt from drawn papers: multinomial logistic regression.

Each run counts once and weighs by how few papers use it, so that what all share says little. Learnt by
``benchmarks/reading/logistic.py``; kept in this package, one file for each question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

SCALE = 10.0
"""The weights are learnt for runs that weigh so much together (Euclidean)."""


@dataclass(frozen=True)
class RunWeights:
    """``runs``: run → row; ``rarity`` (runs,); ``weights`` (runs + 1, answers), the last row added to all."""

    runs: Mapping[str, int]
    answers: tuple[str, ...]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]

    def shares(self, runs: Iterable[str]) -> tuple[dict[str, float], int]:
        """How likely each answer is (0–1, 1 in all; none where no run is known); how many runs were known."""
        rows = [row for run in runs if (row := self.runs.get(run)) is not None]
        if not rows:
            return {}, 0
        values = self.rarity[rows] * (SCALE / float(np.linalg.norm(self.rarity[rows])))
        odds = values @ self.weights[rows] + self.weights[-1]
        shares = np.exp(odds - odds.max())
        shares /= shares.sum()
        return dict(zip(self.answers, shares.tolist(), strict=True)), len(rows)


@cache
def run_weights(name: str) -> RunWeights:
    """What was learnt, from ``ocr/vocabulary/<name>.npz``: read once a process."""
    with as_file(files("ocr.vocabulary").joinpath(f"{name}.npz")) as path, np.load(path) as stored:
        runs = stored["runs"].tobytes().decode("utf-8").split("\n")
        answers = tuple(stored["answers"].tobytes().decode("utf-8").split("\n"))
        weights = stored["weights"].astype(np.float32) * stored["step"].astype(np.float32)
        rarity = stored["rarity"].astype(np.float32)
    return RunWeights({run: row for row, run in enumerate(runs)}, answers, rarity, weights)
