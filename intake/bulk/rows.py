"""One row of a manifest, its cells by column → what it states, its files and its faults."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from intake.bulk.cells import CellTrouble, day_of, id_number_of, text_of
from intake.bulk.codes import fault
from intake.bulk.columns import CHOICES, DAYS, ID_NUMBERS, choices, chosen, title
from intake.bulk.limits import BulkLimits
from intake.faults import Fault
from ocr.values.text import clean
from validators.pack import Pack

PATHS: Final[Mapping[str, tuple[str, ...]]] = {
    "policy": ("policy",),
    "region": ("region",),
    "business": ("business",),
    "submitted_on": ("submitted_on",),
    "name": ("applicant", "name"),
    "id_number": ("applicant", "id_number"),
    "insured_place": ("applicant", "insured_place"),
    "insurance": ("applicant", "insurance"),
    "relation": ("applicant", "relation"),
    "agent_name": ("applicant", "agent", "name"),
    "agent_id_number": ("applicant", "agent", "id_number"),
    "diseases": ("diseases",),
    "category": ("category",),
    "entitlement_disease": ("entitlement", "disease"),
    "entitlement_until": ("entitlement", "valid_until"),
}
"""Where a column's value stands in an application."""

_SPLIT_DISEASES: Final = re.compile(r"[；;、|，,\n]+(?![^（(]*[)）])")
_SPLIT_FILES: Final = re.compile(r"[；;|\n]+")


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """``row`` is the line as a spreadsheet numbers it (JSON: the place in the list, from 1).

    ``stated`` is what its cells say, as far as understood and shaped like an application; ``files`` and
    ``folder`` are paths as written; ``kinds`` what it says some files are.
    """

    row: int
    stated: dict[str, Any]
    external_id: str | None = None
    folder: str | None = None
    files: tuple[str, ...] = ()
    kinds: Mapping[str, str] | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def contents(self) -> str:
        """Everything the row says, to find the same said twice."""
        said = [self.stated, self.external_id, self.folder, self.files]
        return json.dumps(said, sort_keys=True, ensure_ascii=False)

    @property
    def id_number(self) -> str:
        """The applicant's ID number, '' where the row states none."""
        return str(self.stated.get("applicant", {}).get("id_number", ""))


def read_row(
    line: int,
    cells: Mapping[str, Any],
    calendar: dt.datetime | None,
    packs: Sequence[Pack],
    limits: BulkLimits,
) -> ManifestRow:
    """The row in ``cells``; a cell that cannot be taken is a fault, and the others are read all the same."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for column in (*PATHS, "files", "folder", "external_id"):
        try:
            value = _value(column, cells.get(column), calendar, packs, limits)
        except CellTrouble as trouble:
            words = {"choices": choices(column, packs) if _is_chosen(column) else ""}
            faults.append(fault(trouble.code, title(column), limit=limits.cell_chars, **words))
        else:
            if value:
                values[column] = value
    files, kinds = values.get("files", ((), {}))
    return ManifestRow(
        row=line,
        stated=_shaped(values),
        external_id=values.get("external_id"),
        folder=values.get("folder"),
        files=files,
        kinds=kinds or None,
        faults=tuple(faults),
    )


def with_lost_numbers(rows: Sequence[ManifestRow]) -> list[ManifestRow]:
    """Where one number of the list was cut to 15 digits, others that end in 000 were cut as well, even those
    whose check digit happens to fit (1 in 11 does)."""
    if not any(found.code == "BULK-022" for row in rows for found in row.faults):
        return list(rows)
    where = title("id_number")
    return [
        replace(row, faults=(*row.faults, fault("BULK-022", where))) if row.id_number.endswith("000") else row
        for row in rows
    ]


def _is_chosen(column: str) -> bool:
    return column in CHOICES or column in ("policy", "region")


def _value(
    column: str, cell: Any, calendar: dt.datetime | None, packs: Sequence[Pack], limits: BulkLimits
) -> Any:
    if column == "files":
        return _files(cell, limits)
    if column == "diseases":
        names = cell if isinstance(cell, list) else [cell]
        parts = (part for name in names for part in _SPLIT_DISEASES.split(_text(name, limits)))
        return [part.strip() for part in parts if part.strip()]
    if column in DAYS:
        return day_of(_plain(cell), calendar)
    if column in ID_NUMBERS:
        return id_number_of(_plain(cell))
    text = _text(cell, limits)
    if text and _is_chosen(column):
        value = chosen(column, text, packs)
        if value is None:
            raise CellTrouble("BULK-024")
        return value
    return clean(text) if column in PATHS else text


def _plain(cell: Any) -> Any:
    if isinstance(cell, list | dict):
        raise CellTrouble("BULK-024")
    return cell


def _text(cell: Any, limits: BulkLimits) -> str:
    text = text_of(_plain(cell))
    if len(text) > limits.cell_chars:
        raise CellTrouble("BULK-025")
    return text


def _files(cell: Any, limits: BulkLimits) -> tuple[tuple[str, ...], dict[str, str]] | None:
    """Paths, and what the row says they are: text divided by ``；;|``, a list, or a mapping path → kind."""
    kinds: dict[str, str] = {}
    named: Iterable[Any] = cell if isinstance(cell, list | dict) else _SPLIT_FILES.split(_text(cell, limits))
    if isinstance(cell, dict):
        kinds = {_text(path, limits): _text(kind, limits) for path, kind in cell.items()}
    paths = []
    for item in named:
        path = item
        if isinstance(item, dict):
            path = next((item[name] for name in ("file", "path", "name", "文件") if name in item), None)
            if kind := _text(item.get("kind"), limits):
                kinds[_text(path, limits)] = kind
        if text := _text(path, limits):
            paths.append(text)
    return (tuple(dict.fromkeys(paths)), kinds) if paths else None


def _shaped(values: Mapping[str, Any]) -> dict[str, Any]:
    stated: dict[str, Any] = {}
    for column, path in PATHS.items():
        if column in values:
            place = stated
            for part in path[:-1]:
                place = place.setdefault(part, {})
            place[path[-1]] = values[column]
    applicant = stated.get("applicant", {})
    if "agent" in applicant:
        applicant.setdefault("relation", "agent")
    return stated
