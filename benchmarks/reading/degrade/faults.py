"""Pictures at fault, one fault each, as bad as a person would send back; named as the contract's findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import cv2
import numpy as np

from benchmarks.reading.degrade.camera import from_screen, laid_down, lit, on_desk, shot
from benchmarks.reading.degrade.worn import Worn, as_pixels, cloud
from ocr.types import Pixels

Fault = Callable[[Worn, np.random.Generator], Worn]


def photographed(worn: Worn, rng: np.random.Generator) -> Worn:
    """A careful person's photo, without fault."""
    return shot(lit(laid_down(worn, rng, strength=1.0), rng, strength=0.6), rng, strength=1.0)


def _blurred(worn: Worn, rng: np.random.Generator) -> Worn:
    worn = photographed(worn, rng)
    unit = max(worn.pixels.shape[:2]) / 2000
    soft = cv2.GaussianBlur(worn.pixels, (0, 0), float(rng.uniform(5.0, 7.0) * unit))
    return worn.painted(np.asarray(soft, np.uint8), "out of focus")


def _too_dark(worn: Worn, rng: np.random.Generator) -> Worn:
    worn = photographed(worn, rng)
    noise = rng.normal(0, 4, worn.pixels.shape)
    return worn.painted(as_pixels(worn.pixels * rng.uniform(0.10, 0.2) + noise), "no light")


def _too_bright(worn: Worn, rng: np.random.Generator) -> Worn:
    worn = photographed(worn, rng)
    pale = 255 - (255 - worn.pixels.astype(np.float32)) * rng.uniform(0.1, 0.16)
    return worn.painted(as_pixels(pale + 4), "overexposed")


def _glare(worn: Worn, rng: np.random.Generator) -> Worn:
    worn = photographed(worn, rng)
    height, width = worn.pixels.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = rng.uniform(0.3, 0.7) * width, rng.uniform(0.3, 0.7) * height
    a, b = rng.uniform(0.12, 0.2) * width, rng.uniform(0.08, 0.14) * height
    away = np.hypot((xs - x) / a, (ys - y) / b)
    light = np.clip(1.9 - away, 0, 1)[..., None]
    paper = worn.pixels.astype(np.float32) * 0.8
    return worn.painted(as_pixels(paper * (1 - light) + 262 * light), "lamp in the paper")


def _low_resolution(worn: Worn, rng: np.random.Generator) -> Worn:
    return _shrunk(photographed(worn, rng), float(rng.uniform(480, 660)))


def _text_too_small(worn: Worn, rng: np.random.Generator) -> Worn:
    height, width = worn.pixels.shape[:2]
    scale = rng.uniform(4.5, 6.0) / _starts(worn)[1]
    move = np.array([[scale, 0, width * 0.25], [0, scale, height * 0.25], [0, 0, 1]])
    cover = np.ones((height, width), np.float32)
    table = Worn(on_desk(worn.pixels, cover, move, (width, height), rng), worn.truth)
    return shot(lit(table, rng, strength=0.6), rng, strength=1.0)


def _shrunk(worn: Worn, long_side: float) -> Worn:
    scale = long_side / max(worn.pixels.shape[:2])
    small = cv2.resize(worn.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return worn.moved(np.asarray(small, np.uint8), lambda points: points * scale, "shrunk")


def _cut_off(worn: Worn, rng: np.random.Generator) -> Worn:
    """The beginnings of most lines lie outside the picture."""
    starts, high = _starts(worn)
    lost = int(np.percentile(starts, 40) + rng.uniform(1.5, 3.5) * high)
    worn = shot(lit(worn, rng, strength=0.6), rng, strength=1.0)
    return worn.painted(np.ascontiguousarray(worn.pixels[:, lost:]), "cut")


def _starts(worn: Worn) -> tuple[list[float], float]:
    """Where the lines of the sheet begin, and how high they are; pixels."""
    quads = [np.array(t.quad) for t in worn.truth.texts if not t.optional]
    return [float(q[:, 0].min()) for q in quads], float(np.median([np.ptp(q[:, 1]) for q in quads]))


def _tilted(worn: Worn, rng: np.random.Generator) -> Worn:
    height, width = worn.pixels.shape[:2]
    angle = float(rng.choice([-1, 1]) * rng.uniform(13, 19))
    size = (round(width * 1.35), round(height * 1.35))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 0.95)
    turn[:, 2] += ((size[0] - width) / 2, (size[1] - height) / 2)
    cover = np.ones((height, width), np.float32)
    table = Worn(on_desk(worn.pixels, cover, np.vstack([turn, [0, 0, 1]]), size, rng), worn.truth)
    return shot(lit(table, rng, strength=0.6), rng, strength=1.0)


def _shadow(worn: Worn, rng: np.random.Generator) -> Worn:
    worn = photographed(worn, rng)
    height, width = worn.pixels.shape[:2]
    side = rng.uniform(0.35, 0.6)
    hull = np.array([[0, 0], [side * width, 0], [(side - 0.15) * width, height], [0, height]], np.int32)
    dark = cv2.fillConvexPoly(np.zeros((height, width), np.float32), hull, 1.0)
    dark = cv2.GaussianBlur(dark, (0, 0), width / 60)
    return worn.painted(as_pixels(worn.pixels * (1 - rng.uniform(0.66, 0.8) * dark)[..., None]), "shadow")


def _blank(worn: Worn, rng: np.random.Generator) -> Worn:
    shape = worn.pixels.shape[:2]
    paper = 235 + 4 * cloud(shape, max(shape) // 5, rng) + rng.normal(0, 2, shape)
    return worn.painted(as_pixels(np.repeat(paper[..., None], 3, 2)), "nothing on it")


def _screen_photo(worn: Worn, rng: np.random.Generator) -> Worn:
    return shot(lit(from_screen(worn, rng), rng, strength=0.6), rng, strength=0.7)


def _obstructed(worn: Worn, rng: np.random.Generator) -> Worn:
    worn = photographed(worn, rng)
    height, width = worn.pixels.shape[:2]
    skin = np.array([(224, 172, 140), (198, 134, 100), (236, 190, 160)][int(rng.integers(3))], np.float32)
    finger = np.zeros((height, width), np.float32)
    y, length = int(rng.uniform(0.3, 0.8) * height), int(rng.uniform(0.3, 0.45) * width)
    thick = int(rng.uniform(0.11, 0.16) * width)
    start = 0 if rng.random() < 0.5 else width
    end = length if start == 0 else width - length
    cv2.line(finger, (start, y), (end, y - thick), 1.0, thick)
    finger = cv2.GaussianBlur(finger, (0, 0), width / 400)[..., None]
    shade = skin * (0.92 + 0.05 * cloud((height, width), max(8, width // 12), rng))[..., None]
    return worn.painted(as_pixels(worn.pixels * (1 - finger) + shade * finger), "a finger")


FAULTS: Mapping[str, Fault] = {
    "blurred": _blurred,
    "too_dark": _too_dark,
    "too_bright": _too_bright,
    "glare": _glare,
    "low_resolution": _low_resolution,
    "text_too_small": _text_too_small,
    "cut_off": _cut_off,
    "tilted": _tilted,
    "shadow": _shadow,
    "blank": _blank,
    "screen_photo": _screen_photo,
    "obstructed": _obstructed,
}
"""Finding → how a picture comes to deserve it."""


def picture_of(worn: Worn, fault: str, rng: np.random.Generator) -> Pixels:
    """The sheet photographed with that fault; ``""``: without one."""
    return (FAULTS[fault] if fault else photographed)(worn, rng).pixels
