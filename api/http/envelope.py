"""What every call and every answer has around it: a request id, headers that keep browsers honest, a cap
on the body, a line in the log, and an incident number where the program itself fails.

A plain ASGI layer: nothing is buffered, so that streams stay streams.
"""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from collections.abc import Iterable, MutableMapping
from typing import Any, Final

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.media_type import media_type
from api.http.problems import incident
from intake.operating.logs import places

BODY_BYTES: Final = 1024 * 1024
"""The most a body may have where it is not streamed to the vault."""
BODY_SECONDS: Final = 30.0
_GIVEN_ID: Final = re.compile(r"[A-Za-z0-9._-]{8,64}")
_STREAMED: Final = (
    (
        "multipart/form-data",
        re.compile(
            r"/v1/(cases/[^/]+/files|precheck(/id-card)?|batches(/[^/]+/files)?|entitlements/import)/?"
            r"|/apply/(files|precheck)"
        ),
    ),
    ("application/offset+octet-stream", re.compile(r"/v1/uploads(/.*)?")),
)
"""Which bodies go to the vault as they come. The doors behind ask ``media_type`` too: a body that passes
here and is read whole there would fill the memory."""
_HEADERS: Final = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
_STRICT_POLICY: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_log = structlog.get_logger("menshen.http")


class Envelope:
    """Wraps the application; see the module."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        call = _Call(scope, send)
        try:
            await self._app(scope, _capped(scope, receive), call.send)
        except ClientDisconnect:
            call.status = 499  # the client left; nobody is there to be told
        except Exception as error:  # noqa: BLE001 - a bug: told by a number, logged by type and place
            _log_incident(call, error)
            if call.status:
                call.status = 500  # half an answer is out: the server breaks the connection off
            else:
                await _told(scope, call.id)(scope, receive, call.send)
        finally:
            call.log()


class _Call:
    """One call on its way, and what the log will say of it."""

    def __init__(self, scope: Scope, send: Send) -> None:
        given = Headers(scope=scope).get("x-request-id", "")
        self.id = given if _GIVEN_ID.fullmatch(given) else secrets.token_hex(12)
        self.scope = scope
        self.status = 0
        self._send = send
        self._began = time.perf_counter()
        scope["menshen.request_id"] = self.id
        scope["menshen.headers"] = {}

    async def send(self, message: Message) -> None:
        """Pass an answer on with the headers every answer has."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=_startable(message))
            headers["X-Request-Id"] = self.id
            for name, value in (*_HEADERS, *self.scope["menshen.headers"].items()):
                headers.setdefault(name, value)
            headers.setdefault("Content-Security-Policy", _STRICT_POLICY)
            if self.scope["path"].startswith("/v1/"):
                headers.setdefault("Cache-Control", "no-store")
        await self._send(message)

    def log(self) -> None:
        """One line: the route's pattern, never the address that was asked for."""
        route = getattr(self.scope.get("route"), "path", "-")
        seconds = time.perf_counter() - self._began
        case = self.scope.get("path_params", {}).get("case_id")
        _log.info(
            "http.answered",
            method=_method(self.scope),
            route=route,
            status=self.status,
            ms=round(seconds * 1000, 1),
            request_id=self.id,
            **({"case_id": case} if isinstance(case, str) and re.fullmatch(r"[0-9a-f]{32}", case) else {}),
        )
        for watcher in getattr(self.scope["app"].state, "on_answered", ()):
            watcher(_method(self.scope), route, self.status, seconds)


def _told(scope: Scope, number: str) -> Response:
    """A bug told to whoever asked: as a page where a page was asked for."""
    page = getattr(scope["app"].state, "incident_page", None)
    if page is not None and scope["path"].startswith("/console"):
        return page(Request(scope), number)  # type: ignore[no-any-return]  # set by the console alone
    return incident(number)


def _log_incident(call: _Call, error: Exception) -> None:
    _log.error("http.incident", request_id=call.id, error=type(error).__qualname__, at=places(error))


def _method(scope: Scope) -> str:
    method = str(scope["method"])
    return method if method in _METHODS else "OTHER"


_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def _startable(message: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    message.setdefault("headers", [])
    message["headers"] = list(message["headers"])
    return message


def _capped(scope: Scope, receive: Receive) -> Receive:
    """A body that is not streamed to the vault ends in 413 or 408, before memory or patience does."""
    written = media_type(Headers(scope=scope))
    if any(written == one and place.fullmatch(scope["path"]) for one, place in _STREAMED):
        return receive
    stated = _stated_length(scope["headers"])
    taken = 0
    deadline = time.monotonic() + BODY_SECONDS
    done = False

    async def capped() -> Message:
        nonlocal taken, done
        if done:
            return await receive()
        if stated > BODY_BYTES:
            raise HTTPException(413)
        try:
            async with asyncio.timeout(max(0.0, deadline - time.monotonic())):
                message = await receive()
        except TimeoutError as error:
            raise HTTPException(408) from error
        taken += len(message.get("body", b""))
        done = not message.get("more_body", False)
        if taken > BODY_BYTES:
            raise HTTPException(413)
        return message

    return capped


def _stated_length(headers: Iterable[tuple[bytes, bytes]]) -> int:
    value = next((value for name, value in headers if name == b"content-length"), b"0")
    return int(value) if value.isdigit() else 0
