"""What is done from the queue: claim, the next one, put back, find, keep a view."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from api.console.pages import is_partial, render
from api.console.queue.address import PREFIX, Look, Looking
from api.console.queue.page import Viewer, listed_of, own_views, whole_page
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from api.http.queue import known_view_id
from api.http.state import CaseId
from intake.refusals import Refused
from intake.refusals.review import NOT_SEARCHABLE
from intake.reviewing import queue_search, review
from intake.reviewing.claim_next import claim_next
from intake.reviewing.queue_search import MOST_TYPED
from intake.reviewing.review_queue import Filter, Pile
from intake.reviewing.saved_views import drop_view, save_view

router = APIRouter(prefix=PREFIX, include_in_schema=False, route_class=SeatFirst)
Claimer = Annotated[Seat, may_open("case.claim")]
Saver = Annotated[Seat, may_open("view.save")]
_CASES: Final = "/console/cases"


@router.post("/next")
def take_next(request: Request, service: Serving, seat: Claimer, look: Looking) -> Response:
    """Claims the first waiting case of what the page is narrowed to, and opens it."""
    claim = claim_next(service, seat.actor, look.wanted)
    if claim is not None:
        return go(request, f"{_CASES}/{claim.case_id}")
    if is_partial(request):
        answer = render(request, "queue/none_left.html.j2", seat, narrowed=look.narrowed)
        answer.headers["HX-Retarget"] = "#toasts"
        answer.headers["HX-Reswap"] = "beforeend"
        return answer
    return go(request, PREFIX)


@router.post("/search")
def search(
    request: Request,
    service: Serving,
    seat: Viewer,
    text: Annotated[str, Form(max_length=MOST_TYPED)] = "",
) -> Response:
    """Goes to what was found, by a token: an address names nobody."""
    if not text.strip():
        return go(request, PREFIX)
    try:
        found = queue_search.search(service, seat.actor, text)
    except Refused as refused:
        if refused.refusal is not NOT_SEARCHABLE:
            raise
        listed = listed_of(service, seat, Look(Filter()))
        fault, status = NOT_SEARCHABLE.fault("text"), NOT_SEARCHABLE.kind.value
        return whole_page(request, service, seat, listed, typed=text, fault=fault, status=status)
    return go(request, Look(Filter(pile=Pile.ALL, who=found)).address())


@router.post("/views")
def keep_view(
    request: Request,
    service: Serving,
    seat: Saver,
    name: Annotated[str, Form(max_length=100)] = "",
    wanted: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Keeps what the page shows under a name; the list of views comes back."""
    save_view(service, seat.actor, name, wanted)
    return _views(request, service, seat, wanted, said=f"已保存视图“{name.strip()}”。")


@router.post("/views/{view_id}/drop")
def remove_view(
    request: Request,
    service: Serving,
    seat: Saver,
    view_id: Annotated[str, Depends(known_view_id)],
    wanted: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Deletes one's view; the list of views comes back."""
    drop_view(service, seat.actor, view_id)
    return _views(request, service, seat, wanted, said="已删除。")


@router.post("/{case_id}/claim")
def claim(request: Request, service: Serving, seat: Claimer, case_id: CaseId) -> Response:
    """Takes a lease and opens the case."""
    review.claim(service, seat.actor, case_id)
    return go(request, f"{_CASES}/{case_id}")


@router.post("/{case_id}/release")
def release(request: Request, service: Serving, seat: Claimer, case_id: CaseId) -> Response:
    """Gives the case back; htmx asks for the list again (``queue-changed``)."""
    review.release(service, seat.actor, case_id)
    if not is_partial(request):
        return go(request, PREFIX)
    return Response(status_code=204, headers={"HX-Trigger": "queue-changed"})


def go(request: Request, address: str) -> Response:
    """On to another page, for htmx too."""
    if is_partial(request):
        return Response(status_code=204, headers={"HX-Redirect": address})
    return RedirectResponse(address, 303)


def _views(request: Request, service: Serving, seat: Seat, query: str, *, said: str) -> Response:
    if not is_partial(request):
        return go(request, f"{PREFIX}?{query}" if query else PREFIX)
    views = own_views(service, seat)
    return render(request, "queue/views.html.j2", seat, views=views, query=query, said=said)
