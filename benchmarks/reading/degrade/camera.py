"""What phones do: desk, perspective, light, shadow, blur, screens, and the way the picture is stored."""

from __future__ import annotations

import cv2
import numpy as np

from benchmarks.reading.degrade.worn import Worn, as_pixels, by_homography, cloud
from ocr.types import Pixels

DESKS = ((139, 101, 66), (92, 64, 48), (196, 188, 176), (58, 62, 70), (170, 150, 120), (120, 132, 128))


def laid_down(worn: Worn, rng: np.random.Generator, *, strength: float) -> Worn:
    """Photographed from above a desk: corners stray, the sheet leans. ``strength`` 1 is a careful person."""
    height, width = worn.pixels.shape[:2]
    matrix, size = strayed((width, height), rng, strength=strength)
    cover = np.ones((height, width), np.float32)
    pixels = on_desk(worn.pixels, cover, matrix, size, rng)
    return worn.moved(pixels, by_homography(matrix), "perspective")


def strayed(
    size: tuple[int, int], rng: np.random.Generator, *, strength: float
) -> tuple[np.ndarray, tuple[int, int]]:
    """How a flat thing of ``size`` (width, height) is seen from above a desk, and the picture's size."""
    width, height = size
    margin = rng.uniform(0.03, 0.10, 4) * max(height, width)
    out_w, out_h = int(width + margin[0] + margin[2]), int(height + margin[1] + margin[3])
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)
    target = corners + np.array([margin[0], margin[1]])
    target += rng.uniform(-0.018, 0.018, (4, 2)) * strength * [width, height]
    angle = np.deg2rad(rng.uniform(-2.2, 2.2) * strength)
    centre = target.mean(0)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    target = (target - centre) @ turn.T + centre
    target = _kept_inside(target, out_w, out_h)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target.astype(np.float32))
    return np.asarray(matrix, np.float64), (out_w, out_h)


def on_desk(
    sheet: Pixels, cover: np.ndarray, matrix: np.ndarray, size: tuple[int, int], rng: np.random.Generator
) -> Pixels:
    """The sheet (where ``cover`` is 1) seen through ``matrix`` on a desk, with its shadow."""
    desk = _desk(size[1], size[0], rng)
    seen = cv2.warpPerspective(sheet, matrix, size, flags=cv2.INTER_AREA)
    covered = np.asarray(cv2.warpPerspective(cover, matrix, size), np.float32)
    shade = cv2.GaussianBlur(covered, (0, 0), max(2.0, size[0] / 160))
    desk = desk * (1 - 0.45 * np.roll(shade, (6, 6), (0, 1)))[..., None]
    return as_pixels(desk * (1 - covered[..., None]) + seen.astype(np.float32) * covered[..., None])


def _kept_inside(target: np.ndarray, width: int, height: int) -> np.ndarray:
    """The corners drawn together until all lie in the picture: no print is cut off."""
    low, high = target.min(0) - 4, target.max(0) + 4
    size = high - low
    scale = min(1.0, width / size[0], height / size[1])
    moved = (target - (low + high) / 2) * scale
    half = (target.max(0) - target.min(0)) / 2 * scale + 4
    centre = np.clip((low + high) / 2, half, np.maximum(np.array([width, height]) - half, half))
    return moved + centre


def _desk(height: int, width: int, rng: np.random.Generator) -> np.ndarray:
    base = np.array(DESKS[int(rng.integers(len(DESKS)))], np.float32)
    grain = cloud((height, width), 40, rng) * 6
    if rng.random() < 0.5:  # wood: long streaks
        streaks = cv2.resize(cloud((height, max(2, width // 60)), 6, rng), (width, height))
        grain = grain + streaks * rng.uniform(4, 12)
    else:  # cloth or stone: fine grain
        grain = grain + rng.normal(0, 5, (height, width))
    return np.asarray(base + grain[..., None], np.float32)


def lit(worn: Worn, rng: np.random.Generator, *, strength: float) -> Worn:
    """Uneven light, its tint, and now and then the soft shadow of a hand or phone."""
    height, width = worn.pixels.shape[:2]
    ys, xs = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    angle = rng.uniform(0, 2 * np.pi)
    slope = np.cos(angle) * xs + np.sin(angle) * ys
    light = rng.uniform(0.82, 0.98) - 0.10 * strength * rng.uniform(0.4, 1.3) * slope
    done = "light"
    if rng.random() < 0.35 * strength:
        centre = rng.uniform(0.1, 0.9, 2) * [width, height]
        far = max(width, height)
        corners = [centre + rng.uniform(-0.5, 0.5, 2) * far for _ in range(5)]
        hull = cv2.convexHull(np.array(corners, np.int32))
        shadow = cv2.fillConvexPoly(np.zeros((height, width), np.float32), hull, 1.0)
        shadow = cv2.GaussianBlur(shadow, (0, 0), far / rng.uniform(25, 80))
        light = light * (1 - rng.uniform(0.15, 0.38) * shadow)
        done = "shadow"
    tint = np.array([rng.uniform(0.95, 1.03), rng.uniform(0.96, 1.0), rng.uniform(0.86, 1.02)], np.float32)
    return worn.painted(as_pixels(worn.pixels * light[..., None] * tint), done)


def shot(worn: Worn, rng: np.random.Generator, *, strength: float) -> Worn:
    """Lens and sensor: a little out of focus or moved, noise, sharpening as phones do."""
    unit = max(worn.pixels.shape[:2]) / 2000
    values = cv2.GaussianBlur(worn.pixels, (0, 0), max(0.35, rng.uniform(0.45, 0.85) * unit * strength))
    if rng.random() < 0.25 * strength:
        values = _moved_by_hand(values, max(2, round(rng.uniform(2, 4) * unit)), rng)
    noisy = values.astype(np.float32)
    noisy += cv2.GaussianBlur(rng.normal(0, 4 * strength, noisy.shape).astype(np.float32), (0, 0), 0.7)
    soft = cv2.GaussianBlur(noisy, (0, 0), 1.2)
    return worn.painted(as_pixels(noisy + rng.uniform(0.1, 0.5) * (noisy - soft)), "lens")


def _moved_by_hand(pixels: Pixels, length: int, rng: np.random.Generator) -> Pixels:
    kernel = np.zeros((length * 2 + 1, length * 2 + 1), np.float32)
    angle = rng.uniform(0, np.pi)
    dx, dy = np.cos(angle) * length / 2, np.sin(angle) * length / 2
    cv2.line(
        kernel,
        (round(length - dx), round(length - dy)),
        (round(length + dx), round(length + dy)),
        1.0,
        1,
        cv2.LINE_AA,
    )
    return np.asarray(cv2.filter2D(pixels, -1, kernel / kernel.sum()), np.uint8)


def partly_blurred(worn: Worn, rng: np.random.Generator) -> Worn:
    """One corner lies outside the depth of field."""
    height, width = worn.pixels.shape[:2]
    unit = max(height, width) / 2000
    far = cv2.GaussianBlur(worn.pixels, (0, 0), float(rng.uniform(1.3, 2.0) * unit)).astype(np.float32)
    ys, xs = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    corner = rng.integers(0, 2, 2)
    away = np.hypot(xs - corner[0], ys - corner[1])
    share = np.clip((rng.uniform(0.55, 0.8) - away) * 4, 0, 1)[..., None]
    return worn.painted(as_pixels(worn.pixels * (1 - share) + far * share), "partial-blur")


def from_screen(worn: Worn, rng: np.random.Generator) -> Worn:
    """A photo of a screen: the stripes of its pixels seen through the camera's, and a cold cast."""
    height, width = worn.pixels.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    values = worn.pixels.astype(np.float32)
    period = rng.uniform(2.6, 4.2)
    lean = np.deg2rad(rng.uniform(-4, 4))
    along = xs * np.cos(lean) + ys * np.sin(lean)
    across = ys * np.cos(lean) - xs * np.sin(lean)
    depth = rng.uniform(0.05, 0.12)
    bend = cloud((height, width), max(64, width // 6), rng) * 3
    for channel in range(3):
        values[..., channel] *= (
            1 - depth + depth * np.cos((along + bend) * 2 * np.pi / period + channel * 2.1)
        )
    values *= (1 - depth / 2 + depth / 2 * np.cos(across * 2 * np.pi / (period * 1.03)))[..., None]
    beat = np.cos((along * 0.021 + across * rng.uniform(-0.012, 0.012) + bend * 0.2) * 2 * np.pi)
    tint = np.stack([beat, np.roll(beat, 16, 1), np.roll(beat, 32, 1)], 2)
    values = values * (1 + depth * 0.6 * tint) * np.array([0.93, 0.98, 1.05], np.float32)
    return worn.painted(as_pixels(values * 0.95 + 8), "moire")


def coarse(worn: Worn, rng: np.random.Generator) -> Worn:
    """Sent through a messenger that shrinks pictures: 100 to 125 dpi of an A4 page."""
    height, width = worn.pixels.shape[:2]
    scale = min(1.0, rng.uniform(1180, 1460) / max(height, width))
    size = (round(width * scale), round(height * scale))
    pixels = np.asarray(cv2.resize(worn.pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    return worn.moved(pixels, lambda points: points * scale, "low-resolution")


def turned(worn: Worn, quarter: int) -> Worn:
    """The picture turned clockwise by quarter turns, as a phone held otherwise stores it."""
    height, width = worn.pixels.shape[:2]
    moves = {
        0: lambda p: p,
        1: lambda p: np.stack([height - p[:, 1], p[:, 0]], 1),
        2: lambda p: np.stack([width - p[:, 0], height - p[:, 1]], 1),
        3: lambda p: np.stack([p[:, 1], width - p[:, 0]], 1),
    }
    pixels = np.ascontiguousarray(np.rot90(worn.pixels, -quarter))
    return worn.moved(pixels, moves[quarter], f"turned-{90 * quarter}")
