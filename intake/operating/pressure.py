"""When the service says "later" instead of running out of disk, memory or time."""

from __future__ import annotations

import threading
import time
from collections import Counter
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
_LOOK_BYTES: Final = 4 * MEGABYTE
"""After so many bytes of one file the disk is looked at again."""
SHARE: Final = 2
"""A client may hold one in so many places at most: whoever sends slowly must leave room for the others."""
DISK_WAIT, _RECEIVING_WAIT, _BACKLOG_WAIT = 60.0, 5.0, 30.0


class Place:
    """One of the places for what comes in, and the room on the disk set aside for it."""

    def __init__(self, pressure: Pressure, owner: str, stated: int | None) -> None:
        self.owner = owner
        self.reserved = stated or 0
        self._stated = stated is not None
        self._pressure = pressure
        self._unseen = 0

    def grow(self, size: int) -> None:
        """More bytes came. Raises ``Refused`` where the disk has run low meanwhile."""
        self.reserved = max(0, self.reserved - size)  # on the disk now, and so no longer free
        self._unseen += size
        if self._unseen >= _LOOK_BYTES:
            self._unseen = 0
            self._pressure.check_room(0, reserved=not self._stated)


class Pressure:
    """Room on the disk, files coming in, work that waits; one a process. Thread-safe."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._lock = threading.Lock()
        self._looked_at = float("-inf")
        self._refused: Refused | None = None
        self._places: set[Place] = set()
        self._held: Counter[str] = Counter()

    @property
    def receiving(self) -> int:
        """How many files are coming in at this moment."""
        return len(self._places)

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
    def taking_in(self, owner: str = "", size: int | None = None) -> Iterator[Place]:
        """Around one body that comes in: ``owner`` sends it, ``size`` is what it will take at most on the
        disk, in bytes, where that is known.

        Raises ``Refused`` where too many come in, or too many of the owner's, or the disk has no room left
        beside what the others have announced.
        """
        place = Place(self, owner, size)
        with self._lock:
            most = self._service.settings.max_receiving
            if len(self._places) >= most or self._held[owner] >= max(1, most // SHARE):
                raise Refused(RECEIVING, retry_after=_RECEIVING_WAIT)
            self._check_room(place.reserved, reserved=True)
            self._places.add(place)
            self._held[owner] += 1
        try:
            yield place
        finally:
            with self._lock:
                self._places.discard(place)
                self._held[owner] -= 1
                if not self._held[owner]:
                    del self._held[owner]

    def check_room(self, size: int, *, reserved: bool = True) -> None:
        """Whether ``size`` more bytes fit on the disk, beside what is ``reserved``. Raises ``Refused``."""
        with self._lock:
            self._check_room(size, reserved=reserved)

    def _check_room(self, size: int, *, reserved: bool) -> None:
        room = self._service.vault.free_bytes() - self._service.settings.min_free_mb * MEGABYTE
        announced: Counter[str] = Counter()
        for place in self._places if reserved else ():
            announced[place.owner] += place.reserved
        # Who announces much and sends little must not keep the others out: half of the room stays theirs.
        if room - sum(min(one, room / SHARE) for one in announced.values()) < size:
            raise Refused(DISK_LOW, retry_after=DISK_WAIT)

    def _look(self) -> Refused | None:
        settings = self._service.settings
        if self._service.vault.free_bytes() < settings.min_free_mb * MEGABYTE:
            return Refused(DISK_LOW, retry_after=DISK_WAIT)
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
