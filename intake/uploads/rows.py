"""The rows of uploads: opened, found by whom they belong to, moved on by compare-and-set, ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, CursorResult, Update, and_, func, select, update
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.doorkeeping.clients import client_actor
from intake.doorkeeping.sessions import person_actor
from intake.refusals import Kind, Refusal, Refused
from intake.refusals.cases import FILE_TOO_LARGE
from intake.refusals.uploads import NO_SUCH_UPLOAD, TOO_LARGE, TOO_MANY_OPEN, UPLOAD_GONE
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.tables.access import Client, Person
from intake.tables.base import new_id, now
from intake.tables.work import Upload, UploadPart
from intake.uploads.metadata import Stated, read_metadata
from intake.uploads.purposes import purpose_of

MOST_OPEN: Final = 2000
"""Uploads one client may have begun and not finished."""


@dataclass(frozen=True, slots=True)
class UploadView:
    """An upload as its client may see it. ``offset`` counts durable bytes; ``file_id`` and ``duplicate``
    say what became of it once ``state`` is ``done``."""

    id: str
    stated: Stated
    length: int
    offset: int
    parts: int
    state: str
    expires_at: dt.datetime
    file_id: str | None
    duplicate: bool

    @property
    def whole(self) -> bool:
        """Whether every byte is there, though perhaps not yet put together."""
        return self.offset == self.length

    @property
    def unfinished(self) -> bool:
        """Whether the parts are all there and still wait to become a file."""
        return self.whole and self.state == "open"


def open_upload(service: Service, actor: Actor, length: int, stated: Stated) -> UploadView:
    """Begin an upload of ``length`` bytes. Raises ``Refused``."""
    purpose = purpose_of(stated)
    if length > purpose.most(service.settings):
        raise Refused(FILE_TOO_LARGE if stated.purpose == "case" else TOO_LARGE)
    purpose.admit(service, actor, stated, length)
    upload_id = new_id()
    row = Upload(
        id=upload_id,
        client_id=actor.client_id,
        person_id=actor.person_id,
        purpose=stated.purpose,
        case_id=stated.target_id if stated.purpose == "case" else None,
        batch_id=stated.target_id if stated.purpose == "batch" else None,
        length=length,
        offset=0,
        metadata_sealed=service.sealer.seal(stated.header.encode(), about(Upload.metadata_sealed, upload_id)),
        state="open",
        duplicate=False,
        written_at=now(),
        expires_at=lifetime(service),
    )
    with service.database.writing() as session:
        begun = select(func.count()).where(_owned(actor), Upload.state == "open")
        if (session.scalar(begun) or 0) >= MOST_OPEN:
            raise Refused(TOO_MANY_OPEN, retry_after=60)
        session.add(row)
    return _view(row, stated, 0)


def find_upload(service: Service, actor: Actor, upload_id: str) -> UploadView:
    """The actor's upload; others' are as if they did not exist.

    Raises ``Refused``, also with the reason for which a whole upload was not taken in.
    """
    with service.database.reading() as session:
        row = session.scalars(select(Upload).where(Upload.id == upload_id, _owned(actor))).first()
        if row is None:
            raise Refused(NO_SUCH_UPLOAD)
        if row.refusal is not None:
            raise Refused(_refusal(row.refusal))
        if row.state in ("ended", "expired") or (_is_open(row) and row.expires_at <= now()):
            raise Refused(UPLOAD_GONE)
        return view_of(service, session, row)


def mark_ended(service: Service, actor: Actor, upload_id: str) -> None:
    """No more bytes are taken. Raises ``Refused``."""
    with service.database.writing() as session:
        row = session.scalars(select(Upload).where(Upload.id == upload_id, _owned(actor))).first()
        if row is None:
            raise Refused(NO_SUCH_UPLOAD)
        ending = update(Upload).where(Upload.id == upload_id, Upload.state.not_in(("ended", "expired")))
        if changed(session, ending.values(state="ended", refusal=None)) != 1:
            raise Refused(UPLOAD_GONE)


def refuse_upload(service: Service, upload_id: str, refusal: Refusal) -> None:
    """Remember why a whole upload was not taken in; nothing where it is no longer open."""
    said = {
        "kind": refusal.kind.name,
        "code": refusal.code,
        "message": refusal.message,
        "remedy": refusal.remedy,
    }
    refusing = update(Upload).where(Upload.id == upload_id, Upload.state == "open")
    with service.database.writing() as session:
        changed(session, refusing.values(state="refused", refusal=said))


def view_of(service: Service, session: Session, row: Upload) -> UploadView:
    """An upload's row as a value."""
    header = service.sealer.open(row.metadata_sealed, about(Upload.metadata_sealed, row.id)).decode()
    parts = session.scalar(select(func.count()).where(UploadPart.upload_id == row.id))
    return _view(row, read_metadata(header), parts or 0)


def actor_of(session: Session, row: Upload) -> Actor:
    """Whoever began the upload, for finishing it when nobody is connected."""
    if row.person_id is not None:
        return person_actor(session.get_one(Person, row.person_id))
    return client_actor(session.get_one(Client, row.client_id))


def lifetime(service: Service) -> dt.datetime:
    """When an upload that gets no more bytes from now on expires."""
    return now() + dt.timedelta(hours=service.settings.upload_hours)


def changed(session: Session, statement: Update) -> int:
    """How many rows an UPDATE changed."""
    return cast(CursorResult[Any], session.execute(statement)).rowcount


def _owned(actor: Actor) -> ColumnElement[bool]:
    return and_(
        Upload.client_id == actor.client_id,
        Upload.person_id == actor.person_id,
    )


def _is_open(row: Upload) -> bool:
    return row.state == "open" and row.offset < row.length


def _refusal(said: dict[str, Any]) -> Refusal:
    return Refusal(Kind[said["kind"]], said["code"], said["message"], said["remedy"])


def _view(row: Upload, stated: Stated, parts: int) -> UploadView:
    return UploadView(
        id=row.id,
        stated=stated,
        length=row.length,
        offset=row.offset,
        parts=parts,
        state=row.state,
        expires_at=row.expires_at,
        file_id=row.file_id,
        duplicate=row.duplicate,
    )
