"""``signers``, ``age``, ``excludes``, ``person``: who signed, who applies, what only a person can judge."""

from __future__ import annotations

from ocr.types import DocumentKind
from ocr.values.id_number import age_on, is_valid
from ocr.values.titles import rank
from validators.case import RECORDS, is_certain
from validators.evidence.dossier import Dossier, softened
from validators.evidence.finding import Finding, contradicted, lacking, met
from validators.evidence.leaves import AgeDemand, ExclusionDemand, SignersDemand
from validators.evidence.statements import Stated, how_stated, mentions
from validators.evidence.words import age_in_words, signers_in_words
from validators.papers import Paper

K = DocumentKind


def judge_signers(dossier: Dossier, demand: SignersDemand, name: str | None) -> Finding:
    """So many different physicians of the title, or higher, stand on one paper.

    Worse mistake: refusing for a signature by hand that was not read; contradicted only where as many
    titles as asked were surely read on every such paper and too few are high enough.

    “副主任医师” twice for two signers is met; “副主任医师” and “主治医师” is contradicted.
    """
    wanted = name or signers_in_words(demand)
    papers = dossier.papers(demand.kinds)
    for paper in papers:
        if (high := _high(paper, demand)) >= demand.count:
            values = paper.values("physician_title")
            words = f"{paper.label}有 {high} 名{demand.title}及以上医师（须 {demand.count} 名）"
            return met(words, [v.evidence for v in values])
    titled = [p for p in papers if p.values("physician_title")]
    evidence = [v.evidence for p in titled for v in p.values("physician_title")]
    notes = [f"{p.label}读到 {_high(p, demand)} 名{demand.title}及以上医师" for p in titled]
    if titled and len(titled) == len(papers) and all(_surely_too_few(p, demand) for p in titled):
        return softened(contradicted("；".join(notes), f"请补交有{wanted}的材料", evidence), dossier)
    return lacking(wanted, *notes, evidence=evidence)


def judge_age(dossier: Dossier, demand: AgeDemand, name: str | None) -> Finding:
    """The applicant's age in completed years on the submission day, by the ID number."""
    wanted = name or age_in_words(demand)
    number, on = dossier.case.application.applicant.id_number.upper(), dossier.case.on
    age = age_on(number, on) if is_valid(number, on) else None
    if age is None:
        return lacking(f"能证明{wanted}的身份信息", "身份证号无效，未能推算年龄")
    too_young = demand.at_least is not None and age < demand.at_least
    too_old = (demand.at_most is not None and age > demand.at_most) or (
        demand.below is not None and age >= demand.below
    )
    words = f"申请人在提交日 {on.isoformat()} 满 {age} 周岁"
    if too_young or too_old:
        return contradicted(f"{words}，不符合{wanted}", "请核对申报病种和身份证号")
    return met(f"{words}，符合{wanted}")


def judge_exclusion(dossier: Dossier, demand: ExclusionDemand, name: str | None) -> Finding:
    """Other causes are ruled out on a record; a sure diagnosis of one of them says the contrary."""
    wanted = name or f"排除{'、'.join(demand.causes)}的说明"
    papers = dossier.papers(tuple(RECORDS))
    values = [v for p in papers for v in p.values("diagnosis")]
    named = [v for v in values if any(how_stated(v.text, c) is Stated.SAID for c in demand.causes)]
    if named and any(is_certain(v) for v in named):
        words = f"{named[0].paper.label}的诊断为“{named[0].text}”，属于须排除的原因"
        return softened(contradicted(words, f"请补交{wanted}", [v.evidence for v in named]), dossier)
    denied = [
        m for p in papers for m in mentions(p, demand.causes) if m.stated is Stated.DENIED and m.readable
    ]
    if {m.word for m in denied} == set(demand.causes):
        return met(f"病历已排除{'、'.join(demand.causes)}", [m.evidence for m in denied])
    return lacking(wanted, "须由审核人员核对")


def judge_by_person(_: Dossier, words: str, name: str | None) -> Finding:
    """What only a person can judge."""
    return lacking(name or words, "须由审核人员核对")


def _high(paper: Paper, demand: SignersDemand) -> int:
    """How many physicians of the title; never more than the names that were read beside the titles."""
    needed = rank(demand.title) or 0
    high = sum(v.is_readable and (rank(v.text) or 0) >= needed for v in paper.values("physician_title"))
    names = {v.text for v in paper.values("physician_name") if v.is_readable}
    return min(high, len(names)) if names else high


def _surely_too_few(paper: Paper, demand: SignersDemand) -> bool:
    values = paper.values("physician_title")
    sure = all(is_certain(v) and rank(v.text) is not None for v in values)
    return sure and len(values) >= demand.count and _high(paper, demand) < demand.count
