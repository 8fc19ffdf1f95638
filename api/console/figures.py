"""``/console/figures``: what a manager reads, on the page and as CSV or XLSX."""

from __future__ import annotations

import io
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse

from api.console.figures_sheets import sheets_of
from api.console.figures_view import Asked, asked_for, figures_view, file_name
from api.console.pages import render
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from intake.figures.gather import figures
from intake.figures.sheets import sheets_csv, write_sheets_xlsx

router = APIRouter(prefix="/console/figures", include_in_schema=False, route_class=SeatFirst)
Manager = Annotated[Seat, may_open("figures.view")]
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Word = Annotated[str, Query(max_length=100)]


def wanted(seat: Manager, first: Word = "", last: Word = "", region: Word = "", policy: Word = "") -> Asked:
    """What the address asks for."""
    return asked_for(seat.actor, first, last, region, policy)


Wanting = Annotated[Asked, Depends(wanted)]


@router.get("")
def page(request: Request, service: Serving, seat: Manager, asked: Wanting) -> Response:
    """The figures of a period, of one region or policy where that is asked."""
    found = figures(service, seat.actor, asked.wanted)
    return render(request, "figures/page.html.j2", seat, view=figures_view(seat.actor, asked, found))


@router.get("/export.csv")
def as_csv(service: Serving, seat: Manager, asked: Wanting) -> Response:
    """Every table of the page in one file."""
    sheets = tuple(sheets_of(figures(service, seat.actor, asked.wanted)).values())
    return StreamingResponse(
        sheets_csv(sheets), media_type="text/csv; charset=utf-8", headers=_named(asked, "csv")
    )


@router.get("/export.xlsx")
def as_xlsx(service: Serving, seat: Manager, asked: Wanting) -> Response:
    """Every table of the page as a sheet of one workbook."""
    sheets = tuple(sheets_of(figures(service, seat.actor, asked.wanted)).values())
    workbook = io.BytesIO()
    write_sheets_xlsx(sheets, workbook)
    return Response(workbook.getvalue(), media_type=_XLSX, headers=_named(asked, "xlsx"))


def _named(asked: Asked, ending: str) -> dict[str, str]:
    name = f"{file_name(asked.wanted)}.{ending}"
    return {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
