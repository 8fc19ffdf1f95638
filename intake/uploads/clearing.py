"""Uploads that are over: their parts leave the vault, and some days later their rows go too."""

from __future__ import annotations

import datetime as dt
from typing import Final

import structlog
from sqlalchemy import delete, exists, select, update

from intake.actors import Actor
from intake.safekeeping.vault import VaultError
from intake.service import Service
from intake.tables.cases import StoredObject
from intake.tables.work import Upload, UploadPart
from intake.uploads.rows import changed, mark_ended

REMEMBERED: Final = dt.timedelta(days=7)
"""So long after its end an upload is answered "gone"; after that, "no such upload"."""
_AT_ONCE: Final = 500
_log = structlog.get_logger("menshen.uploads")


def end_upload(service: Service, actor: Actor, upload_id: str) -> None:
    """The client lets go of an upload; a file it has become stays in its case. Raises ``Refused``."""
    mark_ended(service, actor, upload_id)
    try:
        clear_parts(service, upload_id)
    except VaultError:
        _log.warning("upload.parts_left", upload=upload_id)  # the sweeper takes them


def expire_uploads(service: Service, now: dt.datetime) -> int:
    """For the sweeper: end what has had no bytes for too long; how many. Whole uploads do not expire.

    Parts of every upload that is over are taken away, also those a crash left behind.
    """
    overdue = update(Upload).where(
        Upload.state == "open", Upload.expires_at <= now, Upload.offset < Upload.length
    )
    with service.database.writing() as session:
        expired = changed(session, overdue.values(state="expired"))
    over = (
        select(UploadPart.upload_id)
        .join(Upload, Upload.id == UploadPart.upload_id)
        .where(Upload.state != "open")
        .distinct()
        .limit(_AT_ONCE)
    )
    with service.database.reading() as session:
        found = list(session.scalars(over))
    for upload_id in found:
        clear_parts(service, upload_id)
    _forget(service, now - REMEMBERED)
    return expired


def clear_parts(service: Service, upload_id: str) -> None:
    """Take the parts of an upload that is over out of the vault, then their rows: in this order a crash
    leaves rows that are found again. Raises ``VaultError``."""
    parts = (
        select(StoredObject.id, StoredObject.path)
        .join(UploadPart, UploadPart.object_id == StoredObject.id)
        .join(Upload, Upload.id == UploadPart.upload_id)
        .where(UploadPart.upload_id == upload_id, Upload.state != "open")
    )
    with service.database.reading() as session:
        found = session.execute(parts).all()
    for one in found:
        service.vault.delete(one.path)
    with service.database.writing() as session:
        ids = [one.id for one in found]
        for some in (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)):
            session.execute(delete(UploadPart).where(UploadPart.object_id.in_(some)))
            session.execute(delete(StoredObject).where(StoredObject.id.in_(some)))


def erase_uploads(service: Service, case_id: str) -> int:
    """Leave nothing of a case's uploads, their metadata included; how many there were."""
    with service.database.writing() as session:
        session.execute(
            update(Upload).where(Upload.case_id == case_id, Upload.state == "open").values(state="ended")
        )
    with service.database.reading() as session:
        found = list(session.scalars(select(Upload.id).where(Upload.case_id == case_id)))
    for upload_id in found:
        clear_parts(service, upload_id)
    with service.database.writing() as session:
        session.execute(delete(Upload).where(Upload.id.in_(found)))
    return len(found)


def _forget(service: Service, before: dt.datetime) -> None:
    parts_left = exists().where(UploadPart.upload_id == Upload.id)
    old = delete(Upload).where(Upload.state != "open", Upload.expires_at < before, ~parts_left)
    with service.database.writing() as session:
        session.execute(old)
