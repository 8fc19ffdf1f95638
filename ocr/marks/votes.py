"""Ellipses of any turn by votes of opposite edges.

Two edge points of an ellipse that look in opposite directions lie opposite each other: the middle between
them is the centre, whatever the axes and the turn. So pairs vote for centres, and the pairs of a centre tell
the ellipse. A rim needs half of itself and the half opposite only in part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from ocr.marks.colours import Grey
from ocr.straight_ink import runs_across, runs_down

Floats: TypeAlias = npt.NDArray[np.float64]

_DIRECTIONS = 64
"""Bins of the direction of an edge."""
_MOST_EDGES = 4000
"""Edge points looked at; more are thinned out evenly: pairs grow with their square."""
_SLANT = 0.9
"""Least cosine between an edge's direction and the chord to its opposite: ovals of 3 : 2 reach 0.92."""
_RULE = 45
"""Straight edges longer than this many px are rules; the flattest arc of the largest rim is shorter."""
_SPECK = 15
_CELL = 2
_AROUND = 56
"""Bare px around all ink in which a vote is weighed against its neighbours: 12 cells, and as many again."""
_MOST_CENTRES = 10
_TRIALS = 160
_OFF = 0.035
"""How far a point of a rim may lie off it, as a share of its radius."""
_SECTORS = 36
_LEAST_COVER = 0.4
"""Share of the sectors in which a rim or its opposite must have an edge."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Points p and the points q opposite them: N × 2 each."""

    p: Floats
    q: Floats

    @property
    def middles(self) -> Floats:
        return (self.p + self.q) / 2


def vote_ellipses(ink: Grey, least: float, most: float) -> Iterator[Floats]:
    """Ellipses (centre, half axes, turn in degrees) with half axes from ``least`` to ``most`` px.

    Only the part of the picture that holds ink is looked at: 5 ms in place of 11 where a signature is all.
    """
    left, top, right, bottom = _inked(ink)
    for ellipse in _voted(ink[top:bottom, left:right], least, most):
        yield ellipse + np.array([left, top, 0.0, 0.0, 0.0])


def _inked(ink: Grey) -> tuple[int, int, int, int]:
    """The box around all ink and the bare px around it, its corner on the corner of a cell."""
    x, y, width, height = cv2.boundingRect(ink)
    left, top = (max(0, (at - _AROUND) // _CELL * _CELL) for at in (x, y))
    return left, top, x + width + _AROUND, y + height + _AROUND


def _voted(ink: Grey, least: float, most: float) -> Iterator[Floats]:
    """``vote_ellipses``, of a picture that is looked at whole."""
    pairs = _opposite(*_edges(ink), 2 * least, 2 * most)
    if len(pairs.p) < 30:
        return
    middles = pairs.middles
    for centre in _centres(middles, ink.shape):
        near = np.abs(middles - centre).max(axis=1) <= 1.5 * _CELL
        yield from _ellipses(centre, (pairs.p - pairs.q)[near] / 2, least, most)


def _edges(ink: Grey) -> tuple[Floats, Floats]:
    """Edge points (N × 2) and the direction (radians) in which the ink grows."""
    soft = cv2.GaussianBlur(ink, (0, 0), 0.8)
    dx, dy = cv2.Sobel(soft, cv2.CV_16S, 1, 0), cv2.Sobel(soft, cv2.CV_16S, 0, 1)
    y, x = np.nonzero(_curved(np.asarray(cv2.Canny(dx, dy, 60, 140), np.uint8)))
    step = max(1, -(-len(x) // _MOST_EDGES))
    y, x = y[::step], x[::step]
    return np.stack([x, y], axis=1).astype(np.float64), np.arctan2(dy[y, x], dx[y, x]).astype(np.float64)


def _curved(edges: Grey) -> Grey:
    """Edges without those of rules, of which any two are opposite each other along all their length, and
    without specks."""
    for straight, breadth in ((runs_across, (3, 1)), (runs_down, (1, 3))):
        thick = np.asarray(cv2.dilate(edges, np.ones(breadth, np.uint8)), np.uint8)
        edges = np.asarray(cv2.subtract(edges, straight(thick, _RULE)), np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(edges, connectivity=8)
    kept = stats[:, cv2.CC_STAT_AREA] >= _SPECK
    kept[0] = False
    return np.asarray(np.where(kept[labels], edges, 0), np.uint8)


def _opposite(points: Floats, direction: Floats, least: float, most: float) -> _Pairs:
    """Pairs of points whose ink grows towards each other, ``least`` to ``most`` px apart."""
    turn = 2 * np.pi / _DIRECTIONS
    bins = np.floor(direction / turn).astype(int) % _DIRECTIONS
    order = np.argsort(bins, kind="stable")
    starts = np.searchsorted(bins[order], np.arange(_DIRECTIONS + 1))
    groups = [points[order[a:b]] for a, b in pairwise(starts)]
    p, q = [], []
    for k in range(_DIRECTIONS // 2):
        here = groups[k]
        there = np.concatenate([groups[(k + _DIRECTIONS // 2 + d) % _DIRECTIONS] for d in (-1, 0, 1)])
        if not len(here) or not len(there):
            continue
        dx, dy = there[:, 0] - here[:, :1], there[:, 1] - here[:, 1:]
        along = dx * np.cos((k + 0.5) * turn) + dy * np.sin((k + 0.5) * turn)
        i, j = np.nonzero((along >= _SLANT * least) & (along <= most))
        span = np.hypot(dx[i, j], dy[i, j])
        fits = (span >= least) & (span <= most) & (along[i, j] >= _SLANT * span)
        p.append(here[i[fits]])
        q.append(there[j[fits]])
    if not p:
        return _Pairs(np.empty((0, 2)), np.empty((0, 2)))
    return _Pairs(np.concatenate(p), np.concatenate(q))


def _centres(middles: Floats, shape: tuple[int, ...]) -> list[Floats]:
    """The places voted for most, apart from each other."""
    rows, columns = shape[0] // _CELL + 1, shape[1] // _CELL + 1
    cells = (middles // _CELL).astype(int)
    votes = np.bincount(cells[:, 1] * columns + cells[:, 0], minlength=rows * columns)
    field = cv2.GaussianBlur(votes.reshape(rows, columns).astype(np.float32), (0, 0), 1.0)
    field = field - cv2.blur(field, (25, 25))  # print votes everywhere a little
    tops = np.argwhere((field >= cv2.dilate(field, np.ones((7, 7), np.uint8))) & (field > 1.0))
    best = sorted(tops, key=lambda t: -float(field[t[0], t[1]]))[:_MOST_CENTRES]
    return [np.array([(x + 0.5) * _CELL, (y + 0.5) * _CELL]) for y, x in best]


def _ellipses(centre: Floats, arms: Floats, least: float, most: float) -> Iterator[Floats]:
    """Up to two ellipses about a centre through the ends of ``arms`` (N × 2, from the centre)."""
    for _ in range(2):
        if len(arms) < 15:
            return
        form, cover, off = _best_form(arms, least, most)
        if form is None or cover < _LEAST_COVER:
            return
        a, b, turn = _axes(form)
        yield np.array([centre[0], centre[1], a, b, turn])
        arms = arms[off > 2 * _OFF]


def _best_form(arms: Floats, least: float, most: float) -> tuple[Floats | None, float, Floats]:
    """The quadratic form (A, B, C of A x² + B xy + C y² = 1) that covers most sectors."""
    rng = np.random.default_rng(len(arms))
    x, y = arms[:, 0], arms[:, 1]
    terms = np.stack([x * x, x * y, y * y], axis=1)
    pick = terms[rng.integers(0, len(arms), (_TRIALS, 3))]
    sound = np.abs(np.linalg.det(pick / (least * least))) > 1e-4
    forms = np.linalg.solve(pick[sound], np.ones((int(sound.sum()), 3, 1)))[:, :, 0]
    half, spread = (forms[:, 0] + forms[:, 2]) / 2, np.hypot(forms[:, 0] - forms[:, 2], forms[:, 1]) / 2
    low, high = half - spread, half + spread
    usual = (low > 0) & (high > 0)
    low, high, forms = low[usual], high[usual], forms[usual]
    usual = (low >= 1 / most**2) & (high <= 1 / least**2) & (low >= 0.28 * high)
    forms = forms[usual]
    if not len(forms):
        return None, 0.0, np.empty(0)
    off = np.abs(np.sqrt(np.maximum(forms @ terms.T, 0)) - 1)
    sector = ((np.arctan2(y, x) % np.pi) / np.pi * _SECTORS).astype(int) % _SECTORS
    near, order = off < _OFF, np.argsort(sector, kind="stable")
    starts = np.flatnonzero(np.diff(sector[order], prepend=-1))
    hits = np.logical_or.reduceat(near[:, order], starts, axis=1)
    cover = hits.sum(axis=1) / _SECTORS + 0.0005 * near.mean(axis=1)
    best = int(cover.argmax())
    return forms[best], float(cover[best]), off[best]


def _axes(form: Floats) -> tuple[float, float, float]:
    """Half axes and the turn (degrees) of the longer one."""
    values, vectors = np.linalg.eigh(np.array([[form[0], form[1] / 2], [form[1] / 2, form[2]]]))
    turn = np.rad2deg(np.arctan2(vectors[1, 0], vectors[0, 0]))
    return float(values[0] ** -0.5), float(values[1] ** -0.5), float((turn + 90) % 180 - 90)
