"""Seals personal data: AES-256-GCM under keys that rotate, each sealed itself under the master key.

A sealed value is ``0x01``, 16 bytes of key id, 12 of nonce, then ciphertext and tag. What it is about
(``case:<id>``) is associated data: a value moved to another row does not open.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets
import threading
import time
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from intake.database import Database
from intake.faults import Fault
from intake.settings import SettingsRefused
from intake.tables.base import new_id
from intake.tables.safekeeping import DataKey

KEY_BYTES = 32
_FORM = b"\x01"
_ID_BYTES = 16
_NONCE_BYTES = 12
_FRESH_SECONDS = 30.0
"""After this long the newest key is asked for again, so that a rotation reaches every process."""


class SealBroken(Exception):
    """A sealed value does not open: wrong key, wrong place, or changed bytes. A bug or an attack."""


class Sealer:
    """Seals, opens and hashes for look-up. Thread-safe; one a process."""

    def __init__(self, database: Database, master_key: bytes) -> None:
        if len(master_key) != KEY_BYTES:
            raise ValueError(f"the master key needs {KEY_BYTES} bytes")
        self._database = database
        self._master = AESGCM(master_key)
        self._lock = threading.Lock()
        self._keys: dict[str, AESGCM] = {}
        self._newest = ""
        self._look_up = b""
        self._loaded_at = float("-inf")

    def seal(self, plain: bytes, about: str) -> bytes:
        """``plain`` sealed under the newest key; ``about`` says what it belongs to."""
        if time.monotonic() - self._loaded_at > _FRESH_SECONDS:
            self.load()
        key_id = self._newest
        nonce = os.urandom(_NONCE_BYTES)
        return (
            _FORM + bytes.fromhex(key_id) + nonce + self._keys[key_id].encrypt(nonce, plain, about.encode())
        )

    def open(self, sealed: bytes, about: str) -> bytes:
        """What was sealed about the same thing. Raises ``SealBroken``."""
        if sealed[:1] != _FORM:
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

    def load(self) -> None:
        """Read the keys again; on an empty database, make the first ones."""
        with self._lock:
            with self._database.reading() as session:
                rows = _rows(session)
            if not {row.purpose for row in rows} >= {"seal", "look_up"}:
                with self._database.writing() as session:
                    rows = self._first_keys(session)
            for row in rows:
                key = self._unwrap(row)
                if row.purpose == "look_up":
                    self._look_up = key
                else:
                    self._keys.setdefault(row.id, AESGCM(key))
            self._newest = next(row.id for row in reversed(rows) if row.purpose == "seal")
            self._loaded_at = time.monotonic()

    def new_key(self, session: Session, purpose: str = "seal") -> str:
        """Add a key; processes seal with it once they have loaded it. Its id."""
        key_id = new_id()
        session.add(DataKey(id=key_id, purpose=purpose, wrapped=self.wrapped(key_id, os.urandom(KEY_BYTES))))
        session.flush()
        return key_id

    def wrapped(self, key_id: str, key: bytes) -> bytes:
        """A key sealed under this sealer's master key."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._master.encrypt(nonce, key, f"data_key:{key_id}".encode())

    def _unwrap(self, row: DataKey) -> bytes:
        nonce, cipher = row.wrapped[:_NONCE_BYTES], row.wrapped[_NONCE_BYTES:]
        try:
            return self._master.decrypt(nonce, cipher, f"data_key:{row.id}".encode())
        except InvalidTag as error:
            raise SettingsRefused((_WRONG_MASTER,)) from error

    def _first_keys(self, session: Session) -> list[DataKey]:
        """Under a lock of the table, so that two processes starting at once make one set."""
        if not self._database.is_sqlite:
            session.execute(text("LOCK TABLE data_keys IN EXCLUSIVE MODE"))
        there = {row.purpose for row in _rows(session)}
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


def _rows(session: Session) -> list[DataKey]:
    return list(session.scalars(select(DataKey).where(DataKey.retired_at.is_(None)).order_by(DataKey.id)))


def key_of(sealed: bytes) -> str:
    """The id of the key under which a value is sealed."""
    return sealed[1 : 1 + _ID_BYTES].hex()


def master_key(given: str | None, home: Path) -> bytes:
    """The master key: as given in Base64, or the one in ``home``, made at the first start (mode 0600).

    Raises ``SettingsRefused``.
    """
    written = given
    if written is None:
        path = home / "master.key"
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            written = _settled(path)
        else:
            written = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
            with os.fdopen(descriptor, "w", encoding="ascii") as stream:
                stream.write(written + "\n")
                stream.flush()
                os.fsync(stream.fileno())
    try:
        key = base64.b64decode(written.strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        remedy = "请填 32 字节的 Base64，例如 openssl rand -base64 32 的输出。"
        raise SettingsRefused((Fault("SET-010", "master_key", "主密钥须为 32 字节的 Base64", remedy),))
    return key


def _settled(path: Path) -> str:
    """The key file's text; another process may have made it a moment ago and not yet written it."""
    for _ in range(50):
        written = path.read_text(encoding="ascii")
        if written.strip():
            return written
        time.sleep(0.02)
    return ""
