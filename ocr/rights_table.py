"""Tables of the rights a person holds: a row a disease, with the dates from which and until which it is paid.

序号 | 病种编码 | 病种名称 | 开始日期 | 终止日期 | 状态, as bureaus' systems print them. Rows that were
refused or that name somebody else are no rights of the patient's; ended ones are not told as sure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ocr.geometry import overlap
from ocr.label_words import VOCABULARY
from ocr.layout import Run, same_row
from ocr.parse import SURELY_A_NAME
from ocr.reliance import LOOSELY
from ocr.sheet_fields import Sheet
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates
from ocr.values.diseases import looks_like_disease, without_marks
from ocr.values.id_number import find_id_numbers
from ocr.values.names import looks_like_name, normalise_name
from ocr.values.text import fold, narrow

_KINDS = frozenset({K.RECOGNITION_FORM, K.APPLICATION_FORM})
_ENDS = ("valid_from", "valid_until")
_REFUSED = re.compile(
    r"[不未][予能]?(?:通过|批准|同意|准予|认定|符合)|不予|不享受|驳回|作废|退回|拒绝|否决|撤[销回]|无效|不合格"
)
_STATE = re.compile(r"状态|结[果论]|是否")
_IN_FORCE = re.compile(r"正常|有效|通过|同意|认定|生效|享受|在享|在保|合格|启用|批准|准予|是|无")
_ENDED = re.compile(
    r"终止|结束|过期|到期|失效|停|注销|冻结|历史|取消|中止|终结|待(?!遇)|中$|未|退|暂|死亡|转"
)
_PERSON = re.compile(r"姓名|参保人|患者|身份证|证件号|个人编号|人员编号|医保编号|关系")
LEAST_ROWS = 2
NEXT_ROW = 3.2
"""Text heights from one row to the next, at most."""
EVER = "长期"


def fill_in_rights(sheet: Sheet) -> None:
    """Put every row's disease and dates in place of those of the first row, where there are several."""
    if sheet.kind not in _KINDS:
        return
    concepts = [(VOCABULARY.get(fold(run.text)), run) for run in sheet.runs]
    disease = next((run for concept, run in concepts if concept == "disease"), None)
    if disease is None:
        return
    heads = [(concept, run) for concept, run in concepts if same_row(disease, run)]
    columns = {name: run for name, run in heads if name in _ENDS}
    rows = [run for run in _under(disease, sheet.runs) if looks_like_disease(_claim(run))]
    if not columns or len(rows) < LEAST_ROWS:
        return
    _put_rows(sheet, [run for _, run in heads if run is not disease], columns, rows)


def _put_rows(sheet: Sheet, heads: Sequence[Run], columns: Mapping[str, Run], rows: Sequence[Run]) -> None:
    """Diseases and dates of the rows that are the patient's rights, each as sure as its row allows."""
    states = [cell for head in heads if _STATE.search(head.text) for cell in _under(head, sheet.runs)]
    people = [cell for head in heads if _PERSON.search(head.text) for cell in _under(head, sheet.runs)]
    kept = [
        row
        for row in rows
        if not any(_REFUSED.search(run.text) for run in sheet.runs if same_row(row, run))
        and not any(_is_anothers(sheet, cell) for cell in people if same_row(row, cell))
    ]
    most = [
        1.0 if not people and all(_is_in_force(c) for c in states if same_row(row, c)) else LOOSELY
        for row in kept
    ]
    sheet.found.pop("claimed_disease", None)
    for row, bound in zip(kept, most, strict=True):
        claim = _claim(row).replace("(", "（").replace(")", "）")
        sheet.add("claimed_disease", claim, row, most=bound)
    for name, head in columns.items():
        sheet.found.pop(name, None)
        cells = _under(head, sheet.runs)
        dated = [[(d, c) for c in cells if same_row(c, row) and (d := _end(c, name))] for row in kept]
        uneven = any(len(told) != 1 for told in dated)
        for told, bound in zip(dated, most, strict=True):
            for value, cell in told:
                sheet.add(name, value, cell, most=LOOSELY if uneven else bound)


def _claim(run: Run) -> str:
    return without_marks(narrow(run.text).replace(" ", ""))


def _end(cell: Run, name: str) -> str | None:
    """The one date of a cell, or that there is no end."""
    dates = find_dates(cell.text)
    if len(dates) == 1:
        return dates[0][0].iso
    return EVER if EVER in cell.text and name == "valid_until" else None


def _is_in_force(cell: Run) -> bool:
    return _IN_FORCE.search(cell.text) is not None and _ENDED.search(cell.text) is None


def _is_anothers(sheet: Sheet, cell: Run) -> bool:
    """Whether a cell of a column of people names somebody else than the patient."""
    name = normalise_name(cell.text)
    told = {
        "patient_name": {name} if name and looks_like_name(name) >= SURELY_A_NAME else set(),
        "id_number": {found.number for found in find_id_numbers(cell.text)},
    }
    return any(
        values and not sheet.lacks(field) and values.isdisjoint(f.value for f in sheet.found[field])
        for field, values in told.items()
    )


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
