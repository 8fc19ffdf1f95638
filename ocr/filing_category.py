"""The kind of filing for treatment elsewhere: ticked, in the one column with a tick, or filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ocr.geometry import overlap
from ocr.layout import Run, same_row
from ocr.sheet_fields import Sheet
from ocr.values.text import fold, narrow
from ocr.values.ticks import MARK, ticked_options

CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "settled_retirement": ("异地安置退休", "安置退休", "退休异地安置"),
    "long_residence": ("异地长期居住", "长期居住", "长期异地居住"),
    "posted_work": ("常驻异地工作", "常驻工作", "异地工作", "驻外工作", "常驻异地"),
    "referral": ("异地转诊", "转诊就医", "转诊转院", "转诊人员", "转外就医", "转院就医"),
    "temporary": ("临时外出", "其他临时", "临时就医", "急诊抢救"),
}
LEAST_HEADS = 3
_HEAD_LENGTH = 16
_MARK_LENGTH = 3
_BELOW = 3.5
"""Head heights below a head, or beside it, within which its tick stands."""
_BESIDE = 14.0


def fill_in_category(sheet: Sheet) -> None:
    """The one ticked option; none where several or none are plainly ticked."""
    ticked: dict[str, Run] = {}
    for run in sheet.runs:
        for option, state in ticked_options(run.text):
            category = _category(option) if state else None
            if category:
                ticked.setdefault(category, run)
    ticked = ticked or _marked_heads(sheet.runs) or _filled_in(sheet)
    if len(ticked) == 1:
        category, run = next(iter(ticked.items()))
        sheet.add("filing_category", category, run)


def _filled_in(sheet: Sheet) -> dict[str, Run]:
    """The category behind its label, where it is no list to choose from: 备案类型：异地长期居住."""
    for slot in sheet.slots:
        for strip in slot.strips[:1] if slot.concept == "category" else ():
            named = {c for c, words in CATEGORIES.items() if any(w in fold(strip.text) for w in words)}
            if len(named) == 1 and not MARK.search(narrow(strip.text)):
                return {named.pop(): Run(strip.text, strip.chars, None, vertical=False)}
    return {}


def _category(text: str) -> str | None:
    plain = fold(text)
    return next((name for name, words in CATEGORIES.items() if any(w in plain for w in words)), None)


def _marked_heads(runs: Sequence[Run]) -> dict[str, Run]:
    """Categories as heads of columns or rows, and the mark in the one of them that is not empty."""
    heads = [(c, r) for r in runs if len(r.text) <= _HEAD_LENGTH and (c := _category(r.text))]
    marks = [r for r in runs if _is_tick(r.text)]
    for stands in (_is_below, _is_beside):
        group = _group(heads, in_a_row=stands is _is_below)
        if len({c for c, _ in group}) < LEAST_HEADS:
            continue
        marked = {c: m for c, head in group for m in marks if stands(m, head)}
        if marked:
            return marked
    return {}


def _group(heads: Sequence[tuple[str, Run]], *, in_a_row: bool) -> list[tuple[str, Run]]:
    """The heads that stand in one row, or under one another, most of them."""
    best: list[tuple[str, Run]] = []
    for _, first in heads:
        lined = [
            (c, r)
            for c, r in heads
            if (same_row(first, r) if in_a_row else abs(r.box[0] - first.box[0]) < 3 * first.height)
        ]
        best = max(best, lined, key=len)
    return best


def _is_tick(text: str) -> bool:
    """A tick by itself, as it was read: √, ✓, ●, V; no box left empty."""
    plain = narrow(text).strip()
    found = MARK.fullmatch(plain)
    told = found is not None and found["tick"] is not None
    return told or (len(plain) <= _MARK_LENGTH and plain in {"V", "v", "J", "/", "丿", "レ", "是", "对"})


def _is_below(mark: Run, head: Run) -> bool:
    x0, _, x1, _ = head.cell_box or head.box
    centre = (mark.box[0] + mark.box[2]) / 2
    return x0 <= centre <= x1 and 0 <= mark.box[1] - head.box[3] < _BELOW * head.height


def _is_beside(mark: Run, head: Run) -> bool:
    near = (
        0 <= mark.box[0] - head.box[2] < _BESIDE * head.height
        or 0 <= head.box[0] - mark.box[2] < 3 * head.height
    )
    return near and overlap(mark.box[1], mark.box[3], head.box[1], head.box[3]) > 0.5 * min(
        mark.box[3] - mark.box[1], head.box[3] - head.box[1]
    )
