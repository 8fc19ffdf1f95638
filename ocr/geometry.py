"""Plane geometry on polygons and homographies; pixels, origin top left, y down."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from ocr.types import Box, Pixels, Point, Polygon

Homography = npt.NDArray[np.float64]
"""3 × 3, maps ``(x, y, 1)`` of one picture to another's, up to scale."""


def identity() -> Homography:
    """The homography that changes nothing."""
    return np.eye(3)


def quarter_turns(width: int, height: int, rotation: int) -> Homography:
    """Turn a ``width`` × ``height`` picture clockwise by ``rotation`` (0, 90, 180, 270) degrees."""
    matrices = {
        0: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        90: [[0, -1, height], [1, 0, 0], [0, 0, 1]],
        180: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        270: [[0, 1, 0], [-1, 0, width], [0, 0, 1]],
    }
    return np.array(matrices[rotation], np.float64)


def rotate_about_centre(width: float, height: float, degrees: float) -> tuple[Homography, int, int]:
    """Turn counter-clockwise by ``degrees`` onto a canvas that holds the whole picture.

    Returns the homography and the canvas's width and height.
    """
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    new_width = round(width * abs(cos) + height * abs(sin))
    new_height = round(width * abs(sin) + height * abs(cos))
    shift = np.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, 1]])
    turn = np.array([[cos, sin, new_width / 2], [-sin, cos, new_height / 2], [0, 0, 1]])
    return turn @ shift, new_width, new_height


def map_points(matrix: Homography, points: Sequence[Point]) -> list[Point]:
    """Carry points through a homography."""
    if not points:
        return []
    mapped = cv2.perspectiveTransform(np.array([points], np.float64), matrix)[0]
    return [(float(x), float(y)) for x, y in mapped]


def map_polygon(matrix: Homography, polygon: Polygon) -> Polygon:
    """Carry a polygon through a homography."""
    a, b, c, d = map_points(matrix, polygon)
    return (a, b, c, d)


def start_top_left(polygon: Polygon) -> Polygon:
    """The same quadrilateral, its points clockwise from the one nearest the top left."""
    points = list(polygon)
    centre_x = sum(p[0] for p in points) / 4
    centre_y = sum(p[1] for p in points) / 4
    points.sort(key=lambda p: math.atan2(p[1] - centre_y, p[0] - centre_x))
    start = min(range(4), key=lambda i: points[i][0] + points[i][1])
    a, b, c, d = (points[(start + i) % 4] for i in range(4))
    return (a, b, c, d)


def sides(polygon: Polygon) -> tuple[float, float]:
    """Width and height: means of opposite edges."""
    a, b, c, d = polygon
    return (math.dist(a, b) + math.dist(d, c)) / 2, (math.dist(a, d) + math.dist(b, c)) / 2


def slope(polygon: Polygon) -> float:
    """The direction of the top and bottom edges in degrees, positive where the text falls to the right."""
    a, b, c, d = polygon
    return math.degrees(math.atan2((b[1] - a[1]) + (c[1] - d[1]), (b[0] - a[0]) + (c[0] - d[0])))


def bounding_box(points: Sequence[Point]) -> Box:
    """The upright rectangle around points."""
    xs = [p[0] for p in points]
    ys = [p[1] for p in points]
    return (min(xs), min(ys), max(xs), max(ys))


def union(boxes: Sequence[Box]) -> Box:
    """The upright rectangle around boxes."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return (min(left), min(top), max(right), max(bottom))


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Length that two spans share; negative: the gap between them."""
    return min(a1, b1) - max(a0, b0)


def cut_out(pixels: Pixels, polygon: Polygon, *, margin: float = 0.0) -> Pixels:
    """The quadrilateral as an upright crop; ``margin`` widens it by that share of its height."""
    width, height = sides(polygon)
    w, h = max(1, round(width)), max(1, round(height))
    pad = margin * height
    # cut the neighbourhood first: OpenCV warps pictures of less than 32768 pixels a side only
    x0, y0, x1, y1 = bounding_box(polygon)
    left, top = max(0, int(x0 - pad) - 1), max(0, int(y0 - pad) - 1)
    part = pixels[top : int(y1 + pad) + 2, left : int(x1 + pad) + 2]
    if min(part.shape[:2]) == 0:
        return np.full((h, w, 3), 255, np.uint8)
    corners = np.array([(x - left, y - top) for x, y in polygon], np.float32)
    target = np.array([[pad, pad], [w + pad, pad], [w + pad, h + pad], [pad, h + pad]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, target)
    size = (max(1, round(w + 2 * pad)), max(1, round(h + 2 * pad)))
    crop = cv2.warpPerspective(part, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(crop, np.uint8)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have any area in common.

    >>> meet((0, 0, 10, 10), (9, 9, 20, 20)), meet((0, 0, 10, 10), (10, 0, 20, 10))
    (True, False)
    """
    return overlap(one[0], one[2], other[0], other[2]) > 0 and overlap(one[1], one[3], other[1], other[3]) > 0


def holds(outer: Box, inner: Box) -> bool:
    """Whether the middle of one box lies in another.

    >>> holds((0, 0, 10, 10), (4, 4, 20, 8)), holds((0, 0, 10, 10), (4, 4, 8, 8))
    (False, True)
    """
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]
