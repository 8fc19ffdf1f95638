"""What a ring says: as one line, or, where that is not clear, stretch by stretch, also from its other side.

Text along the bottom of a seal often has its feet towards the rim, so that people read it without turning
the paper: 财政部监制 below 财政票据监制章, the number of a counter, 收费专用章 in an oval. Unrolled with
the rest it is upside down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from ocr.engine import ReadText
from ocr.marks.answers import NOTHING, Answer, agreed, heard, worth
from ocr.marks.colours import Grey
from ocr.marks.lawful_words import mark_told
from ocr.marks.outlines import Outline
from ocr.marks.unroll import RingText, unrolled_ring
from ocr.types import Pixels

CLEAR = 0.9
"""Sureness of the weakest character below which a line is looked at again, and of the mean below which a
ring is read stretch by stretch."""
_SOUND = 0.55
"""Least confidence of a stretch of a ring read by itself."""
_RIM = 0.7
"""Share of the rim from which on stretches are read: below, most rims are chance circles through print."""
_SET_WIDE = 0.45
"""Characters read per text height of a ring below which some were passed over; names set wide keep above."""


class LineReader(Protocol):
    """Whatever turns pictures of single text lines into text: a ``TextEngine``, for one."""

    def read(self, crops: Sequence[Pixels]) -> list[ReadText]:
        """What stands in each crop, in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Ring:
    """``answers``: the text with the feet towards the centre, then that with the head towards it, if any;
    ``tried``: all readings of the first."""

    answers: tuple[Answer, ...]
    tried: tuple[str, ...]


def read_ring(ring: RingText | None, pictures: Sequence[Grey], outline: Outline, reader: LineReader) -> Ring:
    """The text along a ring.

    ``ring`` was cut out of the first of ``pictures``: each shows what another does not, print across the
    seal in the darkness, worn strokes in the colour alone, so all are read, and agree on each character.
    What is not clear then is read with more room around it, the whole ring taken for text, and then stretch
    by stretch.
    """
    if ring is None:
        return Ring((), ())
    rings = [ring, *(r for p in pictures[1:] if (r := unrolled_ring(p, outline)))]
    tries = _heard(reader, [r.crops[0] for r in rings])
    if not _is_clear(agreed(tries), ring):
        tries += _heard(reader, [r.crops[1] for r in rings])
    around = agreed(tries)
    if around.confidence >= CLEAR and _is_full(around, ring):  # more pictures tell less than they cost
        return Ring((around,), _texts(tries))
    wider = unrolled_ring(pictures[0], outline, whole=True) or ring
    if mark_told(a.text for a in tries) is None and len(pictures) > 1:
        again = [wider, *(r for p in pictures[1:] if (r := unrolled_ring(p, outline, whole=True)))]
        tries += _heard(reader, [c for r in again for c in r.crops])
        around = agreed(tries)
    if outline.support < _RIM:
        return Ring((around,), _texts(tries))
    upright, turned = read_stretches(wider, reader)
    if worth(upright) + worth(turned) > worth(around):
        first = max(upright, around, key=worth) if turned.text else upright
        return Ring((first, turned), (*_texts(tries), upright.text))
    return Ring((around,), (*_texts(tries), upright.text, turned.text))


def _is_clear(answer: Answer, ring: RingText) -> bool:
    return answer.weakest >= CLEAR and _is_full(answer, ring)


def _is_full(answer: Answer, ring: RingText) -> bool:
    return answer.han >= _SET_WIDE * ring.heights


def _heard(reader: LineReader, crops: Sequence[Pixels]) -> list[Answer]:
    return [heard(read) for read in reader.read(crops)]


def _texts(answers: Sequence[Answer]) -> tuple[str, ...]:
    return tuple(a.text for a in answers)


def read_stretches(ring: RingText, reader: LineReader) -> tuple[Answer, Answer]:
    """The stretches of a ring that stand apart, each read by itself: those with the feet towards the
    centre as one text, and those with the head towards it as another."""
    if not ring.stretches:
        return NOTHING, NOTHING
    crops = [c for stretch in ring.stretches for c in stretch]
    answers = _heard(reader, [*crops, *(_on_its_head(c) for c in crops)])
    count, each = len(crops), len(ring.stretches[0])
    upright, turned = [], []
    for start in range(0, count, each):
        feet_in = agreed(answers[start : start + each])
        head_in = agreed(answers[count + start : count + start + each])
        if worth(head_in) > 1.5 * worth(feet_in) and head_in.confidence >= _SOUND:
            turned.append(head_in)
        elif feet_in.confidence >= _SOUND:
            upright.append(feet_in)
    return _one(upright), _one(turned[::-1])  # anticlockwise


def _one(answers: Sequence[Answer]) -> Answer:
    told = [a for a in answers if a.text]
    if not told:
        return NOTHING
    mean = float(np.average([a.confidence for a in told], weights=[len(a.text) for a in told]))
    return Answer("".join(a.text for a in told), mean, min(a.weakest for a in told))


def _on_its_head(crop: Pixels) -> Pixels:
    return np.ascontiguousarray(crop[::-1, ::-1])
