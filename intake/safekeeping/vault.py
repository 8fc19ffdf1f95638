"""The vault: originals and page images, sealed, in a folder or an S3-compatible store.

Every object has a key of its own, kept sealed in its row, so that rotating keys touches rows and never
bytes. Bytes are sealed as they arrive (``intake.safekeeping.pieces``): nothing stands in the clear on disk,
nothing is held whole in memory.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import obstore
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url

from intake.safekeeping.pieces import PIECE, TAG, ObjectLost, SeekableObject, VaultError, nonce, opened
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.sealing import Sealer
from intake.safekeeping.settling import settle
from intake.tables.base import new_id
from intake.tables.cases import StoredObject

if TYPE_CHECKING:
    from obstore.store import RetryConfig

__all__ = ["ObjectLost", "Received", "Receiver", "TooManyBytes", "Vault", "VaultError"]
_OWNER = "menshen-installation"
_SENDING = 4
"""How many objects one process sends to a far store at once: each holds some megabytes."""
_RETRIES: Final[RetryConfig] = {"max_retries": 2, "retry_timeout": timedelta(seconds=10)}
"""A store that is away is said so within seconds; the library's own patience is three minutes."""


class TooManyBytes(Exception):
    """More bytes came than the receiver allows."""


@dataclass(frozen=True, slots=True)
class Received:
    """Bytes that have come in whole, sealed in the spool; durable only once the vault keeps them. ``sha256``
    and ``size`` are of the clear bytes."""

    object_id: str
    sha256: str
    size: int
    spooled: Path
    key: bytes

    @property
    def path(self) -> str:
        """Where the object will stand in the vault."""
        return f"{self.object_id[:6]}/{self.object_id[-2:]}/{self.object_id}"

    def clear(self) -> bytes:
        """The bytes themselves, while they are still in the spool. Raises ``ObjectLost``."""
        try:
            with self.spooled.open("rb") as stream:
                sealed = iter(lambda: stream.read(PIECE + TAG), b"")
                return b"".join(opened(self.key, self.object_id, self.size, sealed))
        except OSError as error:
            raise ObjectLost("the spool does not hold the file") from error

    def row(self, sealer: Sealer) -> StoredObject:
        """The row that remembers the object; it goes into the transaction that makes use of it."""
        sealed = sealer.seal(self.key, about(StoredObject.key_sealed, self.object_id))
        return StoredObject(id=self.object_id, path=self.path, size=self.size, key_sealed=sealed)


class Receiver:
    """Seals bytes into the spool as they come. A context manager: what is not finished is discarded."""

    def __init__(self, spool: Path, limit: int) -> None:
        self.size = 0
        self._limit = limit
        self._id = new_id()
        self._key = AESGCM.generate_key(256)
        self._cipher = AESGCM(self._key)
        self._digest = hashlib.sha256()
        self._pending = bytearray()
        self._pieces = 0
        self._path = spool / self._id
        # unbuffered: what a full disk did not take must not be tried again by close()
        self._stream = self._path.open("xb", buffering=0)

    def write(self, data: bytes | memoryview) -> None:
        """Take more bytes. Raises ``TooManyBytes`` past the limit and ``VaultError`` on a full disk."""
        self.size += len(data)
        if self.size > self._limit:
            raise TooManyBytes(f"more than {self._limit} bytes")
        self._digest.update(data)
        self._pending += data
        while len(self._pending) > PIECE:
            self._put(bytes(self._pending[:PIECE]), last=False)
            del self._pending[:PIECE]

    def finish(self) -> Received:
        """The bytes are all there. Raises ``VaultError`` on a full disk."""
        self._put(bytes(self._pending), last=True)
        try:
            self._stream.close()
        except OSError as error:
            raise VaultError(f"the spool cannot be written: {error.strerror}") from error
        return Received(self._id, self._digest.hexdigest(), self.size, self._path, self._key)

    def discard(self) -> None:
        """Let go of what came so far. After ``Vault.keep`` there is nothing left to discard."""
        self._stream.close()
        self._path.unlink(missing_ok=True)

    def __enter__(self) -> Receiver:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def _put(self, piece: bytes, *, last: bool) -> None:
        sealed = self._cipher.encrypt(nonce(self._pieces, last=last), piece, self._id.encode())
        left = memoryview(sealed)
        try:
            while left:
                left = left[self._stream.write(left) :]
        except OSError as error:
            raise VaultError(f"the spool cannot be written: {error.strerror}") from error
        self._pieces += 1


class Vault:
    """Keeps and gives back sealed objects. Thread-safe; make a new one after a fork."""

    def __init__(self, url: str, spool: Path) -> None:
        self.spool = spool
        spool.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder = _folder(url)
        self._store: ObjectStore
        if self.folder is not None:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._store = LocalStore(str(self.folder))
        else:
            self._store = from_url(url, retry_config=_RETRIES)
        self._sending = threading.BoundedSemaphore(_SENDING)
        self._lasting: set[Path] = set()

    def receive(self, limit: int) -> Receiver:
        """Begin to take in an object of at most ``limit`` bytes. Raises ``VaultError``."""
        try:
            return Receiver(self.spool, limit)
        except OSError as error:
            raise VaultError(f"the spool cannot be written: {error.strerror}") from error

    def keep(self, received: Received) -> None:
        """Put what came in where it stays; durable when this returns. Raises ``VaultError``."""
        self.put_back(received.path, received.spooled)

    def store(self, data: bytes) -> Received:
        """Keep bytes that are in memory already (a page image)."""
        with self.receive(len(data)) as receiver:
            receiver.write(data)
            received = receiver.finish()
            self.keep(received)
        return received

    def read(self, row: StoredObject, sealer: Sealer) -> bytes:
        """An object's bytes. Raises ``ObjectLost`` and ``VaultError``."""
        out = io.BytesIO()
        for piece in self.pieces(row, sealer):
            out.write(piece)
        return out.getvalue()

    def pieces(self, row: StoredObject, sealer: Sealer) -> Iterator[bytes]:
        """An object's bytes in pieces of 256 KiB. Raises ``ObjectLost`` and ``VaultError``."""
        key = sealer.open(row.key_sealed, about(StoredObject.key_sealed, row.id))
        yield from opened(key, row.id, row.size, self._sealed(row.path))

    def open(self, row: StoredObject, sealer: Sealer) -> io.BufferedReader:
        """An object as a stream in which one may seek; pieces are fetched and opened as they are needed."""
        key = sealer.open(row.key_sealed, about(StoredObject.key_sealed, row.id))
        stream = SeekableObject(lambda number: self._piece(row.path, number), key, row.id, row.size)
        return io.BufferedReader(stream, PIECE)

    def sealed(self, path: str) -> Iterator[bytes]:
        """An object's bytes as they stand in the store, for a backup. Raises ``VaultError``."""
        return self._sealed(path)

    def put_back(self, path: str, spooled: Path) -> None:
        """Keep a file of the spool that is sealed already (from a backup). Raises ``VaultError``."""
        try:
            if self.folder is not None:
                settle(spooled, self.folder / path, self._lasting)
            else:
                with self._sending, spooled.open("rb") as stream:
                    obstore.put(self._store, path, stream)
                spooled.unlink(missing_ok=True)
        except (OSError, BaseError) as error:
            raise VaultError(f"the vault cannot be written: {type(error).__name__}") from error

    def delete(self, path: str) -> None:
        """Take an object away; one that is gone already is no error. Raises ``VaultError``."""
        try:
            obstore.delete(self._store, path)
        except (NotFoundError, FileNotFoundError):
            return
        except BaseError as error:
            raise VaultError(f"the vault cannot be written: {type(error).__name__}") from error

    def listed(self) -> Iterator[tuple[str, datetime]]:
        """Every object's path and the time it was put there. Raises ``VaultError``."""
        try:
            for page in obstore.list(self._store):
                for meta in page:
                    if meta["path"] != _OWNER:
                        yield meta["path"], meta["last_modified"]
        except BaseError as error:
            raise VaultError(f"the vault cannot be read: {type(error).__name__}") from error

    def is_owned_by(self, installation: str) -> bool:
        """Whether the store belongs to the installation of this mark; the first to ask owns it.

        Two installations that were given one place must not clear away each other's bytes. Raises
        ``VaultError``.
        """
        try:
            return bytes(obstore.get(self._store, _OWNER).bytes()).decode() == installation
        except (NotFoundError, FileNotFoundError):
            obstore.put(self._store, _OWNER, installation.encode())
            return True
        except BaseError as error:
            raise VaultError(f"the vault cannot be read: {type(error).__name__}") from error

    def free_bytes(self) -> int:
        """Room on the disks that take files in: the least of the spool's and the folder's."""
        places = [self.spool] if self.folder is None else [self.spool, self.folder]
        return min(shutil.disk_usage(place).free for place in places)

    def reachable(self) -> bool:
        """Whether the store answers."""
        try:
            obstore.head(self._store, "menshen-is-there")
        except (NotFoundError, FileNotFoundError):
            return True
        except BaseError:
            return False
        return True

    def _piece(self, path: str, number: int) -> bytes:
        start = number * (PIECE + TAG)
        try:
            return bytes(obstore.get_range(self._store, path, start=start, length=PIECE + TAG))
        except (NotFoundError, FileNotFoundError) as error:
            raise ObjectLost("the vault does not hold the object") from error
        except BaseError as error:
            raise VaultError(f"the vault cannot be read: {type(error).__name__}") from error

    def _sealed(self, path: str) -> Iterator[bytes]:
        try:
            for chunk in obstore.get(self._store, path).stream(min_chunk_size=PIECE):
                yield bytes(chunk)
        except (NotFoundError, FileNotFoundError) as error:
            raise ObjectLost("the vault does not hold the object") from error
        except BaseError as error:
            raise VaultError(f"the vault cannot be read: {type(error).__name__}") from error


def _folder(url: str) -> Path | None:
    parts = urlsplit(url)
    if parts.scheme in ("", "file"):
        return Path(parts.path)
    return None
