"""HTTP as uvicorn speaks it, with an end to the patience for a call's head and for the answer's reader.

uvicorn's fast parser takes a head of any length for any time, and waits for ever on somebody who does not
read: without a key, one connection could fill the memory, and a thousand silent ones all places. One address
holds at most half of them.
"""

from __future__ import annotations

import asyncio
import fcntl
import ipaddress
import sys
import termios
from collections import Counter
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api.http.problems import neighbourhood

HEAD_BYTES: Final = 64 * 1024
HEAD_SECONDS: Final = 20.0
READ_SECONDS: Final = 30.0
LEAST_READ: Final = 1024
"""Bytes a second: whoever reads an answer more slowly than that for ``READ_SECONDS`` is broken off."""
SHARE: Final = 2
"""An address holds one in so many connections at most; a trusted proxy, which stands for many, any number."""
_TOO_LONG: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
)


_held: Final[Counter[str]] = Counter()


class BoundedHead(HttpToolsProtocol):
    """Breaks off a connection whose head (or trailer) is over 64 KiB, whose head takes over 20 seconds, whose
    answer is not read, or whose address holds too many others."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._in_head = True
        self._idle_bytes = 0
        """Bytes since a head was complete or a piece of a body came: of heads, trailers, chunk extensions."""
        self._patience: asyncio.TimerHandle | None = None
        self._unread: asyncio.TimerHandle | None = None
        self._address = ""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A new connection has to say something, and there must be room for it."""
        super().connection_made(transport)
        self._wait_for_head()
        self._address = self._counted_address(transport)
        _held[self._address] += 1
        most = self.config.limit_concurrency
        if self._address and most is not None and _held[self._address] > max(1, most // SHARE):
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._head_is_there()
        self._is_read()
        _held[self._address] -= 1
        if not _held[self._address]:
            del _held[self._address]
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """More is to be sent than the other side has read."""
        super().pause_writing()
        self._wait_for_reader(self._unread_bytes())

    def resume_writing(self) -> None:
        """The other side has read it."""
        self._is_read()
        super().resume_writing()

    def data_received(self, data: bytes) -> None:
        """Break off where much comes and no call or body gets any further by it."""
        self._idle_bytes += len(data)
        super().data_received(data)
        if self._idle_bytes > HEAD_BYTES and not self.transport.is_closing():
            self.transport.write(_TOO_LONG)
            self.transport.close()

    def on_message_begin(self) -> None:
        """The head of a call begins."""
        super().on_message_begin()
        self._in_head = True
        if self._patience is None:
            self._wait_for_head()

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header; what comes behind a body (trailers) is let go."""
        if self._in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The head of a call is there."""
        self._in_head, self._idle_bytes = False, 0
        self._head_is_there()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """A piece of a body."""
        self._idle_bytes = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The end of a body."""
        self._idle_bytes = 0
        super().on_message_complete()

    def _counted_address(self, transport: asyncio.Transport) -> str:
        """Under which name the connection counts; empty where it counts under none."""
        peer = transport.get_extra_info("peername")
        if not isinstance(peer, tuple) or _is_trusted(peer[0], self.config.forwarded_allow_ips or ""):
            return ""
        return neighbourhood(peer[0])

    def _wait_for_reader(self, left: int) -> None:
        self._is_read()
        self._unread = self.loop.call_later(READ_SECONDS, self._look_at_reader, left)

    def _look_at_reader(self, before: int) -> None:
        left = self._unread_bytes()
        if before - left < READ_SECONDS * LEAST_READ:
            self.transport.abort()
        else:
            self._wait_for_reader(left)

    def _unread_bytes(self) -> int:
        """What waits here and in the kernel, which takes more only once a third of its megabytes is free."""
        waiting = self.transport.get_write_buffer_size()
        try:
            told = fcntl.ioctl(self.transport.get_extra_info("socket").fileno(), termios.TIOCOUTQ, bytes(4))
        except (OSError, AttributeError):
            return waiting
        return waiting + int.from_bytes(told, sys.byteorder)

    def _is_read(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def _wait_for_head(self) -> None:
        self._patience = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _head_is_there(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None

    def _give_up(self) -> None:
        self._patience = None
        if not self.transport.is_closing():
            self.transport.close()


def _is_trusted(address: str, proxies: str | list[str]) -> bool:
    """Whether an address is of a proxy that the operator named.

    >>> [_is_trusted("10.0.0.7", told) for told in ("127.0.0.1", "127.0.0.1, 10.0.0.0/8", "*")]
    [False, True, True]
    """
    told = [one.strip() for one in (proxies.split(",") if isinstance(proxies, str) else proxies)]
    if "*" in told:
        return True
    try:
        here = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(_holds(network, here) for network in told)


def _holds(network: str, address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    try:
        return address in ipaddress.ip_network(network, strict=False)
    except ValueError:  # a name of a unix socket's other side
        return False
