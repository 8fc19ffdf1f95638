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
        ([run("姓", 0, 0), run("王小明", 80, 0)], ["姓名", "王小明"]),
    ],
)
def test_a_label_set_wide_is_one(pieces: list[Run], whole: list[str]) -> None:
    assert [r.text for r in whole_labels(pieces)] == whole


def test_the_halves_of_a_row_need_not_come_in_order() -> None:
    """A cell's second line, set wide, whose right half stands a hair higher than its left one."""
    pieces = [run("参保地联系", 0, 0, 1), run("址", 80, 29.8, 1), run("地", 0, 30, 1)]
    assert [r.text for r in whole_labels(pieces)] == ["参保地联系地址"]


def test_labels_under_each_other_found_as_two_upright_columns() -> None:
    columns = [
        Run(
            text,
            tuple(Char(c, (x, 50.0 * n, x + 40, 50.0 * n + 45)) for n, c in enumerate(text)),
            None,
            vertical=True,
        )
        for text, x in (("姓性年职", 120.0), ("名别龄业", 200.0), ("今日出院", 400.0))
    ]
    assert [r.text for r in whole_labels(columns)] == ["今日出院", "姓名", "性别", "年龄", "职业"]
