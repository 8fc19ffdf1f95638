"""What a PDF says to draw beside its text, and where seals are looked for by it."""

from __future__ import annotations

import json

import cv2
import numpy as np
import pikepdf
import pytest
from opening_samples import pdf, saved, say
from PIL import Image

from intake.opening import wire
from ocr.beside_text import beside_text, find_beside_text
from ocr.grid import is_bare
from ocr.marks.colours import reduced
from ocr.marks.seals import find_seals
from ocr.pages import Limits, open_file
from ocr.types import Box, Drawn, RawPage, TextLine

PALE = Image.new("RGB", (12, 8), (220, 225, 240))
TEXT = say("Hello", 40, 150)
CIRCLE = (
    b"1 0 0 RG 2 w 150 60 m 150 76.6 136.6 90 120 90 c 103.4 90 90 76.6 90 60 c 90 43.4 103.4 30 120 30 c "
)
CIRCLE += b"136.6 30 150 43.4 150 60 c s\n"
RULING = b"1 w 20 20 260 160 re S 20 100 m 280 100 l S 150 20 m 150 180 l S 0.8 g 20 100 60 20 re f 0 g\n"


def opened(document: pikepdf.Pdf) -> RawPage:
    (page,) = open_file(saved(document), "a.pdf", Limits()).pages
    return page


def drawn(content: bytes, picture: Image.Image | None = None) -> list[list[int]]:
    """The boxes in points, from the top left."""
    page = opened(pdf(content + TEXT, picture=picture))
    assert page.scale is not None
    assert page.drawn is not None
    return [[round(side / page.scale) for side in box] for box in page.drawn.boxes]


def told(content: bytes) -> Drawn:
    page = opened(pdf(content + TEXT))
    assert page.drawn is not None
    return page.drawn


def test_text_and_ruling_are_no_drawings() -> None:
    assert told(RULING) == Drawn((), 10, 1, grey=True)  # a bar is what is filled and short


def test_lines_bars_and_colours_are_told() -> None:
    assert told(b"") == Drawn(grey=True)
    assert told(b"20 100 m 280 100 l S ") == Drawn((), 1, 0, grey=True)
    assert not told(b"1 0 0 RG 20 100 m 280 100 l S ").grey
    assert not told(b"BT /F 14 Tf 0.8 0 0 rg 40 50 Td (red) Tj ET ").grey
    bars = told(b"".join(b"%d 50 1 40 re f " % x for x in range(20, 100, 4)))
    assert (bars.boxes, bars.lines, bars.bars) == ((), 20, 20)
    assert told(CIRCLE).lines == 4  # a path of many segments may be a whole table


def test_a_page_of_black_text_and_lines_is_not_looked_at() -> None:
    nothing = np.zeros((0, 0, 3), np.uint8)
    found = find_beside_text(nothing, (), Drawn((), 40, 11, grey=True))
    assert (found.places, found.codes, found.coloured, found.colourfulness) == ((), (), False, 0.0)


@pytest.mark.parametrize(
    ("drawn", "text", "bare"),
    [
        (None, "姓名", False),
        (Drawn(lines=3), "姓名", True),
        (Drawn(lines=4), "姓名", False),
        (Drawn(), "│姓名│", False),
        (Drawn(), "| 1 | 2 |", False),
    ],
)
def test_cells_are_looked_for_where_lines_are_drawn(drawn: Drawn | None, text: str, bare: bool) -> None:
    line = TextLine(text, ((0, 0), (90, 0), (90, 20), (0, 20)), None)
    assert is_bare(RawPage(1, np.zeros((9, 9, 3), np.uint8), (line,), 1.0, drawn)) is bare


def test_codes_are_looked_for_around_pictures_unless_there_are_bars() -> None:
    box = (820.0, 1465.0, 995.0, 1535.0)
    picture, bars = (beside_text(*reduced(signed(), 800), (), Drawn((box,), n, n)) for n in (0, 20))
    assert picture.codes == ((box[0] - 46.78, box[1] - 46.78, box[2] + 46.78, box[3] + 46.78),)
    assert bars.codes == bars.places


def test_a_curve_and_a_picture_are() -> None:
    ((left, top, right, bottom),) = drawn(CIRCLE + RULING)
    assert (left, top, right, bottom) == pytest.approx((90, 110, 150, 170), abs=2)
    assert drawn(b"q 30 0 0 20 200 50 cm /Im Do Q ", picture=PALE) == [[200, 130, 230, 150]]


def test_a_picture_in_strips_is_one_drawing() -> None:
    strips = b"".join(b"q 60 0 0 10 200 %d cm /Im Do Q " % y for y in range(40, 100, 10))
    assert drawn(strips, picture=PALE) == [[200, 100, 260, 160]]


def test_pieces_too_short_for_ruling_are_drawings() -> None:
    rows = b"1 0 0 rg " + b"".join(b"%d %d 5 1 re f " % (100 + 2 * n, 60 + n) for n in range(20))
    ((left, _, right, _),) = drawn(rows)
    assert right - left == pytest.approx(43, abs=2)


def test_annotations_that_stay_are_not_told() -> None:
    document = pdf(TEXT)
    look = pikepdf.Stream(document, b"1 0 0 rg 0 0 50 50 re f")
    look.Type, look.Subtype, look.BBox = (
        pikepdf.Name.XObject,
        pikepdf.Name.Form,
        pikepdf.Array([0, 0, 50, 50]),
    )
    stamp = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Stamp,
        Rect=pikepdf.Array([200, 50, 250, 100]),
        AP=pikepdf.Dictionary(N=look),
        F=4,
    )
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(stamp)])
    page = opened(document)
    assert (page.pixels[:, :, 1] < 100).any()
    # Made part of the page, it is told; left beside it, nothing is.
    assert page.drawn is None or len(page.drawn.boxes) == 1


def test_boxes_travel_and_are_checked() -> None:
    page = RawPage(
        1, np.full((4, 6, 3), 255, np.uint8), (), 2.0, Drawn(((0.5, 1.0, 2.0, 3.5),), 7, 3, grey=True)
    )
    header = json.loads(json.dumps(wire.page_header(page)))
    back = wire.page_from(header, memoryview(page.pixels.tobytes()), 1, Limits())
    assert back.drawn == page.drawn
    for nonsense in (
        *({"boxes": [[0, 1, 2]]}, {"boxes": [[0, 1, 2, "3"]]}, {"boxes": [[0, 1, 2, float("nan")]]}),
        *({"boxes": None}, {"lines": "7"}, {"bars": None}, {"bars": float("inf")}, {"grey": 1}),
    ):
        told = header | {"drawn": header["drawn"] | nonsense}
        with pytest.raises(wire.WireError):
            wire.page_from(told, memoryview(page.pixels.tobytes()), 1, Limits())
    with pytest.raises(wire.WireError):
        wire.page_from(header | {"drawn": 7}, memoryview(page.pixels.tobytes()), 1, Limits())


class _Unread:
    def read(self, crops: object) -> list[tuple[str, float]]:
        raise AssertionError("nothing is to be read")


def signed() -> np.ndarray:
    """A page with something written by hand in black."""
    page = np.full((2339, 1653, 3), 255, np.uint8)
    cv2.ellipse(page, (900, 1500), (70, 28), 10, 0, 360, (30, 30, 60), 5)
    cv2.line(page, (840, 1480), (990, 1530), (30, 30, 60), 5)
    return page


@pytest.mark.parametrize(
    ("boxes", "rims"),
    [
        (None, 1),
        ((), 0),
        (((820.0, 1465.0, 995.0, 1535.0),), 0),  # a signature's picture
        (((800.0, 1400.0, 1100.0, 1700.0),), 1),
        (((100.0, 100.0, 400.0, 400.0),), 0),  # large, but elsewhere
    ],
)
def test_rims_are_looked_for_where_something_so_large_is_drawn(
    boxes: tuple[Box, ...] | None, rims: int
) -> None:
    found = beside_text(*reduced(signed(), 800), (), None if boxes is None else Drawn(boxes))
    assert len(found.places) == 1
    assert len(found.rims) == rims
    if not rims:
        assert find_seals(signed(), 1, _Unread(), found) == ()
