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

from ocr.values.codes import find_disease_codes
from validators.disease_names import fold_disease, hedged, occurrences, qualifies_only
from validators.disease_naming import is_coded, is_other, names, together
from validators.disease_row import Disease, own_names
from validators.icd import category_of, in_ranges
from validators.review_period import parse_review
from validators.tables import read_rows, split

CLOSE_RATIO = 78.0
"""``fuzz.ratio`` above which two names may be one misread; tried: 类风湿关书炎 88, 颈椎病/高血压病 < 50."""

_WITH = re.compile(r"伴有?|合并|并发(?!症)")


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
class Match:
    """What a written name means: its rows when listed, the rows it is near to otherwise."""

    likeness: Likeness
    rows: tuple[Disease, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """One list with its folded names (name or alias → rows) and near names.

    A catalogue equals itself alone, so that answers can be kept by it: a word is asked of many times a case.
    """

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
        return _matched(self, written)

    def _matched(self, written: str) -> Match:
        text = fold_disease(written) or _named_by_code(written)
        if rows := self.listed.get(text):
            return Match(Likeness.NEAR if hedged(written) else Likeness.LISTED, rows)
        by_term = tuple(row for row in self.rows if row.terms and self._stands_for(written, row))
        if by_term and not hedged(written):
            return Match(Likeness.LISTED, by_term)
        if rows := self.near.get(text):
            return Match(Likeness.NEAR if _is_vague(text, rows) else Likeness.NONE, rows)
        return (
            self._before_another(written)
            or self._inside(text, written)
            or self._like(text)
            or self._by_category(text)
        )

    def supports(self, diagnoses: Sequence[str], disease: Disease) -> Support:
        """What the diagnoses of one paper say for ``disease``.

        ``OTHER`` only where every diagnosis plainly belongs to another chapter of ICD-10.
        """
        return _supported(self, tuple(diagnoses), disease)

    def _supported(self, diagnoses: Sequence[str], disease: Disease) -> Support:
        plain = [d for d in diagnoses if not hedged(d)]
        named = any(names(d, disease, self.listed) or is_coded(d, disease) for d in plain)
        if named or together(plain, disease):
            return Support.SUPPORTS
        known = self.names_of(disease)
        if diagnoses and all(is_other(d, disease, known) for d in diagnoses):
            return Support.OTHER
        return Support.UNCLEAR

    def names_of(self, disease: Disease) -> tuple[str, ...]:
        """Folded names under which ``disease`` may be written, near ones too."""
        return tuple(fold_disease(n) for n in (disease.name, *disease.aliases, *disease.near))

    def _stands_for(self, written: str, disease: Disease) -> bool:
        return names(written, disease, self.listed) or together([written], disease)

    def _before_another(self, written: str) -> Match | None:
        """By the name before 伴 or 合并: 类风湿关节炎伴肺间质病变 claims the former."""
        head = _WITH.split(written, maxsplit=1)[0]
        if not head or head == written or hedged(written):
            return None
        found = self.match(head)
        return found if found.likeness is Likeness.LISTED else None

    def _inside(self, text: str, written: str) -> Match | None:
        """By the longest known name inside ``text``."""
        known = sorted((*self.listed, *self.near), key=len, reverse=True)
        for name in known:
            if len(name) >= 3 and occurrences(name, text):
                rows = self.listed.get(name) or self.near[name]
                rest = text.replace(name, "")
                for own in sorted({n for row in rows for n in own_names(row)}, key=len, reverse=True):
                    rest = rest.replace(own, "") if len(own) >= 3 else rest
                named = name in self.listed and any(names(written, row, self.listed) for row in rows)
                sure = named and qualifies_only(rest) and not hedged(written)
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

    def _by_category(self, text: str) -> Match:
        """A disease that no name of the list is like may still lie in the categories of a row."""
        category = category_of(text)
        rows = tuple(row for row in self.rows if category and in_ranges(category, row.icd10))
        return Match(Likeness.NEAR, rows) if rows else Match(Likeness.NONE)


@lru_cache(maxsize=8192)
def _matched(catalogue: Catalogue, written: str) -> Match:
    return catalogue._matched(written)


@lru_cache(maxsize=8192)
def _supported(catalogue: Catalogue, diagnoses: tuple[str, ...], disease: Disease) -> Support:
    return catalogue._supported(diagnoses, disease)


def _named_by_code(written: str) -> str:
    """The folded name behind a national code that stands alone (``M07101``); empty if there is none."""
    codes = {code for code, _, _ in find_disease_codes(written)}
    names = [row["name"] for row in read_rows("national_disease_codes.csv") if row["code"] in codes]
    return fold_disease(names[0]) if len(names) == 1 else ""


def _is_vague(near: str, rows: Sequence[Disease]) -> bool:
    """Whether a near name is too vague for its rows (高血压), rather than another disease (颈椎病)."""
    if any(near in map(fold_disease, row.vague) for row in rows):
        return True
    category = category_of(near)
    return category is None or any(in_ranges(category, row.icd10) for row in rows)


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
