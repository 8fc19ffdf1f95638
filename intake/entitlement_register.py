"""The bureau's register of qualifications, taken in as CSV: ``name, id_number, disease, region, valid_from,
valid_until``. Every bad row is named, the others are taken; taking the same table in again changes nothing.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.database import Database
from intake.doorkeeping import access
from intake.entitlements import OF_REGISTER, Holder, holder_of, number_hash, row_of
from intake.faults import Fault
from intake.refusals import Refused
from intake.refusals.entitlements import EMPTY_TABLE, TABLE_INVALID
from intake.safekeeping import audit
from intake.safekeeping.sealing import Sealer
from intake.tables.cases import EntitlementRecord
from ocr.values.dates import parse_date
from ocr.values.id_number import is_valid
from validators.regions import load_regions

_HEADERS: Final = {
    "name": ("name", "姓名"),
    "id_number": ("id_number", "身份证号", "身份证号码", "证件号码"),
    "disease": ("disease", "病种", "病种名称"),
    "region": ("region", "地区", "参保地区划", "区划代码"),
    "valid_from": ("valid_from", "开始日期", "待遇开始日期"),
    "valid_until": ("valid_until", "结束日期", "待遇结束日期", "有效期至"),
}
_NEEDED: Final = ("name", "id_number", "disease", "region", "valid_until")
_AT_ONCE: Final = 500
MOST_ROWS: Final = 50_000
_OF_THE_WHOLE: Final = frozenset({"ENT-001", "ENT-008", "ENT-009"})
_ROW_REMEDY: Final = "请改正这一行后重新导入；其余各行不受影响。"


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A sound row of the table."""

    holder: Holder
    region: str
    valid_from: dt.date | None
    valid_until: dt.date


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a table: rows ``added``, rows whose dates or region were ``changed``, rows ``unchanged``;
    ``faults`` name every row that was not taken."""

    added: int
    changed: int
    unchanged: int
    faults: tuple[Fault, ...]


def import_register(database: Database, sealer: Sealer, table: bytes, actor: Actor) -> Imported:
    """Take the table in, 500 rows a transaction, each with its entry in the audit log.

    Rows of regions that ``actor`` does not cover are refused. UTF-8 and GB18030 are understood.
    Raises ``Refused`` where the actor may not, or where it is no such table as a whole.
    """
    access.check(actor, "entitlement.import")
    if not table.strip():
        raise Refused(EMPTY_TABLE)
    rows, faults = read_register(table, actor)
    if any(fault.code in _OF_THE_WHOLE for fault in faults):
        raise Refused(TABLE_INVALID, faults)
    counts = {"added": 0, "changed": 0, "unchanged": 0}
    for some in _portions(rows):
        with database.writing() as session:
            outcome = [_enter(session, sealer, known, row) for known, row in _known(session, sealer, some)]
            told = {name: outcome.count(name) for name in counts}
            audit.append(session, actor.id, "entitlement.import", "entitlements", told)
        counts = {name: count + told[name] for name, count in counts.items()}
    return Imported(**counts, faults=faults)


def read_register(table: bytes, actor: Actor) -> tuple[tuple[RegisterRow, ...], tuple[Fault, ...]]:
    """The sound rows of a table, and every fault of the others."""
    try:
        lines = list(csv_lines(table))
    except (UnicodeDecodeError, csv.Error):
        fault = Fault(
            "ENT-008", "整体", "不是 UTF-8 或 GB18030 编码的 CSV 表格", "请在 Excel 中另存为 CSV UTF-8。"
        )
        return (), (fault,)
    if len(lines) > MOST_ROWS + 1:
        return (), (Fault("ENT-009", "整体", f"超过 {MOST_ROWS} 行", "请分成几个表格导入。"),)
    header = [cell.strip() for cell in lines[0][1]] if lines else []
    at = {name: header.index(w) for name, words in _HEADERS.items() for w in words if w in header}
    absent = [name for name in _NEEDED if name not in at]
    if absent:
        listed = "、".join(f"{_HEADERS[name][1]}（{name}）" for name in absent)
        return (), (Fault("ENT-001", "第 1 行", f"缺少列：{listed}", "请补上列名后重新导入。"),)
    rows: dict[tuple[str, str], RegisterRow] = {}
    faults: list[Fault] = []
    for line, cells in lines[1:]:
        held = {name: cells[i].strip() if i < len(cells) else "" for name, i in at.items()}
        row, wrong = _row(held, line, actor)
        if row and rows.setdefault(row.holder.key, row) != row:
            wrong = [_fault("ENT-007", line, "id_number", "与前面一行是同一人同一病种，内容却不同")]
        faults += wrong
    return tuple(rows.values()), tuple(faults)


def csv_lines(table: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line it ends on; UTF-8 and GB18030 are understood.

    Raises ``UnicodeDecodeError`` and ``csv.Error``.
    """
    try:
        text = table.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = table.decode("gb18030")
    reader = csv.reader(io.StringIO(text, newline=""))
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells


def _row(held: dict[str, str], line: int, actor: Actor) -> tuple[RegisterRow | None, list[Fault]]:
    number, region = held["id_number"].upper(), held["region"]
    first, last = _day(held.get("valid_from", "")), _day(held["valid_until"])
    wrong = [_fault("ENT-002", line, name, "不能为空") for name in _NEEDED if not held[name]]
    if number and not is_valid(number):
        wrong.append(_fault("ENT-003", line, "id_number", "不是有效的身份证号"))
    if region and not load_regions().knows(region):
        wrong.append(_fault("ENT-004", line, "region", "不是六位行政区划代码"))
    elif region and not actor.covers(region):
        wrong.append(_fault("ENT-005", line, "region", "不在您负责的地区"))
    for name, day in (("valid_from", first), ("valid_until", last)):
        if held.get(name) and day is None:
            wrong.append(_fault("ENT-006", line, name, "须为日期，写作 2025-12-31"))
    if first and last and first > last:
        wrong.append(_fault("ENT-006", line, "valid_until", "早于开始日期"))
    if wrong or last is None:
        return None, wrong
    return RegisterRow(Holder(held["name"], number, held["disease"]), region, first, last), []


def _fault(code: str, line: int, name: str, message: str) -> Fault:
    """A fault of a cell; what stands in the cell is never repeated."""
    return Fault(code, f"第 {line} 行 {name}", message, _ROW_REMEDY)


def _day(text: str) -> dt.date | None:
    date = parse_date(text) if text else None
    return date.earliest if date is not None and date.earliest == date.latest else None


def _portions(rows: Sequence[RegisterRow]) -> Iterator[Sequence[RegisterRow]]:
    return (rows[first : first + _AT_ONCE] for first in range(0, len(rows), _AT_ONCE))


def _known(
    session: Session, sealer: Sealer, rows: Sequence[RegisterRow]
) -> Iterable[tuple[EntitlementRecord | None, RegisterRow]]:
    """Each row with the one that the register already has for the same person and disease."""
    hashes = {number_hash(sealer, row.holder.id_number) for row in rows}
    held = session.scalars(
        select(EntitlementRecord)
        .where(EntitlementRecord.source == OF_REGISTER, EntitlementRecord.id_number_hash.in_(hashes))
        .with_for_update()
    )
    known = {holder_of(sealer, row).key: row for row in held}
    return [(known.get(row.holder.key), row) for row in rows]


def _enter(session: Session, sealer: Sealer, known: EntitlementRecord | None, row: RegisterRow) -> str:
    if known is None:
        columns = {"region": row.region, "valid_from": row.valid_from, "valid_until": row.valid_until}
        session.add(row_of(sealer, row.holder, source=OF_REGISTER, **columns))
        return "added"
    before = (known.region, known.valid_from, known.valid_until)
    known.region, known.valid_from, known.valid_until = row.region, row.valid_from, row.valid_until
    return "unchanged" if before == (row.region, row.valid_from, row.valid_until) else "changed"
