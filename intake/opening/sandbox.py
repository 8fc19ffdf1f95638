"""Takes from a process, for good, what opening a file does not need."""

from __future__ import annotations

import ctypes
import math
import os
import resource
import signal
import sys
from typing import Final

from ocr.limits import Limits

_CLONE_NEWUSER, _CLONE_NEWNET, _CLONE_NEWIPC = 0x10000000, 0x40000000, 0x08000000
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_OPEN_FILES: Final = 64
_REFUSED: Final = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.posix_spawn",
    "os.system",
    "os.fork",
    "ctypes.dlopen",
)
_LIBC: Final = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def enter(limits: Limits) -> None:
    """Bind this process to ``limits``, cut it off from the network, and silence it.

    Memory and processor time end it where the limits are passed. No file can be written, no program
    started; no network where the kernel allows an unprivileged process a namespace of its own, and
    no socket made from Python in any case. Its standard output and error lead nowhere, for
    decoders write there.
    """
    _silence()
    if _LIBC is not None:
        # Without its parent nobody would end it.
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        _LIBC.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        _LIBC.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        _LIBC.unshare(_CLONE_NEWUSER | _CLONE_NEWNET | _CLONE_NEWIPC)
    seconds = math.ceil(limits.file_seconds + limits.pages * limits.seconds_per_page)
    # No bound on processes: it counts threads of the whole user, and libde265 aborts without one.
    bounds = (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
    )
    for what, bound in bounds:
        _, hard = resource.getrlimit(what)
        lowered = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
        resource.setrlimit(what, (lowered, lowered))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    sys.addaudithook(_refuse)


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"{event} while a file is opened")
