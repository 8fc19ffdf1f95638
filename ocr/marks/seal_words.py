"""What a seal says: its ring, then the lines across its middle or in its frame, as one text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ocr.marks.answers import HAN, Answer, agreed, heard
from ocr.marks.colours import Grey, ink_picture
from ocr.marks.lawful_words import Mark, likeness, lines_of_mark, mark_told
from ocr.marks.outlines import Outline
from ocr.marks.ring_reading import CLEAR, LineReader, Ring, read_ring
from ocr.marks.ring_words import begun_at_its_start
from ocr.marks.straight_lines import StraightLine, frame_lines, level_turn, middle_lines
from ocr.marks.unroll import RingText, unrolled_ring
from ocr.types import Pixels

_NOT_SEAL_TEXT = re.compile(r"[^\u3400-\u9fff〇（）()·0-9]")
_LOOSE_ENDS = re.compile(r"^[^\u3400-\u9fff（(]+|[^\u3400-\u9fff）)]+$")
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Words:
    """What was read of a seal: its text, the mean confidence, how sure its least sure character is, how many
    clear Latin letters were dropped."""

    text: str
    confidence: float
    weakest: float
    latin: int

    @property
    def han(self) -> int:
        """How many Chinese characters were read."""
        return len(HAN.findall(self.text))


def read_words(even: Pixels, outline: Outline, colour: str, reader: LineReader) -> Words:
    """The text of the seal in ``even``, a crop evenly lit; ``outline`` in its pixels.

    It is read in the darkness of its colour's ink, and in red alone, without the print under the seal, or
    in all print, since blue and purple are often darker than coloured.
    """
    ink = ink_picture(even, colour)
    others = []
    if colour == "red":
        others = [ink_picture(even, "red", bare=True)]
    elif colour != "grey":
        others = [ink_picture(even, "grey")]
    ring = unrolled_ring(ink, outline) if outline.shape != "square" else None
    around = read_ring(ring, [ink, *others], outline, reader)
    return _told(around, _lines_read([ink, *others], outline, ring, reader), outline.shape)


def _lines_read(
    pictures: Sequence[Grey], outline: Outline, ring: RingText | None, reader: LineReader
) -> list[Answer]:
    """The straight lines of a seal; not that in which the star stands.

    What is not clear in the first picture is read in the others, too; lines they have in common agree.
    """
    turn = level_turn(pictures[0], outline, ring) if outline.shape != "square" else 0.0
    found: list[tuple[StraightLine, list[Answer]]] = []
    for n, picture in enumerate(pictures):
        if n and min((agreed(a).weakest for _, a in found), default=1.0 if ring else 0.0) >= CLEAR:
            break
        lines = frame_lines(picture, outline) if outline.shape == "square" else []
        if outline.shape != "square":
            own = ring if n == 0 else unrolled_ring(picture, outline)
            lines = middle_lines(picture, outline, own, turn)
        found = _merged(found, _read_each(lines, reader))
    return [agreed(answers) for _, answers in found if not any("★" in a.text for a in answers)]


def _read_each(lines: Sequence[StraightLine], reader: LineReader) -> list[tuple[StraightLine, list[Answer]]]:
    crops = [crop for line in lines for crop in line.crops]
    answers = iter([heard(read) for read in reader.read(crops)] if crops else [])
    return [(line, [next(answers) for _ in line.crops]) for line in lines]


def _merged(
    found: Sequence[tuple[StraightLine, list[Answer]]], more: Sequence[tuple[StraightLine, list[Answer]]]
) -> list[tuple[StraightLine, list[Answer]]]:
    """Lines of two pictures, top to bottom, the readings of those that stand in both put together."""
    merged = [(line, list(answers)) for line, answers in found]
    for line, answers in more:
        same = next((one for other, one in merged if line.beside(other)), None)
        if same is None:
            merged.append((line, answers))
        else:
            same += answers
    return sorted(merged, key=lambda pair: pair[0].rows)


def _told(around: Ring, lines: Sequence[Answer], shape: str) -> Words:
    """Ring and lines as one text; a mark set by law in full."""
    rings = around.answers
    mark = mark_told(around.tried, [a.text for a in (*rings[1:], *lines)])
    if mark is not None:
        above = Answer(mark.above, *_sureness(mark, around))
        rings, lines = (above,), lines_of_mark(mark, [*rings[1:], *lines])
    return _joined(rings, lines, shape)


def _sureness(mark: Mark, around: Ring) -> tuple[float, float]:
    """How surely a mark's ring was read: as the reader says, or by how much of the text stood in it; and
    the latter alone."""
    alike = max(likeness(text, mark.above) for text in around.tried)
    return max(alike, *(a.confidence for a in around.answers[:1])), alike


def _joined(rings: Sequence[Answer], lines: Sequence[Answer], shape: str) -> Words:
    """Ring text and lines as one text; what is mostly guesswork is left out."""
    told: list[Answer] = []
    around = [(begun_at_its_start(_cleaned(a.text)), a) for a in rings]
    for text, a in (*around, *((_cleaned(a.text), a) for a in lines)):
        lone = shape != "square" and len(HAN.findall(text)) < 2  # worn stars are read as 大 or 公
        if a.confidence >= 0.45 and HAN.search(text) and not lone:
            told.append(Answer(text, a.confidence, a.weakest))
    if sum(a.han for a in told) < 2:
        told = []
    # Worn characters are read as letters, too, but never surely.
    latin = sum(len(_LATIN.findall(a.text)) for a in (*rings, *lines) if a.confidence >= 0.6)
    if not told:
        return Words("", 0.0, 0.0, latin)
    mean = float(np.average([a.confidence for a in told], weights=[len(a.text) for a in told]))
    return Words("".join(a.text for a in told), mean, min(a.weakest for a in told), latin)


def _cleaned(text: str) -> str:
    return _LOOSE_ENDS.sub("", _NOT_SEAL_TEXT.sub("", text))
