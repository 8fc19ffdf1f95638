"""``visits`` and ``course``: how often the patient was seen for the disease, and how long it has lasted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

from ocr.types import DocumentKind
from ocr.values.dates import PartialDate
from ocr.values.text import fold
from validators.case import is_certain
from validators.certainty import CERTAIN, at_least
from validators.evidence.dossier import Dossier, softened
from validators.evidence.finding import Finding, contradicted, lacking, met
from validators.evidence.leaves import CourseDemand, VisitsDemand
from validators.evidence.quantity import Period
from validators.evidence.statements import Stated, mentions
from validators.evidence.words import course_in_words, visits_in_words
from validators.papers import Paper
from validators.spans import inside, span_of
from validators.verdict import Evidence

K = DocumentKind
_STAYS = (K.DISCHARGE_SUMMARY, K.INPATIENT_FRONT_PAGE)
_NUMBERS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2, "半": 0}
_LASTED = re.compile(
    r"(?P<label>病史|病程|确诊|发病|患病|起病)[^。;；,，]{0,8}?(?P<number>\d{1,2}|[一二两三四五六七八九十])\s?余?(?:个)?(?P<unit>年|月|周|天|日)"
    r"|(?P<number2>\d{1,2}|[一二两三四五六七八九十])\s?余?(?:个)?(?P<unit2>年|月|周)余?(?:病史|前确诊|前诊断|前发病)"
)
_CLAUSE = re.compile(r"[。;；,，:、\n]")
_UNNAMED = 2
"""So many letters before 病史 name no other disease."""
_YEARS = re.compile(r"(?<!\d)(?:\d{1,2}|[一二两三四五六七八九十])\s?[余多]?年(?!\d)")


@dataclass(frozen=True, slots=True)
class _Seen:
    """One visit, or one stay by its discharge; ``sure``: the day and the disease were read."""

    day: PartialDate
    sure: bool
    evidence: Evidence
    label: str


def judge_visits(dossier: Dossier, demand: VisitsDemand, name: str | None) -> Finding:
    """At least so many outpatient visits on different days for the disease, or so many stays.

    Visits that were not handed in prove nothing, so too few are unknown, never contradicted. Worse mistake:
    counting a visit for something else.

    Visits on 2025-03-01, 05-02 and 09-03 with a 6 month span: 3 visits, 186 days from first to last, met.
    """
    wanted = name or visits_in_words(demand)
    first = demand.within.before(dossier.case.on) if demand.within else dt.date.min
    visits = [s for s in _visits(dossier, demand) if inside(s.day, first, dossier.case.on) is not False]
    sure = _distinct([s for s in visits if s.sure and inside(s.day, first, dossier.case.on)])
    if len(sure) >= demand.count and _spans(sure, demand.span):
        return met(_told(sure, demand, first, dossier.case.on), [s.evidence for s in sure])
    stays = [s for s in _stays(dossier) if s.sure and inside(s.day, first, dossier.case.on)]
    held = _distinct(stays)
    if demand.or_stays is not None and len(held) >= demand.or_stays:
        days = "、".join(s.day.iso for s in held)
        return met(f"住院 {len(held)} 次（出院 {days}），≥ {demand.or_stays} 次", [s.evidence for s in held])
    note = (
        f"已见门诊就诊 {len(sure)} 次（{'、'.join(s.day.iso for s in sure) or '无'}），须 {demand.count} 次"
    )
    doubtful = len(_distinct(visits)) - len(sure)
    if len(sure) >= demand.count and demand.span:
        note = f"{_told(sure, demand, first, dossier.case.on)}，须不少于 {demand.span}"
    elif doubtful > 0:
        note += f"；另有 {doubtful} 次的日期或诊断未能确认"
    return lacking(wanted, note, evidence=[s.evidence for s in visits])


def judge_course(dossier: Dossier, demand: CourseDemand, name: str | None) -> Finding:
    """The disease has lasted so long on the submission day: by its earliest record, or as a record says.

    ``since: discharge`` counts from the earliest discharge for the disease. Records only ever show a least
    course, so contradicted is only a course that a record itself gives as shorter, or a single first
    discharge that lies too near.

    Discharge 2025-06-01, submission 2025-11-20, 3 months: 172 days, met; discharge 2025-10-20: contradicted.
    """
    wanted = name or course_in_words(demand)
    on = dossier.case.on
    latest_start = demand.at_least.before(on)
    dated = list(_stays(dossier) if demand.since == "discharge" else _records(dossier))
    early = [s for s in dated if s.sure and s.day.latest <= latest_start]
    what = "出院" if demand.since == "discharge" else "最早的病历"
    if early:
        start = min(early, key=lambda s: s.day)
        days = (on - start.day.latest).days
        words = f"{what} {start.day.iso}，至提交日 {on.isoformat()} 已 {days} 天 ≥ {demand.at_least}"
        return met(words, [start.evidence])
    told = list(_lasted(dossier))
    long = [m for m in told if m.is_own and m.told_on - m.span <= latest_start]
    if long and demand.since == "onset":
        words = f"病历（{long[0].told_on.isoformat()}）写明“{long[0].text}”，≥ {demand.at_least}"
        return met(words, [long[0].evidence])
    return _short(dossier, demand, wanted, dated, told)


@dataclass(frozen=True, slots=True)
class _Lasted:
    """A course as a record tells it, counted back from the record's own day.

    ``is_own``: told of this disease, or of none by name; ``is_whole``: the whole course, not an attack.
    """

    text: str
    span: relativedelta
    told_on: dt.date
    evidence: Evidence
    certain: bool
    is_own: bool
    is_whole: bool


def _short(
    dossier: Dossier, demand: CourseDemand, wanted: str, dated: Sequence[_Seen], told: Sequence[_Lasted]
) -> Finding:
    on = dossier.case.on
    evidence = [*(s.evidence for s in dated), *(m.evidence for m in told)]
    if demand.since == "discharge" and dated and all(s.sure for s in dated) and not _mentions_past(dossier):
        start = min(dated, key=lambda s: s.day)
        ready = demand.at_least.after(start.day.latest)
        days = (on - start.day.latest).days
        words = f"出院 {start.day.iso}，至提交日 {on.isoformat()} 为 {days} 天，不满 {demand.at_least}"
        return softened(contradicted(words, f"请在 {ready.isoformat()} 之后再申请", evidence), dossier)
    whole = [m for m in told if m.is_whole and m.is_own]
    if demand.since == "onset" and whole and len(whole) == len(told) and all(m.certain for m in told):
        words = f"病历写明“{told[0].text}”，不满 {demand.at_least}"
        return softened(contradicted(words, f"请补交能证明{wanted}的病历", evidence), dossier)
    earliest = min((s.day for s in dated), default=None)
    note = f"已见最早的病历为 {earliest.iso}" if earliest else "没有可推算病程的病历"
    return lacking(f"能证明{wanted}的病历", note, evidence=evidence)


def _visits(dossier: Dossier, demand: VisitsDemand) -> Iterator[_Seen]:
    for paper in dossier.papers(demand.kinds):
        if dossier.is_of_another(paper):
            continue
        named = bool(dossier.diagnoses(paper)) and _has_drugs(paper, demand)
        for value in paper.values("visit_date") or [v for v, _ in dossier.dates_of(paper)]:
            if (day := span_of(value)) is not None:
                sure = named and value.is_readable and day.day is not None
                yield _Seen(day, sure, value.evidence, paper.label)


def _has_drugs(paper: Paper, demand: VisitsDemand) -> bool:
    return not demand.drugs or any(m.stated is Stated.SAID for m in mentions(paper, demand.drugs))


def _stays(dossier: Dossier) -> Iterator[_Seen]:
    for paper in dossier.papers(_STAYS):
        if not dossier.diagnoses(paper):
            continue
        for value in paper.values("discharge_date")[:1]:
            if (day := span_of(value)) is not None:
                yield _Seen(day, value.is_readable, value.evidence, paper.label)


def _records(dossier: Dossier) -> Iterator[_Seen]:
    for paper in dossier.records():
        names = ("visit_date", "admission_date", "discharge_date")
        for value in paper.values(*names) or [v for v, _ in dossier.dates_of(paper)]:
            if (day := span_of(value)) is not None:
                yield _Seen(day, value.is_readable, value.evidence, paper.label)


def _lasted(dossier: Dossier) -> Iterator[_Lasted]:
    """Courses that records of this disease tell in words (病史5年)."""
    names = [fold(name) for name in (dossier.row.name, *dossier.row.aliases) if len(name) > 1]
    for paper in dossier.records():
        dated = dossier.dates_of(paper)
        for page in paper.pages if dated else ():
            for line in page.lines:
                text = fold(line.text)
                for match in _LASTED.finditer(text):
                    if (span := _length(match)) is None:
                        continue
                    where = Evidence(paper.file, page.number, "text", line.text, line.box, line.confidence)
                    sure = at_least(line.confidence, CERTAIN, page.source) and paper.faultless
                    before = _CLAUSE.split(text[: match.start()])[-1]
                    yield _Lasted(
                        text=match.group(),
                        span=span,
                        told_on=dated[0][1].earliest,
                        evidence=where,
                        certain=sure and paper.kind_is_sure and is_certain(dated[0][0]),
                        is_own=len(before) <= _UNNAMED or any(name in before for name in names),
                        is_whole=match["label"] in ("病程", "患病") and not _YEARS.search(text),
                    )


def _length(match: re.Match[str]) -> relativedelta | None:
    number, unit = match["number"] or match["number2"], match["unit"] or match["unit2"]
    held = int(number) if number.isdigit() else _NUMBERS.get(number, 0)
    if held == 0:
        return None
    if unit in ("天", "日"):
        return relativedelta(days=held)
    return {"年": relativedelta(years=held), "月": relativedelta(months=held)}.get(
        unit, relativedelta(weeks=held)
    )


def _mentions_past(dossier: Dossier) -> bool:
    """Whether a record of the disease speaks of its past, so that the first discharge may lie earlier."""
    past = ("后遗症", "恢复期", "病史", "既往", "再发", "复发", "陈旧")
    return any(list(mentions(paper, past)) for paper in dossier.records())


def _distinct(seen: Sequence[_Seen]) -> list[_Seen]:
    days: dict[str, _Seen] = {}
    for visit in sorted(seen, key=lambda s: (s.day.iso, not s.sure)):
        days.setdefault(visit.day.iso, visit)
    return list(days.values())


def _spans(visits: Sequence[_Seen], span: Period | None) -> bool:
    if span is None:
        return True
    first, last = visits[0].day.latest, visits[-1].day.earliest
    return span.after(first) <= last


def _told(visits: Sequence[_Seen], demand: VisitsDemand, first: dt.date, on: dt.date) -> str:
    days = "、".join(s.day.iso for s in visits)
    words = f"门诊就诊 {len(visits)} 次（{days}），≥ {demand.count} 次"
    if demand.within:
        words += f"，均在 {first.isoformat()} 至 {on.isoformat()} 之间（近 {demand.within}）"
    if demand.span:
        apart = (visits[-1].day.earliest - visits[0].day.latest).days
        words += f"，前后相隔 {apart} 天"
    return words
