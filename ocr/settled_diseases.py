"""Diseases that were gathered, with what their wording tells: whether they read like one at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ocr.likely_diseases import likely_disease
from ocr.reliance import LOOSELY, bounded
from ocr.types import DocumentKind as K
from ocr.types import Field

NAMES = frozenset({"diagnosis", "claimed_disease"})
_IN_SENTENCES = frozenset({K.EXAM_REPORT, K.PATHOLOGY_REPORT})
"""Papers whose conclusions are sentences: of those that read like no disease's name some are right."""
UNLIKE = 0.2
"""Likelihood below which a text is hardly the name of one disease."""
AT_MOST = 0.5
"""Confidence of such a value: two names in one, a neighbour's text behind it."""
NONE = 0.05
"""Likelihood below which it is none: of such values on layouts seen for the first time (their authors left
out of what was learnt) 72 were wrong and 3 right: headings, rows of results, text of another column."""
_ASIDE = re.compile(r"[(（][^()（）]*[)）]?")
_PARTS = re.compile(r"[,，、;；:：]")


def settled_diseases(kind: K, values: Iterable[Field]) -> list[Field]:
    """The values that may be diseases; what reads like two in one, or like a part of one, is doubted."""
    most = LOOSELY if kind in _IN_SENTENCES else AT_MOST
    kept = []
    for value in values:
        text = str(value.value)
        plain = _ASIDE.sub("", text) or text
        likely = max(likely_disease(text), likely_disease(plain))
        if likely >= UNLIKE:
            kept.append(value)
        elif kind in _IN_SENTENCES or max(likely, likely_disease(_PARTS.split(plain)[0])) >= NONE:
            kept.append(replace(value, confidence=bounded(value.confidence, most)))
    return kept
