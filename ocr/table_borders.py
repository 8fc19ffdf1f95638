"""Where one column of a table ends and the next begins, and cells that run over such a border."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ocr.reliance import LOOSELY, bounded
from ocr.table_heads import Block, Column, Token
from ocr.types import Box

_CJK = re.compile(r"[\u4e00-\u9fff)）]")
_LETTER = re.compile(r"[A-Za-z%#].|.[A-Za-z%#]")
_NUMBER_BEHIND = re.compile(
    r"(?<=[\u4e00-\u9fff)）])(?<!抗原)(?<!补体)(?<!介素)(?<!病毒)(?<!角蛋白)(?<!附睾蛋白)(?<!素原)(?<!维生素)"
    r"(?:[<>≤≥]?\d+\.\d+|[<>≤≥]\d+|(?<=[数率值量比积度)）])\d+)[↑↓HL]?$"
    r"|(?<=[\u4e00-\u9fff)）])(?<!不)(?:弱?[阴阳]性|未检出|未见|正常)(?:[(（][-+±]+[)）])?$"
)
"""A result glued to its name. A whole number may be the name's own (细胞角蛋白19, 糖类抗原125), unless such
a word ends the name that no number of its own follows: 血小板计数201.
"""
MOST_ACROSS = 0.3
"""Texts a row that may cross a border between two columns; with more, the heads' middle stands."""
_ALWAYS = frozenset({"result", "reference"})
LEAST_HELD = 0.5
"""Texts a row that these columns hold at least, wherever their heads stand."""
FEW = 0.3
"""Share of those that count as none when the widest gap is looked for."""


def fitted(blocks: Sequence[Block], rows: Sequence[Sequence[Token]]) -> tuple[Block, ...]:
    """The tables with their columns' borders moved to where the rows leave room between two heads.

    The border of two tables moves only where many texts cross it: row numbers without a head stand there.
    """
    boxes = [t.box for row in rows for t in row]
    columns = [(n, c) for n, block in enumerate(blocks) for c in block]
    edges = [c.left for _, c in columns] + [columns[-1][1].right]
    for at, ((one, left), (other, right)) in enumerate(pairwise(columns), 1):
        across = sum(b[0] < edges[at] < b[2] for b in boxes)
        if one == other or across > MOST_ACROSS * len(rows):
            end = right.centre if one == other else right.start
            gaps = _gaps(boxes, left.centre, end, MOST_ACROSS * len(rows))
            held = [g for g in gaps if _is_held(boxes, g[1], edges[at + 1], LEAST_HELD * len(rows))]
            widest = max(held if right.name in _ALWAYS and held else gaps, key=_width, default=None)
            edges[at] = edges[at] if widest is None else (widest[0] + widest[1]) / 2
    out: list[list[Column]] = [[] for _ in blocks]
    for at, (n, column) in enumerate(columns):
        out[n].append(replace(column, left=edges[at], right=edges[at + 1]))
    return tuple(tuple(b) for b in out)


def parted_at(token: Token, block: Block, *, unread: bool) -> tuple[Token, ...]:
    """The token, in two where it runs over a border and changes its script there: HbA1c糖化血红蛋白.

    Also where a number begins behind the border, never sure: 中性粒细胞百分数77.2. ``unread``: nothing else
    of the row stands in the column of results.
    """
    box = token.box
    height = box[3] - box[1]
    for column in block[1:]:
        if box[0] + height < column.left < box[2] - height:
            number = _NUMBER_BEHIND.search(token.text) if unread else None
            begun = token.chars[number.start()].box[0] if number else 0.0
            if number and column.name == "result" and column.left - height / 2 < begun:
                at = number.start()
                doubted = tuple(replace(c, confidence=bounded(c.confidence, LOOSELY)) for c in token.chars)
                return Token(token.text[:at], token.chars[:at]), Token(token.text[at:], doubted[at:])
            turns = [
                n
                for n in range(1, len(token.chars))
                if bool(_CJK.match(token.text[n])) != bool(_CJK.match(token.text[n - 1]))
                and _LETTER.match(token.text[n] + token.text[n - 1])
                and abs(token.chars[n].box[0] - column.left) < height
            ]
            if turns:
                at = min(turns, key=lambda n: abs(token.chars[n].box[0] - column.left))
                return (
                    Token(token.text[:at], token.chars[:at]),
                    Token(token.text[at:], token.chars[at:]),
                )
    return (token,)


def _gaps(boxes: Sequence[Box], left: float, right: float, most: float) -> list[tuple[float, float]]:
    """The stretches from ``left`` to ``right`` that hardly any text crosses; none where many cross all."""
    inside = [(max(b[0], left), min(b[2], right)) for b in boxes if b[0] < right and b[2] > left]
    if not inside or left >= right:
        return []
    cuts = sorted({left, right, *(x for span in inside for x in span)})
    crossed = [sum(a <= x0 and x1 <= b for a, b in inside) for x0, x1 in pairwise(cuts)]
    fewest = min(crossed)
    if fewest > most:
        return []
    few = max(fewest, most * FEW)
    return _joined([span for span, n in zip(pairwise(cuts), crossed, strict=True) if n <= few])


def _width(span: tuple[float, float]) -> float:
    return span[1] - span[0]


def _is_held(boxes: Sequence[Box], left: float, right: float, least: float) -> bool:
    """Whether so many texts stand between two borders: 7-40 far left of its head 参考区间, not behind it."""
    return sum(left <= (b[0] + b[2]) / 2 < right for b in boxes) >= least


def _joined(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for x0, x1 in spans:
        if out and out[-1][1] == x0:
            out[-1] = (out[-1][0], x1)
        else:
            out.append((x0, x1))
    return out
