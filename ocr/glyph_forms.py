"""The characters that PDF and OFD programs write in place of the common ones.

Sources: Unicode 16 (Kangxi Radicals, CJK Compatibility Ideographs: their own decompositions; CJK
Radicals Supplement: EquivalentUnifiedIdeograph.txt), and the code charts of Microsoft's Wingdings.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_RADICALS: Final = str.maketrans(
    "⺁⺃⺋⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺴⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻁⻂⻄⻅⻆⻇⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
    "厂乚㔾兀尣尢巳幺彑忄㣺扌攵旡月歺母民氵氺灬爫爫丬牛犭王疋罒示礻竹糹纟罓罒罓羊羊羊耂肀聿月臼艹艹虎衤西见角角讠贝车辶辶辶阝钅長镸长门阝青韦页风飞食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
)
"""CJK Radicals Supplement → the ideograph of the same shape; NFKC leaves this block alone."""
_WINGDINGS: Final = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "◆",
    0x77: "◆", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xFB: "×", 0xFC: "√",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2: Final = {
    0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x99: "○", 0xA2: "■",
    0xA3: "□", 0x2A: "□", 0x30: "☐",
}  # fmt: skip
_SYMBOL_FONTS: Final = {"wingdings2": _WINGDINGS_2, "wingdings-2": _WINGDINGS_2, "wingdings": _WINGDINGS}


@lru_cache(4096)
def normalise_glyph(text: str) -> str:
    """Return ``text`` with radicals and compatibility ideographs as common ideographs.

    Full-width letters and punctuation stay: they are as printed.

    >>> normalise_glyph("⻔"), normalise_glyph("⽤"), normalise_glyph("：")
    ('门', '用', '：')
    """
    return "".join(
        unicodedata.normalize("NFKC", c) if _is_compatibility_ideograph(c) else c
        for c in text.translate(_RADICALS)
    )


def _is_compatibility_ideograph(char: str) -> bool:
    return (
        "\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff" or "\U0002f800" <= char <= "\U0002fa1f"
    )


def is_ideograph(char: str) -> bool:
    """True for a single Chinese character (not punctuation, kana or a digit)."""
    return len(char) == 1 and (
        "\u3400" <= char <= "\u9fff" or char == "〇" or "\U00020000" <= char <= "\U000323af"
    )


def symbol_of(font: str, char: str) -> str | None:
    """The character that a symbol font draws at a code, or ``None`` if ``font`` is no known symbol font.

    Tick boxes of forms made in Word come as private-use codes of Wingdings; ``''`` stands for a
    symbol of such a font without a counterpart (a bullet, an arrow).
    """
    name = font.rsplit("+", 1)[-1].replace(" ", "").lower()
    table = next((codes for key, codes in _SYMBOL_FONTS.items() if name.startswith(key)), None)
    if table is None:
        return None
    return table.get(ord(char[0]) & 0xFF, "") if char else ""


def is_unreadable(char: str) -> bool:
    """True for what stands where a program knew no character: private use, replacement, control."""
    return (
        unicodedata.category(char[0]) in ("Co", "Cn", "Cs")
        or char in ("\ufffd", "\u0000")
        or (ord(char[0]) < 32 and char not in "\t\n\r")
    )
