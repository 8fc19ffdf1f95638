"""Strips: text joined from runs, each character with its place, in which values are looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ocr.geometry import union
from ocr.layout import Run, same_row
from ocr.types import Box, Char

WRAPPED = "\u200b"
FULLY = 1.2
"""Text heights that a line which wrapped ends before the right edge, at most."""
CUT = 0.3
"""Text heights between two runs of figures that are one number, at most: no printed space is as narrow."""
_FIGURE_AT_END = re.compile(r"[0-9A-Za-z\-/.]$")
_FIGURE_AT_START = re.compile(r"[0-9\-/.]")
_PLACE_AT_END = re.compile(r"[\u4e00-\u9fff][省市县区州盟旗]$")
_ASKS = ("?", "？")
"""What ends an item of a list as no wrapped line does: 性质待定？."""
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
NUMBERED = re.compile(
    r"\s*(?:[（(]?(?:\d{1,2}|[①-⑳])(?:[.、．)）]|(?<=[①-⑳]))|[一二三四五六七八九十]{1,2}[、.．](?!三尖瓣)(?=[\u4e00-\u9fff\dA-Z]{2}))"
)


@dataclass(frozen=True, slots=True)
class Strip:
    """Text joined from one or more runs, each character with its place; lines are parted by ``\\n``."""

    text: str
    chars: tuple[Char, ...]

    def box(self, start: int, end: int) -> Box:
        """The rectangle around ``text[start:end]``."""
        boxes = [c.box for c in self.chars[start:end] if not c.text.isspace()]
        return union(boxes or [c.box for c in self.chars])

    def flat(self) -> Strip:
        """The same text without line breaks: a name or number may run over the end of a line."""
        kept = [i for i, c in enumerate(self.text) if c not in ("\n", WRAPPED)]
        return Strip("".join(self.text[i] for i in kept), tuple(self.chars[i] for i in kept))

    def confidence(self, start: int, end: int) -> float | None:
        """The weakest letter or digit of ``text[start:end]``; the weakest tenth's end for long texts."""
        measured = sorted(
            c.confidence for c in self.chars[start:end] if c.confidence is not None and c.text.isalnum()
        )
        return measured[len(measured) // 10 if len(measured) > 20 else 0] if measured else None


def behind_stroke(strip: Strip, number: int) -> Strip | None:
    """What follows the stroke of that number (1 is the first) in 女/48岁; ``None`` where there is none.

    Where no stroke was printed or read, spaces part the values.
    """
    marks = [i for i, c in enumerate(strip.text) if c in "/／、|｜"]
    marks = marks or [m.start() for m in re.finditer(r"(?<=\S)\s+(?=\S)", strip.text)]
    if len(marks) < number:
        return None
    start = marks[number - 1] + 1
    return Strip(strip.text[start:], strip.chars[start:])


def join_rows(rows: Sequence[Sequence[Run]], edge: float | None = None) -> Strip:
    """Rows of runs as one strip: runs parted by spaces, rows by line breaks.

    A row that ends at ``edge``, how far right lines reach here, goes on in the next: ``WRAPPED`` parts them.
    """
    text: list[str] = []
    chars: list[Char] = []
    for n, row in enumerate(rows):
        for m, run in enumerate(row):
            if n or m:
                wrapped = WRAPPED if _wraps(rows[n - 1], run, edge) else "\n"
                mark = ("" if _is_cut(row[m - 1], run) else " ") if m else wrapped
                text.append(mark)
                chars += [Char(mark, run.chars[0].box)] if mark else []
            text.append(run.text)
            chars.extend(run.chars)
    return Strip("".join(text), tuple(chars))


def _is_cut(left: Run, right: Run) -> bool:
    """Whether two runs are one value that was found in two pieces: 1847|4129, 20|25-06-20, 某某市|人民医院.

    Where the same character ends one and begins the other, it may be one character seen twice.
    """
    gap = right.box[0] - left.box[2]
    figures = _FIGURE_AT_END.search(left.text) and _FIGURE_AT_START.match(right.text)
    figures = figures or (_PLACE_AT_END.search(left.text) and _CHINESE.match(right.text))
    apart = left.text[-1:] != right.text[:1]
    return bool(figures) and apart and gap < CUT * min(left.height, right.height)


def _wraps(row: Sequence[Run], following: Run, edge: float | None) -> bool:
    if edge is None or not row or NUMBERED.match(following.text) or row[-1].text.rstrip()[-1:] in _ASKS:
        return False
    return max(r.box[2] for r in row) > edge - FULLY * following.height


def strip_of(runs: Sequence[Run]) -> Strip:
    """Runs of a page joined line by line, in their order."""
    return join_rows([[r] for r in runs])


def in_rows(runs: Sequence[Run]) -> list[Run]:
    """Runs row by row, left to right, as a sentence over them is read."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: r.box[1]):
        row = next((row for row in rows[-2:] if same_row(row[0], run)), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    return [r for row in rows for r in sorted(row, key=lambda r: r.box[0])]
