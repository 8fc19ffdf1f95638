"""What an upload can be for: how large it may be, who may begin one, and who takes in the whole."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from intake import batches
from intake.actors import Actor
from intake.files import FileAdded, add_file, admit
from intake.refusals import Refused
from intake.refusals.batches import NO_SUCH_BATCH
from intake.refusals.cases import NO_SUCH_CASE
from intake.refusals.uploads import NO_TARGET
from intake.safekeeping.vault import Received
from intake.service import Service
from intake.service_settings import ServiceSettings
from intake.settings import MEGABYTE
from intake.uploads.metadata import Stated

_ID: Final = re.compile(r"[0-9a-f]{32}")
Recorded = Callable[[Session, str | None, bool], None]
"""Called with the file's id (``None`` for a batch) and whether it was there before, inside the transaction
that takes the bytes in: an upload becomes a file once, or not at all."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """``most`` is the limit in bytes. ``admit`` raises ``Refused`` where an upload of so many bytes would
    not be taken in. ``take_in`` keeps ``received`` and calls ``recorded`` in its transaction. ``waits``:
    the client is told "done" only after ``take_in``; otherwise once the last byte is durable, which is
    right where putting the parts together takes minutes."""

    most: Callable[[ServiceSettings], int]
    admit: Callable[[Service, Actor, Stated, int], None]
    take_in: Callable[[Service, Actor, Stated, Received, Recorded], None]
    waits: bool = True


def _case_most(settings: ServiceSettings) -> int:
    return settings.file_bytes


def _admit_to_case(service: Service, actor: Actor, stated: Stated, length: int) -> None:
    if not _ID.fullmatch(stated.target_id):
        raise Refused(NO_SUCH_CASE)
    admit(service, actor, stated.target_id, length, stated.kind)


def _take_into_case(
    service: Service, actor: Actor, stated: Stated, received: Received, recorded: Recorded
) -> None:
    def added(session: Session, file: FileAdded) -> None:
        recorded(session, file.id, file.duplicate)

    add_file(service, actor, stated.target_id, received, stated.filename, stated.kind, recorded=added)


def _batch_most(settings: ServiceSettings) -> int:
    return int(settings.max_batch_mb * MEGABYTE)


def _admit_to_batch(service: Service, actor: Actor, stated: Stated, length: int) -> None:
    if not _ID.fullmatch(stated.target_id):
        raise Refused(NO_SUCH_BATCH)
    batches.admit(service, actor, stated.target_id, length)


def _take_into_batch(
    service: Service, actor: Actor, stated: Stated, received: Received, recorded: Recorded
) -> None:
    def added(session: Session, file_id: str) -> None:
        recorded(session, None, False)

    batches.add_batch_file(service, actor, stated.target_id, received, stated.filename, recorded=added)


PURPOSES: Final[dict[str, Purpose]] = {
    "case": Purpose(_case_most, _admit_to_case, _take_into_case),
    "batch": Purpose(_batch_most, _admit_to_batch, _take_into_batch, waits=False),
}
"""By the name in ``Upload-Metadata`` and in ``uploads.purpose``."""


def purpose_of(stated: Stated) -> Purpose:
    """Raises ``Refused`` for a purpose that this service does not serve."""
    purpose = PURPOSES.get(stated.purpose)
    if purpose is None:
        raise Refused(NO_TARGET)
    return purpose
