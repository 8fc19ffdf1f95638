"""The same facts side by side as each paper and the application state them, with disagreements lit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from api.console.case.checks import Show
from api.console.case.drawn import Places
from api.words import FIELDS, shown
from intake.case_yaml import CASE_YAML
from intake.reviewing.review_view import ReviewedCase
from ocr.types import KIND_NAMES, Document
from ocr.values.text import fold
from validators.verdict import Outcome

SAME: Final = (
    "patient_name",
    "id_number",
    "sex",
    "birth_date",
    "insured_place",
    "insurance_type",
    "hospital_name",
)
"""What ought to be the same on every paper that states it."""
SHOWN: Final = (
    *SAME,
    "age",
    "claimed_disease",
    "diagnosis",
    "hospital_level",
    "physician_title",
    "visit_date",
    "admission_date",
    "discharge_date",
    "report_date",
    "application_date",
    "issue_date",
    "sign_date",
    "valid_from",
    "valid_until",
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one paper states; ``lit``: it disagrees, or an open check rests on it."""

    value: str
    lit: bool
    box: str | None
    sheet: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One fact over all papers; ``None`` where a paper does not state it."""

    name: str
    cells: tuple[Cell | None, ...]
    lit: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """``heads``: kind and file of each column; the first is the application."""

    heads: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]


def facts_of(found: ReviewedCase, places: Places, show: Show) -> Facts:
    """The table; rows that nobody states are left out."""
    if found.verdict is None:
        return Facts((), ())
    documents = [one for one in found.verdict.documents if one.fields]
    stated = _stated(found)
    doubted = {
        (one.file, one.page, one.field)
        for check in found.verdict.checks
        if not check.advisory and check.outcome in (Outcome.UNMET, Outcome.UNKNOWN)
        for one in check.evidence
    }
    heads = (("申请信息", ""), *((KIND_NAMES[one.kind], show(one.file)) for one in documents))
    rows = [_row(name, stated.get(name, ()), documents, doubted, places, show) for name in SHOWN]
    return Facts(heads, tuple(row for row in rows if any(row.cells)))


def _stated(found: ReviewedCase) -> Mapping[str, tuple[str, ...]]:
    applicant = found.application.applicant
    told = {
        "patient_name": (applicant.name,),
        "id_number": (applicant.id_number,),
        "insured_place": (applicant.insured_place,),
        "insurance_type": (applicant.insurance,),
        "claimed_disease": tuple(found.application.diseases),
        "application_date": (found.application.submitted_on.isoformat(),),
    }
    return {name: tuple(str(one) for one in values if one) for name, values in told.items()}


def _row(
    name: str,
    stated: tuple[str, ...],
    documents: Sequence[Document],
    doubted: set[tuple[str, int | None, str | None]],
    places: Places,
    show: Show,
) -> Row:
    values = [one for document in documents for one in document.fields.get(name, ())]
    reference = _reference(name, stated, [str(one.value) for one in values])
    cells: list[Cell | None] = [None]
    if stated:
        lit = (CASE_YAML, None, name) in doubted
        cells = [Cell("；".join(show(shown(name, one)) for one in stated), lit, None, None)]
    for document in documents:
        here = document.fields.get(name, ())
        if not here:
            cells.append(None)
            continue
        lit = any((document.file, one.page, name) in doubted for one in here)
        lit = lit or (name in SAME and any(not _agrees(str(one.value), reference) for one in here))
        text = "；".join(dict.fromkeys(show(shown(name, one.value)) for one in here))
        first = here[0]
        box = places.box_of(document.file, first.page, first.box)
        cells.append(Cell(text, lit, box, places.page_of(document.file, first.page)))
    return Row(FIELDS[name], tuple(cells), any(one is not None and one.lit for one in cells))


def _reference(name: str, stated: tuple[str, ...], values: Sequence[str]) -> str:
    """What the others are held against: the application's word, else what most papers say."""
    if stated:
        return stated[0]
    return Counter(values).most_common(1)[0][0] if values and name in SAME else ""


def _agrees(value: str, reference: str) -> bool:
    """Equal, or the one contains the other (``大祥区`` and ``邵阳市大祥区``)."""
    one, other = fold(value), fold(reference)
    return one in other or other in one
