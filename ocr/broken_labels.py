"""Labels found in pieces, put together: broken over two lines of a cell, or set wide as single characters."""

from __future__ import annotations

from collections.abc import Sequence

from ocr.label_words import VOCABULARY
from ocr.labels import find_labels
from ocr.layout import Run, right_of
from ocr.values.text import fold


def whole_labels(runs: Sequence[Run]) -> list[Run]:
    """The page's runs with the pieces of labels joined."""
    return _join_stacked_labels(_join_spaced_labels(runs))


def _join_stacked_labels(runs: Sequence[Run]) -> list[Run]:
    """A label broken over two lines of its cell (选定定点医疗机 / 构), as one run."""
    cells: dict[int, list[Run]] = {}
    for run in runs:
        if run.cell is not None and not run.vertical:
            cells.setdefault(run.cell, []).append(run)
    merged: dict[int, Run] = {}
    dropped: set[int] = set()
    for cell, parts in cells.items():
        text = "".join(p.text for p in parts)
        if 2 <= len(parts) <= 3 and len(text) <= 14 and fold(text).strip(":") in VOCABULARY:
            chars = tuple(c for p in parts for c in p.chars)
            merged[id(parts[0])] = Run(text, chars, cell, vertical=False, cell_box=parts[0].cell_box)
            dropped |= {id(p) for p in parts[1:]}
    return [merged.get(id(r), r) for r in runs if id(r) not in dropped]


def _join_spaced_labels(runs: Sequence[Run]) -> list[Run]:
    """Rejoin labels set wide (姓    名) that were found as two single characters on a row."""
    out: list[Run] = []
    used: set[int] = set()
    for run in runs:
        if id(run) in used:
            continue
        second = _second_half(run, runs)
        if second is None:
            out.append(run)
            continue
        used.add(id(second))
        chars = run.chars + second.chars
        out.append(Run(run.text + second.text, chars, run.cell, vertical=False, cell_box=run.cell_box))
    return out


def _second_half(run: Run, runs: Sequence[Run]) -> Run | None:
    """The run that completes a label begun by a single character."""
    if len(run.text) != 1 or run.vertical:
        return None
    for other in right_of(runs, run)[:1]:
        near = other.box[0] - run.box[2] < 5 * run.height and run.cell == other.cell
        hits = find_labels(run.text + other.text) if near else []
        if hits and hits[0].start == 0:
            return other
    return None
