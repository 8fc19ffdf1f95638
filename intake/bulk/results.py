"""The result table of a hand-in, as CSV and XLSX with Chinese headers; names and numbers masked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font

from intake.bulk.masking import mask_label, mask_numbers
from validators.verdict import Route

HEADER: Final = (
    "行号", "文件夹/名称", "外部编号", "案件编号", "状态", "结论", "需补正事项", "问题代码", "原因",
)  # fmt: skip
_WIDTHS: Final = (8, 32, 24, 24, 14, 20, 60, 28, 60)
_LONGEST: Final = 32_000
"""Characters; a spreadsheet's cell holds 32,767."""
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MANY_DIGITS: Final = re.compile(r"\d{12,}|0\d+")
_ROWS_A_CHUNK: Final = 500

STATES: Final[Mapping[str, str]] = {
    "open": "待提交",
    "queued": "排队中",
    "reading": "识别中",
    "checked": "已核对",
    "in_review": "审核中",
    "approved": "已通过",
    "returned": "已退回补正",
    "rejected": "未通过",
    "withdrawn": "已撤回",
    "stuck": "待人工处理",
    "waiting": "待受理",
    "opened": "正在受理",
    "unused": "不属于任何案件",
    "taken": "已受理",
    "refused": "未受理",
}
"""States of cases, and of rows that became none."""
_ROUTES: Final[Mapping[str, str]] = {
    Route.READY_FOR_REVIEW: "材料齐全，可交审核",
    Route.NEEDS_CORRECTION: "需申请人补正",
    Route.NEEDS_ATTENTION: "需人工核对",
}


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What came of one case. ``state`` and ``route`` are names of the contract; ``corrections`` are
    sentences for the applicant, ``reasons`` for the hospital. ``names`` are people's names that ``label``
    and the sentences may hold: they are masked there, and so are all ID numbers."""

    row: int
    label: str
    state: str
    external_id: str | None = None
    case_no: str | None = None
    route: str | None = None
    corrections: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def masked(self) -> ResultRow:
        """The row for programs: names and numbers masked, nothing escaped."""
        return replace(
            self,
            label=mask_label(self.label, self.names),
            external_id=mask_numbers(self.external_id) if self.external_id else None,
            corrections=tuple(self._sentences((one,)) for one in self.corrections),
            reasons=tuple(self._sentences((one,)) for one in self.reasons),
            names=(),
        )

    def cells(self) -> tuple[int | str, ...]:
        """The row as people see it."""
        return (
            self.row,
            safe_cell(mask_label(self.label, self.names)),
            safe_cell(mask_numbers(self.external_id or "")),
            safe_cell(self.case_no or ""),
            safe_cell(STATES.get(self.state, self.state)),
            safe_cell(_ROUTES.get(self.route or "", self.route or "")),
            safe_cell(self._sentences(self.corrections)),
            safe_cell("、".join(dict.fromkeys(self.codes))),
            safe_cell(self._sentences(self.reasons)),
        )

    def _sentences(self, sentences: tuple[str, ...]) -> str:
        text = mask_numbers("\n".join(sentences))
        for name in self.names:
            text = text.replace(name, name[:1] + "*" * (len(name) - 1)) if name else text
        return text


def reason(*, where: str, message: str, remedy: str, code: str = "") -> str:
    """One reason of a refusal as a sentence for the hospital; ``code`` has a column of its own.

    >>> reason(where="日期", message="日期无法辨认", remedy="请写作 2025-11-20。")
    '日期：日期无法辨认。请写作 2025-11-20。'
    """
    place = f"{where}：" if where else ""
    return f"{place}{message.rstrip('。')}。{remedy}"


def safe_cell(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula, cut to what a cell holds.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell("-3"), safe_cell("王芳")
    ("'=HYPERLINK(1)", "'-3", '王芳')
    """
    text = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST]
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def results_csv(rows: Iterable[ResultRow]) -> Iterator[bytes]:
    """The table in UTF-8 with a byte order mark, a few hundred rows at a time.

    Long rows of digits get a leading apostrophe here, or a spreadsheet would round them.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writerow(HEADER)
    for count, row in enumerate(rows, 1):
        writer.writerow([_kept_as_text(cell) for cell in row.cells()])
        if count % _ROWS_A_CHUNK == 0:
            yield buffer.getvalue().encode("utf-8")
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode("utf-8")


def _kept_as_text(cell: int | str) -> int | str:
    return f"'{cell}" if isinstance(cell, str) and _MANY_DIGITS.fullmatch(cell) else cell


def write_results_xlsx(rows: Iterable[ResultRow], stream: BinaryIO) -> None:
    """The table as a workbook, written row by row; the header stays in sight, every text is text."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("结果")
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGHI"[number]].width = width
    sheet.append([_cell(sheet, title, Font(bold=True)) for title in HEADER])
    for row in rows:
        sheet.append([_cell(sheet, cell) for cell in row.cells()])
    workbook.save(stream)


def _cell(sheet: object, value: int | str, font: Font | None = None) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value)
    if font:
        cell.font = font
    if isinstance(value, str) and "\n" in value:
        cell.alignment = _WRAPPED
    return cell


_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")
