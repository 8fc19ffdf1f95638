"""Heads over parts, grades in brackets, programs' numbers, and what heads of papers tell unlabelled."""

from __future__ import annotations

from page_text import cells, fields, line

from ocr.diagnoses import parse_diagnoses
from ocr.institutions import parse_hospitals
from ocr.types import DocumentKind as K


def test_both_schools_stand_in_the_one_cell_beside_their_head() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("中医诊断：眩晕病", 310, 110),
        line("入院诊断", 110, 130),
        line("西医诊断：1、高血压病2级", 310, 150),
        line("中医诊断：眩晕病", 310, 210),
        line("西医诊断：1、高血压病2级", 310, 250),
        line("出院诊断", 110, 265),
        line("2、高脂血症", 460, 290),
        grid=cells((100, 100, 300, 200), (300, 100, 1500, 200), (100, 200, 300, 340), (300, 200, 1500, 340)),
    )
    assert got["diagnosis"] == ["眩晕病", "高血压病2级", "高脂血症"]


def test_a_grade_in_brackets_is_no_second_name() -> None:
    assert [p.value for p in parse_hospitals("某某市康宁精神病医院（二级甲等专科医院）")] == [
        "某某市康宁精神病医院"
    ]
    named = parse_hospitals("某某市中心医院（某某医学院附属医院）")
    assert [p.value for p in named] == ["某某市中心医院（某某医学院附属医院）"]


def test_a_programs_number_is_the_records_only_by_itself() -> None:
    serial = line("住院流水号 ZY123456789", 900, 60)
    beside = fields(K.DISCHARGE_SUMMARY, serial, line("病历号 7654321", 100, 160))
    assert beside["record_number"] == ["7654321"]
    assert fields(K.DISCHARGE_SUMMARY, serial)["record_number"] == ["ZY123456789"]


def test_a_story_opens_with_the_patient_and_his_home() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("住院号 1234567 职工医保", 900, 100),
        line("李建国，男性，现年67岁，壮族，住广西壮族自治区河池市宜州区某某镇某某村2组1", 150, 160),
        line("8号，联系电话19900000001。因“咳嗽3天”收住我院。", 100, 210),
    )
    assert got["patient_name"] == ["李建国"]
    assert got["sex"] == ["男"]
    assert got["age"] == [67]
    assert got["ethnicity"] == ["壮"]
    assert got["address"] == ["广西壮族自治区河池市宜州区某某镇某某村2组18号"]
    assert got["insurance_type"] == ["employee"]


def test_a_list_of_charges_tells_the_stay_and_the_ward_in_its_head() -> None:
    got = fields(
        K.MEDICAL_INVOICE,
        line("李建国 男 48岁 住院号[1234567] 骨科 5床 费别[职工医保]", 100, 150),
        line("在院日期：2023/10/27~2023/11/11（15天）", 100, 200),
    )
    assert got["department"] == ["骨科"]
    assert got["admission_date"] == ["2023-10-27"]
    assert got["discharge_date"] == ["2023-11-11"]


def test_a_margin_tells_when_and_where_each_visit_was() -> None:
    got = fields(
        K.OUTPATIENT_RECORD,
        line("就诊日期/科室", 100, 300),
        line("病情记录", 700, 300),
        line("2024.11.05", 110, 360),
        line("主诉：口干3年。", 400, 360),
        line("09:20", 130, 400),
        line("肝病科", 120, 440),
        line("2024.12.03", 110, 560),
        line("主诉：复诊开药。", 400, 560),
        line("10:41", 130, 600),
    )
    assert got["visit_date"] == ["2024-11-05", "2024-12-03"]
    assert got["department"] == ["肝病科"]


def test_a_second_name_at_the_firsts_margin_or_in_brackets() -> None:
    first = line("某某市妇幼保健院", 190, 50, height=40)
    assert fields(K.DISCHARGE_SUMMARY, first, line("某某市儿童医院", 190, 100))["hospital_name"] == [
        "某某市妇幼保健院",
        "某某市儿童医院",
    ]
    second = line("（某某市儿童医院）", 205, 100)
    assert fields(K.DISCHARGE_SUMMARY, first, second)["hospital_name"][1:] == ["某某市儿童医院"]


def test_a_numbered_table_under_a_bare_head() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("出院诊断", 110, 100),
        line("1", 130, 155),
        line("偏执型精神分裂症", 210, 155),
        line("2", 130, 215),
        line("高脂血症", 210, 215),
        grid=cells((100, 145, 190, 200), (190, 145, 1500, 200), (100, 200, 190, 260), (190, 200, 1500, 260)),
    )
    assert got["diagnosis"] == ["偏执型精神分裂症", "高脂血症"]


def test_the_one_of_a_stage_read_as_a_letter() -> None:
    assert [d.value for d in parse_diagnoses("左肺癌（cT1N2Mla IVA期）")] == ["左肺癌（cT1N2M1aIVA期）"]
