"""Notes at the foot of forms: what tells how to fill in the paper is no value on it.

A line such as 注：2.初步印象：转诊医生做出的初步判断 has labels and colons as values have. A note begins
with its head (注:, 填表说明:) and goes on over the lines set close below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from ocr.layout import Run
from ocr.values.text import fold

_HEAD = re.compile(
    r"[*※★]?(?:注|说明|(?:填[表写报]|申[报请]|办理|使用|委托|备案)(?:说明|须知|要求|注意事项)|注意事项|温馨提示|特别提示|友情提示|附注)"
    r"(?:[:：]|(?=[1一①(]))"
)
_CLOSE = 1.3
"""Text heights between one line of a note and the next, at most."""
_INDENT = 4.0
_LEAST = 10
"""Characters of a note's first line, at least: a bare 说明: may stand before a value."""
_FULL = 0.75
"""A line that ends short of this part of the way to the right margin is the note's last."""


_WATERMARK = re.compile(
    r"(?:本件|此件)?与原[件本](?:核对)?(?:一致|相符|相同|无误)?|[仅只](?:限|供|用于|用作|作|为).*|此件?[仅只].*|[\u4e00-\u9fff]{0,14}(?:他用|它用|挪用|复印)无效.{0,6}"
)


_STAMP_BEGUN = re.compile(r"(?:本件|此件)?与原[件本](?:核对)?")
_STAMP_ENDS = re.compile(r"(?:核对)?(?:一致|相符|相同|无误)$")


_HUGE = 4.0
"""A character by itself so much taller than the usual line is a picture on the card, or its mark."""


def without_watermarks(runs: Sequence[Run]) -> list[Run]:
    """The runs of a card less what its holder wrote across the copy: 仅用于医保业务办理他用无效."""
    usual = median(r.box[3] - r.box[1] for r in runs) if runs else 0.0
    if any(_STAMP_BEGUN.fullmatch(fold(r.text)) for r in runs):
        runs = [r for whole in runs if (r := _without_the_stamps_end(whole)) is not None]
    return [r for r in runs if not _WATERMARK.fullmatch(fold(r.text)) and not _is_huge(r, usual)]


def _without_the_stamps_end(run: Run) -> Run | None:
    """The run less what of 与原件一致 was read with it, where the stamp crosses the line."""
    end = _STAMP_ENDS.search(run.text)
    return run.part(0, end.start()) if end else run


def _is_huge(run: Run, usual: float) -> bool:
    return len(run.text.strip()) == 1 and run.box[3] - run.box[1] > _HUGE * usual


def without_notes(runs: Sequence[Run]) -> list[Run]:
    """The runs that do not belong to a note, in their order."""
    noted: set[int] = set()
    for head in runs:
        if id(head) not in noted and _HEAD.match(fold(head.text)) and len(head.text) >= _LEAST:
            noted |= {id(r) for r in _lines_of(head, runs)}
    return [r for r in runs if id(r) not in noted]


def _lines_of(head: Run, runs: Sequence[Run]) -> list[Run]:
    note, last = [head], head
    margin = head.box[0] + _FULL * (max(r.box[2] for r in runs) - head.box[0])
    for run in sorted(
        (r for r in runs if r.box[1] > head.box[1] + 0.3 * head.height), key=lambda r: r.box[1]
    ):
        if run.box[1] - last.box[3] > _CLOSE * head.height or last.box[2] < margin:
            break
        begins = head.box[0] - 2 * head.height <= run.box[0] <= head.box[0] + _INDENT * head.height
        if begins and run.cell == head.cell and abs(run.height - head.height) < 0.4 * head.height:
            note.append(run)
            last = run
    return note
