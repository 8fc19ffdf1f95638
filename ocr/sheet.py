"""Finds the sheet of paper (or card) in a photo, so that it can be flattened."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from ocr.geometry import sides, start_top_left
from ocr.types import Pixels, Point, Polygon

LOOK_SIDE = 640
SMALLEST_SHARE = 0.18
"""A sheet covers at least this share of the picture."""
LARGEST_SHARE = 0.97
"""A quadrilateral larger than this is the picture's own frame."""
ANGLE_TOLERANCE = 35.0
"""Corners of a sheet seen in perspective are 90° ± this."""
TEXT_INSIDE = 0.92
"""At least this share of the text's centres lies inside the sheet."""


def find_sheet(pixels: Pixels, text: Sequence[Polygon]) -> Polygon | None:
    """The corners of the sheet that carries ``text``, clockwise from top left, or ``None``.

    Lean towards ``None``: a wrong quadrilateral spoils a readable page, a missed one costs little,
    because lines of text are cut out each by its own polygon anyway.
    """
    height, width = pixels.shape[:2]
    scale = LOOK_SIDE / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    best: Polygon | None = None
    best_area = 0.0
    for mask in _masks(small):
        for quad, area in _quads(mask):
            if area > best_area and _holds(quad, text, scale) and _stands_out(small, quad):
                best, best_area = quad, area
    if best is None:
        return None
    a, b, c, d = ((x / scale, y / scale) for x, y in best)
    return (a, b, c, d)


def _masks(small: Pixels) -> list[npt.NDArray[np.uint8]]:
    """Candidate foregrounds: bright paper by Otsu, unsaturated paper, closed edges."""
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), (5, 5), 0)
    _, bright = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    saturation = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2HSV)[:, :, 1], (5, 5), 0)
    _, pale = cv2.threshold(saturation, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    edges = cv2.dilate(cv2.Canny(grey, 40, 120), np.ones((3, 3), np.uint8), iterations=2)
    close = np.ones((9, 9), np.uint8)
    return [
        np.asarray(cv2.morphologyEx(bright, cv2.MORPH_CLOSE, close), np.uint8),
        np.asarray(cv2.morphologyEx(pale, cv2.MORPH_CLOSE, close), np.uint8),
        np.asarray(edges, np.uint8),
    ]


def _quads(mask: npt.NDArray[np.uint8]) -> list[tuple[Polygon, float]]:
    """Convex four-cornered outlines of the right size in a mask, with their areas."""
    frame = float(mask.shape[0] * mask.shape[1])
    found = []
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        hull = cv2.convexHull(contour)
        area = float(cv2.contourArea(hull))
        if not SMALLEST_SHARE * frame < area < LARGEST_SHARE * frame:
            continue
        outline = cv2.approxPolyDP(hull, 0.02 * cv2.arcLength(hull, True), True).reshape(-1, 2)
        if len(outline) != 4:
            continue
        a, b, c, d = ((float(x), float(y)) for x, y in outline)
        quad = start_top_left((a, b, c, d))
        if _four_right_angles(quad):
            found.append((quad, area))
    return found


def _four_right_angles(quad: Polygon) -> bool:
    for i in range(4):
        before, corner, after = quad[i - 1], quad[i], quad[(i + 1) % 4]
        if abs(_angle(before, corner, after) - 90) > ANGLE_TOLERANCE:
            return False
    width, height = sides(quad)
    return min(width, height) > 0.3 * max(width, height)


def _angle(before: Point, corner: Point, after: Point) -> float:
    u = (before[0] - corner[0], before[1] - corner[1])
    v = (after[0] - corner[0], after[1] - corner[1])
    cosine = (u[0] * v[0] + u[1] * v[1]) / (math.hypot(*u) * math.hypot(*v) + 1e-9)
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def _holds(quad: Polygon, text: Sequence[Polygon], scale: float) -> bool:
    if not text:
        return True
    outline = np.array(quad, np.float32)
    inside = sum(
        cv2.pointPolygonTest(
            outline,
            (sum(p[0] for p in t) / 4 * scale, sum(p[1] for p in t) / 4 * scale),
            False,
        )
        >= 0
        for t in text
    )
    return inside >= TEXT_INSIDE * len(text)


def _stands_out(small: Pixels, quad: Polygon) -> bool:
    """Whether the ring just outside the outline differs from the ring just inside, all around."""
    outline = np.array(quad, np.int32)
    inner = np.zeros(small.shape[:2], np.uint8)
    cv2.fillConvexPoly(inner, outline, (1,))
    kernel = np.ones((3, 3), np.uint8)
    outside = cv2.dilate(inner, kernel, iterations=9) - cv2.dilate(inner, kernel, iterations=3)
    inside = cv2.erode(inner, kernel, iterations=3) - cv2.erode(inner, kernel, iterations=9)
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).astype(np.float32)
    if not outside.any() or not inside.any():
        return False
    difference = np.median(lab[inside > 0], axis=0) - np.median(lab[outside > 0], axis=0)
    return float(np.linalg.norm(difference)) > 12.0
