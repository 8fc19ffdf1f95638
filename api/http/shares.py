"""Threads for slow work on what callers send, of which no caller holds all.

The attack: a tenant hands in files that take half a minute each to open, hundreds at once, and everybody
else's wait behind them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

T = TypeVar("T")


class Shares:
    """``total`` threads at once, ``each`` of them for one owner at most. Lives in one event loop."""

    def __init__(self, total: int, each: int) -> None:
        self._all = CapacityLimiter(total)
        self._each = each
        self._owners: dict[str, CapacityLimiter] = {}

    async def run(self, owner: str, do: Callable[[], T]) -> T:
        """Do it in a thread, once the owner's turn has come. Raises what it raises."""
        own = self._owners.setdefault(owner, CapacityLimiter(self._each))
        try:
            async with own:
                return await to_thread.run_sync(do, limiter=self._all)
        finally:
            if not own.borrowed_tokens and not own.statistics().tasks_waiting:
                self._owners.pop(owner, None)
