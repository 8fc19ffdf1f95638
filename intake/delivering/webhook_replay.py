"""What a portal sees of its deliveries, and how it has events sent again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.database import Database
from intake.delivering.webhook_deliveries import again
from intake.delivering.webhook_endpoints import find
from intake.delivering.webhook_schedule import DeliveryState, Trouble, lifetime
from intake.events import TYPES
from intake.refusals import Refused
from intake.refusals.webhooks import (
    ENDPOINT_DISABLED,
    ENDPOINT_INVALID,
    NO_SUCH_EVENT,
    SPAN_INVALID,
    SPAN_TOO_WIDE,
    UNKNOWN_EVENT,
)
from intake.safekeeping.audit import append
from intake.service import Service
from intake.tables.base import new_id, now
from intake.tables.delivery import Delivery, Endpoint, Event

TEST: Final = "webhook.test"
MOST_REPLAYED: Final = 2000
MOST_LISTED: Final = 200
KEPT: Final = dt.timedelta(days=90)
_TESTS_KEPT: Final = dt.timedelta(days=7)
_PIECE: Final = 500


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """One event on its way to an endpoint. ``due_at`` is when it is tried next, while ``waiting``."""

    id: str
    event: str
    type: str
    case: str | None
    at: dt.datetime
    state: DeliveryState
    attempts: int
    due_at: dt.datetime | None
    last_status: int | None
    last_error: Trouble | None
    delivered_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """Some deliveries, newest first; ``next`` is the cursor of those that follow."""

    deliveries: tuple[DeliveryView, ...]
    next: str | None


def deliveries(
    service: Service,
    actor: Actor,
    endpoint_id: str,
    *,
    state: DeliveryState | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> DeliveryPage:
    """The deliveries of an endpoint of the actor's client. Raises ``Refused``."""
    limit = max(1, min(limit, MOST_LISTED))
    wanted = select(Delivery, Event).join(Event, Event.id == Delivery.event_id)
    wanted = wanted.where(Delivery.endpoint_id == endpoint_id).order_by(Delivery.id.desc())
    if state is not None:
        wanted = wanted.where(Delivery.state == state.value)
    if cursor is not None:
        wanted = wanted.where(Delivery.id < cursor)
    with service.database.reading() as session:
        find(session, actor, endpoint_id, "webhook.view")
        rows = session.execute(wanted.limit(limit + 1)).all()
    views = tuple(_shown(delivery, event) for delivery, event in rows[:limit])
    return DeliveryPage(views, views[-1].id if len(rows) > limit else None)


def _shown(delivery: Delivery, event: Event) -> DeliveryView:
    state = DeliveryState(delivery.state)
    return DeliveryView(
        id=delivery.id,
        event=event.id,
        type=event.type,
        case=event.case_id,
        at=event.at,
        state=state,
        attempts=delivery.attempts,
        due_at=delivery.due_at if state is DeliveryState.WAITING else None,
        last_status=delivery.last_status,
        last_error=Trouble(delivery.last_error) if delivery.last_error else None,
        delivered_at=delivery.delivered_at,
    )


def send_test(service: Service, actor: Actor, endpoint_id: str) -> str:
    """Send an event ``webhook.test`` to one endpoint, as any event is sent. Its id. Raises ``Refused``."""
    with service.database.writing() as session:
        row = _enabled(session, actor, endpoint_id)
        at = now()
        event = Event(
            id=new_id(),
            type=TEST,
            client_id=row.client_id,
            payload={
                "type": TEST,
                "timestamp": at.isoformat(timespec="milliseconds"),
                "data": {"endpoint": row.id},
            },
            at=at,
            due_at=at,
            fanned_out=True,
        )
        session.add(event)
        session.flush()
        again(session, event.id, row.id, lifetime(service.settings.webhook_retry_seconds))
        append(session, actor.id, "webhook.test", f"endpoint:{row.id}", {"event": event.id})
        return event.id


def replay_event(service: Service, actor: Actor, endpoint_id: str, event_id: str) -> None:
    """Send one event of the actor's client again, whatever became of it. Raises ``Refused``."""
    with service.database.writing() as session:
        row = _enabled(session, actor, endpoint_id)
        wanted = select(Event).where(Event.id == event_id, Event.client_id == row.client_id)
        event = session.scalars(wanted).first()
        if event is None or not event.fanned_out or not _for(event, row):
            raise Refused(NO_SUCH_EVENT)
        again(session, event.id, row.id, lifetime(service.settings.webhook_retry_seconds))
        append(session, actor.id, "webhook.replay", f"endpoint:{row.id}", {"event": event.id})


def _for(event: Event, row: Endpoint) -> bool:
    """A test goes to the endpoint it was made for, and to no other."""
    return event.type != TEST or event.payload["data"]["endpoint"] == row.id


def replay_span(
    service: Service,
    actor: Actor,
    endpoint_id: str,
    since: dt.datetime,
    until: dt.datetime,
    types: Sequence[str] = (),
) -> int:
    """Send again what happened from ``since`` to before ``until``: the types given, or those the endpoint
    subscribes to. How many events. Raises ``Refused``; at most ``MOST_REPLAYED`` at a time."""
    if since.tzinfo is None or until.tzinfo is None or since >= until:
        raise Refused(SPAN_INVALID)
    if unknown := [place for place, type_ in enumerate(types) if type_ not in TYPES]:
        raise Refused(ENDPOINT_INVALID, [UNKNOWN_EVENT.fault(f"events[{place}]") for place in unknown])
    with service.database.writing() as session:
        row = _enabled(session, actor, endpoint_id)
        wanted = (
            select(Event.id)
            .where(Event.client_id == row.client_id, Event.at >= since, Event.at < until)
            .where(Event.fanned_out.is_(True), Event.type.in_(tuple(types) or tuple(row.events) or TYPES))
            .order_by(Event.at, Event.id)
        )
        ids = session.scalars(wanted.limit(MOST_REPLAYED + 1)).all()
        if len(ids) > MOST_REPLAYED:
            raise Refused(SPAN_TOO_WIDE)
        for event_id in ids:
            again(session, event_id, row.id, lifetime(service.settings.webhook_retry_seconds))
        told = {"since": since.isoformat(), "until": until.isoformat(), "events": len(ids)}
        append(session, actor.id, "webhook.replay", f"endpoint:{row.id}", told)
        return len(ids)


def _enabled(session: Session, actor: Actor, endpoint_id: str) -> Endpoint:
    """The endpoint, woken from any rest: its owner asks for something to be sent now."""
    row = find(session, actor, endpoint_id, "webhook.replay", lock=True)
    if row.disabled_at is not None:
        raise Refused(ENDPOINT_DISABLED)
    row.failures, row.resting_until = 0, None
    return row


def forget_old(database: Database, at: dt.datetime) -> int:
    """Drop events that are long over, with their deliveries, and old secrets that no longer sign. How many
    events. For the sweeper, now and then."""
    dropped = 0
    while True:
        with database.writing() as session:
            ids = _over(session, at)
            session.execute(delete(Delivery).where(Delivery.event_id.in_(ids)))
            session.execute(delete(Event).where(Event.id.in_(ids)))
            if len(ids) < _PIECE:
                _drop_old_secrets(session, at)
                return dropped + len(ids)
        dropped += len(ids)


def _over(session: Session, at: dt.datetime) -> Sequence[str]:
    waiting = select(Delivery.event_id).where(Delivery.state == DeliveryState.WAITING.value)
    old = (Event.at < at - KEPT) | ((Event.type == TEST) & (Event.at < at - _TESTS_KEPT))
    wanted = select(Event.id).where(old, Event.fanned_out.is_(True), Event.id.not_in(waiting))
    return session.scalars(wanted.limit(_PIECE)).all()


def _drop_old_secrets(session: Session, at: dt.datetime) -> None:
    rows = select(Endpoint).where(Endpoint.old_secret_until <= at).with_for_update(skip_locked=True)
    for row in session.scalars(rows):
        row.old_secret_sealed = row.old_secret_until = None
