"""A detector's heat map → boxes around lines of text: differentiable binarization, its last step.

After Liao et al., "Real-time Scene Text Detection with Differentiable Binarization" (AAAI 2020), as
PaddleOCR's ``DBPostProcess`` does it: the network marks a shrunken core of every line, so each core's
smallest rectangle is grown again by ``area × unclip / perimeter``. A rectangle grown with round corners
has the grown rectangle as its smallest rectangle, so no polygon clipper is needed; PaddleOCR's clipper
also cuts corners to whole pixels, so its boxes differ by a pixel of the heat map.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import cv2
import numpy as np
import numpy.typing as npt

from ocr.types import Point, Polygon

Heat: TypeAlias = npt.NDArray[np.float32]
"""Height × width: how likely each pixel lies in the core of a line, 0–1."""
_THINNEST_CORE = 3.0
_THINNEST_BOX = 5.0
"""Pixels of the heat map under which a core, or the box grown from it, is a speck."""


@dataclass(frozen=True, slots=True)
class BoxRules:
    """How a model wants its heat map read (``PostProcess`` in ``inference.yml``).

    ``threshold``: heat from which a pixel is text; ``least``: mean heat, 0–1, that a box must reach;
    ``unclip``: how far boxes grow; ``most``: outlines looked at.
    """

    threshold: float = 0.3
    least: float = 0.6
    unclip: float = 2.0
    most: int = 1000
    dilate: bool = False

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> BoxRules:
        """The rules in a model's ``PostProcess``. Raises ``ValueError`` for a way of reading unknown here."""
        usual = {"name": "DBPostProcess", "box_type": "quad", "score_mode": "fast"}
        for key, value in usual.items():
            if config.get(key, value) != value:
                raise ValueError(f"{key}: {config[key]}")
        return cls(
            threshold=float(config.get("thresh", 0.3)),
            least=float(config.get("box_thresh", 0.6)),
            unclip=float(config.get("unclip_ratio", 2.0)),
            most=int(config.get("max_candidates", 1000)),
            dilate=bool(config.get("use_dilation", False)),
        )


def boxes_in(heat: Heat, width: int, height: int, rules: BoxRules) -> list[Polygon]:
    """The quadrilaterals around lines, clockwise from top left, in a picture ``width`` × ``height``.

    ``heat`` may have another size than the picture; boxes are stretched to it and end at its edges.
    """
    core = (heat > rules.threshold).astype(np.uint8)
    if rules.dilate:
        core = np.asarray(cv2.dilate(core, np.ones((2, 2), np.uint8)), np.uint8)
    contours, _ = cv2.findContours(core, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    across, down = width / heat.shape[1], height / heat.shape[0]
    found: list[Polygon] = []
    for contour in contours[: rules.most]:
        centre, size, turn = cv2.minAreaRect(contour)
        if min(size) < _THINNEST_CORE or _mean_heat(heat, (centre, size, turn)) < rules.least:
            continue
        grow = 2 * size[0] * size[1] * rules.unclip / (2 * (size[0] + size[1]))
        grown = (size[0] + grow, size[1] + grow)
        if min(grown) < _THINNEST_BOX:
            continue
        corners = [(float(x), float(y)) for x, y in cv2.boxPoints((centre, grown, turn))]
        a, b, c, d = (
            (min(max(x * across, 0.0), float(width)), min(max(y * down, 0.0), float(height)))
            for x, y in _clockwise(corners)
        )
        found.append((a, b, c, d))
    return found


def _mean_heat(heat: Heat, rectangle: tuple[Any, Any, float]) -> float:
    """Mean heat inside a turned rectangle."""
    points = cv2.boxPoints(rectangle)
    height, width = heat.shape
    (left, top), (right, bottom) = points.min(0).tolist(), points.max(0).tolist()
    left, right = (max(0, min(v, width - 1)) for v in (math.floor(left), math.ceil(right)))
    top, bottom = (max(0, min(v, height - 1)) for v in (math.floor(top), math.ceil(bottom)))
    mask = np.zeros((bottom - top + 1, right - left + 1), np.uint8)
    inside = (points - np.array([left, top], np.float32)).astype(np.int32)
    cv2.fillPoly(mask, [inside], (1,))
    return float(cv2.mean(heat[top : bottom + 1, left : right + 1], mask)[0])


def _clockwise(corners: list[Point]) -> tuple[Point, Point, Point, Point]:
    """Corners of a rectangle from the upper left one on: the two left ones, then the two right ones."""
    first, second, third, fourth = sorted(corners)
    top_left, bottom_left = (first, second) if second[1] > first[1] else (second, first)
    top_right, bottom_right = (third, fourth) if fourth[1] > third[1] else (fourth, third)
    return top_left, top_right, bottom_right, bottom_left
