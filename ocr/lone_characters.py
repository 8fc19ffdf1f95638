"""Where a lone character may stand in a small piece of a page: the places that hold about a character's ink.

Text detectors see no outline around one small character, least on an underlined blank or across other print.
Two looks are taken. One at the ink that no text was read in. One at the darkest ink alone: a machine prints
in black over labels in a colour, and there the character stands upon other text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from ocr.types import Box, Pixels

_FREE, _DARKEST = 0.35, 0.55
"""Darkness, from paper (0) to the darkest (1), from which on a pixel counts as free ink, as black print."""
_DRAWN = 0.6
"""Lightness from which on the picture of the darkest ink is white."""
_LEAST_CONTRAST = 40
"""Grey levels between paper and the darkest ink below which nothing is printed there."""
_LEAST_INK, _MOST_INK = 0.06, 0.75
"""Share of a character's square that is ink."""
_RULE = 2.2
"""Strokes longer than so many heights are ruling lines and underlines."""
_AROUND = 1.3
"""Side of the square that is read, in heights."""
_STEP = 0.38
"""Heights from one place to the next: a character must stand whole in one of the squares."""
_MOST_PLACES = 14
"""Places of each look that are read at most: some 5 ms each."""
_PARTED = 0.7
"""Share of the ink that is as dark as the darkest, below which another print is lighter."""


@dataclass(frozen=True, slots=True)
class Place:
    """A square, ``box`` on the page, that may hold a character; ``crop`` is what is to be read of it."""

    box: Box
    crop: Pixels


def lone_places(
    pixels: Pixels, area: Box, within: Box, taken: Sequence[Box], height: float, *, free: bool
) -> list[Place]:
    """Places in ``area`` whose middles lie ``within``; ``height`` is a character's.

    ``free``: at the ink outside ``taken``, the boxes of text; else at the darkest ink, if much is lighter.
    """
    x0, y0, x1, y1 = (max(0, round(v)) for v in area)
    piece = np.ascontiguousarray(pixels[y0:y1, x0:x1])
    if min(piece.shape[:2]) < height:
        return []
    bright = np.asarray(piece.max(axis=2), np.float32)  # in the brightest channel red seals hardly show
    darkest, paper = np.percentile(bright, (1, 70))
    if paper - darkest < _LEAST_CONTRAST:
        return []
    darkness = (paper - bright) / (paper - darkest)
    ink, picture = _without_rules(darkness > (_FREE if free else _DARKEST), height), piece
    if free:
        for left, top, right, bottom in (_moved(box, -x0, -y0) for box in taken):
            ink[max(0, round(top)) : max(0, round(bottom)), max(0, round(left)) : max(0, round(right))] = 0
    elif ink.sum() > _PARTED * (darkness > _FREE).sum():
        return []
    else:
        drawn = np.clip(255 * (1 - darkness) / _DRAWN, 0, 255).astype(np.uint8)
        picture = np.asarray(cv2.cvtColor(drawn, cv2.COLOR_GRAY2RGB), np.uint8)
    half, core = _AROUND * height / 2, height / 2
    places = []
    for x, y in _fullest(ink, _spots(_moved(within, -x0, -y0), height), height):
        left, top = max(0, round(x - half)), max(0, round(y - half))
        crop = np.ascontiguousarray(picture[top : round(y + half), left : round(x + half)])
        places.append(Place(_moved((x - core, y - core, x + core, y + core), x0, y0), crop))
    return places


def _moved(box: Box, dx: float, dy: float) -> Box:
    return (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)


def _without_rules(ink: npt.NDArray[np.bool_], height: float) -> npt.NDArray[np.uint8]:
    printed = np.asarray(ink, np.uint8)
    bar = np.ones((1, max(3, round(_RULE * height))), np.uint8)
    return np.asarray(cv2.subtract(printed, cv2.morphologyEx(printed, cv2.MORPH_OPEN, bar)), np.uint8)


def _spots(within: Box, height: float) -> list[tuple[float, float]]:
    x0, y0, x1, y1 = within
    step = _STEP * height
    return [(float(x), float(y)) for y in np.arange(y0, y1, step) for x in np.arange(x0, x1, step)]


def _fullest(
    ink: npt.NDArray[np.uint8], spots: Sequence[tuple[float, float]], height: float
) -> list[tuple[float, float]]:
    """The spots whose squares hold the most ink, and as much as a character has."""
    side = max(3, round(height))
    share = cv2.boxFilter(ink, cv2.CV_32F, (side, side), normalize=True, borderType=cv2.BORDER_CONSTANT)
    rows, columns = share.shape
    held = [
        (float(share[round(y), round(x)]), (x, y))
        for x, y in spots
        if 0 <= round(y) < rows and 0 <= round(x) < columns
    ]
    fitting = sorted((h for h in held if _LEAST_INK <= h[0] <= _MOST_INK), reverse=True)
    return [spot for _, spot in fitting[:_MOST_PLACES]]
