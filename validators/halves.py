"""A sheet photographed in two overlapping halves: the last rows of one page are the first of another.

Neither half alone states what the sheet states, and a value cut off one may stand on the other, so a person
has to see them together. Which error is worse: an alarm at papers that merely resemble each other costs a
look; a half taken for a whole paper may cost a refusal. Pages that repeat each other nearly whole are copies,
not halves; heads of pages repeat at the top, where no half ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ocr.types import DocumentKind, Page, Source, TextLine
from ocr.values.text import fold
from validators.papers import Paper

LEAST_ROWS = 3
LEAST_CHARACTERS = 20
ALIKE = 85.0
"""Rows of both photos are held to be one row from this ratio on, on average; a cut row may differ more."""
CUT_ROWS = 2
"""So many rows at the edge of a photo may be cut in two and unreadable."""
COPY = 0.8
"""A page that repeats this part of another is a copy of it."""
_CARDS = frozenset(
    {
        DocumentKind.ID_CARD_FRONT,
        DocumentKind.ID_CARD_BACK,
        DocumentKind.ID_SELFIE,
        DocumentKind.SOCIAL_SECURITY_CARD,
    }
)
"""A copy of both sides ends with the card that a selfie shows."""
_TELLING = 4
"""Characters of a row that may tell where the overlap is."""


@dataclass(frozen=True, slots=True)
class Halves:
    """Two pages that picture one sheet: ``upper`` ends with what ``lower`` begins with."""

    upper: tuple[Paper, Page]
    lower: tuple[Paper, Page]


@dataclass(frozen=True, slots=True)
class _Read:
    paper: Paper
    page: Page
    rows: tuple[str, ...]

    @property
    def place(self) -> tuple[str, int]:
        """The file and its page, on which several papers may lie."""
        return self.paper.file, self.page.number


def overlapping(papers: Sequence[Paper]) -> tuple[Halves, ...]:
    """Every two photographed pages of a case that overlap."""
    read = [
        _Read(paper, page, _rows(page.lines))
        for paper in papers
        for page in paper.pages
        if page.source is Source.OCR and paper.kind not in _CARDS
    ]
    places: dict[str, list[tuple[int, int]]] = {}
    for number, one in enumerate(read):
        for at, row in enumerate(one.rows):
            places.setdefault(row, []).append((number, at))
    found: dict[tuple[tuple[str, int], tuple[str, int]], Halves] = {}
    for lower in read:
        for other, begins in _beginnings(lower, places):
            upper = read[other]
            pair = (upper.place, lower.place)
            if pair[0] != pair[1] and pair not in found and _goes_on(upper.rows, lower.rows, begins):
                found[pair] = Halves((upper.paper, upper.page), (lower.paper, lower.page))
    return tuple(found.values())


def _beginnings(lower: _Read, places: dict[str, list[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    """Pages that hold one of this page's first rows, and where this page would begin on them."""
    for at, row in enumerate(lower.rows[: LEAST_ROWS + CUT_ROWS]):
        if len(row) >= _TELLING:
            yield from ((other, there - at) for other, there in places[row] if there - at > 0)


def _goes_on(upper: Sequence[str], lower: Sequence[str], begins: int) -> bool:
    """Whether ``upper`` from row ``begins`` to its end is what ``lower`` begins with."""
    shared = len(upper) - begins
    if shared < LEAST_ROWS or shared > len(lower) or shared > COPY * len(upper):
        return False
    told = [
        (fuzz.ratio(upper[begins + n], lower[n]), min(len(upper[begins + n]), len(lower[n])))
        for n in range(shared)
    ]
    while told and told[0][0] < ALIKE and shared - len(told) < CUT_ROWS:
        told.pop(0)
    last = len(told)
    while told and told[-1][0] < ALIKE and last - len(told) < CUT_ROWS:
        told.pop()
    letters = sum(length for _, length in told)
    if len(told) < LEAST_ROWS or letters < LEAST_CHARACTERS:
        return False
    return sum(ratio * length for ratio, length in told) / letters >= ALIKE


def _rows(lines: Sequence[TextLine]) -> tuple[str, ...]:
    """The text of a page row by row, top to bottom, each left to right, without spaces."""
    rows: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda x: x.box[1] + x.box[3]):
        middle = (line.box[1] + line.box[3]) / 2
        last = rows[-1][-1].box if rows else None
        if last is not None and last[1] < middle < last[3]:
            rows[-1].append(line)
        else:
            rows.append([line])
    told = (fold("".join(x.text for x in sorted(row, key=lambda x: x.box[0]))) for row in rows)
    return tuple("".join(row.split()) for row in told)
