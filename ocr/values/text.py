"""Text as read → text that can be compared.

Three strengths, each keeping what the next one drops:

``narrow``  one character in, one character out: full-width and compatibility forms become plain
            ones, so offsets into the original stay true. Used by everything that finds values.
``clean``   for showing: NFKC, control characters out, runs of spaces to one, none between two
            Chinese characters.
``fold``    for comparing: NFKC, no spaces at all, one form each for colons, brackets, dashes,
            middle dots and the small mu; case kept.

Source of the forms: Unicode NFKC (UAX 15); the look-alikes are those that printed Chinese forms mix.

>>> narrow("ＩＤ：４３（甲）")
'ID:43(甲)'
>>> clean("姓　 名：  李 建国")
'姓名: 李建国'
>>> fold("（ Ⅱ 型）糖尿病 — 酮症")
'(II型)糖尿病-酮症'
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DASHES = "‐‑‒–—―−－﹣─━ー"
_DOTS = "•‧∙・･⋅"
_ALIKE = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_DOTS, "·")
    | {"﹕": ":", "∶": ":", "︰": ":", "【": "[", "】": "]", "〔": "(", "〕": ")", "µ": "μ", "\u3000": " "}
)
_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
CJK_CLASS = f"[{_CJK}〇]"
"""A regular-expression class: one Chinese character."""
_BETWEEN_CJK = re.compile(rf"(?<=[{_CJK}])\s+(?=[{_CJK}])")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0b-\x1f\x7f]")

DIGIT_LOOKALIKES = {
    "O": "0",
    "o": "0",
    "D": "0",
    "Q": "0",
    "〇": "0",
    "○": "0",
    "l": "1",
    "I": "1",
    "|": "1",
    "Z": "2",
    "z": "2",
    "S": "5",
    "s": "5",
    "b": "6",
    "B": "8",
}
"""Characters that a reader puts for a digit, with the digit meant most often."""


def narrow(text: str) -> str:
    """``text`` with every character in its plain form, of exactly the same length.

    A character whose plain form is longer than one (``Ⅲ``, ``℃``) stays as it is.

    >>> narrow("Ⅹ×Ⅲ２０２５－３")
    'X×Ⅲ2025-3'
    """
    return text.translate(_NARROW)


class _Narrow(dict[int, str]):
    """The plain form of each character, found when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        alike = char.translate(_ALIKE)
        plain = alike if alike != char else unicodedata.normalize("NFKC", char)
        self[code] = plain if len(plain) == 1 else char
        return self[code]


_NARROW = _Narrow()


def clean(text: str) -> str:
    """``text`` for showing to people: plain forms, single spaces, none inside Chinese words."""
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    plain = re.sub(r"\s+", " ", plain.translate(_ALIKE)).strip()
    return unicodedata.normalize("NFKC", _BETWEEN_CJK.sub("", plain))


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """``text`` for comparing; two writings of one value fold to the same string.

    >>> fold("江西省 宜春市（袁州区）") == fold("江西省宜春市(袁州区)")
    True
    """
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFKC", "".join(plain.translate(_ALIKE).split()))


def is_chinese(text: str) -> bool:
    """Whether ``text`` holds one or more characters, all Chinese."""
    return re.fullmatch(rf"{CJK_CLASS}+", text) is not None


def digits_of(text: str) -> str:
    """``text`` with the look-alikes of digits written as digits.

    >>> digits_of("2O25-O3-l5")
    '2025-03-15'
    """
    return "".join(DIGIT_LOOKALIKES.get(char, char) for char in text)
