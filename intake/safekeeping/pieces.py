"""How objects are sealed: pieces of 256 KiB, so that nothing is held whole and any part can be opened.

AES-256-GCM under a key of the object's own; the nonce counts the pieces and marks the last, the object's id
is associated data: a piece cannot be moved, dropped or added unnoticed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

PIECE: Final = 256 * 1024
TAG: Final = 16


class VaultError(Exception):
    """The vault cannot be reached, or is full; the caller may try again later."""


class ObjectLost(VaultError):
    """The vault does not hold the object, or not as it was sealed."""


def nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])


def count(size: int) -> int:
    """How many pieces ``size`` bytes make; an empty object is one empty piece."""
    return max(1, -(-size // PIECE))


def opened(key: bytes, object_id: str, size: int, stream: Iterator[bytes]) -> Iterator[bytes]:
    """The clear pieces of a sealed stream of chunks of any size. Raises ``ObjectLost``."""
    cipher = AESGCM(key)
    pieces = count(size)
    pending = bytearray()
    for number in range(pieces):
        while len(pending) < PIECE + TAG and (more := next(stream, b"")):
            pending += more
        piece = bytes(pending[: PIECE + TAG])
        del pending[: PIECE + TAG]
        try:
            yield cipher.decrypt(nonce(number, last=number == pieces - 1), piece, object_id.encode())
        except InvalidTag as error:
            raise ObjectLost("the object is not as it was sealed") from error


class SeekableObject(io.RawIOBase):
    """The clear bytes of a sealed object of ``size`` bytes, for ``io.BufferedReader``.

    ``piece`` gives the sealed piece of a number; the last one opened is kept. Reading raises ``ObjectLost``.
    """

    def __init__(self, piece: Callable[[int], bytes], key: bytes, object_id: str, size: int) -> None:
        self._piece_of, self._cipher = piece, AESGCM(key)
        self._id, self._size = object_id, size
        self._at = 0
        self._number, self._piece = -1, b""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: Any) -> int:
        if self._at >= self._size:
            return 0
        number, start = divmod(self._at, PIECE)
        if number != self._number:
            self._number, self._piece = number, self._clear(number)
        part = self._piece[start : start + len(buffer)]
        buffer[: len(part)] = part
        self._at += len(part)
        return len(part)

    def _clear(self, number: int) -> bytes:
        last = number == count(self._size) - 1
        sealed = self._piece_of(number)
        try:
            return self._cipher.decrypt(nonce(number, last=last), sealed, self._id.encode())
        except InvalidTag as error:
            raise ObjectLost("the object is not as it was sealed") from error
