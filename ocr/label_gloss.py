"""The English under or behind a label (姓名 Name, 科室 Dept.): part of the label, never of its value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ocr.label_words import VOCABULARY
from ocr.values.text import fold

if TYPE_CHECKING:
    from ocr.labels import Hit

_WORDS = r"""
(?:Patient(?:['’]?s)?\s?|Full\s?)?Name|Patient|Sex|Gender|Age|(?:Date\s?of\s?)?Birth|DOB|Nationality|Ethnic(?:ity)?
|(?:Clinical\s?)?(?:Dept|Department)|Ward|Bed(?:\s?No)?|Room|Clinic
|(?:Attending\s?|Ordering\s?|Requesting\s?|Referring\s?|Responsible\s?)?(?:Doctor|Physician|Dr)
|(?:Ordered|Requested|Referred|Tested|Examined|Reported|Verified|Checked|Reviewed|Approved|Signed)\s?by
|Technician|Reporter|Reviewer|Signature
|(?:Clinical\s?|Admission\s?|Admitting\s?|Discharge\s?|Primary\s?|Principal\s?|Pathological\s?)?(?:Diagnosis|Diag|Dx)
|Impressions?|Conclusions?|Findings?|Chief\s?Complaints?|History(?:\s?of\s?Present\s?Illness)?|HPI|PMH|Past\s?History
|Physical\s?Exam(?:ination)?|P\.?\s?E|Management|Treatment|Advice|Plan
|(?:(?:OPD|IPD|Outpatient|Inpatient|Clinic|Hospital|Admission|Record|Case|Med(?:ical)?\.?\s?Record|MR|Report|Exam|Lab|Sample
|Specimen|Visit|Card|Serial|Study|Request)\s?)?(?:No|Number)|MRN
|(?:(?:Visit|Report|Exam|Examination|Test|Admission|Discharge|Print|Sampling|Issue|Birth)\s?)?(?:Date|Time)
|Collected|Received|Reported|Printed|Sampled|Specimen|Sample(?:\s?Type)?|Pay(?:ment)?|Type|Tel|Telephone|Phone|Mobile
|Address|Hospital|Title|Remarks?|Notes?
"""
_GLOSS = re.compile(
    rf"(?<=[\u4e00-\u9fff)）])\s{{0,2}}[(（]?(?P<word>{''.join(_WORDS.split(chr(10)))})"
    r"\.?[)）]?\.?(?![A-Za-z])[\s:：]*",
    re.IGNORECASE,
)
_LONGEST_BEFORE = 12


def without_gloss(text: str) -> tuple[str, Mapping[int, int]]:
    """The text, as long as before, with a colon for the English behind its labels; and where it ends.

    >>> without_gloss("科室 Dept. 肾内科")
    ('科室:      肾内科', {3: 9})
    >>> without_gloss("甲型H1N1 Type A")[1]
    {}
    """
    ends: dict[int, int] = {}
    for found in _GLOSS.finditer(text):
        if _ends_with_label(text[: found.start()]):
            ends[found.start() + 1] = found.end()
            blank = ":" + " " * (found.end() - found.start() - 1)
            text = text[: found.start()] + blank + text[found.end() :]
    return text, ends


def _ends_with_label(before: str) -> bool:
    words = re.search(r"[\u4e00-\u9fff()（）/、\s]+$", before[-_LONGEST_BEFORE:])
    word = fold(words.group()).replace(" ", "") if words else ""
    return any(word[at:] in VOCABULARY for at in range(len(word)))


def past_gloss(hits: Iterable[Hit], ends: Mapping[int, int]) -> list[Hit]:
    """The labels with the English behind them."""
    return [replace(hit, end=ends.get(hit.end, hit.end)) for hit in hits]
