"""Heads inside a report's conclusion, which no list of labels knows: they begin its value.

检查提示： / 色素内镜结果：食管下段染色不均, 病理诊断： / 快速石蜡切片诊断： / （胃窦）粘膜慢性炎
"""

from __future__ import annotations

from collections.abc import Sequence

from ocr.continued import OWN_HEAD, Labelled
from ocr.label_words import STOP, VOCABULARY
from ocr.layout import Run

_CONCLUDING = frozenset({"finding", "pathology"})
NEXT_LINE, SET_IN = 1.6, 6.0
"""Text heights below the conclusion's label and right of its beginning that its first line may start."""


def without_own_heads(labelled: Sequence[Labelled]) -> list[Labelled]:
    """The runs, those right under a conclusion's bare label no more labelled by a head of their own."""
    bare = [
        x.run
        for x in labelled
        if x.hits and x.hits[-1].concept in _CONCLUDING and not x.run.text[x.hits[-1].end :].strip()
    ]
    return [
        Labelled(x.run, x.hits[1:])
        if _is_a_stranger(x) and any(_is_first_under(label, x) for label in bare)
        else x
        for x in labelled
    ]


def _is_a_stranger(x: Labelled) -> bool:
    head = x.hits[0] if x.starts_with_label else None
    return (
        head is not None
        and head.concept == STOP
        and head.word not in VOCABULARY
        and OWN_HEAD.fullmatch(head.word + ":") is not None
    )


def _is_first_under(label: Run, x: Labelled) -> bool:
    height = label.height
    return (
        x.run.cell == label.cell
        and label.box[3] - 0.3 * height <= x.run.box[1] <= label.box[3] + NEXT_LINE * height
        and label.box[0] - height <= x.run.box[0] <= label.box[0] + SET_IN * height
    )
