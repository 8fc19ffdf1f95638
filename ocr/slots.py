"""Slots: each printed label with the stretch of the page in which its value may stand.

For one label the value may stand behind it, in the next cell, further right on the row, or below. Each
possible stretch is a ``Strip``; the value's parser takes the first in which it finds what it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ocr.bare_labels import FARTHEST, asks_for_a_name, names_a_school, opening_words, opens_a_list
from ocr.broken_dates import whole_date
from ocr.broken_labels import whole_labels
from ocr.cell_lines import cell_beside, cell_lines
from ocr.continued import CHAPTER, Column, Known, Labelled, lines_below
from ocr.glosses import without_glosses
from ocr.label_fits import fits
from ocr.label_words import STOP
from ocr.labels import TITLE_WORDS, Hit, find_labels
from ocr.layout import Run, right_of, same_row
from ocr.own_heads import without_own_heads
from ocr.schema import SET_CLOSE
from ocr.set_apart import NUMBERS, from_its_first, wrapped_number
from ocr.stays import follows_its_date
from ocr.strips import NUMBERED, Strip, behind_stroke, join_rows
from ocr.under_label import joined_lines, strips_below
from ocr.unnamed_heads import heads_of_tests
from ocr.values.text import fold

LONG_VALUES = frozenset(
    {
        *(
            "address",
            "registered_address",
            "other_address",
            "workplace",
            "diagnosis",
            "discharge_diagnosis",
            "admission_diagnosis",
        ),
        *("finding", "opinion", "pathology", "disease", "school", "hospital", "other_hospital"),
    }
)
"""Concepts whose value may run over several lines."""
LISTS = LONG_VALUES - {
    "address",
    "registered_address",
    "other_address",
    "workplace",
    "hospital",
    "other_hospital",
}
"""Those of them whose value may be a list, one item a line."""
MANY_SET_CLOSE = 2
COLUMN = 3.0
"""Text heights behind a house's number from which on what follows stands in another column of the page."""
_SEX_THEN_AGE = re.compile(r"\s*[男女]性?[\s,，]*(?:[1lI](?=[3-9]\d\s?周?岁)|(?=\d{1,2}\s?周?岁))")
"""From 130 on no age: what stands before its last two digits parted them from the sex."""
_ROOM_THEN_PHONE = re.compile(r"(?<=[\u4e00-\u9fff\-])\d{1,4}(?=1[3-9]\d{9}\s*$)")
"""A room's number, and the mobile telephone printed right behind it: 8栋10213900001234."""
_HOUSE_ENDS = re.compile(r"\d\s?[号室户院楼栋幢座层组社队]$")
_NOTE = re.compile(r"[（(][^（）()]*(?:参考|仅反映|请|注[:：]|填写)[^（）()]*[)）]")
"""A note behind a label's colon, not its value: 检查提示：（此报告仅供参考）."""
INDENT = 2.5
"""Text heights that a paragraph's first line may be set in."""
_SENTENCE = re.compile(r"[，。；]")
_QUOTES = ("“", '"', "「", "『", "‘")


@dataclass(frozen=True, slots=True)
class Slot:
    """A label and, in order of likelihood, where its value may stand."""

    concept: str
    word: str
    label: Run
    strips: tuple[Strip, ...]


def find_slots(runs: Sequence[Run], glued: frozenset[str] = frozenset()) -> tuple[Slot, ...]:
    """Every label on the page with its possible values, top to bottom."""
    joined = whole_labels(without_glosses(runs))
    plain = [tuple(find_labels(r.text, fits=fits)) for r in joined]
    if _sets_values_close(joined, plain):
        glued = glued | SET_CLOSE
    heads = heads_of_tests(joined)
    labelled = [
        Labelled(r, names_a_school(r, joined) or _labels(r, glued | extra, heads, hits))
        for r, hits in zip(joined, plain, strict=True)
        for extra in [asks_for_a_name(r, joined) | opening_words(r) | opens_a_list(r)]
    ]
    labelled = without_own_heads(labelled)
    known = {id(x.run): x for x in labelled}
    slots = []
    for entry in labelled:
        for n, hit in enumerate(entry.hits):
            if hit.concept == STOP or follows_its_date(hit, entry.run, joined):
                continue
            last = n + 1 == len(entry.hits)
            stop = len(entry.run.text) if last else entry.hits[n + 1].start
            label = entry.run.part(hit.start, hit.end)
            inline = entry.run.part(hit.end, stop)
            if label is None:
                continue
            if inline is not None and _NOTE.fullmatch(inline.text):
                inline = None
            following = None if last else entry.run.part(stop, entry.hits[n + 1].end)
            bound = following.box[0] if following else None
            others = [r for r in joined if r is not entry.run]
            before = entry.run.text[: hit.start]
            margin = _margin(entry.run, before, others)
            start = entry.run.box[0] if CHAPTER.fullmatch(before) else None
            at = label.box[0] if margin is None else margin
            column = Column(label, at, bound, hit.concept in LISTS, start)
            strips = _strips(hit, column, inline, others, known, last=last)
            if _is_told(hit, strips):
                continue
            slots.append(Slot(hit.concept, hit.word, label, strips))
            for n_before, concept in enumerate(hit.also, 1):
                apart = (behind_stroke(strip, n_before) or _of_its_form(concept, strip) for strip in strips)
                rest = tuple(s for s in apart if s is not None)
                slots.append(Slot(concept, hit.word, label, rest))
    return tuple(slots)


def _labels(
    run: Run, glued: frozenset[str], heads: frozenset[int], plain: tuple[Hit, ...]
) -> tuple[Hit, ...]:
    """The labels in a run, ``plain`` where none may be glued; on the row of a table's ``heads`` what asks for
    nothing is no value of others."""
    hits = tuple(find_labels(run.text, glued=glued, fits=fits)) if glued else plain
    if id(run) in heads and all(h.concept == STOP for h in hits):
        return (Hit(STOP, run.text, 0, len(run.text), colon=False),)
    return hits


def _is_told(hit: Hit, strips: Sequence[Strip]) -> bool:
    """Whether a quotation follows: what others once told, 曾诊断“慢性肾炎”, and no label with its value."""
    return (
        hit.concept in LISTS
        and not hit.colon
        and any(s.text.lstrip().startswith(_QUOTES) for s in strips[:1])
    )


def _of_its_form(concept: str, strip: Strip) -> Strip | None:
    """A value that its form tells apart from the one it is printed behind without a stroke: 住址/电话.

    A bar between sex and age may have been read as a 1: 女171岁.
    """
    if concept == "age" and (read := _SEX_THEN_AGE.match(strip.text)):
        return Strip(strip.text[read.end() :], strip.chars[read.end() :])
    if concept == "phone" and (room := _ROOM_THEN_PHONE.search(strip.text)):
        return Strip(strip.text[room.end() :], strip.chars[room.end() :])
    return strip if concept == "phone" else None


def _sets_values_close(runs: Sequence[Run], labels: Sequence[tuple[Hit, ...]]) -> bool:
    """Whether this page prints values right behind labels, with neither colon nor space (性别男 年龄69岁)."""
    close = 0
    for run, found in zip(runs, labels, strict=True):
        own = sum(_is_set_close(hit, run.text) for hit in found)
        if own:
            hits = find_labels(run.text, glued=SET_CLOSE, fits=fits)
            fitting = (h for h in hits if fits(h.word, h.concept, run.text[h.end :]))
            own = max(own, sum(_is_set_close(h, run.text) for h in fitting))
        close += own
    return close >= MANY_SET_CLOSE


def _is_set_close(hit: Hit, text: str) -> bool:
    behind = text[hit.end : hit.end + 1]
    return not hit.colon and bool(behind) and not behind.isspace()


def _strips(
    hit: Hit,
    column: Column,
    inline: Run | None,
    runs: Sequence[Run],
    known: Known,
    *,
    last: bool,
) -> tuple[Strip, ...]:
    """Where the value may stand, likeliest first: behind the label, in the next cell, on the row, below."""
    long, label = hit.concept in LONG_VALUES, column.label
    strips: list[Strip] = []
    if inline is not None:
        row = [inline, *(_row_after(inline, column, runs, known) if last else [])]
        rest = lines_below(row, column, runs, known) if long and (last or column.bound) else []
        strips += [joined_lines([row, *rest], column, runs), join_rows([[inline]])]
        if last and (hit.concept.endswith("_date") or hit.concept == "validity"):
            period = hit.concept == "validity"
            whole = whole_date(inline, [x.run for x in known.values()], period=period)
            strips[:0] = [whole] if whole else []
    elif last:
        beside = cell_beside(label, runs)
        if beside is not None and not known[id(beside)].starts_with_label:
            strips.append(joined_lines(cell_lines(beside, runs, known), column, runs))
        row = _row_after(label, column, runs, known)
        if row and row[0].cell is not None and row[0].cell != label.cell:
            strips.append(joined_lines(cell_lines(row[0], runs, known), column, runs))
        if row:
            rest = lines_below(row, column, runs, known) if long else []
            rows = from_its_first([row, *rest], runs) if column.listed else [row, *rest]
            strips.append(joined_lines(rows, column, runs))
        if hit.concept in NUMBERS:
            strips += wrapped_number(column, runs, known)
        strips += strips_below(column, runs, known, long=long)
    return tuple(strips)


def _margin(run: Run, before: str, runs: Sequence[Run]) -> float | None:
    """Where the lines of the sentence begin in which a label stands; ``None`` where none leads to it."""
    if not _SENTENCE.search(before):
        return None
    row = (r.box[0] for r in runs if same_row(r, run))
    return min([run.box[0], *row]) - INDENT * run.height


def _row_after(start: Run, column: Column, runs: Sequence[Run], known: Known) -> list[Run]:
    """Runs right of ``start`` on its row, up to the next label, a far gap, or a second ruling line.

    A numbered item of a list belongs to it over any gap: lists are set in two columns.
    """
    label = column.label
    row: list[Run] = []
    edge, cell = start.box[2], None
    inside = start is not label
    for run in right_of(runs, start):
        if known[id(run)].starts_with_label or (
            column.listed and (row or inside) and fold(run.text) in TITLE_WORDS
        ):
            break
        crossing = bool(row) and run.cell != row[-1].cell
        far = (run.cell is None or crossing) and run.box[0] - edge > FARTHEST * max(label.height, 1.0)
        item = column.listed and row and NUMBERED.match(run.text)
        last = row[-1] if row else start
        row_gap = run.box[0] - edge
        if run.vertical and not label.vertical and row_gap > FARTHEST * max(label.height, 1.0):
            break  # the edge of another sheet
        if row_gap > COLUMN * max(label.height, 1.0) and _ends_a_home(last, column):
            break
        if far and not item and not (start is label and _are_alone(label, run, runs)):
            break
        if row_gap > COLUMN * max(label.height, 1.0) and _stands_behind_another(run, last, runs):
            break
        if run.cell is not None and run.cell != label.cell:
            if inside or cell not in (None, run.cell):
                break
            cell = run.cell
        part, ended = known[id(run)].before_labels()
        row.append(part)
        if ended:
            break
        edge = run.box[2]
    return _as_lines(row)


def _stands_behind_another(run: Run, last: Run, runs: Sequence[Run]) -> bool:
    """Whether a run far off belongs to a label right before it on a row that is not quite this one.

    送检医生:张三            检验者：李四, the second signed lower than its label.
    """
    return any(
        r.box[0] > last.box[2]
        and r.box[2] <= run.box[0] + 0.5 * run.height
        and run.box[0] - r.box[2] < COLUMN * run.height
        and r.text.rstrip().endswith((":", "："))
        and same_row(r, run)
        for r in runs
        if r is not run
    )


def _as_lines(row: list[Run]) -> list[Run]:
    """The lines of a value that its label is set beside the middle of, the upper one first."""
    two = len(row) == 2 and row[1].box[0] < row[0].box[2] - 0.5 * row[0].height
    return sorted(row, key=lambda r: r.box[1]) if two else row


def _ends_a_home(last: Run, column: Column) -> bool:
    """Whether an address ends with its house's number, on a page whose columns no rules part."""
    return (
        last is not column.label
        and not column.listed
        and last.cell is None
        and bool(_HOUSE_ENDS.search(last.text))
    )


def _are_alone(label: Run, value: Run, runs: Sequence[Run]) -> bool:
    """Whether nothing but the two stands on their row, as on screens: the value set to the right edge."""
    return not any(r is not value and same_row(r, label) for r in runs)
