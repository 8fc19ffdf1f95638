"""``/console/cases/{id}``: evidence beside the pages, claims, decisions, undoing."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.console.case.again import Changed, changed
from api.console.case.beside import beside
from api.console.case.correction_form import CorrectionForm
from api.console.case.view import DECISIONS, CasePage, case_page
from api.console.pages import render
from api.console.queue.address import PREFIX as QUEUE
from api.console.queue.address import Looking
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from api.http.state import CaseId
from intake import cases
from intake.doorkeeping import access
from intake.faults import Fault
from intake.refusals.base import Refused
from intake.reviewing import applicant_history, corrections, decisions, review, review_queue, review_view
from intake.reviewing.corrections import FieldChange
from intake.reviewing.decisions import MOST_WORDS, Choice, DecisionRequest
from intake.service import Service

PREFIX: Final = "/console/cases"
router = APIRouter(prefix=PREFIX, include_in_schema=False, route_class=SeatFirst)
Viewing = Annotated[Seat, may_open("review.view")]
Claiming = Annotated[Seat, may_open("case.claim")]
Deciding = Annotated[Seat, may_open("case.decide")]
Correcting = Annotated[Seat, may_open("fields.correct")]


_A_FEW: Final = 5
"""Rows asked for to find the next case: the first may be the one that was just seen."""


@router.get("/next")
def next_case(
    service: Serving,
    seat: Viewing,
    look: Looking,
    after: Annotated[str, Query(max_length=32)] = "",
) -> Response:
    """The next case of the queue, as it is filtered; the queue itself where none waits."""
    rows = review_queue.queue(service, seat.actor, look.wanted, limit=_A_FEW).rows
    found = next((row.id for row in rows if row.id != after and row.second is None), None)
    return RedirectResponse(f"{PREFIX}/{found}" if found else look.address(), 303)


@router.get("/{case_id}")
def page(
    request: Request,
    service: Serving,
    seat: Viewing,
    case_id: CaseId,
    unmasked: Annotated[bool, Query()] = False,
) -> Response:
    """The whole page; ``unmasked`` shows numbers in full and is audited."""
    return _shown(request, service, seat, case_id, "case/page.html.j2", unmasked=unmasked)


@router.get("/{case_id}/bar")
def bar(request: Request, service: Serving, seat: Viewing, case_id: CaseId) -> Response:
    """Who holds the case now; asked for again and again while somebody else does."""
    return _shown(request, service, seat, case_id, "case/bar.html.j2", told="案件已放回，可以领取。")


@router.post("/{case_id}/claim")
def claim(request: Request, service: Serving, seat: Claiming, case_id: CaseId) -> Response:
    """Takes the case, or holds on to it; the bar tells who has it where somebody was quicker."""
    told = ""
    try:
        review.claim(service, seat.actor, case_id)
    except Refused as refused:
        if refused.refusal.kind.value == 404:
            raise
        told = refused.refusal.message
    return _shown(request, service, seat, case_id, "case/bar.html.j2", told=told)


@router.post("/{case_id}/release")
def release(service: Serving, seat: Claiming, case_id: CaseId) -> Response:
    """Gives the case back and goes to the queue."""
    review.release(service, seat.actor, case_id)
    return Response(status_code=204, headers={"HX-Redirect": QUEUE})


@router.post("/{case_id}/decision")
def decide(
    request: Request,
    service: Serving,
    seat: Deciding,
    case_id: CaseId,
    decision: Annotated[Choice, Form()],
    revision: Annotated[int, Form(ge=1, le=2**31)],
    reasons: Annotated[list[str], Form(max_length=100)] = [],  # noqa: B006 - FastAPI copies it
    words: Annotated[str, Form(max_length=MOST_WORDS * 2)] = "",
) -> Response:
    """Decides; what is wrong is told in the dialog and nothing typed is lost."""
    wanted = DecisionRequest(decision, revision, tuple(dict.fromkeys(reasons)), words.replace("\r\n", "\n"))
    try:
        decided = decisions.decide(service, seat.actor, case_id, wanted)
    except Refused as refused:
        if refused.refusal.kind.value not in (409, 422):
            raise
        faults = refused.faults or (refused.refusal.fault(),)
        return _faults(request, seat, decision, faults, refused.refusal.kind.value)
    there = f"{PREFIX}/{case_id}" if decided.undo_until else f"{PREFIX}/next?after={case_id}"
    return Response(status_code=204, headers={"HX-Redirect": there})


@router.post("/{case_id}/undo")
def undo(service: Serving, seat: Deciding, case_id: CaseId) -> Response:
    """Takes one's own decision back; the case is in one's hands again."""
    decisions.undo(service, seat.actor, case_id)
    return Response(status_code=204, headers={"HX-Redirect": f"{PREFIX}/{case_id}"})


@router.post("/{case_id}/fields")
def correct(
    request: Request,
    service: Serving,
    seat: Correcting,
    case_id: CaseId,
    form: Annotated[CorrectionForm, Form()],
) -> Response:
    """Lays a value over what was read and judges the case again; the answer shows what that changed."""
    change = FieldChange(form.file_id, form.page, form.field, form.stated(), paper=form.paper)
    try:
        judged = corrections.correct(service, seat.actor, case_id, [change], revision=form.revision)
    except Refused as refused:
        if refused.refusal.kind.value not in (409, 422):
            raise
        faults = refused.faults or (refused.refusal.fault(),)
        return _faults(request, seat, "correction", faults, refused.refusal.kind.value)
    again = changed(form.field, judged)
    return _shown(
        request, service, seat, case_id, "case/again.html.j2", changed=again, unmasked=form.unmasked
    )


@router.get("/{case_id}/beside")
def more(request: Request, service: Serving, seat: Viewing, case_id: CaseId) -> Response:
    """The applicant's other cases, the same papers elsewhere, what happened, and the audit."""
    found = review_view.reviewed(service, seat.actor, case_id)
    kin = applicant_history.kindred(service, seat.actor, case_id)
    may = access.permits(seat.actor, "case.view_audit")
    acts = applicant_history.acts(service, seat.actor, case_id) if may else ()
    return render(request, "case/beside.html.j2", seat, beside=beside(found, kin, acts))


@router.post("/{case_id}/retry")
def retry(service: Serving, seat: Annotated[Seat, may_open("stuck.retry")], case_id: CaseId) -> Response:
    """Has the papers of a stuck case read again."""
    cases.retry_stuck(service, seat.actor, case_id)
    return Response(status_code=204, headers={"HX-Redirect": f"{PREFIX}/{case_id}"})


def seen(service: Service, seat: Seat, case_id: str, *, unmasked: bool = False) -> CasePage:
    """The case as this person sees it. Raises ``Refused``."""
    return case_page(review_view.reviewed(service, seat.actor, case_id, unmasked=unmasked), seat.actor)


def _shown(
    request: Request,
    service: Service,
    seat: Seat,
    case_id: str,
    template: str,
    *,
    unmasked: bool = False,
    told: str = "",
    changed: Changed | None = None,
) -> Response:
    found = seen(service, seat, case_id, unmasked=unmasked)
    return render(
        request,
        template,
        seat,
        case=found,
        here=f"{PREFIX}/{case_id}",
        told=told,
        decisions=DECISIONS,
        changed=changed,
        oob=changed is not None,
    )


def _faults(request: Request, seat: Seat, place: str, faults: tuple[Fault, ...], status: int) -> Response:
    answer = render(request, "case/faults.html.j2", seat, faults=faults, status=status)
    answer.headers["HX-Retarget"] = f"#faults-{place}"
    answer.headers["HX-Reswap"] = "innerHTML"
    return answer
