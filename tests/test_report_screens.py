"""Reports as old forms, photographs and telephones show them: conclusions, pieces of labels, check-ups."""

from __future__ import annotations

import pytest
from page_text import fields, line

from ocr.diagnoses import parse_diagnoses, parse_findings
from ocr.disease_values import parse_diseases
from ocr.kinds import classify
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates


def test_conclusions_set_close_under_their_head_are_read_from_the_first() -> None:
    """The first line reaches over the foot of its head: its middle lies below."""
    got = fields(
        K.EXAM_REPORT,
        line("诊断意见：", 70, 850, height=40),
        line("1. 双肺感染治疗后复查；较前吸收。", 115, 872, height=36),
        line("2. 纵隔内淋巴结增大。", 115, 902, height=36),
    )
    assert got["diagnosis"] == ["双肺感染治疗后复查;较前吸收", "纵隔内淋巴结增大"]


def test_a_bare_opinion_of_a_report_of_images_is_its_conclusion() -> None:
    lines = [line("意见：", 60, 600), line("1.左侧胸腔少量积液。", 100, 660), line("2.肝囊肿。", 100, 720)]
    assert fields(K.EXAM_REPORT, *lines)["diagnosis"] == ["左侧胸腔少量积液", "肝囊肿"]
    assert "diagnosis" not in fields(K.APPLICATION_FORM, *lines)


def test_conclusions_of_images_are_sentences_that_no_comma_parts() -> None:
    got = fields(K.EXAM_REPORT, line("诊断结论：左侧胸部囊实性肿块，考虑肺部病灶", 60, 600))
    assert got["diagnosis"] == ["左侧胸部囊实性肿块,考虑肺部病灶"]


def test_a_conclusion_may_compare_with_another_day() -> None:
    told = parse_findings("1.左肺上叶肿块，较前2023-05-06对比，大致相仿；右侧胸膜增厚。\n2.脾大。")
    assert [t.value for t in told] == ["左肺上叶肿块,较前2023-05-06对比,大致相仿;右侧胸膜增厚", "脾大"]


def test_a_rank_in_brackets_is_no_label() -> None:
    got = fields(
        K.DIAGNOSIS_CERTIFICATE,
        line("性别女", 100, 100),
        line("年龄56岁", 400, 100),
        line("科别呼吸内科", 700, 100),
        line("诊断：肺部阴影(肺炎性假瘤）（主诊断)", 100, 200),
    )
    assert got["diagnosis"] == ["肺部阴影（肺炎性假瘤）"]


def test_what_a_program_cut_short_loses_its_open_bracket() -> None:
    assert [d.value for d in parse_diseases("慢性肾功能衰竭门诊治疗（含血...")] == ["慢性肾功能衰竭门诊治疗"]
    assert [d.value for d in parse_diagnoses("高血压病（很高危组")] == ["高血压病（很高危组"]


def test_a_number_behind_two_pieces_of_its_label() -> None:
    got = fields(K.EXAM_REPORT, line("CT", 40, 340), line("号：", 90, 340), line("CT202301041130", 170, 340))
    assert got["report_number"] == ["CT202301041130"]


def test_a_sex_before_a_strangers_label_stays_a_sex() -> None:
    got = fields(K.EXAM_REPORT, line("性别：", 500, 200), line("女", 620, 200), line("职别：", 700, 200))
    assert got["sex"] == ["女"]


def test_an_age_alone_in_the_head_of_a_report() -> None:
    assert fields(K.LAB_REPORT, line("姓名：李建国", 60, 100), line("47岁", 900, 100))["age"] == [47]
    assert "age" not in fields(K.LAB_REPORT, line("姓名：李建国", 60, 100), line("47岁", 900, 1900))


def test_the_day_in_the_head_of_a_record_is_that_of_the_visit() -> None:
    got = fields(K.OUTPATIENT_RECORD, line("日期：2025年06月03日", 60, 200), line("主诉：咳嗽3天", 60, 500))
    assert "sign_date" not in got
    assert got["visit_date"] == ["2025-06-03"]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("报告日期：2010-8-128:56:41", "2010-08-12"),
        ("报告日期:2/5/2024 11:16:57 AM", "2024-02-05"),
        ("2010-8-1218:56:41", "2010-08-12"),
    ],
)
def test_days_with_their_hours_glued_or_as_in_america(printed: str, day: str) -> None:
    assert [d.iso for d, _, _ in find_dates(printed)] == [day]


def test_a_check_up_from_room_to_room_is_no_report_of_ours() -> None:
    rooms = [
        "体检号：0012",
        "内科",
        "检查项目",
        "心率",
        "正常",
        "小结",
        "外科",
        "甲状腺",
        "未见异常",
        "彩超室",
    ]
    lines = [line(text, 60, 60 + 60 * n) for n, text in enumerate(rooms)]
    assert classify(lines, width=1000, height=1400).kind is K.UNKNOWN
