"""Two sheets on one desk, photographed at once: each lies a little askew, now and then turned round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from benchmarks.reading.degrade.camera import lit, on_desk, shot, strayed
from benchmarks.reading.degrade.worn import Worn, by_homography
from benchmarks.reading.truth import PageTruth
from ocr.types import Pixels


def photographed_together(
    sheets: Sequence[Worn], rng: np.random.Generator, *, across: bool, lean: float, turned: int = 0
) -> tuple[Pixels, tuple[PageTruth, ...]]:
    """One picture of all sheets, and each one's truth in pixels of it.

    ``across``: side by side, else one below the other; ``lean``: degrees by which each may lie askew;
    ``turned``: clockwise quarter turns of the last sheet.
    """
    moves = [_laid(s.pixels, rng, lean, turned if s is sheets[-1] else 0) for s in sheets]
    gaps = rng.uniform(0.02, 0.09, len(moves)) * max(max(size) for _, size in moves)
    breadth = max(size[1 if across else 0] for _, size in moves)
    matrices, start = [], 0.0
    for (matrix, size), gap in zip(moves, gaps, strict=True):
        aside = (breadth - size[1 if across else 0]) * rng.uniform(0, 1)
        shift = (start, aside) if across else (aside, start)
        matrices.append(np.array([[1, 0, shift[0]], [0, 1, shift[1]], [0, 0, 1]]) @ matrix)
        start += size[0 if across else 1] + gap
    length = int(start - gaps[-1]) + 1
    size = (length, int(breadth) + 1) if across else (int(breadth) + 1, length)
    table, cover = np.zeros((size[1], size[0], 3), np.uint8), np.zeros((size[1], size[0]), np.float32)
    for sheet, matrix in zip(sheets, matrices, strict=True):
        height, width = sheet.pixels.shape[:2]
        here = cv2.warpPerspective(np.ones((height, width), np.float32), matrix, size)
        seen = cv2.warpPerspective(sheet.pixels, matrix, size, borderMode=cv2.BORDER_REPLICATE)
        table = np.where(here[..., None] > 0.5, seen, table).astype(np.uint8)
        cover = np.maximum(cover, here)
    view, out = strayed(size, rng, strength=1.0)
    photo = Worn(on_desk(table, cover, view, out, rng), sheets[0].truth)
    photo = shot(lit(photo, rng, strength=1.0), rng, strength=1.0)
    truths = [s.truth.moved(by_homography(view @ m)) for s, m in zip(sheets, matrices, strict=True)]
    return photo.pixels, tuple(replace(t, difficulty="photo") for t in truths)


def _laid(
    pixels: Pixels, rng: np.random.Generator, lean: float, turned: int
) -> tuple[np.ndarray, tuple[int, int]]:
    """A turn of the sheet, and the width and height of what it then covers."""
    height, width = pixels.shape[:2]
    angle = np.deg2rad(rng.uniform(-lean, lean) + 90 * turned)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    corners = np.array([[0, 0, 1], [width, 0, 1], [width, height, 1], [0, height, 1]]) @ turn.T
    low, high = corners[:, :2].min(0), corners[:, :2].max(0)
    shift = np.array([[1, 0, -low[0]], [0, 1, -low[1]], [0, 0, 1]])
    return shift @ turn, (int(np.ceil(high[0] - low[0])), int(np.ceil(high[1] - low[1])))
