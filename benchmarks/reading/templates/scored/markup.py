"""Pieces of HTML that carry their truth: values, handwriting, seals, signatures, bar codes, a page's frame."""

from __future__ import annotations

import base64
import io
import json
import math
import random
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from html import escape

import numpy as np
import zxingcpp
from PIL import Image

SONG = "'AR PL UMing CN','Noto Serif CJK SC'"
SERIF = "'Noto Serif CJK SC'"
SANS = "'Noto Sans CJK SC'"
HEI = "'WenQuanYi Zen Hei'"
MICRO = "'WenQuanYi Micro Hei'"
KAI = "'AR PL UKai CN'"
MONO = "'Noto Sans Mono CJK SC'"
HAND = "'LXGW WenKai'"
A4, A4_WIDE, A5_WIDE, A5 = (794, 1123), (1123, 794), (794, 559), (559, 794)

DOTS = "-webkit-mask-image:repeating-linear-gradient(0deg,#000 0 1.5px,rgba(0,0,0,.45) 1.5px 2.1px);"
"""Over a block: the needles of a dot-matrix printer."""

Style = Callable[[date], str]
_DIGITS = "〇一二三四五六七八九"


def _tens(n: int) -> str:
    ten, one = divmod(n, 10)
    return ("" if ten == 0 else ("十" if ten == 1 else _DIGITS[ten] + "十")) + (_DIGITS[one] if one else "")


def dash(d: date) -> str:
    return f"{d:%Y-%m-%d}"


def slash(d: date) -> str:
    return f"{d.year}/{d.month}/{d.day}"


def dot(d: date) -> str:
    return f"{d:%Y.%m.%d}"


def han(d: date) -> str:
    return f"{d.year}年{d.month}月{d.day}日"


def han0(d: date) -> str:
    return f"{d:%Y年%m月%d日}"


def spaced(d: date) -> str:
    return f"{d.year} 年 {d.month:02d} 月 {d.day:02d} 日"


def words(d: date) -> str:
    """二〇二五年三月五日"""
    return "".join(_DIGITS[int(c)] for c in str(d.year)) + f"年{_tens(d.month)}月{_tens(d.day)}日"


def clock(dice: random.Random, seconds: bool = False, first: int = 8, last: int = 17) -> str:
    """A time of day."""
    told = f"{dice.randint(first, last):02d}:{dice.randint(0, 59):02d}"
    return told + (f":{dice.randint(0, 59):02d}" if seconds else "")


def f(field: str, value: str | int, shown: str | None = None, css: str = "", tag: str = "span") -> str:
    """A printed value of the contract; ``shown`` where it is printed otherwise than normalised."""
    text = escape(str(value) if shown is None else shown).replace("\n", "<br>")
    return f'<{tag} data-field="{field}" data-value="{escape(str(value), quote=True)}" style="{css}">{text}</{tag}>'


def on(field: str, when: date, style: Style = dash, tail: str = "") -> str:
    """A printed date, with a time behind it where one is given."""
    return f(field, when.isoformat(), style(when) + (f" {tail}" if tail else ""))


def row(name: str, result: str, unit: str = "", reference: str = "", flag: str = "") -> str:
    """The attribute of a test-item row."""
    told = {"name": name, "result": result, "unit": unit, "reference": reference, "flag": flag}
    return f"data-row='{escape(json.dumps(told, ensure_ascii=False), quote=True)}'"


def hand(dice: random.Random, text: str, size: int = 20, colour: str | None = None) -> str:
    """Handwriting: never asserted."""
    ink = colour or dice.choice(("#1b1b22", "#1d2f7a", "#26262b"))
    letters = "".join(
        f'<i style="display:inline-block;font-style:normal;transform:rotate({dice.uniform(-9, 9):.1f}deg) skewX({dice.uniform(-16, 2):.1f}deg) '
        f'translateY({dice.uniform(-2, 2):.1f}px);margin:0 {dice.uniform(-2.5, 0.5):.1f}px">{escape(c)}</i>'
        for c in text
    )
    return f'<span data-handwritten="1" style="font-family:{HAND};font-size:{size}px;color:{ink};line-height:1;white-space:nowrap">{letters}</span>'


def sign(role: str, inner: str = "", width: int = 110) -> str:
    """The place to sign: signed where something is inside."""
    state = "present" if inner else "absent"
    return (
        f'<span data-signature="{role}|{state}" style="display:inline-block;min-width:{width}px;min-height:22px;'
        f'vertical-align:bottom;border-bottom:1px solid #444;text-align:center">{inner or "&nbsp;"}</span>'
    )


def signed(dice: random.Random, role: str, name: str, width: int = 110, share: float = 0.8) -> str:
    """A place to sign that somebody signed, mostly."""
    return sign(role, hand(dice, name, dice.randint(19, 25)) if dice.random() < share else "", width)


_COLOURS = {
    "red": ("#d0202a", "#c8102e", "#d83a34", "#b81f2d"),
    "blue": ("#2b4fb0", "#23408e"),
    "grey": ("#5a5a5a", "#444"),
}


def seal(
    dice: random.Random, ring: str, at: str, *, middle: str = "", under: str = "", shape: str = "circle",
    colour: str = "red", size: int = 150,
) -> str:  # fmt: skip
    """A seal; ``at`` is CSS that places it, ``middle`` and ``under`` are lines inside the ring."""
    ink, key = dice.choice(_COLOURS[colour]), f"k{dice.randrange(10**9)}"
    turn, fade = dice.uniform(-18, 18) if shape != "ellipse" else dice.uniform(-3, 3), dice.uniform(0.7, 0.92)
    if shape == "square":
        body, height = _square(ring, ink), 100
    elif shape == "ellipse":
        body, height = _oval(ring, ink, key, middle, under), 72
    else:
        body, height = (
            _round(ring, ink, key, middle, star=not under.startswith("!"), under=under.lstrip("!")),
            100,
        )
    worn = (
        f'<filter id="w{key}"><feTurbulence type="fractalNoise" baseFrequency="{dice.uniform(0.05, 0.11):.3f}" numOctaves="2" '
        f'seed="{dice.randint(1, 999)}"/><feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 -5 {dice.uniform(3.2, 4.2):.2f}"/>'
        '<feComposite in="SourceGraphic" operator="in"/></filter>'
    )
    return (
        f'<svg data-seal="{escape(ring, quote=True)}|{shape}|{colour}" viewBox="0 0 100 {height}" width="{size}" height="{size * height // 100}" '
        f'style="position:absolute;{at};transform:rotate({turn:.1f}deg);opacity:{fade:.2f};mix-blend-mode:multiply;overflow:visible">'
        f'<defs>{worn}</defs><g filter="url(#w{key})" font-family="{SERIF}" font-weight="700" fill="{ink}">{body}</g></svg>'
    )


def _round(ring: str, ink: str, key: str, middle: str, star: bool, under: str) -> str:
    size = min(13.0, 190 / max(len(ring), 9))
    reach = 38.5
    spread = min(290.0, len(ring) * 25.0)
    a, b = math.radians(270 - spread / 2), math.radians(270 + spread / 2)
    arc = f"M{50 + reach * math.cos(a):.1f} {50 + reach * math.sin(a):.1f}A{reach} {reach} 0 {1 if spread > 180 else 0} 1 {50 + reach * math.cos(b):.1f} {50 + reach * math.sin(b):.1f}"
    length = reach * math.radians(spread)
    told = (
        f'<circle cx="50" cy="50" r="48" fill="none" stroke="{ink}" stroke-width="2"/><path id="{key}" d="{arc}" fill="none"/>'
        f'<text font-size="{size:.1f}"><textPath href="#{key}" textLength="{length:.1f}" lengthAdjust="spacing">{escape(ring)}</textPath></text>'
    )
    if star:
        points = " ".join(
            f"{50 + (15 if i % 2 == 0 else 5.8) * math.sin(i * math.pi / 5):.1f},{47 - (15 if i % 2 == 0 else 5.8) * math.cos(i * math.pi / 5):.1f}"
            for i in range(10)
        )
        told += f'<polygon points="{points}"/>'
    if middle:
        told += f'<text x="50" y="{79 if star else 54}" font-size="{min(10.5, 62 / len(middle)):.1f}" text-anchor="middle">{escape(middle)}</text>'
    if under:
        told += f'<text x="50" y="90" font-size="7" text-anchor="middle" font-family="{SANS}">{escape(under)}</text>'
    return told


def _oval(ring: str, ink: str, key: str, middle: str, under: str) -> str:
    return (
        f'<ellipse cx="50" cy="36" rx="48" ry="33" fill="none" stroke="{ink}" stroke-width="1.8"/><path id="{key}" d="M10 42A40 25 0 0 1 90 42" fill="none"/>'
        f'<text font-size="8.6"><textPath href="#{key}" textLength="98" lengthAdjust="spacing">{escape(ring)}</textPath></text>'
        f'<text x="50" y="40" font-size="9.5" text-anchor="middle">{escape(middle)}</text><text x="50" y="58" font-size="8.5" text-anchor="middle">{escape(under)}</text>'
    )


def _square(ring: str, ink: str) -> str:
    half = math.ceil(len(ring) / 2)
    lines = (ring[:half], ring[half:]) if len(ring) > 2 else (ring,)
    size = min(40.0, 86 / half)
    step = 92 / len(lines)
    text = "".join(
        f'<text x="50" y="{6 + step * i + step / 2 + size * 0.36:.1f}" font-size="{size:.1f}" text-anchor="middle">{escape(t)}</text>'
        for i, t in enumerate(lines)
    )
    return f'<rect x="2" y="2" width="96" height="96" fill="none" stroke="{ink}" stroke-width="3.5"/>{text}'


def code(kind: str, text: str, height: int, css: str = "") -> str:
    """A bar code (``Code128``, ``QRCode`` …) of that height in CSS pixels, as a picture inside the page."""
    made = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind))
    pixels = Image.fromarray(np.asarray(zxingcpp.write_barcode_to_image(made)))
    file = io.BytesIO()
    pixels.convert("1").save(file, "PNG")
    told = base64.b64encode(file.getvalue()).decode()
    stretch = f"height:{height}px;" + (
        f"width:{height}px;" if kind == "QRCode" else f"width:{pixels.width * 1.4:.0f}px;"
    )
    return f'<img alt="" src="data:image/png;base64,{told}" style="{stretch}image-rendering:pixelated;{css}">'


def face(dice: random.Random, width: int, height: int, alone: bool = False) -> str:
    """A drawn portrait; ``alone`` without the photographer's background."""
    skin = dice.choice(("#e8bd98", "#dcae88", "#efc9a6", "#d3a27d"))
    hair = dice.choice(("#1c1815", "#2b2420", "#4a4644", "#77736f"))
    coat = dice.choice(("#2e3b55", "#5a2d32", "#39444a", "#20352c", "#6b5b45"))
    long = dice.random() < 0.45
    back = f'<path d="M52 74Q50 158 66 172H134Q150 158 148 74Z" fill="{hair}"/>' if long else ""
    y = dice.randint(104, 109)
    return (
        f'<svg data-face="1" viewBox="0 0 200 250" width="{width}" height="{height}" preserveAspectRatio="none" style="display:block;">'
        f'<rect width="200" height="250" fill="{"none" if alone else dice.choice(("#fff", "#f2f5f8", "#e6edf4"))}"/>{back}<path d="M10 250Q16 196 78 186L100 208L122 186Q184 196 190 250Z" fill="{coat}"/>'
        f'<path d="M82 160H118V190L100 206L82 190Z" fill="{skin}"/><ellipse cx="100" cy="112" rx="46" ry="60" fill="{skin}"/><ellipse cx="54" cy="116" rx="7" ry="13" fill="{skin}"/>'
        f'<ellipse cx="146" cy="116" rx="7" ry="13" fill="{skin}"/><path d="M50 108Q42 44 100 42Q158 44 150 108Q146 76 128 70Q96 {dice.randint(60, 86)} 64 78Q54 88 50 108Z" fill="{hair}"/>'
        f'<path d="M68 {y - 12}q13 -7 25 -1M107 {y - 13}q12 -6 25 1" stroke="{hair}" stroke-width="4" fill="none"/><ellipse cx="81" cy="{y}" rx="8" ry="4.4" fill="#fff"/><ellipse cx="119" cy="{y}" rx="8" ry="4.4" fill="#fff"/>'
        f'<circle cx="81" cy="{y}" r="4" fill="#241a14"/><circle cx="119" cy="{y}" r="4" fill="#241a14"/><path d="M99 {y + 2}q-6 22 -6 25q7 5 14 0" stroke="#a9764f" stroke-width="2.4" fill="none"/>'
        f'<path d="M82 148Q100 {dice.randint(150, 160)} 118 148Q100 143 82 148Z" fill="#b5605a"/></svg>'
    )


def entries(field: str, values: Sequence[str], style: str = "number") -> str:
    """Several values of one field: numbered, in lines, or with separators."""
    if style == "lines":
        return "".join(f"<div>{n}、{f(field, v)}</div>" for n, v in enumerate(values, 1))
    if style == "number":
        return "".join(f"{n}.{f(field, v)}{'；' if n < len(values) else ''}" for n, v in enumerate(values, 1))
    if style == "wide":
        return "&emsp;".join(f"{n}. {f(field, v)}" for n, v in enumerate(values, 1))
    return style.join(f(field, v) for v in values)


def box(ticked: bool, dice: random.Random | None = None) -> str:
    """A box to tick."""
    return ("☑" if dice is None or dice.random() < 0.7 else "■") if ticked else "□"


def boxes(options: Iterable[tuple[str, str]], picked: str, field: str, mark: str = "☑") -> str:
    """Choices of which one is ticked: (value, label) pairs; the ticked label is the field."""
    return "&ensp;".join(
        (mark + f(field, value, label)) if value == picked else "□" + escape(label)
        for value, label in options
    )


def table(
    lines: Iterable[Sequence[str]], widths: Sequence[str] = (), css: str = "", cls: str = "grid"
) -> str:
    """A plain table of ready cells."""
    cols = "".join(f'<col style="width:{w}">' for w in widths)
    body = "".join(
        "<tr>" + "".join(c if c.startswith("<td") else f"<td>{c}</td>" for c in line) + "</tr>"
        for line in lines
    )
    return f'<table class="{cls}" style="{css}"><colgroup>{cols}</colgroup>{body}</table>'


def td(inner: str, span: int = 1, rows: int = 1, css: str = "", more: str = "") -> str:
    """A cell that spans."""
    return f'<td colspan="{span}" rowspan="{rows}" style="{css}" {more}>{inner}</td>'


def page(
    size: tuple[int, int],
    body: str,
    font: str = SONG,
    css: str = "",
    ink: str = "#151515",
    paper: str = "#fff",
) -> str:
    """The whole document around a page's body."""
    return (
        '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>'
        f"*{{box-sizing:border-box}}html,body{{margin:0;background:{paper}}}"
        f"body{{position:relative;width:{size[0]}px;height:{size[1]}px;overflow:hidden;font-family:{font};color:{ink};font-size:14px;line-height:1.5}}"
        "h1,h2,p{margin:0;font-weight:normal;text-align:center}p{text-align:left}table{border-collapse:collapse;width:100%}.grid td{border:1px solid #222;padding:3px 6px}"
        ".c{text-align:center}.r{text-align:right}.u{display:inline-block;border-bottom:1px solid #333;padding:0 6px;line-height:1.3}.flex{display:flex;justify-content:space-between}.abs{position:absolute;white-space:nowrap}"
        f".v{{writing-mode:vertical-rl;letter-spacing:4px;text-align:center;margin:auto}}{css}</style></head><body>{body}</body></html>"
    )
