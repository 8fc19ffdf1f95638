"""Boxes of a list's options that were not read, judged from the ink in their places.

Readers of text lose boxes, and ticked ones more often than empty ones: ■ is no letter, and a pen's tick makes
a scrawl of any box. In a list in which some boxes were read, each option without one is looked at where its
box must stand. A box is a frame: ink on all four sides, and none inside where it is empty. What was read as a
mark stays as it was read. Which error is worse: a disease claimed that nobody ticked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import median

import cv2
import numpy as np
import numpy.typing as npt

from ocr.layout import Run
from ocr.marks.ticks import EMPTY, TICKED
from ocr.types import Char, Pixels
from ocr.values.text import narrow
from ocr.values.ticks import MARK

LEAST_BOXES = 3
"""Empty boxes that must have been read in a list before others are looked for."""
LEAST_OPTION = 2
JUDGED = 0.85
"""Confidence of a tick that was seen and not read."""
_EM = 24
"""Pixels a text height is brought to."""
_SIDES = (14, 16, 18, 20, 22)
_FRAME = 0.45
"""Part of the usual frame's darkness that a frame has at least."""
_FILLED = 0.35
"""Darkness inside against that of the frame, its own and an empty box's, from which a box is filled."""
_LEAST_INSIDE = 0.09
_BEYOND, _BOLD = 1.6, 2.0
"""And against that inside most of the list's empty boxes (specks of copiers, shadows), or a bolder frame."""
_SCRAWLED = 1.75
"""Ink against that of an empty box of the same list, from which a pen went over it."""
_BOXES = frozenset("□☐▢")
_BRACKETS = re.compile(r"[(\[]\s{0,6}[)\]]|[(\[]\s?[√✓✔]")
"""Marks of lists that are ticked between brackets, where no frames stand."""
_RULED = 0.9
"""Share of a row's width that is dark where a rule or a fold runs through."""
_ROWS_APART = 5.0
"""Text heights from one row of a list with boxes read to the next at most, outside of cells."""
_OPTION = re.compile(r"[^\s□☐☑☒√✓✔■▣◼●○◯◻▢]{2,}")

Darkness = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an option begins: in which run, at which character; ``read`` is the mark read before it."""

    run: int
    start: int
    read: bool | None


@dataclass(frozen=True, slots=True)
class _Look:
    """A frame's darkness on its palest side, that inside it, and all ink in the place."""

    frame: float
    inside: float
    ink: float


def mark_lists(runs: Sequence[Run], pixels: Pixels) -> tuple[Run, ...]:
    """The runs, with ☑ or □ put before options of a list whose box was seen but not read."""
    out = list(runs)
    grey: npt.NDArray[np.uint8] | None = None
    for block in _blocks(runs):
        places = [place for number in block for place in _places(number, runs[number])]
        if sum(p.read is False for p in places) < LEAST_BOXES or all(p.read is not None for p in places):
            continue
        if grey is None:
            grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
        for place, ticked in sorted(_judged(places, runs, grey), key=lambda x: (x[0].run, -x[0].start)):
            out[place.run] = _marked(out[place.run], place.start, ticked=ticked)
    return tuple(out)


def _blocks(runs: Sequence[Run]) -> list[list[int]]:
    """Numbers of runs by cell; of those in no cell the ones of each list, from its first box to its last."""
    cells: dict[int | None, list[int]] = {}
    for number, run in enumerate(runs):
        if not run.vertical:
            cells.setdefault(run.cell, []).append(number)
    free = cells.pop(None, [])
    return [*cells.values(), *(_within(part, free, runs) for part in _lists(free, runs))]


def _lists(free: Sequence[int], runs: Sequence[Run]) -> list[list[Run]]:
    """Runs with boxes, parted where rows without any lie between: a page has other boxes far above a list."""
    parts: list[list[Run]] = []
    for run in (runs[n] for n in free if any(c in _BOXES for c in runs[n].text)):
        if parts and run.box[1] - parts[-1][-1].box[1] < _ROWS_APART * run.height:
            parts[-1].append(run)
        else:
            parts.append([run])
    return parts


def _within(boxed: Sequence[Run], free: Sequence[int], runs: Sequence[Run]) -> list[int]:
    height = median(r.height for r in boxed)
    x, y0 = (min(r.box[i] for r in boxed) for i in (0, 1))
    y1 = max(r.box[3] for r in boxed)
    return [
        n
        for n in free
        if runs[n].box[0] > x - 2 * height and y0 - 2 * height < runs[n].box[1] < y1 + 2 * height
    ]


def _places(number: int, run: Run) -> list[_Place]:
    """The beginnings of options in a run: behind a mark, behind a space, at the run's beginning."""
    plain = narrow(run.text)
    if _BRACKETS.search(plain):
        return []
    marks = {m.end(): m["tick"] is not None for m in MARK.finditer(plain)}
    found = []
    for word in _OPTION.finditer(run.text):
        before = run.text[: word.start()].rstrip()
        found.append(_Place(number, word.start(), marks.get(len(before))))
    return found


def _judged(
    places: Sequence[_Place], runs: Sequence[Run], grey: npt.NDArray[np.uint8]
) -> list[tuple[_Place, bool]]:
    """Options whose unread box was seen, and whether it is ticked."""
    looks = {p: look for p in places if (look := _look(runs[p.run], p.start, grey))}
    empty = [looks[p] for p in places if p.read is False and p in looks]
    if len(empty) < LEAST_BOXES:
        return []
    frame, ink = median(e.frame for e in empty), median(e.ink for e in empty)
    noise = sorted(e.inside for e in empty)[round(0.85 * (len(empty) - 1))]
    if frame <= 0:
        return []
    judged = []
    for place, look in looks.items():
        if place.read is not None or look.frame < _FRAME * frame:
            continue
        plain = look.inside > _BEYOND * noise or look.frame > _BOLD * frame
        filled = plain and look.inside > max(_LEAST_INSIDE, _FILLED * frame, _FILLED * look.frame)
        scrawled = look.ink > _SCRAWLED * ink
        judged.append((place, filled or scrawled))
    return judged


def _look(run: Run, start: int, grey: npt.NDArray[np.uint8]) -> _Look | None:
    """The best frame in the place of an option's box."""
    dark = _darkness(run, start, grey)
    if dark is None:
        return None
    if dark.shape[1] > 1.6 * _SIDES[0] and _is_ruled(dark):
        return None
    padded = cv2.copyMakeBorder(dark, 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=(0.0,))
    best: tuple[float, float] | None = None
    for side in _SIDES:
        if min(padded.shape) < side:
            continue
        edges, inner = _frame_of(side)
        palest = np.minimum.reduce([cv2.matchTemplate(padded, edge, cv2.TM_CCORR) for edge in edges])
        y, x = (int(v) for v in np.unravel_index(int(palest.argmax()), palest.shape))
        if best is None or float(palest[y, x]) > best[0]:
            within = padded[y + inner : y + side - inner, x + inner : x + side - inner]
            best = float(palest[y, x]), float(within.mean())
    return _Look(*best, float(dark.sum())) if best else None


def _is_ruled(dark: Darkness) -> bool:
    """Whether a rule or a fold runs through the whole width, so that nothing can be told."""
    inked = dark > 0.35 * float(np.percentile(dark, 98))
    return float(inked.mean(axis=1).max()) > _RULED


@lru_cache(maxsize=8)
def _frame_of(side: int) -> tuple[tuple[Darkness, ...], int]:
    """A frame's four edges as templates that give their mean darkness, and where its inside begins."""
    edges = []
    for part in (np.s_[:2, :], np.s_[-2:, :], np.s_[:, :2], np.s_[:, -2:]):
        edge = np.zeros((side, side), np.float32)
        edge[part] = 1
        edges.append(edge / edge.sum())
    return tuple(edges), 4


def _darkness(run: Run, start: int, grey: npt.NDArray[np.uint8]) -> Darkness | None:
    """How dark the place left of a character is against its paper, 0–1, a text height being 24 pixels."""
    height, first = run.height, run.chars[start].box
    right = first[0] + 0.15 * height
    left = max(0.0, right - 2.1 * height)
    before = start - 1
    while before >= 0 and (run.text[before].isspace() or MARK.fullmatch(narrow(run.text[before]))):
        before -= 1
    if before >= 0:
        left = max(left, run.chars[before].box[2] - 0.1 * height)
    top, bottom = max(0.0, first[1] - 0.1 * height), first[3] + 0.1 * height
    if run.cell_box:
        edge = 0.2 * height  # the cell's own rules are left out
        left, top = max(left, run.cell_box[0] + edge), max(top, run.cell_box[1] + edge)
        bottom = min(bottom, run.cell_box[3] - edge)
    if right - left < 0.5 * height:
        return None
    crop = grey[int(top) : int(bottom) + 1, int(left) : int(right) + 1]
    if min(crop.shape) < 5:
        return None
    scale = _EM / height
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    sized = cv2.resize(crop, None, fx=scale, fy=scale, interpolation=how).astype(np.float32)
    dark = np.clip(1 - sized / max(1.0, float(np.percentile(sized, 90))), 0, 1)
    return np.asarray(np.where(dark < 0.06, 0, dark), np.float32)


def _marked(run: Run, start: int, *, ticked: bool) -> Run:
    place = run.chars[start].box
    mark = Char(TICKED if ticked else EMPTY, place, JUDGED)
    space = (Char(" ", place),) if start > 0 and not run.text[start - 1].isspace() else ()
    chars = (*run.chars[:start], *space, mark, *run.chars[start:])
    return replace(run, text="".join(c.text for c in chars), chars=chars)
