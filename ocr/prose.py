"""People and dates in running text: letters of authority, pledges and letters of posting.

本人李建国，身份证号…，委托王芳（身份证号…）: who the patient is and who acts is told by the words before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ocr.diagnoses import parse_diagnoses
from ocr.label_words import AGENT_WORDS
from ocr.values import ethnicity
from ocr.values.dates import find_dates
from ocr.values.id_number import find_id_numbers
from ocr.values.names import looks_like_name, normalise_name

_NAME = (
    r"[\s_＿:：]{0,8}(?P<name>[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff·]){1,5}?"
    r"|[\u4e00-\u9fff]{2,9}·[\u4e00-\u9fff]{2,9})"
)
_AFTER = r"(?=(?!\s[期名别])[\s_＿,，(（、。;；]|系|联系|同志|先生|女士|为|代|作为|是|于|因|[男女]|身份证|$)"
_NOTE = r"(?:[(（](?!身份)[^()（）]{1,10}[)）])?"
_PATIENT = re.compile(
    r"(?:(?:兹有|兹证明|兹|现有)?[我本]院?(?:辖区|社区|街道|[县区市镇乡村])内?(?:常住)?(?:居民|村民|牧民|社员|群众|人员)|"
    r"本人|(?:兹有|兹证明|现有|兹)?(?:我院|本院)?(?:住院|门诊|参保)?(?:患者|病人)|兹有我?(?:单位|公司|院|校|局)?(?:正式|在职|[\u4e00-\u9fff]{1,8}(?:部|处|科|室|厂|车间|分公司|项目|中心|队))?(?:职工|员工|同志|工作人员)?|兹证明我?(?:单位|公司|院|局)?(?:正式|在职)?(?:职工|员工|同志|工作人员)?|我(?:单位|公司)(?:职工|员工)|"
    r"承诺人|被监护人|被代理人|(?<![与和同系受被为])(?:委托人|授权人)|(?<![与和同系为])参保人员?|被派驻人员|持证人|兹证明|我叫|兹有)"
    + _NOTE
    + _NAME
    + _AFTER
)
RELATION = (
    r"(?:近?亲属|亲戚|家属|监护人|女儿|儿子|女婿|儿媳妇?|妻子|丈夫|配偶|爱人|父亲|母亲|岳[父母]|公公|婆婆|哥哥|弟弟|姐姐|妹妹|"
    r"嫂子|弟媳|[姐妹]夫|[堂表][兄弟姐妹哥]|[兄弟姐妹哥]{1,2}|外?孙[子女]?|侄[子女]?|外甥女?|叔叔?|伯[父母]|舅[舅父母]?|姑[姑母]?|姨[妈母]?|"
    r"[长次幼三养继]?[子女]|[妻夫父母]|朋友|同事|同学|邻居|护工|(?:村|社区)干部)"
)
_AGENT = re.compile(
    rf"(?:(?:特|现|兹|全权|自愿)?(?:委托|授权)(?![书函单])(?:给|由)?(?:我的?|本人的?|其|患者的?)?(?:{RELATION})?|受托人|代办人|代理人|被委托人|被授权人|受委托人)"
    + _NOTE
    + _NAME
    + _AFTER
)
_BRACKET = r"(?:先生|女士|同志)?(?:[(（][^()（）]{0,60}[)）])?[\s,，]{0,2}"
_ENTRUSTED = re.compile(
    rf"受(?![托委])(?:参保人员?|患者|申请人|委托人|其)?{_NAME}{_BRACKET}(?:的)?(?<![转再])委托"
    rf"|(?:代替?|替|代为)(?:参保人员?|患者|病人|申请人)?{_NAME.replace('name', 'other')}{_BRACKET}"
    r"(?:代为)?(?:办理|申请|申报|提交|提出|递交)"
    rf"|(?:系|是|为)(?:参保人员?|患者|病人|申请人){_NAME.replace('name', 'kin')}{_BRACKET}"
    rf"(?:的|之){RELATION}"
    rf"|(?:我|本人)(?:是|系|为)(?:参保人员?|患者|病人|申请人)?{_NAME.replace('name', 'whose')}{_BRACKET}"
    rf"(?:的|之){RELATION}"
)
"""The writer acts for the person named: 本人受参保人李建国(身份证号码:…)委托, 本人王芳代李建国办理."""
_ANOTHER = re.compile(AGENT_WORDS)
_KIN_WRITES = re.compile(rf"(?:的|之){RELATION}{_NOTE}{_NAME}{_AFTER}")
"""The writer named behind what he is to the patient: 我是患者李建国的女儿李红."""
_WRITER = re.compile(rf"(?:本人|承诺人|我叫){_NOTE}{_NAME}{_AFTER}")
_ENTRUSTS = re.compile(r"委托(?!人|书)|授权(?!人|书)")
"""The writer lets somebody else act: what follows tells of that person, not of the writer."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A value found in prose: ``field`` is the contract's name, the text spans ``start:end``."""

    field: str
    value: str | int
    start: int
    end: int


_DATE = r"(?P<date>(?:19|20)\d\d\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?)"
_DEPARTMENT = r"(?P<department>[\u4e00-\u9fff、]{1,14}?(?:科|中心|门诊|病区))?"
_VISIT = re.compile(
    rf"(?:于|自)\s?{_DATE}(?:因[^,，。;；]{{0,20}})?(?:在|来|至|到|入)(?:我|本)院{_DEPARTMENT}"
    r"(?:门诊|急诊)?(?:就诊|看诊|治疗|就医|复诊|检查)"
)
_SEX = re.compile(r"(?:^|[（(,，、\s:：]|性别)(?P<value>[男女])性?(?=[,，、;；）)\s]|$)")
_AGE = re.compile(r"(?<!\d)(?P<value>\d{1,3})\s?周?岁")
_BIRTH = re.compile(
    rf"{_DATE}\s?(?:出生|生(?=[,，、）)]))|出生(?:日期|于)?[:：]?\s?{_DATE.replace('date', 'later')}"
)
_BIRTH_MONTH = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?[年.]\s?(?P<month>1[0-2]|0?[1-9])\s?月?\s?(?:出生|生(?=[,，、）)]))"
)
_PEOPLE = re.compile(r"[,，、\s（(](?P<value>[\u4e00-\u9fff]{1,4}族)(?=[,，、）)\s])")
_PHONE = re.compile(r"(?:电话|手机|联系方式)(?:号码?)?[:：为是]{0,2}\s?(?P<value>1\d{10})(?!\d)")
_SEX_FOLLOWS = re.compile(r"\s?[,，(（、]\s?(?:性别[:：]?)?[男女]性?[,，、\s]")
"""Behind a name, so that one with a rare surname is one: 患者矫某某，男性，现年39岁."""
_NOBODY = re.compile(r"[老中青少幼成壮盛][年龄]|.*[眼病症炎癌瘤后前术性龄状]")
"""What begins with a rare surname and is an age or an illness: 患者老年，男; 患者青光眼，男."""
_PARTICULAR = re.compile(r"\d{6}|身份证|电话|手机|联系方式")
FARTHEST = 110
"""So many characters behind a person's name, and no farther, the particulars in a sentence are his."""
_SIGNER = re.compile(
    r"[经由](?:我院|本院)?(?:[\u4e00-\u9fff]{1,8}科)?(?P<name>[\u4e00-\u9fff]{2,3})(?P<title>(?:副?主任|主治|住院)中?医师)(?=诊|会诊|检查|评估|建议|提出)"
)
_TOLD_DIAGNOSES = re.compile(
    r"(?:诊断(?:为|是|考虑为?|明确为)|确诊为|患有)[:：]?\s?(?P<list>[^。]{2,160}?)"
    r"(?=。|(?<!\d)[;；](?!\s?[(（]?\d{1,2}[.．、)）])|[,，](?:[因需现经拟于故请]|建议|目前|今|住院|给予|予|病情|须|应|特此)|$)"
)

_SUFFERED = re.compile(
    r"因患(?![者儿])[:：]?\s?(?P<list>(?:(?!否认|未见)[^。]){2,160}?)(?=。|[,，]\s?(?:[于自]\s?(?:19|20)\d\d|[于在来到入至]{1,2}[我本]院))"
)
"""Before the stay in a letter at discharge: 因患慢性乙型病毒性肝炎；肝硬化，于2024年9月4日入住我院."""


def find_visit(text: str) -> list[Mention]:
    """When and in which department the patient was seen, in a sentence: 于…到我院心内科就诊."""
    seen = _VISIT.search(text)
    dates = find_dates(seen.group("date")) if seen else []
    if seen is None or not dates:
        return []
    start = seen.start("date")
    mentions = [Mention("visit_date", dates[0][0].iso, start + dates[0][1], start + dates[0][2])]
    if seen["department"] and seen["department"] != "门诊":
        mentions.append(Mention("department", seen["department"], *seen.span("department")))
    return mentions


def find_opinion(text: str) -> list[Mention]:
    """What was diagnosed, and by whom, in a letter's sentence: 经廖桂芳主任医师诊查，诊断为哮喘。"""
    mentions: list[Mention] = []
    told = _TOLD_DIAGNOSES.search(text) or _SUFFERED.search(text)
    for item in parse_diagnoses(told.group("list").replace("、", "；")) if told else ():
        start = told.start("list") if told else 0
        mentions.append(Mention("diagnosis", str(item.value), start + item.start, start + item.end))
    signer = _SIGNER.search(text)
    if signer and looks_like_name(signer["name"]) >= 0.5:
        mentions.append(Mention("physician_name", signer["name"], *signer.span("name")))
        mentions.append(Mention("physician_title", signer["title"], *signer.span("title")))
    return mentions


def is_written_by_agent(text: str) -> bool:
    """Whether the writer of a pledge acts for somebody else."""
    return _entrusted(text) is not None


def _entrusted(text: str) -> re.Match[str] | None:
    """Where the person is named for whom the writer acts; nowhere in a letter that lets another act."""
    writer = _WRITER.search(text)
    for match in _ENTRUSTED.finditer(text):
        if alone := match["name"] or match["whose"]:
            if looks_like_name(normalise_name(alone) or "") >= 0.5:
                return match
            continue
        between = text[writer.end("name") : match.start()] if writer else ""
        own = writer is not None and writer.start() < match.start() and not re.search("。", between)
        named = match["other"] or match["kin"]
        other = writer is not None and normalise_name(writer["name"]) != normalise_name(named)
        if (
            own
            and other
            and not _ENTRUSTS.search(between)
            and looks_like_name(normalise_name(named) or "") >= 0.5
        ):
            return match
    return None


def find_people(text: str) -> list[Mention]:
    """Names after words that give their role, what follows of the patient's particulars, and numbers.

    A number is that of the person named last before it; one that nobody was named before is left out.
    """
    mentions: list[Mention] = []
    people: list[tuple[int, int, str]] = []
    patient, agent = "patient_name", "agent_name"
    entrusted = _entrusted(text)
    roles = [(_PATIENT, patient), (_AGENT, agent)] if entrusted is None else [(_WRITER, agent)]
    named = [(m.span("name"), field) for pattern, field in roles for m in pattern.finditer(text)]
    if entrusted is not None:
        group = next(g for g in ("name", "other", "kin", "whose") if entrusted[g])
        named.append((entrusted.span(group), patient))
        if group == "whose" and (kin := _KIN_WRITES.search(text, entrusted.end(group))):
            named.append((kin.span("name"), agent))
    for (start, end), field in named:
        name = normalise_name(text[start:end])
        rare = _SEX_FOLLOWS.match(text, end) is not None and not _NOBODY.fullmatch(name or "")
        if name and looks_like_name(name) >= (0.25 if rare else 0.5):
            mentions.append(Mention(field, name, start, end))
            people.append((start, end, field))
    people.sort()
    first = next((text[start:end] for start, end, field in people if field == patient), "")
    for n, (_, end, field) in enumerate(people):
        if field == patient:
            until = people[n + 1][0] if n + 1 < len(people) else len(text)
            mentions += _particulars(text, end, min(until, end + FARTHEST))
            break
    for number in find_id_numbers(text):
        before = [person for person in people if person[0] < number.start]
        if not before:
            continue
        start, end, field = before[-1]
        if field == patient and normalise_name(text[start:end]) != normalise_name(first):
            continue  # 被监护人李小宝…。本人李建国，身份证号…: another's than the patient's
        passing = field == agent and is_named_in_passing(text, start, end)
        if passing and not _ANOTHER.search(text, end, number.start):
            continue
        number_of = "agent_id_number" if field == agent else "id_number"
        mentions.append(Mention(number_of, number.number, number.start, number.end))
    return sorted(mentions, key=lambda m: m.start)


def is_named_in_passing(text: str, start: int, end: int) -> bool:
    """Whether the writer names an agent without a particular of his, before any number of the writer's own.

    本人李建国现委托李红代为办理。身份证号：…: what follows without a head is not the agent's.
    """
    sentence = text.rfind("。", 0, start) + 1
    stop = text.find("。", end)
    told_of_writer = "本人" in text[sentence:start] and not find_id_numbers(text[:start])
    return told_of_writer and stop >= 0 and not _PARTICULAR.search(text, end, stop)


def _particulars(text: str, start: int, end: int) -> list[Mention]:
    """Sex, age, people, birth and telephone in the sentence that goes on behind a name: （女，40岁，…）."""
    stop = text.find("。", start, end)
    tail = text[start : stop if stop >= 0 else end]
    mentions: list[Mention] = []
    for field, pattern in (("sex", _SEX), ("age", _AGE), ("ethnicity", _PEOPLE), ("phone", _PHONE)):
        found = pattern.search(tail)
        others = found and field == "phone" and _ANOTHER.search(tail, 0, found.start())
        if found and not others:
            told = found["value"]
            value: str | int | None = int(told) if field == "age" else told
            value = ethnicity.normalise(told) if field == "ethnicity" else value
            if value is not None:
                mentions.append(
                    Mention(field, value, start + found.start("value"), start + found.end("value"))
                )
    born = _BIRTH.search(tail)
    dates = find_dates(born.group()) if born else []
    if born and dates:
        at = start + born.start()
        mentions.append(Mention("birth_date", dates[0][0].iso, at + dates[0][1], at + dates[0][2]))
    elif month := _BIRTH_MONTH.search(tail):
        iso = f"{month['year']}-{int(month['month']):02}"
        mentions.append(Mention("birth_date", iso, start + month.start(), start + month.end("month")))
    return mentions
