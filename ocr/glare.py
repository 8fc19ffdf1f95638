"""Lamp light mirrored by the paper: a burnt-out patch around which print pales and paper falls away.

White paper of a scan is no glare, nor is a lamp that makes one side of the sheet white: print stays black
there. A white sheet on a dark desk, or a photocopied card on white, ends at an edge. Learnt from 240 pictures
of 60 sheets of the develop half, a quarter each scanned, photographed, and under a hard and a soft lamp, and
from 809 other pages, of them 142 photos and scans of real papers.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

Grey: TypeAlias = npt.NDArray[np.uint8]
Map: TypeAlias = npt.NDArray[np.float32]
Mask: TypeAlias = npt.NDArray[np.uint8]

CELLS = 96
"""The page is looked at in so many cells across and down."""
_BURNT = 0.975
_LEAST, _MOST = 0.012, 0.65
"""Share of the page that is burnt out. More than that is white paper."""
_MOST_HARD, _GREY, _GREY_AROUND = 0.25, 0.84, 0.88
"""A patch with a sharp rim: its share at most, the paper's brightness, median and around it, at most."""
_INK = 0.05
_PALE = 0.72
"""Depth of the print near the patch, by that of the print elsewhere: under hard lamps 0.15-0.62, under four
of five soft ones 0.14-0.72, on sound photos 0.93 and more."""
_FALLS = (0.004, 0.008), (0.02, 0.03), (0.05, 0.065), (0.09, 0.11)
"""Rings around the patch, by their distance from it as a share of the longer side."""
_FALL, _STEP = 5, 26
"""Levels by which the paper falls from the first ring to the last, at least; and to the second, at most."""


def glare(grey: Grey, paper: Map) -> float:
    """Share of the page, 0-1, that glare has burnt out; 0 where there is none or it spoils no print.

    ``grey`` is the page, ``paper`` its brightness without the print, 0-1, in ``CELLS`` × ``CELLS`` cells.
    """
    burnt = (paper >= _BURNT).astype(np.uint8)
    share = float(burnt.mean())
    if not _LEAST < share < _MOST:
        return 0.0
    depth = _depth(grey, paper)
    told = _is_hard(depth, paper, burnt) or (_pales(depth, burnt) and _falls_away(grey))
    return share if told else 0.0


def _depth(grey: Grey, paper: Map) -> Map:
    """How much darker than its paper the darkest print of each cell is, 0-1."""
    height, width = grey.shape
    window = np.ones((max(3, height // CELLS), max(3, width // CELLS)), np.uint8)
    darkest = cv2.resize(cv2.erode(grey, window), (CELLS, CELLS), interpolation=cv2.INTER_NEAREST)
    return np.asarray(1 - darkest.astype(np.float32) / (255 * np.maximum(paper, 0.05)), np.float32)


def _is_hard(depth: Map, paper: Map, burnt: Mask) -> bool:
    """Whether a small white patch without any print lies on paper that is far from white."""
    if float(burnt.mean()) > _MOST_HARD or float(np.median(paper)) > _GREY:
        return False
    near, far = (cv2.dilate(burnt, np.ones((size, size), np.uint8)) > 0 for size in (11, 17))
    inside = cv2.erode(burnt, np.ones((5, 5), np.uint8)) > 0
    ring = far & ~near
    if not ring.any() or not inside.any() or float(np.median(paper[ring])) >= _GREY_AROUND:
        return False
    return float((depth[inside] > 0.3).mean()) < 0.02


def _pales(depth: Map, burnt: Mask) -> bool:
    """Whether print in and around the burnt cells is far paler than elsewhere on the page."""
    near = cv2.dilate(burnt, np.ones((9, 9), np.uint8)) > 0
    beside, elsewhere = depth[near & (depth > _INK)], depth[~near & (depth > _INK)]
    if len(beside) < 8 or len(elsewhere) < 30:
        return False
    return float(np.percentile(beside, 70)) < _PALE * float(np.percentile(elsewhere, 70))


def _falls_away(grey: Grey) -> bool:
    """Whether the paper grows darker from ring to ring around the patch, without an edge."""
    closed = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((13, 13), np.uint8))
    closed = cv2.GaussianBlur(closed, (0, 0), 2)
    white = cv2.morphologyEx((closed >= 250).astype(np.uint8), cv2.MORPH_OPEN, np.ones((15, 15), np.uint8))
    if not white.any():
        return False
    away = cv2.distanceTransform(1 - white, cv2.DIST_L2, 5) / max(grey.shape)
    rings = [closed[(away > inner) & (away <= outer)] for inner, outer in _FALLS]
    if any(len(ring) < 50 for ring in rings):
        return False
    levels = [float(np.median(ring)) for ring in rings]
    falling = all(one > other for one, other in pairwise(levels))
    return falling and levels[0] - levels[-1] >= _FALL and levels[0] - levels[1] <= _STEP
