"""The text layer of a PDF page as PDFium reads it: glyphs with their places in the drawn page."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from ocr.fonts import chinese_font_file
from ocr.glyph_forms import is_unreadable, symbol_of
from ocr.glyphs import Glyph
from ocr.pdf_placement import Placement
from ocr.types import Box

_MOST_GLYPHS: Final = 60_000
_INVISIBLE: Final = (3, 7)
"""Text rendering modes that draw nothing (ISO 32000-1, 9.3.6): the hidden layer over a scan."""
_FARTHEST: Final = 1e6
_FIRST_IDEOGRAPH: Final = 0x4E00
_LAST_IDEOGRAPH: Final = 0x9FA5
_BLANK: Final = frozenset((0x20, 0xA0, 0x3000, 0x0D, 0x0A, 0x09))


@dataclass(frozen=True, slots=True)
class GlyphLayer:
    """The glyphs of a page in drawing order, and what speaks against them.

    ``ink_boxes`` holds for each glyph the box, in pixels, in which its ink must stand;
    ``undrawable`` the indexes of those in a font that neither the file nor the system has. ``unmapped``
    counts glyphs whose character the file does not tell, ``invisible`` those drawn without ink.
    """

    glyphs: tuple[Glyph, ...]
    ink_boxes: tuple[Box, ...]
    undrawable: frozenset[int]
    unmapped: int
    invisible: int


def read_glyphs(page: pypdfium2.PdfPage, placement: Placement) -> GlyphLayer | None:
    """Return the glyphs of ``page`` in pixels of the drawing in which ``placement`` puts them.

    ``None`` where there are none, or more than any printed page holds.
    """
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return None
    try:
        count = pdfium.FPDFText_CountChars(text)
        if not 0 < count <= _MOST_GLYPHS:
            return None
        return _read(text, count, placement)
    finally:
        pdfium.FPDFText_ClosePage(text)


class _Page:
    """The text of a page, and what PDFium tells of its glyphs.

    Each glyph is asked for half a dozen things: answers go into places that are made once.
    """

    def __init__(self, text: pdfium.FPDF_TEXTPAGE) -> None:
        self.text = text
        self._sides = [ctypes.c_double() for _ in range(4)]
        self._asked = [ctypes.byref(side) for side in self._sides]
        self._loose = pdfium.FS_RECTF()
        self._asked_loose = ctypes.byref(self._loose)

    def tight_box(self, index: int) -> Box | None:
        """The box of the glyph's ink in page space; ``None`` for a glyph without any."""
        pdfium.FPDFText_GetCharBox(self.text, index, *self._asked)
        left, right, bottom, top = self._sides
        return _sound((left.value, bottom.value, right.value, top.value))

    def loose_box(self, index: int) -> Box | None:
        """The box of the glyph's advance and its font's height in page space."""
        loose = self._loose
        pdfium.FPDFText_GetLooseCharBox(self.text, index, self._asked_loose)
        return _sound((loose.left, loose.bottom, loose.right, loose.top))

    def origin(self, index: int) -> tuple[float, float]:
        """The start of the glyph's baseline in page space."""
        x, y = self._sides[:2]
        pdfium.FPDFText_GetCharOrigin(self.text, index, *self._asked[:2])
        return x.value, y.value


def _read(text: pdfium.FPDF_TEXTPAGE, count: int, placement: Placement) -> GlyphLayer | None:
    page = _Page(text)
    glyphs: list[Glyph] = []
    boxes: list[Box] = []
    undrawable: set[int] = set()
    unmapped = invisible = 0
    run: _Run | None = None
    for index in range(count):
        # PDFium adds spaces and line ends of its own; a line here is told by the places alone.
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _BLANK or (code < _FIRST_IDEOGRAPH and pdfium.FPDFText_IsGenerated(text, index) == 1):
            continue
        item = pdfium.FPDFText_GetTextObject(text, index)
        address = ctypes.addressof(item.contents) if item else None
        if run is None or address is None or run.address != address:
            run = _run(text, index, item, placement)
        ink = page.tight_box(index) or (None if run.drawable else page.loose_box(index))
        if ink is None or not placement.shows(box := placement.box(*ink)):
            continue
        char = _character(text, index, code)
        if char:
            invisible += run.invisible
            glyphs.append(_glyph(page, index, char, run, placement))
            boxes.append(box)
            if not run.drawable:
                undrawable.add(len(boxes) - 1)
        unmapped += char is None
    if not (glyphs or unmapped):
        return None
    return GlyphLayer(tuple(glyphs), tuple(boxes), frozenset(undrawable), unmapped, invisible)


@dataclass(frozen=True, slots=True)
class _Run:
    """What the glyphs of one text object share, asked once an object: each question costs time.

    ``em`` in pixels, ``angle`` as in ``Glyph``; ``cos`` and ``sin`` of the angle in page space.
    """

    address: int | None
    em: float
    angle: float
    cos: float
    sin: float
    invisible: bool
    drawable: bool


def _run(text: pdfium.FPDF_TEXTPAGE, index: int, item: pdfium.FPDF_PAGEOBJECT, placement: Placement) -> _Run:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    length = math.hypot(matrix.a, matrix.b) or 1.0
    size = abs(pdfium.FPDFText_GetFontSize(text, index))
    return _Run(
        address=ctypes.addressof(item.contents) if item else None,
        em=size * math.hypot(matrix.c, matrix.d) * placement.scale,
        angle=placement.direction(matrix.a, matrix.b),
        cos=abs(matrix.a) / length,
        sin=abs(matrix.b) / length,
        invisible=_is_invisible(text, index, item),
        drawable=chinese_font_file() is not None or _is_embedded(item),
    )


def _character(text: pdfium.FPDF_TEXTPAGE, index: int, code: int) -> str | None:
    """The character, '' for a symbol without one, ``None`` where the file does not tell it."""
    char = chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
    unsure = pdfium.FPDFText_HasUnicodeMapError(text, index) == 1
    if not unsure and _FIRST_IDEOGRAPH <= code <= _LAST_IDEOGRAPH:
        return char  # as nearly everywhere
    unsure = unsure or is_unreadable(char)
    if unsure or 0xF000 <= code <= 0xF0FF:
        return symbol_of(_font_name(text, index), char)
    symbol = symbol_of(_font_name(text, index), char) if code < 0x100 and not char.isalnum() else None
    return char if symbol is None else symbol


def _font_name(text: pdfium.FPDF_TEXTPAGE, index: int) -> str:
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(128)
    length = pdfium.FPDFText_GetFontInfo(text, index, buffer, 128, flags)
    return buffer.raw[: max(0, min(length, 128) - 1)].decode("utf-8", "replace")


def _sound(box: Box) -> Box | None:
    left, bottom, right, top = box  # what is no number fails every comparison
    sound = -_FARTHEST < left < right < _FARTHEST and -_FARTHEST < bottom < top < _FARTHEST
    return box if sound else None


def _is_invisible(text: pdfium.FPDF_TEXTPAGE, index: int, item: pdfium.FPDF_PAGEOBJECT) -> bool:
    if item and pdfium.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE:
        return True
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    return bool(known) and alpha.value == 0


def _is_embedded(item: pdfium.FPDF_PAGEOBJECT) -> bool:
    font = pdfium.FPDFTextObj_GetFont(item) if item else None
    return bool(font) and pdfium.FPDFFont_GetIsEmbedded(font) == 1


def _glyph(page: _Page, index: int, char: str, run: _Run, placement: Placement) -> Glyph:
    start_x, start_y = placement.point(*page.origin(index))
    box = page.loose_box(index)
    advance = _extent(box[2] - box[0], box[3] - box[1], run) * placement.scale if box else 0.5 * run.em
    return Glyph(char, start_x, start_y, advance, run.em, run.angle)


def _extent(width: float, height: float, run: _Run) -> float:
    """The glyph's advance from the upright box around it: exact along the axes, close in between."""
    if run.cos > 0.99:
        return width
    if run.sin > 0.99:
        return height
    return min(width / max(run.cos, 0.3), height / max(run.sin, 0.3))
