"""The master key, which seals the keys that seal: given by the settings, or a file in the home.

While it is being changed there are two, the new one first: ``MENSHEN_MASTER_KEY=new,old``, or two lines in
the file. Every process then has a key that works, whichever of them the database is sealed with.
"""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from intake.faults import Fault
from intake.settings import SettingsRefused

KEY_BYTES: Final = 32
FILE_NAME: Final = "master.key"


@dataclass(frozen=True, slots=True)
class MasterKeys:
    """Where the master keys stand: ``given`` by the settings, else in ``home``."""

    given: str | None
    home: Path

    @property
    def file(self) -> Path | None:
        """The file that holds them, where the settings give none."""
        return None if self.given is not None else self.home / FILE_NAME

    def read(self) -> tuple[bytes, ...]:
        """The keys, the one to seal with first; the file is made at the first start (mode 0600).

        Raises ``SettingsRefused``.
        """
        if self.given is not None:
            return decoded(self.given)
        path = self.home / FILE_NAME
        if not path.exists():
            _create(path, encoded(secrets.token_bytes(KEY_BYTES)))
        return decoded(path.read_text(encoding="ascii", errors="replace"))

    def write(self, keys: tuple[bytes, ...]) -> None:
        """Put ``keys`` into the file, wholly or not at all, durable when this returns."""
        path = self.home / FILE_NAME
        fresh = path.with_name(f"{FILE_NAME}.{secrets.token_hex(4)}")
        _create(fresh, "\n".join(encoded(key) for key in keys))
        os.replace(fresh, path)
        _sync_folder(self.home)


def encoded(key: bytes) -> str:
    """A key as it is written: Base64."""
    return base64.b64encode(key).decode()


def decoded(written: str) -> tuple[bytes, ...]:
    """The keys in a setting or file, parted by commas or line ends. Raises ``SettingsRefused``."""
    parts = written.replace(",", "\n").split()
    try:
        keys = tuple(base64.b64decode(part, validate=True) for part in parts)
    except (binascii.Error, ValueError):
        keys = ()
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        remedy = "请填 32 字节的 Base64，例如 openssl rand -base64 32 的输出。"
        raise SettingsRefused((Fault("SET-010", "master_key", "主密钥须为 32 字节的 Base64", remedy),))
    return keys


def _create(path: Path, text: str) -> None:
    """Make the file unless it is there; whoever else makes it at the same moment wins or loses wholly."""
    partial = path.with_name(f"{path.name}.{secrets.token_hex(4)}.partial")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            stream.write(text + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        try:
            os.link(partial, path)
        except FileExistsError:
            return
        _sync_folder(path.parent)
    finally:
        partial.unlink()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
