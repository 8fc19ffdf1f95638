"""A manifest (CSV, XLSX or JSON) → its rows: what each states, its files, and everything wrong with it.

A bad row never stops the others; what is wrong with the whole (unreadable, no header, a column missing)
leaves no rows. ``# 案件数: N``, a cell 案件数 or 合计 with a number, or ``"cases": N`` says
how many there are.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from intake.bulk.cells import Cell
from intake.bulk.codes import fault, size_words
from intake.bulk.columns import column_of, nearest, title
from intake.bulk.count_lines import count_line
from intake.bulk.json_rows import json_rows
from intake.bulk.limits import DEFAULT_LIMITS, BulkLimits
from intake.bulk.rows import ManifestRow, read_row, with_lost_numbers
from intake.bulk.sheets import Sheet, SheetRefused, read_csv, read_json, read_xlsx, refused
from intake.faults import Fault
from validators.pack import Pack, load_packs

ENDINGS: Final = (".csv", ".tsv", ".txt", ".xlsx", ".json")
_MANIFEST: Final = "清单"
_HEADER_WITHIN: Final = 20
_NEEDED: Final = (("name",), ("id_number",), ("submitted_on",), ("policy", "region", "business"))


@dataclass(frozen=True, slots=True)
class Manifest:
    """``faults`` are of the whole and hold no personal data."""

    rows: tuple[ManifestRow, ...] = ()
    faults: tuple[Fault, ...] = ()
    stated_cases: int | None = None

    def every_fault(self) -> tuple[Fault, ...]:
        """The faults of the whole and those of the rows, which say their line."""
        of_rows = (
            replace(found, where=f"第 {row.row} 行 {found.where}")
            for row in self.rows
            for found in row.faults
        )
        return (*self.faults, *of_rows)


def read_manifest(
    data: bytes,
    name: str,
    *,
    defaults: Mapping[str, str] | None = None,
    packs: Sequence[Pack] | None = None,
    limits: BulkLimits = DEFAULT_LIMITS,
) -> Manifest:
    """The rows of the manifest in ``data``; ``name`` is its file name, for its ending.

    ``defaults`` (by column: ``policy``, ``submitted_on`` …) are known for every row, so that the manifest
    need not have those columns.
    ``packs`` (by default the shipped ones) tell the names of policies and regions.
    """
    try:
        if len(data) > limits.manifest_bytes:
            raise refused("BULK-003", limit=size_words(limits.manifest_bytes))
        table = _table(data, name, limits)
        faults = table.faults(defaults or {})
        if any(found.code in ("BULK-005", "BULK-006") for found in faults):
            return Manifest((), faults, table.stated_cases)
        packs = load_packs() if packs is None else packs
        rows = [read_row(line, cells, table.calendar, packs, limits) for line, cells in table.rows]
    except SheetRefused as error:
        return Manifest((), (error.fault,))
    if len(rows) > limits.cases:
        return Manifest((), (fault("BULK-008", _MANIFEST, limit=limits.cases),), table.stated_cases)
    if not rows:
        faults = (*faults, fault("BULK-007", _MANIFEST))
    return Manifest(_told_apart(with_lost_numbers(rows)), faults, table.stated_cases)


@dataclass(frozen=True, slots=True)
class _Table:
    """Cells by column, and what the headers and count lines say."""

    headers: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, Any]], ...]
    stated_cases: int | None
    calendar: dt.datetime | None
    flat: bool

    def faults(self, defaults: Mapping[str, str]) -> tuple[Fault, ...]:
        columns = [column for header in self.headers if (column := column_of(header))]
        found = [
            fault("BULK-006", _MANIFEST, column=title(column))
            for column, count in Counter(columns).items()
            if count > 1 and self.flat
        ]
        known = {*columns, *defaults}
        if "folder" not in known and self.flat:  # a folder may hold a case.yaml
            for needed in _NEEDED:
                if needed[0] not in known and not {*needed[1:]} & known:
                    found.append(fault("BULK-005", _MANIFEST, column=title(needed[0])))
        for header in self.headers:
            near = nearest(header) if column_of(header) is None else None
            if near and column_of(near) not in known:
                found.append(fault("BULK-013", _MANIFEST, column=header[:20], near=near))
        return tuple(found)


def _table(data: bytes, name: str, limits: BulkLimits) -> _Table:
    """The manifest by its bytes, its name only where they leave it open."""
    if data.startswith(b"PK\x03\x04"):
        tables = [table for sheet in read_xlsx(data, limits) if (table := _from_sheet(sheet))]
        if not tables:
            raise refused("BULK-004")
        if len(tables) > 1:
            raise refused("BULK-012")
        return tables[0]
    if data.startswith((b"\xd0\xcf\x11\xe0", b"%PDF", b"Rar!")):
        raise refused("BULK-002")
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if name.lower().endswith(".json") or start in (b"{", b"["):
        stated, rows = json_rows(read_json(data))
        headers = tuple(dict.fromkeys(header for _, row in rows for header in row))
        return _Table(headers, _by_column(rows), stated, None, flat=False)
    table = _from_sheet(read_csv(data, limits))
    if table is None:
        raise refused("BULK-004")
    return table


def _from_sheet(sheet: Sheet) -> _Table | None:
    """The table under the line that shows most known headers, near the top; ``None`` where no line does."""
    best, at = 0, None
    for index, (_, cells) in enumerate(sheet.rows[:_HEADER_WITHIN]):
        known = sum(isinstance(cell, str) and column_of(cell) is not None for cell in cells)
        if known > best:
            best, at = known, index
    if at is None:
        return None
    headers = tuple(cell if isinstance(cell, str) else "" for cell in sheet.rows[at][1])
    stated: int | None = None
    rows: list[tuple[int, Mapping[str, Cell]]] = []
    for index, (line, cells) in enumerate(sheet.rows):
        if index == at:
            continue
        is_count, count = count_line(cells)
        stated = count if count is not None else stated
        if index > at and not is_count:
            rows.append((line, dict(zip(headers, cells, strict=False))))
    return _Table(headers, _by_column(rows), stated, sheet.calendar, flat=True)


def _by_column(rows: Sequence[tuple[int, Mapping[str, Any]]]) -> tuple[tuple[int, Mapping[str, Any]], ...]:
    return tuple(
        (line, {column: cell for header, cell in row.items() if (column := column_of(header))})
        for line, row in rows
    )


def _told_apart(rows: Sequence[ManifestRow]) -> tuple[ManifestRow, ...]:
    """Rows that repeat one another: of equal ones the first stands; of one external id and different
    contents none does, for which was meant is a guess."""
    by_contents: dict[str, int] = {}
    by_id: dict[str, list[ManifestRow]] = {}
    for row in rows:
        if row.external_id:
            by_id.setdefault(row.external_id, []).append(row)
    told = []
    for row in rows:
        contents = row.contents
        if contents in by_contents and row.stated:
            repeated = fault("BULK-027", _MANIFEST, rows=by_contents[contents])
            told.append(replace(row, faults=(*row.faults, repeated)))
            continue
        by_contents[contents] = row.row
        others = [
            other.row
            for other in by_id.get(row.external_id or "", ())
            if other.row != row.row and other.contents != contents
        ]
        if others:
            lines = "、".join(map(str, others[:5]))
            clash = fault("BULK-026", title("external_id"), rows=lines)
            told.append(replace(row, faults=(*row.faults, clash)))
        else:
            told.append(row)
    return tuple(told)
