"""One watcher a process, for every event stream: it asks the database once a moment for all of them."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import structlog
from starlette.concurrency import run_in_threadpool

from intake import watch
from intake.refusals import Refused
from intake.refusals.http import TOO_MANY_STREAMS
from intake.service import Service

EVERY_SECONDS: Final = 0.5
STREAMS: Final = 2000
STREAMS_EACH: Final = 200
"""Streams one client may hold open at once."""
STANDING_SECONDS: Final = 3.0
"""How long a revoked key, an ended session or a disabled client may still hear of changes."""
_WAIT_SECONDS: Final = 30.0
_log = structlog.get_logger("menshen.events")


class Watching:
    """Who watches which case. All of it lives in the event loop's thread."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._bells: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._marks: dict[str, watch.Mark] = {}
        self._owners: Counter[str] = Counter()
        self._standings: dict[str, tuple[float, bool]] = {}

    def check_room(self, owner: str) -> None:
        """Whether ``owner`` may open one more stream. Raises ``Refused``."""
        if self._owners[owner] >= STREAMS_EACH or self._owners.total() >= STREAMS:
            raise Refused(TOO_MANY_STREAMS, retry_after=_WAIT_SECONDS)

    @contextmanager
    def bell(self, case_id: str, owner: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever the case changes; whoever waits clears it before looking."""
        bell = asyncio.Event()
        self._bells[case_id].add(bell)
        self._owners[owner] += 1
        try:
            yield bell
        finally:
            self._bells[case_id].discard(bell)
            if not self._bells[case_id]:
                del self._bells[case_id]
                self._marks.pop(case_id, None)
            self._owners[owner] -= 1
            if not self._owners[owner]:
                del self._owners[owner]

    def mark(self, case_id: str) -> watch.Mark | None:
        """How a watched case stood at the last look."""
        return self._marks.get(case_id)

    async def stands(self, credential: str, ask: Callable[[], object]) -> bool:
        """Whether whoever shows ``credential`` may go on; ``ask`` raises ``Refused`` where not.

        Asked every few seconds, once for all streams of one credential; where the database does not answer,
        the last answer holds.
        """
        now = time.monotonic()
        asked_at, holds = self._standings.get(credential, (float("-inf"), True))
        if now - asked_at < STANDING_SECONDS:
            return holds
        self._standings[credential] = (now, holds)
        try:
            holds = await run_in_threadpool(watch.stands, ask)
        except watch.CannotLook as error:
            _log.warning("events.cannot_look", error=str(error))
        self._standings[credential] = (now, holds)
        return holds

    def _forget_standings(self) -> None:
        old = time.monotonic() - 2 * STANDING_SECONDS
        self._standings = {name: told for name, told in self._standings.items() if told[0] > old}

    async def run(self) -> None:
        """Look and ring until cancelled."""
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            self._forget_standings()
            if not self._bells:
                continue
            try:
                marks = await run_in_threadpool(watch.marks, self._service.database, list(self._bells))
            except watch.CannotLook as error:
                _log.warning("events.cannot_look", error=str(error))
                continue
            for case_id, mark in marks.items():
                if case_id in self._bells and self._marks.get(case_id) != mark:
                    self._marks[case_id] = mark
                    for bell in self._bells[case_id]:
                        bell.set()
