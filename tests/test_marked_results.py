"""Rows of urine, gene and telephone reports: stars, dashes for units, titles between rows."""

from __future__ import annotations

import pytest
from page_text import extracted, fields, line, read_table, table_lines

from ocr.kinds import classify
from ocr.types import DocumentKind as K
from ocr.types import TextLine

URINE = (100, 400, 600, 800, 1100)


def test_a_star_marks_a_strip_and_dashes_are_no_unit() -> None:
    lines = table_lines(
        ("检验项目", "结果", "提示", "参考值", "单位"),
        ("尿胆原", "2+", "*", "阴性", "-"),
        ("胆红素", "1+", "★", "阴性", "1"),
        ("酮体", "±", "", "阴性", "“"),
        ("隐血", "阴性(-)", "", "阴性", "I"),
        ("比重", "1.015", "", "1.003-1.030", "—"),
        at=URINE,
    )
    assert [row[1:] for row in read_table(lines, flagged=True)] == [
        ("2+", None, "阴性", "*"),
        ("1+", None, "阴性", "*"),
        ("±", None, "阴性", "*"),
        ("阴性(-)", None, "阴性", None),
        ("1.015", None, "1.003-1.030", None),
    ]


def test_a_strip_without_the_mark_it_should_have_is_not_sure() -> None:
    lines = table_lines(
        ("检验项目", "结果", "提示", "参考值", "单位"),
        ("尿胆原", "2+", "", "阴性", ""),
        ("酮体", "阴性", "", "阴性", ""),
        at=URINE,
    )
    off, plain = extracted(K.LAB_REPORT, *lines)["test_items"]
    assert (off.confidence or 1.0) < 0.9 < (plain.confidence or 0.0)


def test_a_title_between_rows_is_no_part_of_a_name() -> None:
    lines = table_lines(
        ("检验项目", "结果", "单位", "参考值"),
        ("乙肝病毒核心抗体(抗-HBc)", "0.26 阴性", "S/CO", "<1.0"),
        ("肿瘤标志物", "", "", ""),
        ("铁蛋白。", "74.46", "ng/mL", "0-400"),
        at=(100, 600, 900, 1100),
    )
    assert [row[0] for row in read_table(lines)] == ["乙肝病毒核心抗体(抗-HBc)", "铁蛋白"]


def test_genes_with_their_types() -> None:
    lines = table_lines(
        ("检测基因/位点", "变异类型", "检测结果"),
        ("CYP2C19*2", "c.681G>A", "野生型(*1/*1)"),
        ("CYP2C19*3", "c.636G>A", "杂合突变"),
        ("HLA-B*27", "PCR", "阳性"),
        at=(100, 600, 1100),
    )
    assert [row[:2] for row in read_table(lines)] == [
        ("CYP2C19*2", "野生型(*1/*1)"), ("CYP2C19*3", "杂合突变"), ("HLA-B*27", "阳性"),
    ]  # fmt: skip


def test_a_letter_under_the_units_that_is_the_arrow() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考值"),
        ("白球比", "1.14", "L", "1.20-2.40"),
        ("白蛋白", "42.1", "g/L", "40.0-55.0"),
        at=(100, 500, 700, 900),
    )
    assert [row[1:] for row in read_table(lines)] == [
        ("1.14", None, "1.20-2.40", "↓"), ("42.1", "g/L", "40.0-55.0", None),
    ]  # fmt: skip


def test_a_range_that_runs_backwards_is_not_sure() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考值"),
        ("血红蛋白", "213", "g/L", "11130-175"),
        ("白蛋白", "42.1", "g/L", "40.0-55.0"),
        at=(100, 500, 700, 900),
    )
    assert [f.confidence < 0.9 for f in extracted(K.LAB_REPORT, *lines)["test_items"] if f.confidence] == [
        True, False,
    ]  # fmt: skip


def _phone(*results: tuple[str, str, str]) -> list[TextLine]:
    lines = [line("报告详情", 300, 100), line("开单医生", 60, 300), line("采样时间", 60, 350)]
    for n, (name, below, result) in enumerate(results):
        lines += [line(name, 60, 500 + 120 * n), line(result, 600, 520 + 120 * n)]
        lines += [line(below, 60, 540 + 120 * n)] if below else []
    return lines


def test_a_list_on_a_telephone_whose_ranges_have_no_colon() -> None:
    lines = _phone(
        ("尿素", "参考值3.10-8.00", "9.36 mmol/L 偏高"),
        ("肌酐", "参考值 57.0-97.0", "78.5 μmol/L"),
        ("乙肝表面抗原", "参考值阴性", "阴性"),
    )
    assert classify(lines, width=812, height=1875).kind is K.LAB_REPORT
    rows = fields(K.LAB_REPORT, *lines)["test_items"]
    assert [tuple(r.values()) for r in rows if isinstance(r, dict)] == [
        ("尿素", "9.36", "mmol/L", "3.10-8.00", "↑"),
        ("肌酐", "78.5", "μmol/L", "57.0-97.0", None),
        ("乙肝表面抗原", "阴性", None, "阴性", None),
    ]


def test_a_list_of_which_glare_hid_a_range() -> None:
    rows = extracted(
        K.LAB_REPORT,
        *_phone(
            ("尿酸", "考值208.0-428.0", "339.3 μmol/L"),
            ("肌酐", "", "78.5"),
            ("尿素", "参考值3.10-8.00", "6.06 mmol/L"),
        ),
    )["test_items"]
    sure = [f.confidence is not None and f.confidence >= 0.9 for f in rows]
    assert sure == [True, False, True]


@pytest.mark.parametrize(
    "title",
    [
        "泉州市医疗保障基金结算清单（住院）",
        "基本医疗保险门诊慢特病费用结算单",
        "销售小票（医保结算凭证）",
        "药品购药小票",
        "医保购药凭证",
        "城乡居民基本医疗保险住院费用结算表",
    ],
)
def test_sheets_of_settlement_and_slips_of_pharmacies_are_bills(title: str) -> None:
    lines = [line(title, 300, 80), line("统筹基金支付", 60, 300), line("个人账户支付", 60, 350)]
    lines += [line("参保地:宜昌市西陵区", 60, 400), line("险种:居民", 60, 450)]
    assert classify(lines, width=1654, height=2339).kind is K.MEDICAL_INVOICE


def test_the_hospital_that_sent_a_sample_to_a_laboratory() -> None:
    lines = [
        line("曲靖安序医学检验实验室", 110, 90),
        line("Report No. MG7583094987", 1000, 90),
        line("送检单位  中国人民解放军联勤保障", 130, 380),
        line("送检科室  神经内科", 700, 380),
        line("部队第八一八医院", 130, 416),
    ]
    got = extracted(K.LAB_REPORT, *lines)
    (hospital,) = got["hospital_name"]
    assert hospital.value == "中国人民解放军联勤保障部队第八一八医院"
    assert (hospital.confidence or 1.0) < 0.9
    assert [f.value for f in got["report_number"]] == ["MG7583094987"]


@pytest.mark.parametrize("allele", ["*15:02", "*5801", "*1/*2", "*3"])
def test_the_star_of_an_allele_marks_nothing(allele: str) -> None:
    lines = table_lines(
        ("检验项目", "结果", "提示", "参考值", "单位"),
        ("HLA-B等位基因", allele, "", "阴性", ""),
        at=URINE,
    )
    assert [row[1] for row in read_table(lines, flagged=True)] == [allele]
