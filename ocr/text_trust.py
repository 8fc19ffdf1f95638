"""May a page be read from its text layer? Only where the layer says what the page shows.

The costly mistake is trust: a hidden or garbled layer gives wrong values that look certain. Doubt
costs a second of recognition. So each test here leans towards reading the pixels.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt

from ocr.pdf_objects import PageObjects
from ocr.pdf_text import GlyphLayer
from ocr.pixels import Plane
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
_largest: Final = partial(np.maximum.reduce, axis=None)
_smallest: Final = partial(np.minimum.reduce, axis=None)
"""``patch.max()`` and ``patch.min()`` without the detour that numpy takes for them, once a glyph."""


def distrust(
    layer: GlyphLayer, seen: Sequence[bool], objects: PageObjects, pixels: Pixels, low: Plane, scale: float
) -> str | None:
    """Return why the text layer must not be used, or ``None`` where it may.

    ``seen`` is what ``seen_glyphs`` answers, ``low`` the darkest channel of ``pixels``, ``scale`` is
    pixels per point. Reasons: ``empty``,
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
        ("unexplained", lambda: _uncovered(layer, pixels, low, scale) > _UNCOVERED),
    )
    return next((reason for reason, fails in tests if fails()), None)


def seen_glyphs(layer: GlyphLayer, low: Plane) -> list[bool]:
    """For each glyph whether its box shows both ink and ground; one that does not must not be read.

    A glyph in a font that neither the file nor the system has cannot show, and counts as seen.
    """
    shown = with_ink(layer.ink_boxes, low)
    return [shows or index in layer.undrawable for index, shows in enumerate(shown)]


def with_ink(boxes: Sequence[Box], low: Plane) -> list[bool]:
    """For each box (pixels of the page) whether both ink and ground are in it; ``low`` is the page's darkest
    channel."""
    shown: list[bool] = []
    for x0, y0, x1, y1 in boxes:
        patch = low[max(0, int(y0) - 1) : int(y1) + 2, max(0, int(x0) - 1) : int(x1) + 2]
        shown.append(bool(patch.size) and int(_largest(patch)) - int(_smallest(patch)) >= _CONTRAST)
    return shown


def _stacked(layer: GlyphLayer) -> int:
    """How many letters or ideographs stand on another, different one."""
    middles: dict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)
    stacked = 0
    for glyph, (x0, y0, x1, y1) in zip(layer.glyphs, layer.ink_boxes, strict=True):
        if not glyph.text.isalnum():
            continue
        x, y, cell = (x0 + x1) / 2, (y0 + y1) / 2, max(glyph.em, 1.0)
        column, row = int(x // cell), int(y // cell)
        around = [(column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        stacked += any(
            text != glyph.text and abs(other_x - x) < _ON_TOP * cell and abs(other_y - y) < _ON_TOP * cell
            for key in around
            for other_x, other_y, text in middles.get(key, ())
        )
        middles[column, row].append((x, y, glyph.text))
    return stacked


def _uncovered(layer: GlyphLayer, pixels: Pixels, low: Plane, scale: float) -> float:
    """Share of the dark ink that lies away from the text, ruling lines and red seals left out."""
    height, width = pixels.shape[:2]
    step = max(1, round(scale * _CELL), math.ceil(math.sqrt(height * width / _MOST_WEIGHED)))
    ink = low[::step, ::step] < 128
    dark = np.divmod(np.flatnonzero(ink), ink.shape[1])  # an eighth of what np.nonzero takes
    red, green, blue = pixels[::step, ::step][dark].T
    ink[dark] = np.maximum(np.maximum(red, green), blue) - low[::step, ::step][dark] < _RED
    length = max(4, int(_RULE_POINTS * scale / step))
    ink &= ~(_long_runs(ink, length) | _long_runs(ink.T, length).T)
    text = np.zeros_like(ink)
    for x0, y0, x1, y1 in layer.ink_boxes:
        margin = 0.2 * (y1 - y0) + step
        left, top = max(0, int((x0 - margin) / step)), max(0, int((y0 - margin) / step))
        text[top : int((y1 + margin) / step) + 1, left : int((x1 + margin) / step) + 1] = True
    total = np.count_nonzero(ink)
    return np.count_nonzero(ink & ~text) / total if total else 0.0


def _long_runs(ink: npt.NDArray[np.bool_], length: int) -> npt.NDArray[np.bool_]:
    """Ink that belongs to a horizontal run of at least ``length``."""
    height, width = ink.shape
    # A bare column at the end keeps the last run of a row apart from the first of the next.
    rows = np.zeros((height, width + 1), np.bool_)
    rows[:, :width] = ink
    flat = rows.reshape(-1)
    edges = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    if flat[0]:
        edges = np.concatenate([[0], edges])
    starts, ends = edges[::2], edges[1::2]
    long = ends - starts >= length
    runs = np.zeros_like(flat)
    for start, end in zip(starts[long].tolist(), ends[long].tolist(), strict=True):
        runs[start:end] = True
    return runs.reshape(rows.shape)[:, :width]
