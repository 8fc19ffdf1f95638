"""The dashes of a test report's cells that hold nothing else: 尿蛋白 | - | 阴性.

Outlines of text are not found around so small a mark, so that a negative result looks like none. In the cell
of a result or a range that nothing was read in, one short bar of ink, by itself and level with its row, is a
dash; never read surely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from ocr.known_tests import results_not_read
from ocr.layout import Run
from ocr.table_blocks import cells_of
from ocr.table_borders import fitted
from ocr.table_heads import Block, Token, blocks_of
from ocr.table_lines import own_lines
from ocr.tables import lines_of, tables_on
from ocr.types import Box, Char, Pixels, TextLine

SURENESS = 0.8
_SEARCHED = ("result", "reference")
_LEAST_CONTRAST = 30
"""Grey levels between paper and a dash."""
_WIDTHS, _FLATTEST, _LEVEL = (0.15, 1.1), 1.6, 0.3
"""Text heights that a dash is wide, how many times wider than high, and how far off its row's middle."""
_SPECK = 0.15
"""Text heights up to which ink is a speck."""
_MARGIN = 0.25
"""Text heights between a cell's neighbours and where a dash may stand."""
MOST = 60
"""Cells that are looked at on a page."""


def read_lone_dashes(pixels: Pixels, runs: Sequence[Run]) -> tuple[tuple[TextLine, ...], tuple[Run, ...]]:
    """The dashes found as lines of text, and ``runs`` with them."""
    lines: list[TextLine] = []
    added: list[Run] = []
    for cell in list(_empty_cells(runs))[:MOST]:
        box = _dash_in(pixels, cell)
        if box is not None:
            x0, y0, x1, y1 = box
            char = Char("-", box, SURENESS)
            lines.append(TextLine("-", ((x0, y0), (x1, y0), (x1, y1), (x0, y1)), SURENESS, (char,)))
            added.append(Run("-", (char,), None, False))
    return tuple(lines), (*runs, *added)


def _empty_cells(runs: Sequence[Run]) -> Iterator[Box]:
    """Where a result or a range may stand that was not read, on rows that have a name."""
    rows = lines_of(runs)
    for short, reference, (start, end) in results_not_read(rows):
        height = short.box[3] - short.box[1]
        left = max(start - height, short.box[2] + _MARGIN * height)
        right = min(end + height, reference.box[0] - _MARGIN * height)
        level = _level([short, reference], (left + right) / 2)
        yield (left, level - height / 2, right, level + height / 2)
    for table in tables_on(runs, rows):
        for block in fitted(blocks_of(table.heads, table.right), table.body):
            inside = [t for row in table.body for t in row if _is_in(t, block)]
            held = [cells_of(line, block) for line in own_lines(inside)]
            for wanted in _SEARCHED:
                found = [t for cells in held for t in cells.get(wanted, ())]
                column = next((c for c in block if c.name == wanted), None)
                if column is None:
                    continue
                edges = [column.start, *(x for t in found for x in (t.box[0], t.box[2]))]
                span = (max(column.left, min(edges)), min(column.right, max(edges)))
                for cells in held:
                    if "name" in cells and wanted not in cells:
                        yield _cell(cells, span)


def _is_in(token: Token, block: Block) -> bool:
    return block[0].left <= (token.box[0] + token.box[2]) / 2 < block[-1].right


def _cell(cells: dict[str, list[Token]], span: tuple[float, float]) -> Box:
    """The room between a row's other cells in a column that runs from ``span[0]`` to ``span[1]``."""
    tokens = [t for own in cells.values() for t in own]
    height = max(t.box[3] - t.box[1] for t in cells["name"])
    left, right = span[0] - 2 * height, span[1] + 2 * height
    before = [t for t in tokens if t.box[2] < (left + right) / 2]
    behind = [t for t in tokens if t.box[0] > (left + right) / 2]
    nearest = [max(before, key=lambda t: t.box[2])] if before else []
    nearest += [min(behind, key=lambda t: t.box[0])] if behind else []
    if before:
        left = max(left, nearest[0].box[2] + _MARGIN * height)
    if behind:
        right = min(right, nearest[-1].box[0] - _MARGIN * height)
    level = _level(nearest, (left + right) / 2)
    return (left, level - height / 2, right, level + height / 2)


def _level(beside: Sequence[Token], x: float) -> float:
    """The row's middle at ``x``, between the cells beside it."""
    spots = [((t.box[0] + t.box[2]) / 2, (t.box[1] + t.box[3]) / 2) for t in beside]
    if len(spots) < 2:
        return spots[0][1] if spots else 0.0
    (x0, y0), (x1, y1) = spots
    return y0 + (y1 - y0) * (x - x0) / max(x1 - x0, 1.0)


def _dash_in(pixels: Pixels, cell: Box) -> Box | None:
    """The one bar of ink in a cell, where nothing else stands there."""
    x0, y0, x1, y1 = (max(0, round(v)) for v in cell)
    height = y1 - y0
    piece = pixels[y0:y1, x0:x1]
    if height < 6 or piece.shape[0] < 6 or piece.shape[1] < height / 2:
        return None
    grey = np.asarray(piece.max(axis=2), np.float32)
    paper = float(np.percentile(grey, 75))
    darkest = float(grey.min())
    if paper - darkest < _LEAST_CONTRAST:
        return None
    ink = (grey < paper - 0.45 * (paper - darkest)).astype(np.uint8)
    count, _, stats, middles = cv2.connectedComponentsWithStats(ink, connectivity=8)
    bars: list[Box] = []
    for n in range(1, count):
        left, top, width, high, _ = (int(v) for v in stats[n])
        if max(width, high) < _SPECK * height:
            continue
        cut = left == 0 or left + width == piece.shape[1]
        level = abs(float(middles[n][1]) - height / 2) < _LEVEL * height
        slight = _WIDTHS[0] * height < width < _WIDTHS[1] * height and width > _FLATTEST * high
        if top == 0 or top + high == piece.shape[0]:
            continue  # the feet of a neighbour's characters, or a ruling line
        if cut or not level or not slight:
            return None
        bars.append((x0 + left, y0 + top - height * 0.3, x0 + left + width, y0 + top + high + height * 0.3))
    return bars[0] if len(bars) == 1 else None
