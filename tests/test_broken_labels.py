"""Labels in pieces: set wide, with the value close behind, or broken over the lines of a cell."""

from __future__ import annotations

import pytest

from ocr.broken_labels import whole_labels
from ocr.layout import Run
from ocr.types import Char


def run(text: str, x: float, y: float, cell: int | None = None) -> Run:
    chars = tuple(Char(c, (x + 20 * i, y, x + 20 * i + 18, y + 20), 0.95) for i, c in enumerate(text))
    return Run(text, chars, cell, vertical=False)


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        ([run("姓", 0, 0), run("名", 80, 0), run("李建国", 200, 0)], ["姓名", "李建国"]),
        ([run("姓", 0, 0), run("名李建国", 80, 0)], ["姓名 李建国"]),
        ([run("性", 0, 0), run("别女", 80, 0)], ["性别 女"]),
        ([run("姓", 0, 0), run("王小明", 80, 0)], ["姓", "王小明"]),
    ],
)
def test_a_label_set_wide_is_one(pieces: list[Run], whole: list[str]) -> None:
    assert [r.text for r in whole_labels(pieces)] == whole


def test_the_halves_of_a_row_need_not_come_in_order() -> None:
    """A cell's second line, set wide, whose right half stands a hair higher than its left one."""
    pieces = [run("参保地联系", 0, 0, 1), run("址", 80, 29.8, 1), run("地", 0, 30, 1)]
    assert [r.text for r in whole_labels(pieces)] == ["参保地联系地址"]
