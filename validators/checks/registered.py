"""What the registers of entitlements, hospitals and physicians add to what stands on the papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ocr.values.titles import rank
from validators.answers import Question
from validators.case import Case
from validators.catalogue import Catalogue, Likeness
from validators.certainty import NAME_CERTAIN
from validators.checks.disease import Claim, claims_of
from validators.codes import Code
from validators.disease_names import fold_disease
from validators.hospitals import same_hospital
from validators.near_misses import plain_name
from validators.papers import Paper
from validators.policy import TitleDemand
from validators.register import Physician, Qualification, given, why_silent
from validators.verdict import CheckResult, Outcome


def entitled(case: Case) -> tuple[Qualification, ...]:
    """The applicant's registered qualifications for what is claimed, the latest a disease.

    All of them where nothing is claimed, or where the policy has no list of diseases.
    """
    held = given(case.register.entitlements) if case.register else ()
    catalogue = case.pack.catalogue
    claims = claims_of(case, catalogue) if catalogue else ()
    if catalogue and claims:
        held = tuple(q for q in held if any(_is_for(q, claim, catalogue) for claim in claims))
    latest: dict[str, Qualification] = {}
    for one in held:
        before = latest.get(fold_disease(one.disease))
        if before is None or _ends(one) > _ends(before):
            latest[fold_disease(one.disease)] = one
    return tuple(latest.values())


def entitlement_doubt(case: Case, question: Question) -> CheckResult | None:
    """Unknown where the register of entitlements is silent, or has the person but not the disease."""
    if case.register is None:
        return None
    if why := why_silent(case.register.entitlements):
        words = f"待遇登记没有答复（{why}），待遇到期日须与登记核对。"
        return question.unknown(Code.REGISTER_SILENT, words)
    held = given(case.register.entitlements)
    if held and not entitled(case):
        names = "、".join(dict.fromkeys(one.disease for one in held))
        words = f"待遇登记中有该参保人的{names}，没有所申请的病种，须与登记核对。"
        return question.unknown(Code.NOT_ENTITLED, words)
    return None


def unless_silent(case: Case, question: Question, answer: CheckResult) -> CheckResult:
    """A hospital's too low level is doubt while the connected register of hospitals does not answer."""
    why = why_silent(case.register.hospitals) if case.register else None
    if why is None or answer.outcome is not Outcome.UNMET:
        return answer
    words = f"{answer.message}但医院登记没有答复（{why}），须由审核人员核对。"
    return question.unknown(Code.LEVEL_UNKNOWN, words, subject=answer.subject, evidence=answer.evidence)


def title_on_record(
    case: Case, question: Question, paper: Paper, demand: TitleDemand, answer: CheckResult
) -> CheckResult:
    """A title as found on a paper, held against the register of physicians where one is connected.

    The register settles what the paper leaves open, where the physician's name and hospital were surely
    read; a paper that says otherwise than the register is for a person. Silence never leaves unmet.
    """
    if case.register is None or case.register.physicians is None:
        return answer
    if why := why_silent(case.register.physicians):
        if answer.outcome is not Outcome.UNMET:
            return answer
        words = f"{answer.message}但医师登记没有答复（{why}），须由审核人员核对。"
        return question.unknown(Code.REGISTER_SILENT, words, subject=answer.subject, evidence=answer.evidence)
    found = _physicians(case, paper)
    if demand.count > 1:
        return answer  # which of the names signed cannot be told
    if not found:
        named = "、".join(v.text for v in paper.values("physician_name"))
        note = f"医师登记中没有查到{paper.label}所写的医师{named}。" if named else ""
        return replace(answer, message=answer.message + note)
    return _settled(question, paper, demand.minimum, answer, found)


def _settled(
    question: Question, paper: Paper, minimum: str, answer: CheckResult, found: Sequence[Physician]
) -> CheckResult:
    titles = "、".join(dict.fromkeys(one.title for one in found))
    reached = {(rank(one.title) or 0) >= (rank(minimum) or 0) for one in found}
    where = f"医师登记中{found[0].name}（{found[0].hospital}）的职称为{titles}"
    values = paper.values("physician_name", "hospital_name", "physician_title")
    evidence = [*answer.evidence, *(v.evidence for v in values if v.evidence not in answer.evidence)]
    if answer.outcome is Outcome.MET and reached == {True}:
        return replace(answer, message=f"{answer.message}{where}。")
    if answer.outcome is Outcome.UNKNOWN and answer.code == Code.TITLE_UNREAD.value and reached == {True}:
        words = f"{where}，符合{minimum}及以上的要求；{answer.message}"
        return question.met(Code.TITLE_ON_RECORD, words, subject=paper.file, evidence=evidence)
    if answer.outcome is Outcome.UNMET and reached == {False}:
        return replace(answer, message=f"{answer.message}{where}。")
    words = f"{answer.message}{where}，须由审核人员核对。"
    return question.unknown(Code.TITLE_DISAGREES, words, subject=paper.file, evidence=evidence)


def _physicians(case: Case, paper: Paper) -> list[Physician]:
    """The registered physicians whose name and hospital a paper surely bears; two names settle nothing."""
    names = [v for v in paper.values("physician_name") if v.is_certain(NAME_CERTAIN)]
    hospitals = [v.text for v in paper.values("hospital_name") if v.is_readable]
    if len({plain_name(v.text) for v in names}) != 1 or not hospitals:
        return []
    return [
        one
        for one in (given(case.register.physicians) if case.register else ())
        if plain_name(one.name) == plain_name(names[0].text)
        and all(same_hospital(one.hospital, name, case.pack.hospitals) for name in hospitals)
    ]


def _is_for(one: Qualification, claim: Claim, catalogue: Catalogue) -> bool:
    if fold_disease(one.disease) == fold_disease(claim.text):
        return True
    match = catalogue.match(one.disease)
    sure = match.likeness is Likeness.LISTED and claim.match.likeness is Likeness.LISTED
    return sure and any(row in claim.match.rows for row in match.rows)


def _ends(one: Qualification) -> str:
    """Sorts by the end; none is later than any."""
    return one.valid_until.isoformat() if one.valid_until else "9999-12-31"
