"""Passwords: which are taken, and their Argon2id hashes.

Parameters: 3 passes over 32 MiB, one lane, above the minimum of OWASP's Password Storage Cheat Sheet
(19 MiB, 2 passes). Hashing waits its turn, so that a flood of sign-ins costs time and not memory; and where
too many wait already, the next is sent away, so that the flood does not take every thread of the door.
"""

from __future__ import annotations

import threading
import unicodedata
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from intake.faults import Fault
from intake.refusals.access import SIGN_IN_BUSY, WEAK_PASSWORD
from intake.refusals.base import Refused

LEAST: Final = 10
MOST: Final = 256
_COMMON: Final = frozenset(
    {
        "1234567890",
        "0123456789",
        "0987654321",
        "12345678910",
        "123456789a",
        "a123456789",
        "1q2w3e4r5t",
        "q1w2e3r4t5",
        "1qaz2wsx3edc",
        "qwertyuiop",
        "qwerty12345",
        "qwerty123456",
        "asdfghjkl;",
        "password12",
        "password123",
        "password1234",
        "passw0rd123",
        "p@ssw0rd123",
        "p@ssword123",
        "administrator",
        "admin12345",
        "admin123456",
        "admin@12345",
        "abc1234567",
        "abcd123456",
        "abcdefghij",
        "aa12345678",
        "woaini1314",
        "woaini5201314",
        "5201314520",
        "iloveyou12",
        "iloveyou123",
        "welcome123",
        "changeme123",
        "menshen123",
        "menshen1234",
        "menshen12345",
        "menshen2025",
        "yibao12345",
        "yibao123456",
    }
)
"""Passwords everybody tries first, among those long enough to pass."""
_hasher: Final = PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)
_turn: Final = threading.BoundedSemaphore(2)
_waiting: Final[deque[None]] = deque()
MOST_WAITING: Final = 16
_NOBODY: Final = _hasher.hash("nobody has this password")


def check_strength(password: str, login: str) -> None:
    """Raises ``Refused`` with everything that is wrong with a new password."""
    plain = _normal(password)
    faults = []
    if not LEAST <= len(plain) <= MOST:
        faults.append(_fault(f"密码须为 {LEAST} 至 {MOST} 个字符"))
    if login and login.casefold() in plain.casefold():
        faults.append(_fault("密码不能包含账号"))
    if plain.casefold() in _COMMON or len(set(plain)) < 4:
        faults.append(_fault("这个密码太常见"))
    if faults:
        raise Refused(WEAK_PASSWORD, faults)


def check_room() -> None:
    """Raises ``Refused`` where too many passwords wait to be hashed."""
    if len(_waiting) >= MOST_WAITING:
        raise Refused(SIGN_IN_BUSY, retry_after=2)


@contextmanager
def _hashing() -> Iterator[None]:
    _waiting.append(None)
    try:
        with _turn:
            yield
    finally:
        _waiting.pop()


def hash_of(password: str) -> str:
    """The hash to keep."""
    with _hashing():
        return _hasher.hash(_normal(password))


def fits(password: str, kept: str | None) -> bool:
    """Whether the password is the one whose hash was kept; nobody's (``None``) takes as long."""
    with _hashing():
        try:
            _hasher.verify(kept or _NOBODY, _normal(password)[: MOST + 1])
        except (VerificationError, InvalidHashError):
            return False
    return kept is not None


def outdated(kept: str) -> bool:
    """Whether a hash was made with other parameters than today's."""
    return _hasher.check_needs_rehash(kept)


def _normal(password: str) -> str:
    """One spelling for what looks the same: keyboards and phones compose characters differently."""
    return unicodedata.normalize("NFKC", password)


def _fault(message: str) -> Fault:
    return Fault(WEAK_PASSWORD.code, "password", message, "请另选一个较长的密码，例如几个不相干的词。")
