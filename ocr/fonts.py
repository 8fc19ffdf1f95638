"""Finds a font with Chinese glyphs on the system, to draw the text of an OFD that embeds none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import ImageFont

_FOLDERS: Final = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
_WANTED: Final = (
    "simsun", "notoserifcjk-regular", "notosanscjk-regular", "sourcehanserif", "sourcehansans", "wqy-zenhei",
    "wqy-microhei", "uming", "gbsn00lp", "simhei", "msyh", "pingfang", "songti", "stheiti", "lxgwwenkai",
)  # fmt: skip
_ENDINGS: Final = (".ttf", ".ttc", ".otf")
_SAMPLE: Final = "医"


@lru_cache(maxsize=1)
def chinese_font_file() -> str | None:
    """The path of a font that has Chinese glyphs, ``None`` where the system has none.

    Looked for once a process, in the usual folders, by the names of common fonts.
    """
    ranked = sorted(
        ((rank, path) for path in _font_files() if (rank := _rank(path)) is not None),
        key=lambda pair: pair[0],
    )
    return next((str(path) for _, path in ranked if _draws(path)), None)


@lru_cache(maxsize=64)
def chinese_font(size: int) -> ImageFont.FreeTypeFont | None:
    """The font at ``size`` pixels an em, or ``None``."""
    path = chinese_font_file()
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC) if path else None


def _font_files() -> Iterator[Path]:
    for folder in _FOLDERS:
        for parent, _, names in os.walk(Path(folder).expanduser()):
            yield from (Path(parent, name) for name in names if name.lower().endswith(_ENDINGS))


def _rank(path: Path) -> int | None:
    name = path.name.lower()
    return next((rank for rank, wanted in enumerate(_WANTED) if name.startswith(wanted)), None)


def _draws(path: Path) -> bool:
    """A glyph that looks unlike the box for a missing one."""
    try:
        font = ImageFont.truetype(str(path), 24)
    except OSError:
        return False
    return bytes(font.getmask(_SAMPLE)) != bytes(font.getmask("\U0010fffd"))
