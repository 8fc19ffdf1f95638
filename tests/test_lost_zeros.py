"""The 〇 of 第九二〇医院 that a recogniser drops."""

from __future__ import annotations

import numpy as np
import pytest

from ocr.grid import Grid
from ocr.layout import runs_of
from ocr.types import Char, TextLine


def line(text: str, sure: float = 0.97) -> TextLine:
    """Characters 20 px wide; a ``_`` is room without print."""
    chars = tuple(Char(c, (20.0 * i, 0, 20.0 * i + 18, 20), sure) for i, c in enumerate(text) if c != "_")
    right = 20.0 * len(text)
    return TextLine("".join(c.text for c in chars), ((0, 0), (right, 0), (right, 20), (0, 20)), sure, chars)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("第九二_医院", "第九二〇医院"),
        ("第九三O医院门诊收费票据", "第九三〇医院门诊收费票据"),
        ("第九_八医院", "第九〇八医院"),
        ("第九二〇医院", "第九二〇医院"),
        ("第九四医院", "第九四医院"),
        ("县第九_医院", "县第九 医院"),
    ],
)
def test_a_lost_zero_is_put_back_where_its_room_was_left(printed: str, read: str) -> None:
    (run,) = runs_of([line(printed)], Grid(np.zeros((1, 1), np.int32), 1.0, {}))
    assert run.text == read
    concluded = printed != read and "〇" in read
    assert run.confidence == (0.8 if concluded else 0.97)
