"""Particulars set left of a table, on the same lines as its rows: 科别：门诊 | 红细胞 | 4.46 | 4.30-5.80.

They are labels of the page's head in a column of their own; read as cells they end the table, or join its
rows.
"""

from __future__ import annotations

from collections.abc import Sequence

from ocr.label_words import STOP
from ocr.labels import find_labels
from ocr.table_foot import is_foot
from ocr.table_heads import Head, Token

LEAST_ROWS = 2
"""So many lines must hold a label left of the table and cells in it."""
LEAST_CELLS = 2
FARTHEST = 12
"""Lines below the heads within which the labels begin."""


def left_edge(rows: Sequence[Sequence[Token]], heads: Sequence[Head]) -> float | None:
    """Where the table begins right of particulars on the ``rows`` below its heads; ``None`` without any."""
    first = min(h.box[0] for h in heads)
    edge = first - max(h.box[3] - h.box[1] for h in heads)
    held = sum(_has_both(row, edge) for row in rows[:FARTHEST])
    return edge if held >= LEAST_ROWS else None


def without_margin(row: Sequence[Token], edge: float | None) -> list[Token]:
    """The tokens of a line whose middles lie in the table."""
    return [t for t in row if edge is None or (t.box[0] + t.box[2]) / 2 > edge]


def _has_both(row: Sequence[Token], edge: float) -> bool:
    """Whether a line holds a label left of the table and cells, none of a foot, in it."""
    outside = [t for t in row if t.box[2] < edge]
    inside = without_margin(row, edge)
    if not outside or len(inside) < LEAST_CELLS or _is_labelled(inside[0]):
        return False
    return _is_labelled(outside[0]) and not is_foot([t.text for t in inside])


def _is_labelled(token: Token) -> bool:
    return any(h.colon and h.concept != STOP for h in find_labels(token.text))
