"""Panels of experts on forms: a table headed 姓名, 职称, 意见, 签名, with a row for each expert."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ocr.geometry import meet
from ocr.layout import Run, same_row
from ocr.parse import parse_titles
from ocr.reading_order import rows_of
from ocr.reliance import PRINTED
from ocr.sheet_fields import Sheet
from ocr.values.names import looks_like_name, normalise_name
from ocr.values.text import fold

_NAMES = frozenset(
    {"姓名", "专家姓名", "医师姓名", "医生姓名", "评审专家", "鉴定专家", "认定专家", "专家", "认定医师"}
)
_TITLES = frozenset(
    {"职称", "技术职称", "专业技术职称", "职务/职称", "职称/职务", "专业技术职务", "职务职称"}
)
_OTHERS = frozenset(
    {
        *("签名", "签字", "签章", "意见", "鉴定意见", "评审意见", "认定意见", "专家意见", "结论", "鉴定结论"),
        *("工作单位", "单位", "所在单位", "科室", "专业", "所在科室", "从事专业"),
    }
)
"""Heads that a table of patients or of relatives does not have."""
_MEMBER = re.compile(
    r"副?组长|组员|成员|副?主任委员|委员|评委|(?:评审|鉴定|认定)?(?:专家|医师)[1-9一二三四五①-⑤]?"
)
_SIGNS = re.compile(r"签[名字章]")
_TITLE = re.compile(r"(?:副?主任|主治|住院)中?医师")
SURELY = 0.8
_NEXT = 4.0
"""Text heights between one row of a panel and the next, at most."""


def fill_in_panel(sheet: Sheet) -> None:
    """Add the experts' printed names and titles; what stands in the column of signatures is left alone."""
    for head in sheet.runs:
        row = [r for r in sheet.runs if same_row(r, head)]
        heads = {fold(r.text) for r in row}
        if fold(head.text) not in _NAMES or not heads & _TITLES or not heads & _OTHERS:
            continue
        for run in _column(head, sheet.runs):
            name = normalise_name(run.text)
            sure = run.confidence is None or run.confidence >= PRINTED
            if name and sure and looks_like_name(name) >= SURELY and _is_new(sheet, "physician_name", name):
                sheet.add("physician_name", name, run)
        for run in _column(next(r for r in row if fold(r.text) in _TITLES), sheet.runs):
            known = any(
                abs(f.box[1] - run.box[1]) < run.height for f in sheet.found.get("physician_title", [])
            )
            for title in parse_titles(run.text)[: 0 if known else 1]:
                sheet.add("physician_title", title.value, run, title.start, title.end)
        return
    _rows_without_heads(sheet)


def _rows_without_heads(sheet: Sheet) -> None:
    """组长 | 司马伟 | 主任医师 | 心内专业 | 签名：…: rows of a panel that no heads stand over."""
    for row in rows_of(sheet.runs):
        texts = [fold(r.text) for r in row]
        if not any(_MEMBER.fullmatch(t) for t in texts) and not any(_SIGNS.match(t) for t in texts):
            continue
        for left, right in pairwise(row):
            name = normalise_name(left.text)
            titles = parse_titles(right.text) if _TITLE.fullmatch(fold(right.text)) else []
            sure = left.confidence is None or left.confidence >= PRINTED
            if not name or not titles or not sure or looks_like_name(name) < SURELY:
                continue
            if _is_new(sheet, "physician_name", name):
                sheet.add("physician_name", name, left)
            if not any(meet(f.box, right.box) for f in sheet.found.get("physician_title", [])):
                sheet.add("physician_title", titles[0].value, right, titles[0].start, titles[0].end)


def _is_new(sheet: Sheet, name: str, value: str) -> bool:
    return all(f.value != value for f in sheet.found.get(name, []))


def _column(head: Run, runs: Sequence[Run]) -> list[Run]:
    """The runs under a head, row by row, as far as they follow each other."""
    x0, _, x1, _ = head.cell_box or (head.box[0] - 2 * head.height, 0.0, head.box[2] + 2 * head.height, 0.0)
    column: list[Run] = []
    bottom = head.box[3]
    for run in sorted(runs, key=lambda r: r.box[1]):
        inside = x0 <= (run.box[0] + run.box[2]) / 2 <= x1 and run.box[2] - run.box[0] <= x1 - x0
        if run.box[1] < bottom - 0.3 * head.height or not inside:
            continue
        if run.box[1] - bottom > _NEXT * head.height:
            break
        column.append(run)
        bottom = run.box[3]
    return column
