"""Papers named after a certificate that tell a whole stay in hospital: 出院疾病证明书, 出院诊断书.

What such a paper is, is decided by what it holds. A certificate states a diagnosis and an advice; where a
paper handed out at discharge gives both days of the stay and how it went, it is read as a summary of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.types import TextLine
from ocr.values.text import fold

HEAD = 0.3
"""Part of the page's height in which the title stands."""
_TITLE = re.compile(r"[^:,。;]{0,20}出院(?![^:,。;]{0,6}诊断证明)[^:,。;]{0,6}(?:证明书?|诊断书)")
"""A 出院诊断证明书 is by its title a certificate of the diagnosis."""
_IN = re.compile(r"入院(?:日期|时间)|入院:")
_OUT = re.compile(r"出院(?:日期|时间)|出院:")
_COURSE = re.compile(
    r"^[(]?(?:[一二三四五六七八九十\d]{0,2}[)、.])?"
    r"(?:(?:治疗|诊疗|诊治|住院)(?:经过|过程|情况)|出院(?:时)?情况|入院(?:时)?情况|病情摘要)"
)


def tells_a_stay(lines: Sequence[TextLine], height: int) -> bool:
    """Whether a paper is titled as handed out at discharge and tells the stay's days and its course."""
    texts = [fold(x.text) for x in lines]
    titled = any(_TITLE.fullmatch(t) for x, t in zip(lines, texts, strict=True) if x.box[1] < HEAD * height)
    return titled and all(any(form.search(t) for t in texts) for form in (_IN, _OUT, _COURSE))
