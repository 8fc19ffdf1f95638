"""The coloured band across a sheet's edge, with the title in it: no paper to whoever looks for white.

Laboratories that work for hospitals and programs on telephones head their pages so. The band belongs to the
sheet where all text outside the sheet lies beyond one of its edges, level with it, on one colour.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from ocr.types import Pixels, Polygon

DEEPEST = 0.3
"""Part of the sheet's own depth that a band takes at most."""
OVERHANG = 0.03
"""Part of the sheet's width that its text may reach beyond the edges at its sides."""
MARGIN = 0.6
"""Depths of the text in a band that the band reaches farther out than its text, at most."""
OF_ONE_COLOUR = 0.7
"""Share of a band's pixels near its usual colour; what is left is text and pictures on it."""
NEAR = 32.0
"""Lab distance from that colour; bands run from dark to light."""
OUT = 2.0
"""Pixels that a corner may lie outside the picture."""
_UNIT = np.array([(0, 0), (1, 0), (1, 1), (0, 1)], np.float32)


def with_banner(small: Pixels, quad: Polygon, text: Sequence[Polygon], scale: float) -> Polygon:
    """The sheet's corners in ``small``, moved out where a band with text lies beyond one edge.

    ``text``: outlines on the picture of which ``small`` is the reduction by ``scale``.
    """
    flat = np.asarray(cv2.getPerspectiveTransform(np.array(quad, np.float32), _UNIT), np.float64)
    outside = [p for t in text if not _is_inside(p := _mapped(t, scale, flat))]
    if not outside:
        return quad
    points = np.concatenate(outside)
    for turn in range(4):
        turned = _turned(points, turn)
        if _is_beyond_top(turned):
            depth = float(turned[:, 1].max() - turned[:, 1].min())
            top = float(turned[:, 1].min()) - MARGIN * depth
            wider = _moved_out(quad, flat, turn, top, small)
            return wider if wider is not None and _is_of_one_colour(small, quad, wider) else quad
    return quad


def _mapped(outline: Polygon, scale: float, flat: npt.NDArray[np.float64]) -> npt.NDArray[np.float32]:
    points = np.array(outline, np.float32).reshape(1, -1, 2) * scale
    return np.asarray(cv2.perspectiveTransform(points, flat)[0], np.float32)


def _is_inside(points: npt.NDArray[np.float32]) -> bool:
    x, y = points.mean(axis=0)
    return bool(0 <= x <= 1 and 0 <= y <= 1)


def _turned(points: npt.NDArray[np.float32], turn: int) -> npt.NDArray[np.float32]:
    """The points of the unit square turned by quarters, so that one edge after the other is its top."""
    for _ in range(turn):
        points = np.stack([points[:, 1], 1 - points[:, 0]], axis=1)
    return points


def _is_beyond_top(points: npt.NDArray[np.float32]) -> bool:
    across, down = points[:, 0], points[:, 1]
    level = bool(across.min() >= -OVERHANG and across.max() <= 1 + OVERHANG)
    return level and bool(down.min() >= -DEEPEST and down.max() <= OVERHANG)


def _moved_out(
    quad: Polygon, flat: npt.NDArray[np.float64], turn: int, top: float, small: Pixels
) -> Polygon | None:
    """The corners with one edge moved out to ``top``, or as far as the picture reaches."""
    height, width = small.shape[:2]
    for share in np.linspace(1.0, 0.5, 6):
        corners = np.array([(0, top * share), (1, top * share), (1, 1), (0, 1)], np.float32)
        for _ in range(turn):
            corners = np.stack([1 - corners[:, 1], corners[:, 0]], axis=1)
        points = cv2.perspectiveTransform(corners.reshape(1, -1, 2), np.linalg.inv(flat))[0]
        if points.min() >= -OUT and (points <= np.array([width + OUT, height + OUT])).all():
            a, b, c, d = ((float(x), float(y)) for x, y in np.roll(points, -turn, axis=0))
            return (a, b, c, d)
    return None


def _is_of_one_colour(small: Pixels, quad: Polygon, wider: Polygon) -> bool:
    """Whether what was added is one colour but for its text."""
    band = np.zeros(small.shape[:2], np.uint8)
    cv2.fillConvexPoly(band, np.array(wider, np.int32), (1,))
    cv2.fillConvexPoly(band, np.array(quad, np.int32), (0,))
    if not band.any():
        return False
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)[band > 0]
    away = np.linalg.norm(lab - np.median(lab, axis=0), axis=1)
    return bool((away < NEAR).mean() >= OF_ONE_COLOUR)
