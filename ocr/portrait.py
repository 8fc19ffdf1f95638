"""Tells photos of people from papers and cards: the selfie with an identity card."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from ocr.kinds import KindGuess
from ocr.types import DocumentKind as K
from ocr.types import Face, TextLine

FACE_TO_PRINT = 10.0
"""On an identity card the portrait's face is some six times as high as the print; a face beyond this many
times belongs to somebody holding the card (GA 448-2013 gives the card's measures)."""
FACE_TO_PICTURE = 0.12
"""A face at least this share of the picture's height, with hardly any text, makes it a photo of a person."""
FEW_LINES = 12
_CARDS = frozenset({K.ID_CARD_FRONT, K.ID_CARD_BACK, K.UNKNOWN, K.RESIDENCE_PERMIT, K.HOUSEHOLD_REGISTER})


def as_portrait(
    guess: KindGuess, lines: Sequence[TextLine], faces: Sequence[Face], *, width: int, height: int
) -> KindGuess:
    """``guess``, or ``id_selfie`` where the faces say that this is a photo of a person."""
    if not faces or guess.kind not in _CARDS:
        return guess
    face = max(f.box[3] - f.box[1] for f in faces)
    if lines:
        print_height = median([min(x.box[3] - x.box[1], x.box[2] - x.box[0]) for x in lines])
        if face > FACE_TO_PRINT * print_height and len(lines) < 3 * FEW_LINES:
            return KindGuess(K.ID_SELFIE, 0.9, titled=True)
    if len(lines) <= 2 and face > FACE_TO_PICTURE * min(width, height):
        return KindGuess(K.ID_SELFIE, 0.75, titled=True)
    return guess
