"""Values behind labels that a hand wrote: their place is told, their content never asserted.

Print keeps to its line, stands upright, and leaves room between characters; pens join strokes over
characters, lean, and are often blue. Behind physicians' labels, where hands are usual, one of the three is
enough. Measured on 26 signatures and 40 printed names of drawn papers, clean, photographed and copied,
and again on 66 and 132 (underlined names no longer pass for hands, no hand is lost):
strokes wider than 1.25 characters held at least 0.35 of a signature's ink and none of a printed name's; a
leaning hand gains 1.2 times and more in sharpness of its upright strokes when set straight, print at most
1.14 times. Elsewhere print is the rule, so a value must lean plainly, or be bluer than its label on a paper
that people fill in; single characters are not judged, for 女 and 7 lean by themselves. Which error is worse:
asserting what was guessed from a scrawl.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import cv2
import numpy as np

from ocr.geometry import holds, overlap
from ocr.layout import Run
from ocr.parse import parse_names, parser_of
from ocr.slots import Slot, find_slots
from ocr.types import Box, DocumentKind, Pixels
from ocr.values.dates import find_dates

_CONCEPTS = frozenset({"physician", "chief", "reporter", "report_maker", "ordering"})
_CHARACTER = 0.78
"""A character's height against its line's outline."""
_WIDE = 1.25
_JOINED = 0.35
_RULE = 1.6
"""Characters that a ruling line is at least long."""
_DARK = 0.8
_LEANING, _SHARPER = 9, 1.2
_BLUER = 10
_ANGLES = range(-24, 25, 3)
_PLAINLY = 1.4
_LEANS_OF_HANDS = (9, 15, 21, -15)
_PLAINLY_BLUER = 16
WARMEST, BLACK = -25.0, -12.0
"""Blueness below which a label is printed in red or brown and tells nothing of the value's ink, and that of
black print under warm lamps, which then stands for the label's."""
_LOOK = 24.0
"""Pixels a character; leaning shows as well on a small picture, which costs a fraction."""
_FIRST = 10
"""So many characters of a value are looked at."""
_TOO_SHORT = frozenset({"sex", "age", "ethnicity", "level", "title"})
_LONGEST_DATE = 14
_ROW = 3
"""So many signers beside each other sign alike, all with a pen or all in print."""
_FILLED_IN = frozenset(
    {
        *(DocumentKind.APPLICATION_FORM, DocumentKind.RECOGNITION_FORM, DocumentKind.REMOTE_FILING_FORM),
        *(DocumentKind.COMMITMENT_LETTER, DocumentKind.AUTHORIZATION_LETTER),
    }
)
"""Papers that people fill in. Elsewhere printers overprint black labels in blue."""


def find_handwriting(
    pixels: Pixels, runs: Sequence[Run], kind: DocumentKind, glued: frozenset[str]
) -> tuple[Box, ...]:
    """The boxes of handwritten values behind labels, in pixels of the upright page."""
    found: list[Box] = []
    signed: list[tuple[Box, bool]] = []
    for slot in find_slots(runs, glued):
        if slot.concept not in _CONCEPTS:
            value, text = _first_characters(slot) or (None, "")
            form = kind in _FILLED_IN
            if value and is_penned(pixels, value, slot.label.box, form=form, slashes="/" in text):
                found.append(value)
            continue
        for strip in slot.strips[:2]:
            names = parse_names(strip.text)
            if names:
                box = strip.box(names[0].start, names[0].end)
                signed.append((box, is_handwritten(pixels, box, slot.label.box)))
                break
    found += _signed_by_hand(signed)
    if kind in _FILLED_IN:
        found += _penned_dates(pixels, runs)
    return tuple(found)


def _signed_by_hand(names: Sequence[tuple[Box, bool]]) -> list[Box]:
    """The boxes told as a hand's, and of a row of signers the others as well where most of them are.

    One alone among four and more is print: 文 and 华 over a rule lean enough for one false alarm.
    """
    found = []
    for box, by_hand in names:
        row = [h for b, h in names if overlap(b[1], b[3], box[1], box[3]) > 0.5 * (box[3] - box[1])]
        alike = len(row) >= _ROW
        printed = len(row) > _ROW and sum(row) == 1
        if (by_hand and not printed) or (alike and sum(row) > len(row) / 2):
            found.append(box)
    return found


def _penned_dates(pixels: Pixels, runs: Sequence[Run]) -> list[Box]:
    """Dates by themselves, as people write them under a letter; the longest line of the page is its print."""
    dated = [r for r in runs if len(r.text) <= _LONGEST_DATE and find_dates(r.text)]
    print_ = max(runs, key=lambda r: len(r.text), default=None)
    if print_ is None:
        return []
    return [
        r.box
        for r in dated
        if is_penned(pixels, r.box, _as_high(print_.box, r.box), form=True, slashes="/" in r.text)
    ]


def _as_high(box: Box, other: Box) -> Box:
    """``box`` from its top down, as high as ``other``: what a hand writes is measured by its own height."""
    return (box[0], box[1], box[2], box[1] + other[3] - other[1])


def is_handwritten(pixels: Pixels, box: Box, label: Box) -> bool:
    """Whether the writing in ``box`` is a hand's; ``label`` is the printed label it stands behind."""
    em = max(4.0, _CHARACTER * (label[3] - label[1]))
    crop = _cut(pixels, (box[0] - 0.1 * em, box[1] - 0.3 * em, box[2] + 0.8 * em, box[3] + 0.3 * em))
    if min(crop.shape[:2]) < 8:
        return False
    ink = _ink(crop)
    joined = max(_joined(_without_rules(i, em), em) for i in (ink, _ink(crop, _DARK)))
    return joined >= _JOINED or _leans(ink, em) or _bluer(crop, ink, _cut(pixels, label))


def _first_characters(slot: Slot) -> tuple[Box, str] | None:
    """The beginning of a slot's value; ``None`` where too little stands there to tell a hand by."""
    if slot.concept in _TOO_SHORT:
        return None
    parse = parser_of(slot.concept)
    for strip in slot.strips:
        values = parse(strip.text)
        if values:
            start = values[0].start
            line = strip.text[start : min(values[0].end, start + _FIRST)].partition("\n")[0]
            return (strip.box(start, start + len(line)), line) if len(line) >= 2 else None
    return None


def is_penned(pixels: Pixels, box: Box, label: Box, *, form: bool, slashes: bool = False) -> bool:
    """Whether the writing in ``box`` leans as print never does; on a ``form`` less is enough, or blue ink.

    ``slashes``: it holds strokes that lean in print as well, so that only a plain lean tells.
    """
    em = max(4.0, _CHARACTER * (label[3] - label[1]))
    crop = _cut(pixels, (box[0] - 0.1 * em, box[1] - 0.3 * em, box[2] + 0.3 * em, box[3] + 0.3 * em))
    if min(crop.shape[:2]) < 8:
        return False
    scale = min(1.0, _LOOK / em)
    small = np.asarray(cv2.resize(crop, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    ink, size = _ink(small), scale * em
    enough = (_SHARPER if form and not slashes else _PLAINLY) * max(_sharpness(ink, 0, size), 1e-6)
    if any(_sharpness(ink, angle, size) >= enough for angle in _LEANS_OF_HANDS):
        return True
    return form and _bluer(small, ink, _cut(pixels, label), _PLAINLY_BLUER)


def touches(box: Box, places: Iterable[Box]) -> bool:
    """Whether the middle of one of ``places`` lies in ``box`` or the other way round."""
    return any(holds(box, p) or holds(p, box) for p in places)


def _cut(pixels: Pixels, box: Box) -> Pixels:
    x0, y0, x1, y1 = (max(0, round(v)) for v in box)
    return np.ascontiguousarray(pixels[y0:y1, x0:x1])


def _ink(crop: Pixels, share: float = 1.0) -> Pixels:
    """255 where there is dark ink: paper evened out, the red of seals left out.

    ``share`` of the threshold between ink and paper: below 1 for the darkest ink alone.
    """
    grey = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)
    paper = cv2.medianBlur(cv2.dilate(grey, np.ones((9, 9), np.uint8)), 21)
    even = np.clip(grey.astype(np.float32) * 255 / np.maximum(paper, 1), 0, 255).astype(np.uint8)
    parted, _ = cv2.threshold(even, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    ink = np.where(even <= share * parted, 255, 0)
    red = crop[..., 0].astype(np.int16) - np.maximum(crop[..., 1], crop[..., 2]) > 40
    return np.asarray(np.where(red, 0, ink), np.uint8)


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


def _leans(ink: Pixels, em: float) -> bool:
    """Whether upright strokes become plainly sharper when the writing is set straight by 9° or more."""
    sharpness = {angle: _sharpness(ink, angle, em) for angle in _ANGLES}
    best = max(sharpness, key=lambda a: sharpness[a])
    return abs(best) >= _LEANING and sharpness[best] >= _SHARPER * max(sharpness[0], 1e-6)


def _sharpness(ink: Pixels, angle: int, em: float) -> float:
    height, width = ink.shape[:2]
    slope = float(np.tan(np.deg2rad(angle)))
    matrix = np.array([[1, slope, -slope * height / 2], [0, 1, 0]], np.float32)
    columns = cv2.warpAffine(ink, matrix, (width, height)).sum(0, dtype=np.float64)[None] / 255
    smooth = cv2.GaussianBlur(columns, (0, 0), max(0.5, 0.03 * em))[0]
    return float((np.diff(smooth) ** 2).sum())


def _bluer(crop: Pixels, ink: Pixels, label: Pixels, least: float = _BLUER) -> bool:
    """Whether the ink is plainly bluer than the label's."""
    if min(label.shape[:2]) < 8:
        return False
    printed = _blueness(label, _ink(label))
    return _blueness(crop, ink) - (BLACK if printed < WARMEST else printed) >= least


def _blueness(crop: Pixels, ink: Pixels) -> float:
    inked = crop[ink > 0].astype(np.int16)
    return float(np.median(inked[:, 2] - inked[:, 0])) if len(inked) else 0.0
