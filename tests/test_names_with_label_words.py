"""Departments, clinics and diagnoses whose names hold a label's word or stand close to their neighbours."""

from __future__ import annotations

import pytest
from page_text import cells, fields, line

from ocr.diagnoses import parse_diagnoses
from ocr.types import DocumentKind as K
from ocr.values.hospital_names import normalise as hospital


@pytest.mark.parametrize(
    ("kind", "told", "department"),
    [
        (K.MEDICAL_INVOICE, "病区　职业病科", "职业病科"),
        (K.MEDICAL_INVOICE, "病区骨一", "骨一"),
        (K.LAB_REPORT, "科室老年示范病房", "老年示范病房"),
        (K.LAB_REPORT, "科室特需病房 床号12", "特需病房"),
    ],
)
def test_a_label_inside_a_name_parts_nothing(kind: K, told: str, department: str) -> None:
    assert fields(kind, line(told, 100, 200))["department"] == [department]


def test_a_merged_cell_gives_the_department_below_the_name() -> None:
    grid = cells((100, 100, 250, 150), (250, 100, 600, 200), (100, 150, 250, 200))
    page = (
        line("姓名", 110, 105),
        line("李建国", 260, 105),
        line("申请科室", 110, 155),
        line("肾内科透析室", 260, 155),
    )
    assert fields(K.LAB_REPORT, *page, grid=grid)["department"] == ["肾内科透析室"]


def test_a_people_is_told_behind_the_age() -> None:
    told = line("李建国，女，63岁，汉族，因“咳嗽10天”于2024年08月09日步行入院。", 100, 300)
    got = fields(K.DISCHARGE_SUMMARY, line("姓名：李建国", 100, 200), told)
    assert (got["ethnicity"], got["age"]) == (["汉"], [63])


def test_the_day_of_a_visit_stands_on_the_row_of_the_person() -> None:
    row = (line("李建国 女 45岁 风湿免疫科", 100, 200), line("2024-07-08 14:02:01 病历号22778470", 600, 200))
    assert fields(K.OUTPATIENT_RECORD, *row)["visit_date"] == ["2024-07-08"]
    assert "visit_date" not in fields(K.OUTPATIENT_RECORD, line("打印：自助机 2024-07-08 15:30", 100, 200))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("胸痹 气滞血瘀证", ["胸痹"]),
        ("精神发育迟滞伴发精神障碍 2型糖尿病", ["精神发育迟滞伴发精神障碍", "2型糖尿病"]),
        ("慢性肾脏病伴 2型糖尿病", ["慢性肾脏病伴2型糖尿病"]),
    ],
)
def test_a_space_parts_diagnoses(text: str, told: list[str]) -> None:
    assert [d.value for d in parse_diagnoses(text)] == told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("沧州中医药大学附属国医馆", "沧州中医药大学附属国医馆"),
        ("南湖区康宁血液净化中心", "南湖区康宁血液净化中心"),
        ("南湖市第一人民医院国医馆", "南湖市第一人民医院"),
        ("肾内科血液净化中心", None),
    ],
)
def test_clinics_and_centres_are_named(text: str, name: str | None) -> None:
    assert hospital(text) == name
