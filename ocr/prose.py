"""People and dates in running text: letters of authority, pledges and letters of posting.

本人李建国，身份证号…，委托王芳（身份证号…）: who the patient is and who acts is told by the words before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocr.values.dates import find_dates
from ocr.values.id_number import find_id_numbers
from ocr.values.names import looks_like_name, normalise_name

_NAME = r"[\s_＿:：]{0,8}(?P<name>[\u4e00-\u9fff·]{2,6}?)"
_AFTER = r"(?=[\s_＿,，(（、。;；]|系|同志|先生|女士|为|代|作为|是|于|因|[男女]|身份证|$)"
_PATIENT = re.compile(
    r"(?:本人|兹有我?(?:单位|公司|院|校|局)?(?:正式)?(?:职工|员工|同志|工作人员)?|兹证明我?(?:单位|公司|院|局)?(?:正式)?(?:职工|员工|同志|工作人员)?|我(?:单位|公司)(?:职工|员工)|"
    r"承诺人|委托人|授权人|患者|参保人员?|被派驻人员|持证人|兹证明|我叫|兹有)(?:[(（](?!身份)[^()（）]{1,8}[)）])?"
    + _NAME
    + _AFTER
)
_AGENT = re.compile(
    r"(?:(?:特|现|兹|全权|自愿)?(?:委托|授权)(?:我|我的|本人|其)?(?:亲属|女儿|儿子|妻子|丈夫|配偶|父亲|母亲|爱人|女婿|儿媳|孙子|孙女|哥哥|弟弟|姐姐|妹妹|朋友|同事|家属)?|受托人|代办人|代理人|被委托人|被授权人|受委托人)(?:[(（](?!身份)[^()（）]{1,8}[)）])?"
    + _NAME
    + _AFTER
)
_ENTRUSTED = re.compile(
    r"受(?:参保人员?|患者|申请人|委托人|其)?"
    + _NAME
    + r"(?:先生|女士)?(?:[(（][^()（）]{0,40}[)）])?[\s,，]{0,2}(?:的)?委托"
)
"""The writer acts for the person named: 本人受参保人李建国(身份证号码:…)委托."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A value found in prose: ``field`` is the contract's name, the text spans ``start:end``."""

    field: str
    value: str | int
    start: int
    end: int


_PATIENT_SEEN = re.compile(
    r"患者[\s:：]{0,3}(?P<name>[\u4e00-\u9fff·]{2,6}?)[\s,，、(（]{1,3}(?:性别[:：]?)?(?P<sex>[男女])[性]?"
    r"(?:[\s,，、;；]{0,3}(?:年龄[:：]?|现年)?(?P<age>\d{1,3})\s?周?岁)?"
)
_VISIT = re.compile(
    r"(?:于|自)(?P<date>[^,，。;；]{6,16}?)(?:因[^,，。;；]{0,20})?(?:在|来|至|到|入)(?:我|本)院(?P<department>[\u4e00-\u9fff]{2,12}?)?"
    r"(?:门诊|急诊)?(?:就诊|看诊|治疗|就医|复诊|检查)"
)


def find_visit(text: str) -> list[Mention]:
    """Who was seen, when and where, in a certificate's sentence: 患者李建国，男，58岁，于…就诊."""
    mentions: list[Mention] = []
    seen = _PATIENT_SEEN.search(text)
    name = normalise_name(seen.group("name")) if seen else None
    if seen and name and looks_like_name(name) >= 0.4:
        mentions.append(Mention("patient_name", name, *seen.span("name")))
        mentions.append(Mention("sex", seen.group("sex"), *seen.span("sex")))
        if seen.group("age"):
            mentions.append(Mention("age", int(seen.group("age")), *seen.span("age")))
    visit = _VISIT.search(text)
    dates = find_dates(visit.group("date")) if visit else []
    if visit and dates:
        start = visit.start("date")
        mentions.append(Mention("visit_date", dates[0][0].iso, start + dates[0][1], start + dates[0][2]))
        if visit.group("department") and re.search(r"科$|中心$|门诊$", visit.group("department")):
            mentions.append(Mention("department", visit.group("department"), *visit.span("department")))
    return mentions


_INSURED_IN = re.compile(
    r"(?:系|为|是)(?P<place>[\u4e00-\u9fff]{2,20}?)(?:参保人员?|参保职工|参保居民|医保参保)"
)
_LIVES_AT = re.compile(
    r"(?:居住在|居住于|居住地为|住址为)[:：]?(?P<place>[\u4e00-\u9fff0-9A-Za-z（）()#\-]{5,60}?)(?=[,，。;；\s]|$)"
)


def find_places(text: str) -> list[Mention]:
    """Where the writer of a pledge is insured and lives: 系宜春市参保人员，现居住在…."""
    found = [("insured_place", _INSURED_IN.search(text)), ("address", _LIVES_AT.search(text))]
    return [Mention(f, m.group("place"), *m.span("place")) for f, m in found if m]


def is_written_by_agent(text: str) -> bool:
    """Whether the writer of a pledge acts for somebody else."""
    return bool(_ENTRUSTED.search(text))


def find_people(text: str) -> list[Mention]:
    """Names after words that give their role, and each ID number with the person named before it."""
    mentions: list[Mention] = []
    people: list[tuple[int, str]] = []
    patient, agent = "patient_name", "agent_name"
    roles = [(_PATIENT, patient), (_AGENT, agent)]
    if is_written_by_agent(text):
        roles = [(_PATIENT, agent), (_ENTRUSTED, patient)]
    for pattern, field in roles:
        for match in pattern.finditer(text):
            name = normalise_name(match.group("name"))
            if name and looks_like_name(name) >= 0.5:
                mentions.append(Mention(field, name, match.start("name"), match.end("name")))
                people.append((match.start("name"), field))
    people.sort()
    for number in find_id_numbers(text):
        before = [field for at, field in people if at < number.start]
        role = before[-1] if before else "patient_name"
        field = "agent_id_number" if role == "agent_name" else "id_number"
        mentions.append(Mention(field, number.number, number.start, number.end))
    return sorted(mentions, key=lambda m: m.start)
