"""Connections to receivers that are broken, hostile, or not who they say."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from webhook_cases import (
    a_case,
    a_client,
    row_of,
    told,
)
from webhook_receivers import Receiver, always, certificate_for, in_turn, receiving

from intake.actors import Actor
from intake.delivering.webhook_endpoints import WithSecret, create
from intake.delivering.webhooks import deliver_due, fan_out
from intake.service import Service


@pytest.fixture(params=["sqlite", "postgres"])
def hooked(request: pytest.FixtureRequest, make_service: Callable[..., Service]) -> Service:
    """A service on each database that may send to loopback."""
    url = None if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    return make_service(database_url=url, webhook_private=True, webhook_seconds=1, webhook_retry_seconds=0.05)


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


def _drip(handler: BaseHTTPRequestHandler) -> None:
    """Bytes now and then, each well within a read's time."""
    for _ in range(400):
        try:
            handler.wfile.write(b"H")
            handler.wfile.flush()
        except OSError:
            return
        time.sleep(0.1)


def _flood(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n")
    try:
        for _ in range(400):
            handler.wfile.write(b"x" * 65_536)
    except OSError:
        handler.close_connection = True
        return
    raise AssertionError("the sender read 25 MB of an answer")


def _nonsense(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"220 mail.example ESMTP\r\n")
    handler.close_connection = True


def _hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


@pytest.mark.parametrize(
    ("answer", "trouble"), [(_drip, "timeout"), (_nonsense, "protocol"), (_hang_up, "protocol")]
)
def test_a_bad_receiver_is_told_apart(
    hooked: Service,
    portal: Actor,
    made: WithSecret,
    receiver: Receiver,
    answer: Callable[[BaseHTTPRequestHandler], None],
    trouble: str,
) -> None:
    receiver.answers = [answer]
    event_id = an_event(hooked, portal)
    began = time.monotonic()
    deliver_due(hooked)
    assert time.monotonic() - began < 20
    assert (row_of(hooked, event_id).state, row_of(hooked, event_id).last_error) == ("waiting", trouble)


def test_a_long_answer_is_not_read(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver
) -> None:
    receiver.answers = [_flood]
    event_id = an_event(hooked, portal)
    deliver_due(hooked)
    assert row_of(hooked, event_id).state == "delivered"


def test_nobody_listens(hooked: Service, portal: Actor) -> None:
    with receiving() as gone:
        create(hooked, portal, gone.url)
    event_id = an_event(hooked, portal)
    assert deliver_due(hooked) == 1
    assert row_of(hooked, event_id).last_error == "connect"


def test_a_name_that_changes_its_mind_reaches_nothing_of_ours(
    make_service: Callable[..., Service], receiver: Receiver
) -> None:
    strict = make_service()
    portal = a_client(strict, "portal")
    rebinding = in_turn(("8.8.8.8",), ("127.0.0.1",))
    create(strict, portal, f"https://portal.example:{receiver.port}/", resolve=rebinding)
    event_id = an_event(strict, portal)
    assert deliver_due(strict, resolve=rebinding) == 1
    assert row_of(strict, event_id).last_error == "address"
    assert receiver.got == []


def test_the_address_that_was_judged_is_the_one_called(
    hooked: Service, portal: Actor, receiver: Receiver
) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    made = create(hooked, portal, f"http://portal.invalid:{receiver.port}/h", resolve=resolve)
    an_event(hooked, portal)
    deliver_due(hooked, resolve=resolve)
    assert asked == ["portal.invalid", "portal.invalid"]  # once to register, once to connect
    (got,) = receiver.got
    assert got.headers["host"] == f"portal.invalid:{receiver.port}"
    assert got.verified(made.secret)


def test_where_one_address_is_dead_the_next_is_tried(
    hooked: Service, portal: Actor, receiver: Receiver
) -> None:
    resolve = always("127.0.0.77", "127.0.0.1")
    create(hooked, portal, f"http://portal.invalid:{receiver.port}/h", resolve=resolve)
    event_id = an_event(hooked, portal)
    deliver_due(hooked, resolve=resolve)
    assert row_of(hooked, event_id).state == "delivered"


def test_over_tls_the_name_is_verified_not_the_address(
    hooked: Service, portal: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = certificate_for("portal.invalid", tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    here = always("127.0.0.1")
    with receiving(certificate) as secure:
        right = create(hooked, portal, f"https://portal.invalid:{secure.port}/", resolve=here)
        wrong = create(hooked, portal, f"https://other.invalid:{secure.port}/", resolve=here)
        event_id = an_event(hooked, portal)
        deliver_due(hooked, resolve=here)
        (got,) = secure.got
        assert got.verified(right.secret)
    assert row_of(hooked, event_id, right.endpoint.id).state == "delivered"
    assert row_of(hooked, event_id, wrong.endpoint.id).last_error == "tls"


def test_an_unknown_certificate_is_refused(hooked: Service, portal: Actor, tmp_path: Path) -> None:
    with receiving(certificate_for("127.0.0.1", tmp_path)) as secure:
        create(hooked, portal, secure.url)
        event_id = an_event(hooked, portal)
        deliver_due(hooked)
        assert secure.got == []
    assert row_of(hooked, event_id).last_error == "tls"


def test_no_proxy_of_the_environment_is_asked(
    hooked: Service, portal: Actor, made: WithSecret, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    with receiving() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        an_event(hooked, portal)
        deliver_due(hooked)
        assert proxy.got == []
    assert len(receiver.got) == 1
