"""Values that go on below: the further lines of an address or a list of diagnoses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ocr.label_words import VOCABULARY
from ocr.labels import Hit
from ocr.layout import Run, same_row
from ocr.strips import NUMBERED
from ocr.titled_names import titled_names
from ocr.values.text import fold

MOST_LINES = 12
FULL = 4.0
"""Text heights that a line may end before the right edge and still be full, so that the next line goes on."""
CLOSELY_SET, WIDELY_SET = 1.3, 2.4
"""Text heights between two lines of a value, and between those of a certificate's sentence."""
SET_IN = 1.5
"""Text heights that a paragraph's first line may be set in beyond the slack for a crooked page."""
LONGEST_HEAD = 8
LONGEST_REST = 20
_PLACE_ENDS = re.compile(r"[号室组队户院楼栋幢座层区村镇乡社]$|[0-9A-Za-z）)]$")
_REST_OF_A_PLACE = re.compile(r"[路街巷道弄村组号室栋幢单元小区楼]")
_IN_PLACES = re.compile(r"[0-9A-Za-z路街巷弄村组号室户院栋幢楼区镇乡县]|单元")
_SENTENCE = re.compile(r"[，。；：,;:]")
_SITE = re.compile(r"[（(][^（()）]{1,14}[)）][:：]?")
OWN_HEAD = re.compile(r"[\u4e00-\u9fff]{2,10}(?:诊断|结果|意见):")
"""How the examination was done, over what it concludes or before it, inside the conclusion itself."""
FROM_SITE = 2.0
"""Text heights that findings may stand left or right of the site above them."""
_ITEM_BESIDE = re.compile(NUMBERED.pattern + r"(?!\d)(?=.*[\u4e00-\u9fff])")
"""An item of a second column has words, unlike 1)0642000 of a label stuck to the sheet."""
_NO_ITEM = re.compile(r"\s*(?:R\s*[pPx]?\s*[.:：/]?\s*$|R[pP][.:：]|处方|用法)")
"""What begins something else than a further item of a list: the medicines of a prescription."""
_REST_OF_A_DATE = re.compile(r"\s*(?:\d{0,4}\s?年\s?)?\d{0,2}\s?月\s?\d{1,2}\s?日?\s*$")
"""What is left of the date behind the next label, broken by the line's end: 日期：2023年2 / 月21日."""
CHAPTER = re.compile(r"\s*[（(]?[一二三四五六七八九十]{1,3}[)）、.．]\s*")
"""What numbers a chapter of a ward's paper before its label: 三、入院情况."""
_GOES_ON = ("；", ";", "、")
"""What ends a line whose list goes on below."""


DIAGNOSES = frozenset({"diagnosis", "discharge_diagnosis", "admission_diagnosis", "school"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A run with the labels found in it."""

    run: Run
    hits: tuple[Hit, ...]

    @property
    def starts_with_label(self) -> bool:
        before = self.run.text[: self.hits[0].start] if self.hits else ""
        return bool(self.hits) and (not before.strip(" 【[(（《<·•*■□—-") or bool(CHAPTER.fullmatch(before)))

    def before_labels(self) -> tuple[Run, bool]:
        """The run up to the first listed label inside it that has a colon, and whether there is one."""
        inside = next((h for h in self.hits if h.colon and h.word in VOCABULARY), None)
        kept = self.run.part(0, inside.start) if inside else None
        return (kept, True) if kept is not None else (self.run, False)


Known: TypeAlias = dict[int, Labelled]
"""Runs by identity, with their labels."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where the lines of a long value may stand.

    ``label`` stands before the value; ``margin`` is where lines of its paragraph begin, left of the label
    where that stands in a sentence; ``bound`` is where the next label of its row begins, if any;
    ``listed`` tells that the value may be a list, one item a line; ``start`` is where the label's line
    begins with a chapter's number, if it does: 三、出院诊断：.
    """

    label: Run
    margin: float
    bound: float | None = None
    listed: bool = True
    start: float | None = None

    @property
    def in_sentence(self) -> bool:
        """Whether words of a sentence stand before the label on its line."""
        return self.margin < self.label.box[0] - self.label.height


def lines_below(row: Sequence[Run], column: Column, runs: Sequence[Run], known: Known) -> list[list[Run]]:
    """Further lines of a long value: under it, close, in the same cell, not beginning with a label.

    A line goes on below where it is full to the right; otherwise the next line belongs to the value only
    as an item of a list: numbered, or short and set under the first. Where another label stands close
    behind the first line, the value is a column that ends there.
    """
    lines: list[list[Run]] = []
    first, previous, label = row[0], list(row), column.label
    left = min(column.margin, first.box[0]) - 1.5 * label.height
    bound = _column_end(row, runs, known) if column.bound is None else column.bound
    inside = [r for r in runs if bound is None or r.box[0] < bound]
    edge = bound or right_edge(first, runs)
    for _ in range(MOST_LINES):
        full = max(r.box[2] for r in previous) > edge - FULL * first.height
        following = _next_row(previous, left, first, inside)
        if not following and full and column.in_sentence:
            following = _next_row(previous, left, first, inside, reach=WIDELY_SET)
        if not following and full and column.listed:
            inset = left if column.start is None else min(left, column.start - SET_IN * label.height)
            following = _set_out(previous, inset, first, inside)
        if not following or known[id(following[0])].starts_with_label or _NO_ITEM.match(following[0].text):
            break
        if column.listed and titled_names(following[0].text.strip()):
            break  # who signs under the list: 住院医师 张三
        if _begins_anew(following, label, first) or (not column.listed and NUMBERED.match(following[0].text)):
            break
        if bound is not None and (
            _crosses(following[0], bound, runs)
            or (column.bound is not None and _REST_OF_A_DATE.match(following[0].text))
        ):
            break  # wider than the column, or the rest of the next value: the page goes on, not the value
        listed = previous[-1].text.rstrip().endswith(_GOES_ON)
        open_ended = not column.listed and _breaks_off(previous, following, column)
        if not full and not listed and not open_ended and not _is_item(following[0], first):
            break
        if not full and not column.listed and _is_no_more_of(previous, following[0]):
            break
        kept: list[Run] = []
        for run in following:
            if known[id(run)].starts_with_label:
                break
            part, ended = known[id(run)].before_labels()
            kept.append(part)
            if ended:
                return [*lines, kept]
        lines.append(kept)
        previous = kept
    return lines


def _breaks_off(previous: Sequence[Run], following: Sequence[Run], column: Column) -> bool:
    """Whether a place ends within a word, and its rest begins the next line at the label's margin."""
    last, run = previous[-1].text.rstrip(), following[0]
    at_margin = abs(run.box[0] - column.margin) < run.height
    rest = len(following) == 1 and len(run.text) <= LONGEST_REST and _REST_OF_A_PLACE.search(run.text)
    return bool(at_margin and rest and not _PLACE_ENDS.search(last) and not _SENTENCE.search(run.text))


def _is_no_more_of(previous: Sequence[Run], run: Run) -> bool:
    """Whether a place ended with its house, and the next line has nothing of a place: …176号 / 高血压病."""
    return bool(_PLACE_ENDS.search(previous[-1].text.rstrip())) and not _IN_PLACES.search(run.text)


def _set_out(previous: Sequence[Run], left: float, first: Run, runs: Sequence[Run]) -> list[Run]:
    """The next row where it begins left of the label: the first line of its paragraph is set in."""
    row = _next_row(previous, left - SET_IN * first.height, first, runs)
    margin = min((r.box[0] for r in runs if first.cell is None or r.cell == first.cell), default=0.0)
    return row if row and row[0].box[0] < margin + SET_IN * first.height else []


def right_edge(first: Run, runs: Sequence[Run]) -> float:
    """How far right the lines of this cell, or of the page, reach."""
    return max((r.box[2] for r in runs if first.cell is None or r.cell == first.cell), default=first.box[2])


def _crosses(first: Run, bound: float, runs: Sequence[Run]) -> bool:
    """Whether a row runs on over the bound of a column."""
    row = (r for r in runs if r is first or same_row(first, r))
    return any(r.box[0] < bound and r.box[2] > bound + first.height for r in row)


def _begins_anew(row: Sequence[Run], label: Run, first: Run) -> bool:
    """Whether a row begins with words under the label and goes on under the value: a label nobody listed."""
    if len(row) < 2 or first.box[0] < label.box[2] - 0.5 * label.height:
        return False
    head, value = row[0], row[1]
    under_label = abs(head.box[0] - label.box[0]) < label.height and head.box[2] < first.box[0]
    return under_label and abs(value.box[0] - first.box[0]) < label.height and len(head.text) <= LONGEST_HEAD


def _column_end(row: Sequence[Run], runs: Sequence[Run], known: Known) -> float | None:
    """Where a label close behind the row's end begins; ``None`` in a cell, or where none is close.

    A label of a list stands at the head of a column of its own, however far off: 中医诊断：…  西医诊断：….
    """
    last = row[-1]
    if last.cell is not None:
        return None
    behind = [r for r in runs if same_row(last, r) and r.box[0] > last.box[2]]
    nearest = min((r for r in behind if known[id(r)].starts_with_label), key=lambda r: r.box[0], default=None)
    if nearest is None:
        return None
    close = nearest.box[0] - last.box[2] < FULL * last.height
    return nearest.box[0] if close or known[id(nearest)].hits[0].concept in DIAGNOSES else None


def _next_row(
    previous: Sequence[Run], left: float, first: Run, runs: Sequence[Run], *, reach: float = CLOSELY_SET
) -> list[Run]:
    """The row right under ``previous`` in the same cell, at most ``reach`` text heights, left to right."""
    bottom = max(r.box[3] for r in previous)
    height = max(r.height for r in previous)
    under = [
        r
        for r in runs
        if bottom - 0.5 * height <= r.box[1] <= bottom + reach * height
        and (
            left <= r.box[0] <= first.box[0] + 12 * height
            or (left <= r.box[0] and _ITEM_BESIDE.match(r.text))
        )
        and (r.box[1] + r.box[3]) / 2 > bottom
        and not any(r is p for p in previous)
        and (first.cell is None or r.cell == first.cell)
    ]
    if not under:
        return []
    top = min(under, key=lambda r: r.box[1])
    return sorted((r for r in under if same_row(top, r)), key=lambda r: r.box[0])


def _is_item(run: Run, first: Run) -> bool:
    if NUMBERED.match(run.text):
        return True
    aligned = abs(run.box[0] - first.box[0]) < 0.7 * first.height
    if OWN_HEAD.fullmatch(fold(first.text)) and abs(run.box[0] - first.box[0]) < FROM_SITE * first.height:
        return True  # 快速石蜡切片诊断： / （胃窦）粘膜慢性炎
    if aligned and run.text[0] in "(（" and first.text[0] in "(（":
        return True  # one site a line: （胃窦）…, （胃体）…
    if _SITE.fullmatch(first.text.strip()) and abs(run.box[0] - first.box[0]) < FROM_SITE * first.height:
        return True  # what was found there stands below: （胃窦） / 低分化腺癌，部分为印戒细胞癌。
    return aligned and len(run.text) <= 25 and not re.search(r"[，。](?!\s*$)", run.text)
