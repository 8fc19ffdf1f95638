"""Paints a sheet to pixels."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageDraw

from samples import fonts
from samples.paper import Area, Glyphs, Rule, Sheet, Stamp


def paint(sheet: Sheet, dpi: float = 150.0) -> Image.Image:
    """The sheet as an RGB picture at ``dpi`` pixels an inch."""
    scale = dpi / 72.0
    size = (round(sheet.width * scale), round(sheet.height * scale))
    page = Image.new("RGB", size, sheet.colour)
    draw = ImageDraw.Draw(page)
    for ink in sheet.ink:
        match ink:
            case Glyphs():
                _glyphs(draw, ink, scale)
            case Rule():
                ends = [ink.x0 * scale, ink.y0 * scale, ink.x1 * scale, ink.y1 * scale]
                draw.line(ends, fill=ink.colour, width=max(1, round(ink.width * scale)))
            case Area():
                _area(draw, ink, scale)
            case Stamp():
                _stamp(page, ink, scale)
    return page


def _glyphs(draw: ImageDraw.ImageDraw, ink: Glyphs, scale: float) -> None:
    px = max(4, round(ink.size * scale))
    shifts = (0.0, max(0.6, px / 30)) if ink.bold else (0.0,)
    x, base = ink.x * scale, (ink.y + ink.size * 0.86) * scale
    pieces = list(ink.text) if ink.spacing else [ink.text]
    for piece in pieces:
        for face, run in fonts.runs(ink.face, piece):
            font = fonts.pixel_font(face, px)
            for shift in shifts:
                draw.text((x + shift, base), run, fill=ink.colour, font=font, anchor="ls")
            x += font.getlength(run) * ink.size * scale / px
        x += ink.spacing * scale


def _area(draw: ImageDraw.ImageDraw, ink: Area, scale: float) -> None:
    box = [ink.x0 * scale, ink.y0 * scale, ink.x1 * scale, ink.y1 * scale]
    wide = max(1, round(ink.width * scale)) if ink.outline else 0
    draw.rounded_rectangle(box, ink.radius * scale, fill=ink.fill, outline=ink.outline, width=wide)


def _stamp(page: Image.Image, ink: Stamp, scale: float) -> None:
    size = (max(1, round(ink.w * scale)), max(1, round(ink.h * scale)))
    image = ink.image.convert("RGBA").resize(size, Image.Resampling.LANCZOS)
    at = (round(ink.x * scale), round(ink.y * scale))
    if not ink.multiply:
        page.paste(image, at, image)
        return
    region = (at[0], at[1], at[0] + size[0], at[1] + size[1])
    below = page.crop(region)
    mixed = ImageChops.multiply(below, image.convert("RGB"))
    page.paste(Image.composite(mixed, below, image.getchannel("A")), at)
