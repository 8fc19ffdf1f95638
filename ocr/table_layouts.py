"""Where a table's columns run, told by what stands in them where heads stand off their cells.

Results set flush right stand nearer to the next head than to their own; units and abbreviations have
columns without a head. Stretches of the page that hold cells one below the other are given to the heads in
order, by what they hold and how far off their head they stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ocr.geometry import overlap
from ocr.table_heads import Block, Column, Head, Token
from ocr.values.quantities import is_unit

MOST_ACROSS = (0.12, 0.3)
"""Cells a line that may cross the room between two columns, names too long for their own: what first does."""
LEAST_ROOM = 0.25
"""Text heights between two columns."""
FAR, FARTHEST = 0.08, 8.0
"""What each text height between cells and their head costs, and from where on it costs no more."""
UNHEADED, EMPTY = 0.15, 0.6
"""What a column without a head costs, and a column without cells."""
SHARED = {"name": 0.9, "result": 0.5, "reference": 0.15}
"""What a second stretch of cells under one head costs: ranges fall into two at their dash."""
LEAST_CELLS = 0.15
"""Cells a line that a stretch must hold to be a column."""
_FAR_EDGE = 1e9
_FORMS: tuple[tuple[re.Pattern[str], Mapping[str, float]], ...] = (
    (re.compile(r"\d{1,2}[.、]?"), {"other": 0.7, "short": 0.7, "result": 0.8, "reference": 0.3}),
    (
        re.compile(r"[<>≤≥]?\d+(?:\.\d+)?(?:[↑↓HL]|[(（][-+±]{1,3}\d?[)）])?|1[:：]\d+"),
        {"result": 1.0, "reference": 0.5},
    ),
    (
        re.compile(
            r"\d[\d.]*%?(?:-{1,2}|[~～—–])\d[\d.]*\S*|[<>≤≥]=?\d[\d.]*\S*|(?:-{1,2}|[~～—–])\d*[\d.]*|neg|norm"
        ),
        {"reference": 1.0, "result": 0.3},
    ),
    (
        re.compile(
            r"弱?[阴阳]性(?:\(.*\))?|未见\S*|未检出|正常|[淡浅深]?黄色?|清晰?|\d?\+{1,4}|±|\(?[-+]{1,3}\)?"
        ),
        {"result": 0.9, "reference": 0.8, "flag": 0.3},
    ),
    (re.compile(r"[↑↓⬆⬇▲▼*]{1,3}|[HLt]"), {"flag": 1.0, "unit": 0.2}),
)
"""What cells look like, and how well each column suits them."""
_OF_UNITS = {"unit": 1.0, "reference": 0.6}
"""Units without a head stand behind ranges."""
_OF_NAMES = {"name": 1.0, "other": 0.5, "result": 0.3, "reference": 0.2, "flag": 0.1}
_OF_LETTERS = {"other": 0.7, "short": 0.8, "name": 0.6, "result": 0.3, "unit": 0.3}
_CJK = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Cells one below the other from ``left`` to ``right``; ``kinds``: how well each column suits them."""

    left: float
    right: float
    cells: int
    kinds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Place:
    """A column that stretches may belong to; ``head``: ``None`` where none is printed.

    ``kind``: what is to stand there, the column's name but for abbreviations (``short``).
    """

    block: int
    column: str
    head: Head | None
    kind: str


def laid_out(blocks: Sequence[Sequence[Head]], rows: Sequence[Sequence[Token]]) -> tuple[Block, ...]:
    """The tables with columns where their cells stand; none where these fit no order of the heads."""
    height = median([t.box[3] - t.box[1] for row in rows for t in row] or [1.0])
    places = [p for n, heads in enumerate(blocks) for p in _places(n, heads)]
    for most in MOST_ACROSS:
        stretches = _stretches(rows, height, most * len(rows))
        chosen = [places[at] for at in _assigned(stretches, places, height, len(rows))]
        found = _columns(len(blocks), stretches, chosen)
        if found and all({"name", "result"} <= {c.name for c in block} for block in found):
            return found
    return ()


def _columns(blocks: int, stretches: Sequence[_Stretch], places: Sequence[_Place]) -> tuple[Block, ...]:
    """The columns of the stretches at their places; they meet in the middle of the room between them."""
    held: list[tuple[_Place, float, float]] = []
    for stretch, place in zip(stretches, places, strict=True):
        if held and held[-1][0] is place:
            held[-1] = (place, held[-1][1], stretch.right)
        else:
            held.append((place, stretch.left, stretch.right))
    edges = [-_FAR_EDGE, *((a[2] + b[1]) / 2 for a, b in pairwise(held)), _FAR_EDGE]
    out: list[list[Column]] = [[] for _ in range(blocks)]
    for (place, left, right), (start, end) in zip(held, pairwise(edges), strict=True):
        again = any(c.name == place.column for c in out[place.block])
        name = "other" if again else place.column
        out[place.block].append(Column(name, start, end, left, (left + right) / 2))
    return tuple(tuple(b) for b in out)


def _places(n: int, heads: Sequence[Head]) -> list[_Place]:
    """The columns of a table in order: its heads', and those that are often printed without one."""
    named = {h.column for h in heads}
    out: list[_Place] = []
    for head in heads:
        if head.column == "name":
            out += [_Place(n, "other", None, "other"), _Place(n, "other", None, "short")]
        out.append(_Place(n, head.column, head, head.column))
        if head.column == "name":
            out.append(_Place(n, "other", None, "short"))
        if head.column in ("result", "reference") and "flag" not in named:
            out.append(_Place(n, "flag", None, "flag"))
        if head.column in ("result", "reference") and "unit" not in named:
            out.append(_Place(n, "unit", None, "unit"))
    return out


def _stretches(rows: Sequence[Sequence[Token]], height: float, most: float) -> list[_Stretch]:
    """The stretches of x that hold cells, parted where at most so many stand across."""
    tokens = [t for row in rows for t in row]
    cuts = sorted({x for t in tokens for x in (t.box[0], t.box[2])})
    spans: list[tuple[float, float]] = []
    for x0, x1 in pairwise(cuts):
        if sum(t.box[0] <= x0 and x1 <= t.box[2] for t in tokens) > most:
            if spans and x0 - spans[-1][1] < LEAST_ROOM * height:
                spans[-1] = (spans[-1][0], x1)
            else:
                spans.append((x0, x1))
    held: list[list[Token]] = [[] for _ in spans]
    for token in tokens:
        shares = [overlap(token.box[0], token.box[2], *span) for span in spans]
        if shares and max(shares) > 0:
            held[shares.index(max(shares))].append(token)
    return [
        _Stretch(*span, len(own), _kinds(own))
        for span, own in zip(spans, held, strict=True)
        if len(own) >= LEAST_CELLS * len(rows)
    ]


def _kinds(tokens: Sequence[Token]) -> dict[str, float]:
    total: dict[str, float] = {}
    for token in tokens:
        for column, share in _suits(token.text).items():
            total[column] = total.get(column, 0.0) + share / len(tokens)
    return total


def _suits(text: str) -> Mapping[str, float]:
    """How well each column suits what a cell holds, 0 to 1."""
    if is_unit(text) or text.startswith(("/", "×10", "10^")):
        return _OF_UNITS
    found = next((suits for form, suits in _FORMS if form.fullmatch(text)), None)
    return found or (_OF_NAMES if _CJK.search(text) else _OF_LETTERS)


def _assigned(
    stretches: Sequence[_Stretch], places: Sequence[_Place], height: float, lines: int
) -> list[int]:
    """For each stretch the number of its place, in order, at the least cost."""
    if not stretches or not places:
        return []
    missing = [EMPTY * lines if p.head and p.column in ("name", "result") else 0.0 for p in places]
    before = [0.0]
    for cost in missing:
        before.append(before[-1] + cost)
    worth = [[0.0] * len(places) for _ in stretches]
    came: list[list[int]] = [[0] * len(places) for _ in stretches]
    for i, stretch in enumerate(stretches):
        for j, place in enumerate(places):
            gain = _gain(stretch, place, height)
            if i == 0:
                worth[i][j] = gain - before[j]
                continue
            options = [
                worth[i - 1][k]
                - (before[j] - before[k + 1] if k < j else SHARED.get(place.column, 0.3) * stretch.cells)
                for k in range(j + 1)
            ]
            came[i][j] = max(range(j + 1), key=options.__getitem__)
            worth[i][j] = gain + options[came[i][j]]
    last = max(range(len(places)), key=lambda j: worth[-1][j] - (before[-1] - before[j + 1]))
    chosen = [last]
    for i in range(len(stretches) - 1, 0, -1):
        chosen.append(came[i][chosen[-1]])
    return chosen[::-1]


def _gain(stretch: _Stretch, place: _Place, height: float) -> float:
    suits = stretch.kinds.get(place.kind, 0.3 if place.kind == "other" else 0.0)
    if place.head is None:
        return stretch.cells * (suits - UNHEADED)
    off = max(place.head.box[0] - stretch.right, stretch.left - place.head.box[2], 0.0) / height
    return stretch.cells * (suits - FAR * min(off, FARTHEST))
