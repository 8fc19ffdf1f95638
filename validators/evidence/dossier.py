"""What the leaves of a standard look at: one claimed disease of one case, and how papers stand to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ocr.types import DocumentKind
from ocr.values.dates import PartialDate
from validators.case import RECORDS, Case, is_certain
from validators.catalogue import Catalogue, Support
from validators.disease_row import Disease
from validators.evidence.finding import Finding
from validators.evidence.leaves import Issuer
from validators.evidence.quantity import Period
from validators.papers import Paper, Value
from validators.spans import inside
from validators.verdict import CheckResult, Evidence, Outcome

Dated = tuple[tuple[Value, PartialDate], ...]
_APART = frozenset(
    (
        "骨科", "眼科", "口腔科", "皮肤科", "妇产科", "妇科", "产科",
        "儿科", "泌尿外科", "普外科", "普通外科", "肛肠科", "耳鼻喉科", "耳鼻咽喉科",
        "整形外科", "美容科", "男科", "心血管内科", "消化内科", "呼吸内科", "肾内科",
        "内分泌科", "肿瘤科", "血液科", "血液内科", "神经内科", "神经外科", "精神科",
        "风湿免疫科", "感染科", "胸外科", "心胸外科",
    )
)  # fmt: skip
"""Departments by their plain names; only such a name, surely read, can say that it is another department."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a paper is recent enough and from the right issuer: true, false, or cannot tell; and why."""

    holds: bool | None
    words: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One claim. ``level_of`` judges a paper's hospital against a least level, ``dates_of`` tells the dates
    by which a paper is as old as it is; ``beside`` names what else is claimed.
    """

    case: Case
    catalogue: Catalogue
    row: Disease
    claimed: str
    level_of: Callable[[Paper, str], CheckResult]
    dates_of: Callable[[Paper], Dated]
    beside: tuple[str, ...] = ()

    def papers(self, kinds: Sequence[DocumentKind]) -> tuple[Paper, ...]:
        """The patient's papers of these kinds."""
        return self.case.of_kind(*kinds)

    @property
    def complete(self) -> bool:
        """Whether every file is a known paper, so that none may be the one that was not found."""
        return not self.case.unidentified()

    def diagnoses(self, paper: Paper) -> list[Value]:
        """The diagnoses of a paper that name the disease."""
        held = [v for v in paper.values("diagnosis") if v.is_readable]
        if self.catalogue.supports([v.text for v in held], self.row) is not Support.SUPPORTS:
            return []
        telling = [v for v in held if self.catalogue.supports([v.text], self.row) is Support.SUPPORTS]
        return telling or held

    def is_of_another(self, paper: Paper) -> bool:
        """Whether every diagnosis of a paper plainly is of another chapter."""
        held = paper.values("diagnosis")
        texts = [v.text for v in held]
        return bool(held) and self.catalogue.supports(texts, self.row) is Support.OTHER

    def records(self) -> tuple[Paper, ...]:
        """Medical records that name the disease."""
        return tuple(p for p in self.papers(tuple(RECORDS)) if self.diagnoses(p))

    def recent(self, paper: Paper, within: Period | None) -> Standing:
        """Whether ``paper`` lies within the span before the submission, with the arithmetic."""
        if within is None:
            return Standing(True)
        first, dated = within.before(self.case.on), self.dates_of(paper)
        evidence = tuple(v.evidence for v, _ in dated)
        answers = [inside(span, first, self.case.on) for v, span in dated if v.is_readable]
        if answers and len(answers) == len(dated) and all(answers):
            return Standing(True, self._days(dated[0], within, holds=True), evidence)
        old = dated and all(span.latest < first and is_certain(v) for v, span in dated)
        if old and paper.kind_is_sure:
            return Standing(False, self._days(dated[0], within, holds=False), evidence)
        return Standing(None, f"{paper.label}的日期未能确定是否在近 {within}内", evidence)

    def _days(self, dated: tuple[Value, PartialDate], within: Period, *, holds: bool) -> str:
        value, span = dated
        on, first = self.case.on, within.before(self.case.on)
        if span.day is None:
            sign = "在" if holds else "早于"
            return f"{value.text} {sign} {first.isoformat()}{' 之后' if holds else ''}（近 {within}）"
        passed, allowed = (on - span.latest).days, (on - first).days
        sign = "≤" if holds else ">"
        return f"提交日 {on.isoformat()} − {value.text} = {passed} 天 {sign} {allowed} 天（近 {within}）"

    def issued(self, paper: Paper, issuer: Issuer) -> Standing:
        """Whether the paper's hospital and department are those asked."""
        return both(self._level(paper, issuer), self._department(paper, issuer))

    def _level(self, paper: Paper, issuer: Issuer) -> Standing:
        if issuer.level is None:
            return Standing(True)
        named = [v for v in paper.values("hospital_name") if any(w in v.text for w in issuer.or_named)]
        if named and named[0].is_readable:
            return Standing(True, f"{named[0].text}为专科医院", (named[0].evidence,))
        judged = self.level_of(paper, issuer.level)
        holds = {Outcome.MET: True, Outcome.UNMET: False}.get(judged.outcome)
        if holds is False and issuer.or_named and not paper.values("hospital_name"):
            holds = None
        words = judged.message.rstrip("。")
        if holds:
            words = words.removeprefix(paper.label).lstrip("：")
        return Standing(holds, words, judged.evidence)

    def _department(self, paper: Paper, issuer: Issuer) -> Standing:
        if not issuer.department:
            return Standing(True)
        values = paper.values("department")
        evidence = tuple(v.evidence for v in values)
        asked = "或".join(issuer.department)
        if any(v.is_readable and any(_same_department(v.text, d) for d in issuer.department) for v in values):
            return Standing(True, f"科室为{values[0].text}", evidence)
        if values and all(is_certain(v) and v.text in _APART for v in values):
            return Standing(False, f"{paper.label}的科室为{values[0].text}，不是{asked}", evidence)
        return Standing(None, f"{paper.label}未能确认由{asked}出具", evidence)


def both(one: Standing, other: Standing) -> Standing:
    """Two standings together: false before cannot tell before true."""
    held = (one.holds, other.holds)
    holds = False if False in held else None if None in held else True
    words = [s.words for s in (one, other) if s.words and s.holds is holds]
    return Standing(holds, "，".join(words), (*one.evidence, *other.evidence))


def softened(finding: Finding, dossier: Dossier) -> Finding:
    """A contradiction stays one only where no file is left that may say otherwise."""
    if finding.outcome is not Outcome.UNMET or dossier.complete:
        return finding
    notes = (*finding.notes, *finding.against, "另有未能识别的文件，须核对原图")
    return Finding(
        Outcome.UNKNOWN,
        finding.shown,
        finding.wanted,
        notes,
        evidence=finding.evidence,
        substituted=finding.substituted,
    )


def _same_department(printed: str, asked: str) -> bool:
    """神经内一科, 神经内科门诊 and 神经内科二病区 are 神经内科."""
    return asked in printed or asked.removesuffix("科") in printed or printed == asked
