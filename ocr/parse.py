"""What a value must look like: for each concept, the parser that finds it in a strip of text.

A parser takes text and returns the values it finds with their places ``text[start:end]``, none where
the text holds no such value. Nothing is guessed: what does not parse is not a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from ocr.diagnoses import parse_diagnoses, parse_findings
from ocr.disease_values import parse_diseases
from ocr.institutions import parse_departments, parse_hospitals, parse_levels
from ocr.number_values import (
    parse_cards,
    parse_id_numbers,
    parse_phones,
    parse_records,
)
from ocr.parsed import Parsed
from ocr.place_values import CODE, parse_homes, parse_insured_places, parse_places
from ocr.values import ethnicity, insurance, titles
from ocr.values.dates import find_bare_month, find_dates, parse_validity
from ocr.values.departments import without_bed
from ocr.values.names import find_printed_and_signed, looks_like_name, normalise_name
from ocr.values.sex_age import normalise_age, normalise_sex
from ocr.values.text import clean

Parser = Callable[[str], list[Parsed]]
_HEAD = re.compile(r"\s*[^\s,，;；]{1,12}")
_AGE = re.compile(r"\s*[\dOoIl]{1,3}\s*(?:周?岁|[YyMD月天])?")
_OFFICE = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff\s]{1,24}(?:局|所|厅|委员会|中心|人民政府|银行|支行|支队|(?:管理|经办|服务|保险|事业)处)"
)
_BLANK = re.compile(r"^[\s_＿—\-/\\.。…*＊]*$")


_PART = r"[^\s,，、;；:：()（）/／|｜]"
_NAME_LIKE = re.compile(rf"{_PART}+(?:\s{_PART}{{1,2}}(?!{_PART})){{0,3}}")
_NUMBER = r"[①②③④⑤]"
_NUMBERED = re.compile(rf"[\s_＿]*{_NUMBER}\s?")
_BEFORE_NAME = re.compile(rf"[\s_＿]*(?:{CODE.pattern})?")


def parse_names(text: str) -> list[Parsed]:
    """A personal name at the beginning of the text, behind blanks and codes."""
    if numbered := _NUMBERED.match(text):
        text = " " * numbered.end() + text[numbered.end() :]
    begin = _BEFORE_NAME.match(text)
    if twice := find_printed_and_signed(text):
        return [Parsed(*twice)]
    for piece in _NAME_LIKE.finditer(text, begin.end() if begin else 0):
        raw = piece.group()
        whole = normalise_name(raw)
        if whole and looks_like_name(whole) >= BEHIND_A_LABEL:
            return [Parsed(whole, piece.start(), piece.end())]
        head = raw.split()[0]
        name = normalise_name(head)
        if name and looks_like_name(name) >= BEHIND_A_LABEL:
            return [Parsed(name, piece.start(), piece.start() + len(head))]
        return []
    return []


def parse_signers(text: str) -> list[Parsed]:
    """Names that sign together, parted by strokes or numbered: 王小芳/李文博, ①王小芳 ②李文博.

    >>> [n.value for n in parse_signers(" 王小芳/李文博 / 张建国 2024-01-10")]
    ['王小芳', '李文博', '张建国']
    >>> [n.value for n in parse_signers("王小芳/主治医师")]
    ['王小芳']
    >>> [n.value for n in parse_signers(" ① 王小芳王小芳 ② 李文博")]
    ['王小芳', '李文博']
    >>> [n.value for n in parse_signers("王小芳主任医师 李文博住院医师")]
    ['王小芳', '李文博']
    """
    names = parse_names(text)
    while names:
        end = names[-1].end
        signed = end + len(str(names[-1].value))
        end = signed if text[end:signed] == names[-1].value else end
        stroke = _STROKE.match(text, end)
        following = parse_names(text[stroke.end() :]) if stroke else []
        if stroke is None or not following or looks_like_name(str(following[0].value)) < SURELY_A_NAME:
            break
        more = following[0]
        names.append(Parsed(more.value, more.start + stroke.end(), more.end + stroke.end()))
    return names


def parse_dates(text: str) -> list[Parsed]:
    """The first date, or the month that the text begins with where it has no day."""
    month = find_bare_month(text)
    found = [month] if month else find_dates(text)[:1]
    return [Parsed(d.iso, s, e) for d, s, e in found]


def parse_births(text: str) -> list[Parsed]:
    """A day, or the month alone that 出生年月 asks for.

    >>> [parse_births(t)[0].value for t in ("1960.3", "1960年3月", "1960年3月27日")]
    ['1960-03', '1960-03', '1960-03-27']
    """
    month = _MONTH_OF_BIRTH.fullmatch(text)
    if month:
        return [Parsed(f"{month['y']}-{int(month['m']):02}", *month.span("whole"))]
    return parse_dates(text)


def parse_days(text: str) -> list[Parsed]:
    """The first date with its day: a month alone tells nothing of when somebody signed."""
    return [Parsed(d.iso, s, e) for d, s, e in find_dates(text)[:1] if d.day is not None]


_BED = re.compile(r"\d{1,3}\s*床")
"""The rest of the row before, where a date stands lower than its label: 13床 2024/10/20."""


def parse_arrivals(text: str) -> list[Parsed]:
    """The first date, unless digits before it show that another one was lost: 20 5-06-20 2025-07-13."""
    before = [(p, _BED.sub("", text[: p.start])) for p in parse_dates(text)]
    return [p for p, lost in before if not re.search(r"\d{2}|\d\s*[-/.年]", lost)]


_LONE_SEX = re.compile(r"[\s(（\[【〔|｜_]*([男女])(?![\u4e00-\u9fff]{0,2}[科□☑√]|\s*[/／、]?\s*[男女])")
"""One of the two, framed or underlined; 男/女 and 男 女 are a form's own words."""


def parse_sexes(text: str) -> list[Parsed]:
    """男 or 女, also as a ticked box or a code; further words on the row are left alone."""
    coded = re.match(r"\s*([12])\s*[1l][.、．]?\s*男\s*2[.、．]?\s*女", text)
    if coded:
        return [Parsed("男" if coded.group(1) == "1" else "女", coded.start(1), coded.end(1))]
    plain = _LONE_SEX.match(text)
    if plain:
        return [Parsed(plain.group(1), plain.start(1), plain.end(1))]
    head = None if re.fullmatch(r"\s*[男女]\s+[男女]\s*", text) else _HEAD.match(text)
    value = normalise_sex(text) or (normalise_sex(head.group()) if head else None)
    if value is None or head is None:
        return []
    at = text.find(value)
    return [Parsed(value, at, at + 1)] if at >= 0 else [Parsed(value, head.start(), head.end())]


def parse_ages(text: str) -> list[Parsed]:
    """Whole years."""
    for head in (_AGE.match(text), _HEAD.match(text)):
        value = normalise_age(head.group()) if head else None
        if head and value is not None:
            return [Parsed(value, head.start(), head.end())]
    return []


def parse_insurance(text: str) -> list[Parsed]:
    """``employee`` or ``resident``."""
    value = insurance.normalise(text)
    return [Parsed(value, 0, len(text))] if value else []


def parse_titles(text: str) -> list[Parsed]:
    """A physician's title; role labels and posts are none."""
    for piece in re.finditer(r"[^\s,，;；:：、\n]+", text):
        value = titles.normalise(piece.group())
        if value and not titles.is_role_label(piece.group()):
            return [Parsed(value, piece.start(), piece.end())]
    return []


def parse_wards(text: str) -> list[Parsed]:
    """A ward's name without the bed behind it."""
    return parse_words(without_bed(text.split("\n", maxsplit=1)[0]))


def parse_words(text: str) -> list[Parsed]:
    """A short text such as a department: the first stretch without a wide gap."""
    found = re.search(r"\S+(?:\s\S+)*", text.split("\n", maxsplit=1)[0])
    if not found or _BLANK.match(found.group()) or len(found.group()) > 30:
        return []
    return [Parsed(clean(found.group()).replace(" ", ""), *found.span())]


def parse_authorities(text: str) -> list[Parsed]:
    """An issuing office: words that end in 局, 所 and the like."""
    found = _OFFICE.search(text)
    return [Parsed(re.sub(r"\s", "", found.group()), *found.span())] if found else []


def parse_ethnicities(text: str) -> list[Parsed]:
    """One of the 56 peoples, without 族."""
    found = re.search(r"[\u4e00-\u9fff]{1,6}", text)
    value = ethnicity.normalise(found.group()) if found else None
    return [Parsed(value, *found.span())] if found and value else []


def parse_periods(text: str) -> list[Parsed]:
    """A period as ``from/until``; ``until`` may be 长期. Either side may be empty."""
    dates = find_dates(text)
    ever = text.find("长期")
    both = parse_validity(text)
    if both and dates:
        until = both[1] if isinstance(both[1], str) else both[1].iso
        end = max(dates[-1][2], ever + 2 if ever >= 0 else 0)
        return [Parsed(f"{both[0].iso}/{until}", dates[0][1], end)]
    if len(dates) >= 2:
        return [Parsed(f"{dates[0][0].iso}/{dates[1][0].iso}", dates[0][1], dates[1][2])]
    if ever >= 0:
        return [Parsed("/长期", ever, ever + 2)]
    if len(dates) == 1:
        side = "/{}" if re.search(r"至|止|到期|截", text[: dates[0][1]]) else "{}/"
        return [Parsed(side.format(dates[0][0].iso), dates[0][1], dates[0][2])]
    return []


def parse_until(text: str) -> list[Parsed]:
    """The end of a period: a date or 长期."""
    if "长期" in text:
        return [Parsed("长期", text.find("长期"), text.find("长期") + 2)]
    dates = find_dates(text)[-1:]
    return [Parsed(d.iso, s, e) for d, s, e in dates]


PARSERS: Mapping[str, Parser] = {
    "name": parse_names,
    "principal": parse_names,
    "agent": parse_names,
    "physician": parse_signers,
    "chief": parse_signers,
    "reporter": parse_names,
    "report_maker": parse_names,
    "ordering": parse_names,
    "sex": parse_sexes,
    "age": parse_ages,
    "ethnicity": parse_ethnicities,
    "id": parse_id_numbers,
    "agent_id": parse_id_numbers,
    "phone": parse_phones,
    "address": parse_places,
    "registered_address": parse_places,
    "other_address": parse_places,
    "workplace": parse_homes,
    "insured_place": parse_insured_places,
    "insurance": parse_insurance,
    "disease": parse_diseases,
    "diagnosis": parse_diagnoses,
    "school": parse_diagnoses,
    "discharge_diagnosis": parse_diagnoses,
    "admission_diagnosis": parse_diagnoses,
    "finding": parse_findings,
    "opinion": parse_findings,
    "pathology": parse_findings,
    "hospital": parse_hospitals,
    "level": parse_levels,
    "department": parse_departments,
    "discharge_department": parse_departments,
    "ward": parse_wards,
    "title": parse_titles,
    "record_number": parse_records,
    "report_number": parse_records,
    "card_number": parse_cards,
    "other_hospital": parse_hospitals,
    "authority": parse_authorities,
    "validity": parse_periods,
    "valid_from": parse_dates,
    "valid_until": parse_until,
    "birth": parse_births,
    "visit_date": parse_dates,
    "admission_date": parse_arrivals,
    "discharge_date": parse_dates,
    "report_date": parse_dates,
    "exam_date": parse_dates,
    "recorded_date": parse_days,
    "issue_date": parse_dates,
    "registered_date": parse_dates,
    "application_date": parse_dates,
    "sign_date": parse_dates,
}
"""Concept → parser. A concept without one fills no field by its label alone."""


def parser_of(concept: str) -> Parser:
    """The parser for a concept's values; one that finds nothing where it has none."""
    return PARSERS.get(concept, lambda _: [])


SURELY_A_NAME = 0.8
_MONTH_OF_BIRTH = re.compile(
    r"\s*(?P<whole>(?P<y>(?:19|20)\d\d)\s?[-/.．年]\s?(?P<m>1[0-2]|0?[1-9])(?:\s?月)?)\s*"
)
_TITLED = r"[(（](?:副?主任|主治|住院)中?医师[)）]"
_TITLE = r"(?:副?主任|主治|住院)中?医师"
_STROKE = re.compile(
    rf"(?:\s?{_TITLE}|(?<=医师))\s{{0,3}}[/／、,，]?\s{{0,3}}(?=[\u4e00-\u9fff]{{2,4}}\s?{_TITLE}(?:[\s/／]|$))|"
    rf"\s?{_TITLED}\s?[/／、,，]?\s?(?=[\u4e00-\u9fff\s]{{2,5}}{_TITLED})|\s?[/／、]\s?|\s{{0,4}}(?={_NUMBER})"
)
"""Between two who sign: the first one's title before another with his, a stroke, the next number, or the
first one's title, where both have one."""
BEHIND_A_LABEL = 0.25
"""Behind a label for a name, two or three characters are one even where the first is a rare surname."""
