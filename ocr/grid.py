"""Ruling lines of forms and tables, and the cells between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from ocr.marks.colours import reduced
from ocr.straight_ink import Mask, runs_across, runs_down
from ocr.types import Box, Pixels, RawPage

LOOK_SIDE = 1600
LARGEST_CELL = 0.6
"""A region larger than this share of the page is the page itself, not a cell."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells between ruling lines.

    ``labels`` numbers each pixel's region at ``scale`` (grid pixels per page pixel), 0 on a line;
    ``boxes`` holds each real cell's box in page pixels by its number. Where neighbouring rows and columns
    that are alike are held once, ``rows`` and ``columns`` tell for each pixel's the place of the one held.
    """

    labels: npt.NDArray[np.int32]
    scale: float
    boxes: dict[int, Box]
    rows: npt.NDArray[np.intp] | None = None
    columns: npt.NDArray[np.intp] | None = None

    def cell_at(self, x: float, y: float) -> int | None:
        """The number of the cell around a point of the page, ``None`` outside all cells."""
        height = self.labels.shape[0] if self.rows is None else len(self.rows)
        width = self.labels.shape[1] if self.columns is None else len(self.columns)
        row, column = int(y * self.scale), int(x * self.scale)
        if not self.boxes or not (0 <= row < height and 0 <= column < width):
            return None
        row = row if self.rows is None else int(self.rows[row])
        column = column if self.columns is None else int(self.columns[column])
        number = int(self.labels[row, column])
        return number if number in self.boxes else None


NO_CELLS = Grid(np.zeros((1, 1), np.int32), 1.0, {})
_LEAST_LINES = 4
"""Lines that close a cell."""
_DRAWN_BY_TEXT = re.compile("[|｜\u2500-\u257f]")
"""Characters that programs of old rule tables with."""


def is_bare(raw: RawPage) -> bool:
    """Whether the file says that it draws no cell on a page: 10 ms of looking for lines spared."""
    if raw.drawn is None or raw.text is None or raw.drawn.lines >= _LEAST_LINES:
        return False
    return not any(_DRAWN_BY_TEXT.search(line.text) for line in raw.text)


def find_grid(pixels: Pixels, line_height: float) -> Grid:
    """The cells of ruled forms on an upright page; ``line_height`` is the usual text height in pixels.

    A ruling line is a dark run longer than three text heights, one or a few pixels thick. Gaps under
    a text height are bridged; wider ones belong to merged cells.
    """
    height, width = pixels.shape[:2]
    scale = min(1.0, LOOK_SIDE / max(height, width))
    small, _ = reduced(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8), LOOK_SIDE)
    ink = _darker_than_around(small)
    reach = max(12, round(3.0 * line_height * scale))
    bridge = max(5, round(0.8 * line_height * scale))
    across = runs_across(ink, reach)
    down = runs_down(ink, max(12, round(1.6 * line_height * scale)))
    down = _without_strokes(down, reach)
    if not (across.any() and down.any()):  # no cell is closed by lines in one direction
        return NO_CELLS
    rules = cv2.bitwise_or(
        _closed(across, np.ones((3, bridge), np.uint8)),
        cv2.morphologyEx(down, cv2.MORPH_CLOSE, np.ones((bridge, 3), np.uint8)),
    )
    rules = cv2.dilate(rules, np.ones((3, 3), np.uint8))
    return _between(np.asarray(rules, np.uint8), scale, 0.6 * line_height * scale)


def _darker_than_around(grey: Mask) -> Mask:
    """Pixels at least 10 of 255 darker than the mean of 25 × 25 around them: 255, else 0.

    As ``cv2.adaptiveThreshold`` has it, which looks each pixel up in a table: 0.8 ms of a page.
    """
    edge = cv2.BORDER_REPLICATE | cv2.BORDER_ISOLATED
    mean = cv2.boxFilter(grey, -1, (25, 25), borderType=edge)
    return np.asarray(cv2.threshold(cv2.subtract(mean, grey), 9, 255, cv2.THRESH_BINARY)[1], np.uint8)


def _closed(runs: Mask, kernel: Mask) -> Mask:
    """``cv2.MORPH_CLOSE``, worked on the rows that hold a run and two blank ones beside them: a few dozen."""
    held = np.asarray(runs.max(axis=1), np.uint8)
    near = np.asarray(cv2.dilate(held, np.ones((5, 1), np.uint8))).ravel() > 0
    closed = np.zeros_like(runs)
    closed[near] = cv2.morphologyEx(runs[near], cv2.MORPH_CLOSE, kernel)
    return closed


def _between(rules: Mask, scale: float, least_height: float) -> Grid:
    """The cells between ``rules``.

    Rules make many neighbouring rows and columns of a page alike. Held once, they leave a picture of a few
    hundred pixels a side, on which regions are numbered in a tenth of the 12 ms that 1600 px take.
    """
    height, width = rules.shape
    tops = _firsts(rules)
    lefts = _firsts(rules[tops].T)
    between = 255 - rules[np.ix_(tops, lefts)]
    count, labels, stats, _ = cv2.connectedComponentsWithStats(between, connectivity=4)
    rows, columns = np.append(tops, height), np.append(lefts, width)
    areas = np.outer(np.diff(rows), np.diff(columns))
    sizes = np.bincount(labels.ravel(), areas.ravel(), count)
    boxes: dict[int, Box] = {}
    for number in range(1, count):
        left, top, across, down, _ = (int(v) for v in stats[number])
        x, y, area = int(columns[left]), int(rows[top]), int(sizes[number])
        w, h = int(columns[left + across]) - x, int(rows[top + down]) - y
        open_to_edge = x <= 1 or y <= 1 or x + w >= width - 1 or y + h >= height - 1
        if open_to_edge or area > LARGEST_CELL * width * height or h < least_height:
            continue
        if area < 0.75 * w * h:
            continue  # not a rectangle: space around boxes
        boxes[number] = (x / scale, y / scale, (x + w) / scale, (y + h) / scale)
    return Grid(np.asarray(labels, np.int32), scale, boxes, _places(tops, height), _places(lefts, width))


def _firsts(mask: Mask) -> npt.NDArray[np.intp]:
    """The first row of each stretch of rows that are alike."""
    return np.concatenate([[0], np.flatnonzero((mask[1:] != mask[:-1]).any(axis=1)) + 1])


def _places(firsts: npt.NDArray[np.intp], length: int) -> npt.NDArray[np.intp]:
    """For each row to which of the stretches that begin at ``firsts`` it belongs."""
    return np.repeat(np.arange(len(firsts)), np.diff(firsts, append=length))


def _without_strokes(down: Mask, reach: int) -> Mask:
    """Drop upright runs too short to be a ruling line: strokes of large characters."""
    kept = down.copy()
    contours, _ = cv2.findContours(kept, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    strokes = [c for c in contours if cv2.boundingRect(c)[3] < 0.6 * reach]
    cv2.drawContours(kept, strokes, -1, (0,), cv2.FILLED)
    return kept
