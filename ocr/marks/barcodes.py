"""QR codes and barcodes on a page."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import zxingcpp

from ocr.marks.colours import Grey
from ocr.types import Barcode, Pixels

_LONG_SIDES = (1800, 1000)
"""Long sides tried: fine codes need the pixels, coarse and blurred ones read better reduced."""


def find_barcodes(pixels: Pixels, number: int) -> tuple[Barcode, ...]:
    """All codes on a page, top to bottom; formats in the words of ZXing, boxes in page pixels.

    A code whose check fails is not returned; bytes that are no text come as the library shows them.
    """
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    found: dict[tuple[str, str], Barcode] = {}
    for picture, scale in _sizes(grey):
        for code in zxingcpp.read_barcodes(picture):
            if not code.valid or not code.text:
                continue
            place = code.position
            corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
            xs, ys = [p.x / scale for p in corners], [p.y / scale for p in corners]
            name = code.format.name
            box = (float(min(xs)), float(min(ys)), float(max(xs)), float(max(ys)))
            found.setdefault((name, code.text), Barcode(name, code.text, number, box))
        if found:
            break
    return tuple(sorted(found.values(), key=lambda code: (code.box[1], code.box[0])))


def _sizes(grey: Grey) -> Iterator[tuple[Grey, float]]:
    """The page at falling sizes, and the factor to each."""
    longest = max(grey.shape)
    done = 0
    for side in _LONG_SIDES:
        scale = min(1.0, side / longest)
        size = (max(1, round(grey.shape[1] * scale)), max(1, round(grey.shape[0] * scale)))
        if max(size) == done:
            continue
        done = max(size)
        small = grey if scale == 1.0 else cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
        yield np.ascontiguousarray(small, np.uint8), scale
