"""A patient's name that was read with doubt behind its label and stands elsewhere on the bill, clear of it.

Counters print the name again beside the list of what was paid for, where no form's ink lies below it.
"""

from __future__ import annotations

from ocr.layout import Run
from ocr.parse import SURELY_A_NAME
from ocr.reliance import LOOSELY
from ocr.sheet_fields import Sheet
from ocr.values.names import looks_like_name
from ocr.values.text import fold

DOUBTED = 0.9
CLEAR = 0.8
SHORTEST = 3
"""Names of two characters that differ in one may be a mother's and her child's."""


def name_told_again(sheet: Sheet) -> None:
    """Take the clear reading of a name in place of a doubted one that differs from it in one character."""
    doubted = sheet.found.get("patient_name", [])
    if len(doubted) != 1 or (doubted[0].confidence or 1.0) >= DOUBTED:
        return
    name = str(doubted[0].value)
    labelled = {
        box for slot in sheet.slots for strip in slot.strips[:1] for box in (c.box for c in strip.chars)
    }
    again = {fold(r.text): r for r in sheet.runs if _is_clear(r) and r.chars[0].box not in labelled}
    near = [text for text in again if _differ_in_one(text, name)]
    if len(near) == 1:
        sheet.found["patient_name"] = []
        sheet.add("patient_name", near[0], again[near[0]], most=LOOSELY)


def _is_clear(run: Run) -> bool:
    text = fold(run.text)
    sure = run.confidence is not None and run.confidence >= CLEAR
    return sure and len(text) >= SHORTEST and looks_like_name(text) >= SURELY_A_NAME


def _differ_in_one(text: str, name: str) -> bool:
    return len(text) == len(name) >= SHORTEST and sum(a != b for a, b in zip(text, name, strict=True)) == 1
