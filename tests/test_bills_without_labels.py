"""Bills whose cashier's program prints the patient, the day or the seller without a label of theirs."""

from __future__ import annotations

import pytest
from page_text import extracted, fields, line

from ocr.types import DocumentKind as K

_ROW = (
    line("门诊号 20240611008", 100, 300),
    line("张桂英", 500, 300),
    line("女", 700, 300),
    line("自费", 850, 300),
)


def test_a_name_beside_the_one_sex() -> None:
    found = extracted(K.MEDICAL_INVOICE, *_ROW)
    assert [(f.value, f.confidence) for f in found["patient_name"]] == [("张桂英", 0.89)]


def test_no_name_where_a_label_asks_for_it_elsewhere() -> None:
    assert "patient_name" not in fields(K.MEDICAL_INVOICE, *_ROW, line("姓名", 100, 400))


@pytest.mark.parametrize(
    ("others", "read"),
    [
        ((), ["2024-06-11"]),
        ((line("2024-06-09", 100, 900),), None),  # two days: no telling which
        ((line("打印日期：", 880, 300),), None),
    ],
)
def test_the_one_day_of_a_bill(others: tuple, read: list[str] | None) -> None:
    day = line("2024-06-11", 1100, 300)
    assert fields(K.MEDICAL_INVOICE, *_ROW[:3], day, *others).get("issue_date") == read


def test_the_seller_of_a_tax_invoice_is_the_hospital() -> None:
    buyer = line("购买方信息 名称：张桂英", 100, 300)
    seller = [line("销售方信息", 800, 300), line("名称：样章安康医院有限公司", 900, 340)]
    found = fields(K.MEDICAL_INVOICE, buyer, *seller)
    assert (found["patient_name"], found["hospital_name"]) == (["张桂英"], ["样章安康医院有限公司"])
