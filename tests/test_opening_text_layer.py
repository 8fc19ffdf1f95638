"""Glyphs into lines, as hospital programs draw them."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.glyph_forms import is_unreadable, normalise_glyph, symbol_of
from ocr.glyphs import Glyph
from ocr.text_layer import build_lines

EM = 20.0


def row(
    text: str, x: float = 0.0, y: float = 100.0, *, em: float = EM, step: float | None = None
) -> list[Glyph]:
    """``text`` set in a row; ASCII takes half an em, and spaces only move on."""
    glyphs = []
    for char in text:
        width = em / 2 if ord(char) < 128 else em
        if not char.isspace():
            glyphs.append(Glyph(char, x, y, width, em))
        x += step or width
    return glyphs


def column(text: str, x: float, y: float, pitch: float = 1.2 * EM) -> list[Glyph]:
    return [Glyph(char, x, y + index * pitch, EM, EM) for index, char in enumerate(text)]


@pytest.mark.parametrize(
    ("glyphs", "expected"),
    [
        pytest.param(row("姓名：李建国"), ["姓名：李建国"], id="plain"),
        pytest.param(row("姓　名：李建国"), ["姓 名：李建国"], id="spread a little"),
        pytest.param(row("姓　　名：李建国"), ["姓 名：李建国"], id="spread wide"),
        pytest.param(row("姓名：李建国　　　性别：男"), ["姓名：李建国", "性别：男"], id="two fields"),
        pytest.param(row("男　　年龄：57"), ["男", "年龄：57"], id="a lone answer is no spread label"),
        pytest.param(row("HbA1c 8.9 %"), ["HbA1c 8.9 %"], id="words"),
        pytest.param(row("430503196703124512", step=3 * EM), ["430503196703124512"], id="digits in boxes"),
        pytest.param(row("1234", step=3 * EM), ["1", "2", "3", "4"], id="columns of digits"),
        pytest.param(row("诊断") + row("诊断", 0.1 * EM), ["诊断"], id="fake bold"),
        pytest.param(row("一一11"), ["一一11"], id="doubled characters"),
        pytest.param(
            column("临床诊断", 0, 100) + row("高血压", 60, 100), ["临床诊断", "高血压"], id="vertical label"
        ),
        pytest.param(row("上行文字") + row("下行文字", y=130), ["上行文字", "下行文字"], id="two rows"),
        pytest.param(
            row("文", 60) + row("字", 0, 130) + row("下", 20, 130), ["文", "字下"], id="no false column"
        ),
        pytest.param(
            row("×10", 0) + row("9", 2 * EM, 92, em=12) + row("/L", 2 * EM + 6),
            ["×109/L"],
            id="raised figure",
        ),
        pytest.param(
            row("标题", em=60, y=110) + row("编号：1", 200, 110), ["标题", "编号：1"], id="large beside small"
        ),
        pytest.param(row("⼈⺠医院"), ["人民医院"], id="radicals"),
        pytest.param(row("右") + row("左", -200), ["左", "右"], id="drawn out of order"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_lines(glyphs: list[Glyph], expected: list[str]) -> None:
    lines = build_lines(glyphs)
    assert [line.text for line in lines] == expected
    for line in lines:
        assert [char.text for char in line.chars] == list(line.text)


@pytest.mark.parametrize("angle", [0.0, 90.0, 180.0, 270.0, 30.0])
def test_a_turned_row_reads_along_its_direction(angle: float) -> None:
    turn = math.radians(angle)
    across, down = EM * math.cos(turn), EM * math.sin(turn)
    glyphs = [Glyph(c, 500 + i * across, 500 + i * down, EM, EM, angle) for i, c in enumerate("旋转的文字")]
    (line,) = build_lines(glyphs)
    assert line.text == "旋转的文字"
    (x0, y0), (x1, y1) = line.polygon[:2]
    assert math.hypot(x1 - x0, y1 - y0) == pytest.approx(5 * EM)
    assert math.degrees(math.atan2(y1 - y0, x1 - x0)) % 360 == pytest.approx(angle, abs=0.01)


@given(
    st.lists(st.tuples(st.sampled_from("医院门诊12ab"), st.integers(0, 30), st.integers(0, 30)), max_size=60)
)
def test_no_glyph_is_lost_or_invented(cells: list[tuple[str, int, int]]) -> None:
    placed = {(x, y): char for char, x, y in cells}
    glyphs = [Glyph(char, x * EM, y * 1.5 * EM, EM, EM) for (x, y), char in placed.items()]
    text = Counter("".join(line.text for line in build_lines(glyphs)).replace(" ", ""))
    assert text == Counter(placed.values())


@pytest.mark.parametrize(
    ("font", "code", "expected"),
    [
        ("ABCDEF+Wingdings", "\uf0fe", "☑"),
        ("Wingdings-Regular", "\uf0a8", "□"),
        ("Wingdings 2", "\uf052", "☑"),
        ("Wingdings2", "R", "☑"),
        ("Wingdings", "\uf0e0", ""),
        ("SimSun", "\uf052", None),
    ],
)
def test_tick_boxes_of_symbol_fonts(font: str, code: str, expected: str | None) -> None:
    assert symbol_of(font, code) == expected


@pytest.mark.parametrize(
    ("char", "expected"), [("⻓", "长"), ("⽉", "月"), ("豈", "豈"), ("Ａ", "Ａ"), ("：", "：")]
)
def test_forms(char: str, expected: str) -> None:
    assert normalise_glyph(char) == expected


@pytest.mark.parametrize(
    ("char", "expected"), [("\ue123", True), ("\ufffd", True), ("\x01", True), ("医", False)]
)
def test_unreadable(char: str, *, expected: bool) -> None:
    assert is_unreadable(char) is expected
