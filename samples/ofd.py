"""Writes sheets as OFD (GB/T 33190): text as TextObjects, or whole pages as images."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from PIL import Image

from samples import fonts
from samples.paper import Area, Glyphs, Rule, Sheet, Stamp

NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
MM = 25.4 / 72
WHEN = (2025, 11, 1, 8, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
FONTS = {"song": (3, "宋体"), "hei": (4, "黑体"), "kai": (5, "楷体")}


def write(pages: Sequence[Sheet | Image.Image], dpi: float = 150.0) -> bytes:
    """One OFD file; dates are fixed, so the same pages always give the same bytes."""
    out = io.BytesIO()
    pictures: list[bytes] = []
    contents = [_content(page, pictures, dpi) for page in pages]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in _parts(len(contents), len(pictures)).items():
            _add(archive, name, (HEAD + body).encode())
        for n, body in enumerate(contents):
            _add(archive, f"Doc_0/Pages/Page_{n}/Content.xml", (HEAD + body).encode())
        for n, picture in enumerate(pictures):
            _add(archive, f"Doc_0/Res/image_{n}.jpg", picture)
    return out.getvalue()


def _add(archive: zipfile.ZipFile, name: str, body: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, WHEN), body, zipfile.ZIP_DEFLATED)


def _parts(pages: int, pictures: int) -> dict[str, str]:
    leaves = "".join(f'<ofd:Page ID="{100 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(pages))
    media = "".join(
        f'<ofd:MultiMedia ID="{500 + n}" Type="Image" Format="JPEG">'
        f"<ofd:MediaFile>image_{n}.jpg</ofd:MediaFile></ofd:MultiMedia>"
        for n in range(pictures)
    )
    faces = "".join(
        f'<ofd:Font ID="{n}" FontName="{name}" FamilyName="{name}"/>' for n, name in FONTS.values()
    )
    return {
        "OFD.xml": f'<ofd:OFD {NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
        "<ofd:DocID>00000000000000000000000000000001</ofd:DocID><ofd:Creator>Menshen samples</ofd:Creator>"
        "<ofd:CreationDate>2025-11-01</ofd:CreationDate></ofd:DocInfo>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NS}><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID>"
        "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
        f"</ofd:CommonData><ofd:Pages>{leaves}</ofd:Pages></ofd:Document>",
        "Doc_0/PublicRes.xml": f'<ofd:Res {NS} BaseLoc="Res"><ofd:Fonts>{faces}</ofd:Fonts></ofd:Res>',
        "Doc_0/DocumentRes.xml": f'<ofd:Res {NS} BaseLoc="Res"><ofd:MultiMedias>{media}</ofd:MultiMedias>'
        "</ofd:Res>",
    }


def _content(page: Sheet | Image.Image, pictures: list[bytes], dpi: float) -> str:
    if isinstance(page, Sheet):
        wide, high = page.width * MM, page.height * MM
        body = "".join(_object(ink, 1000 + n, pictures) for n, ink in enumerate(page.ink))
    else:
        wide, high = page.width * 25.4 / dpi, page.height * 25.4 / dpi
        body = _picture(page, 1000, (0, 0, wide, high), pictures)
    return (
        f"<ofd:Page {NS}><ofd:Area><ofd:PhysicalBox>0 0 {wide:.2f} {high:.2f}</ofd:PhysicalBox></ofd:Area>"
        f'<ofd:Content><ofd:Layer ID="99">{body}</ofd:Layer></ofd:Content></ofd:Page>'
    )


def _picture(
    image: Image.Image, number: int, box: tuple[float, float, float, float], pictures: list[bytes]
) -> str:
    out = io.BytesIO()
    flat = image.convert("RGBA")
    white = Image.new("RGBA", flat.size, (255, 255, 255, 255))
    white.alpha_composite(flat)
    white.convert("RGB").save(out, "JPEG", quality=72)
    pictures.append(out.getvalue())
    x, y, wide, high = box
    return (
        f'<ofd:ImageObject ID="{number}" Boundary="{x:.3f} {y:.3f} {wide:.3f} {high:.3f}" '
        f'CTM="{wide:.3f} 0 0 {high:.3f} 0 0" ResourceID="{499 + len(pictures)}"/>'
    )


def _object(ink: Glyphs | Rule | Area | Stamp, number: int, pictures: list[bytes]) -> str:
    match ink:
        case Glyphs():
            return _text(ink, number)
        case Rule():
            points = ((ink.x0, ink.y0), (ink.x1, ink.y1))
            return _path(points, number, ink.width, closed=False)
        case Area():
            corners = ((ink.x0, ink.y0), (ink.x1, ink.y0), (ink.x1, ink.y1), (ink.x0, ink.y1))
            return _path(corners, number, ink.width, closed=True)
        case Stamp():
            box = (ink.x * MM, ink.y * MM, ink.w * MM, ink.h * MM)
            return _picture(ink.image, number, box, pictures)


def _text(ink: Glyphs, number: int) -> str:
    steps = [fonts.width(ink.face, char, ink.size, ink.spacing) * MM for char in ink.text]
    delta = " ".join(f"{step:.3f}" for step in steps[:-1])
    face = FONTS.get(ink.face, FONTS["song"])[0]
    boundary = f"{ink.x * MM:.3f} {ink.y * MM:.3f} {sum(steps) + 1:.3f} {ink.size * MM * 1.2:.3f}"
    shift = f' DeltaX="{delta}"' if delta else ""
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{boundary}" Font="{face}" Size="{ink.size * MM:.3f}">'
        f'<ofd:FillColor Value="{ink.colour[0]} {ink.colour[1]} {ink.colour[2]}"/>'
        f'<ofd:TextCode X="0" Y="{ink.size * MM * 0.86:.3f}"{shift}>'
        f"{escape(ink.text)}</ofd:TextCode></ofd:TextObject>"
    )


def _path(points: Sequence[tuple[float, float]], number: int, width: float, *, closed: bool) -> str:
    left, top = min(p[0] for p in points), min(p[1] for p in points)
    wide = max(0.1, (max(p[0] for p in points) - left) * MM)
    high = max(0.1, (max(p[1] for p in points) - top) * MM)
    places = [f"{(x - left) * MM:.3f} {(y - top) * MM:.3f}" for x, y in points]
    data = f"M {places[0]} " + " ".join(f"L {p}" for p in places[1:]) + (" C" if closed else "")
    return (
        f'<ofd:PathObject ID="{number}" Boundary="{left * MM:.3f} {top * MM:.3f} {wide:.3f} {high:.3f}" '
        f'LineWidth="{width * MM:.3f}"><ofd:StrokeColor Value="20 20 20"/>'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )
