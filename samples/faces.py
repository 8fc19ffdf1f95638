"""Faces drawn from ellipses and shadows; nobody's portrait. OpenCV's Haar cascades find them."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from samples.paper import Colour

W, H = 400, 500
CX = W // 2
HAIR: Colour = (38, 34, 34)
COATS: list[Colour] = [(52, 60, 84), (84, 56, 58), (70, 84, 70), (98, 92, 84), (40, 40, 46)]


def portrait(seed: int, sex: str = "男", background: Colour = (236, 239, 244), age: int = 50) -> Image.Image:
    """A head and shoulders, 400 × 500; the same ``seed`` gives the same person."""
    rng = np.random.default_rng(seed)
    red, green, blue = (int(v) for v in rng.integers(-14, 9, 3))
    skin = (226 + red, 188 + green, 162 + blue)
    hair = tuple(min(255, c + (max(0, age - 55) * 4)) for c in HAIR)
    image = _head(rng, skin, (hair[0], hair[1], hair[2]), sex, background)
    image = _light(image, skin)
    _features(ImageDraw.Draw(image), rng, sex)
    image = image.filter(ImageFilter.GaussianBlur(1.6))
    noisy = np.asarray(image, np.float32) + np.random.default_rng(seed).normal(0, 2.5, (H, W, 3))
    return Image.fromarray(noisy.clip(0, 255).astype(np.uint8))


def _shade(colour: Colour, by: float) -> Colour:
    return int(colour[0] * by), int(colour[1] * by), int(colour[2] * by)


def _head(rng: np.random.Generator, skin: Colour, hair: Colour, sex: str, background: Colour) -> Image.Image:
    image = Image.new("RGB", (W, H), background)
    draw = ImageDraw.Draw(image)
    if sex == "女":
        draw.rounded_rectangle((CX - 140, 130, CX + 140, 420), 60, fill=hair)
    coat = COATS[int(rng.integers(len(COATS)))]
    draw.ellipse((30, 400, 370, 760), fill=coat)
    draw.rectangle((CX - 52, 340, CX + 52, 440), fill=_shade(skin, 0.8))
    collar = [(CX - 60, 420), (CX, 470), (CX + 60, 420), (CX + 40, 405), (CX - 40, 405)]
    draw.polygon(collar, fill=(240, 240, 240))
    draw.ellipse((CX - 128, 62, CX + 128, 330), fill=hair)
    if sex == "男":
        for side in (-1, 1):
            draw.ellipse((CX + side * 113 - 15, 215, CX + side * 113 + 15, 285), fill=_shade(skin, 0.8))
    wide = int(rng.integers(102, 113))
    draw.ellipse((CX - wide, 100, CX + wide, 392), fill=skin)
    draw.pieslice((CX - 124, 66, CX + 124, 270), 180, 360, fill=hair)
    draw.ellipse((CX - 98, 124 + int(rng.integers(0, 11)), CX + 98, 232), fill=skin)
    return image.filter(ImageFilter.GaussianBlur(5))


def _light(image: Image.Image, skin: Colour) -> Image.Image:
    """Shadows in the sockets, under nose and chin and at the sides; light on nose, cheeks, forehead."""
    dark = Image.new("L", (W, H), 0)
    shadow = ImageDraw.Draw(dark)
    for side in (-1, 1):
        shadow.ellipse((CX + side * 48 - 36, 206, CX + side * 48 + 36, 246), fill=120)
        shadow.ellipse((CX + side * 104 - 26, 200, CX + side * 104 + 26, 360), fill=120)
    shadow.ellipse((CX - 40, 296, CX + 40, 306), fill=70)
    shadow.ellipse((CX - 60, 350, CX + 60, 400), fill=70)
    under = Image.new("RGB", (W, H), _shade(skin, 0.55))
    image = Image.composite(under, image, dark.filter(ImageFilter.GaussianBlur(9)))
    bright = Image.new("L", (W, H), 0)
    light = ImageDraw.Draw(bright)
    light.rectangle((CX - 9, 215, CX + 9, 290), fill=130)
    for side in (-1, 1):
        light.ellipse((CX + side * 55 - 30, 258, CX + side * 55 + 30, 305), fill=110)
    light.ellipse((CX - 70, 140, CX + 70, 190), fill=90)
    over = Image.new("RGB", (W, H), (250, 222, 200))
    return Image.composite(over, image, bright.filter(ImageFilter.GaussianBlur(10)))


def _features(draw: ImageDraw.ImageDraw, rng: np.random.Generator, sex: str) -> None:
    thick = 12 if sex == "男" else 7
    for side in (-1, 1):
        x, y = CX + side * 47, 228
        brow = [(x - 34, y - 20), (x + 32, y - 25), (x + 34, y - 25 + thick), (x - 34, y - 20 + thick)]
        draw.polygon(brow, fill=(45, 38, 36))
        draw.ellipse((x - 24, y - 9, x + 24, y + 9), fill=(236, 232, 228))
        draw.ellipse((x - 11, y - 11, x + 11, y + 10), fill=(34, 26, 24))
        draw.arc((x - 27, y - 14, x + 27, y + 12), 190, 350, fill=(40, 30, 30), width=5)
        draw.arc((x - 25, y - 10, x + 25, y + 12), 20, 160, fill=(130, 95, 85), width=2)
        draw.ellipse((x + 1, y - 6, x + 6, y - 1), fill=(255, 255, 255))
        draw.ellipse((CX + side * 13 - 7, 290, CX + side * 13 + 7, 299), fill=(110, 70, 60))
    wide = int(rng.integers(34, 43))
    draw.ellipse((CX - wide, 326, CX + wide, 348), fill=(176, 98, 92) if sex == "男" else (186, 78, 84))
    draw.line((CX - wide, 337, CX + wide, 337), fill=(110, 50, 48), width=4)
