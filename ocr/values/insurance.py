"""The kind of basic medical insurance as printed → ``employee`` or ``resident``.

Source: national insurance codes 310 (职工基本医疗保险) and 390 (城乡居民基本医疗保险); the older 城镇居民 and
新农合 went into 390. A list to tick is read by its ticks; where they cannot be told, ``None``.

>>> normalise("城镇职工基本医疗保险"), normalise("390"), normalise("新型农村合作医疗")
('employee', 'resident', 'resident')
>>> normalise("□职工 ☑居民"), normalise("职工 居民"), normalise("全自费")
('resident', None, None)
>>> normalise("□在职 ☑退休"), normalise("在职"), normalise("□在职 □退休")
('employee', 'employee', None)
"""

from __future__ import annotations

import re
from typing import Literal

from ocr.values.text import fold
from ocr.values.ticks import ticked_options

Insurance = Literal["employee", "resident"]

_WORDS: tuple[tuple[Insurance, re.Pattern[str]], ...] = (
    ("employee", re.compile(r"职工|企业基本医|(?<!\d)310(?!\d)")),
    (
        "resident",
        re.compile(
            r"居民(?!身份|户口|委员|委会)|城乡医保|新农合|新型农村合作医疗|农村合作医疗|(?<!\d)390(?!\d)"
        ),
    ),
)


def normalise(text: str) -> Insurance | None:
    """The insurance that ``text`` states; a tick decides where both are printed."""
    plain = fold(text)
    if _at_work_or_retired(plain, text):
        return "employee"
    named = [kind for kind, words in _WORDS if words.search(plain)]
    ticks = ticked_options(text, ("城乡居民", "城镇居民", "城镇职工", "职工", "居民"))
    states = {kind: _state(kind, ticks) for kind in ("employee", "resident")}
    if len(named) == 1:
        return None if states[named[0]] is False else named[0]
    ticked = [kind for kind, _ in _WORDS if states[kind] is True]
    return ticked[0] if len(ticked) == 1 else None


def _at_work_or_retired(plain: str, text: str) -> bool:
    """Whether somebody is 在职 or 退休, as only the employees' insurance tells its people apart."""
    if re.search("居民|农合|离休", plain):
        return False
    ticked = [option for option, state in ticked_options(text, ("在职", "退休")) if state]
    return bool(re.fullmatch("(?:在职|退休)(?:人员)?", plain)) or len(ticked) == 1


def names_both(text: str) -> bool:
    """Whether ``text`` is a list of both kinds, so that no part of it tells which one is meant."""
    plain = fold(text)
    return all(words.search(plain) for _, words in _WORDS)


def _state(kind: str, ticks: list[tuple[str, bool | None]]) -> bool | None:
    word = "职工" if kind == "employee" else "居民"
    states = [ticked for option, ticked in ticks if word in option]
    return states[0] if len(states) == 1 else None
