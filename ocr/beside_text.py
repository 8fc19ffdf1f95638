"""What a born-digital page shows beside its text: whether there is anything that seals or codes could be.

Most such pages are text and ruling lines alone. Looking for seals, barcodes and QR codes on every one of
them took 0.14 core-seconds; telling that there is nothing to look for takes a thirtieth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from ocr.marks.colours import reduced
from ocr.types import Pixels, TextLine

_LONG_SIDE = 800
_TINT = 22
"""Distance between channels, of 255, from which the seal finder takes ink for coloured."""
_LEAST_TINTED = 0.00005
_LEAST_INK = 0.0006
"""Share of the page: a QR code of 10 mm on A4 inks 0.0008, the rim of a 40 mm seal 0.0015."""
_RULE = 80
"""Ink as long as this, 30 mm on A4, is a ruling line; the bars of a code are shorter."""


@dataclass(frozen=True, slots=True)
class BesideText:
    """``tinted``: there is coloured ink; ``drawn``: there is dark ink that is neither text nor rule."""

    tinted: bool
    drawn: bool

    @property
    def anything(self) -> bool:
        """Whether seals could be there."""
        return self.tinted or self.drawn


def beside_text(pixels: Pixels, lines: Sequence[TextLine]) -> BesideText:
    """What stands on a page that was drawn by a program beside ``lines``, the whole of its text."""
    small, scale = reduced(pixels, _LONG_SIDE)
    red, green, blue = cv2.split(small)
    low = cv2.min(cv2.min(red, green), blue)
    spread = cv2.subtract(cv2.max(cv2.max(red, green), blue), low)
    _, tint = cv2.threshold(spread, _TINT, 1, cv2.THRESH_BINARY)
    _, ink = cv2.threshold(low, 160, 1, cv2.THRESH_BINARY_INV)
    for line in lines:
        x0, y0, x1, y1 = line.box
        edge = 0.25 * min(x1 - x0, y1 - y0)
        left, top = (max(0, round((v - edge) * scale)) for v in (x0, y0))
        ink[top : round((y1 + edge) * scale) + 1, left : round((x1 + edge) * scale) + 1] = 0
    for length in ((_RULE, 1), (1, _RULE)):
        rules = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(length, np.uint8))
        ink = cv2.subtract(ink, cv2.dilate(rules, np.ones((3, 3), np.uint8)))
    size = low.size
    return BesideText(
        tinted=cv2.countNonZero(tint) >= _LEAST_TINTED * size,
        drawn=cv2.countNonZero(ink) >= _LEAST_INK * size,
    )
