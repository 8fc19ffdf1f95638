"""Rows of a susceptibility test: what was measured (MIC, zone) and the word or letter that judges it.

Laboratories print 敏感, 中介, 耐药 or S, I, R (CLSI M100), beside a concentration in μg/mL, a zone in mm, or
alone; the column headed 结果 may hold either.

>>> read_susceptibility({"result": "≤2", "verdict": "敏感 S"})
Susceptibility(result='≤2', verdict='敏感', unit='', unreadable=False)
>>> read_susceptibility({"result": "耐药", "concentration": "≥64"})
Susceptibility(result='≥64', verdict='耐药', unit='', unreadable=False)
>>> read_susceptibility({"concentration": "16", "verdict": "1"})
Susceptibility(result='16', verdict='I', unit='', unreadable=True)
>>> read_susceptibility({"verdict": "R"})
Susceptibility(result='R', verdict=None, unit='', unreadable=False)
>>> read_susceptibility({"result": "5.4", "reference": "3.5-9.5"})
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_WORDS = (
    "高?敏感?|高度敏感|中度敏感|中介|中敏|耐药|低敏|剂量依赖性?敏感|剂量依赖|非敏感|不敏感|天然耐药|固有耐药"
)
_VERDICT = re.compile(
    rf"(?P<word>{_WORDS})\s*[(\[]?\s*(?:SDD|S-DD|NS|IR|[SIRDN])?\s*[)\]]?|[(\[]?(?P<letter>SDD|S-DD|NS|IR|[SIR])[)\]]?"
)
_BEFORE = re.compile(rf"(?P<letter>SDD|S-DD|NS|IR|[SIR])\s*[(\[]?(?P<word>{_WORDS})[)\]]?")
_NUMBER = r"\d{1,4}(?:\.\d{1,4})?"
_AMOUNT = re.compile(
    rf"(?P<sign>[<>≤≥=]{{0,2}})\s?(?P<number>{_NUMBER}(?:\s?/\s?{_NUMBER})?)\s?(?P<unit>[μu]g/m[lL]|mg/L|mm)?"
)
_UPRIGHT = frozenset("1l|!Ⅰ丨")
"""How the I of an intermediate is misread where verdicts have a column."""


@dataclass(frozen=True, slots=True)
class Susceptibility:
    """``result``: what was measured, else the verdict; ``verdict``: the judging word beside a measure.

    ``unit``: printed behind the measure; ``unreadable``: something stands in its place that is none, or the
    letter was put right.
    """

    result: str
    verdict: str | None
    unit: str = ""
    unreadable: bool = False


def verdict_of(text: str) -> str | None:
    """The word, or where there is none the letter, of a cell that judges: 耐药 R is 耐药.

    >>> verdict_of("敏感(S)"), verdict_of("R"), verdict_of("S 敏感"), verdict_of("阴性")
    ('敏感', 'R', '敏感', None)
    """
    found = _VERDICT.fullmatch(text.strip()) or _BEFORE.fullmatch(text.strip())
    return (found["word"] or found["letter"]) if found else None


def read_susceptibility(held: Mapping[str, str]) -> Susceptibility | None:
    """The test that the cells of a row tell, by their columns; ``None`` where nothing judges."""
    result, printed = held.get("result", ""), held.get("verdict", "")
    upright = printed.strip() in _UPRIGHT
    printed = "I" if upright else printed
    verdict = verdict_of(printed) or (verdict_of(result) if not printed else None)
    if verdict is None:
        return Susceptibility(printed, None) if printed and not result else None
    measures = [held.get("concentration", ""), held.get("zone", "")]
    if verdict_of(result) is None:
        measures.insert(0, result)
    measured = next((m for m in measures if m.strip(" -—/")), "")
    amount = _AMOUNT.fullmatch(measured.strip())
    if amount is None:
        return Susceptibility(verdict, None, unreadable=bool(measured))
    told = amount["sign"] + amount["number"].replace(" ", "")
    return Susceptibility(told, verdict, amount["unit"] or "", unreadable=upright)
