"""ICD-10 three-character categories of diagnoses written in Chinese, where they are plain.

Source: names of categories after ICD-10-CN; common clinical terms from ``diagnosis_terms.csv``; the
ranges of the disease lists. Used only to tell that a diagnosis belongs to quite another chapter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from validators.disease_names import fold_disease, occurrences
from validators.tables import read_rows, split

_CHAPTERS = (
    "A00-B99",
    "C00-D48",
    "D50-D89",
    "E00-E90",
    "F00-F99",
    "G00-G99",
    "H00-H59",
    "H60-H95",
    "I00-I99",
    "J00-J99",
    "K00-K93",
    "L00-L99",
    "M00-M99",
    "N00-N99",
    "O00-O99",
    "P00-P96",
    "Q00-Q99",
    "R00-R99",
    "S00-T98",
    "V01-Y98",
    "Z00-Z99",
    "U00-U99",
)


@lru_cache(maxsize=4096)
def category_of(text: str) -> str | None:
    """The category (``I25``) of a folded diagnosis, by the longest known name in it; ``None`` if unknown.

    Cancer of a place that no name is known for is C80.

    >>> category_of(fold_disease("腰椎间盘突出症")), category_of("心神不宁"), category_of("阴茎癌")
    ('M51', None, 'C80')
    """
    return _longest(text, _names()) or ("C80" if occurrences("癌", text) else None)


@lru_cache(maxsize=4096)
def category_by_name(text: str) -> str | None:
    """The category whose own name, as ICD-10 has it, stands in a folded diagnosis; the longest decides.

    >>> category_by_name(fold_disease("克罗恩病[局限性肠炎]")), category_by_name(fold_disease("冠心病"))
    ('K50', None)
    """
    return _longest(text, _official())


def chapter_of(category: str) -> str | None:
    """The chapter (``I00-I99``) that holds ``category``."""
    return next((chapter for chapter in _CHAPTERS if in_ranges(category, (chapter,))), None)


def in_ranges(category: str, ranges: Iterable[str]) -> bool:
    """Whether ``category`` lies in one of ``ranges`` (``I10-I13`` or ``M32``).

    >>> in_ranges("I12", ("I10-I13",)), in_ranges("I25", ("I10-I13", "M32"))
    (True, False)
    """
    for held in ranges:
        first, _, last = held.partition("-")
        if first <= category[:3] <= (last or first):
            return True
    return False


def _longest(text: str, names: Mapping[str, str]) -> str | None:
    best = ""
    for name in names:
        if len(name) > len(best) and name in text and occurrences(name, text):
            best = name
    return names[best] if best else None


@lru_cache(maxsize=1)
def _official() -> Mapping[str, str]:
    rows = read_rows("icd10_categories.csv")
    return {name: row["code"] for row in rows if len(name := fold_disease(row["disease"])) >= 2}


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for row in read_rows("icd10_categories.csv"):
        names[fold_disease(row["disease"])] = row["code"]
    for row in read_rows("diseases.csv"):
        for alias in (row["name"], *split(row["aliases"])):
            if len(alias) >= 3 and not alias.isascii():
                names[fold_disease(alias)] = split(row["icd10"])[0][:3]
    for row in read_rows("diagnosis_terms.csv"):
        if row["kind"] == "icd":
            names.update({fold_disease(term): row["icd"] for term in split(row["terms"])})
    return {name: code for name, code in names.items() if len(name) >= 2}
