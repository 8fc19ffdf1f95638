"""Lines across the middle of a seal, without the star that stands there."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from test_marks_rounds import FONT

from ocr.marks.colours import Grey
from ocr.marks.outlines import Outline
from ocr.marks.straight_lines import StraightLine, middle_lines

pytestmark = pytest.mark.skipif(not FONT.exists(), reason="fonts-noto-cjk is not installed")
RIM = Outline("round", 300, 300, 240, 240, 0, 1.0)


def middle(line: str, *, star: bool, print_across: bool = False) -> Grey:
    """The middle of a seal of 240 px radius, dark on white: a star, a line of text below it, print beside."""
    picture = Image.new("L", (600, 600), 255)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((60, 60, 540, 540), outline=0, width=8)
    if star:
        turns = np.deg2rad(np.arange(10) * 36 - 90)
        reach = np.where(np.arange(10) % 2 == 0, 62, 24)
        draw.polygon(
            [(300 + r * np.cos(t), 300 + r * np.sin(t)) for t, r in zip(turns, reach, strict=True)], 0
        )
    if print_across:
        draw.text((180, 300), "元整", font=ImageFont.truetype(str(FONT), 34), fill=0, anchor="mm")
    draw.text((300, 420), line, font=ImageFont.truetype(str(FONT), 40), fill=0, anchor="mm")
    return np.asarray(255 - cv2.GaussianBlur(255 - np.asarray(picture), (0, 0), 0.8), np.uint8)


def test_the_star_is_no_line() -> None:
    for across in (False, True):
        lines = middle_lines(middle("收费专用章", star=True, print_across=across), RIM, None, 0.0)
        wide = [line for line in lines if line.rows[0] < 200 < line.rows[1] and line.crops[0].shape[1] > 120]
        assert not wide
        assert any(line.rows[0] > 250 for line in lines)


def test_thick_characters_in_the_middle_are_no_star() -> None:
    ink = cv2.erode(middle("", star=False), np.ones((3, 3), np.uint8))
    picture = Image.fromarray(ink)
    face = ImageFont.truetype(str(FONT), 70)
    ImageDraw.Draw(picture).text((300, 300), "收费专用", font=face, fill=0, anchor="mm")
    thick = np.asarray(cv2.erode(np.asarray(picture), np.ones((5, 5), np.uint8)), np.uint8)
    assert len(middle_lines(thick, RIM, None, 0.0)) == 1


def test_lines_of_two_pictures_are_the_same_where_their_rows_are() -> None:
    assert StraightLine((10, 30), ()).beside(StraightLine((14, 40), ()))
    assert not StraightLine((10, 30), ()).beside(StraightLine((28, 60), ()))
