"""Character error rate that does not depend on reading order.

The flexible character accuracy of Clausner, Pletschacher and Antonacopoulos ("Flexible character accuracy
measure for reading-order-independent evaluation", Pattern Recognition Letters 131, 2020), simplified: each
true line, longest first, is aligned with the piece of the read text that fits it best, that piece is taken
out, and what stays over on either side counts as missing or invented. Spaces are not compared; widths are
folded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from benchmarks.reading.truth import PageTruth

LEAST_FIT = 50.0
"""A piece less like a line than this (0-100) is not that line."""


def errors(truth: PageTruth, lines: Iterable[str]) -> tuple[int, int]:
    """Wrong, missing and invented characters, and how many there are to read."""
    wanted = sorted((_plain(t.text) for t in truth.texts if not t.optional), key=len, reverse=True)
    pieces = [p for p in map(_plain, lines) if p]
    wrong = 0
    for line in filter(None, wanted):
        wrong += _take(line, pieces)
    for line in sorted((_plain(t.text) for t in truth.texts if t.optional), key=len, reverse=True):
        _take(line, pieces)
    return wrong + sum(map(len, pieces)), sum(map(len, wanted))


def _take(line: str, pieces: list[str]) -> int:
    """Take the best fitting piece out of ``pieces``; how many edits it needs."""
    best, fit = -1, LEAST_FIT
    for n, piece in enumerate(pieces):
        score = _fit(line, piece)
        if score > fit or (score == fit and best < 0):
            best, fit = n, score
            if score == 100.0 and len(piece) == len(line):
                break
    if best < 0:
        return len(line)
    piece = pieces.pop(best)
    start, end = _span(line, piece)
    pieces += [rest for rest in (piece[:start], piece[end:]) if rest]
    return Levenshtein.distance(line, piece[start:end])


def _fit(line: str, piece: str) -> float:
    if line == piece:
        return 100.0
    if len(piece) < len(line):
        return float(fuzz.ratio(line, piece))
    return float(fuzz.partial_ratio(line, piece, score_cutoff=LEAST_FIT)) - 0.01


def _span(line: str, piece: str) -> tuple[int, int]:
    if len(piece) <= len(line):
        return 0, len(piece)
    found = fuzz.partial_ratio_alignment(line, piece)
    return (found.dest_start, found.dest_end) if found else (0, len(piece))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
