"""A form printed in one colour and filled in by a machine in black: its two prints, each by itself.

Bills come printed in brown, red, blue or green; what the cashier's printer adds often stands across the
labels, where neither is read from the picture of both. The inks are parted as the stains of tissue are: of
two inks one above the other each lets its share of the light through, so their optical densities add up, and
two known inks are two unknowns at every pixel (colour deconvolution: Ruifrok and Johnston 2001).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from ocr.geometry import bounding_box
from ocr.marks.colours import Floats, Grey, evenly_lit
from ocr.types import Box, Pixels, Polygon

_INK = 0.3
"""Optical density (natural logarithm, length over the three channels) from which a pixel is ink."""
_APART = 0.2
"""Distance of the hues of two inks (directions of their densities, length 1) from which on they are two."""
_LEAST = 0.1
"""Share of the page's ink that each of two prints must have."""
_DARK = 0.5
"""Density of the ink whose hue is looked at, as a share of the darkest tenth's."""
_ENOUGH, _MOST = 500, 10_000
"""Pixels of ink that tell anything, and that are looked at."""
_BAND = 256
"""Rows that are parted at a time: densities of a whole page would take 150 MB."""
_COARSE = 2
"""Of the rows and columns of a picture every so many are looked at to tell its inks."""
_DARKNESS = 1.5
"""Density, a channel, at which an ink's usual print is drawn."""
_BARE = 0.2
"""Share of an ink's usual density below which nothing is printed: what is left where the other ink was."""
_PRINTED = 150
"""Brightness below which a pixel of a print counts as ink."""
_DENSITY = -np.log(np.maximum(np.arange(256), 4) / 255.0).astype(np.float32)
_ACROSS = np.array([[2, -1, -1], [0, 3**0.5, -(3**0.5)]], np.float32) / np.float32(6**0.5)
"""What densities differ from grey by, on two axes: from red, and from green to blue."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The two prints of one page, each dark on white, 0–255: every ``step``-th row and column of it."""

    form: Grey
    filled: Grey
    step: int

    def share(self, outline: Polygon) -> float:
        """How much of the ink within an outline is the form's, 0–1; 1 where there is no ink."""
        form, filled = (int(print_.sum()) for print_ in self._inked(outline))
        return form / (form + filled) if form + filled else 1.0

    def meet(self, outline: Polygon) -> float:
        """Share of the columns of the sparser print in an outline in which the other stands too, 0–1."""
        form, filled = (print_.any(axis=0) for print_ in self._inked(outline))
        sparser = min(int(form.sum()), int(filled.sum()))
        return float((form & filled).sum()) / sparser if sparser else 0.0

    def _inked(self, outline: Polygon) -> Sequence[npt.NDArray[np.bool_]]:
        place = _place(bounding_box(outline), self.step)
        return [np.asarray(p[place] < _PRINTED) for p in (self.form, self.filled)]


def part_inks(pixels: Pixels, seals: Sequence[Box], step: int = 1) -> Inks | None:
    """The form's print and what was filled in; ``None`` where a page is not printed in colour and in black.

    The ink of ``seals`` does not count as the form's. Every ``step``-th row and column is looked at: every
    other one is enough to tell how the inks stand to each other, in a quarter of the time.
    """
    even = evenly_lit(np.ascontiguousarray(pixels[::step, ::step]))
    told = _two_inks(_hues_beside(even, [_place(seal, step * _COARSE) for seal in seals]))
    if told is None:
        return None
    black, colour = told
    if step == 1:
        even = np.asarray(cv2.GaussianBlur(even, (0, 0), 0.8), np.uint8)
    form, filled = (np.empty(even.shape[:2], np.float32) for _ in range(2))
    for top in range(0, len(even), _BAND):
        rows = np.s_[top : top + _BAND]
        form[rows], filled[rows] = _unmixed(_density(even[rows]), colour, black)
    for seal in seals:
        place = _place(seal, step)
        if even[place].size:
            _look_under(_density(even[place]), form[place], filled[place], colour, black)
    return Inks(_printed(form), _printed(filled), step)


def _place(box: Box, step: int) -> tuple[slice, slice]:
    x0, y0, x1, y1 = (max(0, round(v / step)) for v in box)
    return np.s_[y0:y1, x0:x1]


def _look_under(density: Floats, form: Floats, filled: Floats, colour: Floats, black: Floats) -> None:
    """Tell the black under a seal anew, in ``filled``, where the seal's ink explains what is seen better."""
    told = _two_inks(_hues(density), black)
    if told is None:
        return
    stamp, under = _unmixed(density, told[1], black)
    better = _left(density, stamp, told[1], under, black) < _left(density, form, colour, filled, black)
    filled[better] = under[better]


def _unmixed(density: Floats, colour: Floats, black: Floats) -> tuple[Floats, Floats]:
    """The densities of the coloured ink and of black, neither below nothing."""
    both = np.stack([colour, black])
    parts = cv2.transform(density, np.linalg.pinv(both.T).astype(np.float32))
    alone = cv2.transform(density, both)
    form = np.where(parts[..., 1] < 0, alone[..., 0], parts[..., 0])
    filled = np.where(parts[..., 0] < 0, alone[..., 1], parts[..., 1])
    return form, filled


def _left(density: Floats, form: Floats, colour: Floats, filled: Floats, black: Floats) -> Floats:
    """What two inks do not explain of the densities, squared."""
    rest = density - form[..., None] * colour - filled[..., None] * black
    return np.asarray((rest * rest).sum(axis=2), np.float32)


def _two_inks(hues: Floats, black: Floats | None = None) -> tuple[Floats, Floats] | None:
    """The densities of the black and of the coloured ink, of length 1; ``None`` without two inks.

    Two middles of the hues (k-medians). The one nearer to grey is the black, which takes the tint of a lamp.
    """
    if len(hues) < _ENOUGH:
        return None
    off = hues @ _ACROSS.T
    near = np.median(off, axis=0) if black is None else black @ _ACROSS.T
    reach = np.linalg.norm(off - near, axis=1)
    far = np.median(off[reach >= np.percentile(reach, 90)], axis=0)
    for _ in range(6):
        coloured = np.linalg.norm(off - far, axis=1) < np.linalg.norm(off - near, axis=1)
        if not _LEAST < coloured.mean() < 1 - _LEAST:
            return None
        far = np.median(off[coloured], axis=0)
        near = np.median(off[~coloured], axis=0) if black is None else near
    if np.linalg.norm(far - near) < _APART:
        return None
    if np.linalg.norm(far) < np.linalg.norm(near):
        coloured = ~coloured
    return _mean(hues[~coloured]) if black is None else black, _mean(hues[coloured])


def _mean(hues: Floats) -> Floats:
    mean = np.median(hues, axis=0)
    return np.asarray(mean / np.linalg.norm(mean), np.float32)


def _hues_beside(even: Pixels, places: Sequence[tuple[slice, slice]]) -> Floats:
    """The hues outside some places, of every ``_COARSE``-th row and column."""
    looked_at = _density(np.ascontiguousarray(even[::_COARSE, ::_COARSE]))
    for place in places:
        looked_at[place] = 0
    return _hues(looked_at)


def _hues(density: Floats) -> Floats:
    """The densities of each pixel of ink, at length 1, number × 3, of at most ``_MOST`` pixels.

    Only of the darker ink: thin strokes are mixed with paper.
    """
    flat = density.reshape(-1, 3)
    squares = np.einsum("ij,ij->i", flat, flat)
    inked = np.flatnonzero(squares > _INK**2)
    if not len(inked):
        return np.empty((0, 3), np.float32)
    inked = inked[squares[inked] > _DARK**2 * np.percentile(squares[inked], 90)]
    inked = inked[:: max(1, len(inked) // _MOST)]
    return np.asarray(flat[inked] / np.sqrt(squares[inked, None]), np.float32)


def _density(even: Pixels) -> Floats:
    return np.asarray(cv2.LUT(even, _DENSITY), np.float32)


def _printed(density: Floats) -> Grey:
    """An ink's densities as print, dark on white, as dark as the ink usually is; they are used up."""
    inked = density[::_COARSE, ::_COARSE]
    inked = inked[inked > _INK]
    usual = max(float(np.percentile(inked, 60)) if inked.size else 0.0, 0.4)
    bare = _BARE * usual
    density -= bare
    np.clip(density, 0, None, out=density)
    density *= -_DARKNESS / (usual - bare)
    np.exp(density, out=density)
    density *= 255
    return density.astype(np.uint8)
