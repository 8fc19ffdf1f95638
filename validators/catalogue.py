"""A disease list (门诊慢特病病种目录): which row a written name means, and what a diagnosis supports.

Names are matched by rows' names and aliases; ``near_but_different`` names never match. Between a name
and a near one inside the same text the longer decides: 陈旧性肺结核 is not 肺结核. Doubt gives a doubtful
answer, never a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rapidfuzz import fuzz, process

from ocr.values.codes import find_disease_codes, find_icd10
from validators.disease_names import fold_disease, hedged, occurrences, qualifies_only
from validators.icd import category_by_name, category_of, chapter_of, in_ranges
from validators.review_period import Review, parse_review
from validators.tables import read_rows, split

CLOSE_RATIO = 78.0
"""``fuzz.ratio`` above which two names may be one misread; tried: 类风湿关书炎 88, 颈椎病/高血压病 < 50."""

_DENIED = re.compile(r"[无未非]|不伴")


class Likeness(Enum):
    """How a written name stands to the list."""

    LISTED = "listed"
    NEAR = "near"
    NONE = "none"


class Support(Enum):
    """What diagnoses say for a claimed disease."""

    SUPPORTS = "supports"
    UNCLEAR = "unclear"
    OTHER = "other"


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

        >>> load_catalogues()["hunan"].row("R1").admits_age(7)
        True
        """
        if not self.age_rule:
            return True
        if match := re.fullmatch(r"<(=?)(\d+)", self.age_rule):
            return age <= int(match[2]) if match[1] else age < int(match[2])
        low, high = self.age_rule.split("-")
        return int(low) <= age <= int(high)


@dataclass(frozen=True, slots=True)
class Match:
    """What a written name means: its rows when listed, the rows it is near to otherwise."""

    likeness: Likeness
    rows: tuple[Disease, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One list with its folded names (name or alias → rows) and near names."""

    name: str
    rows: tuple[Disease, ...]
    listed: Mapping[str, tuple[Disease, ...]]
    near: Mapping[str, tuple[Disease, ...]]

    def row(self, no: str) -> Disease:
        """The row with number ``no``."""
        return next(row for row in self.rows if row.no == no)

    def match(self, written: str) -> Match:
        """What ``written`` means.

        >>> hunan = load_catalogues()["hunan"]
        >>> [hunan.match(t).likeness.value for t in ("高血压病Ⅲ级（极高危）", "高血压病2级", "颈椎病")]
        ['listed', 'near', 'none']
        """
        text = fold_disease(written) or _named_by_code(written)
        if rows := self.listed.get(text):
            return Match(Likeness.NEAR if hedged(written) else Likeness.LISTED, rows)
        if rows := self.near.get(text):
            return Match(Likeness.NEAR if _is_vague(text, rows) else Likeness.NONE, rows)
        by_term = tuple(row for row in self.rows if row.terms and self._stands_for(written, row))
        if by_term and not hedged(written):
            return Match(Likeness.LISTED, by_term)
        return self._inside(text, written) or self._like(text) or Match(Likeness.NONE)

    def supports(self, diagnoses: Sequence[str], disease: Disease) -> Support:
        """What the diagnoses of one paper say for ``disease``.

        ``OTHER`` only where every diagnosis plainly belongs to another chapter of ICD-10.
        """
        plain = [d for d in diagnoses if not hedged(d)]
        named = any(self._names(d, disease) or self._is_coded(d, disease) for d in plain)
        if named or _together(plain, disease):
            return Support.SUPPORTS
        if diagnoses and all(self._is_other(d, disease) for d in diagnoses):
            return Support.OTHER
        return Support.UNCLEAR

    def names_of(self, disease: Disease) -> tuple[str, ...]:
        """Folded names under which ``disease`` may be written, near ones too."""
        return tuple(fold_disease(n) for n in (disease.name, *disease.aliases, *disease.near))

    def _inside(self, text: str, written: str) -> Match | None:
        """By the longest known name inside ``text``."""
        known = sorted((*self.listed, *self.near), key=len, reverse=True)
        for name in known:
            if len(name) >= 3 and occurrences(name, text):
                rows = self.listed.get(name) or self.near[name]
                sure = name in self.listed and qualifies_only(text.replace(name, "")) and not hedged(written)
                return Match(Likeness.LISTED if sure else Likeness.NEAR, rows)
        return None

    def _like(self, text: str) -> Match | None:
        """By likeness to a known name of at least four characters, or by standing inside one."""
        if len(text) < 3:
            return None
        known = [name for name in (*self.listed, *self.near) if len(name) >= 4]
        best = process.extractOne(text, known, scorer=fuzz.ratio, score_cutoff=CLOSE_RATIO)
        name = best[0] if best else next((n for n in self.listed if text in n), None)
        return Match(Likeness.NEAR, self.listed.get(name) or self.near[name]) if name else None

    def _names(self, diagnosis: str, disease: Disease) -> bool:
        """Whether ``diagnosis`` names the disease, outside any longer name of something else."""
        text = fold_disease(diagnosis)
        own = _own_names(disease)
        spans = [span for name in own for span in occurrences(name, text)]
        if not spans:
            return False
        others = {n for n, rows in self.listed.items() if n in text and n not in own and disease not in rows}
        others |= {n for n in _near_names(disease) if n in text}
        hidden = [span for name in others for span in occurrences(name, text)]
        return any(not any(_covers(other, span) for other in hidden) for span in spans)

    def _is_coded(self, diagnosis: str, disease: Disease) -> bool:
        """Whether ``diagnosis`` bears a code, or the name, of a category that is the disease as a whole."""
        if not disease.icd10_whole:
            return False
        text = fold_disease(diagnosis)
        if any(occurrences(name, text) for name in _near_names(disease)):
            return False
        printed = [code for code, _, _ in find_icd10(diagnosis)]
        if printed:
            worded = category_of(text)
            agrees = worded is None or in_ranges(worded, disease.icd10)
            return agrees and all(in_ranges(code, disease.icd10_whole) for code in printed)
        category = category_by_name(text)
        return category is not None and in_ranges(category, disease.icd10_whole)

    def _stands_for(self, written: str, disease: Disease) -> bool:
        return self._names(written, disease) or _together([written], disease)

    def _is_other(self, diagnosis: str, disease: Disease) -> bool:
        text = fold_disease(diagnosis)
        if hedged(diagnosis) or any(len(n) >= 2 and (n in text or text in n) for n in self.names_of(disease)):
            return False
        category = category_of(text)
        if category is None or category[0] in "RZ" or in_ranges(category, disease.icd10):
            return False
        return chapter_of(category) not in {chapter_of(r.split("-")[0]) for r in disease.icd10}


@lru_cache(maxsize=512)
def _own_names(disease: Disease) -> frozenset[str]:
    """Folded names that are the disease."""
    names = (disease.name, *disease.aliases, *(t for t in disease.terms if "+" not in t))
    return frozenset(map(fold_disease, names))


@lru_cache(maxsize=512)
def _near_names(disease: Disease) -> frozenset[str]:
    """Folded names that are not the disease, or say too little."""
    return frozenset(map(fold_disease, (*disease.near, *disease.apart)))


def _named_by_code(written: str) -> str:
    """The folded name behind a national code that stands alone (``M07101``); empty if there is none."""
    codes = {code for code, _, _ in find_disease_codes(written)}
    names = [row["name"] for row in read_rows("national_disease_codes.csv") if row["code"] in codes]
    return fold_disease(names[0]) if len(names) == 1 else ""


def _is_vague(near: str, rows: Sequence[Disease]) -> bool:
    """Whether a near name is too vague for its rows (高血压), rather than another disease (颈椎病)."""
    category = category_of(near)
    return category is None or any(in_ranges(category, row.icd10) for row in rows)


def _covers(other: tuple[int, int], own: tuple[int, int]) -> bool:
    """Whether a longer name overlaps the own one, so that it decides."""
    longer = other[1] - other[0] > own[1] - own[0]
    return longer and other[0] < own[1] and own[0] < other[1]


def _together(diagnoses: Sequence[str], disease: Disease) -> bool:
    """Whether a term of several parts (``糖尿病+肾病``) is complete over the paper's diagnoses."""
    text = "\n".join(fold_disease(d) for d in diagnoses if not _DENIED.search(d))
    parted = [term.split("+") for term in disease.terms if "+" in term]
    return any(all(fold_disease(part) in text for part in parts) for parts in parted)


@lru_cache(maxsize=1)
def load_catalogues() -> Mapping[str, Catalogue]:
    """The shipped lists by name (``jiangxi``, ``hunan``)."""
    terms: dict[tuple[str, str, str], list[str]] = {}
    for row in read_rows("diagnosis_terms.csv"):
        held_as = terms.setdefault((row["list"], row["no"], row["kind"]), [])
        held_as.extend(split(row["icd"] if row["kind"] == "whole" else row["terms"]))
    held: dict[str, list[Disease]] = {}
    for row in read_rows("diseases.csv"):
        key = (row["list"], row["no"])
        held.setdefault(row["list"], []).append(
            Disease(
                catalogue=row["list"],
                no=row["no"],
                name=row["name"],
                insurance=row["insurance"],
                aliases=split(row["aliases"]),
                near=tuple(
                    dict.fromkeys(
                        (
                            *split(row["near_but_different"]),
                            *terms.get((*key, "near"), ()),
                            *terms.get((*key, "vague"), ()),
                        )
                    )
                ),
                icd10=split(row["icd10"]),
                age_rule=row["age_rule"],
                tier=row["tier"],
                terms=tuple(terms.get((*key, "support"), ())),
                vague=tuple(terms.get((*key, "vague"), ())),
                apart=tuple(terms.get((*key, "apart"), ())),
                icd10_whole=tuple(terms.get((*key, "whole"), ())),
                m_codes=split(row["m_code"]),
                review=parse_review(row["review"]),
                source=row["source"],
            )
        )
    return {name: catalogue_of(name, tuple(rows)) for name, rows in held.items()}


def catalogue_of(name: str, rows: tuple[Disease, ...]) -> Catalogue:
    """A list of these rows, with its indexes by name."""
    return Catalogue(
        name,
        rows,
        _by_name((n, row) for row in rows for n in (row.name, *row.aliases)),
        _by_name((n, row) for row in rows for n in row.near),
    )


def _by_name(pairs: Iterator[tuple[str, Disease]]) -> dict[str, tuple[Disease, ...]]:
    found: dict[str, tuple[Disease, ...]] = {}
    for name, row in pairs:
        key = fold_disease(name)
        if row not in found.get(key, ()):
            found[key] = (*found.get(key, ()), row)
    return found
