"""Cells of two tables side by side that were read as one text."""

from __future__ import annotations

import pytest

from ocr.table_glued import unglued
from ocr.table_heads import Token
from ocr.types import Char


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("109/L14红细胞压积", ["109/L", "14", "红细胞压积"]),
        ("4.00~10.0010^9/L14红细胞压积", ["4.00~10.00", "10^9/L", "14", "红细胞压积"]),
        ("1.80~6.40109/115红细胞平均体积90.1", ["1.80~6.40", "109/1", "15", "红细胞平均体积90.1"]),
        ("40.00~75.00%20血小板压积", ["40.00~75.00", "%", "20", "血小板压积"]),
        ("100~300109/L", ["100~300", "109/L"]),
        ("10^9/L14", ["10^9/L", "14"]),
        ("pg/mL铁蛋白", ["pg/mL", "铁蛋白"]),
        ("1012/LMON#", ["1012/L", "MON#"]),
        ("0.12~0.8.10^9/1", ["0.12~0.8", "10^9/1"]),
    ],
)
def test_cells_read_as_one_are_parted(text: str, parts: list[str]) -> None:
    assert [t.text for t in unglued(token(text))] == parts


@pytest.mark.parametrize(
    "text",
    [
        "%中性粒细胞",
        "A/G白球比",
        "mmol/L",
        "3.5~5.5",
        "109/L",
        "109/76",
        "mg/g肌酐",
        "3.9-6.1mmol/L空腹",
        "CK-MB肌酸激酶同工酶",
    ],
)
def test_what_is_one_cell_stays(text: str) -> None:
    assert list(unglued(token(text))) == [token(text)]


def token(text: str) -> Token:
    return Token(text, tuple(Char(c, (10 * i, 0, 10 * i + 10, 20), 0.99) for i, c in enumerate(text)))
