"""Where a table ends on its right: at its ruling line, or before the sentences set beside it.

Counts of marrow and measurements stand left, what they mean stands right, on the same lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.geometry import overlap
from ocr.layout import Run
from ocr.table_heads import Head, Token

FARTHEST = 8.0
"""Row heights that two texts of one cell may stand apart."""
BESIDE = 1.2
"""Row heights behind a whole range from which on a sentence is none of its cell."""
HIGHEST = 4.0
"""A cell higher than so many heights of its text is the frame of more than one row."""
LEAST_CELLS = 4
_WHOLE = re.compile(r"[<>≤≥]?\s?\d[\d.]*(?:\s?(?:-{1,2}|[~～—])\s?\d[\d.]*)?|[阴阳]性|正常|[-+±]{1,3}")
_SENTENCE = re.compile(r"[\u4e00-\u9fff]{4}|\d[.、．][\u4e00-\u9fff]{2}|[\u4e00-\u9fff].*[。，：:；]")


def ruled_edge(runs: Sequence[Run], head: Head) -> float | None:
    """The right edge of the ruled cells below the last head; ``None`` where no lines rule its column."""
    height = head.box[3] - head.box[1]
    edges = [
        max(r.cell_box[2], r.box[2])
        for r in runs
        if r.cell_box is not None
        and r.box[1] > head.box[1] - height
        and overlap(r.box[0], r.box[2], head.box[0], head.box[2]) > 0
        and r.cell_box[3] - r.cell_box[1] < HIGHEST * r.height
    ]
    return max(edges) + height / 2 if len(edges) >= LEAST_CELLS else None


def is_outside(token: Token, before: Sequence[Token], column: str) -> bool:
    """Whether a token behind others is none of their cell: a caption, or a sentence beside a range."""
    if not before:
        return False
    height, gap = token.box[3] - token.box[1], token.box[0] - before[-1].box[2]
    whole = column == "reference" and _WHOLE.fullmatch(" ".join(t.text for t in before)) is not None
    return gap > FARTHEST * height or (
        whole and gap > BESIDE * height and _SENTENCE.search(token.text) is not None
    )
