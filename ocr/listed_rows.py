"""Test results as telephones list them: the name, its range small below it, the result at the right edge.

尿蛋白                     2+          空腹C肽                 1.12 ↑
参考值：阴性                            参考值：1.10-4.40        ng/mL

There is no table and no head over every column; the ranges' own labels show the list, and its rows without
a range stand between those that have one. The unit may stand below its result, an arrow beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ocr.geometry import overlap
from ocr.layout import Run, same_row
from ocr.reliance import bounded
from ocr.table_heads import Token, columns_of
from ocr.table_rows import Draft, TestRow, prints_flags, read_rows
from ocr.values.quantities import is_unit

LEAST_ROWS = 2
"""So many ranges below names make a list."""
IN_LINE = 1.0
"""Text heights that names and ranges may stand out of their common left edge."""
BELOW = 1.6
"""Text heights from a name's foot down to its range's top, at most."""
LOWER = 0.4
"""Text heights that a unit may stand lower than its range."""
UNRANGED = 0.85
"""Most confidence of a row without the range or the unit that the others have: glare may hide it."""
_MARK = re.compile(r"[↑↓⬆⬇]{1,3}|[HL]{1,2}|偏[高低]|[升降][高低]|异常|正常")
"""What an icon or a word beside a result says of it."""
_NOISE = re.compile(r"[>›»＞》<‹…·.\s]+|.{0,4}(?:趋势|历史|曲线|解读|查看|对比|详情|指标意义|临床意义).{0,4}")
"""Buttons beside a result."""
_EARLIER = re.compile(r"(?:上|前|历)(?:一?次|史)(?:检[测验查])?(?:结果|值)?[:：]?")
"""Before what the same test gave another day."""
_COUNTED = re.compile(r"[<>≤≥]?\s?\d[\d.]*")
_FIRST = re.compile(r"(?:(?:检[测验查]|测定)?结果\s?[:：]\s*)?(?:[<>≤≥]?\s?\d|[-+±]|弱?[阴阳]性|正常|未检出)")
_RANGE = re.compile(
    r"[·•.\s]*(?:生物)?(?:(?:正常)?参?考|正常(?=[值范]))(?:(?:值|范围|区间|值范围)?\s?[:：]\s*(?=\S)|(?:值|范围|区间|值范围)\s*(?=[<>≤≥＜＞\d阴阳(（]))"
)
_RANGE_BEHIND = re.compile(
    r"(?<=[^\s:：])\s*[,，;；]?\s*(?=(?:生物)?(?:正常)?参考(?:值|范围|区间|值范围)\s?[:：])"
)
_BROKEN = re.compile(r"[:：;；,，~～\-—<>≤≥]\s*$")
_WORD = re.compile(r"\S+")
_RESULT = re.compile(r"(?:检[测验查]|测定)?结果\s?[:：]\s*(?=\S)")
_COLUMNS = frozenset({"name", "result", "unit", "reference"})


def read_listed_rows(runs: Sequence[Run]) -> list[TestRow]:
    """The rows of a list on a telephone's screen, top to bottom; none where the page has no such list."""
    level = [part for r in runs if not r.vertical for part in _parted(r)]
    ranges = [r for r in level if _RANGE.match(r.text)]
    pairs = [(name, r) for r in ranges if (name := _above(r, level)) is not None]
    if sum(not _FIRST.match(name.text) for name, _ in pairs) < LEAST_ROWS:
        return _on_cards(ranges, level)
    top, bottom = pairs[0][0].box[1], max(r.box[3] for _, r in pairs)
    of_name = {id(name): r for name, r in pairs}
    names = [
        r
        for r in level
        if top <= r.box[1] < bottom
        and _off(r, pairs) < IN_LINE * r.height
        and r not in ranges
        and not _EARLIER.fullmatch(r.text.strip())
    ]
    drafts = []
    for name in sorted(names, key=lambda r: r.box[1]):
        below = of_name.get(id(name))
        held = _beside(name, below, level)
        if "result" in held:
            held["name"] = _tokens(name)
            if below is not None:
                held["reference"] = [*_tokens(below, _RANGE), *_rest(below, level)]
            drafts.append(Draft(held))
    rows = [row for row in read_rows(drafts, _COLUMNS, flagged=prints_flags(drafts)) if row is not None]
    united = any(r.values["unit"] for r in rows)
    return [
        r if _is_whole(r, united=united) else replace(r, confidence=bounded(r.confidence, UNRANGED))
        for r in rows
    ]


def _on_cards(ranges: Sequence[Run], level: Sequence[Run]) -> list[TestRow]:
    """The rows of cards that hold the range beside the result or under it."""
    drafts = []
    others = [r for r in level if r not in ranges]
    for below in sorted(ranges, key=lambda r: r.box[1]):
        names, result = _on_card(below, others)
        if names and result is not None and not _FIRST.match(names[0].text):
            held = {"name": _tokens(names[0]), "result": _tokens(result, _RESULT)}
            units = [r for r in others if is_unit(r.text) and _ends_above(below, r)]
            held |= {"unit": _tokens(units[0])} if units else {}
            rest = Token(names[1].text, names[1].chars) if len(names) > 1 else None
            drafts.append(Draft({**held, "reference": _tokens(below, _RANGE)}, rest))
    rows = [row for row in read_rows(drafts, _COLUMNS, flagged=prints_flags(drafts)) if row is not None]
    return rows if len(rows) >= LEAST_ROWS else []


def _on_card(below: Run, others: Sequence[Run]) -> tuple[Sequence[Run], Run | None]:
    """Name, on a line or two, and result of a card by its range: the result left of it or right above it.

    The name stands above the result at the same left edge, or left of a result that ends where its range
    ends, or of both at half their height.
    """
    left = [r for r in others if r.box[2] < below.box[0] and same_row(r, below)]
    result = left[0] if len(left) == 1 else None if left else _above(below, others)
    if result is not None and _FIRST.match(result.text):
        name = _above(result, others)
        return ([] if name is None else [name]), result
    ended = [r for r in others if _FIRST.match(r.text) and _ends_above(r, below)]
    before = [
        r
        for r in others
        if ended
        and r.box[2] < min(ended[-1].box[0], below.box[0])
        and (same_row(r, ended[-1]) or same_row(r, below))
    ]
    before.sort(key=lambda r: r.box[1])
    aligned = len(before) == 2 and abs(before[0].box[0] - before[1].box[0]) < IN_LINE * below.height
    return (before, ended[-1]) if len(before) == 1 or aligned else ((), None)


def _ends_above(run: Run, below: Run) -> bool:
    """Whether a text stands right above a range and ends where the range ends."""
    near = 0 < below.box[3] - run.box[3] < (BELOW + 1.0) * below.height
    return near and abs(run.box[2] - below.box[2]) < IN_LINE * below.height


def _parted(run: Run) -> list[Run]:
    """A result and the range behind it on one line (结果：5.6 参考值：3.9-6.1) as two texts."""
    found = _RANGE_BEHIND.search(run.text) if _RESULT.match(run.text) else None
    parts = (run.part(0, found.start()), run.part(found.start())) if found else (run,)
    return [p for p in parts if p is not None]


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


def _beside(name: Run, below: Run | None, runs: Sequence[Run]) -> dict[str, list[Token]]:
    """What stands right of a name or of its range: the one result there, its unit and its arrow.

    Empty where more than one text may be the result.
    """
    foot = below.box[3] + LOWER * below.height if below is not None else name.box[3] + name.height
    beside = [
        r
        for r in runs
        if r is not below
        and r.box[0] > name.box[2]
        and overlap(r.box[1], r.box[3], name.box[1], foot) > r.height / 2
        and not _NOISE.fullmatch(r.text)
    ]
    marks = [r for r in beside if _MARK.fullmatch(r.text)] if len(beside) > 1 else []
    units = [r for r in beside if is_unit(r.text)] if len(beside) > 1 else []
    results = [r for r in beside if _RESULT.match(r.text)]
    results = results or [r for r in beside if r not in marks and r not in units]
    if below is not None and len(results) == 2 and not units and same_row(results[1], below):
        units = [results.pop()]  # a % read as 96
    if len(results) != 1 or len(units) > 1 or len(marks) > 1:
        return {}
    held = {"result": _tokens(results[0], _RESULT)}
    held |= {"unit": _tokens(units[0])} if units else {}
    return {**held, "flag": _tokens(marks[0])} if marks else held


def _rest(below: Run, runs: Sequence[Run]) -> list[Token]:
    """What a range that breaks off goes on with on the next line: 缺乏：<20；充足： above >30."""
    if not _BROKEN.search(below.text):
        return []
    under = [
        r
        for r in runs
        if 0 < r.box[1] - below.box[1] < BELOW * below.height
        and abs(r.box[0] - below.box[0]) < IN_LINE * below.height
        and r.box[3] > below.box[3] + below.height / 2
    ]
    return _tokens(under[0]) if len(under) == 1 else []


def _tokens(run: Run, label: re.Pattern[str] | None = None) -> list[Token]:
    start = found.end() if label and (found := label.match(run.text)) else 0
    return [Token(m.group(), run.chars[m.start() : m.end()]) for m in _WORD.finditer(run.text, start)] or [
        Token(run.text[start:], run.chars[start:])
    ]
