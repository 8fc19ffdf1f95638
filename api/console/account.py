"""``/console/account``: one's own password and second factor."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from api.console.pages import render
from api.console.seats import Seat, Seated, SeatFirst
from api.http.auth import Serving
from api.http.session import set_session
from intake.doorkeeping import sign_in
from intake.faults import Fault
from intake.refusals.base import Refused

router = APIRouter(prefix="/console/account", include_in_schema=False, route_class=SeatFirst)
_TWICE = Fault("ACC-011", "again", "两次输入的新密码不一致。", "请重新输入。")


@router.get("")
def page(request: Request, seat: Seated) -> Response:
    """Who one is here, and the form for another password."""
    return _page(request, seat)


@router.post("/password")
def change_password(
    request: Request,
    service: Serving,
    seat: Seated,
    password: Annotated[str, Form(max_length=1000)] = "",
    new_password: Annotated[str, Form(max_length=1000)] = "",
    again: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Another password; every other session of the person ends."""
    if new_password != again:
        return _page(request, seat, (_TWICE,), status=422)
    try:
        session = sign_in.change_password(service, seat.standing, password, new_password)
    except Refused as refused:
        faults = tuple(refused.faults) or (refused.refusal.fault(),)
        return _page(request, seat, faults, status=refused.refusal.kind.value)
    fresh = Seat(seat.actor, session.csrf, replace(seat.standing, once=False))
    answer = _page(request, fresh, done=True)
    set_session(answer, service, session)
    return answer


def _page(
    request: Request, seat: Seat, faults: tuple[Fault, ...] = (), *, done: bool = False, status: int = 200
) -> Response:
    return render(request, "sign_in/account.html.j2", seat, faults=faults, done=done, status=status)
