"""How likely each kind of paper is by all the words of a page, as learnt from drawn papers.

Titles and telling words are lists that somebody thought of (``ocr/kinds.py``); papers whose title nobody
thought of still speak of what they are in all their labels and sentences: in the runs of two to four
characters that stand on the page. Learnt by ``benchmarks/reading/learn_kinds.py`` from the layouts of the
develop half.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ocr.run_weights import run_weights
from ocr.types import DocumentKind
from ocr.values.text import fold

LENGTHS = (2, 3, 4)
"""Characters of a run: 2 to tell 处方 from 票据, 4 to tell 认定申请 from 认定意见."""
ENOUGH = 70
"""Known runs on a page, from which on its words are trusted in full; of fewer, in proportion."""
_BETWEEN = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")


def runs_of(lines: Iterable[str]) -> set[str]:
    """The runs of two to four characters within the words of some lines of text."""
    found: set[str] = set()
    for line in lines:
        for word in _BETWEEN.split(fold(line)):
            for length in LENGTHS:
                found.update(word[i : i + length] for i in range(len(word) - length + 1))
    return found


def likely_kinds(lines: Iterable[str]) -> dict[DocumentKind, float]:
    """For each kind 0–1, how likely a page of this text is of it; of few words the sum is less than 1."""
    shares, known = run_weights("kind_weights").shares(runs_of(lines))
    trust = min(1.0, known / ENOUGH)
    return {DocumentKind(kind): share * trust for kind, share in shares.items()}
