"""Tables of figures as CSV and XLSX. Cells are counts, shares (``float``, 0–1), or words; no cell is ever a
formula, whatever a paper had printed in the place of a hospital's name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from intake.bulk.results import safe_cell

Cell = int | float | str | None
"""``None``: there is nothing to tell, for nothing was counted."""
_NOTHING: Final = "—"
_WIDEST: Final = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: what it tells, its columns and rows; ``note`` says how it was counted."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def words_of(cell: Cell) -> str:
    """A cell as people read it.

    >>> words_of(12), words_of(0.8333), words_of(None), words_of("窗口")
    ('12', '83.3%', '—', '窗口')
    """
    if isinstance(cell, float):
        return f"{cell:.1%}"
    return _NOTHING if cell is None else str(cell)


def sheets_csv(sheets: Sequence[Sheet]) -> Iterator[bytes]:
    """All tables below each other, in UTF-8 with a byte order mark; a row begins with its table's title."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write("\ufeff")
    for number, sheet in enumerate(sheets):
        if number:
            writer.writerow(())
        writer.writerow([safe_cell(one) for one in ("统计项", *sheet.header)])
        for row in sheet.rows:
            writer.writerow([safe_cell(sheet.title), *(_plain(cell) for cell in row)])
        yield buffer.getvalue().encode("utf-8")
        buffer.seek(0)
        buffer.truncate()


def write_sheets_xlsx(sheets: Sequence[Sheet], stream: BinaryIO) -> None:
    """A workbook, one sheet a table: numbers are numbers, the header stays in sight, the note is below."""
    workbook = Workbook(write_only=True)
    for one in sheets:
        sheet = workbook.create_sheet(one.title)
        sheet.freeze_panes = "A2"
        for number in range(len(one.header)):
            longest = max(len(words_of(row[number])) for row in (one.header, *one.rows))
            width = min(_WIDEST, max(12, longest * 2))
            sheet.column_dimensions[get_column_letter(number + 1)].width = width
        sheet.append([_cell(sheet, title, bold=True) for title in one.header])
        for row in one.rows:
            sheet.append([_cell(sheet, cell) for cell in row])
        if one.note:
            sheet.append([])
            sheet.append([_cell(sheet, one.note)])
    workbook.save(stream)


def _plain(cell: Cell) -> int | str:
    return (
        cell
        if isinstance(cell, int)
        else safe_cell(words_of(cell))
        if isinstance(cell, str)
        else words_of(cell)
    )


def _cell(sheet: object, value: Cell, *, bold: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, safe_cell(value) if isinstance(value, str) else value)
    if value is None:
        cell.value = _NOTHING
    if isinstance(value, float):
        cell.number_format = "0.0%"
    if bold:
        cell.font = Font(bold=True)
    return cell
