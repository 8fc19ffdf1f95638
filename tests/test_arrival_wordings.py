"""Admission records and papers on leaving: what of them is a kind, and what their first sentences tell."""

from __future__ import annotations

import pytest
from page_text import cells, extracted, fields, line

from ocr.kinds import classify
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates
from ocr.values.hospital_levels import normalise as level


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("住院病历（入院记录）", K.UNKNOWN),
        ("精神科入院记录", K.UNKNOWN),
        ("首次病程记录", K.UNKNOWN),
        ("手术知情同意书", K.UNKNOWN),
        ("24小时内出入院记录", K.DISCHARGE_SUMMARY),
        ("诊断书", K.DIAGNOSIS_CERTIFICATE),
        ("超声诊断书", K.EXAM_REPORT),
        ("电子病历详情", K.OUTPATIENT_RECORD),
    ],
)
def test_titles(title: str, kind: K) -> None:
    told = (
        "主诉：反复咳嗽20年。",
        "现病史：受凉后咳嗽。",
        "既往史：无。",
        "查体：T37.9℃。",
        "初步诊断：慢阻肺",
        "处方",
    )
    page = [line(title, 300, 60, height=40), *(line(t, 100, 300 + 100 * n) for n, t in enumerate(told))]
    page += [line("一般情况可。", 100, 900 + 40 * n) for n in range(8)]
    assert classify(page, width=1200, height=1700).kind is kind


def test_a_first_sentence_tells_the_arrival() -> None:
    got = fields(
        K.UNKNOWN,
        line("患者冯秀兰，女，34岁，已婚，汉族，农民，现住东方红林业局局址5组27号，联系电话", 100, 300),
        line("19900001977。因反复咳嗽20年，于2025年4月23日12时3分平车推入呼吸内科病房，病史可靠。", 100, 350),
        line("入院诊断（ICD-10）", 100, 1000),
        line("1）器质性精神障碍 2）癫痫", 100, 1050),
        line("住院医师 覃霞军", 700, 1100),
        line("主治医师", 700, 1150),
    )
    assert got["admission_date"] == ["2025-04-23"]
    assert (got["department"], got["ethnicity"]) == (["呼吸内科"], ["汉"])
    assert got["address"] == ["东方红林业局局址5组27号"]
    assert got["diagnosis"] == ["器质性精神障碍", "癫痫"]


def test_a_title_beside_one_left_unsigned_is_never_sure() -> None:
    signed = line("住院医师 覃霞军", 700, 1600), line("主治医师", 700, 1650)
    got = extracted(K.DIAGNOSIS_CERTIFICATE, *signed)
    assert all((f.confidence or 1.0) < 0.9 for f in got["physician_title"])


def test_diagnoses_by_school_in_a_table() -> None:
    grid = cells(
        (100, 100, 300, 150), (300, 100, 700, 150), (700, 100, 1100, 150),
        (100, 150, 300, 250), (300, 150, 700, 250), (700, 150, 1100, 250),
        (100, 250, 300, 350), (300, 250, 700, 350), (700, 250, 1100, 350),
    )  # fmt: skip
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("入院诊断", 400, 110),
        line("出院诊断", 800, 110),
        line("中医", 150, 185),
        line("眩晕", 310, 185),
        line("鼓胀", 710, 185),
        line("西医", 150, 285),
        line("1.高血压病", 310, 260),
        line("1.乙型肝炎后肝硬化失代", 710, 255),
        line("偿期", 710, 285),
        line("2.门静脉高压", 710, 315),
        grid=grid,
    )
    assert got["diagnosis"] == ["鼓胀", "乙型肝炎后肝硬化失代偿期", "门静脉高压"]


def test_outcomes_and_heads_are_no_diagnoses() -> None:
    got = fields(K.DISCHARGE_SUMMARY, line("出院诊断：慢性胃炎；好转；其他；主病", 100, 300))
    assert got["diagnosis"] == ["慢性胃炎"]


def test_telephones_of_others() -> None:
    got = fields(
        K.INPATIENT_FRONT_PAGE,
        line("联系人 陆月", 100, 300),
        line("关系 子", 350, 300),
        line("电话 15000005268", 800, 300),
    )
    assert "phone" not in got
    close = fields(
        K.INPATIENT_FRONT_PAGE,
        line("联系人陆月", 100, 300),
        line("关系子", 350, 300),
        line("联系人地址同上", 500, 300),
        line("电话 15000005268", 800, 300),
    )
    assert "phone" not in close
    told = fields(
        K.DISCHARGE_SUMMARY, line("3.复诊：携此记录到我院门诊就诊，预约电话024-62002188。", 100, 300)
    )
    assert "phone" not in told


def test_numbers_of_licences_are_no_records() -> None:
    got = fields(
        K.DIAGNOSIS_CERTIFICATE, line("医疗机构执业许可证登记号：PDY79604630X310115A1002", 100, 2000)
    )
    assert "record_number" not in got


def test_two_things_asked_for_at_once() -> None:
    grid = cells((100, 300, 1500, 350), (100, 350, 1500, 400))
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("身份证号及住址", 700, 310),
        line("659001194007063033 邵阳市大祥区城南路12号", 110, 360),
        grid=grid,
    )
    assert (got["id_number"], got["address"]) == (["659001194007063033"], ["邵阳市大祥区城南路12号"])
    close = fields(
        K.PRESCRIPTION,
        line("性别男 年龄80岁", 100, 200),
        line("住址/电话丰泽区津淮街141号/13900009343", 100, 250),
    )
    assert (close["address"], close["phone"]) == (["丰泽区津淮街141号"], ["13900009343"])


@pytest.mark.parametrize(
    ("text", "value"),
    [("三级甲等妇幼保健院", "三级甲等"), ("二级甲等中医医院", "二级甲等"), ("三级医师查房", None)],
)
def test_grades_with_the_kind_of_hospital(text: str, value: str | None) -> None:
    assert level(text) == value


def test_an_hour_right_behind_the_day() -> None:
    assert [d.iso for d, _, _ in find_dates("2023.05.2116时")] == ["2023-05-21"]


def test_a_campus_in_brackets_is_part_of_the_name() -> None:
    got = fields(K.OUTPATIENT_RECORD, line("申江大学附属明德医院（东院）", 100, 60, height=40))
    assert got["hospital_name"] == ["申江大学附属明德医院（东院）"]


def test_a_stub_stands_beside_the_paper() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("出院证明书（存根）", 60, 80),
        line("诊断 慢性胃炎", 60, 310),
        line("于2023年7月6日至2023年7月18日", 560, 300),
        line("2023年7月18日", 60, 350),
        line("在我院内分泌代谢科 住院治疗，共12天。", 560, 355),
    )
    assert (got["admission_date"], got["discharge_date"]) == (["2023-07-06"], ["2023-07-18"])


def test_a_neighbour_certified_by_the_clinic() -> None:
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("兹有我镇居民钟娥梅，女，汉族，1948年6月16日生，现长期在我院慢病科门诊取药治疗。", 100, 300),
    )
    assert (got["patient_name"], got["sex"]) == (["钟娥梅"], ["女"])
    assert (got["birth_date"], got["department"]) == (["1948-06-16"], ["慢病科"])


def test_a_record_on_a_telephone() -> None:
    got = fields(
        K.OUTPATIENT_RECORD,
        line("诸葛文超男73岁", 50, 160),
        line("已完成", 650, 160),
        line("心血管内科 汪林凤副主任医师", 50, 250),
        line("S：乏力1周。", 50, 400),
        line("A：肾性贫血 肾性高血压", 50, 450),
        line("P：随诊。", 50, 500),
    )
    assert (got["patient_name"], got["sex"], got["age"]) == (["诸葛文超"], ["男"], [73])
    assert (got["physician_name"], got["physician_title"]) == (["汪林凤"], ["副主任医师"])
    assert (got["department"], got["diagnosis"]) == (["心血管内科"], ["肾性贫血", "肾性高血压"])


def test_a_hospital_whose_nought_was_lost_is_not_named() -> None:
    assert "hospital_name" not in fields(K.DIAGNOSIS_CERTIFICATE, line("六 五职工医院", 600, 80, height=50))


def test_a_scheme_by_itself_in_the_head() -> None:
    got = fields(K.PRESCRIPTION, line("沧州城乡居民 门诊慢特病", 900, 150))
    assert got["insurance_type"] == ["resident"]
