"""``documents``: papers that state the disease, from whom, and what may not stand in for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ocr.types import DocumentKind
from ocr.values.titles import rank
from validators.case import RECORDS, is_certain
from validators.disease_names import fold_disease
from validators.evidence.dossier import Dossier, Standing, both, softened
from validators.evidence.finding import Finding, all_of, contradicted, lacking, met
from validators.evidence.leaves import DocumentsDemand
from validators.evidence.statements import Stated, how_stated
from validators.evidence.words import documents_in_words, kinds_in_words
from validators.papers import Paper, Value, labels


def judge_documents(dossier: Dossier, demand: DocumentsDemand, name: str | None) -> Finding:
    """One of ``any_of``, or every one of ``all_of``, states the disease as asked.

    Worse mistake: refusing where the paper is only unread. Contradicted: every such paper plainly falls
    short (a lower hospital, another department, too old), or another kind stands in where that is forbidden.

    A summary from a hospital of level 3A where 三级甲等 is asked is met; a certificate where only the
    summary counts is contradicted; no paper at all is unknown.
    """
    wanted = name or documents_in_words(demand)
    if demand.all_of:
        return all_of([_one(dossier, demand, (kind,), _single(demand, kind)) for kind in demand.all_of])
    return _one(dossier, demand, demand.any_of, wanted)


def _single(demand: DocumentsDemand, kind: DocumentKind) -> str:
    return documents_in_words(demand.model_copy(update={"all_of": (), "any_of": (kind,)}))


def _one(dossier: Dossier, demand: DocumentsDemand, kinds: Sequence[DocumentKind], wanted: str) -> Finding:
    papers = dossier.papers(kinds)
    naming = [(p, dossier.diagnoses(p)) for p in papers]
    stated = [(p, values) for p, values in naming if values]
    if not stated:
        notes = [f"{paper.label}上没有确认到申报病种的诊断" for paper in papers]
        return _substituted(dossier, demand, kinds) or lacking(wanted, *notes)
    judged = [(p, values, _standing(dossier, demand, p, values)) for p, values in stated]
    for paper, values, standing in judged:
        if standing.holds:
            told = f"（{standing.words}）" if standing.words else ""
            evidence = [*(v.evidence for v in values), *standing.evidence]
            return met(f"{paper.label}载明“{'；'.join(v.text for v in values)}”{told}", evidence)
    words = "；".join(dict.fromkeys(s.words for _, _, s in judged if s.words))
    evidence = [e for _, values, s in judged for e in (*(v.evidence for v in values), *s.evidence)]
    if all(s.holds is False for _, _, s in judged) and len(stated) == len(papers):
        return softened(contradicted(words, f"请补交{wanted}", evidence), dossier)
    return lacking(wanted, words, evidence=evidence)


def _standing(dossier: Dossier, demand: DocumentsDemand, paper: Paper, values: Sequence[Value]) -> Standing:
    issued = both(dossier.issued(paper, demand), dossier.recent(paper, demand.within))
    return both(both(issued, _said(demand, paper, values)), _titled(demand, paper))


def _said(demand: DocumentsDemand, paper: Paper, values: Sequence[Value]) -> Standing:
    """A word asked stands in a diagnosis of the paper, and none that it must not hold."""
    wrong = [v for v in values if any(_holds(v.text, word) for word in demand.denies)]
    if wrong:
        words = f"{paper.label}的诊断为“{wrong[0].text}”"
        return Standing(False if all(map(is_certain, wrong)) else None, words, (wrong[0].evidence,))
    if not demand.says:
        return Standing(True)
    for value in paper.values("diagnosis"):
        if value.is_readable and any(_holds(value.text, word) for word in demand.says):
            return Standing(True, "", (value.evidence,))
    read = "；".join(v.text for v in values)
    return Standing(None, f"{paper.label}的诊断“{read}”没有写明{'或'.join(demand.says)}")


def _holds(diagnosis: str, word: str) -> bool:
    """Whether a diagnosis says a word, types and grades in any spelling (Ⅱ型, 二型, 2型)."""
    spelt = how_stated(fold_disease(diagnosis), fold_disease(word))
    return Stated.SAID in (how_stated(diagnosis, word), spelt)


def _titled(demand: DocumentsDemand, paper: Paper) -> Standing:
    if demand.title is None:
        return Standing(True)
    values, needed = paper.values("physician_title"), rank(demand.title) or 0
    evidence = tuple(v.evidence for v in values)
    if any(v.is_readable and (rank(v.text) or 0) >= needed for v in values):
        return Standing(True, f"医师职称 {values[0].text}", evidence)
    if values and all(is_certain(v) and rank(v.text) is not None for v in values):
        words = f"{paper.label}的医师职称为{values[0].text}，低于{demand.title}"
        return Standing(False, words, evidence)
    return Standing(None, f"{paper.label}未读到{demand.title}及以上的医师职称", evidence)


def _substituted(dossier: Dossier, demand: DocumentsDemand, kinds: Sequence[DocumentKind]) -> Finding | None:
    """Another medical paper stands where only ``kinds`` count."""
    if not demand.no_substitute:
        return None
    instead = [p for p in _others(dossier, kinds) if p.kind_is_sure]
    if not instead or dossier.papers(kinds):
        return None
    asked = kinds_in_words(kinds)
    words = f"只有{labels(instead)}，不能代替{asked}"
    finding = contradicted(
        words, f"请补交{documents_in_words(demand)}", [p.evidence for p in instead], substituted=True
    )
    return softened(finding, dossier)


def _others(dossier: Dossier, kinds: Sequence[DocumentKind]) -> Iterator[Paper]:
    return (p for p in dossier.papers(tuple(RECORDS)) if p.kind not in kinds and dossier.diagnoses(p))
