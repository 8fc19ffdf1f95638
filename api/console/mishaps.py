"""What goes wrong under ``/console``, told as a page; to htmx as a message that appears on the page.

The codes are those of ``application/problem+json``. Whoever is not signed in is sent to sign in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final
from urllib.parse import urlencode, urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from api.console.pages import is_partial, render
from api.console.seats import seat_known
from api.http.problems import STATUSES, TITLES, request_id_of
from intake.faults import Fault
from intake.refusals import Kind, Refused
from intake.refusals.access import PASSWORD_ONCE
from intake.refusals.http import INVALID, UNAVAILABLE
from intake.safekeeping.vault import VaultError

PREFIX: Final = "/console"
SIGN_IN: Final = "/console/sign-in"
ACCOUNT: Final = "/console/account"
_BACK: Final = re.compile(r"/console(/[A-Za-z0-9][A-Za-z0-9._~-]*)*/?(\?[A-Za-z0-9._~=&%+-]*)?")


def is_console(path: str) -> bool:
    """Whether an address is a page's."""
    return path == PREFIX or path.startswith(PREFIX + "/")


def way_back(stated: str) -> str:
    """A page of the console to go to after signing in: never another site's; empty where none is stated.

    >>> way_back("/console/cases/ab12?tab=audit"), way_back("//evil.example/console"), way_back("/v1/session")
    ('/console/cases/ab12?tab=audit', '', '')
    """
    return stated if _BACK.fullmatch(stated) and not stated.startswith(SIGN_IN) else ""


def to_sign_in(request: Request) -> Response:
    """Send somebody to sign in, and back afterwards to the page they were on."""
    wanted = way_back(_here(request))
    if request.method != "GET" and not is_partial(request):
        wanted = ""
    address = f"{SIGN_IN}?{urlencode({'next': wanted})}" if wanted else SIGN_IN
    return _redirect(request, address)


def _redirect(request: Request, address: str) -> Response:
    if is_partial(request):
        return Response(status_code=204, headers={"HX-Redirect": address})
    return RedirectResponse(address, status_code=303)


def _here(request: Request) -> str:
    """The page somebody is on: for a part of it, as the browser tells; empty where that is no address."""
    try:
        here = urlsplit(request.headers.get("hx-current-url", "")) if is_partial(request) else request.url
    except ValueError:
        return ""
    return f"{here.path}?{here.query}" if here.query else here.path


def install(app: FastAPI) -> None:
    """Tell trouble under ``/console`` as pages; what others ask for is answered as before."""
    _around(app, Refused, _refused)
    _around(app, RequestValidationError, _invalid)
    _around(app, HTTPException, _http_error)
    _around(app, VaultError, _vault_down)
    app.state.incident_page = incident_page


def _around(app: FastAPI, kind: type[Exception], told: object) -> None:
    before = app.exception_handlers[kind]

    async def handler(request: Request, error: Exception) -> Response:
        if is_console(request.url.path):
            return told(request, error)  # type: ignore[operator,no-any-return]  # each of its own kind of error
        return await before(request, error)  # type: ignore[no-any-return,misc]  # as the framework keeps them

    app.add_exception_handler(kind, handler)


def _refused(request: Request, error: Refused) -> Response:
    if error.refusal.kind is Kind.UNKNOWN_CALLER:
        return to_sign_in(request)
    if error.refusal is PASSWORD_ONCE:
        return _redirect(request, ACCOUNT)
    return trouble(request, error)


def _invalid(request: Request, error: RequestValidationError) -> Response:
    return trouble(request, Refused(INVALID))


def _vault_down(request: Request, error: VaultError) -> Response:
    return trouble(request, Refused(UNAVAILABLE, retry_after=10))


def _http_error(request: Request, error: HTTPException) -> Response:
    if error.status_code < 400:
        return Response(status_code=error.status_code, headers=error.headers)
    refusal = STATUSES.get(error.status_code)
    if refusal is not None:
        return trouble(request, Refused(refusal), status=error.status_code)
    fault = Fault(f"API-{error.status_code}", "", "请求未能完成。", "请返回后重试。")
    return _page(request, error.status_code, HTTPStatus(error.status_code).phrase, [fault], None)


def trouble(request: Request, refused: Refused, *, status: int | None = None) -> Response:
    """A refusal as a page with its code, or as a message on the page for htmx."""
    refusal = refused.refusal
    faults = refused.faults or (refusal.fault(),)
    return _page(
        request, status or refusal.kind.value, TITLES[refusal.kind], faults, refused.retry_after, refusal.code
    )


def incident_page(request: Request, number: str) -> Response:
    """The answer to a bug: a number to tell the operator."""
    remedy = f"请稍后重试；如仍出错，请告知管理员编号 {number}。"
    fault = Fault("API-500", "", "系统内部出错，这一步没有完成。", remedy)
    return _page(request, 500, "系统出错", [fault], None)


def _page(
    request: Request,
    status: int,
    title: str,
    faults: Sequence[Fault],
    retry_after: float | None,
    code: str | None = None,
) -> Response:
    partial = is_partial(request)
    answer = render(
        request,
        "trouble_part.html.j2" if partial else "trouble.html.j2",
        seat_known(request),
        status=status,
        title=title,
        faults=faults,
        code=code or faults[0].code,
        request_id=request_id_of(request),
    )
    if partial:
        answer.headers["HX-Retarget"] = "#toasts"
        answer.headers["HX-Reswap"] = "beforeend"
    if retry_after is not None:
        answer.headers["Retry-After"] = str(max(1, round(retry_after)))
    return answer
