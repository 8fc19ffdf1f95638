"""What printers and copiers do to a page before anybody photographs it."""

from __future__ import annotations

import cv2
import numpy as np

from benchmarks.reading.degrade.worn import Worn, as_pixels, cloud
from ocr.types import Pixels


def scanned(worn: Worn, rng: np.random.Generator) -> Worn:
    """A flatbed scanner: a breath of blur and noise, paper not quite white, a lean of up to half a degree."""
    values = cv2.GaussianBlur(worn.pixels, (0, 0), float(rng.uniform(0.3, 0.6))).astype(np.float32)
    white = rng.uniform(0.965, 1.0)
    values = values * white * np.array([1, rng.uniform(0.985, 1), rng.uniform(0.97, 1)], np.float32)
    values += rng.normal(0, rng.uniform(0.8, 2.5), values.shape[:2])[..., None]
    return worn.painted(as_pixels(values), "scanner")


def dot_matrix(worn: Worn, rng: np.random.Generator) -> Worn:
    """Pins through a worn ribbon: strokes made of dots, paler and darker, here and there a lost pin."""
    height, width = worn.pixels.shape[:2]
    pitch = max(2.0, height / 1123 * 1.35)
    ink = 1 - _light(worn.pixels)
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    dots = 0.5 + 0.5 * np.cos(ys * (2 * np.pi / pitch)) * np.cos(xs * (2 * np.pi / pitch))
    ribbon = np.clip(rng.uniform(0.62, 0.85) + 0.1 * cloud((height, width), int(24 * pitch), rng), 0.35, 1)
    pins = np.repeat(np.where(rng.random(height // 4 + 1) < 0.02, 0.45, 1.0), 4)[:height, None]
    spread = cv2.GaussianBlur(ink, (0, 0), pitch * 0.28)
    printed = np.clip(spread * 1.25, 0, 1) * (0.45 + 0.55 * dots) * ribbon * pins
    tint = np.array([0.75, 0.78, 0.68], np.float32)
    return worn.painted(as_pixels(_on_paper(worn.pixels, ink, printed, tint)), "dot-matrix")


def thermal(worn: Worn, rng: np.random.Generator) -> Worn:
    """A faded thermal slip: grey print that pales in bands and clouds, yellowed paper."""
    height, width = worn.pixels.shape[:2]
    ink = 1 - _light(worn.pixels)
    fade = rng.uniform(0.35, 0.6) + 0.12 * cloud((height, width), max(8, height // 6), rng)
    bands = 1 - 0.25 * (rng.random((1, width // 6 + 1)).repeat(6, 1)[:, :width] < 0.02)
    printed = ink * np.clip(fade, 0.25, 0.9) * bands
    paper = np.array([246, 243, 232], np.float32)
    values = paper * (1 - printed[..., None]) + np.array([70, 66, 78], np.float32) * printed[..., None]
    return worn.painted(as_pixels(values), "thermal")


def copied(worn: Worn, rng: np.random.Generator) -> Worn:
    """A photocopy of a photocopy: grey, hard contrast, swollen or eaten strokes, specks, dark edges."""
    grey = cv2.cvtColor(worn.pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    for _ in range(2):
        grey = cv2.GaussianBlur(grey, (0, 0), float(rng.uniform(0.5, 0.8) * _unit(worn.pixels)))
        grey += rng.normal(0, 7, grey.shape)
        middle, steep = rng.uniform(140, 185), rng.uniform(0.025, 0.045)
        grey = 255 / (1 + np.exp(-steep * (grey - middle)))
    height, width = grey.shape
    for _ in range(int(rng.integers(20, 160))):
        centre = (int(rng.integers(0, width)), int(rng.integers(0, height)))
        cv2.circle(grey, centre, int(rng.integers(1, 3)), float(rng.uniform(0, 120)), -1)
    edge = int(rng.integers(0, width // 40 + 1))
    grey[:, :edge] *= np.linspace(rng.uniform(0.2, 0.9), 1, edge)[None, :] if edge else 1
    return worn.painted(as_pixels(np.repeat(grey[..., None], 3, 2)), "photocopy")


def stamped(worn: Worn, rng: np.random.Generator) -> Worn:
    """A red office stamp without a ring text of its own set across printed lines, as counters do."""
    height, width = worn.pixels.shape[:2]
    size = int(rng.uniform(0.055, 0.085) * height)
    stamp = np.zeros((2 * size, 4 * size), np.float32)
    cv2.rectangle(stamp, (4, 4), (4 * size - 5, 2 * size - 5), 1.0, max(2, size // 18))
    for n in range(1, 3):
        y = 4 + n * (2 * size - 8) // 3
        cv2.line(stamp, (4, y), (4 * size - 5, y), 1.0, max(1, size // 30))
    turn = cv2.getRotationMatrix2D((2 * size, size), float(rng.uniform(-12, 12)), 1)
    stamp = np.asarray(cv2.warpAffine(stamp, turn, (4 * size, 2 * size)), np.float32)
    stamp *= np.clip(0.75 + 0.3 * cloud(stamp.shape, 9, rng), 0.2, 1)
    high, wide = min(2 * size, height), min(4 * size, width)
    top, left = int(rng.integers(0, height - high + 1)), int(rng.integers(0, width - wide + 1))
    values = worn.pixels.astype(np.float32)
    cover = (stamp[:high, :wide] * rng.uniform(0.5, 0.85))[..., None]
    area = values[top : top + high, left : left + wide]
    red = np.array([205, 45, 52], np.float32)
    values[top : top + high, left : left + wide] = np.minimum(area, area * (1 - cover) + red * cover)
    return worn.painted(as_pixels(values), "stamp")


def _light(pixels: Pixels) -> np.ndarray:
    return cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255


def _unit(pixels: Pixels) -> float:
    """Pixels of this picture to one at 150 dpi on A4."""
    return max(pixels.shape[:2]) / 1754


def _on_paper(pixels: Pixels, ink: np.ndarray, printed: np.ndarray, tint: np.ndarray) -> np.ndarray:
    """Dark ink printed anew; what is coloured (seals, tinted paper) stays as it is."""
    values = pixels.astype(np.float32)
    coloured = (values.max(2) - values.min(2) > 40)[..., None]
    again = 252 - printed[..., None] * (252 - 60 * tint)
    return np.where(coloured, values, again)
