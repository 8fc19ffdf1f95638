"""Clients with cases, for tests of what portals are told."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select, update

from intake import events
from intake.actors import Actor, Role
from intake.delivering.webhook_deliveries import Taken, take
from intake.safekeeping.sealed_columns import about
from intake.service import Service
from intake.tables.access import Client
from intake.tables.base import new_id
from intake.tables.cases import Case
from intake.tables.delivery import Delivery, Endpoint

NAME, ID_NUMBER = "李建国", "430503196703124514"


def a_client(service: Service, name: str, role: Role = Role.PORTAL) -> Actor:
    """A client of its own, as an actor."""
    with service.database.writing() as session:
        client = Client(id=new_id(), name=name, role=role.value)
        session.add(client)
    return Actor(id=f"client:{client.id}", role=role, client_id=client.id, name=name)


def a_case(service: Service, actor: Actor | None, external_id: str | None = None) -> str:
    """A case of the client's, of an invented person."""
    case_id = new_id()
    with service.database.writing() as session:
        session.add(
            Case(
                id=case_id,
                case_no=f"MS{case_id[-12:]}",
                client_id=actor.client_id if actor else None,
                external_id=external_id,
                channel="xiangyibao",
                policy_id="shaoyang-renewal",
                policy_version="2025-03-01",
                region="430500",
                business="renewal",
                submitted_on=dt.date(2025, 11, 20),
                state="queued",
                application_sealed=service.sealer.seal(
                    f"{NAME} {ID_NUMBER}".encode(), about(Case.application_sealed, case_id)
                ),
                name_hash=service.sealer.look_up(NAME),
                id_number_hash=service.sealer.look_up(ID_NUMBER),
            )
        )
    return case_id


def told(service: Service, case_id: str, type_: str = events.RECEIVED) -> str:
    """An event of the case; its id."""
    with service.database.writing() as session:
        return events.record(session, type_, case_id)


def row_of(service: Service, event_id: str, endpoint_id: str | None = None) -> Delivery:
    """The delivery of an event (to an endpoint, where it has several)."""
    wanted = select(Delivery).where(Delivery.event_id == event_id)
    if endpoint_id:
        wanted = wanted.where(Delivery.endpoint_id == endpoint_id)
    with service.database.reading() as session:
        return session.scalars(wanted).one()


def set_row(service: Service, event_id: str, **values: object) -> None:
    """Time goes by: due moments, leases and attempts of an event's deliveries are set."""
    with service.database.writing() as session:
        session.execute(update(Delivery).where(Delivery.event_id == event_id).values(**values))


def wake_endpoint(service: Service, endpoint_id: str) -> None:
    """An endpoint's rest is over."""
    with service.database.writing() as session:
        session.execute(update(Endpoint).where(Endpoint.id == endpoint_id).values(resting_until=None))


def taken(service: Service, endpoint_id: str, seconds: float = 60) -> Taken | None:
    """A delivery claimed by another sender."""
    return take(service.database, endpoint_id, dt.timedelta(seconds=seconds))
