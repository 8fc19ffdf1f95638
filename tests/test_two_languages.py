"""Labels in two languages, values at the right edge of screens, diagnoses in parts under their heads."""

from __future__ import annotations

import pytest
from page_text import fields, line

from ocr.types import DocumentKind as K


@pytest.mark.parametrize(
    "rows",
    [
        (
            "姓名 Name：李建国   性别 Gender：男   年龄 Age：58岁",
            "病历号 MRN：12345678   科室 Department：内分泌科",
        ),
        (
            "姓名/Name: 李建国   性别/Sex: 男   年龄/Age: 58",
            "病历号/Record No.: 12345678   科室/Dept.: 内分泌科",
        ),
        (
            "Name 姓名：李建国   Gender 性别：男   Age 年龄：58岁",
            "MRN 病历号：12345678   Dept 科室：内分泌科",
        ),
        (
            "姓名(Name)李建国  性别(Sex)男  年龄(Age)58岁",
            "病历号(Record No.)12345678  科室(Dept.)内分泌科",
        ),
    ],
)
def test_english_words_beside_labels(rows: tuple[str, str]) -> None:
    got = fields(K.OUTPATIENT_RECORD, *(line(text, 100, 100 + 50 * n) for n, text in enumerate(rows)))
    assert (got["patient_name"], got["sex"], got["age"]) == (["李建国"], ["男"], [58])
    assert (got["record_number"], got["department"]) == (["12345678"], ["内分泌科"])


def test_english_words_end_the_value_before_their_label() -> None:
    row = line("科室：内分泌科   Visit Date 就诊日期：2024-03-05", 100, 100)
    got = fields(K.OUTPATIENT_RECORD, row)
    assert (got["department"], got["visit_date"]) == (["内分泌科"], ["2024-03-05"])
    apart = [line("科室：内分泌科", 100, 100), line("Doctor 医生：王志强", 500, 100)]
    assert fields(K.OUTPATIENT_RECORD, *apart)["department"] == ["内分泌科"]


def test_an_abbreviation_is_a_diagnosis_and_no_english_label() -> None:
    assert fields(K.OUTPATIENT_RECORD, line("诊断：AGA", 100, 100))["diagnosis"] == ["AGA"]


def test_english_words_under_their_labels() -> None:
    got = fields(
        K.OUTPATIENT_RECORD,
        line("姓名", 100, 100),
        line("李建国", 400, 112),
        line("Name", 100, 132),
        line("科室", 700, 100),
        line("内分泌科", 900, 112),
        line("Department", 700, 132),
        line("诊断", 100, 200),
        line("Diagnosis", 100, 232),
        line("2型糖尿病", 400, 212),
    )
    assert (got["patient_name"], got["department"]) == (["李建国"], ["内分泌科"])
    assert got["diagnosis"] == ["2型糖尿病"]


def test_values_at_the_right_edge_of_a_screen() -> None:
    rows = [
        ("就诊人", "李建国"),
        ("就诊医院", "样章市人民医院"),
        ("就诊科室", "内分泌科"),
        ("诊断", "2型糖尿病"),
    ]
    lines = [
        x for n, (a, b) in enumerate(rows) for x in (line(a, 100, 100 + 60 * n), line(b, 900, 100 + 60 * n))
    ]
    got = fields(K.OUTPATIENT_RECORD, *lines)
    assert (got["patient_name"], got["hospital_name"]) == (["李建国"], ["样章市人民医院"])
    assert (got["department"], got["diagnosis"]) == (["内分泌科"], ["2型糖尿病"])
    crowded = [line("姓名", 100, 100), line("李建国", 900, 100), line("联", 1300, 100)]
    assert "patient_name" not in fields(K.OUTPATIENT_RECORD, *crowded)


def test_sex_and_age_under_the_name() -> None:
    got = fields(K.OUTPATIENT_RECORD, line("就诊人：李建国", 100, 100), line("男 58岁", 100, 145))
    assert (got["sex"], got["age"]) == (["男"], [58])


def test_parts_of_a_diagnosis_by_school() -> None:
    got = fields(
        K.DISCHARGE_SUMMARY,
        line("入院中医诊断：头痛病", 100, 100),
        line("出院中医诊断：病名：眩晕病", 100, 150),
        line("证型：肝阳上亢证", 100, 200),
        line("出院西医诊断：1.高血压病3级 2.2型糖尿病", 100, 250),
    )
    assert got["diagnosis"] == ["眩晕病", "高血压病3级", "2型糖尿病"]
    short = fields(
        K.DISCHARGE_SUMMARY,
        line("出院诊断：中医：眩晕病（肝阳上亢证）", 100, 100),
        line("西医：1.高血压病3级", 100, 150),
    )
    assert short["diagnosis"] == ["眩晕病（肝阳上亢证）", "高血压病3级"]
    treated = fields(K.DISCHARGE_SUMMARY, line("治疗：中医：针灸推拿治疗", 100, 100))
    assert "diagnosis" not in treated
