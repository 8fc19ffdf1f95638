"""Reads what a machine printed in black across a form's coloured labels, where the picture of both hides it.

Lines are read as on any page. Where both inks of a form stand one upon the other, the black print is looked
for once more on its own picture; what is read there with certainty, and was not read before, takes the place
of the characters that stood there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

import cv2
import numpy as np

from ocr.engine import TextEngine
from ocr.geometry import bounding_box, holds, overlap, start_top_left
from ocr.inks import Inks, part_inks
from ocr.read import read_lines
from ocr.reliance import bounded
from ocr.straighten import find_text
from ocr.types import Box, Pixels, TextLine

MIXED = (0.15, 0.85)
"""Share of the form's ink between which a line holds both prints."""
MEET = 0.25
"""Share of the columns of the sparser print from which on the prints of a line stand one upon the other."""
LEAST_MIXED = 3
"""Lines with both prints from which on a page is one that was printed over."""
SURE, MOST_SURE = 0.85, 0.85
"""Mean confidence from which on black print read by itself stands for what was read of both, and how sure its
characters are at most: where the other ink is dark, strokes may be missing (三 that looks like 二)."""
LARGE = 2400
"""Pixels along a page from which on every other row and column tells enough, in a quarter of the memory."""
_NEARLY = 0.8
"""Share of the letters that must stand in one piece in another reading for the two to be nearly the same."""
_TOUCHED = 0.3
"""Share of the smaller box in common from which on two lines stand at one place."""


def read_overprint(
    pixels: Pixels, seals: Sequence[Box], lines: Sequence[TextLine], engine: TextEngine
) -> tuple[TextLine, ...]:
    """``lines`` of a page, mended where they hold two prints one upon the other; top to bottom."""
    step = 1 if max(pixels.shape[:2]) <= LARGE else 2
    glimpsed = part_inks(pixels, seals, step=2 * step)
    if glimpsed is None or sum(_is_mixed(line, glimpsed) for line in lines) < LEAST_MIXED:
        return tuple(lines)
    inks = part_inks(pixels, seals, step)
    if inks is None:
        return tuple(lines)
    filled = np.asarray(cv2.cvtColor(inks.filled, cv2.COLOR_GRAY2RGB), np.uint8)
    mixed = [line.box for line in lines if _holds_both(line, inks)]
    found = [start_top_left(p) for p in find_text(filled, engine)]
    outlines = [p for p in found if any(_touch(_spread(bounding_box(p), step), box) for box in mixed)]
    read = (_enlarged(line, step) for line in read_lines(filled, outlines, engine))
    black = [line for line in read if (line.confidence or 0.0) >= SURE]
    mended = list(lines)
    for line in black:
        mended = list(_with_print(mended, line, inks))
    return tuple(sorted(mended, key=lambda line: (line.box[1], line.box[0])))


def _spread(box: Box, step: int) -> Box:
    """A box on the page, of one on every ``step``-th row and column of it."""
    x0, y0, x1, y1 = (v * step for v in box)
    return (x0, y0, x1, y1)


def _enlarged(line: TextLine, step: int) -> TextLine:
    """A line on the page, of one on every ``step``-th row and column of it."""
    a, b, c, d = ((x * step, y * step) for x, y in line.polygon)
    chars = tuple(replace(char, box=_spread(char.box, step)) for char in line.chars)
    return replace(line, polygon=(a, b, c, d), chars=chars)


def _is_mixed(line: TextLine, inks: Inks) -> bool:
    return _holds_both(line, inks) and inks.meet(line.polygon) > MEET


def _holds_both(line: TextLine, inks: Inks) -> bool:
    return MIXED[0] < inks.share(line.polygon) < MIXED[1]


def _with_print(lines: Sequence[TextLine], black: TextLine, inks: Inks) -> Iterator[TextLine]:
    """The lines with the black print in its place, if it tells more than they do."""
    there = [line for line in lines if _touch(line.box, black.box)]
    letters = _letters(black.text)
    known = any(letters in _letters(line.text) for line in there)
    stood = [c.text for line in there for c in line.chars if holds(black.box, c.box)]
    covered = sum(c.isdigit() if letters.isdigit() else c.isalnum() for c in stood)
    apart = all(_letters(line.text) in letters or _holds_both(line, inks) for line in there)
    told_more = len(letters) > covered or (len(letters) == covered and _is_mended(letters, there))
    if known or not there or not apart or not told_more:
        yield from lines
        return
    yield _doubted(black)
    for line in lines:
        rest = _beside(line, black) if line in there else line
        if rest is not None:
            yield rest


def _is_mended(letters: str, lines: Sequence[TextLine]) -> bool:
    """Whether words tell what a line does but for a character; of two digits nobody knows which is right."""
    if any(c.isdigit() for c in letters):
        return False
    return any(
        SequenceMatcher(None, letters, _letters(line.text), autojunk=False).find_longest_match().size
        >= _NEARLY * len(letters)
        for line in lines
    )


def _doubted(line: TextLine) -> TextLine:
    chars = tuple(replace(c, confidence=bounded(c.confidence, MOST_SURE)) for c in line.chars)
    return replace(line, confidence=bounded(line.confidence, MOST_SURE), chars=chars)


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _beside(line: TextLine, black: TextLine) -> TextLine | None:
    """A line without the characters at whose place the black print has its own; ``None`` if none is left."""
    kept = tuple(c for c in line.chars if not holds(black.box, c.box))
    measured = [c.confidence for c in kept if c.confidence is not None]
    text = "".join(c.text for c in kept)
    if not _letters(text) or not measured:
        return None
    return TextLine(text, line.polygon, sum(measured) / len(measured), kept)


def _touch(one: Box, other: Box) -> bool:
    across, down = overlap(one[0], one[2], other[0], other[2]), overlap(one[1], one[3], other[1], other[3])
    smaller = min((b[2] - b[0]) * (b[3] - b[1]) for b in (one, other))
    return across > 0 and down > 0 and across * down > _TOUCHED * smaller
