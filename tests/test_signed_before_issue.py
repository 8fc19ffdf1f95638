"""Papers that a physician and the hospital date, each by themselves; reports tested and told on two days."""

from __future__ import annotations

import pytest
from page_text import extracted, fields, line

from ocr.types import DocumentKind as K

_SIGNED_ON_ITS_ROW = (
    line("主治医师：易建平", 300, 1700),
    line("2024年3月18日", 900, 1700),
    line("医务科（盖章）", 300, 1780),
    line("2024年3月19日", 900, 1780),
)
_LABELLED = (
    line("诊断医师（签名）：易建平", 100, 1700),
    line("签名日期：2024年3月18日", 800, 1700),
    line("医疗机构（盖章）：", 100, 1780),
    line("开具日期：2024年3月19日", 800, 1780),
)
_BELOW = (
    line("经治医师：易建平", 100, 1700),
    line("医院公章", 900, 1700),
    line("2024年3月18日", 100, 1750),
    line("2024年3月19日", 900, 1750),
)


@pytest.mark.parametrize("foot", [_SIGNED_ON_ITS_ROW, _LABELLED, _BELOW])
@pytest.mark.parametrize("kind", [K.DIAGNOSIS_CERTIFICATE, K.REFERRAL_LETTER])
def test_the_physicians_day_beside_the_hospitals(kind: K, foot: tuple) -> None:
    found = extracted(kind, line("诊断：慢性阻塞性肺疾病", 100, 300), *foot)
    assert [f.value for f in found["issue_date"]] == ["2024-03-19"]
    assert [(f.value, f.confidence) for f in found["sign_date"]] == [("2024-03-18", 0.89)]


def test_both_on_one_day() -> None:
    foot = [line("主治医师：易建平", 300, 1700), line("2024年3月18日", 900, 1700)]
    seal = [line("医务科（盖章）", 300, 1780), line("2024年3月18日", 900, 1780)]
    found = fields(K.DIAGNOSIS_CERTIFICATE, *foot, *seal)
    assert (found["sign_date"], found["issue_date"]) == (["2024-03-18"], ["2024-03-18"])


def test_one_day_is_the_papers() -> None:
    found = fields(
        K.DIAGNOSIS_CERTIFICATE, line("主治医师：易建平", 300, 1700), line("2024年3月18日", 900, 1700)
    )
    assert (found["issue_date"], found.get("sign_date")) == (["2024-03-18"], None)


def test_a_report_is_dated_by_its_report_and_by_the_test_where_nothing_else_is_told() -> None:
    tested = line("检验日期：2024-06-12", 100, 1800)
    told = line("报告日期：2024-06-13", 600, 1800)
    assert fields(K.LAB_REPORT, tested, told)["report_date"] == ["2024-06-13"]
    assert fields(K.LAB_REPORT, tested)["report_date"] == ["2024-06-12"]
