"""The shape that passes between the stages of wearing a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np

from benchmarks.reading.truth import PageTruth, Points
from ocr.types import Pixels

Move = Callable[[Points], Points]


@dataclass(frozen=True, slots=True)
class Worn:
    """A page on its way: its picture (RGB), its truth in pixels of it, and what was done so far."""

    pixels: Pixels
    truth: PageTruth
    done: tuple[str, ...] = ()

    def painted(self, pixels: Pixels, what: str) -> Worn:
        """The same geometry with other pixels."""
        return Worn(pixels, self.truth, (*self.done, what))

    def moved(self, pixels: Pixels, move: Move, what: str) -> Worn:
        """Other geometry; ``move`` maps points of the old picture to points of the new one."""
        return Worn(pixels, self.truth.moved(move), (*self.done, what))

    def named(self, difficulty: str) -> Worn:
        """With the difficulty and the effects written into the truth."""
        return replace(self, truth=replace(self.truth, difficulty=difficulty, effects=self.done))


def by_homography(matrix: Points) -> Move:
    """Points moved by a 3 × 3 matrix."""

    def move(points: Points) -> Points:
        moved = cv2.perspectiveTransform(points.reshape(1, -1, 2).astype(np.float64), matrix)
        return np.asarray(moved, np.float64).reshape(-1, 2)

    return move


def as_pixels(values: np.ndarray) -> Pixels:
    """Rounded and kept within 0–255."""
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


def cloud(shape: tuple[int, int], grain: int, rng: np.random.Generator) -> np.ndarray:
    """Smooth noise of mean 0 and deviation about 1, height × width; ``grain`` is its coarseness in pixels."""
    height, width = shape
    small = rng.normal(0, 1, (max(2, height // grain + 2), max(2, width // grain + 2))).astype(np.float32)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)
