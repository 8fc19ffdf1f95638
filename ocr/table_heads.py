"""The heads of a test report's columns: which words name which column, and where its columns run.

A head may be set wide (项    目), carry a note in brackets (结果(mmol/L)), or be read as one with its
neighbour (序代号); reports print two or three tables side by side.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ocr.geometry import overlap, union
from ocr.loose_heads import loose_parts, may_be_loose
from ocr.types import Box, Char
from ocr.values.text import fold
from ocr.vocabulary import read_vocabulary

_HEADS: Mapping[str, str] = read_vocabulary("columns.yaml")
_COLUMN = {fold(word).upper(): column for column, words in _HEADS.items() for word in words.split()}
_NOTE = re.compile(r"[(\[][^()\[\]]*[)\]]?$")
_SHORT_NAMES = frozenset(
    {"代号", "缩写", "英文缩写", "英缩", "简称", "英文名称", "英文", "项目代号", "项目代码", "英文名"}
)
_FAR = 1e9
_GLUED = ("结果提示参考", "结果标志参考", "结果状态参考")
"""Heads of results, marks and ranges printed without a space: no word for the mark alone, 结果提示."""
FEW_HEADS = 4
"""So many heads, numbers and abbreviations among them, are a table's beside one word that is none."""
NEAR = 3.0
"""Text heights that two heads of one column (项目 Item) may stand apart."""


@dataclass(frozen=True, slots=True)
class Token:
    """Characters of a row without a space between them; ``box`` is the upright rectangle around them."""

    text: str
    chars: tuple[Char, ...]
    box: Box = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.chars:
            object.__setattr__(self, "box", union([c.box for c in self.chars]))


@dataclass(frozen=True, slots=True)
class Head:
    """One head: its column's name (``name``, ``result``, ``verdict``, ``concentration``, ``zone``, ``unit``,
    ``reference``, ``flag``, ``other``) and where it stands."""

    column: str
    box: Box


@dataclass(frozen=True, slots=True)
class Column:
    """A column between two edges, in pixels; ``start`` and ``centre`` are its head's."""

    name: str
    left: float
    right: float
    start: float
    centre: float


Block = tuple[Column, ...]
"""The columns of one table of those that stand side by side."""


def find_heads(row: Sequence[Token]) -> tuple[Head, ...]:
    """The columns that a row names, left to right; empty unless a name and a result column stand there.

    Two columns alone (抗菌药物, 药敏结果) are a table's head where the row holds nothing else.
    """
    tokens = _whole(row)
    sure = [h.column for token in tokens for h in _of_token(token)]
    loose, named_all = may_be_loose(sure), sure.count("name") >= sure.count("result")
    heads = [_of_token(token) or _loose(token, named_all) if loose else _of_token(token) for token in tokens]
    found = _merged([head for own in heads for head in own])
    if not any(h.column == "name" for h in found):
        found = _short_names(tokens, found)
    names = {h.column for h in found}
    known = [h for h in found if h.column != "other"]
    named = sum(map(bool, heads))
    if "name" not in names or not names & {"result", "verdict"}:
        return ()
    all_but_one = len(found) >= FEW_HEADS and named == len(tokens) - 1  # 序号 项目 缩写 结果, and a cut word
    if (len(known) >= 3 and named > len(tokens) / 2) or named == len(tokens) or all_but_one:
        return tuple(found)
    return ()


def _loose(token: Token, named_all: bool) -> list[Head]:
    """The heads that a token is by its ending; no names where each table has its own: 标本名称."""
    found = _of_token(token, loose=True)
    return [Head("other", h.box) if named_all and h.column == "name" else h for h in found]


def _short_names(tokens: Sequence[Token], heads: Sequence[Head]) -> list[Head]:
    """The heads with a column of abbreviations as that of the names, where a report prints nothing else."""
    short = {t.box for t in tokens if _word(t.text) in _SHORT_NAMES}
    return [Head("name", h.box) if h.box in short else h for h in heads]


def columns_of(word: str) -> tuple[str, ...]:
    """The columns that a text without spaces names as their head; none where it is no head.

    >>> columns_of("参考区间"), columns_of("No项目"), columns_of("血糖")
    (('reference',), ('other', 'name'), ())
    """
    return tuple(column for _, column in _parts(_word(word)))


def right_edge(row: Sequence[Token], heads: Sequence[Head]) -> float:
    """Where a text behind the last head begins that is no head: what stands below it is no cell."""
    last = heads[-1].box
    height = last[3] - last[1]
    behind = [
        t.box[0]
        for t in _whole(row)
        if t.box[0] > last[2]
        and not _of_token(t)
        and overlap(t.box[1], t.box[3], last[1], last[3]) > height / 2
    ]
    return min(behind) - height / 2 if behind else _FAR


def tables_of(heads: Sequence[Head]) -> list[list[Head]]:
    """The heads of each of the tables side by side: a new one begins where the name's column comes again."""
    groups: list[list[Head]] = [[]]
    for head in heads:
        seen = {h.column for h in groups[-1]}
        again = head.column == "name" or (head.column != "other" and "name" not in seen)
        if again and head.column in seen:
            groups.append([])
            while groups[-2] and groups[-2][-1].column == "other":
                groups[-1].insert(0, groups[-2].pop())
        groups[-1].append(head)
    return [g for g in groups if g]


def blocks_of(heads: Sequence[Head], right: float = _FAR) -> tuple[Block, ...]:
    """The columns of tables side by side.

    They meet in the middle between their heads' centres; two tables at the left edge of the second's first
    head.
    """
    groups = tables_of(heads)
    columns = [(n, h) for n, g in enumerate(groups) for h in g]
    edges = [-_FAR]
    for (one, left), (other, behind) in pairwise(columns):
        box = behind.box
        edges.append(box[0] - (box[3] - box[1]) if one != other else (_centre(left) + _centre(behind)) / 2)
    edges.append(right)
    blocks: list[list[Column]] = [[] for _ in groups]
    for (n, head), (left_edge, right_edge_) in zip(columns, pairwise(edges), strict=True):
        name = "other" if any(c.name == head.column for c in blocks[n]) else head.column
        blocks[n].append(Column(name, left_edge, right_edge_, head.box[0], _centre(head)))
    return tuple(tuple(b) for b in blocks)


def _centre(head: Head) -> float:
    return (head.box[0] + head.box[2]) / 2


def _whole(row: Sequence[Token]) -> list[Token]:
    """The tokens of a row, with heads set wide (项    目) joined."""
    whole: list[Token] = []
    for token in row:
        before = whole[-1] if whole else None
        split = before is not None and len(token.text) == 1 and not _parts(_word(before.text))
        if before is not None and split and _parts(_word(before.text + token.text)):
            whole[-1] = Token(before.text + token.text, before.chars + token.chars)
        else:
            whole.append(token)
    return whole


def _of_token(token: Token, *, loose: bool = False) -> list[Head]:
    """The heads that a token is: mostly one, two where they were read as one (序代号).

    ``loose``: heads beside it are sure.
    """
    found, at, word = [], 0, _word(token.text)
    for length, column in _parts(word) or (loose_parts(word, _parts) if loose else ()):
        chars = token.chars[at : at + length]
        at += length
        if chars:
            found.append(Head(column, union([c.box for c in chars])))
    return found


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[tuple[int, str], ...]:
    """Length and column of each head that ``word`` is made of; none where it is not all heads.

    >>> _parts("序代号"), _parts("参考值(成人)"), _parts("结果描述")
    (((1, 'other'), (2, 'other')), ((7, 'reference'),), ())
    """
    if word in _COLUMN:
        return ((len(word), _COLUMN[word]),)
    if (bare := _NOTE.sub("", word)) != word and bare in _COLUMN:
        return ((len(word), _COLUMN[bare]),)
    if word.startswith(_GLUED) and (rest := _parts(word[len("结果") :])):
        return ((len("结果"), "result"), *rest)
    for length in range(len(word) - 1, 0, -1):
        if word[:length] in _COLUMN and (rest := _parts(word[length:])):
            return ((length, _COLUMN[word[:length]]), *rest)
    return ()


def _word(text: str) -> str:
    return fold(text).upper().strip(":.·*")


def _merged(heads: Sequence[Head]) -> list[Head]:
    """Heads with those joined that name one column twice, close together: 项目 Item."""
    out: list[Head] = []
    for head in heads:
        near = out and head.box[0] - out[-1].box[2] < NEAR * (head.box[3] - head.box[1])
        if near and out[-1].column == head.column != "other":
            out[-1] = Head(head.column, union([out[-1].box, head.box]))
        else:
            out.append(head)
    return out
