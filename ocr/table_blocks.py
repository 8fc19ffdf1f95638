"""The rows of tables side by side: which cells of a line stand in which column, and what each row says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from ocr.geometry import union
from ocr.table_borders import parted_at
from ocr.table_cells import STAR
from ocr.table_centred import with_centred_names
from ocr.table_edges import is_outside
from ocr.table_heads import Block, Token
from ocr.table_marks import is_star_beside
from ocr.table_references import with_loose_cells
from ocr.table_rows import Draft, TestRow, prints_flags, read_rows
from ocr.values.quantities import is_unit

Placed: TypeAlias = tuple[int, int, TestRow]
"""Number of the table, number of the line, row."""
LEAST_WRAPPED = 4
_SECTION = re.compile(
    r".*(?:标志物|检查|功能|分析|系列|项目|常规|五项|[一二三四五六七八九十两]项|全套|组合|测定类|因子|分型|镜检|沉渣)$"
    r"|血脂|血糖|电解质|肝功|肾功|心肌酶谱?|激素|免疫|凝血|离子|酶类|蛋白类|脂类|糖类|无机离子|血气|尿干化学|干化学"
)
"""The title of the tests that follow, on a line of its own between two rows."""
ASKEW = 0.6
"""Text heights that the rest of a name may begin left or right of its first line."""
_CJK = re.compile(r"[\u4e00-\u9fff]")
_REST_OF_NAME = re.compile(r"[\u4e00-\u9fff0-9A-Za-z()（）\-]{1,8}")


def read_blocks(
    rows: Sequence[Sequence[Sequence[Token]]], blocks: Sequence[Block], *, flagged: bool
) -> list[Placed]:
    """The rows of tables side by side, each of its own lines of cells."""
    placed = [_drafts(own, block) for own, block in zip(rows, blocks, strict=True)]
    flagged = flagged or any(prints_flags([d for _, d in drafts]) for drafts in placed)
    return [
        (n, line, row)
        for n, (block, drafts) in enumerate(zip(blocks, placed, strict=True))
        for (line, _), row in zip(
            drafts, read_rows([d for _, d in drafts], {c.name for c in block}, flagged=flagged), strict=True
        )
        if row is not None
    ]


def _drafts(rows: Sequence[Sequence[Token]], block: Block) -> list[tuple[int, Draft]]:
    """What the columns of one table hold on each line; what stands on none goes to the row it belongs to."""
    drafts: list[tuple[int, Draft]] = []
    loose: list[dict[str, list[Token]]] = []
    for line, held, rest in with_centred_names([cells_of(row, block) for row in rows]):
        if "name" in held and held.keys() & {"result", "verdict"}:
            drafts.append((line, Draft(held, rest)))
        elif drafts and _ends_name(drafts[-1][1], held):
            drafts[-1] = (drafts[-1][0], replace(drafts[-1][1], rest=held["name"][0]))
        elif "name" in held:
            drafts.append((line, Draft(held)))
        elif held and "result" not in held:
            loose.append(held)
    return with_loose_cells(drafts, loose)


def cells_of(row: Sequence[Token], block: Block) -> dict[str, list[Token]]:
    """What the columns of one table hold on a line."""
    held: dict[str, list[Token]] = {}
    results = [t for t in row if _column_of(t, block) == "result"]
    parts = [parted_at(t, block, unread=all(r is t for r in results)) for t in row]
    for token in (part for whole in parts for part in whole):
        column = _column_of(token, block)
        if column == "result" and any(is_star_beside(token, r) for r in results):
            held.setdefault("flag", []).append(Token(STAR, token.chars))
        elif column is not None and not is_outside(token, held.get(column, ()), column):
            held.setdefault(column, []).append(token)
    if len(names := held.get("name", ())) > 1:
        held["name"] = [t for t in names if not _is_strayed_unit(t, names)]
    return held


def _is_strayed_unit(token: Token, names: Sequence[Token]) -> bool:
    """Whether a text before a name is the unit of the table on its left: fL 单核细胞数."""
    before = any(t.box[0] > token.box[0] and _CJK.match(t.text) for t in names)
    return before and is_unit(token.text) and ("/" in token.text or token.text in ("fL", "fl", "pg", "%"))


def _ends_name(draft: Draft, held: dict[str, list[Token]]) -> bool:
    """Whether a line holds nothing but the rest of the name of the row above it."""
    name = draft.tokens.get("name", ())
    if [*held] != ["name"] or len(held["name"]) != 1 or draft.rest or len(draft.tokens) < 2:
        return False
    rest, box = held["name"][0], union([t.box for t in draft.used()])
    height = box[3] - box[1]
    under = 0.2 * height < rest.box[1] - box[1] < 1.8 * height
    long = sum(len(t.text) for t in name) >= LEAST_WRAPPED
    aligned = abs(rest.box[0] - min(t.box[0] for t in name)) < ASKEW * height
    titled = _SECTION.fullmatch(rest.text) is not None or (not aligned and len(rest.text) > LEAST_WRAPPED)
    return under and long and not titled and _REST_OF_NAME.fullmatch(rest.text) is not None


def _column_of(token: Token, block: Block) -> str | None:
    """The column that holds most of the token's width."""
    best, share = None, 0.0
    for column in block:
        held = min(token.box[2], column.right) - max(token.box[0], column.left)
        if held > share:
            best, share = column.name, held
    return best if share > 0.5 * (token.box[2] - token.box[0]) else None
