"""Reads the one character that stands on the blank behind a label where the reader found no line.

Sex first: it is one character on every paper, and one of two. Machine print on pre-printed forms stands off
its blank by half a line and more, or across the label itself. Only exactly a word of the field is taken, and
where it stands off its blank never as sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ocr.engine import TextEngine
from ocr.label_fits import fits
from ocr.labels import find_labels
from ocr.layout import Run, below, right_of
from ocr.lone_characters import Place, lone_places
from ocr.reliance import LOOSELY, bounded
from ocr.types import Box, Char, Pixels, TextLine
from ocr.values.sex_age import normalise_sex

WORDS = frozenset("男女")
LEAST = 0.8
"""Confidence from which on a character read at a place by itself is taken."""
FARTHEST = 4.5
"""Heights behind the label that a blank reaches where nothing stands behind it."""
OFF_THE_LINE = 0.95
"""Heights that the middle of the character may lie over or under that of the label."""
_ON_THE_LINE = 0.35
_MOST_LABELS = 2
_CORE = 0.85
"""Height of characters as a share of their outline's, which has a margin."""
_BROKEN = re.compile(r"性[^\s:：]?\s*[:：]|性(?=\s|$)")
"""The label with 别 lost under other print."""

_ANSWER = re.compile(r"\W*[男女MFmf0129未别]|[□☐☑☒√✓✔■]")
"""What an answer of any kind begins with: a word, a code, a list to tick; or the rest of 性 别."""


@dataclass(frozen=True, slots=True)
class _Blank:
    """A label without a value: ``run.text[start:end]``; ``bound`` is where the next text begins."""

    run: Run
    start: int
    end: int
    bound: float | None
    whole: bool


def read_blanks(
    pixels: Pixels, runs: Sequence[Run], engine: TextEngine
) -> tuple[tuple[TextLine, ...], tuple[Run, ...]]:
    """The lines found behind labels without a value, and ``runs`` with each of them behind its label."""
    blanks = [b for b in (_blank(run, runs) for run in runs) if b is not None][:_MOST_LABELS]
    lines: list[TextLine] = []
    filled = list(runs)
    for blank in blanks:
        char = _character(pixels, blank, runs, engine)
        if char is not None:
            x0, y0, x1, y1 = char.box
            corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
            lines.append(TextLine(char.text, corners, char.confidence, (char,)))
            filled[next(i for i, r in enumerate(filled) if r is blank.run)] = _with(blank, char)
    return tuple(lines), tuple(filled)


def _blank(run: Run, runs: Sequence[Run]) -> _Blank | None:
    """The label of a sex in a run that nothing was read behind."""
    if run.vertical or ("性" not in run.text and "sex" not in run.text.lower()):
        return None
    hits = find_labels(run.text, fits=fits)
    hit = next((h for h in hits if h.concept == "sex" and not h.also), None)
    broken = None if hit else _BROKEN.match(run.text)
    start, end = (hit.start, hit.end) if hit else (0, broken.end() if broken else 0)
    following = next((h.start for h in hits if h.start >= end), None)
    label = run.part(start, end)
    if not end or label is None or any(c.isalnum() for c in run.text[end:following]):
        return None
    if following is not None:
        return _Blank(run, start, end, run.chars[following].box[0], hit is not None)
    row = right_of(runs, run)[:1]
    near = [r for r in row if r.box[0] - run.box[2] < 2 * FARTHEST * run.height]
    answered = any(_ANSWER.match(r.text) for r in near)
    if answered or any(normalise_sex(r.text) for r in (*row, *below(runs, label))):
        return None
    return _Blank(run, start, end, near[0].box[0] if near else None, hit is not None)


def _character(pixels: Pixels, blank: _Blank, runs: Sequence[Run], engine: TextEngine) -> Char | None:
    """The one word of the field that was read at the places around a blank; ``None`` where two differ."""
    label = blank.run.part(blank.start, blank.end)
    if label is None:
        return None
    x0, y0, x1, y1 = label.box
    height, middle = _CORE * label.height, (y0 + y1) / 2
    end = x1 + FARTHEST * height
    within = (x0 + 0.8 * height, middle - OFF_THE_LINE * height, end, middle + OFF_THE_LINE * height)
    area = (x0 - 0.3 * height, within[1] - 0.7 * height, end + 0.7 * height, within[3] + 0.7 * height)
    taken = [_inked(c.box) for r in runs for c in r.chars]
    for free in (True, False):
        places = lone_places(pixels, area, within, taken, height, free=free)
        read = zip(places, engine.read([p.crop for p in places]), strict=True) if places else ()
        found = [
            (t.confidence, p, t.text.strip())
            for p, t in read
            if t.text.strip() in WORDS and t.confidence >= LEAST
        ]
        if found:
            sureness, place, text = max(found, key=lambda x: x[0])
            agreed = all(other == text for _, _, other in found)
            sure = blank.whole and free and _is_on_its_blank(place, label, blank.bound, height)
            return Char(text, place.box, sureness if sure else bounded(sureness, LOOSELY)) if agreed else None
    return None


def _inked(box: Box) -> Box:
    """A character's box without the margin over and under it."""
    margin = 0.22 * (box[3] - box[1])
    return (box[0], box[1] + margin, box[2], box[3] - margin)


def _is_on_its_blank(place: Place, label: Run, bound: float | None, height: float) -> bool:
    x, y = (place.box[0] + place.box[2]) / 2, (place.box[1] + place.box[3]) / 2
    level = abs(y - (label.box[1] + label.box[3]) / 2) < _ON_THE_LINE * height
    return level and x > label.box[2] and (bound is None or x < bound)


def _with(blank: _Blank, char: Char) -> Run:
    """The run with the character behind its label, which is made whole where print across it hid a part."""
    run, start, end = blank.run, blank.start, blank.end
    label = run.chars[start:end]
    if not blank.whole:
        last = label[-1]
        label = (label[0], Char("别", last.box, last.confidence), Char(":", last.box, last.confidence))
    space = Char(" ", char.box)
    rest = run.chars[end:]
    chars = (*run.chars[:start], *label, char, *((space, *rest) if rest else ()))
    return Run("".join(c.text for c in chars), chars, run.cell, run.vertical, run.cell_box)
