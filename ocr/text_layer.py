"""Glyphs with their places → lines of text, for pages whose text need not be recognised.

A PDF or OFD has no lines, only glyphs in the order a program drew them. A line here is what a
reader would take in at once: one row, without a gap wider than ``_CUT`` em, so that the cells of a
table and the columns of a page are lines of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ocr.glyph_forms import is_ideograph, normalise_glyph
from ocr.glyphs import ASCENT, DESCENT, Glyph, Placed, back, box_around, place
from ocr.text_cells import RuleFinder, rule_finder
from ocr.types import Char, Pixels, Polygon, TextLine

_CUT = 1.2
_SAME_ROW = 0.25
_SPACE_BETWEEN_LETTERS = 0.18
_SPACE_BETWEEN_IDEOGRAPHS = 0.45
_SPREAD_LABEL = 4.3
"""A two-character label set as wide as a six-character one (名　　　　称) has a gap of four em, and a bit."""
_SECOND_OF_LABEL = re.compile("[一-鿿][:：]?")
_DIGIT_BOXES = 8
"""An ID number with a box for each digit; fewer boxes may be the columns of a table."""
_TWICE = 0.22
"""Fake bold draws a glyph again less than this many em away; ``一一`` or ``11`` stand further apart."""


def build_lines(glyphs: Iterable[Glyph], pixels: Pixels | None = None) -> tuple[TextLine, ...]:
    """Return the lines that ``glyphs`` (in drawing order) form, top to bottom, left to right.

    Coordinates stay those of the glyphs. With the page's ``pixels``, upright rows are cut at ruling lines
    too: the cells of a narrow table stand closer than words do. Spaces are told by the gaps, not by space
    characters; glyphs drawn twice count once; radicals and compatibility ideographs become the common ones.
    A column of ideographs drawn downwards is one line.
    Confidence is ``None``: nothing measured it.
    """
    by_angle: dict[float, list[Placed]] = defaultdict(list)
    for glyph in glyphs:
        text = normalise_glyph(glyph.text)
        if text.strip() and glyph.em > 0:
            angle = _snapped(glyph.angle)
            by_angle[angle].append(place(glyph if text == glyph.text else replace(glyph, text=text), angle))
    lines: list[TextLine] = []
    for angle, placed in by_angle.items():
        columns, rest = _columns(_once(placed))
        lines.extend(_column_line(column, angle) for column in columns)
        ruled = rule_finder(pixels) if pixels is not None and angle == 0 else None
        rows = _with_raised([part for row in _rows(rest) for part in _parts(row, ruled)])
        lines.extend(_row_line(row, angle) for row in rows)
    return tuple(sorted(lines, key=lambda line: (round(line.box[1]), line.box[0])))


def _snapped(angle: float) -> float:
    quarter = round(angle / 90) * 90
    return float((quarter if abs(angle - quarter) < 4 else round(angle)) % 360)


def _once(placed: Sequence[Placed]) -> list[Placed]:
    """Drop glyphs drawn again in (nearly) the same place."""
    kept: list[Placed] = []
    near: dict[tuple[str, int, int], list[Placed]] = defaultdict(list)
    for index, glyph in enumerate(placed):
        em, u, v = glyph.em, glyph.u0, glyph.v
        reach = _TWICE * em
        left, right = int((u - reach) // em), int((u + reach) // em)
        top, bottom = int((v - reach) // em), int((v + reach) // em)
        again = any(
            abs(other.u0 - u) < reach and abs(other.v - v) < reach
            for column in range(left, right + 1)
            for row in range(top, bottom + 1)
            for other in near.get((glyph.text, column, row), ())
        )
        # The ligature ff is two characters in one place.
        ligature = glyph.text == "f" and index > 0 and placed[index - 1] == glyph
        if not again or ligature:
            kept.append(glyph)
            near[glyph.text, int(u // em), int(v // em)].append(glyph)
    return kept


def _columns(placed: Sequence[Placed]) -> tuple[list[list[Placed]], list[Placed]]:
    """Take out ideographs drawn one below the other: vertical writing and vertical cell labels."""
    columns: list[list[Placed]] = []
    rest: list[Placed] = []
    run: list[Placed] = []

    def close() -> None:
        (columns.append(run.copy()) if len(run) >= 2 else rest.extend(run))
        run.clear()

    for glyph in placed:
        if run and not _continues_down(run[-1], glyph):
            close()
        run.append(glyph)
    close()
    # A row that happens to start below a lone glyph is no column: its neighbours stand beside it.
    sound, undone = [], []
    by_height = sorted(rest, key=_baseline)
    for column in columns:
        beside = sum(_stands_beside(glyph, by_height) for glyph in column)
        (undone.extend(column) if beside * 2 > len(column) else sound.append(column))
    return sound, rest + undone


def _continues_down(above: Placed, below: Placed) -> bool:
    em = max(above.em, below.em)
    return (
        0.7 * em < below.v - above.v < 2.2 * em
        and abs(above.middle - below.middle) < 0.2 * em
        and abs(above.em - below.em) < 0.1 * em
        and is_ideograph(above.text)
        and is_ideograph(below.text)
    )


def _baseline(glyph: Placed) -> float:
    return glyph.v


def _stands_beside(glyph: Placed, others: Sequence[Placed]) -> bool:
    """Whether one of ``others``, sorted by their baselines, stands on the glyph's row and next to it."""
    reach = _SAME_ROW * glyph.em
    first = bisect_left(others, glyph.v - reach, key=_baseline)
    last = bisect_right(others, glyph.v + reach, lo=first, key=_baseline)
    return any(
        abs(other.v - glyph.v) < reach and max(other.u0 - glyph.u1, glyph.u0 - other.u1) < 0.4 * glyph.em
        for other in others[first:last]
    )


def _rows(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Glyphs on one baseline, within a quarter of the smaller em."""
    rows: list[list[Placed]] = []
    for glyph in sorted(placed, key=lambda g: g.v):
        for row in reversed(rows[-8:]):
            base = row[-1]
            if abs(glyph.v - base.v) <= _SAME_ROW * min(glyph.em, base.em):
                row.append(glyph)
                break
        else:
            rows.append([glyph])
    return rows


def _parts(row: list[Placed], ruled: RuleFinder | None) -> list[list[Placed]]:
    """Cut a row where the gap is too wide to read across, but keep a spread label together."""
    row = sorted(row, key=lambda g: (g.u0, g.u1))
    parts = [[row[0]]]
    for before, after in pairwise(row):
        if after.u0 - before.u1 > _CUT * min(before.em, after.em) or _ruled_off(before, after, ruled):
            parts.append([])
        parts[-1].append(after)
    joined: list[list[Placed]] = []
    for part in _digits_together(parts):
        if joined and _spread_label(joined[-1], part, ruled):
            joined[-1].extend(part)
        else:
            joined.append(part)
    return joined


def _ruled_off(before: Placed, after: Placed, ruled: RuleFinder | None) -> bool:
    em = max(before.em, after.em)
    if ruled is None or after.u0 - before.u1 < 0.05 * em:
        return False
    return ruled(before.u1 - 0.1 * em, after.u0 + 0.1 * em, after.v - ASCENT * em, after.v + DESCENT * em)


def _digits_together(parts: list[list[Placed]]) -> list[list[Placed]]:
    """Join a number written with a box for every digit."""
    joined: list[list[Placed]] = []
    for digits, group in groupby(parts, key=lambda part: len(part) == 1 and _is_digit(part[0].text)):
        run = list(group)
        pitches = [b[0].middle - a[0].middle for a, b in pairwise(run)]
        regular = digits and len(run) >= _DIGIT_BOXES and max(pitches) < 1.5 * min(pitches)
        joined.extend([[part[0] for part in run]] if regular else run)
    return joined


def _is_digit(text: str) -> bool:
    return text.isdigit() or text in "xX"


def _spread_label(left: list[Placed], right: list[Placed], ruled: RuleFinder | None) -> bool:
    """``姓`` and ``名：…`` far apart: one ideograph, then one that a colon or nothing follows."""
    alone = len(left) == 1 and is_ideograph(left[0].text)
    text = "".join(g.text for g in right[:2])
    gap = right[0].u0 - left[-1].u1
    spread = alone and bool(_SECOND_OF_LABEL.fullmatch(text)) and gap < _SPREAD_LABEL * right[0].em
    return spread and not _ruled_off(left[-1], right[0], ruled)


def _with_raised(rows: list[list[Placed]]) -> list[list[Placed]]:
    """Put raised and lowered small glyphs (10⁹/L, m²) into the row they belong to."""
    hosts = list(rows)
    ems = {id(row): max(g.em for g in row) for row in rows}
    for small in sorted(rows, key=len):
        if len(small) > 4:
            break
        em = ems[id(small)]
        larger = (row for row in hosts if em <= 0.8 * ems[id(row)] and row is not small)
        host = next((row for row in larger if _is_raised(small, row, ems[id(row)])), None)
        if host is not None:
            host.extend(small)
            host.sort(key=lambda g: (g.u0, g.u1))
            hosts = [row for row in hosts if row is not small]
    return hosts


def _is_raised(small: list[Placed], row: list[Placed], em: float) -> bool:
    """Whether glyphs stand a little above or below those of a row of larger type, of size ``em``."""
    u0, u1, v = small[0].u0, small[-1].u1, small[0].v
    near = [g for g in row if g.u1 > u0 - 0.35 * em and g.u0 < u1 + 0.35 * em]
    clash = any(g.u0 + 0.3 * (g.u1 - g.u0) < u1 and g.u1 - 0.3 * (g.u1 - g.u0) > u0 for g in near)
    return bool(near) and not clash and -0.65 * em < v - near[0].v < 0.3 * em


def _row_line(row: list[Placed], angle: float) -> TextLine:
    chars: list[Char] = []
    boxed = len(row) >= _DIGIT_BOXES and all(_is_digit(g.text) for g in row)
    before: Placed | None = None
    for glyph in row:
        if before is not None and not boxed and _spaced(before, glyph):
            chars.append(Char(" ", box_around(before.u1, glyph.u0, glyph.v, glyph.em, angle)))
        before = glyph
        # One glyph may stand for several characters (㎏ drawn as kg): share its width out.
        width = (glyph.u1 - glyph.u0) / len(glyph.text)
        for index, text in enumerate(glyph.text):
            start = glyph.u0 + index * width
            chars.append(Char(text, box_around(start, start + width, glyph.v, glyph.em, angle)))
    top = min(g.v - ASCENT * g.em for g in row)
    bottom = max(g.v + DESCENT * g.em for g in row)
    return _line(chars, (row[0].u0, max(g.u1 for g in row)), (top, bottom), angle)


def _column_line(column: list[Placed], angle: float) -> TextLine:
    chars = [Char(g.text, g.box(angle)) for g in column]
    top, bottom = column[0].v - ASCENT * column[0].em, column[-1].v + DESCENT * column[-1].em
    across = (min(g.u0 for g in column), max(g.u1 for g in column))
    return _line(chars, across, (top, bottom), angle)


def _line(
    chars: list[Char], across: tuple[float, float], down: tuple[float, float], angle: float
) -> TextLine:
    (u0, u1), (v0, v1) = across, down
    corners: Polygon = (
        back(u0, v0, angle),
        back(u1, v0, angle),
        back(u1, v1, angle),
        back(u0, v1, angle),
    )
    return TextLine("".join(c.text for c in chars), corners, None, tuple(chars))


def _spaced(before: Placed, after: Placed) -> bool:
    room, em = after.u0 - before.u1, max(before.em, after.em)
    if room <= _SPACE_BETWEEN_LETTERS * em:
        return False  # as nearly everywhere
    between_ideographs = is_ideograph(before.text[-1]) or is_ideograph(after.text[0])
    return not between_ideographs or room > _SPACE_BETWEEN_IDEOGRAPHS * em
