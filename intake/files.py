"""Files of a case: taken in once by their bytes, durable before anybody is told so."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.case_views import file_name
from intake.cases import find
from intake.doorkeeping import access
from intake.lifecycle import State, touch
from intake.opening.guard import OpenerLostError, open_guarded
from intake.refusals import Refused
from intake.refusals.cases import (
    CASE_TOO_LARGE,
    FILE_EMPTY,
    NO_SUCH_FILE,
    NOT_OPEN,
    TAKES_NO_MORE,
    TOO_MANY_FILES,
    UNKNOWN_KIND,
    VAULT_DOWN,
)
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.vault import Received, VaultError
from intake.service import Service
from intake.settings import MEGABYTE
from intake.supplements import takes_files
from intake.tables.base import new_id
from intake.tables.cases import Case, CaseFile, StoredObject
from ocr.glance import findings, glance
from ocr.limits import Limits
from ocr.refusals import OURS, REFUSALS, FileRefused
from ocr.types import DocumentKind, Refusal

_LOOKS: Final = threading.BoundedSemaphore(2)
"""First looks at once in one process: each holds a whole file in memory."""
_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class FirstSame:
    """The file that came first with the same bytes."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class FileAdded:
    """The answer to a file: kept, or here already (``duplicate``, ``first``), or kept though it cannot be
    opened (``refused``: the sender may send another one)."""

    id: str
    sha256: str
    size: int
    media_type: str
    pages: int
    duplicate: bool
    first: FirstSame | None
    quality: tuple[str, ...]
    refused: Refusal | None


FileRecorded = Callable[[Session, FileAdded], None]
"""Called inside the transaction that takes a file in, to remember the answer with it (resumable uploads)."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the first look told."""

    media_type: str
    pages: int
    quality: tuple[str, ...]
    refused: Refusal | None


_UNSEEN: Final = Look("application/octet-stream", 0, (), None)


def add_file(
    service: Service,
    actor: Actor,
    case_id: str,
    received: Received,
    filename: str,
    kind: str | None = None,
    *,
    replaces: str | None = None,
    recorded: FileRecorded | None = None,
    nobody_waits: bool = False,
) -> FileAdded:
    """Take what came in as a file of a case. When this returns, bytes and row are durable.

    ``nobody_waits``: the first look is left to the readers, who will tell the same later. ``replaces``: the
    file in whose place it stands from the next submission on. Raises ``Refused``; then nothing is kept. The
    same bytes in the same case are one file; one that was replaced comes back by them.
    """
    admit(service, actor, case_id, received.size, kind)  # before the costly part; settled again below
    with service.database.reading() as session:
        first = _same(service, session, case_id, received.sha256)
        if replaces is not None or (first and session.get_one(CaseFile, first.id).replaced_round):
            first = None  # more is to be written than the answer
    if first:
        received.spooled.unlink(missing_ok=True)
        if recorded:
            with service.database.writing() as session:
                recorded(session, first)
        return first
    try:
        if nobody_waits:
            look = _UNSEEN
            service.vault.keep(received)
        else:
            look = _look_and_keep(service, received, filename)
    except VaultError as error:
        raise Refused(VAULT_DOWN, retry_after=5) from error
    row = _row(service, case_id, received, kind, look)
    with service.database.writing() as session:
        case = _taking(service, session, actor, case_id, received.size, lock=True)
        first = _same(service, session, case_id, received.sha256)
        if replaces is not None:
            _replace(session, case, replaces)
        if first is not None:
            session.get_one(CaseFile, first.id).replaced_round = None
        else:
            row.name_sealed = _named(service, session, row, filename)
            row.round = case.round + 1
            session.add(received.row(service.sealer))
            session.flush()
            session.add(row)
            touch(session, case_id)
        if recorded:
            recorded(session, first or _added(row, look))
    if first:  # the same bytes came by another way at the same moment
        service.vault.delete(received.path)
        return first
    return _added(row, look)


def _added(row: CaseFile, look: Look) -> FileAdded:
    return FileAdded(
        row.id,
        row.sha256,
        row.size,
        look.media_type,
        look.pages,
        duplicate=False,
        first=None,
        quality=look.quality,
        refused=look.refused,
    )


def _look_and_keep(service: Service, received: Received, filename: str) -> Look:
    """The first look, while the vault keeps the bytes: the one waits for a child, the other for the disk.
    Raises ``VaultError``."""
    with _LOOKS:
        data = received.clear()
        with ThreadPoolExecutor(1) as apart:
            keeping = apart.submit(service.vault.keep, received)
            look = first_look(service.settings.limits, data, filename)
        keeping.result()
    return look


def first_look(limits: Limits, data: bytes, filename: str) -> Look:
    """What can be told at once of a file that came in.

    A file that cannot be opened is told so here; where it was our opener that failed, nothing is said, and
    the readers will try again.
    """
    try:
        opened = open_guarded(data, filename, limits, opener=glance)
        quality = [each.value for page in opened.pages for each in findings(page.pixels, page.scale)]
    except FileRefused as refused:
        if refused.refusal.code in OURS:
            return _UNSEEN
        return Look("application/octet-stream", 0, (), refused.refusal)
    except OpenerLostError:
        return _UNSEEN
    return Look(opened.facts.media_type, opened.facts.pages, tuple(quality), None)


def admit(service: Service, actor: Actor, case_id: str, size: int, kind: str | None = None) -> None:
    """Raises ``Refused`` where a file of ``size`` bytes would not be taken in now; keeps no place for it."""
    access.check(actor, "case.add_file")
    if kind is not None and kind not in {one.value for one in DocumentKind}:
        raise Refused(UNKNOWN_KIND, (UNKNOWN_KIND.fault("kind"),))
    if size == 0:
        raise Refused(FILE_EMPTY)
    with service.database.reading() as session:
        _taking(service, session, actor, case_id, size)


def _taking(
    service: Service, session: Session, actor: Actor, case_id: str, incoming: int, *, lock: bool = False
) -> Case:
    """The case, if it still takes a file of so many bytes. Raises ``Refused``."""
    case = find(session, actor, case_id, lock=lock)
    if State(case.state) is State.WITHDRAWN:
        raise Refused(TAKES_NO_MORE)
    if not takes_files(actor, case):
        raise Refused(NOT_OPEN)
    held = select(func.count(), func.coalesce(func.sum(CaseFile.size), 0)).where(CaseFile.case_id == case_id)
    count, size = session.execute(held).one()
    if count >= service.settings.max_files:
        raise Refused(TOO_MANY_FILES)
    if size + incoming > service.settings.max_case_mb * MEGABYTE:
        raise Refused(CASE_TOO_LARGE)
    return case


def _same(service: Service, session: Session, case_id: str, sha256: str) -> FileAdded | None:
    wanted = select(CaseFile).where(CaseFile.case_id == case_id, CaseFile.sha256 == sha256)
    row = session.scalars(wanted).first()
    if row is None:
        return None
    return FileAdded(
        row.id,
        row.sha256,
        row.size,
        row.media_type,
        row.pages,
        duplicate=True,
        first=FirstSame(row.id, file_name(service, row)),
        quality=tuple(row.quality),
        refused=REFUSALS.get(row.refused) if row.refused else None,
    )


def _replace(session: Session, case: Case, file_id: str) -> None:
    """From the next submission on another file stands in the place of this one. Raises ``Refused``."""
    file = session.scalars(
        select(CaseFile).where(CaseFile.id == file_id, CaseFile.case_id == case.id)
    ).first()
    if file is None:
        raise Refused(NO_SUCH_FILE, (NO_SUCH_FILE.fault("replaces"),))
    file.replaced_round = file.replaced_round or case.round + 1
    touch(session, case.id)


def _row(service: Service, case_id: str, received: Received, kind: str | None, look: Look) -> CaseFile:
    return CaseFile(
        id=new_id(),
        case_id=case_id,
        object_id=received.object_id,
        sha256=received.sha256,
        size=received.size,
        media_type=look.media_type,
        stated_kind=kind,
        pages=look.pages,
        quality=list(look.quality),
        refused=look.refused.code if look.refused else None,
    )


def _named(service: Service, session: Session, row: CaseFile, filename: str) -> bytes:
    """The file's name, sealed; phones call every picture ``image.jpg``, papers need names of their own."""
    others = session.scalars(select(CaseFile).where(CaseFile.case_id == row.case_id))
    taken = {file_name(service, other) for other in others}
    path = PurePath(clean_name(filename))
    name, number = path.name, 1
    while name in taken:
        number += 1
        name = f"{path.stem}({number}){path.suffix}"
    return service.sealer.seal(name.encode(), about(CaseFile.name_sealed, row.id))


def clean_name(filename: str) -> str:
    """A file name without folders, control characters or surrogates, cut to a fair length.

    >>> clean_name("../病历\\\\出院小结.jpg")
    '出院小结.jpg'
    """
    bare = filename.replace("\\", "/").rsplit("/", 1)[-1]
    bare = "".join(c for c in bare if c.isprintable()).strip(" .") or "file"
    bare = bare.encode("utf-8", "replace").decode()
    if len(bare) <= _LONGEST_NAME:
        return bare
    path = PurePath(bare)
    suffix = path.suffix[:10]
    return path.stem[: _LONGEST_NAME - len(suffix)] + suffix


def object_of(session: Session, file: CaseFile) -> StoredObject:
    """The row of a file's bytes."""
    return session.get_one(StoredObject, file.object_id)
