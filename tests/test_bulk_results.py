"""The result table: for Excel, without personal data, and never a formula."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from intake.bulk.masking import mask_label
from intake.bulk.results import HEADER, ResultRow, results_csv, safe_cell, write_results_xlsx

ROWS = [
    ResultRow(
        2,
        "03-王小明-430503196703124514",
        "checked",
        external_id="20251120000123",
        case_no="MS-1",
        route="needs_correction",
        corrections=("请补交王小明的出院小结", "请重新拍摄第 2 页"),
        codes=("MAT-002", "QUAL-001", "MAT-002"),
        names=("王小明",),
    ),
    ResultRow(
        3, "=cmd|' /C calc'!A0", "refused", external_id="@SUM(1)", codes=("BULK-022",), reasons=("-1\x07",)
    ),
]


def test_csv_opens_in_a_spreadsheet() -> None:
    data = b"".join(results_csv(ROWS))
    assert data.startswith(b"\xef\xbb\xbf")
    header, first, second = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert tuple(header) == HEADER
    assert first == [
        "2", "03-王**-430***********4514", "'20251120000123", "MS-1", "已核对", "需申请人补正",
        "请补交王**的出院小结\n请重新拍摄第 2 页", "MAT-002、QUAL-001", "",
    ]  # fmt: skip
    assert second == ["3", "'=cmd|' /C calc'!A0", "'@SUM(1)", "", "未受理", "", "", "BULK-022", "'-1"]


def test_xlsx_holds_the_same_as_text_with_its_header_in_sight() -> None:
    stream = io.BytesIO()
    write_results_xlsx(ROWS, stream)
    sheet = load_workbook(stream)["结果"]
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["G"].width >= 40
    assert tuple(cell.value for cell in sheet[1]) == HEADER
    assert [cell.value for cell in sheet[2]][:4] == [
        2,
        "03-王**-430***********4514",
        "20251120000123",
        "MS-1",
    ]
    assert not any(cell.data_type == "f" for line in sheet.iter_rows() for cell in line)


def test_many_rows_come_in_pieces() -> None:
    rows = (ResultRow(number, f"{number:05d}", "taken") for number in range(1, 2001))
    pieces = list(results_csv(rows))
    assert len(pieces) > 3
    assert b"".join(pieces).count(b"\r\n") == 2001


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_starts_as_a_formula(start: str) -> None:
    assert safe_cell(f"{start}1").startswith("'")


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("李建国", "李**"),
        ("内科/王小明", "内科/王**"),
        ("430503196703124514", "430***********4514"),
        ("430503196703124512_a", "430***********4512_a"),
        ("case-0012", "case-0012"),
        ("20251120", "20251120"),
    ],
)
def test_labels_without_personal_data(label: str, shown: str) -> None:
    assert mask_label(label) == shown
