"""Opens files from outside in a process of their own, with limits on what they may use."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from intake.opening import wire
from intake.opening.opener import KNOWN, LENGTH, Opener
from ocr.inspect import sniff
from ocr.limits import Limits, OpenedFile
from ocr.pages import DEFAULT_LIMITS, open_file
from ocr.refusals import (
    BROKEN,
    OUT_OF_MEMORY,
    REFUSALS,
    TIMED_OUT,
    TOO_MANY_BYTES,
    TOO_MANY_PAGES,
    FileRefused,
)
from ocr.types import FileFacts, RawPage

_log = logging.getLogger(__name__)
_KEPT_VARIABLES: Final = ("PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT")
"""The opener gets no other variable: settings hold keys, and a decoder may be taken over."""
_SERVER: Final = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[2]); "
    "from intake.opening.opener import serve; serve(int(sys.argv[1]))"
)
_END_SECONDS: Final = 5.0
_OF_MEMORY: Final = 0.5
"""A child that crashed with half its memory in use crashed for want of memory: PDFium aborts then."""


class OpenerLostError(RuntimeError):
    """The opening process is gone, by no fault of the file; the file may be opened again."""


class _OpenerProcess:
    """The opener of this process, started when first needed, and again where it was lost."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def request(self, order: dict[str, Any], ends: tuple[socket.socket, socket.socket]) -> None:
        body = json.dumps(order).encode()
        with self._lock:
            for attempt in (1, 2):
                control = self._running()
                try:
                    descriptors = [end.fileno() for end in ends]
                    socket.send_fds(control, [LENGTH.pack(len(body))], descriptors)
                    control.sendall(body)
                    return
                except OSError as error:
                    self._drop()
                    if attempt == 2:
                        raise OpenerLostError("the opener does not answer") from error

    def _running(self) -> socket.socket:
        if self._control is not None and self._process is not None and self._process.poll() is None:
            return self._control
        self._drop()
        ours, theirs = socket.socketpair()
        environment = {key: os.environ[key] for key in _KEPT_VARIABLES if key in os.environ}
        # One thread: the opener forks, and a fork of several threads may stand still for ever.
        environment |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - this interpreter, and words of ours alone
                [sys.executable, "-c", _SERVER, str(theirs.fileno()), json.dumps(sys.path)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                env=environment,
                process_group=0,  # not of the session: it keeps the place that `nice` gave this process
            )
        self._control = ours
        return ours

    def _drop(self) -> None:
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_END_SECONDS)
        self._control = self._process = None

    def forget(self) -> None:
        """After a fork: the opener stays with the process that started it."""
        if self._control is not None:
            self._control.close()
        # The lock may have been held by a thread that the fork left behind.
        self._lock = threading.Lock()
        self._control = self._process = None


_opener_process = _OpenerProcess()
os.register_at_fork(after_in_child=_opener_process.forget)


def open_guarded(
    data: bytes, name: str, limits: Limits = DEFAULT_LIMITS, *, opener: Opener = open_file
) -> OpenedFile:
    """Open ``data`` as ``ocr.pages.open_file`` does, in a child process bound to ``limits``.

    The child ends when the pages are walked to the end, when the iterator is closed or forgotten,
    and when a limit is passed. Raises ``FileRefused``, here or while the pages are walked: besides
    the reasons of ``open_file``: timed out, out of memory, and broken where the child crashed.
    Raises ``OpenerLostError`` where the opening process itself is gone. ``opener`` is a function at
    the top of a module; another than the usual one serves tests.
    """
    if len(data) > limits.file_bytes:
        raise FileRefused(TOO_MANY_BYTES, f"{len(data)} bytes")
    media_type = sniff(data, name)
    child = _Child(data, name, limits, opener)
    try:
        facts = child.facts(media_type)
    except BaseException:
        child.close()
        raise
    return OpenedFile(facts=facts, pages=child.pages())


class _Child:
    """One file in the making: the links to the child that opens it, and the time it may still take."""

    def __init__(self, data: bytes, name: str, limits: Limits, opener: Opener) -> None:
        self._limits = limits
        self._seconds_left = limits.file_seconds
        self._link, theirs = socket.socketpair()
        self._life, life = socket.socketpair()
        order = {
            "name": name,
            "limits": asdict(limits),
            "opener": [opener.__module__, opener.__qualname__],
            "path": [] if opener in KNOWN else sys.path,
        }
        with theirs, life:
            _opener_process.request(order, (theirs, life))
        # The child may end before it has read the file; then receive() tells why.
        self._link.settimeout(limits.page_seconds)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError, TimeoutError):
            wire.send(self._link, {}, data)

    def facts(self, media_type: str) -> FileFacts:
        header, _ = self._answer()
        if header.get("kind") != "facts":
            raise self._nonsense(f"{header.get('kind')!r} where facts were expected")
        return wire.facts_from(header, media_type)

    def pages(self) -> Iterator[RawPage]:
        number = self._limits.first_page - 1
        try:
            while True:
                header, payload = self._answer()
                if header.get("kind") == "end":
                    return
                number += 1
                if number > max(self._limits.pages, self._limits.frames):
                    raise FileRefused(TOO_MANY_PAGES)
                try:
                    page = wire.page_from(header, payload, number, self._limits)
                except wire.WireError as error:
                    raise self._nonsense(str(error)) from error
                self._seconds_left += self._limits.seconds_per_page
                yield page
        finally:
            self.close()

    def close(self) -> None:
        """Let go: the opener ends the child, if it is still there, and collects it."""
        self._link.close()
        self._life.close()

    def __del__(self) -> None:
        self.close()

    def _answer(self) -> tuple[wire.Header, memoryview]:
        """The next message, refusals raised. Only the time spent waiting here counts."""
        start = time.monotonic()
        deadline = start + min(self._limits.page_seconds, self._seconds_left)
        try:
            received = wire.receive(self._link, 3 * self._limits.page_pixels, deadline)
        except TimeoutError as error:
            raise FileRefused(TIMED_OUT, f"{time.monotonic() - start:.0f} s") from error
        except wire.WireError as error:
            raise self._nonsense(str(error)) from error
        self._seconds_left -= time.monotonic() - start
        if received is None:
            raise self._ended()
        header, payload = received
        if header.get("kind") == "refused":
            detail = str(header.get("detail"))[:300]
            _log.info("file refused: %s %s", header.get("code"), detail)
            raise FileRefused(REFUSALS.get(str(header.get("code")), BROKEN), detail)
        if header.get("kind") == "failed":
            # No decoder said so: it is a mistake in this program that the file brought to light.
            _log.error("opening a file failed: %s", str(header.get("detail"))[:300])
            raise FileRefused(BROKEN, str(header.get("detail"))[:300])
        return header, payload

    def _nonsense(self, what: str) -> FileRefused:
        _log.warning("the child that opens a file sent nonsense: %s", what)
        return FileRefused(BROKEN, f"nonsense from the child: {what}")

    def _ended(self) -> FileRefused:
        """Why the child ended before its last message."""
        try:
            told = wire.receive(self._life, 0, time.monotonic() + _END_SECONDS)
        except (TimeoutError, wire.WireError):
            told = None
        if told is None:
            raise OpenerLostError("the opener ended while a file was open")
        status, resident = int(told[0].get("exit", 1)), int(told[0].get("resident", 0))
        _log.info("the child that opened a file ended with %s, %s bytes resident", status, resident)
        if status == -signal.SIGXCPU:
            return FileRefused(TIMED_OUT, "processor time")
        if status == -signal.SIGKILL or resident > _OF_MEMORY * self._limits.memory_bytes:
            return FileRefused(OUT_OF_MEMORY, f"exit {status}")
        return FileRefused(BROKEN, f"exit {status}")
