"""Heads and feet as hospitals set them without labels, or over their values. Everybody is invented."""

from __future__ import annotations

import pytest
from page_text import extracted, fields, line

from ocr.types import DocumentKind as K


def _heads(words: str, values: str) -> list[object]:
    """Values in columns under their heads, four text heights and more from each other."""
    pairs = zip(words.split(), values.split(), strict=True)
    return [
        piece
        for n, (word, value) in enumerate(pairs)
        for piece in (line(word, 100 + 240 * n, 200), line(value, 100 + 240 * n, 236))
    ]


def test_a_ward_under_its_head_beside_the_bed() -> None:
    lines = _heads("姓名 性别 年龄 病区 床位 住院号", "李梅雪 女 20岁 精神一科 38 10522550")
    found = fields(K.DISCHARGE_SUMMARY, line("出院小结", 700, 60, height=50), *lines)  # type: ignore[arg-type]
    assert found["department"] == ["精神一科"]


@pytest.mark.parametrize(
    ("kind", "printed", "department"),
    [
        (K.OUTPATIENT_RECORD, "李建国／男/39岁", "呼吸与危重症医学科门诊"),
        (K.MEDICAL_INVOICE, "李建国女50岁", "神经内科"),
        (K.DISCHARGE_SUMMARY, "李建国 男 65岁", "眼科"),
    ],
)
def test_the_department_behind_an_age_without_labels(kind: K, printed: str, department: str) -> None:
    found = fields(kind, line(printed, 100, 183), line(department, 500, 183))
    assert (found["patient_name"], found["department"]) == (["李建国"], [department])


@pytest.mark.parametrize("word", ["病室", "病区"])
def test_a_ward_set_close_behind_its_label(word: str) -> None:
    printed = f"姓名李建国性别女年龄77岁{word}神经内科床号22住院号5431085"
    assert fields(K.DISCHARGE_SUMMARY, line(printed, 100, 200))["department"] == ["神经内科"]


def test_a_wards_word_is_no_part_of_the_department_before_a_bed() -> None:
    lines = [line("住院号700409", 100, 200), line("性别女 年龄36 病区心血管内科 28床", 600, 200)]
    assert fields(K.MEDICAL_INVOICE, *lines)["department"] == ["心血管内科"]


def test_names_under_a_row_of_places_to_sign() -> None:
    heads = [line("主任医师", 86, 1592), line("主治医师", 346, 1592), line("经管医师", 606, 1590)]
    names = [line("李建国", 83, 1632), line("王小静", 344, 1631), line("刘根海", 606, 1625)]
    found = extracted(K.DISCHARGE_SUMMARY, *heads, *names)["physician_name"]
    assert {f.value for f in found} == {"李建国", "王小静", "刘根海"}
    assert max(f.confidence or 0 for f in found) < 0.9


def test_a_title_beside_a_name_is_no_place_over_the_next_line() -> None:
    lines = [line("王小静", 83, 1592), line("主治医师", 346, 1592), line("患者家属", 346, 1632)]
    assert "家属" not in str(fields(K.DISCHARGE_SUMMARY, *lines).get("physician_name"))


def test_a_printed_name_under_a_signature() -> None:
    lines = [line("医师签名", 704, 1707), line("(打印) 李建国住院医师", 724, 1773)]
    found = fields(K.DISCHARGE_SUMMARY, *lines)
    assert (found["physician_name"], found["physician_title"]) == (["李建国"], ["住院医师"])


def test_a_name_ends_before_the_next_cell() -> None:
    lines = [line("申请医生", 105, 248), line("李梅", 242, 248), line("性状", 411, 248)]
    more = [line("备用项", 700, 248), line("轻度溶血", 900, 248)]
    assert fields(K.LAB_REPORT, line("生化报告", 700, 60), *lines, *more)["physician_name"] == ["李梅"]


@pytest.mark.parametrize(("age", "born"), [("26岁", None), ("0岁", ["2023-12-25"])])
def test_a_childs_hour_of_birth_is_not_the_mothers(age: str, born: list[str] | None) -> None:
    lines = [line(f"姓名：李建芳  年龄：{age}", 100, 200), line("出院日期：2023-12-29", 100, 260)]
    found = fields(K.DISCHARGE_SUMMARY, *lines, line("出生时间：2023-12-25 07:31", 100, 600))
    assert found.get("birth_date") == born


@pytest.mark.parametrize(
    ("printed", "beside", "read"),
    [
        ("诊断：急性胆囊炎，肝囊肿", "第 3 页/共 3 页", ["急性胆囊炎", "肝囊肿"]),
        ("诊断：冠状动脉粥样硬化性心脏病，心功能Ⅱ级", "3/4页", ["冠状动脉粥样硬化性心脏病", "心功能II级"]),
        ("诊断：继发性肺结核双上中涂(+)初治", "", ["继发性肺结核双上中涂（+）初治"]),
    ],
)
def test_a_bills_diagnoses(printed: str, beside: str, read: list[str]) -> None:
    lines = [line(printed, 100, 143), *([line(beside, 900, 143)] if beside else [])]
    assert fields(K.MEDICAL_INVOICE, *lines)["diagnosis"] == read


def test_a_sentences_diagnosis_goes_on_at_the_margin_of_its_paragraph() -> None:
    first = line("经检查诊断为：支气管扩张伴咯血；慢性阻塞性肺疾病；药物性肝", 182, 717)
    lines = [
        first,
        line("损伤；低蛋白血症。", 120, 779),
        line("入院后予抗炎治疗，症状好转，予以办理出院手续", 182, 862),
    ]
    assert fields(K.DIAGNOSIS_CERTIFICATE, *lines)["diagnosis"] == [
        "支气管扩张伴咯血", "慢性阻塞性肺疾病", "药物性肝损伤", "低蛋白血症",
    ]  # fmt: skip
