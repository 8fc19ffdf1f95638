"""Small Chinese numerals, as dates and ages are written with them → integers.

Source: GB/T 15835-2011 (numerals in publications); years digit by digit, months and days by value.

>>> year_digits("二○二五"), year_digits("二O二五"), year_digits("一九六七")
(2025, 2025, 1967)
>>> small_number("二十一"), small_number("廿一"), small_number("〇三"), small_number("十十")
(21, 21, 3, None)
"""

from __future__ import annotations

import re

_DIGITS = {
    char: value
    for value, chars in enumerate(
        ("〇零○Oo0◯", "一壹", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for char in chars
}
NUMERALS = "〇零○一壹二贰三叁四肆五伍六陆七柒八捌九玖"
"""The characters of Chinese digits, for a regular-expression class."""
_TENS = re.compile(rf"(?P<tens>[{NUMERALS}])?十(?P<ones>[{NUMERALS}])?")


def year_digits(text: str) -> int | None:
    """A year written digit by digit; ``None`` unless four digits."""
    if len(text) != 4 or any(char not in _DIGITS for char in text):
        return None
    return int("".join(str(_DIGITS[char]) for char in text))


def small_number(text: str) -> int | None:
    """A number from 0 to 99 by value (``二十一``) or digit by digit (``二一``, ``〇三``)."""
    text = text.replace("廿", "二十").replace("卅", "三十")
    if match := _TENS.fullmatch(text):
        tens = _DIGITS[match["tens"]] if match["tens"] else 1
        ones = _DIGITS[match["ones"]] if match["ones"] else 0
        return tens * 10 + ones if tens and (ones or not match["ones"]) else None
    if 1 <= len(text) <= 2 and all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    return None
