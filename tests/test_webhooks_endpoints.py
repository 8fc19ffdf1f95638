"""Endpoints, deliveries and replays as a client sees them; and as another client does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy import select, update
from standardwebhooks import Webhook
from webhook_cases import a_case, a_client, row_of, set_row, told
from webhook_receivers import Receiver, always, in_turn, receiving

from intake import events
from intake.actors import Actor, Role
from intake.delivering.webhook_endpoints import (
    MOST_ENDPOINTS,
    change,
    create,
    endpoint,
    endpoints,
    remove,
    rotate_secret,
)
from intake.delivering.webhook_replay import deliveries, forget_old, replay_event, replay_span, send_test
from intake.delivering.webhook_schedule import DeliveryState
from intake.delivering.webhooks import deliver_due, fan_out
from intake.refusals import Refused
from intake.safekeeping import audit
from intake.service import Service
from intake.tables.base import now
from intake.tables.delivery import Delivery, Endpoint, Event
from intake.tables.safekeeping import AuditEntry

RESOLVE = always("8.8.8.8")
URL = "https://portal.example/hooks"
DAY = dt.timedelta(days=1)


@pytest.fixture(params=["sqlite", "postgres"])
def hooked(request: pytest.FixtureRequest, make_service: Callable[..., Service]) -> Service:
    """A service on each database that may send to loopback."""
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    return make_service(database_url=url, webhook_private=True, webhook_seconds=1)


@pytest.fixture
def portal(hooked: Service) -> Actor:
    return a_client(hooked, "portal")


def code_of(action: Callable[[], object]) -> str:
    """The code by which something is refused."""
    with pytest.raises(Refused) as caught:
        action()
    return caught.value.refusal.code


def test_the_secret_is_shown_once_and_kept_sealed(hooked: Service, portal: Actor) -> None:
    made = create(hooked, portal, URL, ["case.decided", "case.checked"], resolve=RESOLVE)
    assert made.secret.startswith("whsec_")
    Webhook(made.secret)  # the public library takes it
    view = endpoint(hooked, portal, made.endpoint.id)
    assert view == made.endpoint
    assert (view.url, view.events, view.enabled) == (URL, ("case.checked", "case.decided"), True)
    assert endpoints(hooked, portal) == (view,)
    with hooked.database.reading() as session:
        row = session.get_one(Endpoint, view.id)
    assert made.secret.removeprefix("whsec_").encode() not in row.secret_sealed


def test_changes_touch_only_what_is_given(hooked: Service, portal: Actor) -> None:
    made = create(hooked, portal, URL, ["case.decided"], resolve=RESOLVE).endpoint
    assert change(hooked, portal, made.id).url == URL
    view = change(hooked, portal, made.id, url="https://new.example/", resolve=RESOLVE)
    assert (view.url, view.events) == ("https://new.example/", ("case.decided",))
    assert change(hooked, portal, made.id, events=[]).events == ()
    off = change(hooked, portal, made.id, enabled=False)
    assert (off.enabled, off.disabled_why) == (False, "owner")
    assert change(hooked, portal, made.id, enabled=True).disabled_why is None
    with pytest.raises(Refused) as caught:
        change(
            hooked, portal, made.id, url="https://evil.example/", resolve=always("127.0.0.1", "8.8.8.8", "::")
        )
    assert [fault.code for fault in caught.value.faults] == ["HOOK-118"]
    assert endpoint(hooked, portal, made.id).url == "https://new.example/"


def test_unknown_events_are_all_named(hooked: Service, portal: Actor) -> None:
    with pytest.raises(Refused) as caught:
        create(hooked, portal, URL, ["case.opened", "case.checked", "*"], resolve=RESOLVE)
    assert [(fault.code, fault.where) for fault in caught.value.faults] == [
        ("HOOK-119", "events[0]"),
        ("HOOK-119", "events[2]"),
    ]


def test_there_is_a_most(hooked: Service, portal: Actor) -> None:
    for _ in range(MOST_ENDPOINTS):
        create(hooked, portal, URL, resolve=RESOLVE)
    assert code_of(lambda: create(hooked, portal, URL, resolve=RESOLVE)) == "HOOK-103"
    create(hooked, a_client(hooked, "other"), URL, resolve=RESOLVE)


def test_removed_it_takes_its_deliveries_along(hooked: Service, portal: Actor) -> None:
    made = create(hooked, portal, URL, resolve=RESOLVE).endpoint
    told(hooked, a_case(hooked, portal))
    fan_out(hooked)
    remove(hooked, portal, made.id)
    assert code_of(lambda: endpoint(hooked, portal, made.id)) == "HOOK-101"
    with hooked.database.reading() as session:
        assert session.scalars(select(Delivery)).all() == []
        assert len(session.scalars(select(Event)).all()) == 1
    assert deliver_due(hooked) == 0


def test_disabling_gives_up_what_waits(hooked: Service, portal: Actor) -> None:
    made = create(hooked, portal, URL, resolve=RESOLVE).endpoint
    event_id = told(hooked, a_case(hooked, portal))
    fan_out(hooked)
    change(hooked, portal, made.id, enabled=False)
    assert (row_of(hooked, event_id).state, row_of(hooked, event_id).last_error) == ("given_up", "disabled")
    assert code_of(lambda: send_test(hooked, portal, made.id)) == "HOOK-104"
    assert code_of(lambda: replay_event(hooked, portal, made.id, event_id)) == "HOOK-104"
    change(hooked, portal, made.id, enabled=True)
    replay_event(hooked, portal, made.id, event_id)
    assert row_of(hooked, event_id).state == "waiting"


def test_a_second_rotation_ends_the_first_secret(hooked: Service, portal: Actor) -> None:
    with receiving() as receiver:
        first = create(hooked, portal, receiver.url)
        second = rotate_secret(hooked, portal, first.endpoint.id)
        third = rotate_secret(hooked, portal, first.endpoint.id)
        send_test(hooked, portal, first.endpoint.id)
        deliver_due(hooked)
        with hooked.database.writing() as session:
            session.execute(update(Endpoint).values(old_secret_until=now()))
        send_test(hooked, portal, first.endpoint.id)
        deliver_due(hooked)
    both, one = receiver.got
    assert both.verified(second.secret) == both.verified(third.secret)
    assert one.verified(third.secret)
    for got, secret in ((both, first.secret), (one, second.secret)):
        with pytest.raises(Exception, match="No matching signature"):
            got.verified(secret)
    forget_old(hooked.database, now())
    with hooked.database.reading() as session:
        assert session.scalars(select(Endpoint.old_secret_sealed)).all() == [None]


def test_a_test_event_is_sent_like_any_other(hooked: Service, portal: Actor) -> None:
    with receiving() as receiver:
        made = create(hooked, portal, receiver.url, ["case.decided"])
        create(hooked, portal, receiver.url)
        event_id = send_test(hooked, portal, made.endpoint.id)
        assert fan_out(hooked) == 0
        assert deliver_due(hooked) == 1
    (got,) = receiver.got
    assert got.id == event_id
    assert got.verified(made.secret)["type"] == "webhook.test"
    (view,) = deliveries(hooked, portal, made.endpoint.id).deliveries
    assert (view.event, view.type, view.case, view.state) == (
        event_id,
        "webhook.test",
        None,
        DeliveryState.DELIVERED,
    )


def test_deliveries_are_listed_page_by_page(hooked: Service, portal: Actor) -> None:
    made = create(hooked, portal, URL, resolve=RESOLVE).endpoint
    ids = [told(hooked, a_case(hooked, portal)) for _ in range(5)]
    fan_out(hooked)
    set_row(hooked, ids[0], state="given_up", last_error="connect")
    first = deliveries(hooked, portal, made.id, limit=3)
    rest = deliveries(hooked, portal, made.id, limit=3, cursor=first.next)
    assert len(first.deliveries) == 3
    assert rest.next is None
    assert sorted(one.event for one in first.deliveries + rest.deliveries) == sorted(ids)
    (failed,) = deliveries(hooked, portal, made.id, state=DeliveryState.GIVEN_UP).deliveries
    assert (failed.event, failed.last_error, failed.due_at) == (ids[0], "connect", None)


@pytest.fixture
def receiver() -> object:
    with receiving() as one:
        yield one


def test_one_event_is_replayed_under_its_id(hooked: Service, portal: Actor, receiver: Receiver) -> None:
    made = create(hooked, portal, receiver.url)
    event_id = told(hooked, a_case(hooked, portal))
    assert (
        code_of(lambda: replay_event(hooked, portal, made.endpoint.id, event_id)) == "HOOK-105"
    )  # not out yet
    fan_out(hooked)
    deliver_due(hooked)
    replay_event(hooked, portal, made.endpoint.id, event_id)
    assert deliver_due(hooked) == 1
    assert receiver.ids() == [event_id] * 2
    assert receiver.got[0].body == receiver.got[1].body
    assert row_of(hooked, event_id).attempts == 1


def test_a_span_is_replayed_to_an_endpoint_that_came_later(
    hooked: Service, portal: Actor, receiver: Receiver
) -> None:
    case_id = a_case(hooked, portal)
    ids = [
        told(hooked, case_id),
        told(hooked, case_id, events.CHECKED),
        told(hooked, case_id, events.DECIDED),
    ]
    for back, event_id in zip((3, 2, 1), ids, strict=True):
        with hooked.database.writing() as session:
            session.execute(update(Event).where(Event.id == event_id).values(at=now() - back * DAY))
    fan_out(hooked)
    made = create(hooked, portal, receiver.url, ["case.checked", "case.decided"]).endpoint
    span = (now() - 2.5 * DAY, now())
    assert replay_span(hooked, portal, made.id, *span) == 2
    assert replay_span(hooked, portal, made.id, now() - 4 * DAY, now(), ["case.received"]) == 1
    deliver_due(hooked)
    assert sorted(receiver.ids()) == sorted(ids)
    assert replay_span(hooked, portal, made.id, *span) == 2
    assert deliver_due(hooked) == 2


def test_a_span_must_make_sense(hooked: Service, portal: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    made = create(hooked, portal, URL, resolve=RESOLVE).endpoint
    at = now()
    assert code_of(lambda: replay_span(hooked, portal, made.id, at, at)) == "HOOK-106"
    naive = at.replace(tzinfo=None)
    assert code_of(lambda: replay_span(hooked, portal, made.id, naive - DAY, naive)) == "HOOK-106"
    assert code_of(lambda: replay_span(hooked, portal, made.id, at - DAY, at, ["x"])) == "HOOK-102"
    case_id = a_case(hooked, portal)
    for _ in range(3):
        told(hooked, case_id)
    fan_out(hooked)
    monkeypatch.setattr("intake.delivering.webhook_replay.MOST_REPLAYED", 2)
    assert code_of(lambda: replay_span(hooked, portal, made.id, at - DAY, now())) == "HOOK-107"


def test_another_client_finds_nothing(hooked: Service, portal: Actor) -> None:
    made = create(hooked, portal, URL, resolve=RESOLVE).endpoint
    event_id = told(hooked, a_case(hooked, portal))
    fan_out(hooked)
    other = a_client(hooked, "other", Role.HOSPITAL)
    own = create(hooked, other, URL, resolve=RESOLVE).endpoint
    tries: list[Callable[[], object]] = [
        lambda: endpoint(hooked, other, made.id),
        lambda: change(hooked, other, made.id, enabled=False),
        lambda: change(hooked, other, made.id, url="http://[bad", events=["x"]),  # not even a fault is told
        lambda: remove(hooked, other, made.id),
        lambda: rotate_secret(hooked, other, made.id),
        lambda: send_test(hooked, other, made.id),
        lambda: deliveries(hooked, other, made.id),
        lambda: replay_event(hooked, other, made.id, event_id),
        lambda: replay_span(hooked, other, made.id, now() - DAY, now()),
    ]
    assert [code_of(one) for one in tries] == ["HOOK-101"] * len(tries)
    assert code_of(lambda: replay_event(hooked, other, own.id, event_id)) == "HOOK-105"
    assert replay_span(hooked, other, own.id, now() - DAY, now() + DAY) == 0
    assert [view.id for view in endpoints(hooked, other)] == [own.id]
    assert endpoint(hooked, portal, made.id).enabled


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.REVIEWER, Role.CLERK])
def test_other_roles_have_no_endpoints(hooked: Service, portal: Actor, role: Role) -> None:
    actor = Actor(id="x", role=role, client_id=portal.client_id)
    with pytest.raises(Refused):
        create(hooked, actor, URL, resolve=RESOLVE)
    with pytest.raises(Refused):
        endpoints(hooked, actor)


def test_an_administrator_sees_the_log_of_its_clients_and_has_events_sent_again(
    hooked: Service, portal: Actor
) -> None:
    made = create(hooked, portal, URL, resolve=RESOLVE).endpoint
    event_id = told(hooked, a_case(hooked, portal))
    fan_out(hooked)
    administrator = Actor(id="person:admin", role=Role.ADMINISTRATOR)
    assert [view.id for view in endpoints(hooked, administrator)] == [made.id]
    assert [one.event for one in deliveries(hooked, administrator, made.id).deliveries] == [event_id]
    replay_event(hooked, administrator, made.id, event_id)
    assert replay_span(hooked, administrator, made.id, now() - DAY, now() + DAY) == 1
    assert code_of(lambda: rotate_secret(hooked, administrator, made.id)) == "ACC-004"
    elsewhere = Actor(id="person:city", role=Role.ADMINISTRATOR, regions=("360900",))
    assert endpoints(hooked, elsewhere) == ()
    assert code_of(lambda: replay_event(hooked, elsewhere, made.id, event_id)) == "HOOK-101"


def test_acts_are_audited_without_addresses(hooked: Service, portal: Actor) -> None:
    made = create(hooked, portal, URL, resolve=RESOLVE).endpoint
    change(hooked, portal, made.id, url="https://new.example/?token=t0ken", resolve=in_turn(["8.8.8.8"]))
    rotate_secret(hooked, portal, made.id)
    replay_span(hooked, portal, made.id, now() - DAY, now())
    remove(hooked, portal, made.id)
    with hooked.database.reading() as session:
        entries = session.scalars(select(AuditEntry).order_by(AuditEntry.seq)).all()
        assert audit.verify(session)[1] is None
    assert [entry.action for entry in entries] == [
        "webhook.create",
        "webhook.change",
        "webhook.rotate",
        "webhook.replay",
        "webhook.remove",
    ]
    assert {(entry.actor, entry.subject) for entry in entries} == {(portal.id, f"endpoint:{made.id}")}
    assert not any("example" in str(entry.detail) for entry in entries)


def test_old_events_are_forgotten_unless_they_wait(hooked: Service, portal: Actor) -> None:
    create(hooked, portal, URL, resolve=RESOLVE)
    case_id = a_case(hooked, portal)
    over, waiting, fresh = (told(hooked, case_id) for _ in range(3))
    fan_out(hooked)
    set_row(hooked, over, state="delivered")
    set_row(hooked, fresh, state="delivered")
    with hooked.database.writing() as session:
        session.execute(update(Event).where(Event.id.in_([over, waiting])).values(at=now() - 100 * DAY))
    assert forget_old(hooked.database, now()) == 1
    with hooked.database.reading() as session:
        assert set(session.scalars(select(Event.id))) == {waiting, fresh}
