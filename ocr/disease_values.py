"""The diseases that a label such as 申请病种 asks for: a parser as those of ``ocr.parse``."""

from __future__ import annotations

import re
from itertools import pairwise

from ocr.diagnoses import parse_diagnoses
from ocr.parsed import Parsed
from ocr.values.diseases import looks_like_disease, without_marks
from ocr.values.text import clean, narrow
from ocr.values.ticks import MARK


def parse_diseases(text: str) -> list[Parsed]:
    """The diseases that were filled in, without codes and notes; none from a list to tick.

    >>> [p.value for p in parse_diseases("M03900 高血压病、2型糖尿病　　□复审")]
    ['高血压病', '2型糖尿病']
    >>> [p.value for p in parse_diseases("□高血压病 ☑糖尿病")]
    []
    >>> [p.value for p in parse_diseases("高血压（合并心、脑损害））相关事宜，特委托")]
    ['高血压（合并心、脑损害）']
    """
    mark = MARK.search(narrow(text))
    if mark:
        text = text[: mark.start()]
    text = text[: _closed(text)]
    found = []
    for item in parse_diagnoses(text):
        for start, end in _parts(text, item):
            whole = (start, end) == (item.start, item.end)
            value = without_marks(str(item.value) if whole else _value(text[start:end]))
            if looks_like_disease(value):
                found.append(Parsed(value, start, end))
    return found


def _closed(text: str) -> int:
    """Where the bracket of the label closes: （病种：高血压）; the end of the text where none does."""
    depth = 0
    for at, char in enumerate(text):
        depth += (char in "（(") - (char in "）)")
        if depth < 0:
            return at
    return len(text)


def _parts(text: str, item: Parsed) -> list[tuple[int, int]]:
    """An item cut at 、 outside brackets, where each part names a disease."""
    cuts, depth = [item.start], 0
    for at in range(item.start, item.end):
        depth += (text[at] in "（(") - (text[at] in "）)")
        if depth == 0 and (
            text[at] in "、/" or (text[at] == " " and _parts_two(text, cuts[-1], at, item.end))
        ):
            cuts.append(at + 1)
    spans = [(s, e - 1) for s, e in pairwise([*cuts, item.end + 1])]
    parted = len(spans) > 1 and all(looks_like_disease(without_marks(text[s:e])) for s, e in spans)
    return spans if parted else [(item.start, item.end)]


_GOES_ON = re.compile(r"合并|伴|并|及|和|[（(]|.*[期型级]$")
LEAST = 4
"""Characters of each of two diseases that nothing but a space parts."""


def _parts_two(text: str, start: int, at: int, end: int) -> bool:
    """Whether a space stands between two diseases, filled in side by side, and in neither's name."""
    left, right = text[start:at].strip(), re.split(r"[、/\s]", text[at:end].strip())[0]
    whole = min(len(left), len(right)) >= LEAST and not _GOES_ON.match(right)
    return whole and all(looks_like_disease(without_marks(part)) for part in (left, right))


def _value(text: str) -> str:
    return clean(text).replace(" ", "").replace("(", "（").replace(")", "）")
