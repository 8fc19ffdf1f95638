"""Deliveries to a real receiver, which checks signatures with the public library."""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from sqlalchemy import update
from standardwebhooks import WebhookVerificationError
from webhook_cases import (
    ID_NUMBER,
    NAME,
    a_case,
    a_client,
    row_of,
    set_row,
    taken,
    told,
    wake_endpoint,
)
from webhook_receivers import Receiver, receiving

from intake.actors import Actor
from intake.delivering.webhook_deliveries import note
from intake.delivering.webhook_endpoints import WithSecret, create, endpoint, rotate_secret
from intake.delivering.webhook_schedule import MOST_ATTEMPTS, Answer
from intake.delivering.webhooks import deliver_due, fan_out
from intake.safekeeping.sealing import SealBroken
from intake.service import Service
from intake.service_settings import ServiceSettings
from intake.tables.base import now
from intake.tables.delivery import Endpoint

LONG_AGO = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


@pytest.fixture(params=["sqlite", "postgres"])
def hooked(request: pytest.FixtureRequest, make_service: Callable[..., Service]) -> Service:
    """A service on each database that may send to loopback."""
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    return make_service(database_url=url, webhook_private=True, webhook_seconds=1, webhook_retry_seconds=2)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as one:
        yield one


@pytest.fixture
def portal(hooked: Service) -> Actor:
    return a_client(hooked, "portal")


@pytest.fixture
def made(hooked: Service, portal: Actor, receiver: Receiver) -> WithSecret:
    return create(hooked, portal, receiver.url)


def an_event(service: Service, portal: Actor, external_id: str | None = None) -> str:
    event_id = told(service, a_case(service, portal, external_id))
    fan_out(service)
    return event_id


def again(service: Service, event_id: str, endpoint_id: str) -> int:
    """The wait is over."""
    set_row(service, event_id, due_at=now())
    wake_endpoint(service, endpoint_id)
    return deliver_due(service)


def test_it_arrives_and_verifies(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver
) -> None:
    event_id = an_event(hooked, portal, "XYB-2025-000127")
    assert deliver_due(hooked) == 1
    (got,) = receiver.got
    assert got.path == "/hooks?token=t0ken"
    assert got.headers["webhook-id"] == event_id
    assert got.headers["content-type"] == "application/json"
    payload = got.verified(made.secret)
    assert payload["type"] == "case.received"
    assert payload["data"]["external_id"] == "XYB-2025-000127"
    with pytest.raises(WebhookVerificationError):
        got.verified("whsec_" + "A" * 43 + "=")
    row = row_of(hooked, event_id)
    assert (row.state, row.attempts, row.last_status, row.lease_until) == ("delivered", 1, 204, None)
    assert deliver_due(hooked) == 0


def test_it_is_tried_again_under_one_id(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver
) -> None:
    receiver.answers = [500, 302, 404]
    event_id = an_event(hooked, portal)
    assert deliver_due(hooked) == 1
    row = row_of(hooked, event_id)
    assert (row.state, row.last_status, row.last_error) == ("waiting", 500, "status")
    end = time.monotonic() + 60
    while row_of(hooked, event_id).attempts < 2 and time.monotonic() < end:
        deliver_due(hooked)  # the first wait is really waited for
    assert row_of(hooked, event_id).attempts == 2
    again(hooked, event_id, made.endpoint.id)
    again(hooked, event_id, made.endpoint.id)
    assert receiver.ids() == [event_id] * 4
    assert len({got.body for got in receiver.got}) == 1
    assert all(got.verified(made.secret) for got in receiver.got)
    assert row_of(hooked, event_id).state == "delivered"


def test_redirects_are_not_followed(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver
) -> None:
    with receiving() as elsewhere:
        receiver.answers = [(307, {"Location": elsewhere.url})]
        event_id = an_event(hooked, portal)
        deliver_due(hooked)
        assert elsewhere.got == []
    assert row_of(hooked, event_id).last_status == 307


def test_410_disables_and_gives_up_the_rest(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver
) -> None:
    receiver.answers = [410]
    first, second = an_event(hooked, portal), an_event(hooked, portal)
    assert deliver_due(hooked) == 1
    view = endpoint(hooked, portal, made.endpoint.id)
    assert (view.enabled, view.disabled_why) == (False, "gone")
    assert {row_of(hooked, one).state for one in (first, second)} == {"given_up"}
    later = told(hooked, a_case(hooked, portal))
    assert fan_out(hooked) == 0
    assert deliver_due(hooked) == 0
    assert len(receiver.got) == 1
    assert later not in receiver.ids()


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_rests_the_whole_endpoint(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver, status: int
) -> None:
    receiver.answers = [(status, {"Retry-After": "120"})]
    first, second = an_event(hooked, portal), an_event(hooked, portal)
    assert deliver_due(hooked) == 1
    assert deliver_due(hooked) == 0
    (tried,) = receiver.ids()
    assert dt.timedelta(seconds=100) < row_of(hooked, tried).due_at - now() < dt.timedelta(seconds=121)
    resting = endpoint(hooked, portal, made.endpoint.id).resting_until
    assert resting is not None
    assert resting > now() + dt.timedelta(seconds=100)
    wake_endpoint(hooked, made.endpoint.id)
    assert deliver_due(hooked) == 1
    assert set(receiver.ids()) == {first, second}
    assert endpoint(hooked, portal, made.endpoint.id).resting_until is None


def test_after_the_last_attempt_it_is_given_up(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver
) -> None:
    receiver.answers = [500, 500]
    event_id = an_event(hooked, portal)
    set_row(hooked, event_id, attempts=MOST_ATTEMPTS - 2)
    deliver_due(hooked)
    assert row_of(hooked, event_id).state == "waiting"
    again(hooked, event_id, made.endpoint.id)
    row = row_of(hooked, event_id)
    assert (row.state, row.attempts, row.last_status) == ("given_up", MOST_ATTEMPTS, 500)
    assert again(hooked, event_id, made.endpoint.id) == 0


def test_past_its_time_it_is_given_up_untried(hooked: Service, portal: Actor, made: WithSecret) -> None:
    expired, lost = an_event(hooked, portal), an_event(hooked, portal)
    set_row(hooked, expired, expires_at=LONG_AGO)
    set_row(hooked, lost, attempts=MOST_ATTEMPTS, lease_until=LONG_AGO)
    assert deliver_due(hooked) == 0
    assert row_of(hooked, expired).state == "given_up"
    assert (row_of(hooked, lost).state, row_of(hooked, lost).last_error) == ("given_up", "lost")


def test_a_slow_receiver_holds_up_nobody_else(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver
) -> None:
    with receiving() as slow:
        slow.answers = [lambda handler: time.sleep(1.5)] * 50
        create(hooked, portal, slow.url)
        events = [an_event(hooked, portal) for _ in range(30)]
        began = time.monotonic()
        deliver_due(hooked)
        took = time.monotonic() - began
        assert len(slow.got) == 1
    assert sorted(receiver.ids()) == sorted(events)
    assert took < 20  # one after the other they would take 45 s


def test_killed_between_sending_and_noting_it_is_sent_again(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver, tmp_path: Path
) -> None:
    process: list[subprocess.Popen[bytes]] = []
    arrived = threading.Event()

    def kill(handler: BaseHTTPRequestHandler) -> None:
        arrived.wait(20)
        os.kill(process[0].pid, signal.SIGKILL)
        process[0].wait()

    receiver.answers = [kill]
    event_id = an_event(hooked, portal)
    program = (
        "from intake.service import open_service\n"
        "from intake.service_settings import load_service_settings\n"
        "from intake.delivering.webhooks import deliver_due\n"
        "deliver_due(open_service(load_service_settings()))\n"
    )
    process.append(
        subprocess.Popen([sys.executable, "-c", program], env=os.environ | _environment(hooked.settings))
    )
    arrived.set()
    assert process[0].wait(60) == -signal.SIGKILL
    assert receiver.ids() == [event_id]
    row = row_of(hooked, event_id)
    assert (row.state, row.attempts) == ("waiting", 1)
    assert row.lease_until is not None
    assert deliver_due(hooked) == 0  # until the lease runs out
    set_row(hooked, event_id, lease_until=now() - dt.timedelta(milliseconds=1))
    assert deliver_due(hooked) == 1
    assert receiver.ids() == [event_id] * 2
    assert receiver.got[1].verified(made.secret) == json.loads(receiver.got[0].body)
    assert row_of(hooked, event_id).state == "delivered"


def _environment(settings: ServiceSettings) -> dict[str, str]:
    return {
        "MENSHEN_HOME": str(settings.home),
        "MENSHEN_DATABASE_URL": settings.database,
        "MENSHEN_BROKER_URL": settings.broker,
        "MENSHEN_WEBHOOK_PRIVATE": "true",
        "MENSHEN_WEBHOOK_SECONDS": "30",
    }


def test_two_senders_never_hold_one_delivery(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver
) -> None:
    events = {an_event(hooked, portal) for _ in range(20)}
    threads = [threading.Thread(target=deliver_due, args=(hooked,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(receiver.ids()) == sorted(events)


def test_a_sender_that_lost_its_lease_notes_nothing(hooked: Service, portal: Actor, made: WithSecret) -> None:
    event_id = an_event(hooked, portal)
    slow = taken(hooked, made.endpoint.id, seconds=-1)
    quick = taken(hooked, made.endpoint.id)
    assert slow is not None
    assert quick is not None
    assert taken(hooked, made.endpoint.id) is None
    note(hooked.database, slow, Answer(410), 5)
    assert endpoint(hooked, portal, made.endpoint.id).enabled
    assert row_of(hooked, event_id).lease_until == quick.lease_until
    note(hooked.database, quick, Answer(200), 5)
    note(hooked.database, slow, Answer(500), 5)
    assert (row_of(hooked, event_id).state, row_of(hooked, event_id).attempts) == ("delivered", 2)


def test_one_clients_broken_row_harms_no_other(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver
) -> None:
    other = a_client(hooked, "other")
    broken = create(hooked, other, receiver.url).endpoint.id
    with hooked.database.writing() as session:
        changed = update(Endpoint).where(Endpoint.id == broken)
        session.execute(changed.values(secret_sealed=b"\x01" + bytes(60)))
    lost, good = an_event(hooked, other), an_event(hooked, portal)
    with pytest.raises(ExceptionGroup) as caught:
        deliver_due(hooked)
    assert [type(error) for error in caught.value.exceptions] == [SealBroken]
    assert receiver.ids() == [good]
    assert row_of(hooked, lost).attempts == 1  # and so not for ever


def test_after_a_rotation_both_secrets_verify_for_a_day(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver
) -> None:
    new = rotate_secret(hooked, portal, made.endpoint.id)
    assert new.secret != made.secret
    until = new.endpoint.old_secret_until
    assert until is not None
    assert dt.timedelta(hours=23) < until - now() <= dt.timedelta(days=1)
    an_event(hooked, portal)
    deliver_due(hooked)
    (got,) = receiver.got
    assert len(got.headers["webhook-signature"].split(" ")) == 2
    assert got.verified(new.secret) == got.verified(made.secret)


def test_nothing_personal_goes_out_or_into_the_log(
    hooked: Service,
    portal: Actor,
    made: WithSecret,
    receiver: Receiver,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    receiver.answers = [500]
    with caplog.at_level(logging.DEBUG):
        event_id = told(hooked, a_case(hooked, portal, ID_NUMBER))
        fan_out(hooked)
        deliver_due(hooked)
        again(hooked, event_id, made.endpoint.id)
    printed = capfd.readouterr()
    logged = caplog.text + printed.out + printed.err
    assert event_id in logged
    sent = "".join(str(got.headers) + got.path + got.body.decode() for got in receiver.got)
    assert len(receiver.got) == 2
    for secret in (NAME, ID_NUMBER, ID_NUMBER[:6], made.secret):
        assert secret not in sent
        assert secret not in logged
    assert "t0ken" not in logged


def test_many_are_carried_quickly(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver
) -> None:
    events = {an_event(hooked, portal) for _ in range(60)}
    assert deliver_due(hooked, limit=50) == 50
    assert deliver_due(hooked) == 10
    assert set(receiver.ids()) == events


def test_an_endpoint_is_told_nothing_from_before_it_was_there(hooked: Service, receiver: Receiver) -> None:
    """Both what had been sent by then and what was still held back; a replay gives it on request."""
    actor = a_client(hooked, "late")
    case = a_case(hooked, actor)
    told(hooked, case)
    create(hooked, actor, receiver.url)
    after = told(hooked, case, "case.checked")
    assert fan_out(hooked) == 1
    assert deliver_due(hooked) == 1
    assert receiver.ids() == [after]
