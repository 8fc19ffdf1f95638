"""``AbbreviatedData`` of an OFD path → polylines (GB/T 33190-2016, 9.3.2)."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Final

from ocr.ofd_items import Affine

_STEPS: Final = 12
_ARGUMENTS: Final = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_MOST_POINTS: Final = 100_000
Points = list[tuple[float, float]]


def polylines(drawing: str, place: Affine) -> list[tuple[Points, bool]]:
    """Return the strokes of ``drawing`` after ``place``, each with whether it is closed.

    Curves become short straight lines. Malformed words end the drawing.
    """
    strokes: list[tuple[Points, bool]] = []
    points: Points = []
    for command, values in _commands(drawing):
        if command in ("M", "S"):
            if len(points) > 1:
                strokes.append((points, False))
            points = [(values[0], values[1])]
        elif command == "C":
            if len(points) > 1:
                strokes.append((points, True))
            points = points[:1]
        elif points:
            points.extend(_curve(command, points[-1], values))
        if sum(len(stroke) for stroke, _ in strokes[-50:]) + len(points) > _MOST_POINTS:
            break
    if len(points) > 1:
        strokes.append((points, False))
    a, b, c, d, e, f = place
    return [
        ([(a * x + c * y + e, b * x + d * y + f) for x, y in stroke], closed) for stroke, closed in strokes
    ]


def _commands(drawing: str) -> list[tuple[str, list[float]]]:
    commands: list[tuple[str, list[float]]] = []
    words = drawing.replace(",", " ").split()
    at = 0
    while at < len(words) and words[at] in _ARGUMENTS:
        count = _ARGUMENTS[words[at]]
        try:
            values = [float(word) for word in words[at + 1 : at + 1 + count]]
        except ValueError:
            break
        if len(values) < count or not all(abs(value) < 1e6 for value in values):
            break
        commands.append((words[at], values))
        at += 1 + count
    return commands


def _curve(command: str, start: tuple[float, float], values: list[float]) -> Points:
    if command == "Q":
        control, end = (values[0], values[1]), (values[2], values[3])
        return [_bezier([start, control, end], step / _STEPS) for step in range(1, _STEPS + 1)]
    if command == "B":
        corners = [start, (values[0], values[1]), (values[2], values[3]), (values[4], values[5])]
        return [_bezier(corners, step / _STEPS) for step in range(1, _STEPS + 1)]
    if command == "A":
        return _arc(start, values)
    return [(values[0], values[1])]


def _bezier(corners: Points, t: float) -> tuple[float, float]:
    while len(corners) > 1:
        corners = [(p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t) for p, q in pairwise(corners)]
    return corners[0]


def _arc(start: tuple[float, float], values: list[float]) -> Points:
    """An arc of an ellipse given by its ends, as in SVG 1.1, F.6.5."""
    rx, ry, degrees, large, sweep, x, y = values
    rx, ry = abs(rx), abs(ry)
    if rx < 1e-9 or ry < 1e-9 or start == (x, y):
        return [(x, y)]
    phi = math.radians(degrees)
    cos, sin = math.cos(phi), math.sin(phi)
    half_x, half_y = (start[0] - x) / 2, (start[1] - y) / 2
    u, v = cos * half_x + sin * half_y, -sin * half_x + cos * half_y
    grow = max(1.0, math.sqrt((u / rx) ** 2 + (v / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    below = (rx * v) ** 2 + (ry * u) ** 2
    root = math.sqrt(max(0.0, (rx * ry) ** 2 - below) / below) * (-1 if bool(large) == bool(sweep) else 1)
    centre_u, centre_v = root * rx * v / ry, -root * ry * u / rx
    centre_x = cos * centre_u - sin * centre_v + (start[0] + x) / 2
    centre_y = sin * centre_u + cos * centre_v + (start[1] + y) / 2
    begin = math.atan2((v - centre_v) / ry, (u - centre_u) / rx)
    end = math.atan2((-v - centre_v) / ry, (-u - centre_u) / rx)
    turn = end - begin
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    steps = max(2, round(abs(turn) / math.pi * 2 * _STEPS))
    return [
        (
            centre_x + rx * math.cos(angle) * cos - ry * math.sin(angle) * sin,
            centre_y + rx * math.cos(angle) * sin + ry * math.sin(angle) * cos,
        )
        for angle in (begin + turn * step / steps for step in range(1, steps + 1))
    ]
