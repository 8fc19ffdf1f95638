"""Who stands before the applicant's page: the cookie of one case, and what every answer there carries.

The cookie is strict: a browser sends it with no request that another site's page makes. So the page can be
embedded by pages of the same site alone; others open it in a tab or web view of its own.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Coroutine
from typing import Annotated, Any, Final

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from api.console.pages import CONTENT_POLICY, is_partial, render
from api.console.seats import FORM_FIELD
from api.http.auth import ACTOR, CSRF_HEADER, SAFE, Serving, own_page
from intake.doorkeeping import passes
from intake.doorkeeping.passes import Applicant, Entered
from intake.refusals import Refused
from intake.refusals.access import FOREIGN_PAGE
from intake.refusals.apply import APPLY_OFF, NOT_ENTERED
from intake.service import Service
from intake.service_settings import ServiceSettings

PREFIX: Final = "/apply"
_NOBODY: Final = "frame-ancestors 'none'"


def opened(service: Serving) -> None:
    """Refuses everything while the operator has not opened the page."""
    if not service.settings.apply_page:
        raise Refused(APPLY_OFF)


async def entered(request: Request, service: Serving) -> Applicant:
    """The applicant of the cookie; a change must come from a page of that session. Raises ``Refused``."""
    token = request.cookies.get(cookie_name(service.settings), "")
    found = await run_in_threadpool(passes.find, service, token) if token else None
    if found is None:
        raise Refused(NOT_ENTERED)
    if request.method not in SAFE:
        own_page(request, service)
        given = request.headers.get(CSRF_HEADER)
        if given is None and request.headers.get("content-type", "").startswith("application/x-www-form"):
            field = (await request.form()).get(FORM_FIELD)
            given = field if isinstance(field, str) else ""
        if not secrets.compare_digest((given or "").encode(), found.csrf.encode()):
            raise Refused(FOREIGN_PAGE)
    await run_in_threadpool(request.app.state.quotas.count_call, found.actor)
    request.scope[ACTOR] = found.actor
    return found


Visitor = Annotated[Applicant, Depends(entered)]


def cookie_name(settings: ServiceSettings) -> str:
    """The cookie's name; ``__Host-`` binds it to this host and to HTTPS."""
    return "__Host-menshen_apply" if settings.secure_cookies else "menshen_apply"


def set_cookie(answer: Response, service: Service, session: Entered) -> None:
    """Give the browser its session; it is gone when the browser is closed, or when it is over."""
    settings = service.settings
    answer.set_cookie(
        cookie_name(settings),
        session.token,
        path="/",
        secure=settings.secure_cookies,
        httponly=True,
        samesite="strict",
    )


def show(request: Request, template: str, *, status: int = 200, csrf: str = "", **values: Any) -> Response:
    """A page for applicants, embedded by nobody but whom the settings name."""
    settings: ServiceSettings = request.app.state.service.settings
    answer = render(request, template, None, status=status, csrf=csrf, **values)
    frames = " ".join(one.strip() for one in settings.apply_frames.split(",") if one.strip())
    if frames:
        policy = CONTENT_POLICY.replace(_NOBODY, f"frame-ancestors 'self' {frames}")
        answer.headers["Content-Security-Policy"] = policy
    answer.headers["Referrer-Policy"] = "same-origin"
    return answer


class ForApplicants(APIRoute):
    """A route that tells refusals as pages, and sends whoever has not entered to the beginning; scripts get
    problem+json, as everywhere."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wraps the framework's handler."""
        handler = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return await handler(request)
            except Refused as refused:
                if "application/json" in request.headers.get("accept", ""):
                    raise
                return _told(request, refused)

        return handled


def _told(request: Request, refused: Refused) -> Response:
    if refused.refusal is NOT_ENTERED:
        if is_partial(request):
            return Response(status_code=204, headers={"HX-Redirect": PREFIX})
        return RedirectResponse(PREFIX, 303)
    refusal = refused.refusal
    faults = refused.faults or (refusal.fault(),)
    answer = show(
        request, "apply/trouble.html.j2", status=refusal.kind.value, faults=faults, code=refusal.code
    )
    if refused.retry_after is not None:
        answer.headers["Retry-After"] = str(max(1, round(refused.retry_after)))
    return answer
