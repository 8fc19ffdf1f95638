"""Does a claimed job: reads some pages of a file, or checks a case whose files are read.

What a job makes is written in one transaction with the end of the job, under the token of its claim: either
all of it is there once, or nothing is and somebody else does it again.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from intake import events, judge
from intake.coverage import unread_jobs
from intake.lifecycle import State, WrongState, move, touch
from intake.operating import stage_times
from intake.operating.logs import places
from intake.pipeline import Reader
from intake.service import Service
from intake.tables.cases import Case
from intake.working import jobs
from intake.working.batch_job import take_in
from intake.working.jobs import Claimed
from intake.working.reading_job import GaveWay, case_of_round, engine_digest, read

_log = logging.getLogger(__name__)
_RENEWALS: Final = 3
"""A lease is renewed when a third of it has gone."""


def do(service: Service, reader: Reader, claimed: Claimed) -> None:
    """Do a job and write what came of it. Raises ``jobs.Fenced`` where it is somebody else's by now.

    Errors that may pass (vault or database away, opener lost) are raised: the caller fails the attempt.
    """
    steps: Mapping[str, Callable[[Service, Reader, Claimed], None]] = {
        "read": read,
        "check": _check,
        "batch": lambda service, _, claimed: take_in(service, claimed),
    }
    began = time.perf_counter()
    with _lease_held(service, claimed):
        try:
            steps[claimed.kind](service, reader, claimed)
        except GaveWay:
            with service.database.writing() as session:
                jobs.finish(session, claimed)
    _log.info("job done", extra={"job": claimed.id, "kind": claimed.kind, "seconds": _since(began)})


def attempt(service: Service, reader: Reader, claimed: Claimed) -> None:
    """Do a job; where that fails, say so in its row, so that it is tried again later or buried.

    Only the error's type and place are kept: its message may hold what stood on a page.
    """
    settings = service.settings
    try:
        do(service, reader, claimed)
    except jobs.Fenced:
        _log.warning("job passed on while it was worked at", extra={"job": claimed.id})
    except Exception as error:  # noqa: BLE001 - whatever it was, the job must not be lost, nor others harmed
        _log.error("job failed: %s at %s", type(error).__name__, places(error), extra={"job": claimed.id})
        jobs.fail(
            service.database,
            claimed,
            type(error).__name__,
            retry_seconds=settings.retry_seconds,
            max_attempts=settings.max_attempts,
        )


@contextmanager
def _lease_held(service: Service, claimed: Claimed) -> Iterator[None]:
    """Renew the lease from a thread of its own while the work goes on."""
    seconds = service.settings.lease_seconds
    over = threading.Event()

    def renew() -> None:
        while not over.wait(seconds / _RENEWALS):
            try:
                if not jobs.renew(service.database, claimed, seconds):
                    return  # fenced off: writing the result will fail
            except SQLAlchemyError as error:  # the database is away; perhaps it is back before the lease ends
                _log.warning("lease not renewed: %s", type(error).__name__, extra={"job": claimed.id})

    thread = threading.Thread(target=renew, name=f"lease-{claimed.id[-6:]}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _check(service: Service, reader: Reader, claimed: Claimed) -> None:
    with service.database.reading() as session:
        case = session.get(Case, claimed.case_id)
        if case is None or case.erased_at or case.round != claimed.round:
            raise GaveWay
        unread = unread_jobs(session, case.id, case.round)
        engine = reader.engine.info
        material = judge.gather(service, session, case, engine_digest(engine))
    if unread:
        _read_first(service, claimed)
        return
    material = judge.asked(service, material)
    began = time.perf_counter()
    verdict = judge.judged(material, engine)
    spent = time.perf_counter() - began
    with service.database.writing() as session:
        case = case_of_round(session, claimed)
        jobs.finish(session, claimed)
        fresh = judge.looked_again(service, session, case, material)
        if fresh is not material:
            verdict = judge.judged(fresh, engine)
        if State(case.state) is State.QUEUED:  # no file could be read, so nobody began to
            move(session, case.id, State.READING, since=(State.QUEUED,), actor="system")
        judge.keep(service, session, case, verdict, fresh.facts, cause="submitted")
        try:
            move(
                session,
                case.id,
                State.CHECKED,
                since=(State.READING,),
                actor="system",
                route=verdict.route.value,
                checked_at=judge.moment(),
            )
        except WrongState as error:
            raise GaveWay from error
        session.refresh(case)
        events.record(session, "case.checked", case)
        stage_times.record(session, "check", spent)


def _read_first(service: Service, claimed: Claimed) -> None:
    """Have the rest of the case read; whoever reads the last of it calls for a check anew."""
    with service.database.writing() as session:
        case = case_of_round(session, claimed)
        jobs.finish(session, claimed)
        jobs.read_again(session, case.id, case.round)
        jobs.call_for_check(session, case.id, case.round, claimed.queue)
        touch(session, case.id)


def _since(began: float) -> float:
    return round(time.perf_counter() - began, 3)
