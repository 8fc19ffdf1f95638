"""What a PDF draws on a page beside text and ruling, told by the file itself and not by its pixels.

The rim of a seal is a picture or a curve, and both stand in the file with their places. Most born-digital
pages hold neither, or no more than the picture of a signature, which is too flat for a rim.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from ocr.types import Box

_MOST_OBJECTS = 20_000
_MOST_BOXES = 300
_LEAST_RULE = 8.0
"""Points: seals that were traced row by row are of shorter pieces, the borders of cells of longer ones."""
_NEAR = 6.0
"""Points: parts not further apart, 2 mm, are of one drawing: a picture in strips, a rim in dashes."""
_RECTANGLE = 5
"""Segments of a closed rectangle, its first corner among them."""


def drawn_boxes(page: pypdfium2.PdfPage) -> tuple[Box, ...] | None:
    """The boxes, in points of the page before its rotation, around what is drawn on it.

    All counts but text, straight lines and rectangles; what stands close together is one. ``None`` where the
    file does not tell: annotations draw by themselves, and what lies in too many pieces is best looked at.
    """
    count = pdfium.FPDFPage_CountObjects(page)
    if pdfium.FPDFPage_GetAnnotCount(page) or not 0 <= count <= _MOST_OBJECTS:
        return None
    boxes: list[Box] = []
    for box in _boxes(page, count):
        if box is None or len(boxes) == _MOST_BOXES:
            return None
        boxes.append(box)
    return tuple(_joined(boxes))


def _boxes(page: pypdfium2.PdfPage, count: int) -> Iterator[Box | None]:
    """The box of each drawing; ``None`` for one whose place is not known."""
    sides = [ctypes.c_float() for _ in range(4)]
    for index in range(count):
        item = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        known = pdfium.FPDFPageObj_GetBounds(item, *sides)
        left, bottom, right, top = (side.value for side in sides)
        if not known or not math.isfinite(left + bottom + right + top):
            yield None
        elif kind != pdfium.FPDF_PAGEOBJ_PATH or not _is_ruling(item, max(right - left, top - bottom)):
            yield (left, bottom, right, top)


def _is_ruling(path: pdfium.FPDF_PAGEOBJECT, length: float) -> bool:
    """Whether a path is a straight line or a rectangle: what tables and boxes are made of."""
    count = pdfium.FPDFPath_CountSegments(path)
    if length < _LEAST_RULE or not 2 <= count <= _RECTANGLE:
        return False
    corners = list(_corners(path, count))
    return len(corners) == count and all(a == c or b == d for (a, b), (c, d) in pairwise(corners))


def _corners(path: pdfium.FPDF_PAGEOBJECT, count: int) -> Iterator[tuple[float, float]]:
    """The ends of a path's straight segments, in its own space; those of curves are left out."""
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if pdfium.FPDFPathSegment_GetType(segment) != pdfium.FPDF_SEGMENT_BEZIERTO:
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            yield (x.value, y.value)


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """The boxes around all that stand near each other."""
    joined: list[Box] = []
    for box in boxes:
        grown = box
        while near := [other for other in joined if _are_near(grown, other)]:
            joined = [other for other in joined if other not in near]
            lefts, bottoms, rights, tops = zip(grown, *near, strict=True)
            grown = (min(lefts), min(bottoms), max(rights), max(tops))
        joined.append(grown)
    return joined


def _are_near(a: Box, b: Box) -> bool:
    across = max(a[0], b[0]) - min(a[2], b[2])
    return across <= _NEAR and max(a[1], b[1]) - min(a[3], b[3]) <= _NEAR
