"""Days of reports and slips told by bare words, stays over two lines, names signed twice; all invented."""

from __future__ import annotations

import pytest
from page_text import fields, line, read_table, runs, table_lines

from ocr.diagnoses import parse_diagnoses
from ocr.extract import PageText, extract
from ocr.reliance import LOOSELY
from ocr.types import DocumentKind as K
from ocr.types import Source
from ocr.values.dates import parse_date
from ocr.values.names import looks_like_name, normalise_name, printed_and_signed


@pytest.mark.parametrize(
    "foot",
    [
        ["采集 2024-01-08 16:46:00", "签收 2024-01-08 17:02:11", "审核 2024-01-09 17:48:50"],
        ["采集", "2024-01-08 16:46:00", "审核", "2024-01-09 17:48:50"],
        ["检验 2024-01-08 18:00", "审核 2024-01-09 17:48:50", "打印 2024-01-10 08:00"],
    ],
)
def test_the_day_on_which_a_report_was_checked(foot: list[str]) -> None:
    page = [line("姓名：陈敏", 100, 300), *(line(t, 100 + 380 * n, 2100) for n, t in enumerate(foot))]
    assert fields(K.LAB_REPORT, *page)["report_date"] == ["2024-01-09"]


def test_sampling_and_printing_are_not_the_day_of_the_report() -> None:
    page = [
        line("姓名：陈敏", 100, 300),
        line("采集 2024-01-08 16:46", 100, 2100),
        line("打印 2024-01-10", 600, 2100),
    ]
    assert "report_date" not in fields(K.LAB_REPORT, *page)


def test_the_time_that_a_slip_was_printed_at_the_counter() -> None:
    page = [line("姓名：陈敏", 30, 140), line("时间:2023-06-16.08:18:25", 30, 1070)]
    assert fields(K.MEDICAL_INVOICE, *page)["issue_date"] == ["2023-06-16"]


def test_a_stay_that_a_narrow_column_breaks_behind_its_first_day() -> None:
    page = [
        line("病历号：93824872", 500, 680),
        line("住院时间：20230225至", 1230, 680),
        line("预缴金额：2000.00", 190, 754),
        line("20230304", 1230, 716),
    ]
    got = fields(K.MEDICAL_INVOICE, *page)
    assert (got["admission_date"], got["discharge_date"]) == (["2023-02-25"], ["2023-03-04"])


def test_a_day_cut_under_a_seal_is_none() -> None:
    read = [parse_date(t) for t in ("2025-03-1", "2025.03.1", "2025-3-1", "2025-03-1 08:00")]
    assert [d.iso if d else None for d in read] == [None, None, "2025-03-01", "2025-03-01"]


def test_a_numeral_read_twice_and_a_name_signed_behind_a_stroke() -> None:
    assert [d.value for d in parse_diagnoses("IgA肾病（Lee氏分级ⅢⅢ级）。")] == ["IgA肾病（Lee氏分级III级）"]
    assert printed_and_signed("陆雪英／陆雪英") == "陆雪英"


def test_regional_centres_name_who_asks_and_who_reads() -> None:
    page = [
        line("申请机构样章市人民医院", 120, 197),
        line("诊断机构样章区域影像诊断中心", 620, 197),
        line("姓名吴涛", 120, 271),
        line("性别男", 620, 271),
        line("送检科室全科门诊", 620, 330),
        line("影像诊断", 120, 789),
        line("1.慢性支气管炎、肺气肿；", 190, 861),
    ]
    got = fields(K.EXAM_REPORT, *page)
    assert (got["hospital_name"], got["diagnosis"]) == (["样章市人民医院"], ["慢性支气管炎、肺气肿"])


def test_what_a_device_calls_its_record_is_no_patients_number() -> None:
    page = [line("ID:E027895470", 1500, 55), line("姓名：秦琴", 100, 100), line("住院号：3406561", 100, 180)]
    assert fields(K.EXAM_REPORT, *page)["record_number"] == ["3406561"]
    assert fields(K.EXAM_REPORT, *page[:2])["record_number"] == ["E027895470"]


def test_a_trace_of_urobilinogen_has_no_star() -> None:
    lines = table_lines(
        ("检验项目", "结果", "提示", "参考范围"),
        ("尿胆原", "弱阳性(±)", "", "阴性"),
        ("酮体", "2+", "★", "阴性"),
        ("葡萄糖", "2+", "★", "阴性"),
        ("蛋白质", "1+", "", "阴性"),
        at=(100, 600, 800, 1000),
    )
    assert [row[4] for row in read_table(lines)] == [None, "*", "*", "*"]


def test_devices_and_wards_for_dialysis_number_as_they_do() -> None:
    page = [line("ECG No. 254027579", 1400, 60), line("姓名：林铁柱", 100, 120), line("透析号", 500, 200)]
    got = fields(K.EXAM_REPORT, *page, line("HD3564", 650, 200))
    assert (got["report_number"], got["record_number"]) == (["254027579"], ["HD3564"])


def test_a_manchu_surname_of_four_characters() -> None:
    assert looks_like_name("爱新觉罗启瑞") > 0.9
    assert normalise_name("爱新觉罗启瑞") == "爱新觉罗启瑞"


def test_a_disease_that_is_asked_for_is_not_sure() -> None:
    page = PageText(
        1, runs(line("姓名：陈敏", 100, 100), line("临床诊断：2型糖尿病？", 100, 150)), Source.OCR, 1654, 2339
    )
    found = extract(K.LAB_REPORT, [page])["diagnosis"]
    assert [(f.value, f.confidence) for f in found] == [("2型糖尿病?", LOOSELY)]


def test_arrows_drawn_as_triangles() -> None:
    lines = table_lines(
        ("项目", "结果", "单位", "参考值"),
        ("肌酐", "126▲", "μmol/L", "45-84"),
        ("葡萄糖", "3.1 ▼", "mmol/L", "3.9-6.1"),
        ("钙", "2.30", "mmol/L", "2.13-2.7"),
        at=(100, 600, 800, 1000),
    )
    assert [(row[1], row[4]) for row in read_table(lines)] == [("126", "↑"), ("3.1", "↓"), ("2.30", None)]
    x = next(t.box[0] for t in lines if t.text == "126▲")
    y = lines[8].box[1]
    close = [line("尿酸", 100, y), line("45▲U/L", x, y), line("7-40", 1000, y)]
    assert read_table([*lines[:8], *close])[-1][1:] == ("45", "U/L", "7-40", "↑")
