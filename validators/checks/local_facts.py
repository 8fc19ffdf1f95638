"""The facts of a case under the names that expressions use; what was not read, or not surely, is absent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ocr.types import DocumentKind, Source
from ocr.values.id_number import age_on, birth_date, is_valid, sex
from ocr.values.titles import rank
from validators.answers import Question
from validators.case import Case, is_certain
from validators.catalogue import Likeness
from validators.certainty import CERTAIN, at_least
from validators.checks.dates import dates_of_age
from validators.checks.disease import claims_of
from validators.checks.hospital import judge
from validators.checks.registered import entitled
from validators.fact_names import FIELD_NAMES
from validators.papers import Paper, Value
from validators.verdict import Outcome

Facts = dict[str, Any]
_NUMBER = re.compile(r"[<>≤≥]?\s*(-?\d+(?:\.\d+)?)")
_SEEN = 0.6
"""A seal or a signature found with less than this is not counted."""


def facts_of(case: Case, *, sure: bool, levels: bool = True) -> Facts:
    """The facts; with ``sure`` only those that may make a check unmet. Without ``levels`` hospitals are left
    out, whose levels cost as much as all the rest."""
    facts: Facts = {
        "submitted_on": case.on.isoformat(),
        "by_agent": case.by_agent,
        "applicant": _applicant(case),
        "entitlement": _entitlement(case),
    }
    if case.category is not None:
        facts["category"] = case.category
    diseases = _diseases(case, sure=sure)
    if diseases:
        facts["diseases"] = diseases
    unsure = case.unidentified()
    own = [p for p in case.opened if case.is_patients(p) and p not in unsure]
    read = [_paper(case, p, sure=sure, levels=levels) for p in own]
    facts["papers"] = read + [{"file": p.file} for p in unsure]
    return facts


def _applicant(case: Case) -> Facts:
    applicant = case.application.applicant
    number = applicant.id_number.upper()
    held: Facts = {}
    if is_valid(number, case.on):
        held |= {"age": age_on(number, case.on), "sex": sex(number)}
        held |= {"birth_date": str(birth_date(number))}
    if applicant.insurance:
        held["insurance"] = applicant.insurance
    if applicant.insured_place:
        held["insured_place"] = applicant.insured_place
    return held


def _entitlement(case: Case) -> Facts:
    told = case.application.entitlement
    registered = entitled(case)
    diseases = {d for d in (told.disease if told else None, *(one.disease for one in registered)) if d}
    ends = {d for d in (told.valid_until if told else None, *(one.valid_until for one in registered)) if d}
    held: Facts = {}
    if len(diseases) == 1:
        held["disease"] = diseases.pop()
    if len(ends) == 1:
        end = ends.pop()
        held |= {"valid_until": end.isoformat(), "days_left": (end - case.on).days}
    return held


def _diseases(case: Case, *, sure: bool) -> list[str] | None:
    """The claimed diseases by their names in the list; ``None`` where one of them is doubtful."""
    if case.pack.catalogue is None:
        return list(case.application.diseases) or None
    names: list[str] = []
    for claim in claims_of(case, case.pack.catalogue):
        read = claim.value is None or (is_certain(claim.value) if sure else claim.value.is_readable)
        if not read or claim.match.likeness is Likeness.NEAR or len(claim.match.rows) > 1:
            return None
        names.append(claim.match.rows[0].name if claim.match.rows else claim.text)
    return names or None


def _paper(case: Case, paper: Paper, *, sure: bool, levels: bool) -> Facts:
    def taken(value: Value) -> bool:
        return is_certain(value) if sure else value.is_readable

    if sure and _may_be_another(case, paper):
        return {"file": paper.file}
    held: Facts = {"file": paper.file, "kind": paper.kind.value, "pages": len(paper.pages)}
    fields = {name: paper.values(name) for name in FIELD_NAMES}
    single = {
        name: values[0].field.value
        for name, values in fields.items()
        if values and all(map(taken, values)) and len({v.text for v in values}) == 1
    }
    held["fields"] = single
    held |= _dated(case, paper, sure=sure)
    if levels:
        held["hospital"] = _hospital(case, paper, single)
    held["physician"] = _physician(paper, single, sure=sure)
    diagnoses = paper.values("diagnosis")
    if diagnoses and all(map(taken, diagnoses)):
        held["diagnosis"] = [value.text for value in diagnoses]
    rows = paper.values("test_items")
    if rows and all(map(taken, rows)):
        held["items"] = [_item(value.field.value) for value in rows]
    return held | _marks(paper) | _text(paper, sure=sure)


def _may_be_another(case: Case, paper: Paper) -> bool:
    """Whether a paper is handed in as another kind than it was told to be, and told without certainty."""
    hinted = case.application.files.get(paper.file, paper.kind.value)
    confidence = paper.document.kind_confidence
    return hinted != paper.kind.value and confidence is not None and confidence < CERTAIN


def _dated(case: Case, paper: Paper, *, sure: bool) -> Facts:
    dated = dates_of_age(paper)
    days = {span for _, span in dated}
    if len(days) != 1 or not all(is_certain(v) if sure else v.is_readable for v, _ in dated):
        return {}
    (day,) = days
    if day.day is None:
        return {}
    return {"date": day.iso, "age_days": (case.on - day.earliest).days}


def _hospital(case: Case, paper: Paper, single: Mapping[str, object]) -> Facts:
    """The level as ``hospital-level`` would tell it; absent where that check could not."""
    question = Question("local-rule", "")
    asked = {m: judge(case, question, paper, m).outcome for m in ("一级", "二级", "三级", "三级甲等")}
    held: Facts = {}
    reached = [asked[m] for m in ("一级", "二级", "三级")]
    if Outcome.UNKNOWN not in reached:
        held["level"] = reached.count(Outcome.MET)
    if asked["三级甲等"] is not Outcome.UNKNOWN:
        held["top"] = asked["三级甲等"] is Outcome.MET
    if "hospital_name" in single:
        held["name"] = single["hospital_name"]
    return held


def _physician(paper: Paper, single: Mapping[str, object], *, sure: bool) -> Facts:
    titles = paper.values("physician_title")
    held: Facts = {}
    if "physician_name" in single:
        held["name"] = single["physician_name"]
    ranks = [rank(v.text) for v in titles]
    read = all(is_certain(v) if sure else v.is_readable for v in titles)
    if titles and read and None not in ranks:
        held["ranks"] = ranks
        held["rank"] = max(number for number in ranks if number is not None)
        held["title"] = next(v.text for v in titles if rank(v.text) == held["rank"])
    return held


def _item(row: object) -> Facts:
    if not isinstance(row, Mapping):
        return {}
    held: Facts = {k: row[k] for k in ("name", "unit", "flag") if isinstance(row.get(k), str)}
    number = _NUMBER.fullmatch(str(row.get("result") or "").strip())
    if number:
        held["result"] = float(number[1])
    return held


def _marks(paper: Paper) -> Facts:
    """How many seals and physicians' signatures; absent where the picture leaves it open."""
    held: Facts = {}
    seals = [s for s in paper.document.marks.seals if s.confidence is None or s.confidence >= _SEEN]
    if seals or (paper.faultless and paper.in_colour and paper.kind is not DocumentKind.UNKNOWN):
        held["seals"] = len(seals)
    places = [s for s in paper.document.marks.signatures if s.role == "physician"]
    if places and all(s.present is not None and (s.confidence or 0) >= _SEEN for s in places):
        held["signatures"] = sum(bool(s.present) for s in places)
    return held


def _text(paper: Paper, *, sure: bool) -> Facts:
    """The whole text; for what is to make a check unmet only where every line of a faultless page is sure."""
    lines = [(line, page.source) for page in paper.pages for line in page.lines]
    if not lines or paper.legible is False:
        return {}
    clear = paper.faultless and all(
        source is Source.TEXT_LAYER or at_least(line.confidence, CERTAIN, source) for line, source in lines
    )
    return {"text": "\n".join(line.text for line, _ in lines)} if clear or not sure else {}
