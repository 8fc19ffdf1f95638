"""Worker processes: woken by messages, told by the database what to do, with one text engine each."""

from __future__ import annotations

import logging
import os
import socket
import threading
import time
import warnings
from typing import Any, Final

from celery import Celery
from celery.exceptions import CPendingDeprecationWarning, SecurityWarning
from celery.signals import setup_logging, worker_process_init, worker_shutting_down
from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy.exc import DBAPIError

from intake.operating.logs import configure, places
from intake.operating.process import die_with_parent
from intake.pipeline import Reader
from intake.service import Service, open_service
from intake.service_settings import ServiceSettings
from intake.working import jobs, work
from intake.working.first_pages import answer
from intake.working.giving_back import stop_in_time
from intake.working.groups import PRECHECK, Group, size, worker_prefix
from intake.working.heartbeats import forget_here, keep_beating
from intake.working.orphans import clear_spool
from intake.working.queue import PRECHECK_TASK, WAKE, make_app, wake
from ocr.models import bundled_models, user_models

_log = logging.getLogger(__name__)
_OPEN_AGAIN: Final = 2.0


def run(settings: ServiceSettings, group: Group) -> int:
    """Work until told to stop (SIGTERM: what is in hand is finished first). The exit status.

    Raises ``ocr.models.ModelsMissing``.
    """
    _quiet_libraries()
    os.nice(group.niceness)
    clear_spool(settings)
    found_models(settings)
    forget_here(Redis.from_url(settings.broker), group.name)
    app = make_app(settings)
    names = f"{worker_prefix(settings)}{group.name}/{os.getpid()}/"
    process = _Process(settings, group, names)
    process.take_tasks(app)
    setup_logging.connect(_quiet_libraries, weak=False)  # Celery then leaves logging alone
    worker_process_init.connect(process.open, weak=False)
    worker_shutting_down.connect(lambda **_: stop_in_time(settings, names), weak=False)
    worker = app.Worker(
        hostname=f"{group.name}@{socket.gethostname()}",
        queues=list(group.queues),
        concurrency=size(settings, group.name),
        pool="prefork",
        loglevel="WARNING",
        quiet=True,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )
    worker.start()
    return int(worker.exitcode or 0)


class _Process:
    """What one worker process works with, opened after the fork."""

    def __init__(self, settings: ServiceSettings, group: Group, names: str) -> None:
        self._settings = settings
        self._group = group
        self._names = names
        self._opened: tuple[Service, Reader] | None = None

    def take_tasks(self, app: Celery) -> None:
        app.task(self.wake, name=WAKE, typing=False)
        limit = int(self._settings.precheck_seconds * 2) + 1
        app.task(self.precheck, name=PRECHECK_TASK, typing=False, time_limit=limit)

    def open(self, **_: Any) -> None:
        """Open the service and load the models; what is away for the moment is waited for.

        Celery starts the process anew where this takes longer than it waits for it.
        """
        _quiet_libraries()
        die_with_parent(os.getppid())
        while self._opened is None:
            try:
                service = open_service(self._settings)
                service.sealer.load()
                reader = Reader(reader_settings(self._settings, self._group))
                reader.engine  # noqa: B018 - loads the models now, not in front of the first caller
                self._opened = service, reader
            except Exception as error:  # noqa: BLE001 - logged; without it there is no work, so try again
                _log.error("worker cannot start yet: %s at %s", type(error).__name__, places(error))
                time.sleep(_OPEN_AGAIN)
        beat = threading.Thread(
            target=keep_beating, args=(service, self._group.name, threading.Event()), daemon=True
        )
        beat.start()

    def wake(self, queue: str) -> None:
        """One piece of work of ``queue``, if any is due; then a message for the next, where none waits."""
        service, reader = self._parts()
        settings = self._settings
        try:
            claimed = jobs.claim_next(
                service.database,
                (queue,),
                f"{self._names}{os.getpid()}",
                lease_seconds=settings.lease_seconds,
                max_attempts=settings.max_attempts,
            )
            if claimed is None:
                return
            work.attempt(service, reader, claimed)
        except DBAPIError as error:
            # the lease of what is in hand runs out, and the sweeper sends another message
            _log.error("no work taken from queue %s: %s", queue, type(error).__name__)
            return
        wake_next(service, queue)

    def precheck(self, token: str) -> None:
        """One look at a phone's photo."""
        service, reader = self._parts()
        try:
            answer(service, reader, token)
        except Exception as error:  # noqa: BLE001 - logged; whoever waits is told "busy" by its own clock
            _log.error("precheck failed: %s at %s", type(error).__name__, places(error))

    def _parts(self) -> tuple[Service, Reader]:
        if self._opened is None:
            raise AssertionError("a task before the process was opened")
        return self._opened


def wake_next(service: Service, queue: str) -> None:
    """A job done may have made another (the check of a case): have somebody look, unless told already."""
    try:
        if not service.broker.llen(queue):
            wake(service.settings, queue)
    except RedisError as error:
        _log.warning("no message sent to queue %s: %s", queue, type(error).__name__)


def _quiet_libraries(**_: Any) -> None:
    """Logs of this process, without what Celery says to everybody at every start and reconnection."""
    configure()
    for name in ("celery", "kombu"):
        logging.getLogger(name).setLevel(logging.WARNING)
    warnings.filterwarnings("ignore", category=SecurityWarning)  # of pickled messages, which are not taken
    warnings.filterwarnings("ignore", category=CPendingDeprecationWarning)


def found_models(settings: ServiceSettings) -> None:
    """Lay out the bundled models, or look at the user's own, before any process waits for them."""
    if settings.models:
        user_models(settings.models)
    else:
        bundled_models(settings.home / "models")


def reader_settings(settings: ServiceSettings, group: Group) -> ServiceSettings:
    """The reader's settings for one of a group: cores are shared out among the readers of cases.

    Pages of one case are read by several processes at once, which gains more than several threads in one.
    """
    readers = settings.case_workers + settings.bulk_workers
    if group.name == PRECHECK or "threads" in settings.model_fields_set:
        return settings
    return settings.model_copy(update={"threads": max(1, settings.threads // max(1, readers))})
