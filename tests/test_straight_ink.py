"""Runs of ink as openings give them; cells on a picture that holds equal rows once; ink of glyphs; rims."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from ocr.grid import _closed, _darker_than_around, find_grid
from ocr.marks.votes import vote_ellipses
from ocr.straight_ink import runs_across, runs_down
from ocr.text_trust import with_ink


@pytest.mark.parametrize("length", [1, 2, 3, 12, 13, 80, 81])
@pytest.mark.parametrize("share", [0.5, 0.9, 0.99])
def test_runs_are_what_an_opening_leaves(length: int, share: float) -> None:
    dice = np.random.default_rng(length)
    mask = (dice.random((190, 211)) < share).astype(np.uint8) * np.uint8(255)
    mask[40:60] = mask[:, 100:130] = 255
    down = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    across = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    assert np.array_equal(runs_down(mask, length), down)
    assert np.array_equal(runs_across(mask, length), across)


@pytest.mark.parametrize("length", [5, 12, 25])
def test_gaps_are_closed_as_on_the_whole_picture(length: int) -> None:
    dice = np.random.default_rng(length)
    mask = np.zeros((300, 211), np.uint8)
    for y in (0, 1, 30, 33, 35, 90, 180, 297, 299):
        mask[y, dice.random(211) < 0.4] = 255
    kernel = np.ones((3, length), np.uint8)
    assert np.array_equal(_closed(mask, kernel), cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel))


def test_ink_is_what_an_adaptive_threshold_tells() -> None:
    dice = np.random.default_rng(5).integers(0, 256, (90, 70), np.uint8)
    for grey in (dice, np.asarray(cv2.GaussianBlur(dice, (0, 0), 4), np.uint8), np.full_like(dice, 255)):
        ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 10)
        assert np.array_equal(_darker_than_around(grey), ink)


def test_a_cell_is_told_at_every_point_of_a_ruled_page() -> None:
    page = np.full((1000, 800, 3), 255, np.uint8)
    for y in (100, 200, 400, 700):
        cv2.line(page, (100, y), (700, y), (0, 0, 0), 2)
    for x in (100, 300, 700):
        cv2.line(page, (x, 100), (x, 700), (0, 0, 0), 2)
    grid = find_grid(page, 20.0)
    columns, rows = [(104, 296), (304, 696)], [(104, 196), (204, 396), (404, 696)]
    cells = {(left, top): grid.cell_at(left, top) for left, _ in columns for top, _ in rows}
    assert len(set(cells.values())) == 6
    assert None not in cells.values()
    for left, right in columns:
        for top, bottom in rows:
            at = {grid.cell_at(x, y) for x in (left, right) for y in (top, bottom)}
            assert at == {cells[left, top]}
            x0, y0, x1, y1 = grid.boxes[cells[left, top] or 0]
            assert max(abs(x0 - left), abs(y0 - top), abs(x1 - right), abs(y1 - bottom)) <= 4
    assert grid.cell_at(50, 300) is None
    assert grid.cell_at(200, 900) is None
    assert grid.cell_at(-5, 300) is None


def test_ink_is_seen_wherever_in_its_box_it_stands() -> None:
    page = np.full((300, 400, 3), 255, np.uint8)
    page[153, 207] = (90, 90, 255)  # a speck between the samples, in one channel alone
    page[20:60, 300:340] = 0  # all ink, no ground
    boxes = [(190.0, 140.0, 230.0, 170.0), (20.0, 20.0, 60.0, 60.0), (305.0, 25.0, 330.0, 50.0)]
    assert with_ink(boxes, page) == [True, False, False]
    assert with_ink([(200.0, 150.0, 900.0, 900.0)], page) == [True]
    assert with_ink([], page) == []


def test_a_rim_is_voted_for_wherever_on_the_page_it_lies() -> None:
    seen = []
    for x, y in ((90, 90), (331, 217), (560, 400)):
        ink = np.zeros((452, 640), np.uint8)
        cv2.circle(ink, (x, y), 40, 255, 3)
        seen.append([ellipse - np.array([x, y, 0, 0, 0]) for ellipse in vote_ellipses(ink, 16, 134)])
    assert all(len(found) == len(seen[0]) > 0 for found in seen)
    assert all(np.abs(found[0][:2]).max() <= 1.5 for found in seen)
