"""May a page be read from its text layer? Only where the layer says what the page shows.

The costly mistake is trust: a hidden or garbled layer gives wrong values that look certain. Doubt
costs a second of recognition. So each test here leans towards reading the pixels.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from ocr.pdf_objects import PageObjects
from ocr.pdf_text import GlyphLayer
from ocr.pixels import darkest
from ocr.types import Box, Pixels

_MAIN_IMAGE: Final = 0.4
_MOST_OUTLINES: Final = 40
_CONTRAST: Final = 40
WITH_INK: Final = 0.97
"""Least share of the glyphs that must show; the few that do not are left out."""
_UNCOVERED: Final = 0.35
_MOST_STACKED: Final = 1
_ON_TOP: Final = 0.15
_CELL: Final = 0.75
_MOST_WEIGHED: Final = 2_000_000
"""Ink is weighed on a grid of three quarters of a point: enough for strokes, and quick."""
_RULE_POINTS: Final = 24.0
_RED: Final = 40
_STRIP: Final = 64
"""Rows that are looked at together: what is made of them stays in memory that is used again, where a new
process takes every four kilobytes from the system."""
_SAMPLES: Final = 8
"""Rows and columns of a glyph's box that are looked at first: nearly every glyph shows its ink there."""


def distrust(
    layer: GlyphLayer, seen: Sequence[bool], objects: PageObjects, pixels: Pixels, scale: float
) -> str | None:
    """Return why the text layer must not be used, or ``None`` where it may.

    ``seen`` is what ``seen_glyphs`` answers, ``scale`` is pixels per point. Reasons: ``empty``,
    ``unmapped`` glyphs (a single one may stand in a name), ``invisible`` text, ``scan`` (the page is
    mainly picture), ``pictures`` that may hold text, ``outlines`` (letters drawn as curves),
    ``no_ink`` where glyphs should be, ``stacked`` glyphs that differ (a value painted over another),
    and ``unexplained`` ink away from the text.
    """
    tests: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("empty", lambda: not layer.glyphs),
        ("unmapped", lambda: layer.unmapped > 0),
        ("invisible", lambda: layer.invisible > 0),
        ("scan", lambda: objects.image_share > _MAIN_IMAGE),
        ("pictures", lambda: objects.large_images > 0),
        ("outlines", lambda: objects.outlines > max(_MOST_OUTLINES, len(layer.glyphs) // 4)),
        ("no_ink", lambda: sum(seen) < WITH_INK * len(seen)),
        ("stacked", lambda: _stacked(layer) > _MOST_STACKED),
        ("unexplained", lambda: _uncovered(layer, pixels, scale) > _UNCOVERED),
    )
    return next((reason for reason, fails in tests if fails()), None)


def seen_glyphs(layer: GlyphLayer, pixels: Pixels) -> list[bool]:
    """For each glyph whether its box shows both ink and ground; one that does not must not be read.

    A glyph in a font that neither the file nor the system has cannot show, and counts as seen.
    """
    shown = with_ink(layer.ink_boxes, pixels)
    return [shows or index in layer.undrawable for index, shows in enumerate(shown)]


def with_ink(boxes: Sequence[Box], pixels: Pixels) -> list[bool]:
    """For each box (pixels of the page) whether both ink and ground are in it.

    Ink is told by the darkest channel. Boxes in which a few samples do not show both are looked at whole.
    """
    if not boxes:
        return []
    x0, y0, x1, y1 = np.array(boxes).astype(np.intp).T
    columns, rows = _samples(x0, x1, pixels.shape[1]), _samples(y0, y1, pixels.shape[0])
    low = darkest(pixels[rows[:, :, np.newaxis], columns[:, np.newaxis, :]].reshape(len(boxes), -1, 3))
    shown: list[bool] = (low.max(axis=1) - low.min(axis=1) >= _CONTRAST).tolist()
    return [shows or _shows(box, pixels) for shows, box in zip(shown, boxes, strict=True)]


def _samples(start: npt.NDArray[np.intp], end: npt.NDArray[np.intp], length: int) -> npt.NDArray[np.intp]:
    """For each stretch of the page's side, a pixel more at both ends, places spread over it."""
    first, last = (np.clip(ends, 0, length - 1) for ends in (start - 1, end + 1))
    steps = np.arange(_SAMPLES)[:, np.newaxis]
    return np.asarray(first + steps * (last - first) // (_SAMPLES - 1), np.intp).T


def _shows(box: Box, pixels: Pixels) -> bool:
    """Whether both ink and ground are in one box."""
    x0, y0, x1, y1 = box
    low = darkest(pixels[max(0, int(y0) - 1) : int(y1) + 2, max(0, int(x0) - 1) : int(x1) + 2])
    return bool(low.size) and int(low.max()) - int(low.min()) >= _CONTRAST


def _stacked(layer: GlyphLayer) -> int:
    """How many letters or ideographs stand on another, different one."""
    middles: dict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)
    stacked = 0
    for glyph, (x0, y0, x1, y1) in zip(layer.glyphs, layer.ink_boxes, strict=True):
        if not glyph.text.isalnum():
            continue
        x, y, cell = (x0 + x1) / 2, (y0 + y1) / 2, max(glyph.em, 1.0)
        column, row = int(x // cell), int(y // cell)
        reach = _ON_TOP * cell
        near = [
            (i, j)
            for i in range(int((x - reach) // cell), int((x + reach) // cell) + 1)
            for j in range(int((y - reach) // cell), int((y + reach) // cell) + 1)
        ]
        stacked += any(
            text != glyph.text and abs(other_x - x) < reach and abs(other_y - y) < reach
            for key in near
            for other_x, other_y, text in middles.get(key, ())
        )
        middles[column, row].append((x, y, glyph.text))
    return stacked


def _uncovered(layer: GlyphLayer, pixels: Pixels, scale: float) -> float:
    """Share of the dark ink that lies away from the text, ruling lines and red seals left out."""
    height, width = pixels.shape[:2]
    step = max(1, round(scale * _CELL), math.ceil(math.sqrt(height * width / _MOST_WEIGHED)))
    coarse = pixels[::step, ::step]
    rows, columns = coarse.shape[:2]
    # Whole bytes of bits, and a bare column at the end that keeps one row apart from the next.
    page = np.zeros((rows, (columns // 8 + 1) * 8), np.bool_)
    ink = page[:, :columns]
    for top in range(0, rows, _STRIP):
        red, green, blue = np.ascontiguousarray(coarse[top : top + _STRIP].transpose(2, 0, 1))
        low = np.minimum(np.minimum(red, green), blue)
        spread = np.maximum(np.maximum(red, green), blue) - low
        np.logical_and(low < 128, spread < _RED, out=ink[top : top + _STRIP])
    bits = _as_number(page)
    beside_rules = bits & ~_long_runs(bits, page.shape[1], max(4, int(_RULE_POINTS * scale / step)))
    for left, top, right, bottom in _with_margin(layer.ink_boxes, step):
        ink[top:bottom, left:right] = False
    total = beside_rules.bit_count()
    return (beside_rules & _as_number(page)).bit_count() / total if total else 0.0


def _with_margin(boxes: Sequence[Box], step: int) -> list[list[int]]:
    """The boxes a fifth of their height wider on all sides, in steps of the page."""
    x0, y0, x1, y1 = np.array(boxes).T
    margin = 0.2 * (y1 - y0) + step
    edges = ((x0 - margin) / step, (y0 - margin) / step, (x1 + margin) / step, (y1 + margin) / step)
    left, top, right, bottom = (edge.astype(np.intp) for edge in edges)
    wider: list[list[int]] = np.stack([left.clip(0), top.clip(0), right + 1, bottom + 1], axis=1).tolist()
    return wider


def _as_number(page: npt.NDArray[np.bool_]) -> int:
    """The page as a number of one bit a pixel, row after row."""
    return int.from_bytes(np.packbits(page).tobytes(), "big")


def _long_runs(page: int, width: int, length: int) -> int:
    """Ink that belongs to a level or an upright run of at least ``length``; the last column is bare.

    A number that is shifted over itself takes half of the time that runs take one by one.
    """
    return _runs(page, length, 1) | _runs(page, length, width)


def _runs(bits: int, length: int, stride: int) -> int:
    """The bits that belong to ``length`` or more of them, each ``stride`` after the other."""
    steps: list[int] = []
    while (held := 1 + sum(steps)) < length:
        steps.append(min(held, length - held))
    for step in steps:
        bits &= bits >> step * stride
    for step in steps:
        bits |= bits << step * stride
    return bits
