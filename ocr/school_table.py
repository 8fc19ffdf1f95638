"""Tables of diagnoses with a row for each school and a column for admission and discharge.

| 入院诊断 | 出院诊断 over 中医 | … | … and 西医 | … | …: what stands in the column of 出院诊断, row by row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.diagnoses import parse_diagnoses
from ocr.layout import Run, same_row
from ocr.parsed import Parsed
from ocr.strips import NUMBERED, join_rows
from ocr.values.text import fold

_ON_LEAVING = re.compile(r"出院(?:时)?(?:诊断|病名)")
_ON_ARRIVAL = re.compile(r"入院(?:时)?(?:诊断|病名)")
_SCHOOL = re.compile(r"[中西]医(?:诊断|病名)?(?:\([病证]名?\))?")


def read_school_table(runs: Sequence[Run]) -> list[tuple[Run, Parsed]]:
    """Each diagnosis on discharge of such a table with its run, top to bottom."""
    for head in (r for r in runs if _ON_LEAVING.fullmatch(fold(r.text))):
        other = next((r for r in runs if same_row(r, head) and _ON_ARRIVAL.fullmatch(fold(r.text))), None)
        schools = [
            r
            for r in runs
            if other
            and _SCHOOL.fullmatch(fold(r.text))
            and r.box[1] > head.box[3]
            and r.box[2] <= min(head.box[0], other.box[0])
            and r.cell_box is not None
        ]
        if other and schools:
            return [pair for school in schools for pair in _diagnoses(_crossing(school, head, other, runs))]
    return []


def _crossing(school: Run, head: Run, other: Run, runs: Sequence[Run]) -> list[Run]:
    """The runs on a school's row and in the column of a head, top to bottom."""
    row = school.cell_box or school.box
    left, right = _column(head, other)
    return sorted(
        (
            r
            for r in runs
            if left <= (r.box[0] + r.box[2]) / 2 < right and row[1] <= (r.box[1] + r.box[3]) / 2 < row[3]
        ),
        key=lambda r: r.box[1],
    )


def _column(head: Run, other: Run) -> tuple[float, float]:
    if head.cell_box is not None:
        return head.cell_box[0], head.cell_box[2]
    middle = (head.box[0] + head.box[2] + other.box[0] + other.box[2]) / 4
    return (middle, float("inf")) if head.box[0] > other.box[0] else (0.0, middle)


def _diagnoses(runs: Sequence[Run]) -> list[tuple[Run, Parsed]]:
    """The cell's diagnoses: a numbered line opens one, further lines go on with it; else one a line."""
    if not any(NUMBERED.match(r.text) for r in runs):
        return [(r, p) for r in runs for p in parse_diagnoses(r.text)]
    items: list[list[Run]] = []
    for run in runs:
        if items and not NUMBERED.match(run.text):
            items[-1].append(run)
        else:
            items.append([run])
    found = []
    for item in items:
        chars = tuple(c for c in join_rows([item]).chars if not c.text.isspace())
        whole = Run("".join(c.text for c in chars), chars, item[0].cell, vertical=False)
        found += [(whole, p) for p in parse_diagnoses(whole.text)]
    return found
