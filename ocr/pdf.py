"""PDF → pages: pikepdf inspects and mends, PDFium draws and gives the text.

Text comes from PDFium and not from a second parser such as pdfplumber: it is the same reading of
the file that the pixels come from, so that places agree to the pixel and answers typed into a form
are in both; it tells which glyphs have no known character; and one parser less meets hostile bytes.
PDFium here is built without JavaScript; attachments and actions are never looked at.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from ocr.inspect import PDF
from ocr.limits import Limits, OpenedFile
from ocr.pdf_drawing import draw
from ocr.pdf_drawn import drawn_beside_text
from ocr.pdf_objects import PageObjects, survey
from ocr.pdf_placement import Placement
from ocr.pdf_text import read_glyphs
from ocr.refusals import BROKEN, PASSWORD_PROTECTED, TOO_MANY_PAGES, TOO_MANY_PIXELS, TRUNCATED, FileRefused
from ocr.text_layer import build_lines
from ocr.text_trust import distrust, seen_glyphs
from ocr.truncation import is_truncated
from ocr.types import FileFacts, Pixels, RawPage, TextLine

_POINTS_PER_INCH: Final = 72.0
_LOWEST_DPI: Final = 10.0
"""A page so huge that it can only be drawn coarser than this is absurd: nothing on it is readable."""
_MAIN_IMAGE: Final = 0.4
_SAVED: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_DATE: Final = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+\-Z])(\d\d)?'?(\d\d)?)?")


def open_pdf(data: bytes, limits: Limits) -> OpenedFile:
    """Open a PDF; a password only the owner needs is no hindrance.

    Raises ``FileRefused``: password-protected, truncated, broken, too many pages; too many pixels
    for a page that is absurdly large (a merely large one is drawn coarser).
    """
    if is_truncated(data, PDF):
        raise FileRefused(TRUNCATED, "the last object is cut")
    facts, mended = _inspect(data, limits)
    document = _load(data, mended)
    if len(document) == 0:
        raise FileRefused(BROKEN, "no page")
    if len(document) > limits.pages:
        raise FileRefused(TOO_MANY_PAGES, f"{len(document)} pages")
    document.init_forms()
    return OpenedFile(facts=replace(facts, pages=len(document)), pages=_pages(document, limits))


def _inspect(data: bytes, limits: Limits) -> tuple[FileFacts, bytes | None]:
    """What the file says of itself, and the file written anew where its structure had to be mended."""
    revisions = max(1, sum(int(offset) > 0 for offset in _SAVED.findall(data)))
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as document:
            if len(document.pages) > limits.pages:
                raise FileRefused(TOO_MANY_PAGES, f"{len(document.pages)} pages")
            facts = _facts(document, revisions)
            mended = io.BytesIO()
            if document.get_warnings():
                document.save(mended)
            return facts, mended.getvalue() or None
    except pikepdf.PasswordError as error:
        raise FileRefused(PASSWORD_PROTECTED) from error
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, RecursionError):
        # PDFium mends files that pikepdf gives up, and the other way round.
        return FileFacts(media_type=PDF, revisions=revisions), None


def _facts(document: pikepdf.Pdf, revisions: int) -> FileFacts:
    info: dict[str, str] = {}
    for key in ("/Producer", "/Creator", "/CreationDate", "/ModDate"):
        value = document.docinfo.get(key)
        if isinstance(value, pikepdf.String):
            info[key] = "".join(c for c in str(value) if c.isprintable()).strip()[:200]
    programs = dict.fromkeys(info[key] for key in ("/Producer", "/Creator") if info.get(key))
    return FileFacts(
        media_type=PDF,
        software="; ".join(programs) or None,
        created_at=_iso_date(info.get("/CreationDate", "")),
        modified_at=_iso_date(info.get("/ModDate", "")),
        revisions=revisions,
    )


def _iso_date(text: str) -> str | None:
    """``D:20251120093000+08'00'`` → ``2025-11-20T09:30:00+08:00`` (ISO 32000-1, 7.9.4)."""
    found = _DATE.match(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, sign, zone_hour, zone_minute = found.groups()
    date = f"{year}-{month or '01'}-{day or '01'}"
    if hour is None:
        return date
    zone = (
        ""
        if sign is None
        else "+00:00"
        if sign == "Z"
        else f"{sign}{zone_hour or '00'}:{zone_minute or '00'}"
    )
    return f"{date}T{hour}:{minute or '00'}:{second or '00'}{zone}"


def _load(data: bytes, mended: bytes | None) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > 0 or mended is None:
            return document
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise FileRefused(PASSWORD_PROTECTED) from error
        if mended is None:
            raise FileRefused(BROKEN, str(error)) from error
    try:
        return pypdfium2.PdfDocument(mended)
    except pypdfium2.PdfiumError as error:
        raise FileRefused(BROKEN, str(error)) from error


def _pages(document: pypdfium2.PdfDocument, limits: Limits) -> Iterator[RawPage]:
    """One page at a time, for PDFium keeps all that an open page has decoded."""
    with document:
        for index in filter(lambda at: limits.wants(at + 1), range(len(document))):
            page = _flattened(document, index)
            try:
                opened = _open_page(page, index + 1, limits)
            finally:
                page.close()
            yield opened


def _flattened(document: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
    """The page with the answers typed into a form made part of it: they are drawn and read alike."""
    try:
        page = document[index]
        if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
            return page
        # The open page does not know yet what became part of it.
        page.close()
        return document[index]
    except pypdfium2.PdfiumError as error:
        raise FileRefused(BROKEN, f"page {index + 1}: {error}") from error


def _open_page(page: pypdfium2.PdfPage, number: int, limits: Limits) -> RawPage:
    objects = survey(page)
    scale = _scale(page, objects, limits)
    try:
        pixels = draw(page, scale)
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise FileRefused(BROKEN, f"page {number}: {error}") from error
    placement = Placement(page, pixels.shape[1], pixels.shape[0])
    text = _text(page, objects, pixels, placement, scale)
    drawn = None if text is None else drawn_beside_text(page, placement)
    return RawPage(number=number, pixels=pixels, text=text, scale=scale, drawn=drawn)


def _text(
    page: pypdfium2.PdfPage, objects: PageObjects, pixels: Pixels, placement: Placement, scale: float
) -> tuple[TextLine, ...] | None:
    layer = read_glyphs(page, placement)
    if layer is None:
        return None
    seen = seen_glyphs(layer, pixels)
    if distrust(layer, seen, objects, pixels, scale):
        return None
    return build_lines([glyph for glyph, shows in zip(layer.glyphs, seen, strict=True) if shows], pixels)


def _scale(page: pypdfium2.PdfPage, objects: PageObjects, limits: Limits) -> float:
    """Pixels per point: the usual resolution, that of a finer scan on the page, or what fits."""
    width, height = page.get_size()
    if not (math.isfinite(width * height) and width > 0 and height > 0):
        raise FileRefused(BROKEN, f"page of {width} × {height} points")
    dpi = limits.render_dpi
    if objects.image_share > _MAIN_IMAGE:
        dpi = min(max(dpi, objects.image_dpi), limits.finest_dpi)
    fits = math.sqrt(limits.page_pixels / ((width + 1) * (height + 1))) * _POINTS_PER_INCH
    if fits < _LOWEST_DPI or max(width, height) * min(dpi, fits) / _POINTS_PER_INCH > 65_000:
        raise FileRefused(TOO_MANY_PIXELS, f"page of {width:.0f} × {height:.0f} points")
    # Rounding up of both sides must not pass the limit.
    return float(min(dpi, fits * 0.999) / _POINTS_PER_INCH)
