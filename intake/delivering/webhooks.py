"""Carries events from the outbox to portals' endpoints: at least once, with one id an event.

    fan_out      an event becomes one delivery for each endpoint that wants it
    deliver_due  due deliveries are claimed by a lease, sent outside any transaction, and what came of it
                 is noted under the lease

A sender killed at any moment leaves a lease that runs out; the event is then sent again under the same
``webhook-id``. Nothing is promised about order: ``data.revision`` says which of two events is the later.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import time
from typing import Final

import structlog
from sqlalchemy import select

from intake.database import Database
from intake.delivering.webhook_address import Resolve, system_resolve
from intake.delivering.webhook_deliveries import (
    Taken,
    add,
    due_endpoints,
    give_up_expired,
    note,
    opened_secrets,
    take,
)
from intake.delivering.webhook_schedule import lifetime
from intake.delivering.webhook_send import Message, Sender, body_of
from intake.operating.logs import places
from intake.service import Service
from intake.tables.base import now
from intake.tables.delivery import Endpoint, Event

_log = structlog.get_logger("menshen.webhooks")

_EVENTS_AT_ONCE: Final = 200
_ENDPOINTS_AT_ONCE: Final = 16
_CALL_SECONDS: Final = 20.0
"""After this long a call claims nothing more, so that whoever sweeps gets back to other duties."""

_NOTE_SECONDS: Final = 5.0


def fan_out(service: Service) -> int:
    """Turn events whose time has come into deliveries, once for each enabled endpoint of the case's client
    that wants them. How many deliveries were made. Two at once do no harm."""
    made = 0
    while True:
        events, deliveries = _fanned(service.database, service.settings.webhook_retry_seconds)
        made += deliveries
        if events < _EVENTS_AT_ONCE:
            return made


def _fanned(database: Database, first_wait: float) -> tuple[int, int]:
    with database.writing() as session:
        due = select(Event).where(Event.fanned_out.is_(False), Event.due_at <= now())
        rows = due.order_by(Event.due_at, Event.id).limit(_EVENTS_AT_ONCE)
        events = session.scalars(rows.with_for_update(skip_locked=True)).all()
        clients = {event.client_id for event in events if event.client_id}
        # Locked against deletion until the deliveries that name them are there.
        wanted = select(Endpoint).where(Endpoint.client_id.in_(clients), Endpoint.disabled_at.is_(None))
        endpoints = session.scalars(wanted.with_for_update(key_share=True, read=True)).all()
        made = 0
        for event in events:
            for endpoint in endpoints:
                began = endpoint.created_at <= event.at  # what was before is had on request (replay)
                if began and endpoint.client_id == event.client_id and wants(endpoint, event.type):
                    made += add(session, event.id, endpoint.id, lifetime(first_wait))
            event.fanned_out = True
        return len(events), made


def wants(endpoint: Endpoint, type_: str) -> bool:
    """Whether the endpoint subscribes to events of this type."""
    return not endpoint.events or type_ in endpoint.events


def deliver_due(
    service: Service,
    limit: int = 500,
    *,
    resolve: Resolve = system_resolve,
    seconds: float = _CALL_SECONDS,
) -> int:
    """Send up to ``limit`` due deliveries, several endpoints at once and each endpoint's one by one, so
    that a slow one holds up nobody else. How many were tried, whatever came of it.

    Blocks for ``seconds`` and one attempt at most; ``resolve`` looks up names.
    """
    give_up_expired(service.database)
    endpoints = due_endpoints(service.database, now())
    if not endpoints or limit < 1:
        return 0
    return asyncio.run(_Round(service, limit, resolve, seconds).run(endpoints))


class _Round:
    """One call of ``deliver_due``."""

    def __init__(self, service: Service, limit: int, resolve: Resolve, seconds: float) -> None:
        self._service = service
        self._left = limit
        self._tried = 0
        self._end = time.monotonic() + seconds
        self._gate = asyncio.Semaphore(_ENDPOINTS_AT_ONCE)
        self._sender = Sender(
            seconds=service.settings.webhook_seconds,
            private=service.settings.webhook_private,
            resolve=resolve,
            at_once=_ENDPOINTS_AT_ONCE,
        )
        self._lease = dt.timedelta(seconds=service.settings.webhook_seconds + _NOTE_SECONDS)

    async def run(self, endpoints: list[str]) -> int:
        try:
            work = (self._serve(endpoint_id) for endpoint_id in endpoints)
            results = await asyncio.gather(*work, return_exceptions=True)
        finally:
            self._sender.close()
        # One tenant's broken row is a bug to be seen, and harms no other tenant.
        failed = [
            (endpoint_id, result)
            for endpoint_id, result in zip(endpoints, results, strict=True)
            if isinstance(result, BaseException)
        ]
        for endpoint_id, error in failed:
            _log.error(
                "webhook.failed", endpoint_id=endpoint_id, error=type(error).__name__, at=places(error)
            )
        if failed:
            raise BaseExceptionGroup("sending webhooks failed", [error for _, error in failed])
        return self._tried

    async def _serve(self, endpoint_id: str) -> None:
        """Send what is due at one endpoint, until it is done or should rest."""
        async with self._gate, self._sender.line() as client:
            while self._left > 0 and time.monotonic() < self._end:
                self._left -= 1
                taken = await asyncio.to_thread(take, self._service.database, endpoint_id, self._lease)
                if taken is None:
                    self._left += 1
                    return
                self._tried += 1
                message = await asyncio.to_thread(self._message, taken)
                answer = await self._sender.send(client, message)
                first = self._service.settings.webhook_retry_seconds
                after = await asyncio.to_thread(note, self._service.database, taken, answer, first)
                _log.info(
                    "webhook.sent",
                    event_id=taken.event_id,
                    endpoint_id=endpoint_id,
                    attempt=taken.attempts,
                    status=answer.status,
                    trouble=answer.trouble,
                    state=after.state.value,
                )
                if after.disable or after.rest is not None:
                    return

    def _message(self, taken: Taken) -> Message:
        secrets = opened_secrets(self._service.sealer, taken, now())
        return Message(taken.event_id, taken.url, body_of(taken.payload), secrets)
