"""The fonts the papers are set in: found by path, named by the Debian package that carries them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

ROOT = Path("/usr/share/fonts")


@dataclass(frozen=True, slots=True)
class Face:
    """One font file; ``vector`` says whether a PDF can carry it (TrueType outlines only)."""

    path: str
    package: str
    index: int = 0
    vector: bool = True


FACES: dict[str, Face] = {
    "song": Face("truetype/arphic/uming.ttc", "fonts-arphic-uming"),
    "gbsn": Face("truetype/arphic-gbsn00lp/gbsn00lp.ttf", "fonts-arphic-gbsn00lp"),
    "kai": Face("truetype/arphic/ukai.ttc", "fonts-arphic-ukai"),
    "gkai": Face("truetype/arphic-gkai00mp/gkai00mp.ttf", "fonts-arphic-gkai00mp"),
    "hei": Face("truetype/wqy/wqy-zenhei.ttc", "fonts-wqy-zenhei"),
    "micro": Face("truetype/wqy/wqy-microhei.ttc", "fonts-wqy-microhei"),
    "wenkai": Face("truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", "fonts-lxgw-wenkai"),
    "wenkai-bold": Face("truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf", "fonts-lxgw-wenkai"),
    "pen": Face("truetype/lxgw-wenkai/LXGWWenKai-Light.ttf", "fonts-lxgw-wenkai"),
    "sans": Face("opentype/noto/NotoSansCJK-Regular.ttc", "fonts-noto-cjk", 2, vector=False),
    "sans-bold": Face("opentype/noto/NotoSansCJK-Bold.ttc", "fonts-noto-cjk", 2, vector=False),
    "serif": Face("opentype/noto/NotoSerifCJK-Regular.ttc", "fonts-noto-cjk", 2, vector=False),
    "serif-bold": Face("opentype/noto/NotoSerifCJK-Bold.ttc", "fonts-noto-cjk", 2, vector=False),
}
FACES["symbol"] = Face("truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu-core")
STAND_IN = {"sans": "micro", "sans-bold": "hei", "serif": "song", "serif-bold": "song"}
"""What a PDF sets a face in that it cannot carry."""
FALLBACKS = ("hei", "symbol")
"""Take the characters a face lacks (arrows, boxes, ticks, Greek)."""


class FontsMissing(RuntimeError):
    """Fonts that the samples are set in are not on this machine; the message names the packages."""


def missing_packages() -> list[str]:
    """Debian packages that would have to be installed before the samples can be drawn."""
    return sorted({f.package for f in FACES.values() if not (ROOT / f.path).is_file()})


def require() -> None:
    """Raise ``FontsMissing`` unless every face is there."""
    if missing := missing_packages():
        raise FontsMissing("Fonts are missing; install them with: apt-get install " + " ".join(missing))


@cache
def pixel_font(name: str, px: int) -> ImageFont.FreeTypeFont:
    """The face at ``px`` pixels an em."""
    face = FACES[name]
    return ImageFont.truetype(
        str(ROOT / face.path), px, index=face.index, layout_engine=ImageFont.Layout.BASIC
    )


@cache
def vector_font(name: str) -> TTFont:
    """The face as reportlab knows it, registered under its own name."""
    name = STAND_IN.get(name, name)
    face = FACES[name]
    font = TTFont(name, str(ROOT / face.path), subfontIndex=face.index)
    pdfmetrics.registerFont(font)
    return font


@cache
def _has(name: str, char: str) -> bool:
    if not FACES[name].vector:
        return char not in "☑☒✓"
    return ord(char) in vector_font(name).face.charToGlyph


def runs(name: str, text: str) -> list[tuple[str, str]]:
    """``text`` cut into (face, run) pairs so that every character has a glyph."""
    out: list[tuple[str, str]] = []
    for char in text:
        face = name
        if char not in " \u3000" and not _has(name, char):
            face = next((f for f in FALLBACKS if _has(f, char)), name)
        if out and out[-1][0] == face:
            out[-1] = (face, out[-1][1] + char)
        else:
            out.append((face, char))
    return out


def width(name: str, text: str, size: float, spacing: float = 0.0) -> float:
    """How far ``text`` runs, in the units of ``size``; ``spacing`` is added after every character."""
    em = 64
    total = sum(pixel_font(face, em).getlength(run) for face, run in runs(name, text))
    return total * size / em + spacing * len(text)
