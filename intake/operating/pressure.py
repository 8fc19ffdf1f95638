"""When the service says "later" instead of running out of disk, memory or time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import func, select

from intake.refusals import Refused
from intake.refusals.http import BACKLOG, DISK_LOW, RECEIVING
from intake.service import Service
from intake.settings import MEGABYTE
from intake.tables.work import Job
from intake.working.jobs import QUEUES

_FRESH_SECONDS: Final = 1.0
_DISK_WAIT, _RECEIVING_WAIT, _BACKLOG_WAIT = 60.0, 5.0, 30.0


class Pressure:
    """Room on the disk, files coming in, work that waits; one a process. Thread-safe."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._lock = threading.Lock()
        self._looked_at = float("-inf")
        self._refused: Refused | None = None
        self._receiving = 0

    @property
    def receiving(self) -> int:
        """How many files are coming in at this moment."""
        return self._receiving

    def check(self) -> None:
        """Raise ``Refused`` (busy, with seconds to wait) where nothing more should come in now.

        Disk and backlog are looked at once a second at most. Looks into the database: not for an event
        loop's thread.
        """
        now = time.monotonic()
        with self._lock:
            stale = now - self._looked_at > _FRESH_SECONDS
            if stale:
                self._looked_at = now  # others go on with the last answer meanwhile
        if stale:
            self._refused = self._look()
        if self._refused is not None:
            raise Refused(self._refused.refusal, retry_after=self._refused.retry_after)

    @contextmanager
    def taking_in(self) -> Iterator[None]:
        """Around one file that comes in. Raises ``Refused`` where too many do already."""
        with self._lock:
            if self._receiving >= self._service.settings.max_receiving:
                raise Refused(RECEIVING, retry_after=_RECEIVING_WAIT)
            self._receiving += 1
        try:
            yield
        finally:
            with self._lock:
                self._receiving -= 1

    def _look(self) -> Refused | None:
        settings = self._service.settings
        if self._service.vault.free_bytes() < settings.min_free_mb * MEGABYTE:
            return Refused(DISK_LOW, retry_after=_DISK_WAIT)
        waiting = (
            select(Job.id)
            .where(Job.queue.in_(QUEUES), Job.state == "waiting")
            .limit(settings.max_waiting_jobs + 1)
        )
        with self._service.database.reading() as session:
            count = session.scalar(select(func.count()).select_from(waiting.subquery()))
        if (count or 0) > settings.max_waiting_jobs:
            return Refused(BACKLOG, retry_after=_BACKLOG_WAIT)
        return None
