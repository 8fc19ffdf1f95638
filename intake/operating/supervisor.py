"""Starts the processes of the service, watches them, starts them anew, and stops them all.

One thread, so that a fork of it is safe. Every child leads a process group of its own: Ctrl-C at the
terminal reaches the supervisor alone, which stops the children in order. The kernel ends a child whose
supervisor is gone.
"""

from __future__ import annotations

import contextlib
import logging
import os
import selectors
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from intake.operating.process import die_with_parent

_log = logging.getLogger(__name__)
FIRST_WAIT: Final = 0.25
LONGEST_WAIT: Final = 30.0
LIVED: Final = 20.0
"""A child that lived so many seconds is started anew without waiting."""
HOPELESS: Final = frozenset({2, 6})
"""Exit statuses that say that settings are wrong or parts missing: no use to try again."""
STOP_SECONDS: Final = 10.0
_LAST_SECONDS: Final = 5.0
_TICK: Final = 0.2
LATE_SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Program:
    """A process to keep running. ``late``: it is started only once the others do their work, or have had
    their time. ``last``: it is stopped after all others, which still need it."""

    name: str
    command: tuple[str, ...]
    late: bool = False
    last: bool = False


class _Child:
    """One program and the process that runs it."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.process: subprocess.Popen[bytes] | None = None
        self.start_at = 0.0
        self._started_at = 0.0
        self._wait = 0.0

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def start(self) -> None:
        supervisor = os.getpid()
        self._started_at = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - commands of ours
            self.program.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # for results; what a service has to say goes to standard error
            process_group=0,
            # safe here, for the supervisor has one thread; the broker's program cannot ask for it itself
            preexec_fn=lambda: die_with_parent(supervisor),  # noqa: PLW1509
        )

    def ended(self) -> int | None:
        """The status of a process that ended since the last look; the next start is planned then."""
        if self.process is None or (status := self.process.poll()) is None:
            return None
        self.kill()  # what it left behind in its group
        self.process = None
        now = time.monotonic()
        quick = now - self._started_at < LIVED
        self._wait = min(max(self._wait * 2, FIRST_WAIT), LONGEST_WAIT) if quick else FIRST_WAIT
        self.start_at = now + self._wait
        return status

    def signal(self, number: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(number)

    def kill(self) -> None:
        """End the whole group, the processes of its processes with it."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


class Supervisor:
    """Keeps programs running until it is told to stop. Use it in the main thread."""

    def __init__(self, programs: Sequence[Program], *, stop_seconds: float = STOP_SECONDS) -> None:
        self._children = [_Child(program) for program in programs]
        self._stop_seconds = stop_seconds
        self._asked = 0

    def run(self, begin: Callable[[], None] = lambda: None, tick: Callable[[], bool] = lambda: True) -> int:
        """Start everything in order and watch it until SIGINT, SIGTERM or SIGHUP.

        ``begin`` is called once, when the first programs are starting; what it raises stops them again.
        ``tick`` is called some times a second, and says whether late programs may start. Gives 0 after a
        stop that was asked for, and the status of a child that cannot run here at all (wrong settings,
        missing parts). A second signal cuts short the waiting for work in hand; it is done at the next
        start.
        """
        with self._signals() as wait:
            try:
                self._watch(late=False)
                begin()
                late_at = time.monotonic() + LATE_SECONDS
                late = False
                while not self._asked:
                    late = tick() or late or time.monotonic() > late_at
                    hopeless = self._watch(late=late)
                    if hopeless is not None:
                        return hopeless
                    wait(_TICK)
                return 0
            finally:
                self._stop(wait)

    def pids(self) -> dict[str, int]:
        """The process of each program that runs."""
        return {c.program.name: c.process.pid for c in self._children if c.running and c.process is not None}

    def _watch(self, *, late: bool) -> int | None:
        for child in self._children:
            status = child.ended()
            if status in HOPELESS:
                return status
            if status is not None:
                _log.warning("%s ended with status %d; it is started anew", child.program.name, status)
            waits = child.program.late and not late
            if child.process is None and not waits and time.monotonic() >= child.start_at:
                child.start()
        return None

    def _stop(self, wait: Callable[[float], None]) -> None:
        for last, seconds in ((False, self._stop_seconds), (True, _LAST_SECONDS)):
            children = [child for child in self._children if child.program.last is last]
            for child in children:
                child.signal(signal.SIGTERM)
            end = time.monotonic() + seconds
            asked = self._asked
            while any(child.running for child in children) and time.monotonic() < end:
                if not last and self._asked > max(asked, 1):
                    break
                wait(0.1)
            for child in children:
                if child.running:
                    _log.warning("%s did not stop in time and is killed", child.program.name)
                child.kill()
                if child.process is not None:
                    child.process.wait()

    @contextmanager
    def _signals(self) -> Iterator[Callable[[float], None]]:
        """Count the signals that ask to stop; gives a wait that any signal cuts short."""
        woken, wake = socket.socketpair()
        woken.setblocking(False)
        wake.setblocking(False)
        before = {number: signal.getsignal(number) for number in (*_STOPPING, signal.SIGCHLD)}
        for number in _STOPPING:
            signal.signal(number, self._ask)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        fd = signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        selector = selectors.DefaultSelector()
        selector.register(woken, selectors.EVENT_READ)

        def wait(seconds: float) -> None:
            if selector.select(seconds):
                with contextlib.suppress(BlockingIOError):
                    woken.recv(4096)

        try:
            yield wait
        finally:
            signal.set_wakeup_fd(fd)
            for number, handler in before.items():
                signal.signal(number, handler)
            selector.close()
            woken.close()
            wake.close()

    def _ask(self, *_: Any) -> None:
        self._asked += 1


_STOPPING: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
