"""Codes on medical papers: disease codes of the insurance (M…), ICD-10, record and report numbers.

Source: 医疗保障疾病诊断分类与代码 (ICD-10 医保版: letter, two digits, a dot, up to three places, ``x`` for an
empty place, up to four places of extension); national codes of 门诊慢特病种 (M and five digits); record
numbers are the hospitals' own.

>>> [code for code, _, _ in find_disease_codes("病种编码 M O39OO 高血压")]
['M03900']
>>> [normalise_icd10(t) for t in ("I10.x00", "l10.X00", "E11,900", "疾病编码：N18.001", "X光")]
['I10.x00', 'I10.x00', 'E11.900', 'N18.001', None]
>>> [normalise_record_number(t) for t in ("住院号： 00 123456", "No.2025-0312", "B20250312008", "无")]
['00123456', '2025-0312', 'B20250312008', None]
"""

from __future__ import annotations

import re

from ocr.values.text import digits_of, fold, narrow

_DIGIT = r"[0-9OoQlIZSB]"
_M_CODE = re.compile(rf"(?<![A-Za-z0-9])M\s?(?P<digits>{_DIGIT}(?:\s?{_DIGIT}){{4}})(?![A-Za-z0-9.])")
_ICD = re.compile(
    rf"(?<![A-Za-z0-9])(?P<letter>[A-Zl1|])(?P<category>[0-9lIOoQ]{_DIGIT})"
    rf"(?:\s?[.,·]\s?(?P<rest>[0-9OoxX×][0-9OolxX×]{{0,7}}(?:[+*])?))?(?![A-Za-z0-9])"
)
_RECORD = re.compile(r"[A-Za-z]{0,6}[-_]?[0-9][A-Za-z0-9]*(?:[-_/.][A-Za-z0-9]+){0,4}")
_RECORD_LABEL = re.compile(r"^(?:[\u4e00-\u9fff()/]{1,12}:?|NO[.:]*|ID:?|#)+", re.IGNORECASE)


def find_disease_codes(text: str) -> list[tuple[str, int, int]]:
    """Every national code of a 门诊慢特病 in ``text``, ``M`` and five digits, with its span."""
    return [
        ("M" + digits_of(re.sub(r"\s", "", m["digits"])), m.start(), m.end())
        for m in _M_CODE.finditer(narrow(text))
    ]


def find_icd10(text: str) -> list[tuple[str, int, int]]:
    """Every ICD-10 code in ``text`` with its span; letters upper case, ``x`` of empty places lower."""
    found: list[tuple[str, int, int]] = []
    for match in _ICD.finditer(narrow(text)):
        letter = "I" if match["letter"] in "l1|" else match["letter"]
        mended = letter != match["letter"] or not match["category"].isdigit()
        if mended and match["rest"] is None:
            continue
        rest = re.sub("[X×]", "x", match["rest"] or "").replace("O", "0").replace("o", "0").replace("l", "1")
        code = letter + digits_of(match["category"]) + (f".{rest}" if rest else "")
        found.append((code, match.start(), match.end()))
    return found


def normalise_icd10(text: str) -> str | None:
    """The one ICD-10 code in ``text``."""
    codes = {code for code, _, _ in find_icd10(text)}
    return codes.pop() if len(codes) == 1 else None


def normalise_record_number(text: str) -> str | None:
    """A record, report or card number as printed, without label and spaces; letters are not mended.

    2–30 characters with at least one digit; ``None`` for words, stars and blanks.
    """
    plain = _RECORD_LABEL.sub("", fold(text)).strip(":.,;_-*()")
    if not 2 <= len(plain) <= 30 or _RECORD.fullmatch(plain) is None:
        return None
    return plain
