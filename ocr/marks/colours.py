"""Coloured ink on paper: where seals are printed, and the page without them.

Colours are judged after the page's own light is divided out, so that warm lamps, shadows and tinted
paper do not look like ink. All masks are ``uint8``, 255 where the ink is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias, TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from ocr.blur import blurred
from ocr.types import Pixels

Mask: TypeAlias = npt.NDArray[np.uint8]
Grey: TypeAlias = npt.NDArray[np.uint8]
Floats: TypeAlias = npt.NDArray[np.float32]

_Number = TypeVar("_Number", np.uint8, np.float32)

_MIN_CHROMA = 22
"""Least distance between the ink's own channel and the next, of 255; JPEG noise stays under 12."""
_NEIGHBOURS = 4.0
"""Reach (σ, px of a page 640 px long) within which hues are taken together."""
_STROKE = 0.015
"""The same for the picture of a seal, as a share of its long side."""
_THIN = 9
"""Breadth in px of a page 640 px long below which ink stands out from its surroundings: rims take 1 to 4."""
_RED_HUE = np.ceil(np.arange(256) * 9 / 20).astype(np.uint8)
"""By how much red leads the least channel → by how much less green and blue differ in a red ink."""
_BLUE_HUE = np.ceil(np.arange(256) * 7 / 10).astype(np.uint8)
"""By how much blue leads green → by how much less red does in a blue ink."""
_SLACK = 64
"""Rows looked through for one that lies on a row of the page: the best of so many lies within a hundredth."""
_LEAST_HUE, _FULL_HUE = 0.02, 0.12
"""Hue as a share of darkness: black print stays under the first, purple seals measured 0.08-0.3."""


def channels(picture: npt.NDArray[_Number]) -> npt.NDArray[_Number]:
    """Red, green and blue, each height × width: what ``cv2.split`` gives, in memory of one piece.

    The arrays that ``cv2.split`` allocates itself cost 6 ms at 1200 px, the work in them 0.2.
    """
    planes = np.empty((3, *picture.shape[:2]), picture.dtype)
    cv2.split(picture, list(planes))
    return planes


def reduced(pixels: Pixels, long_side: int) -> tuple[Pixels, float]:
    """The picture with its long side at most ``long_side`` px, and the factor that was applied (≤ 1)."""
    height, width = pixels.shape[:2]
    scale = min(1.0, long_side / max(height, width))
    if scale == 1.0:
        return pixels, 1.0
    return _shrunk(pixels, max(1, round(width * scale)), max(1, round(height * scale))), scale


def reduced_rows(pixels: Pixels, long_side: int, rows: slice) -> Pixels:
    """Those ``rows`` of what ``reduced`` gives, at their share of its cost.

    The page is cut where a row of the reduced one begins on one of its own, to a fiftieth of a pixel.
    """
    height, width = pixels.shape[:2]
    scale = min(1.0, long_side / max(height, width))
    count = max(1, round(height * scale))
    step = height / count
    first = _on_a_row(range(max(0, rows.start - _SLACK), rows.start + 1), step)
    last = _on_a_row(range(min(count, rows.stop), min(count, rows.stop + _SLACK) + 1), step)
    part = pixels[round(first * step) : round(last * step)]
    small = _shrunk(part, max(1, round(width * scale)), last - first)
    return small[rows.start - first : rows.stop - first]


def _on_a_row(rows: Iterable[int], step: float) -> int:
    """That of ``rows`` which lies closest to the beginning of a row, ``step`` of which make one of them."""
    return min(rows, key=lambda row: abs(row * step - round(row * step)))


def _shrunk(pixels: Pixels, width: int, height: int) -> Pixels:
    small = pixels
    # halving takes the mean of four; INTER_AREA at odd factors costs six times as much and shows no more
    while small.shape[0] >= 2 * height and small.shape[1] >= 2 * width:
        small = np.asarray(cv2.resize(small, (small.shape[1] // 2, small.shape[0] // 2)), np.uint8)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def paper_light(pixels: Pixels) -> Pixels:
    """The light and tint of the bare paper at every pixel, RGB, same size.

    The brightest value of each channel within about 4 % of the page, smoothed; ink and thin lines vanish.
    """
    return _as_large(_coarse_light(pixels), pixels)


def _coarse_light(pixels: Pixels) -> Pixels:
    small, _ = reduced(pixels, 160)
    light = cv2.dilate(cv2.medianBlur(small, 3), np.ones((7, 7), np.uint8))
    return np.asarray(cv2.GaussianBlur(light, (0, 0), 4), np.uint8)


def _as_large(light: Pixels, pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    return np.asarray(cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def lit_rows(pixels: Pixels, rows: slice) -> Pixels:
    """The ``rows`` of a picture with bare paper brought to white, by the light of the whole picture."""
    light = _coarse_light(pixels)
    factor = light.shape[0] / pixels.shape[0]
    around = light[max(0, int(rows.start * factor) - 1) : int(rows.stop * factor) + 2]
    if around.size and int(around.min()) == 255:  # white paper that a program drew: 8 ms of a page spared
        return pixels[rows]
    return evenly_lit(pixels[rows], _as_large(light, pixels)[rows])


def evenly_lit(pixels: Pixels, light: Pixels | None = None) -> Pixels:
    """The picture with bare paper brought to white everywhere; ``light`` where it is known already."""
    light = paper_light(pixels) if light is None else light
    darkest = int(light.min())
    if darkest == 255:  # a page that a program drew
        return pixels
    light = light if darkest >= 40 else np.maximum(light, 40)
    return np.asarray(cv2.divide(pixels, light, scale=255), np.uint8)


def red_strength(even: Pixels) -> Grey:
    """How red each pixel is, 0–255: its red above its green and blue, where the hue is a red ink's."""
    red, green, blue = channels(even)
    least = cv2.LUT(cv2.subtract(red, cv2.min(green, blue)), _RED_HUE)
    hue = cv2.compare(cv2.absdiff(green, blue), least, cv2.CMP_LT)
    return np.asarray(cv2.bitwise_and(cv2.subtract(red, cv2.max(green, blue)), hue), np.uint8)


def cool_strength(even: Pixels) -> Grey:
    """How much ink that is blue, blue-green or purple each pixel holds, 0–255: the seals that are not red."""
    red, green, _ = channels(even)
    dark = cv2.bitwise_not(cv2.min(red, green))
    _, strokes = cv2.threshold(cv2.subtract(dark, cv2.blur(dark, (9, 9))), 30, 255, cv2.THRESH_BINARY)
    dyed = np.flatnonzero(dark)  # white paper has no hue: a page that a program drew is mostly that
    hue = _coolness(even, _NEIGHBOURS, dyed)
    inked = hue[np.asarray(strokes).ravel()[dyed] > 0]
    black = float(np.clip(np.median(inked), -0.08, 0.05)) if len(inked) else 0.0
    sure = np.clip((hue - black - _LEAST_HUE) / (_FULL_HUE - _LEAST_HUE), 0, 1)
    strength = np.zeros(dark.shape, np.uint8)
    strength.ravel()[dyed] = np.asarray(dark).ravel()[dyed] * sure
    return strength


def grey_strength(even: Pixels) -> Grey:
    """How much darker than its surroundings each pixel is where it is not coloured, 0-255: thin grey ink, of
    copies and on thermal paper.

    ``even`` is a page of 640 px. The light is not divided out at the edge of a shadow, nor the moiré of a
    screen: they were as dark as a pale seal, and hid it.
    """
    tinted = cv2.dilate(cv2.bitwise_or(red_ink(even), blue_ink(even)), np.ones((3, 3), np.uint8))
    grey = cv2.GaussianBlur(cv2.cvtColor(even, cv2.COLOR_RGB2GRAY), (0, 0), 0.7)
    wide = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_THIN, _THIN))
    return np.asarray(cv2.subtract(cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, wide), tinted), np.uint8)


def _coolness(even: Pixels, reach: float, places: npt.NDArray[np.intp] | None = None) -> Floats:
    """How blue, blue-green or purple the ink within ``reach`` px (σ) is, as a share of its darkness.

    Cheap stamps print purple so dark that a JPEG keeps two or three levels of colour beside a hundred of
    darkness. So the shape of a seal is taken from the darkness, and the hue from a neighbourhood of about a
    character; black print takes the tint of the lamp, so its own hue is the zero. ``places``: the
    pixels asked for, counted row by row; else all.
    """
    r, g, b = _averaged(even, reach)
    if places is not None:
        r, g, b = (channel.ravel()[places] for channel in (r, g, b))
    hue = np.maximum(b - g - 0.2 * np.maximum(r - g, 0), g - r)
    return np.asarray(hue / (265 - np.minimum(r, g)), np.float32)


def _redness(even: Pixels, reach: float) -> Floats:
    """The same for red ink."""
    r, g, b = _averaged(even, reach)
    return np.asarray((r - np.maximum(g, b)) / (265 - g), np.float32)


def _averaged(even: Pixels, reach: float) -> Sequence[Floats]:
    """Red, green and blue, blurred by ``reach`` px (σ)."""
    height, width = even.shape[:2]
    step = max(1, int(reach))  # what is smooth needs no full resolution
    small = (max(1, width // step), max(1, height // step))
    part = cv2.resize(even, small, interpolation=cv2.INTER_AREA).astype(np.float32)
    soft = cv2.GaussianBlur(part, (0, 0), reach / step)
    return list(channels(np.asarray(cv2.resize(soft, (width, height)), np.float32)))


def red_ink(even: Pixels, least: int = _MIN_CHROMA) -> Mask:
    """Red, orange-red and crimson ink, also faded, on a picture from ``evenly_lit``."""
    return _traced(red_strength(even), least)


def blue_ink(even: Pixels, least: int = _MIN_CHROMA) -> Mask:
    """Blue and purple-blue ink on a picture from ``evenly_lit``."""
    red, green, blue = channels(even)
    hue = cv2.compare(cv2.subtract(red, green), cv2.LUT(cv2.subtract(blue, green), _BLUE_HUE), cv2.CMP_LT)
    strength = cv2.bitwise_and(cv2.subtract(blue, cv2.max(red, green)), hue)
    return _traced(np.asarray(strength, np.uint8), least)


def _traced(chroma: Grey, least: int) -> Mask:
    """Pixels above ``least``, and those above half of it that stand beside them (worn, faint strokes)."""
    _, strong = cv2.threshold(chroma, least, 255, cv2.THRESH_BINARY)
    if not cv2.countNonZero(strong):  # a page without ink of the colour
        return np.asarray(strong, np.uint8)
    _, weak = cv2.threshold(chroma, least // 2, 255, cv2.THRESH_BINARY)
    return np.asarray(cv2.max(strong, cv2.min(weak, cv2.dilate(strong, np.ones((7, 7), np.uint8)))), np.uint8)


def dark_ink(even: Pixels, below: int = 170) -> Mask:
    """Ink of any colour that is darker than ``below`` of 255 on a picture from ``evenly_lit``."""
    grey = cv2.cvtColor(even, cv2.COLOR_RGB2GRAY)
    return np.asarray(cv2.threshold(grey, below - 1, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)


def ink_picture(even: Pixels, colour: str, *, bare: bool = False) -> Grey:
    """Only the ink of one colour, dark on white, worn and faint places brought up to the others.

    ``colour`` is ``red``, ``blue`` or ``grey``; ``even`` is the crop of one seal. It is the darkness where
    the hue around is the ink's: a JPEG keeps brightness in full and colour in half the resolution, but print
    across the seal stays in it. ``bare`` takes red alone instead, from which black print disappears.
    """
    red, green, blue = channels(even)
    if colour == "grey":
        ink = 255 - cv2.cvtColor(even, cv2.COLOR_RGB2GRAY)
    elif bare:
        ink = cv2.subtract(red, cv2.addWeighted(green, 0.5, blue, 0.5, 0))
    else:
        reach = _STROKE * max(even.shape)
        hue = _redness(even, reach) - 0.05 if colour == "red" else _coolness(even, reach)
        dark = cv2.bitwise_not(green if colour == "red" else np.minimum(red, green))
        ink = np.asarray(dark * np.clip(hue / 0.08, 0, 1), np.uint8)
    strong = max(float(np.percentile(ink, 97)), 30.0)
    reach = max(5, round(0.05 * max(ink.shape)))
    around = cv2.dilate(cv2.GaussianBlur(ink, (0, 0), 1.0), np.ones((reach, reach), np.uint8))
    level = np.maximum(blurred(np.asarray(around, np.uint8), reach).astype(np.float32), 0.35 * strong)
    return np.asarray(255 - np.clip(ink * (255 / level), 0, 255), np.uint8)


def without_red(pixels: Pixels, *, blue: bool = False) -> Pixels:
    """The page with red seal ink removed, so that print under a seal can be read again.

    In the ink's own channel a red seal is almost as bright as paper while black print stays dark; that
    channel, scaled until the ink is as bright as paper, replaces the coloured pixels. ``blue`` removes
    blue ink in the same way; it is off by default because people also write in blue.
    """
    even = evenly_lit(pixels)
    clean = even.copy()
    for wanted, find, channel in ((True, red_ink, 0), (blue, blue_ink, 2)):
        if not wanted:
            continue
        core = find(even)
        if not core.any():
            continue
        soft = np.minimum(cv2.dilate(core, np.ones((5, 5), np.uint8)), find(even, 6))
        own = even[:, :, channel]
        level = float(np.percentile(own[core > 0], 40))
        flat = np.clip(own.astype(np.float32) * (255 / max(level, 60.0)), 0, 255).astype(np.uint8)
        clean[soft > 0] = flat[soft > 0][:, None]
    return clean
