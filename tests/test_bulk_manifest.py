"""A hospital's list, as Excel, WPS and hospital systems write it, becomes rows; a bad row stops no other."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from typing import Any

import numpy as np
import pytest
from openpyxl import Workbook

from intake.bulk.cells import CellTrouble, day_of, id_number_of, text_of
from intake.bulk.limits import BulkLimits
from intake.bulk.manifest import Manifest, read_manifest
from intake.bulk.statement import put_together
from ocr.values.id_number import is_valid

LI, WANG, CHEN = "430503196703124514", "430521198002140020", "360902197507070014"
HEADER = ["姓名", "身份证号", "政策", "提交日期", "病种", "文件"]


def csv_bytes(rows: list[list[str]], encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_bytes(*sheets: list[list[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"表{number}")
        for row in rows:
            sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def row(name: str = "李建国", number: Any = LI, day: Any = "2025-11-20", files: str = "a.jpg") -> list[Any]:
    return [name, number, "shaoyang-renewal", day, "高血压病3级", files]


def codes(manifest: Manifest, line: int) -> list[str]:
    return [fault.code for found in manifest.rows if found.row == line for fault in found.faults]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_csv_is_read_in_every_encoding_and_with_every_delimiter(encoding: str, delimiter: str) -> None:
    manifest = read_manifest(csv_bytes([HEADER, row()], encoding, delimiter), "清单.csv")
    assert manifest.faults == ()
    (found,) = manifest.rows
    assert (found.row, found.files, found.faults) == (2, ("a.jpg",), ())
    stated, faults = put_together(found.stated, {}, {})
    assert faults == ()
    assert stated == {
        "policy": "shaoyang-renewal",
        "submitted_on": "2025-11-20",
        "applicant": {"name": "李建国", "id_number": LI},
        "diseases": ["高血压病3级"],
    }


def test_every_column_finds_its_place() -> None:
    header = [
        "*姓名（必填）", "公民身份号码", "地区", "业务", "申报病种", "参保地", "险种", "提交日期(2025-11-20)",
        "备案类别", "代办人", "代办人身份证号", "现有病种", "待遇有效期止", "Folder", "外部编号", "备注",
    ]  # fmt: skip
    cells = [
        "李 建国", "４３０５０３ 19670312 4514", "湖南省邵阳市", "延期", "高血压病3级；糖尿病|肺结核",
        "邵阳市大祥区", "城镇职工基本医疗保险", "2025年11月20日", "长期居住", "王芳", WANG, "高血压病3级",
        "2025/12/31", "01", "H-1", "急",
    ]  # fmt: skip
    (found,) = read_manifest(csv_bytes([header, cells]), "m.csv").rows
    assert found.faults == ()
    assert (found.external_id, found.folder) == ("H-1", "01")
    assert found.stated == {
        "region": "430500",
        "business": "renewal",
        "submitted_on": "2025-11-20",
        "applicant": {
            "name": "李建国",
            "id_number": LI,
            "insured_place": "邵阳市大祥区",
            "insurance": "employee",
            "relation": "agent",
            "agent": {"name": "王芳", "id_number": WANG},
        },
        "diseases": ["高血压病3级", "糖尿病", "肺结核"],
        "category": "long_residence",
        "entitlement": {"disease": "高血压病3级", "valid_until": "2025-12-31"},
    }
    assert put_together(found.stated, {}, {})[1] == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-03-01", "2025-03-01"),
        ("2025/3/1", "2025-03-01"),
        ("2025年3月1日", "2025-03-01"),
        ("２０２５．３．１", "2025-03-01"),
        ("20250301", "2025-03-01"),
        ("2025/3/1 0:00:00", "2025-03-01"),
        ("2025-03-01T08:00:00+08:00", "2025-03-01"),
        (dt.datetime(2025, 3, 1), "2025-03-01"),
        (dt.date(2025, 3, 1), "2025-03-01"),
        (20250301, "2025-03-01"),
        ("", ""),
        ("无", ""),
    ],
)
def test_days(written: Any, day: str) -> None:
    assert day_of(written, None) == day


@pytest.mark.parametrize(
    "written", ["2025-02-30", "3/1/2025", "2025-3", "25-3-1", "明天", "45717", dt.time(8)]
)
def test_no_day_is_guessed(written: Any) -> None:
    with pytest.raises(CellTrouble, match="BULK-023"):
        day_of(written, None)


def test_a_serial_counts_from_the_workbooks_own_first_day() -> None:
    assert day_of(45717, dt.datetime(1899, 12, 30)) == "2025-03-01"
    assert day_of(44255, dt.datetime(1904, 1, 1)) == "2025-03-01"


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (LI, LI),
        (f"'{LI}", LI),
        (f'="{LI}"', LI),
        (f"\t{LI}", LI),
        ("43052119800214002x", "43052119800214002X"),
        (430503196703124514, LI),
        (430503670312451.0, "430503670312451"),
        ("430503196703124512", "430503196703124512"),
    ],
)
def test_id_numbers_that_are_whole(cell: Any, number: str) -> None:
    assert id_number_of(cell) == number


@pytest.mark.parametrize(
    "cell", [4.30503196703124e17, 430503196703124480, 430503196703124000, "4.30503E+17", "430503196703124000"]
)
def test_id_numbers_that_lost_digits_are_refused(cell: Any) -> None:
    with pytest.raises(CellTrouble, match="BULK-022"):
        id_number_of(cell)


def test_where_one_number_was_cut_others_that_end_in_noughts_are_not_believed() -> None:
    numbers = (f"430503196703{day:02d}{first}000" for day in range(1, 32) for first in range(10))
    fits = next(number for number in numbers if is_valid(number))
    alone = read_manifest(csv_bytes([HEADER, row(number=fits)]), "m.csv")
    assert codes(alone, 2) == []
    beside = read_manifest(csv_bytes([HEADER, row(number=fits), row(number="430503196703124000")]), "m.csv")
    assert codes(beside, 2) == codes(beside, 3) == ["BULK-022"]


def test_a_workbook_with_numbers_days_and_formulas() -> None:
    manifest = read_manifest(
        xlsx_bytes(
            [
                ["2025年11月门特续期申报名单"],
                ["案件数", 5],
                HEADER,
                row(number=LI, day=dt.datetime(2025, 11, 20)),
                row(number=430503196703124514.0, day=45981),
                row(name='=HYPERLINK("http://x")', number=WANG),
                [None, None],
                row(name="陈静", number=CHEN, day="2025/13/1"),
                ["合计", None, None, 4],
            ]
        ),
        "名单.xlsx",
    )
    assert manifest.stated_cases == 4
    assert {found.row: [fault.code for fault in found.faults] for found in manifest.rows} == {
        4: [],
        5: ["BULK-022"],
        6: ["BULK-021"],
        8: ["BULK-023"],
    }
    assert [fault.where for found in manifest.rows for fault in found.faults] == [
        "身份证号",
        "姓名",
        "提交日期",
    ]
    assert manifest.rows[1].stated["submitted_on"] == "2025-11-20"


def test_the_words_of_a_fault_hold_no_value() -> None:
    written = "王某某2025"
    manifest = read_manifest(csv_bytes([HEADER, row(day=written), row(number="4.30503E+17")]), "m.csv")
    said = [f"{fault.where}{fault.message}{fault.remedy}" for fault in manifest.every_fault()]
    assert len(said) == 2
    assert not any(written in words or "4.305" in words for words in said)


def test_two_tables_in_one_workbook_are_not_guessed_between() -> None:
    manifest = read_manifest(xlsx_bytes([HEADER, row()], [HEADER, row()]), "m.xlsx")
    assert [fault.code for fault in manifest.faults] == ["BULK-012"]


@pytest.mark.parametrize(
    ("document", "stated"),
    [
        ([{"姓名": "李建国", "身份证号": LI, "政策": "shaoyang-renewal", "提交日期": "2025-11-20"}], None),
        (
            {
                "cases": 1,
                "rows": [
                    {
                        "policy": "shaoyang-renewal",
                        "submitted_on": "2025-11-20",
                        "applicant": {"name": "李建国", "id_number": int(LI)},
                    }
                ],
            },
            1,
        ),
        (
            {
                "count": 1,
                "cases": [
                    {"name": "李建国", "id_number": LI, "policy": "shaoyang-renewal", "date": "2025/11/20"}
                ],
            },
            1,
        ),
    ],
)
def test_json_in_its_three_shapes(document: Any, stated: int | None) -> None:
    manifest = read_manifest(json.dumps(document).encode(), "m.json")
    assert (manifest.stated_cases, manifest.faults) == (stated, ())
    (found,) = manifest.rows
    assert put_together(found.stated, {}, {})[1] == ()
    assert found.id_number == LI


def test_json_files_may_say_what_they_are() -> None:
    document = [
        {"name": "李建国", "files": {"a.jpg": "application_form"}},
        {"name": "王芳", "files": ["b.jpg"]},
    ]
    first, second = read_manifest(json.dumps(document).encode(), "m.json").rows
    assert (first.files, first.kinds, second.files) == (("a.jpg",), {"a.jpg": "application_form"}, ("b.jpg",))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "BULK-004"),
        (b"\x00\x01\x02\xff\xfe", "BULK-001"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "BULK-002"),
        (b"PK\x03\x04 broken", "BULK-009"),
        ("甲,乙\n1,2\n".encode(), "BULK-004"),
        (b'{"cases": [{"name": "a", "name": "b"}]}', "BULK-010"),
        (b"[" * 100_000, "BULK-010"),
        (b'{"a": 1}', "BULK-010"),
        (b"[1, 2]", "BULK-010"),
        ("姓名,身份证号,姓名,政策,日期\n".encode(), "BULK-006"),
        ('姓名,身份证号,政策,日期\n"甲,1,2,3\n乙,1,2,3\n'.encode(), "BULK-018"),
        ("姓名,身份证号,政策\n甲,乙,丙\n".encode(), "BULK-005"),
        ("姓名,身份证号,政策,日期\n".encode(), "BULK-007"),
    ],
)
def test_what_is_wrong_with_the_whole_leaves_no_rows(data: bytes, code: str) -> None:
    manifest = read_manifest(data, "m.csv")
    assert manifest.rows == ()
    assert code in [fault.code for fault in manifest.faults]


def test_every_missing_column_is_named_at_once_and_defaults_stand_for_columns() -> None:
    data = csv_bytes([["病种", "文件"], ["糖尿病", "a.jpg"]])
    missing = [fault.message for fault in read_manifest(data, "m.csv").faults]
    assert missing == [f"清单缺少“{name}”列" for name in ("姓名", "身份证号", "提交日期", "政策")]
    known = read_manifest(data, "m.csv", defaults={"region": "430500", "submitted_on": "2025-11-20"})
    assert [fault.message for fault in known.faults] == [
        f"清单缺少“{name}”列" for name in ("姓名", "身份证号")
    ]


def test_a_slip_in_a_header_is_pointed_out() -> None:
    (fault,) = read_manifest(csv_bytes([[*HEADER[:4], "病重种", "文件"], row()]), "m.csv").faults
    assert (fault.code, "病种" in fault.remedy) == ("BULK-013", True)


def test_repeated_rows_and_numbers() -> None:
    header = [*HEADER, "外部编号"]
    rows = [
        [*row(), "A1"],
        [*row(), "A1"],
        [*row(name="王芳", number=WANG), "B1"],
        [*row(name="陈静", number=CHEN), "B1"],
    ]
    manifest = read_manifest(csv_bytes([header, *rows]), "m.csv")
    assert [codes(manifest, line) for line in (2, 3, 4, 5)] == [[], ["BULK-027"], ["BULK-026"], ["BULK-026"]]


def test_counts_are_bounded() -> None:
    limits = BulkLimits(cases=3, rows=3, columns=10, cell_chars=50)
    many = read_manifest(
        csv_bytes([HEADER, *[row(files=f"{i}.jpg") for i in range(4)]]), "m.csv", limits=limits
    )
    assert [fault.code for fault in many.faults] == ["BULK-008"]
    wide = read_manifest(csv_bytes([HEADER, [*row(), *"1234567"]]), "m.csv", limits=limits)
    assert [fault.code for fault in wide.faults] == ["BULK-016"]
    long = read_manifest(csv_bytes([HEADER, row(name="长" * 51)]), "m.csv", limits=limits)
    assert codes(long, 2) == ["BULK-025"]


def _with_part(data: bytes, name: str, change: Any) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return written.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + xml,
        lambda xml: xml[: len(xml) // 2],
        lambda xml: b"not xml",
    ],
)
def test_hostile_workbooks_are_refused(change: Any) -> None:
    data = _with_part(xlsx_bytes([HEADER, row()]), "xl/worksheets/sheet1.xml", change)
    assert [fault.code for fault in read_manifest(data, "m.xlsx").faults] == ["BULK-009"]


@pytest.mark.parametrize("line", [b"1048576", b"1999999999"])
def test_lines_far_apart_cost_nothing_and_are_bounded(line: bytes) -> None:
    data = _with_part(
        xlsx_bytes([HEADER, row()]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'r="2"', b'r="%s"' % line),
    )
    manifest = read_manifest(data, "m.xlsx")
    if line == b"1048576":
        assert [found.row for found in manifest.rows] == [1048576]
    else:
        assert [fault.code for fault in manifest.faults] == ["BULK-017"]


def test_a_workbook_that_unfolds_too_far_is_refused() -> None:
    data = _with_part(xlsx_bytes([HEADER, row()]), "xl/styles.xml", lambda xml: xml + b" " * 5_000_000)
    limits = BulkLimits(manifest_unpacked_bytes=1_000_000)
    assert [fault.code for fault in read_manifest(data, "m.xlsx", limits=limits).faults] == ["BULK-003"]


def test_text_is_never_a_formula() -> None:
    for written in ("=1+1", '=cmd|" /C calc"!A0', '="a"&"b"'):
        with pytest.raises(CellTrouble, match="BULK-021"):
            text_of(written)


@pytest.mark.parametrize("name", ["m.csv", "m.xlsx", "m.json"])
def test_damaged_manifests_are_refused_and_never_crash(name: str) -> None:
    whole = {
        "m.csv": csv_bytes([HEADER, row()]),
        "m.xlsx": xlsx_bytes([HEADER, row()]),
        "m.json": json.dumps([{"name": "李建国", "id_number": LI, "files": ["a.jpg"]}]).encode(),
    }[name]
    chance = np.random.default_rng(11)
    refused = 0
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.integers(1, 5)):
            at = int(chance.integers(len(data)))
            data[at : at + int(chance.integers(10))] = chance.bytes(int(chance.integers(1, 10)))
        refused += bool(read_manifest(bytes(data), name).faults)
    assert refused > 20
