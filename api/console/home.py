"""``/console``: where somebody begins."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from api.console.navigation import areas_of
from api.console.pages import render
from api.console.seats import Seated, SeatFirst

router = APIRouter(prefix="/console", include_in_schema=False, route_class=SeatFirst)


@router.get("")
@router.get("/")
def home(request: Request, seat: Seated) -> Response:
    """The first area that the role may open; a page that says so where there is none."""
    areas = areas_of(seat.actor, request.app.state.console_paths)
    if areas:
        return RedirectResponse(areas[0].path, status_code=303)
    return render(request, "home.html.j2", seat)
