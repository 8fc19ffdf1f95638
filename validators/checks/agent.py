"""May the one who files act for the patient?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ocr.types import DocumentKind, Signature
from ocr.values.text import fold
from validators.answers import Question
from validators.case import LETTERS, Case
from validators.certainty import CERTAIN, NAME_CERTAIN
from validators.codes import Code
from validators.papers import Paper, Value, kind_names, labels
from validators.persons import Agreement, compare_names, compare_numbers
from validators.verdict import CheckResult

K = DocumentKind


def agent_authorised(case: Case) -> Iterator[CheckResult]:
    """Where an agent files: the agent's ID card, and a letter that names the agent as stated.

    Worse mistake: letting somebody act without authority; a paper that may be among the unrecognised
    files is unknown, not missing.
    """
    if not case.by_agent:
        question = case.question("agent-authorised", case.pack.policy.agent)
        yield question.not_applicable(Code.NOT_ASKED, "本人申请，不需代办手续。")
        return
    rule = case.pack.policy.agent
    question = case.question("agent-authorised", rule)
    if rule is None:
        words = "政策未写明代办手续，须由审核人员判断。"
        yield question.unknown(Code.AGENT_UNCLEAR, words)
        return
    problems = [p for p in (_card(case, question), _letter(case, question, rule.value.letters)) if p]
    yield from problems
    if not problems:
        papers = (*case.agents_cards, *_letters(case, rule.value.letters))
        yield question.met(
            Code.AGENT_AUTHORISED, f"代办材料齐全：{labels(papers)}。", evidence=[p.evidence for p in papers]
        )


def _card(case: Case, question: Question) -> CheckResult | None:
    agent = case.application.applicant.agent
    if not case.agents_cards:
        return _missing(case, question, "代办人身份证人像面")
    if agent is None:
        words = f"申请未写明代办人，无法核对{labels(case.agents_cards)}。"
        return question.unknown(Code.AGENT_NOT_NAMED, words, evidence=[p.evidence for p in case.agents_cards])
    values = [v for card in case.agents_cards for v in card.values("id_number", "agent_id_number")]
    names = [v for card in case.agents_cards for v in card.values("patient_name", "agent_name")]
    if any(v.is_readable and compare_numbers(v.text, agent.id_number) is Agreement.SAME for v in values):
        wrong = [v for v in names if compare_names(v.text, agent.name) is Agreement.DIFFERENT]
        return _differs(question, wrong[0], "姓名", NAME_CERTAIN) if wrong else None
    wrong = [v for v in values if compare_numbers(v.text, agent.id_number) is Agreement.DIFFERENT]
    if wrong:
        return _differs(question, wrong[0], "身份证号", CERTAIN)
    words = f"{labels(case.agents_cards)}上的号码未能读清，须核对原图。"
    return question.unknown(Code.AGENT_UNCLEAR, words, evidence=[p.evidence for p in case.agents_cards])


def _letter(case: Case, question: Question, kinds: Sequence[DocumentKind]) -> CheckResult | None:
    letters = _letters(case, kinds)
    agent = case.application.applicant.agent
    if not letters:
        return _missing(case, question, kind_names(kinds))
    if agent is None:
        words = f"申请未写明代办人，无法核对{labels(letters)}。"
        return question.unknown(Code.AGENT_NOT_NAMED, words, evidence=[p.evidence for p in letters])
    if any(_names_agent(letter, agent.name) for letter in letters):
        return _unsigned(question, letters)
    others = [v for p in letters for v in p.values("agent_name")]
    differing = [v for v in others if compare_names(v.text, agent.name) is Agreement.DIFFERENT]
    if differing:
        return _differs(question, differing[0], "姓名", NAME_CERTAIN)
    words = f"{labels(letters)}上没有读出代办人“{agent.name}”，须核对原图。"
    return question.unknown(Code.AGENT_UNCLEAR, words, evidence=[p.evidence for p in letters])


def _letters(case: Case, kinds: Sequence[DocumentKind]) -> tuple[Paper, ...]:
    return case.of_kind(*(kind for kind in kinds if kind in LETTERS))


def _names_agent(letter: Paper, name: str) -> bool:
    values = letter.values("agent_name", "patient_name")
    read = any(v.is_readable and compare_names(v.text, name) is Agreement.SAME for v in values)
    return read or fold(name) in fold("".join(letter.lines()))


def _unsigned(question: Question, letters: Sequence[Paper]) -> CheckResult | None:
    """An authorization whose every place to sign is surely empty; otherwise nothing to say."""
    for letter in letters:
        places = letter.document.marks.signatures
        empty = [s for s in places if s.present is False and (s.confidence or 0) >= CERTAIN]
        if letter.kind is K.AUTHORIZATION_LETTER and _principal_missing(places):
            words = f"{labels([letter])}上没有看到委托人的签名，须核对原图。"
            return question.unknown(Code.AGENT_UNCLEAR, words, evidence=[letter.evidence])
        if not places or len(empty) < len(places):
            return None
    if not all(letter.faultless and letter.kind_is_sure for letter in letters):
        return question.unknown(Code.AGENT_UNCLEAR, f"不能确定{labels(letters)}是否已签名，须核对原图。")
    return question.unmet(
        Code.AGENT_PAPER_MISSING,
        f"{labels(letters)}没有签名。",
        evidence=[p.evidence for p in letters],
        remedy=f"请在{labels(letters)}上签名后补交。",
    )


def _principal_missing(places: Sequence[Signature]) -> bool:
    """Whether the one who gives the authority surely has not signed, though the other may have."""
    own = sorted((s for s in places if s.role == "applicant"), key=lambda s: (s.page, s.box[1]))
    # the lowest place is the one to sign; above it the name may stand among the particulars
    return bool(own) and own[-1].present is False and (own[-1].confidence or 0) >= CERTAIN


def _missing(case: Case, question: Question, what: str) -> CheckResult:
    perhaps = case.unidentified()
    if perhaps:
        words = f"没有认出{what}；{labels(perhaps)}未能识别，可能就是该材料。"
        return question.unknown(Code.AGENT_UNCLEAR, words, evidence=[p.evidence for p in perhaps])
    return question.unmet(Code.AGENT_PAPER_MISSING, f"没有收到{what}。", remedy=f"请补交{what}。")


def _differs(question: Question, value: Value, what: str, threshold: float) -> CheckResult:
    words = f"{value.paper.label}上的代办人{what}与申请填写的不一致"
    if value.is_certain(threshold):
        return question.unmet(
            Code.AGENT_DIFFERS,
            f"{words}。",
            subject=value.paper.file,
            evidence=[value.evidence],
            remedy=f"请核对代办人{what}，使申请与{value.paper.label}一致。",
        )
    return question.unknown(
        Code.AGENT_UNCLEAR,
        f"{words}，可能误读，须核对原图。",
        subject=value.paper.file,
        evidence=[value.evidence],
    )
