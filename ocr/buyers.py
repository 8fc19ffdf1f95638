"""Who bought on a tax invoice or paid on a bill: 购买方 … 名称：李建国, 统一社会信用代码/纳税人识别号：….

The labels are those of companies; a private hospital's invoices and the state's electronic bills print the
patient's name and ID number behind them.
"""

from __future__ import annotations

import re

from ocr.sheet_fields import Sheet
from ocr.values.id_number import find_id_numbers
from ocr.values.names import looks_like_name, normalise_name

SURE = 0.8
_BUYER = re.compile(r"购买方|购货单位|购方")
_NAMED = re.compile(r"名\s*称\s*[:：]\s*(?P<name>[\u4e00-\u9fff·]{2,8})\s*(?:[(（]个人[)）])?\s*$")
_TAXED = re.compile(r"信用代码|识别号|纳税人")


def fill_in_buyer(sheet: Sheet) -> None:
    """Add the buyer's name and the payer's ID number, where labels of their own gave none."""
    if sheet.lacks("patient_name") and _BUYER.search("".join(r.text for r in sheet.runs)):
        _name(sheet)
    if sheet.lacks("id_number"):
        _number(sheet)


def _name(sheet: Sheet) -> None:
    """The one person among those named: the seller is a company."""
    named = [(r, m) for r in sheet.runs if (m := _NAMED.match(r.text))]
    people = [(r, m, n) for r, m in named if (n := _person(m["name"])) is not None]
    if len(people) == 1:
        run, told, name = people[0]
        sheet.add("patient_name", name, run, told.start("name"), told.end("name"))


def _person(text: str) -> str | None:
    name = normalise_name(text)
    return name if name and looks_like_name(name) >= SURE else None


def _number(sheet: Sheet) -> None:
    """A valid ID number behind the label of a company's code."""
    for run in sheet.runs:
        label = _TAXED.search(run.text)
        behind = run.part(label.end()) if label else None
        for found in find_id_numbers(behind.text) if behind else ():
            sheet.add("id_number", found.number, behind or run, found.start, found.end)
            return
