"""Which kinds of paper tell in sentences, and what is believed of it there."""

from __future__ import annotations

from ocr.circumstances import find_circumstances, find_places
from ocr.narrated import find_narrated
from ocr.prose import Mention, find_opinion, find_people, find_visit
from ocr.stays import find_presented, find_stay
from ocr.types import DocumentKind as K

LETTERS = frozenset({K.AUTHORIZATION_LETTER, K.COMMITMENT_LETTER, K.WORK_POSTING_LETTER})
_NARRATED = frozenset({K.DIAGNOSIS_CERTIFICATE, K.REFERRAL_LETTER})
_STORIES = frozenset({K.DISCHARGE_SUMMARY})
TELLING = LETTERS | _NARRATED | _STORIES


def mentions_on(kind: K, text: str) -> list[Mention]:
    """What the sentences of a page of this kind tell, likeliest first."""
    if kind in _STORIES:  # what others did elsewhere stands in them as well
        return [*find_presented(text), *find_stay(text)]
    mentions = [*find_people(text), *find_visit(text), *find_opinion(text)]
    if kind is K.AUTHORIZATION_LETTER:
        return [*mentions, *find_places(text)]
    if kind in LETTERS or kind is K.APPLICATION_FORM:
        return [*mentions, *find_circumstances(text)]
    return [*mentions, *find_presented(text), *find_stay(text), *find_narrated(text)]
