"""``/console/admin``: the routers of the administration, and where it begins."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from api.console.admin import audit, keys, people
from api.console.admin.frame import PREFIX
from api.console.seats import Seat, SeatFirst, may_open

router = APIRouter(prefix=PREFIX, include_in_schema=False, route_class=SeatFirst)


@router.get("")
def begin(seat: Annotated[Seat, may_open("administration.view")]) -> Response:
    """The first section."""
    return RedirectResponse(people.PEOPLE, status_code=303)


ROUTERS: Final = (router, people.router, keys.router, audit.router)
