"""Whether a picture is out of focus so far that no line of text is left to measure it by.

Where the blur is worse than the print, what is found as text are smears: their outlines are wrong, and noise
in them looks like strokes. They are read with little confidence, though; then the whole picture is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from ocr.marks.colours import reduced
from ocr.types import Pixels, TextLine

BADLY_READ = 0.6
"""Mean confidence by length. Six blurred sheets had 0.36 to 0.63, 132 readable pages 0.78 and more."""
SOFT = 0.5
"""Of the contrast of a tile, what its steepest edges take over three pixels: blurred sheets 0.28-0.47, sharp
ones 0.93 and more."""
_LEAST_READ = 5
_SIDE = 1400
_TILE, _STEP = (30, 120), (60, 120)
_FLAT = 20.0


def out_of_focus(pixels: Pixels, lines: Sequence[TextLine]) -> bool:
    """Whether text was found and hardly read, and no edge in the picture is sharp."""
    read = [(len(x.text), x.confidence) for x in lines if x.confidence is not None]
    letters = sum(length for length, _ in read)
    if letters < _LEAST_READ or sum(n * sure for n, sure in read) >= BADLY_READ * letters:
        return False
    grey = cv2.cvtColor(reduced(pixels, _SIDE)[0], cv2.COLOR_RGB2GRAY).astype(np.float32)
    height, width = grey.shape
    steep = []
    for y in range(0, height - _TILE[0], _STEP[0]):
        for x in range(0, width - _TILE[1], _STEP[1]):
            tile = grey[y : y + _TILE[0], x : x + _TILE[1]]
            low, high = np.percentile(tile, (4, 85))
            if high - low >= _FLAT:
                across, down = np.abs(tile[:, 3:] - tile[:, :-3]), np.abs(tile[3:] - tile[:-3])
                steep.append(max(np.percentile(across, 97), np.percentile(down, 97)) / (high - low))
    return bool(steep) and float(np.percentile(steep, 75)) < SOFT
