"""Notices of recognition tell in sentences what forms ask for behind labels."""

from __future__ import annotations

import pytest
from page_text import fields, line

from ocr.types import DocumentKind as K

NOTICE = (
    line("样章市门诊慢特病待遇认定结果告知书", 400, 100),
    line("李建国（身份证号码：430503196703121890）：", 100, 300),
    line("您于2024年11月22日提出的门诊慢特病待遇申请收悉。经样章市第一人民医院", 150, 380),
    line("医疗专家组评审，您所患左肺腺", 100, 440),
    line("癌、恶性胸腔积液符合恶性肿瘤门诊放化疗认定标准，现认定您享受城乡居民基", 100, 500),
    line("本医疗保险门诊慢特病待遇。", 100, 560),
    line("样章市医疗保障服务中心", 1000, 900),
    line("2024年12月2日", 1050, 960),
)


def test_a_notice_tells_whom_what_and_by_whom() -> None:
    got = fields(K.RECOGNITION_FORM, *NOTICE)
    assert got["patient_name"] == ["李建国"]
    assert got["id_number"] == ["430503196703121890"]
    assert got["application_date"] == ["2024-11-22"]
    assert got["hospital_name"] == ["样章市第一人民医院"]
    assert got["diagnosis"] == ["左肺腺癌", "恶性胸腔积液"]
    assert got["claimed_disease"] == ["恶性肿瘤门诊放化疗"]
    assert got["insurance_type"] == ["resident"]


def test_the_date_under_the_offices_name_is_that_of_the_notice() -> None:
    got = fields(K.RECOGNITION_FORM, *NOTICE)
    assert got["issue_date"] == ["2024-12-02"]
    assert "sign_date" not in got


def test_a_form_that_speaks_to_nobody_tells_nothing_in_sentences() -> None:
    got = fields(
        K.RECOGNITION_FORM, line("李建国同志：", 100, 300), line("患者所患冠心病，请审核。", 100, 400)
    )
    assert "patient_name" not in got


def test_illness_in_a_letter_is_the_disease_its_treatment_is_asked_for() -> None:
    got = fields(
        K.AUTHORIZATION_LETTER,
        line("委托人因患类风湿关节炎，行走不便，不能亲自办理门诊慢特病手续。", 100, 300),
    )
    assert got["claimed_disease"] == ["类风湿关节炎"]
    assert fields(K.AUTHORIZATION_LETTER, line("委托人因患类风湿关节炎，行走不便。", 100, 300)) == {}


def test_what_is_done_about_a_disease_is_no_part_of_its_name() -> None:
    got = fields(K.COMMITMENT_LETTER, line("申请人符合办理尿毒症透析门诊慢特病待遇认定的条件。", 100, 300))
    assert got["claimed_disease"] == ["尿毒症透析"]


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("自2024年4月1日起享受待遇，有效期2年。", ["2024-04-01"]),
        ("本办法自2024年4月1日起执行，由医保局负责解释。", None),
    ],
)
def test_the_first_day_of_a_right_whose_term_is_told_in_years(told: str, read: list[str] | None) -> None:
    found = fields(K.RECOGNITION_FORM, line("门诊慢特病认定结果通知单", 500, 60), line(told, 100, 400))
    assert found.get("valid_from") == read
