"""A value that was gathered, with what its field alone tells of it, whatever stands around it."""

from __future__ import annotations

import re
from dataclasses import replace

from ocr.lost_zeros import CONCLUDED
from ocr.reliance import HALF, LOOSELY, bounded, is_syndrome
from ocr.strange_tails import without_tail
from ocr.types import Field, Source
from ocr.values.autonomous_places import mend_autonomous_place
from ocr.values.departments import is_known
from ocr.values.regions import check_regions, mend_rivers
from ocr.values.universities import mend_university

_OF_PLACES = frozenset({"address", "insured_place", "hospital_name", "issuing_authority"})
_HOME_END = re.compile(r"(?:[号室组社楼栋幢户屯村弄座层队院]|单元|(?<![路街道巷里\d])\d+|[A-Za-z)）])$")
"""What a home's address ends with: 736 of the 739 that drawn papers print, most with a number, a flat or a
group. One read otherwise was cut where it wrapped, or the next words of the page are glued to it."""
_DEPARTMENT_END = re.compile(r"[科室部区组房]|门诊|中心|ICU", re.IGNORECASE)
"""What a department's name holds, if its end was not cut: 风湿免疫."""
LEAST_HOME = 6
"""Characters of an address; a shorter one is the end of one that wrapped: 401室."""
DOUBTED = 0.9
_ODD = {
    "address": re.compile(r"[0-9](?![号室户楼层栋幢座单组队弄院门区村社街巷路里])[\u4e00-\u9fff]$"),
    "diagnosis": re.compile(
        r"[\u4e00-\u9fff]{4}·[\u4e00-\u9fff]{4}|[)）](?![期型级度后史症病术者伴])[\u4e00-\u9fff]$"
    ),
}
"""How what a misread character or the next word left at the end shows, or a mark between two names."""
_ROOM_WITHIN = re.compile(
    r"[\u4e00-\u9fff]{3} (?!伴|并|合并|术后|[化放]疗|[\u4e00-\u9fff]{2,4}期)[\u4e00-\u9fff]{3}"
)
"""A space between two words of a diagnosis, each long enough to be one itself."""
_CUT_IN_FRONT = re.compile(r"(?:市(?![中南北东西]区)|县|区|省|州)[\u4e00-\u9fff]")
"""A hospital's name of which the place's own was not read: 市第一人民医院, if it is not printed so."""
SHORT_NAME = 4
"""Characters of a hospital's name that says neither place nor owner: 龙华医院."""


def settled(name: str, value: Field) -> Field:
    """A value with what its field alone tells of it: names of places and universities spelt right.

    A syndrome of Chinese medicine alone is told less surely, and a disease with a question mark behind it.
    """
    value = without_tail(name, value)
    if name == "address" and value.source is Source.OCR and len(str(value.value)) < LEAST_HOME:
        return replace(value, confidence=bounded(value.confidence, HALF))
    if name in _OF_PLACES and value.source is Source.OCR:
        value = _with_place(value)
    if name == "hospital_name":
        return _with_university(value)
    roomy = name == "diagnosis" and _ROOM_WITHIN.search(value.raw) is not None
    doubtful = roomy or (value.source is Source.OCR and _ends_oddly(name, str(value.value)))
    asked = name == "diagnosis" and str(value.value).endswith(("?", "？"))
    if doubtful or asked or (name == "diagnosis" and is_syndrome(str(value.value))):
        return replace(value, confidence=bounded(value.confidence, LOOSELY))
    return value


def _ends_oddly(name: str, text: str) -> bool:
    """Whether a value read from a picture holds what its like does not: 妇料, 29-3致, 3级(很高危)开.

    Each may be right; a character misread in it, or the next word's, was told as sure.
    """
    if name == "department":
        return not is_known(text) or not _DEPARTMENT_END.search(text)
    if name == "address" and not _HOME_END.search(text):
        return True
    pattern = _ODD.get(name)
    return pattern is not None and pattern.search(text) is not None


def _with_university(value: Field) -> Field:
    """A hospital's name read from a picture, a misread character of its university put right.

    A name of a word alone (龙华医院), or one that begins within a place's, may be the end of a longer one and
    is not told as sure.
    """
    if value.source is not Source.OCR:
        return value
    doubted = value.confidence is not None and value.confidence < DOUBTED
    mended = mend_university(str(value.value), doubted=doubted)
    if mended == value.value:
        short = (len(mended) <= SHORT_NAME and mended.endswith("医院")) or _CUT_IN_FRONT.match(mended)
        return replace(value, confidence=bounded(value.confidence, LOOSELY)) if short else value
    return replace(value, value=mended, confidence=bounded(value.confidence, CONCLUDED))


def _with_place(value: Field) -> Field:
    """A place of which a character was misread (an autonomous county, a city behind its province), put right,
    and one that is not listed behind its province doubted."""
    mended, listed = check_regions(mend_autonomous_place(mend_rivers(str(value.value))))
    if mended != value.value:
        return replace(value, value=mended, confidence=bounded(value.confidence, CONCLUDED))
    return value if listed else replace(value, confidence=bounded(value.confidence, LOOSELY))
