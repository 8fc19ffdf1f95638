"""Telephone numbers of mainland China as printed → digits.

Source: YD/T numbering plan: mobile 1[3-9] and nine digits; fixed lines with area code 010, 02x or 0xxx
and seven or eight digits, written ``0739-5351234``. Country code 86 is dropped. A masked number is none.

>>> normalise("电话：138 7390 1234"), normalise("+86-13873901234"), normalise("(0739)5351234")
('13873901234', '13873901234', '0739-5351234')
>>> normalise("138****1234") is None
True
"""

from __future__ import annotations

import re

from ocr.values.text import digits_of, narrow

_D = r"[0-9OolI]"
_MOBILE = re.compile(
    rf"(?<![0-9A-Za-z])(?:(?:\+|00)?86[-\s]?)?(?P<number>[1lI][3-9]{_D}[-\s]?{_D}{{4}}[-\s]?{_D}{{4}})(?![0-9A-Za-z*])"
)
_FIXED = re.compile(
    r"(?<![0-9A-Za-z-])\(?(?P<area>0(?:10|2\d|[3-9]\d{2}))\)?\s?[-\s]?\s?(?P<number>[2-8]\d{6,7})(?:[-转]\d{1,5})?(?![0-9*])"
)


def find_phones(text: str) -> list[tuple[str, int, int]]:
    """Every telephone number in ``text`` with its span ``[start, end)``."""
    plain = narrow(text)
    found = [
        (digits_of(re.sub(r"[-\s]", "", m["number"])), m.start(), m.end()) for m in _MOBILE.finditer(plain)
    ]
    found += [(f"{m['area']}-{m['number']}", m.start(), m.end()) for m in _FIXED.finditer(plain)]
    return sorted(found, key=lambda phone: phone[1])


def normalise(text: str) -> str | None:
    """The first telephone number in ``text``: 11 digits, or ``area-number``."""
    found = find_phones(text)
    return found[0][0] if found else None
