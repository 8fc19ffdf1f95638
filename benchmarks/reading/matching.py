"""One page's reading against its truth: which values are right, which are wrong, which are missing.

Values are compared after folding widths, punctuation and spaces. A row of ``test_items`` is one value and
right only if all its five cells are; in a cell, what means the same is the same: ``umol/L`` and ``μmol/L``,
``/uL`` and ``/μL``, ``*10^9/L`` and ``10^9/L``, a flag of H or L, 偏高 or 偏低, ▲ or ▼, and an arrow up or
down (beside a number also + and -), m2 and m^2, a range's dash printed once or twice. Fields outside the
contract are not scored.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.reading.truth import PageTruth
from ocr.types import Document, Field
from ocr.values.text import fold

CELLS = ("name", "result", "unit", "reference", "flag")
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "name": ("patient_name", "physician_name", "agent_name"),
    "number": ("id_number", "agent_id_number", "phone", "record_number", "report_number", "card_number"),
    "date": (
        "application_date", "visit_date", "admission_date", "discharge_date", "report_date", "issue_date",
        "sign_date", "birth_date", "valid_from", "valid_until",
    ),
    "choice": (
        "sex", "age", "ethnicity", "insurance_type", "hospital_level", "physician_title", "filing_category",
    ),
    "text": (
        "address", "insured_place", "department", "issuing_authority", "claimed_disease", "diagnosis",
        "hospital_name",
    ),
    "rows": ("test_items",),
}  # fmt: skip
"""The contract's fields by what sort of value they hold."""
FAMILY_OF = {name: family for family, names in FAMILIES.items() for name in names}
_FLAGS = {"H": "↑", "L": "↓", "偏高": "↑", "偏低": "↓", "▲": "↑", "▼": "↓"}
_SIGNS = {"+": "↑", "-": "↓"}
"""Flags that say so only beside a number: 1+ and - are results themselves."""
_NUMBER = re.compile(r"[<>≤≥]{0,2}\d+(?:\.\d+)?")
ID_NUMBERS = ("id_number", "agent_id_number")
_PUNCTUATION = str.maketrans({"～": "-", "~": "-", "—": "-", "–": "-", "－": "-", "×": "*"})


@dataclass(frozen=True, slots=True)
class Judged:
    """One value, true or read. ``outcome`` is ``right``, ``wrong`` (read, not printed) or ``missed``."""

    field: str
    outcome: str
    value: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PageScore:
    """How one page was read; ``cells`` counts right, wrong and missed cells of test-item rows."""

    page: str
    template: str
    kind: str
    difficulty: str
    kind_read: tuple[str, ...]
    values: tuple[Judged, ...]
    cells: Mapping[str, int]

    @property
    def kind_right(self) -> bool:
        """A sheet with both sides of a card holds two papers: either kind is right."""
        return self.kind in self.kind_read


def score(truth: PageTruth, documents: Sequence[Document]) -> PageScore:
    """The papers read from one page's file against what stands on it."""
    values: list[Judged] = []
    read: dict[str, list[Field]] = {}
    for document in documents:
        for name, found in document.fields.items():
            read.setdefault(name, []).extend(found)
    true: dict[str, dict[str, None]] = {}
    for told in truth.fields:
        true.setdefault(told.name, {})[_plain_field(told.name, told.value)] = None
    for name in FAMILY_OF:
        values += _judge(name, true.get(name, {}), read.get(name, ()))
    rows = [t.value for t in truth.fields if t.name == "test_items" and isinstance(t.value, Mapping)]
    found_rows = [f.value for f in read.get("test_items", ()) if isinstance(f.value, Mapping)]
    kinds = tuple(document.kind.value for document in documents)
    return PageScore(
        truth.page,
        truth.template,
        truth.kind,
        truth.difficulty,
        kinds,
        tuple(values),
        _cells(rows, found_rows),
    )


def _judge(name: str, true: Iterable[str], read: Iterable[Field]) -> list[Judged]:
    left = dict.fromkeys(true)
    judged, seen = [], set()
    for value in read:
        told = _plain_field(name, value.value)
        if told in seen:
            continue
        seen.add(told)
        right = told in left
        left.pop(told, None)
        judged.append(Judged(name, "right" if right else "wrong", told, value.confidence))
    return judged + [Judged(name, "missed", told) for told in left]


def plain(value: object) -> str:
    """A value as it is compared."""
    if isinstance(value, Mapping):
        return "|".join(_plain_cell(cell, value) for cell in CELLS)
    return re.sub(r"\s+", "", fold(str(value))).translate(_PUNCTUATION).upper()


def _plain_field(name: str, value: object) -> str:
    """As ``plain``; 汉 and 汉族 are one people."""
    return plain(value).removesuffix("族") if name == "ethnicity" else plain(value)


def _plain_cell(cell: str, row: Mapping[str, object]) -> str:
    told = plain(row.get(cell) or "")
    if cell == "flag":
        measured = _NUMBER.fullmatch(plain(row.get("result") or ""))
        return (_FLAGS | _SIGNS if measured else _FLAGS).get(told, told)
    if cell == "reference":
        return re.sub(r"(?<=\d)--(?=\d)", "-", told)
    return _plain_unit(told) if cell == "unit" else told


def _plain_unit(told: str) -> str:
    if told in ("U/L", "U/ML"):
        return told
    told = told.replace("M^2", "M2")
    powers = re.sub(r"^[*X·]?10[\^*-]?(?=\d{1,2}/)", "10^", told)
    return re.sub(r"^[UΜ](?=MOL|[GLM]|I?U/)|(?<=/)[UΜ](?=L$)", "μ", powers)


def _cells(true: Sequence[Mapping[str, object]], read: Sequence[Mapping[str, object]]) -> dict[str, int]:
    """Cells of rows as a bag: lenient about which row a cell stands in, unlike the rows themselves."""
    a = Counter((c, _plain_cell(c, row)) for row in true for c in CELLS if row.get(c))
    b = Counter((c, _plain_cell(c, row)) for row in read for c in CELLS if row.get(c))
    right = (a & b).total()
    return {"right": right, "wrong": b.total() - right, "missed": a.total() - right}
