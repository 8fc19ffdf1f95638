"""A signer's name that is printed and signed behind it on one line; contents invented."""

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
