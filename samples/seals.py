"""Seals and stamps, drawn: round with star and ring text, oval, square; the ink uneven as on paper."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from samples import fonts
from samples.paper import Colour, Paper, Sheet

RED: Colour = (206, 32, 40)
BLUE: Colour = (40, 60, 160)
EDGE = 520


def _ring(image: Image.Image, text: str, rx: float, ry: float, size: int, sweep: float, ink: Colour) -> None:
    """Letters along the upper arc of an ellipse, feet towards the centre."""
    centre_x, centre_y = image.width / 2, image.height / 2
    font = fonts.pixel_font("song", size)
    step = sweep / max(1, len(text) - 1) if len(text) > 1 else 0.0
    for i, char in enumerate(text):
        angle = -sweep / 2 + i * step
        tile = Image.new("RGBA", (size * 2, size * 2), (*ink, 0))
        ImageDraw.Draw(tile).text(
            (size, size), char, fill=(*ink, 255), font=font, anchor="mm", stroke_width=max(1, size // 24)
        )
        turned = tile.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        x = centre_x + rx * math.sin(angle) - size
        y = centre_y - ry * math.cos(angle) - size
        image.alpha_composite(turned, (round(x), round(y)))


def _star(draw: ImageDraw.ImageDraw, x: float, y: float, r: float, ink: Colour) -> None:
    points = []
    for i in range(10):
        radius = r if i % 2 == 0 else r * 0.382
        angle = -math.pi / 2 + i * math.pi / 5
        points.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    draw.polygon(points, fill=(*ink, 255))


def _worn(image: Image.Image, seed: int, strength: float) -> Image.Image:
    """Uneven ink: patches, specks, and ``strength`` (0–1) of cover."""
    rng = np.random.default_rng(seed)
    small = rng.random((image.height // 16 + 1, image.width // 16 + 1))
    patch = Image.fromarray((small * 255).astype(np.uint8)).resize(image.size, Image.Resampling.BICUBIC)
    cover = 0.62 + 0.38 * np.asarray(patch.filter(ImageFilter.GaussianBlur(9)), np.float32) / 255
    specks = rng.random((image.height, image.width)) > 0.03
    alpha = np.asarray(image.getchannel("A"), np.float32) * cover * specks * strength
    faded = Image.fromarray(alpha.clip(0, 255).astype(np.uint8))
    out = image.copy()
    out.putalpha(faded.filter(ImageFilter.GaussianBlur(0.8)))
    return out


def _round(text: str, middle: str, ink: Colour, star: bool) -> Image.Image:
    image = Image.new("RGBA", (EDGE, EDGE), (*ink, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((8, 8, EDGE - 8, EDGE - 8), outline=(*ink, 255), width=13)
    if star:
        _star(draw, EDGE / 2, EDGE / 2, 74, ink)
    size = min(66, int(1180 / max(9, len(text))))
    sweep = min(math.radians(265), math.radians(24) * len(text))
    radius = EDGE / 2 - 26 - size / 2
    _ring(image, text, radius, radius, size, sweep, ink)
    if middle:
        size = min(54, int(360 / len(middle)))
        font = fonts.pixel_font("song", size)
        draw.text((EDGE / 2, 388), middle, fill=(*ink, 255), font=font, anchor="mm", stroke_width=1)
    return image


def _oval(text: str, middle: str, ink: Colour) -> Image.Image:
    image = Image.new("RGBA", (EDGE, 360), (*ink, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((8, 8, EDGE - 8, 352), outline=(*ink, 255), width=11)
    size = min(54, int(1000 / max(9, len(text))))
    _ring(image, text, EDGE / 2 - 60, 180 - 56, size, min(math.radians(190), 0.36 * len(text)), ink)
    size = min(58, int(340 / max(1, len(middle))))
    draw.text((EDGE / 2, 218), middle, fill=(*ink, 255), font=fonts.pixel_font("song", size), anchor="mm")
    return image


def _square(text: str, ink: Colour) -> Image.Image:
    """A name stamp for up to four characters (read right to left), else a boxed line or two."""
    if len(text) <= 4:
        image = Image.new("RGBA", (300, 300), (*ink, 0))
        draw = ImageDraw.Draw(image)
        draw.rectangle((8, 8, 291, 291), outline=(*ink, 255), width=12)
        font = fonts.pixel_font("kai", 120)
        letters = text if len(text) == 4 else text[0] + (text[1:] + "印之")[:3]
        for char, at in zip(letters, ((215, 85), (215, 212), (85, 85), (85, 212)), strict=True):
            draw.text(at, char, fill=(*ink, 255), font=font, anchor="mm", stroke_width=2)
        return image
    half = -(-len(text) // 2)
    image = Image.new("RGBA", (60 * half + 60, 210), (*ink, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((7, 7, image.width - 8, 202), outline=(*ink, 255), width=9)
    for row, part in enumerate((text[:half], text[half:])):
        font = fonts.pixel_font("song", 60)
        draw.text((image.width / 2, 62 + row * 84), part, fill=(*ink, 255), font=font, anchor="mm")
    return image


def put(
    paper: Paper,
    sheet: Sheet,
    x: float,
    y: float,
    text: str,
    middle: str = "",
    *,
    shape: str = "round",
    size: float = 112.0,
    colour: str = "red",
    tilt: float = 0.0,
    strength: float = 0.85,
    star: bool = True,
    seed: int = 1,
) -> None:
    """Lay a seal with its centre at ``(x, y)``, ``size`` points wide, and write it down in the truth."""
    ink = {"red": RED, "blue": BLUE, "grey": (96, 96, 96)}[colour]
    if shape == "round":
        image = _round(text, middle, ink, star)
    elif shape == "oval":
        image = _oval(text, middle, ink)
    else:
        image = _square(text + middle, ink)
    image = _worn(image, seed, strength).rotate(tilt, expand=True, resample=Image.Resampling.BICUBIC)
    high = size * image.height / image.width
    sheet.stamp(x - size / 2, y - high / 2, size, high, image)
    paper.seals.append({"text": text + middle, "colour": colour, "shape": shape})
