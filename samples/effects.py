"""What happens to a paper on its way into a file: scanner, phone, light, hand, compression.

Every effect takes an RGB picture and a seed and returns a new picture; nothing else is random.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

Array = npt.NDArray[np.float32]


def _array(image: Image.Image) -> Array:
    return np.asarray(image.convert("RGB"), np.float32)


def _image(array: npt.NDArray[np.floating[Any]]) -> Image.Image:
    return Image.fromarray(array.clip(0, 255).astype(np.uint8))


def noise(image: Image.Image, seed: int, sigma: float = 3.0) -> Image.Image:
    """Sensor grain."""
    rng = np.random.default_rng(seed)
    return _image(_array(image) + rng.normal(0, sigma, (image.height, image.width, 1)).astype(np.float32))


def scan(image: Image.Image, seed: int, tilt: float = 0.4, tone: int = 250) -> Image.Image:
    """A flatbed scan: a slight turn, off-white paper, soft edges."""
    turned = image.rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor=(255, 255, 255))
    array = _array(turned.filter(ImageFilter.GaussianBlur(0.45)))
    rng = np.random.default_rng(seed)
    edge = np.linspace(-4, 2, image.width, dtype=np.float32)[None, :, None]
    array = array * (tone / 255.0) + edge * rng.uniform(0.3, 1.0)
    return _image(array)


def photocopy(image: Image.Image, seed: int, strength: float = 1.0) -> Image.Image:
    """A black-and-white copy: grey, harder contrast, specks of toner. Red seals come out grey."""
    array = _array(image.convert("L").convert("RGB"))
    array = 255 - (255 - array) * 1.06
    rng = np.random.default_rng(seed)
    specks = rng.random(array.shape[:2]) < 0.00018 * strength
    array[specks] = 60
    return _image(array).filter(ImageFilter.GaussianBlur(0.5)).convert("L").convert("RGB")


def bilevel(image: Image.Image, threshold: int = 150) -> Image.Image:
    """One bit a pixel, as fax machines and old scanners do."""
    return image.convert("L").point(lambda v: 255 if v > threshold else 0).convert("1")


def dot_matrix(image: Image.Image) -> Image.Image:
    """Needle print: strokes broken by a fine grid, ink greyish blue."""
    array = _array(image)
    ink = 255 - array
    mask = np.ones(array.shape[:2], np.float32)
    mask[::3, :] = 0.42
    mask[:, ::4] *= 0.8
    return _image(255 - ink * mask[:, :, None] * np.array([0.95, 0.92, 0.78], np.float32))


def thermal(image: Image.Image, seed: int) -> Image.Image:
    """Thermal paper that has begun to fade: pale warm ground, grey ink."""
    array = _array(image)
    rng = np.random.default_rng(seed)
    fade = 0.62 + 0.12 * np.sin(np.linspace(0, rng.uniform(3, 6), image.width))[None, :, None]
    ground = np.array([246, 243, 236], np.float32)
    return _image((ground - (255 - array) * fade.astype(np.float32)).astype(np.float32))


def desk(size: tuple[int, int], seed: int) -> Image.Image:
    """A table top of wood, stone or cloth."""
    rng = np.random.default_rng(seed)
    base = np.array([(148, 110, 76), (176, 170, 162), (96, 84, 78), (120, 134, 140)][seed % 4], np.float32)
    wide, high = size
    grain = rng.normal(0, 1, (high // 8 + 2, wide // 90 + 2)).astype(np.float32)
    field = cv2.resize(grain, (wide, high), interpolation=cv2.INTER_CUBIC)
    return _image(base[None, None, :] + field[:, :, None] * 9)


def perspective(
    image: Image.Image, seed: int, strength: float = 0.05, tilt: float = 0.0, margin: float = 0.06
) -> Image.Image:
    """The sheet as it lies on a desk, seen at an angle; ``strength`` is the shift of a corner."""
    rng = np.random.default_rng(seed)
    w, h = image.size
    out_w, out_h = round(w * (1 + 2 * margin)), round(h * (1 + 2 * margin))
    ground = np.asarray(desk((out_w, out_h), seed))
    corners = np.array([(0, 0), (w, 0), (w, h), (0, h)], np.float32)
    shift = rng.uniform(-strength, strength, (4, 2)) * np.array([w, h])
    angle = np.deg2rad(tilt)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    centre = np.array([w / 2, h / 2])
    fit = 1.0 / (1 + abs(np.sin(angle)) * 0.55)
    target = (corners + shift - centre) @ turn.T * fit + np.array([out_w / 2, out_h / 2])
    matrix = cv2.getPerspectiveTransform(corners, target.astype(np.float32))
    sheet = cv2.warpPerspective(np.asarray(image), matrix, (out_w, out_h), flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full((h, w), 255, np.uint8), matrix, (out_w, out_h))
    shade = cv2.GaussianBlur(mask, (0, 0), 14).astype(np.float32)[:, :, None] / 255
    ground_dark = ground.astype(np.float32) * (1 - 0.35 * shade)
    alpha = cv2.GaussianBlur(mask, (0, 0), 0.8).astype(np.float32)[:, :, None] / 255
    return _image(sheet * alpha + ground_dark * (1 - alpha))


def uneven_light(image: Image.Image, seed: int, depth: float = 0.25) -> Image.Image:
    """Light from one side."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0 : image.height, 0 : image.width].astype(np.float32)
    angle = rng.uniform(0, 2 * np.pi)
    ramp = np.cos(angle) * x / image.width + np.sin(angle) * y / image.height
    ramp = (ramp - ramp.min()) / (ramp.max() - ramp.min())
    tint = np.array([1.0, 0.985, 0.95], np.float32)
    return _image(_array(image) * (1 - depth * ramp)[:, :, None] * tint)


def shadow(image: Image.Image, seed: int, depth: float = 0.5) -> Image.Image:
    """The hard shadow of a hand and a phone over part of the sheet."""
    rng = np.random.default_rng(seed)
    mask = Image.new("L", image.size, 0)
    w, h = image.size
    x = rng.uniform(0.35, 0.65)
    ImageDraw.Draw(mask).polygon(
        [(w * x, 0), (w, 0), (w, h), (w * (x + 0.12), h), (w * (x - 0.1), h * 0.55)], fill=255
    )
    soft = np.asarray(mask.filter(ImageFilter.GaussianBlur(w / 45)), np.float32) / 255
    return _image(_array(image) * (1 - depth * soft)[:, :, None])


def glare(image: Image.Image, seed: int, x: float = 0.5, y: float = 0.4, size: float = 0.22) -> Image.Image:
    """A lamp mirrored on glossy paper: white, and nothing to be read inside."""
    mask = Image.new("L", image.size, 0)
    w, h = image.size
    r = size * w
    ImageDraw.Draw(mask).ellipse((w * x - r, h * y - r * 0.7, w * x + r, h * y + r * 0.7), fill=255)
    soft = np.asarray(mask.filter(ImageFilter.GaussianBlur(r / 5)), np.float32)[:, :, None] / 255
    return _image(_array(image) * (1 - soft) + 255 * soft)


def blur(image: Image.Image, radius: float) -> Image.Image:
    """Out of focus."""
    return image.filter(ImageFilter.GaussianBlur(radius))


def shake(image: Image.Image, length: int) -> Image.Image:
    """The hand moved: a streak of ``length`` pixels, slightly downwards."""
    kernel = np.zeros((length, length), np.float32)
    for i in range(length):
        kernel[length // 2 + round((i - length / 2) * 0.35), i] = 1
    return Image.fromarray(cv2.filter2D(np.asarray(image), -1, kernel / kernel.sum()))


def small(image: Image.Image, width: int) -> Image.Image:
    """Fewer pixels: ``width`` across."""
    return image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)


def crop(image: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    """Part of the picture, in shares of its width and height: the sheet is cut off."""
    w, h = image.size
    return image.crop((round(w * left), round(h * top), round(w * right), round(h * bottom)))


def thumb(image: Image.Image, x: float, y: float, size: float = 0.09) -> Image.Image:
    """A thumb over the sheet, its tip at ``(x, y)`` in shares of the picture."""
    out = image.copy()
    w, h = image.size
    r = size * w
    draw = ImageDraw.Draw(out)
    cx, cy = w * x, h * y
    draw.rounded_rectangle((cx - r, cy, cx + r, cy + 5 * r), r, fill=(214, 168, 140))
    draw.rounded_rectangle(
        (cx - r * 0.6, cy + r * 0.25, cx + r * 0.6, cy + r * 1.5), r * 0.5, fill=(232, 190, 172)
    )
    return Image.composite(out.filter(ImageFilter.GaussianBlur(2)), image, _where(out, image))


def _where(new: Image.Image, old: Image.Image) -> Image.Image:
    changed = (np.asarray(new) != np.asarray(old)).any(axis=2)
    mask = Image.fromarray((changed * 255).astype(np.uint8))
    return mask.filter(ImageFilter.GaussianBlur(1.5))


def screen(image: Image.Image, seed: int) -> Image.Image:
    """Photographed off a monitor: bands, a pixel grid, bluish white."""
    y, x = np.mgrid[0 : image.height, 0 : image.width].astype(np.float32)
    angle = 0.12 + 0.02 * (seed % 5)
    grid = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / 5.3)
    bands = np.sin(2 * np.pi * (y * np.cos(angle) - x * np.sin(angle)) / 47)
    array = _array(image) * np.array([0.93, 0.97, 1.0], np.float32)
    return _image(array * (1 + 0.06 * grid + 0.035 * bands)[:, :, None])


def dim(image: Image.Image, by: float) -> Image.Image:
    """Too little light (``by`` < 1) or too much (> 1)."""
    return _image(_array(image) * by)


def turn(image: Image.Image, clockwise: int) -> Image.Image:
    """Turned by a quarter, half or three quarters."""
    ways = {
        90: Image.Transpose.ROTATE_270,
        180: Image.Transpose.ROTATE_180,
        270: Image.Transpose.ROTATE_90,
    }
    return image.transpose(ways[clockwise]) if clockwise else image
