"""What a PDF draws on a page beside text, told by the file itself and not by its pixels.

The rim of a seal is a picture or a curve, a form is lines, a code is bars, and all stand in the file with
their places. Most born-digital pages hold no more than lines and the picture of a signature, too flat for a
rim: nothing has to be looked for there.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

from ocr.pdf_placement import Placement
from ocr.types import Box, Drawn

_Colour: TypeAlias = Callable[..., int]
_MOST_OBJECTS = 20_000
_MOST_BOXES = 300
_LEAST_RULE = 8.0
"""Points: seals that were traced row by row are of shorter pieces, the borders of cells of longer ones."""
_LONGEST_BAR = 100.0
"""Points: the bars of a code are shorter than 35 mm."""
_NEAR = 6.0
"""Points: parts not further apart, 2 mm, are of one drawing: a picture in strips, a rim in dashes."""
_THIN = 3.0
_RECTANGLE = 5
"""Segments of a closed rectangle, its first corner among them."""
_COLOURED = 5
"""Distance between channels, of 255: half of that from which pixels count as coloured."""


def drawn_beside_text(page: pypdfium2.PdfPage, placement: Placement) -> Drawn | None:
    """What ``page`` draws beside text, in pixels of the drawing.

    ``None`` where the file does not tell: annotations draw by themselves, and what lies in too many pieces is
    best looked at.
    """
    count = pdfium.FPDFPage_CountObjects(page)
    if pdfium.FPDFPage_GetAnnotCount(page) or not 0 <= count <= _MOST_OBJECTS:
        return None
    items = [pdfium.FPDFPage_GetObject(page, index) for index in range(count)]
    boxes: list[Box] = []
    lines = bars = 0
    for item, kind in ((item, pdfium.FPDFPageObj_GetType(item)) for item in items):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        box = _box(item)
        if box is None or len(boxes) == _MOST_BOXES:
            return None
        width, height = box[2] - box[0], box[3] - box[1]
        straight = kind == pdfium.FPDF_PAGEOBJ_PATH and _is_straight(item, max(width, height))
        thin = min(width, height) < _THIN
        if straight or thin:  # some programs draw lines as pictures
            bars += not (straight and _is_outline(item)) and max(width, height) < _LONGEST_BAR
        if thin or kind != pdfium.FPDF_PAGEOBJ_IMAGE:
            lines += 1 if thin else 4
        if not straight:
            boxes.append(box)
    placed = tuple(placement.box(*box) for box in _joined(boxes))
    return Drawn(placed, lines, bars, not placed and all(map(_is_grey, items)))


def _box(item: pdfium.FPDF_PAGEOBJECT) -> Box | None:
    """The box of an object in points; ``None`` where it is not known."""
    sides = [ctypes.c_float() for _ in range(4)]
    known = pdfium.FPDFPageObj_GetBounds(item, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return (left, bottom, right, top) if known and math.isfinite(left + bottom + right + top) else None


def _is_straight(path: pdfium.FPDF_PAGEOBJECT, length: float) -> bool:
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


def _is_outline(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a straight path is the outline of a rectangle: a cell, a box to tick, no bar."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
    return not filled.value and pdfium.FPDFPath_CountSegments(path) >= _RECTANGLE - 1


def _is_grey(item: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether an object is known to be drawn in greys alone."""
    return _told_grey(pdfium.FPDFPageObj_GetFillColor, item) and _told_grey(
        pdfium.FPDFPageObj_GetStrokeColor, item
    )


def _told_grey(colour: _Colour, item: pdfium.FPDF_PAGEOBJECT) -> bool:
    channels = [ctypes.c_uint() for _ in range(4)]
    known = colour(item, *channels)
    values = [channel.value for channel in channels[:3]]
    return bool(known) and max(values) - min(values) <= _COLOURED


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
