"""Signatures: a name in a pen-like face, each character turned, slanted and bent a little."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from samples import fonts
from samples.paper import Colour, Paper, Sheet

BLUE_BLACK: Colour = (28, 34, 84)
PEN_BLACK: Colour = (24, 24, 28)


def handwriting(text: str, seed: int, ink: Colour = BLUE_BLACK, face: str = "gkai") -> Image.Image:
    """``text`` as if written by hand: RGBA, about 200 pixels high."""
    rng = np.random.default_rng(seed)
    size = 150
    image = Image.new("RGBA", (int(size * (len(text) * 0.86 + 1)), 240), (*ink, 0))
    x = size * 0.3
    slant = rng.uniform(0.08, 0.3)
    for char in text:
        tile = Image.new("L", (240, 240), 0)
        font = fonts.pixel_font(face, int(size * rng.uniform(0.88, 1.12)))
        ImageDraw.Draw(tile).text((120, 120), char, fill=255, font=font, anchor="mm")
        tile = tile.rotate(rng.uniform(-9, 9), resample=Image.Resampling.BICUBIC)
        shear = (1, slant, -slant * 120, rng.uniform(-0.08, 0.08), 1, 0)
        tile = tile.transform(tile.size, Image.Transform.AFFINE, shear, Image.Resampling.BICUBIC)
        solid = Image.new("RGBA", tile.size, (*ink, 255))
        solid.putalpha(tile)
        image.alpha_composite(solid, (round(x) - 60, round(rng.uniform(-8, 8)) + 8))
        x += size * rng.uniform(0.68, 0.9)
    return _bend(image, rng)


def _bend(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """A slow wave through the strokes, then ink that is not quite even."""
    array = np.asarray(image).copy()
    phase, depth = rng.uniform(0, 6), rng.uniform(3, 7)
    for column in range(array.shape[1]):
        shift = round(depth * np.sin(phase + column / 90))
        array[:, column] = np.roll(array[:, column], shift, axis=0)
    out = Image.fromarray(array).filter(ImageFilter.GaussianBlur(1.1))
    return out.crop(out.getchannel("A").getbbox())


def sign(
    paper: Paper,
    sheet: Sheet,
    role: str | None,
    x: float,
    y: float,
    name: str | None,
    *,
    size: float = 20.0,
    seed: int = 3,
    face: str = "gkai",
    ink: Colour = BLUE_BLACK,
) -> None:
    """Sign at ``(x, y)`` (top left), ``size`` points high; ``name=None`` leaves the place empty.

    ``role`` ``None`` draws ink that no role signs with (a technician's, a nurse's).
    """
    if name:
        image = handwriting(name, seed, ink, face)
        sheet.stamp(x, y, size * image.width / image.height, size, image)
    if role:
        paper.signatures.append({"role": role, "present": bool(name)})


def write_by_hand(
    sheet: Sheet, x: float, y: float, text: str, size: float = 13.0, seed: int = 5, face: str = "gkai"
) -> float:
    """Handwritten filling of a form; returns where it ends."""
    image = handwriting(text, seed, PEN_BLACK, face)
    wide = size * image.width / image.height
    sheet.stamp(x, y, wide, size, image)
    return x + wide
