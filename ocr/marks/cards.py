"""How much a picture of a person shows something shaped like an identity card, read or not.

An ID-1 card (ISO/IEC 7810: 85.60 × 53.98 mm) held up makes a bright, nearly rectangular patch of about
1.59 : 1 apart from the face. The likeness lets a check tell "no card" from "a card that cannot be read".
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import numpy.typing as npt

from ocr.marks.colours import reduced
from ocr.types import Box, Pixels

LOOK_SIDE = 800
SLIMMEST, WIDEST = 1.3, 1.9
"""Side ratios of a card tilted towards or away from the camera."""
LEAST_OF_FACE, MOST_OF_PICTURE = 0.15, 0.35
"""A card's area as a share of the face's and of the picture's."""
_LIGHT_LEVELS = (60, 70, 80, 88, 94)
_FILLED = 0.75


def card_likeness(pixels: Pixels, face: Box) -> float:
    """0–1: how rectangular the best card-shaped patch apart from ``face`` is; 0 where there is none."""
    small, scale = reduced(pixels, LOOK_SIDE)
    smooth = cv2.bilateralFilter(small, 7, 40, 7)
    light = np.asarray(cv2.cvtColor(smooth, cv2.COLOR_RGB2LAB)[:, :, 0], np.uint8)
    x0, y0, x1, y1 = (v * scale for v in face)
    face_area, frame = (x1 - x0) * (y1 - y0), float(light.size)
    best = 0.0
    for mask in _masks(light):
        contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        for contour in contours:
            hull = cv2.convexHull(contour)
            area = float(cv2.contourArea(hull))
            if not LEAST_OF_FACE * face_area < area < MOST_OF_PICTURE * frame:
                continue
            (cx, cy), (a, b), _ = cv2.minAreaRect(hull)
            apart = not (x0 <= cx <= x1 and y0 <= cy <= y1)
            if apart and min(a, b) >= 1 and SLIMMEST <= max(a, b) / min(a, b) <= WIDEST:
                filled = cv2.contourArea(contour) / area > _FILLED
                best = max(best, area / (a * b) * (1.0 if filled else 0.8))
    return round(min(best, 1.0), 3)


def _masks(light: npt.NDArray[np.uint8]) -> Iterator[npt.NDArray[np.uint8]]:
    for level in np.percentile(light, _LIGHT_LEVELS):
        yield np.asarray(np.where(light > level, 255, 0), np.uint8)
    edges = cv2.dilate(cv2.Canny(light, 30, 90), np.ones((3, 3), np.uint8))
    yield np.asarray(edges, np.uint8)
