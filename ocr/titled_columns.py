"""Names under a row of the ward's places to sign: 主任医师 | 主治医师 | 经管医师, and a name under each."""

from __future__ import annotations

from ocr.label_words import VOCABULARY
from ocr.labels import TITLES
from ocr.layout import Run, below, same_row
from ocr.parse import SURELY_A_NAME
from ocr.reliance import LOOSELY, PRINTED
from ocr.sheet_fields import Sheet
from ocr.values.names import looks_like_name, normalise_name
from ocr.values.text import fold

_DOCTORS = frozenset({"physician", "chief"})
LINES = 1.5
"""Text heights from a place down to the name under it, at most."""


def names_under_titles(sheet: Sheet) -> None:
    """Add the names under two or more such places, where each of them has no name beside it.

    A title alone is the rest of somebody's signature as often as a place, so one of them has to stand beside
    another place that a doctor signs at.
    """
    places = [r for r in sheet.runs if _is_a_place(r)]
    for title in (r for r in places if fold(r.text) in TITLES):
        row = [r for r in places if r is title or same_row(title, r)]
        named = [(name, run) for place in row if (found := _under(place, sheet)) for name, run in [found]]
        if len(row) < 2 or len(named) < 2:
            continue
        for name, run in named:
            if all(f.value != name for f in sheet.found.get("physician_name", [])):
                sheet.add("physician_name", name, run, most=LOOSELY)
        return


def _is_a_place(run: Run) -> bool:
    word = fold(run.text).rstrip(":")
    return word in TITLES or VOCABULARY.get(word) in _DOCTORS


def _under(place: Run, sheet: Sheet) -> tuple[str, Run] | None:
    """The name right under a place, as wide as names are, printed."""
    under = next(iter(below(sheet.runs, place, lines=LINES)), None)
    name = normalise_name(under.text) if under is not None else None
    if under is None or not name or looks_like_name(name) < SURELY_A_NAME:
        return None
    printed = under.confidence is None or under.confidence >= PRINTED
    return (name, under) if printed else None
