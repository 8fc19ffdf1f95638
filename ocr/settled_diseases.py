"""Diseases that were gathered, with what their wording tells: whether they read like one at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ocr.likely_diseases import likely_disease
from ocr.reliance import LOOSELY, bounded, is_syndrome
from ocr.types import DocumentKind as K
from ocr.types import Field
from ocr.values.diseases import looks_like_disease

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
FEW = 6
"""Characters up to which a sign of illness keeps a name that the likelihood would leave out: 心律失常."""
_ASIDE = re.compile(r"[(（][^()（）]*[)）]?")
_PARTS = re.compile(r"[,，、;；:：]")
_SHORT = re.compile(
    r"(?!ICD|NO|ID|CT|MRI?|DR|ECG|EKG|PET|[A-Z]CU|OK|Rp)[A-Z][A-Za-z]{0,4}[A-Za-z](?:[/-][A-Z]{2,4})?"
)
"""Names in letters, too few to be judged by: MDS, HIV/AIDS."""

_OF_THE_TUBERCLE = re.compile(
    r"(?<=结核)[左右双上中下、,，/]{0,8}(?:涂|培|菌)(?:[（(][-+－＋]+[)）]|[阴阳]性?|未[痰查])"
    r"[,，、]?(?:初治|复治)?$"
)
"""Site, smear and course, as tuberculosis is written down (WS 196-2001): 双上中涂（+）初治."""

_OF_A_SYNDROME = re.compile("[气血阴阳痰湿瘀热寒风虚郁毒火燥]")
"""What a syndrome tells of, and no other word that ends alike: 风痰阻络证, not 准生证."""


def settled_diseases(kind: K, values: Iterable[Field]) -> list[Field]:
    """The values that may be diseases; what reads like two in one, or like a part of one, is doubted.

    So is what lost an end of its brackets, and with it what stood there: 高血压病3级（很高危.
    """
    most = LOOSELY if kind in _IN_SENTENCES else AT_MOST
    kept = []
    for value in values:
        text = str(value.value)
        plain = _ASIDE.sub("", _OF_THE_TUBERCLE.sub("", text)) or text
        likely = max(likely_disease(text), likely_disease(plain))
        if likely >= UNLIKE:
            whole = text.count("（") == text.count("）") and text.count("(") == text.count(")")
            kept.append(value if whole else replace(value, confidence=bounded(value.confidence, LOOSELY)))
        elif kind in _IN_SENTENCES or _may_be_one(plain, likely):
            kept.append(replace(value, confidence=bounded(value.confidence, most)))
    return kept


def _may_be_one(plain: str, likely: float) -> bool:
    """Whether what reads little like a disease may still be one: short names give little to judge by."""
    if (
        _SHORT.fullmatch(plain)
        or (is_syndrome(plain) and _OF_A_SYNDROME.search(plain))
        or (len(plain) <= FEW and looks_like_disease(plain))
    ):
        return True
    return max(likely, likely_disease(_PARTS.split(plain)[0])) >= NONE
