"""Ruling lines of forms and tables, and the cells between them."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from ocr.marks.colours import reduced
from ocr.types import Box, Pixels

LOOK_SIDE = 1600
LARGEST_CELL = 0.6
"""A region larger than this share of the page is the page itself, not a cell."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells between ruling lines.

    ``labels`` numbers each pixel's region at ``scale`` (grid pixels per page pixel), 0 on a line;
    ``boxes`` holds each real cell's box in page pixels by its number.
    """

    labels: npt.NDArray[np.int32]
    scale: float
    boxes: dict[int, Box]

    def cell_at(self, x: float, y: float) -> int | None:
        """The number of the cell around a point of the page, ``None`` outside all cells."""
        row, column = int(y * self.scale), int(x * self.scale)
        if not (0 <= row < self.labels.shape[0] and 0 <= column < self.labels.shape[1]):
            return None
        number = int(self.labels[row, column])
        return number if number in self.boxes else None


def find_grid(pixels: Pixels, line_height: float) -> Grid:
    """The cells of ruled forms on an upright page; ``line_height`` is the usual text height in pixels.

    A ruling line is a dark run longer than three text heights, one or a few pixels thick. Gaps under
    a text height are bridged; wider ones belong to merged cells.
    """
    height, width = pixels.shape[:2]
    scale = min(1.0, LOOK_SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.cvtColor(reduced(pixels, LOOK_SIDE)[0], cv2.COLOR_RGB2GRAY)
    ink = cv2.adaptiveThreshold(small, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 10)
    reach = max(12, round(3.0 * line_height * scale))
    bridge = max(5, round(0.8 * line_height * scale))
    across = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, reach), np.uint8))
    down = cv2.morphologyEx(
        ink, cv2.MORPH_OPEN, np.ones((max(12, round(1.6 * line_height * scale)), 1), np.uint8)
    )
    down = _without_strokes(down, reach)
    if not (across.any() and down.any()):  # no cell is closed by lines in one direction
        return Grid(np.zeros(small.shape, np.int32), scale, {})
    rules = cv2.bitwise_or(
        cv2.morphologyEx(across, cv2.MORPH_CLOSE, np.ones((3, bridge), np.uint8)),
        cv2.morphologyEx(down, cv2.MORPH_CLOSE, np.ones((bridge, 3), np.uint8)),
    )
    rules = cv2.dilate(rules, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(255 - rules, connectivity=4)
    frame = size[0] * size[1]
    boxes: dict[int, Box] = {}
    for number in range(1, count):
        x, y, w, h, area = (int(v) for v in stats[number])
        open_to_edge = x <= 1 or y <= 1 or x + w >= size[0] - 1 or y + h >= size[1] - 1
        if open_to_edge or area > LARGEST_CELL * frame or h < 0.6 * line_height * scale:
            continue
        if area < 0.75 * w * h:
            continue  # not a rectangle: space around boxes
        boxes[number] = (x / scale, y / scale, (x + w) / scale, (y + h) / scale)
    return Grid(np.asarray(labels, np.int32), scale, boxes)


def _without_strokes(down: npt.NDArray[np.uint8] | cv2.typing.MatLike, reach: int) -> npt.NDArray[np.uint8]:
    """Drop upright runs too short to be a ruling line: strokes of large characters."""
    kept = np.array(down, np.uint8)
    contours, _ = cv2.findContours(kept, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    strokes = [c for c in contours if cv2.boundingRect(c)[3] < 0.6 * reach]
    cv2.drawContours(kept, strokes, -1, (0,), cv2.FILLED)
    return kept
