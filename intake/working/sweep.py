"""The sweeper: whatever a message, a kill or a cut connection left undone, it sees to.

Every duty has a thread and a rhythm of its own: one that fails is logged, counted and tried again, one
that hangs holds up no other. Over all hosts one sweeper works at a time, by a lock in the broker that runs
out by itself; where the broker is away each works, for every duty may be done twice without harm.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import FrameType
from typing import Final, cast

from redis.exceptions import RedisError

from intake.operating.logs import places
from intake.service import Service
from intake.tables.base import new_id
from intake.working import jobs
from intake.working.heartbeats import SWEEPER, keep_beating
from intake.working.queue import wake

_log = logging.getLogger(__name__)
MOST_SENT: Final = 100
"""So many messages stand in a queue at most: more work than that is told of as messages are taken."""
FAILURES: Final = "menshen:sweep:failures"
_LOCK: Final = "menshen:sweep:lock"
_LOCK_SECONDS: Final = 15.0
_RENEW_SECONDS: Final = 3.0
_STOP_SECONDS: Final = 8.0


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to see to every ``seconds``; ``work`` gives how many things it saw to."""

    name: str
    seconds: float
    work: Callable[[Service], int]


def resend(service: Service) -> int:
    """Send messages where work is due and too few wait: lost ones, retries, leases that ran out.

    A surplus does no harm: whoever finds no work goes back to sleep.
    """
    sent = 0
    for queue in jobs.QUEUES:
        wanted = min(jobs.count_due(service.database, queue), MOST_SENT)
        if not wanted:
            continue
        missing = wanted - service.broker.llen(queue)
        if missing > 0 and wake(service.settings, queue, missing):
            sent += missing
    return sent


class Sweeper:
    """Runs duties until it is told to stop."""

    def __init__(self, service: Service, duties: Sequence[Duty]) -> None:
        self._service = service
        self._duties = duties
        self._stop = threading.Event()
        self._turn = threading.Event()
        self._name = f"{socket.gethostname()}/{os.getpid()}/{new_id()[-8:]}"

    def run(self) -> None:
        """Sweep until ``stop``. What is being done then is finished first, within some seconds."""
        threads = [threading.Thread(target=self._keep, args=(duty,), daemon=True) for duty in self._duties]
        beat = (self._service, SWEEPER, self._stop)
        threads.append(threading.Thread(target=keep_beating, args=beat, daemon=True))
        for thread in threads:
            thread.start()
        while not self._stop.is_set():
            if self._may_sweep():
                self._turn.set()
            else:
                self._turn.clear()
            self._stop.wait(_RENEW_SECONDS)
        for thread in threads:
            thread.join(_STOP_SECONDS / len(threads))
        self._give_up_lock()

    def stop(self) -> None:
        """End soon."""
        self._stop.set()
        self._turn.set()  # nobody waits for a turn that never comes

    def once(self, duty: Duty) -> int | None:
        """Do a duty now; ``None`` where it failed. Nothing it raises goes further."""
        try:
            return duty.work(self._service)
        except Exception as error:  # noqa: BLE001 - one duty's failure, a bug too, must not stop the others
            _log.error("sweep %s failed: %s at %s", duty.name, type(error).__name__, places(error))
            self._count(duty)
            return None

    def _keep(self, duty: Duty) -> None:
        while not self._stop.is_set():
            self._turn.wait()
            if not self._stop.is_set():
                self.once(duty)
            self._stop.wait(duty.seconds)

    def _count(self, duty: Duty) -> None:
        try:
            self._service.broker.hincrby(FAILURES, duty.name, 1)
        except RedisError:
            _log.info("the failure of %s is not counted: no broker", duty.name)

    def _may_sweep(self) -> bool:
        """Take or renew the lock. Two sweepers that both hold it for a moment do no harm."""
        broker, milliseconds = self._service.broker, int(_LOCK_SECONDS * 1000)
        try:
            if broker.set(_LOCK, self._name, nx=True, px=milliseconds):
                return True
            if cast(bytes | None, broker.get(_LOCK)) != self._name.encode():
                return False
            broker.pexpire(_LOCK, milliseconds)
        except RedisError:
            return True
        return True

    def _give_up_lock(self) -> None:
        try:
            if cast(bytes | None, self._service.broker.get(_LOCK)) == self._name.encode():
                self._service.broker.delete(_LOCK)
        except RedisError:
            _log.info("the sweeper's lock runs out by itself: no broker")


def run(service: Service, duties: Sequence[Duty]) -> int:
    """Sweep in the main thread until SIGINT or SIGTERM. The exit status."""
    sweeper = Sweeper(service, duties)

    def asked(number: int, frame: FrameType | None) -> None:
        sweeper.stop()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, asked)
    sweeper.run()
    return 0
