"""Forms printed in colour and filled in by a machine in black, across their labels."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ocr.engine import ReadText, TextEngine, open_engine
from ocr.inks import part_inks
from ocr.models import bundled_models
from ocr.overprint import read_overprint
from ocr.read import read_lines
from ocr.types import Box, Pixels, Polygon

FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
BROWN, BLACK, PAPER = (176, 110, 60), (60, 60, 62), (246, 240, 226)
LABELS = (
    *((40, 40, "姓名"), (300, 40, "性别"), (560, 40, "社会保障号码")),
    *((40, 160, "现金支付"), (560, 160, "日期")),
)
FILLED = (
    *((116, 38, "周明远"), (322, 38, "男"), (672, 38, "100000000000007")),
    *((128, 158, "216.00"), (604, 158, "2024-05-15")),
)

pytestmark = pytest.mark.skipif(not FONT.exists(), reason="fonts-noto-cjk is not installed")


def form(*, ink: tuple[int, int, int] = BROWN, lines: int = 4) -> Pixels:
    """The same few labels and values on each of some lines; where they meet both let their light through."""
    size = (1000, 60 + 240 * lines)
    sheets = [Image.new("RGB", size, "white") for _ in range(2)]
    face = ImageFont.truetype(str(FONT), 26)
    for sheet, texts, colour in zip(sheets, (LABELS, FILLED), (ink, BLACK), strict=True):
        pen = ImageDraw.Draw(sheet)
        for n in range(lines):
            for x, y, text in texts:
                pen.text((x, y + 240 * n), text, font=face, fill=colour)
    share = np.prod([np.asarray(s, np.float32) / 255 for s in sheets], axis=0)
    return np.asarray(share * np.array(PAPER, np.float32), np.uint8)


def box(x: float, y: float, width: float) -> Polygon:
    return ((x, y), (x + width, y), (x + width, y + 42), (x, y + 42))


def test_each_ink_is_seen_by_itself() -> None:
    """The form's print and the black one, side by side and one upon the other."""
    inks = part_inks(form(), [])
    assert inks is not None
    assert inks.share(box(36, 36, 60)) > 0.95
    assert inks.share(box(112, 36, 84)) < 0.05
    assert 0.2 < inks.share(box(296, 36, 60)) < 0.8
    assert inks.meet(box(296, 36, 60)) > 0.5
    assert inks.meet(box(36, 36, 160)) < 0.1


def test_a_seal_at_the_edge_or_beside_the_page_harms_nothing() -> None:
    """Of small seals no row may be left where only every fourth is looked at."""
    page = form(lines=24)
    height, width = page.shape[:2]
    seals: list[Box] = [
        *((width, 0, width + 40, 40), (-30, -30, -1, -1)),
        *((0, height - 1, 1, height), (50, 60, 50, 60)),
    ]
    for step in (1, 2, 4):
        assert part_inks(page, seals, step) is not None


@pytest.mark.parametrize("ink", [BLACK, (90, 90, 90)])
def test_a_page_in_one_ink_has_no_second(ink: tuple[int, int, int]) -> None:
    """Black and grey are one ink."""
    assert part_inks(form(ink=ink), []) is None


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> TextEngine:
    return open_engine(bundled_models(tmp_path_factory.mktemp("models")))


def test_black_print_across_labels_is_read(engine: TextEngine) -> None:
    """A number across the end of its label, of which the first digit was lost; it is not told as sure."""
    page = form()
    rows = (36, 276, 516, 756)
    outlines = [box(x, y, width) for y in rows for x, width in ((36, 160), (296, 60), (556, 330))]
    before = read_lines(page, outlines, engine)
    assert "100000000000007" not in [line.text for line in before]
    after = read_overprint(page, [], before, engine)
    numbers = [line for line in after if line.text == "100000000000007"]
    assert len(numbers) == len(rows)
    assert max(c.confidence or 0 for line in numbers for c in line.chars) <= 0.85


def test_only_lines_with_both_prints_are_read_once_more(engine: TextEngine) -> None:
    """The black numbers that stand by themselves were read well enough."""

    class Counting(TextEngine):
        info = engine.info
        crops = 0

        def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
            return [box(x, y, 200) for y in (36, 156, 276, 756) for x in (110, 300, 660)]

        def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
            self.crops += len(crops)
            return [ReadText("男", 1.0, ())] * len(crops)

    page, counting = form(), Counting()
    outlines = [box(296, y, 60) for y in (36, 276, 516, 756)]
    read_overprint(page, [], read_lines(page, outlines, engine), counting)
    assert counting.crops == 3


def test_other_pages_are_left_alone() -> None:
    """No second look where one ink is there."""

    class Never(TextEngine):
        info = None  # type: ignore[assignment]

        def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
            raise AssertionError(side)

        def read(self, crops: object) -> list[ReadText]:
            raise AssertionError(crops)

    assert read_overprint(form(ink=BLACK), [], (), Never()) == ()


def test_large_pages_are_mended_at_half_their_size(engine: TextEngine) -> None:
    """What is read there lies where it stands on the page."""
    large = np.repeat(np.repeat(form(), 3, axis=0), 3, axis=1)
    rows = (36, 276, 516, 756)
    small = [box(x, y, width) for y in rows for x, width in ((36, 160), (296, 60), (556, 330))]
    outlines: list[Polygon] = []
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in small:
        outlines.append(((3 * ax, 3 * ay), (3 * bx, 3 * by), (3 * cx, 3 * cy), (3 * dx, 3 * dy)))
    after = read_overprint(large, [], read_lines(large, outlines, engine), engine)
    numbers = [line for line in after if line.text == "100000000000007"]
    assert len(numbers) == len(rows)
    assert all(3 * 665 < line.box[0] < 3 * 680 for line in numbers)
