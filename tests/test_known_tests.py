"""Tables without heads that the abbreviations of their tests tell: strips of urine, antibodies in tissue."""

from __future__ import annotations

from page_text import line, read_table, table_lines

STRIP = table_lines(
    ("葡萄糖", "GLU", "+2", "阴性"),
    ("蛋白质", "PRO", "十一", "阴性"),
    ("胆红素", "BIL", "", "阴性"),
    ("尿胆原", "URO", "Normal", "正常"),
    ("酸碱度", "PH", "5.5", "4.6-8.0"),
    ("比重", "SG", "1.020", "1.003-1.030"),
    ("红细胞", "(镜检)", "3-5 /HP", "0-3"),
    at=(160, 400, 560, 800),
)


def test_a_strip_without_heads_is_told_by_its_abbreviations() -> None:
    stars = [line("*", 100, x.box[1]) for x in STRIP if x.text in ("葡萄糖", "蛋白质")]
    assert read_table([*STRIP, *stars]) == [
        ("葡萄糖", "+2", None, "阴性", "*"),
        ("蛋白质", "+-", None, "阴性", "*"),
        ("尿胆原", "Normal", None, "正常", None),
        ("酸碱度", "5.5", None, "4.6-8.0", None),
        ("比重", "1.020", None, "1.003-1.030", None),
        ("红细胞", "3-5", "/HP", "0-3", None),
    ]  # 胆红素 has lost its result: the range is none


def test_antibodies_in_tissue_beside_a_description() -> None:
    table = table_lines(
        ("lgG", "十"), ("lgA", "+++"), ("lgM", "土"), ("Clq", "++"), ("K", "+"), ("λ", "+"), at=(1100, 1400)
    )
    told = [line("光镜：肾穿刺组织可见15个肾小球，其中3个球性硬化。", 100, table[0].box[1] + 4)]
    assert [(r[0], r[1]) for r in read_table([*told, *table])] == [
        ("IgG", "+"), ("IgA", "+++"), ("IgM", "±"), ("C1q", "++"), ("κ", "+"), ("λ", "+"),
    ]  # fmt: skip


def test_a_few_abbreviations_in_prose_are_no_table() -> None:
    assert read_table([line("IgG ++", 100, 100), line("C3 +", 100, 150), line("WBC 正常", 100, 200)]) == []
