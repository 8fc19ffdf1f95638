"""The rows of deliveries: made, claimed by a lease, and settled under it."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, and_, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session

from intake.database import Database
from intake.delivering.webhook_schedule import MOST_ATTEMPTS, Answer, DeliveryState, Next, Trouble, decide
from intake.safekeeping.audit import append
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.sealing import Sealer
from intake.tables.base import new_id, now
from intake.tables.delivery import Delivery, Endpoint, Event

GONE = "gone"
"""Why an endpoint was disabled: it answered 410."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A delivery in hand. ``lease_until`` is the token under which what came of it may be noted."""

    delivery_id: str
    event_id: str
    endpoint_id: str
    url: str
    secret_sealed: bytes
    old_secret_sealed: bytes | None
    old_secret_until: dt.datetime | None
    payload: dict[str, Any]
    attempts: int
    failures: int
    lease_until: dt.datetime


def add(session: Session, event_id: str, endpoint_id: str, lifetime: dt.timedelta) -> int:
    """A delivery of the event to the endpoint, unless there is one: 1 or 0."""
    at = now()
    row = {
        "id": new_id(),
        "event_id": event_id,
        "endpoint_id": endpoint_id,
        "state": DeliveryState.WAITING.value,
        "attempts": 0,
        "due_at": at,
        "expires_at": at + lifetime,
    }
    sqlite = session.get_bind().dialect.name == "sqlite"
    making = (sqlite_insert if sqlite else postgres_insert)(Delivery).values(row)
    once = making.on_conflict_do_nothing(index_elements=["event_id", "endpoint_id"])
    return len(session.execute(once.returning(Delivery.id)).all())


def due_endpoints(database: Database, at: dt.datetime) -> list[str]:
    """The endpoints something is due at, the longest waiting first."""
    with database.reading() as session:
        rows = session.scalars(
            select(Delivery.endpoint_id)
            .join(Endpoint, Endpoint.id == Delivery.endpoint_id)
            .where(_due(at))
            .group_by(Delivery.endpoint_id)
            .order_by(func.min(Delivery.due_at))
        )
        return list(rows)


def _due(at: dt.datetime) -> ColumnElement[bool]:
    return and_(
        Delivery.state == DeliveryState.WAITING.value,
        Delivery.due_at <= at,
        _unleased(at),
        Delivery.attempts < MOST_ATTEMPTS,
        Endpoint.disabled_at.is_(None),
        or_(Endpoint.resting_until.is_(None), Endpoint.resting_until <= at),
    )


def _unleased(at: dt.datetime) -> ColumnElement[bool]:
    return or_(Delivery.lease_until.is_(None), Delivery.lease_until < at)


def take(database: Database, endpoint_id: str, lease: dt.timedelta) -> Taken | None:
    """Claim the delivery that has been due longest at an endpoint; ``None`` where there is none. The
    attempt counts from here: one that kills its sender is not tried for ever."""
    at = now()
    with database.writing() as session:
        found = session.execute(
            select(Delivery, Endpoint, Event.payload)
            .join(Endpoint, Endpoint.id == Delivery.endpoint_id)
            .join(Event, Event.id == Delivery.event_id)
            .where(Delivery.endpoint_id == endpoint_id, _due(at))
            .order_by(Delivery.due_at, Delivery.id)
            .limit(1)
            .with_for_update(of=Delivery, skip_locked=True)
        ).one_or_none()
        if found is None:
            return None
        delivery, endpoint, payload = found
        until = at + lease
        claimed = update(Delivery).where(Delivery.id == delivery.id, _waiting(), _unleased(at))
        values = {"lease_until": until, "attempts": delivery.attempts + 1}
        attempts = delivery.attempts + 1
        if not _count(session, claimed.values(values).execution_options(synchronize_session=False)):
            return None
        return Taken(
            delivery_id=delivery.id,
            event_id=delivery.event_id,
            endpoint_id=endpoint.id,
            url=endpoint.url,
            secret_sealed=endpoint.secret_sealed,
            old_secret_sealed=endpoint.old_secret_sealed,
            old_secret_until=endpoint.old_secret_until,
            payload=payload,
            attempts=attempts,
            failures=endpoint.failures,
            lease_until=until,
        )


def opened_secrets(sealer: Sealer, taken: Taken, at: dt.datetime) -> tuple[str, ...]:
    """The secrets to sign with: the current one, and the one before while it is still good."""
    current = sealer.open(taken.secret_sealed, about(Endpoint.secret_sealed, taken.endpoint_id))
    secrets = [current.decode()]
    if taken.old_secret_sealed and taken.old_secret_until and taken.old_secret_until > at:
        old = sealer.open(taken.old_secret_sealed, about(Endpoint.old_secret_sealed, taken.endpoint_id))
        secrets.append(old.decode())
    return tuple(secrets)


def note(database: Database, taken: Taken, answer: Answer, first_wait: float) -> Next:
    """Settle what came of an attempt, if the lease is still this sender's; what follows."""
    after = decide(
        answer,
        attempts=taken.attempts,
        failures=taken.failures,
        first=first_wait,
        chance=random.random(),  # noqa: S311 - spreads load, keeps no secret
    )
    at = now()
    with database.writing() as session:
        held = update(Delivery).where(
            Delivery.id == taken.delivery_id, _waiting(), Delivery.lease_until == taken.lease_until
        )
        values = {
            "state": after.state.value,
            "due_at": at + dt.timedelta(seconds=after.wait),
            "lease_until": None,
            "last_status": answer.status,
            "last_error": after.error.value if after.error else None,
            "delivered_at": at if after.state is DeliveryState.DELIVERED else None,
        }
        if _count(session, held.values(values)):
            _tell_endpoint(session, taken, after, at)
    return after


def _tell_endpoint(session: Session, taken: Taken, after: Next, at: dt.datetime) -> None:
    """Its lot, unless it was given another address meanwhile: then this answer says nothing of it."""
    same = update(Endpoint).where(Endpoint.id == taken.endpoint_id, Endpoint.url == taken.url)
    if after.disable:
        gone = same.where(Endpoint.disabled_at.is_(None)).values(disabled_at=at, disabled_why=GONE)
        if _count(session, gone):
            give_up(session, taken.endpoint_id)
            append(session, "system", "webhook.disable", f"endpoint:{taken.endpoint_id}", {"why": GONE})
    elif after.rest is not None:
        until = at + dt.timedelta(seconds=after.rest)
        session.execute(same.values(failures=Endpoint.failures + 1, resting_until=until))
    elif taken.failures:
        session.execute(same.values(failures=0, resting_until=None))


def give_up(session: Session, endpoint_id: str) -> None:
    """Nothing more is sent to an endpoint that was disabled; its deliveries can be replayed."""
    waiting = update(Delivery).where(Delivery.endpoint_id == endpoint_id, _waiting())
    values = {
        "state": DeliveryState.GIVEN_UP.value,
        "last_error": Trouble.DISABLED.value,
        "lease_until": None,
    }
    session.execute(waiting.values(values))


def give_up_expired(database: Database) -> int:
    """Give up deliveries past their time, or whose last attempt was never noted. How many."""
    at = now()
    lost = and_(Delivery.attempts >= MOST_ATTEMPTS, Delivery.lease_until < at)
    expired = and_(Delivery.expires_at <= at, _unleased(at))
    with database.reading() as session:
        over = select(Delivery.id).where(_waiting(), or_(lost, expired)).limit(1000)
        if not (ids := session.scalars(over).all()):
            return 0
    with database.writing() as session:
        done = 0
        for condition, error in ((lost, {"last_error": Trouble.LOST.value}), (expired, {})):
            values = {"state": DeliveryState.GIVEN_UP.value, "lease_until": None} | error
            over_now = update(Delivery).where(Delivery.id.in_(ids), _waiting(), condition)
            done += _count(session, over_now.values(values))
        return done


def again(session: Session, event_id: str, endpoint_id: str, lifetime: dt.timedelta) -> None:
    """The event is due at the endpoint now, with all its attempts before it; one being sent at this
    moment is left to its sender."""
    if add(session, event_id, endpoint_id, lifetime):
        return
    at = now()
    session.execute(
        update(Delivery)
        .where(Delivery.event_id == event_id, Delivery.endpoint_id == endpoint_id)
        .where(or_(Delivery.state != DeliveryState.WAITING.value, _unleased(at)))
        .values(
            state=DeliveryState.WAITING.value,
            attempts=0,
            due_at=at,
            expires_at=at + lifetime,
            lease_until=None,
            delivered_at=None,
        )
    )


def _waiting() -> ColumnElement[bool]:
    return Delivery.state == DeliveryState.WAITING.value


def _count(session: Session, statement: Any) -> int:
    return cast("CursorResult[Any]", session.execute(statement)).rowcount
