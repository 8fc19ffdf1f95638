"""Tables of a test report whose heads the picture does not show: 白细胞 | 6.01 | ↑ | 4-10 | 10^9/L.

People photograph the rows alone, or crop them. Each line is read by what its cells look like, from left to
right, one to three tests abreast; a stretch of such lines in one column of names is a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ocr.reliance import bounded
from ocr.table_foot import is_foot
from ocr.table_heads import Token
from ocr.table_rows import Draft, TestRow, read_rows
from ocr.values.quantities import is_unit

LEAST_ROWS = 4
MOST_ABREAST = 3
LEAST_TOLD = 0.6
"""Share of the tests that must have a unit, a range, or a row number."""
IN_LINE = 2.5
"""Text heights that names of one column may stand out of line, from one line to the next."""
NEAR = 3.5
"""Text heights between one line's head and the next one's."""
LIKELY = 0.85
"""Most confidence of a row that no head told the columns of."""
_COLUMNS = frozenset({"name", "result", "unit", "reference", "flag"})
_ROW_NUMBER = re.compile(r"\d{1,2}[.、]?")
_NAME = re.compile(r"[*★]?(?=.*[\u4e00-\u9fff]{2}|[A-Z][A-Za-z0-9#%-]{1,9}$)[^:：。，；|]{1,20}")
_NUMBER = re.compile(r"[<>≤≥]?\d{1,6}(?:\.\d{1,4})?[↑↓]?")
_SIGN = re.compile(
    r"\d?[+＋]{1,4}\d?|[-－—±]|弱?[阴阳]性(?:[(（][-+±\d]+[)）])?|未见\S{0,4}|未检出|正常|(?i:neg|norm)\S{0,4}"
)
_WORD = re.compile(r"[\u4e00-\u9fff]{1,5}")
_FLAG = re.compile(r"[↑↓⬆⬇]{1,2}|[HL]")
_RANGE = re.compile(
    r"[<>≤≥]=?\s?\d[\d.]*%?|\d[\d.]*%?(?:-{1,2}|[~～—–])\d[\d.]*%?|[阴阳]性(?:[(（][-+±]+[)）])?"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """The tests that stand abreast on a line; ``whole``: nothing else stands there."""

    tests: tuple[Draft, ...]
    whole: bool
    top: float

    def left(self) -> float:
        return min(t.box[0] for t in self.tests[0].tokens["name"])


def read_headless(rows: Sequence[Sequence[Token]]) -> list[TestRow]:
    """The rows of every such table among a page's lines of text, left to right and down."""
    found: list[TestRow] = []
    stretch: list[_Line] = []
    for row in rows:
        line = _line(row)
        if line is not None and (_follows(line, stretch[-1], row) if stretch else line.whole):
            stretch.append(line)
            continue
        found += _table(stretch)
        stretch = [line] if line is not None and line.whole else []
    return [*found, *_table(stretch)]


def _line(row: Sequence[Token]) -> _Line | None:
    if not row or is_foot([t.text for t in row]):
        return None
    tests: list[Draft] = []
    at = 0
    while at < len(row) and len(tests) < MOST_ABREAST:
        read = _test(row, at)
        if read is None:
            break
        draft, at = read
        tests.append(draft)
    return _Line(tuple(tests), at == len(row), row[0].box[1]) if tests else None


def _test(row: Sequence[Token], at: int) -> tuple[Draft, int] | None:
    """The test that begins at a cell, and the number of the next cell behind it."""
    held: dict[str, list[Token]] = {}
    numbered = _ROW_NUMBER.fullmatch(row[at].text) is not None
    if numbered:
        held["other"] = [row[at]]
        at += 1
    if at + 1 >= len(row) or not _NAME.fullmatch(row[at].text) or _SIGN.fullmatch(row[at].text):
        return None
    held["name"] = [row[at]]
    at += 1
    told = _NUMBER.fullmatch(row[at].text) or _SIGN.fullmatch(row[at].text)
    if not told and not (numbered and _WORD.fullmatch(row[at].text)):
        return None
    held["result"] = [row[at]]
    at += 1
    while at < len(row):
        kind = _kind_behind(row[at].text)
        if kind is None or kind in held:
            break
        held[kind] = [row[at]]
        at += 1
    return Draft(held), at


def _kind_behind(text: str) -> str | None:
    """What a cell behind a result is."""
    if _FLAG.fullmatch(text):
        return "flag"
    if _RANGE.fullmatch(text):
        return "reference"
    return "unit" if is_unit(text) else None


def _follows(line: _Line, above: _Line, row: Sequence[Token]) -> bool:
    height = row[0].box[3] - row[0].box[1]
    return abs(line.left() - above.left()) < IN_LINE * height and line.top - above.top < NEAR * height


def _table(lines: Sequence[_Line]) -> list[TestRow]:
    drafts = [d for line in lines for d in line.tests]
    told = sum(bool(d.tokens.keys() & {"unit", "reference", "other"}) for d in drafts)
    measured = sum(bool(d.tokens.keys() & {"unit", "reference"}) for d in drafts)
    if len(lines) < LEAST_ROWS or told < LEAST_TOLD * len(drafts) or measured < LEAST_ROWS:
        return []
    if not _are_in_line([d.tokens["result"][0] for line in lines for d in line.tests[:1]]):
        return []
    columns = [[line.tests[n] for line in lines if n < len(line.tests)] for n in range(MOST_ABREAST)]
    rows = [row for column in columns if column for row in read_rows(column, _COLUMNS, flagged=False)]
    kept = sorted((r for r in rows if r is not None), key=lambda r: (r.box[1], r.box[0]))
    return [TestRow(r.values, r.raw, r.box, bounded(r.confidence, LIKELY)) for r in kept]


def _are_in_line(results: Sequence[Token]) -> bool:
    height = median(t.box[3] - t.box[1] for t in results)
    usual = median(t.box[0] for t in results)
    return sum(abs(t.box[0] - usual) < IN_LINE * height for t in results) > len(results) / 2
