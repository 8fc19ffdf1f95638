"""Tables read by their own lines and cells where the page's lines and the heads mislead."""

from __future__ import annotations

from page_text import line, read_table, table_lines

_HEADS = ("项目", "结果", "参考值", "提示")
_TESTS = (
    ("抗核抗体一", "1.43", "<12"),
    ("抗核抗体二", "13.00", "<12"),
    ("抗核抗体三", "2.03", "<12"),
    ("抗核抗体四", "0.77", "<1.0"),
)


def test_results_flush_right_under_the_next_head_are_results() -> None:
    heads = table_lines(_HEADS, at=(100, 500, 800, 1000))
    cells = table_lines(*_TESTS, at=(190, 700, 810), top=340)
    rows = read_table([*heads, *cells])
    assert [(row[0], row[1], row[3]) for row in rows] == list(_TESTS)


def test_abbreviations_before_the_second_table_are_no_units_of_the_first() -> None:
    lines = table_lines(
        ("检验项目", "结果", "参考范围", "单位", "", "检验项目", "结果", "参考范围"),
        ("红细胞", "13.5", "0~27", "/ul", "UBG", "尿胆原", "正常", "正常"),
        ("白细胞", "2.8", "0~32", "/ul", "BIL", "胆红素", "阴性", "阴性"),
        ("细菌", "129", "0~400", "/ul", "BLD", "尿隐血", "阴性", "阴性"),
        ("管型", "2.2", "0~3", "/ul", "LEU", "酯酶", "阴性", "阴性"),
        ("上皮细胞", "6.0", "0~8", "/ul", "NIT", "亚硝酸盐", "阴性", "阴性"),
        at=(60, 300, 460, 640, 740, 860, 1100, 1300),
    )
    assert [row[2] for row in read_table(lines) if row[0] in ("红细胞", "管型")] == ["/μL", "/μL"]


def test_a_table_that_leans_more_than_its_neighbour_is_read_by_lines_of_its_own() -> None:
    left = [
        ("钾", "4.1", "3.5-5.3"),
        ("钠", "140", "137-147"),
        ("氯", "101", "99-110"),
        ("钙", "2.3", "2.1-2.5"),
    ]
    right = [
        ("尿素", "5.1", "3.1-8.0"),
        ("肌酐", "66", "41-81"),
        ("尿酸", "310", "155-357"),
        ("葡萄糖", "5.0", "3.9-6.1"),
    ]
    at = (60, 300, 460, 760, 1000, 1160)
    lines = table_lines(("项目", "结果", "参考值", "项目", "结果", "参考值"), at=at)
    for n, (one, other) in enumerate(zip(left, right, strict=True)):
        y = 340 + 40 * n
        lines += [line(text, x, y) for text, x in zip(one, at, strict=False)]
        lines += [
            line(text, x, round(y + 0.05 * (x - 760) + 14)) for text, x in zip(other, at[3:], strict=True)
        ]
    assert sorted((row[0], row[1], row[3]) for row in read_table(lines)) == sorted([*left, *right])


def test_columns_that_lean_are_set_upright_under_their_heads() -> None:
    tests = [(f"项目{n}号", str(3 + n / 10), "3.5-5.3", "mmol/L") for n in range(12)]
    at = (200, 500, 650, 800)
    lines = table_lines(("检验项目", "结果", "参考值", "单位"), at=at)
    for n, row in enumerate(tests, 1):
        lines += [line(text, x - 14 * n, 300 + 44 * n) for text, x in zip(row, at, strict=True)]
    assert [(row[0], row[1], row[2], row[3]) for row in read_table(lines)] == [
        (name, result, unit, reference) for name, result, reference, unit in tests
    ]


def test_a_unit_set_under_its_range_is_the_rows() -> None:
    lines = table_lines(
        ("项目", "结果", "参考范围"),
        ("血小板", "319", "125--350"),
        ("白细胞", "8.13", "3.50--9.50"),
        at=(100, 500, 700),
        step=60,
    )
    tops = [round(x.box[1]) for x in lines if x.text in ("血小板", "白细胞")]
    under = [line("×10^9/L", 700, y + 18) for y in tops]
    assert [row[2] for row in read_table([*lines, *under])] == ["10^9/L", "10^9/L"]


def test_a_word_glued_to_its_name_is_the_result_where_no_other_stands() -> None:
    lines = [
        *table_lines(("项目", "结果", "参考值", "单位"), at=(100, 420, 700, 900)),
        *(line(f"{virus}病毒核酸检测阴性", 100, y) for virus, y in (("甲型流感", 340), ("乙型流感", 380))),
        *(line("阴性", 700, y) for y in (340, 380)),
    ]
    assert [(row[0], row[1], row[3]) for row in read_table(lines)] == [
        ("甲型流感病毒核酸检测", "阴性", "阴性"), ("乙型流感病毒核酸检测", "阴性", "阴性"),
    ]  # fmt: skip


_PLAIN = (
    ("钾", "4.1", "mmol/L", "3.5-5.3"),
    ("钠", "140", "mmol/L", "137-147"),
    ("肌酐", "70", "μmol/L", "57-97"),
)


def test_a_blood_pressure_is_no_unit_with_a_row_number() -> None:
    rows = read_table(
        table_lines(
            ("项目", "结果", "单位", "参考值"),
            ("血压", "109/76", "mmHg", "90-140"),
            *_PLAIN,
            at=(100, 500, 700, 900),
        )
    )
    assert rows[0][:3] == ("血压", "109/76", "mmHg")


def test_names_of_specimens_are_no_names_of_tests() -> None:
    rows = read_table(
        table_lines(
            ("检验项目", "标本名称", "结果", "单位", "参考范围"),
            *((name, "血清", *rest) for name, *rest in _PLAIN),
            at=(100, 400, 600, 800, 1000),
        )
    )
    assert [row[0] for row in rows] == ["钾", "钠", "肌酐"]


def test_limits_in_two_columns_do_not_spoil_the_unit() -> None:
    rows = read_table(
        table_lines(
            ("检验项目", "结果", "单位", "参考下限", "参考上限"),
            *((name, result, unit, *span.split("-")) for name, result, unit, span in _PLAIN),
            at=(100, 400, 600, 800, 1000),
        )
    )
    assert [row[2] for row in rows] == ["mmol/L", "mmol/L", "μmol/L"]
