"""Rings read stretch by stretch: text at the bottom that stands the other way round is read from its side."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from scripted_lines import said
from test_marks_rounds import FONT

from ocr.engine import ReadText, open_engine
from ocr.marks.outlines import Outline
from ocr.marks.ring_reading import Ring, read_ring
from ocr.marks.unroll import unrolled_ring
from ocr.models import bundled_models
from ocr.types import Pixels

pytestmark = pytest.mark.skipif(not FONT.exists(), reason="fonts-noto-cjk is not installed")
RIM = Outline("round", 300, 300, 240, 240, 0, 1.0)


def two_ways(above: str, below: str) -> Pixels:
    """Words along the top with the feet to the centre, and along the bottom with the heads to it."""
    ink = Image.new("L", (600, 600))
    ImageDraw.Draw(ink).ellipse((60, 60, 540, 540), outline=255, width=4)
    face = ImageFont.truetype(str(FONT), 52)
    arcs = ((above, np.linspace(180, 360, len(above)), -90), (below, np.linspace(136, 44, len(below)), 90))
    for words, angles, side in arcs:
        for word, angle in zip(words, angles, strict=True):
            glyph = Image.new("L", (60, 64))
            ImageDraw.Draw(glyph).text((4, -6), word, font=face, fill=255)
            upright = glyph.rotate(-angle + side, expand=True)
            x = 300 + 0.8 * 240 * math.cos(math.radians(angle))
            y = 300 + 0.8 * 240 * math.sin(math.radians(angle))
            ink.paste(255, (round(x - upright.width / 2), round(y - upright.height / 2)), upright)
    return np.asarray(255 - cv2.GaussianBlur(np.asarray(ink), (0, 0), 0.8), np.uint8)


class Heard:
    """Answers as told, one list after the other, and keeps the crops."""

    def __init__(self, *answers: tuple[str, float]) -> None:
        self.answers = [said(*answer) for answer in answers]
        self.asked: list[int] = []

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        """The next answer for every crop."""
        answer = self.answers[min(len(self.asked), len(self.answers) - 1)]
        self.asked.append(len(crops))
        return [answer] * len(crops)


def test_wide_gaps_part_a_ring_into_stretches() -> None:
    ring = unrolled_ring(two_ways("上高县人民医院", "财务收费章"), RIM, whole=True)
    assert ring is not None
    assert len(ring.stretches) == 2


def test_text_that_stands_on_its_head_is_read(tmp_path: Path) -> None:
    reader = open_engine(bundled_models(tmp_path))
    picture = two_ways("上高县人民医院", "财务收费章")
    ring = read_ring(unrolled_ring(picture, RIM), [picture], RIM, reader)
    assert [a.text for a in ring.answers] == ["上高县人民医院", "财务收费章"]


def test_a_ring_read_clearly_is_not_looked_at_again() -> None:
    picture = two_ways("上高县人民医院", "收费章")
    reader = Heard(("上高县人民医院收费章专用", 0.95))
    assert read_ring(unrolled_ring(picture, RIM), [picture], RIM, reader).answers[0].confidence == 0.95
    assert len(reader.asked) == 1


def test_few_sure_characters_of_a_long_ring_are_not_the_whole_of_it() -> None:
    picture = two_ways("上高县人民医院", "收费章")
    reader = Heard(("监", 0.98), ("", 0.0))
    read_ring(unrolled_ring(picture, RIM), [picture], RIM, reader)
    assert len(reader.asked) > 1


def test_no_ring_says_nothing() -> None:
    assert read_ring(None, [], RIM, Heard(("章", 1.0))) == Ring((), ())
