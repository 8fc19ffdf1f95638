"""The straight lines of a seal: those across the middle of a ring, and those in a frame.

Text across the middle is level when the middle of the ring text points up.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from ocr.marks.colours import Grey
from ocr.marks.outlines import Outline
from ocr.marks.unroll import FAINT, WHITE, RingText, padded, rgb
from ocr.types import Pixels

_INK = 110
"""Grey below this is ink, on a picture stretched to full contrast."""
_SIZE = 200
"""Half the width in pixels of the picture from which lines are cut."""
_SMALL = 60
"""The same of that on which their level is looked for."""
_STAR = 0.08
"""Thickness of a star's body as a share of the half width; strokes of characters reach 0.04."""
_STAR_SIDES = (0.14, 0.6)
"""Least and most of its body's sides; strokes that have run together make smaller ones."""
_POINTS = 0.14
"""How far its points reach beyond it."""


@dataclass(frozen=True, slots=True)
class StraightLine:
    """A line across a seal: its rows in the picture it was levelled on, and pictures of it."""

    rows: tuple[int, int]
    crops: tuple[Pixels, ...]

    def beside(self, other: StraightLine) -> bool:
        """Whether the rows of two lines are the same for the most part."""
        common = min(self.rows[1], other.rows[1]) - max(self.rows[0], other.rows[0])
        return common > 0.5 * min(self.rows[1] - self.rows[0], other.rows[1] - other.rows[0])


def middle_lines(ink: Grey, seal: Outline, ring: RingText | None, turn: float) -> list[StraightLine]:
    """The straight lines across a round or oval seal, top to bottom; the star is left out.

    ``turn`` levels them, as ``level_turn`` tells it. Each line twice: without the ring text, and a character
    longer at both ends, where a long line runs in between the ends of the ring text and was cut with them.
    """
    flat = _levelled(ink, seal, ring, turn, _SIZE)
    whole = _levelled(ink, seal, None, turn, _SIZE)
    if seal.shape == "round":
        star = _star(flat < _INK)
        flat[star] = whole[star] = 255
    lines = []
    for x0, y0, x1, y1 in _rows(flat < _INK, _SIZE):
        more = round(1.15 * (y1 - y0))
        longer = whole[y0:y1, max(0, x0 - more) : x1 + more]
        lines.append(StraightLine((y0, y1), (rgb(padded(flat[y0:y1, x0:x1])), rgb(padded(longer)))))
    return lines


def _star(dark: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Where the star in the middle of a seal stands: what is thicker there than any stroke, and its points.

    Beside print it was read as 大 or 云, with ends of the ring text on either side as a line of three
    characters.
    """
    size = len(dark) // 2
    thick = np.ones((round(_STAR * size),) * 2, np.uint8)
    core = cv2.morphologyEx(dark.astype(np.uint8), cv2.MORPH_OPEN, thick)
    count, labels, stats, centres = cv2.connectedComponentsWithStats(core, connectivity=8)
    found = np.zeros(dark.shape, np.uint8)
    for label in range(1, count):
        width, height = stats[label, cv2.CC_STAT_WIDTH], stats[label, cv2.CC_STAT_HEIGHT]
        away = np.hypot(*(centres[label] - size))
        if (
            away < 0.25 * size
            and min(width, height) > _STAR_SIDES[0] * size
            and max(width, height) < _STAR_SIDES[1] * size
        ):
            found[labels == label] = 1
    reach = round(2 * _POINTS * size) | 1
    return np.asarray(cv2.dilate(found, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))) > 0)


def level_turn(ink: Grey, seal: Outline, ring: RingText | None) -> float:
    """The turn in degrees that levels the middle: where its rows stand out most, near the ring's own."""
    up = (ring.up + 90 + 180) % 360 - 180 if ring is not None else 0.0
    near = up + np.arange(-75.0, 76.0, 5.0)
    turns = np.concatenate([near, [seal.turn]]) if seal.shape == "oval" else near
    outside = _outside_middle(_SMALL, seal, ring, 0.0)
    y, x = np.ogrid[-_SMALL:_SMALL, -_SMALL:_SMALL]
    outside |= np.hypot(x, y) <= 0.37 * _SMALL  # the star
    mask = outside.astype(np.uint8)
    return float(max(turns, key=lambda turn: _row_weight(ink, seal, mask, turn) - 0.0003 * abs(turn - up)))


def _row_weight(ink: Grey, seal: Outline, outside: Grey, turn: float) -> float:
    """How much the ink of the middle, turned by so many degrees, gathers in few rows, 0-1.

    ``outside`` is 1 where rim, ring text and star are before it is turned: the mask turns for a tenth of
    what drawing it anew costs.
    """
    level = cv2.getRotationMatrix2D((_SMALL, _SMALL), turn, 1.0)
    mask = cv2.warpAffine(outside, level, outside.shape, flags=cv2.INTER_NEAREST, borderValue=(1.0,))
    dark = (_turned(ink, seal, turn, _SMALL) < FAINT) & (mask == 0)
    rows = dark.sum(axis=1).astype(np.float64)
    return float((rows**2).sum() / max(rows.sum(), 1.0) ** 2)


def _levelled(ink: Grey, seal: Outline, ring: RingText | None, turn: float, size: int) -> Grey:
    """The seal turned by ``turn`` degrees anticlockwise, ``2 * size`` px wide, rim and ring text white."""
    flat = _turned(ink, seal, turn, size)
    flat[_outside_middle(size, seal, ring, turn)] = 255
    return flat


def _turned(ink: Grey, seal: Outline, turn: float, size: int) -> Grey:
    """The seal turned by ``turn`` degrees anticlockwise, in the middle of a picture ``2 * size`` px wide."""
    level = np.asarray(cv2.getRotationMatrix2D((seal.cx, seal.cy), turn, size / seal.a), np.float64)
    level[:, 2] += np.array([size - seal.cx, size - seal.cy])
    flat = cv2.warpAffine(ink, level, (2 * size, 2 * size), flags=cv2.INTER_LINEAR, borderValue=WHITE)
    return np.asarray(flat, np.uint8)


def _outside_middle(size: int, seal: Outline, ring: RingText | None, turn: float) -> npt.NDArray[np.bool_]:
    """Where the rim and the ring text are, on the levelled picture of ``2 * size`` px."""
    y, x = np.mgrid[-size:size, -size:size].astype(np.float64) / size
    t = np.deg2rad(seal.turn - turn)
    u, v = x * np.cos(t) + y * np.sin(t), (-x * np.sin(t) + y * np.cos(t)) * seal.a / seal.b
    radius = np.hypot(u, v)
    if ring is None:
        return np.asarray(radius > 0.86)
    begin, finish = (a - seal.turn for a in ring.angles)
    beside = (np.rad2deg(np.arctan2(v, u)) - begin + 2) % 360 <= finish - begin + 4
    return np.asarray((radius > 0.86) | (beside & (radius > 1 - ring.depth[1])))


def _rows(dark: npt.NDArray[np.bool_], size: int) -> list[tuple[int, int, int, int]]:
    """Boxes of text lines: inked rows that are wider than high."""
    specks = dark.astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(specks, connectivity=8)
    dark = dark & (stats[:, cv2.CC_STAT_AREA] >= 6)[labels]
    rows = dark.sum(axis=1) >= 3
    found = []
    edges = np.flatnonzero(np.diff(np.concatenate([[0], rows.astype(np.int8), [0]])))
    for y0, y1 in zip(edges[::2], edges[1::2], strict=True):
        height = int(y1 - y0)
        columns = np.flatnonzero(dark[y0:y1].any(axis=0))
        x0, x1 = int(columns[0]), int(columns[-1]) + 1
        if 0.07 * size <= height <= 0.5 * size and x1 - x0 >= 1.7 * height:
            found.append((x0, int(y0), x1, int(y1)))
    return found


def frame_lines(ink: Grey, seal: Outline) -> list[StraightLine]:
    """Crops of the lines inside a square seal, top to bottom."""
    width = 320
    height = max(60, round(width * seal.b / seal.a))
    level = np.asarray(
        cv2.getRotationMatrix2D((seal.cx, seal.cy), seal.turn, width / (2 * seal.a)), np.float64
    )
    level[:, 2] += np.array([width / 2 - seal.cx, height / 2 - seal.cy])
    flat = np.asarray(
        cv2.warpAffine(ink, level, (width, height), flags=cv2.INTER_CUBIC, borderValue=WHITE), np.uint8
    )
    rim = round(0.035 * width)
    dark = flat < _INK
    # The frame is as thick as the longest run of full rows and columns along the sides.
    while rim < 0.12 * width and max(dark[rim].mean(), dark[-rim - 1].mean()) > 0.7:
        rim += 1
    inner = flat[rim:-rim, rim:-rim]
    rows = (inner < _INK).sum(axis=1) >= 2
    edges = np.flatnonzero(np.diff(np.concatenate([[0], rows.astype(np.int8), [0]])))
    spans = [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= 0.12 * height]
    return [StraightLine((y0, y1), (rgb(padded(inner[y0:y1])),)) for y0, y1 in spans]
