"""QR codes and barcodes on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

import cv2
import numpy as np
import zxingcpp

from ocr.types import Barcode, Box, Pixels

_LONG_SIDES = (1800, 1000)
"""Long sides tried: fine codes need the pixels, coarse and blurred ones read better reduced."""


def find_barcodes(pixels: Pixels, number: int, within: Sequence[Box] | None = None) -> tuple[Barcode, ...]:
    """All codes on a page, top to bottom; formats in the words of ZXing, boxes in page pixels.

    ``within``: the boxes of the page in which codes can be, where that is known. A code whose check fails is
    not returned; bytes that are no text come as the library shows them.
    """
    height, width = pixels.shape[:2]
    found: dict[tuple[str, str], Barcode] = {}
    for scale in _scales(max(height, width)):
        for left, top, right, bottom in ((0, 0, width, height),) if within is None else within:
            x, y = max(0, int(left)), max(0, int(top))
            for code in _codes(pixels[y : ceil(bottom), x : ceil(right)], scale, x, y, number):
                found.setdefault((code.format, code.text), code)
        if found:
            break
    return tuple(sorted(found.values(), key=lambda code: (code.box[1], code.box[0])))


def _codes(part: Pixels, scale: float, left: int, top: int, number: int) -> Iterator[Barcode]:
    """The codes on the part of a page that begins at ``left`` and ``top``, looked at reduced by ``scale``."""
    grey = np.asarray(cv2.cvtColor(part, cv2.COLOR_RGB2GRAY), np.uint8)
    if scale < 1.0:
        size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
        grey = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)
    for code in zxingcpp.read_barcodes(np.ascontiguousarray(grey)):
        if not code.valid or not code.text:
            continue
        place = code.position
        corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        xs, ys = [left + p.x / scale for p in corners], [top + p.y / scale for p in corners]
        box = (float(min(xs)), float(min(ys)), float(max(xs)), float(max(ys)))
        yield Barcode(code.format.name, code.text, number, box)


def _scales(longest: int) -> list[float]:
    """The factors to the sizes tried, falling; each once."""
    return list(dict.fromkeys(min(1.0, side / longest) for side in _LONG_SIDES))
