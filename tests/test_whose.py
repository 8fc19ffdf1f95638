"""Whose names and numbers a label asks for, and what letters tell in sentences."""

from __future__ import annotations

import pytest
from page_text import cells, fields, line

from ocr.labels import find_labels
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates

PATIENT, AGENT = "430503196703121890", "361103195911022260"


def _both(got: dict[str, list[object]]) -> bool:
    return (got["patient_name"], got["id_number"], got["agent_name"], got["agent_id_number"]) == (
        ["李建国"],
        [PATIENT],
        ["王秀兰"],
        [AGENT],
    )


def test_sections_say_whose_particulars_follow() -> None:
    got = fields(
        K.AUTHORIZATION_LETTER,
        line("一、委托人基本情况", 100, 100),
        line("姓名：李建国，性别：男", 150, 150),
        line(f"身份证号：{PATIENT}", 150, 200),
        line("二、受托人基本情况", 100, 250),
        line("姓名：王秀兰，性别：女", 150, 300),
        line(f"身份证号：{AGENT}", 150, 350),
    )
    assert _both(got)
    assert got["sex"] == ["男"]


def test_the_agent_may_come_first() -> None:
    got = fields(
        K.AUTHORIZATION_LETTER,
        line("性别：女  年龄：45岁", 700, 98),  # a little higher than the name before it
        line("代办人姓名：王秀兰", 100, 102),
        line(f"代办人身份证号：{AGENT}", 100, 150),
        line("患者姓名：李建国  性别：男  年龄：58岁", 100, 250),
        line(f"患者身份证号：{PATIENT}", 100, 300),
    )
    assert _both(got)
    assert (got["sex"], got["age"]) == (["男"], [58])


def test_two_columns_share_their_labels() -> None:
    grid = cells(
        *((300, 100, 700, 140), (705, 100, 1200, 140)),
        *((100, 145, 295, 185), (300, 145, 700, 185), (705, 145, 1200, 185)),
        *((100, 190, 295, 230), (300, 190, 700, 230), (705, 190, 1200, 230)),
    )
    got = fields(
        K.AUTHORIZATION_LETTER,
        line("委托人（参保人）", 320, 110),
        line("受托人（代办人）", 720, 110),
        line("姓名", 120, 155),
        line("李建国", 320, 155),
        line("王秀兰", 720, 155),
        line("身份证号码", 120, 200),
        line(PATIENT, 320, 200),
        line(AGENT, 720, 200),
        grid=grid,
    )
    assert _both(got)


def test_numbers_in_a_sentence_without_a_name_before_them_are_left_to_labels() -> None:
    got = fields(K.AUTHORIZATION_LETTER, line(f"代办人证件：{AGENT}，代为办理手续。", 100, 100))
    assert "id_number" not in got


@pytest.mark.parametrize("relation", ["侄子", "女儿", "本人姐妹", "我的朋友"])
def test_an_agent_by_relation(relation: str) -> None:
    got = fields(
        K.AUTHORIZATION_LETTER,
        line(f"本人李建国（男），身份证号{PATIENT}，现住宜春市袁州区东风路12号，现委托{relation}", 100, 100),
        line(f"王秀兰（身份证号：{AGENT}）代为办理支气管哮喘门诊慢特病资格认定。", 100, 150),
    )
    assert _both(got)
    assert got["address"] == ["宜春市袁州区东风路12号"]
    assert got["claimed_disease"] == ["支气管哮喘"]


def test_a_relation_that_no_list_knows_names_nobody() -> None:
    got = fields(K.AUTHORIZATION_LETTER, line("本人李建国，现委托本人之子王秀兰代为办理。", 100, 100))
    assert got["patient_name"] == ["李建国"]
    assert "agent_name" not in got


def test_a_referral_in_sentences() -> None:
    got = fields(
        K.REFERRAL_LETTER,
        line(
            "贵区参保患者李建国（男，58岁），于2025年3月1日到我院呼吸内科就诊。经王秀兰副主任医师诊查，",
            100,
            100,
        ),
        line("诊断为：慢性阻塞性肺疾病、肺源性心脏病，因我院条件有限，建议转往外院治疗。", 100, 150),
    )
    assert (got["patient_name"], got["sex"], got["age"]) == (["李建国"], ["男"], [58])
    assert got["diagnosis"] == ["慢性阻塞性肺疾病", "肺源性心脏病"]
    assert (got["physician_name"], got["physician_title"]) == (["王秀兰"], ["副主任医师"])
    assert (got["visit_date"], got["department"]) == (["2025-03-01"], ["呼吸内科"])


def test_one_label_for_two_values() -> None:
    got = fields(
        K.REFERRAL_LETTER,
        line("性别／年龄：女/48岁", 100, 100),
        line("主诊医师/职称：王秀兰/副主任医师", 100, 150),
    )
    assert (got["sex"], got["age"]) == (["女"], [48])
    assert (got["physician_name"], got["physician_title"]) == (["王秀兰"], ["副主任医师"])
    assert find_labels("住院号/门诊号：123")[0].also == ()


def test_the_hospital_written_to_is_not_the_one_that_writes() -> None:
    got = fields(
        K.REFERRAL_LETTER,
        line("湖南医科大学第一附属医院（机构名称）：", 100, 100),
        line("现有患者李建国，需转入贵单位。", 100, 150),
        line("绥宁县人民医院（机构名称）", 800, 900),
    )
    assert got["hospital_name"] == ["绥宁县人民医院"]


def test_a_day_that_may_have_lost_a_digit_is_no_day() -> None:
    assert find_dates("2025年4月2") == []
    assert [d.iso for d, _, _ in find_dates("2025年4月2日")] == ["2025-04-02"]
    assert [d.iso for d, _, _ in find_dates("2025年4月23")] == ["2025-04-23"]


def test_who_applies_for_a_patient_is_not_the_patient() -> None:
    number = "430503196703124514"
    found = fields(
        K.APPLICATION_FORM,
        line("申报人：王芳", 100, 300),
        line("身份证号：430503197001014518", 800, 300),
        line("患者姓名：李建国", 100, 350),
        line(f"身份证号：{number}", 800, 350),
    )
    assert (found["patient_name"], found["id_number"]) == (["李建国"], [number])
    own = fields(
        K.APPLICATION_FORM, line("申报人：李建国", 100, 300), line("联系电话：13800001111", 800, 300)
    )
    assert own["patient_name"] == ["李建国"]
