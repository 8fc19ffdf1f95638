"""What hands do to the shape of a sheet: folds and curl. Lines bend; the truth bends with them."""

from __future__ import annotations

import cv2
import numpy as np

from benchmarks.reading.degrade.worn import Worn, as_pixels
from benchmarks.reading.truth import Points


def folded(worn: Worn, rng: np.random.Generator) -> Worn:
    """One or two creases across: each part of the sheet slants, is lit otherwise, and shifts a little."""
    height, width = worn.pixels.shape[:2]
    creases = sorted(rng.uniform(0.2, 0.8, int(rng.integers(1, 3))) * height)
    slants = rng.uniform(-0.012, 0.012, len(creases) + 1) * width

    def drift(y: np.ndarray) -> np.ndarray:
        knots = [0.0, *creases, float(height)]
        at = np.concatenate([[0.0], np.cumsum(np.diff(knots) / height * slants)])
        return np.interp(y, knots, at)

    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    pixels = cv2.remap(
        worn.pixels, xs - drift(ys).astype(np.float32), ys, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    ).astype(np.float32)
    part = np.searchsorted(creases, np.arange(height))
    pixels *= rng.uniform(0.86, 1.0, len(creases) + 1)[part][:, None, None]
    for crease in creases:
        line = np.exp(-(((np.arange(height) - crease) / (height / 700)) ** 2))
        pixels *= (1 - rng.uniform(0.12, 0.35) * line)[:, None, None]

    def move(points: Points) -> Points:
        return np.stack([points[:, 0] + drift(points[:, 1]), points[:, 1]], 1)

    return worn.moved(as_pixels(pixels), move, "folds")


def curled(worn: Worn, rng: np.random.Generator) -> Worn:
    """A sheet that will not lie flat: lines bow by up to 2.5 % of the height, shading follows the bow."""
    height, width = worn.pixels.shape[:2]
    bow = float(rng.choice([-1, 1]) * rng.uniform(0.008, 0.025) * height)
    centre = float(rng.uniform(0.3, 0.7))

    def rise(x: np.ndarray) -> np.ndarray:
        across = (x / width - centre) / max(centre, 1 - centre)
        return bow * (across**2 - 0.33)

    margin = int(abs(bow)) + 2
    ys, xs = np.mgrid[0 : height + 2 * margin, 0:width].astype(np.float32)
    source = (ys - margin - rise(xs)).astype(np.float32)
    pixels = cv2.remap(
        worn.pixels, xs, source, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(150, 148, 145)
    ).astype(np.float32)
    slope = np.gradient(rise(np.arange(width, dtype=np.float64)))
    pixels *= np.clip(1 + slope * rng.uniform(0.8, 2.0), 0.75, 1.05)[None, :, None]

    def move(points: Points) -> Points:
        return np.stack([points[:, 0], points[:, 1] + margin + rise(points[:, 0])], 1)

    return worn.moved(as_pixels(pixels), move, "curl")
