"""Setting of type: rows of labels and values, paragraphs, ruled tables, title blocks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from samples import fonts
from samples.chart import Item
from samples.paper import Paper, Sheet


@dataclass(frozen=True, slots=True)
class Style:
    """How a house prints: face and size of text, what stands after a label, what under a value."""

    face: str = "song"
    size: float = 10.5
    colon: str = "："
    spread: bool = False
    underline: bool = False
    label_face: str = ""
    bold_labels: bool = False

    def label(self, text: str) -> str:
        """``姓名`` as this house prints it: ``姓名：``, ``姓  名：``, ``姓名`` …"""
        if self.spread and len(text) == 2:
            text = f"{text[0]}  {text[1]}"
        return text + self.colon


def put(paper: Paper, sheet: Sheet, x: float, y: float, item: Item, style: Style, room: float = 0) -> float:
    """Set one label and its value, and write the value down; ``room`` is the underline's length."""
    label, printed, field, value = item
    end = sheet.text(
        x, y, style.label(label), style.size, style.label_face or style.face, bold=style.bold_labels
    )
    start = end + (2 if style.colon else style.size * 0.6)
    end = sheet.text(start, y, printed, style.size, style.face)
    if style.underline:
        rule = max(end, start + room)
        sheet.line(start - 1, y + style.size * 1.18, rule, y + style.size * 1.18, 0.5)
        end = rule
    paper.says(field, value)
    return end


def row(
    paper: Paper,
    sheet: Sheet,
    y: float,
    items: Sequence[Item],
    xs: Sequence[float],
    style: Style,
    room: float = 0,
) -> None:
    """Several labels and values on one line, each starting at its ``x``."""
    for item, x in zip(items, xs, strict=True):
        put(paper, sheet, x, y, item, style, room)


def wrap(text: str, face: str, size: float, room: float, indent: float = 0) -> list[str]:
    """``text`` broken into lines no longer than ``room`` points (the first shorter by ``indent``)."""
    lines, line, used = [], "", indent
    for char in text:
        if char == "\n":
            lines.append(line)
            line, used = "", 0.0
            continue
        wide = fonts.width(face, char, size)
        if used + wide > room and char not in "，。；：、）":
            lines.append(line)
            line, used = "", 0.0
        line += char
        used += wide
    return [*lines, line]


def paragraph(
    sheet: Sheet,
    x: float,
    y: float,
    text: str,
    room: float,
    style: Style,
    *,
    indent: float = 0,
    lead: float = 1.6,
) -> float:
    """Running text; returns the y below it."""
    for i, line in enumerate(wrap(text, style.face, style.size, room, indent)):
        sheet.text(x + (indent if i == 0 else 0), y, line, style.size, style.face)
        y += style.size * lead
    return y


def section(
    sheet: Sheet, x: float, y: float, label: str, text: str, room: float, style: Style, lead: float = 1.6
) -> float:
    """A bold label and running text after it on the same line; returns the y below."""
    end = sheet.text(x, y, label + style.colon, style.size, style.label_face or style.face, bold=True)
    return paragraph(sheet, x, y, text, room, style, indent=end - x + 3, lead=lead)


def say_diagnoses(paper: Paper, names: Iterable[str]) -> None:
    for name in names:
        paper.says("diagnosis", name)


def numbered(names: Sequence[str], mark: str = "{n}.") -> list[str]:
    """``1.… 2.…``, or the bare name when there is but one."""
    if len(names) == 1:
        return [names[0]]
    return [mark.format(n=i) + name for i, name in enumerate(names, 1)]


@dataclass(slots=True)
class Grid:
    """A ruled table: column edges, and a running y."""

    paper: Paper
    sheet: Sheet
    xs: Sequence[float]
    y: float
    style: Style
    rule: float = 0.7

    def cells(self, height: float, parts: Sequence[tuple[int, Any]], align: str = "") -> None:
        """One row of cells: (columns spanned, text or item); ``align`` gives ``l`` or ``c`` a part.

        An ``Item`` sets only its printed value (its label has a cell of its own) and writes it down.
        """
        column = 0
        for i, (span, content) in enumerate(parts):
            x0, x1 = self.xs[column], self.xs[column + span]
            self.sheet.box(x0, self.y, x1, self.y + height, width=self.rule)
            text = content
            if isinstance(content, tuple):
                _, text, field, value = content
                self.paper.says(field, value)
            self._fill(str(text or ""), x0, x1, height, align[i] if align else "c")
            column += span
        self.y += height

    def pairs(self, height: float, *parts: tuple[str, Item, int], first: int = 1) -> None:
        """One row of labels, each with its value in the next cell: (label, item, columns of the value).

        ``first`` is the number of columns the first label spans.
        """
        cells: list[tuple[int, Any]] = []
        for n, (label, item, span) in enumerate(parts):
            cells += [(1 if n else first, label), (span, item)]
        self.cells(height, cells)

    def _fill(self, text: str, x0: float, x1: float, height: float, how: str) -> None:
        size = self.style.size
        lines = wrap(text, self.style.face, size, x1 - x0 - 6)
        top = self.y + (height - len(lines) * size * 1.3) / 2 + size * 0.12
        for line in lines:
            at = (x0 + x1) / 2 if how == "c" else x0 + 4
            self.sheet.text(at, top, line, size, self.style.face, anchor=how)
            top += size * 1.3

    def tall(self, height: float, label: str, column: int = 1) -> tuple[float, float, float]:
        """A block with a vertical label in its first ``column`` columns; returns x, y, right edge."""
        x0, x1, right = self.xs[0], self.xs[column], self.xs[-1]
        self.sheet.box(x0, self.y, x1, self.y + height, width=self.rule)
        self.sheet.box(x1, self.y, right, self.y + height, width=self.rule)
        size = self.style.size
        long = len(label) * size * 1.15
        self.sheet.down((x0 + x1) / 2 - size / 2, self.y + (height - long) / 2, label, size, self.style.face)
        top = self.y
        self.y += height
        return x1 + 5, top + 5, right - 5
