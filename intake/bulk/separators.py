"""One scan of many patients → the pages of each, told apart by the separator sheets between them.

The mistake that costs most is to put one patient's pages into another's case: where a sheet cannot be read,
is not known, or stands there twice, the pages behind it belong to nobody and are reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

import cv2
import numpy as np

from intake.bulk.codes import fault
from intake.bulk.sheet_codes import PREFIX, CodeBroken, key_of
from intake.faults import Fault
from ocr.marks.barcodes import find_barcodes
from ocr.marks.colours import Grey
from ocr.types import Pixels, RawPage

_LOOKED_AT: Final = 1000
"""Long side in pixels at which bars and ink are looked for; about 85 dpi on A4."""
_BAR_LENGTH: Final = (0.55, 0.98)
"""Of the page's short side; the bars are 0.8 of A4's."""
_BAR_SHAPE: Final = (16.0, 60.0)
_BARS_NEEDED: Final = 3
_MARGIN: Final = 0.03
_INK: Final = 6.0
"""Grey levels under the paper around it, smoothed."""
_OVER_GRAIN: Final = 5.5
"""Times the page's own grain (a robust standard deviation)."""
_STROKE: Final = 7
"""Pixels: a stroke this long is ink; dust is shorter."""
_SPECKS: Final = 25
_SHADE: Final = 60
"""Grey levels between the page and a wide dark area on it, such as a picture."""


class Kind(Enum):
    """What a page of a scan is."""

    PAPER = "paper"
    BLANK = "blank"
    SHEET = "sheet"
    UNREADABLE_SHEET = "unreadable"
    SEVERAL_SHEETS = "several"


@dataclass(frozen=True, slots=True)
class ScanGroup:
    """The pages behind one sheet: ``number`` is the case's, ``pages`` count from 1 in the scan.

    ``faults`` make the case unusable until a person has looked."""

    number: int
    sheet: int
    pages: tuple[int, ...]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class ScanSplit:
    """``groups`` in the scan's order; ``faults`` name pages only. ``unassigned`` pages belong to no case."""

    groups: tuple[ScanGroup, ...]
    faults: tuple[Fault, ...]
    unassigned: tuple[int, ...]


def split_scan(pages: Iterable[RawPage], keys: Mapping[str, int], where: str = "扫描件") -> ScanSplit:
    """Group the pages of one scan by the sheets between them.

    ``keys`` are the keys that sheets of this hand-in bear, each with its case's number
    (``sheet_codes.keys_of``). Pages are looked at one at a time and let go. A blank page right behind a
    sheet (its back) is dropped, and only there.
    """
    state = _State(keys)
    for page in pages:
        kind, key = look_at(page.pixels, page.number, blank=state.behind_sheet)
        state.take(page.number, kind, key)
    return state.split(where)


def look_at(pixels: Pixels, number: int, *, blank: bool = True) -> tuple[Kind, str | None]:
    """What a page is, and the key of a sheet; whether it is ``blank`` is only looked at where asked."""
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    keys, broken = _keys(pixels, number)
    if not keys and not broken and _has_bars(grey):
        for mended in _mended(grey):
            keys, broken = _keys(np.asarray(cv2.cvtColor(mended, cv2.COLOR_GRAY2RGB), np.uint8), number)
            if keys or broken:
                break
        else:
            broken = True
    if len(keys) > 1 or (keys and broken):
        return Kind.SEVERAL_SHEETS, None
    if broken:
        return Kind.UNREADABLE_SHEET, None
    if keys:
        return Kind.SHEET, keys.pop()
    return (Kind.BLANK if blank and is_blank(grey) else Kind.PAPER), None


def _keys(pixels: Pixels, number: int) -> tuple[set[str], bool]:
    """The keys on a page, and whether a code of ours was there that is not in order."""
    keys: set[str] = set()
    broken = False
    for code in find_barcodes(pixels, number):
        try:
            key = key_of(code.text) if code.text.startswith(PREFIX) else None
        except CodeBroken:
            broken = True
        else:
            keys |= {key} if key else set()
    return keys, broken


def _mended(grey: Grey) -> Iterator[Grey]:
    """The page made easier to read, in ways of falling likelihood."""
    scale = min(1.0, 1400 / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    calm = cv2.GaussianBlur(small, (0, 0), 1.2)
    yield np.asarray(calm, np.uint8)
    yield np.asarray(cv2.threshold(calm, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1], np.uint8)
    yield np.asarray(cv2.equalizeHist(cv2.medianBlur(small, 5)), np.uint8)


def _has_bars(grey: Grey) -> bool:
    """Whether the black bars of a sheet stand there, whatever is left of its codes."""
    small = _reduced(grey)
    dark = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    outlines, _ = cv2.findContours(dark, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    side, bars = min(small.shape), 0
    for outline in outlines:
        _, size, _ = cv2.minAreaRect(outline)
        long, short = max(size), max(min(size), 1.0)
        shaped = (
            _BAR_LENGTH[0] < long / side < _BAR_LENGTH[1] and _BAR_SHAPE[0] < long / short < _BAR_SHAPE[1]
        )
        bars += shaped and cv2.contourArea(outline) > 0.75 * long * short
    return bars >= _BARS_NEEDED


def is_blank(grey: Grey) -> bool:
    """Whether nothing at all stands on a page: no stroke, however faint; dust and grain are nothing."""
    small = _reduced(grey)
    top, left = round(small.shape[0] * _MARGIN), round(small.shape[1] * _MARGIN)
    inner = np.ascontiguousarray(small[top:-top, left:-left])
    paper = cv2.medianBlur(inner, 51)
    darker = cv2.GaussianBlur(paper.astype(np.float32) - inner, (0, 0), 1.0)
    grain = 1.48 * float(np.median(np.abs(darker - np.median(darker))))
    ink = (darker > max(_INK, _OVER_GRAIN * grain)).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    sizes = stats[1:count, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]]
    shaded = float(np.median(paper)) - float(paper.min()) > _SHADE
    return len(sizes) <= _SPECKS and not bool((sizes >= _STROKE).any()) and not shaded


def _reduced(grey: Grey) -> Grey:
    scale = min(1.0, _LOOKED_AT / max(grey.shape))
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


@dataclass(slots=True)
class _Group:
    sheet: int
    pages: list[int] = field(default_factory=list)
    again: list[int] = field(default_factory=list)


class _State:
    """Where the splitter stands: whose pages come now, if anybody's."""

    def __init__(self, keys: Mapping[str, int]) -> None:
        self._keys = keys
        self._groups: dict[int, _Group] = {}
        self._case: int | None = None
        self._repeated: tuple[int, int] | None = None
        self._nobodys: list[int] = []
        self._told: dict[str, list[int]] = {}
        self._sheets = 0
        self.behind_sheet = True

    def take(self, page: int, kind: Kind, key: str | None) -> None:
        """Put ``page`` where it belongs."""
        if kind in (Kind.PAPER, Kind.BLANK):
            self._paper(page, blank=kind is Kind.BLANK)
            return
        self._sheets += 1
        self.behind_sheet = True
        before, self._case, self._repeated = self._case, None, None
        number = self._keys.get(key) if key is not None else None
        if number is None:
            code = {Kind.SHEET: "BULK-073", Kind.SEVERAL_SHEETS: "BULK-076"}.get(kind, "BULK-077")
            self._told.setdefault(code, []).append(page)
        elif number not in self._groups:
            self._groups[number] = _Group(page)
            self._case = number
        elif number == before and not self._groups[number].pages:
            self._case = number  # the same sheet on both sides, or drawn in twice
        else:
            self._repeated = (number, page)

    def _paper(self, page: int, *, blank: bool) -> None:
        behind, self.behind_sheet = self.behind_sheet, False
        if blank and behind:
            return
        if self._case is not None:
            self._groups[self._case].pages.append(page)
            return
        self._nobodys.append(page)
        if self._repeated:  # at the end of a case's papers a second sheet does no harm
            number, sheet = self._repeated
            self._repeated = None
            self._groups[number].again.append(sheet)
        elif not self._sheets:
            self._told.setdefault("BULK-071", []).append(page)

    def split(self, where: str) -> ScanSplit:
        """Everything put in order."""
        if not self._sheets:
            return ScanSplit((), (fault("BULK-074", where),), tuple(self._nobodys))
        faults = [fault(code, where, pages=page_words(pages)) for code, pages in self._told.items()]
        groups = []
        for number, group in self._groups.items():
            wrong = []
            if group.again:
                wrong.append(fault("BULK-072", where, pages=page_words([group.sheet, *group.again])))
            if not group.pages:
                faults.append(fault("BULK-075", where, pages=page_words([group.sheet])))
            groups.append(ScanGroup(number, group.sheet, tuple(group.pages), tuple(wrong)))
            faults += wrong
        return ScanSplit(tuple(groups), tuple(faults), tuple(self._nobodys))


def page_words(pages: Iterable[int]) -> str:
    """Page numbers for people.

    >>> page_words([1, 2, 3, 7])
    '1–3、7'
    """
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return "、".join(f"{first}–{last}" if last > first else str(first) for first, last in runs)
