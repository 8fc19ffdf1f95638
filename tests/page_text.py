"""Draws pages as text alone: lines at places, no pixels, for tests of what is made of a page's text."""

from __future__ import annotations

import unicodedata

import numpy as np

from ocr.extract import PageText, extract
from ocr.grid import Grid
from ocr.layout import Run, runs_of
from ocr.tables import read_test_rows
from ocr.types import Box, DocumentKind, Field, Source, TextLine

HEIGHT = 30.0
"""Text height of the drawn lines, in pixels; a full-width character is as wide as it is high."""


def line(text: str, x: float, y: float, confidence: float = 0.99, height: float = HEIGHT) -> TextLine:
    """One line whose top left is at ``(x, y)``."""
    width = sum(height if unicodedata.east_asian_width(c) in "WF" else height / 2 for c in text)
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return TextLine(text, corners, confidence)


def cells(*boxes: Box, width: int = 1654, height: int = 2339) -> Grid:
    """A grid with these cells, numbered from 1."""
    labels = np.zeros((height, width), np.int32)
    for number, (x0, y0, x1, y1) in enumerate(boxes, start=1):
        labels[int(y0) : int(y1), int(x0) : int(x1)] = number
    return Grid(labels, 1.0, dict(enumerate(boxes, start=1)))


def runs(*lines: TextLine, grid: Grid | None = None) -> tuple[Run, ...]:
    """The runs of a page with these lines."""
    return runs_of(lines, grid or cells())


def fields(kind: DocumentKind, *lines: TextLine, grid: Grid | None = None) -> dict[str, list[object]]:
    """The plain values of every field that a page of this kind with these lines gives."""
    return {name: [f.value for f in found] for name, found in extracted(kind, *lines, grid=grid).items()}


def extracted(kind: DocumentKind, *lines: TextLine, grid: Grid | None = None) -> dict[str, tuple[Field, ...]]:
    """The same with their places and confidence."""
    return extract(kind, [PageText(1, runs(*lines, grid=grid), Source.OCR, 1654, 2339)])


def table_lines(
    *rows: tuple[str, ...], at: tuple[int, ...], top: int = 300, step: int = 40
) -> list[TextLine]:
    """Rows of texts at the columns' places; '' leaves a cell empty."""
    return [
        line(text, x, top + step * n)
        for n, row in enumerate(rows)
        for x, text in zip(at, row, strict=False)
        if text
    ]


def read_table(lines: list[TextLine], *, flagged: bool = False) -> list[tuple[str | None, ...]]:
    """The rows of the table on these lines: name, result, unit, reference, flag."""
    return [
        tuple(r.values[c] for c in ("name", "result", "unit", "reference", "flag"))
        for r in read_test_rows(runs(*lines), flagged=flagged)
    ]
