"""Registers taken in as CSV: sealed, found by hash, every bad row named, twice the same changes nothing."""

from __future__ import annotations

import datetime as dt
import secrets

import pytest
from builders import NAME, NUMBER, OTHER_NAME, OTHER_NUMBER
from sqlalchemy import select, text

from intake.actors import SYSTEM, Actor, Role
from intake.database import Database
from intake.entitlement_register import Imported, import_register
from intake.refusals import Refused
from intake.registers.asking import Asked, RegisterDown
from intake.registers.entries import delete_person
from intake.registers.table import RegisterTable
from intake.registers.take_in import counted, read_sheet, take_in
from intake.safekeeping.sealing import Sealer
from intake.tables.safekeeping import AuditEntry
from validators.register import InsuredPerson, Physician, Qualification

KEY = secrets.token_bytes(32)
PERSONS = (
    "姓名,身份证号,参保地,参保类型,参保状态\r\n"
    f"{NAME},{NUMBER},邵阳市大祥区,职工,正常\r\n"
    f"{OTHER_NAME},{OTHER_NUMBER},邵阳市北塔区,城乡居民,暂停\r\n"
)
HOSPITALS = (
    "医院名称,等级,别名,地区\n邵阳市雪峰医院,二甲,雪峰医院、邵阳雪峰医院,430500\n城南诊所,未定级,,430503\n"
)
PHYSICIANS = "姓名,医院,职称\n周明德,邵阳市雪峰医院,副主任医师\n周明德,邵阳市中心医院,主治医师\n"


@pytest.fixture
def sealer(any_database: Database) -> Sealer:
    made = Sealer(any_database, KEY)
    made.load()
    return made


def taken(database: Database, sealer: Sealer, register: str, table: str, *, whole: bool = False) -> Imported:
    return take_in(database, sealer, register, table.encode("utf-8-sig"), SYSTEM, whole=whole)


def test_people_are_found_by_number_whatever_their_name(any_database: Database, sealer: Sealer) -> None:
    assert taken(any_database, sealer, "persons", PERSONS) == Imported(2, 0, 0, ())
    table = RegisterTable(any_database, sealer)
    there = InsuredPerson(NAME, NUMBER, "邵阳市大祥区", "employee", True)
    assert table.persons(Asked("别人", NUMBER)) == [there]
    assert table.persons(Asked(NAME, "430503670312451")) == [there]
    assert table.persons(Asked(OTHER_NAME, OTHER_NUMBER))[0].active is False
    assert list(table.persons(Asked("别人", "430503196703124522"))) == []


@pytest.mark.parametrize("name", ["𠅤大山", "王䶮", "买买提·吐尔逊"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_rare_characters_come_through_either_encoding(
    any_database: Database, sealer: Sealer, name: str, encoding: str
) -> None:
    sheet = f"姓名,身份证号\n{name},{NUMBER}\n".encode(encoding)
    assert take_in(any_database, sealer, "persons", sheet, SYSTEM) == Imported(1, 0, 0, ())
    assert RegisterTable(any_database, sealer).persons(Asked(name, NUMBER))[0].name == name


def test_a_namesake_with_nearly_the_number_is_told(any_database: Database, sealer: Sealer) -> None:
    taken(any_database, sealer, "persons", PERSONS)
    table = RegisterTable(any_database, sealer)
    assert [one.id_number for one in table.persons(Asked(NAME, "430503196703124541"))] == [NUMBER]
    assert list(table.persons(Asked(NAME, OTHER_NUMBER[:6] + "199001011234"))) == []


def test_nothing_personal_stands_in_the_clear(any_database: Database, sealer: Sealer) -> None:
    taken(any_database, sealer, "persons", PERSONS)
    taken(any_database, sealer, "physicians", PHYSICIANS)
    with any_database.reading() as session:
        rows = [repr(tuple(row)) for row in session.execute(text("SELECT * FROM register_entries"))]
        told = [repr(one) for one in session.execute(select(AuditEntry.subject, AuditEntry.detail))]
    assert len(rows) == 4
    for word in (NAME, NUMBER, OTHER_NUMBER, "周明德"):
        seen = "".join(rows + told)
        assert word not in seen
        assert repr(word.encode())[2:-1] not in seen


def test_twice_the_same_changes_nothing_and_a_change_is_counted(
    any_database: Database, sealer: Sealer
) -> None:
    taken(any_database, sealer, "persons", PERSONS)
    assert taken(any_database, sealer, "persons", PERSONS) == Imported(0, 0, 2, ())
    assert taken(any_database, sealer, "persons", PERSONS.replace("暂停", "正常")) == Imported(0, 1, 1, ())
    assert RegisterTable(any_database, sealer).persons(Asked(OTHER_NAME, OTHER_NUMBER))[0].active
    assert counted(any_database)["persons"] == 2


def test_a_whole_table_takes_out_what_it_leaves_out_unless_a_row_is_bad(
    any_database: Database, sealer: Sealer
) -> None:
    taken(any_database, sealer, "persons", PERSONS)
    first = "\n".join(PERSONS.splitlines()[:2])
    faulty = taken(any_database, sealer, "persons", first + "\n张三,123,,,", whole=True)
    assert [fault.code for fault in faulty.faults] == ["TABLE-103"]
    assert counted(any_database)["persons"] == 2
    taken(any_database, sealer, "persons", first, whole=True)
    assert counted(any_database)["persons"] == 1


def test_an_empty_register_cannot_say_that_somebody_is_not_in_it(
    any_database: Database, sealer: Sealer
) -> None:
    with pytest.raises(RegisterDown, match="尚未导入"):
        RegisterTable(any_database, sealer).persons(Asked(NAME, NUMBER))


def test_hospitals_by_name_and_alias(any_database: Database, sealer: Sealer) -> None:
    taken(any_database, sealer, "hospitals", HOSPITALS)
    table = RegisterTable(any_database, sealer)
    found = table.hospitals(Asked(NAME, NUMBER, hospitals=("邵阳雪峰医院", "湘雅医院")))
    assert [(one.name, one.level, one.tier) for one in found] == [("邵阳市雪峰医院", "二级甲等", "A")]


def test_physicians_of_a_name_at_every_hospital(any_database: Database, sealer: Sealer) -> None:
    taken(any_database, sealer, "physicians", PHYSICIANS)
    found = RegisterTable(any_database, sealer).physicians(Asked(NAME, NUMBER, physicians=("周明德",)))
    assert set(found) == {
        Physician("周明德", "邵阳市雪峰医院", "副主任医师"),
        Physician("周明德", "邵阳市中心医院", "主治医师"),
    }


def test_entitlements_of_the_register_taken_in(any_database: Database, sealer: Sealer) -> None:
    table = f"姓名,身份证号,病种,地区,结束日期\n{NAME},{NUMBER},冠心病,430503,2025-12-31\n"
    import_register(any_database, sealer, table.encode(), SYSTEM)
    held = RegisterTable(any_database, sealer).entitlements(Asked(NAME, NUMBER))
    assert held == [Qualification("冠心病", None, dt.date(2025, 12, 31))]


def test_a_person_can_be_taken_out_on_request(any_database: Database, sealer: Sealer) -> None:
    taken(any_database, sealer, "persons", PERSONS)
    with any_database.writing() as session:
        assert delete_person(session, sealer, NUMBER) == 1
        assert delete_person(session, sealer, NUMBER) == 0
    assert list(RegisterTable(any_database, sealer).persons(Asked("别人", NUMBER))) == []


FAULTS = [
    ("persons", "姓名,参保地\n甲,乙", "TABLE-101", "第 1 行"),
    ("persons", f"姓名,身份证号\n,{NUMBER}", "TABLE-102", "第 2 行 name"),
    ("persons", "姓名,身份证号\n甲,430503196703124512", "TABLE-103", "第 2 行 id_number"),
    ("persons", f"姓名,身份证号,参保类型\n甲,{NUMBER},不知", "TABLE-103", "第 2 行 insurance"),
    ("persons", f"姓名,身份证号,参保状态\n甲,{NUMBER},不知", "TABLE-103", "第 2 行 status"),
    ("persons", f"姓名,身份证号\n甲,{NUMBER}\n乙,{NUMBER}", "TABLE-107", "第 3 行 name"),
    ("hospitals", "医院名称,等级\n甲医院,很高", "TABLE-103", "第 2 行 level"),
    ("physicians", "姓名,医院,职称\n甲,乙医院,护士长", "TABLE-103", "第 2 行 title"),
]


@pytest.mark.parametrize(("register", "table", "code", "where"), FAULTS)
def test_every_bad_row_is_named_without_what_stands_in_it(
    register: str, table: str, code: str, where: str
) -> None:
    _, faults = read_sheet(register, table.encode())
    assert [(fault.code, fault.where) for fault in faults] == [(code, where)]
    assert NUMBER not in repr(faults)


def test_a_table_of_another_encoding_is_understood_or_refused() -> None:
    entries, faults = read_sheet("persons", PERSONS.encode("gb18030"))
    assert (len(entries), faults) == (2, ())
    assert [fault.code for fault in read_sheet("persons", b"\xff\xfe\x00")[1]] == ["TABLE-108"]


def test_people_may_not_take_registers_in(any_database: Database, sealer: Sealer) -> None:
    senior = Actor("person:1", Role.SENIOR, regions=("430500",), person_id="1")
    with pytest.raises(Refused):
        take_in(any_database, sealer, "persons", PERSONS.encode(), senior)
