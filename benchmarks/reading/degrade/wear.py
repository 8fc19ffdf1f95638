"""A page at a difficulty: which effects, in which order, and how the picture is stored."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image

from benchmarks.reading.degrade import camera, paper, shape
from benchmarks.reading.degrade.worn import Worn
from benchmarks.reading.truth import PageTruth
from ocr.types import Pixels

DIFFICULTIES = ("clean", "photo", "hard")
UPRIGHT_BY_EXIF = {0: 1, 1: 8, 2: 3, 3: 6}
"""Clockwise quarter turns of the stored picture → the EXIF orientation that undoes them."""
TURNED_WITHOUT_WORD = 0.12
"""Share of photos that lie on their side or head without EXIF saying so."""
_PRINTS: tuple[Callable[[Worn, np.random.Generator], Worn], ...] = (
    paper.dot_matrix,
    paper.thermal,
    paper.copied,
    paper.copied,
)
_HANDS = (shape.folded, shape.curled, paper.stamped, camera.partly_blurred, camera.from_screen, camera.coarse)


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished file. ``truth`` has its quadrilaterals in the picture after EXIF orientation."""

    data: bytes
    suffix: str
    truth: PageTruth


def wear(pixels: Pixels, truth: PageTruth, difficulty: str, rng: np.random.Generator) -> Picture:
    """The page as a file of this difficulty."""
    worn = Worn(pixels, truth)
    if difficulty == "clean":
        worn = paper.scanned(worn, rng).named(difficulty)
        if rng.random() < 0.5:
            return _stored(worn, "png", 0, 1)
        return _stored(worn, "jpg", 85, 1)
    if difficulty == "photo":
        worn = camera.laid_down(worn, rng, strength=1.0)
        worn = camera.shot(camera.lit(worn, rng, strength=1.0), rng, strength=1.0)
        return _as_phone_stores(worn.named(difficulty), int(rng.integers(60, 81)), rng)
    worn = _hard(worn, rng)
    return _as_phone_stores(worn.named(difficulty), int(rng.integers(50, 76)), rng)


def _hard(worn: Worn, rng: np.random.Generator) -> Worn:
    """One thing wrong with the print, one or two with the sheet or the photo; a third are flat copies."""
    if rng.random() < 0.6:
        worn = _PRINTS[int(rng.integers(len(_PRINTS)))](worn, rng)
    hands = [_HANDS[i] for i in rng.permutation(len(_HANDS))[: int(rng.integers(1, 3))]]
    if any(effect in hands for effect in (shape.folded, shape.curled, paper.stamped)):
        for effect in (shape.folded, shape.curled, paper.stamped):
            worn = effect(worn, rng) if effect in hands else worn
    if camera.from_screen in hands:
        worn = camera.from_screen(worn, rng)
    if worn.done and rng.random() < 0.33:  # a flat copy: no camera
        worn = paper.scanned(worn, rng)
    else:
        worn = camera.lit(camera.laid_down(worn, rng, strength=1.6), rng, strength=1.6)
        worn = camera.shot(worn, rng, strength=1.25)
    if camera.partly_blurred in hands:
        worn = camera.partly_blurred(worn, rng)
    return camera.coarse(worn, rng) if camera.coarse in hands else worn


def _as_phone_stores(worn: Worn, quality: int, rng: np.random.Generator) -> Picture:
    """Half as they stand, the others turned with EXIF to undo it, a few turned without a word."""
    chance = rng.random()
    quarter = int(rng.integers(1, 4))
    if chance < TURNED_WITHOUT_WORD:
        turned = camera.turned(worn, quarter)
        return _stored(turned.named(worn.truth.difficulty), "jpg", quality, 1)
    if chance < 0.5:
        sideways = Worn(np.ascontiguousarray(np.rot90(worn.pixels, -quarter)), worn.truth, worn.done)
        return _stored(sideways, "jpg", quality, UPRIGHT_BY_EXIF[quarter])
    return _stored(worn, "jpg", quality, 1)


def _stored(worn: Worn, suffix: str, quality: int, orientation: int) -> Picture:
    out = io.BytesIO()
    picture = Image.fromarray(worn.pixels)
    if suffix == "png":
        picture.save(out, "PNG")
    else:
        exif = Image.Exif()
        exif[0x0112] = orientation
        picture.save(out, "JPEG", quality=quality, exif=exif)
    return Picture(out.getvalue(), suffix, worn.truth)
