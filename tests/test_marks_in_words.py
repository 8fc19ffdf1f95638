"""Columns of marks that print words, a verdict's letter read as a figure, labels behind a box to tick."""

from __future__ import annotations

from page_text import extracted, fields, line, read_table, table_lines

from ocr.types import DocumentKind as K


def test_a_verdict_in_the_column_of_marks() -> None:
    rows = [
        ("检验项目", "结果", "提示", "单位", "参考区间"),
        ("乙肝病毒表面抗原", "3.97", "阳性", "IU/mL", "<0.05"),
        ("乙肝病毒表面抗体", "7.36", "", "mIU/mL", "<10"),
        ("甲胎蛋白", "8.82", "偏高", "ng/mL", "<7"),
    ]
    read = read_table(table_lines(*rows, at=(100, 600, 800, 950, 1150)), flagged=True)
    assert [row[4] for row in read] == ["阳性", None, "↑"]


def test_the_letter_of_an_intermediate_read_as_a_figure() -> None:
    rows = [
        ("抗菌药物", "MIC值", "单位", "判定"),
        ("氨苄西林", "16", "μg/mL", "1"),
        ("头孢唑林", "≥64", "μg/mL", "R"),
        ("头孢曲松", "≤1", "μg/mL", "S"),
    ]
    read = read_table(table_lines(*rows, at=(100, 400, 600, 800)))
    assert [(row[1], row[4]) for row in read] == [("16", "I"), ("≥64", "R"), ("≤1", "S")]


def test_a_department_behind_a_box_to_tick() -> None:
    row = [line("☑科别", 500, 400), line("肿瘤科", 700, 400)]
    assert fields(K.PRESCRIPTION, *row)["department"] == ["肿瘤科"]


def test_a_physician_behind_a_label_set_wide() -> None:
    row = [line("医", 100, 1500), line("师 萧雪娜", 220, 1500)]
    assert fields(K.PRESCRIPTION, *row)["physician_name"] == ["萧雪娜"]


def test_a_diagnosis_right_behind_its_label_on_a_prescription() -> None:
    told = line("临床诊断胃恶性肿瘤术后，胃窦腺癌（pT3N1M0）", 100, 400)
    assert fields(K.PRESCRIPTION, told)["diagnosis"] == ["胃恶性肿瘤术后", "胃窦腺癌（pT3N1M0）"]


def test_seconds_are_a_unit_in_chinese_too() -> None:
    rows = [
        ("检验项目", "结果", "参考范围", "单位"),
        ("凝血酶原时间", "12.1", "9.4-12.5", "秒"),
        ("纤维蛋白原", "3.82", "2.00-4.00", "g/L"),
    ]
    found = extracted(K.LAB_REPORT, *table_lines(*rows, at=(100, 500, 700, 1000)))["test_items"]
    assert [(f.value["unit"], f.confidence) for f in found] == [("秒", 0.99), ("g/L", 0.99)]


def test_a_report_of_one_test_without_heads() -> None:
    lines = [
        *(line(t, x, 600) for t, x in (("HbA1c (NGSP)", 100), ("8.6", 500), ("%", 650))),
        *(line(t, x, 600) for t, x in (("参考范围", 800), ("4.0-6.0", 1000))),
    ]
    (row,) = extracted(K.LAB_REPORT, *lines)["test_items"]
    told = (row.value["name"], row.value["result"], row.value["unit"], row.value["reference"])
    assert (told, row.confidence) == (("HbA1c (NGSP)", "8.6", "%", "4.0-6.0"), 0.89)
    assert not extracted(K.EXAM_REPORT, *lines).get("test_items")
