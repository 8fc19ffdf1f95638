"""A whole upload becomes a file, exactly once, whoever notices that it is whole.

The last PATCH, a HEAD after a crash, or the sweeper: each puts the parts together and hands them on; the
transaction that takes them in also moves the upload from ``open`` to ``done``, and fails for all but the
first.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

import structlog
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.refusals import Kind, Refused
from intake.refusals.cases import VAULT_DOWN
from intake.refusals.uploads import BYTES_LOST
from intake.safekeeping.vault import ObjectLost, Received, Receiver, VaultError
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import StoredObject
from intake.tables.work import Upload, UploadPart
from intake.uploads.clearing import clear_parts
from intake.uploads.purposes import purpose_of
from intake.uploads.rows import UploadView, actor_of, changed, refuse_upload, view_of

_LATER: Final = frozenset({Kind.BUSY, Kind.FULL, Kind.TOO_MANY, Kind.LOCKED})
_GRACE: Final = dt.timedelta(seconds=60)
"""The sweeper leaves an upload alone for so long after its last bytes: a connection is finishing it."""
_STILL_HERE: Final = 64 * 1024 * 1024
_log = structlog.get_logger("menshen.uploads")


class _Overtaken(Exception):
    """Somebody else finished the upload, or ended it."""


@dataclass(frozen=True, slots=True)
class _Whole:
    view: UploadView
    actor: Actor
    objects: tuple[StoredObject, ...]


def finish_upload(service: Service, upload_id: str) -> None:
    """Put a whole upload's parts together and hand them on; nothing where it is not whole or not open.

    A refusal that lasts is remembered with the upload. Raises ``Refused`` only for one that may pass
    (the vault is away): the upload stays whole, and any later call finishes it.
    """
    whole = _whole(service, upload_id)
    if whole is None:
        return
    try:
        _take_in(service, whole)
    except (_Overtaken, ObjectLost) as error:
        _settle_lost(service, upload_id, error)
    except VaultError as error:
        raise Refused(VAULT_DOWN, retry_after=5) from error
    except Refused as refused:
        if refused.refusal.kind in _LATER:
            raise
        refuse_upload(service, upload_id, refused.refusal)
    try:
        clear_parts(service, upload_id)
    except VaultError:
        _log.warning("upload.parts_left", upload=upload_id)  # the sweeper takes them


def finish_uploads(service: Service, limit: int = 20) -> int:
    """For the sweeper: finish what is whole and whose connection is gone; how many were tried.

    An upload that fails goes to the back before it is tried, so that it holds up no other one.
    """
    before = now() - _GRACE
    waiting = (
        select(Upload.id)
        .where(Upload.state == "open", Upload.offset == Upload.length, Upload.written_at < before)
        .order_by(Upload.written_at)
        .limit(limit)
    )
    with service.database.reading() as session:
        found = list(session.scalars(waiting))
    tried = 0
    for upload_id in found:
        if not _mine(service, upload_id, before):
            continue
        tried += 1
        try:
            finish_upload(service, upload_id)
        except Refused as refused:
            _log.warning("upload.waits", upload=upload_id, code=refused.refusal.code)
    return tried


def _whole(service: Service, upload_id: str) -> _Whole | None:
    with service.database.reading() as session:
        row = session.get(Upload, upload_id)
        if row is None or row.state != "open" or row.offset != row.length:
            return None
        parts = session.execute(
            select(UploadPart, StoredObject)
            .join(StoredObject, StoredObject.id == UploadPart.object_id)
            .where(UploadPart.upload_id == upload_id)
            .order_by(UploadPart.offset)
        ).all()
        actor, view = actor_of(session, row), view_of(service, session, row)
    return _Whole(view, actor, tuple(stored for _, stored in parts))


def _take_in(service: Service, whole: _Whole) -> None:
    upload_id, stated = whole.view.id, whole.view.stated

    def recorded(session: Session, file_id: str | None, duplicate: bool) -> None:
        done = update(Upload).where(Upload.id == upload_id, Upload.state == "open")
        if changed(session, done.values(state="done", file_id=file_id, duplicate=duplicate)) != 1:
            raise _Overtaken

    with service.vault.receive(whole.view.length) as receiver:
        received = _put_together(service, whole, receiver)
        purpose_of(stated).take_in(service, whole.actor, stated, received, recorded)


def _put_together(service: Service, whole: _Whole, receiver: Receiver) -> Received:
    said = 0
    for stored in whole.objects:
        for piece in service.vault.pieces(stored, service.sealer):
            receiver.write(piece)
        if receiver.size - said >= _STILL_HERE:
            said = receiver.size
            _touch(service, whole.view.id)
    if receiver.size != whole.view.length:
        raise ObjectLost("the parts do not make the whole")
    return receiver.finish()


def _settle_lost(service: Service, upload_id: str, error: Exception) -> None:
    """Parts are gone because another one finished first; or else they are lost indeed."""
    with service.database.reading() as session:
        state = session.scalar(select(Upload.state).where(Upload.id == upload_id))
    if state == "open" and isinstance(error, ObjectLost):
        _log.error("upload.lost", upload=upload_id)
        refuse_upload(service, upload_id, BYTES_LOST)


def _touch(service: Service, upload_id: str) -> None:
    with service.database.writing() as session:
        changed(session, update(Upload).where(Upload.id == upload_id).values(written_at=now()))


def _mine(service: Service, upload_id: str, before: dt.datetime) -> bool:
    mine = update(Upload).where(Upload.id == upload_id, Upload.state == "open", Upload.written_at < before)
    with service.database.writing() as session:
        return changed(session, mine.values(written_at=now())) == 1
