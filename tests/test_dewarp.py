"""Curled sheets: rows that bend are bent back, straight ones are left alone."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from ocr.dewarp import unbend
from ocr.geometry import bounding_box
from ocr.types import Polygon

WIDTH, HEIGHT = 1200, 1600


def bowed(bow: float, pieces: int) -> list[Polygon]:
    """Rows of short pieces on a sheet whose rows dip by ``bow`` pixels at both edges."""

    def y(x: float, row: float) -> float:
        return row + bow * (x / WIDTH * 2 - 1) ** 2

    found = []
    for row in range(100, HEIGHT - 100, 120):
        for n in range(pieces):
            x0, x1 = 60 + n * 1080 / pieces, 60 + (n + 0.8) * 1080 / pieces
            found.append(((x0, y(x0, row)), (x1, y(x1, row)), (x1, y(x1, row) + 30), (x0, y(x0, row) + 30)))
    return found


def drawn(text: list[Polygon]) -> np.ndarray:
    pixels = np.full((HEIGHT, WIDTH, 3), 250, np.uint8)
    for polygon in text:
        cv2.fillPoly(pixels, [np.array(polygon, np.int32)], (20, 20, 20))
    return pixels


def test_a_bowed_page_is_set_straight_and_its_outlines_with_it() -> None:
    text = bowed(40, 6)
    pixels, moved = unbend(drawn(text), text)
    for row in range(0, len(text), 6):
        tops = [bounding_box(p)[1] for p in moved[row : row + 6]]
        assert np.ptp(tops) < 8
        ink = np.argwhere(pixels[:, :, 0] < 100)
    assert len(ink)
    for polygon in moved[::5]:  # the picture moved as the outlines did
        x0, y0, x1, y1 = (int(v) for v in bounding_box(polygon))
        assert pixels[(y0 + y1) // 2, (x0 + x1) // 2, 0] < 100


@pytest.mark.parametrize(("bow", "pieces"), [(0, 6), (3, 6), (40, 1)])
def test_a_page_without_a_plain_bow_stays_as_it_is(bow: float, pieces: int) -> None:
    text = bowed(bow, pieces)
    page = drawn(text)
    pixels, moved = unbend(page, text)
    assert pixels is page
    assert list(moved) == text
