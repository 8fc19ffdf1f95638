"""Signers: names printed and signed on one line, several on one page, their titles; contents invented."""

from __future__ import annotations

import pytest
from page_text import fields, line

from ocr.parse import parse_signers
from ocr.types import DocumentKind as K

_TALL = 60.0


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("唐艳艳 唐艳艳", ["唐艳艳"]),
        ("吴金吴金", ["吴金"]),
        ("萧莲冬（主治医师）萧莲冬", ["萧莲冬"]),
        ("向月 副主任医师", ["向月"]),
        ("李 建 国", ["李建国"]),
        ("吴金吴全", []),
    ],
)
def test_a_name_printed_and_signed_is_one_name(text: str, names: list[str]) -> None:
    assert [n.value for n in parse_signers(text) if n.value != text] == names


def test_a_hand_that_repeats_the_printed_name_does_not_hide_it() -> None:
    page = [line(f"{word}：无特殊", 100, 100 + 60 * n) for n, word in enumerate(("主诉", "现病史", "既往史"))]
    signed = line("医师签名：吴金 吴金", 100, 600, height=_TALL)
    assert fields(K.OUTPATIENT_RECORD, *page, signed)["physician_name"] == ["吴金"]


def test_a_post_beside_a_signature_is_no_title() -> None:
    lines = [line("医师签名：", 100, 100), line("科主任：主任医师", 100, 145)]
    assert "physician_title" not in fields(K.APPLICATION_FORM, *lines)
    assert fields(K.APPLICATION_FORM, lines[0], line("副主任医师", 500, 100))["physician_title"] == [
        "副主任医师"
    ]


def test_two_signers_on_one_page() -> None:
    first = line("专家一：职称：副主任医师  医师签名：陈敏", 100, 100)
    second = line("专家二：职称：副主任医师  医师签名：王志强", 100, 200)
    got = fields(K.APPLICATION_FORM, first, second)
    assert got["physician_title"] == ["副主任医师", "副主任医师"]
    assert got["physician_name"] == ["陈敏", "王志强"]


def test_two_signers_with_titles_behind_their_names() -> None:
    first = line("责任医师签名：陈敏 主任医师", 100, 100)
    second = line("责任医师签名：王志强 主治医师", 100, 200)
    got = fields(K.APPLICATION_FORM, first, second)
    assert got["physician_title"] == ["主任医师", "主治医师"]


def test_a_title_is_not_read_twice_from_one_place() -> None:
    got = fields(K.APPLICATION_FORM, line("医师职称：副主任医师", 100, 100), line("医师签名：", 600, 100))
    assert got["physician_title"] == ["副主任医师"]


def test_two_signers_whose_lines_are_read_without_gaps() -> None:
    first = line("职称：副主任医师专家签名：陈敏2025年11月18日", 100, 100)
    second = line("职称：主任医师责任医师签名：王志强2025年11月18日", 100, 200)
    got = fields(K.APPLICATION_FORM, first, second)
    assert got["physician_title"] == ["副主任医师", "主任医师"]
    assert got["physician_name"] == ["陈敏", "王志强"]
