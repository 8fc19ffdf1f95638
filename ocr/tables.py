"""Rows of a test report, read by the heads of its columns, ruled or not, one block or two side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from ocr.headless_tables import read_headless
from ocr.known_tests import read_known_tests
from ocr.label_words import STOP
from ocr.labels import find_labels
from ocr.layout import Run, same_row
from ocr.listed_rows import read_listed_rows
from ocr.measured_lines import read_measured_lines
from ocr.mixed_rows import are_sound
from ocr.table_edges import ruled_edge
from ocr.table_foot import is_foot
from ocr.table_glued import unglued, without_rules
from ocr.table_heads import Head, Token, columns_of, find_heads, right_edge
from ocr.table_margin import left_edge, without_margin
from ocr.table_marks import MARK
from ocr.table_readings import best_reading
from ocr.table_rows import TestRow
from ocr.unnamed_heads import heads_without_name, unit_in_head, with_unit
from ocr.values.text import fold

_END = re.compile(
    r"^(备注|检验者|检验师|审核者|审核|报告时间|报告日期|打印时间|本报告|注[:：]|说明|声明|采样时间|采集时间|接收时间|检验日期|结果解释|建议|以下空白|检验人|核对者|操作者|临床诊断|检验仪器|第\d+页"
    r"|批准人|报告人|送检日期|送检时间|此报告|此结果|本结果|结果仅供|本检验|药敏试验|专家评语|评语|实验室|耐药提示|耐药表型|危急值|超声描述|超声所见|检查所见|诊断意见|超声提示)"
)
_RANGE = re.compile(r"\s*(?:[<>≤≥＜＞]|\d[\d.]*\s?(?:-{1,2}|[~～—])\s?\d)")
"""What stands behind 吸烟者：: a line of a reference, and no foot."""
_WORD = re.compile(r"\S(?:(?!(?<=[↑↓⬆⬇▲△▼▽])[A-Za-zμ%]|(?<=\d[↑↓⬆⬇])\d)\S)*")
"""What spaces part, and a unit or range that follows an arrow at once: 45▲U/L, 3.90↓4.00~10.00."""
_STACK = re.compile(r"[%↑↓HL+\s]{2,}")
SAME_ROW = 0.5
"""Text heights that two runs of one row may stand apart, the page's lean taken off."""
TILTED = 0.25
"""Text heights from which on the ends of a line stand at heights of their own."""
LEAST_STEPS = 8
ROWS_APART = 4.0
"""The table ends where the next row is farther than this many row heights."""


@dataclass(frozen=True, slots=True)
class Table:
    """The heads of tables side by side, the lines of cells below them, and where the last one ends.

    ``line``: the heads' own number; ``unit``: that of all results, where a head tells it.
    """

    line: int
    heads: tuple[Head, ...]
    body: list[list[Token]]
    right: float
    unit: str | None


def read_test_rows(runs: Sequence[Run], *, flagged: bool = False) -> tuple[TestRow, ...]:
    """The rows under every table head on the page; where there is no head, those of plain measurements.

    ``flagged``: papers of this kind mark what lies outside its range, whether or not the mark was read.
    """
    rows = lines_of(runs)
    found: list[tuple[TestRow, tuple[int, int], tuple[int, int]]] = []
    for table in tables_on(runs, rows):
        found += [
            (with_unit(row, table.unit), (table.line, n), (line, n))
            for n, line, row in best_reading(table.body, table.heads, table.right, flagged=flagged)
        ]
    found.sort(key=lambda f: (f[1][0], f[2]))
    sound = are_sound([row.values for row, _, _ in found], [owner for _, owner, _ in found])
    kept = tuple(row for (row, _, _), ok in zip(found, sound, strict=True) if ok)
    if kept or found:
        return kept
    listed = read_listed_rows(runs) or read_known_tests(rows) or read_measured_lines(rows, tests=flagged)
    return tuple(listed or (read_headless(rows) if flagged else ()))


def lines_of(runs: Sequence[Run]) -> list[list[Token]]:
    """The page's lines of text, marks stacked over several of them each on its own."""
    return rows_of([part for r in runs for part in ([r] if not r.vertical else _stacked(r))])


def tables_on(runs: Sequence[Run], rows: Sequence[Sequence[Token]]) -> Iterator[Table]:
    """The tables with heads among a page's lines of text, top to bottom."""
    at = 0
    while at < len(rows):
        heads, most = heads_without_name(rows, at)
        if not heads and not find_heads(rows[at]):
            at += 1
            continue
        row, line = (rows[at], at) if heads else _with_strayed_heads(rows, at)
        heads = heads or find_heads(row)
        right = right_edge(row, heads)
        right = min(right, ruled_edge(runs, heads[-1]) or right)
        left = left_edge(rows[line + 1 :], heads)
        at, last = line + 1, row
        while at < len(rows):
            inside = without_margin(rows[at], left)
            if inside and not _is_beside(inside, right):
                if _is_end(inside, last) or find_heads(rows[at]):
                    break
                last = inside
            at += 1
        body = [without_margin(r, left) for r in rows[line + 1 : line + 1 + most if most else at]]
        yield Table(line, heads, body, right, unit_in_head(row))


def _with_strayed_heads(rows: Sequence[Sequence[Token]], at: int) -> tuple[Sequence[Token], int]:
    """The row of heads with those that a bend of the page set on a row of their own, and its last row."""
    row, last = list(rows[at]), at
    height = median(t.box[3] - t.box[1] for t in row)
    for beside in (at - 1, at + 1):
        if not 0 <= beside < len(rows) or not all(columns_of(t.text) for t in rows[beside]):
            continue
        nearest = min(abs(t.box[1] - other.box[1]) for t in rows[beside] for other in row)
        if nearest < height:
            row += rows[beside]
            last = max(last, beside)
    row.sort(key=lambda t: t.box[0])
    return (row, last) if find_heads(row) else (rows[at], at)


def rows_of(runs: Sequence[Run]) -> list[list[Token]]:
    """Runs by rows, top to bottom; a page that leans, or a row that bends, is followed from run to run."""
    lean = _lean(runs)
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: _middle(r) - lean * r.box[0]):
        for row in rows[-3:]:
            tall = [r for r in row if r.height > MARK * run.height] or row
            nearest = min(tall, key=lambda r: abs(r.box[0] - run.box[0]))
            apart = _apart(run, nearest, lean)
            lower, higher = sorted((run.height, nearest.height))
            if apart < SAME_ROW * (higher if lower < MARK * higher else lower):
                row.append(run)
                break
        else:
            rows.append([run])
    return [sorted((t for r in row for t in _tokens(r)), key=lambda t: t.box[0]) for row in rows]


def _stacked(run: Run) -> list[Run]:
    """The marks of several rows that were found as one line going down: %%%, ↑↓↑."""
    if not _STACK.fullmatch(run.text):
        return []
    parts = (run.part(at, at + 1) for at in range(len(run.text)))
    return [replace(p, vertical=False) for p in parts if p is not None]


def _middle(run: Run) -> float:
    return (run.box[1] + run.box[3]) / 2


def _apart(run: Run, other: Run, lean: float) -> float:
    """How far one run stands over or under another, the lean taken off; of tilted lines the near ends."""
    left, right = sorted((run, other), key=lambda r: r.box[0])
    if left.box[2] > right.box[0] or _tilt(left) < TILTED * left.height:
        return abs(_middle(run) - _middle(other) - lean * (run.box[0] - other.box[0]))
    end, begin = left.chars[-1].box, right.chars[0].box
    return abs((begin[1] + begin[3] - end[1] - end[3]) / 2 - lean * (begin[0] - end[2]))


def _tilt(run: Run) -> float:
    """How far a line's last character stands above or below its first, in pixels."""
    first, last = run.chars[0].box, run.chars[-1].box
    return abs(first[1] + first[3] - last[1] - last[3]) / 2


def _lean(runs: Sequence[Run]) -> float:
    """How far rows sink from left to right, in pixels a pixel: the usual step from a run to its neighbour."""
    steps = []
    for run in runs:
        behind = [r for r in runs if r.box[0] >= run.box[2] and same_row(run, r)]
        if behind:
            nearest = min(behind, key=lambda r: r.box[0])
            steps.append((_middle(nearest) - _middle(run)) / max(nearest.box[0] - run.box[0], 1.0))
    return median(steps) if len(steps) >= LEAST_STEPS else 0.0


def _tokens(run: Run) -> list[Token]:
    words = (Token(m.group(), run.chars[m.start() : m.end()]) for m in _WORD.finditer(run.text))
    return [part for word in words for parted in without_rules(word) for part in unglued(parted)]


def _is_beside(row: Sequence[Token], right: float) -> bool:
    """Whether a line stands wholly right of the table."""
    return bool(row) and min(t.box[0] for t in row) > right


def _is_end(row: Sequence[Token], previous: Sequence[Token]) -> bool:
    if not row:
        return True
    height = median(t.box[3] - t.box[1] for t in row)
    gap = min(t.box[1] for t in row) - max(t.box[3] for t in previous)
    text = row[0].text
    labelled = any(
        h.colon and not (h.concept == STOP and _RANGE.match(text[h.end :])) for h in find_labels(text)
    )
    ended = _END.match(fold(row[0].text)) or is_foot([t.text for t in row])
    return gap > ROWS_APART * height or labelled or bool(ended)
