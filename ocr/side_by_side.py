"""Two people's particulars side by side: 委托人 at the left, 受托人 at the right, each with labels.

What is read across such blocks, row by row, puts the name and number of one behind the head of the other.
They are told by the heads on one row and by labels that stand twice on the rows below them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ocr.label_words import AGENT_WORDS
from ocr.layout import Run
from ocr.reading_order import rows_of
from ocr.values.text import fold

Role: TypeAlias = Literal["patient", "agent"]
PATIENT_WORDS = r"委托人|甲方|授权人|委托方|患者|病人|参保人员?|参保患者|申请人|申请者|被保险人|承诺人"
AGENTS = rf"{AGENT_WORDS}|经办人员?"
_ITEM = r"(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．:：]\s*)?"
_HEAD = re.compile(
    rf"{_ITEM}(?:(?P<patient>{PATIENT_WORDS})|(?P<agent>{AGENTS}))(?:[(（][^()（）]{{1,12}}[)）])?"
    r"(?:的?(?:基本|个人|身份|有关)?(?:情况|信息|资料)|姓名|签[名字章]|盖章|$|[:：])"
)
"""委托人（参保人）, 甲方：李建国, 受托人信息, 代办人姓名 王芳, 委托人签字."""
_LABEL = re.compile(
    r"(?:姓名|性别|年龄|民族|出生|(?:居民|公民)?身份证?|证件|联系|电话|手机|(?:家庭|联系|现|常|通[讯信]|居)?(?:地址|住址|住所)"
    r"|工作单位|单位|职业|与|关系|签[名字章]|日期|\d{0,4}年)"
)
_GAP = 4.0
"""Text heights between one row of a block and the next, at most."""
_INTO = 1.0
"""Text heights that a line may reach over the middle."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Two blocks side by side: their rows, heads first, the x that parts them, and whose each one is."""

    rows: tuple[tuple[Run, ...], ...]
    middle: float
    left: Role
    right: Role

    def role_of(self, label: Run) -> Role | None:
        """Whose block a label stands in; ``None`` outside of both and on the heads' own row."""
        top = max(r.box[3] for r in self.rows[0]) - 0.5 * label.height
        bottom = max(r.box[3] for r in self.rows[-1])
        centre = (label.box[1] + label.box[3]) / 2
        if not top < centre < bottom:
            return None
        return self.left if label.box[0] < self.middle - _INTO * label.height else self.right


def blocks_on(runs: Sequence[Run]) -> list[Blocks]:
    """All pairs of such blocks on a page, top to bottom."""
    rows = rows_of(runs)
    found: list[Blocks] = []
    taken = 0
    for n, row in enumerate(rows):
        heads = [(r, role) for r in row if (role := _role_at_head(r)) is not None]
        if n < taken or len(heads) != 2 or heads[0][1] == heads[1][1]:
            continue
        (_, left), (second, right) = heads
        middle = second.box[0]
        held = [tuple(row), *_rows_below(rows[n:], middle)]
        if any(_twice(below, middle) for below in held[1:3]):
            found.append(Blocks(tuple(held), middle, left, right))
            taken = n + len(held)
    return found


def column_by_column(runs: Sequence[Run]) -> list[Run]:
    """Runs row by row, but two people's blocks one after the other, each from its head on."""
    blocks = blocks_on(runs)
    firsts = {id(b.rows[0][0]): b for b in blocks}
    held = {id(r) for b in blocks for row in b.rows for r in row}
    ordered: list[Run] = []
    for row in rows_of(runs):
        block = firsts.get(id(row[0]))
        if block is not None:
            inside = [r for row in block.rows for r in row]
            edge = block.middle - _INTO * block.rows[0][0].height
            ordered += [r for r in inside if r.box[0] < edge]
            ordered += [r for r in inside if r.box[0] >= edge]
        ordered += [r for r in row if id(r) not in held]
    return ordered


def _role_at_head(run: Run) -> Role | None:
    found = _HEAD.match(fold(run.text))
    if found is None:
        return None
    return "patient" if found["patient"] else "agent"


def _rows_below(rows: Sequence[Sequence[Run]], middle: float) -> list[tuple[Run, ...]]:
    """The rows under the heads down to a line that goes across, other heads, or a wide gap."""
    below: list[tuple[Run, ...]] = []
    bottom = max(r.box[3] for r in rows[0])
    for row in rows[1:]:
        height = row[0].height
        crossing = any(r.box[0] < middle - _INTO * height and r.box[2] > middle + _INTO * height for r in row)
        if crossing or min(r.box[1] for r in row) - bottom > _GAP * height or any(map(_role_at_head, row)):
            break
        below.append(tuple(row))
        bottom = max(r.box[3] for r in row)
    return below


def _twice(row: Sequence[Run], middle: float) -> bool:
    """Whether the same label stands in both blocks."""
    left: set[str] = set()
    right: set[str] = set()
    for run in row:
        if found := _LABEL.match(fold(run.text)):
            (left if run.box[0] < middle - _INTO * run.height else right).add(found.group())
    return bool(left & right)
