"""A table of visits, one a row, under heads 就诊日期, 科室, 诊断, 医师, as portals and booklets print it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ocr.bare_dates import bare_date
from ocr.geometry import overlap
from ocr.layout import Run, same_row
from ocr.parse import SURELY_A_NAME, parse_names, parser_of
from ocr.parsed import Parsed
from ocr.reliance import PRINTED
from ocr.sheet_fields import Sheet
from ocr.strips import join_rows
from ocr.values.names import looks_like_name
from ocr.values.text import fold

_HEADS: Mapping[str, re.Pattern[str]] = {
    "visit_date": re.compile(r"(?:就诊|就医|门诊|接诊|复诊|随访)(?:日期|时间)|日期|时间"),
    "department": re.compile(r"(?:就诊|门诊)?科[室别]"),
    "diagnosis": re.compile(r"(?:门诊|临床|疾病|主要|初步|就诊)?诊断(?:名称)?"),
    "physician_name": re.compile(r"(?:接诊|就诊|主治|经治|诊治|门诊|出诊)?医[师生](?:签名|姓名)?"),
}
_CONCEPTS = {"visit_date": "visit_date", "department": "department", "diagnosis": "diagnosis"}
LEAST_HEADS = 3


def fill_in_visit_table(sheet: Sheet) -> None:
    """The values of each row of such a table, where its heads stand on one row; signed names are left out."""
    for head in sheet.runs:
        if not _HEADS["visit_date"].fullmatch(fold(head.text)):
            continue
        heads = _heads_beside(head, sheet.runs)
        if len(heads) < LEAST_HEADS or "diagnosis" not in heads:
            continue
        rows = _rows(head, heads, sheet.runs)
        for row in rows:
            for name, runs in row.items():
                _add(sheet, name, runs)
        return


def _heads_beside(date: Run, runs: Sequence[Run]) -> dict[str, Run]:
    heads = {"visit_date": date}
    for run in runs:
        if run is date or not same_row(date, run):
            continue
        for name, form in _HEADS.items():
            if form.fullmatch(fold(run.text)):
                heads.setdefault(name, run)
    return heads


def _rows(date: Run, heads: Mapping[str, Run], runs: Sequence[Run]) -> list[dict[str, list[Run]]]:
    """Under the heads, the runs of each column from one date down to the next."""
    under = sorted((r for r in runs if r.box[1] > date.box[3] - 0.3 * date.height), key=lambda r: r.box[1])
    dates = [r for r in under if _in_column(r, date) and bare_date(r.text)]
    rows: list[dict[str, list[Run]]] = []
    for run in dates:
        row = {"visit_date": [run]}
        for name, head in heads.items():
            if name != "visit_date":
                row[name] = [r for r in under if _in_column(r, head) and _is_beside(run, r)]
        rows.append(row)
    return rows


def _in_column(run: Run, head: Run) -> bool:
    own, column = run.cell_box, head.cell_box
    if own is not None and column is not None:
        return overlap(own[0], own[2], column[0], column[2]) > 0.7 * min(
            own[2] - own[0], column[2] - column[0]
        )
    return overlap(run.box[0], run.box[2], head.box[0], head.box[2]) > 0


def _is_beside(date: Run, run: Run) -> bool:
    """In the row of the date: of its cell's height where both stand in cells, else level with it."""
    own, row = run.cell_box, date.cell_box
    if own is not None and row is not None:
        return overlap(own[1], own[3], row[1], row[3]) > 0.7 * min(own[3] - own[1], row[3] - row[1])
    return same_row(date, run)


def _add(sheet: Sheet, name: str, runs: Sequence[Run]) -> None:
    strip = join_rows([[r] for r in runs]) if runs else None
    if strip is None:
        return
    parsed = parse_names(strip.text) if name == "physician_name" else parser_of(_CONCEPTS[name])(strip.text)
    known = {f.value for f in sheet.found.get(name, [])}
    for value in parsed:
        if value.value in known or (name == "physician_name" and not _is_printed(value, runs)):
            continue
        chars = strip.chars[value.start : value.end]
        sheet.add(name, value.value, Run("".join(c.text for c in chars), chars, None, vertical=False))


def _is_printed(name: Parsed, runs: Sequence[Run]) -> bool:
    sure = all(r.confidence is None or r.confidence >= PRINTED for r in runs)
    return sure and looks_like_name(str(name.value)) >= SURELY_A_NAME
