"""A worker that goes down does not keep what it has in hand: after some seconds it gives it back."""

from __future__ import annotations

import logging
import os
import threading
from typing import Any, Final, cast

from sqlalchemy import CursorResult, update
from sqlalchemy.exc import DBAPIError

from intake.database import Database
from intake.service_settings import ServiceSettings
from intake.tables.work import Job

_log = logging.getLogger(__name__)
GIVE_BACK_SECONDS: Final = 6.0
"""Most work in hand ends within these; who stops the worker waits longer (``menshen up``: 8 s)."""


def give_back(database: Database, workers: str) -> int:
    """What workers whose names begin so have in hand is due again at once, and the attempt is forgotten.

    A worker that is faster finishes its job; one that is slower finds it passed on. How many jobs.
    """
    with database.writing() as session:
        held = update(Job).where(Job.state == "running", Job.worker.startswith(workers, autoescape=True))
        changed = session.execute(held.values(state="waiting", lease_until=None, attempts=Job.attempts - 1))
        return cast(CursorResult[Any], changed).rowcount


def stop_in_time(settings: ServiceSettings, workers: str) -> None:
    """Called when a stop was asked for: end this process and its children, work given back, in a while.

    Where all work ends before, so does this process, and nothing of this happens.
    """
    timer = threading.Timer(GIVE_BACK_SECONDS, _stop, (settings, workers))
    timer.daemon = True
    timer.start()


def _stop(settings: ServiceSettings, workers: str) -> None:
    try:
        given_back = give_back(Database(settings.database, pool_size=1), workers)
        _log.info("stopping with %d jobs given back", given_back)
    except DBAPIError as error:
        _log.warning("stopping; the leases run out by themselves: %s", type(error).__name__)
    os._exit(0)  # the kernel ends the children with it; a usual end would wait for their work
