"""A sheet far off in the picture: paper alone on a table, too small for its print to be told.

Where hardly a line of text is found, lines cannot tell that they are too small. The sheet itself can: one
compact quadrangle that differs from all around it, with something fine printed on it.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from ocr.marks.colours import Grey, reduced
from ocr.types import Pixels

_SIDE = 360
"""Long side of the picture as it is looked at, px."""
_LEAST, _MOST = 0.008, 0.12
"""Shares of the picture that such a sheet may fill."""
_UNLIKE = 10.0
"""How far a sheet's colour is from the table's at least, in OpenCV's L*a*b* of bytes."""
_FILLED = 0.88
"""How much of the rectangle around it a sheet fills at least."""
_LONGEST = 2.2
"""Long side by short side; strips are edges, rulers, shadows."""
_ALONE = 0.35
"""The next patch as a share of the sheet, at most: a patterned table has many."""
_PRINTED = 4.0
"""Mean step between neighbouring pixels inside the sheet, grey levels, from which something is printed."""
_PLAIN = 0.6
"""The same step around the sheet, as a share of that inside, at most."""


def small_sheet_side(pixels: Pixels) -> float:
    """The long side of a lone printed sheet that fills a small part of the picture, px of ``pixels``; 0.0
    where there is none. ``pixels``: height × width × 3, RGB."""
    small, scale = reduced(pixels, _SIDE)
    away = _unlike_the_border(small)
    _, mask = cv2.threshold(away, 0, 255, cv2.THRESH_OTSU)
    if cv2.mean(away, mask)[0] < _UNLIKE:
        return 0.0
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    patches = sorted(outlines, key=cv2.contourArea, reverse=True)
    area, *others = [float(cv2.contourArea(patch)) for patch in patches[:2]] or [0.0]
    if area == 0.0 or any(other > _ALONE * area for other in others):
        return 0.0
    sheet = cv2.convexHull(patches[0])
    across, down = sorted(cv2.minAreaRect(sheet)[1])
    if not _LEAST < area / mask.size < _MOST or area < _FILLED * across * down or down > _LONGEST * across:
        return 0.0
    return float(down / scale) if _is_printed(pixels, np.float32(1 / scale) * sheet) else 0.0


def _unlike_the_border(small: Pixels) -> Grey:
    """How far each pixel's colour is from that of the nearest edges of the picture, 0–255."""
    lab = cv2.cvtColor(cv2.medianBlur(small, 5), cv2.COLOR_RGB2LAB).astype(np.float32)
    rim = max(2, _SIDE // 40)
    ends = [np.median(side, axis=(0, 1)) for side in (lab[:rim], lab[-rim:], lab[:, :rim], lab[:, -rim:])]
    away = np.min([np.linalg.norm(lab - end, axis=2) for end in ends], axis=0)
    return np.asarray(np.clip(away, 0, 255), np.uint8)


def _is_printed(pixels: Pixels, sheet: npt.NDArray[np.float32]) -> bool:
    """Whether there is more fine detail inside the outline than in a frame around it."""
    x, y, width, height = (round(v) for v in cv2.boundingRect(sheet.astype(np.float32)))
    beside = max(width, height) // 3
    top, left = max(0, y - beside), max(0, x - beside)
    part = pixels[top : y + height + beside, left : x + width + beside]
    grey = cv2.cvtColor(np.ascontiguousarray(part), cv2.COLOR_RGB2GRAY).astype(np.float32)
    step = np.abs(np.diff(grey, axis=1))[:-1] + np.abs(np.diff(grey, axis=0))[:, :-1]
    inside = np.zeros(step.shape, np.uint8)
    moved = np.round(sheet - (left, top)).astype(np.int32)
    cv2.fillPoly(inside, [moved], [1])
    edge = np.ones((max(3, width // 12),) * 2, np.uint8)
    within, outside = cv2.erode(inside, edge) > 0, cv2.dilate(inside, edge) == 0
    if not within.any() or not outside.any():
        return False
    if np.median(grey[:-1, :-1][within]) <= np.median(grey[:-1, :-1][outside]):
        return False  # a seal on a sheet, a dark thing on a light table
    detail = float(step[within].mean())
    return detail > _PRINTED and float(step[outside].mean()) < _PLAIN * detail
