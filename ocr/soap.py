"""Notes of community clinics in four parts, S: O: A: P:, one visit under the other; A tells the diagnoses."""

from __future__ import annotations

import re

from ocr.diagnoses import parse_diagnoses
from ocr.sheet_fields import Sheet

_PART = re.compile(r"\s*(?P<part>[SOAP])\s?[:：]\s*")
_WHOLE = frozenset("SAP")


def fill_in_assessments(sheet: Sheet) -> None:
    """Add the diagnoses of the lines A: where the page is written in these parts and no label gave any."""
    parts = [(r, m) for r in sheet.runs if (m := _PART.match(r.text))]
    if not sheet.lacks("diagnosis", "plain_diagnosis") or _WHOLE - {m["part"] for _, m in parts}:
        return
    told: set[str] = set()
    for run, part in parts:
        rest = run.part(part.end()) if part["part"] == "A" else None
        for item in parse_diagnoses(rest.text) if rest else ():
            if rest and str(item.value) not in told:
                told.add(str(item.value))
                sheet.add("diagnosis", item.value, rest, item.start, item.end)
