"""Faces in photo-like pages: selfies, ID portraits; upright or turned by quarter turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np

from ocr.marks.colours import Grey, reduced
from ocr.types import Box, Face, Pixels

_LONG_SIDE = 900
LEAST = 0.035
"""Least side of a face as a share of the long side: the portrait on a card held in a selfie is 0.04."""
_CASCADES = ("haarcascade_frontalface_default.xml", "haarcascade_frontalface_alt2.xml")
_EYES = "haarcascade_eye.xml"
TURNS = (0, 90, 270, 180)


@dataclass(frozen=True, slots=True)
class _Sighting:
    """One hit of one cascade in the reduced upright picture, with how firmly it stood out."""

    box: Box
    cascade: int
    weight: float


def find_faces(
    pixels: Pixels, number: int, *, turns: Sequence[int] = TURNS, least: float = LEAST
) -> tuple[Face, ...]:
    """The faces on a page, largest first.

    ``pixels`` is the page as opened or straightened, in any quarter turn; ``confidence`` (0-1) grows with
    the agreement of the detectors, eyes found and skin. Boxes are page pixels. Which error is worse: a
    face that is not there lets a selfie without a person pass; so what one weak detector alone saw, with
    no eyes in it, is left out.

    ``turns`` are the clockwise turns, in degrees, after one of which the picture may stand upright; each
    costs the same. ``least`` is the least side of a face as a share of the long side; half of it costs four
    times as much.
    """
    small, scale = reduced(pixels, _LONG_SIDE)
    grey = np.asarray(cv2.equalizeHist(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)), np.uint8)
    best: list[tuple[Box, float]] = []
    for turn in turns:
        faces = list(_upright_faces(_turned(grey, turn), _turned(small, turn), least))
        found = [(_turned_back(box, turn, small), sure) for box, sure in faces]
        best = _merged(best + found)
        if any(sure >= 0.8 for _, sure in found):
            break
    best.sort(key=lambda item: -(item[0][2] - item[0][0]) * (item[0][3] - item[0][1]))
    return tuple(Face(number, _scaled(box, 1 / scale), round(sure, 3)) for box, sure in best)


@cache
def _cascade(name: str) -> cv2.CascadeClassifier:
    """A cascade that ships with OpenCV; raises ``FileNotFoundError`` where this build has none."""
    path = Path(cv2.__file__).parent / "data" / name
    if not path.is_file():
        raise FileNotFoundError(f"{path}: this OpenCV carries no face cascades; install opencv-python 4.10")
    return cv2.CascadeClassifier(str(path))


def _turned(picture: Pixels | Grey, turn: int) -> Grey:
    return np.ascontiguousarray(np.rot90(picture, -turn // 90))


def _turned_back(box: Box, turn: int, upright: Pixels) -> Box:
    """A box seen in the picture turned clockwise by ``turn``, in the unturned picture."""
    height, width = upright.shape[:2]
    x0, y0, x1, y1 = box
    if turn == 90:
        return (y0, height - x1, y1, height - x0)
    if turn == 180:
        return (width - x1, height - y1, width - x0, height - y0)
    if turn == 270:
        return (width - y1, x0, width - y0, x1)
    return box


def _upright_faces(grey: Grey, colour: Pixels, least: float) -> Iterator[tuple[Box, float]]:
    """Faces in a picture whose people stand upright, with their confidence."""
    for group in _grouped(list(_sightings(grey, least))):
        seen = {s.cascade for s in group}
        weight = max(s.weight for s in group)
        x0, y0, x1, y1 = (float(np.median([s.box[i] for s in group])) for i in range(4))
        box = (x0, y0, x1, y1)
        part = np.s_[round(y0) : round(y1), round(x0) : round(x1)]
        eyes, skin, contrast = _eyes(grey[part]), _skin_share(colour[part]), float(colour[part].std())
        coloured = _is_coloured(colour[part])
        if contrast < 18 or (coloured and skin < 0.25):
            continue
        sure = 0.3 + 0.25 * (len(seen) == 2) + 0.12 * min(eyes, 2) + 0.1 * (coloured and skin > 0.4)
        sure += min(max(weight, 0.0) / 40, 0.2)
        if sure >= 0.62:
            yield box, min(sure, 0.98)


def _sightings(grey: Grey, least: float) -> Iterator[_Sighting]:
    smallest = max(24, round(least * max(grey.shape)))
    for index, name in enumerate(_CASCADES):
        boxes, _, weights = _cascade(name).detectMultiScale3(
            grey,
            scaleFactor=1.12,
            minNeighbors=4,
            minSize=(smallest, smallest),
            outputRejectLevels=True,
        )
        for (x, y, w, h), weight in zip(boxes, weights, strict=True):
            yield _Sighting((float(x), float(y), float(x + w), float(y + h)), index, float(weight))


def _grouped(sightings: list[_Sighting]) -> list[list[_Sighting]]:
    groups: list[list[_Sighting]] = []
    for sighting in sorted(sightings, key=lambda s: -s.weight):
        for group in groups:
            if _overlap(group[0].box, sighting.box) > 0.5:
                group.append(sighting)
                break
        else:
            groups.append([sighting])
    return groups


def _eyes(face: Grey) -> int:
    """Eyes found in the upper part of a face."""
    upper = face[round(0.15 * face.shape[0]) : round(0.6 * face.shape[0])]
    if min(upper.shape) < 8:
        return 0
    factor = 160 / face.shape[1]
    if factor > 1:
        size = (160, round(upper.shape[0] * factor))
        upper = np.asarray(cv2.resize(upper, size, interpolation=cv2.INTER_CUBIC), np.uint8)
    least = round(0.12 * upper.shape[1])
    found = _cascade(_EYES).detectMultiScale(upper, 1.1, 4, minSize=(least, least))
    return min(2, len(found))


def _is_coloured(face: Pixels) -> bool:
    spread = face.max(axis=2).astype(np.int16) - face.min(axis=2)
    return float(spread.mean()) > 14


def _skin_share(face: Pixels) -> float:
    """Share of skin-like pixels in the middle of a face, 0-1 (all skin tones; by hue, not brightness)."""
    height, width = face.shape[:2]
    inner = face[height // 6 : height - height // 8, width // 6 : width - width // 6]
    if not inner.size:
        return 0.0
    _, red, blue = cv2.split(cv2.cvtColor(inner, cv2.COLOR_RGB2YCrCb))
    return float(((red >= 131) & (red <= 180) & (blue >= 75) & (blue <= 132)).mean())


def _merged(found: list[tuple[Box, float]]) -> list[tuple[Box, float]]:
    kept: list[tuple[Box, float]] = []
    for box, sure in sorted(found, key=lambda item: -item[1]):
        if all(_overlap(box, other) < 0.3 for other, _ in kept):
            kept.append((box, sure))
    return kept


def _overlap(a: Box, b: Box) -> float:
    """Common area as a share of the smaller box."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1]))


def _scaled(box: Box, factor: float) -> Box:
    x0, y0, x1, y1 = (round(v * factor) for v in box)
    return (float(x0), float(y0), float(x1), float(y1))
