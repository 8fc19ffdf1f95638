"""The stretch under a label, where tables put values below their heads, or set in on the next line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ocr.cell_lines import cell_beside, cell_lines
from ocr.continued import Column, Known, lines_below, right_edge
from ocr.geometry import overlap
from ocr.layout import Run, below, right_of, same_row
from ocr.strips import NUMBERED, Strip, join_rows

CLOSE = 2.0
"""Text heights between two runs of one value where no ruling line holds them together."""
ASKEW = 1.5
"""Text heights that a cell may begin left of the one above it, and still be of its column."""
PADDING = 0.5
"""Text heights between a cell's text and its right rule."""

HEAD_ASKEW = 4.0
"""Text heights that a paragraph may begin left or right of its head."""


def joined_lines(rows: Sequence[Sequence[Run]], column: Column, runs: Sequence[Run]) -> Strip:
    """Rows as one strip; in a list, lines that reach the right edge go on in the next."""
    if not column.listed or len(rows) < 2:
        return join_rows(rows)
    first = rows[0][0]
    inside = first.cell_box[2] - PADDING * first.height if first.cell_box is not None else None
    return join_rows(rows, inside or column.bound or right_edge(first, runs))


WIDE = 20.0
"""Text heights from which on a head's cell is a row of its own: 身份证号及住址 centred over both."""


def strips_below(column: Column, runs: Sequence[Run], known: Known, *, long: bool) -> list[Strip]:
    """The run under a label, where tables put values below their heads, or set in on the next line."""
    label = column.label
    run = next(iter(below(runs, label)), None)
    entry = known.get(id(run)) if run is not None else None
    around = (_cell_under, _indented, _in_paragraph) if long else (_cell_under,)
    elsewhere = next((found for look in around if (found := look(column, runs, known))), [])
    if run is not None and _is_headed(run, label, runs, known):
        return []
    if run is None or entry is None or entry.starts_with_label or _is_anothers(run, label):
        return elsewhere
    if column.listed and elsewhere and elsewhere[0].chars[0].box[3] < run.box[1] + 0.5 * run.height:
        return elsewhere  # a line set in, close under the label, comes before the one below it
    centre = (label.box[0] + label.box[2]) / 2
    if (
        overlap(label.box[0], label.box[2], run.box[0], run.box[2])
        > 0.3 * min(label.box[2] - label.box[0], run.box[2] - run.box[0])
        or run.box[0] <= centre <= run.box[2]
    ):
        under = replace(column, label=run, margin=run.box[0], bound=None)
        row = [run, *_rest_of_row(run, column, runs, known)]
        return [joined_lines([row, *(lines_below(row, under, runs, known) if long else [])], under, runs)]
    return elsewhere


def _rest_of_row(run: Run, column: Column, runs: Sequence[Run], known: Known) -> list[Run]:
    """What goes on right of a run that stands under its label, in their cell, or close in no cell.

    Over any gap a numbered item does, where the run opens a list: lists are set in two columns.
    """
    row: list[Run] = []
    items = column.listed and NUMBERED.match(run.text)
    for other in right_of(runs, run) if run.cell == column.label.cell else ():
        gap = other.box[0] - (row or [run])[-1].box[2]
        apart = run.cell is None and gap > CLOSE * run.height and not (items and NUMBERED.match(other.text))
        if apart or other.cell != run.cell or known[id(other)].starts_with_label:
            break
        row.append(other)
    return row


def _is_headed(run: Run, label: Run, runs: Sequence[Run], known: Known) -> bool:
    """Whether a label of its own stands between a label and the paragraph under it, which it heads.

    影像所见：, at the margin under an empty 临床诊断：, begins the findings.
    """
    return run.cell is None and any(
        other.cell is None
        and known[id(other)].starts_with_label
        and other.box[1] > label.box[3]
        and other.box[3] < run.box[1] + run.height / 2
        and other.box[0] < label.box[0] - label.height
        and abs(other.box[0] - run.box[0]) < HEAD_ASKEW * run.height
        and known[id(other)].hits[0].end >= len(other.text.rstrip(" :："))
        for other in runs
        if other is not run
    )


def _is_anothers(run: Run, label: Run) -> bool:
    """Whether a run under a label stands in a cell of another column: the label's own value was left out."""
    own, under = label.cell_box, run.cell_box
    if own is None or under is None or run.cell == label.cell:
        return False
    return under[0] < own[0] - ASKEW * label.height


def _in_paragraph(column: Column, runs: Sequence[Run], known: Known) -> list[Strip]:
    """A list on the lines under a label that ends a sentence, set out at that paragraph's margin."""
    label = column.label
    if column.margin >= label.box[0] - label.height:
        return []
    under = [
        r
        for r in runs
        if label.box[3] - 0.3 * label.height <= r.box[1] <= label.box[3] + 1.6 * label.height
        and column.margin <= r.box[0] <= label.box[0]
        and r.cell == label.cell
    ]
    first = min(under, key=lambda r: r.box[0], default=None)
    if first is None or known[id(first)].starts_with_label:
        return []
    inset = replace(column, label=first, margin=first.box[0], bound=None)
    row = [first, *_rest_of_row(first, column, runs, known)]
    return [joined_lines([row, *lines_below(row, inset, runs, known)], inset, runs)]


def _cell_under(column: Column, runs: Sequence[Run], known: Known) -> list[Strip]:
    """A list in the cell under a head alone in its own, as wide: 西医诊断 centred over what is set left."""
    label, own = column.label, column.label.cell_box
    if (
        own is None
        or not (column.listed or own[2] - own[0] > WIDE * label.height)
        or any(r is not label and r.cell == label.cell for r in runs)
    ):
        return []
    beside = cell_beside(label, runs)
    if beside is not None and not known[id(beside)].starts_with_label:
        return []  # the label of a row, and no head
    found = [
        r
        for r in runs
        if r.cell_box is not None
        and r.cell != label.cell
        and abs(r.cell_box[1] - own[3]) < label.height
        and max(abs(r.cell_box[0] - own[0]), abs(r.cell_box[2] - own[2])) < label.height
    ]
    first = min(found, key=lambda r: (r.box[1], r.box[0]), default=None)
    if first is None or known[id(first)].starts_with_label:
        return []
    inset = replace(column, label=first, margin=first.box[0], bound=None)
    return [joined_lines(cell_lines(first, runs, known), inset, runs)]


def _indented(column: Column, runs: Sequence[Run], known: Known) -> list[Strip]:
    """A value set in under its label on the next line, by its first character where the page is tilted.

    Where that line begins with a label, it holds no value of the one above: 出院诊断 over 中医诊断：….
    """
    label = column.label
    margin = label.box[0] if column.start is None else column.start
    under = [
        r
        for r in runs
        if _begins_under(label, r)
        and margin + label.height <= r.box[0] <= label.box[2] + 6 * label.height
        and r.cell == label.cell
    ]
    first = min(under, key=lambda r: (r.box[1], r.box[0]), default=None)
    if first is None or known[id(first)].starts_with_label or _labelled_between(label, first, runs, known):
        return []
    inset = replace(column, label=first, margin=first.box[0], bound=None)
    row = [first, *_rest_of_row(first, column, runs, known)] if column.listed else [first]
    return [joined_lines([row, *lines_below(row, inset, runs, known)], inset, runs)]


def _begins_under(label: Run, run: Run) -> bool:
    """Whether a line begins right under a label's, by its first character where the page is tilted.

    A line set close reaches over the label's foot: its first character's middle lies below that.
    """
    first = run.chars[0].box
    highest, lowest = label.box[3] - 0.3 * label.height, label.box[3] + 1.6 * label.height
    below = highest <= (first[1] + first[3]) / 2 <= lowest and not same_row(label, run)
    return below or any(highest <= top <= lowest for top in (run.box[1], first[1]))


def _labelled_between(label: Run, first: Run, runs: Sequence[Run], known: Known) -> bool:
    """Whether a line that begins with a label, left of ``first``, stands between it and the label above."""
    return any(
        known[id(r)].starts_with_label
        and r.cell == label.cell
        and label.box[3] - 0.3 * label.height <= r.box[1] < first.box[1] - 0.5 * first.height
        and r.box[0] < first.box[0]
        for r in runs
        if r is not label and id(r) in known
    )
