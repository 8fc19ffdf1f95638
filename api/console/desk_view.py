"""What the pages of those who hand in show of a case: checklist, files, where it stands, the receipt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from api.words import FINDINGS, plain
from intake.case_views import FileView, MaterialView
from intake.handing_in import HandedIn
from intake.lifecycle import State
from ocr.types import KIND_NAMES, DocumentKind, Finding
from ocr.values.id_number import mask
from validators.application import Application
from validators.pack import load_packs
from validators.verdict import Outcome

_AT_WORK: Final = frozenset({State.QUEUED, State.READING})


@dataclass(frozen=True, slots=True)
class Item:
    """One material of the checklist. ``needed``: this application cannot do without it; else ``note`` says
    when it is needed."""

    name: str
    kinds: tuple[str, ...]
    clause: str
    given: bool
    needed: bool
    note: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that is here already; ``quality`` in words, ``refused`` why it is of no use. ``kind_value`` is
    the kind's name in the contract."""

    id: str
    name: str
    kind: str
    kind_value: str
    quality: tuple[str, ...]
    refused: str
    pages: int


@dataclass(frozen=True, slots=True)
class DeskCase:
    """One case as a desk shows it; the ID number is masked. ``moving``: the readers are at work on it.
    ``mends``: it was handed in before, and papers may be replaced or added;
    ``changed``: some were, and wait to be submitted."""

    id: str
    case_no: str
    policy: str
    name: str
    number: str
    diseases: tuple[str, ...]
    agent: str
    state: str
    route: str | None
    submitted_on: dt.date
    submitted_at: dt.datetime | None
    deadline: dt.date | None
    items: tuple[Item, ...]
    papers: tuple[Paper, ...]
    jobs_done: int
    jobs_all: int
    corrections: tuple[str, ...]
    doubts: int
    words: str
    takes_files: bool
    mends: bool
    changed: bool
    moving: bool


def desk_case(handed: HandedIn) -> DeskCase:
    """The case for the page."""
    view, stated = handed.case, handed.application
    state = State(view.state)
    files = [file for file in view.files if file.state != "replaced"]
    given = {file.kind for file in files if file.kind and not file.refused}
    return DeskCase(
        id=view.id,
        case_no=view.case_no,
        policy=policy_title(view.policy_id),
        name=plain(stated.applicant.name) if stated else "",
        number=mask(stated.applicant.id_number) if stated else "",
        diseases=tuple(plain(one) for one in stated.diseases) if stated else (),
        agent=plain(stated.applicant.agent.name) if stated and stated.applicant.agent else "",
        state=view.state,
        route=view.route,
        submitted_on=view.submitted_on,
        submitted_at=view.submitted_at,
        deadline=view.deadline,
        items=tuple(_item(one, stated, given) for one in view.materials),
        papers=tuple(_paper(one) for one in files),
        jobs_done=view.jobs_done,
        jobs_all=view.jobs_all,
        corrections=tuple(plain(one.message) for one in view.corrections),
        doubts=sum(one.outcome is Outcome.UNKNOWN and not one.advisory for one in view.checks),
        words=plain(view.decision.words) if view.decision else plain(view.notice or ""),
        takes_files=handed.takes_files,
        mends=handed.takes_files and state is not State.OPEN,
        changed=any(file.round > view.round for file in files),
        moving=state in _AT_WORK,
    )


def policy_title(policy_id: str) -> str:
    """A policy's name for people; its id where it is no longer shipped."""
    return next((one.policy.title for one in load_packs() if one.policy.id == policy_id), policy_id)


def kind_choices() -> tuple[tuple[str, str], ...]:
    """Every kind of paper with its name, for choosing."""
    return tuple((kind.value, KIND_NAMES[kind]) for kind in DocumentKind if kind is not DocumentKind.UNKNOWN)


def _item(material: MaterialView, stated: Application | None, given: set[str]) -> Item:
    agent = stated is not None and stated.applicant.relation == "agent"
    category = stated.category if stated else None
    elsewhere = bool(material.categories) and category not in material.categories
    notes = []
    if material.agents_only and not agent:
        notes.append("代办时提交")
    if elsewhere:
        notes.append("按备案类别提交")
    return Item(
        name=material.name,
        kinds=material.kinds,
        clause=material.clause,
        given=not given.isdisjoint(material.kinds),
        needed=not notes,
        note="；".join(notes),
    )


def _paper(file: FileView) -> Paper:
    kind = KIND_NAMES[DocumentKind(file.kind)] if file.kind and file.kind != "unknown" else ""
    refused = f"{file.refused.message}{file.refused.remedy}" if file.refused else ""
    quality = tuple(FINDINGS[Finding(one)] for one in file.quality)
    value = file.kind if kind and file.kind else ""
    return Paper(file.id, plain(file.name), kind, value, quality, refused, file.pages)
