"""Rows of a test report that hold more than their columns: parted where that can be told, else left out.

Abbreviations and units stand in columns that some reports give no head; what was read across two blocks is no
row, and a wrong result is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence

from ocr.table_foot import is_of_foot

MOST_MIXED = 0.25
"""Share of a block's rows that may mix columns; with more, and more than one, none of its rows stands."""
_RESULT = re.compile(
    r"^(?!.*(?:野生型|突变|杂合|纯合)).*[\u4e00-\u9fff]{3,}.*\d"
    r"|[A-Za-z]{2,}[#%=]?\s+[\d<>]|\([-+ ]*\)\s*[<>]|^No\b|\d\s+[\d<>]|\d--\d"
    r"|^\d{1,2}[\s(（]*[\u4e00-\u9fff]{2,}"
)
"""A result that holds a name, an abbreviation, or a second number."""
_TWO_VALUES = re.compile(
    r"(?:\d[\d.]*(?:\([-+± ]*\))?|无|[阴阳]性)\s+(?:[<>≤≥]\s?\d|\d[\d.]*$|[阴阳]性)|\d\([-+± ]*\)"
)
"""A range behind the result of another column: 1.43 <12, 3(-) <25."""
_UNIT_FIRST = re.compile(r"[x×]?10?[\^~]{0,2}\d{1,2}/[1LlUu]|[a-zA-Zμ%]{1,4}/[a-zA-Z]{1,3}\d{1,2}")
"""A name that begins with the unit of the block beside it: 10^9/L14红细胞压积."""


_NUMBER = r"[<>≤≥]?\s?-?\d+(?:\.\d+)?\s?[↑↓]?"
_WORD = r"(?:弱?[阴阳]性|未见|未检出|正常|可疑)[^\s\d]*|[-+±]{1,4}"
_UNIT = r"(?:[x×]?10[\^~]?\d{0,2}/[LlUu]|[a-zA-Zμ]{1,6}(?:/[a-zA-Z]{1,6})?|%)"
_WITH_NEIGHBOURS = re.compile(
    rf"(?:[A-Za-z][A-Za-z0-9/\-]{{1,11}}[#%=*]?\s+)?(?P<result>{_NUMBER}|{_WORD})(?:\s+(?P<unit>{_UNIT}))?"
)
_UNIT_AND_RANGE = re.compile(rf"(?P<unit>{_UNIT})\s+(?P<range>\d[\d.]*\s?(?:-{{1,2}}|[~～—])\s?\d[\d.]*)")


def parted(result: str, unit: str, reference: str) -> tuple[str, str, str]:
    """Result, unit and range, where an abbreviation or a unit in a column without a head slid into theirs.

    >>> parted("MONO% 4.40 %", "", "3--8"), parted("5.40", "", "10^9/L 4--10")
    (('4.40', '%', '3--8'), ('5.40', '10^9/L', '4--10'))
    >>> parted("No 项 27.02", "", "0-10")
    ('No 项 27.02', '', '0-10')
    """
    if found := _WITH_NEIGHBOURS.fullmatch(result.strip()):
        result, unit = found["result"], unit or found["unit"] or ""
    if not unit and (slid := _UNIT_AND_RANGE.fullmatch(reference.strip())):
        unit, reference = slid["unit"], slid["range"]
    return result, unit, reference


def are_sound(rows: Sequence[Mapping[str, str | None]], blocks: Sequence[Hashable]) -> list[bool]:
    """For each row, whether it is one row of one block; ``blocks`` names the block of each.

    >>> row = {"name": "白细胞", "result": "5.4"}
    >>> are_sound([row, row, row, {"name": "尿酸", "result": "MONO% 4.40"}], [1, 1, 1, 1])
    [True, True, True, False]
    >>> across = {"name": "尿酸", "result": "5.4 3--8"}
    >>> are_sound([row, across, across, row], [1, 1, 1, 2])
    [False, False, False, True]
    """
    mixed = [
        bool(
            _RESULT.search(r["result"] or "")
            or _UNIT_FIRST.match(r["name"] or "")
            or _TWO_VALUES.match(r.get("reference") or "")
        )
        for r in rows
    ]
    doubted = set()
    for block in set(blocks):
        own = [m for m, b in zip(mixed, blocks, strict=True) if b == block]
        if sum(own) > 1 and sum(own) > MOST_MIXED * len(own):
            doubted.add(block)
    return [
        not m and b not in doubted and not is_of_foot(r) for m, b, r in zip(mixed, blocks, rows, strict=True)
    ]
