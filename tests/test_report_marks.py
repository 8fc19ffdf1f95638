"""Stars beside results, signs read as 一, and names of two lines about their row; contents invented."""

from __future__ import annotations

import pytest
from page_text import line, read_table, table_lines

from ocr.table_cells import read_cells


@pytest.mark.parametrize(
    ("result", "reference", "read"),
    [
        ("*1+", "阴性", ("1+", "*")),
        ("★+++", "阴性", ("+++", "*")),
        ("阳性(+)*", "阴性", ("阳性(+)", "*")),
        ("*1/*17", "", ("*1/*17", None)),
        ("一", "阴性", ("-", None)),
        ("阴性(一)", "阴性", ("阴性(-)", None)),
        ("111√", "120-250", ("111", None)),
    ],
)
def test_signs_and_stars_in_a_strips_result(
    result: str, reference: str, read: tuple[str, str | None]
) -> None:
    cells = read_cells({"name": "胆红素(BIL)", "result": result, "reference": reference})
    assert cells is not None
    assert (cells.result, cells.flag) == read


def test_a_small_character_before_a_result_is_a_star() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考范围"), ("葡萄糖(GLU)", "阴性(-)", "", "阴性"),
        ("胆红素(BIL)", "1+", "", "阴性"), ("酮体(KET)", "阴性(-)", "", "阴性"),
        at=(100, 560, 740, 860),
    )  # fmt: skip
    row = next(made for made in lines if made.text == "1+").polygon
    lines.append(line("卡", 485, row[0][1] - 2, height=16))
    assert ("胆红素(BIL)", "1+", None, "阴性", "*") in read_table(lines)


def test_stops_beside_units_and_words_are_dirt() -> None:
    cells = read_cells({"name": "类风湿因子", "result": "10.8", "unit": "IU/mL.", "reference": ".阴性"})
    assert cells is not None
    assert (cells.unit, cells.reference) == ("IU/mL", "阴性")


def test_a_name_of_two_lines_about_its_row() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考值"), ("甘油三酯", "0.95", "mmol/L", "<1.70"),
        at=(100, 400, 560, 700),
    )  # fmt: skip
    height, below = 24, max(made.polygon[2][1] for made in lines) + 12
    lines += [
        line("高密度脂蛋白胆", 100, below, height=height),
        line("1.18", 400, below + height * 0.65, height=height),
        line("mmol/L", 560, below + height * 0.65, height=height),
        line(">1.04", 700, below + height * 0.65, height=height),
        line("固醇", 100, below + height * 1.3, height=height),
    ]
    assert read_table(lines) == [
        ("甘油三酯", "0.95", "mmol/L", "<1.70", None),
        ("高密度脂蛋白胆固醇", "1.18", "mmol/L", ">1.04", None),
    ]
