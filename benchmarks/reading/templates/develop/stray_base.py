"""The markup in which papers that are none of the contract's kinds are written.

A sheet is written in a small markup: ``«a;b;c»`` is one of these, ``«3~9»`` a number between, ``{name}`` a
value (see ``_values``); ``^`` and ``#`` head lines, ``:`` cells of an open row, ``|`` cells of a ruled one,
``>`` right, ``*`` bold, ``-`` without indent, ``?`` in front of any: there in two draws of three, ``~``: lines
shuffled with their neighbours, ``@ring|middle|shape|left``: a seal over the lines before.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
import random
import re
from collections.abc import Callable

from benchmarks.reading.template import Template
from benchmarks.reading.templates.develop import people, vocabulary
from benchmarks.reading.templates.develop.html import FONTS, HANDS, f, hand, page, seal, sign

COMPANIES = "宏远建材;鑫盛机械;安泰物业;恒达商贸;华锦纺织;德润食品;中恒电子;瑞丰农业;天成建筑;明珠家具"
ROOT = re.compile(r"«([^«»]*)»")
COUNT = re.compile(r"[-★ ]*[（(]?\d+[）)]?[.、．]?")
NUMBER = re.compile(r"(-?\d+(?:\.(\d+))?)~(-?\d+(?:\.\d+)?)")
PHOTO = '<svg width="96" height="124" style="background:«#c8d8ea;#b03030;#e8e8e8»;border:1px solid #999;float:right;margin:4px"><circle cx="48" cy="46" r="22" fill="#8a7a70"/><path d="M10 124q4-48 38-48t38 48z" fill="#5a6472"/></svg>'
CODE = (
    '<svg width="220" height="46">'
    + "".join(f'<path d="M{4 + n * 5}.5 2v42" stroke="#111" stroke-width="«1~3»"/>' for n in range(42))
    + "</svg>"
)
CARD = '<div style="border:1px solid #888;border-radius:14px;background:«#eef3f8;#f6f0e4;#eaf4ea;#f8eef0»;padding:18px 22px;margin:14px 0;min-height:250px;position:relative">'


def say(dice: random.Random, text: str) -> str:
    """The text with every choice made, the innermost first."""
    while ROOT.search(text):
        text = ROOT.sub(lambda m: _pick(dice, m[1]), text)
    return text


def _pick(dice: random.Random, told: str) -> str:
    if span := NUMBER.fullmatch(told):
        if span[2] is None:
            return str(dice.randint(int(span[1]), int(span[3])))
        return f"{dice.uniform(float(span[1]), float(span[3])):.{len(span[2])}f}"
    one = dice.choice(told.split(";"))
    return _pick(dice, one) if NUMBER.fullmatch(one) else one


def _values(dice: random.Random) -> dict[str, Callable[[], str]]:
    who = people.person(dice, youngest=24)
    place = who.place
    house = vocabulary.hospital(dice, place)[0]
    ward = dice.choice(vocabulary.DEPARTMENTS)
    record = dice.choice(
        (
            f"{dice.randint(10**5, 10**6)}",
            f"ZY{dice.randint(10**9, 10**10)}",
            f"2025{dice.randint(10**5, 10**6)}",
            f"00{dice.randint(10**7, 10**8)}",
        )
    )
    unit = f"{place.county[:-1]}{dice.choice(COMPANIES.split(';'))}有限公司"
    age = who.age_on(dt.date(2025, 6, 1))
    ills = vocabulary.illness(dice)[0]
    other = people.person(dice)
    doctor = people.name(dice, dice.choice("男女"))
    bed = f"{dice.randint(1, 62)}"

    def medicine() -> str:
        name, size, use = dice.choice(vocabulary.MEDICINES)
        return f"{name} {size} {use}"

    return {
        "name": lambda: f("patient_name", who.name), "sex": lambda: f("sex", who.sex), "age": lambda: f("age", age, f"{age}岁"),
        "id": lambda: f("id_number", who.id_number), "hospital": lambda: f("hospital_name", house),
        "department": lambda: f("department", ward), "record": lambda: f("record_number", record),
        "n": lambda: who.name, "s": lambda: who.sex, "a": lambda: str(age), "i": lambda: who.id_number, "h": lambda: house, "k": lambda: ward,
        "phone": lambda: who.phone, "addr": lambda: who.address, "unit": lambda: unit, "city": lambda: place.city, "county": lambda: place.county,
        "province": lambda: place.province, "born": lambda: people.shown(dice, who.born), "folk": lambda: who.ethnicity, "bed": lambda: bed,
        "other": lambda: other.name, "otherid": lambda: other.id_number, "otherphone": lambda: other.phone,
        "who": lambda: people.name(dice, dice.choice("男女")), "doc": lambda: doctor, "dx": lambda: "；".join(f"{n}.{ill}" for n, ill in enumerate(ills, 1)),
        "dx1": lambda: ills[0], "sick": lambda: dice.choice(vocabulary.COMPLAINTS), "course": lambda: dice.choice(vocabulary.COURSE),
        "advice": lambda: dice.choice(vocabulary.ADVICE), "drug": medicine, "t": lambda: f"{dice.randint(7, 20):02d}:{dice.randint(0, 59):02d}",
        "sig": lambda: sign("physician", doctor, dice), "pen": lambda: hand(who.name), "relpen": lambda: hand(other.name, 20, HANDS[1]), "road": lambda: f"{place.road}{dice.randint(2, 300)}号",
    }  # fmt: skip


def sheet(text: str, kind: str = "A4") -> Template:
    """A layout from its markup; ``kind`` is the paper: A4, wide, slip or phone."""
    width, height = {"A4": (794, 1123), "wide": (1123, 794), "slip": (420, 1123), "phone": (450, 974)}[kind]
    return Template("unknown", width, height, lambda dice: build(dice, text, width, height))


def build(dice: random.Random, text: str, width: int, height: int) -> str:
    told = _values(dice)
    start = people.day(dice)
    style = dice.choice(("-", "-", "年", ".", "/", "年0"))

    def fill(m: re.Match[str]) -> str:
        if m[1] == "d":
            return people.shown(dice, start + dt.timedelta(days=int(m[2] or 0)), style)
        return told[m[1]]()

    lines = [
        line
        for line in say(dice, text.strip()).split("\n")
        if line.strip() and (line[0] != "?" or dice.random() < 0.67)
    ]
    lines = _shuffled(dice, [line.removeprefix("?") for line in lines])
    lines = [re.sub(r"\{(\w+?)([+-]\d+)?\}", fill, line) for line in lines]
    pad = dice.randint(30, 62) if width > 500 else 20
    size = _size(lines, width - 2 * pad, height - 96, dice.choice((14, 15, 16, 17, 18)))
    font = dice.choice(FONTS)
    css = (
        f"body{{line-height:{dice.uniform(1.45, 1.75):.2f}}}p{{margin:0;text-indent:{dice.choice(('2em', '2em', '0'))}}}h1{{font-size:{size + dice.randint(6, 10)}px}}h2{{font-size:{size + dice.randint(2, 6)}px;letter-spacing:{dice.choice((0, 0, 4, 8))}px}}"
        f".o{{display:flex;justify-content:space-between;gap:2px 12px;flex-wrap:wrap;white-space:nowrap}}p.b,p.n{{text-indent:0}}hr{{border:0;border-top:{dice.choice((1, 1, 2))}px solid #333;margin:4px 0}}"
    )
    return page(_body(dice, lines), css, font, size, f"{dice.randint(28, 44)}px {pad}px")


def _shuffled(dice: random.Random, lines: list[str]) -> list[str]:
    done: list[str] = []
    loose: list[str] = []
    for line in [*lines, ""]:
        if line.startswith("~"):
            loose.append(line[1:])
            continue
        counts = [m[0] if (m := COUNT.match(each)) else "" for each in loose]
        bare = [each[len(count) :] for each, count in zip(loose, counts, strict=True)]
        dice.shuffle(bare)
        loose = [count + each for count, each in zip(counts, bare, strict=True)]
        done, loose = [*done, *loose, line], []
    return done[:-1]


def _size(lines: list[str], width: int, height: int, size: int) -> int:
    """The type size at which the lines fit the sheet."""
    bare = [re.sub(r"<[^>]*>", "", line) for line in lines if line[0] not in "@<"]
    while size > 10:
        rows = 0.0
        for line in bare:
            long = (len(line.encode()) / 3 + len(line)) / 2 * size * (1.2 if line[0] == "|" else 1.04)
            rows += math.ceil(long / width) + (0.45 if line[0] in "|^" else 0)
        if rows * size * 1.66 < height * 0.99:
            break
        size -= 1
    return size


def _body(dice: random.Random, lines: list[str]) -> str:
    html = ""
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        mark, rest = line[:1], line[1:].strip().replace("　*", "　")
        if mark == "|":
            rows.append(rest.split("|"))
            continue
        if rows:
            html, rows = html + _table(rows), []
        if mark == "@":
            html += _sealed(dice, *rest.split("|"))
        elif mark == ":":
            html += "<div class='o'>" + "".join(f"<span>{cell}</span>" for cell in rest.split("|")) + "</div>"
        elif line == "---":
            html += "<hr>"
        elif mark in ("^", "#"):
            html += f"<h{1 + (mark == '#')}>{rest}</h{1 + (mark == '#')}>"
        elif mark in (">", "*", "-"):
            html += f"<p class='{ {'>': 'r', '*': 'b', '-': 'n'}[mark] }'>{rest}</p>"
        elif line:
            html += line if mark == "<" else f"<p>{line}</p>"
    return html


def _sealed(dice: random.Random, ring: str, middle: str, shape: str, left: str) -> str:
    """A seal over the lines just printed."""
    at = (int(left) + dice.randint(-40, 10), dice.randint(-125, -70))
    drawn = seal(ring, middle, shape=shape, size=dice.randint(112, 150), at=at, turn=dice.uniform(-20, 20))
    return f"<div style='position:relative;height:0'>{drawn}</div>"


def _table(rows: list[list[str]]) -> str:
    """Ruled rows; those of another number of cells have other columns."""
    html = ""
    for wide, group in itertools.groupby(rows, len):
        lines = "".join("<tr>" + "".join(_cell(cell, wide) for cell in cells) + "</tr>" for cells in group)
        html += f"<table class='g' style='margin-top:-1px'>{lines}</table>"
    return f"<div style='margin:4px 0'>{html}</div>"


def _cell(cell: str, wide: int) -> str:
    """A cell; short words are not broken where there is room."""
    short = wide <= 5 and len(re.sub(r"<[^>]*>", "", cell)) <= 6
    return f"<td{' style=white-space:nowrap' * short}>{cell}</td>"
