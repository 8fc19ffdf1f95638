"""``/console/admin/audit``: who did what, sought by case, person, act and day; whether the log is whole."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from api.console.admin.audit_words import ACTS, detail_words, subject_words
from api.console.admin.frame import PREFIX, Wrong, show
from api.console.pages import is_partial, render
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from intake.safekeeping.audit_chain import ChainState, check_chain, newest_holds
from intake.safekeeping.audit_search import Wanted, search

AUDIT: Final = f"{PREFIX}/audit"
router = APIRouter(prefix=AUDIT, include_in_schema=False, route_class=SeatFirst)
Viewer = Annotated[Seat, may_open("audit.view")]
_Word = Annotated[str, Query(max_length=100)]


@router.get("")
def page(
    request: Request,
    service: Serving,
    seat: Viewer,
    case_no: _Word = "",
    who: _Word = "",
    action: _Word = "",
    first: _Word = "",
    last: _Word = "",
    before: Annotated[int | None, Query(ge=1, le=2**62)] = None,
) -> Response:
    """The entries sought, newest first, fifty a page."""
    asked = {"case_no": case_no, "who": who, "action": action, "first": first, "last": last}
    wrong, days = Wrong(), {}
    for name in ("first", "last"):
        try:
            days[name] = dt.date.fromisoformat(asked[name]) if asked[name] else None
        except ValueError:
            wrong[name], days[name] = "日期无法识别，请按 2026-12-31 填写。", None
    wanted = Wanted(case_no, who, action if action in ACTS else "", days["first"], days["last"])
    found = search(service, seat.actor, wanted, cursor=before)
    given = {name: value for name, value in asked.items() if value}
    older = f"{AUDIT}?{urlencode(given | {'before': found.next})}" if found.next else ""
    return show(
        request,
        "audit",
        seat,
        found=found,
        asked=asked,
        given=bool(given),
        wrong=wrong,
        newest=f"{AUDIT}?{urlencode(given)}" if before else "",
        older=older,
        acts=ACTS,
        subject_words=subject_words,
        detail_words=detail_words,
        chain=newest_holds(service, seat.actor),
        checked=False,
    )


@router.post("/verify")
def verify(request: Request, service: Serving, seat: Viewer) -> Response:
    """The whole log is walked; without htmx the answer is a page of its own."""
    state = check_chain(service, seat.actor)
    if is_partial(request):
        return _part(request, seat, state)
    return show(request, "audit_verified", seat, chain=state, checked=True)


def _part(request: Request, seat: Seat, state: ChainState) -> Response:
    return render(request, "admin/audit_chain.html.j2", seat, chain=state, checked=True)
