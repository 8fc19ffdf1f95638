"""Tables whose values stand far from their heads, and units with marks and misread signs beside them."""

from __future__ import annotations

import pytest
from page_text import fields, table_lines

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
    rows = fields(K.LAB_REPORT, *lines)["test_items"]
    assert [r["reference"] for r in rows if isinstance(r, dict)] == ["7-40", "0-21", "65-85", "41-73"]


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
