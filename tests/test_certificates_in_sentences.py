"""Certificates told in sentences with filled blanks, and labels of two things. All is invented."""

from __future__ import annotations

import pytest
from page_text import extracted, fields, line

from ocr.types import DocumentKind as K

_STAY = "于 2024年03月05日 至 2024年03月15日 在我院 普外二科 住院治疗"


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("兹有患者 阿依古丽·买买提，女，47岁，维吾尔族，", "阿依古丽·买买提"),
        ("李建芳同志，女，47岁，", "李建芳"),
        ("患者 李建芳 女 47岁，", "李建芳"),
    ],
)
@pytest.mark.parametrize("kind", [K.DISCHARGE_SUMMARY, K.DIAGNOSIS_CERTIFICATE])
def test_a_stay_between_filled_blanks(kind: K, opening: str, name: str) -> None:
    lines = [line("出院证明", 700, 60, height=50), line(opening + _STAY, 100, 200)]
    found = fields(kind, *lines)
    assert (found["patient_name"], found["sex"], found["age"]) == ([name], ["女"], [47])
    assert (found["admission_date"], found["discharge_date"]) == (["2024-03-05"], ["2024-03-15"])
    assert found["department"] == ["普外二科"]


def test_another_hospitals_stay_between_blanks_is_left_alone() -> None:
    told = "患者 李建芳 女 47岁，曾于 2024年03月05日 至 2024年03月15日 在外院 普外二科 住院治疗"
    assert "admission_date" not in fields(K.DISCHARGE_SUMMARY, line(told, 100, 200))


@pytest.mark.parametrize(
    "label",
    ["诊断及处理意见：", "诊断与建议：", "病情诊断及治疗意见：", "诊断意见：", "确诊：", "诊断及处理意见"],
)
def test_what_a_certificate_asks_for_besides_the_diagnosis(label: str) -> None:
    lines = [line(label, 100, 300), line("慢性肾脏病5期 维持性血液透析 肾性贫血", 100, 346)]
    found = extracted(K.DIAGNOSIS_CERTIFICATE, *lines, line("建议：全休两周", 100, 392))["diagnosis"]
    assert [f.value for f in found] == ["慢性肾脏病5期", "维持性血液透析", "肾性贫血"]


def test_advice_behind_such_a_label_is_no_diagnosis() -> None:
    told = "诊断及处理意见：1.高血压病3级 2.建议休息两周 3.门诊随诊"
    assert fields(K.DIAGNOSIS_CERTIFICATE, line(told, 100, 300))["diagnosis"] == ["高血压病3级"]


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("糖尿病周围神经病变 糖尿病肾病Ⅲ期", ["糖尿病周围神经病变", "糖尿病肾病III期"]),
        ("急性脑梗死 后遗症期", ["急性脑梗死后遗症期"]),
        ("动脉粥样硬化 性心脏病", ["动脉粥样硬化性心脏病"]),
        ("慢性肾功能不全 失代偿期", ["慢性肾功能不全失代偿期"]),
        ("慢性肾功能衰竭 尿毒症期", ["慢性肾功能衰竭尿毒症期"]),
        ("慢性阻塞性肺疾病 急性加重", ["慢性阻塞性肺疾病急性加重"]),
        ("冠心病 高血压3级", ["冠心病", "高血压3级"]),
        ("慢性支气管炎 缓解期 高血压病", ["慢性支气管炎缓解期", "高血压病"]),
    ],
)
def test_room_between_two_diseases_parts_them(told: str, read: list[str]) -> None:
    assert fields(K.DISCHARGE_SUMMARY, line(f"出院诊断：{told}", 100, 300))["diagnosis"] == read


def test_a_certificates_date_before_the_note_on_its_seal() -> None:
    lines = [line("诊断：高血压病", 100, 300), line("经治医师：李建国", 100, 1800)]
    dated = line("2024年3月5日（未盖公章无效）", 100, 1900)
    assert fields(K.DIAGNOSIS_CERTIFICATE, *lines, dated)["issue_date"] == ["2024-03-05"]


def test_a_physician_by_rank_whatever_the_word() -> None:
    assert fields(K.DISCHARGE_SUMMARY, line("主任医生：李建国", 100, 1800))["physician_name"] == ["李建国"]


def test_one_of_two_departments_of_a_name_saw_the_patient() -> None:
    told = line(
        "患者李建芳，女，47岁，因咳喘在我院呼吸内科（二）诊治，经检查，诊断为：慢性支气管炎。", 100, 300
    )
    found = fields(K.DIAGNOSIS_CERTIFICATE, line("诊断证明书", 600, 60, height=50), told)
    assert (found["department"], found["diagnosis"]) == (["呼吸内科（二）"], ["慢性支气管炎"])


def test_a_label_that_wrapped_before_its_last_word() -> None:
    lines = [line("经临床检查，诊断", 100, 300), line("为：慢性阻塞性肺疾病。建议：规范用药。", 100, 346)]
    assert fields(K.DIAGNOSIS_CERTIFICATE, *lines)["diagnosis"] == ["慢性阻塞性肺疾病"]
