"""Is the issuing hospital of the level demanded?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ocr.types import Source
from ocr.values.hospital_levels import at_least, level_by_kind_of_name
from ocr.values.hospital_names import find_hospital_names
from ocr.values.text import fold
from validators.answers import Question
from validators.case import REPORTS, Case, is_certain
from validators.certainty import CERTAIN, READABLE
from validators.checks.applicability import applies, unsettled
from validators.checks.registered import unless_silent
from validators.codes import Code
from validators.hospitals import Found, Hospital, HospitalDirectory, Lookup, same_hospital
from validators.papers import Paper, Value
from validators.verdict import CheckResult, Evidence, Outcome

_DECIDING_TIERS = ("A", "B")
"""Directory grades of lower tiers, or none, leave the level open."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What a paper says of its hospital: values read, or a seal where nothing is printed.

    ``certain``: may show too low a level. ``sufficient``: may show a sufficient one.
    """

    texts: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    certain: bool
    sufficient: bool


def hospital_level(case: Case) -> Iterator[CheckResult]:
    """The issuing hospital of every paper relied on is of the level demanded; one result a paper.

    By the printed grade, else the directory, else the kind of the name (卫生院 …). Print that disagrees
    with the directory or with the kind of the name, several hospitals of one name, or no grade anywhere
    are unknown. Where no hospital is printed, a surely read seal with a name of the directory is enough.
    Worse mistake: telling a sound case that its hospital is too small, so unmet needs a sure reading. A
    paper of too low a level beside a sufficient one of the same purpose is for a person to judge.
    """
    rule = case.pack.policy.hospital_level
    question = case.question("hospital-level", rule)
    arises = applies(case, rule.value.when) if rule is not None else False
    if rule is None or arises is False:
        yield question.not_applicable(Code.NOT_ASKED, "本业务不要求医院等级。")
        return
    if arises is None:
        yield unsettled(question)
        return
    found_any = False
    for group, minimum in rule.value.demanded():
        papers = case.of_kind(*group)
        answers = [unless_silent(case, question, judge(case, question, p, minimum)) for p in papers]
        found_any = found_any or bool(papers)
        yield from _soften(question, papers, answers)
    if not found_any:
        yield question.unknown(Code.HOSPITAL_UNREAD, "没有可供核对医院等级的材料。")


@dataclass(frozen=True, slots=True)
class _Demand:
    """What is asked of one paper, and where its hospital stands on it."""

    question: Question
    paper: Paper
    minimum: str
    evidence: tuple[Evidence, ...]

    def met(self, message: str) -> CheckResult:
        return self.question.met(Code.LEVEL_MET, message, subject=self.paper.file, evidence=self.evidence)

    def unknown(self, code: Code, message: str) -> CheckResult:
        return self.question.unknown(code, message, subject=self.paper.file, evidence=self.evidence)

    def below(self, why: str) -> CheckResult:
        label, minimum = self.paper.label, self.minimum
        return self.question.unmet(
            Code.LEVEL_BELOW,
            f"{label}：{why}，低于{minimum}。",
            subject=self.paper.file,
            remedy=f"{label}须由{minimum}及以上医院出具，请到{minimum}及以上定点医院重新开具后补交。",
            evidence=self.evidence,
        )


def judge(case: Case, question: Question, paper: Paper, minimum: str) -> CheckResult:
    """The level of one paper's hospital against ``minimum``."""
    printed = [v for v in paper.values("hospital_level") if v.is_readable]
    names = _names(paper, case.pack.hospitals)
    lookup = _look_up(names, case.pack.hospitals)
    demand = _Demand(question, paper, minimum, (*(v.evidence for v in printed), *names.evidence))
    listed = _listed_level(lookup)
    if printed:
        return _by_print(demand, printed, listed, names)
    if lookup is not None and lookup.found is Found.AMBIGUOUS:
        read, listed_names = "、".join(names.texts), "、".join(h.name for h in lookup.hospitals)
        words = (
            f"{paper.label}上的医院“{read}”对应名录中的{listed_names}，不能确定是哪一家，须由审核人员核对。"
        )
        return demand.unknown(Code.HOSPITAL_AMBIGUOUS, words)
    if listed is not None and lookup is not None and lookup.hospital is not None:
        sure = names.certain and lookup.found is Found.EXACT
        return _by_directory(demand, lookup.hospital, sure=sure, sufficient=names.sufficient)
    return _by_kind_of_name(demand, names)


def _names(paper: Paper, directory: HospitalDirectory) -> _Names:
    values = [v for v in paper.values("hospital_name") if v.is_readable]
    if values:
        texts = tuple(dict.fromkeys(v.text for v in values))
        evidence = tuple(v.evidence for v in values)
        return _Names(texts, evidence, certain=any(map(is_certain, values)), sufficient=True)
    return _names_on_seals(paper, directory)


def _names_on_seals(paper: Paper, directory: HospitalDirectory) -> _Names:
    """Never sure enough for unmet; sufficient where every name is whole in the directory and surely read.

    A printed name that could not be read must be the seal's: beside it another hospital's seal may stand.
    """
    printed = [v.text for v in paper.values("hospital_name")]
    seals = [s for s in paper.document.marks.seals if (s.confidence or 0) >= READABLE]
    read = [(n.name, s) for s in seals for n in find_hospital_names(s.text)]
    evidence = tuple(Evidence(paper.file, s.page, "seal", s.text, s.box, s.confidence) for _, s in read)
    whole = all((s.confidence or 0) >= CERTAIN and _is_whole(n, s.text, directory) for n, s in read)
    agrees = not printed or all(any(same_hospital(n, p, directory) for p in printed) for n, _ in read)
    texts = tuple(dict.fromkeys(name for name, _ in read))
    return _Names(texts, evidence, certain=False, sufficient=whole and agrees)


def _is_whole(name: str, on_seal: str, directory: HospitalDirectory) -> bool:
    """Whether a seal bears a hospital's name of the directory, or its alias, letter by letter."""
    hospital = directory.look_up(name).hospital
    return hospital is not None and any(fold(n) in fold(on_seal) for n in (hospital.name, *hospital.aliases))


def _look_up(names: _Names, directory: HospitalDirectory) -> Lookup | None:
    """One answer for all names of a paper; names of different hospitals are ambiguous."""
    answers = [directory.look_up(name) for name in names.texts]
    found = [a for a in answers if a.found in (Found.EXACT, Found.CLOSE)]
    hospitals = tuple(dict.fromkeys(h for a in found for h in a.hospitals))
    apart = (same_hospital(n, h.name, directory) is False for n in names.texts for h in hospitals)
    if len(hospitals) > 1 or any(apart):
        return Lookup(Found.AMBIGUOUS, hospitals)
    if found:
        exact = any(a.found is Found.EXACT for a in found) and len(found) == len(answers)
        return Lookup(Found.EXACT if exact else Found.CLOSE, hospitals)
    return next((a for a in answers if a.found is Found.AMBIGUOUS), None)


def _listed_level(lookup: Lookup | None) -> str | None:
    hospital = lookup.hospital if lookup is not None and lookup.found is not Found.AMBIGUOUS else None
    if hospital is None or not hospital.level or hospital.tier not in _DECIDING_TIERS:
        return None
    return hospital.level


def _by_print(demand: _Demand, printed: Sequence[Value], listed: str | None, names: _Names) -> CheckResult:
    label, levels = demand.paper.label, {v.text for v in printed}
    level = min(sorted(levels), key=len)
    if len({text[:2] for text in levels}) > 1 or (listed is not None and not _agree(level, listed)):
        other = f"，名录为{listed}" if listed else ""
        words = f"{label}印的医院等级为{'、'.join(sorted(levels))}{other}，不一致，须由审核人员核对。"
        return demand.unknown(Code.LEVEL_DISAGREES, words)
    reached = at_least(level, demand.minimum)
    if reached and (small := [name for name in names.texts if _is_too_small(name, demand.minimum)]):
        words = f"{label}印的医院等级为{level}，但“{small[0]}”按机构类别为一级或以下，须由审核人员核对。"
        return demand.unknown(Code.LEVEL_DISAGREES, words)
    if reached:
        return demand.met(f"{label}印明医院等级为{level}，符合{demand.minimum}及以上的要求。")
    if reached is None or not all(map(is_certain, printed)):
        words = f"{label}的医院等级读为{level}，不能确定是否达到{demand.minimum}，须核对。"
        return demand.unknown(Code.LEVEL_UNKNOWN, words)
    return demand.below(f"印明医院等级为{level}")


def _agree(printed: str, listed: str) -> bool:
    """Whether two grades can be one: 三级 and 三级甲等 can, 三级甲等 and 三级乙等 cannot."""
    return printed.startswith(listed) or listed.startswith(printed)


def _is_too_small(name: str, minimum: str) -> bool:
    """Whether an institution of this kind (卫生院 …) is by its name below ``minimum``."""
    level = level_by_kind_of_name(name)
    return level is not None and not at_least(level, minimum)


def _by_directory(demand: _Demand, hospital: Hospital, *, sure: bool, sufficient: bool) -> CheckResult:
    dated = hospital.as_of or "时间不详"
    known = f"{hospital.name}在名录中为{hospital.level}（{dated}，可信级别 {hospital.tier}）"
    reached = at_least(hospital.level, demand.minimum)
    if reached and sufficient:
        return demand.met(f"{demand.paper.label}：{known}。")
    if reached or reached is None or not sure:
        words = f"{demand.paper.label}：{known}，不能确定是否达到{demand.minimum}，须核对。"
        return demand.unknown(Code.LEVEL_UNKNOWN, words)
    return demand.below(known)


def _by_kind_of_name(demand: _Demand, names: _Names) -> CheckResult:
    label = demand.paper.label
    if not names.texts:
        words = f"{label}上没有读出医院名称和等级，须核对原图。"
        return demand.unknown(Code.HOSPITAL_UNREAD, words)
    if names.certain and all(_is_too_small(name, demand.minimum) for name in names.texts):
        return demand.below(f"“{names.texts[0]}”按机构类别为一级或以下")
    words = f"{label}的医院“{names.texts[0]}”没有可靠的等级记录，须由审核人员核对。"
    return demand.unknown(Code.LEVEL_UNKNOWN, words)


def _soften(
    question: Question, papers: Sequence[Paper], answers: Sequence[CheckResult]
) -> Iterator[CheckResult]:
    """Beside a sufficient paper of the same purpose, others may not be the ones relied on."""
    enough = any(a.outcome is Outcome.MET for a in answers)
    for paper, answer in zip(papers, answers, strict=True):
        if not enough or answer.outcome is Outcome.MET:
            yield answer
        elif answer.outcome is Outcome.UNMET:
            words = f"{answer.message}另有同类材料符合，是否采信此份由审核人员判断。"
            yield question.unknown(
                Code.PAPER_NOT_RELIED_ON, words, subject=answer.subject, evidence=answer.evidence
            )
        elif answer.code == Code.HOSPITAL_UNREAD.value and paper.kind in REPORTS and _was_read(paper):
            words = f"{paper.label}未读出医院名称，另有同类报告符合，不采信此份。"
            yield question.not_applicable(Code.PAPER_NOT_RELIED_ON, words, subject=paper.file)
        else:
            yield answer


def _was_read(paper: Paper) -> bool:
    return paper.legible is True or any(page.source is Source.TEXT_LAYER for page in paper.pages)
