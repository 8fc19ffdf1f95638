"""Strips: text joined from runs, each character with its place, in which values are looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ocr.geometry import union
from ocr.layout import Run
from ocr.types import Box, Char


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
        kept = [i for i, c in enumerate(self.text) if c != "\n"]
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
    marks = [i for i, c in enumerate(strip.text) if c in "/／、"]
    marks = marks or [m.start() for m in re.finditer(r"(?<=\S)\s+(?=\S)", strip.text)]
    if len(marks) < number:
        return None
    start = marks[number - 1] + 1
    return Strip(strip.text[start:], strip.chars[start:])


def join_rows(rows: Sequence[Sequence[Run]]) -> Strip:
    """Rows of runs as one strip: runs parted by spaces, rows by line breaks."""
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
    return join_rows([[r] for r in runs])
