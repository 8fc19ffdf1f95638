"""One page from opened to read: straightened, its seals found, read, judged, named, its other marks found.

The order of the stages stands in ``read_page``; each stage is a file of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ocr.beside_text import find_beside_text
from ocr.blanks import read_blanks
from ocr.colour import colourfulness
from ocr.engine import TextEngine
from ocr.extract import PageText
from ocr.grid import NO_CELLS, find_grid, is_bare
from ocr.held_card import read_held_card
from ocr.kinds import KindGuess, classify
from ocr.layout import Run, runs_of, usual_height
from ocr.lone_dashes import read_lone_dashes
from ocr.marks.barcodes import find_barcodes
from ocr.marks.cards import card_likeness
from ocr.marks.faces import TURNS, find_faces
from ocr.marks.handwriting import Hands, find_handwriting
from ocr.marks.seals import find_seals
from ocr.marks.signatures import find_signatures
from ocr.marks.tick_places import mark_lists
from ocr.marks.ticks import mark_options
from ocr.overprint import read_overprint
from ocr.portrait import as_portrait
from ocr.quality import judge, unseen
from ocr.read import outlines_under_seals, read_lines, under_seals
from ocr.schema import GLUED
from ocr.straighten import straighten
from ocr.types import (
    Box,
    DocumentKind,
    Face,
    Finding,
    Handwriting,
    Marks,
    Page,
    Pixels,
    RawPage,
    Seal,
    Source,
    TextLine,
)
from ocr.upright import UprightPage

_WITH_OPTIONS = frozenset(
    {
        *(DocumentKind.REMOTE_FILING_FORM, DocumentKind.APPLICATION_FORM, DocumentKind.RECOGNITION_FORM),
        *(DocumentKind.COMMITMENT_LETTER, DocumentKind.REFERRAL_LETTER, DocumentKind.UNKNOWN),
    }
)
WITH_FACES = frozenset(
    {
        DocumentKind.ID_CARD_FRONT,
        DocumentKind.ID_CARD_BACK,
        DocumentKind.ID_SELFIE,
        DocumentKind.SOCIAL_SECURITY_CARD,
        DocumentKind.RESIDENCE_PERMIT,
        DocumentKind.INSURANCE_VOUCHER,
        DocumentKind.UNKNOWN,
    }
)
ABOUT_PAPER = frozenset({Finding.GLARE, Finding.SHADOW, Finding.TOO_BRIGHT, Finding.CUT_OFF, Finding.TILTED})
"""Findings on the light and edges of a sheet; in a photo of a person, a window or a shadow is no fault."""
ENOUGH_LINES = 3
"""From so many lines on, their reading has settled which way the page stands."""
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


def read_page(raw: RawPage, engine: TextEngine, *, picture: bool) -> PageReading:
    """Read one opened page; ``picture`` is true where the file is a picture, not a PDF or OFD page."""
    upright = (
        straighten(raw.pixels, engine, photo=picture)
        if raw.text is None
        else UprightPage.untouched(raw.pixels)
    )
    pixels = upright.pixels
    height, width = pixels.shape[:2]
    beside = None if raw.text is None else find_beside_text(pixels, raw.text, raw.drawn)
    seals = find_seals(pixels, raw.number, engine, beside)
    if raw.text is None:
        boxes = [s.box for s in seals]
        cleaned = under_seals(pixels, boxes)
        outlines = outlines_under_seals(cleaned, upright.text, boxes, engine)
        lines = read_lines(cleaned, outlines, engine, upright.read)
        lines, source = read_overprint(pixels, boxes, lines, engine), Source.OCR
    else:
        lines, source = raw.text, Source.TEXT_LAYER
    quality = judge(pixels, lines, tilt=upright.tilt) if raw.text is None else unseen(lines)
    guess = classify(lines, width=width, height=height)
    # A born-digital page without ink beside its text has no picture either.
    faces = () if beside and not beside.places else _faces(pixels, raw.number, lines, guess)
    guess = as_portrait(guess, lines, () if upright.parts else faces, width=width, height=height)
    measures = {
        **quality.measures,
        "colourfulness": beside.colourfulness if beside else colourfulness(pixels),
    }
    if guess.kind is DocumentKind.ID_SELFIE:
        lines = read_held_card(pixels, lines, faces, engine)
        quality = replace(quality, findings=tuple(f for f in quality.findings if f not in ABOUT_PAPER))
        measures["card"] = card_likeness(pixels, max(faces, key=lambda f: f.box[3] - f.box[1]).box)
    quality = replace(quality, measures=measures)
    runs = runs_of(lines, NO_CELLS if is_bare(raw) else find_grid(pixels, usual_height(lines)))
    if raw.text is None:
        found, runs = read_blanks(pixels, runs, engine)
        dashes, runs = read_lone_dashes(pixels, runs) if guess.kind is DocumentKind.LAB_REPORT else ((), runs)
        lines = tuple(sorted((*lines, *found, *dashes), key=lambda x: (x.box[1], x.box[0])))
    if guess.kind in _WITH_OPTIONS or upright.parts:
        runs = mark_lists(mark_options(runs, pixels), pixels)
    hands = find_handwriting(pixels, runs, guess.kind, _glued(guess)) if raw.text is None else Hands(())
    marks = Marks(
        seals=seals,
        signatures=find_signatures(pixels, lines, raw.number, seals, lit=raw.text is None),
        faces=faces,
        barcodes=find_barcodes(pixels, raw.number, None if beside is None else beside.codes),
        handwriting=tuple(Handwriting(raw.number, box) for box in hands.told),
    )
    page = Page(raw.number, width, height, source, upright.rotation, quality, lines)
    return PageReading(page, _text(page, runs, hands, upright.parts, seals), guess, marks, pixels)


def _text(
    page: Page, runs: Sequence[Run], hands: Hands, parts: tuple[Box, ...], seals: Sequence[Seal]
) -> PageText:
    prints = tuple(s.text for s in seals if s.text)
    size = (page.width, page.height)
    return PageText(page.number, tuple(runs), page.source, *size, hands.told, parts, prints, hands.doubted)


def _glued(guess: KindGuess) -> frozenset[str]:
    return GLUED.get(guess.kind, frozenset())


def _faces(pixels: Pixels, number: int, lines: Sequence[TextLine], guess: KindGuess) -> tuple[Face, ...]:
    """Faces, looked for on cards and pages of unknown kind; upright where text told which way is up."""
    if len(lines) > MOST_LINES_BESIDE_A_FACE or (guess.titled and guess.kind not in WITH_FACES):
        return ()
    return find_faces(pixels, number, turns=TURNS[:1] if len(lines) >= ENOUGH_LINES else TURNS)
