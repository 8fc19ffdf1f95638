"""What is shown of a case, to whom: portals and applicants get plain words, people get the evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.clock import ENDED, calendar_of, china_day
from intake.lifecycle import State
from intake.other_names import without_other_names
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.stored import verdict_from
from intake.tables.base import now
from intake.tables.cases import Case, CaseFile, Decision, PageReadings, StoredVerdict
from intake.tables.work import Job
from ocr.refusals import REFUSALS
from ocr.types import DocumentKind, Refusal
from validators.application import Application
from validators.pack import load_packs
from validators.papers import kind_names
from validators.policy import Condition, Policy, Rule
from validators.verdict import CheckResult, Correction, Outcome, Route, Verdict
from validators.workdays import add_working_days

FOR_A_PERSON: Final = "材料须由经办人员进一步核实。"


@dataclass(frozen=True, slots=True)
class MaterialView:
    """One paper the pack demands: its name for people, the kinds that serve, when it is demanded."""

    name: str
    kinds: tuple[str, ...]
    agents_only: bool
    categories: tuple[str, ...]
    clause: str


@dataclass(frozen=True, slots=True)
class FileView:
    """One file of a case. ``state``: ``received``, ``reading``, ``read``, ``refused``,
    ``replaced`` (another stands in its place)."""

    id: str
    name: str
    sha256: str
    size: int
    media_type: str
    pages: int
    kind: str | None
    state: str
    quality: tuple[str, ...]
    refused: Refusal | None
    round: int


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What a person decided, in the words the applicant is told."""

    decision: str
    reasons: tuple[str, ...]
    words: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as the door shows it. ``checks`` and ``corrections`` are there once the case is checked;
    ``jobs_done`` of ``jobs_all`` pieces of reading work are finished. ``notice``: what the applicant is told
    where no check that is shown says why a person must look at the case."""

    id: str
    case_no: str
    external_id: str | None
    channel: str
    policy_id: str
    policy_version: str
    state: str
    route: str | None
    revision: int
    round: int
    submitted_on: dt.date
    created_at: dt.datetime
    submitted_at: dt.datetime | None
    checked_at: dt.datetime | None
    decided_at: dt.datetime | None
    deadline: dt.date | None
    materials: tuple[MaterialView, ...] = ()
    files: tuple[FileView, ...] = ()
    jobs_done: int = 0
    jobs_all: int = 0
    checks: tuple[CheckResult, ...] = ()
    corrections: tuple[Correction, ...] = ()
    decision: DecisionView | None = None
    notice: str | None = None


def view_of(service: Service, session: Session, actor: Actor, case: Case, *, brief: bool = False) -> CaseView:
    """A case as ``actor`` may see it; ``brief`` leaves out files, materials, checks and the decision."""
    head = CaseView(
        id=case.id,
        case_no=case.case_no,
        external_id=case.external_id if actor.is_person or actor.client_id == case.client_id else None,
        channel=case.channel,
        policy_id=case.policy_id,
        policy_version=case.policy_version,
        state=case.state,
        route=case.route,
        revision=case.revision,
        round=case.round,
        submitted_on=case.submitted_on,
        created_at=case.created_at,
        submitted_at=case.submitted_at,
        checked_at=case.checked_at,
        decided_at=case.decided_at,
        deadline=_deadline(service, case),
    )
    return head if brief else _with_details(service, session, actor, case, head)


def _deadline(service: Service, case: Case) -> dt.date | None:
    """The last day for a decision, while there is one to wait for."""
    if State(case.state) is State.OPEN:
        return deadline_if_submitted_today(service, case)
    return None if State(case.state) in ENDED else case.deadline


def _for_client(service: Service, case: Case, verdict: Verdict) -> Verdict:
    """The verdict as clients may see it: what others handed in, and other people's names, are told to people
    of the bureau alone."""
    checks = tuple(check for check in verdict.checks if check.id != "reused-material")
    if case.erased_at is not None:
        return replace(verdict, checks=checks)
    plain = service.sealer.open(case.application_sealed, about(Case.application_sealed, case.id))
    applicant = Application.model_validate_json(plain).applicant.name
    return without_other_names(replace(verdict, checks=checks), applicant)


def _notice(verdict: Verdict) -> str | None:
    """A sentence where nothing that is shown tells why a person must look at the case."""
    told = any(
        check.outcome in (Outcome.UNMET, Outcome.UNKNOWN) and not check.advisory for check in verdict.checks
    )
    return FOR_A_PERSON if verdict.route is Route.NEEDS_ATTENTION and not told else None


def _with_details(service: Service, session: Session, actor: Actor, case: Case, head: CaseView) -> CaseView:
    verdict = None
    if State(case.state) not in (State.OPEN, State.QUEUED, State.READING) and not case.erased_at:
        verdict = newest_verdict(service, session, case.id)
    files = tuple(_files(service, session, case, verdict))
    if verdict and not actor.is_person:
        verdict = _for_client(service, case, verdict)
    policy = policy_of(case)
    counts = session.execute(
        select(Job.state, func.count())
        .where(Job.case_id == case.id, Job.round == case.round, Job.kind == "read")
        .group_by(Job.state)
    ).all()
    return replace(
        head,
        materials=materials_of(policy) if policy else (),
        files=files,
        jobs_done=sum(count for state, count in counts if state == "done"),
        jobs_all=sum(count for _, count in counts),
        checks=verdict.checks if verdict else (),
        corrections=verdict.corrections if verdict else (),
        decision=_decision(service, session, case),
        notice=_notice(verdict) if verdict else None,
    )


def deadline_if_submitted_today(service: Service, case: Case) -> dt.date | None:
    """The last day for a decision, were the case submitted today; ``None`` where its pack is gone."""
    policy = policy_of(case)
    if policy is None:
        return None
    limit = policy.decision_working_days.value
    return add_working_days(china_day(now()), limit, calendar_of(service.settings)).date


def newest_verdict(service: Service, session: Session, case_id: str) -> Verdict | None:
    """The verdict that holds, or ``None`` while there is none on what was handed in last."""
    wanted = (
        select(StoredVerdict)
        .join(Case, (Case.id == StoredVerdict.case_id) & (Case.round == StoredVerdict.round))
        .where(StoredVerdict.case_id == case_id)
    )
    row = session.scalars(wanted.order_by(StoredVerdict.number.desc()).limit(1)).first()
    if row is None or not row.verdict_sealed:
        return None
    return verdict_from(service.sealer.open(row.verdict_sealed, about(StoredVerdict.verdict_sealed, row.id)))


def policy_of(case: Case) -> Policy | None:
    """The policy under which the case was opened, if its pack is still shipped."""
    for pack in load_packs():
        if pack.policy.id == case.policy_id and pack.ref.version == case.policy_version:
            return pack.policy
    return None


def materials_of(policy: Policy) -> tuple[MaterialView, ...]:
    """What a policy asks for, agents' papers included; a paper asked for twice is named once."""
    views = [view for _, view in demanded_materials(policy)]
    papers = {(frozenset(one.kinds), one.agents_only, one.categories): one for one in reversed(views)}
    return tuple(one for one in views if any(one is kept for kept in papers.values()))


def demanded_materials(policy: Policy) -> Iterable[tuple[Rule[Any], MaterialView]]:
    """Every demand for a paper beside its rule, in the pack's order."""
    for rule in policy.materials:
        material, when = rule.value, rule.value.when
        yield rule, _material((*material.any_of, *material.weak), rule.clause, when)
    if policy.agent:
        letters = policy.agent.value.letters
        yield policy.agent, _material(letters, policy.agent.clause, Condition(agent=True))


def _material(kinds: Iterable[DocumentKind], clause: str, when: Condition) -> MaterialView:
    kinds = tuple(dict.fromkeys(kinds))
    return MaterialView(
        name=kind_names(kinds),
        kinds=tuple(kind.value for kind in kinds),
        agents_only=bool(when.agent),
        categories=tuple(when.categories or ()),
        clause=clause,
    )


def _files(service: Service, session: Session, case: Case, verdict: Verdict | None) -> Iterable[FileView]:
    rows = session.scalars(select(CaseFile).where(CaseFile.case_id == case.id).order_by(CaseFile.id)).all()
    read = set(
        session.scalars(select(PageReadings.file_id).where(PageReadings.file_id.in_([r.id for r in rows])))
    )
    at_work = State(case.state) in (State.QUEUED, State.READING)
    unread = (Job.case_id == case.id, Job.kind == "read", Job.state.in_(("waiting", "running")))
    waiting = set(session.scalars(select(Job.file_id).where(*unread))) if at_work else set()
    for row in rows:
        name = file_name(service, row)
        kinds = [d.kind.value for d in verdict.documents if d.file == name] if verdict else []
        quality = list(row.quality)
        if verdict:
            quality += [
                finding.value
                for document in verdict.documents
                if document.file == name
                for page in document.pages
                for finding in page.quality.findings
            ]
        state = "refused" if row.refused else "reading" if row.id in waiting else "received"
        if state == "received" and row.id in read:
            state = "read"
        if row.replaced_round is not None:
            state = "replaced"
        yield FileView(
            id=row.id,
            name=name,
            sha256=row.sha256,
            size=row.size,
            media_type=row.media_type,
            pages=row.pages,
            kind=kinds[0] if kinds else row.stated_kind,
            state=state,
            quality=tuple(dict.fromkeys(quality)),
            refused=REFUSALS.get(row.refused) if row.refused else None,
            round=row.round,
        )


def file_name(service: Service, row: CaseFile) -> str:
    """The name under which a file was handed in, or nothing once it is erased."""
    if not row.name_sealed:
        return ""
    return service.sealer.open(row.name_sealed, about(CaseFile.name_sealed, row.id)).decode()


def _decision(service: Service, session: Session, case: Case) -> DecisionView | None:
    if State(case.state) not in (State.APPROVED, State.RETURNED, State.REJECTED):
        return None
    wanted = select(Decision).where(Decision.case_id == case.id).order_by(Decision.id.desc()).limit(1)
    row = session.scalars(wanted).first()
    if row is None:
        return None
    words = b""
    if row.words_sealed:
        words = service.sealer.open(row.words_sealed, about(Decision.words_sealed, row.id))
    return DecisionView(row.decision, tuple(row.reasons), words.decode(), row.at)
