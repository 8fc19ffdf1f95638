"""What is told to portals: endpoints, events, and their deliveries."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intake.tables.base import Table, new_id, now


class Endpoint(Table):
    """A portal's webhook endpoint. ``events`` empty means every event.

    After a rotation the old secret signs too, until ``old_secret_until``. ``resting_until``: nothing is
    sent before, because the endpoint did not answer or asked for a pause; ``failures`` counts how often in
    a row.
    """

    __tablename__ = "endpoints"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    url: Mapped[str]
    secret_sealed: Mapped[bytes]
    old_secret_sealed: Mapped[bytes | None]
    old_secret_until: Mapped[dt.datetime | None]
    events: Mapped[list[str]] = mapped_column(default=list)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    disabled_at: Mapped[dt.datetime | None]
    disabled_why: Mapped[str | None]
    failures: Mapped[int] = mapped_column(default=0)
    resting_until: Mapped[dt.datetime | None]


class Event(Table):
    """Something a portal is told, written in the transaction in which it became true (the outbox).

    ``id`` is the ``webhook-id``: one an event, the same at every attempt. ``due_at`` is when it may go out:
    what can still be undone is held back until it cannot.
    """

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_due", "fanned_out", "due_at"),
        Index("ix_events_client", "client_id", "at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    type: Mapped[str]
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.id"), index=True)
    client_id: Mapped[str | None] = mapped_column(ForeignKey("clients.id"))
    payload: Mapped[dict[str, Any]]
    at: Mapped[dt.datetime] = mapped_column(default=now)
    due_at: Mapped[dt.datetime] = mapped_column(default=now)
    fanned_out: Mapped[bool] = mapped_column(default=False)


class Delivery(Table):
    """One event on its way to one endpoint. ``state``: ``waiting``, ``delivered``, ``given_up``.

    ``lease_until`` is set while a sender holds it, and is the token by which it records what came of it.
    ``last_error`` is a word of ``intake.delivering.webhook_schedule.Trouble``. At ``expires_at`` it is
    given up, however few attempts there were.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("event_id", "endpoint_id"),
        Index("ix_deliveries_due", "state", "due_at"),
        Index("ix_deliveries_endpoint", "endpoint_id", "state", "due_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    event_id: Mapped[str] = mapped_column(ForeignKey("events.id"))
    endpoint_id: Mapped[str] = mapped_column(ForeignKey("endpoints.id"))
    state: Mapped[str] = mapped_column(default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[dt.datetime] = mapped_column(default=now)
    expires_at: Mapped[dt.datetime]
    lease_until: Mapped[dt.datetime | None]
    last_status: Mapped[int | None]
    last_error: Mapped[str | None]
    delivered_at: Mapped[dt.datetime | None]
