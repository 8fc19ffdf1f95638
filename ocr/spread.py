"""Booklets opened flat: two pages on one picture, each with its own lines.

A row of the left page ends where the right one begins, however little room the fold leaves between them.
"""

from __future__ import annotations

from collections.abc import Sequence

from ocr.layout import Run

WIDE = 1.2
"""Width to height from which on a sheet may be a booklet opened flat."""
_FOLD = (0.35, 0.65)
"""Part of the width within which the fold lies."""
LEAST_GUTTER = 2.0
"""Text heights that lie bare along the fold, from top to bottom."""
LEAST_LINES = 5


def pages_of(runs: Sequence[Run], width: int, height: int) -> list[Sequence[Run]]:
    """The runs of the left and of the right page; all of them together where nothing parts them."""
    if width < WIDE * height or not runs:
        return [runs]
    usual = sorted(r.height for r in runs)[len(runs) // 2]
    edges = sorted((r.box[0], r.box[2]) for r in runs)
    reach, best = edges[0][1], (0.0, 0.0)
    for left, right in edges:
        middle = (left + reach) / 2
        if left - reach > best[0] and _FOLD[0] * width <= middle <= _FOLD[1] * width:
            best = (left - reach, middle)
        reach = max(reach, right)
    halves = [[r for r in runs if (r.box[0] < best[1]) is first] for first in (True, False)]
    parted = best[0] >= LEAST_GUTTER * usual and min(map(len, halves)) >= LEAST_LINES
    return list(halves) if parted else [runs]
