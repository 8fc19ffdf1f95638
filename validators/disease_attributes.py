"""What a disease name says beyond the disease: type, grade, stage, organ (``data/disease_attributes.csv``).

Two names that say different things of one exclusive group are two things: 1型糖尿病 is not 2型糖尿病. A name
that says more than the other is narrower.

>>> sorted(attributes_of("2型糖尿病性肾病"))
[('糖尿病分型', '2型'), ('糖尿病并发症', '肾')]
>>> conflict("高血压病3级", ["原发性高血压1级"])
('高血压分级', '3级', '1级')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from validators.disease_names import fold_disease
from validators.tables import read_rows, split

Attribute = tuple[str, str]
_INCLUDED = re.compile(r"[(（]含[^()（）]*[)）]")
"""What a name only includes (含白血病) it does not say of the disease."""


@dataclass(frozen=True, slots=True)
class _Word:
    """One way to say a value; ``parts`` must all stand in the name."""

    group: str
    value: str
    parts: tuple[str, ...]


def attributes_of(name: str) -> frozenset[Attribute]:
    """The groups and values that one name says; the longest words come first (不稳定 before 稳定)."""
    return _attributes(fold_disease(_INCLUDED.sub("", name)))


def conflict(claimed: str, diagnoses: Sequence[str]) -> tuple[str, str, str] | None:
    """The group in which every diagnosis that says anything says another value than the claim, with both."""
    said = {a for name in diagnoses for a in attributes_of(name)}
    for group, value in sorted(attributes_of(claimed)):
        others = sorted(v for g, v in said if g == group)
        if group in _exclusive() and others and (group, value) not in said:
            return group, value, others[0]
    return None


def says_more(claimed: str, diagnoses: Sequence[str]) -> bool:
    """Whether the claim says something that no diagnosis says."""
    said = {a for name in diagnoses for a in attributes_of(name)}
    return not attributes_of(claimed) <= said


@lru_cache(maxsize=8192)
def _attributes(folded: str) -> frozenset[Attribute]:
    found: set[Attribute] = set()
    for group, words in _groups().items():
        rest = folded
        for word in words:
            if all(_stands(part, rest) for part in word.parts):
                found.add((group, word.value))
                rest = rest.replace(word.parts[0], " ") if len(word.parts) == 1 else rest
    return frozenset(found)


def _stands(part: str, text: str) -> bool:
    """Latin abbreviations need borders: COPD holds no PD."""
    if part.isascii() and part.isalpha():
        return re.search(rf"(?<![A-Z]){part}(?![A-Z])", text) is not None
    return part in text


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[_Word, ...]]:
    held: dict[str, list[_Word]] = {}
    for row in read_rows("disease_attributes.csv"):
        for written in split(row["words"]):
            parts = tuple(fold_disease(part) for part in written.split("+"))
            held.setdefault(row["group"], []).append(_Word(row["group"], row["value"], parts))
    return {group: _longest_first(words) for group, words in held.items()}


def _longest_first(words: Iterable[_Word]) -> tuple[_Word, ...]:
    return tuple(sorted(words, key=lambda word: (len(word.parts) > 1, -len("".join(word.parts)))))


@lru_cache(maxsize=1)
def _exclusive() -> frozenset[str]:
    return frozenset(row["group"] for row in read_rows("disease_attributes.csv") if row["exclusive"] == "yes")
