"""Reference ranges set over several lines of one cell: 男：30-400 above 女：13-150.

The lines of such a cell stand above and below the middle of their row, so that each, and sometimes the unit
beside them, is found as a line of its own without a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ocr.table_heads import Token
from ocr.table_rows import Draft
from ocr.values.quantities import is_unit

NEAR = 1.4
"""Text heights between a row's middle and that of a line of its reference, at most."""
BESIDE = 0.7
"""The same of a cell that stands on the row itself, found a little out of line."""
_LABELLED = re.compile(
    r"[男女]|岁|吸烟|成人|成年|儿童|新生儿|婴|孕|妊娠|卵泡|黄体|排卵|绝经|期|天|周|月|阴性|阳性|正常|可疑|临界|缺乏|不足|充足|[:：]"
)
"""What the lines of one cell are told apart by; bare ranges on two lines are two rows'."""


def with_loose_cells(
    drafts: Sequence[tuple[int, Draft]], loose: Iterable[Mapping[str, Sequence[Token]]]
) -> list[tuple[int, Draft]]:
    """The rows with what stands on lines without a name, and references in the order of their lines."""
    out = [*drafts]
    for held in loose:
        for stood, tokens in held.items():
            at, apart = _nearest(tokens[0], out)
            # 10^12/L set below its range
            column = "unit" if stood == "reference" and all(is_unit(t.text) for t in tokens) else stood
            if at is not None and _belongs(column, tokens, out[at][1], apart):
                line, draft = out[at]
                joined = [*draft.tokens.get(column, ()), *tokens]
                out[at] = (line, replace(draft, tokens={**draft.tokens, column: joined}))
    return [(line, _in_order(draft)) for line, draft in out]


def _nearest(token: Token, drafts: Sequence[tuple[int, Draft]]) -> tuple[int | None, float]:
    """The row whose cell nearest to the token's left or right is least far up or down, in text heights."""
    best, apart = None, NEAR
    for at, (_, draft) in enumerate(drafts):
        cells = [t for column in ("name", "result", "unit") for t in draft.tokens.get(column, ())]
        if not cells:
            continue
        beside = min(cells, key=lambda t: abs(t.box[0] - token.box[0]))
        off = abs(_middle(beside) - _middle(token)) / max(token.box[3] - token.box[1], 1.0)
        if off < apart:
            best, apart = at, off
    return best, apart


def _belongs(column: str, tokens: Sequence[Token], draft: Draft, apart: float) -> bool:
    """Whether a loose cell is the row's: a further line of its reference, or a cell that the row lacks."""
    own = draft.tokens.get(column, ())
    if not {"name", "result"} <= draft.tokens.keys():
        return False
    if column == "reference" and _is_labelled(tokens) and (_is_labelled(own) or not own):
        return True
    return column in ("unit", "reference", "flag") and not own and apart < BESIDE


def _is_labelled(tokens: Sequence[Token]) -> bool:
    return any(_LABELLED.search(t.text) for t in tokens)


def _in_order(draft: Draft) -> Draft:
    """The row with the words of its reference line by line, where it has more lines than one."""
    reference = draft.tokens.get("reference", ())
    if len(reference) < 2 or not _is_labelled(reference):
        return draft
    height = max(min(t.box[3] - t.box[1] for t in reference), 1.0)
    lines: list[list[Token]] = []
    for token in sorted(reference, key=_middle):
        if lines and _middle(token) - _middle(lines[-1][-1]) < height / 2:
            lines[-1].append(token)
        else:
            lines.append([token])
    words = [t for line in lines for t in sorted(line, key=lambda t: t.box[0])]
    return replace(draft, tokens={**draft.tokens, "reference": words})


def _middle(token: Token) -> float:
    return (token.box[1] + token.box[3]) / 2
