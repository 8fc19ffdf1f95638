"""The marks that law puts on every bill and invoice, told by part of their text.

The mark of the finance ministry says 财政票据监制章 along the top, or 全国统一财政票据监制章, the region, and
财政部监制 below (财政票据管理办法); on electronic bills it is 全国统一财政电子票据监制章; that of the tax
authority is 全国统一发票监制章. Both are printed small, and the form's title
runs across them, so that characters of them are misread. Names of hospitals are not completed: a seal with
one character amiss must show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ocr.marks.answers import Answer

_ALIKE = 4 / 7
"""Least share of a text's characters that were read, in their order: more than 财政局 holds."""
_SECONDED = ((0.8, 2 / 7), (0.6, 3 / 7))
"""From which share read of the text at a mark's bottom on which share of that above is enough."""
_BELOW = 0.8
"""Share of the text at the bottom from which on it is completed."""
_STRAY = 1
"""How many characters may stand too much between the first and last one read."""
_OWN = re.compile("[省市区]|广西|西藏|宁夏|新疆|内蒙古?|监制|税务|财政")
"""What lines of such a mark hold; a form's title runs across it as well."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark set by law: what runs along its top (``above``), what stands at its bottom (``below``)."""

    above: str
    below: str
    own: str
    """Characters of ``above`` of which one must be read: 财政监督专用章 has four others of the first."""


MARKS = (
    Mark("财政票据监制章", "财政部监制", "票据"),
    Mark("全国统一发票监制章", "国家税务总局", "发票"),
    Mark("全国统一财政票据监制章", "财政部监制", "票据"),
    Mark("全国统一财政电子票据监制章", "财政部监制", "电子票据"),
)
"""That is told of which more was read than is missing: a shorter one is part of the longer ones."""


def mark_told(rings: Iterable[str], others: Sequence[str] = ()) -> Mark | None:
    """The mark of which part was read; ``None`` for other seals.

    ``rings``: readings of the ring, one of which is enough; ``others``: what stands elsewhere in the seal.

    >>> mark_told(["财政歌据游制"]).above, mark_told(["票监"], ["财政部监制"]).above
    ('财政票据监制章', '财政票据监制章')
    >>> mark_told(["临沂市财政局", "财政部监制"]) is None
    True
    """
    readings = list(rings)
    found = {m: max((_in_common(r, m.above) for r in readings), key=len, default="") for m in MARKS}
    mark = max(MARKS, key=lambda m: (2 * len(found[m]) - len(m.above), len(found[m])))
    second = max((likeness(other, mark.below) for other in others), default=0.0)
    least = next((above for below, above in _SECONDED if second >= below - 1e-9), _ALIKE)
    enough = len(found[mark]) >= least * len(mark.above) - 1e-9
    return mark if enough and not set(mark.own).isdisjoint(found[mark]) else None


def likeness(text: str, whole: str) -> float:
    """The share of ``whole`` that stands in ``text`` in its order and close together, 0-1."""
    return len(_in_common(text, whole)) / len(whole)


def _in_common(text: str, whole: str) -> str:
    blocks = [b for b in SequenceMatcher(None, text, whole, autojunk=False).get_matching_blocks() if b.size]
    if not blocks or blocks[-1].a + blocks[-1].size - blocks[0].a > len(whole) + _STRAY:
        return ""
    return "".join(text[b.a : b.a + b.size] for b in blocks)


def lines_of_mark(mark: Mark, lines: Sequence[Answer]) -> list[Answer]:
    """The lines that are the mark's own, its lowest one in full where most of it was read."""
    own = [line for line in lines if _OWN.search(line.text)]
    return [_in_full(line, mark.below) for line in own]


def _in_full(line: Answer, below: str) -> Answer:
    alike = likeness(line.text, below)
    if alike < _BELOW - 1e-9 or len(line.text) > len(below):
        return line
    return Answer(below, line.confidence, max(line.weakest, alike))
