"""Seals personal data: AES-256-GCM under keys that rotate, each sealed itself under the master key.

A sealed value is ``0x01``, 16 bytes of key id, 12 of nonce, then ciphertext and tag. What it is about
(``intake.safekeeping.sealed_columns``) is associated data: a value moved to another row does not open.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
import time
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from intake.database import Database
from intake.faults import Fault
from intake.safekeeping.master_keys import KEY_BYTES
from intake.settings import SettingsRefused
from intake.tables.base import new_id
from intake.tables.safekeeping import DataKey

_FORM = b"\x01"
_ID_BYTES = 16
_NONCE_BYTES = 12
_LEAST = 1 + _ID_BYTES + _NONCE_BYTES + 16
FRESH_SECONDS = 30.0
"""After this long the newest key is asked for again, so that a rotation reaches every process."""


class SealBroken(Exception):
    """A sealed value does not open: wrong key, wrong place, or changed bytes. A bug or an attack."""


class Sealer:
    """Seals, opens and hashes for look-up. Thread-safe; one a process.

    ``masters`` gives the master keys, the one to seal with first; it is asked again where they do not fit,
    for they may have been changed while the service runs.
    """

    def __init__(self, database: Database, masters: bytes | Callable[[], tuple[bytes, ...]]) -> None:
        self._database = database.apart()
        self._ask = (lambda: (masters,)) if isinstance(masters, bytes) else masters
        self._masters = self._ask()
        if any(len(key) != KEY_BYTES for key in self._masters):
            raise ValueError(f"the master key needs {KEY_BYTES} bytes")
        self._lock = threading.Lock()
        self._keys: dict[str, AESGCM] = {}
        self._newest = ""
        self._look_up = b""
        self._loaded_at = float("-inf")

    def seal(self, plain: bytes, about: str) -> bytes:
        """``plain`` sealed under the newest key; ``about`` says what it belongs to."""
        if time.monotonic() - self._loaded_at > FRESH_SECONDS:
            self._refresh()
        key_id = self._newest
        nonce = os.urandom(_NONCE_BYTES)
        return (
            _FORM + bytes.fromhex(key_id) + nonce + self._keys[key_id].encrypt(nonce, plain, about.encode())
        )

    def open(self, sealed: bytes, about: str) -> bytes:
        """What was sealed about the same thing. Raises ``SealBroken``."""
        if sealed[:1] != _FORM or len(sealed) < _LEAST:
            raise SealBroken("no sealed value")
        key_id = key_of(sealed)
        if key_id not in self._keys:
            self.load()
        if key_id not in self._keys:
            raise SealBroken("sealed under a key that is not there")
        start = 1 + _ID_BYTES
        nonce, cipher = sealed[start : start + _NONCE_BYTES], sealed[start + _NONCE_BYTES :]
        try:
            return self._keys[key_id].decrypt(nonce, cipher, about.encode())
        except InvalidTag as error:
            raise SealBroken("the value does not open here") from error

    def look_up(self, plain: str) -> str:
        """A keyed hash (HMAC-SHA-256, hexadecimal) by which equal texts find each other."""
        if not self._look_up:
            self.load()
        return hmac.new(self._look_up, plain.encode(), hashlib.sha256).hexdigest()

    def _refresh(self) -> None:
        """Ask for a newer key; one thread asks, the others seal on with the key there is."""
        if not self._newest:
            self.load()
        elif self._lock.acquire(blocking=False):
            try:
                self._load()
            finally:
                self._lock.release()

    def load(self) -> None:
        """Read the keys again; on an empty database, make the first ones."""
        with self._lock:
            self._load()

    def _load(self) -> None:
        with self._database.reading() as session:
            rows = _rows(session)
        if not {row.purpose for row in rows if row.retired_at is None} >= {"seal", "look_up"}:
            with self._database.writing() as session:
                rows = self._first_keys(session)
        for row in rows:
            if row.purpose == "look_up":
                self._look_up = self._look_up or self._unwrap(row)
            elif row.id not in self._keys:
                self._keys[row.id] = AESGCM(self._unwrap(row))
        self._newest = max(row.id for row in rows if row.purpose == "seal" and row.retired_at is None)
        self._loaded_at = time.monotonic()

    def new_key(self, session: Session, purpose: str = "seal") -> str:
        """Add a key; processes seal with it once they have loaded it. Its id, above all there are."""
        lock_keys(session)
        self._masters = self._ask()  # after the lock: a master key being changed is then changed for this too
        last = session.scalar(select(func.max(DataKey.id))) or "0"
        key_id = max(new_id(), f"{int(last, 16) + 1:032x}")  # clocks of two hosts need not agree
        session.add(DataKey(id=key_id, purpose=purpose, wrapped=self.wrapped(key_id, os.urandom(KEY_BYTES))))
        session.flush()
        return key_id

    def wrapped(self, key_id: str, key: bytes) -> bytes:
        """A key sealed under the first master key."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + AESGCM(self._masters[0]).encrypt(nonce, key, _about_key(key_id))

    def rewrap(self, session: Session) -> int:
        """Seal every key anew under the first master key. How many there were."""
        lock_keys(session)
        self._masters = self._ask()
        rows = _rows(session)
        for row in rows:
            row.wrapped = self.wrapped(row.id, self._unwrap(row))
        return len(rows)

    def _unwrap(self, row: DataKey) -> bytes:
        """The key itself. Raises ``SettingsRefused`` where no master key fits."""
        for again in (False, True):
            if again:
                self._masters = self._ask()
            for master in self._masters:
                if key := opens(master, row.id, row.wrapped):
                    return key
        raise SettingsRefused((_WRONG_MASTER,))

    def _first_keys(self, session: Session) -> list[DataKey]:
        """Under a lock, so that two processes starting at once make one set."""
        lock_keys(session)
        there = {row.purpose for row in _rows(session) if row.retired_at is None}
        for purpose in ("seal", "look_up"):
            if purpose not in there:
                self.new_key(session, purpose)
        return _rows(session)


_WRONG_MASTER = Fault(
    "SET-011",
    "master_key",
    "主密钥与数据库不符",
    "请填回原来的主密钥；更换主密钥请用 menshen keys rotate --master。",
)


def lock_keys(session: Session) -> None:
    """Nobody else changes the keys until this transaction ends; on SQLite nobody else writes anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE data_keys IN EXCLUSIVE MODE"))


def _rows(session: Session) -> list[DataKey]:
    """Every key, retired ones too: a process that had not heard of it may have sealed with one since."""
    return list(session.scalars(select(DataKey).order_by(DataKey.id)))


def opens(master: bytes, key_id: str, wrapped: bytes) -> bytes | None:
    """The key that is wrapped, where this master key opens it."""
    try:
        return AESGCM(master).decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], _about_key(key_id))
    except InvalidTag:
        return None


def _about_key(key_id: str) -> bytes:
    return f"data_key:{key_id}".encode()


def key_of(sealed: bytes) -> str:
    """The id of the key under which a value is sealed."""
    return sealed[1 : 1 + _ID_BYTES].hex()
