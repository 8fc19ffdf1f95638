"""The text layer of born-digital papers against a second reader of PDF text (pdfplumber)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from ocr.pages import open_file

DOCUMENTS = Path(__file__).parents[1] / "samples" / "documents"
DIGITAL = (
    "discharge-classic.pdf",
    "exam-ct.pdf",
    "application-hunan.pdf",
    "authorization.pdf",
    "lab-coded.pdf",
)
LEAST_AGREEMENT = 0.98


def letters(text: str) -> Counter[str]:
    return Counter(c for c in text if c.isalnum())


@pytest.mark.parametrize("name", DIGITAL)
def test_both_readers_find_the_same_characters(name: str) -> None:
    path = DOCUMENTS / name
    ours = [page.text for page in open_file(path.read_bytes(), name).pages]
    with pdfplumber.open(path) as pdf:
        for lines, page in zip(ours, pdf.pages, strict=True):
            assert lines is not None
            mine, theirs = letters("".join(x.text for x in lines)), letters(page.extract_text() or "")
            assert (mine & theirs).total() >= LEAST_AGREEMENT * max(mine.total(), theirs.total())
            assert theirs.total() > 100


@pytest.mark.parametrize("name", DIGITAL[:2])
def test_both_readers_put_words_in_the_same_places(name: str) -> None:
    path = DOCUMENTS / name
    (page,) = open_file(path.read_bytes(), name).pages
    assert page.text is not None
    assert page.scale is not None
    places = {(c.text, round(c.box[0] / page.scale / 4)) for line in page.text for c in line.chars}
    with pdfplumber.open(path) as pdf:
        chars = [c for c in pdf.pages[0].chars if c["text"].isalnum()]
    near = sum(any((c["text"], round(c["x0"] / 4) + d) in places for d in (-1, 0, 1)) for c in chars)
    assert near >= LEAST_AGREEMENT * len(chars)
