"""A value far from its bare label, or under it, is never sure, however clearly it was read."""

from __future__ import annotations

import pytest
from page_text import extracted, line

from ocr.reliance import HALF, LOOSELY, SEVERAL_HANDS, among_hands, among_others, meant
from ocr.settled_names import settle_names
from ocr.types import DocumentKind as K
from ocr.types import Field, Source, TextLine


@pytest.mark.parametrize(
    ("lines", "most"),
    [
        ((line("姓名：李建国", 100, 100),), 0.99),
        ((line("姓名：", 100, 100), line("李建国", 600, 100)), 0.99),
        ((line("姓名", 100, 100), line("李建国", 200, 100)), 0.99),
        ((line("姓名", 100, 100), line("李建国", 400, 100)), LOOSELY),
        ((line("姓名", 100, 100), line("性别", 400, 100), line("李建国", 100, 145)), LOOSELY),
    ],
)
def test_confidence_by_place(lines: tuple[TextLine, ...], most: float) -> None:
    (name,) = extracted(K.DISCHARGE_SUMMARY, *lines)["patient_name"]
    assert (name.value, name.confidence) == ("李建国", most)


def test_a_number_with_a_check_digit_vouches_for_itself() -> None:
    head, below = line("身份证号码", 100, 100), line("430503196703121890", 100, 145)
    (number,) = extracted(K.DISCHARGE_SUMMARY, head, below)["id_number"]
    assert number.confidence == 0.99


def test_a_date_without_a_label_refuses_nobody() -> None:
    (date,) = extracted(K.DIAGNOSIS_CERTIFICATE, line("2025年3月5日", 900, 1500))["issue_date"]
    assert date.confidence == LOOSELY


@pytest.mark.parametrize(
    ("concept", "word", "sure"),
    [
        ("ordering", "送检医师", False),
        ("reporter", "报告医师", True),
        ("card_number", "医保编号", False),
        ("card_number", "个人编号", False),
        ("card_number", "社会保障卡号", True),
        ("card_number", "社会保障号码", True),
        ("record_number", "健康档案编号", False),
        ("record_number", "就诊序号", False),
        ("record_number", "病案号", True),
        ("card_number", "银行卡账号", False),
        ("card_number", "就诊卡号", False),
        ("card_number", "医保卡号", True),
        ("address", "地址", False),
        ("address", "家庭住址", True),
        ("physician", "签约医生", False),
        ("issue_date", "结算时间", False),
        ("issue_date", "开票日期", True),
    ],
)
def test_a_label_of_doubtful_meaning_makes_no_sure_value(concept: str, word: str, sure: bool) -> None:
    """Readers differ on whether these are what the field asks for."""
    assert (meant(concept, word) == 1.0) is sure


def test_a_row_of_signatures_makes_no_sure_titles() -> None:
    """主任医师, 主治医师 and 住院医师 before three names are places of the ward before they are titles."""
    row = (
        line("主任医师 向莲", 100, 900),
        line("主治医师 戚敏霞", 500, 900),
        line("住院医师 刘松海", 900, 900),
    )
    titles = extracted(K.DIAGNOSIS_CERTIFICATE, *row)["physician_title"]
    assert {t.confidence for t in titles} == {LOOSELY}
    assert "physician_title" not in extracted(K.DISCHARGE_SUMMARY, *row)
    (one,) = extracted(K.DISCHARGE_SUMMARY, line("主治医师 戚敏霞", 500, 900))["physician_title"]
    assert one.confidence == LOOSELY  # nor one alone: it may be that of the place as well


def test_of_several_telephones_one_is_sure_only_where_its_label_says_whose() -> None:
    texts = ("联系电话：13800001234", "代办人电话 15900004321")
    assert among_others("phone", "联系电话", texts) == LOOSELY
    assert among_others("phone", "联系电话", texts[:1]) == 1.0
    assert among_others("phone", "联系电话", (texts[0], texts[0])) == 1.0
    assert among_others("phone", "患者电话", texts) == 1.0
    assert among_others("record_number", "住院号", texts) == 1.0


def test_on_a_form_that_a_hand_filled_in_the_rest_may_be_a_hands_too() -> None:
    assert among_hands(K.APPLICATION_FORM, SEVERAL_HANDS) == HALF
    assert among_hands(K.APPLICATION_FORM, SEVERAL_HANDS - 1) == 1.0
    assert among_hands(K.DISCHARGE_SUMMARY, SEVERAL_HANDS) == 1.0


@pytest.mark.parametrize(
    ("kind", "field", "doubted"),
    [
        (K.DISCHARGE_SUMMARY, "sign_date", True),
        (K.INPATIENT_FRONT_PAGE, "physician_name", True),
        (K.WORK_POSTING_LETTER, "phone", True),
        (K.APPLICATION_FORM, "sign_date", False),
        (K.DISCHARGE_SUMMARY, "physician_name", False),
    ],
)
def test_fields_of_which_readers_do_not_agree(kind: K, field: str, doubted: bool) -> None:
    found = {field: [Field("x", "x", 0.99, 1, (0, 0, 9, 9), Source.OCR)]}
    settle_names(kind, found)
    assert found[field][0].confidence == (LOOSELY if doubted else 0.99)


def test_a_second_home_is_less_sure_than_the_first() -> None:
    def home(place: str) -> Field:
        return Field(place, place, 0.99, 1, (0, 0, 9, 9), Source.OCR)

    found = {
        "address": [home("大祥区雨溪路1号")],
        "registered_address": [home("双清区兴隆街2号")],
    }
    settle_names(K.RESIDENCE_PERMIT, found)
    assert [f.confidence for f in found["address"]] == [0.99, LOOSELY]


def test_a_number_alone_at_the_margin_under_its_label_may_be_a_bar_codes() -> None:
    lines = (line("姓名：李建国", 400, 200), line("住院号：", 900, 200), line("2301234567", 100, 245))
    (number,) = extracted(K.LAB_REPORT, *lines)["record_number"]
    assert (number.value, number.confidence) == ("2301234567", LOOSELY)


def test_a_number_on_a_stub_is_no_surer_than_on_its_paper() -> None:
    stub = (
        line("诊断证明书（存根）", 60, 60),
        line("ID号：2233445566", 60, 150),
        line("县区：样章区", 60, 200),
    )
    paper = (line("诊断证明书", 950, 140), line("姓名：李建国", 850, 220), line("诊断：高血压", 850, 270))
    (number,) = extracted(K.DIAGNOSIS_CERTIFICATE, *stub, *paper)["record_number"]
    assert number.confidence == LOOSELY
