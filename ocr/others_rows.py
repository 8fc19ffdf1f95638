"""Rows of a paper that tell of somebody else than the patient: a newborn child, the doctor who signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.layout import Run, same_row
from ocr.slots import Slot

_BABY = re.compile(r"(?:新生儿|婴儿)(?:情况?|信息?|资料?|状况?)?[:：]?")
_NAME = re.compile(r"(?:新生儿|婴儿|患者|病人)?姓\s*名|患儿")
_COLUMN = re.compile(
    r"名\s*称|手术及?(?:操作)?名称|术\s*者|麻醉(?:方式|医师)?|切口(?:等级|愈合)?|级别|用法|剂量|数量|医嘱"
)
NEAR = 2.5
"""Text heights that the head of a block in the margin stands above or below a row of it."""
_DOCTOR = re.compile(r"医[师生]|职\s*称")
_OWN = re.compile(r"患者|病人|患儿|家属|本人|监护|联系人")
_PERSONS = frozenset({"name", "id", "sex", "age", "address"})
LOW = 0.5
"""Part of a page's height below which doctors sign."""


def is_of_a_baby(label: Run, runs: Sequence[Run]) -> bool:
    """Whether a mother's paper tells of her child there: 新生儿情况 in the margin beside 性别 女."""
    if any(same_row(r, label) and _NAME.match(r.text.strip()) for r in runs):
        return False  # the row of the patient
    return any(
        _BABY.fullmatch(re.sub(r"\s", "", r.text))
        and r.box[0] <= label.box[0]
        and abs(r.box[1] - label.box[1]) < NEAR * label.height
        for r in runs
    )


def is_of_a_doctor(label: Run, slots: Sequence[Slot], runs: Sequence[Run], height: int) -> bool:
    """Whether a telephone ends the row in which the doctor signs: 接诊医师：李红 职称：主治医师 电话：…."""
    left = [r for r in runs if same_row(r, label) and r.box[0] <= label.box[0]]
    persons = any(s.concept in _PERSONS and same_row(s.label, label) for s in slots)
    named = persons or _OWN.match(label.text.strip()) is not None
    return label.box[1] > LOW * height and not named and any(_DOCTOR.search(r.text) for r in left)


def is_of_a_table(slot: Slot, runs: Sequence[Run]) -> bool:
    """Whether a bare 日期 is the head of a column of operations or medicines, beside 术者 or 名称."""
    beside = [r for r in runs if r is not slot.label and same_row(r, slot.label)]
    return slot.word == "日期" and sum(_COLUMN.fullmatch(r.text.strip()) is not None for r in beside) > 1
