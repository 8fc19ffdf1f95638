"""Tables whose heads say less than most, and what stands beside them; contents invented."""

from __future__ import annotations

from page_text import line, read_table, table_lines


def test_lung_function_has_no_head_over_its_names() -> None:
    lines = table_lines(
        ("", "", "预计值", "前次", "前/预%", "后次"),
        ("VC MAX", "L", "3.30", "2.16", "65.4", "2.18"),
        ("FEV1", "L", "2.60", "2.47", "94.9", "2.52"),
        ("FEV1/FVC", "%", "78.00", "40.30", "51.7", "41.22"),
        ("PEF", "L/s", "7.10", "4.31", "60.8", "4.44"),
        ("DLCO SB", "mmol/min/kPa", "8.20", "2.89", "35.3", "3.19"),
        ("Flow [L/s]", "", "", "Flow [L/s]", "", ""),
        at=(100, 350, 700, 900, 1100, 1300),
    )
    assert read_table(lines) == [
        ("VC MAX", "2.16", "L", "3.30", None),
        ("FEV1", "2.47", "L", "2.60", None),
        ("FEV1/FVC", "40.30", "%", "78.00", None),
        ("PEF", "4.31", "L/s", "7.10", None),
        ("DLCO SB", "2.89", "mmol/min/kPa", "8.20", None),
    ]


def test_the_head_of_a_count_names_its_unit_and_sentences_beside_the_table_are_no_range() -> None:
    table = table_lines(
        ("细胞名称", "骨髓(%)", "参考值"),
        ("原始粒细胞", "1.6", "0~1.8"),
        ("早幼粒细胞", "3.6", "0.4~3.9"),
        ("浆细胞", "1.6", "0~2.1"),
        at=(100, 400, 600),
    )
    beside = [line("3.粒系比例及形态见表。", 800, x.box[1]) for x in table if x.text == "0.4~3.9"]
    assert read_table([*table, *beside]) == [
        ("原始粒细胞", "1.6", "%", "0~1.8", None),
        ("早幼粒细胞", "3.6", "%", "0.4~3.9", None),
        ("浆细胞", "1.6", "%", "0~2.1", None),
    ]
