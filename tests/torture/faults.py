"""What happens to the machines: one fault at a time, at random, each mended before the next."""

from __future__ import annotations

import os
import random
import resource
import signal
import time
from collections.abc import Callable
from contextlib import suppress

from torture.world import Line, World

FULL_AT = 4096
"""Bytes: while a disk is "full", no file of the door's process may grow past this."""


class Faults:
    """Draws faults and does them."""

    def __init__(
        self,
        world: World,
        seed: int,
        pause: tuple[float, float],
        *,
        crash_database: Callable[[], None] | None,
        line: Line | None,
    ) -> None:
        self._pause = pause
        self._world = world
        self._random = random.Random(seed)  # noqa: S311 - a trial that can be told again
        self.done: list[str] = []
        self._kinds: list[tuple[str, Callable[[], None]]] = [
            (f"kill {what}", lambda what=what: self._kill(what))  # type: ignore[misc]
            for what in ("api", "worker", "worker child", "worker child", "sweeper", "broker")
        ]
        self._kinds += [("power cut", self._power_cut), ("disk full", self._disk_full)]
        if crash_database:
            self._kinds += [("kill database", crash_database)] * 2
        if line:
            self._kinds += [("vault unreachable", lambda: self._cut(line))] * 2
        self._next: list[tuple[str, Callable[[], None]]] = []

    def one(self) -> str:
        """Do the next fault: every kind once, in an order drawn anew each round."""
        if not self._next:
            self._next = self._random.sample(self._kinds, len(self._kinds))
        name, act = self._next.pop()
        act()
        self.done.append(name)
        return name

    def pause(self) -> None:
        """Let the service work for a while."""
        time.sleep(self._random.uniform(*self._pause))

    def _kill(self, what: str) -> None:
        pids = self._world.processes().get(what, [])
        if pids:
            with suppress(ProcessLookupError):
                os.kill(self._random.choice(pids), signal.SIGKILL)

    def _power_cut(self) -> None:
        self._world.kill_all()
        self._world.start()

    def _disk_full(self) -> None:
        """Writing fails in the door and the workers as on a full disk (EFBIG, where a disk says ENOSPC)."""
        found = self._world.processes()
        limited = [*found.get("api", []), *found.get("worker child", [])]
        for pid in limited:
            with suppress(ProcessLookupError):
                resource.prlimit(pid, resource.RLIMIT_FSIZE, (FULL_AT, resource.RLIM_INFINITY))
        time.sleep(self._random.uniform(0.5, 1.5))
        for pid in limited:
            with suppress(ProcessLookupError):
                infinite = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
                resource.prlimit(pid, resource.RLIMIT_FSIZE, infinite)

    def _cut(self, line: Line) -> None:
        line.cut()
        time.sleep(self._random.uniform(0.5, 2.0))
        line.mend()
