"""How a rim stands on its page: whole or cut, alone or in print of its own colour."""

from __future__ import annotations

import cv2
import numpy as np

from ocr.marks.colours import Grey, red_ink
from ocr.marks.outlines import Outline
from ocr.marks.rounds import SURE
from ocr.types import Pixels

_BARE = 0.12
"""Most red ink beside a seal that is trusted unread; forms printed in red stay below, screens above."""
_FULL = 40
"""Strength from which on cool ink counts in full."""
_AMID_PRINT = 0.6
"""Ink beside a rim as a share of that inside: 0.08-0.53 for blue and purple seals on real bills, 0.6-1.2 for
circles through bluish print, 0.25 and less for seals that are trusted unread."""
_ALONE = 0.3
_SEEN = 0.6
"""Least support of a cool rim: true ones measured 0.61-1.0 on real bills, circles through print 0.45-0.57."""
_INKED, _LEAST_WRITTEN = 14, 0.4
"""Share of a rim's turn along which ink stands inside it: a line across a stamp of a date reaches 0.2."""
_LEAST_UNREAD = 0.07
"""Diameter as a share of the long side: logos printed in blue stay below."""


def amid_print(strength: Grey, rim: Outline) -> bool:
    """Whether a cool rim is more likely a chance circle through print that the light made bluish.

    ``strength`` is how much cool ink is where, ``rim`` in its pixels.
    """
    return rim.support < _SEEN or _beside(strength, rim) > _AMID_PRINT


def plain_cool(strength: Grey, rim: Outline) -> bool:
    """Whether a blue or purple rim is a seal's even unread: clear, whole, of usual size, alone."""
    large = 2 * rim.a >= _LEAST_UNREAD * max(strength.shape)
    clear = rim.support >= _SEEN and _beside(strength, rim) <= _ALONE
    return large and clear and _whole(rim, strength.shape[1], strength.shape[0]) and _written(strength, rim)


def plain_red(even: Pixels, strength: Grey, rim: Outline) -> bool:
    """Whether a red rim is a seal's even unread: sure, whole, of usual size, on bare paper.

    Selfies, screens and cards are full of coloured round things that hold no text. Only the paper beside
    the rim is asked: a form printed in red is bare paper between its rules.
    """
    whole = rim.support >= SURE and _whole(rim, even.shape[1], even.shape[0])
    return whole and _written(strength, rim) and _red_beside(even, rim) < _BARE


def _written(strength: Grey, rim: Outline) -> bool:
    """Whether text stands along the inside of a rim: stamps of dates and ringed numbers are empty there."""
    angles, depths = np.linspace(0, 2 * np.pi, 120, endpoint=False)[:, None], np.linspace(0.66, 0.86, 8)
    t = np.deg2rad(rim.turn)
    u, v = rim.a * np.cos(angles) * depths, rim.b * np.sin(angles) * depths
    x, y = rim.cx + u * np.cos(t) - v * np.sin(t), rim.cy + u * np.sin(t) + v * np.cos(t)
    ink = cv2.remap(strength, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR)
    return float((ink > _INKED).any(axis=1).mean()) >= _LEAST_WRITTEN


def _whole(rim: Outline, width: int, height: int) -> bool:
    x0, y0, x1, y1 = rim.box
    inside = x0 > -2 and y0 > -2 and x1 < width + 2 and y1 < height + 2
    return inside and 2 * rim.a <= 0.3 * max(height, width)


def _red_beside(even: Pixels, rim: Outline) -> float:
    """The share of red ink in a ring around a rim, 1.1 to 1.5 times as large."""
    left, top, around = _around(even, rim)
    y, x = np.ogrid[: around.shape[0], : around.shape[1]]
    away = np.hypot((x + left - rim.cx) / rim.a, (y + top - rim.cy) / rim.a)
    ring = (away > 1.1) & (away < 1.5)
    return float((red_ink(around)[ring] > 0).mean()) if ring.any() else 0.0


def _beside(strength: Grey, rim: Outline) -> float:
    """Ink in a ring around a rim (1.12 to 1.5 times as large) as a share of the ink inside it."""
    left, top, around = _around(strength, rim)
    y, x = np.mgrid[: around.shape[0], : around.shape[1]].astype(np.float64)
    t = np.deg2rad(rim.turn)
    dx, dy = x + left - rim.cx, y + top - rim.cy
    u, v = (dx * np.cos(t) + dy * np.sin(t)) / rim.a, (-dx * np.sin(t) + dy * np.cos(t)) / rim.b
    away, ink = np.hypot(u, v), np.minimum(around, _FULL)
    inside, beside = ink[away < 1.05], ink[(away > 1.12) & (away < 1.5)]
    if not inside.size or not beside.size or not inside.any():
        return 0.0
    return float(beside.mean() / inside.mean())


def _around(picture: Pixels | Grey, rim: Outline) -> tuple[int, int, Pixels]:
    """The part of a picture half a rim's radius around it, and its left and top."""
    x0, y0, x1, y1 = (int(v) for v in rim.box)
    edge = round(0.5 * rim.a)
    left, top = max(0, x0 - edge), max(0, y0 - edge)
    return left, top, np.asarray(picture[top : y1 + edge + 1, left : x1 + edge + 1], np.uint8)
