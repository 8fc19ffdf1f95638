"""``/console/admin/registers``: what the checks rest on beside the papers, and whether it answers."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Request, Response

from api.console.admin.frame import PREFIX, show
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from intake.registers.standing import registers

REGISTERS: Final = f"{PREFIX}/registers"
router = APIRouter(prefix=REGISTERS, include_in_schema=False, route_class=SeatFirst)
NAMES: Final = {
    "persons": ("参保登记", "核对姓名、身份证号与参保地"),
    "entitlements": ("待遇登记", "核对现有资格与续期时间"),
    "hospitals": ("医院登记", "核对医院等级"),
    "physicians": ("医师登记", "核对医师职称"),
}


@router.get("")
def page(
    request: Request, service: Serving, seat: Annotated[Seat, may_open("administration.view")]
) -> Response:
    """The four registers."""
    return show(request, "registers", seat, found=registers(service, seat.actor), names=NAMES)
