"""Heads set upright in the first column of a form, each before the rows of one person.

委托人 | 姓名, 身份证号码, 联系电话 and below it 受托人 | the same rows again. Where the rules between them
were not found, the rows of the second begin with the label that is asked for a second time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ocr.geometry import overlap
from ocr.layout import Run
from ocr.types import Box

_CLOSE = 1.0
"""Widths of an upright head that its pieces stand apart, at most."""


def joined_upright(runs: Sequence[Run]) -> list[Run]:
    """Upright heads that were found in two pieces, put together: 受托 and the 人 below it."""
    joined = []
    for run in runs:
        if not run.vertical or len(run.text) > 4:
            continue
        width = run.box[2] - run.box[0]
        below = [
            r
            for r in runs
            if r is not run
            and len(r.text) <= 2
            and 0 <= r.box[1] - run.box[3] + 0.3 * width <= (_CLOSE + 0.3) * width
            and overlap(run.box[0], run.box[2], r.box[0], r.box[2]) > 0.5 * (r.box[2] - r.box[0])
        ]
        if len(below) == 1:
            rest = below[0]
            joined.append(replace(run, text=run.text + rest.text, chars=(*run.chars, *rest.chars)))
    return joined


def spans_of(heads: Sequence[Run], names: Sequence[Run]) -> list[tuple[Run, Box]]:
    """For two heads one below the other, the box of each one's rows; ``names``: the labels 姓名."""
    spans: list[tuple[Run, Box]] = []
    upright = sorted((h for h in heads if h.vertical and h.cell_box is None), key=lambda h: h.box[1])
    for upper, lower in pairwise(upright):
        if overlap(upper.box[0], upper.box[2], lower.box[0], lower.box[2]) <= 0:
            continue
        first = [n for n in names if _is_right(n, upper) and _middle(n) <= _middle(upper)]
        second = [n for n in names if _is_right(n, lower) and _middle(upper) < _middle(n) <= _middle(lower)]
        if len(first) != 1 or len(second) != 1:
            continue
        top, border = first[0].box[1], second[0].box[1] - 0.2 * second[0].height
        foot = 2 * _middle(lower) - border
        spans.append((upper, (upper.box[0], top, upper.box[2], border)))
        spans.append((lower, (lower.box[0], border, lower.box[2], foot)))
    return spans


def _middle(run: Run) -> float:
    return (run.box[1] + run.box[3]) / 2


def _is_right(label: Run, head: Run) -> bool:
    return label.box[0] >= head.box[2]
