"""Where a webhook may go. The attack: a portal names an address of our own network, and we knock there.

Names are resolved when an endpoint is registered and again before every connection, and the connection goes
to the address that was judged: a name that points elsewhere a moment later (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import queue
import re
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from typing import Final

import httpx2

from intake.refusals import Refusal, Refused
from intake.refusals.webhooks import (
    ADDRESS_REFUSED,
    ENDPOINT_INVALID,
    NAME_NOT_FOUND,
    URL_FRAGMENT,
    URL_MALFORMED,
    URL_NOT_HTTPS,
    URL_PORT,
    URL_TOO_LONG,
    URL_USERINFO,
)

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port → addresses; raises ``OSError`` where there are none."""

MAX_URL: Final = 2000
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_AUTHORITY = re.compile(r"//|[/?#]")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_PORTS: Final = {"https": 443, "http": 80}

_NEVER: Final = tuple(
    ipaddress.ip_network(one)
    for one in (
        "0.0.0.0/8",  # "this host": Linux connects to loopback
        "169.254.0.0/16",  # link-local, the metadata service of most clouds among them
        "100.100.100.200/32",  # metadata of Alibaba Cloud, inside the CGNAT block
        "168.63.129.16/32",  # Azure's host agent, a public address
        "192.0.0.0/24",
        "192.88.99.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "::/128",
        "fe80::/10",
        "fec0::/10",
        "64:ff9b:1::/48",  # NAT64 of a local network
        "fd00:ec2::/32",  # metadata of AWS over IPv6, among unique local addresses
        "ff00::/8",
    )
)
_TRANSLATED: Final = (
    ipaddress.ip_network("64:ff9b::/96"),  # NAT64
    ipaddress.ip_network("::ffff:0:0:0/96"),  # SIIT (RFC 7915), which hosts without IPv4 use among themselves
)
LOOK_UP_SECONDS: Final = 5.0
_looking_up: Final = threading.BoundedSemaphore(8)
_COMPATIBLE: Final = ipaddress.ip_network("::/96")


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that passed: ``url`` in ASCII, ``host`` without brackets, ``authority`` as the Host header."""

    url: str
    scheme: str
    host: str
    port: int
    authority: str


class Forbidden(Exception):
    """A name that does not resolve, or to where nothing may be sent; ``refusal`` says which."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def register(url: str, *, private: bool, resolve: Resolve) -> Target:
    """The target of a URL somebody registers; looks its name up. Raises ``Refused`` with every fault."""
    target = parse(url, private=private)
    try:
        addresses(target, private=private, resolve=resolve)
    except Forbidden as error:
        raise Refused(ENDPOINT_INVALID, (error.refusal.fault("url"),)) from error
    return target


def parse(url: str, *, private: bool) -> Target:
    """Take a URL apart with the parser that will send to it. ``private``: http and inner hosts will do.

    Raises ``Refused`` with every fault.
    """
    parsed, host = _parsed(url)
    if parsed is None or host is None:
        raise Refused(ENDPOINT_INVALID, (URL_MALFORMED.fault("url"),))
    port = parsed.port if parsed.port is not None else _PORTS[parsed.scheme]
    found = [
        (URL_TOO_LONG, len(url) > MAX_URL),
        (URL_NOT_HTTPS, parsed.scheme != "https" and not private),
        (URL_USERINFO, "@" in _AUTHORITY.split(url, maxsplit=2)[1]),
        (URL_FRAGMENT, "#" in url),
        (URL_PORT, port != _PORTS[parsed.scheme] and not 1024 <= port <= 65_535),
    ]
    if faults := [refusal.fault("url") for refusal, wrong in found if wrong]:
        raise Refused(ENDPOINT_INVALID, faults)
    authority = f"[{host}]" if ":" in host else host
    if port != _PORTS[parsed.scheme]:
        authority += f":{port}"
    path = parsed.raw_path.decode("ascii")
    return Target(f"{parsed.scheme}://{authority}{path}", parsed.scheme, host, port, authority)


def _parsed(url: str) -> tuple[httpx2.URL | None, str | None]:
    """The URL and its host in ASCII, or nothing where either cannot be made out beyond doubt."""
    # What parsers read differently (a backslash, white space, a control character) decides for an
    # attacker which host is judged and which is called.
    if "\\" in url or any(char <= " " or char == "\x7f" for char in url):
        return None, None
    try:
        parsed = httpx2.URL(url)
        raw = parsed.raw_host.decode("ascii").lower()
    except (httpx2.InvalidURL, ValueError):
        return None, None
    if parsed.scheme not in _PORTS:
        return None, None
    return parsed, _host(raw)


def _host(raw: str) -> str | None:
    """An address, or a name of proper labels; "127.1" and "0x7f000001" are neither."""
    try:
        return str(ipaddress.ip_address(raw)) if "%" not in raw else None
    except ValueError:
        labels = raw.removesuffix(".").split(".")
    proper = len(raw) <= 253 and all(_LABEL.fullmatch(label) for label in labels)
    return ".".join(labels) if proper and not _NUMBER.fullmatch(labels[-1]) else None


def addresses(target: Target, *, private: bool, resolve: Resolve) -> tuple[str, ...]:
    """The addresses to connect to, every one of them judged: a name that mixes in one that may not be
    reached is refused whole. Raises ``Forbidden``."""
    try:
        found = tuple(dict.fromkeys(resolve(target.host, target.port)))
    except (OSError, UnicodeError) as error:
        raise Forbidden(NAME_NOT_FOUND) from error
    if not found:
        raise Forbidden(NAME_NOT_FOUND)
    for one in found:
        reached = _unwrapped(ipaddress.ip_address(one))
        outside = is_public(reached)
        if not outside and not (private and is_inner(reached)):
            raise Forbidden(ADDRESS_REFUSED)
        if outside and target.scheme != "https":
            raise Forbidden(URL_NOT_HTTPS)
    return found


def system_resolve(host: str, port: int) -> tuple[str, ...]:
    """What the system's resolver says."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(str(entry[4][0]) for entry in found)


def timely_resolve(host: str, port: int) -> tuple[str, ...]:
    """As ``system_resolve``, within ``LOOK_UP_SECONDS``, and few at once: the attack is a name whose server
    never answers, and a thread that waits for each. Raises ``OSError``, ``UnicodeError``."""
    ends = time.monotonic() + LOOK_UP_SECONDS
    if not _looking_up.acquire(timeout=LOOK_UP_SECONDS):
        raise TimeoutError
    told: queue.SimpleQueue[tuple[str, ...] | OSError | UnicodeError] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            told.put(system_resolve(host, port))
        except (OSError, UnicodeError) as error:
            told.put(error)
        finally:
            _looking_up.release()

    threading.Thread(target=look_up, daemon=True).start()  # nobody can end it; nobody waits for it
    try:
        found = told.get(timeout=max(0.0, ends - time.monotonic()))
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    return found


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether anybody on the internet can be reached there."""
    reached = _unwrapped(address)
    return reached.is_global and not reached.is_multicast and not _is_never(reached)


def is_inner(address: IPv4Address | IPv6Address) -> bool:
    """Whether it is loopback or of a private network, without link-local and metadata services."""
    reached = _unwrapped(address)
    return not reached.is_global and not _is_never(reached)


def _is_never(address: IPv4Address | IPv6Address) -> bool:
    return any(address.version == network.version and address in network for network in _NEVER)


def _unwrapped(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address inside an IPv6 one that only carries it (mapped, 6to4, Teredo, NAT64, SIIT)."""
    if isinstance(address, IPv4Address):
        return address
    if address.scope_id is not None:
        return IPv6Address("fe80::")
    if inner := address.ipv4_mapped or address.sixtofour:
        return inner
    if address.teredo:
        return address.teredo[1]
    if any(address in network for network in _TRANSLATED) or (address in _COMPATIBLE and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address
