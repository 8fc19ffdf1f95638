"""Names of hospitals that lead others, and names that a head breaks over two lines; all invented."""

from __future__ import annotations

import pytest
from page_text import fields, line, runs

from ocr.cut_names import wrapped_names
from ocr.types import DocumentKind as K
from ocr.values.hospital_names import find_hospital_names


@pytest.mark.parametrize(
    "name",
    [
        "样章市第二人民医院医疗健康集团总院",
        "样章县人民医院紧密型县域医共体总院",
        "样章县人民医院医共体青山分院",
    ],
)
def test_hospitals_that_lead_a_group_are_named_with_it(name: str) -> None:
    assert [n.name for n in find_hospital_names(f"{name}检验报告单")] == [name]


def test_a_name_that_the_head_of_a_slip_breaks_over_two_lines() -> None:
    head = [line("样章市第二人民医院医疗健康集", 50, 60, height=40), line("团总院", 270, 110, height=40)]
    got = fields(
        K.MEDICAL_INVOICE, *head, line("门诊收费凭条", 200, 170, height=40), line("合计 12.00", 50, 900)
    )
    assert got["hospital_name"] == ["样章市第二人民医院医疗健康集团总院"]


def test_two_names_below_each_other_stay_two() -> None:
    pair = [line("样章市中心医院", 200, 60, height=40), line("样章大学附属医院", 200, 110, height=40)]
    assert wrapped_names(runs(*pair)) == []
