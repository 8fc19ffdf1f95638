"""Pieces of HTML that carry their truth: values, rows, seals, signatures, cells."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Mapping, Sequence
from html import escape

SONG = "'Noto Serif CJK SC','AR PL UMing CN',serif"
HEI = "'Noto Sans CJK SC','WenQuanYi Zen Hei',sans-serif"
KAI = "'AR PL UKai CN','LXGW WenKai',serif"
WEN = "'LXGW WenKai',serif"
MICRO = "'WenQuanYi Micro Hei',sans-serif"
FONTS = (SONG, SONG, HEI, MICRO, KAI)
HANDS = ("'LXGW WenKai'", "'AR PL UKai CN'")


def f(name: str, value: object, shown: str | None = None, tag: str = "span", style: str = "") -> str:
    """A printed value with its truth; ``shown`` is how it looks where that differs."""
    css = f' style="{style}"' if style else ""
    told = escape(str(value), quote=True)
    return f'<{tag} data-field="{name}" data-value="{told}"{css}>{escape(shown or str(value))}</{tag}>'


def fs(name: str, values: Sequence[str], join: str = "；", numbered: bool = False) -> str:
    """Several values of one field in a row."""
    parts = [f"{n}." * numbered + f(name, v) for n, v in enumerate(values, 1)]
    return join.join(parts)


def row(told: Mapping[str, str | None], cells: str, tag: str = "tr") -> str:
    """A test-item row around its cells."""
    truth = escape(json.dumps(dict(told), ensure_ascii=False), quote=True)
    return f'<{tag} data-row="{truth}">{cells}</{tag}>'


def hand(text: str, size: int = 20, font: str = HANDS[0]) -> str:
    """Handwriting, which nobody has to read: a slanted brush font."""
    return (
        f'<span data-handwritten="1" style="font-family:{font};font-size:{size}px;color:#223;'
        f'display:inline-block;transform:rotate(-4deg) skewX(-12deg);letter-spacing:-1px">{escape(text)}</span>'
    )


def sign(role: str, name: str | None, dice: random.Random, width: int = 96) -> str:
    """A place to sign: a scrawl where ``name`` is given, empty otherwise."""
    if name is None:
        return (
            f'<span data-signature="{role}|absent" style="display:inline-block;width:{width}px;height:26px;'
            f'vertical-align:middle"></span>'
        )
    return (
        f'<span data-signature="{role}|present" style="display:inline-block;width:{width}px;height:26px;'
        f'vertical-align:middle;position:relative">{_scrawl(name, dice, width)}</span>'
    )


def _scrawl(name: str, dice: random.Random, width: int) -> str:
    """The name in a bent brush font under joined strokes, as people sign."""
    x, y, path = 6.0, 16.0, "M 6 16"
    for _ in range(9):
        x, dx = x + (width - 20) / 9, dice.uniform(4, 14)
        path += f" q {dx} {dice.uniform(-16, 16):.0f} {(width - 20) / 9:.0f} {dice.uniform(-6, 6):.0f}"
    size = min(24, int(width / max(3, len(name)) * 1.1))
    return (
        f'<svg width="{width}" height="34" style="position:absolute;left:0;top:-6px;overflow:visible">'
        f'<text x="4" y="{y + 8}" font-family="{dice.choice(HANDS)}" font-size="{size}" fill="#1c2340" '
        f'transform="rotate({dice.uniform(-9, 3):.1f} 10 16) skewX({dice.uniform(-22, -8):.0f})" '
        f'letter-spacing="-3">{escape(name)}</text>'
        f'<path d="{path}" fill="none" stroke="#1c2340" stroke-width="1.1" opacity=".75"/></svg>'
    )


INKS = {"red": "#d0222a", "grey": "#767676", "blue": "#2b4aa8"}


def seal(ring: str, middle: str = "", *, shape: str = "circle", colour: str = "red", size: int = 150,
         at: tuple[int, int] = (0, 0), turn: float = 0, ink: float = 0.72) -> str:  # fmt: skip
    """A seal at ``at`` (left, top of its box, CSS pixels) of the nearest positioned element."""
    c = INKS[colour]
    width, height = (size, size) if shape in ("circle", "square", "triangle") else (size, int(size * 0.68))
    body = {"circle": _round, "ellipse": _round, "square": _square, "triangle": _triangle}[shape](
        ring, middle, width, height, c
    )
    return (
        f'<div data-seal="{escape(ring + middle, quote=True)}|{shape}|{colour}" style="position:absolute;'
        f"left:{at[0]}px;top:{at[1]}px;width:{width}px;height:{height}px;opacity:{ink};mix-blend-mode:multiply;"
        f'transform:rotate({turn:.1f}deg)"><svg width="{width}" height="{height}">{body}</svg></div>'
    )


def _round(ring: str, middle: str, width: int, height: int, c: str) -> str:
    rx, ry = width / 2 - 4, height / 2 - 4
    step = math.radians(min(250, 24 * len(ring))) / max(1, len(ring) - 1)
    size = width * min(0.115, 1.9 / max(12, len(ring)))
    letters = ""
    for n, character in enumerate(ring):
        a = -math.pi / 2 + (n - (len(ring) - 1) / 2) * step
        x, y = width / 2 + (rx - size * 0.95) * math.cos(a), height / 2 + (ry - size * 0.95) * math.sin(a)
        letters += (
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" fill="{c}" text-anchor="middle" '
            f'dominant-baseline="central" font-family="{SONG}" font-weight="600" '
            f'transform="rotate({math.degrees(a) + 90:.1f} {x:.1f} {y:.1f})">{character}</text>'
        )
    star = _star(width / 2, height / 2, width * 0.13, c) if width == height else ""
    below = (
        f'<text x="{width / 2}" y="{height * (0.76 if star else 0.55):.0f}" font-size="{width * 0.085:.1f}" '
        f'fill="{c}" text-anchor="middle" font-family="{SONG}" font-weight="600">{middle}</text>'
    )
    return (
        f'<ellipse cx="{width / 2}" cy="{height / 2}" rx="{rx}" ry="{ry}" fill="none" stroke="{c}" '
        f'stroke-width="{width / 40:.1f}"/>{letters}{star}{below}'
    )


def _star(x: float, y: float, r: float, c: str) -> str:
    points = []
    for n in range(10):
        a = -math.pi / 2 + n * math.pi / 5
        k = r if n % 2 == 0 else r * 0.382
        points.append(f"{x + k * math.cos(a):.1f},{y + k * math.sin(a):.1f}")
    return f'<polygon points="{" ".join(points)}" fill="{c}"/>'


def _square(ring: str, middle: str, width: int, height: int, c: str) -> str:
    text = ring + middle
    per = math.ceil(len(text) / 2) if len(text) > 4 else 2
    size = (width - 14) / per
    letters = "".join(
        f'<text x="{9 + (n % per + 0.5) * size:.1f}" y="{height * (0.32 + 0.4 * (n // per)):.1f}" fill="{c}" '
        f'font-size="{min(size, height * 0.36):.1f}" text-anchor="middle" dominant-baseline="central" '
        f'font-family="{SONG}">{character}</text>'
        for n, character in enumerate(text)
    )
    frame = f'<rect x="3" y="3" width="{width - 6}" height="{height - 6}" fill="none" stroke="{c}" stroke-width="3"/>'
    return frame + letters


def _triangle(ring: str, middle: str, width: int, height: int, c: str) -> str:
    points = f"{width / 2},4 {width - 4},{height - 6} 4,{height - 6}"
    return (
        f'<polygon points="{points}" fill="none" stroke="{c}" stroke-width="3"/>'
        f'<text x="{width / 2}" y="{height * 0.8:.0f}" font-size="{width * 0.11:.0f}" fill="{c}" '
        f'text-anchor="middle" font-family="{SONG}">{ring + middle}</text>'
    )


def page(body: str, css: str = "", font: str = SONG, size: int = 15, pad: str = "56px 60px") -> str:
    """One sheet."""
    return (
        "<!DOCTYPE html><html lang='zh-CN'><head><meta charset='utf-8'><style>"
        "*{box-sizing:border-box}html,body{margin:0;height:100%}"
        f"body{{font-family:{font};font-size:{size}px;line-height:1.6;color:#111;background:#fff;padding:{pad};"
        "position:relative;overflow:hidden}table{border-collapse:collapse;width:100%}"
        "td,th{padding:3px 6px;font-weight:400;text-align:left;vertical-align:middle}"
        ".g td,.g th{border:1px solid #222}h1,h2{margin:0;text-align:center;font-weight:600}"
        f"u{{text-underline-offset:3px}}.c{{text-align:center}}.r{{text-align:right}}.b{{font-weight:600}}{css}"
        f"</style></head><body>{body}</body></html>"
    )


def checkbox(ticked: bool, dice: random.Random | None = None) -> str:
    """☑ or □ as forms print them."""
    return ("☑" if dice is None else dice.choice("☑√■")) if ticked else "□"
