"""``/console/counter``: a clerk takes an application, its papers, and prints a receipt."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.console.counter_form import CATEGORIES, CounterForm, Wrong, choices, chosen, on_form, request_of
from api.console.desk_view import desk_case, kind_choices
from api.console.pages import render
from api.console.qr import qr_view
from api.console.seats import Seat, SeatFirst, may_open
from api.http.auth import Serving
from api.http.invitations import apply_address
from api.http.state import CaseId, Counting, unpressed
from intake import cases
from intake.case_requests import today
from intake.doorkeeping import passes
from intake.faults import Fault
from intake.handing_in import handed_in, opened_by
from intake.refusals import Refused
from intake.service import Service

PREFIX: Final = "/console/counter"
router = APIRouter(prefix=PREFIX, include_in_schema=False, route_class=SeatFirst)
Clerk = Annotated[Seat, may_open("counter.use")]
Inviting = Annotated[Seat, may_open("apply.invite")]


@router.get("")
def page(
    request: Request,
    service: Serving,
    seat: Clerk,
    case_no: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """The form, and below it what this clerk opened; or the case of a number."""
    return _form_page(request, service, seat, CounterForm(), case_no=case_no.strip().upper())


@router.get("/fields")
def fields(
    request: Request,
    seat: Clerk,
    policy: Annotated[str, Query(max_length=100)] = "",
    diseases: Annotated[list[str], Query(max_length=40)] = [],  # noqa: B006 - FastAPI copies it
) -> Response:
    """The part of the form that depends on the policy; what was chosen stays where the policy has it too."""
    found = chosen(choices(seat.actor), policy)
    known = {one.name for one in found.diseases} if found else set()
    form = CounterForm(policy=policy, diseases=[one for one in diseases if one in known])
    return render(
        request, "counter/fields.html.j2", seat, form=form, policy=found, wrong=Wrong(), categories=CATEGORIES
    )


@router.post("", dependencies=[Depends(unpressed)])
def open_case(
    request: Request, service: Serving, seat: Clerk, quotas: Counting, form: Annotated[CounterForm, Form()]
) -> Response:
    """Opens the case and goes on to its papers; what is wrong is told beside the fields."""
    try:
        wanted = request_of(form, chosen(choices(seat.actor), form.policy))
        quotas.check_cases(seat.actor)
        opened = cases.open_case(service, seat.actor, wanted)
    except Refused as refused:
        faults = on_form(refused.faults or (refused.refusal.fault(),))
        status = refused.refusal.kind.value
        return _form_page(request, service, seat, form, faults=faults, status=status)
    quotas.count_case(seat.actor)
    return RedirectResponse(f"{PREFIX}/{opened.id}", 303)


@router.get("/{case_id}")
def case_page(request: Request, service: Serving, seat: Clerk, case_id: CaseId) -> Response:
    """The checklist and the papers; once handed in, where the case stands."""
    shown = desk_case(handed_in(service, seat.actor, case_id))
    return render(
        request,
        "counter/case.html.j2",
        seat,
        case=shown,
        kinds=kind_choices(),
        here=f"{PREFIX}/{case_id}",
        invites=service.settings.apply_page,
    )


@router.get("/{case_id}/state")
def state(request: Request, service: Serving, seat: Clerk, case_id: CaseId) -> Response:
    """Where the case stands, asked for again and again while the readers are at work."""
    shown = desk_case(handed_in(service, seat.actor, case_id))
    answer = render(request, "counter/state.html.j2", seat, case=shown, here=f"{PREFIX}/{case_id}")
    if not shown.moving:
        answer.headers["HX-Refresh"] = "true"  # there is more to do on the page now
    return answer


@router.post("/{case_id}/submit", dependencies=[Depends(unpressed)])
def submit(service: Serving, seat: Clerk, case_id: CaseId) -> Response:
    """Hands the case to the readers and goes on to the receipt."""
    cases.submit(service, seat.actor, case_id)
    return RedirectResponse(f"{PREFIX}/{case_id}/receipt", 303)


@router.get("/{case_id}/receipt")
def receipt(request: Request, service: Serving, seat: Clerk, case_id: CaseId) -> Response:
    """What the applicant takes home, to print."""
    shown = desk_case(handed_in(service, seat.actor, case_id))
    return render(
        request,
        "counter/receipt.html.j2",
        seat,
        case=shown,
        qr=qr_view(shown.case_no),
        here=f"{PREFIX}/{case_id}",
        invites=service.settings.apply_page,
    )


@router.post("/{case_id}/apply-code")
def invite(request: Request, service: Serving, seat: Inviting, case_id: CaseId) -> Response:
    """A code for the applicant, who sends papers and sees the case on a phone; to print or to scan."""
    made = passes.issue(service, seat.actor, case_id)
    address = apply_address(request, service, made.code)
    shown = desk_case(handed_in(service, seat.actor, case_id))
    here = f"{PREFIX}/{case_id}"
    return render(
        request, "counter/invite.html.j2", seat, case=shown, here=here, made=made, qr=qr_view(address)
    )


def _form_page(
    request: Request,
    service: Service,
    seat: Seat,
    form: CounterForm,
    *,
    case_no: str = "",
    faults: tuple[Fault, ...] = (),
    status: int = 200,
) -> Response:
    found = choices(seat.actor)
    if not form.policy and len(found) == 1:
        form = form.model_copy(update={"policy": found[0].id})
    wrong = Wrong({fault.where: f"{fault.message.rstrip('。')}。{fault.remedy}" for fault in faults})
    return render(
        request,
        "counter/new.html.j2",
        seat,
        form=form,
        policies=found,
        policy=chosen(found, form.policy),
        categories=CATEGORIES,
        wrong=wrong,
        faults=tuple(fault for fault in faults if fault.where not in CounterForm.model_fields),
        today=today().isoformat(),
        recent=tuple(desk_case(one) for one in opened_by(service, seat.actor, case_no=case_no)),
        case_no=case_no,
        status=status,
    )
