"""Rims of seals: found broken, faint and across print; not seen in rules, logos, drawings and writing."""

from __future__ import annotations

import math
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ocr.engine import TextEngine, open_engine
from ocr.marks.colours import cool_strength, evenly_lit, grey_strength, red_strength, reduced
from ocr.marks.outlines import Outline
from ocr.marks.rounds import ROUNDS_SIDE, SURE, find_rounds
from ocr.marks.seals import find_seals
from ocr.marks.standing import amid_print
from ocr.models import bundled_models
from ocr.types import Pixels

FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
RED, BLUE, PURPLE, TEAL = (205, 40, 45), (40, 60, 180), (110, 70, 150), (60, 130, 160)
WORDS = "上高县人民医院门诊收费"

pytestmark = pytest.mark.skipif(not FONT.exists(), reason="fonts-noto-cjk is not installed")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> TextEngine:
    return open_engine(bundled_models(tmp_path_factory.mktemp("models")))


def paper() -> Pixels:
    """A sheet as a scanner sees it: off-white, with grain."""
    grain = np.random.default_rng(7).normal(0, 3, (1200, 1000, 1))
    return np.clip(np.full((1200, 1000, 3), (246, 243, 236)) + grain, 0, 255).astype(np.uint8)


def printed(sheet: Pixels, ink: Image.Image, colour: tuple[int, int, int], strength: float) -> Pixels:
    """The sheet with ink on it; print beneath stays as dark as it was."""
    cover = cv2.GaussianBlur(np.asarray(ink, np.float32), (0, 0), 0.8)[:, :, None] / 255 * strength
    return np.asarray(sheet * (1 - cover * (1 - np.array(colour) / 255)), np.uint8)


def seal_ink(centre: tuple[int, int], a: int, b: int, words: str = WORDS, turn: float = 0) -> Image.Image:
    """A rim and words along it, white on black, as large as the sheet."""
    ink = Image.new("L", (1000, 1200))
    draw = ImageDraw.Draw(ink)
    cx, cy = centre
    draw.ellipse((cx - a, cy - b, cx + a, cy + b), outline=255, width=4)
    size = round(0.3 * b)
    face = ImageFont.truetype(str(FONT), size)
    for word, angle in zip(words, np.linspace(150, 390, len(words)), strict=True):
        glyph = Image.new("L", (size + 8, size + 12))
        ImageDraw.Draw(glyph).text((4, 0), word, font=face, fill=255)
        t = math.radians(angle)
        upright = glyph.rotate(-math.degrees(math.atan2(a * math.sin(t), b * math.cos(t))) - 90, expand=True)
        x, y = cx + 0.78 * a * math.cos(t), cy + 0.74 * b * math.sin(t)
        ink.paste(255, (round(x - upright.width / 2), round(y - upright.height / 2)), upright)
    return ink.rotate(turn, center=centre)


def form_ink() -> Image.Image:
    """The rules and words of a form, as receipts are printed in red."""
    ink = Image.new("L", (1000, 1200))
    draw = ImageDraw.Draw(ink)
    for y in range(200, 1000, 60):
        draw.line((60, y, 940, y), fill=255, width=3)
        draw.text(
            (80, y + 15),
            "收费项目  金额  合计(大写)  现金支付",
            font=ImageFont.truetype(str(FONT), 26),
            fill=255,
        )
    for x in (60, 360, 640, 940):
        draw.line((x, 200, x, 980), fill=255, width=3)
    return ink


def lies(outline: Outline, centre: tuple[int, int], a: int, b: int) -> bool:
    near = math.hypot(outline.cx - centre[0], outline.cy - centre[1]) < 6
    return near and abs(outline.a - a) < 7 and abs(outline.b - b) < 7


@pytest.mark.parametrize(
    ("a", "b", "turn", "shape"),
    [
        (90, 90, 0, "round"),
        (50, 50, 0, "round"),
        (150, 150, 0, "round"),
        (110, 75, 0, "oval"),
        (110, 80, 12, "oval"),
        (110, 75, 35, "oval"),
        (110, 75, 80, "oval"),
        (120, 80, -60, "oval"),
    ],
)
def test_finds_the_rim(a: int, b: int, turn: float, shape: str) -> None:
    sheet = printed(paper(), seal_ink((620, 700), a, b, turn=turn), RED, 0.9)
    (found,) = find_rounds(red_strength(evenly_lit(sheet)))
    assert lies(found, (620, 700), a, b)
    assert found.shape == shape
    assert found.support > 0.9


@pytest.mark.parametrize("strength", [0.5, 0.25, 0.15])
def test_finds_a_faint_rim(strength: float) -> None:
    sheet = printed(paper(), seal_ink((620, 700), 95, 95), RED, strength)
    (found,) = find_rounds(red_strength(evenly_lit(sheet)))
    assert lies(found, (620, 700), 95, 95)


@pytest.mark.parametrize("colour", [BLUE, PURPLE, TEAL])
def test_finds_cool_inks(colour: tuple[int, int, int]) -> None:
    even = evenly_lit(printed(paper(), seal_ink((620, 700), 95, 95), colour, 0.9))
    (found,) = find_rounds(cool_strength(even))
    assert lies(found, (620, 700), 95, 95)
    assert not find_rounds(red_strength(even))


def as_jpeg(sheet: Pixels, quality: int) -> Pixels:
    """The sheet after a JPEG with colour in half the resolution."""
    _, coded = cv2.imencode(".jpg", sheet[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.ascontiguousarray(cv2.imdecode(coded, cv2.IMREAD_COLOR)[:, :, ::-1])


@pytest.mark.parametrize(("a", "b", "turn"), [(80, 80, 0), (110, 75, 40)])
def test_finds_a_purple_seal_that_is_all_but_black(a: int, b: int, turn: float) -> None:
    sheet = printed(printed(paper(), form_ink(), (35, 35, 35), 0.9), form_ink(), (120, 60, 40), 0.3)
    sheet = printed(sheet, seal_ink((620, 1080), a, b, turn=turn), (100, 88, 112), 0.7)
    sheet = as_jpeg(cv2.convertScaleAbs(sheet, alpha=0.7), 70)
    strength = cool_strength(evenly_lit(sheet))
    (found,) = [rim for rim in find_rounds(strength) if not amid_print(strength, rim)]
    assert lies(found, (620, 1080), a, b)


@pytest.mark.parametrize("lamp", [(255, 225, 180), (215, 230, 255)])
def test_black_print_under_a_tinted_lamp_is_no_cool_ink(lamp: tuple[int, int, int]) -> None:
    ink = seal_ink((300, 1080), 90, 90)
    sheet = printed(printed(paper(), form_ink(), (40, 40, 40), 0.9), ink, (40, 40, 40), 0.9)
    lit = np.asarray(sheet * (np.array(lamp) / 255) * 0.8 + 20, np.uint8)  # a lens adds a grey veil
    strength = cool_strength(evenly_lit(lit))
    assert all(amid_print(strength, rim) for rim in find_rounds(strength))


def test_a_chance_circle_through_bluish_print_is_told_by_what_stands_beside_it() -> None:
    ink = np.zeros((600, 600), np.uint8)
    for y in range(40, 600, 30):
        cv2.putText(ink, "H8E3B2S5K9R4M7" * 2, (10, y), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 255, 2)
    rim = Outline("round", 300, 300, 80, 80, 0, 0.6)
    assert amid_print(ink, rim)
    alone = np.where(np.hypot(*np.mgrid[-300:300, -300:300]) < 82, ink, 0).astype(np.uint8)
    assert not amid_print(alone, rim)


def test_finds_a_broken_rim() -> None:
    ink = seal_ink((620, 700), 95, 95)
    draw = ImageDraw.Draw(ink)
    for begin, finish in ((20, 75), (130, 150), (200, 225)):
        draw.arc((520, 600, 720, 800), begin, finish, fill=0, width=12)
    (found,) = find_rounds(red_strength(evenly_lit(printed(paper(), ink, RED, 0.9))))
    assert lies(found, (620, 700), 95, 95)
    assert found.support < 0.9


def test_finds_a_seal_across_a_form_of_its_own_colour() -> None:
    sheet = printed(printed(paper(), form_ink(), RED, 0.8), seal_ink((420, 560), 100, 100), RED, 0.9)
    found = find_rounds(red_strength(evenly_lit(sheet)))
    assert lies(found[0], (420, 560), 100, 100)


def test_finds_a_seal_across_black_print() -> None:
    sheet = printed(printed(paper(), form_ink(), (30, 30, 30), 0.9), seal_ink((420, 560), 100, 100), RED, 0.9)
    found = find_rounds(red_strength(evenly_lit(sheet)))
    assert lies(found[0], (420, 560), 100, 100)


def test_two_seals_side_by_side_are_two() -> None:
    sheet = printed(paper(), seal_ink((300, 700), 95, 95), RED, 0.9)
    sheet = printed(sheet, seal_ink((520, 720), 95, 95), RED, 0.9)
    assert len(find_rounds(red_strength(evenly_lit(sheet)))) == 2


def logo(kind: str) -> Image.Image:
    if kind == "form":
        return form_ink()
    ink = Image.new("L", (1000, 1200))
    draw = ImageDraw.Draw(ink)
    if kind == "ring":
        draw.ellipse((540, 620, 700, 780), outline=255, width=4)
    elif kind == "disc":
        draw.ellipse((540, 620, 700, 780), fill=255)
        draw.rectangle((605, 650, 635, 750), fill=0)
        draw.rectangle((570, 685, 670, 715), fill=0)
    elif kind == "date":
        draw.ellipse((540, 620, 700, 780), outline=255, width=4)
        for y in (675, 725):
            draw.line((545, y, 695, y), fill=255, width=3)
        draw.text((620, 700), "2024.03.15", font=ImageFont.truetype(str(FONT), 26), fill=255, anchor="mm")
    elif kind == "stethoscope":
        draw.arc((560, 600, 680, 760), 0, 180, fill=255, width=7)
        draw.line((560, 680, 560, 600), fill=255, width=7)
        draw.line((680, 680, 680, 600), fill=255, width=7)
        draw.line((620, 760, 620, 820), fill=255, width=7)
        draw.ellipse((600, 820, 640, 860), outline=255, width=7)
    elif kind == "writing":
        x = np.linspace(0, 14 * math.pi, 700)
        loops = zip(300 + x * 9 + 28 * np.sin(x), 700 + 32 * np.cos(x) + 9 * np.sin(2.3 * x), strict=True)
        draw.line([(float(u), float(v)) for u, v in loops], fill=255, width=4)
    return ink


BARE = ["ring", "disc", "stethoscope", "writing", "form"]


@pytest.mark.parametrize("kind", BARE)
@pytest.mark.parametrize("colour", [RED, BLUE])
def test_what_holds_no_characters_has_no_sure_rim(kind: str, colour: tuple[int, int, int]) -> None:
    even = evenly_lit(printed(paper(), logo(kind), colour, 0.9))
    for strength in (red_strength(even), cool_strength(even)):
        found = find_rounds(strength)
        assert all(rim.support < SURE for rim in found)
        assert len(found) <= 2


@pytest.mark.parametrize("kind", [*BARE, "date"])
@pytest.mark.parametrize("colour", [RED, BLUE])
def test_what_holds_no_characters_is_no_seal(
    kind: str, colour: tuple[int, int, int], reader: TextEngine
) -> None:
    assert find_seals(printed(paper(), logo(kind), colour, 0.9), 1, reader) == ()


def test_a_seal_across_a_form_of_its_own_colour_is_read(reader: TextEngine) -> None:
    sheet = printed(printed(paper(), form_ink(), RED, 0.5), seal_ink((420, 560), 130, 130), RED, 0.9)
    (seal,) = find_seals(sheet, 1, reader)
    assert seal.colour == "red"
    assert "人民医院" in seal.text


@pytest.mark.parametrize("kind", [*BARE, "date"])
def test_black_print_in_a_circle_is_no_seal(kind: str, reader: TextEngine) -> None:
    assert find_seals(printed(paper(), logo(kind), (40, 40, 40), 0.9), 1, reader) == ()


def test_a_pale_copy_of_a_seal_is_found_across_the_edge_of_a_shadow() -> None:
    sheet = printed(paper(), form_ink(), (30, 30, 30), 0.9)
    sheet = printed(sheet, seal_ink((620, 700), 130, 130), (90, 90, 90), 0.7)
    light = cv2.GaussianBlur(np.where(np.mgrid[:1200, :1000].sum(0) < 1320, 1.0, 0.6), (0, 0), 12)
    small, scale = reduced(np.asarray(sheet * light[:, :, None], np.uint8), ROUNDS_SIDE)
    found = find_rounds(grey_strength(evenly_lit(small)), arcs=False, most=0.09)
    assert any(lies(rim.scaled(1 / scale), (620, 700), 130, 130) and rim.support > 0.8 for rim in found)


def framed(words: str) -> Image.Image:
    """Words in a frame."""
    ink = Image.new("L", (1000, 1200))
    draw = ImageDraw.Draw(ink)
    face = ImageFont.truetype(str(FONT), 34)
    width = int(draw.textlength(words, font=face)) + 24
    draw.rectangle((400, 600, 400 + width, 660), outline=255, width=4)
    draw.text((412, 604), words, font=face, fill=255)
    return ink


@pytest.mark.parametrize(
    ("words", "found"), [("与原件一致", True), ("收费专用章", True), ("性别", False), ("张三", False)]
)
def test_a_blue_frame_is_a_stamp_by_what_it_says(words: str, found: bool, reader: TextEngine) -> None:
    seals = find_seals(printed(paper(), framed(words), BLUE, 0.9), 1, reader)
    assert [(s.colour, s.shape, s.text) for s in seals] == [("blue", "square", words)] * found


def test_finds_a_seal_in_the_moire_of_a_screen() -> None:
    y, x = np.mgrid[:1200, :1000].astype(np.float64)
    waves = np.sin(x / 2.3 + 0.004 * y * x / 9) * np.sin(y / 2.7)
    sheet = paper().astype(np.float64) - 14 * np.clip(waves, 0, 1)[:, :, None] * np.array((0, 1, 1))
    sheet = printed(np.asarray(sheet, np.uint8), seal_ink((620, 700), 95, 95), RED, 0.9)
    found = find_rounds(red_strength(evenly_lit(sheet)))
    assert lies(found[0], (620, 700), 95, 95)
