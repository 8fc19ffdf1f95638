"""Periods that forms and letters print over lines, in sentences and with one end alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ocr.geometry import holds, overlap
from ocr.layout import Run, right_of, same_row
from ocr.reliance import LOOSELY
from ocr.schema import FIELDS
from ocr.sheet_fields import Sheet
from ocr.slots import Slot
from ocr.strips import strip_of
from ocr.types import DocumentKind as K
from ocr.types import Field
from ocr.values.dates import PartialDate, find_dates

SIGNED_FORMS = frozenset({K.RECOGNITION_FORM, K.APPLICATION_FORM, K.REMOTE_FILING_FORM})
_WITH_PERIODS = frozenset({K.WORK_POSTING_LETTER, K.AUTHORIZATION_LETTER, K.REFERRAL_LETTER, *SIGNED_FORMS})
_PERIOD = frozenset({"validity", "valid_from"})
_OPEN = re.compile(r"[\s日起·.．。]*(?P<to>至|到|[-—~～]{1,2})?[\s·.．…]*")
"""What may stand behind the first date where the second one is printed on the next line."""
_TO = re.compile(r"[\s·.．]*(?:日?起)?(?P<to>至|到|[-—~～]{1,2})?\s*")
_BETWEEN = re.compile(r"[\s日起·.．]*(?:至|到|[-—~～]{1,2})\s*")
_GRANTED = re.compile(r"\s*(?:起|开始)[^。;；]{0,4}(?:享受|执行|给予|纳入|生效)")
_OF_A_RULE = re.compile(r"政策|办法|规定|通知|文件|标准|目录|方案|细则|公告|意见")
"""Whose first day is nobody's: 本办法自2024年1月1日起执行."""
_CLOSE = re.compile(r"\s*[日止]{0,2}\s*[)）。,，;；.]*")
_STAY = re.compile(r"(?:因|在|于|期间|住院|入住|就诊|治疗)")
"""What follows the end of a stay in hospital."""
_VALID = re.compile(r"有效|效期")
_TREATED = re.compile(r"(?:用药|使用|治疗)[^。;；待享备认效]{0,24}$")
"""How long a medicine is to be taken, for some readers the term of the right to it and for others not."""
_BEGINS = re.compile(r"自|从|起|始|至|到")
NEXT_LINE = 2.7
"""Text heights from a line to the next one of the same value, at most."""


def fill_in_periods(sheet: Sheet) -> None:
    """Add the end of a period whose beginning a label gave, or both ends told in a sentence."""
    if "valid_until" in FIELDS[sheet.kind].values() or "validity" in FIELDS[sheet.kind].values():
        _end_of_period(sheet)
        _beginning_of_right(sheet)
    if sheet.kind in _WITH_PERIODS and sheet.lacks("valid_from", "valid_until"):
        _period_in_prose(sheet)


def _end_of_period(sheet: Sheet) -> None:
    """The second date on the next line; a date alone behind 有效期限 is the end of it."""
    if sheet.lacks("valid_from") or not sheet.lacks("valid_until"):
        return
    first = sheet.found["valid_from"][0]
    slot = next((s for s in sheet.slots if s.concept in _PERIOD and _gave(s, first)), None)
    run = next((r for r in sheet.runs if holds(r.box, first.box)), None)
    if slot is None or run is None:
        return
    dates = find_dates(run.text)
    if len(dates) > 1 and dates[-2][0].iso == first.value and _BETWEEN.fullmatch(run.text, *_gap(dates)):
        sheet.add("valid_until", dates[-1][0].iso, run, *dates[-1][1:])  # behind 有效期自
        return
    opened = _OPEN.fullmatch(run.text, dates[-1][2]) if dates else None
    if opened is None or dates[-1][0].iso != first.value:
        return
    for following in _following(sheet, run):
        to = _TO.match(following.text)
        ends = [d for d in find_dates(following.text)[:1] if to and d[1] == to.end()]
        if not to or not ends or not (opened["to"] or to["to"]):
            continue
        last, start, end = ends[0]
        closed = _CLOSE.match(following.text, end)
        if last.iso > str(first.value) and closed and not _STAY.match(following.text, closed.end()):
            sheet.add("valid_until", last.iso, following, start, end)
            return
    alone = slot.concept == "validity" and _VALID.search(slot.word) and "起" not in slot.word
    around = run.text[: dates[-1][1]].rpartition(slot.word)[2] + run.text[dates[-1][2] :]
    if alone and not _BEGINS.search(around):
        del sheet.found["valid_from"]
        sheet.add("valid_until", str(first.value), run, dates[-1][1], dates[-1][2], most=LOOSELY)


def _gap(dates: Sequence[tuple[PartialDate, int, int]]) -> tuple[int, int]:
    """From where the last date but one ends to where the last one begins."""
    return dates[-2][2], dates[-1][1]


def _beginning_of_right(sheet: Sheet) -> None:
    """自2024年1月1日起享受待遇，有效期至2025年12月31日: the first day, where a label gave the last one.

    On a recognition the first day stands by itself where the term is told in years: 自…起享受，有效期两年.
    """
    ends = [str(f.value) for f in sheet.found.get("valid_until", [])]
    if sheet.kind not in SIGNED_FORMS or not sheet.lacks("valid_from"):
        return
    if not ends and sheet.kind is not K.RECOGNITION_FORM:
        return
    for run in sheet.runs:
        dates = find_dates(run.text)[:1]
        for date, start, end in dates:
            if (
                run.text[:start].rstrip().endswith(("自", "从", "于"))
                and not _OF_A_RULE.search(run.text)
                and _GRANTED.match(run.text, end)
                and all(date.iso < last for last in ends[:1])
            ):
                sheet.add("valid_from", date.iso, run, start, end, most=1.0 if ends else LOOSELY)
                return


def _gave(slot: Slot, value: Field) -> bool:
    return any(holds(strip.box(0, len(strip.text)), value.box) for strip in slot.strips if strip.text)


def _following(sheet: Sheet, run: Run) -> list[Run]:
    """Where the value may go on: right of the run on its row, then on the line below it."""
    below = [
        r
        for r in sheet.runs
        if r is not run
        and not same_row(r, run)
        and 0 < (r.box[1] + r.box[3] - run.box[1] - run.box[3]) / 2 < NEXT_LINE * run.height
        and (
            r.cell == run.cell
            if run.cell is not None
            else overlap(r.box[0], r.box[2], run.box[0], run.box[2]) > 0
        )
    ]
    return [*right_of(sheet.runs, run)[:1], *sorted(below, key=lambda r: r.box[0])]


def _period_in_prose(sheet: Sheet) -> None:
    """自2025年1月1日至2026年12月31日 in a sentence, also over the end of a line."""
    strip = strip_of(sheet.runs)
    dates = find_dates(strip.text)
    form = sheet.kind in SIGNED_FORMS
    for (first, start, stop), (last, begin, end) in pairwise(dates):
        if re.fullmatch(r"[\s起日]*(?:至|到|-{1,2}|—{1,2}|~)[\s]*", strip.text[stop:begin]):
            if re.match(r"\s*[日止]?(?:因病)?(?:住院|入住|就诊|治疗)", strip.text[end:]):
                continue
            if form and not _is_of_a_right(strip.text[:start], strip.text[end:]):
                continue
            treated = form and _TREATED.search(strip.text[:start].replace("\n", "")) is not None
            disputed = (
                treated or sheet.kind is K.WORK_POSTING_LETTER
            )  # a posting's term is the paper's for some
            for name, value, s, e in (("valid_from", first, start, stop), ("valid_until", last, begin, end)):
                chars = tuple(c for c in strip.chars[s:e] if c.text != "\n")
                run = Run("".join(c.text for c in chars), chars, None, vertical=False)
                sheet.add(name, value.iso, run, most=LOOSELY if disputed else 1.0)
            return


def _is_of_a_right(before: str, after: str) -> bool:
    """Whether a period on a form is that of a right granted, and not of a stay in hospital."""
    told = re.search(
        r"(?<!证件)(?<!身份证)(?:待遇|有效|期限|享受|用药|使用|备案|认定)[^。;；]{0,24}$",
        before.replace("\n", ""),
    )
    return bool(told) and not re.match(rf"\s*[日止]?[)）]?{_STAY.pattern}", after)
