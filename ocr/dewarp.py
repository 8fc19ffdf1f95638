"""Takes the bow out of curled sheets: rows that bend are bent back before they are read.

Each outline of text tells the slope of the paper where it lies. A sheet bent like a cylinder has slopes that
change along the row; their integral is how far each place has risen, and the page is moved back by it. A
level page stays as it is: resampling costs sharpness.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from ocr.geometry import sides, slope
from ocr.types import Pixels, Polygon

LEAST_PIECES = 12
"""Outlines that must tell a slope before a bow is believed."""
LEAST_BOW = 0.25
"""Rise between places of one row, in text heights, from which a page is bent back."""
MOST_BOW = 0.08
"""A larger rise, as a share of the page's height, is a misjudged page, not a curl."""
EXPLAINED = 0.6
"""The bow is believed where it leaves less than this share of the slopes' spread."""
_SHAPE = 2.5
_ROUNDS = 6
Curve = npt.NDArray[np.float64]


def unbend(pixels: Pixels, text: Sequence[Polygon]) -> tuple[Pixels, tuple[Polygon, ...]]:
    """The page with bowed rows set straight, and the outlines moved with it; unchanged where they are.

    ``pixels`` and ``text`` are a level page and its outlines, in pixels of it.
    """
    rise = _rise(text, pixels.shape[1], pixels.shape[0])
    if rise is None:
        return pixels, tuple(text)
    height, width = pixels.shape[:2]
    xs, ys = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    moved = cv2.remap(
        pixels, xs, ys + rise.astype(np.float32)[None, :], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(moved, np.uint8), tuple(_lowered(p, rise) for p in text)


def _rise(text: Sequence[Polygon], width: int, height: int) -> Curve | None:
    """How far rows lie too low, for each column of pixels; ``None`` for a straight page."""
    pieces = [(p, *sides(p)) for p in text]
    told = [(p, w, h) for p, w, h in pieces if w > _SHAPE * h and abs(slope(p)) < 12]
    if len(told) < LEAST_PIECES:
        return None
    line = float(np.median([h for _, _, h in told]))
    x = np.array([sum(q[0] for q in p) / 4 for p, _, _ in told]) / width - 0.5
    tangent = np.tan(np.deg2rad([slope(p) for p, _, _ in told]))
    weight = np.array([min(w / h, 10.0) for _, w, h in told])
    curve = _fit(x, tangent, weight)
    if curve is None:
        return None
    steps = np.arange(width) / width - 0.5
    slopes = curve[0] + curve[1] * steps + curve[2] * (steps**2 - 1 / 12)
    rise = np.cumsum(slopes)
    rise -= np.median(rise)
    left, right = min(p[0][0] for p, _, _ in told), max(p[1][0] for p, _, _ in told)
    reach = np.ptp(rise[max(0, int(left)) : max(1, int(right)) + 1])
    if not LEAST_BOW * line < reach < MOST_BOW * height:
        return None
    return np.asarray(rise, np.float64)


def _fit(x: Curve, tangent: Curve, weight: Curve) -> Curve | None:
    """The slope along the row (in the middle, per width, per width²), by robust least squares.

    ``None`` where it explains little: then the slopes are noise of short outlines.
    """
    design = np.stack([np.ones_like(x), x, x**2 - 1 / 12], 1)
    trust = weight.copy()
    for _ in range(_ROUNDS):
        root = np.sqrt(trust)[:, None]
        fitted, *_rest = np.linalg.lstsq(design * root, tangent * root[:, 0], rcond=None)
        off = np.abs(tangent - design @ fitted)
        scale = max(1.5 * float(np.median(off)), 1e-4)
        trust = weight / (1 + (off / (2 * scale)) ** 2)
    flat = float(np.median(np.abs(tangent - np.median(tangent))))
    left = float(np.median(np.abs(tangent - design @ fitted)))
    return np.asarray(fitted, np.float64) if left < EXPLAINED * flat else None


def _lowered(polygon: Polygon, rise: Curve) -> Polygon:
    a, b, c, d = polygon
    last = len(rise) - 1
    left, right = ((a[0] + d[0]) / 2, (b[0] + c[0]) / 2)
    up, down = (rise[int(min(max(v, 0), last))] for v in (left, right))
    return ((a[0], a[1] - up), (b[0], b[1] - down), (c[0], c[1] - down), (d[0], d[1] - up))
