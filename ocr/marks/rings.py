"""Round and oval rims in a cluster of ink: circles by sampling, ovals by fitting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from ocr.marks.colours import Mask
from ocr.marks.outlines import Cluster, Outline, Points, rim_points

Floats: TypeAlias = npt.NDArray[np.float64]
Ellipses: TypeAlias = npt.NDArray[np.float64]
"""N × 5: centre x, centre y, half axes a and b, turn of a in degrees."""

_ANGLES = np.linspace(0, 2 * np.pi, 120, endpoint=False)
_TRIALS = 300
_LEAST, _MOST = 0.075, 0.5
"""Diameter as a share of the picture's long side: 38–45 mm on A4 is 0.13–0.15, on a half sheet 0.2, on a
small receipt 0.45. Printed hospital logos and finger prints stay under 0.07."""
_SAME_RIM = 0.08
_FLAT = 0.88
"""Below this ratio of the half axes a ring is called oval; a round seal on a tilted sheet stays above."""


@dataclass(frozen=True, slots=True)
class _Rim:
    """What a mask shows along each of N rims: the inked share on it and in a ring a little outside, how
    far it stands out from the emptiest ring just inside, and the share that lies on the page; 0–1."""

    on: Floats
    outside: Floats
    beside: Floats
    within: Floats

    @property
    def score(self) -> Floats:
        """High for an inked rim with nothing close around it."""
        return np.asarray(self.on - 0.5 * self.outside + 0.3 * self.beside, np.float64)


def find_rings(cluster: Cluster, most: int = 3) -> list[Outline]:
    """Circles and ovals in a cluster that look like seals, at most ``most``; coordinates of the picture."""
    if max(cluster.mask.shape) < _LEAST * cluster.side * 0.6:
        return []
    thick = np.asarray(cv2.dilate(cluster.mask, np.ones((3, 3), np.uint8)), np.uint8)
    points = rim_points(cluster)
    found: list[Outline] = []
    for _ in range(most):
        if len(points) < 20:
            break
        best = _best_ring(cluster, thick, points)
        if best is None:
            break
        if not any(np.hypot(best.cx - o.cx, best.cy - o.cy) < 0.3 * o.a for o in found):
            found.append(best)
        points = points[_off_rim(points, np.array([best.cx, best.cy, best.a, best.b, best.turn])) > _SAME_RIM]
    return [o.moved(cluster.x, cluster.y) for o in found]


def _best_ring(cluster: Cluster, thick: Mask, points: Points) -> Outline | None:
    """The rim with most ink on it and least around it among all candidates that pass for a seal."""
    candidates = np.concatenate([_circles(points, cluster.side), _ovals(points, cluster.side)])
    if not len(candidates):
        return None
    rim = _along(thick, candidates, cluster)
    order = np.argsort(-rim.score)[:6]
    candidates = np.array([e for i in order for e in (candidates[i], _refined(thick, candidates[i]))])
    rim = _along(thick, candidates, cluster)
    for i in np.argsort(-rim.score):
        sound = rim.on[i] >= 0.5 and rim.outside[i] <= 0.5 and rim.beside[i] >= 0.2 and rim.within[i] >= 0.3
        if sound and _holds_characters(cluster, candidates[i]):
            cx, cy, a, b, turn = (float(v) for v in candidates[i])
            return Outline("round" if b / a >= _FLAT else "oval", cx, cy, a, b, turn, float(rim.on[i]))
    return None


def _circles(points: Points, side: int) -> Ellipses:
    """Circles through three rim points each, by sampling."""
    rng = np.random.default_rng(len(points))
    pick = points[rng.integers(0, len(points), (_TRIALS, 3))].astype(np.float64)
    p, q, r = pick[:, 0], pick[:, 1], pick[:, 2]
    d = 2 * (p[:, 0] * (q[:, 1] - r[:, 1]) + q[:, 0] * (r[:, 1] - p[:, 1]) + r[:, 0] * (p[:, 1] - q[:, 1]))
    wide = np.abs(d) > 1
    p, q, r, d = p[wide], q[wide], r[wide], d[wide]
    sp, sq, sr = (np.sum(v * v, axis=1) for v in (p, q, r))
    cx = (sp * (q[:, 1] - r[:, 1]) + sq * (r[:, 1] - p[:, 1]) + sr * (p[:, 1] - q[:, 1])) / d
    cy = (sp * (r[:, 0] - q[:, 0]) + sq * (p[:, 0] - r[:, 0]) + sr * (q[:, 0] - p[:, 0])) / d
    radius = np.hypot(p[:, 0] - cx, p[:, 1] - cy)
    fits = (radius * 2 >= _LEAST * side) & (radius * 2 <= _MOST * side)
    circles = np.stack([cx, cy, radius, radius, np.zeros_like(cx)], axis=1)
    return np.asarray(circles[fits], np.float64)


def _ovals(points: Points, side: int) -> Ellipses:
    """Ellipses through all rim points, through the convex hull, and through samples of it, trimmed."""
    rng = np.random.default_rng(len(points) + 1)
    hull = np.asarray(cv2.convexHull(points)[:, 0, :], np.float32)
    starts = [points, hull]
    if len(hull) >= 12:
        starts += [hull[rng.choice(len(hull), 8, False)] for _ in range(16)]
    found = []
    for start in starts:
        fit = _fitted(start)
        for _ in range(2):
            if fit is None:
                break
            fit = _fitted(points[_off_rim(points, fit) < 0.12])
        if fit is not None and _LEAST * side <= 2 * fit[2] <= _MOST * side and fit[3] > 0.45 * fit[2]:
            found.append(fit)
    return np.array(found).reshape(-1, 5)


def _fitted(points: Points) -> Floats | None:
    if len(points) < 8:
        return None
    (cx, cy), (width, height), turn = cv2.fitEllipseDirect(points)
    if not np.isfinite([cx, cy, width, height, turn]).all() or min(width, height) < 4:
        return None
    if width < height:
        width, height, turn = height, width, turn + 90
    return np.array([cx, cy, width / 2, height / 2, (turn + 90) % 180 - 90])


def _off_rim(points: Points, ellipse: Floats) -> Floats:
    """How far points lie from a rim, as a share of its radius."""
    cx, cy, a, b, turn = ellipse
    t = np.deg2rad(turn)
    dx, dy = points[:, 0] - cx, points[:, 1] - cy
    u, v = (dx * np.cos(t) + dy * np.sin(t)) / a, (-dx * np.sin(t) + dy * np.cos(t)) / b
    return np.asarray(np.abs(np.hypot(u, v) - 1), np.float64)


def _rim_xy(ellipses: Ellipses, factor: float) -> tuple[Floats, Floats]:
    """Points of each rim enlarged by ``factor``: x and y, N × 120."""
    cx, cy, a, b, turn = (ellipses[:, i, None] for i in range(5))
    t = np.deg2rad(turn)
    u, v = factor * a * np.cos(_ANGLES), factor * b * np.sin(_ANGLES)
    return cx + u * np.cos(t) - v * np.sin(t), cy + u * np.sin(t) + v * np.cos(t)


def _hit(mask: Mask, xy: tuple[Floats, Floats]) -> npt.NDArray[np.bool_]:
    height, width = mask.shape
    x, y = np.rint(xy[0]).astype(int), np.rint(xy[1]).astype(int)
    inside = (x >= 0) & (y >= 0) & (x < width) & (y < height)
    return np.asarray(inside & (mask[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)] > 0))


def _along(thick: Mask, ellipses: Ellipses, cluster: Cluster) -> _Rim:
    near = np.any([_hit(thick, _rim_xy(ellipses, f)) for f in (0.97, 1.0, 1.025)], axis=0)
    x, y = _rim_xy(ellipses, 1.0)
    x, y = x + cluster.x, y + cluster.y
    inside = (x >= 0) & (y >= 0) & (x < cluster.size[0]) & (y < cluster.size[1])
    on = (near & inside).sum(axis=1) / np.maximum(inside.sum(axis=1), 1)
    outside = np.mean([_hit(thick, _rim_xy(ellipses, f)) for f in (1.09, 1.14)], axis=(0, 2))
    inner = np.min([_hit(thick, _rim_xy(ellipses, f)).mean(axis=1) for f in (0.93, 0.9, 0.87)], axis=0)
    return _Rim(on, outside, on - inner, inside.mean(axis=1))


def _refined(thick: Mask, ellipse: Floats) -> Floats:
    """The rim moved onto the outermost ink within an eighth of its radius."""
    factors = np.linspace(1.12, 0.88, 25)
    hits = np.stack([_hit(thick, _rim_xy(ellipse[None], f))[0] for f in factors])
    seen = hits.any(axis=0)
    if seen.sum() < 30:
        return ellipse
    outer = factors[hits.argmax(axis=0)]
    # A text or line that crosses the rim pulls single angles outwards: the median of the neighbours holds.
    around = np.stack([np.roll(outer, k) for k in range(-3, 4)])
    seen &= np.abs(outer - np.median(around, axis=0)) < 0.025
    x, y = (np.array([v[0] for v in pair]) for pair in _rim_xy(ellipse[None], 1.0))
    cx, cy = ellipse[0], ellipse[1]
    points = np.stack([cx + (x - cx) * outer, cy + (y - cy) * outer], axis=1).astype(np.float32)[seen]
    fit = _fitted(points)
    if fit is None or not 0.85 < fit[2] / ellipse[2] < 1.18 or not 0.85 < fit[3] / ellipse[3] < 1.18:
        return ellipse
    return fit


def _holds_characters(cluster: Cluster, ellipse: Floats) -> bool:
    """Whether the ink inside a rim is spread like a seal's text: neither empty nor solid.

    A circle drawn by pen is empty; an emblem, a finger print or a logo on a disc is solid.
    """
    whole = ellipse + np.array([cluster.x, cluster.y, 0, 0, 0])
    factors = np.linspace(0.15, 0.9, 16)
    hits = np.stack([_hit(cluster.page, _rim_xy(whole[None], f))[0] for f in factors])
    x, y = (v[0] for v in _rim_xy(whole[None], 0.75))
    inside = (x >= 0) & (y >= 0) & (x < cluster.size[0]) & (y < cluster.size[1])
    if not inside.any():
        return False
    fill = float(np.average(hits[:, inside].mean(axis=1), weights=factors))
    band = hits[factors >= 0.55][:, inside]
    return 0.04 <= fill <= 0.66 and band.any(axis=0).mean() >= 0.2 and band.mean() <= 0.75
