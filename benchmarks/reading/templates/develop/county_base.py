"""Pieces of the county layouts: dates with hours, logos, bars, squares, dotted print, names to sign with."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.templates.develop.html import HEI, KAI, MICRO, SONG, WEN, f

DOTS = "'WenQuanYi Zen Hei Sharp','WenQuanYi Zen Hei',sans-serif"
FANG = "'AR PL UMing CN','Noto Serif CJK SC',serif"
LATIN = "'Liberation Serif','Noto Serif CJK SC',serif"
STYLES = ("-", "-", "年", "年0", ".", "/", "/0", "8", "年 ")
Put = Callable[..., str]
__all__ = [
    "DOTS",
    "FANG",
    "HEI",
    "KAI",
    "LATIN",
    "MICRO",
    "SONG",
    "STYLES",
    "WEN",
    "Put",
    "bars",
    "code",
    "day",
    "digits",
    "dotted",
    "gap",
    "hours",
    "line",
    "logo",
    "printed",
    "spread",
    "when",
]  # fmt: skip


def printed(d: dt.date, style: str) -> str:
    """A date in one of ``STYLES``."""
    return {
        "年": f"{d.year}年{d.month}月{d.day}日", "年0": f"{d:%Y}年{d:%m}月{d:%d}日", "年 ": f"{d.year} 年 {d.month} 月 {d.day} 日", "8": f"{d:%Y%m%d}",
        "/": f"{d.year}/{d.month}/{d.day}", "/0": f"{d:%Y/%m/%d}", ".": f"{d:%Y.%m.%d}", "-": f"{d:%Y-%m-%d}",
    }[style]  # fmt: skip


def hours(dice: random.Random, style: str) -> str:
    """A time of day as it follows a date in that style."""
    h, m = dice.randint(9, 20), dice.randint(0, 59)
    return (
        f"{h}时{m}分"
        if style[0] == "年" and dice.random() < 0.5
        else dice.choice((f" {h:02d}:{m:02d}", f" {h:02d}:{m:02d}:{dice.randint(0, 59):02d}"))
    )


def when(
    field: str, d: dt.date, style: str, dice: random.Random | None = None, shown: str | None = None
) -> str:
    """A date with its truth, with an hour where ``dice`` are given."""
    return f(field, d.isoformat(), shown or printed(d, style) + (hours(dice, style) if dice else ""))


def day(dice: random.Random, first: str = "2024-02-01", last: str = "2025-10-20") -> dt.date:
    """A day."""
    a, b = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return a + dt.timedelta(days=dice.randint(0, (b - a).days))


def digits(dice: random.Random, n: int) -> str:
    """A number of ``n`` digits that does not begin with nought."""
    return str(dice.randint(10 ** (n - 1), 10**n - 1))


def spread(name: str) -> str:
    """A name of two characters as clerks set it: with a blank between."""
    return f"{name[0]}　{name[1]}" if len(name) == 2 else name


def line(inner: str, width: int | str = "", style: str = "") -> str:
    """A value on a printed rule."""
    w = f"min-width:{width}px;" if width else ""
    return f'<span style="display:inline-block;{w}border-bottom:1px solid #222;padding:0 5px;line-height:1.35;text-indent:0;{style}">{inner or "&nbsp;"}</span>'


def gap(n: int) -> str:
    """Blanks."""
    return "&emsp;" * n


def bars(dice: random.Random, width: int = 150, height: int = 34) -> str:
    """Something like a bar code."""
    x, out = 0, ""
    while x < width:
        w = dice.choice((1, 1, 2, 3))
        out += f'<rect x="{x}" width="{w}" height="{height}" fill="#111"/>'
        x += w + dice.choice((1, 2, 2, 3))
    return f'<svg width="{width}" height="{height}">{out}</svg>'


def code(dice: random.Random, size: int = 84) -> str:
    """Something like a two-dimensional code."""
    n = 25
    u = size / n
    cells = "".join(
        f'<rect x="{x * u:.1f}" y="{y * u:.1f}" width="{u + 0.2:.1f}" height="{u + 0.2:.1f}"/>'
        for x in range(n) for y in range(n)
        if dice.random() < 0.48 and not ((x < 8 or x > 16) and y < 8) and not (x < 8 and y > 16)
    )  # fmt: skip
    for x, y in ((0, 0), (18, 0), (0, 18)):
        cells += f'<rect x="{(x + 0.5) * u}" y="{(y + 0.5) * u}" width="{6 * u}" height="{6 * u}" fill="none" stroke="#000" stroke-width="{u}"/><rect x="{(x + 2) * u}" y="{(y + 2) * u}" width="{3 * u}" height="{3 * u}"/>'
    return f'<svg width="{size}" height="{size}">{cells}</svg>'


def logo(dice: random.Random, size: int = 50) -> str:
    """An emblem as hospitals have: a cross, a heart line, leaves or linked rings, with letters or without."""
    c, r = dice.choice(("#0a6e5c", "#1a4f9c", "#b3202a", "#2f8f3a", "#444")), size / 2
    ring = f'<circle cx="{r}" cy="{r}" r="{r - 2}" fill="none" stroke="{c}" stroke-width="2.4"/>'
    cross = f'<path d="M{r - 5} {r - 15}h10v10h10v10h-10v10h-10v-10h-10v-10h10z" fill="{c}"/>'
    beat = f'<path d="M5 {r}h{r - 14}l5 -12 7 24 5 -16 3 4h{r - 12}" fill="none" stroke="{c}" stroke-width="2.6"/>'
    leaf = f'<path d="M{r} 6 Q{size - 4} {r} {r} {size - 6} Q4 {r} {r} 6z" fill="{c}" opacity=".85"/><path d="M{r} 8V{size - 8}" stroke="#fff" stroke-width="2"/>'
    links = "".join(
        f'<circle cx="{r + x}" cy="{r + y}" r="{r * 0.42}" fill="none" stroke="{c}" stroke-width="3"/>'
        for x, y in ((-8, -5), (8, -5), (0, 8))
    )
    body = dice.choice((ring + cross, ring + beat, leaf, ring + links, cross))
    return f'<svg width="{size}" height="{size}" style="vertical-align:middle">{body}</svg>'


def dotted(
    body: str,
    css: str = "",
    size: int = 16,
    pad: str = "40px 70px",
    holes: bool = True,
    font: str = DOTS,
    ink: str = "#33364a",
) -> str:
    """A sheet of a dot-matrix printer: fine white stripes over faint letters, holes at both edges."""
    stripes = '<div style="position:absolute;inset:0;background:repeating-linear-gradient(0deg,rgba(255,255,255,.5) 0 .8px,transparent .8px 2.4px);pointer-events:none"></div>'
    edge = ""
    if holes:
        for side in ("left:10px", "right:10px"):
            edge += f'<div style="position:absolute;{side};top:0;bottom:0;width:16px;background:radial-gradient(circle at 8px 19px,#d9d9d4 0 6px,transparent 6.6px) 0 0/16px 38px"></div>'
        edge += '<div style="position:absolute;left:36px;top:0;bottom:0;border-left:1px dashed #ccc"></div><div style="position:absolute;right:36px;top:0;bottom:0;border-right:1px dashed #ccc"></div>'
    return (
        "<!DOCTYPE html><html lang='zh-CN'><head><meta charset='utf-8'><style>*{box-sizing:border-box}html,body{margin:0;height:100%}"
        f"body{{font-family:{font};font-size:{size}px;line-height:1.5;color:{ink};background:#fdfdfb;padding:{pad};position:relative;overflow:hidden}}"
        "table{border-collapse:collapse;width:100%}td,th{padding:2px 5px;font-weight:400;text-align:left;vertical-align:middle}.g td,.g th{border:1px solid #444}"
        f".c{{text-align:center}}.r{{text-align:right}}{css}</style></head><body>{body}{stripes}{edge}</body></html>"
    )
