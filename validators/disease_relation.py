"""Whether a diagnosis is the disease that is claimed: the same, not, or not to be told from the words.

By names, aliases, types and grades, and ICD-10; never by likeness of the letters.

>>> from validators.catalogue import load_catalogues
>>> hunan = load_catalogues()["hunan"]
>>> [relation(hunan, "高血压病3级", d).value for d in ("原发性高血压3级", "高血压1级", "高血压")]
['same', 'not', 'cannot tell']
"""

from __future__ import annotations

from enum import Enum

from validators.catalogue import Catalogue, Likeness, Support
from validators.disease_attributes import conflict, says_more
from validators.disease_names import fold_disease, hedged, occurrences
from validators.disease_row import Disease
from validators.icd import category_of, in_ranges


class Relation(Enum):
    """How a diagnosis stands to a claim."""

    SAME = "same"
    NOT = "not"
    CANNOT_TELL = "cannot tell"


def relation(catalogue: Catalogue, claimed: str, diagnosis: str) -> Relation:
    """How ``diagnosis`` stands to the ``claimed`` disease of ``catalogue``.

    A diagnosis that says less than the claim (糖尿病 for 2型糖尿病) leaves it open, as does one in doubt.
    """
    if hedged(claimed) or hedged(diagnosis):
        return Relation.CANNOT_TELL
    if fold_disease(claimed) == fold_disease(diagnosis):
        return Relation.SAME
    if conflict(claimed, [diagnosis]):
        return Relation.NOT
    match = catalogue.match(claimed)
    if match.likeness is Likeness.LISTED:
        found = [_to_row(catalogue, row, claimed, diagnosis) for row in match.rows]
        return next((r for r in (Relation.SAME, Relation.CANNOT_TELL) if r in found), Relation.NOT)
    return _unlisted(catalogue, claimed, diagnosis)


def _to_row(catalogue: Catalogue, row: Disease, claimed: str, diagnosis: str) -> Relation:
    if catalogue.supports([diagnosis], row) is Support.SUPPORTS:
        return Relation.CANNOT_TELL if says_more(claimed, [diagnosis]) else Relation.SAME
    return _by_lists(catalogue, row, diagnosis) or _by_category(diagnosis, row.icd10)


def _by_lists(catalogue: Catalogue, row: Disease, diagnosis: str) -> Relation | None:
    """By the row's names that are too vague, its look-alikes, and the names of other rows."""
    if (found := _by_near_names(row, fold_disease(diagnosis))) is not None:
        return found
    match = catalogue.match(diagnosis)
    if match.likeness is Likeness.LISTED and row not in match.rows:
        return Relation.NOT
    return None


def _by_near_names(row: Disease, text: str) -> Relation | None:
    """A look-alike in the text is another disease; else a vague name in it leaves it open."""
    other = [name for name in (*row.near, *row.apart) if name not in row.vague]
    if any(occurrences(fold_disease(name), text) for name in other):
        return Relation.NOT
    return Relation.CANNOT_TELL if any(occurrences(fold_disease(n), text) for n in row.vague) else None


def _by_category(diagnosis: str, ranges: tuple[str, ...]) -> Relation:
    """Another category of ICD-10 is another disease; symptoms (R) and circumstances (Z) leave it open."""
    category = category_of(fold_disease(diagnosis))
    if category is None or category[0] in "RZ" or in_ranges(category, ranges):
        return Relation.CANNOT_TELL
    return Relation.NOT


def _unlisted(catalogue: Catalogue, claimed: str, diagnosis: str) -> Relation:
    """A claim that the list does not have: told apart from the diagnosis, never the same."""
    match, text = catalogue.match(diagnosis), fold_disease(claimed)
    if match.likeness is Likeness.LISTED:
        found = [_by_near_names(row, text) for row in match.rows]
        told = next((answer for answer in found if answer is not None), None)
        if told is not None:
            return told
    category = category_of(fold_disease(diagnosis))
    if category is None or category[0] in "RZ":
        return Relation.CANNOT_TELL
    return _by_category(claimed, tuple(row for m in match.rows for row in m.icd10) or (category,))
