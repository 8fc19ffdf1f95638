"""Portals' endpoints as an administrator sees them: whose they are, how their deliveries fare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from intake.actors import Actor
from intake.delivering.webhook_endpoints import EndpointView, endpoint_rows, find, shown
from intake.delivering.webhook_replay import DeliveryPage, deliveries
from intake.delivering.webhook_schedule import DeliveryState
from intake.doorkeeping import access
from intake.service import Service
from intake.tables.access import Client
from intake.tables.cases import Case
from intake.tables.delivery import Delivery, Endpoint

_NONE: Final[Mapping[str, int]] = {}


@dataclass(frozen=True, slots=True)
class Overseen:
    """An endpoint, whose it is, how many of its deliveries stand how, and when one was taken last."""

    owner: str
    endpoint: EndpointView
    counts: Mapping[str, int]
    delivered_at: dt.datetime | None

    def count(self, state: DeliveryState) -> int:
        """How many deliveries stand so."""
        return self.counts.get(state.value, 0)


@dataclass(frozen=True, slots=True)
class Log:
    """Some deliveries of an endpoint; ``numbers`` are the case numbers by id."""

    page: DeliveryPage
    numbers: Mapping[str, str]


def overseen(service: Service, actor: Actor) -> tuple[Overseen, ...]:
    """Every endpoint that the actor looks after, by owner. Raises ``Refused``."""
    access.check(actor, "webhook.oversee")
    with service.database.reading() as session:
        rows = list(endpoint_rows(session, actor, "webhook.view"))
        names = _owners(session, rows)
        counts, lately = _fared(session, [row.id for row in rows])
    found = [
        Overseen(names[row.client_id], shown(row), counts.get(row.id, _NONE), lately.get(row.id))
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: one.owner))


def one_overseen(service: Service, actor: Actor, endpoint_id: str) -> Overseen:
    """One of them. Raises ``Refused``."""
    access.check(actor, "webhook.oversee")
    with service.database.reading() as session:
        row = find(session, actor, endpoint_id, "webhook.view")
        owner = _owners(session, [row])[row.client_id]
        counts, lately = _fared(session, [row.id])
        return Overseen(owner, shown(row), counts.get(row.id, _NONE), lately.get(row.id))


def delivery_log(
    service: Service,
    actor: Actor,
    endpoint_id: str,
    *,
    state: DeliveryState | None = None,
    cursor: str | None = None,
) -> Log:
    """The deliveries of an endpoint, newest first, with their cases' numbers. Raises ``Refused``."""
    access.check(actor, "webhook.oversee")
    page = deliveries(service, actor, endpoint_id, state=state, cursor=cursor)
    ids = {one.case for one in page.deliveries if one.case}
    with service.database.reading() as session:
        rows = session.execute(select(Case.id, Case.case_no).where(Case.id.in_(ids)))
        return Log(page, {row.id: row.case_no for row in rows})


def _owners(session: Session, rows: list[Endpoint]) -> dict[str, str]:
    wanted = select(Client.id, Client.name).where(Client.id.in_({row.client_id for row in rows}))
    return {row.id: row.name for row in session.execute(wanted)}


def _fared(
    session: Session, ids: list[str]
) -> tuple[dict[str, dict[str, int]], dict[str, dt.datetime | None]]:
    wanted = select(Delivery.endpoint_id, Delivery.state, func.count(), func.max(Delivery.delivered_at))
    counts: dict[str, dict[str, int]] = {}
    lately: dict[str, dt.datetime | None] = {}
    of_these = wanted.where(Delivery.endpoint_id.in_(ids))
    for endpoint, state, count, last in session.execute(
        of_these.group_by(Delivery.endpoint_id, Delivery.state)
    ):
        counts.setdefault(endpoint, {})[state] = count
        lately[endpoint] = lately.get(endpoint) or last
    return counts, lately
