"""Test results in lists and on cards of telephones, and what slides between a report's columns; invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from page_text import line, read_table, table_lines

from ocr.types import TextLine

_Row = tuple[str, str, str, str]
_PRINTED: list[_Row] = [
    ("糖化血红蛋白A1c", "7.9 ↑", "%", "4.0-6.0"),
    ("类风湿因子", "213 ↑", "IU/mL", "0~20"),
    ("空腹C肽", "1.12", "ng/mL", "1.10-4.40"),
]
_READ = [
    ("糖化血红蛋白A1c", "7.9", "%", "4.0-6.0", "↑"),
    ("类风湿因子", "213", "IU/mL", "0~20", "↑"),
    ("空腹C肽", "1.12", "ng/mL", "1.10-4.40", None),
]


def _unit_below(row: _Row, y: float) -> list[TextLine]:
    name, result, unit, span = row
    below = [line("参考值：" + span, 100, y + 80, height=40), line(unit, 1350, y + 85, height=42)]
    return [line(name, 100, y, height=50), line(result, 1250, y, height=55), *below]


def _arrow_apart(row: _Row, y: float) -> list[TextLine]:
    name, result, unit, span = row
    number, _, arrow = result.partition(" ")
    told = line("偏高" if arrow else "正常", 1400, y, height=50)
    below = line(f"参考范围：{span} {unit}", 100, y + 80, height=40)
    return [line(name, 100, y, height=50), line(number, 1200, y, height=55), told, below]


def _both_labelled(row: _Row, y: float) -> list[TextLine]:
    name, result, unit, span = row
    both = line(f"结果：{result}{unit} 参考值：{span}", 100, y + 80, height=40)
    return [line(name, 100, y, height=50), both]


def _three_lines(row: _Row, y: float) -> list[TextLine]:
    name, result, unit, span = row
    below = [
        line(f"{result} {unit}", 100, y + 60, height=40),
        line("参考值：" + span, 100, y + 120, height=40),
    ]
    return [line(name, 100, y, height=50), *below]


def _range_below_result(row: _Row, y: float) -> list[TextLine]:
    name, result, unit, span = row
    told, below = f"{result} {unit}", f"正常范围：{span}"
    right = [line(told, 0, y, height=40), line(below, 0, y + 70, height=40)]
    moved = [line(x.text, 1500 - x.box[2], x.box[1], height=40) for x in right]
    return [line(name, 100, y, height=40), *moved]


@pytest.mark.parametrize(
    "drawn", [_unit_below, _arrow_apart, _both_labelled, _three_lines, _range_below_result]
)
def test_results_of_telephones_however_a_card_is_laid_out(
    drawn: Callable[[_Row, float], list[TextLine]],
) -> None:
    lines = [x for n, row in enumerate(_PRINTED) for x in drawn(row, 600 + 200 * n)]
    assert read_table(lines) == _READ


def test_a_range_of_a_list_goes_on_below_where_it_breaks_off() -> None:
    long = ("25-羟基维生素D", "14.7", "ng/mL", "缺乏：<20；不足：20-30；充足：")
    lines = [x for n, row in enumerate([*_PRINTED, long]) for x in _unit_below(row, 600 + 200 * n)]
    read = read_table([*lines, line(">30", 100, 1325, height=40)])
    assert read[-1][3].replace(" ", "") == "缺乏:<20;不足:20-30;充足:>30"


def test_two_results_beside_one_name_are_none() -> None:
    lines = [x for n, row in enumerate(_PRINTED) for x in _unit_below(row, 600 + 200 * n)]
    read = read_table([*lines, line("6.8", 800, 600, height=50)])
    assert [row[0] for row in read] == ["类风湿因子", "空腹C肽"]


def test_an_arrows_letter_before_the_unit_and_a_misread_litre() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考值"),
        ("总胆固醇", "8.96", "H mmol/L", "3.1-5.7"),
        ("钠", "79.7", "L mmol/L", "135-145"),
        ("总胆汁酸", "4.6", "umoi/L", "0-10"),
        at=(100, 600, 800, 1000),
    )
    assert [(row[2], row[4]) for row in read_table(lines)] == [
        ("mmol/L", "↑"), ("mmol/L", "↓"), ("μmol/L", None),
    ]  # fmt: skip


def test_a_share_s_abbreviation_is_parted_from_the_name_it_touches() -> None:
    head = [line(t, x, 300) for t, x in (("代号", 105), ("项目名称", 195), ("结果", 445), ("参考值", 560))]
    rows = [
        ("WBC", "白细胞", "4.01", "3.5--9.5"), ("NEUT%", "中性粒细胞比率", "60.3", "40--75"),
        ("EO%", "嗜酸细胞比率", "1.4", "0.4--8"),
    ]  # fmt: skip
    body = [
        line(t, x, 340 + 40 * n)
        for n, row in enumerate(rows)
        for t, x in zip(row, (105, 195, 445, 560), strict=True)
    ]
    close = [
        line("LYMPH%淋巴细胞比率", 105, 460, height=28),
        line("25.6", 445, 460),
        line("20--50", 560, 460),
    ]
    assert read_table([*head, *body, *close])[-1][0] == "淋巴细胞比率"


def test_the_result_of_another_day_is_no_test() -> None:
    rows = (("空腹血糖", "5.6", "3.9-6.1"), ("甘油三酯", "1.2", "0.5-1.7"), ("肌酐", "88", "57-111"))
    lines = []
    for n, (name, result, usual) in enumerate(rows):
        y = 300 + 150 * n
        lines += [line(name, 100, y), line(result, 700, y), line(f"参考值：{usual}", 100, y + 50)]
        lines += [line("上次", 100, y + 100), line("7.8", 700, y + 100)]
    assert [row[:2] for row in read_table(lines)] == [row[:2] for row in rows]
