"""What certificates tell in sentences besides the visit and the stay: home, record number, last visit.

患者李建国，男，…，现住广水市…。在我院肿瘤科门诊长期就诊，最近一次就诊为2025年5月14日，门诊病历号2552973。
"""

from __future__ import annotations

import re

from ocr.homes import clause_before, find_homes, is_elsewhere
from ocr.prose import Mention
from ocr.sheet_fields import Sheet
from ocr.strips import in_rows, strip_of
from ocr.types import DocumentKind as K
from ocr.values.dates import find_dates

_KINDS = frozenset({K.DIAGNOSIS_CERTIFICATE, K.REFERRAL_LETTER})
_NUMBER = re.compile(
    r"(?:住院|病案|门诊|门诊病历|门诊病案|病历|就诊|(?:住院|门诊|就诊|患者|病人)登记|(?<![\u4e00-\u9fff])登记|门急诊|急诊)(?:病历)?"
    r"(?:号码?|编号)[:：为是]{0,2}\s?(?P<number>[A-Za-z]{0,3}\d{5,14})(?![\dA-Za-z])"
)
_DAY = r"(?P<day>(?:19|20)\d\d\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?)"
_LAST_VISIT = re.compile(
    rf"(?:最近|末次|最后|近期(?!复诊|随诊)|本)(?:一次|1次|次)?(?:门诊)?(?:就诊|复诊|就医|来诊|随诊)(?:时间|日期)?[为是于在:：]{{0,2}}\s?{_DAY}"
)
_TO_COME = re.compile(r"请|建议|嘱|预约|下次|拟|[应须需]于|定于")
_OTHERS_VISIT = re.compile(
    r"[,，\s]?(?:时)?(?:在|于|至|到|赴|往)(?![我本]院)[^,，。;；]{0,20}?(?:院|卫生室|中心|诊所)"
)
"""A visit to another hospital: 末次就诊时间2021年5月1日在湘雅医院."""
_ASKED_VISIT = re.compile(
    r"(?<!最近)(?<!末次)(?<!最后)(?<!近期)(?<![一本1]次)(?:就诊|门诊|来诊|就医)(?:日期|时间)\s*[:：]\s*(?:19|20)\d\d"
)
"""The label of the visit itself, which goes before what a sentence says of a last one."""
_SEEN_IN = re.compile(
    r"(?:在|来|至|到|于)(?:我|本)院(?P<department>(?!门诊|急诊|住院)[\u4e00-\u9fff、]{1,14}?(?:科|中心|专科|门诊)"
    r"(?:[（(][一二三四五六七八九十\d东西南北][）)])?)(?:专科)?(?:门诊|急诊)?(?:长期|定期|规律|多次|持续|一直|反复)?(?:取药|开药|配药|购药|就诊|就医|随访|随诊|复诊|治疗|诊治|看诊|(?P<stay>住院))"
)
_NOW = re.compile(r"[现今](?!病史)|目前|本次|此次|这次")
_YEAR = re.compile(r"(?:19|20)\d\d\s?年(?![^,，。;；]{0,8}(?:起|以来|至今|开始))")
_HOSPITAL = re.compile(
    r"(?P<ours>[我本]院)|外院|[当外]地|他院|别院|(?<=[在于到至赴往经由])[^,，。;；:：在于到至]{2,18}?(?:医院|卫生院|医疗中心)"
)


def find_narrated(text: str) -> list[Mention]:
    """Home, record number, last visit and its department, where sentences tell them."""
    found = [
        ("record_number", "number", _number(text)),
        ("department", "department", _department(text)),
    ]
    mentions = [Mention(field, told[group], *told.span(group)) for field, group, told in found if told]
    return [*find_homes(text, certificate=True), *mentions, *_last_visit(text)]


def _number(text: str) -> re.Match[str] | None:
    """The first number that no word before gives to another hospital or to another paper."""
    return next((m for m in _NUMBER.finditer(text) if _is_ours(text, m.start())), None)


def _department(text: str) -> re.Match[str] | None:
    """The one department that saw the patient; of several, or of an earlier year, only the present one."""
    told = [m for m in _SEEN_IN.finditer(text) if not is_elsewhere(text, m.start())]
    present = [m for m in told if _NOW.search(clause_before(text, m.start()))]
    if present:
        return present[0] if len({m["department"] for m in present}) == 1 else None
    if len({m["department"] for m in told}) != 1 or told[0]["stay"]:
        return None
    past = _YEAR.search(clause_before(text, told[0].start()))
    return None if past and _NOW.search(text, told[0].end()) else told[0]


def _last_visit(text: str) -> list[Mention]:
    """The day of the last visit here, where no label asks for the visit's and none is only planned."""
    if _ASKED_VISIT.search(text):
        return []
    for seen in _LAST_VISIT.finditer(text):
        planned = _TO_COME.search(_sentence_before(text, seen.start()))
        dates = find_dates(seen["day"])
        if planned or not dates or _OTHERS_VISIT.match(text, seen.end()):
            continue
        at = seen.start("day")
        return [Mention("visit_date", dates[0][0].iso, at + dates[0][1], at + dates[0][2])]
    return []


def without_told_elsewhere(sheet: Sheet) -> None:
    """Leave out what words inside a sentence, read as labels, tell of another hospital."""
    text = strip_of(in_rows(sheet.runs)).text.replace("\n", "")
    for field, is_others in (("record_number", _is_others_number), ("visit_date", _is_others_visit)):
        if sheet.kind in _KINDS and not sheet.lacks(field):
            kept = [f for f in sheet.found[field] if not is_others(text, f.raw)]
            sheet.found[field] = kept


def _is_others_number(text: str, raw: str) -> bool:
    at = text.find(raw)
    told = next((m for m in _NUMBER.finditer(text) if m.start("number") <= at < m.end()), None)
    if told is None or re.search(r"[:：]", told[0]):
        return False
    if text[max(0, told.start() - 1) : told.start()].isspace():
        return False  # behind its label on a form: 年龄 46 岁 门诊号 2023970696
    return not _is_ours(text, told.start())


def _is_others_visit(text: str, raw: str) -> bool:
    at = text.find(raw)
    told = next((m for m in _LAST_VISIT.finditer(text) if m.start("day") <= at < m.end()), None)
    return told is not None and _OTHERS_VISIT.match(text, told.end()) is not None


def _is_ours(text: str, at: int) -> bool:
    """Whether the last hospital in the sentence before is the writer's own and its clause has no other."""
    hospitals = list(_HOSPITAL.finditer(_sentence_before(text, at)))
    return (not hospitals or hospitals[-1]["ours"] is not None) and not is_elsewhere(text, at)


def _sentence_before(text: str, at: int) -> str:
    return re.split(r"[。;；]", text[max(0, at - 120) : at])[-1]
