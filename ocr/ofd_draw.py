"""The things drawn on an OFD page → its pixels, and the glyphs of its text.

Text is drawn with a Chinese font of the system, not with fonts from the file: places and sizes are
right, letter shapes are not the original ones. Without such a font text is left undrawn, and can
still be read from the glyphs.
"""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Iterable
from typing import Final

import numpy as np
from PIL import Image, ImageChops, ImageDraw

from ocr.fonts import chinese_font
from ocr.glyphs import Glyph
from ocr.jbig2 import decode_jbig2, is_jbig2
from ocr.limits import Limits
from ocr.ofd_items import TRANSPARENT, Affine, Colour, OfdItem, OfdPath, OfdPicture, OfdText, then
from ocr.ofd_paths import polylines
from ocr.refusals import BROKEN, TOO_MANY_PIXELS, FileRefused
from ocr.types import Pixels

_PICTURE_DECODERS: Final = ("JPEG", "PNG", "BMP", "DIB", "TIFF", "GIF")
_LARGEST_EM: Final = 400


class OfdCanvas:
    """A white page that items are drawn on; ``place`` maps millimetres of the page to pixels."""

    def __init__(self, width: int, height: int, place: Affine, limits: Limits) -> None:
        self._page = Image.new("RGB", (width, height), "white")
        self._draw = ImageDraw.Draw(self._page)
        self._place = place
        self._limits = limits
        self._pixels_left = 4 * limits.page_pixels

    def draw(self, items: Iterable[OfdItem]) -> None:
        """Draw ``items`` in order. Raises ``FileRefused`` where a picture cannot be shown."""
        for item in items:
            if isinstance(item, OfdText):
                self._text(item)
            elif isinstance(item, OfdPath):
                self._path(item)
            else:
                self._picture(item)

    def pixels(self) -> Pixels:
        return np.array(self._page, dtype=np.uint8)

    def _text(self, item: OfdText) -> None:
        for glyph in glyphs_of(item, self._place):
            em = round(glyph.em)
            font = chinese_font(em) if 3 <= em <= _LARGEST_EM else None
            if font is None or item.alpha < TRANSPARENT:
                continue
            if abs(glyph.angle) < 1:
                self._draw.text((glyph.x, glyph.y), glyph.text, fill=item.colour, font=font, anchor="ls")
                continue
            stamp = Image.new("L", (3 * em, 3 * em))
            middle = 1.5 * em
            ImageDraw.Draw(stamp).text((middle, middle), glyph.text, fill=255, font=font, anchor="ls")
            turned = stamp.rotate(-glyph.angle, Image.Resampling.BILINEAR)
            self._page.paste(item.colour, (round(glyph.x - middle), round(glyph.y - middle)), turned)

    def _path(self, item: OfdPath) -> None:
        if item.alpha < TRANSPARENT:
            return
        place = then(item.place, self._place)
        strokes = polylines(item.drawing, place)
        if item.fill is not None:
            self._fill([points for points, _ in strokes if len(points) > 2], item.fill, item.alpha)
        if item.stroke is not None:
            width = max(1, round(item.width * math.hypot(place[0], place[1])))
            for points, closed in strokes:
                self._draw.line([*points, points[0]] if closed else points, fill=item.stroke, width=width)

    def _fill(self, shapes: list[list[tuple[float, float]]], colour: Colour, alpha: int) -> None:
        if not shapes:
            return
        if len(shapes) == 1 and alpha == 255:
            self._draw.polygon(shapes[0], fill=colour)
            return
        # Holes (the inside of 口) come from counting how often a point is enclosed.
        xs = [x for shape in shapes for x, _ in shape]
        ys = [y for shape in shapes for _, y in shape]
        left, top = max(0, math.floor(min(xs))), max(0, math.floor(min(ys)))
        right, bottom = (
            min(self._page.width, math.ceil(max(xs)) + 1),
            min(self._page.height, math.ceil(max(ys)) + 1),
        )
        if right <= left or bottom <= top:
            return
        mask = Image.new("1", (right - left, bottom - top))
        for shape in shapes[:500]:
            one = Image.new("1", mask.size)
            ImageDraw.Draw(one).polygon([(x - left, y - top) for x, y in shape], fill=1)
            mask = ImageChops.logical_xor(mask, one)
        self._page.paste(colour, (left, top), mask.convert("L").point(lambda value: value * alpha // 255))

    def _picture(self, item: OfdPicture) -> None:
        picture = self._decoded(item.data)
        a, b, c, d, e, f = then(item.place, self._place)
        corners = [(e, f), (a + e, b + f), (c + e, d + f), (a + c + e, b + d + f)]
        left, top = math.floor(min(x for x, _ in corners)), math.floor(min(y for _, y in corners))
        right, bottom = math.ceil(max(x for x, _ in corners)), math.ceil(max(y for _, y in corners))
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, self._page.width), min(bottom, self._page.height)
        determinant = a * d - b * c
        if right <= left or bottom <= top or abs(determinant) < 1e-6:
            return
        shrink = min(picture.width / max(math.hypot(a, b), 1), picture.height / max(math.hypot(c, d), 1))
        if shrink >= 2:
            picture = picture.reduce(int(shrink))
        across, down = picture.width / determinant, picture.height / determinant
        e, f = left - e, top - f
        back = (
            d * across, -c * across, (d * e - c * f) * across,
            -b * down, a * down, (a * f - b * e) * down,
        )  # fmt: skip
        size = (right - left, bottom - top)
        shown = picture.transform(size, Image.Transform.AFFINE, back, Image.Resampling.BILINEAR)
        under = self._page.crop((left, top, right, bottom))
        over = Image.alpha_composite(Image.new("RGBA", size, "white"), shown).convert("RGB")
        mixed = ImageChops.multiply(under, over) if item.darken else over
        self._page.paste(mixed, (left, top), shown.getchannel("A"))

    def _decoded(self, data: bytes) -> Image.Image:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                picture = decode_jbig2(data, self._limits) if is_jbig2(data) else None
                if picture is None:
                    picture = Image.open(io.BytesIO(data), formats=_PICTURE_DECODERS)
                self._pixels_left -= picture.width * picture.height
                if picture.width * picture.height > self._limits.page_pixels or self._pixels_left < 0:
                    raise FileRefused(TOO_MANY_PIXELS, f"picture of {picture.width} × {picture.height}")
                return picture.convert("RGBA")
        except (FileRefused, MemoryError):
            raise
        except Image.DecompressionBombError as error:
            raise FileRefused(TOO_MANY_PIXELS, str(error)) from error
        except Exception as error:
            # It may be the seal: a page without it would look as if it had none.
            raise FileRefused(BROKEN, f"picture: {type(error).__name__}: {error}"[:200]) from error


def glyphs_of(item: OfdText, page_place: Affine) -> list[Glyph]:
    """The glyphs of one ``TextCode`` in pixels; spaces are left to the gaps."""
    place = then(item.place, page_place)
    a, b, c, d, e, f = place
    em = item.size * math.hypot(c, d)
    angle = math.degrees(math.atan2(b, a)) + item.turn
    found: list[Glyph] = []
    for index, (char, (x, y)) in enumerate(zip(item.characters, item.starts, strict=True)):
        if char.isspace():
            continue
        natural = item.size * item.stretch * (1.0 if ord(char) > 0x2E7F else 0.5)
        advance = natural
        if index + 1 < len(item.starts):
            step = item.starts[index + 1][0] - x
            advance = step if 0.1 * natural < step < 1.15 * item.size * item.stretch else natural
        start = (a * x + c * y + e, b * x + d * y + f)
        found.append(Glyph(char, *start, advance * math.hypot(a, b), em, angle))
    return found
