"""What stands behind the label of an ID number and is none: an insurance card's number, or none at all."""

from __future__ import annotations

from collections.abc import Sequence

from ocr.layout import Run, off_its_line
from ocr.number_values import parse_insurance_cards, parse_unverified_numbers
from ocr.parsed import Parsed
from ocr.reliance import LOOSELY, SURELY_READ
from ocr.schema import FIELDS
from ocr.slots import Slot
from ocr.strips import Strip, join_rows
from ocr.types import DocumentKind

UNVERIFIED = "id_number_unverified"
"""Field for what stands in an ID number's place and is no valid number: wrong digits, or stars."""

Told = tuple[Parsed, Strip, float]
"""A number, the text it stands in, and the most confidence in it, 0–1."""


def other_number(kind: DocumentKind, slot: Slot, runs: Sequence[Run]) -> tuple[str, Told | None]:
    """The field that such a number belongs to, and the number, if any.

    ``slot``: the label of an ID number behind which no valid one stands; ``runs``: the page's.
    """
    if "card_number" in FIELDS[kind].values() and slot.word.startswith("社会保障号"):
        card = _insurance_card(slot, runs)
        if card is not None:
            return "card_number", card
    return UNVERIFIED, _unverified(slot)


def _unverified(slot: Slot) -> Told | None:
    """A surely read number behind an ID label that is no valid one: for checks, never as the number."""
    for whole in slot.strips[:2]:
        strip = whole.flat()
        for parsed in parse_unverified_numbers(strip.text):
            confidence = strip.confidence(parsed.start, parsed.end)
            if confidence is None or confidence >= SURELY_READ:
                return parsed, strip, 1.0
    return None


def _insurance_card(slot: Slot, runs: Sequence[Run]) -> Told | None:
    """The number of an insurance card behind 社会保障号码, where no ID number stands.

    Off the label's line it is told less surely, and only where it stands alone.
    """
    for strip in slot.strips:
        if parsed := parse_insurance_cards(strip.text):
            return parsed[0], strip, 1.0
    for run in off_its_line(slot.label, runs):
        strip = join_rows([[run]])
        parsed = parse_insurance_cards(strip.text)
        if parsed and parsed[0].end == len(strip.text.rstrip()):
            return parsed[0], strip, LOOSELY
    return None
