"""English words that papers in two languages print before, behind or under their Chinese labels.

姓名 Name：, Name 姓名：, 姓名(Name), 科室 Dept. 肾内科. They ask for nothing of their own where a
Chinese label stands beside them, and are part of no value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ocr.label_words import VOCABULARY
from ocr.layout import Run
from ocr.values.text import fold
from ocr.vocabulary import read_vocabulary

_WORDS = frozenset(read_vocabulary("glosses.yaml")["words"].split())
_LATIN = r"[A-Za-z][A-Za-z.'’&/-]{0,40}"
_BEHIND = re.compile(rf"/?(?:\({_LATIN}\)|{_LATIN})(?=:)|\({_LATIN}\)")
_BEFORE = re.compile(r"(?:(?<=\s)|^)(?P<words>(?:[A-Za-z][A-Za-z.'’]*[\s/&-]*){1,5})$")
_ONLY = re.compile(r"[A-Za-z.'’\s/&()-]+")
_OPENS = re.compile(r"(?<=[\u4e00-\u9fff)）])\s{0,2}[(（]?(?=[A-Za-z])")
_WORD = re.compile(r"[\s/&-]{0,2}(?P<word>[A-Za-z][A-Za-z'’]*)(?!\d)\.?")
_CLOSES = re.compile(r"[)）]?\.?[\s:：]*")
_LONGEST_LABEL = 12
MANY = 2
"""So many lines of nothing but such words show a page in two languages."""


def behind(folded: str, end: int) -> int:
    """Where the English words behind a label end that its colon, or their bracket, closes; ``end`` if none.

    >>> behind("姓名Name:李建国", 2), behind("姓名(Name)李建国", 2), behind("诊断AGA", 2)
    (6, 8, 2)
    """
    found = _BEHIND.match(folded, end)
    return found.end() if found else end


def before(text: str, start: int) -> int:
    """Where the English words begin that stand before a label at ``start``; ``start`` if none do.

    >>> before("科室：内科 Visit Date 就诊日期：", 17), before("诊断：AGA 医师：", 7)
    (6, 7)
    """
    found = _BEFORE.search(text[:start])
    if found is None or not _are_glosses(found["words"]):
        return start
    return found.start("words")


def as_colons(text: str) -> tuple[str, Mapping[int, int]]:
    """The text, as long as before, with a colon for the English that no colon parts from the value.

    Also where such English ends, by where the label with its new colon does.

    >>> as_colons("科室 Dept. 肾内科")
    ('科室:      肾内科', {3: 9})
    >>> as_colons("甲型H1N1 Type A")[1], as_colons("患者ID 10257")[1]
    ({}, {})
    """
    ends: dict[int, int] = {}
    for opened in _OPENS.finditer(text):
        last = _last_word(text, opened.end())
        closed = _CLOSES.match(text, last)
        own = _is_label(text[: opened.start()], text[opened.end() : last])
        if last > opened.end() and closed and not own and _is_label(text[: opened.start()]):
            start, end = opened.start(), closed.end()
            ends[start + 1] = end
            text = text[:start] + ":" + " " * (end - start - 1) + text[end:]
    return text, ends


def without_glosses(runs: Sequence[Run]) -> list[Run]:
    """The runs of a page in two languages, less those that are English labels alone."""
    alone = [r for r in runs if _ONLY.fullmatch(r.text) and _are_glosses(r.text)]
    dropped = {id(r) for r in alone} if len(alone) >= MANY else set()
    return [r for r in runs if id(r) not in dropped]


def _last_word(text: str, start: int) -> int:
    """Where the words of labels end that begin at ``start``."""
    word = _WORD.match(text, start)
    while word and _are_glosses(word["word"]):
        start = word.end()
        word = _WORD.match(text, start)
    return start


def _is_label(text: str, english: str = "") -> bool:
    """Whether the text ends with a label; with ``english``, whether both are one: 患者ID."""
    words = re.search(r"[\u4e00-\u9fff()（）/、\s]+$", text[-_LONGEST_LABEL:])
    word = fold(words.group()).replace(" ", "") if words else ""
    return any(word[at:] + english in VOCABULARY for at in range(len(word)))


def _are_glosses(words: str) -> bool:
    """Whether all words, parted by spaces or capitals (RecordNo), are words of labels."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"['’]s\b", "", words))
    found = re.findall(r"[a-z]+", parted.lower())
    return bool(found) and _WORDS.issuperset(found)
