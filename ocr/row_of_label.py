"""What stands right of a label on its row: the first line of its value, and where that ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.bare_labels import FARTHEST
from ocr.continued import Column, Known
from ocr.labels import TITLE_WORDS
from ocr.layout import Run, right_of, same_row
from ocr.parse import SURELY_A_NAME
from ocr.strips import NUMBERED
from ocr.values.names import looks_like_name, normalise_name
from ocr.values.text import fold

COLUMN = 3.0
"""Text heights behind a house's number from which on what follows stands in another column of the page."""
_HOUSE_ENDS = re.compile(r"\d\s?[号室户院楼栋幢座层组社队]$")
_PAGE_NUMBER = re.compile(
    r"第\s?\d{1,3}\s?页\s?[/／,，]?\s?(?:共\s?\d{1,3}\s?页)?|\d{1,3}\s?[/／]\s?共?\s?\d{1,3}\s?页"
)


def row_after(start: Run, column: Column, runs: Sequence[Run], known: Known) -> list[Run]:
    """Runs right of ``start`` on its row, up to the next label, a far gap, or a second ruling line.

    A numbered item of a list belongs to it over any gap: lists are set in two columns.
    """
    label = column.label
    row: list[Run] = []
    edge, cell = start.box[2], None
    inside = start is not label
    for run in right_of(runs, start):
        if known[id(run)].starts_with_label or (
            column.listed and (row or inside) and fold(run.text) in TITLE_WORDS
        ):
            break
        crossing = bool(row) and run.cell != row[-1].cell
        far = (run.cell is None or crossing) and run.box[0] - edge > FARTHEST * max(label.height, 1.0)
        item = column.listed and row and NUMBERED.match(run.text)
        last = row[-1] if row else start
        row_gap = run.box[0] - edge
        if _PAGE_NUMBER.fullmatch(run.text.strip()):
            break
        if run.vertical and not label.vertical and row_gap > FARTHEST * max(label.height, 1.0):
            break  # the edge of another sheet
        if row_gap > COLUMN * max(label.height, 1.0) and _ends_a_home(last, column):
            break
        if far and not item and not (start is label and _are_alone(label, run, runs)):
            break
        if row_gap > COLUMN * max(label.height, 1.0) and _stands_behind_another(run, last, runs):
            break
        if run.cell is not None and run.cell != label.cell:
            if inside or cell not in (None, run.cell):
                break
            cell = run.cell
        part, ended = known[id(run)].before_labels()
        row.append(part)
        if ended:
            break
        edge = run.box[2]
    return _as_lines(row)


def _stands_behind_another(run: Run, last: Run, runs: Sequence[Run]) -> bool:
    """Whether a run far off belongs to a label right before it on a row that is not quite this one.

    送检医生:张三            检验者：李四, the second signed lower than its label.
    """
    return any(
        r.box[0] > last.box[2]
        and r.box[2] <= run.box[0] + 0.5 * run.height
        and run.box[0] - r.box[2] < COLUMN * run.height
        and r.text.rstrip().endswith((":", "："))
        and same_row(r, run)
        for r in runs
        if r is not run
    )


def _as_lines(row: list[Run]) -> list[Run]:
    """The lines of a value that its label is set beside the middle of, the upper one first."""
    two = len(row) == 2 and row[1].box[0] < row[0].box[2] - 0.5 * row[0].height
    return sorted(row, key=lambda r: r.box[1]) if two else row


def _ends_a_home(last: Run, column: Column) -> bool:
    """Whether an address ends with its house's number, on a page whose columns no rules part."""
    return (
        last is not column.label
        and not column.listed
        and last.cell is None
        and bool(_HOUSE_ENDS.search(last.text))
    )


def _are_alone(label: Run, value: Run, runs: Sequence[Run]) -> bool:
    """Whether nothing but the two stands on their row, as on screens: the value set to the right edge."""
    return not any(r is not value and same_row(r, label) for r in runs)


def is_whole_name(row: Sequence[Run]) -> bool:
    """Whether a row begins with a name by itself and goes on far behind it."""
    if len(row) < 2 or row[1].box[0] - row[0].box[2] < COLUMN * row[0].height:
        return False
    name = normalise_name(row[0].text)
    return name is not None and looks_like_name(name) >= SURELY_A_NAME
