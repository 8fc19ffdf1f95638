"""Takes everything personal out of a case's rows and dooms its bytes; what happened to it stays.

The case keeps its number, states, dates, routes and findings' codes, its steps and its audit trail. Every
table that refers to a case or a file is named here, as emptied or as kept; a test holds it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, CursorResult, Delete, Select, and_, delete, func, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from intake.lifecycle import State, move
from intake.refusals import Refused
from intake.refusals.batches import BATCH_ABANDONED, BATCH_ERASED
from intake.refusals.retention import BATCH_RUNNING, STILL_UNDECIDED
from intake.safekeeping.sealed_columns import SEALED, about
from intake.safekeeping.sealing import Sealer
from intake.tables.access import ApplyPass
from intake.tables.base import now
from intake.tables.cases import (
    Case,
    CaseFile,
    Decision,
    EntitlementRecord,
    FieldCorrection,
    Imprint,
    PageImage,
    PageReadings,
    StoredObject,
    StoredVerdict,
)
from intake.tables.delivery import Event
from intake.tables.reviewing import CaseLabel, SecondReview
from intake.tables.work import Batch, BatchFile, BatchRow, Job, Upload, UploadPart

FINAL: Final = frozenset({State.APPROVED, State.REJECTED, State.WITHDRAWN})
EMPTIED: Final = frozenset(
    {
        "apply_passes",
        "batch_files",
        "batch_rows",
        "case_labels",
        "cases",
        "decisions",
        "entitlements",
        "events",
        "field_corrections",
        "files",
        "imprints",
        "jobs",
        "objects",
        "page_images",
        "page_readings",
        "second_reviews",
        "upload_parts",
        "uploads",
        "verdicts",
    }
)
KEPT: Final = frozenset({"batches", "case_steps", "deliveries", "findings"})
"""Tables that go with a case and hold nothing personal: states, codes, times."""
_BATCH_GOING: Final = frozenset({"queued", "running"})


def lock_cases(session: Session, which: ColumnElement[bool]) -> Sequence[Case]:
    """Lock the cases that meet a condition, in one order and before any job of theirs, as workers do: two
    that wait for each other would be cut off."""
    return session.scalars(select(Case).where(which).order_by(Case.id).with_for_update(of=Case)).all()


def erase_case(
    session: Session,
    sealer: Sealer,
    case: Case,
    *,
    actor: str,
    at: dt.datetime,
    force: bool = False,
    entitlements: bool = True,
) -> Counter[str]:
    """Empty a case's rows in the caller's transaction; how many rows of what were erased.

    The case must be locked (``lock_cases``). Without ``force`` an undecided one is refused; with it, it is
    withdrawn first, so that nobody goes on working on it. Without ``entitlements`` those still in force on
    ``at`` stay: the person is to be reminded of them. Raises ``Refused``.
    """
    if State(case.state) not in FINAL:
        if not force:
            raise Refused(STILL_UNDECIDED, (STILL_UNDECIDED.fault(case.case_no),))
        move(session, case.id, State.WITHDRAWN, since=frozenset(State) - FINAL, actor=actor)
    doomed = _batch_objects(session, case.batch_id)
    jobs = _rows(session.execute(delete(Job).where(Job.case_id == case.id)))  # fences off their workers
    doomed |= _objects_of(session, case.id)
    erased = _delete_rows(session, case.id)
    erased["jobs"] = jobs
    erased["entitlements"] = _delete_entitlements(session, case.id, at if not entitlements else None)
    erased |= _overwrite(session, sealer, case.id)
    session.execute(
        update(Case)
        .where(Case.id == case.id)
        .values(
            application_sealed=_nothing(sealer, Case.application_sealed, case.id),
            name_hash="",
            id_number_hash="",
            id_masked_hash=None,
            external_id=None,
            claimed_by=None,
            claimed_until=None,
            deadline=None,
            revision=Case.revision + 1,
            erased_at=at,
        )
    )
    erased["cases"] = 1
    erased["objects"] = doom(session, sealer, doomed, at)
    return erased


def empty_batch(session: Session, sealer: Sealer, batch: Batch, at: dt.datetime) -> Counter[str]:
    """Erase the bytes of a batch that was taken apart, its file's name, and the labels of its rows."""
    erased: Counter[str] = Counter(batches=1)
    doomed = _batch_objects(session, batch.id)
    erased["batch_rows"] = _empty(session, sealer, BatchRow, BatchRow.batch_id == batch.id)
    erased["objects"] = doom(session, sealer, doomed, at)
    return erased


def doom(session: Session, sealer: Sealer, objects: Iterable[str], at: dt.datetime) -> int:
    """Mark objects to be erased, but for those another row still needs. From this moment the bytes cannot
    be opened any more, for their key is overwritten."""
    doomed = 0
    for object_id in sorted(objects):
        if _is_needed(session, object_id):
            continue
        changed = session.execute(
            update(StoredObject)
            .where(StoredObject.id == object_id, StoredObject.doomed_at.is_(None))
            .values(doomed_at=at, key_sealed=_nothing(sealer, StoredObject.key_sealed, object_id))
        )
        doomed += _rows(changed)
    return doomed


def _objects_of(session: Session, case_id: str) -> set[str]:
    """Every object of the case's files, page images and uploads."""
    files = select(CaseFile.id).where(CaseFile.case_id == case_id)
    uploads = select(Upload.id).where(Upload.case_id == case_id)
    queries: tuple[Select[str], ...] = (
        select(CaseFile.object_id).where(CaseFile.case_id == case_id),
        select(PageImage.object_id).where(PageImage.file_id.in_(files)),
        select(UploadPart.object_id).where(UploadPart.upload_id.in_(uploads)),
    )
    return {object_id for query in queries for object_id in session.scalars(query)}


def _delete_rows(session: Session, case_id: str) -> Counter[str]:
    """Delete what holds personal data alone, children before parents."""
    files = select(CaseFile.id).where(CaseFile.case_id == case_id)
    uploads = select(Upload.id).where(Upload.case_id == case_id)
    of_case: tuple[tuple[str, Delete], ...] = (
        ("page_readings", delete(PageReadings).where(PageReadings.file_id.in_(files))),
        ("page_images", delete(PageImage).where(PageImage.file_id.in_(files))),
        ("field_corrections", delete(FieldCorrection).where(FieldCorrection.case_id == case_id)),
        ("imprints", delete(Imprint).where(Imprint.case_id == case_id)),
        ("case_labels", delete(CaseLabel).where(CaseLabel.case_id == case_id)),
        ("upload_parts", delete(UploadPart).where(UploadPart.upload_id.in_(uploads))),
        ("apply_passes", delete(ApplyPass).where(ApplyPass.case_id == case_id)),
        ("uploads", delete(Upload).where(Upload.case_id == case_id)),
        ("files", delete(CaseFile).where(CaseFile.case_id == case_id)),
    )
    unsynchronized = {"synchronize_session": False}
    return Counter({name: _rows(session.execute(d, execution_options=unsynchronized)) for name, d in of_case})


def _delete_entitlements(session: Session, case_id: str, in_force: dt.datetime | None) -> int:
    wanted = delete(EntitlementRecord).where(EntitlementRecord.case_id == case_id)
    if in_force is not None:
        wanted = wanted.where(EntitlementRecord.valid_until < in_force.date())
    return _rows(session.execute(wanted))


def _overwrite(session: Session, sealer: Sealer, case_id: str) -> Counter[str]:
    """Overwrite what is sealed in rows that stay, and the portal's own number in events."""
    for event in session.scalars(select(Event).where(Event.case_id == case_id)):
        told = event.payload.get("data", {})
        if told.get("external_id") is not None:
            event.payload = event.payload | {"data": told | {"external_id": None}}
    return Counter(
        verdicts=_empty(session, sealer, StoredVerdict, StoredVerdict.case_id == case_id),
        decisions=_empty(session, sealer, Decision, Decision.case_id == case_id),
        second_reviews=_empty(session, sealer, SecondReview, SecondReview.case_id == case_id),
        batch_rows=_empty(session, sealer, BatchRow, _rows_about(case_id)),
    )


def _rows_about(case_id: str) -> ColumnElement[bool]:
    """The case's row of its batch, and those of files without a case: their names may be the person's."""
    batch = select(Case.batch_id).where(Case.id == case_id).scalar_subquery()
    unused = and_(BatchRow.batch_id == batch, BatchRow.state == "unused")
    return or_(BatchRow.case_id == case_id, unused)


def _empty(
    session: Session,
    sealer: Sealer,
    table: type[StoredVerdict | Decision | BatchRow | SecondReview],
    which: ColumnElement[bool],
) -> int:
    """Overwrite every sealed column of these rows; how many rows."""
    columns = [column for column in SEALED if column.class_ is table]
    rows = session.scalars(select(table.id).where(which)).all()
    for row_id in rows:
        values = {
            column.key: None if column.property.columns[0].nullable else _nothing(sealer, column, row_id)
            for column in columns
        }
        session.execute(update(table).where(table.id == row_id).values(values))
    return len(rows)


def _close(batch: Batch) -> None:
    """A batch that was not taken apart to its end never will be: its problems say so from now on."""
    if batch.state == "open":
        batch.state, batch.done_at = "refused", now()
        batch.problems = [asdict(BATCH_ABANDONED.fault())]
    elif batch.state == "stuck" and BATCH_ERASED.code not in {one["code"] for one in batch.problems}:
        batch.problems = [*batch.problems, asdict(BATCH_ERASED.fault())]


def _batch_objects(session: Session, batch_id: str | None) -> set[str]:
    """Let the batch go of the bytes it was handed in with: they hold everybody's papers, and each taken
    case has its own copy by now. Raises ``Refused`` while it is being taken apart."""
    batch = session.get(Batch, batch_id, with_for_update=True) if batch_id else None
    if batch is None:
        return set()
    if batch.state in _BATCH_GOING:
        raise Refused(BATCH_RUNNING)
    _close(batch)
    uploads = select(Upload.id).where(Upload.batch_id == batch.id)
    handed_in: tuple[tuple[Select[str], Delete], ...] = (
        (
            select(BatchFile.object_id).where(BatchFile.batch_id == batch.id),
            delete(BatchFile).where(BatchFile.batch_id == batch.id),
        ),
        (
            select(UploadPart.object_id).where(UploadPart.upload_id.in_(uploads)),
            delete(UploadPart).where(UploadPart.upload_id.in_(uploads)),
        ),
    )
    objects: set[str] = set()
    for wanted, deleted in handed_in:
        objects |= set(session.scalars(wanted))
        session.execute(deleted, execution_options={"synchronize_session": False})
    session.execute(
        delete(Upload).where(Upload.batch_id == batch.id), execution_options={"synchronize_session": False}
    )
    return objects


def _is_needed(session: Session, object_id: str) -> bool:
    referring = (CaseFile.object_id, PageImage.object_id, UploadPart.object_id, BatchFile.object_id)
    wanted = or_(*(select(column).where(column == object_id).exists() for column in referring))
    return bool(session.scalar(select(func.count()).where(wanted)))


def _nothing(sealer: Sealer, column: InstrumentedAttribute[Any], row_id: str) -> bytes:
    """A sealed value of no bytes: keys go on rotating over it as over any other."""
    return sealer.seal(b"", about(column, row_id))


def _rows(result: object) -> int:
    return cast(CursorResult[Any], result).rowcount
