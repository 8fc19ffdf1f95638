"""Who signed an examination, and what its heads keep apart; names invented."""

from __future__ import annotations

from page_text import fields, line

from ocr.diagnoses import parse_diagnoses
from ocr.types import DocumentKind as K


def test_first_and_last_reader_of_a_slide_are_named_by_one_word() -> None:
    found = fields(
        K.PATHOLOGY_REPORT, line("病理诊断：胃窦腺癌", 100, 900), line("初诊：黎文涛", 100, 1400),
        line("审核：程冬妹", 500, 1400),
    )  # fmt: skip
    assert found["physician_name"] == ["黎文涛", "程冬妹"]


def test_a_first_visit_is_no_doctor() -> None:
    found = fields(K.OUTPATIENT_RECORD, line("初诊：是", 100, 300), line("审核：程冬妹", 500, 300))
    assert "physician_name" not in found


def test_findings_under_their_head_are_not_of_the_empty_label_above() -> None:
    found = fields(
        K.EXAM_REPORT, line("检查部位：胸部CT平扫", 120, 380), line("临床诊断：", 630, 380),
        line("影像所见：", 120, 440),
        line("胸廓对称，双肺纹理增多、紊乱，双肺透亮度增高，边界清楚。", 180, 500),
        line("影像诊断：", 120, 900), line("1、慢性支气管炎；", 180, 950),
    )  # fmt: skip
    assert found["diagnosis"] == ["慢性支气管炎"]


def test_what_is_yet_to_be_found_out_is_no_diagnosis() -> None:
    for words in ("查因", "待查", "待诊", "健康体检", "术前检查", "不详"):
        assert parse_diagnoses(words) == []


def test_a_code_and_a_colon_part_two_diagnoses() -> None:
    text = "右肺上叶恶性肿瘤[C34.101]：纵隔淋巴结继发恶性肿瘤[C77.101]"
    assert [p.value for p in parse_diagnoses(text)] == ["右肺上叶恶性肿瘤", "纵隔淋巴结继发恶性肿瘤"]


def test_the_day_a_receipt_was_filled_in() -> None:
    found = fields(
        K.MEDICAL_INVOICE, line("科别 呼吸与危重症医学科", 400, 146), line("填开日期 2025-05-20", 830, 146)
    )
    assert found["issue_date"] == ["2025-05-20"]
    assert found["department"] == ["呼吸与危重症医学科"]


def test_a_comma_and_a_space_part_two_diseases() -> None:
    assert [p.value for p in parse_diagnoses("2型糖尿病， 糖尿病性周围神经病变")] == [
        "2型糖尿病", "糖尿病性周围神经病变",
    ]  # fmt: skip
    assert [p.value for p in parse_diagnoses("脑梗死，高血压病3级·（很高危）")] == [
        "脑梗死", "高血压病3级（很高危）",
    ]  # fmt: skip
    assert [p.value for p in parse_diagnoses("糖尿病，伴周围神经病变")] == ["糖尿病,伴周围神经病变"]


def test_a_mobile_behind_the_place_to_sign_is_the_patients() -> None:
    signed = (line("患者或家属签字：", 60, 1900), line("联系电话：13600000453", 420, 1900))
    assert fields(K.MEDICAL_INVOICE, line("姓名：李建国", 60, 300), *signed)["phone"] == ["13600000453"]
    office = (line("经办人：毛凤兰", 60, 1900), line("联系电话：13600000453", 420, 1900))
    assert "phone" not in fields(K.MEDICAL_INVOICE, line("姓名：李建国", 60, 300), *office)
