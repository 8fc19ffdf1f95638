"""Does a seal stand where one is demanded, and is it the right one's?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from rapidfuzz import fuzz

from ocr.types import Seal
from ocr.values.hospital_names import find_hospital_names
from ocr.values.text import fold
from validators.answers import Question
from validators.case import Case, is_certain
from validators.certainty import CERTAIN
from validators.checks.applicability import applies, unsettled
from validators.codes import Code
from validators.hospital_names import perhaps_same
from validators.hospitals import same_hospital, surely_apart
from validators.papers import Paper
from validators.policy import SealDemand
from validators.verdict import CheckResult, Evidence

_SEEN = 0.5
_TELLING = 4
"""A shorter text of a seal tells nothing of its owner."""
_BUREAU = re.compile(r"医疗保障|医保(?:局|中心|经办|服务)|社会保险|社保")
_OFFICE = re.compile(
    r"专用章|公章|医保[科办]|医务[科处]|门诊部?|病案[室科]?|诊断|疾病|证明|[住出]院|审核|印章|骑缝"
)
"""What any hospital's seal may bear beside its name."""
_NO_HOSPITAL = re.compile(r"公司|药房|药店|商|律师|财务|发票|合同")
"""What tells that a seal may be somebody else's, however little of it was read."""
_EMPLOYER = re.compile(
    r"[\u4e00-\u9fff()]{4,24}(?:公司|集团|厂|商行|事务所|研究院|设计院|学院|大学|中学|小学|合作社)"
)
_ALIKE = 60
"""Share of the employer's name found in the seal, 0–100 (rapidfuzz partial ratio): rings are misread."""
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}(?:印|之印|章)?")


class _Owner(Enum):
    """Whose a seal is, beside the paper's hospital."""

    OWN = "own"
    ISSUER = "issuer"
    UNREAD = "unread"
    OTHER = "other"
    BUREAU = "bureau"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class _Found:
    seal: Seal
    owner: _Owner


def hospital_seal(case: Case) -> Iterator[CheckResult]:
    """On each paper that must bear one stands a seal, the hospital's own where its text can be read.

    Worse mistake: an unsealed paper passing. Missing is unmet only on a faultless page in colour: on a
    grey copy a seal may be pale. A seal of another hospital is unmet only where both names were surely
    read; a seal that cannot be read is taken as the hospital's, with a note, unless it is blue or square, as
    stamps of dates and names are. Where no hospital is printed, a seal that names one names the issuer. A
    physician's square name stamp is no seal.
    """
    arising = [(rule, applies(case, rule.value.when)) for rule in case.pack.policy.seals]
    for rule in (rule for rule, arises in arising if arises is None):
        if case.of_kind(rule.value.kind):
            yield unsettled(case.question("hospital-seal", rule), rule.value.kind.value)
    demands = [rule for rule, arises in arising if arises]
    if not demands and not any(arises is None for _, arises in arising):
        first = case.pack.policy.seals[0] if case.pack.policy.seals else None
        yield case.question("hospital-seal", first).not_applicable(Code.NOT_ASKED, "本案不要求印章。")
        return
    answered = False
    for rule in demands:
        base = case.question("hospital-seal", rule)
        advisory = base.advisory or rule.value.advisory
        question = Question(base.id, base.clause, advisory=advisory, adopted=base.adopted)
        for paper in case.of_kind(rule.value.kind):
            answered = True
            yield _judge(case, question, paper, rule.value)
    if demands and not answered:
        question = case.question("hospital-seal", demands[0])
        yield question.not_applicable(Code.NOT_ASKED, "没有需要核对印章的材料。")


def _judge(case: Case, question: Question, paper: Paper, demand: SealDemand) -> CheckResult:
    stamped = {s.box for s in paper.document.marks.seals}
    printed = [v for v in paper.values("hospital_name") if v.field.box not in stamped]
    names = [v for v in printed if v.is_readable] or printed
    sure_name = any(map(is_certain, names))
    found = [_Found(s, _owner(case, paper, s, [v.text for v in names], demand)) for s in _seals(paper)]
    evidence = [
        Evidence(paper.file, f.seal.page, "seal", f.seal.text, f.seal.box, f.seal.confidence) for f in found
    ]
    owners = {f.owner for f in found}
    if _Owner.OWN in owners:
        return question.met(Code.SEALED, f"{paper.label}盖有印章。", subject=paper.file, evidence=evidence)
    if _Owner.ISSUER in owners:
        words = f"{paper.label}未印出具医院，盖有医院印章，以印章为出具医院。"
        return question.met(Code.SEALED, words, subject=paper.file, evidence=evidence)
    if _Owner.UNREAD in owners:
        words = f"{paper.label}盖有印章，印文未能读全，请留意是否为出具单位的印章。"
        return question.met(Code.SEALED, words, subject=paper.file, evidence=evidence)
    other = [f for f in found if f.owner is _Owner.OTHER]
    plainly = owners <= {_Owner.OTHER, _Owner.BUREAU} and sure_name and paper.faultless and paper.kind_is_sure
    if other and plainly and all((f.seal.confidence or 0) >= CERTAIN for f in other):
        return _of_another(question, paper, other[0].seal, names[0].text, evidence)
    if found:
        texts = "、".join(f"“{f.seal.text}”" if f.seal.text else "印文未能读出" for f in found)
        words = f"{paper.label}上的印章（{texts}）不能确定是否为出具单位的印章，须核对。"
        return question.unknown(Code.SEAL_UNCLEAR, words, subject=paper.file, evidence=evidence)
    return _none(question, paper)


def _seals(paper: Paper) -> list[Seal]:
    """Seals surely seen, without physicians' name stamps."""
    seen = [
        s for s in paper.document.marks.seals if (s.confidence if s.confidence is not None else 1) >= _SEEN
    ]
    return [s for s in seen if not (s.shape in ("square", "other") and _PERSON.fullmatch(fold(s.text)))]


def _owner(case: Case, paper: Paper, seal: Seal, names: Sequence[str], demand: SealDemand) -> _Owner:
    text = fold(seal.text)
    if not text and (seal.shape == "square" or seal.colour == "blue"):
        return _Owner.DOUBTFUL  # stamps of names and of dates look like these
    if demand.owner == "employer":
        return _employers(text, paper)
    if _BUREAU.search(text):
        return _Owner.OWN if demand.owner == "hospital_or_bureau" else _Owner.BUREAU
    written = [n.name for n in find_hospital_names(text)]
    if not written:
        return _Owner.UNREAD if _is_vague(text, names) else _Owner.DOUBTFUL
    return _compared(case, written, names) if names else _Owner.ISSUER


def _employers(text: str, paper: Paper) -> _Owner:
    """A letter that prints its employer must bear that employer's seal; many print it by the seal alone."""
    if not text:
        return _Owner.UNREAD
    printed = [match for line in paper.lines() for match in _EMPLOYER.findall(fold(line))]
    alike = max((fuzz.partial_ratio(name, text) for name in printed), default=100.0)
    return _Owner.OWN if alike >= _ALIKE else _Owner.DOUBTFUL


def _is_vague(text: str, names: Sequence[str]) -> bool:
    """Whether what was read of a seal fits the hospital's: next to nothing, or a piece of its name."""
    rest = _OFFICE.sub("", text)
    fits = len(rest) < _TELLING or any(rest in fold(name) for name in names)
    return fits and not _NO_HOSPITAL.search(text)


def _compared(case: Case, written: Sequence[str], names: Sequence[str]) -> _Owner:
    directory = case.pack.hospitals
    pairs = [(one, name) for one in written for name in names]
    if any(same_hospital(one, name, directory) for one, name in pairs):
        return _Owner.OWN
    if any(perhaps_same(one, name) for one, name in pairs):
        return _Owner.UNREAD
    apart = all(surely_apart(one, name, directory) for one, name in pairs)
    return _Owner.OTHER if apart else _Owner.DOUBTFUL


def _of_another(
    question: Question, paper: Paper, seal: Seal, name: str, evidence: Sequence[Evidence]
) -> CheckResult:
    return question.unmet(
        Code.SEAL_OF_ANOTHER,
        f"{paper.label}的印章为“{seal.text}”，与出具医院“{name}”不一致。",
        subject=paper.file,
        remedy=f"请到{name}加盖该院印章后补交{paper.label}。",
        evidence=evidence,
    )


def _none(question: Question, paper: Paper) -> CheckResult:
    seals = list(paper.document.marks.seals)
    evidence = [Evidence(paper.file, s.page, "seal", s.text, s.box, s.confidence) for s in seals]
    if paper.faultless and paper.kind_is_sure and paper.in_colour and not seals:
        return question.unmet(
            Code.SEAL_MISSING,
            f"{paper.label}上没有看到印章。",
            subject=paper.file,
            evidence=[paper.evidence],
            remedy=f"请在{paper.label}上加盖出具单位印章后，拍摄彩色照片补交。",
        )
    why = "上没有找到印章，但画面不足以断定（黑白件或画面有缺陷）" if not seals else "上的印章未能辨认"
    return question.unknown(
        Code.SEAL_UNCLEAR,
        f"{paper.label}{why}，须核对原图。",
        subject=paper.file,
        evidence=evidence or [paper.evidence],
    )
