"""An empty manifest to fill in: the columns that hospitals need, with cells that keep all they are given."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from intake.bulk.columns import title

_NOTES: Final[Mapping[str, str]] = {
    "folder": "这位患者的材料所在的文件夹，如：01。用分隔页扫描的可不填。",
    "name": "参保人姓名，必填。",
    "id_number": "参保人身份证号，必填。这一列已设为文本，不会丢失末位。",
    "diseases": "申报病种，多个病种用分号隔开。异地备案可不填。",
    "insured_place": "如：邵阳市大祥区。不清楚可不填。",
    "insurance": "职工 或 居民。不清楚可不填。",
    "agent_name": "由他人代办时填写。",
    "agent_id_number": "由他人代办时填写。",
    "entitlement_until": "续期的填写现有待遇到期日，如：2025-12-31。",
    "external_id": "医院自己的编号，不能用身份证号。可不填。",
}
"""The columns in their order, each with what people are told of it."""
_WIDTHS: Final = (16, 12, 24, 28, 20, 8, 12, 24, 16, 18)
_ROWS: Final = 500
"""How many rows are made ready for typing."""


def blank_manifest() -> bytes:
    """The workbook. Every cell is text: a spreadsheet keeps only 15 digits of a number."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None  # a new workbook has one
    sheet.title = "清单"
    sheet.freeze_panes = "A2"
    for number, (column, note) in enumerate(_NOTES.items(), 1):
        head = sheet.cell(1, number, title(column))
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="DDEBF2")
        head.comment = Comment(note, "门审", width=260, height=90)
        sheet.column_dimensions[head.column_letter].width = _WIDTHS[number - 1]
        for row in range(2, _ROWS + 2):
            sheet.cell(row, number).number_format = "@"
    kinds = DataValidation(type="list", formula1='"职工,居民"', allow_blank=True)
    sheet.add_data_validation(kinds)
    letter = sheet.cell(1, list(_NOTES).index("insurance") + 1).column_letter
    kinds.add(f"{letter}2:{letter}{_ROWS + 1}")
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()
