"""The bytes of a manifest → its rows of cells. Nothing is evaluated: a formula is a ``Formula``."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from intake.bulk.cells import Cell, Formula
from intake.bulk.codes import fault, size_words
from intake.bulk.columns import column_of
from intake.bulk.limits import BulkLimits
from intake.faults import Fault

_MANIFEST: Final = "清单"
_CANDIDATES: Final = ("utf-8-sig", "gb18030")
_DELIMITERS: Final = (",", "\t", ";", "|")
_HEAD: Final = 20_000
"""Characters in which the header stands."""
_LAST_LINE: Final = 1_048_576
"""A sheet has no more lines; a cell that claims a higher one makes readers count up to it."""
_MOST_LINES: Final = 50_000
"""Blank lines with a format are written as well; this many take seconds."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows with their line numbers as a spreadsheet shows them, blank ones left out.

    ``calendar`` is day 0 of the workbook's serial numbers, ``None`` for text.
    """

    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    calendar: dt.datetime | None = None


class SheetRefused(Exception):
    """The manifest cannot be read; ``fault`` says why, without personal data."""

    def __init__(self, found: Fault) -> None:
        super().__init__(found.code)
        self.fault = found


def refused(code: str, **values: object) -> SheetRefused:
    """The refusal ``code`` of a whole manifest."""
    return SheetRefused(fault(code, _MANIFEST, **values))


def read_csv(data: bytes, limits: BulkLimits) -> Sheet:
    """Rows of a CSV in UTF-8, UTF-16 (with mark) or GB18030, its delimiter told by the headers.

    A quotation mark without its pair is refused: the lines behind it would vanish into one cell.
    """
    text = _text(data)
    rows: list[tuple[int, tuple[Cell, ...]]] = []
    delimiter = max(_DELIMITERS, key=lambda mark: _headers(text, mark))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for line, cells in enumerate(lines, 1):
            _keep(rows, line, tuple(cells), limits)
    except csv.Error as error:
        raise refused("BULK-018", line=lines.line_num) from error
    return Sheet(tuple(rows))


def _headers(text: str, delimiter: str) -> int:
    """How many known headers the likeliest of the first lines shows when it is cut at ``delimiter``."""
    lines = islice(io.StringIO(text[:_HEAD], newline=""), 20)
    cut = (line.replace('"', "").split(delimiter) for line in lines)
    return max((sum(column_of(cell) is not None for cell in line) for line in cut), default=0)


def read_xlsx(data: bytes, limits: BulkLimits) -> Iterator[Sheet]:
    """Every visible sheet of a workbook. Raises ``SheetRefused``."""
    _inspect_package(data, limits)
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        for sheet in workbook.worksheets:
            if sheet.sheet_state != "visible":
                continue
            sheet.reset_dimensions()  # what the sheet claims of its size may be anything
            rows: list[tuple[int, tuple[Cell, ...]]] = []
            for line, cells in _written_lines(sheet, limits):
                _keep(rows, line, tuple(_xlsx_cell(cell) for cell in cells), limits)
            yield Sheet(tuple(rows), workbook.epoch)
    except (
        InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError,
        SyntaxError, EOFError, OverflowError,
    ) as error:  # fmt: skip
        raise refused("BULK-009") from error


def _written_lines(sheet: Any, limits: BulkLimits) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The lines that are written in the file; those between come from the reader as one same empty tuple."""
    before, written = None, 0
    for line, cells in enumerate(sheet.iter_rows(max_col=limits.columns + 1), 1):
        if line > _LAST_LINE:
            raise refused("BULK-017")
        if cells is not before:
            before, written = cells, written + 1
            if written > _MOST_LINES:
                raise refused("BULK-017")
            yield line, cells


def read_json(data: bytes) -> Any:
    """The document, numbers as the text they were written in. Raises ``SheetRefused``."""
    try:
        return json.loads(
            _text(data), parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_distinct
        )
    except json.JSONDecodeError as error:
        raise refused("BULK-010", detail=f"第 {error.lineno} 行附近") from error
    except RecursionError as error:
        raise refused("BULK-010", detail="嵌套过深") from error


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) < len(pairs):
        raise refused("BULK-010", detail="同一名称写了两次")
    return dict(pairs)


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates: tuple[str, ...] = ("utf-16",)
    else:
        candidates = _CANDIDATES
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise refused("BULK-001")


def _keep(
    rows: list[tuple[int, tuple[Cell, ...]]], line: int, cells: tuple[Cell, ...], limits: BulkLimits
) -> None:
    while cells and (cells[-1] is None or (isinstance(cells[-1], str) and not cells[-1].strip())):
        cells = cells[:-1]
    if not cells:
        return
    if len(cells) > limits.columns:
        raise refused("BULK-016", limit=limits.columns)
    if len(rows) >= limits.rows + 20:  # a header and some lines above and below it
        raise refused("BULK-008", limit=limits.rows)
    rows.append((line, cells))


def _xlsx_cell(cell: Any) -> Cell:
    if cell.data_type in ("f", "e"):
        return Formula()
    value: Cell = cell.value
    return value


def _inspect_package(data: bytes, limits: BulkLimits) -> None:
    """Refuse a workbook that unfolds too far, or whose XML declares entities, before a parser sees it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > 2_000 or sum(part.file_size for part in parts) > limits.manifest_unpacked_bytes:
                raise refused("BULK-003", limit=size_words(limits.manifest_unpacked_bytes))
            for part in parts:
                if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise refused("BULK-009")
                if part.filename.lower().endswith((".xml", ".rels")):
                    _refuse_declarations(package, part)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise refused("BULK-009") from error


_DECLARATION: Final = re.compile(rb"<\0?!\0?D\0?O\0?C|<\0?!\0?E\0?N\0?T")


def _refuse_declarations(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    before = b""
    with package.open(part) as stream:
        while chunk := stream.read(1 << 20):
            if _DECLARATION.search(before + chunk):
                raise refused("BULK-009")
            before = chunk[-16:]
