"""Seals: found where they are, none where there is none, and read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein
from scripted_lines import said

from ocr.engine import ReadText, TextEngine, open_engine
from ocr.marks.colours import blue_ink, evenly_lit, red_ink, without_red
from ocr.marks.seals import find_seals
from ocr.models import bundled_models
from ocr.types import Box, Pixels

PAGES = Path(__file__).parent / "resources" / "marks"


class SilentReader:
    """A reader that reads nothing and remembers how many crops it was shown."""

    def __init__(self) -> None:
        self.crops = 0

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        self.crops += len(crops)
        return [said("", 0.0) for _ in crops]


class FixedReader(SilentReader):
    """A reader that reads the same everywhere."""

    def __init__(self, text: str, confidence: float) -> None:
        super().__init__()
        self.answer = said(text, confidence)

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        return [self.answer for _ in crops]


class OnceReader(FixedReader):
    """A reader that reads the first line only."""

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        return [self.answer, *[said("", 0.0)] * (len(crops) - 1)]


def page(name: str) -> Pixels:
    return np.ascontiguousarray(cv2.imread(str(PAGES / name))[:, :, ::-1])


def overlap(a: Box, b: Box) -> float:
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    common = max(0.0, width) * max(0.0, height)
    return common / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> TextEngine:
    return open_engine(bundled_models(tmp_path_factory.mktemp("models")))


SEALS = [
    ("seal_round_red.jpg", "red", "round", "宜春市人民医院诊断证明专用章", (549, 809, 729, 989), 1),
    ("seal_round_faded.jpg", "red", "round", "上高县中医院医保专用章", (550, 810, 729, 989), 3),
    ("seal_oval_red.jpg", "red", "oval", "新余市人民医院门诊专用章", (549, 834, 729, 964), 2),
    ("seal_square_red.jpg", "red", "square", "诊断证明专用章", (579, 872, 701, 927), 1),
    ("seal_round_blue.jpg", "blue", "round", "南昌大学第一附属医院病案复印专用章", (549, 809, 729, 989), 3),
    ("seal_round_copy.jpg", "grey", "round", "邵阳市第二人民医院医务科", (550, 810, 730, 990), 2),
]


@pytest.mark.parametrize("case", SEALS, ids=[case[0] for case in SEALS])
def test_finds_and_reads(reader: TextEngine, case: tuple[str, str, str, str, Box, int]) -> None:
    name, colour, shape, text, box, slack = case
    (seal,) = find_seals(page(name), 3, reader)
    assert (seal.colour, seal.shape, seal.page) == (colour, shape, 3)
    assert overlap(seal.box, box) > 0.75
    assert Levenshtein.distance(seal.text, text) <= slack, seal.text
    assert seal.confidence is not None
    assert 0.6 < seal.confidence <= 1.0


@pytest.mark.parametrize("name", ["red_print_no_seal.jpg", "red_form_no_seal.jpg", "signing_cells.jpg"])
def test_red_print_is_no_seal(reader: TextEngine, name: str) -> None:
    assert find_seals(page(name), 1, reader) == ()


def test_a_clear_rim_counts_even_where_nothing_can_be_read() -> None:
    (seal,) = find_seals(page("seal_round_red.jpg"), 1, SilentReader())
    assert seal.text == ""
    assert seal.confidence is not None
    assert seal.confidence <= 0.6


def test_a_grey_ring_without_text_is_no_seal() -> None:
    assert find_seals(page("seal_round_copy.jpg"), 1, SilentReader()) == ()


def test_a_whole_grey_ring_with_some_text_is_a_seal() -> None:
    (seal,) = find_seals(page("seal_round_copy.jpg"), 1, FixedReader("样山", 0.7))
    assert seal.confidence is not None
    assert seal.confidence < 0.9


def test_one_doubtful_character_makes_the_text_doubtful() -> None:
    sure = FixedReader("样山市人民医院收费专用章", 0.99)
    (seal,) = find_seals(page("seal_round_red.jpg"), 1, sure)
    assert seal.confidence is not None
    assert seal.confidence >= 0.9
    doubtful = FixedReader("样山市人民医院收费专用章", 0.99)
    first, *others = doubtful.answer.chars
    doubtful.answer = replace(doubtful.answer, chars=(replace(first, confidence=0.4), *others))
    (seal,) = find_seals(page("seal_round_red.jpg"), 1, doubtful)
    assert seal.confidence is not None
    assert seal.confidence < 0.8


def test_a_logo_in_two_languages_is_no_seal() -> None:
    logo = FixedReader("人民医院 PEOPLES HOSPITAL", 0.95)
    assert find_seals(page("seal_round_red.jpg"), 1, logo) == ()


@pytest.mark.parametrize("mark", ["电子", "副本"])
def test_a_framed_mark_of_the_form_is_no_seal(mark: str) -> None:
    assert find_seals(page("seal_square_red.jpg"), 1, OnceReader(mark, 0.95)) == ()
    (seal,) = find_seals(page("seal_square_red.jpg"), 1, OnceReader("王伟", 0.95))
    assert seal.text == "王伟"


def test_a_seal_read_as_letters_is_no_logo_where_they_are_guessed() -> None:
    (seal,) = find_seals(page("seal_round_red.jpg"), 1, FixedReader("AzaAMlgahMphlta", 0.4))
    assert seal.text == ""


def test_a_worn_grey_seal_is_found_without_its_rim_in_one_piece(reader: TextEngine) -> None:
    sheet = page("seal_round_copy.jpg")
    for degrees in range(0, 360, 40):
        t = np.deg2rad(degrees)
        cv2.circle(sheet, (round(640 + 90 * np.cos(t)), round(900 + 90 * np.sin(t))), 5, (250, 250, 250), -1)
    (seal,) = find_seals(sheet, 1, reader)
    assert seal.colour == "grey"
    assert "人民医院" in seal.text


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_seal_stamped_sideways_is_read(reader: TextEngine, turn: int) -> None:
    turned = np.ascontiguousarray(np.rot90(page("seal_round_red.jpg"), turn // 90))
    (seal,) = find_seals(turned, 1, reader)
    assert "宜春市人民医院" in seal.text


def test_a_seal_over_the_edge_is_found(reader: TextEngine) -> None:
    (seal,) = find_seals(np.ascontiguousarray(page("seal_round_red.jpg")[:, :690]), 1, reader)
    assert seal.box[2] <= 690


@pytest.mark.parametrize("factor", [1.5, 3.0])
def test_page_size_does_not_matter(reader: TextEngine, factor: float) -> None:
    large = cv2.resize(page("seal_round_red.jpg"), None, fx=factor, fy=factor)
    (seal,) = find_seals(np.asarray(large, np.uint8), 1, reader)
    assert overlap(seal.box, tuple(v * factor for v in (549, 809, 729, 989))) > 0.75


def test_a_page_without_colour_costs_no_reading() -> None:
    reader = SilentReader()
    find_seals(np.full((1400, 1000, 3), 250, np.uint8), 1, reader)
    assert reader.crops == 0


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 2**32 - 1))
@settings(max_examples=15, deadline=None)
def test_any_small_picture_is_survived(height: int, width: int, seed: int) -> None:
    noise = np.random.default_rng(seed).integers(0, 256, (height + 1, width + 1, 3)).astype(np.uint8)
    for seal in find_seals(noise, 1, SilentReader()):
        assert 0 <= seal.box[0] <= seal.box[2] <= width + 1


def stripe(colour: tuple[int, int, int]) -> Pixels:
    """White paper with a black stroke across a coloured one, as wide as strokes are."""
    sheet = np.full((400, 400, 3), 250, np.uint8)
    sheet[96:104] = colour
    sheet[:, 197:203] = (20, 20, 20)
    return sheet


@pytest.mark.parametrize("colour", [(220, 30, 30), (200, 20, 60), (235, 90, 60), (245, 170, 170)])
def test_red_goes_and_black_stays(colour: tuple[int, int, int]) -> None:
    sheet = stripe(colour)
    assert red_ink(evenly_lit(sheet))[100, 30] == 255
    clean = without_red(sheet)
    assert clean[100, 30].min() > 215
    assert clean[100, 200].max() < 90
    assert clean[20, 200].max() < 90


def test_blue_goes_only_when_asked() -> None:
    sheet = stripe((50, 60, 200))
    assert blue_ink(evenly_lit(sheet))[100, 30] == 255
    assert without_red(sheet)[100, 30, 0] < 120
    assert without_red(sheet, blue=True)[100, 30].min() > 215


@pytest.mark.parametrize("tint", [(255, 235, 200), (225, 235, 255), (180, 160, 120)])
def test_the_colour_of_the_light_is_no_ink(tint: tuple[int, int, int]) -> None:
    sheet = (stripe((30, 30, 30)) * (np.array(tint) / 255)).astype(np.uint8)
    even = evenly_lit(sheet)
    assert (red_ink(even) > 0).mean() < 0.01
    assert (blue_ink(even) > 0).mean() < 0.01
