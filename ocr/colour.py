"""Tells colour pictures from grey copies, and how light and dark a picture is."""

from __future__ import annotations

import cv2
import numpy as np

from ocr.marks.colours import Grey, channels, reduced
from ocr.types import Pixels

LOOK_SIDE = 800
LEAST_SPREAD = 8
"""A pixel is coloured where its strongest channel is more than this above its weakest (0–255).

Every camera and colour scanner tints white paper and its noise at least so much; grey scans and the
black-and-white filters of scanning apps stay under it.
"""


def colourfulness(pixels: Pixels) -> float:
    """The share of coloured pixels, 0–1; 0 for a grey scan or a photocopy."""
    red, green, blue = channels(reduced(pixels, LOOK_SIDE)[0])
    spread = cv2.subtract(cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue))
    return round(float((np.asarray(spread) > LEAST_SPREAD).mean()), 5)


def brightness_at(grey: Grey, *percents: float) -> list[float]:
    """Percentiles of brightness, 0-255 in whole steps, from the histogram: no page need be sorted."""
    counts = cv2.calcHist([np.ascontiguousarray(grey)], [0], None, [256], [0, 256]).ravel()
    up_to = np.cumsum(counts)
    return [float(np.searchsorted(up_to, percent / 100 * up_to[-1])) for percent in percents]
