"""One page from opened to read: judged, straightened, read, named, its marks found.

The order of the stages stands in ``read_page``; each stage is a file of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ocr.engine import TextEngine
from ocr.extract import PageText
from ocr.kinds import KindGuess, classify
from ocr.layout import runs_of, usual_height
from ocr.marks.barcodes import find_barcodes
from ocr.marks.faces import find_faces
from ocr.marks.seals import find_seals
from ocr.marks.signatures import find_signatures
from ocr.portrait import as_portrait
from ocr.quality import judge
from ocr.read import read_lines
from ocr.rules import find_grid
from ocr.straighten import UprightPage, straighten
from ocr.types import DocumentKind, Face, Marks, Page, Pixels, RawPage, Source, TextLine

MOST_LINES_BESIDE_A_FACE = 45
"""Pages with more text than this are papers, not photos or cards: no face is looked for."""


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page as read, with what the next stages need; ``pixels`` is the page image until it is let go."""

    page: Page
    text: PageText
    guess: KindGuess
    marks: Marks
    pixels: Pixels | None

    def without_pixels(self) -> PageReading:
        """The same reading, its pixels let go: a long file must not be held in memory whole."""
        return replace(self, pixels=None)


class SealReader:
    """Lends the text engine to the seal finder."""

    def __init__(self, engine: TextEngine) -> None:
        self._engine = engine

    def read(self, crops: Sequence[Pixels]) -> list[tuple[str, float]]:
        """Text and confidence of each crop."""
        return [(r.text, r.confidence) for r in self._engine.read(crops)]


def read_page(raw: RawPage, engine: TextEngine, *, picture: bool) -> PageReading:
    """Read one opened page; ``picture`` is true where the file is a picture, not a PDF or OFD page."""
    upright, lines, source = _text_of(raw, engine, picture=picture)
    pixels = upright.pixels
    height, width = pixels.shape[:2]
    quality = judge(pixels, lines, tilt=upright.tilt)
    guess = classify(lines, width=width, height=height)
    faces = _faces(pixels, raw.number, lines)
    guess = as_portrait(guess, lines, faces, width=width, height=height)
    seals = () if guess.kind is DocumentKind.ID_SELFIE else find_seals(pixels, raw.number, SealReader(engine))
    marks = Marks(
        seals=seals,
        signatures=find_signatures(pixels, lines, raw.number),
        faces=faces,
        barcodes=find_barcodes(pixels, raw.number),
    )
    runs = runs_of(lines, find_grid(pixels, usual_height(lines)))
    page = Page(raw.number, width, height, source, upright.rotation, quality, lines)
    return PageReading(page, PageText(raw.number, runs, source, width, height), guess, marks, pixels)


def _text_of(
    raw: RawPage, engine: TextEngine, *, picture: bool
) -> tuple[UprightPage, tuple[TextLine, ...], Source]:
    if raw.text is not None:
        return UprightPage.untouched(raw.pixels), raw.text, Source.TEXT_LAYER
    upright = straighten(raw.pixels, engine, photo=picture)
    return upright, read_lines(upright.pixels, upright.text, engine), Source.OCR


def _faces(pixels: Pixels, number: int, lines: Sequence[TextLine]) -> tuple[Face, ...]:
    return find_faces(pixels, number) if len(lines) <= MOST_LINES_BESIDE_A_FACE else ()
