"""The protocol around tus 1.0: version, capabilities, and what a browser of another origin may do."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, Final

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from intake.refusals import Kind, Refused
from intake.refusals.uploads import WRONG_VERSION
from intake.service import Service
from intake.service_settings import ServiceSettings
from intake.uploads import ALGORITHMS, PURPOSES

VERSION: Final = "1.0.0"
EXTENSIONS: Final = "creation,creation-with-upload,termination,checksum,expiration"
BODY: Final = "application/offset+octet-stream"
_REFUSAL: Final = "menshen.tus_refusal"
_LATER: Final = frozenset({Kind.BUSY, Kind.TOO_MANY, Kind.FULL})

_METHODS: Final = "OPTIONS, POST, HEAD, PATCH, DELETE"
_ASKED: Final = (
    "Authorization, Content-Type, Tus-Resumable, Upload-Length, Upload-Offset, Upload-Metadata, "
    "Upload-Checksum, Upload-Defer-Length, X-HTTP-Method-Override, X-Request-ID, X-Requested-With"
)
_EXPOSED: Final = (
    "Location, Retry-After, Tus-Checksum-Algorithm, Tus-Extension, Tus-Max-Size, Tus-Resumable, Tus-Version, "
    "Upload-Expires, Upload-Length, Upload-Metadata, Upload-Offset, "
    "Menshen-Code, Menshen-Duplicate, Menshen-File"
)


class TusRoute(APIRoute):
    """A route whose every answer, refusals included, carries ``Tus-Resumable``; a refusal's code stands in
    ``Menshen-Code`` as well, for the answer to HEAD has no body."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The version is settled before anything else: nothing may be done for a client of another one."""
        handler = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                if request.method != "OPTIONS" and request.headers.get("tus-resumable") != VERSION:
                    raise Refused(WRONG_VERSION)
                return await handler(request)
            except Refused as refused:
                request.scope[_REFUSAL] = refused.refusal.code
                if request.method == "HEAD" and refused.refusal.kind in _LATER:
                    # tus-js-client begins anew, from the first byte, after any other answer to HEAD
                    later = replace(refused.refusal, kind=Kind.LOCKED)
                    raise Refused(later, retry_after=refused.retry_after or 1) from refused
                raise

        return handled

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Adds the headers on the way out."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Tus-Resumable"] = VERSION
                headers.setdefault("Cache-Control", "no-store")
                if message["status"] == 412:
                    headers["Tus-Version"] = VERSION
                if code := scope.get(_REFUSAL):
                    headers["Menshen-Code"] = code
                service: Service = scope["app"].state.service
                headers.update(cross_origin(service.settings, Headers(scope=scope)))
            await send(message)

        await super().handle(scope, receive, sent)


def capabilities(settings: ServiceSettings) -> dict[str, str]:
    """The headers that answer OPTIONS."""
    return {
        "Tus-Version": VERSION,
        "Tus-Extension": EXTENSIONS,
        "Tus-Max-Size": str(max(purpose.most(settings) for purpose in PURPOSES.values())),
        "Tus-Checksum-Algorithm": ",".join(ALGORITHMS),
    }


def cross_origin(settings: ServiceSettings, asked: Headers) -> dict[str, str]:
    """What a page of another origin is allowed, for the origins in ``upload_origins`` alone.

    Cookies are not: such a page sends a key.
    """
    allowed = {one.strip() for one in settings.upload_origins.split(",")} - {""}
    if not allowed:
        return {}
    origin = asked.get("origin", "")
    if origin not in allowed:
        return {"Vary": "Origin"}
    headers = {
        "Vary": "Origin",
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Expose-Headers": _EXPOSED,
    }
    if "access-control-request-method" in asked:
        headers |= {
            "Access-Control-Allow-Methods": _METHODS,
            "Access-Control-Allow-Headers": _ASKED,
            "Access-Control-Max-Age": "86400",
        }
    return headers
