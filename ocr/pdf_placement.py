"""Where on its drawing a place of a PDF page lies."""

from __future__ import annotations

import ctypes
import math
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from ocr.types import Box

_PROBE: Final = 1000.0


class Placement:
    """Points of the page → pixels of the drawing, page rotation and crop box included."""

    def __init__(self, page: pypdfium2.PdfPage, width: int, height: int) -> None:
        self.width, self.height = width, height
        # PDFium answers in whole pixels: asked on a much larger canvas, it answers in fractions.
        fine = max(1, 2**20 // max(width, height))
        corners = []
        for x, y in ((0.0, 0.0), (_PROBE, 0.0), (0.0, _PROBE)):
            column, row = ctypes.c_int(), ctypes.c_int()
            pdfium.FPDF_PageToDevice(page, 0, 0, width * fine, height * fine, 0, x, y, column, row)
            corners.append((column.value / fine, row.value / fine))
        (x, y), (right_x, right_y), (up_x, up_y) = corners
        self.origin = (x, y)
        self.across = ((right_x - x) / _PROBE, (right_y - y) / _PROBE)
        self.along = ((up_x - x) / _PROBE, (up_y - y) / _PROBE)
        self.scale = math.hypot(*self.across)

    def point(self, x: float, y: float) -> tuple[float, float]:
        (left, top), (across, turned), (slanted, along) = self.origin, self.across, self.along
        return left + x * across + y * slanted, top + x * turned + y * along

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        (left, top), (right, bottom) = self.point(x0, y0), self.point(x1, y1)
        if left > right:
            left, right = right, left
        return (left, top, right, bottom) if top <= bottom else (left, bottom, right, top)

    def shows(self, box: Box) -> bool:
        """Whether any of ``box`` lies on the page: what lies beyond its edge nobody sees."""
        return box[2] > 0 and box[3] > 0 and box[0] < self.width and box[1] < self.height

    def direction(self, dx: float, dy: float) -> float:
        """Degrees clockwise of a direction in page space, as seen in the drawing."""
        x = dx * self.across[0] + dy * self.along[0]
        y = dx * self.across[1] + dy * self.along[1]
        return math.degrees(math.atan2(y, x))
