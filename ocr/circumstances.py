"""What letters and pledges tell of somebody in sentences: where he is insured and how, where he lives, who
diagnosed him, how long he is posted.

兹有我单位职工…，在菏泽市曹县参加职工基本医疗保险; 参保地邢台市宁晋县，现居住于…; 经颍上县中医医院确诊….
"""

from __future__ import annotations

import re

from ocr.homes import find_homes, is_of_another
from ocr.institutions import as_printed, end_with_second_name
from ocr.label_words import AGENT_WORDS
from ocr.prose import Mention, is_written_by_agent
from ocr.values import insurance
from ocr.values.dates import find_dates
from ocr.values.hospital_names import find_hospital_names

_PLACE = r"(?P<place>[\u4e00-\u9fff]{2,20}?[省市区县旗州盟])"
_SCHEME = r"(?:城镇职工|城乡居民|城镇居民|职工|居民)(?:基本)?(?:医疗保险|医保)"
_INSURED = (
    re.compile(
        r"(?:系|为|是)(?!城镇|城乡|职工|居民)(?P<place>[\u4e00-\u9fff]{2,20}?)"
        rf"(?P<kind>{_SCHEME})?(?:的)?(?:参保人员?|参保职工|参保居民|参保患者|医保参保)"
    ),
    re.compile(rf"(?:参保地|参保所在地|参保统筹区)(?:区)?(?:为|是|在|:|：)?\s?{_PLACE}(?=[,，。;；、)）\s])"),
    re.compile(rf"(?:已|均|一直)?在{_PLACE}(?:医疗保障局|医保局|医保中心)?(?:参加|缴纳|参保)"),
)
_INSURANCE = re.compile(
    r"(?:参加|缴纳|享受)了?(?P<kind>[^,，。;；]{0,12}?(?:职工|居民)[^,，。;；]{0,10}?(?:医保|医疗|保险))"
    rf"|(?:系|为|是)[^,，。;；]{{2,20}}?(?P<of>{_SCHEME})(?:的)?参保"
    rf"|(?P<due>{_SCHEME})(?:关系)?(?:一直|均|已)?由(?:我|本)(?:单位|公司|院|校|局)[^,，。;；]{{0,12}}(?:缴纳|参保|代缴)"
)
_DENIED = re.compile(r"不|非|未(?!央)|没有|无|否|若|倘|假如|如果|如$|既往|曾")
"""What is denied or supposed in the same clause: 不是…, 若为…, 是否为…."""
_SEEN_BY = re.compile(
    r"(?:经|在|由|于)(?P<hospital>[^,，。;；]{4,40}?)(?:确诊|诊断|检查|诊治|鉴定|就诊|住院)"
)
_OWN_PHONE = re.compile(
    r"(?<![位司院人])(?:本人|其|员工|职工)?(?:的)?(?:联系电话|联系方式|手机号码?|手机|电话)(?:号码)?(?:为|是|:|：)?\s?(?P<phone>1\d{10})(?!\d)"
)
_SPAN = re.compile(
    r"(?:期限|时间|期间|(?<!证件)(?<!身份证)有效期|任期)(?:为|是|:|：)?自?\s?(?P<span>(?:19|20)\d\d[^,，。;；]{5,40})"
)
_DAY = r"(?:19|20)\d\d\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?"
_ON = r"(?:(?!合同|协议|签|社保|保险|缴|退休|现(?![任场])|[。;；]).)"
"""The same clause or the next, while they still tell of the posting: no contract's end, no later posting."""
_SENDING = r"派驻|派往|派至|外派|选派|委派|被派"
_POSTED = re.compile(
    rf"(?:自|从|于)\s?(?P<first>{_DAY})\s?起?{_ON}{{0,20}}(?:{_SENDING}|驻){_ON}{{0,60}}?"
    rf"(?:至|到)\s?(?P<last>{_DAY})"
)
"""自2024年1月7日起由我单位派驻北京市工作，预计派驻至2025年1月7日."""
_POSTING = re.compile(
    rf"(?:自|从|于)\s?{_DAY}\s?起?[^。;；]{{0,20}}?(?:{_SENDING}|驻)|现[^。;；]{{0,20}}(?:{_SENDING})"
)
_OPEN = re.compile(
    r"[^。;；]{0,70}?(?:(?:期限|时间|为期|期)[为是约]?(?:在)?[一二三两半1-9]\s?个?年(?:以上|及以上)?"
    r"|六个月以上|6个月以上|半年以上|长期|至今)"
)
"""A posting told by how long it lasts, with no day on which it ends."""
_ENDS = (("valid_from", "first"), ("valid_until", "last"))
_STRANGERS = re.compile(r"(?:单位|公司|办公|医院|代办人|受托人|经办人|联系人|家属|监护人|咨询|监督)的?$")


_PATIENT_WORDS = r"(?<!被)委托人|(?<!被)授权人|(?<!与)(?:患者|病人|参保人|申请人)(?!的?关系)"


def find_places(text: str) -> list[Mention]:
    """Where the person a letter is about is insured and lives: 系宜春市参保人员，现居住在…."""
    return [*_place(text), *find_homes(text)]


def find_circumstances(text: str) -> list[Mention]:
    """Place and kind of insurance, home, hospital, telephone and term of the person a letter is about."""
    found = [*find_places(text), *_hospital(text), *_phone(text), *_term(text)]
    kind = next((m for m in _INSURANCE.finditer(text) if _is_told_of_him(text, m.start())), None)
    group = next((g for g in ("kind", "of", "due") if kind and kind[g]), "kind")
    value = insurance.normalise(kind[group]) if kind else None
    if kind and value:
        found.append(Mention("insurance_type", value, *kind.span(group)))
    return found


def _place(text: str) -> list[Mention]:
    for form in _INSURED:
        for match in form.finditer(text):
            if _is_told_of_him(text, match.start()):
                return [Mention("insured_place", match["place"], *match.span("place"))]
    return []


def _is_told_of_him(text: str, at: int) -> bool:
    """Whether what follows is said to be so, and of the person the letter is about."""
    clause = re.split(r"[。;；,，:：]", text[:at])[-1]
    return _DENIED.search(clause) is None and not is_of_another(text[:at])


def _hospital(text: str) -> list[Mention]:
    for match in _SEEN_BY.finditer(text):
        for name in find_hospital_names(match["hospital"]):
            start, end = match.start("hospital") + name.start, match.start("hospital") + name.end
            last = end_with_second_name(text, end)
            return [Mention("hospital_name", name.name + as_printed(text[end:last]), start, last)]
    return []


def _phone(text: str) -> list[Mention]:
    for match in _OWN_PHONE.finditer(text):
        before = text[: match.start()]
        if not _STRANGERS.search(before) and not _is_agents(before, by_agent=is_written_by_agent(text)):
            return [Mention("phone", match["phone"], *match.span("phone"))]
    return []


def _is_agents(before: str, *, by_agent: bool) -> bool:
    """Whether the person named last before a telephone is the one who acts for the patient."""
    agents = f"{AGENT_WORDS}|本人|承诺人" if by_agent else AGENT_WORDS
    patients = _PATIENT_WORDS if by_agent else f"{_PATIENT_WORDS}|(?<!与)承诺人(?!的?关系)|本人"
    last = [max((m.end() for m in re.finditer(words, before)), default=-1) for words in (agents, patients)]
    return last[0] > last[1]


def _term(text: str) -> list[Mention]:
    """派驻期限自2023年11月18日至2028年11月1日, also where the line ends in between."""
    match = _SPAN.search(text)
    dates = find_dates(match["span"])[:2] if match else []
    if match is None or len(dates) < 2:
        return _posted(text)
    at = match.start("span")
    return [
        Mention(name, date.iso, at + start, at + end)
        for name, (date, start, end) in zip(("valid_from", "valid_until"), dates, strict=True)
    ]


def _since(told: re.Match[str]) -> list[Mention]:
    """The beginning alone of a posting whose end no date tells: 自2023年9月18日起派驻…，期限一年以上."""
    dates = find_dates(told[0])
    if len(dates) != 1 or dates[0][0].day is None:
        return []
    date, start, end = dates[0]
    return [Mention("valid_from", date.iso, told.start() + start, told.start() + end)]


def _posted(text: str) -> list[Mention]:
    """Since when somebody is posted and until when, one posting told between the two dates."""
    if len(told := list(_POSTING.finditer(text))) != 1:
        return []
    match = _POSTED.search(text)
    if match is None and (_OPEN.match(text, told[0].end()) or "长期" in told[0][0]):
        return _since(told[0])
    ends = [(name, g, find_dates(match[g])) for name, g in _ENDS] if match else []
    if match is None or not all(len(dates) == 1 for _, _, dates in ends) or not ends[0][2] < ends[1][2]:
        return []
    return [Mention(name, dates[0][0].iso, *match.span(group)) for name, group, dates in ends]
