"""The lines of one table, told by its own cells: a bent sheet leans differently left and right.

Every lean that a photo may have is tried; the one stands under which the cells fall into the sharpest lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import numpy as np
import numpy.typing as npt

from ocr.table_heads import Token

STEEPEST, STEP = 0.10, 0.005
"""Pixels a pixel that a line may sink or rise, and from one lean to the next that is tried."""
TURN = 0.06
"""How much the lean may change from the first line of a table to the last."""
SAME_LINE = 0.5
"""Text heights that a cell's middle may lie off its line's."""
BIN = 0.3
"""Text heights of the stripes by which sharpness is measured."""


def own_lines(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cells by lines, top to bottom, each from left to right."""
    if not tokens:
        return []
    height = median(t.box[3] - t.box[1] for t in tokens)
    level = _levels(tokens, height)
    lines: list[list[int]] = []
    for at in sorted(range(len(tokens)), key=level.__getitem__):
        if lines and level[at] - sum(level[n] for n in lines[-1]) / len(lines[-1]) < SAME_LINE * height:
            lines[-1].append(at)
        else:
            lines.append([at])
    return [sorted((tokens[n] for n in line), key=lambda t: t.box[0]) for line in lines]


def _levels(tokens: Sequence[Token], height: float) -> list[float]:
    """The height of each cell with the lean of the table taken off."""
    boxes = np.array([t.box for t in tokens])
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    right, down = x - x.min(), (y - y.min()) / max(float(np.ptp(y)), 1.0)
    steps = round(STEEPEST / STEP)
    ways = [(STEP * n, TURN * m / 4) for n in range(-steps, steps + 1) for m in range(-4, 5)]
    ways.sort(key=lambda w: abs(w[0]) + abs(w[1]))
    leans, turns = np.array(ways).T
    levels = y - (leans[:, np.newaxis] + turns[:, np.newaxis] * down) * right
    return [float(v) for v in levels[sharpest(levels, BIN * height)]]


def sharpest(ways: npt.NDArray[np.float64], width: float) -> int:
    """The first of ``ways`` (ways × cells) in which most pairs of cells share a stripe of ``width``.

    Stripes are laid twice so that no edge parts a line. All ways are counted at once: one by one they took
    a third of the time in which a table is read.
    """
    at = (ways - ways.min(axis=1, keepdims=True)) / width
    pairs = np.zeros(len(at), np.int64)
    for shift in (0.0, 0.5):
        stripes = (at + shift).astype(np.int64)
        most = int(stripes.max()) + 1
        own = stripes + most * np.arange(len(at))[:, np.newaxis]
        counts = np.bincount(own.ravel(), minlength=most * len(at)).reshape(len(at), most)
        pairs += (counts * counts).sum(axis=1)
    return int(pairs.argmax())
