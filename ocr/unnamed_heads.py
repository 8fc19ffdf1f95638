"""Heads of tables that say less than most: no head over the names, or the unit of all results in brackets.

Lung function is printed with heads over its numbers alone (预计值 实测值 实/预%), the names and units before
them bare; counts of cells name their unit once (骨髓(%)).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ocr.geometry import union
from ocr.layout import Run, same_row
from ocr.table_heads import Head, Token, columns_of
from ocr.table_rows import TestRow
from ocr.values.quantities import is_unit, normalise_unit, parse_result
from ocr.values.text import fold

LEAST_ROWS = 4
"""So many rows with a name before the first head make the names' column."""
LEAST_HEADS = 3
ASKEW, ROWS_APART = 3.0, 2.0
"""Text heights that a name may begin left or right of the others, and stand below the row before."""
_LETTERS = re.compile(r"[A-Za-z\u4e00-\u9fff]{2}")
_NOTE = re.compile(r"[(\[](?P<unit>[^()\[\]]{1,10})[)\]]$")


def heads_without_name(rows: Sequence[Sequence[Token]], at: int) -> tuple[tuple[Head, ...], int]:
    """The heads of row ``at`` with a column of names before them, and one of units; none where it is no head.

    Every text of the row must be a head, results and ranges among them, and the names stand below. The
    number is that of the rows that belong to the table.
    """
    row = rows[at]
    columns = [columns_of(t.text) for t in row]
    if len(row) < LEAST_HEADS or not all(columns):
        return (), 0
    found = [Head(c, t.box) for t, own in zip(row, columns, strict=True) for c in own[:1]]
    kinds = {h.column for h in found}
    if "name" in kinds or not kinds >= {"result", "reference"}:
        return (), 0
    names: list[Token] = []
    units: list[Token] = []
    named = 0
    for below in rows[at + 1 :]:
        left = [t for t in below if t.box[2] < found[0].box[0]]
        own = [t for t in left[:1] if _LETTERS.search(t.text) and not any("[" in x.text for x in left)]
        if not own or len(below) <= len(left) or (names and not _is_under(own[0], names, rows[at + named])):
            break
        named += 1
        units += [t for t in left[1:] if is_unit(t.text)]
        names += [t for t in left if not is_unit(t.text) or t is left[0]]
    if named < LEAST_ROWS:
        return (), 0
    before = [Head("name", union([t.box for t in names]))]
    before += [Head("unit", union([t.box for t in units]))] if len(units) >= LEAST_ROWS else []
    return (*before, *found), named


def _is_under(name: Token, names: Sequence[Token], above: Sequence[Token]) -> bool:
    """Whether a name stands in the column of the names above it, and not far below the last row."""
    height = name.box[3] - name.box[1]
    aligned = abs(name.box[0] - min(t.box[0] for t in names)) < ASKEW * height
    return aligned and name.box[1] - max(t.box[3] for t in above) < ROWS_APART * height


def unit_in_head(row: Sequence[Token]) -> str | None:
    """The unit that the heads of results carry in brackets; ``None`` where they have none, or several.

    Susceptibility is measured as its head says and told without.
    """
    if any("verdict" in columns_of(t.text) for t in row):
        return None
    units = {
        normalise_unit(note["unit"])
        for t in row
        if columns_of(t.text) == ("result",)
        and (note := _NOTE.search(fold(t.text)))
        and is_unit(note["unit"])
    }
    return units.pop() if len(units) == 1 else None


def with_unit(row: TestRow, unit: str | None) -> TestRow:
    """A row of numbers with the unit of its column's head, where it has none of its own."""
    values: Mapping[str, str | None] = row.values
    number = parse_result(values["result"] or "")
    if unit is None or values["unit"] or number is None or number.value is None:
        return row
    return replace(row, values={**values, "unit": unit})


def heads_of_tests(runs: Sequence[Run]) -> frozenset[int]:
    """The runs (by identity) on the rows of heads of a report's tables: none of them is a label's value."""
    told = [(r, {c for word in r.text.split() for c in columns_of(word)}) for r in runs if not r.vertical]
    heads = [(r, columns) for r, columns in told if columns]
    found: set[int] = set()
    for run, own in heads:
        if own & {"result", "verdict"}:
            row = set().union(*(columns for r, columns in heads if same_row(r, run)))
            if len(row - {"other"}) >= LEAST_HEADS:
                found |= {id(r) for r in runs if same_row(r, run)}
    return frozenset(found)
