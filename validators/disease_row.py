"""One row of a disease list, and the names it goes by, folded for comparing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from validators.disease_names import fold_disease
from validators.review_period import Review


@dataclass(frozen=True, slots=True)
class Disease:
    """One row. ``insurance`` is ``both`` or ``resident``; ``age_rule`` such as ``0-7``, ``<18`` or empty.

    ``near`` names are not the disease; of these the ``vague`` ones only say too little. ``apart`` are other
    things whose words hold one of its names. ``icd10`` are the categories that the disease lies in,
    ``icd10_whole`` those that hold nothing else. ``review`` is ``None`` where no source gives a period.
    """

    catalogue: str
    no: str
    name: str
    insurance: str
    aliases: tuple[str, ...]
    near: tuple[str, ...]
    icd10: tuple[str, ...]
    age_rule: str
    tier: str
    terms: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    icd10_whole: tuple[str, ...] = ()
    m_codes: tuple[str, ...] = ()
    review: Review | None = None
    source: str = ""

    def admits_age(self, age: int) -> bool:
        """Whether ``age`` in completed years is inside the row's age rule.

        >>> Disease("own", "1", "苯丙酮尿症", "both", (), (), (), "0-14", "A").admits_age(15)
        False
        """
        if not self.age_rule:
            return True
        if match := re.fullmatch(r"<(=?)(\d+)", self.age_rule):
            return age <= int(match[2]) if match[1] else age < int(match[2])
        low, high = self.age_rule.split("-")
        return int(low) <= age <= int(high)

    @property
    def ages_in_words(self) -> str:
        """The row's age rule in words; empty where it has none.

        >>> Disease("own", "1", "儿童孤独症", "both", (), (), (), "<18", "A").ages_in_words
        '未满 18 周岁'
        """
        if match := re.fullmatch(r"<(=?)(\d+)", self.age_rule):
            return f"不超过 {match[2]} 周岁" if match[1] else f"未满 {match[2]} 周岁"
        return f"{self.age_rule.replace('-', ' 至 ')} 周岁" if self.age_rule else ""


@lru_cache(maxsize=512)
def own_names(disease: Disease) -> frozenset[str]:
    """Folded names that are the disease."""
    names = (disease.name, *disease.aliases, *(t for t in disease.terms if "+" not in t and "…" not in t))
    return frozenset(map(fold_disease, names))


@lru_cache(maxsize=512)
def near_names(disease: Disease) -> frozenset[str]:
    """Folded names that are not the disease, or say too little."""
    return frozenset(map(fold_disease, (*disease.near, *disease.apart)))
