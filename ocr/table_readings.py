"""The best of several readings of a table: by the lines of the page or by its own, by its heads or its cells.

No one way suits every photo. What rows should look like tells which one does: a result that is one, a unit
that laboratories print, a range. The first way, by the page's lines and the table's heads, is left only for
one that reads clearly more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ocr.mixed_rows import are_sound
from ocr.table_blocks import Placed, read_blocks
from ocr.table_borders import fitted
from ocr.table_heads import Block, Head, Token, blocks_of, tables_of
from ocr.table_layouts import laid_out
from ocr.table_lines import own_lines
from ocr.table_upright import lean_of
from ocr.values.quantities import is_unit, parse_reference

CLEARLY = 1.04
"""So many times the worth of the first reading another must have, and a row's worth more."""
_RESULT = re.compile(
    r"[<>≤≥=]{0,2}\s?-?\d+(?:\.\d+)?(?:[-~]\d+(?:\.\d+)?)?|\d?\+{1,4}\d?|[-±]|.*[阴阳]性.*|未见\S*|未检出|正常\S*|1:\d+.*|NORMAL|NEG\.?",
    re.IGNORECASE,
)
_RANGE_WORD = re.compile(
    r".*[阴阳].*|[-+±]+|未见.*|正常|[黄清]|neg.*|norm.*|[男女].*|.*[:：].*", re.IGNORECASE
)


def best_reading(
    rows: Sequence[Sequence[Token]], heads: Sequence[Head], right: float, *, flagged: bool
) -> list[Placed]:
    """The rows of tables below their ``heads``, each read the best way; ``right``: their edge."""
    blocks = blocks_of(heads, right)
    best = read_blocks([rows] * len(blocks), fitted(blocks, rows), flagged=flagged)
    most = [worth([f for f in best if f[0] == n]) * CLEARLY + 1.0 for n in range(len(blocks))]
    for found in _other_readings(rows, heads, blocks, flagged=flagged):
        for n in range(len(blocks)):
            own = [f for f in found if f[0] == n]
            if (value := worth(own)) > most[n]:
                best, most[n] = [f for f in best if f[0] != n] + own, value
    return best


def worth(found: Sequence[Placed]) -> float:
    """How much of what was read looks like rows of tests; those that mix columns are worth nothing."""
    sound = are_sound([row.values for _, _, row in found], [n for n, _, _ in found])
    return sum(_worth(row.values) for (_, _, row), ok in zip(found, sound, strict=True) if ok)


def _worth(values: Mapping[str, str | None]) -> float:
    unit, reference = values["unit"], values["reference"]
    total = 1.0 if _RESULT.fullmatch(values["result"] or "") else 0.2
    if unit:
        total += 0.5 if is_unit(unit) else -0.5
    if reference:
        span = parse_reference(reference)
        told = span is not None and (span.low is not None or span.high is not None)
        total += 0.5 if told or _RANGE_WORD.fullmatch(reference) else -0.3
    return total


def _other_readings(
    rows: Sequence[Sequence[Token]], heads: Sequence[Head], blocks: Sequence[Block], *, flagged: bool
) -> Iterator[list[Placed]]:
    """The rows as read by each table's own lines, by columns as the cells stand, and by those set upright."""
    lean = lean_of(rows, max(h.box[3] for h in heads))
    for aslant in (None,) if lean is None else (None, lean):
        cells = rows if aslant is None else [[aslant.upright(t) for t in row] for row in rows]
        headed = fitted(blocks, cells)
        for columns in (headed, laid_out(tables_of(heads), cells)):
            if not columns:
                continue
            for lines in ([cells] * len(columns), [_lines(cells, b) for b in columns]):
                found = read_blocks(lines, columns, flagged=flagged)
                yield (
                    found
                    if aslant is None
                    else [(n, at, replace(row, box=aslant.back(row.box))) for n, at, row in found]
                )


def _lines(rows: Sequence[Sequence[Token]], block: Block) -> list[list[Token]]:
    """The lines of one table's cells."""
    left, right = block[0].left, block[-1].right
    return own_lines([t for row in rows for t in row if left <= (t.box[0] + t.box[2]) / 2 < right])
