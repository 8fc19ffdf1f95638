"""How far writing leans and what ink it is in, measured in pixels: what tells a hand's writing from print."""

from __future__ import annotations

import cv2
import numpy as np

from ocr.types import Box, Pixels

CHARACTER = 0.78
"""A character's height against its line's outline."""
LEANING = 9
"""Degrees by which a hand leans at least."""
SHARPER = 1.2
"""How much sharper a hand's upright strokes become when they are set straight."""
BLUER = 10
WARMEST, BLACK = -25.0, -12.0
"""Blueness below which a label is printed in red or brown and tells nothing of the value's ink, and that of
black print under warm lamps, which then stands for the label's."""
GREEN = 15
"""Green above red and blue from which on a label is printed in green: black is bluer, and no pen's ink."""
_ANGLES = range(-24, 25, 3)
_LEANS_OF_HANDS = (9, 15, 21, -15)
_LOOK = 24.0
"""Pixels a character; leaning shows as well on a small picture, which costs a fraction."""
_LEAST_SIDE = 8


def em_of(label: Box) -> float:
    """A character's height beside a printed label with this box."""
    return max(4.0, CHARACTER * (label[3] - label[1]))


def lean_of(pixels: Pixels, box: Box, em: float) -> float | None:
    """How much sharper the upright strokes in a box become when they are set straight as hands lean.

    Print stays below 0.9, hands come to 0.9 and more; ``None`` where the box is too small to tell.
    """
    look = _small(pixels, box, em)
    if look is None:
        return None
    ink, size = ink_of(look), min(em, _LOOK)
    upright = max(_sharpness(ink, 0, size), 1e-6)
    return max(_sharpness(ink, angle, size) for angle in _LEANS_OF_HANDS) / upright


def is_bluer_than(pixels: Pixels, box: Box, label: Box, em: float, least: float) -> bool:
    """Whether the ink in a box is plainly bluer than the label's."""
    look = _small(pixels, box, em)
    return look is not None and blueness(look, ink_of(look), cut(pixels, label)) >= least


def _small(pixels: Pixels, box: Box, em: float) -> Pixels | None:
    crop = cut(pixels, (box[0] - 0.1 * em, box[1] - 0.3 * em, box[2] + 0.3 * em, box[3] + 0.3 * em))
    if min(crop.shape[:2]) < _LEAST_SIDE:
        return None
    scale = min(1.0, _LOOK / em)
    return np.asarray(cv2.resize(crop, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def cut(pixels: Pixels, box: Box) -> Pixels:
    """The pixels in a box."""
    x0, y0, x1, y1 = (max(0, round(v)) for v in box)
    return np.ascontiguousarray(pixels[y0:y1, x0:x1])


def ink_of(crop: Pixels, share: float = 1.0) -> Pixels:
    """255 where there is dark ink: paper evened out, the red of seals left out.

    ``share`` of the threshold between ink and paper: below 1 for the darkest ink alone.
    """
    grey = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)
    paper = cv2.medianBlur(cv2.dilate(grey, np.ones((9, 9), np.uint8)), 21)
    even = np.clip(grey.astype(np.float32) * 255 / np.maximum(paper, 1), 0, 255).astype(np.uint8)
    parted, _ = cv2.threshold(even, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    ink = np.where(even <= share * parted, 255, 0)
    red = crop[..., 0].astype(np.int16) - np.maximum(crop[..., 1], crop[..., 2]) > 40
    return np.asarray(np.where(red, 0, ink), np.uint8)


def leaning(ink: Pixels, em: float) -> float:
    """How many times sharper upright strokes become when the writing is set straight by 9° or more; 1 where
    it stands straighter as it is."""
    sharpness = {angle: _sharpness(ink, angle, em) for angle in _ANGLES}
    best = max(sharpness, key=lambda a: sharpness[a])
    return sharpness[best] / max(sharpness[0], 1e-6) if abs(best) >= LEANING else 1.0


def _sharpness(ink: Pixels, angle: int, em: float) -> float:
    height, width = ink.shape[:2]
    slope = float(np.tan(np.deg2rad(angle)))
    matrix = np.array([[1, slope, -slope * height / 2], [0, 1, 0]], np.float32)
    columns = cv2.warpAffine(ink, matrix, (width, height)).sum(0, dtype=np.float64)[None] / 255
    smooth = cv2.GaussianBlur(columns, (0, 0), max(0.5, 0.03 * em))[0]
    return float((np.diff(smooth) ** 2).sum())


def blueness(crop: Pixels, ink: Pixels, label: Pixels) -> float:
    """How much bluer the ink is than the label's, grey levels; 0 where the label is too small to tell."""
    if min(label.shape[:2]) < _LEAST_SIDE:
        return 0.0
    ink_of_label = ink_of(label)
    printed = _blueness(label, ink_of_label)
    if _is_green(label, ink_of_label):
        printed = max(printed, 0.0)
    return _blueness(crop, ink) - (BLACK if printed < WARMEST else printed)


def _is_green(crop: Pixels, ink: Pixels) -> bool:
    inked = crop[ink > 0].astype(np.int16)
    return bool(len(inked)) and float(np.median(inked[:, 1] - inked[:, [0, 2]].max(1))) >= GREEN


def _blueness(crop: Pixels, ink: Pixels) -> float:
    inked = crop[ink > 0].astype(np.int16)
    return float(np.median(inked[:, 2] - inked[:, 0])) if len(inked) else 0.0
