"""Values whose first lines stand where no label leads to: above it, or at the margin of the next line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.continued import Column, Known
from ocr.layout import Run, same_row
from ocr.strips import Strip, join_rows

NUMBERS = frozenset({"record_number", "report_number", "card_number", "phone", "id"})
"""Concepts whose value is a number by itself."""
_NUMBER = re.compile(r"[A-Za-z]{0,3}\d{5,18}[Xx]?")
_ITEM = re.compile(r"\s*[（(]?(?P<number>\d{1,2})[.、．)）](?!\d)")
LINE = 1.3
"""Text heights from one line of a value to the next, at most."""
LEFT = 4.0
"""Text heights that a line begins left of the label at the end of the one above, at least."""
MOST_ABOVE = 8


def from_its_first(rows: Sequence[Sequence[Run]], runs: Sequence[Run]) -> list[list[Run]]:
    """A numbered list with the items above its label's row: forms set labels beside the middle of lists.

    Only where every item up to the first stands there, one under another and behind no label of their own;
    it ends where another list begins.
    """
    first = rows[0][0]
    item = _ITEM.match(first.text)
    wanted = int(item["number"]) - 1 if item else 0
    above: list[list[Run]] = []
    lowest = first
    while 0 < wanted < MOST_ABOVE:
        found = next((r for r in runs if _is_right_above(r, lowest) and _number(r) == wanted), None)
        if found is None or _is_behind_a_label(found, runs):
            return [list(row) for row in rows]
        above.insert(0, [found])
        lowest, wanted = found, wanted - 1
    if not above:
        return [list(row) for row in rows]
    end = next((n for n, row in enumerate(rows) if _number(row[0]) == 1), len(rows))
    return [*above, *(list(row) for row in rows[:end])]


def _is_right_above(run: Run, lower: Run) -> bool:
    gap = lower.box[1] - run.box[3]
    aligned = abs(run.box[0] - lower.box[0]) < lower.height
    return run.cell == lower.cell and aligned and -0.5 * lower.height < gap < LINE * lower.height


def _is_behind_a_label(run: Run, runs: Sequence[Run]) -> bool:
    left = (r for r in runs if same_row(r, run) and r.box[2] <= run.box[0])
    return any(r.text.rstrip().endswith((":", "：")) for r in left)


def _number(run: Run) -> int | None:
    found = _ITEM.match(run.text)
    return int(found["number"]) if found else None


def wrapped_number(column: Column, runs: Sequence[Run], known: Known) -> list[Strip]:
    """The number at the margin of the next line, where its label ends a line of a typed paper.

    住院号： / ZY2568458: a longer name pushed it there.
    """
    label = column.label
    if not label.text.rstrip().endswith((":", "：")) or label.cell is not None:
        return []
    if any(same_row(r, label) and r.box[0] > label.box[2] for r in runs):
        return []
    under = [
        r
        for r in runs
        if -0.3 * label.height <= r.box[1] - label.box[3] <= LINE * label.height and r.cell is None
    ]
    margin = min((r.box[0] for r in runs), default=0.0)
    first = min(under, key=lambda r: (r.box[1], r.box[0]), default=None)
    if first is None or any(r is not first and same_row(r, first) for r in under):
        return []
    begins = first.box[0] < min(margin + label.height, label.box[0] - LEFT * label.height)
    number = _NUMBER.fullmatch(first.text.strip()) is not None and not known[id(first)].hits
    return [join_rows([[first]])] if begins and number else []
