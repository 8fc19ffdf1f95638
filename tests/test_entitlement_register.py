"""The bureau's register: taken in row by row, every bad row named, twice the same changes nothing."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import Any

import pytest
from builders import NAME, NUMBER, OTHER_NAME, OTHER_NUMBER
from sqlalchemy import select, true

from intake.actors import Actor, Role
from intake.database import Database
from intake.entitlement_register import Imported, import_register, read_register
from intake.entitlements import (
    Expiring,
    expiring,
)
from intake.refusals import Refused
from intake.safekeeping.sealing import Sealer
from intake.tables.cases import EntitlementRecord
from intake.tables.safekeeping import AuditEntry

D = dt.date
TODAY = D(2025, 11, 20)
SENIOR = Actor("person:1", Role.SENIOR, regions=("430500", "360900"), person_id="1")
KEY = secrets.token_bytes(32)


@pytest.fixture
def sealer(any_database: Database) -> Sealer:
    """A sealer with its keys made."""
    made = Sealer(any_database, KEY)
    made.load()
    return made


def soon(database: Database, sealer: Sealer, **more: Any) -> tuple[Expiring, ...]:
    """Who should renew within 60 days."""
    with database.reading() as session:
        more = {"visible": true(), "today": TODAY} | more
        return expiring(session, sealer, **more).entries


TABLE = (
    "姓名,身份证号,病种,地区,开始日期,结束日期\r\n"
    f"{NAME},{NUMBER},冠心病,430503,2025-01-01,2025-12-31\r\n"
    f'{OTHER_NAME},{OTHER_NUMBER},"糖尿病",430502,,2025年12月31日\r\n'
)


def taken(database: Database, sealer: Sealer, text: str, encoding: str = "utf-8-sig") -> Imported:
    """What came of a table."""
    return import_register(database, sealer, text.encode(encoding), SENIOR)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_register_is_taken_in(any_database: Database, sealer: Sealer, encoding: str) -> None:
    assert taken(any_database, sealer, TABLE, encoding) == Imported(2, 0, 0, ())
    assert taken(any_database, sealer, TABLE, encoding) == Imported(0, 0, 2, ())
    assert {entry.disease for entry in soon(any_database, sealer)} == {"冠心病", "糖尿病"}
    moved = TABLE.replace("2025-12-31", "2026-12-31")
    assert taken(any_database, sealer, moved, encoding) == Imported(0, 1, 1, ())
    assert {entry.disease for entry in soon(any_database, sealer)} == {"糖尿病"}
    with any_database.reading() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.action == "entitlement.import")).all()
        assert [entry.detail["added"] for entry in entries] == [2, 0, 0]
        assert session.scalars(select(EntitlementRecord.client_id)).all() == [None, None]


def test_every_bad_row_is_named_and_the_others_are_taken(any_database: Database, sealer: Sealer) -> None:
    bad = (
        f",{NUMBER},冠心病,430503,,2025-12-31\r\n"
        f"张三,430503196703124512,冠心病,430503,,2025-12-31\r\n"
        f"张三,{OTHER_NUMBER},冠心病,999999,,2025-12-31\r\n"
        f"张三,{OTHER_NUMBER},冠心病,440100,,2025-12-31\r\n"
        f"张三,{OTHER_NUMBER},冠心病,430503,,2025-12\r\n"
        f"张三,{OTHER_NUMBER},冠心病,430503,2026-01-01,2025-12-31\r\n"
        f"{NAME},{NUMBER},冠 心病,430503,2025-01-01,2027-12-31\r\n"
        "张三\r\n"
    )
    found = taken(any_database, sealer, TABLE + bad)
    assert (found.added, found.changed, found.unchanged) == (2, 0, 0)
    named = [(fault.code, fault.where) for fault in found.faults]
    assert named[:7] == [
        ("ENT-002", "第 4 行 name"),
        ("ENT-003", "第 5 行 id_number"),
        ("ENT-004", "第 6 行 region"),
        ("ENT-005", "第 7 行 region"),
        ("ENT-006", "第 8 行 valid_until"),
        ("ENT-006", "第 9 行 valid_until"),
        ("ENT-007", "第 10 行 id_number"),
    ]
    assert {where for _, where in named[7:]} == {
        f"第 11 行 {name}" for name in ("id_number", "disease", "region", "valid_until")
    }
    assert not any(told in repr(found.faults) for told in (NUMBER, OTHER_NUMBER, "张三", NAME))


def test_not_everybody_may_take_it_in(any_database: Database, sealer: Sealer) -> None:
    clerk = Actor("person:2", Role.CLERK, person_id="2")
    with pytest.raises(Refused, match="ACC-004"):
        import_register(any_database, sealer, TABLE.encode(), clerk)
    assert soon(any_database, sealer) == ()


@pytest.mark.parametrize(
    ("table", "code"),
    [
        (b"", "ENT-001"),
        ("姓名,身份证号\r\n".encode(), "ENT-001"),
        (b"\xff\xfe\x00\x81\xff", "ENT-008"),
        (b"name," + b"x" * 200_000, "ENT-008"),
    ],
)
def test_a_table_that_is_none_is_refused_whole(table: bytes, code: str) -> None:
    rows, faults = read_register(table, SENIOR)
    assert rows == ()
    assert [fault.code for fault in faults] == [code]


def test_a_long_table_is_taken_in_portions(sqlite_database: Database) -> None:
    made = Sealer(sqlite_database, KEY)
    made.load()
    rows = [f"{NAME},{NUMBER},病种{n},430503,,2025-12-31" for n in range(1201)]
    text = "name,id_number,disease,region,valid_from,valid_until\n" + "\n".join(rows)
    assert taken(sqlite_database, made, text).added == 1201
    with sqlite_database.reading() as session:
        counts = [entry.detail["added"] for entry in session.scalars(select(AuditEntry))]
    assert counts == [500, 500, 201]
