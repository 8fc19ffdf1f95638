"""A reviewer's values laid over what was read, and the case judged again on them at once.

The reading stays as it was; the newest correction for one field of a paper holds. Values, verdict and audit
entry are written together or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from intake import judge
from intake.actors import Actor
from intake.case_views import file_name, newest_verdict
from intake.doorkeeping import access
from intake.faults import Fault
from intake.paper_places import paper_meant
from intake.refusals.base import Refused
from intake.refusals.review import CORRECTION_INVALID, NOTHING_READ
from intake.reviewing import field_values
from intake.reviewing.review import held
from intake.safekeeping import audit
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.tables.base import new_id
from intake.tables.cases import Case, CaseFile, FieldCorrection
from ocr.types import Box, Document, FieldValue
from validators.verdict import Verdict
from validators.verdict_change import ChangedCheck, difference

MOST_CHANGES = 50


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value for ``field`` of the paper that has this page of this file; ``paper``: which one, from 1, where
    several lie on the page.

    ``values`` empty: the paper does not state the field. More than one only where a field has several.
    ``box`` in pixels of the page image, ``None``: where the field was read.
    """

    file_id: str
    page: int
    field: str
    values: tuple[str, ...]
    box: Box | None = None
    paper: int | None = None


@dataclass(frozen=True, slots=True)
class JudgedAgain:
    """What a correction changed."""

    revision: int
    route_before: str
    route: str
    changed: tuple[ChangedCheck, ...]


def correct(
    service: Service, actor: Actor, case_id: str, changes: Sequence[FieldChange], *, revision: int
) -> JudgedAgain:
    """Correct fields of a case the actor holds, and judge it again. Raises ``Refused`` with every fault."""
    access.check(actor, "fields.correct")
    with service.database.writing() as session:
        case = held(session, actor, case_id, revision=revision)
        before = newest_verdict(service, session, case.id)
        if before is None:
            raise Refused(NOTHING_READ)
        _write(service, session, actor, case, before, changes)
        after, facts = judge.judge_again(service, session, case, before)
        judge.keep(service, session, case, after, facts, cause="corrected")
        route = after.route.value
        session.execute(
            update(Case).where(Case.id == case.id).values(route=route, revision=Case.revision + 1)
        )
        told = {"fields": sorted({change.field for change in changes}), "route": route}
        audit.append(session, actor.id, "fields.correct", f"case:{case.id}", told)
        session.refresh(case)
        return JudgedAgain(case.revision, before.route.value, route, difference(before, after))


def _write(
    service: Service,
    session: Session,
    actor: Actor,
    case: Case,
    before: Verdict,
    changes: Sequence[FieldChange],
) -> None:
    files = session.scalars(select(CaseFile).where(CaseFile.case_id == case.id))
    names = {file.id: file_name(service, file) for file in files}
    standing = judge.corrections_of(service, session, case.id)
    read = {(one.file, one.page, one.paper, one.field): one.read for one in standing}
    faults: list[Fault] = []
    for number, change in enumerate(changes):
        meant = _paper(before, names.get(change.file_id), change)
        wrong = _fault(number, change, meant is not None)
        if wrong or meant is None:
            faults.extend(wrong)
            continue
        row_id = new_id()
        paper, place = meant
        told = _told(change, paper) | {"paper": place}
        keys = ((paper.file, change.page, which, change.field) for which in (place, None))
        earlier = next((found for key in keys if (found := read.get(key)) is not None), None)
        if earlier is not None:
            told["read"] = list(earlier)
        plain = json.dumps(told, ensure_ascii=False).encode()
        sealed = service.sealer.seal(plain, about(FieldCorrection.correction_sealed, row_id))
        session.add(
            FieldCorrection(id=row_id, case_id=case.id, person_id=actor.person_id, correction_sealed=sealed)
        )
    if faults:
        raise Refused(CORRECTION_INVALID, faults)
    session.flush()


def _paper(verdict: Verdict, name: str | None, change: FieldChange) -> tuple[Document, int] | None:
    if name is None:
        return None
    return paper_meant(verdict.documents, name, change.page, change.field, change.paper)


def _fault(number: int, change: FieldChange, known: bool) -> list[Fault]:
    where = f"changes[{number}]"
    if not known:
        message, remedy = "没有这个文件，或文件没有这一页", "请核对文件编号和页码。"
        return [Fault(CORRECTION_INVALID.code, f"{where}.page", message, remedy)]
    if change.field not in field_values.FIELDS:
        message, remedy = "没有这个字段，或这个字段不能更正", "请核对字段名。"
        return [Fault(CORRECTION_INVALID.code, f"{where}.field", message, remedy)]
    most = field_values.MOST_VALUES if change.field in field_values.SEVERAL else 1
    faults = []
    if len(change.values) > most:
        faults.append(
            Fault(CORRECTION_INVALID.code, f"{where}.values", f"最多 {most} 个值", "请删去多余的值。")
        )
    for place, value in enumerate(change.values):
        if field_values.normal(change.field, value) is None:
            at = f"{where}.values[{place}]"
            demand = field_values.demand(change.field)
            faults.append(Fault(CORRECTION_INVALID.code, at, demand, "请改正这一项。"))
    return faults


def _told(change: FieldChange, paper: Document) -> dict[str, Any]:
    """A correction as ``judge.corrections_of`` takes it: one value, a list of several, or ``None``."""
    values: list[FieldValue | None] = [field_values.normal(change.field, one) for one in change.values]
    page = next(one for one in paper.pages if one.number == change.page)
    read = next((one for one in paper.fields.get(change.field, ()) if one.page == change.page), None)
    box = change.box or (read.box if read else (0.0, 0.0, float(page.width), float(page.height)))
    return {
        "file": paper.file,
        "page": change.page,
        "field": change.field,
        "value": None if not values else values if change.field in field_values.SEVERAL else values[0],
        "raw": "；".join(change.values),
        "box": list(box),
        "read": [str(one.value) for one in paper.fields.get(change.field, ())],
    }
