"""Takes the perspective out of a photo by its lines of text, where the sheet's edges do not tell it.

Lines of print are parallel on paper. In a photo taken from the side they run towards one point, and so do
the left edges of lines that begin below each other. A point at which lines meet far outside the picture is
told by how their slope changes from one to the next (Hartley & Zisserman, Multiple View Geometry, 8.6: the
line through both points is the image of the horizon of the plane, and a homography that sends it to infinity
makes parallels parallel again).

Coordinates are pixels, origin top left; inside, from the picture's middle.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ocr.geometry import Homography, map_points, sides, start_top_left
from ocr.types import Polygon

LEAST_LINES = 12
"""Lines that must tell a slope."""
LONG = 4.0
"""Text heights from which on a line tells its slope."""
SPREAD = 0.35
"""Part of the picture's height over which the lines must lie."""
LEAST_CHANGE = 0.04
"""Change of slope from one edge of the picture to the other (as a tangent) below which it is left alone:
it moves a row by half a line at most."""
MOST_CHANGE = 0.6
EXPLAINED = 0.4
"""It is believed where it leaves less than this share of the slopes' spread: hands, wavy paper leave more."""
TOGETHER = 0.6
"""Text heights within which edges stand below each other."""
MIDDLES = np.linspace(-0.16, 0.16, 17)
CHANGES = np.linspace(-0.6, 0.6, 25)
"""Pencils of columns that are tried: slope at the middle, change over the picture's width."""
MOST_REACH = 0.5
"""Change over the way from the middle to the farthest line, at most: a corner would be twice as large."""
CLEARER = 1.2
"""How much better the edges fall together than in the best of parallels."""
ALIGNED = 8.0
"""What their falling together must come to, for each line: 4 to 6 in running text and on loose bills."""
STEADY = 0.02
"""Tangent by which a slope may be measured wrong."""
SMALLEST = 0.5
"""No corner of the picture is made more than twice as large."""
_ROUNDS = 10
Values = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Pencil:
    """Lines through one point: ``slope = at_middle - change × place``, the place being where the line
    crosses the middle of the picture; ``change`` per pixel, 0 for parallels."""

    at_middle: float
    change: float


def flattened(text: Sequence[Polygon], width: int, height: int) -> tuple[Homography, int, int] | None:
    """The homography that makes lines of text parallel and level, with the new width and height.

    ``text``: outlines of lines on an upright page of ``width`` × ``height``. ``None`` where they are
    parallel as far as can be told, or tell too little.
    """
    lines = [p for p in map(start_top_left, text) if sides(p)[0] > LONG * sides(p)[1] > 0]
    if len(lines) < LEAST_LINES:
        return None
    ends = np.array(lines) - np.array([width / 2, height / 2])
    rows = _rows(ends, height)
    if rows is None:
        return None
    columns = _columns(ends, width) or _Pencil(-rows.at_middle, 0.0)
    if max(abs(rows.change) * height, abs(columns.change) * width) < LEAST_CHANGE:
        return None
    return _levelled(rows, columns, width, height)


def _rows(ends: Values, height: int) -> _Pencil | None:
    """How the rows run; ``None`` where too few tell it, or no one point explains their slopes."""
    left, right = (ends[:, 0] + ends[:, 3]) / 2, (ends[:, 1] + ends[:, 2]) / 2
    across = right - left
    slopes = across[:, 1] / across[:, 0]
    places = left[:, 1] - slopes * left[:, 0]
    if np.ptp(places) < SPREAD * height or np.max(np.abs(slopes)) > 1:
        return None
    weights = np.minimum(across[:, 0], np.median(across[:, 0]) * 3)
    pencil, left_over, spread = _fit(places, slopes, weights)
    if abs(pencil.change) * height > MOST_CHANGE or left_over > max(EXPLAINED * spread, STEADY / 2):
        return None
    if left_over > EXPLAINED * spread:
        return _Pencil(float(np.average(slopes, weights=weights)), 0.0)
    return pencil


def _columns(ends: Values, width: int) -> _Pencil | None:
    """How the left and right edges of lines below each other run; ``None`` where too few tell it.

    Of many pencils the one in which most edges fall together (a Hough transform); parallels, where it is
    not told apart from the best of these.
    """
    heights = np.hypot(*(ends[:, 0] - ends[:, 3]).T)
    room = float(np.median(heights)) * TOGETHER
    edges = [(ends[:, 0] + ends[:, 3]) / 2, (ends[:, 1] + ends[:, 2]) / 2]
    # Where lines of a pencil would meet on the page it is none, and places run off to infinity there.
    steepest = MOST_REACH / max(1.0, float(np.abs(ends[:, :, 1]).max()))
    changes = CHANGES[np.abs(CHANGES) < steepest * width] / width
    parallel, plain = _best(edges, MIDDLES, np.zeros(1), room)
    found, most = _best(edges, MIDDLES, changes, room)
    if max(most, plain) < ALIGNED * len(ends):
        return None
    clear = most > CLEARER * plain
    found = found if clear else parallel
    step_middle, step_change = MIDDLES[1] - MIDDLES[0], (CHANGES[1] - CHANGES[0]) / width
    for finer in (1, 2, 4):
        near = np.linspace(-1, 1, 5) / finer
        changes = np.clip(found.change + near * step_change, -steepest, steepest) if clear else np.zeros(1)
        found, _ = _best(edges, found.at_middle + near * step_middle, changes, room / finer)
    return found


def _best(edges: Sequence[Values], middles: Values, changes: Values, room: float) -> tuple[_Pencil, float]:
    """The pencil in which most edges fall together, and how many do."""
    middle, change = (g.ravel() for g in np.meshgrid(middles, changes))
    scores = sum((_together(edge, middle, change, room) for edge in edges), np.zeros(len(middle)))
    top = int(np.argmax(scores))
    return _Pencil(float(middle[top]), float(change[top])), float(scores[top])


def _together(edge: Values, middles: Values, changes: Values, room: float) -> Values:
    """For each pencil, how many edges fall together: the sum over places of their squared numbers."""
    x, y = edge.T
    places = (x - middles[:, None] * y) / (1 - changes[:, None] * y)
    total = np.zeros(len(middles))
    for shift in (0.0, 0.5):
        bins = np.floor(places / room + shift).astype(np.int64)
        bins -= bins.min()
        count = int(bins.max()) + 1
        held = np.bincount(
            (np.arange(len(middles))[:, None] * count + bins).ravel(), minlength=count * len(middles)
        )
        total += (held.reshape(len(middles), count).astype(np.float64) ** 2).sum(axis=1)
    return total / 2


def _fit(places: Values, slopes: Values, weights: Values) -> tuple[_Pencil, float, float]:
    """The pencil that explains most slopes, what it leaves of their spread, and that spread: tangents.

    Weighted least squares, far ones counting less and less (Cauchy's weights).
    """
    design = np.stack([np.ones_like(places), -places], axis=1)
    trust = weights.copy()
    solution = np.zeros(2)
    for _ in range(_ROUNDS):
        root = np.sqrt(trust)
        solution, *_ = np.linalg.lstsq(design * root[:, None], slopes * root, rcond=None)
        off = slopes - design @ solution
        trust = weights / (1 + (off / (STEADY / 2)) ** 2)
    middle = np.average(slopes, weights=weights)
    off = np.abs(slopes - design @ solution)
    return (
        _Pencil(float(solution[0]), float(solution[1])),
        _median(off, weights),
        _median(np.abs(slopes - middle), weights),
    )


def _median(values: Values, weights: Values) -> float:
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(total, total[-1] / 2)])


def _levelled(rows: _Pencil, columns: _Pencil, width: int, height: int) -> tuple[Homography, int, int] | None:
    meeting_rows = np.array([1.0, rows.at_middle, rows.change])
    meeting_columns = np.array([columns.at_middle, 1.0, columns.change])
    horizon = np.cross(meeting_rows, meeting_columns)
    horizon /= horizon[2]
    project = np.array([[1, 0, 0], [0, 1, 0], horizon])
    axes = np.array([[1.0, columns.at_middle, 0], [rows.at_middle, 1.0, 0], [0, 0, 1]])
    centre = np.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, 1]])
    matrix = np.linalg.inv(axes) @ project @ centre
    corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]
    depth = [float(matrix[2] @ (x, y, 1)) for x, y in corners]
    if min(depth) < SMALLEST or max(depth) > 1 / SMALLEST:
        return None
    mapped = np.array(map_points(matrix, corners))
    low, high = mapped.min(axis=0), mapped.max(axis=0)
    shift = np.array([[1, 0, -low[0]], [0, 1, -low[1]], [0, 0, 1]])
    return shift @ matrix, math.ceil(high[0] - low[0]), math.ceil(high[1] - low[1])
