"""Learns what runs of characters tell: multinomial logistic regression over texts, each a set of runs.

What is learnt is small (``KEPT`` runs, a byte a weight) and is told by ``ocr/run_weights.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from benchmarks.reading.templates import develop
from ocr.run_weights import SCALE

LEAST_SOURCES = 3
"""Sources that must use a run: names of people and places are of one."""
KEPT = 6000
RIDGE = 1e-4
STEPS = 60

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Text:
    """One text, by whose hand, from which source (of several texts from one, a run counts once), its answer
    and its runs."""

    author: str
    source: str
    answer: str
    runs: frozenset[str]


@dataclass(frozen=True)
class Learnt:
    """Runs with their rarity, and their weights: shape (runs + 1, answers), the last row for all texts."""

    runs: list[str]
    answers: list[str]
    rarity: Floats
    weights: Floats


def learn(given: Sequence[Text], answers: list[str], kept: int = KEPT) -> Learnt:
    """Logistic regression over all runs that several sources use; then again over those that tell most."""
    sources: dict[str, set[str]] = {}
    for text in given:
        for run in text.runs:
            sources.setdefault(run, set()).add(text.source)
    runs = sorted(run for run, users in sources.items() if len(users) >= LEAST_SOURCES)
    count = len({text.source for text in given})
    rarity = np.log([(1 + count) / (1 + len(sources[run])) for run in runs])
    weights = _fit(given, answers, runs, rarity)
    telling = np.argsort(-np.abs(weights[:-1]).max(axis=1) * rarity)[:kept]
    best = sorted(telling.tolist())
    runs, rarity = [runs[i] for i in best], rarity[best]
    return Learnt(runs, answers, rarity, _fit(given, answers, runs, rarity))


def _matrix(given: Sequence[Text], runs: Sequence[str], rarity: Floats) -> sparse.csr_matrix:
    row_of = {run: n for n, run in enumerate(runs)}
    found = [(at, row_of[run]) for at, text in enumerate(given) for run in text.runs if run in row_of]
    texts, columns = np.array(found).T
    matrix = sparse.csr_matrix((rarity[columns], (texts, columns)), shape=(len(given), len(runs)))
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()) + 1e-9
    return sparse.csr_matrix(sparse.diags(SCALE / length) @ matrix)


def _fit(given: Sequence[Text], answers: list[str], runs: Sequence[str], rarity: Floats) -> Floats:
    """The weights of least loss; answers of few texts count for more than their share."""
    values = _matrix(given, runs, rarity)
    truth = np.eye(len(answers))[[answers.index(text.answer) for text in given]]
    share = Counter(text.answer for text in given)
    weight = np.array([share[text.answer] ** -0.5 for text in given])
    weight = (weight / weight.mean())[:, None]

    def loss(flat: Floats) -> tuple[float, Floats]:
        table = flat.reshape(len(runs) + 1, len(answers))
        told = _shares(values @ table[:-1] + table[-1])
        cost = -(weight * truth * np.log(told + 1e-12)).sum() / len(given) + RIDGE * (table[:-1] ** 2).sum()
        slope = (told - truth) * weight / len(given)
        return float(cost), np.vstack([values.T @ slope + 2 * RIDGE * table[:-1], slope.sum(axis=0)]).ravel()

    start = np.zeros((len(runs) + 1) * len(answers))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x).reshape(len(runs) + 1, len(answers))


def _shares(odds: Floats) -> Floats:
    likely = np.exp(odds - odds.max(axis=1, keepdims=True))
    return np.asarray(likely / likely.sum(axis=1, keepdims=True))


def shares(learnt: Learnt, given: Sequence[Text]) -> Floats:
    """How likely each answer is for each text, shape (texts, answers)."""
    return _shares(_matrix(given, learnt.runs, learnt.rarity) @ learnt.weights[:-1] + learnt.weights[-1])


def fingerprint(*further: Path) -> str:
    """Of what is learnt from: the develop half's layouts and further files."""
    whole = blake2b(digest_size=16)
    for path in (*sorted(Path(develop.__file__).parent.glob("*.py")), *further):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def save(learnt: Learnt, target: Path, of: str) -> None:
    """Weights in steps of a 127th of the largest, one byte each; ``of``: the fingerprint of their sources."""
    step = np.abs(learnt.weights).max() / 127
    np.savez_compressed(
        target,
        runs=np.frombuffer("\n".join(learnt.runs).encode(), dtype=np.uint8),
        answers=np.frombuffer("\n".join(learnt.answers).encode(), dtype=np.uint8),
        rarity=learnt.rarity.astype(np.float16),
        weights=np.round(learnt.weights / step).astype(np.int8),
        step=np.float32(step),
        learnt_from=np.frombuffer(of.encode(), dtype=np.uint8),
    )
