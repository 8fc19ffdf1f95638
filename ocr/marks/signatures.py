"""Whether somebody signed where the paper asks for it.

Only presence is judged, never whose hand it is. Which error is worse: saying that a missing signature
is there; saying that a good one is missing comes next, so doubtful ink makes ``None``.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from ocr.marks.colours import Mask
from ocr.marks.signature_labels import Label, find_labels
from ocr.marks.signing_area import (
    SignedPage,
    is_name,
    label_height,
    may_be_name,
    signing_area,
    without_dates,
)
from ocr.types import Box, Pixels, Seal, Signature, TextLine

_SIGNED, _UNSIGNED = 0.16, 0.05
"""Ink in square label heights: two written characters measured 0.3 and more, dirt and dots under 0.03."""


def find_signatures(
    pixels: Pixels, lines: Sequence[TextLine], number: int, seals: Sequence[Seal] = (), *, lit: bool = True
) -> tuple[Signature, ...]:
    """The places to sign on a page, and whether each is signed.

    ``pixels`` and ``lines`` are the upright page and its text in the same pixels; ``seals`` (optional)
    are those found on it, so that a copied seal's grey ring is not taken for writing. ``box`` is the
    signing area. ``lit``: the picture was taken of paper, in whatever light; a program that draws a page
    lights it evenly. A printed or electronic name and a personal name stamp count as signed.
    """
    labels = find_labels(lines, pixels.shape[0])
    if not labels:
        return ()
    page = SignedPage.of(pixels, lines, seals, labels, lit=lit)
    found: list[Signature] = []
    for label in labels:
        signature = _signature(label, page, number)
        if not any(s.role == signature.role and _overlap(s.box, signature.box) > 0.5 for s in found):
            found.append(signature)
    return tuple(found)


def _signature(label: Label, page: SignedPage, number: int) -> Signature:
    area = signing_area(label, page)
    named = _named(label, area, page)
    if named is not None:
        return Signature(label.role, True, number, area, named)
    present, confidence = _judged(label, area, page)
    return Signature(label.role, present, number, area, confidence)


def _named(label: Label, area: Box, page: SignedPage) -> float | None:
    """The confidence of a legible name in the signing area; ``None`` where there is none."""
    if is_name(label.rest):
        return _sureness(label.line)
    for line in page.lines:
        if line is not label.line and _overlap(line.box, area) > 0.6 and is_name(line.text):
            sure = _sureness(line)
            if sure >= 0.6:
                return sure
    return None


def _sureness(line: TextLine) -> float:
    return round(0.95 * (1.0 if line.confidence is None else line.confidence), 3)


def _judged(label: Label, area: Box, page: SignedPage) -> tuple[bool | None, float | None]:
    """Presence by ink alone, and its confidence."""
    em = label_height(label)
    if area[2] - area[0] < 1.8 * em or area[3] - area[1] < 0.7 * em:
        return None, None
    ink, stamped, red = _ink(label, area, page)
    if ink >= _SIGNED or stamped:
        return True, round(min(0.95, 0.7 + ink / 4), 3)
    hidden = any(
        s.colour == "grey" and s.shape != "square" and _overlap(s.box, area) > 0.4 for s in page.seals
    )
    unclear = ink >= _UNSIGNED or hidden or (label.line.confidence or 1.0) < 0.6
    # Red ink that is no clear stamp may be half of one.
    if unclear or red >= 0.35:
        return None, None
    return False, round(0.95 - 3 * ink, 3)


def _ink(label: Label, area: Box, page: SignedPage) -> tuple[float, bool, float]:
    """Writing in square label heights, whether a name stamp stands there, and red ink (same unit)."""
    em = label_height(label) * page.scale
    writing = page.cut(page.writing, area).copy()
    for line in page.lines:
        if line is not label.line and _overlap(line.box, area) > 0 and not may_be_name(line.text):
            _blank(writing, line.box, area, page.scale, 0.1 * em)
    _blank(writing, label.box, area, page.scale, 0.12 * em)
    for piece in _printed_rest(label):
        _blank(writing, piece, area, page.scale, 0.1 * em)
    for seal in page.seals:
        if seal.shape != "square":
            _blank_seal(writing, seal, area, page)
    ink = _strokes(writing, em)
    red = float((page.cut(page.red, area) > 0).sum()) / (em * em)
    return ink, _stamped(area, page, em), red


def _blank_seal(writing: Mask, seal: Seal, area: Box, page: SignedPage) -> None:
    """Takes a seal's own ink out of the writing: its colour, or all of it where the copy is grey."""
    x0, y0, x1, y1 = (round((seal.box[i] - area[i % 2]) * page.scale) for i in range(4))
    part = np.s_[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1)]
    blue = cv2.dilate(page.cut(page.blue, area), np.ones((3, 3), np.uint8))
    writing[part] = 0 if seal.colour == "grey" else np.where(blue[part] > 0, 0, writing[part])


def _printed_rest(label: Label) -> list[Box]:
    """Boxes of dates, rules and other labels behind a label in its own line."""
    line = label.line
    if len(line.chars) != len(line.text):
        return []
    start = len(line.text) - len(label.rest)
    rest = label.rest
    keep = without_dates(rest)
    return [c.box for c in line.chars[start:] if c.text.strip() and (c.text not in keep or not keep)]


def _strokes(writing: Mask, em: float) -> float:
    """Area of stroke-like ink in square label heights: specks, dots and remains of rules left out."""
    if not writing.size:
        return 0.0
    near = cv2.dilate(writing, np.ones((max(1, round(0.2 * em)),) * 2, np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    total = 0.0
    for index in range(1, count):
        x, y, w, h, _ = (int(v) for v in stats[index])
        if h >= 0.55 * em and w >= 0.3 * em:
            part = (labels[y : y + h, x : x + w] == index) & (writing[y : y + h, x : x + w] > 0)
            total += float(part.sum())
    return total / (em * em)


def _stamped(area: Box, page: SignedPage, em: float) -> bool:
    """Whether red ink the size of a name stamp stands mostly inside the signing area."""
    x0, y0, x1, y1 = area
    around = (x0 - em / page.scale, y0 - 1.5 * em / page.scale, x1, y1 + 1.5 * em / page.scale)
    part = page.cut(page.red, around)
    if not part.size or not part.any():
        return False
    near = cv2.dilate(part, np.ones((max(3, round(0.4 * em)),) * 2, np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    for index in range(1, count):
        x, y, w, h, _ = (int(v) for v in stats[index])
        own = (labels[y : y + h, x : x + w] == index) & (part[y : y + h, x : x + w] > 0)
        fits = 0.8 * em <= h <= 4.2 * em and 1.2 * em <= w <= 7 * em
        whole = x > 0 and y > 0 and y + h < part.shape[0] and own.mean() >= 0.12
        # A tick leaves corners empty, a stamp fills all four.
        corners = [own[rows, columns].mean() for rows in _halves(h) for columns in _halves(w)]
        if fits and whole and own.sum() >= 0.4 * em * em and min(corners) >= 0.08:
            return True
    return False


def _halves(length: int) -> tuple[slice, slice]:
    return slice(0, length // 2), slice(length // 2, length)


def _blank(writing: Mask, box: Box, area: Box, scale: float, edge: float) -> None:
    """Whitens a box of page pixels, widened by ``edge`` reduced pixels, in the writing cut from ``area``."""
    x0, y0, x1, y1 = ((box[i] - area[i % 2]) * scale for i in range(4))
    if x1 + edge > 0 and y1 + edge > 0:
        rows = slice(max(0, round(y0 - edge)), max(0, round(y1 + edge)))
        writing[rows, max(0, round(x0 - edge)) : max(0, round(x1 + edge))] = 0


def _overlap(a: Box, b: Box) -> float:
    """Common area as a share of the smaller box."""
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / max(1.0, min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1])))
