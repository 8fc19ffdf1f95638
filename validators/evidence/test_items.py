"""Names and units of laboratory tests: which item a printed row is, and its result in another unit.

Table: ``data/test_items.csv`` (names, conversions with their source, tier D general laboratory knowledge).
A name must be the item's in full: 尿肌酐 is no 血肌酐.

>>> item_of("肌酐（酶法）").name, item_of("尿肌酐")
('血肌酐', None)
>>> item_named("尿酸").convert(Decimal("7"), "mg/dL")
Decimal('416.36')
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ocr.values.quantities import normalise_unit
from ocr.values.text import fold
from validators.tables import read_rows, split

_RULE = re.compile(r"(?P<unit>.+?)(?P<sign>[*/])(?P<factor>[\d.]+)(?:\+(?P<offset>[\d.]+))?")
_BESIDE = re.compile(r"\([^()]*\)|^[*★☆▲]+|(?:测定|检测)$|[:：]$")


@dataclass(frozen=True, slots=True)
class Conversion:
    """``own = other × factor + offset``."""

    factor: Decimal
    offset: Decimal


@dataclass(frozen=True, slots=True)
class TestItem:
    """One test. ``unit`` is empty for a number without one; ``specimen`` is 血, 尿 or empty.

    ``signed``: printed with its sign, and mostly below zero, so that a number without one is doubtful.
    """

    __test__ = False  # no test of pytest's

    name: str
    aliases: tuple[str, ...]
    specimen: str
    unit: str | None
    others: Mapping[str, Conversion]
    signed: bool = False

    def convert(self, value: Decimal, unit: str | None) -> Decimal | None:
        """``value`` in the item's own unit; ``None`` where the unit is missing or unknown."""
        if self.unit is None and unit is None:
            return value
        key = _unit_key(unit or "")
        if self.unit is not None and key == _unit_key(self.unit):
            return value
        rule = self.others.get(key)
        return None if rule is None else value * rule.factor + rule.offset


def item_of(printed: str) -> TestItem | None:
    """The item that a printed row's name is."""
    name = fold(printed)
    found = _by_name().get(_key(name))
    return found or _by_name().get(_key(_BESIDE.sub("", name)))


def item_named(name: str) -> TestItem:
    """The item that the table has under ``name``; raises ``KeyError`` for one that it lacks."""
    return _by_name()[_key(fold(name))]


def items_for(names: tuple[str, ...], unit: str | None) -> tuple[TestItem, ...]:
    """The items that a standard names; one that the table lacks is known by that name and ``unit`` alone."""
    return tuple(item_named(name) if knows(name) else TestItem(name, (), "", unit, {}) for name in names)


def is_item(printed: str, item: TestItem) -> bool:
    """Whether a printed row's name is ``item``."""
    found = item_of(printed)
    if found is not None:
        return found == item
    return _key(_BESIDE.sub("", fold(printed))) == _key(fold(item.name))


def knows(name: str) -> bool:
    """Whether the table has an item of that name."""
    return _key(fold(name)) in _by_name()


def completed(name: str) -> str | None:
    """The shortest name of the table that begins with ``name``; ``None`` where the table has it whole.

    >>> completed("糖化血红"), completed("糖化血红蛋白"), completed("血钾")
    ('糖化血红蛋白', None, None)
    """
    if knows(name) or len(name) < 3:
        return None
    begun = [item.name for key, item in _by_name().items() if key.startswith(_key(fold(name)))]
    return min(begun, key=len, default=None)


def spellings_of(item: TestItem) -> tuple[str, ...]:
    """Its names, the longest first, for looking in running text."""
    return tuple(sorted({fold(n) for n in (item.name, *item.aliases)}, key=len, reverse=True))


def _key(folded: str) -> str:
    return folded.upper().replace("-", "")


def _unit_key(unit: str) -> str:
    plain = (normalise_unit(unit) or unit).lower().replace("^", "").replace("·", "*")
    plain = plain.replace("(", "").replace(")", "").replace("m²", "m2")
    return plain.replace("/min*1.73m2", "/min/1.73m2").replace("cm³", "cm3")


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, TestItem]:
    held: dict[str, TestItem] = {}
    for row in read_rows("test_items.csv"):
        others = dict(_conversion(rule) for rule in split(row["others"]))
        aliases = split(row["aliases"])
        item = TestItem(
            row["item"], aliases, row["specimen"], row["unit"] or None, others, row["signed"] == "yes"
        )
        for name in (item.name, *aliases):
            held.setdefault(_key(fold(name)), item)
    return held


def _conversion(rule: str) -> tuple[str, Conversion]:
    match = _RULE.fullmatch(rule)
    if match is None:
        raise ValueError(f"test_items.csv: not a conversion: {rule!r}")
    factor = Decimal(match["factor"])
    factor = 1 / factor if match["sign"] == "/" else factor
    return _unit_key(match["unit"]), Conversion(factor, Decimal(match["offset"] or 0))
