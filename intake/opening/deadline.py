"""A time limit on work in this process: reading a page must never hold up the cases behind it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class DeadlineExceeded(BaseException):
    """The work took longer than it may. No ``Exception``: a library that swallows those must not eat it."""


AGAIN = 1.0
"""Seconds after which the alarm is raised again, should the first have been swallowed."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise ``DeadlineExceeded`` in the body once ``seconds`` have passed.

    Uses the process's interval timer, so it binds in the main thread only (elsewhere the supervisor of
    the worker must hold the limit), and a call into a library is cut when it returns to Python.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def expired(signum: int, frame: FrameType | None) -> None:
        raise DeadlineExceeded

    before = signal.signal(signal.SIGALRM, expired)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
