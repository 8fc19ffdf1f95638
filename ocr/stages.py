"""Stages and degrees in a diagnosis as they were read → as they are written: T2N1M0, IIIA期, 2.5级."""

from __future__ import annotations

import re

_GRADE = re.compile(r"(?<=\d)[,，](?=\d[级期分])")
"""A point misread: Hoehn-Yahr 2,5级."""
_ROMAN = re.compile(r"(?<=[（(])[1lI]{2,3}(?=[ABCabc][)）])|(?<![0-9A-Za-z.])[1lI]{2,3}(?=[ABCabc]期)")
"""A stage in Roman numerals, also with some of them read as 1 or l: (11A), 1Ib期."""
_TWICE_READ = re.compile(r"[Il](?=[ⅡⅢⅣⅤⅥ])|(?P<numeral>[ⅠⅡⅢⅣⅤⅥ])(?=(?P=numeral)[期级型度])")
"""A Roman numeral that is one character, or its first stroke, read twice: IⅣ期, ⅢⅢ级."""
_OF_FOUR = re.compile(r"I{4,}(?=[ABCabc]?[期级型度])")
"""Ⅲ and strokes of it read again: there is no numeral of four."""
_STAGE = re.compile(
    r"T(?:[0-4Oo][a-d]?|is|[xX])[,，]?N(?:[0-3Oo][a-c]?|[xX])[,，]?M(?:[01OolI][a-c]?|[xX])|M[01Oo]E[01Oo]S[01Oo]T[0-2Oo]C[0-2Oo]"
)
"""TNM stages and the Oxford classification of IgA nephropathy: digits alone stand there: O is 0, l is 1."""


def numerals_read_once(text: str) -> str:
    """The text without what was read a second time of a Roman numeral.

    >>> numerals_read_once("心功能IⅣ级")
    '心功能Ⅳ级'
    """
    return _TWICE_READ.sub("", text)


def points_put_back(text: str) -> str:
    """The text with a point that was read as a comma: Hoehn-Yahr 2.5级."""
    return _GRADE.sub(".", text)


def stages_spelt(value: str) -> str:
    """A diagnosis with letters and strokes in its stages put right.

    >>> [stages_spelt(t) for t in ("右肺癌（T2aN2MOIIIIA期）", "肺癌1lb期", "LEE氏IIII级")]
    ['右肺癌（T2aN2M0IIIA期）', '肺癌IIb期', 'LEE氏III级']
    """
    value = _STAGE.sub(lambda m: re.sub("[lI](?!s)", "1", re.sub("[Oo]", "0", m.group())), value)
    return _OF_FOUR.sub("III", _ROMAN.sub(lambda m: "I" * len(m.group()), value))
