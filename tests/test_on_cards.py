"""What cards, booklets and letters of insurance print without a label."""

from __future__ import annotations

import pytest
from page_text import cells, extracted, fields, line

from ocr.types import DocumentKind as K


def test_a_household_registers_day_stands_before_what_was_done() -> None:
    got = fields(K.HOUSEHOLD_REGISTER, line("户别", 100, 100), line("2021年11月25日签发", 900, 900))
    assert got["issue_date"] == ["2021-11-25"]


def test_the_only_place_on_a_voucher_is_where_somebody_is_insured() -> None:
    lines = [line("医保电子凭证", 100, 100), line("李建国", 100, 160), line("样章市牡丹区", 100, 260)]
    got = extracted(K.INSURANCE_VOUCHER, *lines, line("国家医疗保障局", 100, 50))
    assert [f.value for f in got["insured_place"]] == ["样章市牡丹区"]
    assert (got["insured_place"][0].confidence or 1.0) < 0.9
    assert "insured_place" not in fields(K.INSURANCE_VOUCHER, *lines, line("样章市", 700, 260))


def test_a_booklets_own_number_is_the_cards() -> None:
    number = line("编号：样慢74504", 100, 200)
    got = fields(K.RECOGNITION_FORM, line("样章市门诊特殊慢性病医疗证", 100, 100), number)
    assert got["card_number"] == ["样慢74504"]
    assert "card_number" not in fields(K.RECOGNITION_FORM, line("门诊慢特病认定表", 100, 100), number)


@pytest.mark.parametrize("office", ["医疗保障经办机构：", "医疗保障局：", "医保中心："])
def test_a_pledge_for_treatment_elsewhere_goes_to_the_office_of_the_place_insured(office: str) -> None:
    lines = [line("样章市镜湖区", 100, 200), line(office, 320, 200)]
    got = fields(K.COMMITMENT_LETTER, line("异地就医个人承诺书", 500, 100), *lines)
    assert got["insured_place"] == ["样章市镜湖区"]
    assert "insured_place" not in fields(K.COMMITMENT_LETTER, *lines)


def test_where_somebody_lives_now_is_told_over_two_lines() -> None:
    got = fields(
        K.COMMITMENT_LETTER,
        line("本人李建国，现居住地址为", 100, 300),
        line("样章市通州区青松路49号106室", 100, 350),
        line("本人承诺如下：", 100, 400),
    )
    assert got["address"] == ["样章市通州区青松路49号106室"]


def test_what_is_written_across_a_copy_is_no_part_of_a_home() -> None:
    grid = cells()
    got = fields(
        K.ID_CARD_FRONT,
        line("住址样章省样章市民主", 100, 300),
        line("东路167号", 180, 350),
        line("仅用于医保业务办理他用无效", 450, 352),
        grid=grid,
    )
    assert got["address"] == ["样章省样章市民主东路167号"]


def test_a_permits_present_home_is_asked_for_without_a_gap() -> None:
    got = fields(K.RESIDENCE_PERMIT, line("居住地址江苏省苏州市吴江区四联路4号", 100, 300))
    assert got["address"] == ["江苏省苏州市吴江区四联路4号"]
