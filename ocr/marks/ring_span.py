"""Where the text stands in a ring laid out straight: its rows, and the columns from its first to its last
character.

Lines across the middle of the seal run through the ring, too, and the widest gap is not always that
between the end of the text and its beginning.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Dark: TypeAlias = npt.NDArray[np.bool_]
Span: TypeAlias = tuple[int, int]

STRIP = 120
"""Rows of the strip; its text band is then about 45 px, the height the reader works at."""
_FEET = 0.5
"""Ink of a row as a share of the fullest one below which the text has ended."""
_LEAST_RING = 0.42
"""Share of the circle that ring text fills at least: 0.5-0.8 on real seals."""
WIDEST_GAP = 2.7
"""Gaps between a ring's characters, in text heights; short names are set wide, and 人 is narrow above."""

_APART = 0.9
"""Gaps from so many text heights on may part texts that run in two directions."""
_WIDER = 1.5
"""The same in gaps between characters, which names of few characters set wide."""
_BETWEEN = 0.15
"""Gaps from so many text heights on stand between characters, smaller ones within them."""
_LEAST_STRETCH = 1.3
"""Length of such a text in its heights: (6) and 专用章 are longer, a star is not."""


def ring_place(dark: Dark, *, lined: bool) -> tuple[Span, Span] | None:
    """Rows and columns of the ring text in a strip of ``STRIP`` rows; columns count on where they wrap.

    ``lined``: lines across the middle of the seal may run through the ring.
    """
    width = dark.shape[1]
    band = _band(dark)
    span = _text_span(dark[band[0] : band[1]]) if band else None
    if band is None or span is None:
        return None
    # Lines across the middle reach into the strip beside the ring text: measure where its middle is.
    inset = (span[1] - span[0]) // 5
    band = _band(dark[:, np.arange(span[0] + inset, span[1] - inset) % width]) or band
    inked = dark[band[0] : band[1]]
    freed = _text_span(inked & ~_across(dark, band)) if lined else None
    if freed is not None and freed[1] - freed[0] >= _LEAST_RING * width:
        return band, _completed(inked, freed)
    return band, _text_span(inked) or span


def ring_stretches(inked: Dark, span: Span) -> list[Span]:
    """The parts of ``span`` that wide gaps part, columns counting on past the width as its own do.

    Short scraps belong to no part; a ring without wide gaps has none.
    """
    height, width = inked.shape
    columns = inked[:, np.arange(*span) % width].sum(axis=0) >= 2
    positions = np.flatnonzero(columns)
    if not len(positions):
        return []
    gaps = np.diff(positions) - 1
    between = gaps[gaps >= _BETWEEN * height]
    usual = float(np.median(between)) if len(between) else 0.0
    apart = max(_APART * height, _WIDER * usual)
    parts = np.split(positions, np.flatnonzero(gaps > apart) + 1)
    spans = [(span[0] + int(p[0]), span[0] + int(p[-1]) + 1) for p in parts]
    return [(start, end) for start, end in spans if end - start >= _LEAST_STRETCH * height]


def _band(dark: Dark) -> Span | None:
    """Rows of the ring text in a strip: the weightiest stretch, small breaks bridged."""
    share = np.convolve(np.pad(dark.mean(axis=1), 1, mode="edge"), np.ones(3) / 3, mode="valid")
    level = 0.22 * float(np.percentile(share, 90)) + 0.005
    inked = np.flatnonzero(share > level)
    if len(inked) < 8:
        return None
    stretches = np.split(inked, np.flatnonzero(np.diff(inked) > 4) + 1)
    best = max(stretches, key=lambda rows: float(share[rows].sum()))
    first, last = int(best[0]), int(best[-1]) + 1
    # The feet of the ring text, where a line across the middle of the seal follows without a break.
    peak = first + int(share[first:last].argmax())
    low = np.flatnonzero(share[peak:last] < _FEET * share[peak])
    if len(low) and peak + int(low[0]) - first >= 0.2 * STRIP:
        last = peak + int(low[0])
    return (first, last) if last - first >= 0.12 * STRIP else None


def _across(dark: Dark, band: Span) -> Dark:
    """Columns in which a line across the seal's middle runs through the ring: it goes on below the band,
    where ring text has blank paper."""
    height = band[1] - band[0]
    top = band[1] + round(0.15 * height)
    below = dark[top : top + round(0.4 * height)].sum(axis=0) >= 2
    if not len(below):
        return np.zeros(dark.shape[1], np.bool_)
    reach = round(0.8 * height)
    share = np.convolve(np.pad(below, reach, mode="wrap"), np.ones(2 * reach + 1) / (2 * reach + 1), "valid")
    across = np.asarray(share > 0.3, np.bool_)
    return across if across.mean() < 0.5 else np.zeros_like(across)


def _completed(dark: Dark, span: Span) -> Span:
    """The span with the characters whole in which it begins and ends: on to the next blank column."""
    height, width = dark.shape
    free = dark.sum(axis=0) < 2
    ends = []
    for end, step in ((span[0], -1), (span[1], 1)):
        columns = [(end + step * k) % width for k in range(1, round(0.9 * height))]
        blank = next((k for k, column in enumerate(columns, 1) if free[column]), 0)
        ends.append(end + step * blank)
    return (ends[0], min(ends[1], ends[0] + width))


def _text_span(dark: Dark) -> Span | None:
    """Columns where the text begins and ends, the end counted on past the width where it wraps.

    Only the outer part of the band counts: lines across the middle of the seal reach into its inner part.
    """
    height = len(dark)
    inked = dark[: max(6, round(0.55 * height))].sum(axis=0) >= 2
    if not inked.any():
        return None
    start, end = max(_runs(inked, round(WIDEST_GAP * height)), key=lambda run: run[1] - run[0])
    if end - start < 1.5 * height:
        return None
    return (start, min(end, start + dark.shape[1]))


def _runs(inked: Dark, bridge: int) -> list[Span]:
    """Cyclic runs of inked columns, joined across gaps of at most ``bridge``."""
    width = len(inked)
    if inked.all():
        return [(0, width)]
    gaps = []
    positions = np.flatnonzero(inked)
    for left, right in zip(positions, np.append(positions[1:], positions[0] + width), strict=True):
        if right - left > bridge:
            gaps.append((int(left), int(right)))
    if not gaps:
        distance = np.diff(np.append(positions, positions[0] + width))
        widest = int(distance.argmax())
        begin = int(np.append(positions, positions[0] + width)[widest + 1])
        return [(begin, int(positions[widest]) + width)]
    runs = []
    for (_, begin), (finish, _) in zip(gaps, [*gaps[1:], (gaps[0][0] + width, 0)], strict=True):
        runs.append((begin, finish + 1))
    return runs
