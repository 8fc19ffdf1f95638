"""What a born-digital page shows beside its text: where on it seals or codes could be, if anywhere.

Most such pages are text and ruling lines alone. Looking for seals, barcodes and QR codes on every one of
them took 0.14 core-seconds; telling that there is nothing to look for takes a thirtieth. Where there is
something, it is looked for there alone: print elsewhere votes for circles and is searched for bars, 0.1
core-seconds each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from ocr.colour import LEAST_SPREAD, LOOK_SIDE
from ocr.marks.colours import Mask, channels, reduced
from ocr.straight_ink import runs_across, runs_down
from ocr.types import Box, Drawn, Pixels, TextLine

_TINT = 22
"""Distance between channels, of 255, from which the seal finder takes ink for coloured.

From ``LEAST_SPREAD`` on ink may be a purple so dark that it is hardly coloured.
"""
_LEAST_TINTED = 0.00005
_LEAST_INK = 0.0006
"""Share of the page: a QR code of 10 mm on A4 inks 0.0008, the rim of a 40 mm seal 0.0015."""
_LEAST_OF_PLACE = 0.0002
"""The same for one place: print leaves less than half of a rim uncovered."""
_RULE = 80
"""Ink as long as this, 30 mm on A4, is a ruling line; the bars of a code are shorter."""
_NEAR = 17
"""Ink not further apart, 6 mm, belongs together: the mask of a line of text parts a rim no wider."""
_LEAST_SIDES = (20, 10)
"""7 × 4 mm: no seal and no code is smaller; tick boxes and rests of strokes are."""
_MARGIN = 16
_LEAST_BARS = 12
"""Bars of a code: the shortest there are have more."""
_RIM = 0.04
"""Share of the long side, 12 mm on A4: no rim of a seal is narrower (``ocr.marks.rounds`` asks for 0.045)."""


@dataclass(frozen=True, slots=True)
class BesideText:
    """``places``: boxes, in pixels of the page, in which ink stands that is neither text nor rule; a seal or
    code that is there lies in one of them. ``coloured``: whether anything on the page is; ``colourfulness``:
    the share of it that is, as ``ocr.colour`` tells it. ``rims``: those places in which the rim of a seal
    could be; not where the file draws nothing so large. ``codes``: boxes in which a code could be.
    """

    places: tuple[Box, ...]
    coloured: bool
    colourfulness: float
    rims: tuple[Box, ...] = ()
    codes: tuple[Box, ...] = ()

    def scaled(self, factor: float) -> BesideText:
        """The same on the page enlarged by ``factor``."""
        places, rims, codes = (_scaled(boxes, factor) for boxes in (self.places, self.rims, self.codes))
        return replace(self, places=places, rims=rims, codes=codes)


def _scaled(boxes: Iterable[Box], factor: float) -> tuple[Box, ...]:
    return tuple((a * factor, b * factor, c * factor, d * factor) for a, b, c, d in boxes)


def find_beside_text(pixels: Pixels, lines: Sequence[TextLine], drawn: Drawn | None) -> BesideText:
    """What stands on a page that was drawn by a program beside ``lines``, the whole of its text.

    A page of black text and lines, by what the file says to draw, is not looked at: 7 ms.
    """
    if drawn is not None and drawn.grey and not drawn.boxes and drawn.bars < _LEAST_BARS:
        return BesideText((), coloured=False, colourfulness=0.0)
    return beside_text(*reduced(pixels, LOOK_SIDE), lines, drawn)


def beside_text(
    look: Pixels, scale: float, lines: Sequence[TextLine], drawn: Drawn | None = None
) -> BesideText:
    """``find_beside_text``; ``look`` is the page reduced by ``scale`` to 800 px, the unit of lengths here."""
    red, green, blue = channels(look)
    low = cv2.min(cv2.min(red, green), blue)
    spread = cv2.subtract(cv2.max(cv2.max(red, green), blue), low)
    _, tint = cv2.threshold(spread, _TINT, 1, cv2.THRESH_BINARY)
    _, ink = cv2.threshold(low, 160, 1, cv2.THRESH_BINARY_INV)
    for line in lines:
        _blank(line, scale, ink, tint)
    for straight in (runs_down, runs_across):
        rules = straight(np.asarray(ink, np.uint8), _RULE)
        ink = cv2.subtract(ink, cv2.dilate(rules, np.ones((3, 3), np.uint8)))
    hues = cv2.countNonZero(cv2.threshold(spread, LEAST_SPREAD, 1, cv2.THRESH_BINARY)[1])
    hued, share = hues >= _LEAST_TINTED * low.size, round(hues / low.size, 5)
    tinted = cv2.countNonZero(tint) >= _LEAST_TINTED * low.size
    inked = cv2.countNonZero(ink) >= _LEAST_INK * low.size
    if not (tinted or inked):
        return BesideText((), hued, share)
    merged = _merged(_places(np.asarray(ink, np.uint8), np.asarray(tint, np.uint8)), low.shape)
    places = _scaled(merged, 1 / scale)
    rims = _rims(places, drawn, _RIM * max(look.shape) / scale)
    return BesideText(places, hued, share, rims, _codes(places, drawn, _MARGIN / scale))


def _rims(places: tuple[Box, ...], drawn: Drawn | None, least: float) -> tuple[Box, ...]:
    """The places in which something is drawn that is as wide and high as a rim; all where nobody knows."""
    if drawn is None:
        return places
    large = [box for box in drawn.boxes if min(box[2] - box[0], box[3] - box[1]) >= least]
    return tuple(place for place in places if any(_meet(place, box) for box in large))


def _codes(places: tuple[Box, ...], drawn: Drawn | None, edge: float) -> tuple[Box, ...]:
    """Around what is drawn in the places; the places where nobody knows, or where there are bars."""
    if drawn is None or drawn.bars >= _LEAST_BARS:
        return places
    here = (box for box in drawn.boxes if any(_meet(place, box) for place in places))
    return tuple((x0 - edge, y0 - edge, x1 + edge, y1 + edge) for x0, y0, x1, y1 in here)


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _blank(line: TextLine, scale: float, *masks: cv2.typing.MatLike) -> None:
    """Take a line's ink out of the masks; of one that runs aslant, a watermark's, no more than its stripe."""
    (ax, ay), (bx, by), _, _ = line.polygon
    if min(abs(bx - ax), abs(by - ay)) > 1:
        stripe = np.round(np.array(line.polygon) * scale).astype(np.int32)
        for mask in masks:
            cv2.fillConvexPoly(mask, stripe, (0,))
        return
    x0, y0, x1, y1 = line.box
    edge = 0.25 * min(x1 - x0, y1 - y0)
    left, top = (max(0, round((v - edge) * scale)) for v in (x0, y0))
    for mask in masks:
        mask[top : round((y1 + edge) * scale) + 1, left : round((x1 + edge) * scale) + 1] = 0


def _places(ink: Mask, tint: Mask) -> Iterator[tuple[int, int, int, int]]:
    """The boxes around ink that belongs together, widened to the square that holds what arcs belong to."""
    near = cv2.dilate(cv2.bitwise_or(ink, tint), np.ones((_NEAR, _NEAR), np.uint8))
    for x, y, w, h in _rectangles(np.asarray(near, np.uint8)):
        width, height = w - _NEAR + 1, h - _NEAR + 1
        part = np.s_[y : y + h, x : x + w]
        enough = (
            np.count_nonzero(tint[part]) >= _LEAST_TINTED * ink.size
            or np.count_nonzero(ink[part]) >= _LEAST_OF_PLACE * ink.size
        )
        if enough and max(width, height) >= _LEAST_SIDES[0] and min(width, height) >= _LEAST_SIDES[1]:
            across, down = _MARGIN + max(0, height - width), _MARGIN + max(0, width - height)
            yield (x - across, y - down, x + w + across, y + h + down)


def _merged(
    boxes: Iterator[tuple[int, int, int, int]], shape: tuple[int, ...]
) -> list[tuple[int, int, int, int]]:
    """The boxes, cut at the page's edges; those that overlap as one."""
    covered = np.zeros(shape[:2], np.uint8)
    for x0, y0, x1, y1 in boxes:
        covered[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1)] = 1
    return [(x, y, x + w, y + h) for x, y, w, h in _rectangles(covered)]


def _rectangles(mask: Mask) -> Iterator[tuple[int, int, int, int]]:
    """Left, top, width and height of each patch of a mask; outlines cost a tenth of numbering the pixels."""
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for outline in outlines:
        x, y, width, height = cv2.boundingRect(outline)
        yield x, y, width, height
