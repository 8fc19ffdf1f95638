"""Test results as telephones list them: the name, its range small below it, the result at the right edge.

尿蛋白                     2+
参考值：阴性

There is no table and no head over every column; the ranges' own labels show the list, and its rows without
a range stand between those that have one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ocr.geometry import overlap
from ocr.layout import Run, same_row
from ocr.reliance import bounded
from ocr.table_heads import Token, columns_of
from ocr.table_rows import Draft, TestRow, read_rows

LEAST_ROWS = 2
"""So many ranges below names make a list."""
IN_LINE = 1.0
"""Text heights that names and ranges may stand out of their common left edge."""
BELOW = 1.6
"""Text heights from a name's foot down to its range's top, at most."""
UNRANGED = 0.85
"""Most confidence of a row without the range or the unit that the others have: glare may hide it."""
_COUNTED = re.compile(r"[<>≤≥]?\s?\d[\d.]*")
_FIRST = re.compile(r"(?:(?:检[测验查]|测定)?结果\s?[:：]\s*)?(?:[<>≤≥]?\s?\d|[-+±]|弱?[阴阳]性|正常|未检出)")
_RANGE = re.compile(
    r"[·•.\s]*(?:生物)?(?:正常)?参?考(?:(?:值|范围|区间|值范围)?\s?[:：]\s*(?=\S)|(?:值|范围|区间|值范围)\s*(?=[<>≤≥＜＞\d阴阳(（]))"
)
_RESULT = re.compile(r"(?:检[测验查]|测定)?结果\s?[:：]\s*(?=\S)")
_COLUMNS = frozenset({"name", "result", "unit", "reference"})


def read_listed_rows(runs: Sequence[Run]) -> list[TestRow]:
    """The rows of a list on a telephone's screen, top to bottom; none where the page has no such list."""
    level = [r for r in runs if not r.vertical]
    ranges = [r for r in level if _RANGE.match(r.text)]
    pairs = [(name, r) for r in ranges if (name := _above(r, level)) is not None]
    if len(pairs) < LEAST_ROWS:
        return _on_cards(ranges, level)
    top, bottom = pairs[0][0].box[1], max(r.box[3] for _, r in pairs)
    of_name = {id(name): r for name, r in pairs}
    names = [
        r
        for r in level
        if top <= r.box[1] < bottom and _off(r, pairs) < IN_LINE * r.height and r not in ranges
    ]
    drafts = []
    for name in sorted(names, key=lambda r: r.box[1]):
        below = of_name.get(id(name))
        result = _result(name, below, level)
        if result is not None:
            held = {"name": _tokens(name), "result": _tokens(result, _RESULT)}
            if below is not None:
                held["reference"] = _tokens(below, _RANGE)
            drafts.append(Draft(held))
    rows = [row for row in read_rows(drafts, _COLUMNS, flagged=False) if row is not None]
    united = any(r.values["unit"] for r in rows)
    return [
        r if _is_whole(r, united=united) else replace(r, confidence=bounded(r.confidence, UNRANGED))
        for r in rows
    ]


def _on_cards(ranges: Sequence[Run], level: Sequence[Run]) -> list[TestRow]:
    """The rows of cards: the name above, its result below at the left edge, the range right of the result."""
    drafts = []
    for below in sorted(ranges, key=lambda r: r.box[1]):
        left = [r for r in level if r.box[2] < below.box[0] and same_row(r, below) and r not in ranges]
        name = _above(left[0], level) if len(left) == 1 else None
        if name is not None and _FIRST.match(left[0].text) and not _FIRST.match(name.text):
            held = {"name": _tokens(name), "result": _tokens(left[0], _RESULT)}
            drafts.append(Draft({**held, "reference": _tokens(below, _RANGE)}))
    rows = [row for row in read_rows(drafts, _COLUMNS, flagged=False) if row is not None]
    return rows if len(rows) >= LEAST_ROWS else []


def _is_whole(row: TestRow, *, united: bool) -> bool:
    """Whether a row has its range, and a number its unit where the list prints units."""
    counted = _COUNTED.fullmatch(row.values["result"] or "") is not None
    return bool(row.values["reference"]) and (bool(row.values["unit"]) or not (united and counted))


def _off(run: Run, pairs: Sequence[tuple[Run, Run]]) -> float:
    """How far a text begins left or right of the nearest name that has a range, in pixels."""
    nearest = min((name for name, _ in pairs), key=lambda n: abs(n.box[1] - run.box[1]))
    return abs(run.box[0] - nearest.box[0])


def _above(below: Run, runs: Sequence[Run]) -> Run | None:
    """The name that stands right above a range, at the same left edge."""
    near = [
        r
        for r in runs
        if r is not below
        and abs(r.box[0] - below.box[0]) < IN_LINE * below.height
        and r.box[1] < below.box[1]
        and below.box[1] - r.box[3] < BELOW * below.height
        and not _RANGE.match(r.text)
        and not columns_of(r.text)
    ]
    return max(near, key=lambda r: r.box[3], default=None)


def _result(name: Run, below: Run | None, runs: Sequence[Run]) -> Run | None:
    """What stands right of a name or of its range: the one text there, or the last behind 结果."""
    foot = below.box[3] if below is not None else name.box[3] + name.height
    beside = [
        r
        for r in runs
        if r is not below
        and r.box[0] > name.box[2]
        and overlap(r.box[1], r.box[3], name.box[1], foot) > r.height / 2
    ]
    labelled = [r for r in beside if _RESULT.match(r.text)]
    found = labelled or beside
    return found[0] if len(found) == 1 else None


def _tokens(run: Run, label: re.Pattern[str] | None = None) -> list[Token]:
    start = found.end() if label and (found := label.match(run.text)) else 0
    return [
        Token(m.group(), run.chars[m.start() : m.end()])
        for m in re.finditer(r"\S+", run.text)
        if m.start() >= start
    ] or [Token(run.text[start:], run.chars[start:])]
