"""Slots: each printed label with the stretch of the page in which its value may stand.

For one label the value may stand behind it, in the next cell, further right on the row, or below. Each
possible stretch is a ``Strip``; the value's parser takes the first in which it finds what it asks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ocr.bare_labels import asks_for_a_name, names_a_school, opening_words, opens_a_list
from ocr.broken_dates import whole_date
from ocr.broken_labels import whole_labels
from ocr.cell_lines import cell_beside, cell_lines
from ocr.continued import CHAPTER, Column, Known, Labelled, lines_below
from ocr.glosses import without_glosses
from ocr.label_fits import fits
from ocr.label_words import STOP
from ocr.labels import Hit, find_labels
from ocr.layout import Run, same_row
from ocr.own_heads import without_own_heads
from ocr.row_of_label import is_whole_name, row_after
from ocr.schema import SET_CLOSE
from ocr.set_apart import NUMBERS, from_its_first, wrapped_number
from ocr.stays import follows_its_date
from ocr.strips import Strip, behind_stroke, join_rows
from ocr.under_label import joined_lines, strips_below
from ocr.unnamed_heads import heads_of_tests

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
_SEX_THEN_AGE = re.compile(r"\s*[男女]性?[\s,，]*(?:[1lI](?=[3-9]\d\s?周?岁)|(?=\d{1,2}\s?周?岁))")
"""From 130 on no age: what stands before its last two digits parted them from the sex."""
_ROOM_THEN_PHONE = re.compile(r"(?<=[\u4e00-\u9fff\-])\d{1,4}(?=1[3-9]\d{9}\s*$)")
"""A room's number, and the mobile telephone printed right behind it: 8栋10213900001234."""
_NOTE = re.compile(r"[（(][^（）()]*(?:参考|仅反映|请|注[:：]|填写)[^（）()]*[)）]")
"""A note behind a label's colon, not its value: 检查提示：（此报告仅供参考）."""
INDENT = 2.5
"""Text heights that a paragraph's first line may be set in."""
_SENTENCE = re.compile(r"[，。；]")
_LED_TO = re.compile(r"^\s*[\u4e00-\u9fff]{2}")
"""Words before a label that its paragraph begins with: 经检查诊断为：."""
_QUOTES = ("“", '"', "「", "『", "‘")
_NAMED = frozenset({"name", "physician", "chief", "ordering", "reporter", "report_maker"})


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
            start = entry.run.box[0] if CHAPTER.fullmatch(before) else None
            margin = _margin(entry.run, before, others)
            if margin is None and start is None and n == 0 and _LED_TO.search(before):
                margin = entry.run.box[0]
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
        row = [inline, *(row_after(inline, column, runs, known) if last else [])]
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
        row = row_after(label, column, runs, known)
        if hit.concept in _NAMED and is_whole_name(row):
            row = row[:1]  # what stands far behind it belongs to a label nobody listed
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
