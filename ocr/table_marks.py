"""Stars beside results of a test report: what marks there that a strip's result is not as it should be.

A star is small and hangs above the middle of its row, is read as a letter or a character by itself (卡, 学),
or as one with the result behind it (*1+).

>>> without_star("*1+"), without_star("★阳性"), without_star("阳性(+)*"), without_star("*1/*2")
('1+', '阳性', '阳性(+)', None)
"""

from __future__ import annotations

import re

from ocr.table_heads import Token

MARK = 0.65
"""A text of so little of its neighbour's height is a mark: a star hangs above the middle of its row."""
_READ_FOR_STAR = re.compile(r"[*＊★☆✱※xX×\u4e00-\u9fff]")
_STAR = "[*＊★☆✱]{1,2}"
_BEFORE = re.compile(rf"{_STAR}\s*(?=[-+±弱阴阳<>\d])(?!\d{{1,2}}[A-Z]?(?:[/:：]|$)|\d{{4}}$)")
"""No allele: *1/*2, *3, *15:02."""
_BEHIND = re.compile(rf"(?<=[-+±性)）])\s*{_STAR}$")


def is_star_beside(token: Token, result: Token) -> bool:
    """Whether a small character before the row's result is the star that marks it."""
    height, usual = (t.box[3] - t.box[1] for t in (token, result))
    before = token.box[2] <= result.box[0]
    return before and height < MARK * usual and _READ_FOR_STAR.fullmatch(token.text) is not None


def without_star(result: str) -> str | None:
    """The result without the star read as one with it; ``None`` where there is none."""
    found = _BEFORE.match(result) or _BEHIND.search(result)
    return result[: found.start()] + result[found.end() :] if found else None
