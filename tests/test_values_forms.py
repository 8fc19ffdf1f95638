"""Ticks, insurance, codes, laboratory quantities."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.values import codes, insurance
from ocr.values.quantities import normalise_flag, normalise_unit, parse_reference, parse_result
from ocr.values.ticks import ticked_options


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("□职工 ☑居民", [("职工", False), ("居民", True)]),
        ("□职工☑居民", [("职工", False), ("居民", True)]),
        ("职工□ 居民☑", [("职工", False), ("居民", True)]),
        ("职工☐居民■", [("职工", False), ("居民", True)]),
        ("(√)职工 ( )居民", [("职工", True), ("居民", False)]),
        ("（√）职工（　）居民", [("职工", True), ("居民", False)]),
        ("●职工 ○居民", [("职工", True), ("居民", False)]),
        ("[x]职工 [ ]居民", [("职工", True), ("居民", False)]),
        ("口职工 R居民", [("职工", False), ("居民", True)]),
        ("口职工 区居民", [("职工", False), ("居民", True)]),
        ("□√职工 □居民", [("职工", True), ("居民", False)]),
        ("参保类型:□职工 ☑居民", [("职工", False), ("居民", True)]),
        ("参保类型□职工☑居民", [("职工", False), ("居民", True)]),
        ("参保类型 □职工 ☑居民", [("职工", False), ("居民", True)]),
        (
            "□异地安置退休 ☑异地长期居住 □其他____",
            [("异地安置退休", False), ("异地长期居住", True), ("其他", False)],
        ),
        ("√职工 居民", [("职工居民", True)]),
        ("☑职工□居民☑", [("职工", None), ("居民", None)]),
        ("□职工√ □居民", [("职工", None), ("居民", None)]),
        ("职工 居民", []),
        ("口腔科 门诊口服药", []),
        ("大祥区人民医院", []),
        ("", []),
    ],
)
def test_ticks(text: str, options: list[tuple[str, bool | None]]) -> None:
    assert ticked_options(text) == options


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("参保险种□职工☑居民", [("职工", False), ("居民", True)]),
        ("险种 职工医保□ 居民医保☑ 联系电话", [("职工", False), ("居民", True)]),
        ("√职工 居民", [("职工", None), ("居民", None)]),
        ("职工 □居民", [("职工", None), ("居民", False)]),
        ("口职工 R居民", [("职工", False), ("居民", True)]),
    ],
)
def test_known_options_are_surer(text: str, options: list[tuple[str, bool | None]]) -> None:
    assert ticked_options(text, ("职工", "居民")) == options


WORDS = ["异地安置退休", "异地长期居住", "常驻异地工作", "异地转诊", "临时外出"]


@given(st.lists(st.booleans(), min_size=2, max_size=5), st.booleans(), st.sampled_from(["", " ", "  "]))
def test_every_pattern_of_ticks_comes_back(ticks: list[bool], before: bool, gap: str) -> None:
    marks = ["☑" if tick else "□" for tick in ticks]
    words = WORDS[: len(ticks)]
    parts = [m + w if before else w + m for m, w in zip(marks, words, strict=True)]
    assert ticked_options(gap.join(parts)) == list(zip(words, ticks, strict=True))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("职工", "employee"),
        ("城镇职工基本医疗保险", "employee"),
        ("310", "employee"),
        ("职工医保(在职)", "employee"),
        ("☑职工 □居民", "employee"),
        ("职工☑ 居民□", "employee"),
        ("居民", "resident"),
        ("城乡居民基本医疗保险", "resident"),
        ("390", "resident"),
        ("新农合", "resident"),
        ("□城镇职工 ☑城乡居民", "resident"),
        ("口职工 R居民", "resident"),
        ("□职工 □居民", None),
        ("☑职工 ☑居民", None),
        ("职工/居民", None),
        ("居民身份证", None),
        ("□职工", None),
        ("自费", None),
        ("13100", None),
        ("", None),
    ],
)
def test_insurance(text: str, kind: str | None) -> None:
    assert insurance.normalise(text) == kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("M03900", ["M03900"]),
        ("病种编码：M O39O0", ["M03900"]),
        ("M00503|M00504", ["M00503", "M00504"]),
        ("M0390", []),
        ("XM039001", []),
    ],
)
def test_disease_codes(text: str, found: list[str]) -> None:
    assert [code for code, _, _ in codes.find_disease_codes(text)] == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I10.x00", "I10.x00"),
        ("I10.X00x002", "I10.x00x002"),
        ("l10.x00", "I10.x00"),
        ("E11,900", "E11.900"),
        ("IlO.x00", "I10.x00"),
        ("高血压病3级 I10.x05", "I10.x05"),
        ("E11.900 I10.x00", None),
        ("10", None),
        ("X光", None),
        ("2025.03", None),
    ],
)
def test_icd10(text: str, code: str | None) -> None:
    assert codes.normalise_icd10(text) == code


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("住院号：00123456", "00123456"),
        ("病案号 ZY-2025-0312", "ZY-2025-0312"),
        ("No.2025031201", "2025031201"),
        ("标本号:B 2025 0312 008", "B20250312008"),
        ("住院号", None),
        ("***", None),
        ("无", None),
        ("", None),
    ],
)
def test_record_number(text: str, number: str | None) -> None:
    assert codes.normalise_record_number(text) == number


@pytest.mark.parametrize(
    ("text", "value", "unit", "flag"),
    [
        ("1.23×10^9/L ↑", "1.23", "10^9/L", "↑"),
        ("1.23×10⁹/L", "1.23", "10^9/L", None),
        ("5.60 mmol/L", "5.60", "mmol/L", None),
        ("5.60↑", "5.60", None, "↑"),
        ("5.60 H", "5.60", None, "↑"),
        ("↓ 3.1 g/l", "3.1", "g/L", "↓"),
        ("112 umol/L", "112", "μmol/L", None),
        ("-0.5", "-0.5", None, None),
        ("12.5%", "12.5", "%", None),
        ("阴性(-)", None, None, None),
        ("1:320", None, None, None),
        ("2+", None, None, None),
        ("淡黄色", None, None, None),
    ],
)
def test_result(text: str, value: str | None, unit: str | None, flag: str | None) -> None:
    result = parse_result(text)
    assert result is not None
    assert result.value == (None if value is None else Decimal(value))
    assert (result.unit, result.flag) == (unit, flag)


def test_a_sign_belongs_to_the_value() -> None:
    signs = [(r.sign, r.value) for r in map(parse_result, ("<0.50", "＞1000", "≤5")) if r]
    assert signs == [("<", Decimal("0.50")), (">", Decimal(1000)), ("<=", Decimal(5))]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3.5-5.5", "3.5", "5.5"),
        ("3.50～5.50", "3.50", "5.50"),
        ("3.5--5.5", "3.5", "5.5"),
        ("3.5—5.5", "3.5", "5.5"),
        ("(3.5-5.5)", "3.5", "5.5"),
        ("<0.5", None, "0.5"),
        ("≤0.5", None, "0.5"),
        ("＞90", "90", None),
        ("3.5-5.5 mmol/L", "3.5", "5.5"),
        ("-2.0-2.0", "-2.0", "2.0"),
        ("阴性(-)", None, None),
        ("5.5-3.5", None, None),
    ],
)
def test_reference(text: str, low: str | None, high: str | None) -> None:
    reference = parse_reference(text)
    assert reference is not None
    assert reference.low == (None if low is None else Decimal(low))
    assert reference.high == (None if high is None else Decimal(high))


def test_a_reference_flags() -> None:
    reference = parse_reference("3.5-5.5")
    assert reference is not None
    assert [reference.flag_of(Decimal(v)) for v in ("3.4", "3.5", "5.5", "5.6")] == ["↓", None, None, "↑"]


def test_nothing_is_no_result() -> None:
    assert parse_result(" ") is None
    assert parse_reference("") is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("×10^9/L", "10^9/L"),
        ("*10^12/L", "10^12/L"),
        ("10⁹/L", "10^9/L"),
        ("x10~9/L", "10^9/L"),
        ("10E9/L", "10^9/L"),
        ("mmol/l", "mmol/L"),
        ("umol/L", "μmol/L"),
        ("µmol/L", "μmol/L"),
        ("U/l", "U/L"),
        ("IU/ml", "IU/mL"),
        ("ml/min/1.73m²", "mL/min/1.73m^2"),
        ("%", "%"),
        ("见附页", None),
        ("", None),
    ],
)
def test_unit(text: str, unit: str | None) -> None:
    assert normalise_unit(text) == unit


@pytest.mark.parametrize(
    ("text", "flag"), [("↑", "↑"), ("H", "↑"), ("个", "↑"), ("↓", "↓"), ("L", "↓"), ("", None)]
)
def test_flag(text: str, flag: str | None) -> None:
    assert normalise_flag(text) == flag
