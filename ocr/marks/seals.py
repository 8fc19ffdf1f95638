"""Seals on a page: where they are, their colour and shape, and what their ring and middle say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from ocr.beside_text import BesideText
from ocr.marks.colours import (
    Grey,
    blue_ink,
    cool_strength,
    evenly_lit,
    grey_strength,
    paper_light,
    red_ink,
    red_strength,
    reduced,
)
from ocr.marks.outlines import Outline, clusters, find_frame, without_rules
from ocr.marks.ring_reading import LineReader
from ocr.marks.rounds import ROUNDS_SIDE, SURE, find_rounds
from ocr.marks.seal_words import Words, read_words
from ocr.marks.standing import amid_print, plain_cool, plain_red
from ocr.types import Box, Pixels, Seal

_LONG_SIDE = 1200
_LEAST_INK = 0.0001
"""Share of a page that coloured ink must cover for a seal to be looked for: a faint name stamp."""
_FRAME_CHROMA, _LEAST_FRAME = 40, 0.0004
"""Blue ink of frames: as strong, and on such a share of the page. Moiré and tinted print are weaker; looking
for frames in them cost 10 core-ms a page."""
_MOST_PRINT = 0.09
"""Share of a page that grey rims, rules and print cover at most, as thin as they are."""
_COPY = 0.8
"""The same for grey rims, which may also be drawn or printed circles: these need text as well."""
_SEAL_WORDS = re.compile(
    "章|医院|卫生|专用|中心|医保|医疗|局|科|公司|有限|工程|学校|社区|派出所|财政|监制|人民|保健|诊所|委员|办公|政府|证明"
)
_WHOLE_COPY = 0.93
"""Share of a grey rim from which on two characters are enough: on 405 pages all eight such rims that were
not legible were seals, and no other was as whole."""
_UNSURE = 0.6
"""Confidence in a seal that is there for sure, of whose text a character is nothing but a guess."""
_STAMPED = re.compile(f"{_SEAL_WORDS.pattern}|复印|原件|核对|互认|结果|收讫|一致")
"""What stamps in blue frames say; cells of forms ruled in blue hold labels, physicians' stamps names."""
_PRINTED_MARK = re.compile("电子|正本|副本|样张|样本|复印件?|补打|作废")
"""What forms print in a frame of their own, beside the title of an electronic invoice for one."""


def find_seals(
    pixels: Pixels, number: int, reader: LineReader, beside: BesideText | None = None
) -> tuple[Seal, ...]:
    """The seals printed on a page, from the surest to the least sure.

    ``pixels`` is the upright page, ``number`` its number in the file, ``beside`` where seals can be on it and
    whether in colour, where that is known. ``confidence`` is the mean of how
    much of the rim was found and how well the text was read, less where one of its characters is doubtful,
    so that 0.9 says that all of them were read surely; at most 0.6 where no text was read. Which
    error is worse: a seal that is not there lets a paper pass unsealed, so rims that are mostly missing
    count only with text that was read.
    """
    if beside is not None and not beside.rims and not _red_in(pixels, beside.places):
        return ()
    small, scale = reduced(pixels, _LONG_SIDE)
    light = paper_light(small)
    found: list[Seal] = []
    for candidate in _candidates(evenly_lit(small, light), beside and beside.scaled(scale)):
        colour, outline = candidate.colour, candidate.outline
        if any(_overlap(outline.scaled(1 / scale).box, other.box) > 0.5 for other in found):
            continue
        crop = _lit_crop(pixels, light, outline, scale)
        words = read_words(crop.even, crop.outline, colour, reader)
        confidence = _confidence(candidate, words)
        if confidence is not None and (words.text or candidate.plain):
            box = _clipped(outline.scaled(1 / scale).box, pixels)
            found.append(Seal(words.text, colour, outline.shape, number, box, confidence))
    return tuple(sorted(found, key=lambda s: -(s.confidence or 0.0)))


def _red_in(pixels: Pixels, places: Sequence[Box]) -> bool:
    """Whether there is red ink, of which the frame of a stamp too flat for a rim would be."""
    parts = (pixels[max(0, int(y0)) : int(y1), max(0, int(x0)) : int(x1)] for x0, y0, x1, y1 in places)
    return any(part.size and red_ink(part).any() for part in parts)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An outline worth reading; ``plain`` where it is taken for a seal's even if nothing can be read."""

    colour: str
    outline: Outline
    plain: bool


def _candidates(even: Pixels, beside: BesideText | None) -> Iterator[_Candidate]:
    """Outlines worth reading, coloured ones first: frames, then round rims, then rims of copies.

    ``beside`` is in pixels of ``even``.
    """
    small, scale = reduced(even, ROUNDS_SIDE)
    if beside is None or beside.coloured:
        yield from _coloured(even, small, scale, beside)
    for rim in find_rounds(_there(grey_strength(small), beside, scale), arcs=False, most=_MOST_PRINT):
        if rim.support >= _COPY:
            yield _Candidate("grey", rim.scaled(1 / scale), plain=False)


def _coloured(even: Pixels, small: Pixels, scale: float, beside: BesideText | None) -> Iterator[_Candidate]:
    """Those of red, blue and purple seals; ``small`` is ``even`` reduced by ``scale``."""
    red, blue = red_ink(even), blue_ink(even, _FRAME_CHROMA)
    for colour, ink, least in (("red", red, _LEAST_INK), ("blue", blue, _LEAST_FRAME)):
        if cv2.countNonZero(ink) >= least * ink.size:
            frames = (find_frame(cluster) for cluster in clusters(without_rules(ink)))
            yield from (_Candidate(colour, frame, plain=False) for frame in frames if frame is not None)
    if cv2.countNonZero(red) >= _LEAST_INK * red.size:
        strength = red_strength(small)
        for rim in find_rounds(_there(strength, beside, scale)):
            yield _Candidate("red", rim.scaled(1 / scale), plain_red(small, strength, rim))
    cool = cool_strength(small)
    if np.count_nonzero(cool > 12) >= _LEAST_INK * cool.size:
        for rim in find_rounds(_there(cool, beside, scale), arcs=False):
            if not amid_print(cool, rim):
                yield _Candidate("blue", rim.scaled(1 / scale), plain_cool(cool, rim))


def _there(strength: Grey, beside: BesideText | None, scale: float) -> Grey:
    """``strength`` where rims can be, 0 elsewhere."""
    if beside is None:
        return strength
    kept = np.zeros_like(strength)
    for box in beside.rims:
        x0, y0, x1, y1 = (max(0, round(v * scale)) for v in box)
        kept[y0:y1, x0:x1] = strength[y0:y1, x0:x1]
    return kept


@dataclass(frozen=True, slots=True)
class _Crop:
    """The part of the page with one seal, evenly lit, and the seal's outline in it."""

    even: Pixels
    outline: Outline


def _lit_crop(pixels: Pixels, light: Pixels, outline: Outline, scale: float) -> _Crop:
    whole = outline.scaled(1 / scale)
    edge = 0.15 * whole.a
    x0, y0, x1, y1 = whole.box
    box = _clipped((x0 - edge, y0 - edge, x1 + edge, y1 + edge), pixels)
    left, top, right, bottom = (int(v) for v in box)
    crop = pixels[top:bottom, left:right]
    a, b, c, d = (int(v * scale) for v in box)
    around = light[b : max(d, b + 1), a : max(c, a + 1)]
    paper = cv2.resize(around, (crop.shape[1], crop.shape[0]), interpolation=cv2.INTER_LINEAR)
    even = np.asarray(cv2.divide(crop, np.maximum(paper, 40), scale=255), np.uint8)
    return _Crop(even, whole.moved(-left, -top))


def _confidence(candidate: _Candidate, words: Words) -> float | None:
    """How sure the seal is, 0-1; ``None`` where it is more likely something else."""
    outline = candidate.outline
    if words.latin > max(6, 2 * words.han):
        return None  # the logo of a hospital carries its name in two languages
    legible = words.han >= 4 and words.confidence >= 0.6 and bool(_SEAL_WORDS.search(words.text))
    if outline.shape == "square":
        sound = words.han >= 2 and words.confidence >= 0.5 and not _PRINTED_MARK.fullmatch(words.text)
        sound = sound and (candidate.colour == "red" or bool(_STAMPED.search(words.text)))
    elif candidate.colour == "grey":
        sound = legible or (outline.support >= _WHOLE_COPY and words.han >= 2)
    else:
        sound = legible or candidate.plain or outline.support >= SURE
    if not sound:
        return None
    if not words.text:
        return round(0.6 * outline.support, 3)
    return round(min((outline.support + words.confidence) / 2, _UNSURE + (1 - _UNSURE) * words.weakest), 3)


def _overlap(a: Box, b: Box) -> float:
    """Common area as a share of the smaller box."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))


def _clipped(box: Box, pixels: Pixels) -> Box:
    height, width = pixels.shape[:2]
    x0, y0, x1, y1 = box
    return (
        float(round(min(max(x0, 0), width - 1))),
        float(round(min(max(y0, 0), height - 1))),
        float(round(min(max(x1, 1), width))),
        float(round(min(max(y1, 1), height))),
    )
