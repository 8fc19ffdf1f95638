"""Homes that are told whole, cut where they wrapped, or with the next words of the page behind them."""

from __future__ import annotations

import pytest
from page_text import extracted, line

from ocr.types import DocumentKind as K

SURE = 0.9


def _home(text: str, label: str = "住址", kind: K = K.DISCHARGE_SUMMARY) -> tuple[object, float]:
    (found,) = extracted(kind, line(f"{label}：{text}", 100, 400))["address"]
    assert found.confidence is not None
    return found.value, found.confidence


@pytest.mark.parametrize(
    "text",
    ["邵水西路118号", "邵水西路118号3栋2单元301室", "板桥乡花园村3组", "中兴路8号3-1202", "板桥乡花园村"],
)
def test_a_whole_home_is_sure(text: str) -> None:
    assert _home(f"湖南省邵阳市大祥区{text}") == (f"湖南省邵阳市大祥区{text}", 0.99)


@pytest.mark.parametrize("text", ["城北路街道", "板桥乡", "邵水西路118号宿舍旁"])
def test_what_may_be_cut_or_go_on_is_not(text: str) -> None:
    value, confidence = _home(f"湖南省邵阳市大祥区{text}")
    assert value == f"湖南省邵阳市大祥区{text}"
    assert confidence < SURE


@pytest.mark.parametrize("tail", ["派出所（章）", "（盖章）", "承办人", "城北路派出所（盖章）"])
def test_who_sealed_the_page_is_no_home(tail: str) -> None:
    value, confidence = _home(f"湖南省邵阳市大祥区邵水西路118号{tail}", kind=K.HOUSEHOLD_REGISTER)
    assert value == "湖南省邵阳市大祥区邵水西路118号"
    assert confidence < SURE


def test_a_home_away_may_not_be_the_one_that_is_asked_for() -> None:
    away = _home("广东省深圳市龙岗区布吉街道中兴路8号", "安置地详细地址", K.REMOTE_FILING_FORM)
    assert away == ("广东省深圳市龙岗区布吉街道中兴路8号", 0.89)


def test_the_end_of_a_home_that_wrapped_is_hardly_one() -> None:
    assert _home("401室") == ("401室", 0.6)
