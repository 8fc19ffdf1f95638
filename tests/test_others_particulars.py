"""Grades, districts, telephones and numbers that papers tell of others than the patient and the issuer."""

from __future__ import annotations

import pytest
from page_text import extracted, fields, line

from ocr.reliance import LOOSELY
from ocr.types import DocumentKind as K
from ocr.types import TextLine


@pytest.mark.parametrize(
    "told", ["患者李建国申请转往 三级甲等医院 治疗", "建议到上级（三级甲等医院）进一步诊治"]
)
def test_a_grade_in_a_sentence_is_not_the_hospitals(told: str) -> None:
    head = line("长沙县人民医院", 500, 100)
    assert "hospital_level" not in fields(K.REFERRAL_LETTER, head, line(told, 100, 200))
    own = fields(K.REFERRAL_LETTER, head, line("二级甲等医院 医保定点单位", 500, 150))
    assert own["hospital_level"] == ["二级甲等"]


@pytest.mark.parametrize("label", ["县区：", "县(市、区)："])
@pytest.mark.parametrize("before", ["就医地：北京市", "家庭住址"])
def test_the_district_of_another_place_is_not_where_somebody_is_insured(label: str, before: str) -> None:
    beside = [line(before, 100, 300), line(f"{label}海淀区", 600, 300)]
    assert "insured_place" not in fields(K.REMOTE_FILING_FORM, *beside)
    assert "insured_place" not in fields(K.REMOTE_FILING_FORM, line(f"{before} {label}海淀区", 100, 300))
    (place,) = extracted(K.REMOTE_FILING_FORM, line(f"{label}海淀区", 600, 300))["insured_place"]
    assert (place.confidence or 1.0) <= LOOSELY


def test_the_landline_of_a_bill_is_not_the_patients() -> None:
    name = line("姓名：李建国", 100, 300)
    assert "phone" not in fields(K.MEDICAL_INVOICE, name, line("电话：0731-88889999", 600, 300))
    assert fields(K.MEDICAL_INVOICE, name, line("电话：13800002222", 600, 300))["phone"] == ["13800002222"]


@pytest.mark.parametrize("own", ["4305**********4514", "430503********4514"])
def test_the_number_of_a_relative_on_a_voucher_is_not_the_patients(own: str) -> None:
    relative = line("家庭成员 430503197001014518", 100, 500)
    assert "id_number" not in fields(
        K.INSURANCE_VOUCHER, line("李建国", 100, 300), line(own, 100, 350), relative
    )
    shown = line("430503196703124514", 100, 350)
    assert fields(K.INSURANCE_VOUCHER, line("李建国", 100, 300), shown)["id_number"] == ["430503196703124514"]


@pytest.mark.parametrize("home", ["样章县城关镇中心村", "样章市人民医院家属院", "样章镇医院宿舍"])
def test_the_telephone_behind_a_home_that_ends_like_an_office_is_the_patients(home: str) -> None:
    name = line("姓名：李建国", 100, 300)
    told = line(f"家庭住址：{home}联系电话：13900001234", 100, 350)
    assert fields(K.DISCHARGE_SUMMARY, name, told)["phone"] == ["13900001234"]


@pytest.mark.parametrize(
    "medicine",
    [
        [line("氨氯地平片 批号：20230512 有效期至：2026-05-31", 100, 500)],
        [line("Rp", 100, 450), line("氨氯地平片 5mg*28片", 100, 500), line("有效期至：2026-05-31", 100, 550)],
        [line("药品名称", 100, 450), line("有效期", 800, 450), line("2026-05-31", 800, 500)],
    ],
)
def test_the_last_day_of_a_medicine_is_not_the_prescriptions(medicine: list[TextLine]) -> None:
    assert "valid_until" not in fields(K.PRESCRIPTION, line("诊断：高血压", 100, 300), *medicine)


@pytest.mark.parametrize("other", ["下次", "上次", "处理：预约"])
def test_another_visits_day_is_not_this_ones(other: str) -> None:
    own, further = line("就诊日期：2024-03-01", 100, 300), line(f"{other}就诊日期：2024-04-01", 100, 600)
    assert fields(K.OUTPATIENT_RECORD, own, further)["visit_date"] == ["2024-03-01"]
    again = line("复诊 就诊日期：2024-04-01", 100, 600)
    assert fields(K.OUTPATIENT_RECORD, own, again)["visit_date"] == ["2024-03-01", "2024-04-01"]
