"""Labels and remarks nobody has listed, glued behind places and departments; cities misread."""

from __future__ import annotations

import pytest
from page_text import extracted, line

from ocr.reliance import LOOSELY
from ocr.settled_values import settled
from ocr.strange_tails import without_tail
from ocr.types import DocumentKind as K
from ocr.types import Field, Source
from ocr.values.regions import check_regions

HOME = "江西省宜春市袁州区春台路12号"


def as_read(text: str) -> Field:
    return Field(text, text, 0.99, 1, (0.0, 0.0, 1.0, 1.0), Source.OCR)


def told(name: str, text: str) -> tuple[object, float | None]:
    value = without_tail(name, as_read(text))
    return value.value, value.confidence


@pytest.mark.parametrize(
    ("name", "text", "kept"),
    [
        ("address", f"{HOME}结算编码:5529675706", HOME),
        ("address", f"{HOME}院区标识:A区", HOME),
        ("address", f"{HOME}批次20240318", HOME),
        ("address", f"{HOME}(复印件)", HOME),
        ("address", "袁州区阳光花园档号:A-12", "袁州区阳光花园"),
        ("insured_place", "江西省宜春市袁州区结算ID:55296", "江西省宜春市袁州区"),
        ("insured_place", "江西省宜春市袁州区第2次", "江西省宜春市袁州区"),
        ("department", "心血管内科第2次", "心血管内科"),
        ("department", "内一科床位:12", "内一科"),
    ],
)
def test_what_is_glued_behind_goes_and_leaves_a_doubt(name: str, text: str, kept: str) -> None:
    assert told(name, text) == (kept, LOOSELY)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("address", "江西省宜春市第三小学家属区5栋2单元301室"),
        ("address", "袁州区阳光花园3-2-501"),
        ("insured_place", "市本级"),
        ("department", "急诊外科(急诊)"),
        ("department", "内分泌科二病区"),
        ("hospital_name", "某某医院:12"),
    ],
)
def test_values_of_their_own_grammar_stay_as_they_are(name: str, text: str) -> None:
    assert told(name, text) == (text, 0.99)


def test_an_end_that_cannot_be_told_leaves_a_doubt_alone() -> None:
    assert told("address", "某村委会:3组") == ("某村委会:3组", LOOSELY)


def test_a_label_nobody_listed_behind_a_place_on_a_bill() -> None:
    found = extracted(
        K.MEDICAL_INVOICE,
        line("医疗收费票据", 300, 40),
        line("参保地：湖南省邵阳市大祥区结算ID:55296", 60, 160),
    )
    assert [(f.value, f.confidence) for f in found["insured_place"]] == [("湖南省邵阳市大祥区", LOOSELY)]


@pytest.mark.parametrize(
    ("read", "meant", "listed"),
    [
        ("江西省宜眷市袁州区秀江街道", "江西省宜春市袁州区秀江街道", False),
        ("江西省安市安福县", "江西省安市安福县", False),
        ("湖南省邵阳市邵阳县", "湖南省邵阳市邵阳县", True),
        ("湖南省长沙市望城县星城镇", "湖南省长沙市望城县星城镇", True),
        ("内蒙古自治区呼和浩特市", "内蒙古自治区呼和浩特市", True),
        ("贵州省毕节市威宁彝族回族苗族自治县", "贵州省毕节市威宁彝族回族苗族自治县", True),
        ("吉林市昌邑区", "吉林市昌邑区", True),
        ("上海市浦东新区某路3号大超市", "上海市浦东新区某路3号大超市", True),
        ("宜眷市袁州区", "宜眷市袁州区", True),
    ],
)
def test_cities_and_counties_behind_their_province(read: str, meant: str, listed: bool) -> None:
    assert check_regions(read) == (meant, listed)


def test_a_misread_city_is_put_right_and_never_told_as_sure() -> None:
    found = extracted(
        K.DISCHARGE_SUMMARY,
        line("出院记录", 300, 40),
        line("家庭住址：江西省宜眷市袁州区春台路12号", 60, 160),
    )
    assert [(f.value, f.confidence) for f in found["address"]] == [(HOME, 0.8)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("department", "妇料"),
        ("department", "内分法代谢科"),
        ("address", "沧州市运河区解放西路9号5栋1单元29-3致"),
        ("diagnosis", "高血压病3级(很高危)开"),
    ],
)
def test_what_its_like_does_not_hold_is_never_sure(name: str, text: str) -> None:
    assert settled(name, as_read(text)).confidence == LOOSELY


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("department", "心脏大血管外科二病区"),
        ("address", "沧州市运河区解放西路9号5栋1单元2903室"),
        ("diagnosis", "肺恶性肿瘤(术后)伴骨转移"),
        ("diagnosis", "慢性肾脏病(CKD4)期"),
    ],
)
def test_what_ends_as_usual_stays_sure(name: str, text: str) -> None:
    assert settled(name, as_read(text)).confidence == 0.99
