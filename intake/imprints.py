"""Whether a paper stands in somebody else's case already: by its bytes, or by its number and hospital.

Only keyed hashes are kept. The check is ``reused-material``; what it finds is for a person to judge, and is
never shown to portals: nobody shall learn from it what others handed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from intake.facts import SeenBefore
from intake.service import Service
from intake.tables.cases import Case, Imprint
from ocr.types import Document, DocumentKind
from ocr.values.text import fold
from validators.application import Application
from validators.register import Reuse

_ANYBODYS: Final = frozenset({DocumentKind.ID_CARD_BACK, DocumentKind.UNKNOWN})
"""Papers that say too little of whose they are."""
_AGENTS: Final = frozenset({DocumentKind.ID_CARD_FRONT})
"""An agent's own card stands in the case of everybody they file for."""
_SHORTEST_NUMBER: Final = 6
_LOCK: Final = 0x496D7072696E74
"""One checker at a time looks and keeps on PostgreSQL, to the end of its transaction."""


def marks_of(
    service: Service, application: Application, documents: Sequence[Document]
) -> Mapping[str, tuple[str, str]]:
    """Keyed hash → the file it was taken from, and in Chinese what it is."""
    marks: dict[str, tuple[str, str]] = {}
    by_agent = application.applicant.relation == "agent"
    for document in documents:
        if document.refused or document.kind in _ANYBODYS or (by_agent and document.kind in _AGENTS):
            continue
        marks[service.sealer.look_up(f"file:{document.sha256}")] = (document.file, "同一文件")
        hospitals = [fold(str(field.value)) for field in document.fields.get("hospital_name", ())]
        for field in document.fields.get("report_number", ()):
            number = fold(str(field.value))
            if len(number) >= _SHORTEST_NUMBER and hospitals:
                mark = service.sealer.look_up(f"report:{hospitals[0]}|{number}")
                marks[mark] = (document.file, "同一医院的同一报告编号")
    return marks


def lock(session: Session) -> None:
    """Let nobody else look up and keep until this transaction is over."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def look_up(
    service: Service, session: Session, case: Case, application: Application, documents: Sequence[Document]
) -> SeenBefore:
    """Who else handed in the same papers."""
    marks = marks_of(service, application, documents)
    rows = session.execute(
        select(Imprint.mark, Case.case_no)
        .join(Case, Case.id == Imprint.case_id)
        .where(
            Imprint.mark.in_(marks),
            Case.id != case.id,
            Case.id_number_hash != case.id_number_hash,
            Case.erased_at.is_(None),
        )
        .order_by(Case.id)
        .limit(20)
    )
    return SeenBefore(tuple(Reuse(marks[row.mark][0], marks[row.mark][1], row.case_no) for row in rows))


def keep(
    service: Service, session: Session, case: Case, application: Application, documents: Sequence[Document]
) -> None:
    """Remember the papers of a case that was checked."""
    marks = marks_of(service, application, documents)
    there = set(session.scalars(select(Imprint.mark).where(Imprint.case_id == case.id)))
    session.add_all(Imprint(case_id=case.id, mark=mark) for mark in marks if mark not in there)
