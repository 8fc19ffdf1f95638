"""Small files of every kind and mode, made when a test asks for them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import numpy as np
import pikepdf
from PIL import Image, ImageDraw

OFD_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def scene(width: int = 96, height: int = 64) -> Image.Image:
    """A picture whose four corners differ: red, green, blue, and black from the top left clockwise."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    for colour, x, y in (("red", 0, 0), ("lime", 1, 0), ("blue", 1, 1), ("black", 0, 1)):
        left, top = x * (width - width // 3), y * (height - height // 3)
        draw.rectangle((left, top, left + width // 3, top + height // 3), fill=colour)
    return image


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """``image`` in the format ``kind`` of Pillow."""
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def with_orientation(image: Image.Image, kind: str, orientation: int) -> bytes:
    """``image`` with an EXIF orientation."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return encoded(image, kind, exif=exif.tobytes(), **({"quality": 95} if kind != "PNG" else {}))


def corners(pixels: np.ndarray) -> list[str]:
    """The names of the colours in the corners, from the top left clockwise."""
    names = {(1, 0, 0): "red", (0, 1, 0): "lime", (0, 0, 1): "blue", (0, 0, 0): "black", (1, 1, 1): "white"}
    return [
        names.get(tuple(int(v > 127) for v in pixels[y, x]), "other")
        for y, x in ((4, 4), (4, -5), (-5, -5), (-5, 4))
    ]


def png_header_only(width: int, height: int) -> bytes:
    """A PNG that promises ``width`` × ``height`` and packs a few zeros."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack("!I", len(body)) + kind + body + struct.pack("!I", zlib.crc32(kind + body))

    head = struct.pack("!IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def pdf(
    *contents: bytes,
    size: tuple[float, float] = (300, 200),
    rotate: int = 0,
    picture: Image.Image | None = None,
) -> pikepdf.Pdf:
    """A PDF with a page for each content stream; ``/F`` is Helvetica, ``/Im`` the picture."""
    document = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    if picture is not None:
        stream = document.make_stream(
            encoded(picture, "JPEG"),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=picture.width,
            Height=picture.height,
            ColorSpace=pikepdf.Name.DeviceRGB,
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )
        resources.XObject = pikepdf.Dictionary(Im=stream)
    for content in contents:
        page = document.add_blank_page(page_size=size)
        page.Resources = resources
        page.Contents = document.make_stream(content)
        if rotate:
            page.Rotate = rotate
    return document


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    """The bytes of ``document``."""
    target = io.BytesIO()
    document.save(target, **options)
    return target.getvalue()


def say(text: str, x: float = 40, y: float = 100, size: float = 14, mode: int = 0) -> bytes:
    """PDF words that write ``text`` with its baseline from (x, y)."""
    return f"BT /F {size} Tf {mode} Tr {x} {y} Td ({text}) Tj ET\n".encode()


def ofd(*pages: str, parts: dict[str, bytes] | None = None, common: str = "", document: str = "") -> bytes:
    """An OFD of A5 pages, each given as the XML inside its ``Layer``; ``parts`` are further parts."""
    listed = "".join(f'<ofd:Page ID="{i}" BaseLoc="Pages/P{i}.xml"/>' for i in range(1, len(pages) + 1))
    files = {
        "OFD.xml": f'<ofd:OFD {OFD_SPACE} DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
        "<ofd:Creator>Hand</ofd:Creator><ofd:CreationDate>2025-11-20</ofd:CreationDate></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {OFD_SPACE}><ofd:CommonData><ofd:PageArea>"
        f"<ofd:PhysicalBox>0 0 148 210</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages>{document}</ofd:Document>",
    }
    for number, layer in enumerate(pages, start=1):
        files[f"Doc_0/Pages/P{number}.xml"] = f"<ofd:Page {OFD_SPACE}>{ofd_content(layer)}</ofd:Page>"
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
        for name, body in (parts or {}).items():
            package.writestr(name, body)
    return target.getvalue()


def ofd_text(text: str, x: float, y: float, size: float = 5, **more: str) -> str:
    """A ``TextObject`` with its box at (x, y) mm and an even step of one em."""
    extra = "".join(f' {key}="{value}"' for key, value in more.items())
    step = f'DeltaX="g {max(len(text) - 1, 1)} {size}"'
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} 100 10" Font="1" Size="{size}"{extra}>'
        f'<ofd:TextCode X="0" Y="{size}" {step}>{text}</ofd:TextCode></ofd:TextObject>'
    )


def ofd_content(layer: str) -> str:
    """The ``Content`` of a page or template with one layer."""
    return f'<ofd:Content><ofd:Layer ID="9">{layer}</ofd:Layer></ofd:Content>'
