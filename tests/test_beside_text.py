"""Where on a born-digital page seals and codes are looked for."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import zxingcpp

from ocr.beside_text import BesideText, beside_text
from ocr.marks.barcodes import find_barcodes
from ocr.marks.colours import evenly_lit, lit_rows, paper_light, reduced, reduced_rows
from ocr.marks.seals import find_seals
from ocr.types import Box, Pixels, Polygon, TextLine

BLACK, RED = (0, 0, 0), (200, 30, 40)


def paper() -> Pixels:
    """A4 at 200 dpi, white."""
    return np.full((2339, 1653, 3), 255, np.uint8)


def written(page: Pixels, x: int, y: int, width: int, colour: tuple[int, int, int] = BLACK) -> TextLine:
    """Something like print on the page, and its line."""
    for left in range(x, x + width, 30):
        cv2.rectangle(page, (left, y + 4), (left + 20, y + 30), colour, 4)
    return TextLine("字" * (width // 30), ((x, y), (x + width, y), (x + width, y + 34), (x, y + 34)), None)


def seen(page: Pixels, *lines: TextLine) -> BesideText:
    return beside_text(*reduced(page, 800), lines)


def holds(outer: Box, inner: Box) -> bool:
    return all(o <= i for o, i in zip(outer[:2], inner[:2], strict=True)) and all(
        o >= i for o, i in zip(outer[2:], inner[2:], strict=True)
    )


def code(page: Pixels, x: int, y: int) -> Box:
    made = zxingcpp.create_barcode("360900-2025-000123", zxingcpp.BarcodeFormat.QRCode)
    drawn = np.array(made.to_image(scale=6))
    page[y : y + drawn.shape[0], x : x + drawn.shape[1]] = drawn[:, :, None]
    return (x, y, x + drawn.shape[1], y + drawn.shape[0])


def test_text_and_rules_leave_nothing_to_look_at() -> None:
    page = paper()
    lines = [written(page, 200, y, 900, colour) for y, colour in ((300, BLACK), (400, RED), (500, BLACK))]
    cv2.rectangle(page, (150, 250), (1500, 900), BLACK, 3)
    cv2.line(page, (150, 600), (1500, 600), BLACK, 3)
    cv2.rectangle(page, (200, 650), (232, 682), BLACK, 3)  # a box to tick
    found = seen(page, *lines)
    assert found.places == ()
    assert found.coloured
    assert find_seals(page, 1, _Unread(), found) == ()


class _Unread:
    def read(self, crops: object) -> list[tuple[str, float]]:
        raise AssertionError("nothing is to be read")


@pytest.mark.parametrize("colour", [RED, BLACK])
def test_a_seal_across_print_is_held_whole(colour: tuple[int, int, int]) -> None:
    page = paper()
    lines = [written(page, 200, y, 1100) for y in range(300, 900, 60)]
    cv2.circle(page, (1200, 860), 150, colour, 8)
    (place,) = seen(page, *lines).places
    assert holds(place, (1050, 710, 1350, 1010))
    assert place[3] - place[1] < 700


def test_a_watermark_across_the_page_hides_no_seal() -> None:
    page = paper()
    cv2.circle(page, (1200, 1800), 150, RED, 8)
    corners: Polygon = ((100, 1900), (1500, 200), (1560, 250), (160, 1950))
    (place,) = seen(page, TextLine("内部资料", corners, None)).places
    assert holds(place, (1050, 1650, 1350, 1950))


def test_a_code_is_read_in_its_place_as_on_the_whole_page() -> None:
    page = paper()
    line = written(page, 200, 300, 900)
    box = code(page, 1300, 100)
    found = seen(page, line)
    (place,) = found.places
    assert holds(place, box)
    (here,), (anywhere,) = find_barcodes(page, 1, found.places), find_barcodes(page, 1)
    assert (here.format, here.text) == (anywhere.format, anywhere.text)
    assert here.box == pytest.approx(anywhere.box, abs=3)
    assert find_barcodes(page, 1, ((0, 200, 1200, 800),)) == ()


@pytest.mark.parametrize("shade", [0, 60])
def test_rows_are_lit_as_on_the_whole_page(shade: int) -> None:
    page = reduced(paper(), 1800)[0]
    written(page, 200, 300, 900)
    page[:, :, 2] -= np.linspace(0, shade, page.shape[0]).astype(np.uint8)[:, None]
    rows = slice(250, 700)
    assert (lit_rows(page, rows) == evenly_lit(page, paper_light(page))[rows]).all()


@pytest.mark.parametrize("rows", [slice(0, 300), slice(500, 777), slice(1500, 1900), slice(0, 5000)])
def test_rows_are_reduced_as_with_the_whole_page(rows: slice) -> None:
    noise = np.random.default_rng(7).integers(0, 256, (2339, 1653, 3), np.uint8)
    page = np.asarray(cv2.GaussianBlur(noise, (0, 0), 2), np.uint8)
    part, whole = reduced_rows(page, 1800, rows), reduced(page, 1800)[0][rows]
    assert part.shape == whole.shape
    assert np.abs(part.astype(int) - whole).max() <= 4
