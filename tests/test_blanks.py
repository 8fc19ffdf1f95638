"""Characters that stand by themselves behind a label, where the text finder sees nothing."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import pytest

from ocr.blanks import read_blanks
from ocr.engine import ReadText
from ocr.layout import Run
from ocr.lone_characters import lone_places
from ocr.reliance import LOOSELY
from ocr.types import Box, Char, Engine, Pixels, Polygon

SIZE = 30


class Says:
    """Reads ``word`` wherever there is much ink."""

    info = Engine("scripted", {}, "0")

    def __init__(self, word: str, confidence: float = 0.97) -> None:
        self.word, self.confidence = word, confidence

    def detect(self, pixels: Pixels, side: int) -> list[Polygon]:
        raise AssertionError("nothing is looked for by outlines")

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        return [ReadText(self.word, self.confidence, ()) for _ in crops]


def run(text: str, x: float, y: float) -> Run:
    boxes: list[Box] = [(x + SIZE * i, y, x + SIZE * (i + 1), y + SIZE) for i in range(len(text))]
    return Run(text, tuple(Char(c, b, 0.99) for c, b in zip(text, boxes, strict=True)), None, False)


def page(runs: Sequence[Run], *marks: tuple[int, int]) -> Pixels:
    """A white page with crosses at the characters of runs and at some other places."""
    pixels = np.full((400, 900, 3), 255, np.uint8)
    at = [(round(c.box[0]), round(c.box[1])) for r in runs for c in r.chars if c.text.isalnum()]
    for x, y in (*at, *marks):
        for a, b in (((4, 4), (24, 24)), ((24, 4), (4, 24)), ((14, 4), (14, 24)), ((4, 14), (24, 14))):
            cv2.line(pixels, (x + a[0], y + a[1]), (x + b[0], y + b[1]), (20, 20, 20), 2)
    return pixels


def test_a_character_on_its_blank_is_read_with_its_place() -> None:
    runs = [run("性别:", 100, 200), run("年龄:36", 400, 200)]
    lines, filled = read_blanks(page(runs, (240, 200)), runs, Says("女"))
    assert [r.text for r in filled] == ["性别:女", "年龄:36"]
    assert lines[0].confidence == pytest.approx(0.97)
    assert lines[0].box[0] == pytest.approx(240, abs=12)


def test_off_its_line_it_is_less_sure() -> None:
    runs = [run("性别: 医保类型:", 100, 200)]
    lines, filled = read_blanks(page(runs, (200, 180)), runs, Says("男"))
    assert filled[0].text.startswith("性别:男")
    assert lines[0].confidence == pytest.approx(LOOSELY)


@pytest.mark.parametrize(("word", "confidence"), [("勇", 0.99), ("男女", 0.99), ("女", 0.7), ("", 0.0)])
def test_only_exactly_a_word_of_the_field_counts(word: str, confidence: float) -> None:
    runs = [run("性别:", 100, 200)]
    assert read_blanks(page(runs, (240, 200)), runs, Says(word, confidence)) == ((), tuple(runs))


@pytest.mark.parametrize("text", ["性别:女", "性别:M", "性别: □男□女", "患者性格开朗", "阴性", "姓名:"])
def test_nothing_is_looked_for_where_a_value_or_no_such_label_stands(text: str) -> None:
    runs = [run(text, 100, 200)]
    assert read_blanks(page(runs, (420, 200)), runs, Says("男")) == ((), tuple(runs))


def test_values_beside_or_under_the_label_are_no_blanks() -> None:
    for other in (run("女", 300, 200), run("女", 100, 240), run("别:男", 160, 200)):
        runs = [run("性别" if other.text == "女" else "性", 100, 200), other]
        assert read_blanks(page(runs, (240, 200)), runs, Says("男")) == ((), tuple(runs))


def test_an_empty_blank_and_a_ruling_line_hold_nothing() -> None:
    runs = [run("性别:", 100, 200)]
    pixels = page(runs)
    cv2.line(pixels, (195, 228), (400, 228), (20, 20, 20), 3)
    area, within = (90.0, 150.0, 360.0, 280.0), (195.0, 190.0, 350.0, 240.0)
    assert lone_places(pixels, area, within, [c.box for c in runs[0].chars], SIZE, free=True) == []
