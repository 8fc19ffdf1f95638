"""JBIG2 pictures, which OFD invoices use for their QR codes: PDFium decodes them inside a PDF.

Pillow has no JBIG2 decoder. PDFium has one for PDF, where the same segments stand without the
file header (ISO/IEC 14492, annex D; ISO 32000-1, 7.4.7).
"""

from __future__ import annotations

import io
from typing import Final

import pikepdf
import pypdfium2
from PIL import Image

from ocr.limits import Limits
from ocr.refusals import BROKEN, TOO_MANY_PIXELS, FileRefused

_FILE_START: Final = b"\x97JB2\r\n\x1a\n"
_PAGE_INFORMATION: Final = 48
_NOT_IN_PDF: Final = (49, 51)
"""End of page and end of file may not stand inside a PDF."""


def is_jbig2(data: bytes) -> bool:
    """True for a JBIG2 file and for bare segments that begin with a page."""
    return data.startswith(_FILE_START) or (data[:4] == b"\0\0\0\0" and data[4:5] in (b"\x30", b"\x00"))


def decode_jbig2(data: bytes, limits: Limits) -> Image.Image:
    """Return the picture. Raises ``FileRefused``: broken, too many pixels."""
    body, width, height = _segments(data)
    if width < 1 or height < 1:
        raise FileRefused(BROKEN, "JBIG2 without a page")
    if width * height > limits.page_pixels:
        raise FileRefused(TOO_MANY_PIXELS, f"JBIG2 of {width} × {height}")
    holder = pikepdf.new()
    picture = holder.make_stream(
        body,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=width,
        Height=height,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=1,
        Filter=pikepdf.Name.JBIG2Decode,
    )
    page = holder.add_blank_page(page_size=(width, height))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
    page.Contents = holder.make_stream(f"{width} 0 0 {height} 0 0 cm /Im0 Do".encode())
    saved = io.BytesIO()
    holder.save(saved)
    with pypdfium2.PdfDocument(saved.getvalue()) as document:
        drawn: Image.Image = document[0].render(scale=1).to_pil()
        return drawn.convert("RGB")


def _segments(data: bytes) -> tuple[bytes, int, int]:
    """The segments that may stand in a PDF, and the width and height of the page."""
    at = 0
    if data.startswith(_FILE_START):
        at = 9 if data[8] & 2 else 13
    kept: list[bytes] = []
    width = height = 0
    while at + 11 <= len(data):
        kind = data[at + 4] & 0x3F
        wide_page = bool(data[at + 4] & 0x40)
        referred = data[at + 5] >> 5
        number = int.from_bytes(data[at : at + 4], "big")
        each = 1 if number <= 256 else 2 if number <= 65536 else 4
        if referred == 7:
            referred = int.from_bytes(data[at + 5 : at + 9], "big") & 0x1FFFFFFF
            head = 5 + 4 + (referred + 8) // 8
        else:
            head = 6
        head += referred * each + (4 if wide_page else 1)
        length = int.from_bytes(data[at + head : at + head + 4], "big")
        end = len(data) if length == 0xFFFFFFFF else at + head + 4 + length
        if kind == _PAGE_INFORMATION:
            width = int.from_bytes(data[at + head + 4 : at + head + 8], "big")
            height = int.from_bytes(data[at + head + 8 : at + head + 12], "big")
        if kind not in _NOT_IN_PDF:
            kept.append(data[at:end])
        at = end
    return b"".join(kept), width, height
