"""``/apply``: with a code to one case; its checklist, its papers from the phone's camera, where it stands."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Final

from anyio import to_thread
from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from api.apply.view import ApplicantCase, applicant_case
from api.apply.visitor import (
    PREFIX,
    ForApplicants,
    Visitor,
    cookie_name,
    opened,
    set_cookie,
    show,
)
from api.console.desk_view import kind_choices
from api.http.auth import Serving, own_page, owner_of
from api.http.problems import neighbourhood
from api.http.receive import receiving
from api.http.session import caller_address
from api.http.shapes.file import FileAnswer, PrecheckResult, file_answer, precheck_result
from api.http.state import Counting, Pressing, unpressed
from intake import cases, files
from intake.doorkeeping import passes
from intake.doorkeeping.passes import Applicant
from intake.handing_in import handed_in
from intake.refusals import Refused
from intake.refusals.cases import FILE_EMPTY
from intake.service import Service
from intake.working.precheck import precheck

router = APIRouter(
    prefix=PREFIX, include_in_schema=False, route_class=ForApplicants, dependencies=[Depends(opened)]
)
_FIELDS: Final = frozenset({"kind", "replaces"})


@router.get("")
def page(request: Request) -> Response:
    """Asks for the code; a script takes one from behind the ``#``, which no server ever sees."""
    return show(request, "apply/enter.html.j2", refused=None)


@router.get("/standing")
def standing(request: Request, service: Serving) -> dict[str, bool]:
    """Whether this browser has entered; the page itself may have been opened from another site."""
    token = request.cookies.get(cookie_name(service.settings), "")
    return {"entered": bool(token) and passes.find(service, token) is not None}


@router.post("/enter", dependencies=[Depends(own_page)])
def enter(
    request: Request,
    service: Serving,
    quotas: Counting,
    code: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Uses a code up. Every try counts against the address it comes from."""
    quotas.count_stranger(neighbourhood(caller_address(request)))
    try:
        session = passes.enter(service, code)
    except Refused as refused:
        status = refused.refusal.kind.value
        return show(request, "apply/enter.html.j2", status=status, refused=refused.refusal)
    answer = RedirectResponse(f"{PREFIX}/case", 303)
    set_cookie(answer, service, session)
    return answer


@router.post("/leave")
def leave(request: Request, service: Serving, visitor: Visitor) -> Response:
    """Ends the session of this browser."""
    passes.leave(service, request.cookies.get(cookie_name(service.settings), ""))
    answer = RedirectResponse(PREFIX, 303)
    answer.delete_cookie(cookie_name(service.settings), path="/")
    return answer


@router.get("/case")
def case_page(request: Request, service: Serving, visitor: Visitor) -> Response:
    """The checklist and the papers; once handed in, where the case stands."""
    found = _case(service, visitor)
    return show(request, "apply/case.html.j2", csrf=visitor.csrf, case=found, kinds=kind_choices())


@router.get("/state")
def state(request: Request, service: Serving, visitor: Visitor) -> Response:
    """Where the case stands, asked for again and again while the readers are at work."""
    found = _case(service, visitor)
    answer = show(request, "apply/state.html.j2", csrf=visitor.csrf, case=found)
    if not found.desk.moving:
        answer.headers["HX-Refresh"] = "true"
    return answer


@router.post("/precheck", dependencies=[Depends(unpressed)])
async def look(request: Request, service: Serving, visitor: Visitor, pressure: Pressing) -> PrecheckResult:
    """One photo looked at while the applicant waits; nothing is kept."""
    async with receiving(request, service, pressure, service.settings.file_bytes, frozenset()) as form:
        if form.received.size == 0:
            raise Refused(FILE_EMPTY)
        looked = partial(precheck, service, form.received, form.filename)
        found = await to_thread.run_sync(looked, limiter=request.app.state.prechecks)
    return precheck_result(found)


@router.post("/files", status_code=201, dependencies=[Depends(unpressed)])
async def add_file(request: Request, service: Serving, visitor: Visitor, pressure: Pressing) -> FileAnswer:
    """One paper of the case."""
    actor, case_id = visitor.actor, visitor.case_id
    await run_in_threadpool(files.admit, service, actor, case_id, 1)
    async with receiving(request, service, pressure, service.settings.file_bytes, _FIELDS) as form:
        kind, replaces = (form.fields.get(name) or None for name in ("kind", "replaces"))
        add = partial(
            files.add_file, service, actor, case_id, form.received, form.filename, kind, replaces=replaces
        )
        added = await request.app.state.adding.run(owner_of(request), add)
    return file_answer(added)


@router.post("/submit", dependencies=[Depends(unpressed)])
def submit(service: Serving, visitor: Visitor) -> Response:
    """Hands the case to the readers."""
    cases.submit(service, visitor.actor, visitor.case_id)
    return RedirectResponse(f"{PREFIX}/case", 303)


def _case(service: Service, visitor: Applicant) -> ApplicantCase:
    return applicant_case(handed_in(service, visitor.actor, visitor.case_id))
