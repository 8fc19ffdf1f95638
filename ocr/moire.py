"""The stripes of a photographed screen: where its dots and the camera's beat against each other."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

Grey: TypeAlias = npt.NDArray[np.uint8]


def stripes(grey: Grey) -> float:
    """How far the strongest regular stripes stand above their neighbourhood in the spectrum, times.

    Text and rulings live on the axes and at low frequencies; the beat of screen and sensor makes single
    peaks elsewhere.
    """
    size = 512
    height, width = grey.shape
    if min(height, width) < size:
        return 0.0
    window, free = _spectrum_masks(size)
    worst = []
    for y, x in ((height // 4, width // 4), (height // 2, width // 2), (3 * height // 4, 3 * width // 4)):
        top, left = min(max(0, y - size // 2), height - size), min(max(0, x - size // 2), width - size)
        tile = grey[top : top + size, left : left + size].astype(np.float32)
        waves = cv2.dft((tile - tile.mean()) * window, flags=cv2.DFT_COMPLEX_OUTPUT)
        spectrum = np.fft.fftshift(cv2.magnitude(waves[:, :, 0], waves[:, :, 1]))
        around = cv2.blur(spectrum, (31, 31)) + 1e-3
        worst.append(float(((spectrum / around) * free).max()))
    return float(np.median(worst))


@cache
def _spectrum_masks(size: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
    """The window a tile is seen through, and the part of its spectrum where no print lives."""
    window = np.outer(np.hanning(size), np.hanning(size)).astype(np.float32)
    v, u = np.ogrid[-size // 2 : size // 2, -size // 2 : size // 2]
    return window, (np.hypot(u, v) > 40) & (np.abs(u) > 10) & (np.abs(v) > 10)
