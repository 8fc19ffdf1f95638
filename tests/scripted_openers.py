"""Openers that do in the child what a hostile file might bring a decoder to do."""

from __future__ import annotations

import ctypes
import json
import os
import pickle
import signal
import socket
import time
from collections.abc import Iterator

import numpy as np

from ocr.limits import Limits, OpenedFile
from ocr.types import FileFacts, RawPage


def _opened(pages: Iterator[RawPage], said: object = None) -> OpenedFile:
    return OpenedFile(FileFacts("image/jpeg", software=json.dumps(said)), pages)


def _page(number: int = 1) -> RawPage:
    return RawPage(number, np.full((20, 30, 3), number, dtype=np.uint8))


def _endless() -> Iterator[RawPage]:
    number = 0
    while True:
        number += 1
        yield _page(number)


def hang(data: bytes, name: str, limits: Limits) -> OpenedFile:
    while True:
        time.sleep(1)


def hang_on_page_two(data: bytes, name: str, limits: Limits) -> OpenedFile:
    def pages() -> Iterator[RawPage]:
        yield _page(1)
        hang(data, name, limits)

    return _opened(pages())


def spin_in_c(data: bytes, name: str, limits: Limits) -> OpenedFile:
    pow(7, 10**9)
    return _opened(iter(()))


def eat_memory(data: bytes, name: str, limits: Limits) -> OpenedFile:
    kept = []
    while True:
        kept.append(bytearray(50_000_000))


def crash(data: bytes, name: str, limits: Limits) -> OpenedFile:
    ctypes.string_at(0)
    return _opened(iter(()))


def abort_with_much_memory(data: bytes, name: str, limits: Limits) -> OpenedFile:
    kept = np.ones(int(limits.memory_bytes * 0.6), dtype=np.uint8)
    os.kill(os.getpid(), signal.SIGABRT)
    return _opened(iter(()), len(kept))


def be_killed(data: bytes, name: str, limits: Limits) -> OpenedFile:
    os.kill(os.getpid(), signal.SIGKILL)
    return _opened(iter(()))


def leave(data: bytes, name: str, limits: Limits) -> OpenedFile:
    os._exit(0)


def fail(data: bytes, name: str, limits: Limits) -> OpenedFile:
    raise ZeroDivisionError("李建国 430503196703124512")


def never_end(data: bytes, name: str, limits: Limits) -> OpenedFile:
    return _opened(_endless())


def huge_page(data: bytes, name: str, limits: Limits) -> OpenedFile:
    return _opened(iter([RawPage(1, np.zeros((9000, 9000, 3), dtype=np.uint8))]))


def write_raw(data: bytes, name: str, limits: Limits) -> OpenedFile:
    """A child that was taken over: it writes ``data`` on every socket it has."""
    for descriptor in range(3, 64):
        try:
            with socket.socket(fileno=os.dup(descriptor)) as link:
                link.sendall(data[4:])
        except OSError:
            continue
    os._exit(0)


class Trap:
    """Unpickled, it would tell."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.mkdir, ("/tmp/unpickled",))  # noqa: S108 - must never be made


def pickle_bomb() -> bytes:
    return pickle.dumps(Trap())


def look_around(data: bytes, name: str, limits: Limits) -> OpenedFile:
    """What the child can still do."""
    found: dict[str, object] = {"variables": sorted(os.environ), "pid": os.getpid()}
    for what, act in (
        ("socket", socket.socket),
        ("write", lambda: os.write(os.open("/tmp/menshen-test-probe", os.O_CREAT | os.O_WRONLY), b"x")),  # noqa: S108
        ("program", lambda: os.execv("/bin/true", ["true"])),  # noqa: S606
    ):
        try:
            act()
            found[what] = "done"
        except OSError as error:
            found[what] = type(error).__name__
    found["network"] = os.readlink("/proc/self/ns/net") if os.path.exists("/proc/self/ns/net") else None
    found["data"] = len(data)
    return _opened(iter([_page()]), found)
