"""Tables of test reports as laboratories and examination rooms print them; contents invented."""

from __future__ import annotations

import pytest
from page_text import fields, line, read_table, runs, table_lines

from ocr.reliance import LOOSELY
from ocr.table_cells import read_cells
from ocr.table_heads import Token, find_heads
from ocr.table_names import names_of
from ocr.tables import read_test_rows
from ocr.types import DocumentKind as K


def test_letters_in_a_column_of_their_own_are_arrows() -> None:
    lines = table_lines(
        ("检验项目", "检验结果", "H/L", "生物参考区间", "单位"),
        ("糖化血红蛋白A1c", "7.8", "H.", "4-6", "%"),
        ("空腹血糖", "5.1", "", "3.9-6.1", "mmol/L"),
        ("C肽", "0.72", "L", "1.1-4.4", "ng/mL"),
        at=(100, 500, 720, 840, 1160),
    )
    assert read_table(lines) == [
        ("糖化血红蛋白A1c", "7.8", "%", "4-6", "↑"),
        ("空腹血糖", "5.1", "mmol/L", "3.9-6.1", None),
        ("C肽", "0.72", "ng/mL", "1.1-4.4", "↓"),
    ]


@pytest.mark.parametrize(
    ("result", "reference", "read"),
    [
        ("9.12", "H 3.9-7.8", ("9.12", "3.9-7.8", "↑")),
        ("9.12", "H3.9-7.8", ("9.12", "3.9-7.8", "↑")),
        ("2.57↓", "3.5~5.5", ("2.57", "3.5~5.5", "↓")),
        ("9.64E+07", "↑ <20", ("9.64E+07", "<20", "↑")),
        ("8.1(H)", "1.8-7", ("8.1", "1.8-7", "↑")),
        ("8.1*", "1.8-7", ("8.1", "1.8-7", None)),
        ("8.1 偏高", "1.8-7", ("8.1", "1.8-7", "↑")),
        ("阳性(+) ↑", "阴性(-)", ("阳性(+)", "阴性(-)", "↑")),
        ("1,97", "1.2-2.4", ("1.97", "1.2-2.4", None)),
        ("28.1", "27-34.", ("28.1", "27-34", None)),
        ("1,012", "1,015-1,025", ("1,012", "1,015-1,025", None)),
    ],
)
def test_arrows_and_points_that_are_not_a_columns_own(
    result: str, reference: str, read: tuple[str | None, ...]
) -> None:
    cells = read_cells({"name": "血糖", "result": result, "unit": "mmol/L", "reference": reference})
    assert cells is not None
    assert (cells.result, cells.reference, cells.flag) == read


@pytest.mark.parametrize(
    ("reference", "unit", "span"),
    [
        ("4-10*10~9/L", "10^9/L", "4-10"),
        ("0-40U/L", "U/L", "0-40"),
        ("<0.25g/1", "g/L", "<0.25"),
        ("50-70%", "%", "50-70"),
        ("/ul", "/μL", None),
        ("umol/L阴性(一)", "μmol/L", "阴性(-)"),
        ("阴性", None, "阴性"),
    ],
)
def test_a_unit_printed_with_the_range(reference: str, unit: str | None, span: str | None) -> None:
    cells = read_cells({"name": "谷丙转氨酶", "result": "13", "reference": reference})
    assert cells is not None
    assert (cells.unit, cells.reference) == (unit, span)


def test_abbreviations_beside_the_names_without_a_head() -> None:
    lines = table_lines(
        ("", "项目名称", "结果", "单位", "参考区间"),
        ("ALT", "丙氨酸氨基转移酶", "29", "U/L", "9-50"),
        ("TP", "总蛋白", "74.0", "g/L", "65-85"),
        ("GGT", "γ-谷氨酰转肽酶", "46", "U/L", "10-60"),
        ("LDL-C", "低密度脂蛋白胆固醇", "3.11", "mmol/L", "2.1-3.4"),
        ("", "C反应蛋白", "3.0", "mg/L", "0-10"),
        at=(100, 210, 600, 800, 930),
    )
    names = [row[0] for row in read_table(lines)]
    assert names == ["丙氨酸氨基转移酶", "总蛋白", "γ-谷氨酰转肽酶", "低密度脂蛋白胆固醇", "C反应蛋白"]


def test_names_that_end_in_latin_letters_keep_them() -> None:
    texts = ["弓形体病毒 IgM", "风疹病毒 IgM", "单纯疱疹病毒I型 IgM", "白细胞(WBC) WBC"]
    rows = [[Token(t, ()) for t in text.split()] for text in texts[3:]]
    assert names_of(rows, [None]) == ["白细胞(WBC)"]
    lines = table_lines(
        ("检验项目", "结果", "参考值"), *((text, "阴性", "阴性") for text in texts[:3]), at=(100, 600, 900)
    )
    assert [row[0] for row in read_table(lines)] == texts[:3]


def test_row_numbers_glued_to_the_names() -> None:
    texts = ["9 单核细胞绝对值", "10 淋巴细胞绝对值", "11嗜酸粒细胞绝对值", "12嗜碱粒细胞绝对值", "17羟孕酮"]
    rows = [[Token(t, ()) for t in text.split()] for text in texts]
    expected = ["单核细胞绝对值", "淋巴细胞绝对值", "嗜酸粒细胞绝对值", "嗜碱粒细胞绝对值", "17羟孕酮"]
    assert names_of(rows, [None] * len(rows)) == expected


def test_two_columns_of_other_things_are_no_rows() -> None:
    lines = table_lines(("检查项目", "检查结果"), ("腹部彩超", "肝脏大小形态正常，包膜光滑"), at=(100, 500))
    assert read_table(lines) == []


def test_heads_read_as_one() -> None:
    row = [
        Token(t, runs(line(t, x, 300))[0].chars)
        for t, x in (("序代号", 90), ("项目名称", 260), ("结果", 600))
    ]
    row.append(Token("参考区间", runs(line("参考区间", 900, 300))[0].chars))
    assert [h.column for h in find_heads(row)] == ["other", "other", "name", "result", "reference"]


def test_a_percent_read_as_letters_is_one_where_the_result_is_a_share() -> None:
    lines = table_lines(
        ("项目", "结果", "参考值", "单位"),
        ("中性粒细胞比率", "52.5", "40-75", "oo"),
        ("红细胞压积", "39.1", "35-45", "o"),
        ("单核细胞比率", "6.9", "3-10", "g"),
        at=(100, 500, 700, 900),
    )
    rows = read_test_rows(runs(*lines))
    assert [r.values["unit"] for r in rows] == ["%", "%", "%"]
    assert all((r.confidence or 1) <= 0.8 for r in rows)


def test_an_arrow_that_was_not_read_follows_from_the_range_where_others_were() -> None:
    lines = table_lines(
        ("项目", "结果", "参考值", "单位"),
        ("白细胞", "11.43 ↑", "3.5-9.5", "10^9/L"),
        ("红细胞体积", "57.9", "82-100", "fL"),
        ("血小板", "243", "125-350", "10^9/L"),
        at=(100, 500, 700, 900),
    )
    assert [row[4] for row in read_table(lines)] == ["↑", "↓", None]
    (doubted,) = [r for r in read_test_rows(runs(*lines)) if r.values["name"] == "红细胞体积"]
    assert (doubted.confidence or 1) <= 0.85
    plain = [x for x in lines if "↑" not in x.text]
    assert [row[4] for row in read_table(plain)] == [None, None]
    assert [row[4] for row in read_table(plain, flagged=True)] == ["↓", None]


def test_a_name_of_one_character_that_names_no_test_is_doubted() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考范围"),
        ("钾", "4.12", "mmol/L", "3.5-5.3"),
        ("的", "142.2", "mmol/L", "137-147"),
        ("氯", "101.5", "mmol/L", "99-110"),
        at=(100, 500, 720, 840),
    )
    sure = [row.confidence is not None and row.confidence >= 0.9 for row in read_test_rows(runs(*lines))]
    assert sure == [True, False, True]


def test_an_arrow_against_the_range_is_doubted() -> None:
    lines = table_lines(
        ("项目", "结果", "提示", "参考值"), ("红细胞体积", "77.9", "↑", "82-95"), at=(100, 500, 620, 700)
    )
    (row,) = read_test_rows(runs(*lines))
    assert row.values["flag"] == "↑"
    assert (row.confidence or 1) <= 0.6


def test_measurements_of_an_examination_beside_its_diagnosis() -> None:
    lines = table_lines(
        ("参数", "测量值", "单位", "参考值", "心电图诊断："),
        ("心率", "71", "bpm", "60-100", "1.心房颤动"),
        ("QT/QTc", "354/443", "ms", "", "2.左心室高电压"),
        ("P/QRS/T电轴", "32/73/47", "0", "", ""),
        at=(80, 360, 570, 700, 900),
    )
    assert read_table(lines) == [
        ("心率", "71", "bpm", "60-100", None),
        ("QT/QTc", "354/443", "ms", None, None),
        ("P/QRS/T电轴", "32/73/47", "°", None, None),
    ]
    got = fields(K.EXAM_REPORT, line("心电图报告单", 600, 50), *lines)
    assert len(got["test_items"]) == 3
    assert got["diagnosis"] == ["心房颤动", "左心室高电压"]


def test_the_range_of_another_column_makes_no_row() -> None:
    lines = table_lines(
        ("项目", "结果", "参考值", "提示"),
        ("抗心磷脂", "抗心磷脂抗体IgA", "1.43 <12", ""),
        ("抗体检测", "抗心磷脂抗体IgM", "13.00 <12", "+"),
        at=(100, 360, 640, 900),
    )
    assert read_table(lines) == []


def test_measurements_in_columns_without_heads() -> None:
    lines = table_lines(
        ("主动脉根部", "AO", "30", "mm", "左房内径", "LA", "35", "mm", "19-40"),
        ("左室舒张末径", "LVDd", "48", "mm", "右房左右径", "RA", "37", "mm", "25-40"),
        ("室间隔厚度", "IVS", "9", "mm", "左室射血分数", "EF", "61", "%", "50-70"),
        ("左室后壁", "LVPW", "9", "mm", "短轴缩短率", "FS", "33", "%", "25-45"),
        at=(100, 320, 420, 500, 700, 930, 1030, 1100, 1200),
    )
    assert [row[:4] for row in read_table(lines)] == [
        ("主动脉根部", "30", "mm", None), ("左房内径", "35", "mm", "19-40"),
        ("左室舒张末径", "48", "mm", None), ("右房左右径", "37", "mm", "25-40"),
        ("室间隔厚度", "9", "mm", None), ("左室射血分数", "61", "%", "50-70"),
        ("左室后壁", "9", "mm", None), ("短轴缩短率", "33", "%", "25-45"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [("身高", "170", "cm"), ("体重", "60", "kg"), ("心率", "71", "次/分"), ("体温", "36.5", "℃")],
        [
            ("心率：", "71", "bpm"),
            ("PR间期：", "150", "ms"),
            ("QRS时限：", "92", "ms"),
            ("QT间期：", "380", "ms"),
        ],
        [("肝右叶最大斜径", "132", "mm"), ("门静脉内径", "11", "mm")],
        [("项", "1", "mm"), ("左房", "内径", "mm"), ("右房", "3", "mm"), ("右室", "2", "mm")],
    ],
    ids=["particulars", "colons", "too few", "words between"],
)
def test_what_is_no_table_of_measurements(rows: list[tuple[str, ...]]) -> None:
    assert read_table(table_lines(*rows, at=(100, 500, 620))) == []


def test_abbreviations_are_the_names_where_nothing_else_is_printed() -> None:
    lines = table_lines(
        ("代号", "结果", "单位", "参考值"), ("WBC", "5.4", "10^9/L", "3.5-9.5"), at=(100, 400, 600, 800)
    )
    assert read_table(lines) == [("WBC", "5.4", "10^9/L", "3.5-9.5", None)]


def test_a_greek_letter_read_as_a_latin_one() -> None:
    cells = read_cells({"name": "T-谷氨酰转移酶", "result": "133", "unit": "|U/L", "reference": "10-60"})
    assert cells is not None
    assert (cells.name, cells.unit, cells.mended) == ("γ-谷氨酰转移酶", "U/L", True)


def test_an_arrow_between_name_and_result_is_no_part_of_either() -> None:
    lines = table_lines(
        ("项目", "", "结果", "单位", "参考值"),
        ("pH", "↓", "7.321", "", "7.35-7.45"),
        ("pCO2", "", "41.0", "mmHg", "35-45"),
        ("sO2", "", "个111.3", "%", "95-99"),
        at=(50, 204, 310, 420, 527),
    )
    assert read_table(lines) == [
        ("pH", "7.321", None, "7.35-7.45", "↓"),
        ("pCO2", "41.0", "mmHg", "35-45", None),
        ("sO2", "111.3", "%", "95-99", "↑"),
    ]


def test_a_number_set_so_close_to_its_name_that_both_were_one_line() -> None:
    lines = table_lines(
        ("中文名称", "结果", "状态", "单位", "参考值"),
        ("中性分叶核粒细胞百分数77.2", "", "H", "%", "50-70"),
        ("糖类抗原125", "12.3", "", "U/mL", "0-35"),
        ("红细胞分布宽度(F1)", "40.4", "", "fL", "37-51"),
        at=(100, 440, 600, 700, 900),
    )
    assert [row[:2] for row in read_table(lines)] == [
        ("中性分叶核粒细胞百分数", "77.2"), ("糖类抗原125", "12.3"), ("红细胞分布宽度(fL)", "40.4"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "result"), [("血清糖类抗原125", ""), ("血清糖类抗原125", "12.3"), ("细胞角蛋白19", "")]
)
def test_the_number_of_a_tests_own_name_is_no_result(name: str, result: str) -> None:
    lines = table_lines(("项目", "结果", "单位", "参考值"), at=(100, 300 if result else 230, 700, 900))
    lines += table_lines((name, result, "U/mL", "0-35"), at=(100, 320, 700, 900), top=340)
    assert [row[:2] for row in read_table(lines)] == ([(name, result)] if result else [])


def test_a_number_parted_from_its_name_is_never_sure() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考值"), ("淋巴细胞百分数20.1", "", "%", "20-50"), at=(100, 340, 700, 900)
    )
    (row,) = read_test_rows(runs(*lines))
    assert row.values["result"] == "20.1"
    assert (row.confidence or 1.0) <= LOOSELY


def test_litres_are_no_dashes() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考值"), ("用力肺活量FVC", "3.1", "L", "2.5-4"),
        ("第一秒用力呼气量FEV1", "2.4", "L", "2-4"), ("肺活量VC", "3.3", "L", "3-5"),
        at=(100, 600, 800, 1000),
    )  # fmt: skip
    assert [row[2] for row in read_table(lines)] == ["L", "L", "L"]
