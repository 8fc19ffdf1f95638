"""Pages of odd shapes, and pages that lie or lean, with an engine that finds what the test drew."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from ocr.colour import colourfulness
from ocr.engine import ReadText, TextEngine, open_engine
from ocr.geometry import cut_out, map_points, quarter_turns, rotate_about_centre, sides
from ocr.marks.cards import card_likeness
from ocr.models import bundled_models
from ocr.read import read_lines
from ocr.sheet import find_sheet
from ocr.straighten import LARGEST_CANVAS, find_text, straighten
from ocr.types import Pixels, Polygon

SAMPLE = Path(__file__).parents[1] / "samples" / "documents" / "lab-two-columns.png"


@cache
def engine() -> TextEngine:
    return open_engine(bundled_models(Path.home() / ".local/share/menshen/models"), threads=2)


@cache
def sample() -> Pixels:
    return np.asarray(Image.open(SAMPLE).convert("RGB"))


def text_of(pixels: Pixels) -> str:
    page = straighten(pixels, engine(), photo=True)
    return "".join(line.text for line in read_lines(page.pixels, page.text, engine()))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_come_out_upright(turn: int) -> None:
    lying = np.ascontiguousarray(np.rot90(sample(), turn // 90))  # counter-clockwise
    page = straighten(lying, engine(), photo=True)
    assert page.rotation == turn
    assert page.pixels.shape == sample().shape


@pytest.mark.parametrize("lean", [-15.0, -6.0, 6.0, 15.0])
def test_leaning_pages_come_out_level(lean: float) -> None:
    height, width = sample().shape[:2]
    matrix, w, h = rotate_about_centre(width, height, lean)
    leaning = cv2.warpPerspective(sample(), matrix, (w, h), borderValue=(255, 255, 255))
    page = straighten(np.asarray(leaning, np.uint8), engine(), photo=False)
    assert page.tilt == pytest.approx(-lean, abs=0.7)
    assert "检验报告单" in "".join(x.text for x in read_lines(page.pixels, page.text, engine()))


def test_a_sheet_seen_in_perspective_is_flattened() -> None:
    height, width = sample().shape[:2]
    desk = np.full((height + 400, width + 500, 3), (92, 74, 60), np.uint8)
    corners = np.array([[180, 160], [width + 260, 230], [width + 330, height + 190], [120, height + 250]])
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    move = cv2.getPerspectiveTransform(source, corners.astype(np.float32))
    photo = cv2.warpPerspective(
        sample(), move, (desk.shape[1], desk.shape[0]), dst=desk, borderMode=cv2.BORDER_TRANSPARENT
    )
    found = find_sheet(photo, ())
    assert found is not None
    assert np.abs(np.array(found) - corners).max() < 0.02 * width
    assert "检验报告单" in text_of(np.asarray(photo, np.uint8))


@pytest.mark.parametrize("lean", [-16.0, 16.0])
def test_how_askew_a_sheet_lay_is_told_though_it_is_flattened(lean: float) -> None:
    height, width = sample().shape[:2]
    matrix, w, h = rotate_about_centre(width, height, lean)
    desk = np.full((h + 80, w + 80, 3), (92, 74, 60), np.uint8)
    matrix = np.array([[1, 0, 40], [0, 1, 40], [0, 0, 1]]) @ matrix
    photo = cv2.warpPerspective(
        sample(), matrix, (w + 80, h + 80), dst=desk, borderMode=cv2.BORDER_TRANSPARENT
    )
    page = straighten(np.asarray(photo, np.uint8), engine(), photo=True)
    assert page.pixels.shape[1] < 1.05 * width  # the sheet was found
    assert page.tilt == pytest.approx(-lean, abs=1.0)


def tracing() -> Pixels:
    """A sheet of heartbeats, larger than the few lines of print above them."""
    sheet = np.full((1000, 1400, 3), 255, np.uint8)
    beat = [(0, 0), (20, -8), (30, 0), (44, 0), (50, 14), (58, -60), (66, 30), (72, 0), (95, -14), (110, 0)]
    for top in range(380, 980, 75):
        for left in range(40, 1300, 240):  # apart, as a detector takes them for lines
            points = [(left + dx + n * 110, top + dy) for n in (0, 1) for dx, dy in beat]
            cv2.polylines(sheet, [np.array(points, np.int32)], False, (20, 20, 20), 2, cv2.LINE_AA)
    head = sample()[: int(0.2 * sample().shape[0])]
    scale = 1300 / head.shape[1]
    print_ = cv2.resize(head, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)[:300]
    sheet[20 : 20 + print_.shape[0], 40 : 40 + print_.shape[1]] = print_
    return sheet


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_curves_larger_than_the_print_do_not_hide_which_way_a_sheet_lies(turn: int) -> None:
    lying = np.ascontiguousarray(np.rot90(tracing(), turn // 90))
    assert straighten(lying, engine(), photo=False).rotation == turn


class Drawn:
    """Finds one line across the middle of whatever it is shown, and reads it."""

    def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
        height, width = pixels.shape[:2]
        x0, x1, y0, y1 = 0.1 * width, 0.9 * width, 0.45 * height, 0.55 * height
        return [((x0, y0), (x1, y0), (x1, y1), (x0, y1)), ((5, 5), (5, 5), (5, 5), (5, 5))]

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        return [ReadText("出院记录", 0.95, ()) for _ in crops]


@pytest.mark.parametrize(
    ("height", "width"), [(1, 1), (1, 3000), (3000, 1), (15, 20_000), (33_000, 40), (64, 64), (2, 500)]
)
def test_no_shape_of_page_is_a_crash(height: int, width: int) -> None:
    pixels = np.full((height, width, 3), 240, np.uint8)
    page = straighten(pixels, Drawn(), photo=True)  # type: ignore[arg-type]
    assert page.pixels.size > 0
    assert all(min(sides(outline)) >= 1 for outline in page.text)
    assert 0 <= colourfulness(pixels) <= 1
    assert card_likeness(pixels, (0, 0, 1, 1)) >= 0
    for outline in page.text:
        assert cut_out(page.pixels, outline).size > 0


def test_a_leaning_strip_does_not_ask_for_a_huge_canvas() -> None:
    class Leaning(Drawn):
        def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
            return [((100, 100), (500, 240), (495, 260), (95, 120))]

    pixels = np.full((700, 9000, 3), 240, np.uint8)
    page = straighten(pixels, Leaning(), photo=False)  # type: ignore[arg-type]
    assert page.pixels.shape[0] * page.pixels.shape[1] <= 1.01 * LARGEST_CANVAS * 700 * 9000


def test_long_pages_are_looked_at_piece_by_piece() -> None:
    lines = find_text(np.full((6000, 1000, 3), 255, np.uint8), Drawn())  # type: ignore[arg-type]
    assert len(lines) == 4


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_quarter_turns_agree_with_turned_pixels(rotation: int) -> None:
    pixels = np.zeros((40, 60, 3), np.uint8)
    pixels[7, 11] = 255
    turned = np.rot90(pixels, -rotation // 90)
    ((x, y),) = map_points(quarter_turns(60, 40, rotation), [(11.5, 7.5)])
    assert turned[int(y), int(x)].tolist() == [255, 255, 255]
