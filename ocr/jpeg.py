"""A page image as a JPEG, for people to look at."""

from __future__ import annotations

import cv2

from ocr.marks.colours import reduced
from ocr.types import Pixels

QUALITY = 80


def as_jpeg(pixels: Pixels, long_side: int) -> bytes:
    """The page, reduced where its long side exceeds ``long_side`` pixels, as JPEG bytes."""
    small, _ = reduced(pixels, long_side)
    done, jpeg = cv2.imencode(
        ".jpg", cv2.cvtColor(small, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, QUALITY]
    )
    if not done:
        raise RuntimeError("OpenCV could not encode a page image")
    return bytes(jpeg.tobytes())
