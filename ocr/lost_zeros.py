"""The 〇 in the numbers of military hospitals (第九二〇医院), which recognisers drop or take for a letter.

The hospitals of the Joint Logistics Support Force are numbered 900 to 991 and named digit by digit; every
tenth name ends in 〇. Where it was dropped, the room it takes is left between its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.types import Char

ZERO = "〇"
CONCLUDED = 0.8
"""The most confidence where a character was not read but follows from the rest: another may be hidden."""
_CIRCLE = "[ 0oO○◯]"
_DIGIT = "[一二三四五六七八九]"
_NUMBER = re.compile(rf"(?<=第九{_DIGIT}){_CIRCLE}(?=医院)|(?<=第九){_CIRCLE}(?={_DIGIT}医院)")


def with_zeros(chars: Sequence[Char]) -> list[Char]:
    """The characters of a run, in which a space stands where print is apart, with lost zeros put in.

    >>> box = (0.0, 0.0, 1.0, 1.0)
    >>> "".join(c.text for c in with_zeros([Char(c, box) for c in "第九二 医院"]))
    '第九二〇医院'
    """
    whole = list(chars)
    text = "".join(c.text for c in whole)
    if len(text) != len(whole):
        return whole
    for found in _NUMBER.finditer(text):
        old = whole[found.start()]
        sure = CONCLUDED if old.confidence is None else min(old.confidence, CONCLUDED)
        whole[found.start()] = Char(ZERO, old.box, sure)
    return whole
