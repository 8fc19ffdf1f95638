"""Tables of the rights a person holds: a row a disease, with the dates from which and until which it is paid.

序号 | 病种编码 | 病种名称 | 开始日期 | 终止日期 | 状态, as bureaus' systems print them.
"""

from __future__ import annotations

from collections.abc import Sequence

from ocr.geometry import overlap
from ocr.label_words import VOCABULARY
from ocr.layout import Run, same_row
from ocr.sheet_fields import Sheet
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates
from ocr.values.diseases import looks_like_disease, without_marks
from ocr.values.text import fold, narrow

_KINDS = frozenset({K.RECOGNITION_FORM, K.APPLICATION_FORM})
_ENDS = ("valid_from", "valid_until")
LEAST_ROWS = 2
NEXT_ROW = 3.2
"""Text heights from one row to the next, at most."""
EVER = "长期"


def fill_in_rights(sheet: Sheet) -> None:
    """Put every row's disease and dates in place of those of the first row, where there are several."""
    if sheet.kind not in _KINDS:
        return
    heads = [(VOCABULARY.get(fold(run.text)), run) for run in sheet.runs]
    disease = next((run for concept, run in heads if concept == "disease"), None)
    if disease is None:
        return
    columns = {name: run for name, run in heads if name in _ENDS and same_row(disease, run)}
    if not columns:
        return
    rows = [
        (run, claim)
        for run in _under(disease, sheet.runs)
        if looks_like_disease(claim := without_marks(narrow(run.text).replace(" ", "")))
    ]
    if len(rows) < LEAST_ROWS:
        return
    sheet.found.pop("claimed_disease", None)
    for run, claim in rows:
        sheet.add("claimed_disease", claim.replace("(", "（").replace(")", "）"), run)
    for name, head in columns.items():
        sheet.found.pop(str(name), None)
        for cell in _under(head, sheet.runs):
            if not any(same_row(cell, run) for run, _ in rows):
                continue
            dates = find_dates(cell.text)
            if len(dates) == 1:
                sheet.add(str(name), dates[0][0].iso, cell)
            elif EVER in cell.text and name == "valid_until":
                sheet.add(str(name), EVER, cell)


def _under(head: Run, runs: Sequence[Run]) -> list[Run]:
    """The runs under a head, one a row, as far as the rows follow each other."""
    column: list[Run] = []
    last = head
    for run in sorted(runs, key=lambda r: r.box[1]):
        if run.box[1] < last.box[3] - 0.4 * head.height:
            continue
        if overlap(run.box[0], run.box[2], head.box[0], head.box[2]) <= 0:
            continue
        if run.box[1] - last.box[3] > NEXT_ROW * head.height:
            break
        column.append(run)
        last = run
    return column
