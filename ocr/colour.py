"""Tells colour pictures from grey copies."""

from __future__ import annotations

import cv2
import numpy as np

from ocr.marks.colours import reduced
from ocr.types import Pixels

LOOK_SIDE = 800
LEAST_SPREAD = 8
"""A pixel is coloured where its strongest channel is more than this above its weakest (0–255).

Every camera and colour scanner tints white paper and its noise at least so much; grey scans and the
black-and-white filters of scanning apps stay under it.
"""


def colourfulness(pixels: Pixels) -> float:
    """The share of coloured pixels, 0–1; 0 for a grey scan or a photocopy."""
    red, green, blue = cv2.split(reduced(pixels, LOOK_SIDE)[0])
    spread = cv2.subtract(cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue))
    return round(float((np.asarray(spread) > LEAST_SPREAD).mean()), 5)
