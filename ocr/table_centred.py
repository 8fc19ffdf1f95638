"""Names of two lines in a row whose other cells are set at half their height, as ruled tables centre them.

    高密度脂蛋白胆
                     1.18   >1.04   mmol/L
    固醇

The first line is no end of the row above, nor is the middle one a row without a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ocr.geometry import union
from ocr.table_heads import Token

Held = dict[str, list[Token]]
"""What the columns of one table hold on a line."""
LEAST_SHARED = 0.15
"""Share of its height by which the upper line of a name reaches down beside the row's other cells."""
LONGEST_REST = 10
CENTRED = 0.3
"""Heights of a name's line that its two lines' middle may stand off that of the row's other cells."""
_REST = re.compile(r"[\u4e00-\u9fff0-9A-Za-z()（）\-/]+")


def with_centred_names(lines: Sequence[Held]) -> list[tuple[int, Held, Token | None]]:
    """Each line's number, its cells, and the lower line of its name where that was set about the others."""
    found: list[tuple[int, Held, Token | None]] = []
    numbered = [(n, held) for n, held in enumerate(lines) if held]
    at = 0
    while at < len(numbered):
        line, held = numbered[at]
        below = numbered[at + 1] if at + 1 < len(numbered) else None
        if below is not None and _is_split(held, below[1]):
            found.append((below[0], {**below[1], "name": held["name"]}, below[1]["name"][0]))
            at += 2
            continue
        if below is None or not _is_upper(held, below[1]):
            found.append((line, held, None))
            at += 1
            continue
        whole = {**below[1], "name": held["name"]}
        after = numbered[at + 2][1] if at + 2 < len(numbered) else {}
        rest = after["name"][0] if _is_lower(after, held, below[1]) else None
        found.append((below[0], whole, rest))
        at += 2 if rest is None else 3
    return found


def _is_upper(held: Mapping[str, Sequence[Token]], below: Mapping[str, Sequence[Token]]) -> bool:
    """Whether a line holds but a name that reaches down beside cells that have none."""
    if [*held] != ["name"] or "name" in below or "result" not in below:
        return False
    name, cell = union([t.box for t in held["name"]]), union([t.box for t in below["result"]])
    shared, height = name[3] - cell[1], name[3] - name[1]
    return LEAST_SHARED * height < shared < height


def _is_split(upper: Mapping[str, Sequence[Token]], below: Mapping[str, Sequence[Token]]) -> bool:
    """Whether the lower line of a name was found on the row of the cells, and both stand about its middle."""
    if [*upper] != ["name"] or not {"name", "result"} <= below.keys() or len(below["name"]) != 1:
        return False
    first, rest = union([t.box for t in upper["name"]]), below["name"][0].box
    cell = union([t.box for t in below["result"]])
    height = first[3] - first[1]
    shared = first[3] - cell[1]
    centred = abs((first[1] + rest[3] - cell[1] - cell[3]) / 2) < CENTRED * height
    aligned = abs(rest[0] - first[0]) < height and rest[1] > first[3] - height / 2
    text = below["name"][0].text
    short = len(text) <= LONGEST_REST and _REST.fullmatch(text) is not None
    return LEAST_SHARED * height < shared < height and centred and aligned and short


def _is_lower(
    after: Mapping[str, Sequence[Token]],
    upper: Mapping[str, Sequence[Token]],
    middle: Mapping[str, Sequence[Token]],
) -> bool:
    """Whether a line holds but the short rest of the name, under its first line and beside the cells."""
    if [*after] != ["name"] or len(after["name"]) != 1:
        return False
    rest, name = after["name"][0], union([t.box for t in upper["name"]])
    cell = union([t.box for t in middle["result"]])
    height = name[3] - name[1]
    beside = rest.box[1] < cell[3] and rest.box[1] > name[3] - height / 2
    aligned = abs(rest.box[0] - name[0]) < height
    return beside and aligned and len(rest.text) <= LONGEST_REST and _REST.fullmatch(rest.text) is not None
