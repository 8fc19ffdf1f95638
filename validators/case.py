"""Everything a check may look at: the case as stated, its papers, and the pack in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ocr.types import Document, DocumentKind
from validators.answers import Question
from validators.application import Application
from validators.certainty import CERTAIN, NAME_CERTAIN
from validators.pack import Pack
from validators.papers import Paper, Value, is_blank, papers_of
from validators.persons import Agreement, compare_names, compare_numbers
from validators.policy import CheckId, Condition, Rule
from validators.register import EarlierCases, InsuranceRegister
from validators.verdict import CheckResult, Evidence

K = DocumentKind
RECORDS = frozenset(
    {K.DISCHARGE_SUMMARY, K.INPATIENT_FRONT_PAGE, K.OUTPATIENT_RECORD, K.DIAGNOSIS_CERTIFICATE}
)
REPORTS = frozenset({K.LAB_REPORT, K.EXAM_REPORT, K.PATHOLOGY_REPORT})
FORMS = frozenset({K.APPLICATION_FORM, K.RECOGNITION_FORM, K.REMOTE_FILING_FORM})
LETTERS = frozenset({K.AUTHORIZATION_LETTER, K.COMMITMENT_LETTER})
STATED_FILE = "case.yaml"
"""The file that evidence names for what the portal states."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case under one pack. ``agents_cards`` are ID-card fronts that are plainly the agent's."""

    name: str
    application: Application
    pack: Pack
    papers: tuple[Paper, ...]
    agents_cards: tuple[Paper, ...]
    register: InsuranceRegister | None
    earlier: EarlierCases | None

    @property
    def on(self) -> dt.date:
        """The day that everything counts from."""
        return self.application.submitted_on

    @property
    def by_agent(self) -> bool:
        """Whether somebody else files for the patient."""
        return self.application.applicant.relation == "agent"

    @property
    def opened(self) -> tuple[Paper, ...]:
        """The papers that could be opened."""
        return tuple(paper for paper in self.papers if paper.document.refused is None)

    def of_kind(self, *kinds: DocumentKind) -> tuple[Paper, ...]:
        """The patient's papers of these kinds, in the order handed in; the agent's card left out."""
        return tuple(p for p in self.opened if p.kind in kinds and p not in self.agents_cards)

    def unidentified(self) -> tuple[Paper, ...]:
        """Papers that might be any kind: refused, not recognised, or of unsure kind; no blank backs."""
        unsure = (p for p in self.papers if p.document.refused is not None or not p.kind_is_sure)
        return tuple(p for p in unsure if self.stands_alone(p) or not all(map(is_blank, p.pages)))

    def stands_alone(self, paper: Paper) -> bool:
        """Whether its file holds nothing else."""
        return sum(other.file == paper.file for other in self.papers) == 1

    def question(self, check: CheckId, rule: Rule[object] | None = None) -> Question:
        """The question of ``check``, under ``rule`` of the pack or the standing rule."""
        if rule is not None:
            clause, adopted = self.pack.policy.clause(rule), rule.adopted
        elif check in self.pack.standing.clauses:
            clause, adopted = self.pack.standing_clause(check)
        else:
            clause, adopted = f"{self.pack.policy.title}不要求此项", True
        advisory = self.pack.policy.checks.get(check) == "advisory"
        return Question(check, clause, advisory=advisory, adopted=adopted)

    def applies(self, when: Condition) -> bool:
        """Whether a demand with this condition arises in the case."""
        if when.agent is not None and when.agent != self.by_agent:
            return False
        return when.categories is None or self.category in when.categories

    @property
    def category(self) -> str | None:
        """The filing category: as stated, else as ticked on the form; ``None`` where not told or torn."""
        if self.application.category:
            return self.application.category
        read = {v.text for v in self.categories_on_form() if v.is_readable}
        return read.pop() if len(read) == 1 else None

    def categories_on_form(self) -> tuple[Value, ...]:
        """The categories ticked on the filing form."""
        return tuple(v for p in self.of_kind(K.REMOTE_FILING_FORM) for v in p.values("filing_category"))


Check = Callable[[Case], Iterable[CheckResult]]


def gather(
    name: str,
    application: Application,
    documents: Sequence[Document],
    pack: Pack,
    *,
    register: InsuranceRegister | None,
    earlier: EarlierCases | None,
) -> Case:
    """The case with its papers labelled and the agent's card set apart."""
    papers = papers_of(documents)
    cards = tuple(p for p in papers if p.kind is K.ID_CARD_FRONT and is_agents(p, application))
    return Case(name, application, pack, papers, cards, register, earlier)


def is_agents(paper: Paper, application: Application) -> bool:
    """Whether a card bears the agent's number, or the agent's name and not the patient's number."""
    applicant = application.applicant
    if applicant.relation != "agent":
        return False
    numbers = [v.text for v in paper.values("id_number", "agent_id_number")]
    names = [v.text for v in paper.values("patient_name", "agent_name")]
    if any(compare_numbers(n, applicant.id_number) is Agreement.SAME for n in numbers):
        return False
    if applicant.agent is None:
        others = [v for v in paper.values("patient_name") if v.is_certain(NAME_CERTAIN)]
        return any(compare_names(v.text, applicant.name) is Agreement.DIFFERENT for v in others)
    if any(compare_numbers(n, applicant.agent.id_number) is Agreement.SAME for n in numbers):
        return True
    alike = (Agreement.SAME, Agreement.NEARLY)
    return any(compare_names(n, applicant.agent.name) in alike for n in names)


def stated(field: str, value: str) -> Evidence:
    """Evidence that the portal states something."""
    return Evidence(STATED_FILE, field=field, value=value, confidence=None)


def is_certain(value: Value) -> bool:
    """Whether a value may make a check unmet."""
    return value.is_certain(CERTAIN)
