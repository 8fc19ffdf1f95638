"""The stub left of a paper that the hospital keeps: its lines stand beside the paper's, not among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ocr.layout import Run
from ocr.slots import Slot

_STUB = "存根"
HALF = 0.45
"""Part of the page's width that a stub takes at most."""
LEAST_ACROSS, LONGEST_PIECE = 4, 2
"""Pieces of a number set upright across the perforation, and the characters of each."""
CLOSE = 1.5
"""Text heights between one of them and the next, at most."""


def without_seam(runs: Sequence[Run]) -> list[Run]:
    """The runs but those of the number upright on the perforation between a stub and its paper.

    Found character by character, 诊字第5255836号 stands beside the rows of both, as part of their values.
    """
    if not any(_STUB in r.text for r in runs):
        return list(runs)
    pieces = sorted(
        (r for r in runs if r.cell is None and not r.vertical and len(r.text) <= LONGEST_PIECE),
        key=lambda r: r.box[1],
    )
    seam: set[int] = set()
    for first in pieces:
        column = [first]
        for run in pieces:
            last = column[-1]
            aligned = abs(_middle(run) - _middle(last)) < 0.5 * last.height
            if aligned and run.box[1] - last.box[1] > 0 and run.box[1] - last.box[3] < CLOSE * last.height:
                column.append(run)
        if len(column) >= LEAST_ACROSS and any(r.text.isdecimal() for r in column):
            seam |= {id(r) for r in column}
    return [r for r in runs if id(r) not in seam]


def _middle(run: Run) -> float:
    return (run.box[0] + run.box[2]) / 2


def after_stub(slots: Sequence[Slot], runs: Sequence[Run]) -> Sequence[Slot]:
    """The slots, a stub's only for what its paper leaves open; a doctor named there may not be who signed."""
    kept = without_stub(runs)
    if len(kept) == len(runs):
        return slots
    edge = min((r.box[0] for r in kept), default=0.0)
    own = [s for s in slots if s.label.box[0] >= edge]
    told = {s.concept for s in own if s.strips} - {"physician"}
    stub = [s for s in slots if s.label.box[0] < edge and s.concept not in told]
    return [*own, *(replace(s, word=f"{_STUB}{s.word}") if s.concept == "physician" else s for s in stub)]


def without_stub(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs but those of a stub, 出院证明书（存根）, where room parts its column from the paper's."""
    right = max((r.box[2] for r in runs), default=0.0)
    head = next((r for r in runs if _STUB in r.text and r.box[2] < HALF * right), None)
    if head is None:
        return runs
    edge, grown = head.box[2], True
    while grown:
        reach = max((r.box[2] for r in runs if r.box[0] < edge), default=edge)
        grown, edge = reach > edge, max(edge, reach)
    return runs if edge > HALF * right else [r for r in runs if r.box[2] > edge]
