"""Finds vertical ruling lines in a drawn page, to tell the cells of a table apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ocr.pixels import darkest
from ocr.types import Pixels

RuleFinder: TypeAlias = Callable[[float, float, float, float], bool]
"""``(x0, x1, top, bottom)`` in pixels → whether a ruling line stands between ``x0`` and ``x1``."""
_INK = 200
"""Rules are often grey or coloured; their darkest channel is below this, paper is above."""
_BEYOND = 0.1
_UNBROKEN = 0.95


def rule_finder(pixels: Pixels) -> RuleFinder:
    """Return a finder for the page drawn in ``pixels``.

    A rule is a column of ink a little taller than the text beside it. No stroke of a letter is: the
    tallest, of ``|`` or ``1``, stays inside the line of text.
    """

    def ruled(x0: float, x1: float, top: float, bottom: float) -> bool:
        beyond = _BEYOND * (bottom - top)
        rows = slice(max(0, int(top - beyond)), max(0, int(bottom + beyond) + 1))
        patch = darkest(pixels[rows, max(0, int(x0)) : max(0, int(x1) + 1)]) < _INK
        # any() spares the count where the gap is bare paper, as most are.
        return bool(patch.any()) and bool((patch.mean(axis=0) >= _UNBROKEN).any())

    return ruled
