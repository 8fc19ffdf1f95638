"""Dates in all their written forms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.values.dates import PartialDate, find_dates, parse_date, parse_validity

NUMERALS = "〇一二三四五六七八九"


def by_value(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else NUMERALS[tens] + "十"
    return head + (NUMERALS[ones] if ones else "")


def chinese(day: dt.date, zero: str) -> str:
    year = "".join(NUMERALS[int(digit)] for digit in str(day.year)).replace("〇", zero)
    return f"{year}年{by_value(day.month)}月{by_value(day.day)}日"


FORMS: list[Callable[[dt.date], str]] = [
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: f"{d:%Y年%m月%d日}",
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"{d.year}.{d.month}.{d.day}",
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d:%Y-%m-%d %H:%M:%S}",
    lambda d: f"{d:%Y-%m-%d}08:12",
    lambda d: f"{d:%Y年%m月%d日} 8时30分",
    lambda d: f"{d:%Y%m%d}081233",
    lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日",
    lambda d: f"{d:%Y-%m-%d}".translate(str.maketrans("0123456789-", "０１２３４５６７８９－")),
    lambda d: f"{d.year}年{d.month}月{d.day}曰",
    lambda d: f"出院日期：{d:%Y-%m-%d}",
    lambda d: chinese(d, "〇"),
    lambda d: chinese(d, "○"),
    lambda d: chinese(d, "零"),
    lambda d: chinese(d, "O"),
]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(FORMS))
def test_every_day_survives_every_form(day: dt.date, form: Callable[[dt.date], str]) -> None:
    date = parse_date(form(day))
    assert date is not None
    assert (date.earliest, date.latest, date.iso) == (day, day, day.isoformat())


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025年 3 月5曰", "2025-03-05"),
        ("2O25-O3-l5", "2025-03-15"),
        ("2025年03月05口", "2025-03-05"),
        ("2025-03-0508:12", "2025-03-05"),
        ("2025.03.050954:28", "2025-03-05"),
        ("2025-03-0515.50:23", "2025-03-05"),
        ("2025030515:41:53", "2025-03-05"),
        ("202503-0515:03:17", "2025-03-05"),  # a stroke that the printer lost
        ("2025-0305 18:49:19", "2025-03-05"),
        ("2025-03-11012:30", None),  # the 1st at 10:12, or the 11th with a digit of its hour lost
        ("2025-0305", None),  # without a time it may be a serial number
        ("2025-3-508:12", "2025-03-05"),
        ("2025/3/10 8:12:00", "2025-03-10"),
        ("2025年3月", "2025-03"),
        ("二○二五年三月", "2025-03"),
        ("2025-03", "2025-03"),
        ("2025 03 05", "2025-03-05"),
        ("2025年3月1 5日", "2025-03-15"),
        ("2025午3月5日", "2025-03-05"),
        ("二〇二五年廿一日", None),
        ("二〇二五年十二月廿一日", "2025-12-21"),
        ("入院时间:2025年03月05日08时12分", "2025-03-05"),
        ("2025年2月30日", None),
        ("2025-13-05", None),
        ("2025-3-108:12", None),
        ("25.3.5", None),
        ("2025-03-05-0012", None),
        ("住院号 120250305", None),
        ("2025-03-05 至 2025-03-12", None),
        ("1899-12-31", None),
        ("2100年1月1日", None),
        ("10.5×10^9/L", None),
        ("", None),
        ("年 月 日", None),
        ("2025年__月__日", None),
        ("430503196703124514", None),
    ],
)
def test_parse(text: str, iso: str | None) -> None:
    date = parse_date(text)
    assert (date and date.iso) == iso


@pytest.mark.parametrize("text", ["25.3.5", "25年3月5日", "25-03-05", "25/3/5"])
def test_a_year_of_two_digits_only_on_request(text: str) -> None:
    assert parse_date(text) is None
    date = parse_date(text, two_digit_year=True)
    assert date is not None
    assert date.iso == "2025-03-05"


def test_a_month_is_a_span() -> None:
    month = PartialDate(2024, 2)
    assert (month.earliest, month.latest) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))


def test_spans_point_into_the_text() -> None:
    text = "入院日期：２０２５年３月５日　出院日期:2025-03-12 13:00 住院7天"
    assert [(d.iso, text[s:e]) for d, s, e in find_dates(text)] == [
        ("2025-03-05", "２０２５年３月５日"),
        ("2025-03-12", "2025-03-12"),
    ]


@given(st.text(alphabet="0123456789-/.年月日二〇十 :Ol", max_size=24))
def test_what_is_found_is_a_real_day_inside_the_text(text: str) -> None:
    for date, start, end in find_dates(text):
        assert 0 <= start < end <= len(text)
        assert 1900 <= date.year <= 2099
        assert date.earliest <= date.latest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015.06.18-2035.06.18", ("2015-06-18", "2035-06-18")),
        ("有效期限 2015.06.18—2035.06.18", ("2015-06-18", "2035-06-18")),
        ("2015.06.182035.06.18", ("2015-06-18", "2035-06-18")),
        ("2015.06.18-长期", ("2015-06-18", "长期")),
        ("2015.06.18- 长 期", ("2015-06-18", "长期")),
        ("20150618-20350618", ("2015-06-18", "2035-06-18")),
        ("2015年6月18日至2035年6月18日", ("2015-06-18", "2035-06-18")),
        ("2035.06.18-2015.06.18", None),
        ("2015.06.18", None),
        ("长期", None),
    ],
)
def test_validity(text: str, expected: tuple[str, str] | None) -> None:
    validity = parse_validity(text)
    if expected is None:
        assert validity is None
    else:
        assert validity is not None
        start, end = validity
        assert (start.iso, end if isinstance(end, str) else end.iso) == expected
