"""Tells colour pictures from grey copies."""

from __future__ import annotations

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
    small = reduced(pixels, LOOK_SIDE)[0].astype(np.int16)
    spread = small.max(axis=2) - small.min(axis=2)
    return round(float((spread > LEAST_SPREAD).mean()), 5)
