"""Cells of neighbouring columns that were read as one text, where its wording alone tells where they part.

Of two tables side by side the left one's units stand close before the right one's row
numbers: 10^9/L14红细胞压积.
Names of tests begin with Chinese, units and ranges have a form of their own, so no column has to be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ocr.table_heads import Token
from ocr.values.quantities import is_unit

_RANGES = (
    *(rf"\d+\.\d{{{places}}}(?:-{{1,2}}|[~～—])\d+\.\d{{{places}}}" for places in (1, 2, 3)),
    r"\d+(?:-{1,2}|[~～—])\d+?",
)
"""Both ends of a range have as many decimals, so that 4.00~10.0010^9/L parts in one way."""
_COUNT = r"[×xX*]?10[\^~*]?(?:9|12|6|3)/[1lLIuU]?"
_UNIT = rf"{_COUNT}|[A-Za-zμµ]{{1,6}}/[A-Za-zμµ]{{0,4}}[1lLg]|%"
_SURE_COUNT = r"(?:[×xX*]?10[\^~*]|[×xX*]10)(?:9|12|6|3)/[1lLIuU]?|10(?:9|12|6|3)/[LlIuU]"
"""With its sign, or its L: 109/76 is a blood pressure."""
_SURE_UNIT = _UNIT.replace(_COUNT, _SURE_COUNT)
_OWN = r"(?!肌酐|尿肌酐|血红蛋白|空腹|餐后|男|女|成人|儿童|新生儿|孕|正常)"
"""What belongs to the unit or range before it: mg/g肌酐, 3.9-6.1mmol/L空腹; a row number parts it."""
_NAME = rf"(?:(?P<number>\d{{1,2}}[.、]?)|{_OWN})(?P<name>[\u4e00-\u9fff]{{2}}.*)"
_GLUED = tuple(
    re.compile(form)
    for form in (
        *(rf"(?P<range>{span})(?P<unit>{_UNIT}){_NAME}" for span in _RANGES),
        rf"(?P<unit>{_SURE_UNIT}){_NAME}",
        *(rf"(?P<range>{span})(?P<unit>{_COUNT})(?P<number>\d{{1,2}})?" for span in _RANGES),
        rf"(?P<unit>{_SURE_COUNT})(?P<number>\d{{1,2}})",
        r"(?P<unit>[×xX*]?10[\^~*]?(?:9|12)/L)(?P<name>[A-Z]{2,6}[#%*]?)",
        rf"(?P<range>\d[\d.]*(?:-{{1,2}}|[~～—])\d+(?:\.\d+)?)[.·](?P<unit>{_COUNT})",
    )
)
_RULED = re.compile(r"[|｜]?(?P<number>\d{1,2})[|｜](?P<rest>(?!\d).*)")
_LIKE_L = str.maketrans("1lI", "LLL")


def unglued(token: Token) -> Iterator[Token]:
    """The token, or the range, unit, row number and name that were read as one: 10^9/L, 14, 红细胞压积."""
    found = next((m for form in _GLUED if (m := form.fullmatch(token.text))), None)
    if found is None or not _parts_surely(found["unit"], found.groupdict().get("number")):
        yield token
        return
    for part in found.groupdict():
        start, end = found.span(part)
        if start < end:
            yield Token(token.text[start:end], token.chars[start:end])


def without_rules(token: Token) -> Iterator[Token]:
    """The row number and what stands behind it, where the lines that rule them apart were read with them.

    |5|尿蛋白 is 5 and 尿蛋白.
    """
    found = _RULED.fullmatch(token.text)
    for part in ("number", "rest") if found else ():
        start, end = found.span(part) if found else (0, 0)
        if start < end:
            yield Token(token.text[start:end], token.chars[start:end])
    if found is None:
        yield token


def _parts_surely(unit: str, number: str | None) -> bool:
    """Whether it is a unit that ends there; %中性粒细胞 may be a name."""
    if unit == "%":
        return number is not None
    return unit.endswith("/") or is_unit(unit) or is_unit(unit[:-1] + unit[-1].translate(_LIKE_L))
