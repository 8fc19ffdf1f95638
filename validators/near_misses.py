"""Names and identity numbers against a register: exactly the same, or what little differs, in words.

A register's word is no reading, so nothing is taken as the same that is not; but one name has several ways
to be written in computers. These are one: full and half width, the dots of names (``·•．``) or none, a
rare character under its old private-use code, a 15-digit number and the 18-digit one made from it.
"""

from __future__ import annotations

import re
import unicodedata

from ocr.values.id_number import upgrade
from ocr.values.text import fold
from ocr.values.traditional import simplified

_DOTS = re.compile(r"[·.。‧・•∙⋅\s]")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_PRIVATE_FIRST, _PRIVATE_LAST = 0xE815, 0xE864
_UNSHOWN = frozenset("?〓□■◇�＊*")
"""What systems print for a character they do not have."""


def plain_name(name: str) -> str:
    """A name in the one form in which registers' and portals' spellings are compared.

    >>> plain_name("买买提•吐尔逊") == plain_name("买买提．吐尔逊") == plain_name(" 买买提吐尔逊 ")
    True
    >>> plain_name("王\ue863") == plain_name("王䶮")
    True
    """
    held = "".join(_standard(char) for char in _SELECTORS.sub("", name))
    return _DOTS.sub("", fold(unicodedata.normalize("NFC", held)))


def _standard(char: str) -> str:
    """A character of GBK's private-use area FE50–FEA0 as GB 18030 later gave it a code of its own."""
    place = ord(char) - _PRIVATE_FIRST
    if not 0 <= place <= _PRIVATE_LAST - _PRIVATE_FIRST:
        return char
    second = 0x50 + place + (0x50 + place >= 0x7F)  # 7F is left out
    return bytes((0xFE, second)).decode("gb18030")


def plain_number(number: str) -> str:
    """A number in the one form in which it is compared: capitals, and 15 digits brought to 18.

    >>> plain_number("430503670312451") == plain_number(" 43050319670312451４")
    True
    """
    held = fold(number).upper().replace("×", "X")
    return (upgrade(held) or held) if len(held) == 15 else held


def difference_of_names(stated: str, recorded: str) -> str | None:
    """The little by which two names differ, in words; ``None`` where they differ by more, or not at all.

    The recorded name itself is not told: the words may reach whoever stated the other one.

    >>> difference_of_names("李建国", "李健国")
    '第 2 个字不同'
    >>> difference_of_names("李建国", "李国")
    '登记的姓名少一个字'
    >>> difference_of_names("王䶮", "王?")
    '第 2 个字在登记中没有显示出来（可能是生僻字）'
    >>> difference_of_names("李建国", "王芳") is None
    True
    """
    left, right = plain_name(stated), plain_name(recorded)
    if left == right or not left or not right:
        return None
    if len(left) != len(right):
        near = min(len(left), len(right)) >= 2 and _one_more(left, right)
        return f"登记的姓名{'少' if len(right) < len(left) else '多'}一个字" if near else None
    return _differing_characters(left, right)


def _differing_characters(left: str, right: str) -> str | None:
    places = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if all(_is_unshown(right[i]) or _is_unshown(left[i]) for i in places) and len(places) < len(left):
        return f"第 {_listed(places)} 个字在登记中没有显示出来（可能是生僻字）"
    if len(places) == 1 and len(left) >= 2:
        return f"第 {places[0] + 1} 个字不同"
    if simplified(left) == simplified(right):
        return f"第 {_listed(places)} 个字的繁简写法不同"
    return f"第 {_listed(places)} 个字次序颠倒" if _is_swap(left, right, places) else None


def difference_of_numbers(stated: str, recorded: str) -> str | None:
    """The little by which two numbers differ, in words; ``None`` where they differ by more, or not at all.

    >>> difference_of_numbers("430503196703124514", "430503196703124541")
    '第 17、18 位对调'
    >>> difference_of_numbers("430503196703124514", "430503196703124524")
    '第 17 位不同'
    >>> difference_of_numbers("43050319670312451", "430503196703124514")
    '少一位'
    """
    left, right = plain_number(stated), plain_number(recorded)
    if left == right:
        return None
    if 15 in (len(left), len(right)) and len(left) != len(right):
        return _old_and_new(left, right)
    if abs(len(left) - len(right)) == 1 and _one_more(left, right):
        return "少一位" if len(left) < len(right) else "多一位"
    if len(left) != len(right):
        return None
    places = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if len(places) == 1:
        return f"第 {places[0] + 1} 位不同"
    return f"第 {_listed(places)} 位对调" if _is_swap(left, right, places) else None


def _old_and_new(left: str, right: str) -> str | None:
    """A 15-digit number that could not be brought to 18, against one of 18."""
    short, long = sorted((left, right), key=len)
    return "一个为 15 位旧号，其余各位相同" if len(long) == 18 and short == long[:6] + long[8:17] else None


def _is_swap(left: str, right: str, places: list[int]) -> bool:
    """Whether two neighbours are exchanged and all else is the same."""
    if len(places) != 2 or places[1] != places[0] + 1:
        return False
    first, second = places
    return (left[first], left[second]) == (right[second], right[first])


def _one_more(one: str, other: str) -> bool:
    """Whether the longer of two is the shorter with one character put in."""
    short, long = sorted((one, other), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _is_unshown(char: str) -> bool:
    return char in _UNSHOWN or unicodedata.category(char) == "Co"


def _listed(places: list[int]) -> str:
    return "、".join(str(place + 1) for place in places)
