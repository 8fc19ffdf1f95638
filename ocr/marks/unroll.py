"""A seal laid out straight: its ring text as one line, and the lines across its middle.

Ring text runs clockwise with the feet towards the centre and leaves a gap, which is where a strip can be
cut open; text across the middle is level when the middle of the ring text points up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from ocr.marks.colours import Grey
from ocr.marks.outlines import Outline
from ocr.marks.ring_span import STRIP, Span, ring_place, ring_stretches
from ocr.types import Pixels

Floats: TypeAlias = npt.NDArray[np.float64]

_DEPTH = 0.56
"""How far the strip reaches inwards from the rim, as a share of the smaller half axis."""
_INK = 110
"""Grey below this is ink, on a picture stretched to full contrast."""
_WHITE = (255.0,)
_FAINT = 150
"""The same where a missed stroke costs more than noise."""


@dataclass(frozen=True, slots=True)
class RingText:
    """A strip with the ring text, and where it stood: depths (0 rim – 1 centre) and angles in degrees,
    clockwise from the right as drawn. ``stretches``: the same parts by parts where wide gaps part it, each
    in as many pictures as ``crops``; ``heights`` is its length in heights of its text."""

    crops: tuple[Pixels, ...]
    depth: tuple[float, float]
    angles: tuple[float, float]
    stretches: tuple[tuple[Pixels, ...], ...]
    heights: float

    @property
    def up(self) -> float:
        """The angle of the middle of the text: -90 where the seal stands upright."""
        return (self.angles[0] + self.angles[1]) / 2


def unrolled_ring(ink: Grey, seal: Outline, *, whole: bool = False) -> RingText | None:
    """The ring text of a round or oval seal; ``ink`` is dark on white, ``seal`` in its pixels.

    ``whole``: take all that stands in the ring for text, also where a line seems to run across it.
    """
    strip, parameters = _strip(ink, seal)
    width = strip.shape[1]
    strip = _without_rims(strip)
    dark = strip < _FAINT
    place = ring_place(dark, lined=seal.shape == "round" and not whole)
    if place is None:
        return None
    (top, bottom), (start, end) = place
    band = (top, bottom)
    inked = dark[top:bottom]
    stretches = tuple(_cut(strip, band, stretch) for stretch in ring_stretches(inked, (start, end)))
    angles = np.rad2deg(np.unwrap(parameters))
    turn = float(angles[-1] - angles[0]) * width / (width - 1)
    first = float(angles[start % width]) + turn * (start // width)
    last = float(angles[end % width]) + turn * (end // width)
    heights = (end - start) / (bottom - top)
    depth = (top / STRIP * _DEPTH, bottom / STRIP * _DEPTH)
    return RingText(_cut(strip, band, (start, end)), depth, (first, last), stretches, heights)


def _cut(strip: Grey, band: Span, span: Span) -> tuple[Pixels, ...]:
    """A part of the strip twice, close around its text and with some room."""
    (top, bottom), (start, end) = band, span
    margin = round(0.25 * (bottom - top))
    columns = np.arange(start - margin, end + margin) % strip.shape[1]
    tight = strip[max(0, top - 3) : bottom + 4, columns]
    loose = strip[max(0, top - margin) : min(STRIP, bottom + margin), columns]
    return tuple(_rgb(_padded(c)) for c in (tight, loose))


def _strip(ink: Grey, seal: Outline) -> tuple[Grey, Floats]:
    """The ring cut open at the bottom, rim above, and the parameter angle (radians) of each column."""
    dense = np.linspace(0, 2 * np.pi, 1441) + np.pi / 2 - np.deg2rad(seal.turn)
    middle = 1 - 0.22 * seal.b / seal.a, 0.78
    x, y = seal.a * middle[0] * np.cos(dense), seal.b * middle[1] * np.sin(dense)
    length = np.concatenate([[0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    columns = max(200, round(length[-1] / (seal.b * _DEPTH) * STRIP))
    angles = np.interp(np.linspace(0, length[-1], columns, endpoint=False), length, dense)
    depth = np.linspace(0, seal.b * _DEPTH, STRIP)[:, None]
    # Along the normal of the ellipse, inwards from the rim.
    nx, ny = np.cos(angles) / seal.a, np.sin(angles) / seal.b
    norm = np.hypot(nx, ny)
    u = seal.a * np.cos(angles) - depth * nx / norm
    v = seal.b * np.sin(angles) - depth * ny / norm
    t = np.deg2rad(seal.turn)
    map_x = (seal.cx + u * np.cos(t) - v * np.sin(t)).astype(np.float32)
    map_y = (seal.cy + u * np.sin(t) + v * np.cos(t)).astype(np.float32)
    strip = cv2.remap(ink, map_x, map_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=_WHITE)
    return np.asarray(strip, np.uint8), angles + np.deg2rad(seal.turn)


def _without_rims(strip: Grey) -> Grey:
    """The strip with rims and inner rings, lines longer than any stroke of a character, turned white."""
    dark = (strip < _FAINT).astype(np.uint8)
    wide = np.concatenate([dark[:, -STRIP:], dark, dark[:, :STRIP]], axis=1)
    wide[round(0.45 * STRIP) :] = 0
    thick = cv2.dilate(wide, np.ones((5, 1), np.uint8))
    lines = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, round(0.9 * STRIP)), np.uint8))
    clean = strip.copy()
    clean[lines[:, STRIP:-STRIP] > 0] = 255
    return clean


_SMALL = 60
"""Half the width in pixels of the picture on which the level of the middle is looked for."""


def middle_lines(ink: Grey, seal: Outline, ring: RingText | None) -> list[tuple[Pixels, Pixels]]:
    """Crops of the straight lines across a round or oval seal, top to bottom; the star is left out.

    Each line twice: without the ring text, and a character longer at both ends, where a long line runs
    in between the ends of the ring text and was cut with them.
    """
    turn = _level_turn(ink, seal, ring)
    flat = _levelled(ink, seal, ring, turn, 200)
    whole = _levelled(ink, seal, None, turn, 200)
    pairs = []
    for x0, y0, x1, y1 in _rows(flat < _INK, 200):
        more = round(1.15 * (y1 - y0))
        longer = whole[y0:y1, max(0, x0 - more) : x1 + more]
        pairs.append((_rgb(_padded(flat[y0:y1, x0:x1])), _rgb(_padded(longer))))
    return pairs


def _level_turn(ink: Grey, seal: Outline, ring: RingText | None) -> float:
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
    dark = (_turned(ink, seal, turn, _SMALL) < _FAINT) & (mask == 0)
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
    flat = cv2.warpAffine(ink, level, (2 * size, 2 * size), flags=cv2.INTER_LINEAR, borderValue=_WHITE)
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


def frame_lines(ink: Grey, seal: Outline) -> list[Pixels]:
    """Crops of the lines inside a square seal, top to bottom."""
    width = 320
    height = max(60, round(width * seal.b / seal.a))
    level = np.asarray(
        cv2.getRotationMatrix2D((seal.cx, seal.cy), seal.turn, width / (2 * seal.a)), np.float64
    )
    level[:, 2] += np.array([width / 2 - seal.cx, height / 2 - seal.cy])
    flat = np.asarray(
        cv2.warpAffine(ink, level, (width, height), flags=cv2.INTER_CUBIC, borderValue=_WHITE), np.uint8
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
    return [_rgb(_padded(inner[y0:y1])) for y0, y1 in spans]


def _padded(grey: Grey) -> Grey:
    edge = max(3, round(0.12 * grey.shape[0]))
    return np.asarray(
        cv2.copyMakeBorder(grey, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=_WHITE), np.uint8
    )


def _rgb(grey: Grey) -> Pixels:
    return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB), np.uint8)
