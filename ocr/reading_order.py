"""The text of a page in the order it is read: row by row, also where a photo leans a little."""

from __future__ import annotations

from collections.abc import Sequence

from ocr.layout import Run, same_row
from ocr.strips import Strip, join_rows


def rows_of(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs by rows, top to bottom, each left to right."""
    rows: list[list[Run]] = []
    for run in sorted((r for r in runs if not r.vertical), key=lambda r: (r.box[1] + r.box[3]) / 2):
        if rows and same_row(rows[-1][-1], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=lambda r: r.box[0])
    return rows


def flat_text(runs: Sequence[Run]) -> Strip:
    """All runs as one strip without line breaks; runs of one row are parted by a space."""
    return join_rows(rows_of(runs)).flat()
