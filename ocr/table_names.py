"""The names in a column of test names, without the row numbers and abbreviations printed beside them.

Abbreviations stand in a column of their own (ALT 丙氨酸氨基转移酶) that often has no head. What belongs to
the name (C反应蛋白, 总前列腺特异抗原(tPSA)) moves with it; the pieces of a column stand in line on every row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ocr.table_heads import Token
from ocr.types import Char

LEAST_ROWS = 3
IN_LINE = 0.7
"""Text heights that pieces of one column may stand out of its line."""
APART = 0.45
"""Text heights of room that usually lie between an abbreviation and the name."""
OF_ROWS = 0.75
"""Share of the rows that a column must hold to be one."""
MOST_LEAN = 0.12
"""Pixels a pixel that a column may lean; names that grow from row to row are no column's edge."""
_CJK = re.compile(r"[\u4e00-\u9fff]")
_MARKS = re.compile(r"^[*★☆▲△●■◆#＊]+\s*")
_NUMBER = re.compile(r"^[*★☆▲]?(\d{1,2})(?:[\s.、]+(?=\D)|(?=[\u4e00-\u9fff]))")
_GLUED = re.compile(r"^\d{1,2}(?=[\u4e00-\u9fff])")
_SAID_TWICE = re.compile(r"([(（](?P<short>[A-Za-z][A-Za-z0-9/\-]*)[)）])\s+(?P=short)$")
"""总前列腺特异抗原(tPSA) tPSA: the abbreviation of the next column."""


@dataclass(frozen=True, slots=True)
class _Name:
    """One name's characters; ``first`` and ``last``: its outermost Chinese ones; ``height``: in pixels."""

    tokens: Sequence[Token]
    chars: tuple[Char, ...]
    first: int
    last: int
    height: float

    def left(self, at: int) -> float:
        return self.chars[at].box[0]

    def room(self, at: int) -> float:
        """Text heights between a character and the one before it."""
        return (self.chars[at].box[0] - self.chars[at - 1].box[2]) / self.height if at else 0.0

    @property
    def top(self) -> float:
        return self.chars[0].box[1]


@dataclass(frozen=True, slots=True)
class _Line:
    """Where a column begins: at ``left`` on the page's top edge, moving by ``lean`` pixels a pixel."""

    left: float
    lean: float

    def off(self, name: _Name, at: int) -> float:
        """Text heights that a character stands off the line."""
        return abs(name.left(at) - self.left - self.lean * name.top) / name.height

    def is_met(self, name: _Name, at: int) -> bool:
        return self.off(name, at) < IN_LINE


def names_of(rows: Sequence[Sequence[Token]], numbers: Sequence[int | None]) -> list[str]:
    """The name that each row's tokens make; '' where they make none.

    ``numbers``: the rows' numbers where they stand in a column of their own.
    """
    names = [_name(tokens) for tokens in rows]
    held = [n for n in names if n is not None]
    before, behind = _line_before(held), _line_behind(held)
    texts = [
        " ".join(t.text for t in tokens) if name is None else _cut(name, before, behind)
        for tokens, name in zip(rows, names, strict=True)
    ]
    return _without_numbers(texts, numbers)


def _name(tokens: Sequence[Token]) -> _Name | None:
    chars = tuple(c for t in tokens for c in t.chars)
    chinese = [i for i, c in enumerate(chars) if _CJK.match(c.text)]
    if not chinese:
        return None
    height = max(median(c.box[3] - c.box[1] for c in chars), 1.0)
    return _Name(tokens, chars, chinese[0], chinese[-1], height)


def _line_before(names: Sequence[_Name]) -> _Line | None:
    """Where the names begin behind a column of abbreviations; ``None`` where there is no such column."""
    with_abbreviation = [n for n in names if n.first and _has_letters(n.chars[: n.first])]
    if len(with_abbreviation) < LEAST_ROWS or median(n.room(n.first) for n in with_abbreviation) < APART:
        return None
    line = _line([(n.left(n.first), n.top) for n in names])
    met = sum(line.is_met(n, n.first) for n in names)
    return line if met >= OF_ROWS * len(names) else None


def _line_behind(names: Sequence[_Name]) -> _Line | None:
    """Where abbreviations begin behind the names."""
    behind = [
        n
        for n in names
        if n.last + 1 < len(n.chars)
        and _has_letters(n.chars[n.last + 1 :])
        and n.room(n.last + 1) > APART
        and n.chars[n.last + 1].text not in "(（"
    ]
    if len(behind) < max(LEAST_ROWS, len(names) / 2):
        return None
    line = _line([(n.left(n.last + 1), n.top) for n in behind])
    met = [n for n in behind if line.is_met(n, n.last + 1)]
    ends = [n.chars[n.last].box[2] for n in met]
    moving = bool(met) and max(ends) - min(ends) > IN_LINE * met[0].height
    return line if moving and len(met) >= OF_ROWS * len(behind) else None


def _line(points: Sequence[tuple[float, float]]) -> _Line:
    """The line that most points stand in, whatever the rest do: medians, over half the rows apart."""
    half = len(points) // 2
    steps = [
        (b[0] - a[0]) / (b[1] - a[1])
        for a, b in zip(points[: len(points) - half], points[half:], strict=True)
        if b[1] - a[1] > 1
    ]
    lean = median(steps) if len(steps) >= LEAST_ROWS else 0.0
    lean = lean if abs(lean) < MOST_LEAN else 0.0
    return _Line(median(x - lean * y for x, y in points), lean)


def _has_letters(chars: Sequence[Char]) -> bool:
    return any(c.text.isascii() and c.text.isalpha() for c in chars)


def _cut(name: _Name, before: _Line | None, behind: _Line | None) -> str:
    """The name's text without what stands before its column's line, and behind the next one's."""
    start, end = 0, len(name.chars)
    if before is not None:
        met = [
            i
            for i in range(name.first + 1)
            if before.off(name, i) < IN_LINE and (i in (0, name.first) or name.room(i) > APART / 2)
        ]
        start = min(met, key=lambda i: before.off(name, i), default=0)
    after = name.last + 1
    if behind is not None and after < end and name.room(after) > APART / 2 and behind.is_met(name, after):
        end = after
    text: list[str] = []
    at = 0
    for token in name.tokens:
        kept = [c.text for i, c in enumerate(token.chars, at) if start <= i < end]
        at += len(token.chars)
        text.append("".join(kept))
    return " ".join(t for t in text if t)


def _without_numbers(names: Sequence[str], apart: Sequence[int | None]) -> list[str]:
    """Names without their rows' numbers; one glued to its name (11嗜酸粒细胞) must follow the others."""
    found = [_NUMBER.match(n) for n in names]
    numbers = [int(m[1]) if m else own for m, own in zip(found, apart, strict=True)]
    out = []
    for at, (name, match) in enumerate(zip(names, found, strict=True)):
        number = numbers[at]
        in_turn = number is not None and (
            number - 1 in numbers[max(at - 1, 0) : at] or number + 1 in numbers[at + 1 : at + 2]
        )
        bare = name[match.end() :] if match and (in_turn or not _GLUED.match(name)) else name
        out.append(_SAID_TWICE.sub(r"\1", _MARKS.sub("", bare)).strip())
    return out
