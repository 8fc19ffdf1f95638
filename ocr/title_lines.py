"""Titles that were found in several pieces, beside each other or one below the other, joined."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.layout import usual_height
from ocr.types import TextLine
from ocr.values.text import fold

_LARGE = 1.15
"""Type so much taller than usual is a title's, where pieces of one row are joined."""
_PIECE = range(3, 25)
"""Characters of each line of a title on two."""
_CLOSE = 1.4
"""Line heights between two lines of a title at most; spaced-out titles stand well apart."""
_NOT_SMALL = 0.8
_NEXT = 3
"""The second line of a title is at most the third further down: stamps may stand beside it."""
_ALIKE = 1.7
"""How much one line of a title may be taller than the other: boxes of tilted lines are."""
_FILED = re.compile(
    r"(?:病|病种|特药|药品|门特|门慢)\)?(?:门诊)?(?:治疗|医疗|用药|就医)?(?:备案|登记)[表单]$"
)
"""Titles that do not say whether something is asked for or has been granted."""
_GRANTED = re.compile(r"待遇(?:备案|登记)[表单]$")
"""Titles that say so, unless the applicant names there what he asks for and signs."""
_ASKED = re.compile(r"申[请报](?:备案|登记|认定|享受)?病种|^申[请报](?:备案|登记|认定)$")
_APPLICANT_SIGNS = re.compile(r"(?:申请人|参保人员?|患者|本人)(?:或家属|/家属)?\(?签[名字章]")
_ASKS = re.compile(
    r"申请(?:科室|医[师生]|人|(?:备案|登记|认定)?病种|日期|时间|理由|类[型别])|申报(?:病种|人|科室|医[师生])|初次申请"
    r"|(?:参保人员?|患者|本人|病人)(?:或家属|\(家属\)|/家属)?\(?签[名字章]"
)


def is_asked_for(lines: Sequence[TextLine]) -> bool:
    """Whether a paper named after its being filed is what a patient asks with: 特殊病种门诊治疗备案单."""
    texts = [fold(x.text) for x in lines]
    if any(_GRANTED.search(t) for t in texts):
        return all(any(form.search(t) for t in texts) for form in (_APPLICANT_SIGNS, _ASKED))
    return any(_FILED.search(t) for t in texts) and any(_ASKS.search(t) for t in texts)


def joined_lines(lines: Sequence[TextLine]) -> list[tuple[TextLine, str]]:
    """What stands in pieces, joined as it reads in one line, each with the piece that gives its place."""
    return [*_beside(lines), *_below(lines)]


def _beside(lines: Sequence[TextLine]) -> list[tuple[TextLine, str]]:
    """Large lines whose characters were found as several pieces on one row."""
    usual = usual_height(lines)
    large = [x for x in lines if x.box[3] - x.box[1] > _LARGE * usual]
    rows: list[list[TextLine]] = []
    for line in sorted(large, key=lambda x: x.box[1]):
        middle = (line.box[1] + line.box[3]) / 2
        for row in rows:
            if row[0].box[1] < middle < row[0].box[3]:
                row.append(line)
                break
        else:
            rows.append([line])
    joined = []
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda x: x.box[0])
            joined.append((row[0], fold("".join(x.text for x in row))))
    return joined


def _below(lines: Sequence[TextLine]) -> list[tuple[TextLine, str]]:
    """Two lines one centred under the other, as long titles are set: 某市门诊重症慢性病 over 鉴定申请表."""
    usual = usual_height(lines)
    folded = ((x, fold(x.text)) for x in lines if x.box[3] - x.box[1] >= _NOT_SMALL * usual)
    short = sorted(((x, t) for x, t in folded if len(t) in _PIECE), key=lambda xt: xt[0].box[1])
    return [
        (low, above + below)
        for place, (high, above) in enumerate(short)
        for low, below in short[place + 1 : place + 1 + _NEXT]
        if _is_under(low, high)
    ]


def _is_under(low: TextLine, high: TextLine) -> bool:
    heights = [x.box[3] - x.box[1] for x in (low, high)]
    room = low.box[1] - high.box[3]
    off = abs(sum(low.box[::2]) - sum(high.box[::2])) / 2
    return -0.5 * min(heights) < room < _CLOSE * max(heights) < _CLOSE * _ALIKE * min(heights) and off < max(
        heights
    )
