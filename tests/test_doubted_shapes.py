"""Values whose own shape tells that a part was misread or lost: they are told, and never as sure."""

from __future__ import annotations

import pytest
from page_text import extracted, line, table_lines

from ocr.types import DocumentKind as K

SURE = 0.9


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("安丘市青云山人民医院", True),
        ("市中区人民医院", True),
        ("市青云山人民医院", False),
        ("县人民医院", False),
    ],
)
def test_a_name_that_begins_within_a_places(name: str, sure: bool) -> None:
    (found,) = extracted(K.DISCHARGE_SUMMARY, line(f"医院名称：{name}", 100, 300))["hospital_name"]
    assert (found.value, (found.confidence or 0) >= SURE) == (name, sure)


@pytest.mark.parametrize(
    ("unit", "reference", "sure"),
    [
        ("mmol/L", "2.11-2.52", True),
        ("mol/L", "2.11-2.52", False),
        ("mmol/L", "2:11-2.52", False),
    ],
)
def test_a_row_with_half_a_unit_or_a_colon_for_a_point(unit: str, reference: str, sure: bool) -> None:
    rows = [
        ("项目", "结果", "单位", "参考范围"),
        ("钾", "4.10", "mmol/L", "3.5-5.3"),
        ("钙", "2.15", unit, reference),
    ]
    found = extracted(K.LAB_REPORT, *table_lines(*rows, at=(100, 500, 800, 1100)))["test_items"]
    assert [(f.confidence or 0) >= SURE for f in found] == [True, sure]


def test_a_hospitals_own_card_is_a_record_number_for_some() -> None:
    (found,) = extracted(K.OUTPATIENT_RECORD, line("诊疗卡号：A067226541", 100, 300))["record_number"]
    assert (found.value, found.confidence) == ("A067226541", 0.89)


@pytest.mark.parametrize(("text", "sure"), [("风湿免疫科", True), ("风湿免疫", False)])
def test_a_department_without_its_end(text: str, sure: bool) -> None:
    (found,) = extracted(K.DISCHARGE_SUMMARY, line(f"科室：{text}", 100, 300))["department"]
    assert (found.value, (found.confidence or 0) >= SURE) == (text, sure)


@pytest.mark.parametrize(("day", "sure"), [("1976年3月21日", True), ("1976年3月", False)])
def test_a_card_prints_the_day_of_birth(day: str, sure: bool) -> None:
    (found,) = extracted(K.ID_CARD_FRONT, line(f"出生 {day}", 100, 300))["birth_date"]
    assert ((found.confidence or 0) >= SURE) == sure


def test_two_diseases_with_a_point_between_them() -> None:
    (found,) = extracted(K.RECOGNITION_FORM, line("诊断：类风湿性关节炎·类风湿性肺间质病变", 100, 300))[
        "diagnosis"
    ]
    assert (found.confidence or 0) < SURE
