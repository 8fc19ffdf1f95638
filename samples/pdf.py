"""Writes sheets as a PDF: with a real text layer, as pictures of a scan, or both in one file."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samples import fonts
from samples.paper import Area, Colour, Glyphs, Rule, Sheet, Stamp


def write(pages: Sequence[Sheet | Image.Image], *, title: str = "", dpi: float = 150.0, q: int = 72) -> bytes:
    """One PDF; a ``Sheet`` becomes text and lines, a picture becomes a scanned page of ``dpi``.

    Dates and identifiers are fixed, so the same pages always give the same bytes.
    """
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setCreator("Menshen samples")
    for page in pages:
        if isinstance(page, Sheet):
            canvas.setPageSize((page.width, page.height))
            _sheet(canvas, page)
        else:
            size = (page.width * 72 / dpi, page.height * 72 / dpi)
            canvas.setPageSize(size)
            canvas.drawImage(_jpeg(page, q), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _jpeg(image: Image.Image, q: int) -> ImageReader:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=q)
    out.seek(0)
    return ImageReader(out)


def _rgb(colour: Colour) -> tuple[float, float, float]:
    return colour[0] / 255, colour[1] / 255, colour[2] / 255


def _sheet(canvas: Canvas, sheet: Sheet) -> None:
    if sheet.colour != (255, 255, 255):
        canvas.setFillColorRGB(*_rgb(sheet.colour))
        canvas.rect(0, 0, sheet.width, sheet.height, stroke=0, fill=1)
    for ink in sheet.ink:
        match ink:
            case Glyphs():
                _glyphs(canvas, ink, sheet.height)
            case Rule():
                canvas.setStrokeColorRGB(*_rgb(ink.colour))
                canvas.setLineWidth(ink.width)
                canvas.line(ink.x0, sheet.height - ink.y0, ink.x1, sheet.height - ink.y1)
            case Area():
                _area(canvas, ink, sheet.height)
            case Stamp():
                below = sheet.height - ink.y - ink.h
                image = (
                    _jpeg(ink.image, 70) if ink.image.mode == "RGB" else ImageReader(_small(ink.image, ink.w))
                )
                canvas.drawImage(image, ink.x, below, ink.w, ink.h, mask="auto")


def _small(image: Image.Image, points: float) -> Image.Image:
    """No more pixels than 150 an inch and few levels of cover: a seal must not outweigh its page."""
    wide = min(image.width, round(points / 72 * 150))
    size = (wide, max(1, round(image.height * wide / image.width)))
    small = image.convert("RGBA").resize(size, Image.Resampling.LANCZOS)
    array = np.asarray(small)
    inked = array[array[:, :, 3] > 128][:, :3]
    if not len(inked) or inked.std(axis=0).max() > 6:
        return small
    flat = Image.new("RGBA", size, tuple(int(v) for v in np.median(inked, axis=0)))
    flat.putalpha(small.getchannel("A").point(lambda v: v // 28 * 28))
    return flat


def _glyphs(canvas: Canvas, ink: Glyphs, height: float) -> None:
    canvas.saveState()
    text = canvas.beginText(ink.x, height - ink.y - ink.size * 0.86)
    text.setFillColorRGB(*_rgb(ink.colour))
    if ink.bold:
        text.setTextRenderMode(2)
        text.setStrokeColorRGB(*_rgb(ink.colour))
        canvas.setLineWidth(ink.size / 36)
    text.setCharSpace(ink.spacing)
    for face, run in fonts.runs(ink.face, ink.text):
        font = fonts.vector_font(face)
        text.setFont(font.fontName, ink.size)
        text.textOut(run)
    canvas.drawText(text)
    canvas.restoreState()


def _area(canvas: Canvas, ink: Area, height: float) -> None:
    if ink.fill:
        canvas.setFillColorRGB(*_rgb(ink.fill))
    if ink.outline:
        canvas.setStrokeColorRGB(*_rgb(ink.outline))
        canvas.setLineWidth(ink.width)
    box = (ink.x0, height - ink.y1, ink.x1 - ink.x0, ink.y1 - ink.y0)
    filled, drawn = int(ink.fill is not None), int(ink.outline is not None)
    if ink.radius:
        canvas.roundRect(*box, ink.radius, stroke=drawn, fill=filled)
    else:
        canvas.rect(*box, stroke=drawn, fill=filled)
