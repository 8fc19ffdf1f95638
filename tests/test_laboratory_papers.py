"""Heads of laboratory papers: labels set close to values, windows of the laboratory's program, numbers."""

from __future__ import annotations

from page_text import fields, line, read_table, runs, table_lines

from ocr.kinds import classify
from ocr.tables import read_test_rows
from ocr.types import DocumentKind as K


def test_a_value_ends_where_a_label_without_a_colon_begins() -> None:
    got = fields(
        K.LAB_REPORT,
        line("姓名凌国远", 100, 300),
        line("门诊号1534258321", 500, 300),
        line("条码号183930565561", 1000, 300),
        line("科室心血管内科门诊", 500, 350),
        line("样本种类血清", 900, 350),
    )
    assert got["department"] == ["心血管内科门诊"]
    assert got["record_number"] == ["1534258321"]
    assert "report_number" not in got


def test_words_of_a_graph_far_right_are_no_part_of_a_value() -> None:
    got = fields(
        K.LAB_REPORT,
        line("患者ID", 100, 250),
        line("P72976653", 300, 250),
        line("申请科室", 100, 300),
        line("内分泌科", 300, 300),
        line("A1c", 1200, 300),
        line("联系电话：0444-6557537", 1000, 2000),
    )
    assert got["department"] == ["内分泌科"]
    assert got["record_number"] == ["P72976653"]
    assert "phone" not in got


def test_the_hospital_in_the_title_of_a_window() -> None:
    for text in ("检验报告查询-[白银市妇幼保健院]", "LIS医生工作站 V5.2 - [白银市妇幼保健院]"):
        got = fields(K.LAB_REPORT, line(text, 20, 10), line("姓名 涂军志", 20, 110), line("第九页", 20, 900))
        assert got["hospital_name"] == ["白银市妇幼保健院"], text


def test_reports_named_after_what_they_measure() -> None:
    for title in ("糖化血红蛋白分析报告", "检验报告详情", "血气分析报告单"):
        lines = [line(title, 400, 100, height=44), line("姓名 涂军志", 100, 200), line("科室 内科", 100, 250)]
        assert classify(lines, width=1654, height=2339).kind is K.LAB_REPORT, title


def test_letters_misread_in_names_of_tests_and_percents() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考值"),
        ("氯(C1)", "107.5", "mmol/L", "99.0-110.0"),
        ("二氧化碳结合力(C02CP)", "23.4", "mmol/L", "22.0-29.0"),
        ("单核细胞百分比", "7.9", "de", "3.0-10.0"),
        at=(100, 600, 800, 1000),
    )
    assert [(row[0], row[2]) for row in read_table(lines)] == [
        ("氯(Cl)", "mmol/L"), ("二氧化碳结合力(CO2CP)", "mmol/L"), ("单核细胞百分比", "%"),
    ]  # fmt: skip


def test_results_listed_on_a_telephone() -> None:
    lines = [
        line("项目/参考值", 60, 580),
        line("结果", 930, 580),
        *(
            line(name, 60, 640 + 110 * n)
            for n, name in enumerate(("尿蛋白", "尿隐血", "颜色", "红细胞(镜检)"))
        ),
        *(line(told, 930, 665 + 110 * n) for n, told in enumerate(("2+", "土", "黄色", "2/HP"))),
        line("参考值：阴性", 60, 690, height=24),
        line("参考值：阴性", 60, 800, height=24),
        line("参考值：0-3", 60, 1020, height=24),
    ]
    assert read_table(lines) == [
        ("尿蛋白", "2+", None, "阴性", None),
        ("尿隐血", "±", None, "阴性", None),
        ("颜色", "黄色", None, None, None),
        ("红细胞(镜检)", "2", "/HP", "0-3", None),
    ]


def test_a_torn_range_is_doubted() -> None:
    lines = table_lines(
        ("项目", "结果", "参考值"), ("钙", "1.43", "52"), ("镁", "0.90", "0.75-02"), at=(100, 500, 700)
    )
    assert all((r.confidence or 1) <= 0.6 for r in read_test_rows(runs(*lines)))


def test_results_on_cards_of_a_telephone() -> None:
    lines = [
        line("患者姓名", 60, 260),
        line("任永军（男59岁）", 230, 260),
        *(line(n, 60, 600 + 160 * i) for i, n in enumerate(("促甲状腺激素", "低密度脂蛋白胆固醇"))),
        *(line(t, 60, 650 + 160 * i) for i, t in enumerate(("2.25 mIU/L", "1.42↓mmol/L"))),
        *(line(t, 560, 648 + 160 * i) for i, t in enumerate(("参考值0.27-4.2", "参考值2.07-3.37"))),
    ]
    assert read_table(lines) == [
        ("促甲状腺激素", "2.25", "mIU/L", "0.27-4.2", None),
        ("低密度脂蛋白胆固醇", "1.42", "mmol/L", "2.07-3.37", "↓"),
    ]
    got = fields(K.LAB_REPORT, *lines)
    assert (got["patient_name"], got["sex"], got["age"]) == (["任永军"], ["男"], [59])


def test_departments_that_strips_print_close_and_wards_with_a_number() -> None:
    got = fields(
        K.LAB_REPORT, line("姓名罗红金", 100, 240), line("性别女", 400, 240), line("科室内分泌", 100, 300)
    )
    assert got["department"] == ["内分泌"]
    lines = (
        line("姓名罗红金", 100, 240),
        line("性别女", 400, 240),
        line("科室呼吸与危重症医学科一病区", 100, 300),
    )
    assert fields(K.EXAM_REPORT, *lines)["department"] == ["呼吸与危重症医学科一病区"]


def test_the_disease_a_bill_was_settled_for() -> None:
    got = fields(
        K.MEDICAL_INVOICE,
        line("病种名称：慢性阻塞性肺疾病", 100, 300),
        line("支付时间：2025-10-08 10:40", 100, 350),
        line("收费单位(盖 )样章市祁州镇卫生院", 100, 900),
    )
    assert got["diagnosis"] == ["慢性阻塞性肺疾病"]
    assert got["issue_date"] == ["2025-10-08"]
    assert got["hospital_name"] == ["样章市祁州镇卫生院"]
