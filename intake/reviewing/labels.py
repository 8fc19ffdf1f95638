"""What a case is found by: its diseases, the hospitals of its papers, and what is not met in it.

Diseases and numbers stand as keyed hashes. A hospital's name stands in the clear, but only one that reads as
a hospital's: what was read in its place may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import Case
from intake.tables.reviewing import CaseLabel
from ocr.types import Document
from ocr.values.text import fold
from validators.application import Application
from validators.catalogue import Likeness
from validators.hospitals import HospitalDirectory, load_hospitals
from validators.pack import Pack, load_packs
from validators.verdict import Outcome, Verdict

DISEASE: Final = "disease"
HOSPITAL: Final = "hospital"
FINDING: Final = "finding"
_LONGEST: Final = 40
_READS_AS_HOSPITAL: Final = re.compile(
    r"\D{2,}(?:医院|卫生院|卫生室|诊所|服务中心|服务站|保健院|疗养院)\D{0,8}"
)


def masked_key(id_number: str) -> str:
    """What a number is found by when only its first three and last four characters are known.

    >>> masked_key("430503196703124514")
    'id_masked:4304514'
    """
    number = id_number.upper()
    return f"id_masked:{number[:3]}{number[-4:]}"


def disease_label(service: Service, pack: Pack | None, written: str) -> str:
    """The keyed hash of a disease: of its name in the pack's list where that knows it, else as written."""
    name = fold(written)
    if pack is not None and pack.catalogue is not None:
        match = pack.catalogue.match(written)
        if match.likeness is Likeness.LISTED and len(match.rows) == 1:
            name = fold(match.rows[0].name)
    return service.sealer.look_up(f"disease:{name}")


def label_application(
    service: Service, session: Session, case: Case, application: Application, pack: Pack | None
) -> None:
    """Write what an application is found by. The case must be in the session."""
    case.id_masked_hash = service.sealer.look_up(masked_key(application.applicant.id_number))
    case.labelled_at = now()
    session.flush()
    _replace(
        session,
        case.id,
        DISEASE,
        (disease_label(service, pack, written) for written in application.diseases if written),
    )


def label_verdict(session: Session, case: Case, verdict: Verdict) -> None:
    """Write what a case is found by from the verdict that now holds, in its transaction."""
    pack = pack_of_case(case)
    directory = pack.hospitals if pack else load_hospitals()
    wanting = (one.code for one in verdict.checks if one.outcome in (Outcome.UNMET, Outcome.UNKNOWN))
    _replace(session, case.id, FINDING, wanting)
    _replace(session, case.id, HOSPITAL, hospitals_of(verdict.documents, directory))


def forget_findings(session: Session, case_id: str) -> None:
    """What was found of papers handed in before says nothing of those handed in now."""
    _replace(session, case_id, FINDING, ())


def hospitals_of(documents: Iterable[Document], directory: HospitalDirectory) -> tuple[str, ...]:
    """The hospitals of some papers, by the name of the directory where it knows them."""
    found: dict[str, None] = {}
    for document in documents:
        for field in document.fields.get("hospital_name", ()):
            listed = directory.look_up(str(field.value)).hospital
            name = listed.name if listed else fold(str(field.value))
            if listed or (len(name) <= _LONGEST and _READS_AS_HOSPITAL.fullmatch(name)):
                found[name] = None
    return tuple(found)


def pack_of_case(case: Case) -> Pack | None:
    """The version of the pack under which a case was opened; ``None`` where it is gone."""
    packs = (one for one in load_packs() if one.policy.id == case.policy_id)
    return next((one for one in packs if one.ref.version == case.policy_version), None)


def _replace(session: Session, case_id: str, kind: str, labels: Iterable[str]) -> None:
    there = delete(CaseLabel).where(CaseLabel.case_id == case_id, CaseLabel.kind == kind)
    session.execute(there, execution_options={"synchronize_session": False})
    rows = [{"case_id": case_id, "kind": kind, "label": one} for one in dict.fromkeys(labels)]
    if rows:
        session.execute(insert(CaseLabel), rows)
