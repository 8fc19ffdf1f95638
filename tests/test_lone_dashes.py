"""Dashes that no outline of text was found around, in the cells of a report's table."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from page_text import line, runs, table_lines

from ocr.lone_dashes import read_lone_dashes
from ocr.tables import read_test_rows
from ocr.types import Pixels

_LINES = table_lines(
    ("项目", "结果", "参考值"),
    ("尿蛋白", "", "阴性"),
    ("酮体", "+", "阴性"),
    ("尿比重", "1.015", "1.003-1.030"),
    at=(100, 500, 800),
)


def _page(*bars: tuple[int, int, int, int]) -> Pixels:
    page = np.full((800, 1200, 3), 245, np.uint8)
    for x0, y0, x1, y1 in bars:
        cv2.rectangle(page, (x0, y0), (x1, y1), (40, 40, 40), -1)
    return page


def test_a_short_bar_alone_in_the_cell_of_a_result_is_a_dash_never_sure() -> None:
    found, filled = read_lone_dashes(_page((505, 354, 517, 356)), runs(*_LINES))
    assert [x.text for x in found] == ["-"]
    row = read_test_rows(filled)[0]
    assert (row.values["name"], row.values["result"], row.values["reference"]) == ("尿蛋白", "-", "阴性")
    assert row.confidence is not None
    assert row.confidence < 0.9


@pytest.mark.parametrize(
    "bars",
    [
        (),
        ((300, 354, 790, 356),),
        ((505, 354, 517, 356), (560, 345, 575, 365)),
        ((505, 340, 517, 370),),
        ((505, 343, 517, 345),),
    ],
    ids=["nothing", "a ruling line", "other ink beside it", "a block", "above the middle of the row"],
)
def test_what_else_stands_there_is_none(bars: tuple[tuple[int, int, int, int], ...]) -> None:
    assert read_lone_dashes(_page(*bars), runs(*_LINES))[0] == ()


def test_a_page_without_a_table_has_none() -> None:
    prose = [line("患者自述无明显不适，建议三个月后复查。", 100, 300)]
    assert read_lone_dashes(_page((505, 354, 517, 356)), runs(*prose))[0] == ()


_STRIP = table_lines(
    ("葡萄糖", "GLU", "+2", "阴性"),
    ("蛋白质", "PRO", "+1", "阴性"),
    ("胆红素", "BIL", "", "阴性"),
    ("酸碱度", "PH", "5.5", "4.6-8.0"),
    ("比重", "SG", "1.005", "1.003-1.030"),
    at=(100, 300, 500, 800),
)


@pytest.mark.parametrize(("bars", "read"), [(((505, 394, 517, 396),), "-"), ((), None)])
def test_the_dash_of_a_strip_without_heads(
    bars: tuple[tuple[int, int, int, int], ...], read: str | None
) -> None:
    _, filled = read_lone_dashes(_page(*bars), runs(*_STRIP))
    told = {r.values["name"]: r.values["result"] for r in read_test_rows(filled)}
    assert told.get("胆红素") == read
    assert (told["葡萄糖"], told["比重"]) == ("+2", "1.005")
