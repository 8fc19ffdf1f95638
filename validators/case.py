"""Everything a check may look at: the case as stated, its papers, and the pack in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from ocr.types import Document, DocumentKind
from validators.answers import Question
from validators.application import Application
from validators.certainty import CERTAIN, NAME_CERTAIN
from validators.hospitals import with_registered
from validators.pack import Pack
from validators.papers import Paper, Value, is_blank, papers_of
from validators.persons import Agreement, compare_names, compare_numbers
from validators.policy import CheckId, Condition, Rule
from validators.register import EarlierCases, RegisterAnswers, given
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
    """One case under one pack.

    ``agents_cards`` are ID-card fronts that are plainly the agent's, ``unsettled_cards`` those that may
    be the agent's or the patient's.
    """

    name: str
    application: Application
    pack: Pack
    papers: tuple[Paper, ...]
    agents_cards: tuple[Paper, ...]
    unsettled_cards: tuple[Paper, ...]
    register: RegisterAnswers | None
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
        return tuple(p for p in self.opened if p.kind in kinds and self.is_patients(p))

    def is_patients(self, paper: Paper) -> bool:
        """Whether a paper is none of the cards that are, or may be, the agent's."""
        return paper not in self.agents_cards and paper not in self.unsettled_cards

    def unidentified(self) -> tuple[Paper, ...]:
        """Papers that might be any kind, refused, not recognised or of unsure kind, and cards that may be
        either person's; no blank backs."""
        unsure = (
            p
            for p in self.papers
            if p.document.refused is not None or not p.kind_is_sure or p in self.unsettled_cards
        )
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
        advisory = self.pack.policy.checks.get(check) == "advisory" or not adopted
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
    register: RegisterAnswers | None,
    earlier: EarlierCases | None,
) -> Case:
    """The case with its papers labelled and the agent's card set apart."""
    papers = papers_of(documents)
    if register is not None and (registered := given(register.hospitals)):
        pack = replace(pack, hospitals=with_registered(pack.hospitals, registered))
    fronts = [p for p in papers if pictures_front(p)]
    agents = tuple(p for p in fronts if is_agents(p, application) is True)
    unsettled = tuple(p for p in fronts if is_agents(p, application) is None)
    return Case(name, application, pack, papers, agents, unsettled, register, earlier)


def pictures_front(paper: Paper) -> bool:
    """Whether a paper is an ID card's front, or a back with the front beside it in one picture."""
    if paper.kind is K.ID_CARD_BACK:
        return any(v.is_readable for v in paper.values("id_number"))
    return paper.kind is K.ID_CARD_FRONT


def is_agents(paper: Paper, application: Application) -> bool | None:
    """Whether a card is the agent's: it bears the agent's number, or the agent's name and nothing of the
    patient's. A third person's is neither's, so not the agent's; ``None`` where nothing read settles it.
    """
    applicant, agent = application.applicant, application.applicant.agent
    if applicant.relation != "agent":
        return False
    numbers = [v.text for v in paper.values("id_number", "agent_id_number")]
    names = [v for v in paper.values("patient_name", "agent_name") if v.is_readable]
    if any(compare_numbers(n, applicant.id_number) is Agreement.SAME for n in numbers):
        return False
    patients = _bear(names, applicant.name)
    if agent is None:
        others = [v for v in names if v.is_certain(NAME_CERTAIN)]
        differ = any(compare_names(v.text, applicant.name) is Agreement.DIFFERENT for v in others)
        return differ and not patients
    if any(compare_numbers(n, agent.id_number) is Agreement.SAME for n in numbers):
        return None if patients and not _bear(names, agent.name) else True
    if patients or _bear(names, agent.name):
        return None if patients and _bear(names, agent.name) else not patients
    others = [v for v in names if compare_names(v.text, agent.name) is Agreement.DIFFERENT]
    resembles = any(compare_names(v.text, applicant.name) is not Agreement.DIFFERENT for v in others)
    return False if resembles or any(v.is_certain(NAME_CERTAIN) for v in others) else None


def _bear(names: Iterable[Value], name: str) -> bool:
    return any(compare_names(v.text, name) is Agreement.SAME for v in names)


def stated(field: str, value: str) -> Evidence:
    """Evidence that the portal states something."""
    return Evidence(STATED_FILE, field=field, value=value, confidence=None)


def is_certain(value: Value) -> bool:
    """Whether a value may make a check unmet."""
    return value.is_certain(CERTAIN)
