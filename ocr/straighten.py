"""Brings a page upright: which way is up, how far it leans, and where the sheet lies in a photo.

Text is looked for on the page as opened (more closely where print is small). Everything that moves
the page is composed into one homography and applied to the pixels once, so that nothing is resampled
twice; the text's outlines are carried along instead of being looked for again.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from ocr.converging import flattened
from ocr.dewarp import unbend
from ocr.engine import ReadText, TextEngine
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
from ocr.marks.colours import reduced
from ocr.marks.faces import find_faces
from ocr.sheet import find_sheets, on_sheet
from ocr.types import Pixels, Polygon
from ocr.upright import UprightPage, lay_out

DETECT_SIDE = 1280
"""Long side for the first look; a page of 12-point print is then read at about 17 pixels a line."""
DETECT_SIDE_SMALL_PRINT = 1920
SMALL_PRINT = 11.0
"""Lines lower than this many pixels at the first look ask for the second, closer one."""
UPRIGHT_ENOUGH = 0.90
"""Mean confidence at which sample lines are taken to stand the right way up."""
READ_AT_ALL = 0.75
"""Mean confidence that the better way up must reach before a page is turned."""
LEAST_TILT = 0.35
"""Degrees under which a lean is left alone: resampling would cost more sharpness than it gains."""
MOST_TILT = 20.0
SHORTEST_PIECE = 200
"""Pages narrower than this many pixels are strips, not screens: they are looked at whole."""
LONGEST_WARP = 20_000
"""OpenCV warps pictures of less than 32768 pixels a side; longer pages are left leaning."""
LARGEST_CANVAS = 1.5
"""A levelled page has at most this many times the pixels of the page as opened."""
LONGEST = 3.0
"""Pages this many times longer than wide (screenshots of many screens) are looked at piece by piece."""
SAMPLE_LINES = 6
FACE_SIDE, LEAST_BEHIND = 480, 0.08
"""A face behind a held sheet is near: at least so large a share of the picture."""
FEW_LINES = 25
"""A sheet with at most this many lines may be a card that somebody holds."""


def straighten(pixels: Pixels, engine: TextEngine, *, photo: bool) -> UprightPage:
    """Find the text, and turn, flatten and level the page by it.

    ``photo`` is false for pages rendered from a PDF, where no sheet is looked for. A page without
    text comes back as it is.
    """
    text = find_text(pixels, engine)
    small_enough = max(pixels.shape[:2]) < LONGEST_WARP
    sheets = find_sheets(pixels, text) if photo and text and small_enough else ()
    if sheets and len(text) <= FEW_LINES and _face_outside(pixels, sheets, text):
        sheets = ()  # somebody holds a card: the person must stay in the picture
    if len(sheets) > 1:
        return lay_out([_upright(pixels, on_sheet(text, s), s, engine, photo=photo) for s in sheets], sheets)
    return _upright(pixels, text, sheets[0] if sheets else None, engine, photo=photo)


def _upright(
    pixels: Pixels, text: Sequence[Polygon], sheet: Polygon | None, engine: TextEngine, *, photo: bool
) -> UprightPage:
    """The page, or the one sheet of it, turned, flattened and levelled by its text."""
    height, width = pixels.shape[:2]
    small_enough = max(height, width) < LONGEST_WARP
    matrix, width, height = _flatten(sheet) if sheet else (identity(), width, height)
    outlines = [map_polygon(matrix, p) for p in text]

    rotation, read = _which_way_up(pixels, text, outlines, engine)
    turn = quarter_turns(width, height, rotation)
    if rotation in (90, 270):
        width, height = height, width
    matrix = turn @ matrix
    outlines = [map_polygon(turn, p) for p in outlines]

    handed_in = _lean(outlines)
    level = flattened(outlines, width, height) if small_enough else None
    if level:
        matrix, width, height = _within_bounds(level[0] @ matrix, level[1], level[2], pixels)
        outlines = [map_polygon(matrix, p) for p in text]

    tilt = _lean(outlines)
    if abs(tilt) >= LEAST_TILT and max(width, height) < LONGEST_WARP:
        turned, width, height = rotate_about_centre(width, height, tilt)
        matrix, width, height = _within_bounds(turned @ matrix, width, height, pixels)
    else:
        tilt = 0.0
    if rotation and not (tilt or sheet or level):
        pixels = np.ascontiguousarray(np.rot90(pixels, -rotation // 90))  # exact: nothing is resampled
    elif tilt or sheet or level:
        moved = cv2.warpPerspective(
            pixels, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        pixels = np.asarray(moved, np.uint8)
    corners = [start_top_left(map_polygon(matrix, p)) for p in text]
    known = {corners[i]: reading for i, reading in read.items()}
    placed = tuple(p for p in corners if min(sides(p)) >= 1)
    if photo and small_enough:
        unbent, placed = unbend(pixels, placed)
        if unbent is not pixels:
            pixels, known = unbent, {}  # bowed lines are read again, straight
    askew = (handed_in if abs(handed_in) >= LEAST_TILT else 0.0) + (slope(sheet) if sheet else 0.0)
    return UprightPage(pixels, rotation, askew, placed, known)


def _within_bounds(
    matrix: Homography, width: int, height: int, pixels: Pixels
) -> tuple[Homography, int, int]:
    """The same move onto a canvas of at most ``LARGEST_CANVAS`` times the page's pixels."""
    most = LARGEST_CANVAS * pixels.shape[0] * pixels.shape[1]
    scale = min(1.0, (most / (width * height)) ** 0.5)
    if scale == 1.0:
        return matrix, width, height
    shrink = np.diag([scale, scale, 1.0])
    return shrink @ matrix, max(1, round(width * scale)), max(1, round(height * scale))


def _face_outside(pixels: Pixels, sheets: Sequence[Polygon], text: Sequence[Polygon]) -> bool:
    """Whether somebody looks out from behind the sheets, as upright or fallen over as the text they hold."""
    small, scale = reduced(pixels, FACE_SIDE)
    outlines = [np.array(sheet, np.float32) * scale for sheet in sheets]
    shapes = [sides(start_top_left(p)) for p in text]
    lying = sum(height for _, height in shapes) > sum(width for width, _ in shapes)
    for face in find_faces(small, 1, turns=(90, 270) if lying else (0, 180), least=LEAST_BEHIND):
        x0, y0, x1, y1 = face.box
        middle = ((x0 + x1) / 2, (y0 + y1) / 2)
        if all(cv2.pointPolygonTest(outline, middle, False) < 0 for outline in outlines):
            return True
    return False


def find_text(pixels: Pixels, engine: TextEngine) -> list[Polygon]:
    """Outlines of lines of text; looks closer where print is small, piece by piece at long pages."""
    height, width = pixels.shape[:2]
    if max(height, width) > LONGEST * min(height, width) and min(height, width) > SHORTEST_PIECE:
        return _find_by_pieces(pixels, engine)
    long_side = max(height, width)
    side = min(DETECT_SIDE, max(736, round(long_side * 1.5)))
    text = [p for p in engine.detect(pixels, side) if min(sides(p)) >= 1]
    if text:
        line_height = float(np.median([min(sides(p)) for p in text])) * side / long_side
        if line_height < SMALL_PRINT and side < DETECT_SIDE_SMALL_PRINT and long_side > side:
            return _look_closer(pixels, text, engine)
    return text


def _look_closer(pixels: Pixels, text: Sequence[Polygon], engine: TextEngine) -> list[Polygon]:
    """Outlines of small print, found in two halves cut between lines: whole, the page takes 200 MB more."""
    across = sum(w > h for w, h in (sides(start_top_left(p)) for p in text))
    tall = 2 * across >= len(text)
    length = pixels.shape[0] if tall else pixels.shape[1]
    overlap = max(64, length // 10)
    scale = min(1.0, DETECT_SIDE_SMALL_PRINT / max(pixels.shape[:2]))
    return _in_pieces(pixels, engine, tall, ((length + overlap + 1) // 2, overlap), scale)


def _find_by_pieces(pixels: Pixels, engine: TextEngine) -> list[Polygon]:
    """Outlines found in overlapping pieces of a long page."""
    tall = pixels.shape[0] >= pixels.shape[1]
    breadth = min(pixels.shape[:2])
    scale = min(DETECT_SIDE, max(736, 2 * breadth)) / (2 * breadth)
    return _in_pieces(pixels, engine, tall, (2 * breadth, breadth // 4), scale)


def _in_pieces(
    pixels: Pixels, engine: TextEngine, tall: bool, cut: tuple[int, int], scale: float
) -> list[Polygon]:
    """Outlines from overlapping pieces, each from the piece in which it is whole.

    ``tall``: pieces stand one below the other, else side by side. ``cut``: length of a piece and of what
    two share. ``scale``: pixels of the detector for one of the page.
    """
    length = pixels.shape[0] if tall else pixels.shape[1]
    piece, overlap = cut
    found: list[Polygon] = []
    for start in range(0, max(1, length - overlap), piece - overlap):
        stop = min(length, start + piece)
        part = pixels[start:stop] if tall else pixels[:, start:stop]
        axis = 1 if tall else 0
        low = start + (overlap / 2 if start else 0)
        high = stop - (overlap / 2 if stop < length else 0)
        for polygon in engine.detect(np.ascontiguousarray(part), round(max(part.shape[:2]) * scale)):
            a, b, c, d = ((x, y + start) if tall else (x + start, y) for x, y in polygon)
            centre = (a[axis] + b[axis] + c[axis] + d[axis]) / 4
            if low <= centre < high and min(sides(polygon)) >= 1:
                found.append((a, b, c, d))
    return found


def _flatten(sheet: Polygon) -> tuple[Homography, int, int]:
    width, height = (max(32, round(s)) for s in sides(sheet))
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(np.array(sheet, np.float32), target)
    return np.asarray(matrix, np.float64), width, height


def _which_way_up(
    pixels: Pixels, text: Sequence[Polygon], outlines: Sequence[Polygon], engine: TextEngine
) -> tuple[int, dict[int, ReadText]]:
    """The clockwise quarter turn that makes the page upright, and the lines read for it, by their index.

    Lying lines are told by their shape; up from down, and left from right, by which way reads with
    more confidence. An upright page pays nothing: its sample lines are read for good.
    """
    runs = [(start_top_left(o), t) for o, t in zip(outlines, text, strict=True)]
    shapes = [sides(o) for o, _ in runs]
    long_ones = [i for i, (w, h) in enumerate(shapes) if max(w, h) > 2 * min(w, h)]
    if not long_ones:
        return 0, {}
    across = sum(shapes[i][0] for i in long_ones if shapes[i][0] > shapes[i][1])
    along = sum(shapes[i][1] for i in long_ones if shapes[i][1] >= shapes[i][0])
    lying = along > 1.5 * across
    left = [i for i in long_ones if (shapes[i][1] > shapes[i][0]) == lying]
    left.sort(key=lambda i: -min(max(shapes[i]) / min(shapes[i]), 14) * min(shapes[i]))
    for chosen in (left[:SAMPLE_LINES], _slimmest(left[SAMPLE_LINES:], shapes)):
        crops = [cut_out(pixels, start_top_left(runs[i][1])) for i in chosen]
        crops = [np.asarray(c if c.shape[1] >= c.shape[0] else np.rot90(c), np.uint8) for c in crops]
        forward = engine.read(crops)
        if not lying and _confidence(forward) >= UPRIGHT_ENOUGH:
            return 0, dict(zip(chosen, forward, strict=True))
        backward = engine.read([np.asarray(np.rot90(c, 2), np.uint8) for c in crops])
        # np.rot90 turns counter-clockwise, which stands a page upright that was lying on its right side
        sure, sure_backward = _confidence(forward), _confidence(backward)
        if max(sure, sure_backward) >= READ_AT_ALL:
            turned = sure_backward > sure + (0.0 if lying else 0.1)
            rotation = (90 if turned else 270) if lying else (180 if turned else 0)
            return rotation, dict(zip(chosen, backward if turned else forward, strict=True))
    return 0, {}  # what reads badly either way is hardly text, and turns no page


def _slimmest(places: Sequence[int], shapes: Sequence[tuple[float, float]]) -> list[int]:
    """The lines longest for their height: print, where the largest outlines were curves or pictures."""
    return sorted(places, key=lambda i: -max(shapes[i]) / min(shapes[i]))[:SAMPLE_LINES]


def _confidence(read: Sequence[ReadText]) -> float:
    """Mean confidence over the characters read; 0 for none."""
    told = [r for r in read if r.text.strip()]
    weight = sum(len(r.text) for r in told)
    return sum(r.confidence * len(r.text) for r in told) / weight if weight else 0.0


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
