"""The ring text of a seal laid out straight, as one line.

It runs clockwise with the feet towards the centre and leaves a gap, which is where a strip can be cut open.
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
WHITE = (255.0,)
_NARROWED = (0.8, 0.65)
"""Width of the two pictures of a stretch as a share of what was unrolled: rings are set wide, and the reader
was taught on lines set close. Of drawn rings 1421 characters were read right and 84 wrong at full width,
1430 and 82 at 0.75, 1444 and 71 at 0.65; of real ones 361 and 53, 363 and 52, 359 and 64: one of each."""
FAINT = 150
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
    dark = strip < FAINT
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
    return tuple(rgb(_narrowed(padded(c), n)) for c, n in zip((tight, loose), _NARROWED, strict=True))


def _narrowed(grey: Grey, factor: float) -> Grey:
    size = (max(1, round(factor * grey.shape[1])), grey.shape[0])
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


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
    strip = cv2.remap(ink, map_x, map_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=WHITE)
    return np.asarray(strip, np.uint8), angles + np.deg2rad(seal.turn)


def _without_rims(strip: Grey) -> Grey:
    """The strip with rims and inner rings, lines longer than any stroke of a character, turned white."""
    dark = (strip < FAINT).astype(np.uint8)
    wide = np.concatenate([dark[:, -STRIP:], dark, dark[:, :STRIP]], axis=1)
    wide[round(0.45 * STRIP) :] = 0
    thick = cv2.dilate(wide, np.ones((5, 1), np.uint8))
    lines = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, round(0.9 * STRIP)), np.uint8))
    clean = strip.copy()
    clean[lines[:, STRIP:-STRIP] > 0] = 255
    return clean


def padded(grey: Grey) -> Grey:
    edge = max(3, round(0.12 * grey.shape[0]))
    return np.asarray(
        cv2.copyMakeBorder(grey, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=WHITE), np.uint8
    )


def rgb(grey: Grey) -> Pixels:
    return np.asarray(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB), np.uint8)
