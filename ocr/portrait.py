"""Tells photos of people from papers and cards: the selfie with an identity card."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from ocr.geometry import union
from ocr.kinds import KindGuess
from ocr.types import Box, Face, TextLine
from ocr.types import DocumentKind as K

FACE_TO_PRINT = 10.0
"""On an identity card the portrait's face is some six times as high as the print; a face beyond this many
times belongs to somebody holding the card (GA 448-2013 gives the card's measures)."""
FACE_TO_PORTRAIT = 5.0
"""A face lower than this many times the print, apart from it, may be a picture on some other paper."""
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
    face = max(faces, key=lambda f: f.box[3] - f.box[1])
    size = face.box[3] - face.box[1]
    if lines and len(lines) < 3 * FEW_LINES:
        print_height = median([min(x.box[3] - x.box[1], x.box[2] - x.box[0]) for x in lines])
        if size > FACE_TO_PRINT * print_height or (
            size > FACE_TO_PORTRAIT * print_height and _is_apart(face.box, union([x.box for x in lines]))
        ):
            return KindGuess(K.ID_SELFIE, 0.9, titled=True)
    if len(lines) <= 2 and size > FACE_TO_PICTURE * min(width, height):
        return KindGuess(K.ID_SELFIE, 0.75, titled=True)
    return guess


def _is_apart(face: Box, text: Box) -> bool:
    """Whether a face stands outside the card around ``text``; a card's portrait stands right beside it."""
    width, height = text[2] - text[0], text[3] - text[1]
    x, y = (face[0] + face[2]) / 2, (face[1] + face[3]) / 2
    across = text[0] - 0.8 * width <= x <= text[2] + 0.8 * width
    return not (across and text[1] - 0.5 * height <= y <= text[3] + 0.5 * height)
