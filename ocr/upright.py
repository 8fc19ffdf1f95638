"""A page the right way up; and several papers of one picture laid out on one page, each the right way up.

Papers that lie together each lean their own way, and one may lie on its head. Each is straightened by itself
and laid where it lay, side by side or one below the other; what is between them is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ocr.engine import ReadText
from ocr.geometry import map_points, quarter_turns
from ocr.types import Box, Pixels, Point, Polygon

MARGIN = 0.02
"""Room around each paper, as a share of the longest side of all."""


@dataclass(frozen=True, slots=True)
class UprightPage:
    """A page the right way up.

    ``rotation``: clockwise quarter turn applied (degrees); ``tilt``: lean taken out, with that of the sheet
    in the photo (degrees, positive where text fell to the right); ``text``: outlines of lines in ``pixels``;
    ``read``: what stands in those that were read to tell which way is up, so that they are not read twice;
    ``parts``: the box of each paper where several lie in the picture.
    """

    pixels: Pixels
    rotation: int
    tilt: float
    text: tuple[Polygon, ...]
    read: Mapping[Polygon, ReadText] = field(default_factory=dict)
    parts: tuple[Box, ...] = ()

    @classmethod
    def untouched(cls, pixels: Pixels) -> UprightPage:
        """The page as it came: already upright, its text known from elsewhere."""
        return cls(pixels, 0, 0.0, ())


def lay_out(papers: Sequence[UprightPage], sheets: Sequence[Polygon]) -> UprightPage:
    """One page of all papers; ``sheets`` are their corners in the picture, which tell how they lay."""
    turned = quarter_turns(0, 0, papers[0].rotation)
    centres = map_points(turned, [_centre(sheet) for sheet in sheets])
    spread = [float(np.ptp([c[axis] for c in centres])) for axis in (0, 1)]
    across = spread[0] > spread[1]
    order = sorted(range(len(papers)), key=lambda n: centres[n][0 if across else 1])
    gap = round(MARGIN * max(max(p.pixels.shape[:2]) for p in papers))
    places: list[tuple[int, int]] = []
    start = gap
    for n in order:
        height, width = papers[n].pixels.shape[:2]
        places.append((start, gap) if across else (gap, start))
        start += (width if across else height) + gap
    breadth = 2 * gap + max(p.pixels.shape[0 if across else 1] for p in papers)
    ground = np.median([np.median(p.pixels[::16, ::16], axis=(0, 1)) for p in papers], axis=0)
    canvas = np.empty((breadth, start, 3) if across else (start, breadth, 3), np.uint8)
    canvas[:] = ground.astype(np.uint8)
    text: list[Polygon] = []
    read: dict[Polygon, ReadText] = {}
    parts: list[Box] = []
    for n, (x, y) in zip(order, places, strict=True):
        paper = papers[n]
        height, width = paper.pixels.shape[:2]
        canvas[y : y + height, x : x + width] = paper.pixels
        moved = {p: _moved(p, x, y) for p in paper.text}
        text += moved.values()
        read |= {moved[p]: what for p, what in paper.read.items() if p in moved}
        parts.append((x, y, x + width, y + height))
    most = max(papers, key=lambda p: len(p.text))
    return UprightPage(canvas, most.rotation, most.tilt, tuple(text), read, tuple(parts))


def _centre(polygon: Polygon) -> Point:
    return sum(p[0] for p in polygon) / 4, sum(p[1] for p in polygon) / 4


def _moved(polygon: Polygon, x: int, y: int) -> Polygon:
    a, b, c, d = ((px + x, py + y) for px, py in polygon)
    return (a, b, c, d)
