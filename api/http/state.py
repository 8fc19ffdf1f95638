"""What one running application has beside the service: counters and watchers, one of each a process."""

from __future__ import annotations

import re
from typing import Annotated, Final

from fastapi import Depends, Path, Request

from api.http.auth import Caller
from api.http.shapes.base import Id
from intake.doorkeeping.quotas import Quotas
from intake.operating.pressure import Pressure
from intake.refusals import Refused
from intake.refusals.cases import NO_SUCH_CASE

_ID: Final = re.compile(r"[0-9a-f]{32}")


async def the_pressure(request: Request) -> Pressure:
    """The one that knows how much is coming in."""
    pressure: Pressure = request.app.state.pressure
    return pressure


async def the_quotas(request: Request) -> Quotas:
    """The one that counts calls."""
    quotas: Quotas = request.app.state.quotas
    return quotas


Pressing = Annotated[Pressure, Depends(the_pressure)]
Counting = Annotated[Quotas, Depends(the_quotas)]


def metered(request: Request, actor: Caller, quotas: Counting) -> None:
    """One more call of the caller's; the answer tells what is left. Raises ``Refused``."""
    standing = quotas.count_call(actor)
    request.scope["menshen.headers"] |= {
        "RateLimit-Limit": str(standing.limit),
        "RateLimit-Remaining": str(standing.remaining),
        "RateLimit-Reset": str(int(standing.reset_seconds) + 1),
    }


def unpressed(request: Request, pressure: Pressing) -> None:
    """Nothing new comes in while there is no room for it. Raises ``Refused``."""
    if request.method not in ("GET", "HEAD", "OPTIONS", "DELETE"):
        pressure.check()


async def known_case_id(case_id: Annotated[Id, Path(description="案件编号（id）")]) -> str:
    """An id that can be one; any other is a case that does not exist. Raises ``Refused``."""
    if not _ID.fullmatch(case_id):
        raise Refused(NO_SUCH_CASE)
    return case_id


CaseId = Annotated[str, Depends(known_case_id)]
