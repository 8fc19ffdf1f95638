"""A + or - beside a measured number that lies outside its range: some laboratories print these for ↑ and ↓.

The sign stands between the number and its unit or range, so it is read with either; + is misread as 十,
- as 一.
Beside words (阴性) and in results of strips (1+) it is the result itself.

>>> taken_off("", "53.7", "+ %", "20.0-50.0")
('↑', '', '53.7', '%', '20.0-50.0')
>>> taken_off("", "76 一", "g/L", "115-150")
('↓', '', '76', 'g/L', '115-150')
>>> taken_off("+", "1+", "", "阴性")
(None, '+', '1+', '', '阴性')
"""

from __future__ import annotations

import re

from ocr.values.quantities import Flag, parse_reference

_PLUS, _MINUS = "+＋十", "-－–—一"
_ALONE = re.compile(rf"(?P<sign>[{_PLUS}]{{1,2}}|[{_MINUS}]{{1,2}})")
_FIRST = re.compile(
    rf"(?P<sign>[{_PLUS}]{{1,2}}(?=\s|$|[^\s\d])|[{_MINUS}]{{1,2}}(?=\s|$)|[{_PLUS}](?=10\^))\s*"
)
_BEFORE_RANGE = re.compile(rf"(?P<sign>[{_PLUS}]{{1,2}}\s*|[{_MINUS}]{{1,2}}\s+)(?=[<>≤≥\d])")
_NUMBER = re.compile(
    rf"(?P<number>[<>≤≥]{{0,2}}\s?\d+(?:[.,]\d+)?)(?:\s+(?P<sign>[{_PLUS}]{{1,2}}|[{_MINUS}]{{1,2}})|(?P<close>[+＋十]))?"
)


def taken_off(own: str, result: str, unit: str, reference: str) -> tuple[Flag | None, str, str, str, str]:
    """The arrow that a sign stands for, and the four cells (flag, result, unit, reference) without it."""
    number = _NUMBER.fullmatch(result)
    before = _BEFORE_RANGE.match(reference)
    span = parse_reference(reference[before.end() :] if before else reference)
    if number is None or span is None or (span.low is None and span.high is None):
        return None, own, result, unit, reference
    first = _FIRST.match(unit)
    alone = _ALONE.fullmatch(own)
    sign = number["sign"] or number["close"] or (alone or first or before or {"sign": ""})["sign"]
    if not sign:
        return None, own, result, unit, reference
    return (
        "↑" if sign.strip()[0] in _PLUS else "↓",
        "" if alone else own,
        number["number"],
        unit[first.end() :] if first else unit,
        reference[before.end() :] if before else reference,
    )
