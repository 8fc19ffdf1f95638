"""Runs: stretches of text that stand together on the page, with their cell and their neighbours.

A line as found may cross ruling lines or hold several columns; a run never does. Runs are what labels
are looked for in, and what values are joined from.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ocr.geometry import overlap, union
from ocr.grid import Grid
from ocr.lost_zeros import with_zeros
from ocr.types import Box, Char, TextLine

WIDE_GAP = 1.8
"""A gap inside a line wider than this many text heights parts two runs."""
GLYPH_WIDE = 4.0
"""Text heights."""
LEAST_STEPS = 3
SPACE = 0.7
"""Room between two characters, in full-width characters, from which on a space stands there, read or not."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line within one cell.

    ``chars`` has one entry a character of ``text``; ``cell`` is the grid's number or ``None``,
    ``cell_box`` the cell's rectangle;
    ``vertical`` is true for stacked writing; ``box`` is the upright rectangle around the characters,
    ``height`` the text height in pixels (width of the column for vertical writing).
    """

    text: str
    chars: tuple[Char, ...]
    cell: int | None
    vertical: bool
    cell_box: Box | None = None
    box: Box = field(init=False, compare=False, repr=False)
    height: float = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # asked for thousands of times a page, so reckoned once
        sizes = [(c.box[2] - c.box[0]) if self.vertical else (c.box[3] - c.box[1]) for c in self.chars]
        object.__setattr__(self, "box", union([c.box for c in self.chars]))
        object.__setattr__(self, "height", median(sizes))

    def part(self, start: int, end: int | None = None) -> Run | None:
        """The characters from ``start`` to ``end``, without outer spaces; ``None`` where nothing is left."""
        end = len(self.text) if end is None else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            return None
        return Run(self.text[start:end], self.chars[start:end], self.cell, self.vertical, self.cell_box)

    @property
    def confidence(self) -> float | None:
        """The weakest character's confidence stands for the run: averages hide the one bad digit."""
        measured = [c.confidence for c in self.chars if c.confidence is not None and c.text.isalnum()]
        return min(measured) if measured else None


def runs_of(lines: Sequence[TextLine], grid: Grid) -> tuple[Run, ...]:
    """Lines cut at ruling lines and wide gaps, top to bottom, left to right."""
    runs = [run for line in lines for run in _cut(line, grid)]
    return tuple(sorted(runs, key=lambda r: (r.box[1], r.box[0])))


def usual_height(lines: Sequence[TextLine]) -> float:
    """The median height of lines in pixels; 20 where there are none."""
    return median([min(x.box[3] - x.box[1], x.box[2] - x.box[0]) for x in lines]) if lines else 20.0


def _cut(line: TextLine, grid: Grid) -> list[Run]:
    chars = line.chars or _spread(line)
    x0, y0, x1, y1 = line.box
    vertical = len(chars) > 1 and (y1 - y0) > 1.6 * (x1 - x0)
    height = min(y1 - y0, x1 - x0) if len(chars) > 1 else y1 - y0
    groups: list[list[Char]] = []
    cells: list[int | None] = []
    previous: Char | None = None
    pitch = 0.0 if vertical else _pitch(chars, height)
    for char in chars:
        cell = grid.cell_at((char.box[0] + char.box[2]) / 2, (char.box[1] + char.box[3]) / 2)
        if cell is not None and _is_glyph_sized(grid.boxes.get(cell), height):
            cell = None
        apart = previous is None or (
            not vertical and not char.text.isspace() and (char.box[0] - previous.box[2] > WIDE_GAP * height)
        )
        crossed = (
            previous is not None
            and cell is not None
            and cells[-1] is not None
            and cell != cells[-1]
            and (vertical or _room_between(previous, char, height))
        )
        if apart or crossed:
            groups.append([])
            cells.append(cell)
        elif cells[-1] is None:
            cells[-1] = cell
        if not apart and not crossed and pitch and _is_spaced(groups[-1][-1], char, pitch):
            groups[-1].append(Char(" ", (groups[-1][-1].box[2], y0, char.box[0], y1)))
        groups[-1].append(char)
        if not char.text.isspace():
            previous = char
    runs = []
    for cut, cell in zip(groups, cells, strict=True):
        group = with_zeros(cut)
        text = "".join(c.text for c in group)
        box = grid.boxes.get(cell) if cell is not None else None
        run = Run(text, tuple(group), cell, vertical, box).part(0)
        if run is not None:
            runs.append(run)
    return runs


def _is_glyph_sized(cell: Box | None, height: float) -> bool:
    """Whether a cell is what light characters leave of a dark band: lower than the line itself, and short."""
    return cell is not None and cell[3] - cell[1] < height and cell[2] - cell[0] < GLYPH_WIDE * height


def _pitch(chars: Sequence[Char], height: float) -> float:
    """The width of a full-width character of this line in pixels: the usual step from one to the next."""
    wide = [_middle(b) - _middle(a) for a, b in pairwise(chars) if _width(a) == _width(b) == 1.0]
    return median(wide) if len(wide) >= LEAST_STEPS else 0.8 * height


def _is_spaced(left: Char, right: Char, pitch: float) -> bool:
    """Whether a space stands between two characters of a line, though the reader gave none."""
    if left.text.isspace() or right.text.isspace():
        return False
    return _middle(right) - _middle(left) > ((_width(left) + _width(right)) / 2 + SPACE) * pitch


def _middle(char: Char) -> float:
    return (char.box[0] + char.box[2]) / 2


def _width(char: Char) -> float:
    """In full-width characters."""
    return 1.0 if unicodedata.east_asian_width(char.text) in "WF" else 0.55


def _room_between(left: Char, right: Char, height: float) -> bool:
    """Whether a ruling line fits between two characters: words in bands and boxes are no cells."""
    usual = (
        sum(height if unicodedata.east_asian_width(c.text) in "WF" else 0.55 * height for c in (left, right))
        / 2
    )
    apart = (right.box[0] + right.box[2] - left.box[0] - left.box[2]) / 2
    return apart > usual + 0.2 * height


def _spread(line: TextLine) -> tuple[Char, ...]:
    """Characters spaced evenly, full-width ones twice as wide, where the reader gave no places."""
    x0, y0, x1, y1 = line.box
    weights = [2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line.text]
    total, at = sum(weights), 0
    chars = []
    for text, weight in zip(line.text, weights, strict=True):
        left = x0 + (x1 - x0) * at / total
        at += weight
        chars.append(Char(text, (left, y0, x0 + (x1 - x0) * at / total, y1), line.confidence))
    return tuple(chars)


def same_row(a: Run, b: Run) -> bool:
    """Whether two runs stand on one row: they share more than half of the smaller height."""
    _, top, _, bottom = a.box
    _, other_top, _, other_bottom = b.box
    # Asked of every pair of runs, thousands of times a page: without a call and without min() and max().
    shared = (bottom if bottom < other_bottom else other_bottom) - (top if top > other_top else other_top)
    return shared > 0.5 * (bottom - top) or shared > 0.5 * (other_bottom - other_top)


def off_its_line(label: Run, runs: Sequence[Run]) -> list[Run]:
    """Runs beside a label as printers set them over a form's own words: part of a line off, over the label's
    second half or right of it by few heights; nearest first."""
    x0, y0, x1, y1 = label.box
    middle = (x0 + x1) / 2
    found = [
        r
        for r in runs
        if r is not label and middle < r.box[0] < x1 + 4 * label.height and r.box[1] < y1 and r.box[3] > y0
    ]
    return sorted(found, key=lambda r: r.box[0])


def right_of(runs: Sequence[Run], start: Run) -> list[Run]:
    """Runs on the same row that begin at or after the right end of ``start``, nearest first."""
    edge = start.box[2] - 0.3 * start.height
    found = [r for r in runs if r is not start and r.box[0] >= edge and same_row(start, r)]
    return sorted(found, key=lambda r: r.box[0])


def below(runs: Sequence[Run], start: Run, *, lines: float = 2.5) -> list[Run]:
    """Runs under ``start`` that share some of its width, nearest first, down to ``lines`` text heights."""
    x0, _, x1, bottom = start.box
    highest, reach = bottom - 0.3 * start.height, bottom + lines * start.height
    found = [
        r
        for r in runs
        if r is not start
        and overlap(x0, x1, r.box[0], r.box[2]) > 0
        and (highest <= r.box[1] <= reach or (r.box[1] < highest <= _top_under(start, r) <= reach))
    ]
    return sorted(found, key=lambda r: (r.box[1], r.box[0]))


def _top_under(start: Run, run: Run) -> float:
    """The top of a run's character next to the middle of ``start``: a tilted line's box is far higher."""
    middle = (start.box[0] + start.box[2]) / 2
    return min(run.chars, key=lambda c: abs((c.box[0] + c.box[2]) / 2 - middle)).box[1]
