"""Sex and age as printed → 男/女 and completed years.

Source: GB/T 2261.1 (1 男, 2 女) and the front page of inpatient records, which prints the code in a
box beside ``1.男 2.女``; ages of small children in months or days (病历书写基本规范).

>>> normalise_sex("男√ 女"), normalise_sex("性别 2 1.男 2.女"), normalise_sex("F"), normalise_sex("男女")
('男', '女', '女', None)
>>> [normalise_age(t) for t in ("56岁", "056Y", "5岁3月", "8月", "3天", "5b岁", "床")]
[56, 56, 5, 0, 0, 56, None]
"""

from __future__ import annotations

import re
from typing import Literal

from ocr.values.chinese_numbers import NUMERALS, small_number
from ocr.values.text import digits_of, fold, narrow
from ocr.values.ticks import ticked_options

Sex = Literal["男", "女"]

_CODED = re.compile(r"[1l][.、:\-]?男(?:性)?[,/、]?2[.、:\-]?女(?:性)?(?:[,/、]?[09][.、:]?未[知说][^0-9]*)?")
_WORDS: dict[str, Sex] = {
    "男": "男", "男性": "男", "M": "男", "MALE": "男", "女": "女", "女性": "女", "F": "女", "FEMALE": "女",
}  # fmt: skip
_CODES: dict[str, Sex] = {"1": "男", "2": "女", "1男": "男", "2女": "女", "1.男": "男", "2.女": "女"}
_LABEL = re.compile(r"^(?:性别|SEX|年龄|AGE):?", re.IGNORECASE)
_ALONE = re.compile(r"(?:性\s*别\s*:?\s*)?(?P<sex>[男女])(?=性|[^\u4e00-\u9fff])(?!.*[男女])")
_YEARS = re.compile(r"(?<![0-9.])(?P<n>[0-9]{1,3})周?岁")
_N = r"[0-9OolISsbBZ]"
_AGE = re.compile(
    rf"(?P<n>{_N}{{1,3}}|[{NUMERALS}十]{{1,3}})(?P<unit>周?岁|Y(?:ears?)?|个?月龄?|M|周|[天日]龄?|D|小时|分钟)?"
    rf"(?:(?P<m>{_N}{{1,2}})(?:个?月|M|[天日])?(?:{_N}{{1,2}}[天日])?)?",
    re.IGNORECASE,
)


def normalise_sex(text: str) -> Sex | None:
    """The sex that ``text`` states, by word, code or tick."""
    plain = _LABEL.sub("", fold(text)).strip(":,.;/")
    if plain.upper() in _WORDS:
        return _WORDS[plain.upper()]
    if plain in _CODES:
        return _CODES[plain]
    if _CODED.search(plain):
        return _CODES.get(_CODED.sub("", plain, count=1).strip("[]()|,:.□口"))
    if (alone := _ALONE.match(narrow(text).strip())) and not ticked_options(text):
        return "男" if alone["sex"] == "男" else "女"
    ticked = [option for option, state in ticked_options(narrow(text), ("男", "女")) if state]
    if len(ticked) == 1:
        return "男" if ticked[0] == "男" else "女"
    return None


def normalise_age(text: str) -> int | None:
    """Completed years, 0–130; months, days and hours count as what years they make."""
    plain = _LABEL.sub("", fold(text)).strip(":,.;/()")
    match = _AGE.fullmatch(plain)
    if match is None:
        years = _YEARS.findall(plain) if len(plain) <= 16 else []
        return int(years[0]) if len(years) == 1 and int(years[0]) <= 130 else None
    unit = (match["unit"] or "").upper()
    if not unit and (match["m"] or not match["n"].isdigit() or not match["n"].isascii()):
        return None
    number = _number(match["n"])
    if number is None:
        return None
    if unit in ("", "岁", "周岁") or unit.startswith("Y"):
        return number if number <= 130 else None
    return number // 12 if "月" in unit or unit == "M" else number // 365 if unit[0] in "天日D" else 0


def _number(text: str) -> int | None:
    digits = digits_of(text)
    if digits.isascii() and digits.isdigit():
        return int(digits)
    return small_number(text)
