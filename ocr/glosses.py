"""English words that papers in two languages print beside, before or under their Chinese labels.

姓名 Name：, 姓名/Name：, Name 姓名：, 姓名(Name). They ask for nothing of their own where a Chinese label
stands beside them, and are part of no value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.layout import Run
from ocr.vocabulary import read_vocabulary

_WORDS = frozenset(read_vocabulary("glosses.yaml")["words"].split())
_LATIN = r"[A-Za-z][A-Za-z.'’&/-]{0,40}"
_BEHIND = re.compile(rf"/?(?:\({_LATIN}\)|{_LATIN})(?=:)|\({_LATIN}\)")
_BEFORE = re.compile(r"(?:(?<=\s)|^)(?P<words>(?:[A-Za-z][A-Za-z.'’]*[\s/&-]*){1,5})$")
_ONLY = re.compile(r"[A-Za-z.'’\s/&()-]+")
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


def without_glosses(runs: Sequence[Run]) -> list[Run]:
    """The runs of a page in two languages, less those that are English labels alone."""
    alone = [r for r in runs if _ONLY.fullmatch(r.text) and _are_glosses(r.text)]
    dropped = {id(r) for r in alone} if len(alone) >= MANY else set()
    return [r for r in runs if id(r) not in dropped]


def _are_glosses(words: str) -> bool:
    found = re.findall(r"[a-z]+", re.sub(r"['’]s\b", "", words.lower()))
    return bool(found) and _WORDS.issuperset(found)
