"""Stays that a form's history tells in a sentence, and places beside their neighbours."""

from __future__ import annotations

import pytest
from page_text import extracted, fields, line

from ocr.types import DocumentKind as K

_FORMS = (K.APPLICATION_FORM, K.RECOGNITION_FORM)


@pytest.mark.parametrize("kind", _FORMS)
def test_a_stay_from_day_to_day_in_a_department(kind: K) -> None:
    told = line("于 2025.07.29 至 2025.08.14 住 肿瘤科，诊断为左乳浸润性癌术后。", 200, 600)
    found = fields(kind, told)
    assert (found["admission_date"], found["discharge_date"]) == (["2025-07-29"], ["2025-08-14"])
    assert found["department"] == ["肿瘤科"]


@pytest.mark.parametrize("kind", _FORMS)
def test_a_stay_of_ours(kind: K) -> None:
    told = line("患者因“乏力2年”于2024-12-11入我院甲乳外科，住院号ZY4179927931。", 100, 700)
    found = fields(kind, told)
    assert (found["admission_date"], found["department"]) == (["2024-12-11"], ["甲乳外科"])


@pytest.mark.parametrize("kind", _FORMS)
def test_a_stay_elsewhere_is_left_alone(kind: K) -> None:
    found = fields(kind, line("患者曾于2019年3月1日至2019年3月9日住外院心内科治疗。", 100, 700))
    assert not {"admission_date", "discharge_date", "department"} & found.keys()


def test_a_place_ends_before_the_hospital_beside_it() -> None:
    (found,) = extracted(K.APPLICATION_FORM, line("参保地：七星关区首诊点名机构样章市中医医院", 100, 400))[
        "insured_place"
    ]
    assert (found.value, found.confidence) == ("七星关区", 0.89)


def test_the_first_hospital_is_the_one_chosen() -> None:
    asked = line("首诊定点机构", 100, 400)
    assert fields(K.APPLICATION_FORM, asked, line("样章市中医医院", 400, 400))["hospital_name"] == [
        "样章市中医医院"
    ]


@pytest.mark.parametrize(("day", "told"), [("1967年3月12日", ["1967-03-12"]), ("1967年3月13日", None)])
def test_the_birth_that_the_number_repeats(day: str, told: list[str] | None) -> None:
    card = [
        line("姓名 李建国", 100, 100),
        line(day, 260, 300),
        line("公民身份号码 430503196703121890", 100, 600),
    ]
    assert fields(K.ID_CARD_FRONT, *card).get("birth_date") == told
