"""Glyphs with their places, and the same in the frame of their own direction of reading."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ocr.types import Box, Point

ASCENT, DESCENT = 0.86, 0.14
"""Share of the em above and below the baseline that a Chinese glyph fills; the line's height."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph as drawn: the start of its baseline, its advance and em in pixels of the page.

    ``angle`` is the direction of reading in degrees clockwise: 0 is left to right, 90 downwards.
    """

    text: str
    x: float
    y: float
    advance: float
    em: float
    angle: float = 0.0

    @property
    def box(self) -> Box:
        """The upright box around the glyph's em."""
        return place(self, self.angle).box(self.angle)


@dataclass(frozen=True, slots=True)
class Placed:
    """A glyph in the frame of its own direction: ``u`` along the reading, ``v`` down the page."""

    text: str
    u0: float
    u1: float
    v: float
    em: float

    def box(self, angle: float) -> Box:
        return box_around(self.u0, self.u1, self.v, self.em, angle)

    @property
    def middle(self) -> float:
        return (self.u0 + self.u1) / 2


def place(glyph: Glyph, angle: float) -> Placed:
    if angle == 0:  # nearly all writing: nothing to turn
        u, v = glyph.x, glyph.y
        return Placed(glyph.text, u, u + max(glyph.advance, 0.05 * glyph.em), v, glyph.em)
    turn = math.radians(angle)
    u = glyph.x * math.cos(turn) + glyph.y * math.sin(turn)
    v = -glyph.x * math.sin(turn) + glyph.y * math.cos(turn)
    return Placed(glyph.text, u, u + max(glyph.advance, 0.05 * glyph.em), v, glyph.em)


def back(u: float, v: float, angle: float) -> Point:
    if angle == 0:
        return (u, v)
    turn = math.radians(angle)
    return (u * math.cos(turn) - v * math.sin(turn), u * math.sin(turn) + v * math.cos(turn))


def box_around(u0: float, u1: float, v: float, em: float, angle: float) -> Box:
    if angle == 0:
        return (min(u0, u1), v - ASCENT * em, max(u0, u1), v + DESCENT * em)
    points = [
        back(u, w, angle) for u in (min(u0, u1), max(u0, u1)) for w in (v - ASCENT * em, v + DESCENT * em)
    ]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys), max(xs), max(ys))
