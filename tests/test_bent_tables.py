"""Tables as cameras show them: heads misread, particulars beside them, units with lost figures."""

from __future__ import annotations

import pytest
from page_text import line, read_table, table_lines

from ocr.blurred_units import whole_unit


@pytest.mark.parametrize("head", ["尿沉渣项目", "应验项目", "目", "项月", "文中文名称"])
def test_a_head_that_no_list_has_names_the_tests_beside_heads_that_are_sure(head: str) -> None:
    lines = table_lines(
        (head, "结果", "参考范围", "单位"),
        ("钾", "4.1", "3.5-5.3", "mmol/L"),
        ("钠", "140", "137-147", "mmol/L"),
        at=(100, 500, 700, 900),
    )
    assert [(row[0], row[1]) for row in read_table(lines)] == [("钾", "4.1"), ("钠", "140")]


def test_particulars_left_of_a_table_are_none_of_its_cells() -> None:
    table = table_lines(
        ("项目", "结果", "参考范围", "单位"),
        ("钾", "4.1", "3.5-5.3", "mmol/L"),
        ("钠", "140", "137-147", "mmol/L"),
        ("氯", "101", "99-110", "mmol/L"),
        at=(500, 700, 900, 1100),
    )
    tops = [round(x.box[1]) for x in table if x.text in ("钾", "钠", "氯")]
    beside = [
        line(text, 60, y)
        for y, text in zip(tops, ("性别：男", "科别：门诊", "采样时间:18/07/30"), strict=True)
    ]
    assert [(row[0], row[1], row[3]) for row in read_table([*table, *beside])] == [
        ("钾", "4.1", "3.5-5.3"), ("钠", "140", "137-147"), ("氯", "101", "99-110"),
    ]  # fmt: skip


def test_units_behind_ranges_are_parted_from_them() -> None:
    lines = table_lines(
        ("项目", "结果", "参考范围"),
        ("白细胞", "6.2", "4.0--10.0 10^9/L"),
        ("上皮细胞", "0", "少见/HPF"),
        ("粘液丝", "2.5", "0-7.00个/ul"),
        ("血小板", "210", "100--300×10°/L"),
        at=(100, 500, 700),
    )
    assert [row[2:4] for row in read_table(lines)] == [
        ("10^9/L", "4.0--10.0"), ("/HPF", "少见"), ("个/μL", "0-7.00"), ("10^9/L", "100--300"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "unit", "whole"),
    [
        ("中性粒细胞绝对值", "10°/L", "10^9/L"),
        ("嗜碱性粒细胞计数", "×10/L", "10^9/L"),
        ("红细胞计数", "×10°/L", "10^12/L"),
        ("网织红细胞计数", "10°/L", "10°/L"),
        ("中性粒细胞百分比", "10°/L", "10°/L"),
        ("平均血红蛋白量", "pgt", "pg"),
        ("血红蛋白", "g/", "g/L"),
        ("平均血小板体积", "f", "fL"),
        ("血小板压积", "%%", "%"),
        ("铁蛋白", "ng/mL", "ng/mL"),
    ],
)
def test_a_power_lost_from_a_unit_follows_from_what_was_counted(name: str, unit: str, whole: str) -> None:
    assert whole_unit(name, unit) == whole


def test_the_next_tables_row_number_is_cut_from_a_range_and_the_row_is_never_sure() -> None:
    lines = table_lines(
        ("项目", "结果", "参考值"),
        ("尿比重", "1.015", "1.003-1.03026"),
        ("酸碱度", "6.0", "4.5-8.0"),
        at=(100, 500, 800),
    )
    assert [row[3] for row in read_table(lines)] == ["1.003-1.030", "4.5-8.0"]


def test_characters_that_no_test_has_are_put_right() -> None:
    lines = table_lines(
        ("项目", "结果", "参考值"),
        ("听酸性粒细胞计数", "0.06", "0.0-0.5"),
        ("平均血红蛋白浓月", "323", "310-370"),
        ("白细胞数日", "7.9", "4.0-10.0"),
        at=(100, 500, 800),
    )
    assert [row[0] for row in read_table(lines)] == ["嗜酸性粒细胞计数", "平均血红蛋白浓度", "白细胞数目"]


def test_colours_and_textures_are_results_in_a_table_of_two_columns() -> None:
    lines = table_lines(
        ("项目名称", "结果"),
        ("大便外观", "棕黄色"),
        ("大便性状", "水样便"),
        ("大便隐血", "+++"),
        at=(60, 400),
    )
    assert [row[1] for row in read_table(lines)] == ["棕黄色", "水样便", "+++"]
