"""Do the medical papers support the claimed disease?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from validators.answers import Question
from validators.case import RECORDS, Case, is_certain
from validators.catalogue import Catalogue, Likeness, Support
from validators.checks.disease import Claim, claims_of
from validators.codes import Code
from validators.disease_attributes import conflict
from validators.disease_names import fold_disease
from validators.disease_row import Disease
from validators.papers import Paper, labels
from validators.verdict import CheckResult

_DENIAL = re.compile(r"(?:否认|无)[^。；;，,]{0,24}(?:史|病)?")


def disease_supported(case: Case) -> Iterator[CheckResult]:
    """A diagnosis on a medical paper names each claimed disease; the forms themselves prove nothing.

    Worse mistake: refusing for a diagnosis that was not read. Unmet needs every record legible, every
    diagnosis surely read and of another ICD-10 chapter, and the disease's name nowhere on the pages.
    """
    rule, catalogue = case.pack.policy.disease_support, case.pack.catalogue
    question = case.question("disease-supported", rule)
    if rule is None or catalogue is None:
        yield question.not_applicable(Code.NOT_ASKED, "本业务不核对病历诊断。")
        return
    papers = case.of_kind(*rule.value)
    for claim in claims_of(case, catalogue):
        if claim.match.likeness is Likeness.NONE or not claim.match.rows:
            words = f"病种“{claim.text}”不在目录内，不核对诊断。"
            yield question.unknown(Code.DISEASE_SUPPORT_UNCLEAR, words, subject=claim.text)
        else:
            yield _supported(question, claim, papers, catalogue)
    if not claims_of(case, catalogue):
        yield question.unknown(Code.DISEASE_SUPPORT_UNCLEAR, "没有读到申报的病种，无法核对诊断。")


def _supported(
    question: Question, claim: Claim, papers: tuple[Paper, ...], catalogue: Catalogue
) -> CheckResult:
    for paper in papers:
        for row in claim.match.rows:
            values = [v for v in paper.values("diagnosis") if v.is_readable]
            texts = [v.text for v in values]
            if catalogue.supports(texts, row) is Support.SUPPORTS and not conflict(claim.text, texts):
                telling = [
                    v for v in values if catalogue.supports([v.text], row) is Support.SUPPORTS
                ] or values
                words = (
                    f"{paper.label}的诊断“{'；'.join(v.text for v in telling)}”支持申报病种“{claim.text}”。"
                )
                return question.met(
                    Code.DISEASE_SUPPORTED, words, subject=claim.text, evidence=[v.evidence for v in telling]
                )
    return _unsupported(question, claim, papers, catalogue)


def _unsupported(
    question: Question, claim: Claim, papers: tuple[Paper, ...], catalogue: Catalogue
) -> CheckResult:
    records = [p for p in papers if p.kind in RECORDS]
    values = [v for p in papers for v in p.values("diagnosis")]
    evidence = [v.evidence for v in values]
    if not records:
        words = f"没有可供核对的病历，未能确认诊断是否支持“{claim.text}”。"
        return question.unknown(Code.DISEASE_SUPPORT_UNCLEAR, words, subject=claim.text, evidence=evidence)
    if _plainly_other(claim, records, papers, catalogue):
        read = "；".join(dict.fromkeys(v.text for v in values))
        return question.unmet(
            Code.DISEASE_UNSUPPORTED,
            f"病历诊断为“{read}”，没有支持“{claim.text}”的诊断。",
            subject=claim.text,
            remedy=f"病历诊断与申报的“{claim.text}”不符，请补交载有该诊断的病历，或核对申报病种。",
            evidence=evidence,
        )
    where = labels(records)
    differs = conflict(claim.text, [v.text for v in values])
    told = f"（诊断为{differs[2]}，申报为{differs[1]}）" if differs else ""
    words = f"在{where}上没有确认到支持“{claim.text}”的诊断{told}，须由审核人员核对。"
    return question.unknown(Code.DISEASE_SUPPORT_UNCLEAR, words, subject=claim.text, evidence=evidence)


def _plainly_other(
    claim: Claim, records: list[Paper], papers: tuple[Paper, ...], catalogue: Catalogue
) -> bool:
    values = [v for p in records for v in p.values("diagnosis")]
    if not all(p.faultless and p.values("diagnosis") for p in records) or not all(map(is_certain, values)):
        return False
    others = all(
        catalogue.supports([v.text], row) is Support.OTHER for v in values for row in claim.match.rows
    )
    return others and not any(_stands_on(row, paper) for row in claim.match.rows for paper in papers)


def _stands_on(row: Disease, paper: Paper) -> bool:
    """Whether a name of the disease stands anywhere on the paper, other than denied."""
    text = fold_disease(_DENIAL.sub("", "".join(paper.lines())))
    names = (fold_disease(name) for name in (row.name, *row.aliases))
    return any(len(name) >= 2 and not name.isascii() and name in text for name in names)
