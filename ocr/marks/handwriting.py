"""Values behind labels that a hand wrote: their place is told, their content never asserted.

Print keeps to its line, stands upright, and leaves room between characters; pens join strokes over
characters, lean, and are often blue. Behind physicians' labels, where hands are usual, two of the three are
enough, or one that is plain. Of 200 printed names of drawn papers of three authors, clean, photographed and
copied, all but 2 pass for print, and all 32 signatures for a hand's; as long as one of the three was enough
23 printed names did not (a rule under a name, the next word's ink, 文 and 华 that lean). With one alone a
name is told, never as sure. Elsewhere print is the rule, so a value must lean plainly, or be bluer than its
label on a paper that people fill in (``ocr.marks.filled_in``); single characters are not judged, for 女 and 7
lean by themselves. Which error is worse: asserting what was guessed from a scrawl.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from ocr.geometry import holds, overlap
from ocr.layout import Run
from ocr.marks.filled_in import Written, is_a_pad, least_of_a_hand, written
from ocr.marks.leaning import (
    BLUER,
    SHARPER,
    blueness,
    cut,
    em_of,
    ink_of,
    is_bluer_than,
    lean_of,
    leaning,
)
from ocr.parse import parse_names, parse_signers, parser_of
from ocr.slots import Slot, find_slots
from ocr.strips import NUMBERED
from ocr.types import Box, DocumentKind, Pixels
from ocr.values.dates import find_dates

_CONCEPTS = frozenset({"physician", "chief", "reporter", "report_maker", "ordering"})
_WIDE = 1.25
_JOINED, _PLAINLY_JOINED = 0.35, 0.85
_PLAINLY_LEANING = 1.55
_SIGNS = 2
"""Of joined strokes, a lean and bluer ink."""
_RULE = 1.6
"""Characters that a ruling line is at least long."""
_DARK = 0.8
_PLAINLY = 1.4
_PLAINLY_BLUER = 16
_GOES_ON = 0.95
"""How far a list's further items lean at least where its first one was written."""
_LONGEST_DATE = 14
LEAST_JUDGED = 5
"""So many values of a printed paper tell that one of them alone leans by itself."""
_STROKE = re.compile(r"[/／]")
_ROW = 3
"""So many signers beside each other sign alike, all with a pen or all in print."""
_FILLED_IN = frozenset(
    {
        *(DocumentKind.APPLICATION_FORM, DocumentKind.RECOGNITION_FORM, DocumentKind.REMOTE_FILING_FORM),
        *(DocumentKind.COMMITMENT_LETTER, DocumentKind.AUTHORIZATION_LETTER),
    }
)
"""Papers that people fill in. Elsewhere printers overprint black labels in blue."""


class Hands(NamedTuple):
    """Boxes in pixels of the upright page: values that a hand wrote, and names that one may have written."""

    told: tuple[Box, ...]
    doubted: tuple[Box, ...] = ()


def find_handwriting(pixels: Pixels, runs: Sequence[Run], kind: DocumentKind, glued: frozenset[str]) -> Hands:
    """Handwritten values behind labels."""
    slots = find_slots(runs, glued)
    form = kind in _FILLED_IN
    values = written(pixels, [s for s in slots if s.concept not in _CONCEPTS], labels=form)
    least = least_of_a_hand(values) if form else None
    if not form and is_a_pad(pixels, values):
        return Hands(_all_values(slots, runs))
    penned = [_penned(pixels, value, least, form=form) for value in values]
    alone = not form and leans_alone(penned, sum(v.tells for v in values))
    found = [] if alone else [box for boxes in penned for box in boxes]
    signed, beside, doubted = _names(pixels, slots)
    found += [*_signed_by_hand(signed), *beside]
    if form:
        found += _penned_dates(pixels, runs, least)
    return Hands(tuple(found), tuple(doubted))


def leans_alone(penned: Sequence[Sequence[Box]], judged: int) -> bool:
    """Whether one value alone leans among ``judged``: print, for who takes a pen fills in several.

    Of six such values on drawn papers of nine authors five were print, names and numbers: 蔡, 万 and 7 lean.
    """
    return sum(bool(boxes) for boxes in penned) == 1 and judged >= LEAST_JUDGED


def _penned(pixels: Pixels, value: Written, least: float | None, *, form: bool) -> list[Box]:
    """The boxes of a slot's value that a hand wrote; ``least`` as ``least_of_a_hand`` tells it."""
    if least is not None:
        return list(value.boxes) if value.lean is None or value.lean >= least else []
    if not value.tells:
        return []
    label, (first, *others) = value.slot.label.box, value.boxes
    if not is_penned(pixels, first, label, form=form, slashes="/" in value.text):
        return []
    em = em_of(label)
    return [first, *(box for box in others if (lean_of(pixels, box, em) or 0.0) >= _GOES_ON)]


def _all_values(slots: Iterable[Slot], runs: Sequence[Run]) -> tuple[Box, ...]:
    """The boxes of every value behind a label, of the dates by themselves, and of who signs: 医师张三."""
    found = [r.box for r in runs if len(r.text) <= _LONGEST_DATE and find_dates(r.text)]
    found += [r.box for r in runs if r.text.startswith(("医师", "医生"))]
    for slot in slots:
        for strip in slot.strips[:2]:
            found += [strip.box(v.start, v.end) for v in parser_of(slot.concept)(strip.text)]
    return tuple(found)


def _names(pixels: Pixels, slots: Iterable[Slot]) -> tuple[list[tuple[Box, bool]], list[Box], list[Box]]:
    """Where names stand behind labels of those who sign, and whether a hand wrote them.

    Of two behind one label the first is mostly print and the second a hand's (张三/李四): each is told by
    itself, and the second list holds those that a hand wrote; the third those with one weak sign of a hand.
    """
    signed: list[tuple[Box, bool]] = []
    beside: list[Box] = []
    doubted: list[Box] = []
    for slot in slots:
        for strip in slot.strips[:2] if slot.concept in _CONCEPTS else ():
            pair = NUMBERED.match(strip.text) or _STROKE.search(strip.text)
            names = parse_signers(strip.text) if pair else parse_names(strip.text)
            boxes = [strip.box(name.start, name.end) for name in names]
            ends = [*(box[0] for box in boxes[1:]), None][: len(boxes)]
            signs = [
                signs_of_a_hand(pixels, b, slot.label.box, until=end)
                for b, end in zip(boxes, ends, strict=True)
            ]
            judged = [(b, n >= _SIGNS) for b, n in zip(boxes, signs, strict=True)]
            doubted += [b for b, n in zip(boxes, signs, strict=True) if 0 < n < _SIGNS]
            if len(names) > 1 and not NUMBERED.match(strip.text):
                beside += [box for box, by_hand in judged if by_hand]
            else:
                signed += judged
            if names:
                break
    return signed, beside, doubted


def _signed_by_hand(names: Sequence[tuple[Box, bool]]) -> list[Box]:
    """The boxes told as a hand's, and of a row of signers the others as well where half of them are.

    One alone among four and more is print: 文 and 华 over a rule lean enough for one false alarm.
    """
    found = []
    for box, by_hand in names:
        row = [h for b, h in names if overlap(b[1], b[3], box[1], box[3]) > 0.5 * (box[3] - box[1])]
        alike = len(row) >= _ROW
        printed = len(row) > _ROW and sum(row) == 1
        if (by_hand and not printed) or (alike and 2 * sum(row) >= len(row)):
            found.append(box)
    return found


def _penned_dates(pixels: Pixels, runs: Sequence[Run], least: float | None) -> list[Box]:
    """Dates by themselves, as people write them under a letter; the longest line of the page is its print."""
    dated = [r for r in runs if len(r.text) <= _LONGEST_DATE and find_dates(r.text)]
    print_ = max(runs, key=lambda r: len(r.text), default=None)
    if print_ is None:
        return []
    found = []
    for run in dated:
        label = _as_high(print_.box, run.box)
        if least is not None:
            by_hand = (lean_of(pixels, run.box, em_of(label)) or 0.0) >= least
        else:
            by_hand = is_penned(pixels, run.box, label, form=True, slashes="/" in run.text)
        found += [run.box] if by_hand else []
    return found


def _as_high(box: Box, other: Box) -> Box:
    """``box`` from its top down, as high as ``other``: what a hand writes is measured by its own height."""
    return (box[0], box[1], box[2], box[1] + other[3] - other[1])


def is_handwritten(pixels: Pixels, box: Box, label: Box) -> bool:
    """Whether the writing in ``box`` is a hand's; ``label`` is the printed label it stands behind."""
    return signs_of_a_hand(pixels, box, label) >= _SIGNS


def signs_of_a_hand(pixels: Pixels, box: Box, label: Box, *, until: float | None = None) -> int:
    """How many of the three signs of a hand the writing in ``box`` shows; one that is plain counts for two.

    ``until``: where the next name begins, as the hand's behind the printed one does: 张三/李四.
    """
    em = em_of(label)
    right = box[2] + 0.8 * em
    right = min(right, until - 0.2 * em) if until is not None and until > box[2] else right
    crop = cut(pixels, (box[0] - 0.1 * em, box[1] - 0.3 * em, right, box[3] + 0.3 * em))
    if min(crop.shape[:2]) < 8:
        return 0
    ink = ink_of(crop)
    joined = max(_joined(_without_rules(i, em), em) for i in (ink, ink_of(crop, _DARK)))
    lean, blue = leaning(ink, em), blueness(crop, ink, cut(pixels, label))
    if joined >= _PLAINLY_JOINED or lean >= _PLAINLY_LEANING or blue >= _PLAINLY_BLUER:
        return _SIGNS
    return sum((joined >= _JOINED, lean >= SHARPER, blue >= BLUER))


def is_penned(pixels: Pixels, box: Box, label: Box, *, form: bool, slashes: bool = False) -> bool:
    """Whether the writing in ``box`` leans as print never does; on a ``form`` less is enough, or blue ink.

    ``slashes``: it holds strokes that lean in print as well, so that only a plain lean tells. Where the
    label leans as well, the page does.
    """
    em = em_of(label)
    lean = lean_of(pixels, box, em)
    if lean is None:
        return False
    if lean >= (SHARPER if form and not slashes else _PLAINLY):
        printed = lean_of(pixels, label, em)
        if printed is None or lean >= SHARPER * printed:
            return True
    return form and is_bluer_than(pixels, box, label, em, _PLAINLY_BLUER)


def touches(box: Box, places: Iterable[Box]) -> bool:
    """Whether the middle of one of ``places`` lies in ``box`` or the other way round."""
    return any(holds(box, p) or holds(p, box) for p in places)


def _without_rules(ink: Pixels, em: float) -> Pixels:
    """The ink without the line that a name stands on: it would join the characters it touches."""
    rules = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, max(3, int(_RULE * em))), np.uint8))
    return np.asarray(np.where(cv2.dilate(rules, np.ones((3, 3), np.uint8)) > 0, 0, ink), np.uint8)


def _joined(ink: Pixels, em: float) -> float:
    """Share of the ink in strokes that run over more than one character; ruling lines are left out."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    pieces = [stats[n] for n in range(1, count) if stats[n][cv2.CC_STAT_HEIGHT] > 0.25 * em]
    wide = sum(p[cv2.CC_STAT_AREA] for p in pieces if p[cv2.CC_STAT_WIDTH] > _WIDE * em)
    return float(wide / max(1, sum(p[cv2.CC_STAT_AREA] for p in pieces)))
