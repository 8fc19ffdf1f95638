"""Who calls: a client by its key, a person by the session cookie; and whether that may do this.

    @router.post("/v1/things")
    def make(actor: Caller) -> …: …                                  # anybody known

    @router.post("/v1/cases")
    def open_case(actor: Annotated[Actor, may("case.open")]) -> …: …  # whose role allows it

Both are plain functions, so their database work runs in a thread.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Coroutine
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

from fastapi import Depends, Request, Response, Security
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from fastapi.security import APIKeyCookie, HTTPBearer
from starlette.concurrency import run_in_threadpool

from intake.actors import Actor
from intake.doorkeeping import access, clients, sessions
from intake.doorkeeping.sessions import Standing
from intake.refusals.access import BAD_KEY, FOREIGN_PAGE, NO_CREDENTIALS, PASSWORD_ONCE, SESSION_OVER
from intake.refusals.base import Refused
from intake.service import Service
from intake.service_settings import ServiceSettings

CHALLENGE: Final = 'Bearer realm="menshen"'
"""The ``WWW-Authenticate`` of every 401."""
CSRF_HEADER: Final = "x-csrf-token"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_COOKIE: Final = "menshen_session"
ACTOR: Final = "menshen.actor"

_bearer = HTTPBearer(auto_error=False, scheme_name="key", description="menshen keys create 生成的密钥")
_cookie = APIKeyCookie(
    name=_COOKIE,
    auto_error=False,
    scheme_name="session",
    description="人员登录后的 Cookie；改动数据的请求须带 X-CSRF-Token",
)


async def the_service(request: Request) -> Service:
    """The service this app was made for."""
    service: Service = request.app.state.service
    return service


Serving = Annotated[Service, Depends(the_service)]


def cookie_name(settings: ServiceSettings) -> str:
    """The session cookie's name; ``__Host-`` binds it to this host and to HTTPS."""
    return f"__Host-{_COOKIE}" if settings.secure_cookies else _COOKIE


def standing(request: Request, service: Serving) -> Standing:
    """The session of the cookie, complete or not. Raises ``Refused``."""
    found = found_session(request, service, seen=True)
    if request.method not in SAFE:
        _check_page(request, service.settings)
        given = request.headers.get(CSRF_HEADER, "")
        if not secrets.compare_digest(given.encode(), found.csrf.encode()):
            raise Refused(FOREIGN_PAGE)
    return found


def found_session(request: Request, service: Service, *, seen: bool) -> Standing:
    """The session of the cookie, complete or not; whether a page of ours asks is not looked at. ``seen``: the
    person is at work. Raises ``Refused``."""
    token = request.cookies.get(cookie_name(service.settings))
    if not token:
        raise Refused(NO_CREDENTIALS)
    found = sessions.find(service, token, seen=seen)
    if found is None:
        raise Refused(SESSION_OVER)
    return found


def own_page(request: Request, service: Serving) -> None:
    """Refuses what a browser sends from another site's page (sign-in has no CSRF token yet)."""
    _check_page(request, service.settings)


def caller(
    request: Request,
    service: Serving,
    _key: Annotated[Any, Security(_bearer)] = None,
    _session: Annotated[Any, Security(_cookie)] = None,
) -> Actor:
    """Who calls; looked up once a call. An ``Authorization`` header is never passed over for the cookie.

    Raises ``Refused``.
    """
    known = request.scope.get(ACTOR)
    if not isinstance(known, Actor):
        written = request.headers.get("authorization")
        known = request.scope[ACTOR] = (
            _by_key(written, service) if written is not None else _complete(standing(request, service))
        )
    return known


def check_still(request: Request, service: Service) -> None:
    """Whether who called may still act, for an answer that goes on for long; it does not count as being at
    work. Raises ``Refused``."""
    written = request.headers.get("authorization")
    if written is not None:
        _by_key(written, service)
    else:
        _complete(found_session(request, service, seen=False))


def _by_key(written: str, service: Service) -> Actor:
    scheme, _, key = written.partition(" ")
    if scheme.lower() != "bearer" or not key.strip():
        raise Refused(BAD_KEY)
    return clients.authenticate(service, key.strip())


def _complete(found: Standing) -> Actor:
    if not found.complete:
        raise Refused(NO_CREDENTIALS)
    if found.once:
        raise Refused(PASSWORD_ONCE)
    return found.actor


Caller = Annotated[Actor, Depends(caller)]


def owner_of(request: Request) -> str:
    """Whose share a call uses: its client's, or its person's; empty before anybody is known."""
    actor = request.scope.get(ACTOR)
    return (actor.client_id or actor.id) if isinstance(actor, Actor) else ""


class CallerFirst(APIRoute):
    """A route that reads no body before it knows who sends it: strangers learn nothing of what is expected,
    and have nothing parsed for them."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The framework would parse the body before it asks any dependency."""
        handler = super().get_route_handler()
        if self.body_field is None:
            return handler
        asked = [one for one in (caller, standing) if _asks(self.dependant, one)]

        async def handled(request: Request) -> Response:
            for one in asked[:1]:
                await run_in_threadpool(one, request, request.app.state.service)
            return await handler(request)

        return handled


def _asks(dependant: Dependant, call: Callable[..., Any]) -> bool:
    return any(one.call is call or _asks(one, call) for one in dependant.dependencies)


def may(action: str) -> Any:
    """A dependency that gives the caller where its role allows ``action``, and refuses it otherwise."""
    if action not in access.ALLOWED:
        raise KeyError(action)

    async def allowed(actor: Caller) -> Actor:
        access.check(actor, action)
        return actor

    return Depends(allowed)


require = may


def _check_page(request: Request, settings: ServiceSettings) -> None:
    """Browsers say from which site a request comes; other programs say nothing, and pass here."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise Refused(FOREIGN_PAGE)
    origin = request.headers.get("origin")
    if origin is None:
        return
    ours = {request.headers.get("host", "")}
    if settings.public_url:
        ours.add(urlsplit(settings.public_url).netloc)
    try:
        site = urlsplit(origin).netloc
    except ValueError:  # "http://[", which no browser sends
        site = ""
    if not site or site not in ours:
        raise Refused(FOREIGN_PAGE)
