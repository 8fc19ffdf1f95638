"""Rims of round and oval seals by votes of their edges.

A seal on real paper seldom stands alone: it lies across a form printed in its own colour, half of its
rim is missing, or it is printed so faintly that only its edges are left. So no cluster of ink is asked
for: edges vote for ellipses, each one voted for is bent onto the thin line nearest to it, and what share of
the rim such a line covers says how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from ocr.marks.colours import Grey
from ocr.marks.outlines import Outline
from ocr.marks.votes import vote_ellipses

Floats: TypeAlias = npt.NDArray[np.float64]

ROUNDS_SIDE = 640
_FAINTEST, _FULL = 12, 40
"""Colour below the first is noise of cameras and JPEG; from the second on ink counts in full."""
_MOST_INK = 0.06
"""Share of a page that seals, rules and print of one colour cover at most; what is weaker than that is the
moiré of a screen or tinted paper, in which Hough would count for half a second and find nothing."""
_RADII = (0.025, 0.21)
"""Smallest and largest half axis as a share of the long side."""
_TURNS = np.linspace(0, 2 * np.pi, 180, endpoint=False)
_FACTORS = np.linspace(0.8, 1.22, 43)
_BESIDE = 4
"""Steps of ``_FACTORS`` (4 %) beside a rim that must be emptier than the rim: a line, not an area."""
_REACHES = (0.2, 0.1, 0.06)
_LINE = 25
"""Least response of a rim's line, of 255."""
_STRONG, _LEAST_RIM = 100, 60
"""Most pages have no ink of a colour: fewer pixels above the first than the second are no rim."""
_LEAST_SUPPORT = 0.45
SURE = 0.72
"""Share of the rim that must be inked for a seal whose text cannot be read; real rims measured 0.85-1.0
where not cut, lucky circles through print 0.5-0.7."""
_DOUBTFUL = 2
"""Rims below ``SURE`` that are worth reading on one page."""
FLAT = 0.88
"""Below this ratio of the half axes a rim is called oval; a round seal on a tilted sheet stays above."""


def find_rounds(strength: Grey, *, arcs: bool = True, most: float = _MOST_INK) -> list[Outline]:
    """Rims of seals, the clearest first; in pixels of ``strength``, 0–255, how strong a colour is where.

    ``arcs`` looks for circles of which only one side is there, too: useless in faint ink, where chance
    has as many arcs. ``most``: the share of the page that ink covers at most.
    """
    scale = min(1.0, ROUNDS_SIDE / max(strength.shape))
    size = (max(1, round(strength.shape[1] * scale)), max(1, round(strength.shape[0] * scale)))
    small = cv2.resize(strength, size, interpolation=cv2.INTER_AREA)
    ink = _full_strength(np.asarray(small, np.uint8), most)
    side = max(size)
    if np.count_nonzero(ink > _STRONG) < _LEAST_RIM:
        return []
    found = [bent for seed in _seeds(ink, arcs) if (bent := _bent(ink, seed)) is not None]
    found = [o for o in found if _usual(o, side) and _holds_characters(ink, o)]
    return [o.scaled(1 / scale) for o in _clearest(found, side)]


def _full_strength(colour: Grey, most: float) -> Grey:
    """``colour`` without what is noise, moiré or tint, the rest brought up to 255."""
    bare = cv2.countNonZero(colour) < 0.9 * most * colour.size
    faintest = _FAINTEST if bare else max(_FAINTEST, float(np.percentile(colour, 100 * (1 - most))))
    values = np.arange(256, dtype=np.float32)
    full = np.where(values < faintest, 0, np.minimum(values * (255 / _FULL), 255))
    return np.asarray(cv2.LUT(colour, full.astype(np.uint8)), np.uint8)


def _seeds(ink: Grey, arcs: bool) -> Iterator[Floats]:
    """Ellipses (centre, half axes, turn in degrees) that edges vote for."""
    side = max(ink.shape)
    least, most = round(_RADII[0] * side), round(_RADII[1] * side)
    yield from vote_ellipses(ink, least, most)
    if not arcs:
        return
    soft = cv2.GaussianBlur(ink, (0, 0), 0.8)
    circles = cv2.HoughCircles(
        soft, cv2.HOUGH_GRADIENT_ALT, 1.5, 12, param1=100, param2=0.5, minRadius=least, maxRadius=most
    )
    for cx, cy, radius in () if circles is None else circles[0, :, :3]:
        yield np.array([cx, cy, radius, radius, 0.0])


def _rays(ink: Grey, ellipse: Floats, factors: Floats) -> tuple[Floats, Floats, Floats]:
    """Ink along the rays of an ellipse, and x and y of the samples; each angles × factors."""
    cx, cy, a, b, turn = ellipse
    t = np.deg2rad(turn)
    u, v = a * np.cos(_TURNS)[:, None] * factors, b * np.sin(_TURNS)[:, None] * factors
    x, y = cx + u * np.cos(t) - v * np.sin(t), cy + u * np.sin(t) + v * np.cos(t)
    values = cv2.remap(ink, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR)
    return values.astype(np.float64), x, y


def _response(values: Floats) -> Floats:
    """How far each sample stands out from those a little further in and out."""
    padded = np.pad(values, ((0, 0), (_BESIDE, _BESIDE)), mode="edge")
    inner, outer = padded[:, : values.shape[1]], padded[:, 2 * _BESIDE :]
    line = values - 0.7 * np.maximum(inner, outer)
    return np.asarray(np.where(np.minimum(inner, outer) > 0.85 * values, 0.0, line), np.float64)


def _bent(ink: Grey, seed: Floats) -> Outline | None:
    """The seed moved onto the thin line of ink nearest to it, with the share of it that is inked."""
    ellipse = seed
    for reach in _REACHES:
        values, x, y = _rays(ink, ellipse, _FACTORS)
        response = np.where(np.abs(_FACTORS - 1) <= reach + 1e-9, _response(values), -255)
        best = response.argmax(axis=1)
        at = _FACTORS[best]
        around = np.median(np.stack([np.roll(at, k) for k in range(-4, 5)]), axis=0)
        rows = np.arange(len(best))
        on_line = (response[rows, best] > _LINE) & (np.abs(at - around) < 0.5 * reach)
        if on_line.sum() < 40:
            return None
        fit = _fitted(np.stack([x[rows, best], y[rows, best]], axis=1)[on_line])
        if fit is None:
            return None
        ellipse = fit
    cx, cy, a, b, turn = (float(v) for v in ellipse)
    support = _support(ink, ellipse)
    return Outline("round" if b / a >= FLAT else "oval", cx, cy, a, b, turn, support)


def _fitted(points: Floats) -> Floats | None:
    (cx, cy), (width, height), turn = cv2.fitEllipseDirect(points.astype(np.float32))
    if not np.isfinite([cx, cy, width, height, turn]).all() or min(width, height) < 8:
        return None
    if width < height:
        width, height, turn = height, width, turn + 90
    return np.array([cx, cy, width / 2, height / 2, (turn + 90) % 180 - 90])


def _support(ink: Grey, ellipse: Floats) -> float:
    """The share of the rim inside the picture on which a line of ink lies."""
    values, x, y = _rays(ink, ellipse, _FACTORS)
    line = np.any(_response(values)[:, np.abs(_FACTORS - 1) <= 0.026] > _LINE, axis=1)
    rim = int(np.argmin(np.abs(_FACTORS - 1)))
    inside = _inside(ink, x[:, rim], y[:, rim])
    return float(np.mean(line[inside])) if inside.mean() >= 0.3 else 0.0


def _inside(ink: Grey, x: Floats, y: Floats) -> npt.NDArray[np.bool_]:
    height, width = ink.shape
    return np.asarray((x >= 0) & (y >= 0) & (x < width) & (y < height))


def _usual(outline: Outline, side: int) -> bool:
    """Whether a rim has a size and form seals have, and enough of it is there."""
    least, most = _RADII[0] * side * 0.9, _RADII[1] * side * 1.2
    return (
        outline.support >= _LEAST_SUPPORT
        and least <= outline.b
        and outline.a <= most
        and outline.b >= 0.5 * outline.a
    )


def _holds_characters(ink: Grey, o: Outline) -> bool:
    """Whether the ink inside a rim is spread like a seal's text: neither empty nor solid.

    A circle drawn by pen is empty; an emblem, a finger print or a logo on a disc is solid.
    """
    factors = np.linspace(0.15, 0.9, 16)
    values, x, y = _rays(ink, np.array([o.cx, o.cy, o.a, o.b, o.turn]), factors)
    inside = _inside(ink, x[:, 12], y[:, 12])
    if not inside.any():
        return False
    inked = values[inside] > _LINE * 2
    fill = float(np.average(inked.mean(axis=0), weights=factors))
    band = inked[:, factors >= 0.55]
    return 0.02 <= fill <= 0.66 and float(band.any(axis=1).mean()) >= 0.15 and float(band.mean()) <= 0.75


def _clearest(found: list[Outline], side: int) -> list[Outline]:
    """The rims in order of how clear and large they are, one of each centre, few doubtful ones."""
    kept: list[Outline] = []
    doubtful = 0
    for o in sorted(found, key=lambda o: -(o.support + 0.3 * min(1.0, o.b / 60 * ROUNDS_SIDE / side))):
        if any(_within(o, k) for k in kept):
            continue
        if o.support < SURE:
            doubtful += 1
            if doubtful > _DOUBTFUL:
                continue
        kept.append(o)
    return kept


def _within(rim: Outline, other: Outline) -> bool:
    """Whether a rim is another's inner ring, or, where doubtful, a line through its characters."""
    away = np.hypot(rim.cx - other.cx, rim.cy - other.cy)
    return bool(away < 0.8 * max(other.b, rim.b) or (rim.support < SURE and away < other.a))
