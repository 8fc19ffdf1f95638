"""Rows of a test report, read by the heads of its columns, ruled or not, one block or two side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from ocr.geometry import union
from ocr.labels import find_labels
from ocr.layout import Run, same_row
from ocr.mixed_rows import are_sound, parted
from ocr.types import Box, Char
from ocr.values.quantities import normalise_flag, normalise_unit, parse_reference, parse_result
from ocr.values.text import clean, fold
from ocr.vocabulary import read_vocabulary

_HEADS: Mapping[str, str] = read_vocabulary("columns.yaml")
_COLUMN = {fold(word): column for column, words in _HEADS.items() for word in words.split()}
_END = re.compile(
    r"^(备注|检验者|检验师|审核者|审核|报告时间|报告日期|打印时间|本报告|注[:：]|说明|声明|采样时间|采集时间|接收时间|检验日期|结果解释|建议|以下空白|检验人|核对者|操作者|临床诊断|检验仪器|第\d+页)"
)
_ARROW = re.compile(r"[↑↓]+|(?<![A-Za-z])[HL]{1,2}(?![A-Za-z])")
_ARROWS = re.compile(r"[↑↓]")
_PLAIN = re.compile(r"[<>≤≥]?\s?-?\d+(?:\.\d+)?")
_RESULT = re.compile(
    r"[<>≤≥]?\s?-?\d+(?:\.\d+)?(?:\s?[×xX*]\s?10\^?\d+)?|阴性|阳性|弱阳性|[-+±]{1,4}|[(（][-+±]{1,4}[)）]|未见|正常|\d:\d+|1:\d+"
)
_LOST_DASH = re.compile(r"(\d+\.\d)(\d+\.\d)|(\d+\.\d\d)(\d+\.\d\d)")
"""40.075.0: two numbers of as many decimals can be parted in one way only."""
LEAST_WRAPPED = 4
_REST_OF_NAME = re.compile(r"[\u4e00-\u9fff0-9A-Za-z()（）\-]{1,8}")
SAME_ROW = 0.5
"""Text heights that two runs of one row may stand apart, the page's lean taken off."""
LEAST_STEPS = 8
ROWS_APART = 4.0
"""The table ends where the next row is farther than this many row heights."""


@dataclass(frozen=True, slots=True)
class TestRow:
    """One line of a report; ``confidence`` is its weakest character's."""

    values: Mapping[str, str | None]
    raw: str
    box: Box
    confidence: float | None


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    chars: tuple[Char, ...]

    @property
    def box(self) -> Box:
        return union([c.box for c in self.chars])


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    left: float
    right: float


def read_test_rows(runs: Sequence[Run]) -> tuple[TestRow, ...]:
    """The rows under every table head on the page; none where there is no head."""
    rows = _rows([r for r in runs if not r.vertical])
    found: list[TestRow] = []
    owner: list[tuple[int, int]] = []
    at = 0
    while at < len(rows):
        heads = _heads(rows[at])
        if not heads:
            at += 1
            continue
        blocks, at_head = _blocks(heads), at
        last: dict[int, int] = {}
        at += 1
        previous = rows[at - 1]
        while at < len(rows) and not _is_end(rows[at], previous) and not _heads(rows[at]):
            for n, block in enumerate(blocks):
                row = _read_row(rows[at], block)
                if row is not None:
                    last[n] = len(found)
                    found.append(row)
                    owner.append((at_head, n))
                elif n in last:
                    found[last[n]] = _with_rest_of_name(found[last[n]], rows[at], block)
            previous = rows[at]
            at += 1
    return tuple(
        r for r, sound in zip(found, are_sound([r.values for r in found], owner), strict=True) if sound
    )


def _rows(runs: Sequence[Run]) -> list[list[_Token]]:
    """Runs by rows, top to bottom; a page that leans, or a row that bends, is followed from run to run."""
    lean = _lean(runs)
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: _middle(r) - lean * r.box[0]):
        for row in rows[-3:]:
            nearest = min(row, key=lambda r: abs(r.box[0] - run.box[0]))
            apart = abs(_middle(run) - _middle(nearest) - lean * (run.box[0] - nearest.box[0]))
            if apart < SAME_ROW * min(run.height, nearest.height):
                row.append(run)
                break
        else:
            rows.append([run])
    return [sorted((t for r in row for t in _tokens(r)), key=lambda t: t.box[0]) for row in rows]


def _middle(run: Run) -> float:
    return (run.box[1] + run.box[3]) / 2


def _lean(runs: Sequence[Run]) -> float:
    """How far rows sink from left to right, in pixels a pixel: the usual step from a run to its neighbour."""
    steps = []
    for run in runs:
        behind = [r for r in runs if r.box[0] >= run.box[2] and same_row(run, r)]
        if behind:
            nearest = min(behind, key=lambda r: r.box[0])
            steps.append((_middle(nearest) - _middle(run)) / max(nearest.box[0] - run.box[0], 1.0))
    return median(steps) if len(steps) >= LEAST_STEPS else 0.0


def _tokens(run: Run) -> list[_Token]:
    return [_Token(m.group(), run.chars[m.start() : m.end()]) for m in re.finditer(r"\S+", run.text)]


def _heads(row: Sequence[_Token]) -> list[tuple[str, Box]]:
    """The columns that a row names, left to right; empty unless a name and a result column stand there."""
    found = [(column, t.box) for t in _whole_heads(row) if (column := _COLUMN.get(fold(t.text)))]
    names = {c for c, _ in found}
    known = [c for c, _ in found if c != "other"]
    return found if {"name", "result"} <= names and len(known) >= 3 and len(found) > len(row) / 2 else []


def _whole_heads(row: Sequence[_Token]) -> list[_Token]:
    """The tokens of a row, with heads set wide (项    目) joined."""
    whole: list[_Token] = []
    for token in row:
        before = whole[-1] if whole else None
        single = before is not None and len(before.text) == len(token.text) == 1
        if before is not None and single and fold(before.text + token.text) in _COLUMN:
            whole[-1] = _Token(before.text + token.text, before.chars + token.chars)
        else:
            whole.append(token)
    return whole


def _blocks(heads: Sequence[tuple[str, Box]]) -> list[list[_Column]]:
    """Side-by-side tables: a new block begins where a column's name comes again."""
    groups: list[list[tuple[str, Box]]] = [[]]
    for column, box in heads:
        seen = {c for c, _ in groups[-1]}
        if column != "other" and column in seen:
            groups.append([])
            while groups[-2] and groups[-2][-1][0] == "other":
                groups[-1].insert(0, groups[-2].pop())
        groups[-1].append((column, box))
    centres = [((b[0] + b[2]) / 2) for g in groups for _, b in g]
    columns: list[list[_Column]] = []
    at = 0
    for group in groups:
        block = []
        for column, _ in group:
            left = (centres[at - 1] + centres[at]) / 2 if at else -1e9
            right = (centres[at] + centres[at + 1]) / 2 if at + 1 < len(centres) else 1e9
            block.append(_Column(column, left, right))
            at += 1
        columns.append(block)
    return _edges(columns, groups)


def _edges(columns: list[list[_Column]], groups: Sequence[Sequence[tuple[str, Box]]]) -> list[list[_Column]]:
    """Where blocks meet, the border is the left edge of the next block's head, not the middle."""
    for n in range(1, len(columns)):
        border = groups[n][0][1][0] - (groups[n][0][1][3] - groups[n][0][1][1])
        last, first = columns[n - 1][-1], columns[n][0]
        columns[n - 1][-1] = _Column(last.name, last.left, border)
        columns[n][0] = _Column(first.name, border, first.right)
    return columns


def _is_end(row: Sequence[_Token], previous: Sequence[_Token]) -> bool:
    if not row:
        return True
    height = median(t.box[3] - t.box[1] for t in row)
    gap = min(t.box[1] for t in row) - max(t.box[3] for t in previous)
    labelled = any(hit.colon for hit in find_labels(row[0].text))
    return gap > ROWS_APART * height or labelled or bool(_END.match(fold(row[0].text)))


def _read_row(row: Sequence[_Token], block: Sequence[_Column]) -> TestRow | None:
    placed: dict[str, list[_Token]] = {}
    for token in row:
        column = _column_of(token, block)
        if column is not None:
            placed.setdefault(column, []).append(token)
    texts = {column: clean(" ".join(t.text for t in tokens)) for column, tokens in placed.items()}
    beside = parted(*(texts.get(column, "") for column in ("result", "unit", "reference")))
    texts |= dict(zip(("result", "unit", "reference"), beside, strict=True))
    name = re.sub(r"^[*★☆▲]?\d{1,2}[\s.、]+(?=\D)|^[*★☆▲]+", "", texts.get("name", "")).strip()
    name, strayed = _without_result(name, texts.get("result", ""))
    arrows = "".join(_ARROWS.findall(" ".join(texts.get(c, "") for c in ("flag", "unit", "reference"))))
    result, flag = _result(texts.get("result", "") or strayed, texts.get("flag", "") or arrows[:1])
    if not re.search(r"[\u4e00-\u9fffA-Za-z]", name) or not result:
        return None
    unit, reference = _unit_and_reference(texts.get("unit", ""), texts.get("reference", ""))
    if flag is None and any(c.name == "flag" for c in block):
        flag = _flag_by_range(result, reference)
    values = {
        "name": name,
        "result": result,
        "unit": unit,
        "reference": reference,
        "flag": flag,
    }
    used = [t for column in ("name", "result", "unit", "reference", "flag") for t in placed.get(column, [])]
    measured = [c.confidence for t in used for c in t.chars if c.confidence is not None]
    raw = " ".join(t.text for t in used)
    return TestRow(values, raw, union([t.box for t in used]), min(measured) if measured else None)


def _with_rest_of_name(row: TestRow, tokens: Sequence[_Token], block: Sequence[_Column]) -> TestRow:
    """The row with the rest of its name, where that alone was set on the line under it."""
    placed = [(t, _column_of(t, block)) for t in tokens]
    mine = [(t, column) for t, column in placed if column is not None]
    height = row.box[3] - row.box[1]
    if len(mine) != 1 or mine[0][1] != "name" or len(str(row.values["name"])) < LEAST_WRAPPED:
        return row
    rest = mine[0][0]
    under = 0.2 * height < rest.box[1] - row.box[1] < 1.8 * height
    if not under or not _REST_OF_NAME.fullmatch(rest.text):
        return row
    measured = [c.confidence for c in rest.chars if c.confidence is not None]
    surest = [row.confidence, *measured] if row.confidence is not None else measured
    return TestRow(
        {**row.values, "name": f"{row.values['name']}{rest.text}"},
        f"{row.raw} {rest.text}",
        union([row.box, rest.box]),
        min((c for c in surest if c is not None), default=None),
    )


def _column_of(token: _Token, block: Sequence[_Column]) -> str | None:
    """The column that holds most of the token's width."""
    best, share = None, 0.0
    for column in block:
        held = min(token.box[2], column.right) - max(token.box[0], column.left)
        if held > share:
            best, share = column.name, held
    return best if share > 0.5 * (token.box[2] - token.box[0]) else None


def _flag_by_range(result: str, reference: str | None) -> str | None:
    """The arrow of a report with a column of arrows, by result and range: arrows are read badly."""
    value = parse_result(result)
    span = parse_reference(reference or "")
    return span.flag_of(value.value) if span and value and value.value is not None else None


def _unit_and_reference(unit: str, reference: str) -> tuple[str | None, str | None]:
    """Both without arrows, parted where one slid into the other's column."""
    unit, reference = _ARROWS.sub("", unit).strip(), _ARROWS.sub("", reference).strip()
    if unit and not reference:
        slid = re.search(r"\s*(\d[\d.]*\s*(?:-{1,2}|~|～|—)\s*\d[\d.]*)$", unit)
        if slid and slid.start() > 0:
            unit, reference = unit[: slid.start()], slid.group(1)
    if reference and not unit:
        slid = re.match(r"(\d[\d.]*\s*(?:-{1,2}|~|～|—)\s*\d[\d.]*)\s+([a-zA-Zμµ%].*)$", reference)
        if slid:
            reference, unit = slid.group(1), slid.group(2)
    if lost := _LOST_DASH.fullmatch(reference):
        reference = f"{lost[1] or lost[3]}-{lost[2] or lost[4]}"
    unit = re.sub(r"m?mo[1I]", lambda m: m.group()[:-1] + "l", unit)
    unit = re.sub(r"^[1l](?=U/)", "I", unit).replace("μ ", "μ").replace("m^2", "m2")
    return (normalise_unit(unit) or unit or None), (reference or None)


def _without_result(name: str, result: str) -> tuple[str, str]:
    """Part a name from a result that slid into its column."""
    if result:
        return name, ""
    found = re.search(r"\s([<>≤≥]?\d+(?:\.\d+)?)$", name)
    return (name[: found.start()], found.group(1)) if found else (name, "")


def _result(text: str, flag: str) -> tuple[str | None, str | None]:
    """The result without its arrow, and the arrow as ``↑`` or ``↓``."""
    arrow = _ARROW.search(flag) or _ARROW.search(text)
    raw = arrow.group() if arrow else flag.strip()
    mark = normalise_flag(raw) if raw else None
    plain = clean(_ARROW.sub("", text) if _PLAIN.match(text.strip()) else text).strip()
    return (plain or None), mark
