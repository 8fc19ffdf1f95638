"""A table seen aslant, with its columns set upright: below its heads, cells are moved sideways under them.

A sheet photographed from its foot narrows or leans from line to line, so that cells of one column stand in
the next one's place some lines below the heads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ocr.table_heads import Token
from ocr.table_lines import sharpest
from ocr.types import Box

STEEPEST, STEP = 0.15, 0.015
"""Pixels a pixel down that a column may lean, and from one lean to the next that is tried."""
FAN = 0.12
"""How much the lean may differ between the table's left and its right edge."""
BIN = 0.35
"""Text heights of the stripes by which sharpness is measured."""


@dataclass(frozen=True, slots=True)
class Lean:
    """How far cells stand sideways of the place under their heads, by where they stand.

    ``lean``: pixels a pixel down at ``left``; ``fan``: how much more that is for each pixel further right;
    ``top``: the heads' y.
    """

    lean: float
    fan: float
    left: float
    top: float

    def at(self, x: float, y: float) -> float:
        """Pixels by which what stands there is off to the right."""
        return (self.lean + self.fan * (x - self.left)) * (y - self.top)

    def upright(self, token: Token) -> Token:
        """A cell under its head."""
        off = self.at((token.box[0] + token.box[2]) / 2, (token.box[1] + token.box[3]) / 2)
        return Token(token.text, tuple(replace(c, box=_moved(c.box, -off)) for c in token.chars))

    def back(self, box: Box) -> Box:
        """The box on the page of cells set upright."""
        return _moved(box, self.at((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))


def lean_of(rows: Sequence[Sequence[Token]], top: float) -> Lean | None:
    """The lean under which the cells on ``rows`` fall into the sharpest columns.

    ``top``: the heads' y. ``None`` where they stand upright.
    """
    boxes = np.array([t.box for row in rows for t in row])
    if not len(boxes):
        return None
    height = float(np.median(boxes[:, 3] - boxes[:, 1]))
    x, y = np.concatenate([boxes[:, 0], boxes[:, 2]]), np.tile((boxes[:, 1] + boxes[:, 3]) / 2, 2)
    left = float(x.min())
    width = max(float(np.ptp(x)), 1.0)
    steps = round(STEEPEST / STEP)
    ways = [(STEP * n, FAN * m / 4 / width) for n in range(-steps, steps + 1) for m in range(-4, 5)]
    ways.sort(key=lambda w: abs(w[0]) + abs(w[1]) * width)
    leans, fans = np.array(ways).T[:, :, np.newaxis]
    lean, fan = ways[sharpest(x - (leans + fans * (x - left)) * (y - top), BIN * height)]
    return Lean(lean, fan, left, top) if lean or fan else None


def _moved(box: Box, dx: float) -> Box:
    return box[0] + dx, box[1], box[2] + dx, box[3]
