"""What stands on a PDF page beside its text: pictures, and outlines that may be drawn letters."""

from __future__ import annotations

import ctypes
import itertools
import math
from dataclasses import dataclass
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

_MOST_OBJECTS: Final = 20_000
_DEEPEST: Final = 6
_GRID: Final = 100
_SMALL_POINTS: Final = 52 / 25.4 * 72
"""A seal, a portrait or a QR code is at most 52 mm wide and high."""
_SMALL_SHARE: Final = 0.03
_LETTER_POINTS: Final = (3.0, 30.0)


@dataclass(frozen=True, slots=True)
class PageObjects:
    """A survey of one page.

    ``image_share`` is the share of the page (0–1) under pictures, ``image_dpi`` the resolution of
    the largest, ``large_images`` how many are too large for a seal, portrait, logo or QR code, and
    ``outlines`` how many filled curves have the size of a letter.
    """

    image_share: float
    image_dpi: float
    large_images: int
    outlines: int


def survey(page: pypdfium2.PdfPage) -> PageObjects:
    """Count what is on ``page``; sizes are in points of the page before its rotation."""
    left, bottom, right, top = page.get_bbox()
    width, height = max(right - left, 1.0), max(top - bottom, 1.0)
    covered: set[tuple[int, int]] = set()
    largest, dpi, large, outlines = 0.0, 0.0, 0, 0
    for item in itertools.islice(page.get_objects(max_depth=_DEEPEST), _MOST_OBJECTS):
        if item.type not in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            continue
        try:
            x0, y0, x1, y1 = item.get_bounds()
        except pypdfium2.PdfiumError:
            continue
        if item.type == pdfium.FPDF_PAGEOBJ_PATH:
            outlines += _is_letter_outline(item, x1 - x0, y1 - y0)
            continue
        x0, x1 = max(x0, left), min(x1, right)
        y0, y1 = max(y0, bottom), min(y1, top)
        if not (math.isfinite(x0 + y0 + x1 + y1) and x1 > x0 and y1 > y0):
            continue
        columns = range(int((x0 - left) / width * _GRID), math.ceil((x1 - left) / width * _GRID))
        rows = range(int((y0 - bottom) / height * _GRID), math.ceil((y1 - bottom) / height * _GRID))
        covered.update(itertools.product(columns, rows))
        area = (x1 - x0) * (y1 - y0)
        fits_a_seal = max(x1 - x0, y1 - y0) <= _SMALL_POINTS and area < 0.25 * width * height
        large += not fits_a_seal and area > _SMALL_SHARE * width * height
        if area > largest:
            largest, dpi = area, _image_dpi(item, max(x1 - x0, y1 - y0))
    return PageObjects(len(covered) / _GRID**2, dpi, large, outlines)


def _image_dpi(image: pypdfium2.PdfObject, longer_side: float) -> float:
    columns, rows = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(image, columns, rows):
        return 0.0
    return max(columns.value, rows.value) / max(longer_side, 1.0) * 72.0


def _is_letter_outline(path: pypdfium2.PdfObject, width: float, height: float) -> bool:
    smallest, biggest = _LETTER_POINTS
    if not (smallest <= max(width, height) <= biggest and min(width, height) > 0.5):
        return False
    return bool(pdfium.FPDFPath_CountSegments(path) >= 10)
