"""Sheets with a coloured band across one edge."""

from __future__ import annotations

import numpy as np
import pytest

from ocr.sheet import find_sheets
from ocr.types import Polygon


def line(x: float, y: float, width: float, height: float = 20) -> Polygon:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def test_a_band_with_the_title_belongs_to_the_sheet() -> None:
    page = np.full((900, 640, 3), 247, np.uint8)
    page[:100] = (40, 80, 150)
    text = [line(40, 30, 300), *(line(40, 140 + 40 * n, 500) for n in range(17))]
    sheets = find_sheets(page, text)
    assert sheets
    assert all(min(y for _, y in sheet) < 25 for sheet in sheets)


def test_what_lies_above_a_sheet_on_a_desk_stays_there() -> None:
    rng = np.random.default_rng(5)
    desk = rng.integers(30, 190, (900, 640, 3)).astype(np.uint8)
    desk[150:880, 40:600] = 247
    text = [line(80, 60, 300), *(line(80, 180 + 35 * n, 450) for n in range(19))]
    (sheet,) = find_sheets(desk, text)
    assert min(y for _, y in sheet) == pytest.approx(150, abs=12)
