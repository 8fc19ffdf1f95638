"""Tables whose values stand far from their heads, and units with marks and misread signs beside them."""

from __future__ import annotations

import pytest
from page_text import fields, line, runs, table_lines

from ocr.kinds import classify
from ocr.table_borders import fitted
from ocr.table_heads import blocks_of, find_heads
from ocr.tables import read_test_rows, rows_of
from ocr.types import Char, TextLine
from ocr.types import DocumentKind as K


def test_ranges_far_left_of_their_head_are_no_methods() -> None:
    """The method's texts reach almost to the ranges; the wide gap is behind these."""
    lines = table_lines(
        ("检验项目", "结果", "单位", "方法", "参考区间"),
        ("丙氨酸氨基转移酶", "19.9", "U/L", "", ""),
        ("总胆红素", "7.4", "umol/L", "", ""),
        ("总蛋白", "69.0", "g/L", "", ""),
        ("肌酐", "67.0", "umol/L", "", ""),
        at=(100, 500, 650, 900, 1250),
    )
    methods = ("IFCC速率法甲", "重氮反应法甲", "双缩脲法测定", "酶动力学法甲")
    lines += table_lines(*((m,) for m in methods), at=(830,), top=340)
    lines += table_lines(*((r,) for r in ("7-40", "0-21", "65-85", "41-73")), at=(1040,), top=340)
    head, *body = rows_of(runs(*lines))
    (block,) = fitted(blocks_of(find_heads(head)), body)
    reference = next(c for c in block if c.name == "reference")
    assert 1010 < reference.left < 1040


@pytest.mark.parametrize(
    ("result", "unit", "reference", "row"),
    [
        ("132.2", "mmol/L 1", "137-147", ("mmol/L", "↓")),
        ("305", "1 g/L", "320-360", ("g/L", "↓")),
        ("11.6", "t *10^9/L", "4.0-10.0", ("10^9/L", "↑")),
        ("0.08", "109/ 1", "0.02-0.52", ("10^9/L", None)),
        ("36.1", "$", "35-45", ("%", None)),
    ],
)
def test_marks_and_misread_signs_of_units(
    result: str, unit: str, reference: str, row: tuple[str, str | None]
) -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考范围"),
        ("血细胞比容", result, unit, reference),
        ("血糖", "5.1", "mmol/L", "3.9-6.1"),
        at=(100, 500, 650, 1000),
    )
    (first, *_) = fields(K.LAB_REPORT, *lines)["test_items"]
    assert isinstance(first, dict)
    assert (first["unit"], first["flag"]) == row


def test_cards_with_their_unit_below_the_range_and_names_on_two_lines() -> None:
    """The name is set at half the height of what stands at the right edge."""
    lines = [
        line("93.91", 925, 100),
        line("参考区间：50.00~160.00", 670, 145),
        line("甲状腺素", 100, 148),
        line("nmol/L", 910, 190),
        line("0.566 ↑", 895, 300),
        line("结核菌感染T细胞", 100, 295),
        line("参考区间：<0.350", 760, 345),
        line("(TB2-N)", 110, 340),
    ]
    rows = [r.values for r in read_test_rows(runs(*lines))]
    assert [(r["name"], r["result"], r["unit"], r["reference"]) for r in rows] == [
        ("甲状腺素", "93.91", "nmol/L", "50.00~160.00"),
        ("结核菌感染T细胞(TB2-N)", "0.566", None, "<0.350"),
    ]


def test_the_lower_line_of_a_name_found_on_the_row_of_its_cells() -> None:
    lines = table_lines(
        ("项目", "结果", "参考值", "单位"), ("癌胚抗原", "2.18", "0-5", "ng/mL"), at=(100, 500, 700, 1000)
    )
    lines += [line("游离前列腺特异", 100, 400), line("性抗原", 100, 432)]
    lines += [line("0.149", 500, 418), line("0-0.93", 700, 418), line("ng/mL", 1000, 418)]
    names = [r.values["name"] for r in read_test_rows(runs(*lines))]
    assert names == ["癌胚抗原", "游离前列腺特异性抗原"]


def test_a_screen_of_results_and_ranges_without_heads_is_a_laboratorys() -> None:
    shown = [
        "甲胎蛋白",
        "2.08 ng/mL",
        "<7.0",
        "癌胚抗原",
        "6.01 ng/mL",
        "0-6.5",
        "铁蛋白",
        "15.30 ng/mL",
        "0-16.3",
    ]
    lines = [line(text, 60 + 400 * (n % 3), 60 + 60 * (n // 3)) for n, text in enumerate(shown)]
    assert classify(lines, width=1400, height=900).kind is K.LAB_REPORT


def _tilted(text: str, x: float, y: float, rise: float) -> TextLine:
    """A line of 20-pixel characters that rises by ``rise`` pixels to its end."""
    width = 20.0 * len(text)
    corners = ((x, y), (x + width, y - rise), (x + width, y + 20 - rise), (x, y + 20))
    chars = tuple(
        Char(c, (x + 20 * n, at := y - rise * n / len(text), x + 20 * n + 20, at + 20), 0.99)
        for n, c in enumerate(text)
    )
    return TextLine(text, corners, 0.99, chars)


def test_a_tilted_name_stands_on_the_row_of_its_end() -> None:
    names = ("嗜酸性粒细胞百分数", "嗜碱性粒细胞百分数", "中性粒细胞绝对值数", "淋巴细胞绝对值数目")
    lines = table_lines(("项目", "结果", "参考值"), at=(100, 300, 400), top=20)
    for n, (name, result) in enumerate(zip(names, ("0.4", "0.1", "5.12", "2.71"), strict=True)):
        lines.append(_tilted(name, 100, 120 + 20 * n, 24))
        lines += [line(result, 300, 98 + 20 * n, height=20), line("0-8", 400, 98 + 20 * n, height=20)]
    rows = [r.values for r in read_test_rows(runs(*lines))]
    assert [(r["name"], r["result"]) for r in rows] == list(
        zip(names, ("0.4", "0.1", "5.12", "2.71"), strict=True)
    )


def test_a_result_with_its_arrow_and_range_read_as_one_and_letters_in_names() -> None:
    lines = table_lines(
        ("项目", "结果", "参考值", "单位"),
        ("白细胞计数", "3.90↓4.00~10.00", "", "10^9/L"),
        ("单核细胞百分比(M0%)", "5.1", "3-8", "%"),
        ("尿胆红素", "阴性", "〈17", "umol/L"),
        at=(100, 500, 625, 1000),
    )
    rows = [r.values for r in read_test_rows(runs(*lines), flagged=True)]
    assert [(r["name"], r["result"], r["reference"], r["flag"]) for r in rows] == [
        ("白细胞计数", "3.90", "4.00~10.00", "↓"),
        ("单核细胞百分比(MO%)", "5.1", "3-8", None),
        ("尿胆红素", "阴性", "<17", None),
    ]


def test_strokes_before_results_powers_without_their_litre_and_letters_alone() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考值"),
        ("尿酸", "1 486", "umol/L", "208-428"),
        ("淋巴细胞计数", "2.0", "109", "0.8-4.0"),
        ("WBC", "DIFF", "", ""),
        at=(100, 500, 700, 1000),
    )
    rows = read_test_rows(runs(*lines), flagged=True)
    told = [(r.values["result"], r.values["unit"], r.values["flag"]) for r in rows[:2]]
    assert told == [("486", "μmol/L", "↑"), ("2.0", "10^9", None)]
    assert all(r.confidence is not None and r.confidence < 0.9 for r in rows)
