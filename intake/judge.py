"""Judges a case on what was read of it, and keeps the verdict. No page is read here, so a case can be
judged again (a corrected field, another policy) in a moment."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake import imprints
from intake.case_views import file_name
from intake.cases import application_of
from intake.facts import Facts, SeenBefore, facts_bytes, facts_from
from intake.paper_places import place_of
from intake.registers.ask import ask_registers
from intake.reviewing.labels import label_verdict
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.stored import summary_bytes, verdict_bytes
from intake.supplements import of_round
from intake.tables.base import new_id, now
from intake.tables.cases import (
    Case,
    CaseFile,
    CheckFinding,
    FieldCorrection,
    StoredVerdict,
)
from ocr.refusals import READER_FAILED, REFUSALS
from ocr.types import Document, Engine, Field, Source
from validators.application import Application
from validators.check import check_case
from validators.pack import Pack, load_packs, pack_in_force
from validators.register import RegisterAnswers
from validators.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Material:
    """All that a verdict rests on: what was stated, what was read, what a person corrected, and, once asked,
    what the registers answered."""

    case_no: str
    application: Application
    pack: Pack
    documents: tuple[Document, ...]
    seen_before: SeenBefore
    answers: RegisterAnswers | None = None

    @property
    def facts(self) -> Facts:
        """What is kept with the verdict."""
        return Facts(self.application, self.answers, self.seen_before)


def gather(service: Service, session: Session, case: Case, engine: str) -> Material:
    """Everything there is on a case, read by ``engine`` (its digest; any engine where it read nothing)."""
    mine = select(CaseFile).where(CaseFile.case_id == case.id, of_round(case.round))
    files = session.scalars(mine.order_by(CaseFile.id)).all()
    application = _with_kinds(service, application_of(service, case), files)
    documents = [paper for file in files for paper in _papers(service, session, file, engine)]
    corrected = corrections_of(service, session, case.id)
    documents = [_corrected(paper, documents, corrected) for paper in documents]
    return Material(
        case_no=case.case_no,
        application=application,
        pack=_pack(case, application),
        documents=tuple(documents),
        seen_before=imprints.look_up(service, session, case, application, documents),
    )


def looked_again(service: Service, session: Session, case: Case, material: Material) -> Material:
    """The material with the cases seen before as of now; the very same where nothing new is seen.

    To be called in the transaction that keeps the verdict: what was checked at the same moment is seen by
    whichever of the two comes second.
    """
    imprints.lock(session)
    seen = imprints.look_up(service, session, case, material.application, material.documents)
    return material if seen == material.seen_before else replace(material, seen_before=seen)


def asked(service: Service, material: Material) -> Material:
    """The material with the registers' answers. They are asked outside any transaction."""
    return replace(material, answers=ask_registers(service, material.application, material.documents))


def judged(material: Material, engine: Engine) -> Verdict:
    """The verdict on what was gathered."""
    return check_case(
        material.case_no,
        material.application,
        material.documents,
        engine,
        material.pack,
        register=material.answers,
        earlier=material.seen_before,
    )


def keep(
    service: Service, session: Session, case: Case, verdict: Verdict, facts: Facts, *, cause: str
) -> StoredVerdict:
    """Append a verdict to a case with its facts; the newest holds. ``cause``: ``submitted`` or
    ``corrected``."""
    last = session.scalar(select(func.max(StoredVerdict.number)).where(StoredVerdict.case_id == case.id))
    row_id = new_id()
    sealed = service.sealer.seal(verdict_bytes(verdict), about(StoredVerdict.verdict_sealed, row_id))
    summary = service.sealer.seal(summary_bytes(verdict), about(StoredVerdict.summary_sealed, row_id))
    row = StoredVerdict(
        id=row_id,
        case_id=case.id,
        number=(last or 0) + 1,
        round=case.round,
        cause=cause,
        policy_id=verdict.policy.id,
        policy_version=verdict.policy.version,
        policy_sha256=verdict.policy.sha256,
        route=verdict.route.value,
        digest=verdict.digest,
        verdict_sealed=sealed,
        summary_sealed=summary,
        facts_sealed=service.sealer.seal(facts_bytes(facts), about(StoredVerdict.facts_sealed, row_id)),
    )
    session.add(row)
    session.flush()
    imprints.keep(service, session, case, facts.application, verdict.documents)
    session.add_all(
        CheckFinding(
            verdict_id=row_id,
            case_id=case.id,
            check_id=check.id,
            outcome=check.outcome.value,
            code=check.code,
            advisory=check.advisory,
        )
        for check in verdict.checks
    )
    label_verdict(session, case, verdict)
    return row


def judge_again(service: Service, session: Session, case: Case, previous: Verdict) -> tuple[Verdict, Facts]:
    """The verdict on the same reading with today's corrections, and its facts; not yet kept.

    The registers are not asked again: what they answered before stands.
    """
    material = gather(service, session, case, "")
    before = last_facts(service, session, case)
    material = replace(material, answers=before.answers if before else None)
    return judged(material, previous.engine), material.facts


def last_facts(service: Service, session: Session, case: Case) -> Facts | None:
    """What the newest verdict of a case rests on, where that was kept."""
    wanted = select(StoredVerdict).where(StoredVerdict.case_id == case.id)
    row = session.scalars(wanted.order_by(StoredVerdict.number.desc()).limit(1)).first()
    if row is None or not row.facts_sealed:
        return None
    return facts_from(service.sealer.open(row.facts_sealed, about(StoredVerdict.facts_sealed, row.id)))


def moment() -> dt.datetime:
    """The moment at which a verdict is given."""
    return now()


def _pack(case: Case, application: Application) -> Pack:
    """The very pack under which the case was opened; where it is gone, the one in force that day."""
    for pack in load_packs():
        if pack.policy.id == case.policy_id and pack.ref.version == case.policy_version:
            return pack
    return pack_in_force(policy=case.policy_id, on=application.submitted_on)


def _papers(service: Service, session: Session, file: CaseFile, engine: str) -> Sequence[Document]:
    # what reads pages is loaded with the first case judged: the door, which shows verdicts, does without
    from intake.pipeline import papers_of  # noqa: PLC0415
    from intake.readings import reading_of  # noqa: PLC0415

    name = file_name(service, file)
    read = reading_of(service, session, file, engine)
    if read.refused or read.facts is None or not read.whole:  # a page that is missing is not a page less
        why = REFUSALS.get(read.refused or "", READER_FAILED)
        return (Document(name, file.sha256, None, refused=why),)
    return papers_of(name, file.sha256, read.facts, read.pages)


def _with_kinds(service: Service, application: Application, files: Sequence[CaseFile]) -> Application:
    """The application with what the sender said each file is: a hint, never evidence."""
    stated = {file_name(service, file): file.stated_kind for file in files if file.stated_kind}
    return application.model_copy(update={"files": {**application.files, **stated}})


@dataclass(frozen=True, slots=True)
class Corrected:
    """A person's value for one field of one paper: the paper is named by its file and its page.

    ``paper``: which of the papers on that page, from 1; ``None``: all of them, as corrections had it before
    papers of a page were told apart.
    ``person_id`` and ``at``: who corrected it, and when; ``read``: what was read in its place, ``None`` where
    that was not kept."""

    file: str
    page: int
    field: str
    value: Any
    raw: str
    box: tuple[float, float, float, float]
    person_id: str
    at: dt.datetime
    read: tuple[str, ...] | None = None
    paper: int | None = None

    def is_of(self, document: Document, documents: Sequence[Document]) -> bool:
        """Whether this paper, one of ``documents``, is the one corrected."""
        place = place_of(document, documents, self.page) if self.file == document.file else 0
        return place > 0 and self.paper in (None, place)


def corrections_of(service: Service, session: Session, case_id: str) -> tuple[Corrected, ...]:
    """The corrections that hold, the newest for each field of a page."""
    rows = session.scalars(
        select(FieldCorrection).where(FieldCorrection.case_id == case_id).order_by(FieldCorrection.id)
    )
    newest: dict[tuple[str, int, int | None, str], Corrected] = {}
    for row in rows:
        if not row.correction_sealed:
            continue
        place = about(FieldCorrection.correction_sealed, row.id)
        told = json.loads(service.sealer.open(row.correction_sealed, place))
        told |= {"box": tuple(told["box"]), "read": tuple(told["read"]) if "read" in told else None}
        one = Corrected(**told, person_id=row.person_id, at=row.created_at)
        newest[(one.file, one.page, one.paper, one.field)] = one
    return tuple(newest.values())


def _corrected(
    document: Document, documents: Sequence[Document], corrections: Sequence[Corrected]
) -> Document:
    """The paper with a person's values in place of what was read; ``None`` takes a field away."""
    fields = dict(document.fields)
    for one in corrections:
        if not one.is_of(document, documents):
            continue
        fields.pop(one.field, None)
        if one.value is not None:
            values = one.value if isinstance(one.value, list) else [one.value]
            fields[one.field] = tuple(
                Field(value, one.raw, 1.0, one.page, one.box, Source.REVIEWER) for value in values
            )
    return replace(document, fields=fields)
