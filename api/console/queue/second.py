"""``/console/second``: a decided case looked at again by somebody who does not know the decision."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Final

from fastapi import APIRouter, Form, Request, Response

from api.console.case.view import DECISIONS, CasePage, case_page
from api.console.pages import render
from api.console.queue.acts import go
from api.console.queue.address import Look
from api.console.queue.rows import FOUND
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from api.http.second_reviews import SecondId
from intake.refusals.base import Refused
from intake.refusals.review import NO_SUCH_SECOND, SECOND_INVALID, SECOND_TAKEN
from intake.reviewing import review_queue, review_view, second_reviews
from intake.reviewing.review_queue import Filter, Pile
from intake.reviewing.second_choices import MOST_WORDS
from intake.reviewing.second_reviews import Opinion
from intake.reviewing.second_standing import own_tally, second_standing
from intake.service import Service

PREFIX: Final = "/console/second"
LIST: Final = Look(Filter(pile=Pile.SECOND)).address()
router = APIRouter(prefix=PREFIX, include_in_schema=False, route_class=SeatFirst)
Giver = Annotated[Seat, may_open("second_review.give")]


@router.get("")
def listed(request: Request, seat: Giver) -> Response:
    """The pile of the queue in which they wait."""
    return go(request, LIST)


@router.post("/next")
def take_next(request: Request, service: Serving, seat: Giver) -> Response:
    """Takes the first that nobody else has, and opens it; back to the list where there is none."""
    for row in review_queue.queue(service, seat.actor, Filter(pile=Pile.SECOND), limit=20).rows:
        if row.second is None or (row.claimed_by and not row.mine):
            continue
        try:
            second_reviews.claim(service, seat.actor, row.second)
        except Refused as refused:
            if refused.refusal not in (SECOND_TAKEN, NO_SUCH_SECOND):
                raise
            continue
        return go(request, f"{PREFIX}/{row.second}")
    return go(request, LIST)


@router.get("/{second_id}")
def page(request: Request, service: Serving, seat: Giver, second_id: SecondId) -> Response:
    """The blind form for whoever has taken it; an offer to take it; both decisions once it is given."""
    standing = second_standing(service, seat.actor, second_id)
    if standing.given:
        return _compared(request, service, seat, second_id)
    if not standing.mine:
        return render(request, "second/offer.html.j2", seat, standing=standing, here=f"{PREFIX}/{second_id}")
    case = _blind(service, seat, standing.case_id)
    return render(
        request, "second/form.html.j2", seat, case=case, standing=standing, here=f"{PREFIX}/{second_id}"
    )


@router.post("/{second_id}/claim")
def claim(request: Request, service: Serving, seat: Giver, second_id: SecondId) -> Response:
    """Takes it, and opens the form."""
    second_reviews.claim(service, seat.actor, second_id)
    return go(request, f"{PREFIX}/{second_id}")


@router.post("/{second_id}/release")
def release(request: Request, service: Serving, seat: Giver, second_id: SecondId) -> Response:
    """Gives it back, and goes to the list."""
    second_reviews.release(service, seat.actor, second_id)
    return go(request, LIST)


@router.post("/{second_id}/opinion")
def give(
    request: Request,
    service: Serving,
    seat: Giver,
    second_id: SecondId,
    decision: Annotated[str, Form(max_length=20)] = "",
    reasons: Annotated[list[str], Form(max_length=100)] = [],  # noqa: B006 - FastAPI copies it
    words: Annotated[str, Form(max_length=MOST_WORDS * 2)] = "",
) -> Response:
    """Keeps the opinion and shows both; what is wrong is told in the dialog, and nothing typed is lost."""
    opinion = Opinion(decision, tuple(dict.fromkeys(reasons)), words.replace("\r\n", "\n"))
    try:
        second_reviews.give(service, seat.actor, second_id, opinion)
    except Refused as refused:
        if refused.refusal is not SECOND_INVALID:
            raise
        status = SECOND_INVALID.kind.value
        answer = render(request, "case/faults.html.j2", seat, faults=refused.faults, status=status)
        answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = f"#faults-{decision}", "innerHTML"
        return answer
    return go(request, f"{PREFIX}/{second_id}")


def _blind(service: Service, seat: Seat, case_id: str) -> CasePage:
    """The case as it was before anybody decided; nothing can be decided or corrected on it."""
    found = case_page(review_view.reviewed(service, seat.actor, case_id), seat.actor)
    still = replace(found.standing, held=False, claimable=False, until=None, holder=None, may_reject=False)
    return replace(found, standing=still, undoable=None, passed=None, for_senior=False)


def _compared(request: Request, service: Service, seat: Seat, second_id: str) -> Response:
    both = second_reviews.compared(service, seat.actor, second_id)
    return render(
        request,
        "second/compared.html.j2",
        seat,
        both=both,
        decisions=DECISIONS,
        found=FOUND,
        tally=own_tally(service, seat.actor),
        list=LIST,
        waiting=review_queue.counts(service, seat.actor)[Pile.SECOND],
    )
