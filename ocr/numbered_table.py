"""A bare head with a ruled table under it, a number and a diagnosis a row.

出院诊断 over | 1 | 冠心病 | and | 2 | 高血压病2级 |: the number's cell holds no value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ocr.diagnoses import parse_diagnoses
from ocr.layout import Run, same_row
from ocr.parsed import Parsed
from ocr.slots import Slot

_ASKS = frozenset({"discharge_diagnosis", "diagnosis"})
NEAR = 2.5
"""Text heights from the head to the first row, and from one row to the next, at most."""


def read_numbered_table(slots: Sequence[Slot], runs: Sequence[Run]) -> list[tuple[Run, Parsed]]:
    """Each diagnosis of such a table with its run, counted from 1 on without a gap."""
    for slot in slots:
        if slot.concept in _ASKS and (rows := list(_rows(slot.label, runs))):
            return [(run, parsed) for run in rows for parsed in parse_diagnoses(run.text)]
    return []


def _rows(head: Run, runs: Sequence[Run]) -> Iterator[Run]:
    last = head
    for number in range(1, 30):
        counted = next(
            (r for r in runs if r.text.strip(" .、") == str(number) and _is_right_under(r, last)), None
        )
        beside = [r for r in runs if counted and r is not counted and same_row(r, counted)]
        if (
            counted is None
            or counted.cell is None
            or len(beside) != 1
            or beside[0].cell in (None, counted.cell)
        ):
            return
        yield beside[0]
        last = counted


def _is_right_under(run: Run, last: Run) -> bool:
    gap = run.box[1] - last.box[3]
    return -0.3 * last.height < gap < NEAR * last.height and abs(run.box[0] - last.box[0]) < 2 * last.height
