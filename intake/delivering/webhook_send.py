"""Sends one event to one endpoint, signed after Standard Webhooks, and says what came of it."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import json
import logging
import ssl
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final

import httpx2
from standardwebhooks import Webhook

from intake.delivering.webhook_address import Forbidden, Resolve, Target, addresses, parse
from intake.delivering.webhook_schedule import Answer, Trouble, retry_after
from intake.refusals import Refused
from intake.refusals.webhooks import NAME_NOT_FOUND

_READ_AT_MOST: Final = 4096
_TRIED_ADDRESSES: Final = 3
_AGENT: Final = "Menshen-Webhooks/1"

# The client logs every URL it calls; a portal may keep a token in its own.
for _name in ("httpx2", "httpcore2"):
    logging.getLogger(_name).setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Message:
    """An event as it goes out. ``secrets``: the current one first, then the one just rotated away."""

    event_id: str
    url: str
    body: bytes
    secrets: tuple[str, ...]


def body_of(payload: dict[str, Any]) -> bytes:
    """A payload's bytes, the same at every attempt."""
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()


def headers_of(message: Message, at: dt.datetime) -> dict[str, str]:
    """The headers by which a receiver knows the event, its freshness and its sender; one signature a
    secret. ``at`` is the moment of this attempt, in UTC."""
    body = message.body.decode()
    signatures = (Webhook(secret).sign(message.event_id, at, body) for secret in message.secrets)
    return {
        "content-type": "application/json",
        "user-agent": _AGENT,
        "webhook-id": message.event_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


class Sender:
    """Sends within one event loop. ``seconds`` is the limit of an attempt, from looking the name up to the
    end of the answer: an endpoint that sends a byte now and then holds nobody."""

    def __init__(self, *, seconds: float, private: bool, resolve: Resolve, at_once: int) -> None:
        self._seconds = seconds
        self._private = private
        self._resolve = resolve
        self._tls = ssl.create_default_context()
        # Threads of its own: a name server that never answers must not hold the others' work, nor the end.
        self._names = ThreadPoolExecutor(at_once, thread_name_prefix="webhook-names")

    def close(self) -> None:
        """Let go, without waiting for names still being looked up."""
        self._names.shutdown(wait=False, cancel_futures=True)

    @contextlib.asynccontextmanager
    async def line(self) -> AsyncIterator[httpx2.AsyncClient]:
        """Connections to one endpoint. Never shared between endpoints: they are kept by address, and two
        names may have one address. No proxy from the environment: it would resolve the name anew."""
        async with httpx2.AsyncClient(
            verify=self._tls, trust_env=False, follow_redirects=False, timeout=self._seconds
        ) as client:
            yield client

    async def send(self, client: httpx2.AsyncClient, message: Message) -> Answer:
        """One attempt. Never raises for what the other side does."""
        try:
            async with asyncio.timeout(self._seconds):
                target = parse(message.url, private=self._private)
                return await self._tried(client, message, target, await self._looked_up(target))
        except _FAILURES as error:
            return Answer(trouble=_trouble(error))

    async def _looked_up(self, target: Target) -> tuple[str, ...]:
        loop = asyncio.get_running_loop()

        def judged() -> tuple[str, ...]:
            return addresses(target, private=self._private, resolve=self._resolve)

        return await loop.run_in_executor(self._names, judged)

    async def _tried(
        self, client: httpx2.AsyncClient, message: Message, target: Target, found: Sequence[str]
    ) -> Answer:
        """One address after the other, as far as connecting goes."""
        for address in found[: _TRIED_ADDRESSES - 1]:
            if address == found[-1]:
                break
            with contextlib.suppress(httpx2.ConnectError):
                return await _posted(client, message, target, address)
        return await _posted(client, message, target, found[min(len(found), _TRIED_ADDRESSES) - 1])


async def _posted(client: httpx2.AsyncClient, message: Message, target: Target, address: str) -> Answer:
    """Connects to ``address``; Host, SNI and the certificate are those of the target's name."""
    at = dt.datetime.now(dt.UTC)
    async with client.stream(
        "POST",
        httpx2.URL(target.url).copy_with(host=address),
        content=message.body,
        headers=headers_of(message, at) | {"host": target.authority},
        extensions={"sni_hostname": target.host},
    ) as response:
        pause = retry_after(response.headers.get("retry-after"), at)
        answer = Answer(status=response.status_code, pause=pause)
        # A status is an answer, whatever becomes of the body; one read to its end keeps the connection.
        with contextlib.suppress(httpx2.HTTPError):
            read = 0
            async for piece in response.aiter_raw():
                read += len(piece)
                if read > _READ_AT_MOST:
                    break
        return answer


def _trouble(error: BaseException) -> Trouble:
    if isinstance(error, Forbidden) and error.refusal is NAME_NOT_FOUND:
        return Trouble.NAME
    if isinstance(error, httpx2.ConnectError) and _is_tls(error):
        return Trouble.TLS
    return next(trouble for kind, trouble in _TROUBLES if isinstance(error, kind))


_TROUBLES: Final[tuple[tuple[type[BaseException], Trouble], ...]] = (
    (TimeoutError, Trouble.TIMEOUT),
    (httpx2.TimeoutException, Trouble.TIMEOUT),
    (Forbidden, Trouble.ADDRESS),
    (Refused, Trouble.ADDRESS),  # the settings have become stricter since it was registered
    (httpx2.NetworkError, Trouble.CONNECT),
    (httpx2.HTTPError, Trouble.PROTOCOL),
    (httpx2.InvalidURL, Trouble.PROTOCOL),
)
_FAILURES: Final = tuple(kind for kind, _ in _TROUBLES)


def _is_tls(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
