"""Slots: each printed label with the stretch of the page in which its value may stand.

For one label the value may stand behind it, in the next cell, further right on the row, or below. Each
possible stretch is a ``Strip``; the value's parser takes the first in which it finds what it asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ocr.geometry import overlap, union
from ocr.labels import STOP, Hit, find_labels
from ocr.layout import Run, below, right_of, same_row
from ocr.types import Box, Char

FARTHEST = 14.0
"""Text heights that a value may stand right of its label where no ruling line bounds it."""
LONG_VALUES = frozenset(
    "address diagnosis discharge_diagnosis admission_diagnosis finding pathology disease category hospital".split()
)
"""Concepts whose value may run over several lines."""
MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Strip:
    """Text joined from one or more runs, each character with its place; lines are parted by ``\\n``."""

    text: str
    chars: tuple[Char, ...]

    def box(self, start: int, end: int) -> Box:
        """The rectangle around ``text[start:end]``."""
        boxes = [c.box for c in self.chars[start:end] if not c.text.isspace()]
        return union(boxes or [c.box for c in self.chars])

    def confidence(self, start: int, end: int) -> float | None:
        """The weakest character of ``text[start:end]``; the weakest tenth's end for long texts."""
        measured = sorted(
            c.confidence for c in self.chars[start:end] if c.confidence is not None and not c.text.isspace()
        )
        return measured[len(measured) // 10 if len(measured) > 20 else 0] if measured else None


@dataclass(frozen=True, slots=True)
class Slot:
    """A label and, in order of likelihood, where its value may stand."""

    concept: str
    word: str
    label: Run
    strips: tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A run with the labels found in it."""

    run: Run
    hits: tuple[Hit, ...]

    @property
    def starts_with_label(self) -> bool:
        return bool(self.hits) and self.hits[0].start == 0


def find_slots(runs: Sequence[Run], glued: frozenset[str] = frozenset()) -> tuple[Slot, ...]:
    """Every label on the page with its possible values, top to bottom."""
    joined = _join_spaced_labels(runs)
    labelled = [_Labelled(r, tuple(find_labels(r.text, glued=glued))) for r in joined]
    known = {id(x.run): x for x in labelled}
    slots = []
    for entry in labelled:
        for n, hit in enumerate(entry.hits):
            if hit.concept == STOP:
                continue
            last = n + 1 == len(entry.hits)
            stop = len(entry.run.text) if last else entry.hits[n + 1].start
            label = entry.run.part(hit.start, hit.end)
            inline = entry.run.part(hit.end, stop)
            if label is None:
                continue
            strips = _strips(hit, label, inline, last, joined, known)
            slots.append(Slot(hit.concept, hit.word, label, strips))
    return tuple(slots)


def _join_spaced_labels(runs: Sequence[Run]) -> list[Run]:
    """Rejoin labels set wide (姓    名) that were found as two single characters on a row."""
    out: list[Run] = []
    used: set[int] = set()
    for run in runs:
        if id(run) in used:
            continue
        if len(run.text) == 1 and not run.vertical:
            for other in right_of(runs, run)[:1]:
                gap = other.box[0] - run.box[2]
                head = find_labels(run.text + other.text)
                if gap < 5 * run.height and run.cell == other.cell and head and head[0].start == 0:
                    used.add(id(other))
                    run = Run(run.text + other.text, run.chars + other.chars, run.cell, vertical=False)
        out.append(run)
    return out


def _strips(
    hit: Hit,
    label: Run,
    inline: Run | None,
    last: bool,
    runs: Sequence[Run],
    known: dict[int, _Labelled],
) -> tuple[Strip, ...]:
    long = hit.concept in LONG_VALUES
    strips: list[Strip] = []
    if inline is not None:
        row = [inline, *(_row_after(inline, label, runs, known) if last else [])]
        rest = _continued(row, label, runs, known) if long and last else []
        strips += [_join([row, *rest]), _join([[inline]])]
    elif last:
        row = _row_after(label, label, runs, known)
        if row and row[0].cell is not None and row[0].cell != label.cell:
            strips.append(_join(_cell_lines(row[0].cell, runs)))
        if row:
            rest = _continued(row, label, runs, known) if long else []
            strips.append(_join([row, *rest]))
        strips += _below_label(label, runs, known, long=long)
    return tuple(strips)


def _row_after(start: Run, label: Run, runs: Sequence[Run], known: dict[int, _Labelled]) -> list[Run]:
    """Runs right of ``start`` on its row, up to the next label, a far gap, or a second ruling line."""
    row: list[Run] = []
    edge, cell = start.box[2], None
    inside = start is not label
    for run in right_of(runs, start):
        if known[id(run)].starts_with_label:
            break
        if run.cell is None and run.box[0] - edge > FARTHEST * max(label.height, 1.0):
            break
        if run.cell is not None and run.cell != label.cell:
            if inside or cell not in (None, run.cell):
                break
            cell = run.cell
        row.append(run)
        edge = run.box[2]
    return row


def _cell_lines(cell: int, runs: Sequence[Run]) -> list[list[Run]]:
    """All text of a cell, row by row."""
    rows: list[list[Run]] = []
    for run in sorted((r for r in runs if r.cell == cell), key=lambda r: r.box[1]):
        if rows and same_row(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=lambda r: r.box[0])
    return rows


def _continued(
    row: Sequence[Run], label: Run, runs: Sequence[Run], known: dict[int, _Labelled]
) -> list[list[Run]]:
    """Further lines of a long value: under it, close, in the same cell, not beginning with a label."""
    lines: list[list[Run]] = []
    first, previous = row[0], row
    left = min(label.box[0], first.box[0]) - 1.5 * label.height
    for _ in range(MOST_LINES):
        bottom = max(r.box[3] for r in previous)
        height = max(r.height for r in previous)
        under = [
            r
            for r in runs
            if bottom - 0.5 * height <= r.box[1] <= bottom + 1.3 * height
            and r.box[0] >= left
            and r not in previous
            and (r.box[1] + r.box[3]) / 2 > bottom
            and (first.cell is None or r.cell == first.cell)
        ]
        if not under:
            break
        top = min(under, key=lambda r: r.box[1])
        next_row = sorted((r for r in under if same_row(top, r)), key=lambda r: r.box[0])
        if known[id(next_row[0])].starts_with_label or next_row[0].box[0] > first.box[0] + 12 * height:
            break
        kept: list[Run] = []
        for run in next_row:
            if known[id(run)].starts_with_label:
                break
            kept.append(run)
        lines.append(kept)
        previous = kept
    return lines


def _below_label(label: Run, runs: Sequence[Run], known: dict[int, _Labelled], *, long: bool) -> list[Strip]:
    """The run under a label, where tables put values below their heads."""
    for run in below(runs, label):
        entry = known.get(id(run))
        if entry is None or entry.starts_with_label:
            return []
        centre = (label.box[0] + label.box[2]) / 2
        if (
            overlap(label.box[0], label.box[2], run.box[0], run.box[2])
            > 0.3 * min(label.box[2] - label.box[0], run.box[2] - run.box[0])
            or run.box[0] <= centre <= run.box[2]
        ):
            rest = _continued([run], run, runs, known) if long else []
            return [_join([[run], *rest])]
        return []
    return []


def _join(rows: Sequence[Sequence[Run]]) -> Strip:
    text: list[str] = []
    chars: list[Char] = []
    for n, row in enumerate(rows):
        for m, run in enumerate(row):
            if n or m:
                mark = " " if m else "\n"
                text.append(mark)
                chars.append(Char(mark, run.chars[0].box))
            text.append(run.text)
            chars.extend(run.chars)
    return Strip("".join(text), tuple(chars))


def strip_of(runs: Sequence[Run]) -> Strip:
    """Runs of a page joined line by line, in their order."""
    return _join([[r] for r in runs])
