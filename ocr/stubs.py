"""The stub left of a paper that the hospital keeps: its lines stand beside the paper's, not among them."""

from __future__ import annotations

from collections.abc import Sequence

from ocr.layout import Run

_STUB = "存根"
HALF = 0.45
"""Part of the page's width that a stub takes at most."""


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
