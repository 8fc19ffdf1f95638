"""What certificates tell in sentences besides the visit and the stay: home, record number, last visit.

患者李建国，男，…，现住广水市…。在我院肿瘤科门诊长期就诊，最近一次就诊为2025年5月14日，门诊病历号2552973。
"""

from __future__ import annotations

import re

from ocr.homes import find_homes
from ocr.prose import Mention
from ocr.values.dates import find_dates

_NUMBER = re.compile(
    r"(?:住院|病案|门诊|门诊病历|门诊病案|病历|就诊|登记|门急诊|急诊)(?:病历)?(?:号码?|编号)[:：为是]{0,2}\s?"
    r"(?P<number>[A-Za-z]{0,3}\d{5,14})(?![\dA-Za-z])"
)
_DAY = r"(?P<day>(?:19|20)\d\d\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?)"
_LAST_VISIT = re.compile(
    rf"(?:最近|末次|最后|近期|本)(?:一次|1次|次)?(?:门诊)?(?:就诊|复诊|就医|来诊|随诊)(?:时间|日期)?[为是于在:：]{{0,2}}\s?{_DAY}"
)
_SEEN_IN = re.compile(
    r"(?:在|来|至|到|于)(?:我|本)院(?P<department>(?!门诊|急诊|住院)[\u4e00-\u9fff、]{1,14}?(?:科|中心|专科))"
    r"(?:专科)?(?:门诊|急诊)?(?:长期|定期|规律|多次|持续|一直|反复)?(?:就诊|就医|随访|随诊|复诊|治疗|诊治|看诊)"
)
_ELSEWHERE = re.compile(r"曾|既往|外院|当地|联系人|家属|单位|医院$")


def find_narrated(text: str) -> list[Mention]:
    """Home, record number, last visit and its department, where sentences tell them."""
    found = [
        ("record_number", "number", _NUMBER),
        ("department", "department", _SEEN_IN),
    ]
    mentions = find_homes(text, certificate=True)
    for field, group, form in found:
        told = next((m for m in form.finditer(text) if not _is_elsewhere(text, m.start())), None)
        if told:
            mentions.append(Mention(field, told[group], *told.span(group)))
    seen = _LAST_VISIT.search(text)
    dates = find_dates(seen["day"]) if seen else []
    if seen and dates:
        at = seen.start("day")
        mentions.append(Mention("visit_date", dates[0][0].iso, at + dates[0][1], at + dates[0][2]))
    return mentions


def _is_elsewhere(text: str, at: int) -> bool:
    """Whether the words of the clause before speak of another hospital, or of another person."""
    return _ELSEWHERE.search(re.split(r"[。;；,，]", text[max(0, at - 24) : at])[-1]) is not None
