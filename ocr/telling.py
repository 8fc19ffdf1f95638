"""Which kinds of paper tell in sentences, and what is believed of it there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ocr.circumstances import find_circumstances, find_places
from ocr.homes import find_homes
from ocr.layout import Run
from ocr.narrated import find_narrated
from ocr.prose import Mention, find_opinion, find_people, find_visit, is_named_in_passing
from ocr.side_by_side import blocks_on, column_by_column
from ocr.stays import find_presented, find_stay
from ocr.strips import Strip, in_rows, strip_of
from ocr.stubs import without_stub
from ocr.types import DocumentKind as K

LETTERS = frozenset({K.AUTHORIZATION_LETTER, K.COMMITMENT_LETTER, K.WORK_POSTING_LETTER})
_NARRATED = frozenset({K.DIAGNOSIS_CERTIFICATE, K.REFERRAL_LETTER})
_STORIES = frozenset({K.DISCHARGE_SUMMARY, K.UNKNOWN})
TELLING = LETTERS | _NARRATED | _STORIES

_CERTIFIED = re.compile("特此证明")
"""What a letter of discharge ends with that tells all in one sentence, as a certificate does: 出院证明书."""


def mentions_on(kind: K, text: str) -> list[Mention]:
    """What the sentences of a page of this kind tell, likeliest first."""
    certified = kind is K.DISCHARGE_SUMMARY and _CERTIFIED.search(text)
    if kind in _STORIES and not certified:  # what others did elsewhere stands in them as well
        homes = find_homes(text, certificate=True) if kind is K.UNKNOWN else []
        return [*find_presented(text), *find_stay(text), *homes]
    mentions = [*find_people(text), *find_visit(text), *find_opinion(text)]
    if kind is K.AUTHORIZATION_LETTER:
        return [*mentions, *find_places(text)]
    if kind in LETTERS or kind is K.APPLICATION_FORM:
        return [*mentions, *find_circumstances(text)]
    return [*mentions, *find_presented(text), *find_stay(text), *find_narrated(text)]


def told_on(kind: K, runs: Sequence[Run]) -> tuple[Strip, list[tuple[Mention, int, int]]]:
    """A page's running text, and what its sentences tell, with where each begins and ends in that text.

    The columns of a letter of authority that is set as a table are read one after the other, and so are two
    people's blocks side by side.
    """
    runs = [r for r in without_stub(runs) if not r.vertical]
    tabled = kind is K.AUTHORIZATION_LETTER and any(r.cell is not None for r in runs)
    if kind in LETTERS and blocks_on(runs):
        runs = column_by_column(runs)
    else:
        runs = runs if tabled else in_rows(runs)
    strip = strip_of(runs)
    flat = strip.text.replace("\n", "")
    places = [i for i, c in enumerate(strip.text) if c != "\n"]
    if len(places) != len(flat):
        raise AssertionError("a joined page lost characters")
    return strip, [(m, places[m.start], places[m.end - 1] + 1) for m in mentions_on(kind, flat)]


def agents_named(kind: K, runs: Sequence[Run]) -> list[Run]:
    """Where the sentences of a letter of authority name the one who is to act, and whom the rest tells of."""
    if kind is not K.AUTHORIZATION_LETTER:
        return []
    strip, mentions = told_on(kind, runs)
    spans = [(start, end) for mention, start, end in mentions if mention.field == "agent_name"]
    spans = [span for span in spans if not is_named_in_passing(strip.text, *span)]
    pieces = [tuple(c for c in strip.chars[start:end] if c.text != "\n") for start, end in spans]
    return [Run("".join(c.text for c in chars), chars, None, vertical=False) for chars in pieces]
