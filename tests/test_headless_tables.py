"""Rows photographed without their heads; cells that ruling lines, glare or their neighbours spoilt."""

from __future__ import annotations

from page_text import read_table, runs, table_lines

from ocr.tables import read_test_rows

_COUNTS = (
    ("白细胞", "6.01", "", "4.00--10.00", "10^9/L", "嗜酸性粒细胞", "0.02", "↓", "0.05--0.5", "10^9/L"),
    ("红细胞", "5.82", "↑", "3.68--5.13", "10^12/L", "红细胞平均体积", "63.7", "↓", "86--100", "fL"),
    ("血小板", "156", "", "100--300", "10^9/L", "平均血红蛋白量", "20.6", "↓", "26--31", "pg"),
    ("血红蛋白", "120", "", "113--151", "g/L", "红细胞分布宽度", "34.4", "↓", "37--50", "%"),
)


def test_rows_of_two_tables_without_heads_are_told_by_their_cells_and_never_sure() -> None:
    lines = table_lines(*_COUNTS, at=(40, 300, 420, 500, 720, 900, 1180, 1300, 1380, 1560))
    rows = read_test_rows(runs(*lines), flagged=True)
    assert len(rows) == 8
    assert rows[1].values == {
        "name": "嗜酸性粒细胞", "result": "0.02", "unit": "10^9/L", "reference": "0.05--0.5", "flag": "↓",
    }  # fmt: skip
    assert all((row.confidence or 0) < 0.9 for row in rows)


def test_numbered_rows_without_heads_may_hold_words() -> None:
    lines = table_lines(
        ("1", "颜色", "黄色", ""),
        ("2", "粘液", "++", "阴性"),
        ("3", "白细胞", "阴性", "阴性"),
        ("4", "虫卵", "阴性", "阴性"),
        ("5", "隐血", "阴性", "阴性"),
        at=(40, 100, 400, 600),
    )
    assert [(row[0], row[1], row[3]) for row in read_table(lines, flagged=True)] == [
        ("颜色", "黄色", None), ("粘液", "++", "阴性"), ("白细胞", "阴性", "阴性"), ("虫卵", "阴性", "阴性"),
        ("隐血", "阴性", "阴性"),
    ]  # fmt: skip


def test_particulars_are_no_table_without_heads() -> None:
    lines = table_lines(
        ("身高", "170", "cm"), ("体重", "60", "kg"), ("床号", "12", ""), ("年龄", "45", ""), at=(40, 300, 420)
    )
    assert read_table(lines, flagged=True) == []


def test_ruling_lines_read_with_the_row_number_part_it_from_the_name() -> None:
    lines = table_lines(
        ("项目", "测定值", "单位", "参考值"),
        ("|1|尿比重", "1.015", "", "1.005-1.030"),
        ("|2|尿蛋白", "+", "", "阴性"),
        ("3|酮体", "-", "", "阴性"),
        at=(100, 500, 700, 900),
    )
    assert [row[0] for row in read_table(lines)] == ["尿比重", "尿蛋白", "酮体"]


def test_a_number_that_alone_of_its_table_lacks_a_unit_is_doubted() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考值"),
        *((f"载脂蛋白{letter}", "1.2", "" if letter == "C" else "g/L", "1.0-1.6") for letter in "ABCDEFG"),
        at=(100, 500, 700, 900),
    )
    rows = read_test_rows(runs(*lines))
    assert [(row.confidence or 0) < 0.9 for row in rows] == [letter == "C" for letter in "ABCDEFG"]


def test_slips_beside_numbers_are_mended() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考值"),
        ("白细胞(UF)", ")9.3", "/ul", "0.0-30.0"),
        ("血小板压积", "0.14", "%", "0.11一0.28"),
        at=(100, 500, 700, 1000),
    )
    assert [row[1:4] for row in read_table(lines)] == [
        ("9.3", "/μL", "0.0-30.0"), ("0.14", "%", "0.11-0.28"),
    ]  # fmt: skip
