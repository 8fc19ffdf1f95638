"""Stored verdicts for the tests and the measurement of replay: no page is read for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rows import row

from intake import judge
from intake.facts import Facts, SeenBefore
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.tables.base import new_id
from intake.tables.cases import Case
from ocr.types import Document, Engine
from validators.application import Application
from validators.check import check_case
from validators.pack import pack_in_force
from validators.register import RegisterAnswers


@dataclass(frozen=True, slots=True)
class Read:
    """A case as stated and as read."""

    application: Application
    documents: tuple[Document, ...]
    engine: Engine
    answers: RegisterAnswers | None = None


def store(service: Service, read: Iterable[Read]) -> list[str]:
    """Cases checked as the service checks them, and kept; their numbers."""
    numbers = []
    with service.database.writing() as session:
        for one in read:
            case = _case(service, one.application)
            session.add(case)
            session.flush()
            pack = pack_in_force(one.application.submitted_on, policy=one.application.policy)
            facts = Facts(one.application, one.answers, SeenBefore(()))
            verdict = check_case(
                case.case_no,
                one.application,
                one.documents,
                one.engine,
                pack,
                register=facts.answers,
                earlier=facts.seen_before,
            )
            judge.keep(service, session, case, verdict, facts, cause="submitted")
            numbers.append(case.case_no)
    return numbers


def _case(service: Service, application: Application) -> Case:
    case_id = new_id()
    pack = pack_in_force(application.submitted_on, policy=application.policy)
    plain = application.model_dump_json().encode()
    return row(
        Case,
        id=case_id,
        case_no=f"N{case_id[-12:]}",
        policy_id=pack.policy.id,
        policy_version=pack.ref.version,
        region=pack.policy.region.code,
        business=pack.policy.business,
        submitted_on=application.submitted_on,
        state="checked",
        application_sealed=service.sealer.seal(plain, about(Case.application_sealed, case_id)),
        name_hash="",
        id_number_hash=case_id,
    )
