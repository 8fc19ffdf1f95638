"""Tables without heads whose rows are told by the abbreviations that laboratories print beside the names.

Strips of urine analysers (* 蛋白质 PRO +1 阴性, below them the sediment 红细胞 (镜检) 3-5 /HP 0-3) and the
immunofluorescence of a kidney's tissue (IgG ++). A result may be lost, most often a lone -: what stands in
the column of ranges is never taken for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from ocr.reliance import LOOSELY, bounded
from ocr.table_cells import STAR
from ocr.table_heads import Token
from ocr.table_rows import Draft, TestRow, read_rows
from ocr.values.quantities import is_unit

LEAST_ROWS = 4
"""So many different abbreviations in line below each other make a table."""
LEAST_WHOLE = 2
"""So many rows with result and range tell the columns of both."""
IN_LINE = 2.0
"""Text heights that an abbreviation may begin out of line with the one above it."""
NEAR = 4.5
"""Text heights between the middles of two rows, at most."""
APART = 8.0
"""Text heights between a name and its abbreviation, at most."""
LONGEST_NAME = 10
LEAST_STARS = 2
_OF_STRIPS = """
GLU PRO BIL URO UBG PH SG S.G BLD ERY OB KET NIT LEU WBC RBC VC VITC ASC ALB MALB MA CRE CR CA TUR CLA COL
COLOR UGLU UPRO UBIL UURO UPH USG UBLD UKET UNIT ULEU UWBC URBC UVC
"""
_OF_TISSUE = "IGG IGA IGM IGE C3 C4 C1Q FIBRINOGEN FIBRIN FIB FG FB FRA F ALBUMIN Κ Λ KAPPA LAMBDA"
_STRIP, _TISSUE = frozenset(_OF_STRIPS.split()), frozenset(_OF_TISSUE.split())
_SAME = {"κ": "Κ", "λ": "Λ", "K": "Κ", "CLQ": "C1Q", "CIQ": "C1Q", "LGG": "IGG", "LGA": "IGA", "LGM": "IGM"}
_SHOWN = {"Κ": "κ", "Λ": "λ", "C1Q": "C1q", "IGG": "IgG", "IGA": "IgA", "IGM": "IgM", "IGE": "IgE"}
_CHINESE = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9-]*")
_BESIDE_NAME = re.compile(r"[(（][^()（）]{1,6}[)）]?")
_NUMBER = re.compile(r"[<>≤≥]?\d{1,5}(?:\.\d{1,3})?(?:[-~～]\d{1,5}(?:\.\d{1,3})?)?")
_SIGN = re.compile(r"[-－—+＋±土士十一]{1,4}|[+＋]{0,2}[1-4][+＋]{0,2}|[(（][-+±]{1,4}\d?[)）]")
_WORD = re.compile(
    r"弱?[阴阳]性?(?:[(（][-+±]+[)）])?|正常|未见|少许|(?i:normal|norm|neg(?:ative)?|pos(?:itive)?|trace)"
)
_COLUMNS = frozenset({"name", "result", "unit", "reference"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with a known abbreviation: what stands before it and behind it, left to right."""

    row: int
    key: str
    short: Token
    name: tuple[Token, ...]
    before: tuple[Token, ...]
    behind: tuple[Token, ...]


def read_known_tests(rows: Sequence[Sequence[Token]]) -> list[TestRow]:
    """The rows of the first such table among a page's rows of text; none where there is none."""
    for known, bare in ((_STRIP, False), (_TISSUE, True)):
        lines = _in_line([line for n, row in enumerate(rows) if (line := _line(n, row, known))])
        if len({x.key for x in lines}) >= LEAST_ROWS:
            lines = lines if bare else [*lines, *_sediment(rows, lines)]
            found = _read(lines, bare=bare)
            if len(found) >= LEAST_ROWS:
                return found
    return []


def results_not_read(rows: Sequence[Sequence[Token]]) -> Iterator[tuple[Token, Token, tuple[float, float]]]:
    """Rows of a strip that have a range and no result: abbreviation, range, and where results stand between.

    The last are the left and right edges, in pixels, of the column as the strip's other rows show it.
    """
    lines = _in_line([line for n, row in enumerate(rows) if (line := _line(n, row, _STRIP))])
    held = [[t for t in x.behind if not _is_unit(t)] for x in lines]
    whole = [(x.short.box[0], t) for x, t in zip(lines, held, strict=True) if len(t) > 1]
    if len({x.key for x in lines}) < LEAST_ROWS or len(whole) < LEAST_WHOLE:
        return
    both = [(t[0].box[0] - start, t[-1].box[0] - start) for start, t in whole]
    left = min(t[0].box[0] - start for start, t in whole)
    right = max(t[0].box[2] - start for start, t in whole)
    for line, values in zip(lines, held, strict=True):
        result, reference = _cells(line, values, both)
        if result is None and reference is not None:
            start = line.short.box[0]
            yield line.short, reference, (start + left, start + right)


def _line(n: int, row: Sequence[Token], known: frozenset[str]) -> _Line | None:
    for at, token in enumerate(row):
        key = token.text.strip("()（）:：").upper()
        key = _SAME.get(token.text, _SAME.get(key, key))
        if key in known:
            name = row[at - 1 : at] if at and _is_name(row[at - 1], token) else ()
            return _Line(n, key, token, tuple(name), tuple(row[: at - len(name)]), tuple(row[at + 1 :]))
    return None


def _is_name(token: Token, short: Token) -> bool:
    near = short.box[0] - token.box[2] < APART * _height(short)
    return near and len(token.text) <= LONGEST_NAME and _CHINESE.fullmatch(token.text) is not None


def _in_line(lines: Sequence[_Line]) -> list[_Line]:
    """The longest stretch of rows whose abbreviations stand below each other."""
    best: list[_Line] = []
    stretch: list[_Line] = []
    for line in lines:
        if stretch and not _is_below(line.short, stretch[-1].short):
            best, stretch = max(best, stretch, key=len), []
        stretch.append(line)
    return max(best, stretch, key=len)


def _is_below(token: Token, above: Token) -> bool:
    height = max(_height(token), _height(above))
    return (
        abs(token.box[0] - above.box[0]) < IN_LINE * height
        and _middle(token) - _middle(above) < NEAR * height
    )


def _sediment(rows: Sequence[Sequence[Token]], lines: Sequence[_Line]) -> list[_Line]:
    """The rows right below a strip that name what a microscope showed, in the same column of names."""
    found: list[_Line] = []
    last = lines[-1]
    for n in range(last.row + 1, len(rows)):
        names = [t for t in rows[n] if _CHINESE.fullmatch(t.text) and len(t.text) <= LONGEST_NAME]
        above = (found[-1] if found else last).name
        if not names or not above or not _is_below(names[0], above[0]):
            break
        at = rows[n].index(names[0])
        behind = [t for t in rows[n][at + 1 :] if not _BESIDE_NAME.fullmatch(t.text)]
        found.append(_Line(n, "", names[0], (names[0],), tuple(rows[n][:at]), tuple(behind)))
    return found


def _read(lines: Sequence[_Line], *, bare: bool) -> list[TestRow]:
    held = [[t for t in x.behind if not _is_unit(t)] for x in lines]
    both = [
        (t[0].box[0] - x.short.box[0], t[-1].box[0] - x.short.box[0])
        for x, t in zip(lines, held, strict=True)
        if len(t) > 1 and x.key
    ]
    drafts, stars = [], []
    for line, values in zip(lines, held, strict=True):
        result, reference = _cells(line, values, both)
        if result is None or not _is_result(result):
            continue
        cells: dict[str, Sequence[Token]] = {"name": line.name or (line.short,), "result": (result,)}
        units = [t for t in line.behind if _is_unit(t)]
        cells |= {"unit": units[:1]} if units else {}
        cells |= {"reference": (reference,)} if reference is not None else {}
        drafts.append(Draft(cells))
        stars.append(any(len(t.text) == 1 for t in line.before[-1:]))
    if not bare and len(both) < LEAST_WHOLE:
        return []
    read = read_rows(drafts, _COLUMNS, flagged=False)
    starred = sum(stars) >= LEAST_STARS
    return [
        _told(r, star=starred and s, bare=bare) for r, s in zip(read, stars, strict=True) if r is not None
    ]


def _cells(
    line: _Line, values: Sequence[Token], both: Sequence[tuple[float, float]]
) -> tuple[Token | None, Token | None]:
    """Result and range of a row: both, or the one whose column the only text stands in."""
    if len(values) > 1:
        return values[0], values[-1]
    if not values or not both:
        return (values[0] if values else None), None
    off = values[0].box[0] - line.short.box[0]
    first, last = median(b[0] for b in both), median(b[1] for b in both)
    return (values[0], None) if abs(off - first) < abs(off - last) else (None, values[0])


def _told(row: TestRow, *, star: bool, bare: bool) -> TestRow:
    """The row with its star, and its abbreviation as it is written."""
    values = dict(row.values)
    if bare:
        key = (values["name"] or "").upper()
        key = _SAME.get(key, key)
        values["name"] = _SHOWN.get(key, values["name"])
    if star:
        values["flag"] = STAR
    return replace(
        row, values=values, confidence=bounded(row.confidence, LOOSELY) if star else row.confidence
    )


def _is_result(token: Token) -> bool:
    return any(p.fullmatch(token.text) for p in (_NUMBER, _SIGN, _WORD))


def _is_unit(token: Token) -> bool:
    return is_unit(token.text) or re.fullmatch(r"/[A-Za-zμ]{1,5}", token.text) is not None


def _height(token: Token) -> float:
    return token.box[3] - token.box[1]


def _middle(token: Token) -> float:
    return (token.box[1] + token.box[3]) / 2
