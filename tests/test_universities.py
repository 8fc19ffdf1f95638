"""A misread university in a hospital's name: put right where a picture was read, never in given text."""

from __future__ import annotations

import pytest
from page_text import line, runs

from ocr.extract import PageText, extract
from ocr.types import DocumentKind as K
from ocr.types import Source


@pytest.mark.parametrize(
    ("source", "read", "told"),
    [
        (Source.OCR, "上海文通大学医学院附属样章医院", "上海交通大学医学院附属样章医院"),
        (Source.TEXT_LAYER, "上海文通大学医学院附属样章医院", "上海文通大学医学院附属样章医院"),
        (Source.OCR, "宜宾学院附属医院", "宜宾学院附属医院"),
    ],
)
def test_a_university_is_put_right_where_it_was_read(source: Source, read: str, told: str) -> None:
    page = PageText(1, runs(line(f"收款单位：{read}", 100, 100)), source, 1654, 2339)
    (name,) = extract(K.MEDICAL_INVOICE, [page])["hospital_name"]
    assert (name.value, name.raw) == (told, read)
    assert name.confidence == (0.8 if told != read else 0.99)
