"""Fields of one paper: from its runs, labels and tables to normalised values with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ocr.broken_dates import lacks_its_day
from ocr.continued import DIAGNOSES
from ocr.diagnosis_heads import under_heads
from ocr.doubted_hospital import tell_known_hospital
from ocr.fallbacks import fill_in
from ocr.geometry import meet
from ocr.layout import Run
from ocr.loose_dates import fill_in_dates, fill_in_shifted_dates
from ocr.marks.handwriting import touches
from ocr.notes import without_notes, without_watermarks
from ocr.other_numbers import UNVERIFIED, other_number
from ocr.parse import parser_of
from ocr.parsed import Parsed
from ocr.prose import is_written_by_agent
from ocr.reliance import (
    LOOSELY,
    PRINTED,
    SURELY_READ,
    among_hands,
    among_others,
    bounded,
    meant,
    measured,
    most,
)
from ocr.schema import CARDS, FIELDS, GLUED, WITH_TWO_HOMES
from ocr.set_apart import NUMBERS
from ocr.settled_values import settled
from ocr.sheet_fields import Sheet
from ocr.slots import Slot, find_slots
from ocr.spread import pages_of
from ocr.strips import WRAPPED, Strip
from ocr.stubs import after_stub, without_seam
from ocr.tables import read_test_rows
from ocr.telling import LETTERS, TELLING, agents_named, told_on
from ocr.torn_lists import TORN, is_torn
from ocr.types import Box, Field, Source
from ocr.types import DocumentKind as K
from ocr.unmeant import is_unmeant
from ocr.values.insurance import names_both
from ocr.values.names import printed_and_signed
from ocr.whose import told_apart

OF_EACH = frozenset({"physician_title"})
"""Fields of which a page may state the same value twice, in two places: two signers of one title."""
MANY = frozenset(
    {
        *("claimed_disease", "diagnosis", "plain_diagnosis", "test_items", "sign_date", "physician_name"),
        *("record_number", "admission_diagnosis", *OF_EACH),
    }
)
"""Fields that may hold several values on one page; all others keep the first of each page."""
_REPORTS = frozenset({K.LAB_REPORT, K.EXAM_REPORT, K.PATHOLOGY_REPORT})
_ON_ONE_LINE = frozenset(
    {"hospital", "other_hospital", "id", "agent_id", "card_number", "authority", "validity"}
)
_PROVEN = frozenset({"id", "agent_id"})
"""Values that a check digit vouches for, wherever they stand."""
_PROVEN_FIELDS = frozenset({"id_number", "agent_id_number"})
_SEVERAL = {"address": re.compile(r""), "phone": re.compile(r"[2二]$|备用|其他|固定|家庭|住宅")}
"""Fields of which forms ask for two, and what the label of the second one says."""


@dataclass(frozen=True, slots=True)
class PageText:
    """One page's runs, top to bottom, and where they were read from.

    ``handwriting``: boxes of values behind labels that a hand wrote, ``doubted``: of names that one may have
    written; ``parts``: the box of each
    paper where several lie on the page; ``seals``: the texts of the page's seals.
    """

    number: int
    runs: tuple[Run, ...]
    source: Source
    width: int
    height: int
    handwriting: tuple[Box, ...] = ()
    parts: tuple[Box, ...] = ()
    seals: tuple[str, ...] = ()
    doubted: tuple[Box, ...] = ()


def extract(kind: K, pages: Sequence[PageText]) -> dict[str, tuple[Field, ...]]:
    """All fields of a paper of this kind, by the contract's names, in page and reading order."""
    fields: dict[str, list[Field]] = {}
    for page in pages:
        for name, value in _page_fields(kind, page):
            kept = fields.setdefault(name, [])
            if _is_new(name, value, kept):
                kept.append(value)
    if fields.get("id_number"):
        fields.pop(UNVERIFIED, None)  # the number itself was read elsewhere on the paper
    return {name: tuple(values) for name, values in fields.items() if values}


def _page_fields(kind: K, page: PageText) -> Iterable[tuple[str, Field]]:
    page = replace(page, runs=tuple(without_seam(without_notes(page.runs))))
    if kind in CARDS:
        page = replace(page, runs=tuple(without_watermarks(page.runs)))
    slots = tuple(after_stub(_slots(kind, page), page.runs))
    found: dict[str, list[Field]] = {}
    by_agent = kind in LETTERS and is_written_by_agent("".join(r.text for r in page.runs))
    if by_agent or kind is K.AUTHORIZATION_LETTER:
        _add_prose(found, kind, page)  # printed sentences before the signatures that repeat the names
    if kind in _REPORTS:
        slots = tuple(sorted(slots, key=lambda s: s.label.vertical))  # another sheet's edge comes last
    words: dict[str, str] = {}
    agreed: set[Box] = set()
    told = agents_named(kind, page.runs)
    texts = [run.text for run in page.runs]
    for slot in under_heads(kind, told_apart(kind, slots, page.runs, agent=by_agent, told=told)):
        name = FIELDS[kind].get(slot.concept)
        if name is None or is_unmeant(kind, name, slot, slots, page.runs, page.height):
            continue
        values = _values(slot, page)
        name = _own_or_further(kind, name, slot.word, words) if values else name
        if not values and slot.concept == "id":
            name, values = _other_number(kind, slot, page)
        signed = {printed_and_signed(s.text) for s in slot.strips}
        for value in values:
            if name == "physician_name" and (value.value in signed or _is_of_an_order(slot, value)):
                agreed.add(value.box)  # printed, and the hand behind it says the same
            elif touches(value.box, page.handwriting) or _is_penned(name, value):
                continue  # its place is a mark, its content is never asserted
            bound = min(meant(slot.concept, slot.word), among_others(slot.concept, slot.word, texts))
            further = _is_further_visit(kind, name, slot.word, words)
            _add(found, name, replace(value, confidence=bounded(value.confidence, bound)), further=further)
    if kind in TELLING or (kind is K.APPLICATION_FORM and not found.get("patient_name")):
        _add_prose(found, kind, page)
    if kind in _REPORTS:
        found["test_items"] = [
            Field(
                dict(r.values),
                r.raw,
                _rounded(bounded(r.confidence, measured(kind))),
                page.number,
                r.box,
                page.source,
            )
            for r in read_test_rows(page.runs, flagged=kind is K.LAB_REPORT)
        ]
    _split_periods(found)
    _leave_out_told_of_both(found)
    printed = [r for r in page.runs if not touches(r.box, page.handwriting)]
    sheet = Sheet(kind, printed, slots, found, page.number, page.source, page.height, page.seals)
    fill_in_shifted_dates(sheet)
    fill_in(sheet)
    tell_known_hospital(sheet)
    fill_in_dates(sheet)
    bound = among_hands(kind, len(page.handwriting))
    return [
        (name, _at_most(settled(name, value), 1.0 if name in _PROVEN_FIELDS else _most(value, page, bound)))
        for name, values in found.items()
        for value in values
        if value.box in agreed or not touches(value.box, page.handwriting)
    ]


def _most(value: Field, page: PageText, bound: float) -> float:
    return min(bound, LOOSELY) if touches(value.box, page.doubted) else bound


def _slots(kind: K, page: PageText) -> tuple[Slot, ...]:
    """The page's labels with their values; of a booklet opened flat, each page's by itself."""
    booklet = kind is K.RECOGNITION_FORM
    parts = pages_of(page.runs, page.width, page.height) if booklet else [page.runs]
    return tuple(slot for part in parts for slot in find_slots(part, GLUED.get(kind, frozenset())))


def _own_or_further(kind: K, name: str, word: str, words: dict[str, str]) -> str:
    """The field, or the working name of a further value, where another label gave the first one."""
    if kind not in WITH_TWO_HOMES or name not in _SEVERAL:
        return name
    first = words.setdefault(name, word)
    return name if word == first or not _SEVERAL[name].search(word) else f"further_{name}"


def _is_further_visit(kind: K, name: str, word: str, words: dict[str, str]) -> bool:
    """Whether the label that gave an outpatient record's visit stands there again: a page of several."""
    return kind is K.OUTPATIENT_RECORD and name == "visit_date" and words.setdefault(name, word) == word


def _add(found: dict[str, list[Field]], name: str, value: Field, *, further: bool = False) -> None:
    kept = found.setdefault(name, [])
    if name == "address" and len(kept) == 1 and str(kept[0].value) in str(value.value):
        kept.clear()  # a stub gives the town, the paper below it the whole address
    if (further or name in MANY or not kept) and _is_new(name, value, kept):
        kept.append(value)


def _is_new(name: str, value: Field, kept: Sequence[Field]) -> bool:
    """Whether a value was not kept yet; a title said again on another page may be the same signer's."""
    return all(
        value.value != other.value
        or (name in OF_EACH and value.page == other.page and not meet(value.box, other.box))
        for other in kept
    )


def _other_number(kind: K, slot: Slot, page: PageText) -> tuple[str, list[Field]]:
    name, told = other_number(kind, slot, page.runs)
    return name, [_at_most(_field(told[0], told[1], page), told[2])] if told else []


def _values(slot: Slot, page: PageText) -> list[Field]:
    parse = parser_of(slot.concept)
    for whole in slot.strips:
        strip = whole.flat() if slot.concept in _ON_ONE_LINE else whole
        if values := parse(strip.text):
            found = [_field(p, strip, page) for p in values]
            if slot.concept in {*DIAGNOSES, "disease"} and is_torn(strip, page.runs):
                found[-1] = replace(found[-1], confidence=bounded(found[-1].confidence, TORN))
            return found if slot.concept in _PROVEN else [_as_placed(f, slot) for f in found]
        if slot.concept == "insurance" and names_both(strip.text):
            break  # a list whose ticks tell nothing: no part of it does
    return []


def _at_most(field: Field, bound: float) -> Field:
    return replace(field, confidence=bounded(field.confidence, bound))


def _as_placed(field: Field, slot: Slot) -> Field:
    placed = most(slot.label, field.box, number=slot.concept in NUMBERS)
    return _at_most(field, TORN if lacks_its_day(field.value, field.raw) else placed)


def _field(parsed: Parsed, strip: Strip, page: PageText) -> Field:
    return Field(
        parsed.value,
        strip.text[parsed.start : parsed.end].replace("\n", "").replace(WRAPPED, ""),
        _rounded(strip.confidence(parsed.start, parsed.end)),
        page.number,
        strip.box(parsed.start, parsed.end),
        page.source,
    )


def _is_of_an_order(slot: Slot, value: Field) -> bool:
    """Whether a surely read name is that of the one who ordered a report: printed, never signed."""
    return slot.concept == "ordering" and (value.confidence is None or value.confidence >= SURELY_READ)


def _is_penned(name: str, value: Field) -> bool:
    """Whether a name behind a place to sign was written by hand, judged by sureness."""
    if name != "physician_name" or value.confidence is None:
        return False  # printed, or from a text layer
    return value.confidence < PRINTED


def _rounded(confidence: float | None) -> float | None:
    return None if confidence is None else round(confidence, 4)


def _add_prose(found: dict[str, list[Field]], kind: K, page: PageText) -> None:
    """People, stays and opinions told in running text; labels on the page, where there are any, go first."""
    strip, mentions = told_on(kind, page.runs)
    labelled = frozenset(found) & {"diagnosis", "physician_name"}
    for mention, start, end in mentions:
        if mention.field in labelled:
            continue  # a list behind its label is whole
        if mention.field in FIELDS[kind].values():
            _add(found, mention.field, _field(Parsed(mention.value, start, end), strip, page))


def _leave_out_told_of_both(found: dict[str, list[Field]]) -> None:
    """Take from the agent what was read in the same place as the patient's, and doubt whose it is."""
    for own, agents in (("id_number", "agent_id_number"), ("patient_name", "agent_name")):
        patients = found.get(own, [])
        shared = [a for a in found.get(agents, []) if any(meet(a.box, f.box) for f in patients)]
        if shared:
            found[agents] = [a for a in found[agents] if a not in shared]
            found[own] = [
                replace(f, confidence=bounded(f.confidence, LOOSELY))
                if any(meet(a.box, f.box) for a in shared)
                else f
                for f in patients
            ]


def _split_periods(found: dict[str, list[Field]]) -> None:
    """``validity`` (``from/until``) into the contract's two fields."""
    for period in found.pop("validity", []):
        for name, value in zip(("valid_from", "valid_until"), str(period.value).split("/"), strict=True):
            if value:
                part = Field(value, period.raw, period.confidence, period.page, period.box, period.source)
                _add(found, name, part)
