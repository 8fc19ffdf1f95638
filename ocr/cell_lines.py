"""What stands in the cell beside a label, up to the next label."""

from __future__ import annotations

from collections.abc import Sequence

from ocr.continued import Known
from ocr.geometry import overlap
from ocr.layout import Run, same_row
from ocr.types import Box


def cell_beside(label: Run, runs: Sequence[Run]) -> Run | None:
    """The first run of the cell right of the label's, where the label fills its own cell."""
    own = label.cell_box
    if own is None:
        return None
    if any(r.cell == label.cell and len(r.text) > 1 for r in runs):
        return _level_cell(label, own, runs)
    reach = own[2] + 1.2 * label.height
    found = [
        r
        for r in runs
        if r.cell_box is not None
        and r.cell != label.cell
        and own[2] - 0.5 * label.height <= r.cell_box[0] <= reach
        and overlap(own[1], own[3], r.cell_box[1], r.cell_box[3])
        > 0.6 * min(own[3] - own[1], r.cell_box[3] - r.cell_box[1])
    ]
    return min(found, key=lambda r: (r.box[1], r.box[0]), default=None)


def _level_cell(label: Run, own: Box, runs: Sequence[Run]) -> Run | None:
    """The first run of the cell right of a column of labels whose rules were not found, level with it.

    Such a cell is lower than the column, and nothing is level with the label by itself.
    """
    middle = (label.box[1] + label.box[3]) / 2
    found = [
        r
        for r in runs
        if r.cell_box is not None
        and r.cell != label.cell
        and own[2] - 0.5 * label.height <= r.cell_box[0] <= own[2] + 1.2 * label.height
        and r.cell_box[1] < middle < r.cell_box[3]
        and r.cell_box[3] - r.cell_box[1] < 0.8 * (own[3] - own[1])
    ]
    if any(same_row(label, r) for r in found):
        return None
    return min(found, key=lambda r: (r.box[1], r.box[0]), default=None)


def cell_lines(first: Run, runs: Sequence[Run], known: Known) -> list[list[Run]]:
    """The text of a cell from its beginning up to the next label, row by row."""
    rows: list[list[Run]] = []
    for run in sorted((r for r in runs if r.cell == first.cell), key=lambda r: r.box[1]):
        if rows and same_row(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    kept: list[list[Run]] = []
    for row in rows:
        row.sort(key=lambda r: r.box[0])
        head, ended = _up_to_label(row, known)
        if head:
            kept.append(head)
        if ended and any(first is r or first.box[1] <= r.box[1] for r in row):
            break
    return kept or [[first]]


def _up_to_label(row: Sequence[Run], known: Known) -> tuple[list[Run], bool]:
    """The runs of a row before its first label, and whether there is one."""
    head: list[Run] = []
    for run in row:
        if known[id(run)].starts_with_label:
            return head, True
        part, ended = known[id(run)].before_labels()
        head.append(part)
        if ended:
            return head, True
    return head, False
