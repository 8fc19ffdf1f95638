"""Names behind a physician's label that a hand wrote: their place is told, their content never asserted.

Print keeps to its line, stands upright, and leaves room between characters; pens join strokes over
characters, lean, and are often blue. Measured on 26 signatures and 40 printed names of drawn papers,
clean, photographed and copied: strokes wider than 1.25 characters held at least 0.35 of a signature's ink
and none of a printed name's; a leaning hand gains 1.2 times and more in sharpness of its upright strokes
when set straight, print at most 1.14 times. Which error is worse: asserting a name guessed from a scrawl.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import cv2
import numpy as np

from ocr.layout import Run
from ocr.parse import parse_names
from ocr.slots import find_slots
from ocr.types import Box, Pixels

_CONCEPTS = frozenset({"physician", "reporter", "ordering"})
_CHARACTER = 0.78
"""A character's height against its line's outline."""
_WIDE = 1.25
_JOINED = 0.35
_LEANING, _SHARPER = 9, 1.2
_BLUER = 10
_ANGLES = range(-24, 25, 3)


def find_handwriting(pixels: Pixels, runs: Sequence[Run], glued: frozenset[str]) -> tuple[Box, ...]:
    """The boxes of handwritten names behind physicians' labels, in pixels of the upright page."""
    found: list[Box] = []
    for slot in find_slots(runs, glued):
        if slot.concept not in _CONCEPTS:
            continue
        for strip in slot.strips[:2]:
            names = parse_names(strip.text)
            if names:
                box = strip.box(names[0].start, names[0].end)
                if is_handwritten(pixels, box, slot.label.box):
                    found.append(box)
                break
    return tuple(found)


def is_handwritten(pixels: Pixels, box: Box, label: Box) -> bool:
    """Whether the writing in ``box`` is a hand's; ``label`` is the printed label it stands behind."""
    em = max(4.0, _CHARACTER * (label[3] - label[1]))
    crop = _cut(pixels, (box[0] - 0.1 * em, box[1] - 0.3 * em, box[2] + 0.8 * em, box[3] + 0.3 * em))
    if min(crop.shape[:2]) < 8:
        return False
    ink = _ink(crop)
    return _joined(ink, em) >= _JOINED or _leans(ink, em) or _bluer(crop, ink, _cut(pixels, label))


def touches(box: Box, places: Iterable[Box]) -> bool:
    """Whether the middle of one of ``places`` lies in ``box`` or the other way round."""
    return any(_holds(box, p) or _holds(p, box) for p in places)


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _cut(pixels: Pixels, box: Box) -> Pixels:
    x0, y0, x1, y1 = (max(0, round(v)) for v in box)
    return np.ascontiguousarray(pixels[y0:y1, x0:x1])


def _ink(crop: Pixels) -> Pixels:
    """255 where there is dark ink: paper evened out, the red of seals left out."""
    grey = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)
    paper = cv2.medianBlur(cv2.dilate(grey, np.ones((9, 9), np.uint8)), 21)
    even = np.clip(grey.astype(np.float32) * 255 / np.maximum(paper, 1), 0, 255).astype(np.uint8)
    _, ink = cv2.threshold(even, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    red = crop[..., 0].astype(np.int16) - np.maximum(crop[..., 1], crop[..., 2]) > 40
    return np.asarray(np.where(red, 0, ink), np.uint8)


def _joined(ink: Pixels, em: float) -> float:
    """Share of the ink in strokes that run over more than one character; ruling lines are left out."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    pieces = [stats[n] for n in range(1, count) if stats[n][cv2.CC_STAT_HEIGHT] > 0.25 * em]
    wide = sum(p[cv2.CC_STAT_AREA] for p in pieces if p[cv2.CC_STAT_WIDTH] > _WIDE * em)
    return float(wide / max(1, sum(p[cv2.CC_STAT_AREA] for p in pieces)))


def _leans(ink: Pixels, em: float) -> bool:
    """Whether upright strokes become plainly sharper when the writing is set straight by 9° or more."""
    sharpness = {angle: _sharpness(ink, angle, em) for angle in _ANGLES}
    best = max(sharpness, key=lambda a: sharpness[a])
    return abs(best) >= _LEANING and sharpness[best] >= _SHARPER * max(sharpness[0], 1e-6)


def _sharpness(ink: Pixels, angle: int, em: float) -> float:
    height, width = ink.shape[:2]
    slope = float(np.tan(np.deg2rad(angle)))
    matrix = np.array([[1, slope, -slope * height / 2], [0, 1, 0]], np.float32)
    columns = cv2.warpAffine(ink, matrix, (width, height)).sum(0, dtype=np.float64)[None] / 255
    smooth = cv2.GaussianBlur(columns, (0, 0), max(0.5, 0.03 * em))[0]
    return float((np.diff(smooth) ** 2).sum())


def _bluer(crop: Pixels, ink: Pixels, label: Pixels) -> bool:
    """Whether the ink is plainly bluer than the label's."""
    if min(label.shape[:2]) < 8:
        return False
    return _blueness(crop, ink) - _blueness(label, _ink(label)) >= _BLUER


def _blueness(crop: Pixels, ink: Pixels) -> float:
    inked = crop[ink > 0].astype(np.int16)
    return float(np.median(inked[:, 2] - inked[:, 0])) if len(inked) else 0.0
