"""Dates as printed and written on Chinese papers → ``PartialDate``.

Source of the forms: GB/T 7408-2005 (calendar dates), and the ways that hospital systems, identity
cards and hands write them. A date that cannot be is never mended into another one, and a date given
by month stays a month. Years 1900–2099.

>>> parse_date("2025年 3 月5曰").iso
'2025-03-05'
>>> parse_date("二〇二五年十二月二十一日").iso
'2025-12-21'
>>> parse_date("2025年3月").iso
'2025-03'
>>> parse_date("2025年2月30日") is None
True
>>> [(d.iso, s, e) for d, s, e in find_dates("入院2025-03-0508:12出院2025.3.12")]
[('2025-03-05', 2, 12), ('2025-03-12', 19, 28)]
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from ocr.values.chinese_numbers import NUMERALS, small_number, year_digits
from ocr.values.text import digits_of, narrow

Validity: TypeAlias = "tuple[PartialDate, PartialDate | Literal['长期']]"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A calendar day, or a whole month where ``day`` is ``None``."""

    year: int
    month: int
    day: int | None = None

    @property
    def earliest(self) -> dt.date:
        """The first day that this may mean."""
        return dt.date(self.year, self.month, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day that this may mean."""
        return dt.date(self.year, self.month, self.day or calendar.monthrange(self.year, self.month)[1])

    @property
    def iso(self) -> str:
        """``YYYY-MM-DD``, or ``YYYY-MM`` for a month."""
        month = f"{self.year:04d}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"


_D = r"[0-9OoDQlI|ZzSsbB〇○]"
_Y = rf"(?:[12lIZz|]\s?{_D}\s?{_D}\s?{_D})"
_YEAR_MARK, _MONTH_MARK, _DAY_MARK = "[年午]", "[月用且]", "[日曰口目号臼旦]"
_SEP = r"\s{0,2}[-/.,·、]\s{0,2}"
_HOUR = r"(?:[01]\d|2[0-3]|24(?=\s?[:时点]?\s?00))"
_TIME = (
    rf"(?:(?:{_HOUR}|\d)\s?[:时点]\s?\d|(?<=\d\d){_HOUR}[0-5]\d\s?:\s?\d"
    rf"|{_HOUR}[.:][0-5]\d[.:][0-5]\d|(?<=\d\d){_HOUR}\s{{0,6}}[时点])"
)
"""A time right behind a date. Hour and minute without a mark between them (0954:28) only behind a day of two
digits: 2025-03-1012:30 is the 10th at 12:30, and 2025-03-11012:30 nothing that can be told.
No day has an hour 28, so 2025-3-128:30 is the 12th."""
_NUMERAL_YEAR = rf"[{NUMERALS}0Oo]{{4}}"
_NUMERAL_SMALL = rf"[{NUMERALS}十廿卅]{{1,4}}"
_BEFORE = r"(?<![0-9])(?<![0-9][-/.])"

_MARKED = re.compile(
    rf"{_BEFORE}(?P<y>{_Y}|{_NUMERAL_YEAR})\s*{_YEAR_MARK}\s*"
    rf"(?P<m>{_D}\s?{_D}?|{_NUMERAL_SMALL})\s*{_MONTH_MARK}"
    rf"(?:\s*[.·]?\s*(?P<d>{_D}\s?{_D}?|{_NUMERAL_SMALL})"
    rf"(?:\s*{_DAY_MARK}|(?=\s*$|[\s,。;、:()\]-]|{_TIME}))|(?!\s*[0-9]))"
)
_DELIMITED = re.compile(
    rf"{_BEFORE}(?P<y>[12lIZz|]{_D}{{3}}){_SEP}(?P<m>{_D}{{1,2}}){_SEP}(?P<d>{_D}{{1,2}}?)"
    rf"(?:\s?{_DAY_MARK})?(?:(?![0-9])|(?={_TIME}))"
)
_COMPACT = re.compile(
    rf"{_BEFORE}(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:(?![0-9])|(?=\d\d\s?:\s?\d\d))"
)
_HALF_DELIMITED = re.compile(
    rf"{_BEFORE}(?P<y>(?:19|20)\d\d)(?:[-/.](?P<m>\d\d)(?P<d>\d\d)|(?P<m2>\d\d)[-/.](?P<d2>\d\d))"
    r"(?=\s?\d\d\s?:\s?\d\d)"
)
"""One stroke lost before a time: 2020-0608 18:49. Without the time it may be a serial number."""
_BLURRED = re.compile(
    rf"{_BEFORE}(?P<y>(?:19|20)\d\d)[-/. ](?P<m>\d\d)[-/. ](?P<d>\d\d)(?=\s?\d\d\s?:\s?\d\d)"
)
"""Strokes read as spaces, before a time: 2023 04-02 15:10."""
_AMERICAN = re.compile(
    r"(?<![\d/])(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>(?:19|20)\d\d)(?=\s?\d{1,2}:\d\d:\d\d\s?[AP]M)"
)
"""As programs set up for America print it, before an hour of theirs: 2/5/2024 11:16:57 AM."""
_SHORT_YEAR = re.compile(
    rf"{_BEFORE}(?P<y>\d\d)(?:{_SEP}|\s*年\s*)(?P<m>\d{{1,2}})(?:{_SEP}|\s*月\s*)(?P<d>\d{{1,2}})(?![0-9])"
    rf"(?:\s?{_DAY_MARK})?"
)
_STAMP = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?")
_MONTH_ONLY = re.compile(rf"(?P<y>(?:19|20)\d\d)(?:{_SEP})(?P<m>\d{{1,2}})")
_BARE_MONTH = re.compile(
    r"\s{0,3}(?P<y>(?:19|20)\d\d)\s?[-/.]\s?(?P<m>0[1-9]|1[0-2])(?![0-9A-Za-z])(?!\s{0,3}[-/.,·]?\s{0,3}[0-9])"
)
_SPACED = re.compile(r"(?P<y>(?:19|20)\d\d) +(?P<m>\d{1,2}) +(?P<d>\d{1,2})")
_VALIDITY_JOIN = re.compile(
    r"(\d{4}[.,]\d\d[.,]\d\d|(?<!\d)\d{8})(?:\s?-\s?(?=\d{4})|(?<=[.,]\d\d)(?=\d{4}[.,]\d\d[.,]\d\d))"
)
_TAIL_NUMBER = re.compile(r"\s?[-/.]\s?\d")
_HOUR_LEFT = re.compile(r"\d\d\s?[:时点]|\d\s?[:时点]")


@lru_cache(maxsize=4096)
def parse_date(text: str, *, two_digit_year: bool = False) -> PartialDate | None:
    """The one date that ``text`` holds; ``None`` when there is none, or more than one.

    Times after the date are passed over. ``two_digit_year`` also takes ``25.3.5`` for 2025-03-05.

    >>> parse_date("25.3.5") is None, parse_date("25.3.5", two_digit_year=True).iso
    (True, '2025-03-05')
    """
    plain = narrow(text).strip()
    for whole in (_STAMP, _MONTH_ONLY, _SPACED):
        if match := whole.fullmatch(plain):
            return _from_match(match)
    found = {date for date, _, _ in find_dates(text, two_digit_year=two_digit_year)}
    return found.pop() if len(found) == 1 else None


def find_dates(text: str, *, two_digit_year: bool = False) -> list[tuple[PartialDate, int, int]]:
    """Every date in ``text``, in order, with its span ``[start, end)`` in ``text``."""
    plain = narrow(text)
    forms = [_MARKED, _DELIMITED, _COMPACT, _HALF_DELIMITED, _BLURRED, _AMERICAN] + (
        [_SHORT_YEAR] if two_digit_year else []
    )
    spans: list[tuple[PartialDate, int, int]] = []
    for form in forms:
        for match in form.finditer(plain):
            if any(match.start() < end and start < match.end() for _, start, end in spans):
                continue
            if form is _DELIMITED and not _stands_alone(match):
                continue
            if (date := _from_match(match)) is not None:
                spans.append((date, match.start(), match.end()))
    return sorted(spans, key=lambda span: span[1])


def find_bare_month(text: str) -> tuple[PartialDate, int, int] | None:
    """``2019-11`` at the beginning, where no day stands behind it: blanked out, cut off or never printed.

    Only for text behind a label of a date; elsewhere two numbers and a stroke are no month.

    >>> [(m.iso, s, e) for m, s, e in [find_bare_month(" 2019-11·  病区名称")]]
    [('2019-11', 1, 8)]
    >>> find_bare_month("2019-11-2"), find_bare_month("2019-11 05"), find_bare_month("2019-13")
    (None, None, None)
    """
    match = _BARE_MONTH.match(narrow(text))
    date = PartialDate(int(match["y"]), int(match["m"])) if match else None
    return (date, match.start("y"), match.end("m")) if match and date else None


def parse_validity(text: str) -> Validity | None:
    """The validity of an identity card, ``2015.06.18-2035.06.18`` or ``2015.06.18-长期``.

    ``None`` unless both ends are whole days in order. A lost dash between the two is borne.

    >>> [end.iso for end in parse_validity("2015.06.182035.06.18")]
    ['2015-06-18', '2035-06-18']
    >>> parse_validity("有效期限 2015.06.18—长期")[1]
    '长期'
    """
    plain = _VALIDITY_JOIN.sub(r"\1 至 ", narrow(text))
    days = [date for date, _, _ in find_dates(plain) if date.day is not None]
    if "长期" in plain.replace(" ", "") and len(days) == 1:
        return days[0], "长期"
    if len(days) == 2 and days[0].earliest < days[1].earliest:
        return days[0], days[1]
    return None


def _from_match(match: re.Match[str]) -> PartialDate | None:
    """The date of a match; ``None`` when there is no such day, or the day's digits run into a time."""
    parts = match.groupdict()
    year, month = _year(parts["y"]), _small(parts["m"] or parts["m2"])
    day_text = parts.get("d") or parts.get("d2")
    if year is None or month is None:
        return None
    if day_text is None:
        return PartialDate(year, month) if 1900 <= year <= 2099 and 1 <= month <= 12 else None
    day = _small(day_text)
    if day is None or _hour_may_own_a_digit(match) or _may_be_cut(match, day):
        return None
    return _calendar_day(year, month, day)


def _may_be_cut(match: re.Match[str], day: int) -> bool:
    """Whether a date at the end of the text may have lost a digit of its day under a seal.

    2025年4月2 without its 日, and 2025-03-1: who sets a nought before the month sets one before the day.
    """
    if day > 3 or not match.end() == len(match.string.rstrip()) == match.end("d"):
        return False
    padded = match["m"].startswith("0") and len(match["m"]) == 2 and len(match["d"]) == 1
    return match.re is _MARKED or (match.re is _DELIMITED and padded)


def _hour_may_own_a_digit(match: re.Match[str]) -> bool:
    """Whether ``2025-3-108:12`` may be the 1st at 08:12 as well as the 10th at 8:12."""
    rest = match.string[match.end("d") :]
    if match.end() != match.end("d") or not (hour := _HOUR_LEFT.match(rest)):
        return False
    joined = match["d"] + re.sub(r"\D", "", hour.group())
    readings = [
        (int(joined[:cut]), int(joined[cut:]))
        for cut in (1, 2)
        if joined.isdigit() and 0 < len(joined) - cut <= 2
    ]
    return sum(1 <= day <= 31 and hour_ <= 23 for day, hour_ in readings) > 1


def _calendar_day(year: int, month: int, day: int) -> PartialDate | None:
    if not 1900 <= year <= 2099:
        return None
    try:
        dt.date(year, month, day)
    except ValueError:
        return None
    return PartialDate(year, month, day)


def _year(text: str) -> int | None:
    compact = text.replace(" ", "")
    if any(char in NUMERALS for char in compact if char not in "〇○"):
        return year_digits(compact)
    digits = digits_of(compact)
    if not digits.isdigit():
        return None
    return 2000 + int(digits) if len(digits) == 2 else int(digits)


def _small(text: str) -> int | None:
    compact = text.replace(" ", "")
    digits = digits_of(compact)
    if digits.isascii() and digits.isdigit():
        return int(digits) if len(digits) <= 2 else None
    return small_number(compact)


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether the match is a date of its own: no letters that look like one, no serial number."""
    if sum(char.isdigit() for char in match.group()) < 3:
        return False
    rest = match.string[match.end() :]
    if not _TAIL_NUMBER.match(rest):
        return True
    after = rest.lstrip()[1:].lstrip()
    return re.match(rf"(?:19|20)\d\d(?!\d)|(?:19|20)\d{{6}}(?!\d)|{_TIME}", after) is not None
