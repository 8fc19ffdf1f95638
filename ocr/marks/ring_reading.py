"""What a ring says: as one line, or, where that is not clear, stretch by stretch, also from its other side.

Text along the bottom of a seal often has its feet towards the rim, so that people read it without turning
the paper: 财政部监制 below 财政票据监制章, the number of a counter, 收费专用章 in an oval. Unrolled with
the rest it is upside down.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np

from ocr.marks.colours import Grey
from ocr.marks.lawful_words import mark_told
from ocr.marks.outlines import Outline
from ocr.marks.unroll import RingText, unrolled_ring
from ocr.types import Pixels

Answer: TypeAlias = tuple[str, float]
"""What was read, and how surely (0-1)."""

HAN = re.compile(r"[\u3400-\u9fff〇]")
CLEAR = 0.9
"""Confidence below which a line is looked at again."""
_SOUND = 0.55
"""Least confidence of a stretch of a ring read by itself."""
_RIM = 0.7
"""Share of the rim from which on stretches are read: below, most rims are chance circles through print."""
_SET_WIDE = 0.45
"""Characters read per text height of a ring below which some were passed over; names set wide keep above."""
_NOTHING: Answer = ("", 0.0)


class LineReader(Protocol):
    """Whatever turns pictures of single text lines into text."""

    def read(self, crops: Sequence[Pixels]) -> list[Answer]:
        """Text and confidence (0-1) of each crop; ``('', 0.0)`` where nothing was read."""
        ...


@dataclass(frozen=True, slots=True)
class Ring:
    """``answers``: the text with the feet towards the centre, then that with the head towards it, if any;
    ``tried``: all readings of the first."""

    answers: tuple[Answer, ...]
    tried: tuple[str, ...]


def worth(answer: Answer) -> float:
    """How much a reading tells: its Chinese characters, sure ones above all."""
    return len(HAN.findall(answer[0])) * answer[1] ** 3


def read_ring(ring: RingText | None, pictures: Sequence[Grey], outline: Outline, reader: LineReader) -> Ring:
    """The text along a ring.

    ``ring`` was cut out of the first of ``pictures``. What was not clear is looked at again in all of them,
    the whole ring taken for text, and then stretch by stretch.
    """
    if ring is None:
        return Ring((), ())
    tries = reader.read(ring.crops)
    around = max(tries, key=worth)
    if around[1] >= CLEAR and len(HAN.findall(around[0])) >= _SET_WIDE * ring.heights:
        return Ring((around,), tuple(text for text, _ in tries))
    wider = unrolled_ring(pictures[0], outline, whole=True) or ring
    again = [wider, *(r for p in pictures[1:] if (r := unrolled_ring(p, outline, whole=True)))]
    if mark_told(text for text, _ in tries) is None and len(pictures) > 1:
        seconds = reader.read([c for r in again for c in r.crops])
        tries += seconds
        around = max(around, *seconds, key=worth)
    if outline.support < _RIM:
        return Ring((around,), tuple(text for text, _ in tries))
    upright, turned = read_stretches(wider, reader)
    tried = (*(text for text, _ in tries), upright[0])
    if worth(upright) + worth(turned) > worth(around):
        return Ring((max(upright, around, key=worth) if turned[0] else upright, turned), tried)
    return Ring((around,), (*tried, turned[0]))


def read_stretches(ring: RingText, reader: LineReader) -> tuple[Answer, Answer]:
    """The stretches of a ring that stand apart, each read by itself: those with the feet towards the
    centre as one text, and those with the head towards it as another."""
    if not ring.stretches:
        return _NOTHING, _NOTHING
    crops = [c for stretch in ring.stretches for c in stretch]
    answers = reader.read([*crops, *(_on_its_head(c) for c in crops)])
    count, each = len(crops), len(ring.stretches[0])
    upright, turned = [], []
    for start in range(0, count, each):
        feet_in = max(answers[start : start + each], key=worth)
        head_in = max(answers[count + start : count + start + each], key=worth)
        if worth(head_in) > 1.5 * worth(feet_in) and head_in[1] >= _SOUND:
            turned.append(head_in)
        elif feet_in[1] >= _SOUND:
            upright.append(feet_in)
    return _one(upright), _one(turned[::-1])  # anticlockwise


def _one(answers: Sequence[Answer]) -> Answer:
    told = [a for a in answers if a[0]]
    if not told:
        return _NOTHING
    weights = [len(text) for text, _ in told]
    return "".join(text for text, _ in told), float(np.average([c for _, c in told], weights=weights))


def _on_its_head(crop: Pixels) -> Pixels:
    return np.ascontiguousarray(crop[::-1, ::-1])
