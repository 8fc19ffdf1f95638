"""``/console/sign-in``: password, second factor or its enrolment, and out again."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from api.console.mishaps import SIGN_IN, way_back
from api.console.pages import render
from api.console.qr import qr_view
from api.console.seats import HalfSignedIn, Seated, SeatFirst
from api.http.auth import Serving, cookie_name, found_session, own_page
from api.http.session import caller_address, drop_session, set_session
from intake.doorkeeping import sign_in
from intake.doorkeeping.sessions import Standing
from intake.refusals.base import Refused
from intake.service import Service

router = APIRouter(prefix=SIGN_IN, include_in_schema=False, route_class=SeatFirst)
HOME: Final = "/console"

Next = Annotated[str, Form(alias="next", max_length=500)]


@router.get("")
def page(request: Request, service: Serving) -> Response:
    """The form; somebody who has signed in already is taken on."""
    wanted = way_back(request.query_params.get("next", ""))
    standing = _standing(request, service)
    if standing and standing.complete:
        return RedirectResponse(wanted or HOME, status_code=303)
    if standing and "again" not in request.query_params and sign_in.missing(service, standing):
        return _to_step(service, standing, wanted)
    return _form(request, service, wanted)


@router.post("", dependencies=[Depends(own_page)])
def begin(
    request: Request,
    service: Serving,
    login: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    wanted: Next = "",
) -> Response:
    """A login and its password."""
    wanted = way_back(wanted)
    try:
        began = sign_in.sign_in(service, login, password, caller_address(request))
    except Refused as refused:
        return _form(request, service, wanted, login=login, refused=refused)
    step = {"code": "/code", "enrolment": "/factor", None: ""}[began.needs]
    answer = RedirectResponse(_with_next(SIGN_IN + step, wanted) if step else wanted or HOME, 303)
    set_session(answer, service, began.session)
    return answer


@router.get("/code")
def code_page(request: Request, found: HalfSignedIn) -> Response:
    """Asks for the phone's code."""
    return _code_form(request, found)


@router.post("/code")
def give_code(
    request: Request,
    service: Serving,
    found: HalfSignedIn,
    code: Annotated[str, Form(max_length=100)] = "",
    wanted: Next = "",
) -> Response:
    """A code of the phone, or a recovery code."""
    wanted = way_back(wanted)
    try:
        session = sign_in.give_code(service, found, code.strip(), caller_address(request))
    except Refused as refused:
        return _code_form(request, found, wanted=wanted, refused=refused)
    answer = RedirectResponse(wanted or HOME, 303)
    set_session(answer, service, session)
    return answer


@router.get("/factor")
def factor_page(request: Request, found: HalfSignedIn) -> Response:
    """Asks for the password once more before a phone is enrolled."""
    return _factor_form(request, found)


@router.post("/factor")
def enrol(
    request: Request,
    service: Serving,
    found: HalfSignedIn,
    password: Annotated[str, Form(max_length=1000)] = "",
    wanted: Next = "",
) -> Response:
    """Shows the new secret as a QR code drawn here."""
    wanted = way_back(wanted)
    try:
        enrolment = sign_in.enrol(service, found, password)
    except Refused as refused:
        return _factor_form(request, found, wanted=wanted, refused=refused)
    return _phone_form(request, found, enrolment.uri, enrolment.secret, wanted)


@router.post("/factor/confirm")
def confirm(
    request: Request,
    service: Serving,
    found: HalfSignedIn,
    code: Annotated[str, Form(max_length=100)] = "",
    wanted: Next = "",
) -> Response:
    """A first code of the new phone; shows the recovery codes, this once."""
    wanted = way_back(wanted)
    try:
        confirmed = sign_in.confirm(service, found, code.strip(), caller_address(request))
    except Refused as refused:
        return _factor_form(request, found, wanted=wanted, refused=refused)
    answer = render(
        request, "sign_in/recovery.html.j2", None, recovery=confirmed.recovery, wanted=wanted or HOME
    )
    set_session(answer, service, confirmed.session)
    return answer


@router.post("/out")
def end(request: Request, service: Serving, seat: Seated) -> Response:
    """Ends the session."""
    sign_in.sign_out(service, seat.standing)
    answer = RedirectResponse(f"{SIGN_IN}?out=1", 303)
    drop_session(answer, service)
    return answer


def _standing(request: Request, service: Service) -> Standing | None:
    if not request.cookies.get(cookie_name(service.settings)):
        return None
    try:
        return found_session(request, service, seen=False)
    except Refused:
        return None


def _to_step(service: Service, standing: Standing, wanted: str) -> Response:
    step = {"code": "/code", "enrolment": "/factor"}[sign_in.missing(service, standing) or "code"]
    return RedirectResponse(_with_next(SIGN_IN + step, wanted), 303)


def _with_next(path: str, wanted: str) -> str:
    return f"{path}?{urlencode({'next': wanted})}" if wanted else path


def _form(
    request: Request, service: Service, wanted: str, *, login: str = "", refused: Refused | None = None
) -> Response:
    return render(
        request,
        "sign_in/password.html.j2",
        status=refused.refusal.kind.value if refused else 200,
        wanted=wanted,
        login=login,
        refused=refused,
        single_sign_on=service.settings.oidc_issuer is not None,
        signed_out="out" in request.query_params,
    )


def _code_form(
    request: Request, found: Standing, *, wanted: str | None = None, refused: Refused | None = None
) -> Response:
    return _step_page(request, "sign_in/code.html.j2", found, wanted, refused)


def _factor_form(
    request: Request, found: Standing, *, wanted: str | None = None, refused: Refused | None = None
) -> Response:
    return _step_page(request, "sign_in/factor.html.j2", found, wanted, refused)


def _phone_form(request: Request, found: Standing, uri: str, secret: str, wanted: str) -> Response:
    grouped = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return render(
        request, "sign_in/phone.html.j2", csrf=found.csrf, wanted=wanted, qr=qr_view(uri), secret=grouped
    )


def _step_page(
    request: Request, template: str, found: Standing, wanted: str | None, refused: Refused | None
) -> Response:
    return render(
        request,
        template,
        status=refused.refusal.kind.value if refused else 200,
        csrf=found.csrf,
        wanted=way_back(request.query_params.get("next", "")) if wanted is None else wanted,
        refused=refused,
        name=found.actor.name,
    )
