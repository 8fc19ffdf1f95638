"""Citizen identity numbers (公民身份号码) as read → the 18 characters, checked.

Source: GB 11643-1999: 6 characters of region, 8 of birth date, 3 of sequence (odd for men), 1 check
character after ISO 7064 MOD 11-2. The older 15 digits (GB 11643-89) have a two-digit year and no
check character; a third of random 15-digit numbers with a date inside would pass, so they are looked
for only on request.

A number ends at its check character, never at likeness: a wrong digit is never mended. A letter that
looks like a digit is replaced only where exactly one replacement gives a valid number.

>>> [m.number for m in find_id_numbers("身份证号：４３０５０３ 19670312 4514")]
['430503196703124514']
>>> find_id_numbers("430503196703124512")
[]
>>> [(m.number, m.repaired) for m in find_id_numbers("43O503196703124514")]
[('430503196703124514', True)]
>>> mask("430503196703124514")
'430***********4514'
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from stdnum.cn import ric

from ocr.values.text import narrow

_PROVINCES = """
11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81
82 83
"""
PROVINCES = frozenset(_PROVINCES.split())
"""First two characters of a region code (GB/T 2260; 81–83 are residents of 港澳台)."""

_LETTER_DIGITS = {
    "O": "0", "o": "0", "D": "0", "Q": "0", "〇": "0", "○": "0",
    "l": "17", "I": "17", "|": "1", "i": "1", "!": "1",
    "Z": "27", "z": "27", "S": "58", "s": "58", "b": "6", "G": "6", "B": "83", "q": "9", "g": "9",
}  # fmt: skip
_CHECK_X = frozenset("Xx×ⅩⅹХхχ乂✕")
_UNIT = f"[0-9{re.escape(''.join(_LETTER_DIGITS))}{''.join(sorted(_CHECK_X))}]"
_GAP = r"[\s*.·_-]"
_RUN = re.compile(rf"(?<![A-Za-z0-9]){_UNIT}(?:{_GAP}{{0,3}}{_UNIT})*(?![A-Za-z0-9])")
_RULE = re.compile(r"(?:^|(?<=[\u4e00-\u9fff:]))\|(?=\s?\d\s\d)")
"""The edge of the first of the boxes that a number is written into, read as a character: 号码|6 2 1 1."""
_LONGEST_REPAIR = 4


@dataclass(frozen=True, slots=True)
class IdMatch:
    """A valid number found in a text at ``[start, end)``.

    ``repaired``: letters were read as digits. ``upgraded``: it stood there with 15 digits.
    """

    number: str
    start: int
    end: int
    repaired: bool = False
    upgraded: bool = False


def find_id_numbers(text: str, *, old_form: bool = False) -> list[IdMatch]:
    """Every valid number in ``text``, with its span; ``old_form`` also takes 15 digits.

    Spaces, dashes, dots or stars may stand between the groups; a number begins and ends where a
    group does, so that no number is cut out of a longer one.
    """
    plain = _RULE.sub(" ", narrow(text))
    found: list[IdMatch] = []
    for run in _RUN.finditer(plain):
        for start, end in _windows(run, lengths=(18, 15) if old_form else (18,)):
            if found and start < found[-1].end:
                continue
            if (match := _read(plain[start:end], start, end)) is not None:
                found.append(match)
    return found


def normalise(text: str, *, old_form: bool = False) -> str | None:
    """The one valid number in ``text``; ``None`` when there is none, or several different ones."""
    numbers = {match.number for match in find_id_numbers(text, old_form=old_form)}
    return numbers.pop() if len(numbers) == 1 else None


def is_valid(number: str, on: dt.date | None = None) -> bool:
    """Whether ``number`` is 18 characters with a right check character, known province and real birth.

    With ``on``, a birth after that day is not valid.
    """
    if re.fullmatch(r"[0-9]{17}[0-9X]", number) is None or number[:2] not in PROVINCES:
        return False
    born = birth_date(number)
    if born is None or (on is not None and born > on):
        return False
    return number[-1] == check_character(number[:17])


def check_character(first17: str) -> str:
    """The check character that belongs to the first 17 digits.

    >>> check_character("43050319670312451")
    '4'
    """
    return str(ric.calc_check_digit(first17 + "0"))


def upgrade(number15: str) -> str | None:
    """The 18 characters of an old number of 15 digits; ``None`` when it cannot be one.

    >>> upgrade("430503670312451")
    '430503196703124514'
    """
    if re.fullmatch(r"[0-9]{15}", number15) is None:
        return None
    first17 = number15[:6] + "19" + number15[6:]
    number = first17 + check_character(first17)
    return number if is_valid(number) else None


def birth_date(number: str) -> dt.date | None:
    """The birth date inside the number; ``None`` when there is no such day since 1850."""
    try:
        born = dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
    return born if born.year >= 1850 else None


def sex(number: str) -> Literal["男", "女"]:
    """The sex that the sequence digit tells (odd for men)."""
    return "男" if int(number[16]) % 2 else "女"


def age_on(number: str, day: dt.date) -> int | None:
    """Completed years on ``day``; ``None`` when the birth date is unreal or later.

    >>> age_on("430503196703124514", dt.date(2025, 3, 11))
    57
    """
    born = birth_date(number)
    if born is None or born > day:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def region_code(number: str) -> str:
    """The six characters of the region where the number was given."""
    return number[:6]


def mask(number: str) -> str:
    """``number`` for showing where it need not be known: first 3, last 4."""
    return number[:3] + "*" * max(len(number) - 7, 0) + number[-4:]


def _windows(run: re.Match[str], lengths: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Spans of whole groups of ``run`` that hold as many characters as a number has."""
    groups = [
        (m.start() + run.start(), m.end() + run.start()) for m in re.finditer(rf"{_UNIT}+", run.group())
    ]
    for first in range(len(groups)):
        size = 0
        for last in range(first, len(groups)):
            size += groups[last][1] - groups[last][0]
            if size in lengths:
                yield groups[first][0], groups[last][1]
            if size >= max(lengths):
                break


def _read(raw: str, start: int, end: int) -> IdMatch | None:
    units = re.sub(_GAP, "", raw)
    if len(units) == 15:
        number = upgrade(units)
        return None if number is None else IdMatch(number, start, end, upgraded=True)
    options = [_readings(char, last=index == 17) for index, char in enumerate(units)]
    letters = sum(not char.isdigit() for char in units[:17]) + (
        not (units[17].isdigit() or units[17] in _CHECK_X)
    )
    if letters > _LONGEST_REPAIR:
        return None
    valid = {number for parts in itertools.product(*options) if is_valid(number := "".join(parts))}
    return IdMatch(valid.pop(), start, end, repaired=letters > 0) if len(valid) == 1 else None


def _readings(char: str, *, last: bool) -> str:
    if last and char in _CHECK_X:
        return "X"
    return char if char.isascii() and char.isdigit() else _LETTER_DIGITS.get(char, "")
