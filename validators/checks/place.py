"""Is the applicant insured where the policy holds?"""

from __future__ import annotations

from collections.abc import Iterator

from ocr.types import DocumentKind
from validators.case import STATED_FILE, Case, is_certain, stated
from validators.codes import Code
from validators.papers import Value
from validators.regions import Location
from validators.verdict import CheckResult

K = DocumentKind
_TELLING = (
    K.APPLICATION_FORM,
    K.RECOGNITION_FORM,
    K.REMOTE_FILING_FORM,
    K.INSURANCE_VOUCHER,
    K.SOCIAL_SECURITY_CARD,
    K.COMMITMENT_LETTER,
    K.REFERRAL_LETTER,
)


def insured_place(case: Case) -> Iterator[CheckResult]:
    """The insured place, as stated and as on the papers, lies in the pack's region.

    The region in an ID number proves nothing. Worse mistake: sending an insured person away for a
    loosely written place, so only a plainly named other city or county is unmet.
    """
    rule = case.pack.policy.insured_place
    question = case.question("insured-place", rule)
    city, name = rule.value, case.pack.policy.region.name
    regions = case.pack.regions
    written = case.application.applicant.insured_place
    told = regions.located(written, city) if written else None
    read = [v for paper in case.of_kind(*_TELLING) for v in paper.values("insured_place") if v.is_readable]
    found = [(v, regions.located(v.text, city)) for v in read]
    evidence = ([stated("insured_place", written)] if written else []) + [v.evidence for v in read]
    if told is Location.ELSEWHERE:
        yield question.unmet(
            Code.PLACE_OUTSIDE,
            f"申请填写的参保地“{written}”不在{name}。",
            subject=STATED_FILE,
            evidence=evidence,
            remedy=f"本业务只受理{name}参保人员，请核对参保地；如参保地确在外地，请到参保地办理。",
        )
        return
    if (outside := next((v for v, where in found if where is Location.ELSEWHERE), None)) is not None:
        yield _outside(case, outside)
        return
    if torn := _counties_differ(case, written, read):
        words = f"参保地前后不一致（{torn}），须与登记核对。"
        yield question.unknown(Code.PLACE_DIFFERS, words, evidence=evidence)
    elif told is Location.INSIDE or any(where is Location.INSIDE for _, where in found):
        yield question.met(Code.PLACE_INSIDE, f"参保地在{name}。", evidence=evidence)
    else:
        why = f"参保地“{written}”不能确定是否在{name}" if written else "申请和材料上都没有读到参保地"
        yield question.unknown(Code.PLACE_UNCLEAR, f"{why}，须与登记核对。", evidence=evidence)


def _outside(case: Case, value: Value) -> CheckResult:
    question = case.question("insured-place", case.pack.policy.insured_place)
    paper, name = value.paper, case.pack.policy.region.name
    if not is_certain(value):
        words = f"{paper.label}上的参保地读为“{value.text}”，不在{name}，可能误读，须核对原图。"
        return question.unknown(Code.PLACE_UNCLEAR, words, subject=paper.file, evidence=[value.evidence])
    return question.unmet(
        Code.PLACE_OUTSIDE,
        f"{paper.label}上的参保地“{value.text}”不在{name}。",
        subject=paper.file,
        remedy=f"请核对{paper.label}上的参保地：本业务只受理{name}参保人员。",
        evidence=[value.evidence],
    )


def _counties_differ(case: Case, written: str | None, read: list[Value]) -> str | None:
    """The counties named, where application and papers name different ones."""
    city = case.pack.policy.insured_place.value
    texts = ([written] if written else []) + [v.text for v in read]
    counties = {county for text in texts if (county := case.pack.regions.county(text, city))}
    return "、".join(sorted(counties)) if len(counties) > 1 else None
