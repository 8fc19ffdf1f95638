"""What the lake layouts share: people of other provinces, money in words, pictures of machines."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people
from benchmarks.reading.templates.develop.html import f

TEMPLATES: dict[str, Template] = {}
Show = Callable[..., str]
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("分", "角", "元", "拾", "佰", "仟", "万", "拾", "佰", "仟")


def who(dice: random.Random, code: str, province: str, city: str, county: str, road: str) -> people.Person:
    """A person of a place outside the shared list."""
    place = people.Place(code, province, city, county, road)
    return dataclasses.replace(people.person(dice), place=place)


def words(amount: float) -> str:
    """Money as invoices write it in full."""
    cents, out = f"{round(amount * 100)}", ""
    for n, c in enumerate(cents):
        out += _DIGITS[int(c)] + _UNITS[len(cents) - 1 - n]
    for a in ("拾", "佰", "仟", "角"):
        out = out.replace(f"零{a}", "零")
    while "零零" in out:
        out = out.replace("零零", "零")
    out = out.replace("零万", "万").replace("零元", "元")
    if out.endswith("零零分") or out.endswith("零分"):
        out = out.removesuffix("零零分").removesuffix("零分") + "整"
    return out if "元" in out else out.replace("整", "元整")


def cut(dice: random.Random, total: float, parts: int) -> list[float]:
    """A sum in random parts."""
    marks = sorted(dice.uniform(0.02, 0.98) for _ in range(parts - 1))
    shares = [b - a for a, b in zip((0.0, *marks), (*marks, 1.0), strict=True)]
    out = [round(total * s, 2) for s in shares]
    out[-1] = round(total - sum(out[:-1]), 2)
    return out


def digits(dice: random.Random, n: int) -> str:
    """A number of so many digits, not led by zero."""
    return str(dice.randint(10 ** (n - 1), 10**n - 1))


def clock(dice: random.Random, seconds: bool = True, hours: tuple[int, int] = (7, 17)) -> str:
    """A time of a working day."""
    text = f"{dice.randint(*hours):02d}:{dice.randint(0, 59):02d}"
    return text + f":{dice.randint(0, 59):02d}" if seconds else text


def day(name: str, when: dt.date, shown: str, after: str = "") -> str:
    """A dated field."""
    return f(name, when.isoformat(), shown + after)


def qr(dice: random.Random, size: int = 80) -> str:
    """A square of black cells that looks like a code and holds nothing."""
    n, cells = 25, ""
    for y in range(n):
        for x in range(n):
            corner = ((x < 8 or x > 16) and y < 8) or (x < 8 and y > 16)
            if not corner and dice.random() < 0.48:
                cells += f'<rect x="{x}" y="{y}" width="1.02" height="1.02"/>'
    for x, y in ((0, 0), (18, 0), (0, 18)):
        cells += (
            f'<path d="M{x} {y}h7v7h-7z M{x + 1} {y + 1}v5h5v-5z" fill-rule="evenodd"/>'
            f'<rect x="{x + 2}" y="{y + 2}" width="3" height="3"/>'
        )
    return f'<svg width="{size}" height="{size}" viewBox="0 0 {n} {n}">{cells}</svg>'


def bars(dice: random.Random, width: int = 160, height: int = 32) -> str:
    """Black bars."""
    x, out = 0.0, ""
    while x < width:
        w = dice.choice((1.2, 1.2, 2.4, 3.6))
        out += f'<rect x="{x:.1f}" y="0" width="{w}" height="{height}"/>'
        x += w + dice.choice((1.2, 2.4, 3.6))
    return f'<svg width="{width}" height="{height}">{out}</svg>'


def fan(dice: random.Random, width: int, height: int) -> str:
    """A picture of an ultrasound machine."""
    spots = ""
    for _ in range(70):
        x, y = dice.gauss(width / 2, width / 6), dice.uniform(height * 0.15, height * 0.92)
        g = dice.randint(40, 190)
        spots += (
            f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{dice.uniform(3, 26):.0f}" ry="{dice.uniform(2, 8):.0f}" '
            f'fill="rgb({g},{g},{g})" opacity=".45"/>'
        )
    return (
        f'<svg width="{width}" height="{height}" style="background:#050505"><defs><clipPath id="k">'
        f'<path d="M{width * 0.4:.0f} {height * 0.06:.0f} L{width * 0.6:.0f} {height * 0.06:.0f} L{width * 0.93:.0f} '
        f'{height * 0.8:.0f} Q{width / 2:.0f} {height * 1.1:.0f} {width * 0.07:.0f} {height * 0.8:.0f}Z"/></clipPath></defs>'
        f'<g clip-path="url(#k)"><rect width="{width}" height="{height}" fill="#1d1d1d"/>{spots}</g></svg>'
    )


def gut(dice: random.Random, width: int, height: int) -> str:
    """A picture of an endoscope: an octagon of wet pink."""
    w, h, c = width, height, 18
    folds = ""
    for _ in range(9):
        x, y, r = dice.uniform(0, w), dice.uniform(0, h), dice.uniform(12, 60)
        folds += (
            f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{r:.0f}" fill="rgb({dice.randint(150, 225)},{dice.randint(60, 120)},'
            f'{dice.randint(50, 90)})" opacity=".55"/>'
        )
    points = f"{c},0 {w - c},0 {w},{c} {w},{h - c} {w - c},{h} {c},{h} 0,{h - c} 0,{c}"
    return (
        f'<svg width="{w}" height="{h}" style="background:#000"><clipPath id="o{w}"><polygon points="{points}"/></clipPath>'
        f'<g clip-path="url(#o{w})"><rect width="{w}" height="{h}" fill="#b5604c"/>{folds}<circle '
        f'cx="{w * dice.uniform(0.35, 0.65):.0f}" cy="{h * 0.5:.0f}" r="{h * 0.13:.0f}" fill="#2a0b08"/></g></svg>'
    )


def stain(dice: random.Random, width: int, height: int) -> str:
    """A picture of a microscope: violet cells in pink."""
    cells = ""
    for _ in range(150):
        x, y = dice.uniform(0, width), dice.uniform(0, height)
        cells += (
            f'<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{dice.uniform(2, 6):.1f}" ry="{dice.uniform(2, 5):.1f}" '
            f'fill="rgb({dice.randint(80, 130)},{dice.randint(40, 80)},{dice.randint(130, 170)})" opacity=".8"/>'
        )
    return f'<svg width="{width}" height="{height}" style="background:#ecc4d8">{cells}</svg>'


def trace(dice: random.Random, width: int, height: int, leads: tuple[str, ...]) -> str:
    """An electrocardiogram on its pink grid."""
    grid = "".join(
        f'<path d="M{x} 0V{height}" stroke="#f2a6a6" stroke-width="{0.9 if x % 25 == 0 else 0.3}"/>'
        for x in range(0, width, 5)
    ) + "".join(
        f'<path d="M0 {y}H{width}" stroke="#f2a6a6" stroke-width="{0.9 if y % 25 == 0 else 0.3}"/>'
        for y in range(0, height, 5)
    )
    lines, rows = "", (len(leads) + 1) // 2
    beat = dice.uniform(48, 74)
    for n, lead in enumerate(leads):
        left, base = (n // rows) * width / 2 + 6, height / rows * (n % rows + 0.55)
        tall, path, x = dice.uniform(-14, 26), f"M{left:.0f} {base:.0f}", left
        while x + beat < left + width / 2 - 8:
            path += (
                f" l{beat * 0.2:.1f} 0 q4 -5 8 0 l4 0 l2 3 l3 {-tall - 4:.1f} l3 {tall + 7:.1f} l2 -6 "
                f"l8 0 q7 {-tall / 3:.1f} 14 0 L{x + beat:.1f} {base:.1f}"
            )
            x += beat * dice.uniform(0.97, 1.03)
        lines += (
            f'<path d="{path}" fill="none" stroke="#111" stroke-width="1"/><text x="{left}" y="{base - 26:.0f}" '
            f'font-size="11" font-family="Liberation Sans">{lead}</text>'
        )
    return f'<svg width="{width}" height="{height}">{grid}{lines}</svg>'
