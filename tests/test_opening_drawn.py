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
from ocr.beside_text import beside_text
from ocr.marks.colours import reduced
from ocr.marks.seals import find_seals
from ocr.pages import Limits, open_file
from ocr.types import Box, RawPage

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
    return [[round(side / page.scale) for side in box] for box in page.drawn]


def test_text_and_ruling_are_no_drawings() -> None:
    assert drawn(RULING) == []


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
    assert page.drawn is None or len(page.drawn) == 1


def test_boxes_travel_and_are_checked() -> None:
    page = RawPage(1, np.full((4, 6, 3), 255, np.uint8), (), 2.0, ((0.5, 1.0, 2.0, 3.5),))
    header = json.loads(json.dumps(wire.page_header(page)))
    back = wire.page_from(header, memoryview(page.pixels.tobytes()), 1, Limits())
    assert back.drawn == page.drawn
    for nonsense in ([[0, 1, 2]], [[0, 1, 2, "3"]], [[0, 1, 2, float("nan")]], 7):
        with pytest.raises(wire.WireError):
            wire.page_from(header | {"drawn": nonsense}, memoryview(page.pixels.tobytes()), 1, Limits())


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
    found = beside_text(*reduced(signed(), 800), (), boxes)
    assert len(found.places) == 1
    assert len(found.rims) == rims
    if not rims:
        assert find_seals(signed(), 1, _Unread(), found) == ()
