"""``Idempotency-Key``: a call made twice is done once, and answered alike.

A key is first claimed (status 0), then the answer is written: for a new case in the very transaction that
makes the case, so that a crash leaves either both or neither. A claim whose process died may be taken over
after a lease. Keys of different callers do not meet. Both the key and what was asked are kept only as keyed
hashes, the answer sealed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.refusals import Refused
from intake.refusals.http import KEY_REUSED, KEY_RUNNING
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.tables.base import now
from intake.tables.cases import IdempotentAnswer

View = TypeVar("View")
KEPT: Final = dt.timedelta(hours=24)
LEASE: Final = dt.timedelta(seconds=60)
_RUNNING: Final = 0
_WAIT_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: status and body."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Claim:
    """A key in hand; ``since`` fences off whoever held it before."""

    owner: str
    key_hash: str
    since: dt.datetime


def claim(
    service: Service, actor: Actor, key: str, asked: bytes, *, at: dt.datetime | None = None
) -> Claim | Answer:
    """Take ``key`` for what is asked; or give the answer already given.

    ``asked`` is everything that makes the call what it is (method, path, body). Raises ``Refused``: the key
    stands for another call, or the same one is still running.
    """
    moment = at or now()
    mine = Claim(_owner(actor), service.sealer.look_up(f"idempotency key:{key}"), moment)
    request_hash = service.sealer.look_up(f"idempotent call:{asked.hex()}")
    try:
        with service.database.writing() as session:
            row = session.get(IdempotentAnswer, (mine.owner, mine.key_hash), with_for_update=True)
            if row is None:
                session.add(_row(mine, request_hash))
                return mine
            return _known(service, row, mine, request_hash, moment)
    except IntegrityError as error:  # PostgreSQL: another call with the same key was a moment faster
        raise Refused(KEY_RUNNING, retry_after=_WAIT_SECONDS) from error


def record(session: Session, service: Service, claim: Claim, answer: Answer) -> None:
    """Write the answer in the caller's transaction.

    Raises ``Refused`` where the claim has passed to another call; the caller's work must not stand then.
    """
    sealed = service.sealer.seal(
        answer.body, about(IdempotentAnswer.answer_sealed, claim.owner, claim.key_hash)
    )
    written = session.execute(
        update(IdempotentAnswer)
        .where(*_held(claim))
        .values(status=answer.status, answer_sealed=sealed)
        .returning(IdempotentAnswer.key_hash)
    ).one_or_none()
    if written is None:
        raise Refused(KEY_RUNNING, retry_after=_WAIT_SECONDS)


def recorder(
    service: Service, claim: Claim, answer: Callable[[View], Answer]
) -> Callable[[Session, View], None]:
    """For ``intake.cases.open_case`` and its like: the answer is written in the transaction of the work."""

    def recorded(session: Session, view: View) -> None:
        record(session, service, claim, answer(view))

    return recorded


def fence(claim: Claim | None) -> Callable[[Session, object], None] | None:
    """For work of several transactions under one key: called in each, it makes sure to the end of it that the
    key is still in hand. A call that was taken for dead and goes on is stopped by ``Refused``."""
    if claim is None:
        return None
    held = select(IdempotentAnswer.key_hash).where(*_held(claim)).with_for_update()

    def hold(session: Session, _: object) -> None:
        if session.execute(held).first() is None:
            raise Refused(KEY_RUNNING, retry_after=_WAIT_SECONDS)

    return hold


def release(service: Service, claim: Claim) -> None:
    """Nothing was done under the key: it is free again."""
    with service.database.writing() as session:
        session.execute(delete(IdempotentAnswer).where(*_held(claim)))


def forget_old(service: Service, at: dt.datetime) -> int:
    """Remove keys older than 24 hours; for the sweeper. How many."""
    with service.database.writing() as session:
        gone = session.execute(
            delete(IdempotentAnswer)
            .where(IdempotentAnswer.created_at < at - KEPT)
            .returning(IdempotentAnswer.key_hash)
        )
        return len(gone.all())


def _known(
    service: Service, row: IdempotentAnswer, mine: Claim, request_hash: str, moment: dt.datetime
) -> Claim | Answer:
    if moment - row.created_at > KEPT:
        _take_over(row, mine, request_hash)
        return mine
    if row.request_hash != request_hash:
        raise Refused(KEY_REUSED)
    if row.status != _RUNNING and row.answer_sealed is not None:
        sealed_about = about(IdempotentAnswer.answer_sealed, mine.owner, mine.key_hash)
        return Answer(row.status, service.sealer.open(row.answer_sealed, sealed_about))
    if moment - row.created_at <= LEASE:
        raise Refused(KEY_RUNNING, retry_after=_WAIT_SECONDS)
    _take_over(row, mine, request_hash)
    return mine


def _take_over(row: IdempotentAnswer, mine: Claim, request_hash: str) -> None:
    row.status, row.answer_sealed = _RUNNING, None
    row.request_hash, row.created_at = request_hash, mine.since


def _row(mine: Claim, request_hash: str) -> IdempotentAnswer:
    return IdempotentAnswer(
        client_id=mine.owner, key_hash=mine.key_hash, request_hash=request_hash, created_at=mine.since
    )


def _held(claim: Claim) -> tuple[ColumnElement[bool], ...]:
    return (
        IdempotentAnswer.client_id == claim.owner,
        IdempotentAnswer.key_hash == claim.key_hash,
        IdempotentAnswer.created_at == claim.since,
        IdempotentAnswer.status == _RUNNING,
    )


def _owner(actor: Actor) -> str:
    return actor.client_id if actor.client_id and not actor.is_person else actor.id
