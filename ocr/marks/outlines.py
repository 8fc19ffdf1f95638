"""The outlines of seals: rings and frames found in a mask of ink.

Everything is measured in pixels of the mask given and judged relative to its long side, so the same
rules serve a 1000 px and a 4000 px page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from ocr.marks.colours import Mask
from ocr.straight_ink import runs_across, runs_down

Points: TypeAlias = npt.NDArray[np.float32]
"""N × 2, x and y."""

_LEAST_FRAME, _MOST_FRAME = 0.03, 0.32
"""Long side of square seals as a share of the page's: a name stamp of 12 mm on A4 is 0.04."""
_THINNEST_FRAME = 0.016
"""Short side: print in the cells of a coloured form measured 0.013 and less."""
_RULE = 0.2
"""Straight lines longer than this share of the page are ruled forms and letterheads, not seals."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A seal's rim: centre, half axes ``a`` ≥ ``b`` and the turn of ``a`` from the x axis in degrees.

    ``shape`` is ``round``, ``oval`` or ``square``; for ``square`` the half axes are half the sides of
    the frame. ``support`` is the share of the rim inside the picture that is inked, 0–1.
    """

    shape: str
    cx: float
    cy: float
    a: float
    b: float
    turn: float
    support: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The upright rectangle around the outline."""
        t = np.deg2rad(self.turn)
        c, s = abs(float(np.cos(t))), abs(float(np.sin(t)))
        if self.shape == "square":
            w, h = self.a * c + self.b * s, self.a * s + self.b * c
        else:
            w, h = float(np.hypot(self.a * c, self.b * s)), float(np.hypot(self.a * s, self.b * c))
        return (self.cx - w, self.cy - h, self.cx + w, self.cy + h)

    def scaled(self, factor: float) -> Outline:
        """The same outline on the picture enlarged by ``factor``."""
        return replace(self, cx=self.cx * factor, cy=self.cy * factor, a=self.a * factor, b=self.b * factor)

    def moved(self, dx: float, dy: float) -> Outline:
        """The same outline, shifted."""
        return replace(self, cx=self.cx + dx, cy=self.cy + dy)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Ink that stands close together: its own mask, and its place in the mask of the whole picture."""

    mask: Mask
    x: int
    y: int
    page: Mask

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the whole picture."""
        return (self.page.shape[1], self.page.shape[0])

    @property
    def side(self) -> int:
        """Long side of the whole picture."""
        return max(self.size)


def without_rules(mask: Mask) -> Mask:
    """The mask without long straight lines across or down the page."""
    # At half the size: long kernels are the dearest part of looking for frames.
    height, width = mask.shape
    half = cv2.resize(mask, (max(1, width // 2), max(1, height // 2)), interpolation=cv2.INTER_AREA)
    thick = cv2.dilate(np.where(half > 0, 255, 0).astype(np.uint8), np.ones((2, 2), np.uint8))
    length = max(8, round(max(half.shape) * _RULE))
    rules = cv2.bitwise_or(
        runs_across(np.asarray(thick, np.uint8), length),
        runs_down(np.asarray(thick, np.uint8), length),
    )
    rules = cv2.resize(rules, (width, height), interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.subtract(mask, rules), np.uint8)


def clusters(ink: Mask, reach: float = 0.012) -> Iterator[Cluster]:
    """Groups of ink not more than ``reach`` of the long side apart, as large as a seal may be."""
    side = max(ink.shape)
    gap = max(3, round(side * reach)) | 1
    near = cv2.dilate(ink, np.ones((gap, gap), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    for label in range(1, count):
        x, y, w, h, _area = (int(v) for v in stats[label])
        if max(w, h) < _LEAST_FRAME * side or min(w, h) < 0.012 * side:
            continue
        part = np.where(labels[y : y + h, x : x + w] == label, ink[y : y + h, x : x + w], 0).astype(np.uint8)
        if cv2.countNonZero(part) >= 0.0001 * side * side:
            yield Cluster(part, x, y, ink)


def rim_points(cluster: Cluster) -> Points:
    """Points of the outer contours of a cluster, evenly thinned to about 240; none on the page's edge."""
    reach = max(3, round(cluster.side * 0.02)) | 1
    pad = reach + 2
    grown = cv2.copyMakeBorder(cluster.mask, pad, pad, pad, pad, cv2.BORDER_CONSTANT)
    closed = cv2.morphologyEx(
        grown, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    )
    contours, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    points = np.concatenate([c[:, 0, :] for c in contours]).astype(np.float32) - pad
    x, y = points[:, 0] + cluster.x, points[:, 1] + cluster.y
    free = (x > 2) & (y > 2) & (x < cluster.size[0] - 3) & (y < cluster.size[1] - 3)
    points = points[free]
    return np.ascontiguousarray(points[:: max(1, len(points) // 240)], np.float32)


def find_frame(cluster: Cluster) -> Outline | None:
    """The frame of a square or rectangular seal, if the cluster is one; coordinates of the picture."""
    points = rim_points(cluster)
    if len(points) < 20:
        return None
    (cx, cy), (width, height), turn = cv2.minAreaRect(points)
    if width < height:
        width, height, turn = height, width, turn - 90
    turn = (turn + 45) % 180 - 45
    if turn > 45:
        turn -= 90
        width, height = height, width
    longest = max(width, height)
    side = cluster.side
    shortest = min(width, height)
    if not (_LEAST_FRAME * side <= longest <= _MOST_FRAME * side and shortest * 4.5 >= longest):
        return None
    if shortest < _THINNEST_FRAME * side:
        return None
    frame = Outline("square", cx, cy, width / 2, height / 2, turn, 0.0).moved(cluster.x, cluster.y)
    support = _frame_support(cluster.page, frame)
    return replace(frame, support=support) if support is not None else None


def _frame_support(page: Mask, frame: Outline) -> float | None:
    """The inked share of a frame's four sides; ``None`` if it is no seal's frame.

    A seal's frame is closed on all sides, ends at its corners, and holds characters: neither empty like
    a tick box nor solid like a logo.
    """
    size, cx, cy = 64, frame.cx, frame.cy
    rows = max(16, round(size * frame.b / frame.a))
    turned = np.asarray(cv2.getRotationMatrix2D((cx, cy), frame.turn, size / (2 * frame.a)), np.float64)
    turned[:, 2] += np.array([size / 2 + 8 - cx, rows / 2 + 8 - cy])
    flat = cv2.warpAffine(page, turned, (size + 16, rows + 16), flags=cv2.INTER_AREA) > 60
    core = flat[7 : 9 + rows, 7 : 9 + size]
    sides = [_side(view) for view in (core, core[::-1], core.T, core.T[::-1])]
    lines, drops = np.array(sides).T
    inner = core[5:-5, 5:-5]
    outside = (flat.sum() - flat[5:-5, 5:-5].sum()) / flat.size
    if min(lines) < 0.6 or np.mean(lines) < 0.8 or np.mean(drops) < 0.3:
        return None
    if not 0.08 <= inner.mean() <= 0.75 or outside > 0.03:
        return None
    spread = (inner.any(axis=0).mean(), inner.any(axis=1).mean())
    return float(np.mean(lines)) if min(spread) >= 0.45 else None


def _side(core: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """How much of the first rows of a frame is inked, and how far that falls off just inside."""
    rows = core[:12].mean(axis=1)
    line = int(np.argmax(rows[:6]))
    near = core[max(0, line - 1) : line + 2].any(axis=0).mean()
    return float(near), float(rows[line] - rows[line + 1 : line + 7].min())
