"""The bytes of one PATCH on their way into the vault.

They are sealed as they come and kept in parts of at most ``PART`` bytes; the row's offset moves by
compare-and-set in the transaction that records a part. Of two writers the first to record wins, the other
records nothing: bytes of two connections never mix within a part, and never overlap.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select, update

from intake.refusals import Refused
from intake.refusals.cases import VAULT_DOWN
from intake.refusals.uploads import (
    CHECKSUM_MISMATCH,
    CHECKSUM_UNKNOWN,
    NO_SUCH_UPLOAD,
    TOO_LARGE,
    UPLOAD_GONE,
    WRONG_OFFSET,
)
from intake.safekeeping.vault import Received, Receiver, VaultError
from intake.service import Service
from intake.tables.base import now
from intake.tables.work import Upload, UploadPart
from intake.uploads.rows import changed, lifetime

PART: Final = 8 * 1024 * 1024
ALGORITHMS: Final = ("sha1", "sha256", "md5")


class Checksum:
    """What the bytes of one PATCH must come to: ``Upload-Checksum``, ``<algorithm> <Base64 digest>``."""

    def __init__(self, header: str) -> None:
        """Raises ``Refused`` for an unknown algorithm or another form."""
        algorithm, _, encoded = header.strip().partition(" ")
        if algorithm not in ALGORITHMS:
            raise Refused(CHECKSUM_UNKNOWN)
        self._digest = hashlib.new(algorithm, usedforsecurity=False)
        try:
            self._wanted = base64.b64decode(encoded.strip(), validate=True)
        except (binascii.Error, ValueError) as error:
            raise Refused(CHECKSUM_UNKNOWN) from error
        if len(self._wanted) != self._digest.digest_size:
            raise Refused(CHECKSUM_UNKNOWN)

    def update(self, data: bytes | memoryview) -> None:
        """More bytes."""
        self._digest.update(data)

    @property
    def fits(self) -> bool:
        """Whether the bytes so far come to it."""
        return hmac.compare_digest(self._digest.digest(), self._wanted)


@dataclass(frozen=True, slots=True)
class _Sealed:
    offset: int
    received: Received


class PartWriter:
    """Takes in the bytes of one PATCH from ``offset`` on, at most up to ``length`` of the upload.

    ``write`` is quick; ``settle``, ``complete`` and ``discard`` block and belong into a thread. Without a
    checksum each part is recorded once it is full; with one, all of them at the end, or none.
    """

    def __init__(
        self, service: Service, upload_id: str, offset: int, length: int, checksum: Checksum | None = None
    ) -> None:
        self.offset = offset
        self._service = service
        self._upload_id = upload_id
        self._length = length
        self._checksum = checksum
        self._receiver: Receiver | None = None
        self._from = offset
        self._held: list[_Sealed] = []

    @property
    def full(self) -> bool:
        """Whether ``settle`` must be called before more is written."""
        return self._receiver is not None and self._receiver.size >= PART

    def write(self, data: bytes | memoryview) -> int:
        """Take bytes until the part is full; how many. Raises ``Refused``."""
        if self.offset + len(data) > self._length:
            raise Refused(TOO_LARGE)
        try:
            if self._receiver is None:
                self._receiver, self._from = self._service.vault.receive(PART), self.offset
            taken = memoryview(data)[: PART - self._receiver.size]
            self._receiver.write(taken)
        except VaultError as error:
            raise Refused(VAULT_DOWN, retry_after=5) from error
        if self._checksum:
            self._checksum.update(taken)
        self.offset += len(taken)
        return len(taken)

    def settle(self) -> None:
        """Seal the part that is full, or the last one; without a checksum, also record it."""
        if self._receiver is not None and self._receiver.size:
            try:
                received = self._receiver.finish()
            except VaultError as error:
                raise Refused(VAULT_DOWN, retry_after=5) from error
            self._held.append(_Sealed(self._from, received))
            self._receiver = None
        if self._checksum is None:
            self._record()

    def complete(self) -> None:
        """All bytes of the PATCH have come. Raises ``Refused``, and then, with a checksum, keeps nothing."""
        if self._checksum and not self._checksum.fits:
            raise Refused(CHECKSUM_MISMATCH)
        self.settle()
        self._record()

    def broken_off(self) -> None:
        """No more bytes will come. Without a checksum, what came is kept."""
        if self._checksum is None:
            self.settle()

    def discard(self) -> None:
        """Let go of what is not recorded."""
        if self._receiver is not None:
            self._receiver.discard()
        for part in self._held:
            part.received.spooled.unlink(missing_ok=True)
        self._held.clear()

    def _record(self) -> None:
        if not self._held:
            return
        try:
            for part in self._held:
                self._service.vault.keep(part.received)
        except VaultError as error:
            raise Refused(VAULT_DOWN, retry_after=5) from error
        record_parts(self._service, self._upload_id, self._held)
        self._held.clear()


def record_parts(service: Service, upload_id: str, parts: Sequence[_Sealed]) -> None:
    """Move the offset over parts that are in the vault, if it stands where they begin.

    Otherwise they are taken out of the vault again and ``Refused`` is raised. Where the transaction fails
    in any other way they stay, for it may have been committed; the sweeper takes what has no row.
    """
    first, last = parts[0], parts[-1]
    rows = [(part, part.received.row(service.sealer)) for part in parts]
    moving = update(Upload).where(
        Upload.id == upload_id, Upload.state == "open", Upload.offset == first.offset
    )
    end = last.offset + last.received.size
    try:
        with service.database.writing() as session:
            moved = changed(
                session, moving.values(offset=end, written_at=now(), expires_at=lifetime(service))
            )
            if moved != 1:
                raise _Overtaken
            session.add_all(stored for _, stored in rows)
            session.flush()
            session.add_all(
                UploadPart(
                    upload_id=upload_id,
                    offset=part.offset,
                    size=part.received.size,
                    object_id=stored.id,
                )
                for part, stored in rows
            )
    except _Overtaken:
        for part in parts:
            service.vault.delete(part.received.path)
        raise _why_overtaken(service, upload_id) from None


class _Overtaken(Exception):
    """The offset is elsewhere, or the upload is no longer open."""


def _why_overtaken(service: Service, upload_id: str) -> Refused:
    with service.database.reading() as session:
        state = session.scalar(select(Upload.state).where(Upload.id == upload_id))
    if state is None:
        return Refused(NO_SUCH_UPLOAD)
    return Refused(UPLOAD_GONE if state in ("ended", "expired") else WRONG_OFFSET)
