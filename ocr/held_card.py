"""A closer look at the card that somebody holds up: its print is small in the picture."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from ocr.engine import TextEngine
from ocr.geometry import bounding_box, start_top_left, union
from ocr.read import read_lines
from ocr.types import Box, Char, Face, Pixels, Point, Polygon, TextLine
from ocr.values.id_number import find_id_numbers

LOOK_SIDE = 1280
LARGEST_ENLARGEMENT = 4.0


def read_held_card(
    pixels: Pixels, lines: Sequence[TextLine], faces: Sequence[Face], engine: TextEngine
) -> tuple[TextLine, ...]:
    """``lines``, or a better reading of the card's region where the first look found no number.

    Looks around the text already found; where there is none, below and beside the largest face.
    """
    if any(find_id_numbers(line.text) for line in lines) or not (lines or faces):
        return tuple(lines)
    x0, y0, x1, y1 = _region(pixels, lines, faces)
    crop = pixels[y0:y1, x0:x1]
    if min(crop.shape[:2]) < 32:
        return tuple(lines)
    scale = min(LARGEST_ENLARGEMENT, LOOK_SIDE / max(crop.shape[:2]))
    scale = max(scale, 1.0)
    size = (round(crop.shape[1] * scale), round(crop.shape[0] * scale))
    large = np.asarray(cv2.resize(crop, size, interpolation=cv2.INTER_CUBIC), np.uint8)
    outlines = [start_top_left(p) for p in engine.detect(large, LOOK_SIDE)]
    closer = [_back(line, scale, x0, y0) for line in read_lines(large, outlines, engine)]
    if sum(len(x.text) for x in closer) <= sum(len(x.text) for x in lines):
        return tuple(lines)
    region: Box = (x0, y0, x1, y1)
    outside = [line for line in lines if not _within(line.box, region)]
    return (*outside, *closer)


def _region(pixels: Pixels, lines: Sequence[TextLine], faces: Sequence[Face]) -> tuple[int, int, int, int]:
    height, width = pixels.shape[:2]
    if lines:
        x0, y0, x1, y1 = union([line.box for line in lines])
        margin = max(x1 - x0, y1 - y0) * 0.35
        x0, y0, x1, y1 = x0 - margin, y0 - margin, x1 + margin, y1 + margin
    else:
        face = max(faces, key=lambda f: f.box[3] - f.box[1]).box
        side = face[3] - face[1]
        x0, y0, x1, y1 = face[0] - 2 * side, face[1] + 0.5 * side, face[2] + 2 * side, face[3] + 3 * side
    return max(0, int(x0)), max(0, int(y0)), min(width, int(x1)), min(height, int(y1))


def _within(box: Box, region: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return region[0] <= x <= region[2] and region[1] <= y <= region[3]


def _back(line: TextLine, scale: float, dx: float, dy: float) -> TextLine:
    def point(p: Point) -> Point:
        return (p[0] / scale + dx, p[1] / scale + dy)

    def box(b: Box) -> Box:
        return bounding_box([point((b[0], b[1])), point((b[2], b[3]))])

    a, b, c, d = line.polygon
    polygon: Polygon = (point(a), point(b), point(c), point(d))
    chars = tuple(Char(ch.text, box(ch.box), ch.confidence) for ch in line.chars)
    return TextLine(line.text, polygon, line.confidence, chars)
