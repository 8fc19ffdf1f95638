"""Connections that say nothing, do not read, or are too many of one address."""

from __future__ import annotations

import doctest
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.responses import StreamingResponse
from services import free_port, wait_for

from api.http import protocol

PIECES, PIECE = 64, 256 * 1024
LIMIT = 8
ASKED = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


@contextmanager
def a_server() -> Iterator[int]:
    """A door that answers with 16 MB; its port."""
    app = FastAPI()
    app.add_api_route("/", lambda: StreamingResponse(b"x" * PIECE for _ in range(PIECES)))
    config = uvicorn.Config(
        app, port=free_port(), http=protocol.BoundedHead, log_config=None, limit_concurrency=LIMIT
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_for(lambda: server.started)
    try:
        yield config.port
    finally:
        server.should_exit = True
        thread.join(10)


def connected(port: int, since: str = "127.0.0.1") -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=10, source_address=(since, 0))


def read_all(connection: socket.socket) -> int:
    """How many bytes come until the other side ends it."""
    count = 0
    try:
        while more := connection.recv(65_536):
            count += len(more)
    except ConnectionResetError:
        pass
    return count


def test_a_silent_connection_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.2)
    with a_server() as port:
        for said in (b"", b"GET / HTTP/1.1\r\nHost: x\r\n"):
            with connected(port) as connection:
                connection.sendall(said)
                assert connection.recv(1) == b""


def test_who_does_not_read_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "READ_SECONDS", 0.3)
    with a_server() as port, connected(port) as silent, connected(port) as lively:
        silent.sendall(ASKED)
        lively.sendall(ASKED.replace(b"Host", b"Connection: close\r\nHost"))
        assert read_all(lively) > PIECES * PIECE
        wait_for(lambda: not protocol._held, 60)
        assert read_all(silent) < PIECES * PIECE


def test_who_reads_slowly_but_steadily_is_let_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "READ_SECONDS", 0.5)
    with a_server() as port, connected(port) as connection:
        connection.sendall(ASKED)
        pause, count = threading.Event(), 0
        while count < 5_000_000:
            pause.wait(0.02)
            more = connection.recv(65_536)
            assert more
            count += len(more)


def test_one_address_does_not_keep_the_others_out() -> None:
    with a_server() as port, ExitStack() as stack:
        held = [stack.enter_context(connected(port, "127.0.0.9")) for _ in range(LIMIT // protocol.SHARE)]
        wait_for(lambda: protocol._held["127.0.0.9"] == len(held))
        with connected(port, "127.0.0.9") as another:
            assert read_all(another) == 0
        with connected(port, "127.0.0.10") as other:
            other.sendall(ASKED)
            assert other.recv(15) == b"HTTP/1.1 200 OK"
        held.pop().close()
        wait_for(lambda: protocol._held["127.0.0.9"] == len(held))
        with connected(port, "127.0.0.9") as another:
            another.sendall(ASKED)
            assert another.recv(15) == b"HTTP/1.1 200 OK"


def test_a_trusted_proxy_stands_for_many() -> None:
    with a_server() as port, ExitStack() as stack:
        for _ in range(LIMIT - 2):
            stack.enter_context(connected(port))
        with connected(port) as one_more:
            one_more.sendall(ASKED)
            assert one_more.recv(15) == b"HTTP/1.1 200 OK"


def test_the_examples_hold() -> None:
    assert doctest.testmod(protocol).failed == 0
