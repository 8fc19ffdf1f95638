"""Finds the sheet of paper (or card) in a photo, so that it can be flattened."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from ocr.banner import with_banner
from ocr.geometry import sides, start_top_left
from ocr.types import Pixels, Point, Polygon

LOOK_SIDE = 640
SMALLEST_SHARE = 0.18
"""A sheet covers at least this share of the picture."""
SMALLEST_OF_SEVERAL = 0.04
"""So much of it each of several covers at least: a card beside a sheet of A4 covers a tenth."""
LEAST_LINES = 4
"""So many lines of text stand on each of several."""
LARGEST_SHARE = 0.97
"""A quadrilateral larger than this is the picture's own frame."""
ANGLE_TOLERANCE = 35.0
"""Corners of a sheet seen in perspective are 90° ± this."""
TEXT_INSIDE = 0.92
"""At least this share of the text's centres lies inside the sheet."""

_Held = tuple[Polygon, frozenset[int]]
"""A quadrilateral and the numbers of the lines inside it."""


def find_sheet(pixels: Pixels, text: Sequence[Polygon]) -> Polygon | None:
    """The corners of the one sheet that carries ``text``, clockwise from top left, or ``None``."""
    sheets = find_sheets(pixels, text)
    return sheets[0] if len(sheets) == 1 else None


def find_sheets(pixels: Pixels, text: Sequence[Polygon]) -> tuple[Polygon, ...]:
    """The corners of the sheet that carries ``text``, clockwise from top left; of each, where several do.

    Lean towards none: a wrong quadrilateral spoils a readable page, a missed one costs little,
    because lines of text are cut out each by its own polygon anyway.
    """
    height, width = pixels.shape[:2]
    scale = LOOK_SIDE / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    found = [q for mask in _masks(small) for q in _quads(mask)]
    found.sort(key=lambda q: -q[1])
    several = _several(small, [q for q, _ in found], text, scale)
    if several:
        return tuple(_enlarged(q, scale) for q in several)
    least = SMALLEST_SHARE * size[0] * size[1]
    for quad, area in found:
        if area > least and _holds(quad, text, scale) and _stands_out(small, quad):
            return (_enlarged(with_banner(small, quad, text, scale), scale),)
    return ()


def on_sheet(text: Sequence[Polygon], sheet: Polygon) -> list[Polygon]:
    """The outlines whose middle lies on the sheet."""
    inside = _inside(sheet, [(sum(p[0] for p in t) / 4, sum(p[1] for p in t) / 4) for t in text])
    return [t for i, t in enumerate(text) if i in inside]


def _enlarged(quad: Polygon, scale: float) -> Polygon:
    a, b, c, d = ((x / scale, y / scale) for x, y in quad)
    return (a, b, c, d)


def _several(
    small: Pixels, quads: Sequence[Polygon], text: Sequence[Polygon], scale: float
) -> tuple[Polygon, ...]:
    """Two or more quadrilaterals apart from each other that carry the text between them; else none.

    ``quads``: largest first. Of several ways to part the text the one that holds most of it stands.
    """
    centres = [(sum(p[0] for p in t) / 4 * scale, sum(p[1] for p in t) / 4 * scale) for t in text]
    held = [(q, inside) for q in quads if len(inside := _inside(q, centres)) >= LEAST_LINES]
    while True:
        best = _widest(held)
        if _reach(best) < TEXT_INSIDE * len(text):
            return ()
        flush = {q for q, _ in best if not _stands_out(small, q)}
        if not flush:
            return tuple(q for q, _ in best)
        held = [h for h in held if h[0] not in flush]


def _widest(held: Sequence[_Held]) -> list[_Held]:
    """Those that lie apart and hold most text between them; none where no two lie apart."""
    best: list[_Held] = []
    for first in range(len(held)):
        chosen = [held[first]]
        for other in held[first + 1 :]:
            if all(not other[1] & inside and _apart(other[0], quad) for quad, inside in chosen):
                chosen.append(other)
        if len(chosen) > 1 and _reach(chosen) > _reach(best):
            best = chosen
    return best


def _reach(parts: Sequence[_Held]) -> int:
    return sum(len(inside) for _, inside in parts)


def _inside(quad: Polygon, centres: Sequence[Point]) -> frozenset[int]:
    """Which of the points lie inside."""
    outline = np.array(quad, np.float32)
    return frozenset(i for i, c in enumerate(centres) if cv2.pointPolygonTest(outline, c, False) >= 0)


def _apart(one: Polygon, other: Polygon) -> bool:
    """Whether two quadrilaterals share hardly any room."""
    shared, _ = cv2.intersectConvexConvex(np.array(one, np.float32), np.array(other, np.float32))
    return shared < 0.02 * min(cv2.contourArea(np.array(q, np.float32)) for q in (one, other))


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
        if not SMALLEST_OF_SEVERAL * frame < area < LARGEST_SHARE * frame:
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
    centres = [(sum(p[0] for p in t) / 4 * scale, sum(p[1] for p in t) / 4 * scale) for t in text]
    return len(_inside(quad, centres)) >= TEXT_INSIDE * len(text)


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
