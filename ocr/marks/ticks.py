"""Ticked boxes beside the options of a form, judged from the pixels.

Readers of text make 口, 区, R or nothing of a box; whether it is ticked is seen in the ink. For each
group of options the side on which boxes stand is the one where most clean squares are found; an option
whose square holds ink, or whose place holds ink where its neighbours have a clean square, is ticked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

import cv2
import numpy as np
import numpy.typing as npt

from ocr.layout import Run
from ocr.types import Char, Pixels

GROUPS: tuple[tuple[str, ...], ...] = (
    (
        *("异地安置退休", "异地长期居住", "常驻异地工作", "异地转诊", "其他临时外出", "其它临时外出"),
        *("临时外出", "安置退休", "长期居住", "临时就医", "转诊转院"),
    ),
    ("城镇职工", "城乡居民", "职工", "居民"),
    ("男", "女"),
)  # fmt: skip
"""Options that exclude each other. Longer words first where one holds another."""
TICKED, EMPTY = "☑", "□"
_BOX_LIKE = frozenset("█▇▉▪□☐☑☒■◻◼▢口囗回区凶曰日田ロRVvXx√✓✔○●()（）[]【】0OoDQ团図图四")
_TICK_SIGNS = frozenset("☑☒√✓✔■█▇▉▪◼")
_BOX_SIGNS = frozenset("□☐◻▢")
_OTHER_WORD = re.compile("地|身份|户口|委")
"""What makes another word of an option: 居住地, 居民身份证."""
_INNER_INK = 0.08
"""A clean box has hardly any ink inside; a tick covers a tenth of it and more."""
_AS_LARGE = 0.75
_ROUND = 0.86
"""Area against that of a circle of the same outline."""


class _State(Enum):
    NOTHING = 0
    EMPTY_BOX = 1
    FILLED_BOX = 2
    INK = 3


@dataclass(frozen=True, slots=True)
class _Option:
    """An option word in a run: characters ``start:end``."""

    run: int
    start: int
    end: int


def mark_options(runs: Sequence[Run], pixels: Pixels) -> tuple[Run, ...]:
    """The runs, with ☑ or □ put before each option whose box was seen, in place of what was read there."""
    out = list(runs)
    for words in GROUPS:
        options = _options(out, words)
        if len(options) < 2:
            continue
        states = _states(out, options, pixels)
        for option, ticked in sorted(
            zip(options, states, strict=True), key=lambda pair: (pair[0].run, -pair[0].start)
        ):
            if ticked is not None:
                out[option.run] = _marked(out[option.run], option, ticked=ticked)
    return tuple(out)


def _options(runs: Sequence[Run], words: Sequence[str]) -> list[_Option]:
    found: list[_Option] = []
    for n, run in enumerate(runs):
        taken: list[tuple[int, int]] = []
        for word in words:
            at = run.text.find(word)
            if (
                at >= 0
                and not _OTHER_WORD.match(run.text, at + len(word))
                and all(at >= e or at + len(word) <= s for s, e in taken)
            ):
                taken.append((at, at + len(word)))
                found.append(_Option(n, at, at + len(word)))
    return found


def _states(runs: Sequence[Run], options: Sequence[_Option], pixels: Pixels) -> list[bool | None]:
    sides = []
    for left in (True, False):
        seen = [_look(runs[o.run], o, pixels, left=left) for o in options]
        boxes = sum(s in (_State.EMPTY_BOX, _State.FILLED_BOX) for s in seen)
        sides.append((boxes, seen))
    boxes, seen = max(sides, key=lambda side: side[0])
    empty = sum(s is _State.EMPTY_BOX for s in seen)
    if boxes == 0 or empty == 0:
        return [None] * len(options)
    boxed = [s is _State.FILLED_BOX for s in seen]
    ticked = boxed if any(boxed) else [s is _State.INK for s in seen]
    return [None if s is _State.NOTHING else t for s, t in zip(seen, ticked, strict=True)]


def _look(run: Run, option: _Option, pixels: Pixels, *, left: bool) -> _State:
    """What stands in the place for a box left or right of an option: seen, or else as it was read."""
    if not _is_own(run, option, left=left):
        return _State.NOTHING
    at = option.start - 1 if left else option.end
    read = run.text[at] if 0 <= at < len(run.text) else " "
    if read in _TICK_SIGNS:
        return _State.FILLED_BOX
    seen = _seen(run, option, pixels, left=left)
    if seen in (_State.NOTHING, _State.INK) and read in _BOX_SIGNS:
        return _State.EMPTY_BOX
    return seen


def _seen(run: Run, option: _Option, pixels: Pixels, *, left: bool) -> _State:
    """The square nearest to the option, or whether there is other ink."""
    height = run.height
    first, last = run.chars[option.start].box, run.chars[option.end - 1].box
    reach, into = 2.0 * height, 0.5 * height  # characters' boxes are not sharp: look into the word a little
    x0, x1 = (first[0] - reach, first[0] + into) if left else (last[2] - into, last[2] + reach)
    y0, y1 = first[1] - 0.25 * height, first[3] + 0.25 * height
    place = pixels[max(0, int(y0)) : int(y1), max(0, int(x0)) : int(x1)]
    if min(place.shape[:2]) < 6:
        return _State.NOTHING
    window = np.asarray(cv2.cvtColor(place, cv2.COLOR_RGB2GRAY), np.uint8)
    if float(window.max()) - float(window.min()) < 50:
        return _State.NOTHING
    _, ink = cv2.threshold(window, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    contours, _ = cv2.findContours(ink, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    squares, rings = [], []
    for contour in contours:
        x, y, w, h = cv2.boundingRect(contour)
        if max(w, h) >= 1.35 * height or not 0.7 < w / h < 1.43:
            continue
        if 0.4 * height < min(w, h) and cv2.contourArea(contour) > 0.72 * w * h:
            squares.append((x, y, w, h))
        outside = x + w < window.shape[1] - into if left else x > into
        if 0.25 * height < min(w, h) and outside and _is_round(contour):
            rings.append((x, y, w, h))
    if rings and not any(s not in rings for s in squares):
        return _ring(ink, max(rings, key=lambda r: r[3]))
    if not squares:
        return _State.INK if float(ink.mean()) > 0.06 else _State.NOTHING
    largest = max(s[3] for s in squares)
    squares = [s for s in squares if s[3] >= _AS_LARGE * largest]  # the 口 inside 临 is no box
    x, y, w, h = max(squares) if left else min(squares)
    inner = ink[y + h // 5 : y + h - h // 5, x + w // 5 : x + w - w // 5]
    full = inner.size > 0 and float(inner.mean()) > _INNER_INK
    return _State.FILLED_BOX if full else _State.EMPTY_BOX


def _ring(ink: npt.NDArray[np.uint8] | cv2.typing.MatLike, box: tuple[int, int, int, int]) -> _State:
    """A ring is chosen where a dot stands in its middle."""
    x, y, w, h = box
    middle = ink[y + h // 3 : y + h - h // 3, x + w // 3 : x + w - w // 3]
    return _State.FILLED_BOX if middle.size and float(middle.mean()) > 0.5 else _State.EMPTY_BOX


def _is_round(contour: cv2.typing.MatLike) -> bool:
    """Whether an outline is a ring, as forms on screens have them to choose by."""
    around = cv2.arcLength(contour, True)
    return around > 0 and 4 * np.pi * cv2.contourArea(contour) > _ROUND * around**2


def _is_own(run: Run, option: _Option, *, left: bool) -> bool:
    """Whether the ink beside the option is no character of another word."""
    at, edge = (option.start - 1, option.start) if left else (option.end, option.end - 1)
    if not 0 <= at < len(run.text):
        return True
    apart = abs(_centre(run.chars[at]) - _centre(run.chars[edge])) > 1.6 * run.height
    return apart or run.text[at] in _BOX_LIKE or run.text[at].isspace()


def _centre(char: Char) -> float:
    return (char.box[0] + char.box[2]) / 2


def _marked(run: Run, option: _Option, *, ticked: bool) -> Run:
    """The run with its box-like characters before the option replaced by one plain mark."""
    start = option.start
    while start > 0 and run.text[start - 1] in _BOX_LIKE:
        start -= 1
    end = option.end
    while end < len(run.text) and run.text[end] in _BOX_LIKE and run.text[end] not in "(（":
        end += 1
    mark = Char(TICKED if ticked else EMPTY, run.chars[option.start].box, None)
    space = Char(" ", run.chars[option.start].box, None)
    lead = (space,) if start > 0 and not run.text[start - 1].isspace() else ()
    chars = (
        *run.chars[:start], *lead, mark, *run.chars[option.start : option.end],
        *((space,) if end > option.end else ()), *run.chars[end:],
    )  # fmt: skip
    return replace(run, text="".join(c.text for c in chars), chars=chars)
