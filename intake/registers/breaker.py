"""A circuit breaker: a register that fails again and again is left alone for a while.

Closed, every question goes through. After ``failures`` in a row it opens: nothing goes through for
``seconds``. Then one question is let through; its answer closes it, its failure opens it again.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

FAILURES: Final = 3
SECONDS: Final = 30.0


class Breaker:
    """Counts failures. Thread-safe; ``clock`` is in seconds and never goes back."""

    def __init__(
        self,
        failures: int = FAILURES,
        seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most, self._seconds, self._clock = failures, seconds, clock
        self._lock = threading.Lock()
        self._failed = 0
        self._opened_at: float | None = None

    def lets_through(self) -> bool:
        """Whether to ask now. Of several that ask at the end of the pause, one is let through."""
        with self._lock:
            if self._opened_at is None:
                return True
            if self._clock() - self._opened_at < self._seconds:
                return False
            self._opened_at = self._clock()
            return True

    def pause(self) -> float:
        """For how many seconds from now nothing goes through."""
        with self._lock:
            if self._opened_at is None:
                return 0.0
            return max(0.0, self._seconds - (self._clock() - self._opened_at))

    def answered(self) -> None:
        """The register gave an answer."""
        with self._lock:
            self._failed, self._opened_at = 0, None

    def failed(self) -> None:
        """The register gave none."""
        with self._lock:
            self._failed += 1
            if self._failed >= self._most:
                self._opened_at = self._clock()
