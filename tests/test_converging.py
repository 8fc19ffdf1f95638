"""Perspective told by lines of text alone."""

from __future__ import annotations

import numpy as np
import pytest

from ocr.converging import flattened
from ocr.geometry import map_polygon, sides, slope
from ocr.types import Polygon

SIZE = (1200, 900)


def table(columns: int = 5, rows: int = 16) -> list[Polygon]:
    """A level table: cells of one width below each other."""
    cells: list[Polygon] = []
    for row in range(rows):
        for column in range(columns):
            x, y = 60.0 + 220 * column, 60.0 + 48 * row
            cells.append(((x, y), (x + 150, y), (x + 150, y + 24), (x, y + 24)))
    return cells


def seen_from(left_edge: float = 0.0, top_edge: float = 0.0) -> np.ndarray:
    """A homography that makes the far side smaller; the shares are of the picture's width and height."""
    width, height = SIZE
    away = np.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, 1]])
    tilt = np.array([[1, 0, 0], [0, 1, 0], [left_edge / width, top_edge / height, 1.0]])
    return np.asarray(np.linalg.inv(away) @ tilt @ away)


def worst_slope(cells: list[Polygon]) -> float:
    return max(abs(slope(c)) for c in cells)


@pytest.mark.parametrize(("aside", "above"), [(0.25, 0.0), (-0.2, 0.0), (0.2, 0.15), (0.0, 0.3)])
def test_converging_lines_become_parallel(aside: float, above: float) -> None:
    seen = [map_polygon(seen_from(aside, above), c) for c in table()]
    found = flattened(seen, *SIZE)
    assert found is not None
    matrix, width, height = found
    flat = [map_polygon(matrix, c) for c in seen]
    assert worst_slope(flat) < 0.6
    starts = np.array([c[0][0] for c in flat]).reshape(16, 5)
    assert np.ptp(starts, axis=0).max() < 0.35 * sides(flat[0])[1] + 8
    assert all(-80 <= x <= width + 80 and -80 <= y <= height + 80 for c in flat for x, y in c)


@pytest.mark.parametrize("lean", [0.0, 3.0])
def test_parallel_lines_are_left_alone(lean: float) -> None:
    turn = np.deg2rad(lean)
    matrix = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
    assert flattened([map_polygon(matrix, c) for c in table()], *SIZE) is None


def test_running_text_of_uneven_lines_tells_no_columns() -> None:
    dice = np.random.default_rng(1)
    lines: list[Polygon] = []
    for row in range(24):
        x, y, w = float(dice.uniform(40, 400)), 30.0 + 36 * row, float(dice.uniform(200, 700))
        lines.append(((x, y), (x + w, y), (x + w, y + 22), (x, y + 22)))
    assert flattened(lines, *SIZE) is None


def test_few_lines_tell_nothing() -> None:
    seen = [map_polygon(seen_from(0.3), c) for c in table(columns=2, rows=5)]
    assert flattened(seen, *SIZE) is None


@pytest.mark.parametrize("size", [(600, 2400), (1080, 5000), (380, 12000)])
def test_long_strips_are_looked_at_at_little_cost(size: tuple[int, int]) -> None:
    width, height = size
    rows = [10 + 40 * n for n in range(height // 40)]
    lines = [((30.0, y), (0.6 * width, y), (0.6 * width, y + 12), (30.0, y + 12)) for y in map(float, rows)]
    assert flattened(lines, width, height) is None
