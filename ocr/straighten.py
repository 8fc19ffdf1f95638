"""Brings a page upright: which way is up, how far it leans, and where the sheet lies in a photo.

Text is looked for once, on the page as opened. Everything that moves the page is composed into one
homography and applied to the pixels once, so that nothing is resampled twice; the text's outlines
are carried along instead of being looked for again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from ocr.engine import TextEngine
from ocr.geometry import (
    Homography,
    cut_out,
    identity,
    map_polygon,
    quarter_turns,
    rotate_about_centre,
    sides,
    slope,
    start_top_left,
)
from ocr.marks.faces import find_faces
from ocr.sheet import find_sheet
from ocr.types import Pixels, Polygon

DETECT_SIDE = 1280
"""Long side for the first look; a page of 12-point print is then read at about 17 pixels a line."""
DETECT_SIDE_SMALL_PRINT = 1920
SMALL_PRINT = 11.0
"""Lines lower than this many pixels at the first look ask for the second, closer one."""
UPRIGHT_ENOUGH = 0.90
"""Mean confidence at which sample lines are taken to stand the right way up."""
LEAST_TILT = 0.35
"""Degrees under which a lean is left alone: resampling would cost more sharpness than it gains."""
MOST_TILT = 20.0
SAMPLE_LINES = 6
FEW_LINES = 25
"""A sheet with at most this many lines may be a card that somebody holds."""


@dataclass(frozen=True, slots=True)
class UprightPage:
    """A page the right way up.

    ``rotation``: clockwise quarter turn applied (degrees); ``tilt``: lean taken out (degrees, positive
    where text fell to the right); ``text``: outlines of lines in ``pixels``; ``matrix`` maps points of
    the page as opened to ``pixels``; ``flattened``: a sheet in a photo was cut out.
    """

    pixels: Pixels
    rotation: int
    tilt: float
    text: tuple[Polygon, ...]
    matrix: Homography
    flattened: bool

    @classmethod
    def untouched(cls, pixels: Pixels) -> UprightPage:
        """The page as it came: already upright, its text known from elsewhere."""
        return cls(pixels, 0, 0.0, (), identity(), flattened=False)


def straighten(pixels: Pixels, engine: TextEngine, *, photo: bool) -> UprightPage:
    """Find the text, and turn, flatten and level the page by it.

    ``photo`` is false for pages rendered from a PDF, where no sheet is looked for. A page without
    text comes back as it is.
    """
    text = find_text(pixels, engine)
    height, width = pixels.shape[:2]
    sheet = find_sheet(pixels, text) if photo and text else None
    if sheet and len(text) <= FEW_LINES and _face_outside(pixels, sheet):
        sheet = None  # somebody holds a card: the person must stay in the picture
    matrix, width, height = _flatten(sheet) if sheet else (identity(), width, height)
    outlines = [map_polygon(matrix, p) for p in text]

    rotation = _which_way_up(pixels, text, outlines, engine)
    turn = quarter_turns(width, height, rotation)
    if rotation in (90, 270):
        width, height = height, width
    matrix = turn @ matrix
    outlines = [map_polygon(turn, p) for p in outlines]

    tilt = _lean(outlines)
    if abs(tilt) >= LEAST_TILT:
        level, width, height = rotate_about_centre(width, height, tilt)
        matrix = level @ matrix
    else:
        tilt = 0.0
    if rotation or tilt or sheet:
        moved = cv2.warpPerspective(
            pixels, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        pixels = np.asarray(moved, np.uint8)
    placed = tuple(start_top_left(map_polygon(matrix, p)) for p in text)
    return UprightPage(pixels, rotation, tilt, placed, matrix, sheet is not None)


def _face_outside(pixels: Pixels, sheet: Polygon) -> bool:
    outline = np.array(sheet, np.float32)
    for face in find_faces(pixels, 1):
        x0, y0, x1, y1 = face.box
        if cv2.pointPolygonTest(outline, ((x0 + x1) / 2, (y0 + y1) / 2), False) < 0:
            return True
    return False


def find_text(pixels: Pixels, engine: TextEngine) -> list[Polygon]:
    """Outlines of lines of text; looks closer where print is small."""
    long_side = max(pixels.shape[:2])
    side = min(DETECT_SIDE, max(736, round(long_side * 1.5)))
    text = engine.detect(pixels, side)
    if text:
        line_height = float(np.median([min(sides(p)) for p in text])) * side / long_side
        if line_height < SMALL_PRINT and side < DETECT_SIDE_SMALL_PRINT and long_side > side:
            return engine.detect(pixels, min(DETECT_SIDE_SMALL_PRINT, long_side))
    return text


def _flatten(sheet: Polygon) -> tuple[Homography, int, int]:
    width, height = (max(32, round(s)) for s in sides(sheet))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(np.array(sheet, np.float32), target)
    return np.asarray(matrix, np.float64), width, height


def _which_way_up(
    pixels: Pixels, text: Sequence[Polygon], outlines: Sequence[Polygon], engine: TextEngine
) -> int:
    """The clockwise quarter turn that makes the page upright.

    Lying lines are told by their shape; up from down, and left from right, by which way reads with
    more confidence. An upright page pays for six lines once.
    """
    runs = [(start_top_left(o), t) for o, t in zip(outlines, text, strict=True)]
    shapes = [sides(o) for o, _ in runs]
    long_ones = [i for i, (w, h) in enumerate(shapes) if max(w, h) > 2 * min(w, h)]
    if not long_ones:
        return 0
    across = sum(shapes[i][0] for i in long_ones if shapes[i][0] > shapes[i][1])
    along = sum(shapes[i][1] for i in long_ones if shapes[i][1] >= shapes[i][0])
    lying = along > 1.5 * across
    chosen = [i for i in long_ones if (shapes[i][1] > shapes[i][0]) == lying]
    chosen.sort(key=lambda i: -min(max(shapes[i]) / min(shapes[i]), 14) * min(shapes[i]))
    crops = [cut_out(pixels, start_top_left(runs[i][1])) for i in chosen[:SAMPLE_LINES]]
    crops = [np.asarray(c if c.shape[1] >= c.shape[0] else np.rot90(c), np.uint8) for c in crops]
    forward = _confidence(crops, engine)
    if not lying and forward >= UPRIGHT_ENOUGH:
        return 0
    backward = _confidence([np.asarray(np.rot90(c, 2), np.uint8) for c in crops], engine)
    # np.rot90 turns counter-clockwise, which stands a page upright that was lying on its right side
    if lying:
        return 270 if forward >= backward else 90
    return 180 if backward > forward + 0.1 else 0


def _confidence(crops: Sequence[Pixels], engine: TextEngine) -> float:
    read = [r for r in engine.read(crops) if r.text.strip()]
    weight = sum(len(r.text) for r in read)
    return sum(r.confidence * len(r.text) for r in read) / weight if weight else 0.0


def _lean(outlines: Sequence[Polygon]) -> float:
    """The page's lean in degrees: the median slope of long lines, weighted by their length."""
    slopes: list[tuple[float, float]] = []
    for polygon in (start_top_left(p) for p in outlines):
        width, height = sides(polygon)
        if width > 4 * height and abs(slope(polygon)) <= MOST_TILT:
            slopes.append((slope(polygon), width))
    if not slopes:
        return 0.0
    slopes.sort()
    half = sum(w for _, w in slopes) / 2
    for angle, weight in slopes:
        half -= weight
        if half <= 0:
            return angle
    return 0.0
