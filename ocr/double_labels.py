"""Labels that ask for two or three things at once: 住址/电话, 身份证号及住址, 主诊医师/职称."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocr.label_words import STOP, VOCABULARY

STROKE = re.compile(r"[/、及与和|]")
"""What stands between the labels of a pair."""
SEX_AGE = "性别年龄"
"""A pair with nothing between: 性别年龄：女，34岁."""
_DOUBLE = re.compile(
    r"(?P<words>[\u4e00-\u9fff()]{2,10}(?:[/、及与和|][\u4e00-\u9fff()]{2,10}){1,2})(?P<colon>:?)"
)
DOUBLED = frozenset(
    {
        *("name", "sex", "age", "birth", "ethnicity", "phone", "id", "insurance", "card_number"),
        *("physician", "title", "department", "ward", "hospital", "level", "address"),
    }
)
"""Concepts whose labels forms print in pairs."""


@dataclass(frozen=True, slots=True)
class Double:
    """The labels of a pair with what they ask for, up to ``end`` in the folded text."""

    words: tuple[str, ...]
    concepts: tuple[str, ...]
    end: int
    colon: bool


def double_at(folded: str, at: int) -> Double | None:
    """The pair that begins at ``at``; the rest of its last word may be the first one's value.

    >>> double_at("住址/电话丰泽区津淮街365号", 0).words
    ('住址', '电话')
    """
    if folded.startswith(f"{SEX_AGE}:", at):
        return Double(("性别", "年龄"), ("sex", "age"), at + len(SEX_AGE) + 1, colon=True)
    found = _DOUBLE.match(folded, at)
    if found is None or found.group().rstrip(":") in VOCABULARY:
        return None
    parts = STROKE.split(found["words"])
    end, colon = found.end(), bool(found["colon"])
    last = parts[-1]
    if _unbracketed(last) not in VOCABULARY and not colon:
        known = next((n for n in range(len(last) - 1, 1, -1) if last[:n] in VOCABULARY), len(last))
        end -= len(last) - known
        parts[-1] = last[:known]
    words = tuple(_unbracketed(w) for w in parts)
    return Double(words, tuple(VOCABULARY.get(w, STOP) for w in words), end, colon)


def _unbracketed(word: str) -> str:
    return re.sub(r"\([^()]*\)", "", word)
