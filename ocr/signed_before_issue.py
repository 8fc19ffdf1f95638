"""The day a physician signed, on papers that the hospital dates, too: 医师：张三 3月18日, 医院 3月19日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ocr.bare_dates import UNDER, bare_date, behind_signers, is_labelled
from ocr.geometry import meet, overlap
from ocr.layout import Run, same_row
from ocr.reliance import LOOSELY
from ocr.sheet_fields import Sheet
from ocr.slots import Slot
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates

_DATED_TWICE = frozenset({K.DIAGNOSIS_CERTIFICATE, K.REFERRAL_LETTER})
_SIGNS = frozenset({"physician", "reporter", "chief"})
_OTHER = re.compile(r"[:：]|盖章|[(（]章[)）]|公章")
"""Another's place on the row between the signer and a date."""
LOWER = 0.3
"""Above this part of the page's height nobody signs."""


def fill_in_signed_before_issue(sheet: Sheet) -> None:
    """Add the days of physicians' signatures where the paper's own day is known and stands elsewhere.

    A date counts as a signature's behind a label of signing (签名日期), behind the signer's name, on the row
    of a signer's label to its left, or right below it. It may be the day of issue: both are printed then.
    """
    issued = sheet.found.get("issue_date", [])
    if sheet.kind not in _DATED_TWICE or not issued:
        return
    for date, run in (*_labelled(sheet), *behind_signers(sheet), *_beside_signers(sheet)):
        told = [*issued, *sheet.found.get("sign_date", [])]
        if not any(meet(run.box, f.box) for f in told):
            sheet.add("sign_date", date, run, most=LOOSELY)


def _labelled(sheet: Sheet) -> Iterator[tuple[str, Run]]:
    for slot in sheet.slots:
        if slot.concept != "sign_date" or "签" not in slot.word:
            continue
        for strip in slot.strips[:1]:
            for date, start, end in find_dates(strip.text)[:1]:
                chars = strip.chars[start:end]
                yield date.iso, Run("".join(c.text for c in chars), chars, None, vertical=False)


def _beside_signers(sheet: Sheet) -> Iterator[tuple[str, Run]]:
    signers = [s for s in sheet.slots if s.concept in _SIGNS and s.label.box[1] > LOWER * sheet.height]
    for run in sheet.runs:
        date = bare_date(run.text)
        if date and not is_labelled(sheet, run) and any(_belong(sheet, s, run) for s in signers):
            yield date, run


def _belong(sheet: Sheet, signer: Slot, date: Run) -> bool:
    label = signer.label
    if same_row(label, date):
        between = [r for r in sheet.runs if same_row(r, date) and label.box[0] < r.box[0] < date.box[0]]
        return label.box[0] < date.box[0] and not any(_OTHER.search(r.text) for r in between)
    below = 0 < date.box[1] - label.box[1] < UNDER * date.height
    ends = max([label.box[2], *(s.chars[-1].box[2] for s in signer.strips[:1] if s.chars)])
    return below and overlap(label.box[0], ends, date.box[0], date.box[2]) > 0
