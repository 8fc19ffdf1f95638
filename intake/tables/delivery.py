"""What is told to portals: endpoints, events, and their deliveries."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intake.tables.base import Table, new_id, now


class Endpoint(Table):
    """A portal's webhook endpoint. ``events`` empty means every event."""

    __tablename__ = "endpoints"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    client_id: Mapped[str] = mapped_column(ForeignKey("clients.id"), index=True)
    url: Mapped[str]
    secret_sealed: Mapped[bytes]
    events: Mapped[list[str]] = mapped_column(default=list)
    created_at: Mapped[dt.datetime] = mapped_column(default=now)
    disabled_at: Mapped[dt.datetime | None]
    disabled_why: Mapped[str | None]


class Event(Table):
    """Something a portal is told, written in the transaction in which it became true (the outbox).

    ``id`` is the ``webhook-id``: one an event, the same at every attempt.
    """

    __tablename__ = "events"

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    type: Mapped[str]
    case_id: Mapped[str | None] = mapped_column(ForeignKey("cases.id"), index=True)
    client_id: Mapped[str | None] = mapped_column(ForeignKey("clients.id"), index=True)
    payload: Mapped[dict[str, Any]]
    at: Mapped[dt.datetime] = mapped_column(default=now)
    fanned_out: Mapped[bool] = mapped_column(default=False, index=True)


class Delivery(Table):
    """One event on its way to one endpoint. ``state``: ``waiting``, ``delivered``, ``given_up``."""

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("event_id", "endpoint_id"),
        Index("ix_deliveries_due", "state", "due_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=new_id)
    event_id: Mapped[str] = mapped_column(ForeignKey("events.id"))
    endpoint_id: Mapped[str] = mapped_column(ForeignKey("endpoints.id"))
    state: Mapped[str] = mapped_column(default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[dt.datetime] = mapped_column(default=now)
    lease_until: Mapped[dt.datetime | None]
    last_status: Mapped[int | None]
    last_error: Mapped[str | None]
    delivered_at: Mapped[dt.datetime | None]
