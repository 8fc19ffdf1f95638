"""What a PDF draws on a page beside text, told by the file itself and not by its pixels.

The rim of a seal is a picture or a curve, a form is lines, a code is bars, and all stand in the file with
their places. Most born-digital pages hold no more than lines and the picture of a signature, too flat for a
rim: nothing has to be looked for there.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Sequence
from typing import cast

import pypdfium2
import pypdfium2.raw as pdfium

from ocr.pdf_placement import Placement
from ocr.types import Box, Drawn

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
    sides = [ctypes.c_float() for _ in range(4)]
    boxes: list[Box] = []
    lines = 0
    bars: Counter[tuple[str, int, int]] = Counter()
    for item, kind in ((item, pdfium.FPDFPageObj_GetType(item)) for item in items):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        known = pdfium.FPDFPageObj_GetBounds(item, *sides)
        box = left, bottom, right, top = cast(Box, tuple(side.value for side in sides))
        if not known or not math.isfinite(sum(box)) or len(boxes) == _MOST_BOXES:
            return None
        longer, shorter = max(right - left, top - bottom), min(right - left, top - bottom)
        straight = kind == pdfium.FPDF_PAGEOBJ_PATH and _is_straight(item, longer)
        # Some programs draw lines as pictures.
        if longer < _LONGEST_BAR and (shorter < _THIN or (straight and not _is_outline(item))):
            bars.update((("upright", round(bottom), round(top)), ("level", round(left), round(right))))
        if shorter < _THIN or kind != pdfium.FPDF_PAGEOBJ_IMAGE:
            lines += 1 if shorter < _THIN else 4
        if not straight:
            boxes.append(box)
    placed = tuple(placement.box(*box) for box in _joined(boxes))
    return Drawn(placed, lines, max(bars.values(), default=0), not placed and _are_grey(items))


def _is_straight(path: pdfium.FPDF_PAGEOBJECT, length: float) -> bool:
    """Whether a path is a line or has four straight sides: what tables and boxes are made of."""
    count = pdfium.FPDFPath_CountSegments(path)
    if length < _LEAST_RULE or not 2 <= count <= _RECTANGLE:
        return False
    segments = (pdfium.FPDFPath_GetPathSegment(path, index) for index in range(1, count))
    return all(pdfium.FPDFPathSegment_GetType(s) == pdfium.FPDF_SEGMENT_LINETO for s in segments)


def _is_outline(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Whether a straight path is the outline of a rectangle: a cell, a box to tick, no bar."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
    return not filled.value and pdfium.FPDFPath_CountSegments(path) >= _RECTANGLE - 1


def _are_grey(items: Sequence[pdfium.FPDF_PAGEOBJECT]) -> bool:
    """Whether all objects are known to be drawn in greys alone."""
    channels = [ctypes.c_uint() for _ in range(4)]
    red, green, blue, _ = channels
    for item in items:
        for ask in (pdfium.FPDFPageObj_GetFillColor, pdfium.FPDFPageObj_GetStrokeColor):
            known = ask(item, *channels)
            values = red.value, green.value, blue.value
            if not known or max(values) - min(values) > _COLOURED:
                return False
    return True


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
