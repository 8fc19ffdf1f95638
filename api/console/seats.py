"""Who sits before a page: the session of the cookie, and whether its role may open that page.

    @router.get("/console/things")
    def things(request: Request, seat: Annotated[Seat, may_open("review.view")]) -> Response: …

Whoever has not signed in is sent to do so and comes back; whoever may not is told so on a page. Every request
that changes something shows the session's token, in the form (``csrf``) or in the header ``X-CSRF-Token``.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Annotated, Any, Final

from fastapi import Depends, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from api.http.auth import ACTOR, CSRF_HEADER, SAFE, Serving, found_session, own_page
from intake.actors import Actor
from intake.doorkeeping import access
from intake.doorkeeping.sessions import Standing
from intake.refusals.access import FOREIGN_PAGE, NO_CREDENTIALS, PASSWORD_ONCE
from intake.refusals.base import Refused
from intake.service import Service

FOR_CHANGING: Final = ("/console/account", "/console/sign-in")
"""What somebody may open who signed in with a password that was handed out."""
FORM_FIELD: Final = "csrf"
_SEAT: Final = "menshen.seat"
_FORMS: Final = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who has signed in with every factor. ``csrf`` goes into every form of the page."""

    actor: Actor
    csrf: str
    standing: Standing

    def may(self, action: str) -> bool:
        """Whether the role allows ``action``."""
        return access.permits(self.actor, action)


def seat_of(request: Request, service: Service) -> Seat:
    """The seat of a request, looked up once and counted against the person's limit. Raises ``Refused``."""
    known = request.scope.get(_SEAT)
    if not isinstance(known, Seat):
        found = found_session(request, service, seen=True)
        if not found.complete:
            raise Refused(NO_CREDENTIALS)
        if found.once and not request.url.path.startswith(FOR_CHANGING):
            raise Refused(PASSWORD_ONCE)
        request.app.state.quotas.count_call(found.actor)
        known = request.scope[_SEAT] = Seat(found.actor, found.csrf, found)
        request.scope[ACTOR] = found.actor
    return known


def seat_known(request: Request) -> Seat | None:
    """The seat where it was looked up already; for pages that tell of trouble."""
    known = request.scope.get(_SEAT)
    return known if isinstance(known, Seat) else None


async def check_token(request: Request, service: Service, csrf: str) -> None:
    """That a request which changes something comes from a page of this session. Raises ``Refused``."""
    if request.method in SAFE:
        return
    own_page(request, service)
    given = request.headers.get(CSRF_HEADER)
    if given is None and request.headers.get("content-type", "").startswith(_FORMS):
        field = (await request.form()).get(FORM_FIELD)
        given = field if isinstance(field, str) else ""
    if not secrets.compare_digest((given or "").encode(), csrf.encode()):
        raise Refused(FOREIGN_PAGE)


async def signed_in(request: Request, service: Serving) -> Seat:
    """Somebody signed in, of whatever role."""
    known = await run_in_threadpool(seat_of, request, service)
    await check_token(request, service, known.csrf)
    return known


async def standing_in(request: Request, service: Serving) -> Standing:
    """A session, complete or not, for the steps of signing in."""
    found = await run_in_threadpool(found_session, request, service, seen=True)
    await check_token(request, service, found.csrf)
    return found


Seated = Annotated[Seat, Depends(signed_in)]
HalfSignedIn = Annotated[Standing, Depends(standing_in)]


def may_open(action: str) -> Any:
    """A dependency that gives the seat where its role allows ``action``, and refuses it otherwise."""
    if action not in access.ALLOWED:
        raise KeyError(action)

    async def allowed(seat: Seated) -> Seat:
        access.check(seat.actor, action)
        return seat

    return Depends(allowed)


class SeatFirst(APIRoute):
    """A route that parses no body before it knows who sends it. Every router of the console uses it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The framework would parse the body before it asks any dependency."""
        handler = super().get_route_handler()
        if self.body_field is None or not _asks(self.dependant, signed_in):
            return handler

        async def handled(request: Request) -> Response:
            await run_in_threadpool(seat_of, request, request.app.state.service)
            return await handler(request)

        return handled


def _asks(dependant: Dependant, call: Callable[..., Any]) -> bool:
    return any(one.call is call or _asks(one, call) for one in dependant.dependencies)
