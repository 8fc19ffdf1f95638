"""Stays in hospital told in sentences: 于2024年1月2日因…收入我科，于2024年1月20日好转出院.

Papers of wards tell the stay before anything else, and other hospitals' stays (曾于…在外院住院) after it or
in the history; a date is taken only where the sentence says that it is this hospital's or plainly its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ocr.labels import Hit
from ocr.layout import Run, same_row
from ocr.prose import Mention
from ocr.values import ethnicity
from ocr.values.dates import find_dates
from ocr.values.names import looks_like_name, normalise_name

_DAY = r"(?:19|20)\d\d\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?"
_TIME = r"(?:\s{0,2}\d{1,2}\s?[:：时点](?:\s?\d{1,2}(?:\s?[:：分](?:\s?\d{1,2}秒?)?)?)?)?"
_TO = r"\s?(?:起)?(?:至|到|[-—–~～]{1,2})\s?"
_HERE = r"(?:我|本)(?:院|科|区|病区)"
_PART = r"(?:[（(][一二三四五六七八九十\d东西南北][）)])?"
"""Which of several of one name: 呼吸内科（二）."""
_DEPARTMENT = rf"(?P<department>[\u4e00-\u9fff、]{{1,14}}?(?:科|中心|病区){_PART})?"
_ELSEWHERE = re.compile(r"曾|既往|外院|当地|上次|前次|首次|[一-十]次")
_NOT_OURS = re.compile(_ELSEWHERE.pattern + "|出院|转院|复查")
_BEFORE = 40
"""So many characters of a sentence before a date tell whether it is of another stay."""
_SPANS = (
    re.compile(
        rf"(?P<came>{_DAY}){_TIME}{_TO}(?P<left>{_DAY}){_TIME}(?:期间)?[,，]?(?:因[^,，。;；]{{0,30}})?[,，]?\s?(?:在|于)?{_HERE}"
        rf"{_DEPARTMENT}\s?(?:住院|治疗|接受)"
    ),
    re.compile(
        rf"{_HERE}{_DEPARTMENT}住院(?:治疗)?[（(,，]?\s?(?:住院)?(?:时间)?[:：为]?(?:于|自)?\s?(?P<came>{_DAY}){_TIME}{_TO}(?P<left>{_DAY})"
    ),
    re.compile(
        rf"于(?P<came>{_DAY}){_TIME}{_TO}(?P<left>{_DAY}){_TIME}住(?:院|在|于)?(?P<department>[\u4e00-\u9fff]{{1,12}}科)(?=[,，。;；])"
    ),
)
_CAME = re.compile(
    rf"(?P<came>{_DAY}){_TIME}(?P<why>[^。;；]{{0,60}}?)"
    rf"(?:收入|收住|收治|入住|住进|住入|转入|入)(?:院|于)?{_HERE}{_DEPARTMENT}"
    rf"|(?P<brought>{_DAY}){_TIME}(?P<how>[^。;；]{{0,60}}?)(?:步行?|平车|轮椅|担架|[扶抬推抱背护]送?|救护车)+(?:护?送)?(?:推|抬)?入"
    r"(?:我院|本院|院)?(?P<placed>[\u4e00-\u9fff、]{2,14}?(?:科|中心|病区))(?=病房|病区|住院|治疗|[,，。])"
    rf"|(?P<bare>{_DAY}){_TIME}\s{{0,3}}(?P<cause>[^,，。;；:：]{{0,30}}?)(?:入院|入住院)(?!时|后|前|诊断|情况|记录|科|病|途径|检查|查体|日|体)"
)
_LEFT = re.compile(
    rf"(?P<left>{_DAY}){_TIME}\s{{0,3}}(?P<why>[^,，。;；:：\d]{{0,16}}?)出院(?!时|后|前|诊断|情况|记录|小结|医嘱|带药|科|日|去|证)"
)
_PRESENTED = re.compile(
    r"患者\s?[:：]?\s?(?P<name>[\u4e00-\u9fff]{2,9}·[\u4e00-\u9fff]{2,9}|[\u4e00-\u9fff·]{2,6}?)\s?[,，(（、]\s?(?P<sex>[男女])性?\s?[,，、]\s?(?P<age>\d{1,3})\s?(?:周?岁)"
)
_ADDRESSED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,9}·[\u4e00-\u9fff]{2,9}|[\u4e00-\u9fff·]{2,6}?)(?:同志|先生|女士)\s?[,，(（、]\s?(?P<sex>[男女])性?\s?[,，、]\s?(?P<age>\d{1,3})\s?(?:周?岁)"
)
_UNNAMED = re.compile(
    r"患者\s?[,，]?(?:系|为)?(?:青年|中年|老年)?(?P<sex>[男女])性?\s?[,，、]\s?(?P<age>\d{1,3})\s?(?:周?岁)"
)
_PEOPLE = re.compile(
    r"(?:\s?[,，、]\s?(?:[已未离再丧][婚偶异]|初婚))?\s?[,，、]\s?(?P<people>[\u4e00-\u9fff]{1,5}族)(?=[,，、。;；\s（(])"
)
_NO_ROOM = re.compile(r"(?<=[\u4e00-\u9fff])[\s_＿]+|[\s_＿]+(?=[\u4e00-\u9fff])|(?P<kept>.)", re.DOTALL)
"""Every character but the room beside a Chinese one: that between a day and the hour stays."""
SURE_NAME = 0.8
_TOLD_WORDS = frozenset({"入院", "出院", "就诊"})
_DATE_BEFORE = re.compile(rf"(?P<start>.*?){_DAY}{_TIME}\s*$", re.DOTALL)


def find_stay(text: str) -> list[Mention]:
    """When the patient came in and left, and which department it was, in a sentence of this hospital.

    Blanks that were filled in leave room around what stands in them: 于 2024年3月5日 在我院 普外二科 住院.
    """
    places = [m.start() for m in _NO_ROOM.finditer(text) if m["kept"]]
    told = _stay("".join(text[at] for at in places))
    return [replace(m, start=places[m.start], end=places[m.end - 1] + 1) for m in told]


def _stay(text: str) -> list[Mention]:
    for pattern in _SPANS:
        span = next((m for m in pattern.finditer(text) if _is_ours(text, m.start())), None)
        if span:
            return [*_dated(span, "came", "admission_date"), *_dated(span, "left", "discharge_date"),
                    *_department(span)]  # fmt: skip
    came = next(_arrivals(text), None)
    left = next(
        (m for m in _LEFT.finditer(text) if _is_ours(text, m.start()) and not _NOT_OURS.search(m["why"])),
        None,
    )
    given = next((g for g in ("came", "brought", "bare") if came and came[g]), "")
    arrived = _dated(came, given, "admission_date") if came else []
    gone = _dated(left, "left", "discharge_date") if left else []
    if arrived and gone and str(arrived[0].value) > str(gone[0].value):
        return []
    return [*arrived, *gone, *(_department(came) if came else [])]


def find_presented(text: str) -> list[Mention]:
    """Name, sex and age with which a story begins: 患者李建国，男，56岁，因…, 李建国同志，男，56岁."""
    told = _PRESENTED.search(text) or _ADDRESSED.search(text)
    name = _name_at_end(told) if told else None
    mentions = []
    if told and name:
        mentions.append(Mention("patient_name", name, told.end("name") - len(name), told.end("name")))
    else:
        told = _UNNAMED.search(text)
    if told:
        mentions.append(Mention("sex", told["sex"], *told.span("sex")))
        mentions.append(Mention("age", int(told["age"]), *told.span("age")))
        people = _PEOPLE.match(text, told.end())
        value = ethnicity.normalise(people["people"]) if people else None
        if people and value:
            mentions.append(Mention("ethnicity", value, *people.span("people")))
    return mentions


def _name_at_end(told: re.Match[str]) -> str | None:
    """The name that such an opening ends with: the line above may have run into it, 出院证明李建国同志."""
    printed = told["name"]
    names = [printed, *(printed[-length:] for length in (3, 2, 4) if length < len(printed))]
    likely = (n for n in names if normalise_name(n) == n and looks_like_name(n) >= SURE_NAME)
    return next(likely, None)


def follows_its_date(hit: Hit, run: Run, runs: Sequence[Run]) -> bool:
    """Whether 入院 or 出院 ends a statement that its date opens, and is no label: 于2024年1月2日入院."""
    if hit.word not in _TOLD_WORDS or hit.colon:
        return False
    left = [r for r in runs if r is not run and same_row(r, run) and r.box[2] <= run.box[0] + run.height]
    text = "".join(r.text for r in sorted(left, key=lambda r: r.box[0])) + run.text[: hit.start]
    before = _DATE_BEFORE.match(text)
    return before is not None and not before["start"].rstrip(" :：").endswith(tuple(_TOLD_WORDS))


def _arrivals(text: str) -> Iterator[re.Match[str]]:
    for found in _CAME.finditer(text):
        why = found["why"] or found["how"] or found["cause"] or ""
        if _is_told_of_here(text, found, why) and not find_dates(why):
            yield found


def _is_told_of_here(text: str, found: re.Match[str], why: str) -> bool:
    return _is_ours(text, found.start()) and not _NOT_OURS.search(why)


def _is_ours(text: str, at: int) -> bool:
    clause = re.split(r"[。;；]", text[max(0, at - _BEFORE) : at])[-1]
    return not _ELSEWHERE.search(clause)


def _dated(found: re.Match[str], group: str, field: str) -> list[Mention]:
    dates = find_dates(found[group])
    start = found.start(group)
    return [Mention(field, dates[0][0].iso, start + dates[0][1], start + dates[0][2])] if dates else []


def _department(found: re.Match[str]) -> list[Mention]:
    group = "department" if found["department"] else "placed" if "placed" in found.re.groupindex else ""
    told = found[group] if group else None
    return [Mention("department", told, *found.span(group))] if told else []
