"""``report`` and ``declaration``: papers whose text says something."""

from __future__ import annotations

from dataclasses import dataclass

from validators.evidence.dossier import Dossier, Standing, both, softened
from validators.evidence.finding import Finding, contradicted, lacking, met
from validators.evidence.leaves import DeclarationDemand, ReportDemand
from validators.evidence.statements import Mention, Stated, is_about, mentions
from validators.evidence.words import report_in_words
from validators.papers import Paper
from validators.verdict import Evidence


@dataclass(frozen=True, slots=True)
class _Answer:
    """One paper's: ``holds`` true, false for a plain contrary, ``None`` for neither.

    ``denied``: it says the contrary, rather than being too old or from elsewhere.
    """

    paper: Paper
    holds: bool | None
    words: str
    evidence: tuple[Evidence, ...]
    denied: bool = False


def judge_report(dossier: Dossier, demand: ReportDemand, name: str | None) -> Finding:
    """So many papers of these kinds say one of the words, are recent enough and from the right issuer.

    Worse mistake: calling a report negative for a sentence misread. Contradicted only where every paper
    about the matter, all surely read, denies it, is too old, or is from the wrong issuer; a paper that
    just does not say it leaves it open.

    “右侧基底节区脑梗死” meets 脑梗死; the only head CT says “未见出血及梗死”: contradicted.
    """
    wanted = name or report_in_words(demand)
    papers = [p for p in dossier.papers(demand.kinds) if is_about(p, demand.about)]
    answers = [_answer(dossier, demand, paper) for paper in papers]
    good = [a for a in answers if a.holds]
    if len({a.paper.file + a.paper.label for a in good}) >= demand.count:
        return _shown(good[: demand.count])
    telling = [a for a in answers if a.words]
    words = [a.words for a in telling]
    evidence = [e for a in telling for e in a.evidence]
    told = bool(demand.about or demand.denies)
    if answers and all(a.holds is False and (told or not a.denied) for a in answers):
        return softened(contradicted("；".join(words), f"请补交{wanted}", evidence), dossier)
    if good:
        words = [f"{a.words}（已有 {len(good)} 份，须 {demand.count} 份）" for a in good] + words
    return lacking(wanted, *dict.fromkeys(words), evidence=evidence)


def judge_declaration(dossier: Dossier, demand: DeclarationDemand, name: str | None) -> Finding:
    """The applicant declares it on a letter or the form; a paper that says the contrary contradicts.

    “非工伤” on the letter is met; “已认定工伤” is contradicted; no declaration is unknown.
    """
    wanted = name or f"本人声明（{'、'.join(demand.says)}）"
    papers = dossier.papers(demand.kinds)
    contrary = [m for p in papers for m in mentions(p, demand.denies) if m.stated is Stated.SAID]
    said = [(p, m) for p in papers for m in mentions(p, demand.says) if m.stated is not Stated.DENIED]
    if contrary and all(m.certain for m in contrary):
        words = f"材料写明“{contrary[0].word}”，与须声明的“{'、'.join(demand.says)}”相反"
        evidence = [m.evidence for m in contrary]
        return softened(contradicted(words, f"请核对后补交{wanted}", evidence), dossier)
    if said and not contrary and any(m.readable for _, m in said):
        paper, mention = next((p, m) for p, m in said if m.readable)
        return met(f"{paper.label}声明“{mention.word}”", [mention.evidence])
    return lacking(wanted)


def _answer(dossier: Dossier, demand: ReportDemand, paper: Paper) -> _Answer:
    said, words, evidence = _says(demand, paper)
    if said is None:
        return _Answer(paper, None, words, evidence)
    if said is False:
        return _Answer(paper, False, words, evidence, denied=True)
    standing: Standing = both(dossier.recent(paper, demand.within), dossier.issued(paper, demand))
    told = f"{words}（{standing.words}）" if standing.words else words
    return _Answer(paper, standing.holds, told, (*evidence, *standing.evidence))


def _says(demand: ReportDemand, paper: Paper) -> tuple[bool | None, str, tuple[Evidence, ...]]:
    """Whether the paper says it, with the sentence and where it stands."""
    positive, contrary = list(mentions(paper, demand.says)), list(mentions(paper, demand.denies))
    said = [m for m in positive if m.stated is Stated.SAID and m.readable]
    denied = [m for m in positive if m.stated is Stated.DENIED]
    denied += [m for m in contrary if m.stated is not Stated.OPEN]
    if said:
        return True, f"{paper.label}载明“{said[0].word}”", (said[0].evidence,)
    if any(m.stated is Stated.OPEN or m.stated is Stated.SAID for m in positive):
        return None, f"{paper.label}的“{positive[0].word}”未能确定", (positive[0].evidence,)
    if denied:
        return _denied(paper, denied)
    if not demand.says:
        return True, f"已有{paper.label}", (paper.evidence,)
    return None, f"{paper.label}上没有读到{'或'.join(demand.says[:4])}", (paper.evidence,)


def _denied(paper: Paper, denied: list[Mention]) -> tuple[bool | None, str, tuple[Evidence, ...]]:
    shown = denied[0].evidence.value
    words = f"{paper.label}写明“{shown}”"
    sure = all(m.certain for m in denied)
    return (False if sure else None), words, tuple(m.evidence for m in denied)


def _shown(good: list[_Answer]) -> Finding:
    return met("；".join(a.words for a in good), [e for a in good for e in a.evidence])
