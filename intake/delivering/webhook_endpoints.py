"""A client's webhook endpoints: registered, changed, given a new secret, removed. No client sees another's;
administrators see them all, and may have events sent again."""

from __future__ import annotations

import base64
import datetime as dt
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from intake.actors import Actor, Role
from intake.delivering.webhook_address import Resolve, register, timely_resolve
from intake.delivering.webhook_deliveries import give_up
from intake.doorkeeping import access
from intake.doorkeeping.grants import manages
from intake.events import TYPES
from intake.refusals import Refused
from intake.refusals.webhooks import (
    ENDPOINT_INVALID,
    NO_SUCH_ENDPOINT,
    TOO_MANY_ENDPOINTS,
    UNKNOWN_EVENT,
)
from intake.safekeeping.audit import append
from intake.safekeeping.sealed_columns import about
from intake.safekeeping.sealing import Sealer
from intake.service import Service
from intake.tables.access import Client
from intake.tables.base import new_id, now
from intake.tables.delivery import Delivery, Endpoint

MOST_ENDPOINTS: Final = 10
OLD_SECRET_LASTS: Final = dt.timedelta(days=1)
BY_OWNER: Final = "owner"
"""Why an endpoint was disabled: its client said so. (The other reason is ``gone``.)"""

_SECRET_BYTES: Final = 32  # the specification asks for 24 to 64


@dataclass(frozen=True, slots=True)
class EndpointView:
    """An endpoint as its owner sees it. ``events`` empty: every event. ``disabled_why``: ``owner``, or
    ``gone`` after an answer 410. ``resting_until``: it did not answer, or asked for quiet."""

    id: str
    url: str
    events: tuple[str, ...]
    enabled: bool
    disabled_why: str | None
    created_at: dt.datetime
    old_secret_until: dt.datetime | None
    resting_until: dt.datetime | None


@dataclass(frozen=True, slots=True)
class WithSecret:
    """An endpoint and its new secret (``whsec_…``), the only time it is shown."""

    endpoint: EndpointView
    secret: str


def create(
    service: Service,
    actor: Actor,
    url: str,
    events: Sequence[str] = (),
    *,
    resolve: Resolve = timely_resolve,
) -> WithSecret:
    """Register an endpoint of the actor's client. Raises ``Refused``."""
    client_id = _client_of(actor, "webhook.manage")
    kept = _checked(events)
    target = register(url, private=service.settings.webhook_private, resolve=resolve)
    secret, endpoint_id = _new_secret(), new_id()
    with service.database.writing() as session:
        # Under a lock, or many at once would all find room for one more.
        session.execute(select(Client.id).where(Client.id == client_id).with_for_update())
        there = select(func.count()).select_from(Endpoint).where(Endpoint.client_id == client_id)
        if session.scalars(there).one() >= MOST_ENDPOINTS:
            raise Refused(TOO_MANY_ENDPOINTS)
        endpoint = Endpoint(
            id=endpoint_id,
            client_id=client_id,
            url=target.url,
            secret_sealed=_sealed(service.sealer, secret, endpoint_id),
            events=kept,
            created_at=now(),
        )
        session.add(endpoint)
        session.flush()
        append(session, actor.id, "webhook.create", f"endpoint:{endpoint_id}")
        return WithSecret(shown(endpoint), secret)


def endpoints(service: Service, actor: Actor) -> tuple[EndpointView, ...]:
    """The endpoints of the actor's client, oldest first; an administrator's are those of its clients."""
    with service.database.reading() as session:
        return tuple(map(shown, endpoint_rows(session, actor, "webhook.view")))


def endpoint_rows(session: Session, actor: Actor, action: str) -> Sequence[Endpoint]:
    """The rows of the endpoints that the actor may answer for, oldest first. Raises ``Refused``."""
    owners = _owners(session, actor, action)
    return session.scalars(select(Endpoint).where(Endpoint.client_id.in_(owners)).order_by(Endpoint.id)).all()


def endpoint(service: Service, actor: Actor, endpoint_id: str) -> EndpointView:
    """One of them. Raises ``Refused``."""
    with service.database.reading() as session:
        return shown(find(session, actor, endpoint_id, "webhook.view"))


def change(
    service: Service,
    actor: Actor,
    endpoint_id: str,
    *,
    url: str | None = None,
    events: Sequence[str] | None = None,
    enabled: bool | None = None,
    resolve: Resolve = timely_resolve,
) -> EndpointView:
    """Change what is given, and leave the rest. Disabling gives up what is still waiting; enabling starts
    with the next event (what was missed can be replayed). Raises ``Refused``."""
    endpoint(service, actor, endpoint_id)  # whose it is comes before what is wrong with the address
    access.check(actor, "webhook.manage")
    kept = None if events is None else _checked(events)
    target = None
    if url is not None:
        target = register(url, private=service.settings.webhook_private, resolve=resolve)
    with service.database.writing() as session:
        row = find(session, actor, endpoint_id, "webhook.manage", lock=True)
        if target is not None and target.url != row.url:
            row.url, row.failures, row.resting_until = target.url, 0, None
        if kept is not None:
            row.events = kept
        if enabled is not None:
            _switch(session, row, enabled)
        session.flush()
        append(session, actor.id, "webhook.change", f"endpoint:{endpoint_id}", _told(url, events, enabled))
        return shown(row)


def _switch(session: Session, row: Endpoint, enabled: bool) -> None:
    if enabled:
        row.disabled_at = row.disabled_why = row.resting_until = None
        row.failures = 0
    elif row.disabled_at is None:
        row.disabled_at, row.disabled_why = now(), BY_OWNER
        give_up(session, row.id)


def _told(url: str | None, events: Sequence[str] | None, enabled: bool | None) -> dict[str, Any]:
    """For the audit log: which things were changed; an address may hold a token of the portal's."""
    changed = {"url": url is not None, "events": events is not None, "enabled": enabled}
    return {name: value for name, value in changed.items() if value not in (None, False) or name == "enabled"}


def remove(service: Service, actor: Actor, endpoint_id: str) -> None:
    """Remove an endpoint with its deliveries. Raises ``Refused``."""
    with service.database.writing() as session:
        row = find(session, actor, endpoint_id, "webhook.manage", lock=True)
        session.execute(delete(Delivery).where(Delivery.endpoint_id == row.id))
        session.delete(row)
        append(session, actor.id, "webhook.remove", f"endpoint:{endpoint_id}")


def rotate_secret(service: Service, actor: Actor, endpoint_id: str) -> WithSecret:
    """A new secret. For a day events are signed with the old one too. Raises ``Refused``."""
    secret = _new_secret()
    with service.database.writing() as session:
        row = find(session, actor, endpoint_id, "webhook.manage", lock=True)
        old = service.sealer.open(row.secret_sealed, about(Endpoint.secret_sealed, row.id))
        row.old_secret_sealed = service.sealer.seal(old, about(Endpoint.old_secret_sealed, row.id))
        row.old_secret_until = now() + OLD_SECRET_LASTS
        row.secret_sealed = _sealed(service.sealer, secret, row.id)
        session.flush()
        append(session, actor.id, "webhook.rotate", f"endpoint:{endpoint_id}")
        return WithSecret(shown(row), secret)


def find(session: Session, actor: Actor, endpoint_id: str, action: str, *, lock: bool = False) -> Endpoint:
    """The endpoint if it is of a client the actor may answer for; another's is as if it did not exist."""
    owners = _owners(session, actor, action)
    wanted = select(Endpoint).where(Endpoint.id == endpoint_id, Endpoint.client_id.in_(owners))
    row = session.scalars(wanted.with_for_update() if lock else wanted).first()
    if row is None:
        raise Refused(NO_SUCH_ENDPOINT)
    return row


def shown(row: Endpoint) -> EndpointView:
    """The row without its secrets."""
    at = now()
    return EndpointView(
        id=row.id,
        url=row.url,
        events=tuple(row.events),
        enabled=row.disabled_at is None,
        disabled_why=row.disabled_why,
        created_at=row.created_at,
        old_secret_until=_ahead(row.old_secret_until, at),
        resting_until=_ahead(row.resting_until, at),
    )


def _ahead(moment: dt.datetime | None, at: dt.datetime) -> dt.datetime | None:
    return moment if moment is not None and moment > at else None


def _owners(session: Session, actor: Actor, action: str) -> Sequence[str]:
    """The clients whose endpoints the actor may see or send to again: its own; an administrator's, all those
    that it looks after."""
    if actor.role is not Role.ADMINISTRATOR:
        return [_client_of(actor, action)]
    access.check(actor, action)
    return [one.id for one in session.scalars(select(Client)) if manages(actor, one.regions)]


def _client_of(actor: Actor, action: str) -> str:
    access.check(actor, action)
    if actor.client_id is None:
        raise Refused(NO_SUCH_ENDPOINT)
    return actor.client_id


def _checked(events: Sequence[str]) -> list[str]:
    faults = [
        UNKNOWN_EVENT.fault(f"events[{place}]") for place, type_ in enumerate(events) if type_ not in TYPES
    ]
    if faults:
        raise Refused(ENDPOINT_INVALID, faults)
    return [type_ for type_ in TYPES if type_ in events]


def _new_secret() -> str:
    return "whsec_" + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def _sealed(sealer: Sealer, secret: str, endpoint_id: str) -> bytes:
    return sealer.seal(secret.encode(), about(Endpoint.secret_sealed, endpoint_id))
