"""A value far from its bare label, or under it, is never sure, however clearly it was read."""

from __future__ import annotations

import pytest
from page_text import extracted, line

from ocr.reliance import LOOSELY, UNLABELLED, meant
from ocr.types import DocumentKind as K
from ocr.types import TextLine


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
    assert date.confidence == UNLABELLED


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
    titles = extracted(K.DISCHARGE_SUMMARY, *row)["physician_title"]
    assert {t.confidence for t in titles} == {LOOSELY}
    (one,) = extracted(K.DISCHARGE_SUMMARY, line("主治医师 戚敏霞", 500, 900))["physician_title"]
    assert one.confidence == 0.99
