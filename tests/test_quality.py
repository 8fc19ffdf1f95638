"""Quality findings: each where a person would say so, none on a good page."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocr.quality import FINDING_WORDS, judge, legible
from ocr.types import Finding, Pixels, Quality, TextLine

WORDS = "PATIENT RECORD 2025-03-05 BP 160/95 mmHg DIAGNOSIS"
EM = 28.0


def line(text: str, *box: float, sure: float | None = 0.97) -> TextLine:
    x0, y0, x1, y1 = box
    return TextLine(text, ((x0, y0), (x1, y0), (x1, y1), (x0, y1)), sure)


def sheet(paper: int = 235) -> tuple[Pixels, list[TextLine]]:
    """A page of print in OpenCV's own letters: no font is needed."""
    pixels = np.full((1600, 1130, 3), paper, np.uint8)
    lines = []
    for row in range(18):
        y = 150 + row * 70
        cv2.putText(pixels, WORDS, (90, y), cv2.FONT_HERSHEY_COMPLEX, 0.95, (30, 30, 30), 2, cv2.LINE_AA)
        lines.append(line(WORDS, 90, y - 24, 1040, y + 4))
    return pixels, lines


def lit(pixels: Pixels, light: np.ndarray) -> Pixels:
    return np.clip(pixels * light[:, :, None], 0, 255).astype(np.uint8)


def blurred(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), 0.2 * EM), np.uint8)


def grid(pixels: Pixels) -> tuple[np.ndarray, np.ndarray]:
    height, width = pixels.shape[:2]
    y, x = np.mgrid[:height, :width]
    return y / height, x / width


def glaring(pixels: Pixels) -> Pixels:
    y, x = grid(pixels)
    spot = np.exp(-((((x - 0.4) / 0.13) ** 2 + ((y - 0.35) / 0.1) ** 2) ** 2))
    return np.clip(pixels * 0.75 + 400 * spot[:, :, None], 0, 255).astype(np.uint8)


def softly_glaring(pixels: Pixels) -> Pixels:
    """White paper, and light that pales the print far around the patch where it drowns it."""
    y, x = grid(pixels)
    light = np.clip(1.6 * np.exp(-((x - 0.5) ** 2 + (y - 0.4) ** 2) / 0.06), 0, 1)[:, :, None]
    return np.asarray(pixels * (1 - light) + 255 * light, np.uint8)


@pytest.mark.parametrize(("sigma", "sure", "told"), [(0.4, 0.5, True), (0.4, 0.9, False), (0.0, 0.5, False)])
def test_a_blur_worse_than_the_print_is_told_by_the_whole_picture(
    sigma: float, sure: float, told: bool
) -> None:
    """Outlines are smears then; a sharp page in a hand that nobody can read is not blurred."""
    pixels, _ = sheet()
    soft = cv2.GaussianBlur(pixels, (0, 0), sigma * EM) if sigma else pixels
    smears = [line("呐呐呐呐呐", 90, y, 1040, y + 160, sure=sure) for y in range(150, 1300, 200)]
    found = judge(np.asarray(soft, np.uint8), smears)
    assert (found.measures.get("sharpness") == 0.0) is told
    assert Finding.BLURRED in found.findings or not told


def shaded(pixels: Pixels) -> Pixels:
    _, x = grid(pixels)
    return lit(pixels, 0.3 + 0.7 / (1 + np.exp(-(x - 0.5) * 40)))


def off_a_screen(pixels: Pixels) -> Pixels:
    y, x = grid(pixels)
    return lit(pixels, 0.9 + 0.1 * np.sin(x * 1130 * 0.8 + y * 1600 * 0.35))


def with_a_thumb(pixels: Pixels) -> Pixels:
    held = pixels.copy()
    cv2.ellipse(held, (1110, 950), (190, 120), 10, 0, 360, (205, 150, 125), -1)
    return held


SPOILT: list[tuple[Callable[[Pixels], Pixels], Finding]] = [
    (blurred, Finding.BLURRED),
    (lambda p: (p * 0.16).astype(np.uint8), Finding.TOO_DARK),
    (lambda p: (p * 0.14 + 219).astype(np.uint8), Finding.TOO_BRIGHT),
    (glaring, Finding.GLARE),
    (softly_glaring, Finding.GLARE),
    (shaded, Finding.SHADOW),
    (off_a_screen, Finding.SCREEN_PHOTO),
    (with_a_thumb, Finding.OBSTRUCTED),
]


@pytest.mark.parametrize(("spoil", "finding"), SPOILT, ids=[f"{s.__name__}-{f.value}" for s, f in SPOILT])
def test_what_spoils_a_page_is_found(spoil: Callable[[Pixels], Pixels], finding: Finding) -> None:
    pixels, lines = sheet()
    assert finding in judge(spoil(pixels), lines).findings


@pytest.mark.parametrize("paper", [255, 235, 200, 160])
@pytest.mark.parametrize("quality", [95, 60])
def test_a_good_page_has_no_findings(paper: int, quality: int) -> None:
    pixels, lines = sheet(paper)
    jpeg = cv2.imdecode(
        cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_COLOR
    )
    assert judge(np.asarray(jpeg, np.uint8), lines).findings == ()


@given(st.floats(0.7, 1.0), st.floats(0.7, 1.0), st.floats(0, 6))
@settings(max_examples=10, deadline=None)
def test_ordinary_light_is_no_fault(left: float, right: float, tilt: float) -> None:
    pixels, lines = sheet()
    _, x = grid(pixels)
    assert judge(lit(pixels, left + (right - left) * x), lines, tilt).findings == ()


@pytest.mark.parametrize("desk", [60, 150, 225])
def test_white_paper_that_ends_or_is_lit_from_one_side_is_no_glare(desk: int) -> None:
    pixels, lines = sheet(255)
    _, x = grid(pixels)
    table = np.full((1800, 2000, 3), desk, np.uint8)
    table[100:1700, 500:1630] = pixels
    assert (
        judge(
            table, [line(t.text, *(v + (500, 100)[i % 2] for i, v in enumerate(t.box))) for t in lines]
        ).measures["glare"]
        == 0
    )
    assert judge(lit(pixels, 1.15 - 0.3 * x), lines).measures["glare"] == 0


def test_an_empty_page_is_blank_and_nothing_else() -> None:
    quality = judge(np.full((1400, 1000, 3), 244, np.uint8), [])
    assert quality.findings == (Finding.BLANK,)
    assert legible(quality, []) is False


def test_small_and_cut_and_tilted() -> None:
    pixels, _ = sheet()
    tiny = [line("血常规检验报告单", 80, 100 + 20 * i, 200, 109 + 20 * i) for i in range(8)]
    assert Finding.TEXT_TOO_SMALL in judge(pixels, tiny).findings
    cut = [line(WORDS, 0, 150 + 70 * i, 800, 178 + 70 * i) for i in range(10)]
    assert Finding.CUT_OFF in judge(pixels, cut).findings
    assert Finding.TILTED in judge(pixels, tiny, tilt=-13).findings


def test_a_thumbnail_is_low_resolution() -> None:
    pixels, lines = sheet()
    small = np.asarray(cv2.resize(pixels, None, fx=0.35, fy=0.35, interpolation=cv2.INTER_AREA), np.uint8)
    lines = [line(x.text, *(v * 0.35 for v in x.box)) for x in lines]
    assert Finding.LOW_RESOLUTION in judge(small, lines).findings


def test_sharpness_falls_as_blur_grows() -> None:
    pixels, lines = sheet()
    sharp = [
        judge(np.asarray(cv2.GaussianBlur(pixels, (0, 0), k * EM), np.uint8), lines).measures["sharpness"]
        for k in (0.02, 0.06, 0.1, 0.15, 0.25)
    ]
    assert sharp == sorted(sharp, reverse=True)
    assert sharp[0] > 0.7
    assert sharp[-1] < 0.4


LEGIBLE = [
    ((), 0.97, True),
    ((Finding.BLURRED,), 0.97, True),
    ((Finding.BLURRED,), 0.85, None),
    ((Finding.BLURRED,), 0.4, False),
    ((), 0.4, None),
    ((Finding.TEXT_TOO_SMALL,), 0.5, False),
    ((), 0.7, None),
    ((), None, True),
    ((Finding.SHADOW, Finding.TILTED), 0.95, True),
]


@pytest.mark.parametrize(("findings", "sure", "expected"), LEGIBLE)
def test_legible(findings: tuple[Finding, ...], sure: float | None, expected: bool | None) -> None:
    lines = [line("高血压病三级极高危", 0, 0, 200, 20, sure=sure) for _ in range(5)]
    assert legible(Quality(findings, {}), lines) is expected


def test_a_picture_without_text_cannot_be_told() -> None:
    assert legible(Quality((), {}), []) is None
    assert legible(Quality((Finding.BLURRED,), {}), []) is False


def test_every_finding_has_words() -> None:
    assert set(FINDING_WORDS) == set(Finding)
    assert all(what and remedy for what, remedy in FINDING_WORDS.values())


@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 2**32 - 1))
@settings(max_examples=15, deadline=None)
def test_any_small_picture_is_survived(height: int, width: int, seed: int) -> None:
    noise = np.random.default_rng(seed).integers(0, 256, (height, width, 3)).astype(np.uint8)
    quality = judge(noise, [line("甲乙", 0, 0, width, height)])
    assert all(np.isfinite(value) for value in quality.measures.values())


def far_off(paper: int, table: int, scale: float = 0.2) -> Pixels:
    """The page of print small on a table."""
    pixels, _ = sheet(paper)
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    picture = np.full((1600, 1200, 3), table, np.uint8)
    picture[400 : 400 + small.shape[0], 300 : 300 + small.shape[1]] = small
    return picture


def test_a_sheet_far_off_is_told_though_hardly_a_line_is_found() -> None:
    assert Finding.TEXT_TOO_SMALL in judge(far_off(235, 120), ()).findings
    assert Finding.TEXT_TOO_SMALL in judge(far_off(235, 120), [line("住院", 330, 430, 360, 445)]).findings


def test_a_plain_card_a_dark_thing_and_a_seal_alone_are_no_sheets_far_off() -> None:
    plain = np.full((1600, 1200, 3), 120, np.uint8)
    plain[400:720, 300:530] = 235
    sealed = np.full((1600, 1200, 3), 240, np.uint8)
    cv2.circle(sealed, (700, 900), 120, (200, 40, 40), 6)
    cv2.putText(sealed, WORDS[:7], (610, 905), cv2.FONT_HERSHEY_COMPLEX, 1.2, (200, 40, 40), 2, cv2.LINE_AA)
    for pixels in (plain, far_off(90, 200), sealed):
        assert Finding.TEXT_TOO_SMALL not in judge(pixels, ()).findings


def test_a_sheet_that_fills_the_picture_is_not_far_off() -> None:
    assert Finding.TEXT_TOO_SMALL not in judge(far_off(235, 120, 0.6), ()).findings


@pytest.mark.parametrize("shape", [(5, 5000, 3), (5000, 4, 3), (1, 1, 3)])
def test_a_strip_without_lines_is_judged_like_any_picture(shape: tuple[int, int, int]) -> None:
    assert Finding.TEXT_TOO_SMALL not in judge(np.full(shape, 200, np.uint8), ()).findings
