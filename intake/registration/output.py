"""Registration records as JSON, CSV and XLSX. They hold personal data: whoever hands them out audits it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from intake.registration.fields import APPROVAL, INTERFACE_2503, RecordField
from intake.registration.record import FIELDS, Entry, Gap, RegistrationRecord, Unregistered

SCHEMA: Final = "menshen.registration/1"
_BEFORE: Final = ("案件编号", "case_no")
_AFTER: Final = (("尚缺项目", "missing"), ("待核对项目", "to_confirm"))
Told = RegistrationRecord | Unregistered
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet program may run as a formula."""


def to_json(records: Iterable[Told]) -> bytes:
    """The records with every field of the interface, where each value stands, and what is missing; and the
    cases that have no record, with the reason."""
    held = list(records)
    told = {
        "schema": SCHEMA,
        "interface": "2503",
        "fields": [_spec(field) for field in FIELDS],
        "records": [_record(one) for one in held if isinstance(one, RegistrationRecord)],
        "without_record": [
            {"case_no": one.case_no, "why": one.why} for one in held if isinstance(one, Unregistered)
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"


def to_csv(records: Iterable[Told]) -> bytes:
    """A row of Chinese names, a row of field codes, a row a record or case without one; UTF-8 with the mark
    Excel looks for."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(_rows(records))
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(records: Iterable[Told]) -> bytes:
    """The same rows as a workbook; every cell is text, so that no number loses digits."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("2503")
    sheet.freeze_panes = "B3"
    for number, field in enumerate((_BEFORE[0], *(f.name for f in FIELDS), *(a[0] for a in _AFTER)), 1):
        sheet.column_dimensions[get_column_letter(number)].width = max(14.0, 2.2 * len(field))
    for number, row in enumerate(_rows(records)):
        sheet.append([_cell(sheet, text, bold=number < 2) for text in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def safe_cell(text: str) -> str:
    """``text`` so that no spreadsheet program runs it: an apostrophe before what begins like a formula.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("李建国")
    ("'=HYPERLINK(1)", '李建国')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _rows(records: Iterable[Told]) -> Iterator[list[str]]:
    yield [_BEFORE[0], *(field.name for field in FIELDS), *(name for name, _ in _AFTER)]
    yield [_BEFORE[1], *(field.code for field in FIELDS), *(code for _, code in _AFTER)]
    for record in records:
        if isinstance(record, Unregistered):
            yield [safe_cell(text) for text in (record.case_no, *[""] * len(FIELDS), record.why, "")]
            continue
        values = [record.entries[field.key].value for field in FIELDS]
        row = [record.case_no, *values, _named(record.missing), _named(record.to_confirm)]
        yield [safe_cell(text) for text in row]


def _named(gaps: Sequence[Gap]) -> str:
    return "；".join(f"{gap.field.name}：{gap.why}" for gap in gaps)


def _cell(sheet: Any, text: str, *, bold: bool) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    cell.number_format = "@"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _record(record: RegistrationRecord) -> dict[str, Any]:
    return {
        "case_no": record.case_no,
        "complete": record.complete,
        "record": {field.code: record.entries[field.key].value or None for field in INTERFACE_2503},
        "approval": {field.name: record.entries[field.key].value or None for field in APPROVAL},
        "sources": {key: _source(entry) for key, entry in record.entries.items() if entry.value},
        "missing": [_gap(gap) for gap in record.missing],
        "to_confirm": [_gap(gap) for gap in record.to_confirm],
    }


def _source(entry: Entry) -> dict[str, Any]:
    place = entry.evidence
    told: dict[str, Any] = {"origin": entry.origin}
    if place is not None and place.page is not None:
        told |= {"file": place.file, "page": place.page, "field": place.field}
        told |= {"box": list(place.box) if place.box else None, "confidence": place.confidence}
    return told


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "field": gap.field.key,
        "name": gap.field.name,
        "required": gap.field.required,
        "why": gap.why,
    }


def _spec(field: RecordField) -> dict[str, Any]:
    return {
        "number": field.number,
        "field": field.code or None,
        "name": field.name,
        "type": field.type,
        "required": field.required,
    }
