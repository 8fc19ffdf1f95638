"""Takes a register in as CSV: insured persons, hospitals, or physicians with their titles.

Every bad row is named, the others are taken; the same table twice changes nothing. The register of
entitlements has a way in of its own (``intake.entitlement_register``).
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from intake.actors import Actor, Role
from intake.database import Database
from intake.entitlement_register import Imported, csv_lines
from intake.faults import Fault
from intake.refusals.access import NOT_ALLOWED
from intake.refusals.base import Refused
from intake.registers.entries import HOSPITALS, PERSONS, PHYSICIANS, Entry, entry_of, key_hash, key_of
from intake.registers.entries import row_of as new_row
from intake.registers.entries import sealed as sealed_entry
from intake.registers.http import registered_hospital
from intake.safekeeping import audit
from intake.safekeeping.sealing import Sealer
from intake.tables.base import now
from intake.tables.cases import EntitlementRecord
from intake.tables.registers import RegisterEntry
from ocr.values.hospital_levels import normalise as normal_level
from ocr.values.id_number import is_valid
from ocr.values.insurance import normalise as normal_insurance
from ocr.values.titles import normalise as normal_title
from validators.near_misses import plain_number
from validators.register import InsuredPerson, Physician
from validators.tables import split

Cells = Mapping[str, str]
_AT_ONCE: Final = 500
_ROW_REMEDY: Final = "请改正这一行后重新导入；其余各行不受影响。"
_ACTIVE: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("", "正常", "参保", "在保", "正常参保", "active", "1"), True),
    **dict.fromkeys(("暂停", "终止", "停保", "中断", "死亡", "注销", "inactive", "0"), False),
}


class _Wrong(ValueError):
    """A cell that cannot be taken: the column, and what is wrong, in Chinese."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column, self.message = column, message


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The columns of a register's table, by any of their heads, and how a row becomes an entry."""

    heads: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    entry: Callable[[Cells], Entry]


def take_in(
    database: Database, sealer: Sealer, register: str, table: bytes, actor: Actor, *, whole: bool = False
) -> Imported:
    """Take a table in, 500 rows a transaction, each with its entry in the audit log.

    ``whole``: the table is the whole register, so what does not stand in it is taken out, unless a row was
    refused. UTF-8 and GB18030 are understood. Raises ``Refused`` where the actor may not.
    """
    if actor.role is not Role.SYSTEM:  # a register decides cases of every region
        raise Refused(NOT_ALLOWED)
    began = now()
    entries, faults = read_sheet(register, table)
    counts = {"added": 0, "changed": 0, "unchanged": 0}
    for first in range(0, len(entries), _AT_ONCE):
        some = entries[first : first + _AT_ONCE]
        with database.writing() as session:
            outcomes = _enter(session, sealer, register, some, now())
            told = {name: outcomes.count(name) for name in counts}
            audit.append(session, actor.id, "register.import", register, told)
        counts = {name: count + told[name] for name, count in counts.items()}
    if whole and entries and not faults:
        with database.writing() as session:
            gone = delete(RegisterEntry).where(
                RegisterEntry.register == register, RegisterEntry.taken_in_at < began
            )
            session.execute(gone, execution_options={"synchronize_session": False})
            audit.append(session, actor.id, "register.replace", register, {})
    return Imported(**counts, faults=faults)


def read_sheet(register: str, table: bytes) -> tuple[tuple[Entry, ...], tuple[Fault, ...]]:
    """The sound rows of a table, and every fault of the others; what stands in a cell is never repeated."""
    try:
        lines = list(csv_lines(table))
    except (UnicodeDecodeError, csv.Error):
        return (), (
            Fault(
                "TABLE-108",
                "整体",
                "不是 UTF-8 或 GB18030 编码的 CSV 表格",
                "请在 Excel 中另存为 CSV UTF-8。",
            ),
        )
    sheet = SHEETS[register]
    header = [cell.strip() for cell in lines[0][1]] if lines else []
    at = {name: header.index(w) for name, words in sheet.heads.items() for w in words if w in header}
    absent = [name for name in sheet.needed if name not in at]
    if absent:
        listed = "、".join(f"{sheet.heads[name][-1]}（{name}）" for name in absent)
        return (), (Fault("TABLE-101", "第 1 行", f"缺少列：{listed}", "请补上列名后重新导入。"),)
    return _rows(register, sheet, at, lines[1:])


def _rows(
    register: str, sheet: _Sheet, at: Mapping[str, int], lines: Sequence[tuple[int, list[str]]]
) -> tuple[tuple[Entry, ...], tuple[Fault, ...]]:
    entries: dict[str, Entry] = {}
    faults: list[Fault] = []
    for line, cells in lines:
        held = {name: cells[i].strip() if i < len(cells) else "" for name, i in at.items()}
        empty = [_fault("TABLE-102", line, name, "不能为空") for name in sheet.needed if not held[name]]
        try:
            if empty:
                faults += empty
                continue
            entry = sheet.entry(held)
        except _Wrong as wrong:
            faults.append(_fault("TABLE-103", line, wrong.column, wrong.message))
            continue
        if entries.setdefault(key_of(register, entry), entry) != entry:
            faults.append(_fault("TABLE-107", line, sheet.needed[0], "与前面一行是同一项，内容却不同"))
    return tuple(entries.values()), tuple(faults)


def _enter(
    session: Session, sealer: Sealer, register: str, entries: Sequence[Entry], at: dt.datetime
) -> list[str]:
    hashes = {key_hash(sealer, register, key_of(register, entry)): entry for entry in entries}
    held = session.scalars(
        select(RegisterEntry)
        .where(RegisterEntry.register == register, RegisterEntry.key_hash.in_(hashes))
        .with_for_update()
    )
    known = {row.key_hash: row for row in held}
    outcomes = []
    for hashed, entry in hashes.items():
        row = known.get(hashed)
        if row is None:
            fresh = new_row(sealer, register, entry)
            fresh.taken_in_at = at
            session.add(fresh)
            outcomes.append("added")
            continue
        row.taken_in_at = at
        same = entry_of(sealer, row) == entry
        if not same:
            updated = new_row(sealer, register, entry)
            row.name_hash, row.entry_sealed = updated.name_hash, sealed_entry(sealer, register, row.id, entry)
        outcomes.append("unchanged" if same else "changed")
    return outcomes


def _person(cells: Cells) -> InsuredPerson:
    number = cells["id_number"].upper()
    if not is_valid(plain_number(number)):
        raise _Wrong("id_number", "不是有效的身份证号")
    insurance, status = cells.get("insurance", ""), cells.get("status", "")
    kind = insurance if insurance in ("employee", "resident") else normal_insurance(insurance)
    if insurance and kind is None:
        raise _Wrong("insurance", "须写职工或居民")
    if status not in _ACTIVE:
        raise _Wrong("status", "须写正常、暂停或终止")
    place = cells.get("insured_place") or None
    return InsuredPerson(cells["name"], number, place, kind, _ACTIVE[status])


def _hospital(cells: Cells) -> Entry:
    written = cells.get("level", "")
    level = normal_level(written) if written else ""
    if level is None:
        raise _Wrong("level", "不是医院等级，应如三级甲等、二级")
    names = split(re.sub("[、；;]", "|", cells.get("aliases", "")))
    return registered_hospital(cells["name"], names, cells.get("region", ""), level, cells.get("as_of", ""))


def _physician(cells: Cells) -> Physician:
    title = normal_title(cells["title"])
    if title is None:
        raise _Wrong("title", "不是医师职称，应如主任医师、副主任医师")
    return Physician(cells["name"], cells["hospital"], title)


SHEETS: Final[Mapping[str, _Sheet]] = {
    PERSONS: _Sheet(
        {
            "name": ("name", "姓名"),
            "id_number": ("id_number", "证件号码", "身份证号码", "身份证号"),
            "insured_place": ("insured_place", "参保地"),
            "insurance": ("insurance", "险种类型", "参保类型"),
            "status": ("status", "参保状态"),
        },
        ("name", "id_number"),
        _person,
    ),
    HOSPITALS: _Sheet(
        {
            "name": ("name", "机构名称", "医院名称"),
            "aliases": ("aliases", "其他名称", "别名"),
            "level": ("level", "医院等级", "等级"),
            "region": ("region", "地区代码", "地区"),
            "as_of": ("as_of", "时间", "截至日期"),
        },
        ("name", "level"),
        _hospital,
    ),
    PHYSICIANS: _Sheet(
        {
            "name": ("name", "医师姓名", "姓名"),
            "hospital": ("hospital", "执业机构", "医院名称", "医院"),
            "title": ("title", "技术职称", "职称"),
        },
        ("name", "hospital", "title"),
        _physician,
    ),
}
"""By register; the first head of a column is its English name, the last the one told where it is missing."""


def _fault(code: str, line: int, name: str, message: str) -> Fault:
    return Fault(code, f"第 {line} 行 {name}", message, _ROW_REMEDY)


def counted(database: Database) -> dict[str, int]:
    """How many entries each register has in the tables, those of entitlements too."""
    with database.reading() as session:
        told = select(RegisterEntry.register, func.count()).group_by(RegisterEntry.register)
        counts = {row[0]: row[1] for row in session.execute(told)}
        entitled = session.scalar(select(func.count()).select_from(EntitlementRecord)) or 0
    return {name: counts.get(name, 0) for name in SHEETS} | {"entitlements": entitled}
